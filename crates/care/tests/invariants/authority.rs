//! Every output names its rule, source and status; a setting changes only the rules that cite it.

use std::collections::BTreeMap;

use care::ids::WaitId;
use care::verdict::{ComponentVerdict, HoldRow};
use care::{Finding, Protocol};
use proptest::prelude::*;

use crate::any::{any_case, any_days};
use crate::{config, judge};

/// The rules that cite a wait (assess 4.1, 5 and 8); a wait that is not here has no effect on a verdict.
const CITED_BY: [(&str, &[&str]); 31] = [
    ("w.retinoid_topical", &["ci.retinoid_topical"]),
    ("w.retinoid_resume", &["ac.actives"]),
    ("w.aha_bha", &["ci.aha_bha"]),
    ("w.aha_bha_resume", &["ac.actives"]),
    ("w.wax", &["ci.waxing"]),
    ("w.sun", &["ci.tan"]),
    ("w.selftan", &["ci.selftan"]),
    ("w.sunburn", &["ci.sunburn"]),
    ("w.isotretinoin", &["ci.isotretinoin_past"]),
    ("w.peel_s", &["ci.peel_recent", "cb.mn_peel_vs", "cb.mn_peel_s"]),
    ("w.peel_m", &["ci.peel_recent", "cb.mn_peel_m"]),
    ("w.peel_d", &["ci.peel_recent"]),
    ("w.tca_cross", &["ci.peel_recent"]),
    ("w.microderm", &["w.microderm"]),
    ("w.laser_na", &["ci.laser_recent"]),
    ("w.laser_ab", &["ci.laser_recent"]),
    ("w.laser_hair", &["ci.laser_recent"]),
    ("w.toxin_before", &["ci.toxin_recent"]),
    ("w.toxin_after", &["cb.mn_toxin"]),
    ("w.filler_before", &["ci.filler_recent"]),
    ("w.filler_after", &["cb.mn_filler"]),
    ("w.biostim", &["ci.filler_recent"]),
    ("w.surgery_field", &["ci.surgery_recent"]),
    ("w.mn_mn", &["ci.mn_recent"]),
    ("w.prp_prp", &["w.prp_prp"]),
    ("w.nsaid_prp", &["ci.nsaid"]),
    ("w.vaccine", &["ci.vaccine"]),
    ("w.hsv_clear", &["ci.hsv_active"]),
    ("w.chemo", &["ci.cancer_chemo"]),
    ("w.steroid_sys", &["ci.steroid_sys"]),
    ("w.steroid_inj", &["ci.steroid_local"]),
];

fn cites(rule: &str, wait: &WaitId) -> bool {
    CITED_BY.iter().any(|(id, rules)| *id == wait.as_str() && rules.contains(&rule))
}

fn others<'v>(findings: &'v [Finding], wait: &WaitId) -> Vec<&'v Finding> {
    findings.iter().filter(|finding| !cites(finding.rule.as_str(), wait)).collect()
}

fn other_holds<'v>(holds: &'v [HoldRow], wait: &WaitId) -> Vec<&'v HoldRow> {
    holds.iter().filter(|hold| !cites(hold.item.as_str(), wait)).collect()
}

fn caps(part: &ComponentVerdict) -> Vec<Option<u32>> {
    part.zones.iter().map(|zone| zone.depth.as_ref().map(|depth| depth.cap_um)).collect()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_finding_says_its_rule_source_and_status(case in any_case()) {
        let verdict = judge(&case);
        let protocol = Protocol::shipped();
        let keys = protocol.word_keys();
        let of_items = verdict.items.iter().flat_map(|item| &item.findings);
        let of_parts = verdict.components.iter().flat_map(|component| &component.findings);
        for finding in of_parts.chain(&verdict.combinations).chain(of_items) {
            prop_assert!(!finding.source.is_empty() && !finding.status.is_empty(), "{} has no authority", finding.rule);
            prop_assert!(keys.contains(&finding.message.key), "{} has no sentence", finding.message.key);
        }
        let risks = verdict.consent_risks.iter().map(|risk| risk.as_str());
        let holds = verdict.aftercare.iter().map(|hold| hold.item.as_str());
        let signs = verdict.red_flags.iter().map(|flag| flag.rule.as_str());
        let caps = verdict.components.iter().flat_map(|part| &part.zones).filter_map(|zone| zone.depth.as_ref());
        let binding = caps.flat_map(|depth| &depth.binding).map(|rule| rule.as_str());
        let conflicts = verdict.conflicts.iter().map(|rule| rule.as_str());
        for id in risks.chain(holds).chain(signs).chain(binding).chain(conflicts) {
            let basis = protocol.basis(&care::ids::RuleId::from(id));
            let is_based = basis.is_some_and(|basis| !basis.source.is_empty() && !basis.status.is_empty());
            prop_assert!(is_based, "{id} has no authority");
        }
    }

    #[test]
    fn another_wait_only_touches_the_rules_that_cite_it(case in any_case(), (wait, days) in any_days()) {
        let before = judge(&case);
        let mut changed = case;
        changed.policy.days.insert(wait.clone(), days);
        let after = judge(&changed);
        for (before, after) in before.components.iter().zip(&after.components) {
            prop_assert_eq!(others(&before.findings, &wait), others(&after.findings, &wait), "in {}", before.id);
            prop_assert_eq!(caps(before), caps(after), "a wait is no depth");
            let interval = |part: &ComponentVerdict| part.series.as_ref().map(|row| row.interval_days);
            let may_differ = wait.as_str() == "w.mn_mn";
            prop_assert!(may_differ || interval(before) == interval(after), "nor an interval of {}", before.id);
        }
        prop_assert_eq!(other_holds(&before.aftercare, &wait), other_holds(&after.aftercare, &wait), "no other hold");
        prop_assert_eq!(&before.combinations, &after.combinations, "what parts do to each other has no days");
        prop_assert_eq!(&before.missing, &after.missing, "no fact is missing for it");
        prop_assert_eq!(&before.consent_risks, &after.consent_risks, "no risk comes of it");
        prop_assert_eq!(&before.conflicts, &after.conflicts, "nothing pulls otherwise");
        prop_assert_eq!(&before.red_flags, &after.red_flags, "no sign is another");
        prop_assert_eq!(&before.items, &after.items, "no label is read otherwise");
        prop_assert_eq!(&before.computed, &after.computed, "no number is another");
    }

    #[test]
    fn another_youngest_age_only_touches_the_rules_of_age(case in any_case(), min_age in 16_u32..=18) {
        let before = judge(&case);
        let mut changed = case;
        changed.policy.min_age = min_age;
        let after = judge(&changed);
        let others = |part: &ComponentVerdict| -> Vec<Finding> {
            let mut findings: Vec<Finding> =
                part.findings.iter().filter(|row| !row.rule.as_str().starts_with("ci.age_")).cloned().collect();
            // Every standing rule could name the age in its sentence; only those of age do.
            findings.iter_mut().for_each(|row| row.message.args = BTreeMap::new());
            findings
        };
        for (before, after) in before.components.iter().zip(&after.components) {
            prop_assert_eq!(others(before), others(after), "in {}", before.id);
        }
    }
}
