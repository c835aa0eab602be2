//! Holds of several parts and visits: one list, whatever the order, and never shorter than any of them alone.

use std::collections::{BTreeMap, BTreeSet};

use care::aftercare::{Contact, Done, DonePart, DoneVisit, compose};
use care::ids::{ComponentId, HoldId};
use care::vocabulary::PeelClass;
use care::zones::{Side, SidedZone, ZoneId};
use care::{Protocol, TextMissing};
use chrono::{NaiveDateTime, TimeDelta};
use proptest::prelude::*;

use crate::any::{any_case, today};
use crate::{config, judge};

fn finished_at() -> NaiveDateTime {
    today().and_hms_opt(15, 30, 0).unwrap_or_default()
}

fn any_done() -> impl Strategy<Value = Done> {
    prop_oneof![
        (1_u32..2500).prop_map(|deepest_um| Done::Mn { deepest_um }),
        (1_u32..2500).prop_map(|deepest_um| Done::Rf { deepest_um }),
        Just(Done::Prp),
        prop::sample::select(PeelClass::ALL).prop_map(|class| Done::Peel { class }),
        Just(Done::Serum),
        Just(Done::Ta),
        Just(Done::Led),
    ]
}

prop_compose! {
    fn any_visit(oldest_hours: i64)(
        parts in prop::collection::vec((any_done(), prop::sample::select(ZoneId::ALL)), 1..4),
        hours_ago in 0..=oldest_hours,
        number in 1_u32..40,
    ) -> DoneVisit {
        let part = |(index, (what, zone)): (usize, (Done, ZoneId))| DonePart {
            id: ComponentId::from(format!("part-{index}")),
            zones: vec![SidedZone { zone, side: Side::Middle }],
            what,
        };
        DoneVisit {
            number: format!("A-{number:06}"),
            finished_at: finished_at() - TimeDelta::hours(hours_ago),
            parts: parts.into_iter().enumerate().map(part).collect(),
            fitzpatrick: Some(3),
            answered_yes: BTreeSet::new(),
            policy: Protocol::shipped().default_policy(),
            contact: Contact {
                clinic: "Sample clinic".to_owned(),
                phone: "01632 960001".to_owned(),
                out_of_hours_phone: String::new(),
                emergency_phone: "999".to_owned(),
            },
            next_visit_on: None,
        }
    }
}

/// Visits of the last weeks, up to when every hold has ended.
fn earlier_visits() -> impl Strategy<Value = Vec<DoneVisit>> {
    prop::collection::vec(any_visit(900), 0..4)
}

/// When each hold of the sheet ends, and who set it.
fn ends(done: &DoneVisit, earlier: &[DoneVisit]) -> Result<BTreeMap<HoldId, (NaiveDateTime, String)>, TextMissing> {
    let sheet = compose(Protocol::shipped(), done, earlier, "en-GB")?;
    Ok(sheet.holds.into_iter().map(|hold| (hold.item, (hold.ends_at, hold.binds.words))).collect())
}

fn composed(
    done: &DoneVisit,
    earlier: &[DoneVisit],
) -> Result<BTreeMap<HoldId, (NaiveDateTime, String)>, TestCaseError> {
    ends(done, earlier).map_err(|missing| TestCaseError::fail(missing.to_string()))
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_sheet_is_never_shorter_than_any_of_its_parts_alone(done in any_visit(0)) {
        let together = composed(&done, &[])?;
        for part in &done.parts {
            let alone = DoneVisit { parts: vec![part.clone()], ..done.clone() };
            for (item, (ends_at, _)) in composed(&alone, &[])? {
                let merged = together.get(&item).map(|(ends_at, _)| *ends_at);
                prop_assert!(merged >= Some(ends_at), "{item} would end before the part alone asks for");
            }
        }
    }

    #[test]
    fn a_sheet_is_never_shorter_than_what_an_earlier_visit_still_asks_for(
        done in any_visit(0), earlier in earlier_visits(),
    ) {
        let together = composed(&done, &earlier)?;
        for (item, (ends_at, _)) in composed(&done, &[])? {
            let merged = together.get(&item).map(|(merged, _)| *merged);
            prop_assert!(merged >= Some(ends_at), "{item} of the visit itself");
        }
        for visit in &earlier {
            let running = composed(visit, &[])?.into_iter().filter(|(_, (ends_at, _))| *ends_at > done.finished_at);
            for (item, (ends_at, _)) in running {
                let merged = together.get(&item).map(|(merged, _)| *merged);
                prop_assert!(merged >= Some(ends_at), "{item} of {}", visit.number);
            }
        }
    }

    #[test]
    fn the_order_of_earlier_visits_changes_nothing(
        done in any_visit(0),
        (earlier, turned) in earlier_visits().prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle())),
    ) {
        prop_assert_eq!(composed(&done, &earlier)?, composed(&done, &turned)?, "the same visits give the same sheet");
    }

    #[test]
    fn an_earlier_visit_that_is_named_twice_counts_once(done in any_visit(0), earlier in earlier_visits()) {
        let twice = [earlier.clone(), earlier.clone()].concat();
        prop_assert_eq!(composed(&done, &earlier)?, composed(&done, &twice)?, "saying it again adds nothing");
    }

    #[test]
    fn the_order_of_the_parts_changes_no_hour(case in any_case()) {
        let hours = |case: &care::case::Case| -> BTreeMap<HoldId, Option<u32>> {
            judge(case).aftercare.into_iter().map(|hold| (hold.item, hold.hours)).collect()
        };
        let mut turned = case.clone();
        turned.plan.components.reverse();
        // A peel before the needling may change what the needling may do; then the two plans are not the same.
        let allowed = |case: &care::case::Case| {
            let cap = |zone: &care::verdict::ZoneVerdict| zone.depth.as_ref().map(|depth| depth.cap_um);
            let parts = judge(case).components.into_iter();
            let mut allowed: Vec<_> =
                parts.map(|part| (part.id, part.decision, part.zones.iter().map(cap).collect::<Vec<_>>())).collect();
            allowed.sort();
            allowed
        };
        prop_assume!(allowed(&case) == allowed(&turned));
        prop_assert_eq!(hours(&case), hours(&turned), "the longest is the longest");
    }
}
