//! Past procedures: how long the skin has to be left alone before the next one.

use chrono::{Days, NaiveDate};

use super::facts::Facts;
use super::ledger::Ledger;
use super::part::Part;
use super::series;
use super::speech::Speech;
use crate::case::{PastProcedure, Work};
use crate::protocol::PastRow;
use crate::verdict::Class;
use crate::zones::ZoneId;

/// Judges every past procedure for a component.
pub(super) fn judge(facts: &Facts<'_>, part: &Part<'_>, ledger: &mut Ledger) {
    for (index, past) in facts.case.history.iter().flatten().enumerate() {
        for row in facts.protocol.past.iter().filter(|row| fits(row, part, past)) {
            let Some(zones) = touched(facts, row, part, past) else { continue };
            match past.on {
                Some(on) => {
                    if let Some(speech) = speech_of(facts, part, row, past, on) {
                        ledger.say(part, speech.in_zones(zones));
                    }
                }
                None => ledger.miss(part, format!("history[{index}].on")),
            }
        }
    }
}

fn fits(row: &PastRow, part: &Part<'_>, past: &PastProcedure) -> bool {
    let agent = part.peel().map(|peel| peel.agent);
    let ablative = if let Work::Laser(laser) = &part.component.work { Some(laser.is_ablative) } else { None };
    row.past.contains(&past.kind)
        && row.planned.contains(&part.target)
        && (row.past_classes.is_empty() || past.peel_class.is_some_and(|class| row.past_classes.contains(&class)))
        && (row.past_materials.is_empty() || row.past_materials.contains(&past.material))
        && (row.peel_classes.is_empty() || part.peel_class.is_some_and(|class| row.peel_classes.contains(&class)))
        && (row.peel_agents.is_empty() || agent.is_some_and(|agent| row.peel_agents.contains(&agent)))
        && !agent.is_some_and(|agent| row.except_agents.contains(&agent))
        && row.ablative.is_none_or(|wanted| ablative == Some(wanted))
}

/// The planned zones a row speaks about: empty for all, nothing when the procedure touches none of them.
fn touched(facts: &Facts<'_>, row: &PastRow, part: &Part<'_>, past: &PastProcedure) -> Option<Vec<ZoneId>> {
    if row.anywhere {
        return Some(Vec::new());
    }
    let overlap = part.overlap(&past.zones)?;
    let fits = |zone: &ZoneId| {
        (overlap.is_empty() || overlap.contains(zone))
            && (!row.face_only || facts.is_face(*zone))
            && has_indication(row, part, *zone)
    };
    let zones: Vec<ZoneId> = part.zones.iter().copied().filter(fits).collect();
    if zones.is_empty() {
        None
    } else if overlap.is_empty() && zones.len() == part.zones.len() {
        Some(Vec::new())
    } else {
        Some(zones)
    }
}

fn has_indication(row: &PastRow, part: &Part<'_>, zone: ZoneId) -> bool {
    if row.indications.is_empty() && row.except_indications.is_empty() {
        return true;
    }
    let mut targets =
        part.needling().into_iter().flat_map(|needling| &needling.zones).filter(|target| target.zone == zone);
    targets.any(|target| {
        (row.indications.is_empty() || row.indications.contains(&target.indication))
            && !row.except_indications.contains(&target.indication)
    })
}

/// What a row says on the day of the visit; nothing once its days are over.
fn speech_of(facts: &Facts<'_>, part: &Part<'_>, row: &PastRow, past: &PastProcedure, on: NaiveDate) -> Option<Speech> {
    let mut speech = Speech::new(&row.rule, row.class);
    if let Some(days) = days_of(facts, part, row, past) {
        let until = on + Days::new(u64::from(days));
        let speaks_from = on + Days::new(u64::from(row.from_day));
        if facts.visit_on < speaks_from || facts.visit_on >= until {
            return None;
        }
        speech.until = Some(until).filter(|_| row.class == Class::Defer);
        speech.wait.clone_from(&row.wait);
    }
    speech.is_overridable = row.overridable && row.class == Class::Defer;
    Some(speech)
}

/// The interval takes the planned depth as it was written: a cap that a new fact brings must never end a wait.
fn days_of(facts: &Facts<'_>, part: &Part<'_>, row: &PastRow, past: &PastProcedure) -> Option<u32> {
    if row.interval {
        let zones = part.needling().map(|needling| needling.zones.as_slice()).unwrap_or_default();
        let planned_um = zones.iter().map(|target| target.depth_um).max().unwrap_or(0);
        return Some(series::interval_days(facts, planned_um.max(past.depth_um.unwrap_or(0))));
    }
    row.wait.as_ref().map(|wait| facts.days(wait)).or(row.days)
}
