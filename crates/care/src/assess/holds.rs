//! Aftercare holds: what each component asks for, merged into one list.

use chrono::TimeDelta;

use super::caps::Depths;
use super::facts::Facts;
use super::part::Part;
use crate::case::Policy;
use crate::ids::{ComponentId, QuestionId, RuleId};
use crate::protocol::{Column, ConflictRow, HoldDefinition, Protocol};
use crate::verdict::{ComponentVerdict, Decision, HoldKind, HoldRow};
use crate::vocabulary::{ComponentKind, PeelClass, Target};
use crate::zones::ZoneId;

/// A component that asks for holds, and the column it stands in.
#[derive(Debug, Clone)]
pub(crate) struct HeldPart {
    pub(crate) id: ComponentId,
    pub(crate) column: Column,
}

/// The column of the aftercare table a component stands in; none for creams, light and the like.
pub(crate) fn column_of(
    protocol: &Protocol,
    kind: ComponentKind,
    class: Option<PeelClass>,
    deepest_um: u32,
    zones: &[ZoneId],
) -> Option<Column> {
    let columns = &protocol.aftercare.columns;
    let is_body =
        |zone: &ZoneId| protocol.zones.get(zone).is_some_and(|row| columns.body_regions.contains(&row.region));
    match kind {
        ComponentKind::Mn if deepest_um > columns.deep_um || zones.iter().any(is_body) => Some(Column::Mnd),
        ComponentKind::Mn if deepest_um > columns.shallow_um => Some(Column::Mns),
        ComponentKind::Mn => Some(Column::Mnl),
        ComponentKind::Rf => Some(Column::Rf),
        ComponentKind::Prp => Some(Column::Prp),
        ComponentKind::Peel if class.map(PeelClass::target) == Some(Target::Ps) => Some(Column::Ps),
        ComponentKind::Peel => Some(Column::Pm),
        ComponentKind::Serum | ComponentKind::Ta | ComponentKind::Led => None,
        ComponentKind::Toxin | ComponentKind::Filler | ComponentKind::Laser => None,
    }
}

/// One row per hold that any component asks for, sorted by hold, their times still open.
pub(crate) fn merge_holds(
    protocol: &Protocol,
    policy: &Policy,
    parts: &[HeldPart],
    is_yes: &dyn Fn(&QuestionId) -> bool,
) -> Vec<HoldRow> {
    let Some(first) = parts.first() else { return Vec::new() };
    let row = |hold: &HoldDefinition| {
        let timeless = |kind| HoldRow { item: hold.id.clone(), kind, hours: None, binds: first.id.clone(), at: None };
        match hold.kind {
            HoldKind::Until | HoldKind::Start | HoldKind::At => {
                binding(protocol, policy, hold, parts).or_else(|| hold.otherwise.map(timeless))
            }
            HoldKind::May | HoldKind::Always | HoldKind::Plan | HoldKind::Rx => {
                hold.with_yes.as_ref().is_none_or(is_yes).then(|| timeless(hold.kind))
            }
        }
    };
    let mut rows: Vec<HoldRow> = protocol.aftercare.holds.iter().filter_map(row).collect();
    rows.sort_by(|a, b| a.item.cmp(&b.item));
    rows
}

/// The component that sets a timed hold: the longest wins, for an appointment the earliest, then plan order.
fn binding(protocol: &Protocol, policy: &Policy, hold: &HoldDefinition, parts: &[HeldPart]) -> Option<HoldRow> {
    let asks = |part: &HeldPart| hold.hours.get(&part.column).copied().filter(|hours| *hours > 0);
    let mut winner: Option<(&HeldPart, u32)> = None;
    for (part, hours) in parts.iter().filter_map(|part| Some((part, asks(part)?))) {
        let wins =
            winner.is_none_or(|(_, other)| if hold.kind == HoldKind::At { hours < other } else { hours > other });
        if wins {
            winner = Some((part, hours));
        }
    }
    let (part, hours) = winner?;
    let least = hold.at_least.iter().map(|wait| protocol.days(wait, policy) * 24).max().unwrap_or(0);
    let hours = Some(hours.max(least));
    Some(HoldRow { item: hold.id.clone(), kind: hold.kind, hours, binds: part.id.clone(), at: None })
}

/// Whether every group of a conflict is among these kinds, and every question it names counts as yes.
pub(crate) fn met_conflicts(
    protocol: &Protocol,
    kinds: &[ComponentKind],
    is_yes: &dyn Fn(&QuestionId) -> bool,
) -> Vec<RuleId> {
    let is_met = |row: &&ConflictRow| {
        row.among.iter().all(|group| group.iter().any(|kind| kinds.contains(kind))) && row.all_yes.iter().all(is_yes)
    };
    let mut met: Vec<RuleId> = protocol.aftercare.conflicts.iter().filter(is_met).map(|row| row.id.clone()).collect();
    met.sort();
    if kinds.is_empty() { Vec::new() } else { met }
}

/// The merged holds of a plan. Components that are blocked do not take part.
pub(super) fn of_plan(
    facts: &Facts<'_>,
    parts: &[Part<'_>],
    depths: &[Option<Depths>],
    components: &[ComponentVerdict],
) -> Vec<HoldRow> {
    let held = |((part, depth), verdict): ((&Part<'_>, &Option<Depths>), &ComponentVerdict)| {
        let deepest_um = depth.as_ref().map_or(0, |depth| depth.deepest_um);
        let column = column_of(facts.protocol, part.kind, part.peel_class, deepest_um, &part.zones)?;
        (verdict.decision != Decision::Block).then(|| HeldPart { id: part.id().clone(), column })
    };
    let held: Vec<HeldPart> = parts.iter().zip(depths).zip(components).filter_map(held).collect();
    let mut rows = merge_holds(facts.protocol, &facts.case.policy, &held, &|question| facts.is_yes(question));
    for row in &mut rows {
        let ends_at = facts.case.plan.session_ends_at;
        row.at = ends_at.zip(row.hours).map(|(ends_at, hours)| ends_at + TimeDelta::hours(i64::from(hours)));
    }
    rows
}

/// The conflicts among the components of a plan that are not blocked.
pub(super) fn conflicts(facts: &Facts<'_>, parts: &[Part<'_>], components: &[ComponentVerdict]) -> Vec<RuleId> {
    let open = parts.iter().zip(components).filter(|(_, verdict)| verdict.decision != Decision::Block);
    let kinds: Vec<ComponentKind> = open.map(|(part, _)| part.kind).collect();
    met_conflicts(facts.protocol, &kinds, &|question| facts.is_yes(question))
}
