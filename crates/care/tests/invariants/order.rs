//! The order in which facts were told changes nothing.

use care::case::{Case, Measure, PastProcedure};
use care::read_case;
use proptest::prelude::*;
use serde_json::json;

use crate::any::{any_case, days_ago, number};
use crate::{config, judge};

/// A case and the same facts in another order. A procedure without its day is named by its place, so it has one.
fn shuffled() -> impl Strategy<Value = (Case, Case)> {
    any_case().prop_flat_map(|mut case| {
        case.history.iter_mut().flatten().for_each(|past| past.on = past.on.or(Some(days_ago(5))));
        // Twice the same procedure and the same value, of other days and places: what has to be joined.
        let again = case.history.iter().flatten().next().cloned();
        case.history.iter_mut().for_each(|history| {
            history.extend(again.clone().map(|past| PastProcedure {
                on: Some(days_ago(3)),
                zones: Vec::new(),
                ..past
            }));
        });
        let again = case.measures.first().map(|measure| Measure { value: number(60), ..measure.clone() });
        case.measures.extend(again);
        let history = Just(case.history.clone().unwrap_or_default()).prop_shuffle();
        let medicines = Just(case.medicines.clone()).prop_shuffle();
        let measures = Just(case.measures.clone()).prop_shuffle();
        let symptoms = Just(case.symptoms.clone()).prop_shuffle();
        let protocols = Just(case.plan.protocols.clone()).prop_shuffle();
        (Just(case), history, medicines, measures, symptoms, protocols).prop_map(
            |(case, history, medicines, measures, symptoms, protocols)| {
                let mut turned = case.clone();
                turned.history = case.history.as_ref().map(|_| history);
                (turned.medicines, turned.measures, turned.symptoms) = (medicines, measures, symptoms);
                turned.plan.protocols = protocols;
                turned.answers.values_mut().for_each(|answer| answer.zones.reverse());
                (case, turned)
            },
        )
    })
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_order_of_history_medicines_values_and_symptoms_changes_nothing((case, turned) in shuffled()) {
        prop_assert_eq!(judge(&turned), judge(&case), "the same facts give the same verdict");
    }

    #[test]
    fn a_fact_that_was_told_twice_counts_once(case in any_case()) {
        let mut twice = case.clone();
        twice.history.iter_mut().for_each(|history| {
            history.iter_mut().for_each(|past| past.on = past.on.or(Some(days_ago(5))));
        });
        let once = judge(&twice);
        twice.history = twice.history.map(|history| [history.clone(), history].concat());
        twice.medicines.extend(case.medicines.clone());
        twice.measures.extend(case.measures.clone());
        twice.symptoms.extend(case.symptoms);
        prop_assert_eq!(judge(&twice), once, "saying it again adds nothing");
    }

    #[test]
    fn answers_in_any_order_are_the_same_case(order in Just(vec![0, 1, 2, 3]).prop_shuffle()) {
        let answers = [
            r#""ci.tan": { "state": "yes", "ended_on": "2026-11-10" }"#,
            r#""ci.koebner": { "state": "yes" }"#,
            r#""ci.nsaid": { "state": "unknown" }"#,
            r#""ci.open_wound": { "state": "yes", "zones": ["z.chin", "z.back"] }"#,
        ];
        let written = |order: &[usize]| {
            let answers: Vec<&str> = order.iter().map(|index| answers[*index]).collect();
            let part = json!({
                "id": "mn", "kind": "mn", "indication": "ind.texture", "device": { "label_max_mm": 2 },
                "zones": [{ "zone": "z.forehead", "depth_mm": 1 }],
            });
            format!(
                r#"{{ "answers": {{ {} }}, "today": "2026-11-20", "jurisdiction": "GB",
                "plan": {{ "components": [{part}] }},
                "practitioner": {{ "may_sign_off": true, "max_depth_mm": 2 }}, "other_answers": "no", "history": [],
                "client": {{ "born_on": "1992-03-14", "sex": "female", "fitzpatrick": 2 }} }}"#,
                answers.join(", ")
            )
        };
        let judged = |text: String| read_case(text.as_bytes()).map(|case| judge(&case));
        prop_assert_eq!(judged(written(&order)), judged(written(&[0, 1, 2, 3])), "answers have no order");
    }
}
