//! What all findings together decide, and the first possible day.

use chrono::NaiveDate;

use super::caps::Depths;
use super::facts::Facts;
use super::ledger::Ledger;
use super::part::Part;
use crate::verdict::{Class, ComponentVerdict, Decision, Finding, Verdict, ZoneDepth, ZoneVerdict};
use crate::zones::ZoneId;

/// The verdict on one component, its series still open.
pub(super) fn component(
    facts: &Facts<'_>,
    part: &Part<'_>,
    depths: &Option<Depths>,
    ledger: &Ledger,
) -> ComponentVerdict {
    let speeches = ledger.speeches(part);
    let findings: Vec<Finding> =
        speeches.into_iter().map(|speech| speech.finding(facts, vec![part.id().clone()])).collect();
    let is_incomplete = ledger.is_incomplete(part);
    let depth_of = |index: usize| depths.as_ref().and_then(|depths| depths.zones.get(index)).cloned();
    let zones = part.zones.iter().enumerate();
    ComponentVerdict {
        id: part.id().clone(),
        kind: part.kind,
        decision: strongest(findings.iter(), is_incomplete),
        earliest_on: first_day(facts, findings.iter(), is_incomplete),
        zones: zones
            .map(|(index, zone)| zone_verdict(facts, *zone, depth_of(index), &findings, is_incomplete))
            .collect(),
        findings,
        series: None,
    }
}

fn zone_verdict(
    facts: &Facts<'_>,
    zone: ZoneId,
    depth: Option<ZoneDepth>,
    findings: &[Finding],
    is_incomplete: bool,
) -> ZoneVerdict {
    let covering = || findings.iter().filter(|finding| finding.covers(zone));
    ZoneVerdict {
        zone,
        decision: strongest(covering(), is_incomplete),
        earliest_on: first_day(facts, covering(), is_incomplete),
        depth,
    }
}

/// The strongest of some findings; nothing found and nothing missing is clear.
pub(super) fn strongest<'f>(findings: impl Iterator<Item = &'f Finding>, is_incomplete: bool) -> Decision {
    let base = if is_incomplete { Decision::Incomplete } else { Decision::Clear };
    findings.map(|finding| Decision::from(finding.class)).chain([base]).max().unwrap_or(base)
}

/// The visit day or the latest end of a wait. A date nobody can know is never made up.
fn first_day<'f>(
    facts: &Facts<'_>,
    findings: impl Iterator<Item = &'f Finding>,
    is_incomplete: bool,
) -> Option<NaiveDate> {
    let mut first = Some(facts.visit_on).filter(|_| !is_incomplete)?;
    for finding in findings {
        match finding.class {
            Class::Block => return None,
            Class::Defer => first = first.max(finding.until?),
            Class::Inform | Class::Modify | Class::Signoff => {}
        }
    }
    Some(first)
}

/// The strongest decision of the whole plan.
pub(super) fn decision(verdict: &Verdict) -> Decision {
    let components = verdict.components.iter().map(|component| component.decision);
    let combinations = verdict.combinations.iter().map(|finding| Decision::from(finding.class));
    let items = verdict.items.iter().map(|item| item.decision);
    let flagged = if verdict.red_flags.is_empty() { Decision::Clear } else { Decision::Inform };
    components.chain(combinations).chain(items).chain([flagged]).max().unwrap_or(Decision::Clear)
}

/// The first day everything planned may start.
pub(super) fn earliest_on(verdict: &Verdict) -> Option<NaiveDate> {
    if verdict.combinations.iter().any(|finding| finding.class == Class::Block) {
        return None;
    }
    let days: Option<Vec<NaiveDate>> = verdict.components.iter().map(|component| component.earliest_on).collect();
    days?.into_iter().max()
}
