//! What the components of one visit do to each other.

use super::caps::Depths;
use super::facts::Facts;
use super::part::Part;
use super::series;
use super::speech::Speech;
use crate::ids::RuleId;
use crate::protocol::{Meeting as Lie, Order, PairRow, PastRow, TripleRow};
use crate::verdict::{Arg, Class, ComponentVerdict, Finding, SequentialStep};
use crate::vocabulary::ComponentKind;
use crate::zones::ZoneId;

/// Components that meet under one rule.
pub(super) struct Meeting<'p> {
    pub(super) rule: &'p RuleId,
    pub(super) class: Class,
    /// Depth cap in these zones, unless the rule blocks.
    pub(super) cap_um: Option<u32>,
    /// The zones they share, sorted; empty when the rule does not ask for any.
    pub(super) zones: Vec<ZoneId>,
    /// Needling first.
    parts: Vec<usize>,
}

impl Meeting<'_> {
    /// Whether a component is one of those that meet.
    pub(super) fn involves(&self, part: &Part<'_>) -> bool {
        self.parts.contains(&part.index)
    }
}

/// Every meeting of the plan, in plan order. Of the rows of one rule the first that fits a pair speaks.
pub(super) fn meetings<'p>(facts: &Facts<'p>, parts: &[Part<'_>]) -> Vec<Meeting<'p>> {
    let mut meetings: Vec<Meeting<'p>> = Vec::new();
    for one in parts {
        for other in parts.iter().filter(|other| is_pair(one, other)) {
            let mut spoken: Vec<&RuleId> = Vec::new();
            for row in facts.protocol.pairs.iter().filter(|row| fits(facts, row, one, other)) {
                if !spoken.contains(&&row.rule) {
                    spoken.push(&row.rule);
                    meetings.push(meeting_of(row, one, other));
                }
            }
        }
    }
    for row in &facts.protocol.triples {
        meetings.extend(triples(row, parts));
    }
    meetings
}

/// Two components of one kind make one pair, not two.
fn is_pair(one: &Part<'_>, other: &Part<'_>) -> bool {
    one.index != other.index && (one.kind != other.kind || one.index < other.index)
}

fn meeting_of<'p>(row: &'p PairRow, one: &Part<'_>, other: &Part<'_>) -> Meeting<'p> {
    let zones = match row.zones {
        Lie::Shared => one.shared_zones(other),
        Lie::Apart | Lie::Any => Vec::new(),
    };
    let cap_um = row.cap_um.filter(|_| row.class != Class::Block);
    Meeting { rule: &row.rule, class: row.class, cap_um, zones, parts: vec![one.index, other.index] }
}

fn fits(facts: &Facts<'_>, row: &PairRow, one: &Part<'_>, other: &Part<'_>) -> bool {
    let lies = match row.zones {
        Lie::Shared => !one.shared_zones(other).is_empty(),
        Lie::Apart => one.shared_zones(other).is_empty(),
        Lie::Any => true,
    };
    let stands = match row.order {
        Some(Order::First) => other.index < one.index,
        None => true,
    };
    row.between.contains(&one.kind)
        && row.with == other.kind
        && lies
        && stands
        && facts.has_phototype(&row.phototype)
        && (row.jurisdiction.is_empty() || row.jurisdiction.contains(&facts.case.jurisdiction))
        && (!row.protocol || facts.case.plan.protocols.contains(&row.rule))
        && facts.any_yes(&row.any_yes)
        && fits_other(row, other)
}

/// Whether the second component is what a row is written for.
fn fits_other(row: &PairRow, other: &Part<'_>) -> bool {
    use crate::case::Work;
    let agent = other.peel().map(|peel| peel.agent);
    let serum = other.serum();
    let (material, ablative) = match &other.component.work {
        Work::Filler(filler) => (Some(filler.material), None),
        Work::Laser(laser) => (None, Some(laser.is_ablative)),
        Work::Mn(_) | Work::Rf(_) | Work::Prp(_) | Work::Peel(_) | Work::Serum(_) => (None, None),
        Work::Ta(_) | Work::Led(_) | Work::Toxin(_) => (None, None),
    };
    (row.peel_agents.is_empty() || agent.is_some_and(|agent| row.peel_agents.contains(&agent)))
        && !agent.is_some_and(|agent| row.except_agents.contains(&agent))
        && (row.peel_classes.is_empty() || other.peel_class.is_some_and(|class| row.peel_classes.contains(&class)))
        && (row.substances.is_empty() || serum.is_some_and(|serum| row.substances.contains(&serum.substance)))
        && (row.origins.is_empty() || serum.is_some_and(|serum| row.origins.contains(&serum.origin)))
        && (row.materials.is_empty() || material.is_some_and(|material| row.materials.contains(&material)))
        && row.ablative.is_none_or(|wanted| ablative == Some(wanted))
}

