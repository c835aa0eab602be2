//! The risks a consent to this plan has to name.

use std::collections::BTreeSet;

use super::facts::Facts;
use super::ledger::Ledger;
use super::part::Part;
use crate::ids::RiskId;
use crate::protocol::RiskRow;

/// Every risk of every component, blocked ones too, sorted and once.
pub(super) fn of_plan(facts: &Facts<'_>, parts: &[Part<'_>], ledger: &Ledger) -> Vec<RiskId> {
    let rows = facts.protocol.risks.iter().filter(|row| parts.iter().any(|part| fits(facts, row, part)));
    let risks: BTreeSet<RiskId> = rows.map(|row| row.id.clone()).chain(ledger.risks()).collect();
    risks.into_iter().collect()
}

fn fits(facts: &Facts<'_>, row: &RiskRow, part: &Part<'_>) -> bool {
    let is_near_eye = |zone| facts.protocol.zones.get(zone).is_some_and(|row| row.near_eye);
    row.on.contains(&part.target)
        && (!row.near_eye || part.zones.iter().any(is_near_eye))
        && (row.substances.is_empty() || part.serum().is_some_and(|serum| row.substances.contains(&serum.substance)))
}
