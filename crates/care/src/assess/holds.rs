//! Aftercare holds: what each component asks for, merged into one list.

use std::cmp::Ordering;

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

/// What one component asks of one timed hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Ask {
    hours: u32,
    /// Its place in the plan.
    place: usize,
}

impl Ask {
    /// The one of two that counts: the longer hold, the earlier appointment; of two alike the first of the plan.
    fn joined(self, other: Self, kind: HoldKind) -> Self {
        let by_hours = match kind {
            HoldKind::At => self.hours.cmp(&other.hours),
            HoldKind::Until | HoldKind::Start => other.hours.cmp(&self.hours),
            HoldKind::May | HoldKind::Always | HoldKind::Plan | HoldKind::Rx => Ordering::Equal,
        };
        if by_hours.then(self.place.cmp(&other.place)).is_le() { self } else { other }
    }
}

/// The component that sets a timed hold, and its hours.
fn binding(protocol: &Protocol, policy: &Policy, hold: &HoldDefinition, parts: &[HeldPart]) -> Option<HoldRow> {
    let asks = |(place, part): (usize, &HeldPart)| {
        let hours = hold.hours.get(&part.column).copied().filter(|hours| *hours > 0)?;
        Some(Ask { hours, place })
    };
    let ask = parts.iter().enumerate().filter_map(asks).reduce(|one, other| one.joined(other, hold.kind))?;
    let part = parts.get(ask.place)?;
    let least = hold.at_least.iter().map(|wait| protocol.days(wait, policy) * 24).max().unwrap_or(0);
    let hours = Some(ask.hours.max(least));
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TIMED: [HoldKind; 3] = [HoldKind::Until, HoldKind::Start, HoldKind::At];

    prop_compose! {
        /// Few hours and places, so that ties are common.
        fn any_ask()(hours in 1_u32..6, place in 0_usize..4) -> Ask { Ask { hours, place } }
    }

    fn any_kind() -> impl Strategy<Value = HoldKind> {
        prop::sample::select(&TIMED)
    }

    proptest! {
        #[test]
        fn of_two_holds_the_same_one_counts(a in any_ask(), b in any_ask(), kind in any_kind()) {
            prop_assert_eq!(a.joined(b, kind), b.joined(a, kind), "the order of the plan is in the holds themselves");
        }

        #[test]
        fn three_holds_join_in_any_grouping(a in any_ask(), b in any_ask(), c in any_ask(), kind in any_kind()) {
            let (left, right) = (a.joined(b, kind).joined(c, kind), a.joined(b.joined(c, kind), kind));
            prop_assert_eq!(left, right, "there is one that counts of three");
        }

        #[test]
        fn a_hold_joined_with_itself_is_itself(a in any_ask(), kind in any_kind()) {
            prop_assert_eq!(a.joined(a, kind), a, "saying it twice adds nothing");
        }

        #[test]
        fn no_hold_ends_before_any_part_asks_and_no_appointment_comes_later(a in any_ask(), b in any_ask()) {
            let longest = a.hours.max(b.hours);
            prop_assert_eq!(a.joined(b, HoldKind::Until).hours, longest, "the longer wait");
            prop_assert_eq!(a.joined(b, HoldKind::Start).hours, longest, "the later beginning");
            prop_assert_eq!(a.joined(b, HoldKind::At).hours, a.hours.min(b.hours), "the earlier visit");
        }
    }
}
