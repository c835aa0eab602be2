//! Nothing but no counts as no.

use care::case::Answer;
use care::ids::QuestionId;
use care::vocabulary::AnswerState;
use care::{Decision, Protocol};
use proptest::prelude::*;

use crate::any::any_case;
use crate::{config, judge};

proptest! {
    #![proptest_config(config())]

    #[test]
    fn an_unanswered_mandatory_question_is_never_clear(case in any_case(), pick in any::<prop::sample::Index>()) {
        let protocol = Protocol::shipped();
        let asked = protocol.questions_for(&case.plan.components, case.client.sex);
        let question = QuestionId::from(pick.get(&asked).id());
        let mut open = case;
        // A listed medicine answers its question, whatever else was said.
        open.medicines.clear();
        open.answers.insert(question.clone(), Answer::plain(AnswerState::Unknown));
        let verdict = judge(&open);
        let path = format!("answers.{question}");
        let missing = verdict.missing.iter().find(|row| row.path == path);
        prop_assert!(verdict.decision >= Decision::Incomplete, "nothing but no counts as no: {}", question);
        prop_assert_eq!(verdict.earliest_on, None, "and no date is made up");
        let asking = missing.map(|row| row.components.clone()).unwrap_or_default();
        prop_assert!(!asking.is_empty(), "{} is named with the parts that ask it", question);
        for component in verdict.components.iter().filter(|part| asking.contains(&part.id)) {
            prop_assert!(component.decision >= Decision::Incomplete, "{} cannot be judged", component.id);
            prop_assert_eq!(component.earliest_on, None, "nor dated");
        }
    }

    #[test]
    fn history_nobody_asked_about_leaves_every_part_open(case in any_case()) {
        let mut open = case;
        open.history = None;
        for component in judge(&open).components {
            prop_assert!(component.decision >= Decision::Incomplete, "{} cannot be judged", component.id);
        }
    }
}
