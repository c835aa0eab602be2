//! First possible days: never before the visit, and never earlier for a later exposure.

use care::Verdict;
use care::case::{Answer, Medicine, PastProcedure};
use care::vocabulary::AnswerState;
use proptest::prelude::*;

use crate::any::{any_answer, any_case, any_medicine, dated_past, days_ago, question_ids};
use crate::{config, is_earlier, judge};

fn assert_not_earlier(before: &Verdict, after: &Verdict) -> Result<(), TestCaseError> {
    prop_assert!(!is_earlier(after.earliest_on, before.earliest_on), "the whole plan would start earlier");
    for (before, after) in before.components.iter().zip(&after.components) {
        prop_assert!(!is_earlier(after.earliest_on, before.earliest_on), "{} would start earlier", before.id);
        for (before, after) in before.zones.iter().zip(&after.zones) {
            prop_assert!(!is_earlier(after.earliest_on, before.earliest_on), "{} would start earlier", before.zone);
        }
    }
    Ok(())
}

/// Days ago, the longer time first.
fn two_days() -> impl Strategy<Value = (u64, u64)> {
    (0_u64..200, 0_u64..200).prop_map(|(one, other)| (one.max(other), one.min(other)))
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_later_exposure_never_gives_an_earlier_date(
        case in any_case(),
        question in prop::sample::select(question_ids()),
        answer in any_answer(),
        days in two_days(),
    ) {
        let ended = |days: u64| {
            let mut case = case.clone();
            let answer = Answer { state: AnswerState::Yes, ended_on: Some(days_ago(days)), ..answer.clone() };
            case.answers.insert(question.clone(), answer);
            judge(&case)
        };
        assert_not_earlier(&ended(days.0), &ended(days.1))?;
    }

    #[test]
    fn a_later_procedure_never_gives_an_earlier_date(case in any_case(), past in dated_past(), days in two_days()) {
        let done = |days: u64| {
            let mut case = case.clone();
            case.history.get_or_insert_default().push(PastProcedure { on: Some(days_ago(days)), ..past.clone() });
            judge(&case)
        };
        assert_not_earlier(&done(days.0), &done(days.1))?;
    }

    #[test]
    fn a_later_last_dose_never_gives_an_earlier_date(
        case in any_case(), medicine in any_medicine(), days in two_days(),
    ) {
        let taken = |days: u64| {
            let mut case = case.clone();
            case.medicines.push(Medicine { ended_on: Some(days_ago(days)), ..medicine.clone() });
            judge(&case)
        };
        assert_not_earlier(&taken(days.0), &taken(days.1))?;
    }

    #[test]
    fn nothing_starts_before_the_visit(case in any_case()) {
        let verdict = judge(&case);
        let zones = verdict.components.iter().flat_map(|part| &part.zones).map(|zone| zone.earliest_on);
        let parts = verdict.components.iter().map(|part| part.earliest_on);
        for on in zones.chain(parts).chain([verdict.earliest_on]).flatten() {
            prop_assert!(on >= case.plan.visit_on, "{} is before the visit", on);
        }
        let visits = verdict.components.iter().filter_map(|part| part.series.as_ref()).flat_map(|row| &row.sessions);
        for on in visits.chain(verdict.sequential.iter().map(|step| &step.on)) {
            prop_assert!(*on >= case.plan.visit_on, "{} is before the visit", on);
        }
    }
}
