//! How deep a zone may be needled: the smallest of every limit that applies, and which of them bind.
//!
//! The plan takes the cap; nothing here ever raises a depth.

use super::combinations::Meeting;
use super::facts::Facts;
use super::ledger::Ledger;
use super::part::Part;
use super::speech::Speech;
use crate::case::{NeedledZone, Needling};
use crate::ids::RuleId;
use crate::protocol::{CapRow, ZoneRow};
use crate::verdict::{Arg, Class, ZoneDepth};
use crate::zones::ZoneId;

/// The depths of one needling component.
pub(super) struct Depths {
    /// In plan order.
    pub(super) zones: Vec<ZoneDepth>,
    /// The deepest of planned or cap, whichever is smaller in each zone, in micrometres.
    pub(super) deepest_um: u32,
}

/// One limit of one zone.
struct Limit {
    rule: RuleId,
    max_um: u32,
    /// What the limit was before a scar lifted it.
    unlifted_um: Option<u32>,
}

/// Judges the depths of a component; nothing for a component without needles.
pub(super) fn judge(
    facts: &Facts<'_>,
    part: &Part<'_>,
    meetings: &[Meeting<'_>],
    ledger: &mut Ledger,
) -> Option<Depths> {
    let needling = part.needling()?;
    let mut zones = Vec::with_capacity(needling.zones.len());
    for target in &needling.zones {
        let Some(row) = facts.protocol.zones.get(&target.zone) else { continue };
        let limits = limits_of(facts, part, needling, target, row, meetings, ledger);
        let depth = depth_of(target, &limits);
        for speech in speeches_of(target, row, &limits, &depth) {
            ledger.say(part, speech.in_zones(vec![target.zone]));
        }
        zones.push(depth);
    }
    let deepest_um = zones.iter().map(|depth| depth.planned_um.min(depth.cap_um)).max().unwrap_or(0);
    Some(Depths { zones, deepest_um })
}

fn depth_of(target: &NeedledZone, limits: &[Limit]) -> ZoneDepth {
    let cap_um = limits.iter().map(|limit| limit.max_um).min().unwrap_or(0);
    let binds = limits.iter().filter(|limit| limit.max_um == cap_um);
    let mut binding: Vec<RuleId> = binds.map(|limit| limit.rule.clone()).collect();
    binding.sort();
    binding.dedup();
    ZoneDepth { planned_um: target.depth_um, cap_um, binding }
}

/// Above the cap every binding limit speaks; within it the zone and a lifted phototype ask for a signature.
fn speeches_of(target: &NeedledZone, row: &ZoneRow, limits: &[Limit], depth: &ZoneDepth) -> Vec<Speech> {
    let mut speeches = Vec::new();
    if target.depth_um > depth.cap_um {
        let class = if depth.cap_um == 0 { Class::Block } else { Class::Modify };
        let limit = Arg::DepthUm(depth.cap_um);
        speeches.extend(depth.binding.iter().map(|rule| Speech::new(rule, class).naming("limit", limit.clone())));
    } else if target.depth_um > row.max_um {
        speeches.push(Speech::new(&zone_rule(row), Class::Signoff));
    }
    let reached_um = target.depth_um.min(depth.cap_um);
    let is_lifted = |limit: &&Limit| limit.unlifted_um.is_some_and(|unlifted| reached_um > unlifted);
    speeches.extend(limits.iter().filter(is_lifted).map(|limit| Speech::new(&limit.rule, Class::Signoff)));
    speeches
}

/// The id a zone speaks under.
fn zone_rule(row: &ZoneRow) -> RuleId {
    row.rule.clone().unwrap_or_else(|| RuleId::from(row.id.as_str()))
}

fn limits_of(
    facts: &Facts<'_>,
    part: &Part<'_>,
    needling: &Needling,
    target: &NeedledZone,
    row: &ZoneRow,
    meetings: &[Meeting<'_>],
    ledger: &Ledger,
) -> Vec<Limit> {
    let fixed = |rule: RuleId, max_um: u32| Limit { rule, max_um, unlifted_um: None };
    if row.never {
        return vec![fixed(zone_rule(row), 0)];
    }
    let label_um = needling.device.label_max_um_by_zone.get(&target.zone).copied();
    let device_um = label_um.unwrap_or(needling.device.label_max_um);
    let scope_um = facts.case.practitioner.max_depth_um;
    let indication = facts.protocol.indications.get(&target.indication);
    let is_scar = indication.is_some_and(|row| row.is_scar);
    let reaches_plus = target.depth_um > row.max_um
        && facts.case.practitioner.may_sign_off
        && device_um > row.max_um
        && scope_um > row.max_um
        && (is_scar || !row.plus_for_scars_only);
    let zone_um = if reaches_plus { row.max_plus_um } else { row.max_um };
    let mut limits = vec![
        fixed(RuleId::from("cap.device"), device_um),
        fixed(RuleId::from("cap.scope"), scope_um),
        fixed(zone_rule(row), zone_um),
    ];
    limits.extend(indication.and_then(|row| row.cap.as_ref()).map(|cap| fixed(cap.rule.clone(), cap.max_um)));
    let rows = facts.protocol.caps.iter().filter(|cap| applies(facts, part, cap, target.zone, ledger));
    limits.extend(rows.map(|cap| limit_of(facts, cap, target, row, is_scar)));
    let combined = meetings.iter().filter(|meeting| meeting.involves(part) && meeting.zones.contains(&target.zone));
    limits.extend(combined.filter_map(|meeting| Some(fixed(meeting.rule.clone(), meeting.cap_um?))));
    limits
}

fn applies(facts: &Facts<'_>, part: &Part<'_>, cap: &CapRow, zone: ZoneId, ledger: &Ledger) -> bool {
    let is_said =
        |rule: &RuleId| ledger.said(part, rule).any(|speech| speech.zones.is_empty() || speech.zones.contains(&zone));
    let history = facts.case.history.as_deref().unwrap_or_default();
    facts.has_phototype(&cap.phototype)
        && cap.at_least.as_ref().is_none_or(|age| facts.age >= facts.years(age))
        && cap.with_finding.as_ref().is_none_or(is_said)
        && cap.past.is_none_or(|kind| {
            history.iter().any(|past| past.kind == kind && (past.zones.is_empty() || past.zones.contains(&zone)))
        })
}

/// The limit a cap row sets in a zone, lifted for a scar where the row and the practitioner allow it.
fn limit_of(facts: &Facts<'_>, cap: &CapRow, target: &NeedledZone, row: &ZoneRow, is_scar: bool) -> Limit {
    let below_zone = |less_um: u32| row.max_um.saturating_sub(less_um).max(cap.floor_um).min(row.max_um);
    let max_um = cap.less_um.map(below_zone).into_iter().chain(cap.max_um).min().unwrap_or(row.max_um);
    let lifts = cap.scar_lift && is_scar && facts.case.practitioner.may_sign_off && target.depth_um > max_um;
    if lifts {
        Limit { rule: cap.rule.clone(), max_um: row.max_um, unlifted_um: Some(max_um) }
    } else {
        Limit { rule: cap.rule.clone(), max_um, unlifted_um: None }
    }
}
