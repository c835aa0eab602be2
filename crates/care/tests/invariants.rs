//! What holds for every verdict, whatever the case: the invariants of the decision classes.

use std::collections::BTreeMap;

use care::case::{
    Answer, Case, ClientFacts, Component, Device, NeedledZone, Needling, PastProcedure, Peel, Plan, Plasma,
    Practitioner, Work,
};
use care::ids::{ComponentId, IndicationId, QuestionId, WaitId};
use care::vocabulary::{AnswerState, FillerMaterial, Jurisdiction, Needle, PastKind, PeelAgent, PeelClass, Sex};
use care::zones::ZoneId;
use care::{Decision, Protocol, Verdict, assess};
use chrono::{Days, NaiveDate};
use proptest::prelude::*;

const INDICATIONS: [&str; 5] =
    ["ind.fine_lines", "ind.acne_rolling", "ind.melasma", "ind.scar_surgical", "ind.texture"];

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 20).unwrap_or_default()
}

fn question_ids() -> Vec<QuestionId> {
    Protocol::shipped().questions().map(|question| QuestionId::from(question.id())).collect()
}

prop_compose! {
    fn any_zone()(zone in prop::sample::select(ZoneId::ALL)) -> ZoneId { zone }
}

prop_compose! {
    fn any_answer()(
        state in prop::sample::select(AnswerState::ALL),
        days_ago in prop::option::of(0_u64..400),
        zones in prop::collection::vec(any_zone(), 0..3),
        active in prop::option::of(any::<bool>()),
    ) -> Answer {
        Answer { ended_on: days_ago.map(|days| today() - Days::new(days)), zones, active, ..Answer::plain(state) }
    }
}

prop_compose! {
    fn any_past()(
        kind in prop::sample::select(PastKind::ALL),
        days_ago in prop::option::of(0_u64..300),
        zones in prop::collection::vec(any_zone(), 0..3),
        depth_um in prop::option::of(1_u32..4000),
    ) -> PastProcedure {
        PastProcedure {
            kind,
            on: days_ago.map(|days| today() - Days::new(days)),
            zones,
            peel_class: Some(PeelClass::Superficial),
            material: FillerMaterial::Ha,
            depth_um,
        }
    }
}

prop_compose! {
    fn any_needling()(
        zones in prop::collection::vec((any_zone(), 1_u32..=4000, prop::sample::select(&INDICATIONS)), 1..4),
        label_max_um in 1_u32..4000,
        needle in prop::option::of(Just(Needle::Steel)),
    ) -> Work {
        let zone = |(zone, depth_um, indication): (ZoneId, u32, &str)| {
            NeedledZone { zone, depth_um, indication: IndicationId::from(indication) }
        };
        let device = Device {
            label_max_um,
            label_max_um_by_zone: BTreeMap::new(),
            needle,
            label_fitzpatrick: None,
            label_indications: None,
        };
        Work::Mn(Needling { device, n_sessions: None, zones: zones.into_iter().map(zone).collect() })
    }
}

prop_compose! {
    fn any_peel()(
        agent in prop::sample::select(PeelAgent::ALL),
        percent in 1_u32..=100,
        zones in prop::collection::vec(any_zone(), 1..3),
    ) -> Work {
        let percent = percent.to_string().parse().ok();
        Work::Peel(Peel {
            zones, agent, percent, ph: None, n_layers: 1, minutes: None, frosting: None, lot: None, expires_on: None,
        })
    }
}

fn any_work() -> impl Strategy<Value = Work> {
    let plasma =
        prop::collection::vec(any_zone(), 1..3).prop_map(|zones| Work::Prp(Plasma { zones, preparation: None }));
    prop_oneof![any_needling(), any_peel(), plasma]
}

prop_compose! {
    fn any_case()(
        answers in prop::collection::btree_map(prop::sample::select(question_ids()), any_answer(), 0..12),
        history in prop::option::of(prop::collection::vec(any_past(), 0..4)),
        works in prop::collection::vec(any_work(), 1..4),
        other_answers in prop::sample::select(&[AnswerState::No, AnswerState::Unknown][..]),
        fitzpatrick in prop::option::of(1_u8..=6),
        may_sign_off in any::<bool>(),
        max_depth_um in 0_u32..=4000,
        born_years_ago in 10_u64..90,
    ) -> Case {
        let component = |(index, work)| Component { id: ComponentId::from(format!("part-{index}")), work };
        Case {
            today: today(),
            jurisdiction: Jurisdiction::Gb,
            policy: Protocol::shipped().default_policy(),
            practitioner: Practitioner { may_sign_off, max_depth_um },
            client: ClientFacts {
                born_on: today() - Days::new(born_years_ago * 366),
                sex: Sex::Female,
                fitzpatrick,
                weight_kg: None,
            },
            screened_on: today(),
            other_answers,
            answers,
            medicines: Vec::new(),
            measures: Vec::new(),
            history,
            symptoms: Vec::new(),
            items: Vec::new(),
            plan: Plan {
                visit_on: today(),
                session_ends_at: None,
                protocols: Vec::new(),
                components: works.into_iter().enumerate().map(component).collect(),
            },
        }
    }
}

