//! Blood values: the first row of a kind that fits speaks.

use std::collections::BTreeSet;

use super::facts::Facts;
use super::ledger::Ledger;
use super::part::Part;
use super::speech::Speech;
use crate::protocol::ThresholdRow;
use crate::verdict::Arg;
use crate::vocabulary::MeasureKind;

/// Judges the newest value of every kind for a component.
pub(super) fn judge(facts: &Facts<'_>, part: &Part<'_>, ledger: &mut Ledger) {
    let mut judged: BTreeSet<MeasureKind> = BTreeSet::new();
    for row in facts.protocol.thresholds.iter().filter(|row| row.on.contains(&part.target)) {
        if !judged.contains(&row.kind) && speak(facts, part, row, ledger) {
            judged.insert(row.kind);
        }
    }
}

/// Says what a row says; whether it fitted.
fn speak(facts: &Facts<'_>, part: &Part<'_>, row: &ThresholdRow, ledger: &mut Ledger) -> bool {
    let measure = match row.max_age_days {
        Some(days) => facts.fresh_measure(row.kind, days),
        None => facts.measure(row.kind),
    };
    let fits = measure.filter(|measure| {
        row.below.is_none_or(|limit| measure.value < limit) && row.at_least.is_none_or(|limit| measure.value >= limit)
    });
    if let Some(measure) = fits {
        ledger.say(part, Speech::new(&row.rule, row.class).naming("value", Arg::Text(measure.value.to_string())));
    }
    fits.is_some()
}
