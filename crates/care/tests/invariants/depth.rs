//! A cap is never above anything that limits it.

use care::case::{Case, NeedledZone};
use care::verdict::{Arg, ComponentVerdict};
use care::zones::ZoneId;
use care::{Class, Verdict};
use proptest::prelude::*;

use crate::any::any_case;
use crate::{config, judge};

/// The deepest anybody may go in the zones of these plans, in micrometres (facts 4.3, max+).
const DEEPEST_UM: [(ZoneId, u32); 9] = [
    (ZoneId::Forehead, 1500),
    (ZoneId::CheekMedial, 2000),
    (ZoneId::Jawline, 1500),
    (ZoneId::Crowsfeet, 1500),
    (ZoneId::Eyelid, 0),
    (ZoneId::Vermilion, 250),
    (ZoneId::NeckAnt, 2500),
    (ZoneId::Abdomen, 2500),
    (ZoneId::Scalp, 1500),
];

/// What an indication allows, in micrometres (facts 4.1 and 4.4).
fn indication_um(indication: &str) -> u32 {
    match indication {
        "ind.fine_lines" => 1500,
        "ind.melasma" => 1000,
        _ => u32::MAX,
    }
}

/// The caps that combinations put on a zone of a part, in micrometres.
fn combined_um(verdict: &Verdict, part: &ComponentVerdict, zone: ZoneId) -> Vec<u32> {
    let meets =
        verdict.combinations.iter().filter(|row| row.components.contains(&part.id) && row.zones.contains(&zone));
    let limit = |row: &care::Finding| match row.message.args.get("limit") {
        Some(Arg::DepthUm(limit_um)) => Some(*limit_um),
        Some(Arg::Day(_) | Arg::Count(_) | Arg::Text(_)) | None => None,
    };
    meets.filter_map(limit).collect()
}

fn limits_um(case: &Case, verdict: &Verdict, part: &ComponentVerdict, target: &NeedledZone) -> Vec<u32> {
    let zone = DEEPEST_UM.iter().find(|(zone, _)| *zone == target.zone).map_or(0, |(_, deepest_um)| *deepest_um);
    let mut limits_um = vec![case.practitioner.max_depth_um, zone, indication_um(target.indication.as_str())];
    limits_um.extend(combined_um(verdict, part, target.zone));
    let is_thinned = part
        .findings
        .iter()
        .any(|row| row.rule.as_str() == "ci.anticoagulant" && row.class == Class::Signoff && row.covers(target.zone));
    limits_um.extend(is_thinned.then_some(1000));
    let is_filled = case.history.iter().flatten().any(|past| {
        past.kind == care::vocabulary::PastKind::Filler && (past.zones.is_empty() || past.zones.contains(&target.zone))
    });
    limits_um.extend(is_filled.then_some(1000));
    limits_um
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn no_cap_is_above_anything_that_limits_it(case in any_case()) {
        let verdict = judge(&case);
        for (component, part) in case.plan.components.iter().zip(&verdict.components) {
            let Some(needling) = component.work.needling() else { continue };
            for (target, zone) in needling.zones.iter().zip(&part.zones) {
                let Some(depth) = &zone.depth else { continue };
                let by_zone = needling.device.label_max_um_by_zone.get(&target.zone);
                let label_um = by_zone.copied().unwrap_or(needling.device.label_max_um);
                prop_assert!(depth.cap_um <= label_um, "never above the label");
                for limit_um in limits_um(&case, &verdict, part, target) {
                    let (cap_um, zone) = (depth.cap_um, target.zone);
                    prop_assert!(cap_um <= limit_um, "{cap_um} um in {zone} is above {limit_um}");
                }
                prop_assert!(!depth.binding.is_empty(), "a cap always names what sets it");
                prop_assert_eq!(depth.planned_um, target.depth_um, "and the plan stays as it was written");
            }
        }
    }

    #[test]
    fn above_its_cap_a_zone_never_goes_without_a_word(case in any_case()) {
        for part in judge(&case).components {
            for zone in &part.zones {
                let Some(depth) = &zone.depth else { continue };
                let covering = part.findings.iter().filter(|row| row.covers(zone.zone));
                let speaking: Vec<_> = covering.map(|row| &row.rule).collect();
                let all_speak = depth.binding.iter().all(|rule| speaking.contains(&rule));
                prop_assert!(depth.planned_um <= depth.cap_um || all_speak, "every limit that binds says so");
            }
        }
    }
}
