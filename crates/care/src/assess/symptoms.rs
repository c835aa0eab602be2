//! Warning signs among what a client reports after a treatment.

use super::facts::Facts;
use super::ledger::Ledger;
use super::part::Part;
use super::speech::Speech;
use crate::case::Symptom;
use crate::decimal::Decimal;
use crate::ids::SymptomName;
use crate::protocol::{FlagRow, SymptomRow};
use crate::verdict::{Class, RedFlag};

/// Every warning sign, sorted by its id. A symptom before its hour is the normal course.
pub(super) fn red_flags(facts: &Facts<'_>) -> Vec<RedFlag> {
    let mut flags: Vec<RedFlag> = facts.protocol.flags.iter().filter_map(|row| flag_of(facts, row)).collect();
    flags.sort_by(|a, b| a.rule.cmp(&b.rule));
    flags
}

fn flag_of(facts: &Facts<'_>, row: &FlagRow) -> Option<RedFlag> {
    let reported = &facts.case.symptoms;
    let is_sign =
        |symptom: &&Symptom| row.symptoms.iter().any(|sign| sign.name == symptom.name && is_due(sign, symptom));
    let mut symptoms: Vec<SymptomName> = reported.iter().filter(is_sign).map(|symptom| symptom.name.clone()).collect();
    if symptoms.is_empty() {
        return None;
    }
    symptoms.sort();
    symptoms.dedup();
    let raised = row.raised.as_ref().filter(|raised| {
        let history = facts.case.history.as_deref().unwrap_or_default();
        let by_symptom = raised.with_symptom.as_ref().is_some_and(|name| reported.iter().any(|one| one.name == *name));
        by_symptom || raised.with_past.is_some_and(|kind| history.iter().any(|past| past.kind == kind))
    });
    let mut adverse_events = row.adverse_events.clone();
    adverse_events.sort();
    Some(RedFlag {
        rule: row.id.clone(),
        action: raised.map_or(row.action, |raised| raised.action),
        symptoms,
        adverse_events,
        is_reportable: row.reportable,
        stops_series: row.stops_series,
    })
}

fn is_due(sign: &SymptomRow, symptom: &Symptom) -> bool {
    sign.from_hour.is_none_or(|hour| symptom.hours_after >= Decimal::whole(hour))
        && sign.after_hour.is_none_or(|hour| symptom.hours_after > Decimal::whole(hour))
}

/// A sign that stops the series holds every needling until it is reviewed.
pub(super) fn judge(part: &Part<'_>, flags: &[RedFlag], ledger: &mut Ledger) {
    if part.kind.is_needling() {
        for flag in flags.iter().filter(|flag| flag.stops_series) {
            ledger.say(part, Speech::new(&flag.rule, Class::Defer));
        }
    }
}