fn judge(case: &Case) -> Verdict {
    assess(case, Protocol::shipped())
}

/// A date nobody can give is later than any date.
fn is_earlier(now: Option<NaiveDate>, before: Option<NaiveDate>) -> bool {
    now.unwrap_or(NaiveDate::MAX) < before.unwrap_or(NaiveDate::MAX)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn one_more_yes_never_lowers_a_decision(case in any_case(), question in prop::sample::select(question_ids())) {
        let before = judge(&case);
        let mut more = case;
        let was_no = more.answers.get(&question).map_or(more.other_answers, |answer| answer.state) == AnswerState::No;
        prop_assume!(was_no);
        more.answers.insert(question, Answer::plain(AnswerState::Yes));
        let after = judge(&more);
        prop_assert!(after.decision >= before.decision, "a yes can only make things stricter");
        for (before, after) in before.components.iter().zip(&after.components) {
            prop_assert!(after.decision >= before.decision, "for every component: {}", before.id);
        }
    }

    #[test]
    fn the_order_of_the_history_changes_nothing(case in any_case()) {
        prop_assume!(case.history.iter().flatten().all(|past| past.on.is_some()));
        let before = judge(&case);
        let mut turned = case;
        turned.history = turned.history.map(|history| history.into_iter().rev().collect());
        prop_assert_eq!(judge(&turned), before, "the same facts give the same verdict");
    }

    #[test]
    fn an_unanswered_mandatory_question_is_never_clear(case in any_case()) {
        let mut asked = case;
        asked.answers.insert(QuestionId::from("ci.open_wound"), Answer::plain(AnswerState::Unknown));
        let verdict = judge(&asked);
        prop_assert!(verdict.decision >= Decision::Incomplete, "nothing but no counts as no");
        for component in &verdict.components {
            prop_assert!(component.decision >= Decision::Incomplete, "it is asked for every component");
            prop_assert_eq!(component.earliest_on, None, "and no date is made up");
        }
    }

    #[test]
    fn a_later_exposure_never_gives_an_earlier_date(case in any_case()) {
        let before = judge(&case);
        for question in case.answers.keys() {
            let mut later = case.clone();
            let Some(answer) = later.answers.get_mut(question) else { continue };
            if answer.ended_on.is_none() {
                continue;
            }
            answer.ended_on = Some(today());
            let after = judge(&later);
            prop_assert!(!is_earlier(after.earliest_on, before.earliest_on), "moving {} later", question);
        }
    }

    #[test]
    fn no_cap_is_above_a_limit_that_was_given(case in any_case()) {
        let verdict = judge(&case);
        for (component, judged) in case.plan.components.iter().zip(&verdict.components) {
            let Some(needling) = component.work.needling() else { continue };
            for zone in &judged.zones {
                let Some(depth) = &zone.depth else { continue };
                prop_assert!(depth.cap_um <= needling.device.label_max_um, "never above the label");
                prop_assert!(depth.cap_um <= case.practitioner.max_depth_um, "never above the scope");
                prop_assert!(!depth.binding.is_empty(), "a cap always names what sets it");
            }
        }
    }

    #[test]
    fn every_finding_says_its_rule_source_and_status(case in any_case()) {
        let verdict = judge(&case);
        let keys = Protocol::shipped().word_keys();
        let findings = verdict.components.iter().flat_map(|component| &component.findings).chain(&verdict.combinations);
        for finding in findings {
            prop_assert!(!finding.source.is_empty() && !finding.status.is_empty(), "{} has no authority", finding.rule);
            prop_assert!(keys.contains(&finding.message.key), "{} has no sentence", finding.message.key);
        }
    }

    #[test]
    fn a_longer_wait_only_touches_the_rules_that_cite_it(case in any_case()) {
        let before = judge(&case);
        let mut longer = case;
        let wait = WaitId::from("w.selftan");
        longer.policy.days.insert(wait.clone(), 14);
        let after = judge(&longer);
        for (before, after) in before.components.iter().zip(&after.components) {
            let others = |findings: &[care::Finding]| -> Vec<care::Finding> {
                findings.iter().filter(|finding| finding.wait.as_ref() != Some(&wait)).cloned().collect()
            };
            prop_assert_eq!(others(&before.findings), others(&after.findings), "self-tan is the only rule that cites it");
        }
    }

    #[test]
    fn no_bytes_can_stop_the_reader_of_cases(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        if let Err(refusal) = care::read_case(&bytes) {
            let line = refusal.to_string();
            prop_assert!(!line.contains('\n') && line.contains(": "), "one line with a path and what is allowed: {line}");
        }
    }
}
