//! The holds of a visit with those of earlier visits that still run.

use std::collections::BTreeMap;

use chrono::{NaiveDateTime, TimeDelta, Timelike};

use super::DoneVisit;
use crate::assess::{HeldPart, merge_holds};
use crate::ids::{ComponentId, HoldId};
use crate::protocol::Protocol;
use crate::verdict::HoldKind;
use crate::vocabulary::ComponentKind;

/// One hold with its exact end and who set it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Running {
    pub(super) item: HoldId,
    pub(super) kind: HoldKind,
    /// `None` for a line without a time.
    pub(super) ends_at: Option<NaiveDateTime>,
    pub(super) binds: ComponentId,
    pub(super) part: ComponentKind,
    /// The earlier visit it belongs to.
    pub(super) earlier: Option<EarlierVisit>,
}

/// An earlier visit whose hold still runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct EarlierVisit {
    pub(super) number: String,
    pub(super) finished_at: NaiveDateTime,
}

impl Running {
    /// The one of two holds of an item that counts: the later end; a hold with an end beats a line that only allows
    /// something. Of two alike it is the visit's own, then that of the newer visit.
    fn joined(self, other: Self) -> Self {
        if other.weight() > self.weight() { other } else { self }
    }

    fn weight(&self) -> (Option<NaiveDateTime>, bool, Option<(NaiveDateTime, &str)>, &ComponentId) {
        let earlier = self.earlier.as_ref().map(|visit| (visit.finished_at, visit.number.as_str()));
        (self.ends_at, earlier.is_none(), earlier, &self.binds)
    }
}

/// One hold per item: the visit's own, or an earlier one that ends later. Appointments stay the visit's own.
pub(super) fn merged(protocol: &Protocol, done: &DoneVisit, earlier: &[DoneVisit]) -> Vec<Running> {
    let mut merged: BTreeMap<HoldId, Running> = BTreeMap::new();
    let before = earlier.iter().filter(|visit| visit.finished_at <= done.finished_at);
    for hold in holds_of(protocol, done).into_iter().chain(before.flat_map(|visit| running_of(protocol, visit, done))) {
        let joined = match merged.remove(&hold.item) {
            Some(other) => other.joined(hold),
            None => hold,
        };
        merged.insert(joined.item.clone(), joined);
    }
    merged.into_values().collect()
}

/// What an earlier visit still asks for when this one ends.
fn running_of(protocol: &Protocol, visit: &DoneVisit, done: &DoneVisit) -> Vec<Running> {
    let earlier = EarlierVisit { number: visit.number.clone(), finished_at: visit.finished_at };
    let holds = holds_of(protocol, visit).into_iter().filter(|hold| still_runs(hold, done));
    holds.map(|hold| Running { earlier: Some(earlier.clone()), ..hold }).collect()
}

fn still_runs(hold: &Running, done: &DoneVisit) -> bool {
    let is_hold = match hold.kind {
        HoldKind::Until | HoldKind::Start => true,
        HoldKind::At | HoldKind::May | HoldKind::Always | HoldKind::Plan | HoldKind::Rx => false,
    };
    is_hold && hold.ends_at.is_some_and(|ends_at| ends_at > done.finished_at)
}

fn holds_of(protocol: &Protocol, visit: &DoneVisit) -> Vec<Running> {
    let held =
        visit.parts.iter().filter_map(|part| Some(HeldPart { id: part.id.clone(), column: part.column(protocol)? }));
    let held: Vec<HeldPart> = held.collect();
    let rows = merge_holds(protocol, &visit.policy, &held, &|question| visit.answers_yes(question));
    let running = |row: crate::verdict::HoldRow| {
        let part = visit.parts.iter().find(|part| part.id == row.binds)?;
        let ends_at = row.hours.map(|hours| visit.finished_at + TimeDelta::hours(i64::from(hours)));
        Some(Running {
            item: row.item,
            kind: row.kind,
            ends_at,
            binds: row.binds,
            part: part.what.kind(),
            earlier: None,
        })
    };
    rows.into_iter().filter_map(running).collect()
}

/// The end as a sheet prints it: a hold that would end in the night ends the morning after.
pub(super) fn printed_at(protocol: &Protocol, ends_at: NaiveDateTime) -> NaiveDateTime {
    let night = &protocol.aftercare.night;
    let morning = |on: chrono::NaiveDate| on.and_hms_opt(night.to_hour, 0, 0).unwrap_or(ends_at);
    if ends_at.hour() >= night.from_hour {
        morning(ends_at.date() + chrono::Days::new(1))
    } else if ends_at.hour() < night.to_hour {
        morning(ends_at.date())
    } else {
        ends_at
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(hour: u32) -> Option<NaiveDateTime> {
        chrono::NaiveDate::from_ymd_opt(2026, 11, 20)?.and_hms_opt(hour, 0, 0)
    }

    prop_compose! {
        fn any_running()(
            ends_at_hour in prop::option::of(10_u32..14),
            earlier in prop::option::of((1_u32..4, 0_u32..3)),
            binds in prop::sample::select(&["mn", "prp"][..]),
        ) -> Running {
            let visit = |(number, hour): (u32, u32)| {
                Some(EarlierVisit { number: format!("A-{number:06}"), finished_at: at(hour)? })
            };
            Running {
                item: HoldId::from("ac.touch"),
                kind: HoldKind::Until,
                ends_at: ends_at_hour.and_then(at),
                binds: ComponentId::from(binds),
                part: ComponentKind::Mn,
                earlier: earlier.and_then(visit),
            }
        }
    }

    proptest! {
        #[test]
        fn of_two_visits_the_same_hold_counts_whichever_is_named_first(a in any_running(), b in any_running()) {
            let (one, other) = (a.clone().joined(b.clone()), b.joined(a));
            prop_assert_eq!(one, other, "the order of the visits is in the holds themselves");
        }

        #[test]
        fn holds_of_three_visits_join_in_any_grouping(a in any_running(), b in any_running(), c in any_running()) {
            let left = a.clone().joined(b.clone()).joined(c.clone());
            prop_assert_eq!(left, a.joined(b.joined(c)), "there is one that counts of three");
        }

        #[test]
        fn the_hold_of_a_visit_joined_with_itself_is_itself(a in any_running()) {
            prop_assert_eq!(a.clone().joined(a.clone()), a, "naming a visit twice adds nothing");
        }

        #[test]
        fn joined_holds_never_end_before_any_of_them(a in any_running(), b in any_running()) {
            let joined = a.clone().joined(b.clone());
            prop_assert!(joined.ends_at >= a.ends_at.max(b.ends_at), "the longest wins");
        }
    }
}