/// Three components of which the middle one shares a zone with each of the others.
fn triples<'p>(row: &'p TripleRow, parts: &[Part<'_>]) -> Vec<Meeting<'p>> {
    let of = |kind: ComponentKind| parts.iter().filter(move |part| part.kind == kind);
    let mut meetings = Vec::new();
    for one in parts.iter().filter(|part| row.between.contains(&part.kind)) {
        for middle in of(row.through).filter(|middle| !middle.shared_zones(one).is_empty()) {
            for other in of(row.with).filter(|other| !middle.shared_zones(other).is_empty()) {
                let parts = vec![one.index, middle.index, other.index];
                meetings.push(Meeting { rule: &row.rule, class: row.class, cap_um: None, zones: Vec::new(), parts });
            }
        }
    }
    meetings
}

/// The meetings as findings: strongest first, then by rule, then in plan order.
pub(super) fn findings(facts: &Facts<'_>, parts: &[Part<'_>], meetings: &[Meeting<'_>]) -> Vec<Finding> {
    let mut ordered: Vec<&Meeting<'_>> = meetings.iter().collect();
    ordered.sort_by(|a, b| b.class.cmp(&a.class).then_with(|| (a.rule, &a.parts).cmp(&(b.rule, &b.parts))));
    let finding = |meeting: &Meeting<'_>| {
        let ids = meeting.parts.iter().filter_map(|index| parts.get(*index)).map(|part| part.id().clone()).collect();
        let speech = Speech::new(meeting.rule, meeting.class).in_zones(meeting.zones.clone());
        let speech = match meeting.cap_um {
            Some(cap_um) => speech.naming("limit", Arg::DepthUm(cap_um)),
            None => speech,
        };
        speech.finding(facts, ids)
    };
    ordered.into_iter().map(finding).collect()
}

/// For the first needling and peel that may not share a visit: needling, peel, needling, each on its day.
pub(super) fn one_after_the_other(
    facts: &Facts<'_>,
    parts: &[Part<'_>],
    depths: &[Option<Depths>],
    meetings: &[Meeting<'_>],
    components: &[ComponentVerdict],
) -> Vec<SequentialStep> {
    let steps = || {
        let blocked = meetings.iter().filter(|meeting| meeting.class == Class::Block);
        let (needling, peel, row) = blocked.filter_map(|meeting| spaced(facts, parts, meeting)).next()?;
        let deepest_um = depths.get(needling.index)?.as_ref()?.deepest_um;
        let days = row.wait.as_ref().map(|wait| facts.days(wait)).or(row.days)?;
        let after = |on: chrono::NaiveDate, days: u32| on + chrono::Days::new(u64::from(days));
        let first_on = components.get(needling.index)?.earliest_on?;
        let peel_on = after(first_on, days).max(components.get(peel.index)?.earliest_on?);
        let again_on = after(peel_on, days).max(after(first_on, series::interval_days(facts, deepest_um)));
        let step = |part: &Part<'_>, on| SequentialStep { component: part.id().clone(), on };
        Some(vec![step(needling, first_on), step(peel, peel_on), step(needling, again_on)])
    };
    steps().unwrap_or_default()
}

/// The needling, the peel and the row that spaces them, if a meeting is of that kind.
fn spaced<'p, 'a, 'c>(
    facts: &Facts<'p>,
    parts: &'a [Part<'c>],
    meeting: &Meeting<'_>,
) -> Option<(&'a Part<'c>, &'a Part<'c>, &'p PastRow)> {
    let [one, other] = meeting.parts.as_slice() else { return None };
    let (needling, peel) = (parts.get(*one)?, parts.get(*other)?);
    if !needling.kind.is_needling() || peel.kind != ComponentKind::Peel {
        return None;
    }
    let row = facts.protocol.past.iter().find(|row| row.rule == *meeting.rule)?;
    Some((needling, peel, row))
}
