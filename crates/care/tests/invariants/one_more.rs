//! One more finding never lowers a decision.
//!
//! What a cap says about a depth is the one thing that a stricter cap replaces (assess 6: above the cap the plan
//! takes the cap, within it the zone asks for a signature), so it is left out where a fact brings a cap with it; the
//! cap itself never rises.

use care::case::{Answer, Case, Component};
use care::ids::{ComponentId, QuestionId};
use care::vocabulary::{AnswerState, MeasureKind};
use care::zones::ZoneId;
use care::{Class, Decision, Finding, Verdict};
use proptest::prelude::*;

use crate::any::{
    MEDICINES, any_answer, any_case, any_measure, any_medicine, any_symptom, dated_past, number, question_ids,
};
use crate::any_plan::any_work;
use crate::{config, is_earlier, judge};

/// Any question; the one that brings a cap with it more often.
fn any_question() -> impl Strategy<Value = QuestionId> {
    prop_oneof![3 => prop::sample::select(question_ids()), 1 => Just(QuestionId::from("ci.anticoagulant"))]
}

/// Whether a finding is about how deep a zone is planned.
fn is_about_depth(finding: &Finding) -> bool {
    let rule = finding.rule.as_str();
    let limits = ["z.", "cap.", "cb.", "ind."];
    let by_limit =
        limits.iter().any(|prefix| rule.starts_with(prefix)) && finding.wait.is_none() && finding.until.is_none();
    let by_skin = rule.starts_with("fst.") && finding.class == Class::Signoff;
    by_limit || by_skin
}

/// The decision on each component without what its depths say, and on the combinations.
fn decisions_but_for_depth(verdict: &Verdict) -> Vec<Decision> {
    let is_missing = |id: &ComponentId| verdict.missing.iter().any(|row| row.components.contains(id));
    let of_part = |part: &care::verdict::ComponentVerdict| {
        let base = if is_missing(&part.id) { Decision::Incomplete } else { Decision::Clear };
        let findings = part.findings.iter().filter(|finding| !is_about_depth(finding));
        findings.map(|finding| Decision::from(finding.class)).chain([base]).max().unwrap_or(base)
    };
    let combined = verdict.combinations.iter().map(|finding| Decision::from(finding.class)).max();
    verdict.components.iter().map(of_part).chain([combined.unwrap_or(Decision::Clear)]).collect()
}

/// Whether a finding still stands: under its rule, as strongly, as long, and in all its zones.
fn still_stands(finding: &Finding, after: &[Finding]) -> bool {
    let holds = |other: &&Finding| {
        other.rule == finding.rule
            && other.class >= finding.class
            && (other.class > finding.class || !is_earlier(other.until, finding.until))
    };
    let holding: Vec<&Finding> = after.iter().filter(holds).collect();
    let covers = |zone: &ZoneId| holding.iter().any(|other| other.covers(*zone));
    match finding.zones.as_slice() {
        [] => holding.iter().any(|other| other.zones.is_empty()),
        zones => zones.iter().all(covers),
    }
}

/// What was said still stands, no decision is lower, and no cap is higher. Parts that came later are not compared.
fn assert_nothing_taken_back(before: &Verdict, after: &Verdict) -> Result<(), TestCaseError> {
    for (was, is) in before.components.iter().zip(&after.components) {
        for finding in was.findings.iter().filter(|finding| !is_about_depth(finding)) {
            let (id, rule) = (&was.id, &finding.rule);
            prop_assert!(still_stands(finding, &is.findings), "{rule} on {id} was taken back: {:?}", is.findings);
        }
    }
    assert_never_lower(before, after)
}

/// No decision is lower than before, and no cap is higher. Parts that came later are not compared.
fn assert_never_lower(before: &Verdict, after: &Verdict) -> Result<(), TestCaseError> {
    let (was, is) = (decisions_but_for_depth(before), decisions_but_for_depth(after));
    prop_assert!(is.last() >= was.last(), "what the parts do to each other");
    for (was, is) in was.iter().zip(&is).take(before.components.len()) {
        prop_assert!(is >= was, "{was} became {is}");
    }
    let cap = |zone: &care::verdict::ZoneVerdict| zone.depth.as_ref().map(|depth| depth.cap_um);
    for (was, is) in before.components.iter().zip(&after.components) {
        for (was, is) in was.zones.iter().zip(&is.zones) {
            prop_assert!(cap(is) <= cap(was), "no fact makes {} bear more", was.zone);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn one_more_yes_never_lowers_a_decision(case in any_case(), question in any_question(), answer in any_answer()) {
        let with = |answer: Answer| -> Case {
            let mut case = case.clone();
            // With a medicine behind it the question would count as yes already.
            case.medicines.clear();
            case.answers.insert(question.clone(), answer);
            case
        };
        let before = judge(&with(Answer::plain(AnswerState::No)));
        assert_nothing_taken_back(&before, &judge(&with(Answer { state: AnswerState::Yes, ..answer })))?;
        let after = judge(&with(Answer::plain(AnswerState::Yes)));
        assert_nothing_taken_back(&before, &after)?;
        prop_assert!(after.decision >= before.decision, "a yes without limits is stricter as a whole");
        for (before, after) in before.components.iter().zip(&after.components) {
            prop_assert!(after.decision >= before.decision, "for every component: {}", before.id);
        }
    }

    #[test]
    fn one_more_medicine_never_lowers_a_decision(case in any_case(), medicine in any_medicine(), said in any_answer()) {
        let mut more = case;
        let (_, question) = MEDICINES.into_iter().find(|(name, _)| *name == medicine.name.as_str()).unwrap_or_default();
        more.answers.insert(QuestionId::from(question), said);
        let before = judge(&more);
        more.medicines.push(medicine);
        let after = judge(&more);
        // A medicine may bring the day that an answer lacked: that is a missing fact less, not a finding.
        if before.missing.iter().all(|row| after.missing.contains(row)) {
            assert_nothing_taken_back(&before, &after)?;
        }
    }

    #[test]
    fn one_more_past_procedure_never_lowers_a_decision(case in any_case(), past in dated_past()) {
        let mut case = case;
        case.history.get_or_insert_default();
        let before = judge(&case);
        case.history.get_or_insert_default().push(past);
        assert_nothing_taken_back(&before, &judge(&case))?;
    }

    #[test]
    fn a_worse_blood_value_never_lowers_a_decision(case in any_case(), measure in any_measure(), by in 0_u32..100) {
        let mut with = case.clone();
        with.measures.push(measure.clone());
        let before = judge(&with);
        let mut worse = case;
        let value = match measure.kind {
            MeasureKind::Platelets | MeasureKind::Hb => number(measure.value.count().unwrap_or(0).saturating_sub(by)),
            MeasureKind::Hba1c | MeasureKind::Inr => number(measure.value.count().unwrap_or(0) + by),
        };
        worse.measures.push(care::case::Measure { value, ..measure });
        assert_never_lower(&before, &judge(&worse))?;
    }

    #[test]
    fn one_more_symptom_never_lowers_a_decision(case in any_case(), symptom in any_symptom()) {
        let before = judge(&case);
        let mut more = case;
        more.symptoms.push(symptom);
        let after = judge(&more);
        assert_nothing_taken_back(&before, &after)?;
        prop_assert!(after.decision >= before.decision, "a symptom has no cap");
        for flag in &before.red_flags {
            let same = after.red_flags.iter().find(|other| other.rule == flag.rule);
            // Actions stand from the most to the least urgent.
            let is_as_urgent = same.is_some_and(|other| other.action <= flag.action);
            prop_assert!(is_as_urgent, "{} stays as urgent as it was", flag.rule);
        }
    }

    #[test]
    fn one_more_part_never_lowers_a_decision(case in any_case(), work in any_work()) {
        let before = judge(&case);
        let mut more = case;
        more.plan.components.push(Component { id: ComponentId::from("one-more"), work });
        assert_nothing_taken_back(&before, &judge(&more))?;
    }
}
