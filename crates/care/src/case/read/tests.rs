//! What the reader accepts and how it refuses.

use super::*;

/// A case with nothing planned, with `extra` fields put in.
fn case_with(extra: &str) -> String {
    let comma = if extra.is_empty() { "" } else { "," };
    format!(
        r#"{{"today":"2026-11-20","jurisdiction":"GB","practitioner":{{"may_sign_off":true,"max_depth_mm":2.5}},
        "client":{{"born_on":"1992-03-14","sex":"female","fitzpatrick":2}},"plan":{{"components":[]}}{comma}{extra}}}"#
    )
}

fn refusal(extra: &str) -> String {
    read_case(case_with(extra).as_bytes()).map(|_| "accepted".to_owned()).unwrap_or_else(|error| error.to_string())
}

#[test]
fn a_case_with_nothing_but_the_required_facts_is_read() {
    let case = read_case(case_with("").as_bytes()).unwrap();
    assert_eq!(case.practitioner.max_depth_um, 2500, "2.5 mm is held as 2500 µm");
    assert_eq!(case.other_answers, AnswerState::Unknown, "nobody said no to the other questions");
    assert_eq!(case.screened_on, case.today, "an absent screening day is today");
}

#[test]
fn a_refusal_names_the_path_and_what_is_allowed() {
    assert_eq!(
        refusal(r#""policy":{"days":{"w.peel_s":7}}"#),
        "policy.days.w.peel_s: a whole number from 14 to 28",
        "both ends of the range are named"
    );
    assert_eq!(
        refusal(r#""answers":{"ci.nsaid":{"state":"yes","ended_on":"2026-11-21"}}"#),
        "answers.ci.nsaid.ended_on: a date YYYY-MM-DD or a month YYYY-MM that exists and is not after today, from 1900 on",
        "a fact from the future is refused"
    );
    assert!(refusal(r#""anwsers":{}"#).starts_with("anwsers: no such field"), "a misspelt field is never ignored");
}

#[test]
fn a_month_means_its_last_day_but_never_a_day_after_today() {
    let read = |month: &str| {
        let text = case_with(&format!(r#""answers":{{"ci.tan":{{"state":"yes","ended_on":"{month}"}}}}"#));
        read_case(text.as_bytes()).unwrap().answers.get("ci.tan").unwrap().ended_on.unwrap().to_string()
    };
    assert_eq!(read("2026-02"), "2026-02-28", "the last day of a past month");
    assert_eq!(read("2026-11"), "2026-11-20", "the running month ends today");
}

#[test]
fn a_key_that_stands_twice_is_refused() {
    let refused = refusal(r#""answers":{"ci.tan":{"state":"no"},"ci.tan":{"state":"yes"}}"#);
    assert_eq!(refused, "answers.ci.tan: a field that stands once", "which of two answers counts is never guessed");
}

#[test]
fn glycated_haemoglobin_in_percent_becomes_millimoles_per_mole() {
    let text = case_with(r#""measures":[{"kind":"hba1c","value":8.5,"unit":"%","on":"2026-11-01"}]"#);
    let case = read_case(text.as_bytes()).unwrap();
    assert_eq!(case.measures[0].value, crate::decimal::Decimal::whole(69), "8.5 % is 69 mmol/mol");
}

#[test]
fn a_written_protocol_is_for_a_combination_and_not_for_a_question() {
    let planned = |id: &str| {
        let text = case_with("").replace(r#""components":[]"#, &format!(r#""components":[],"protocols":["{id}"]"#));
        read_case(text.as_bytes()).map(|case| case.plan.protocols.len()).map_err(|refusal| refusal.path)
    };
    assert_eq!(planned("cb.mn_peel_s"), Ok(1), "a combination may have a protocol on file");
    assert_eq!(planned("cb.mn_prp"), Ok(1), "one that is allowed anyway may have one too");
    assert_eq!(planned("cb.mn_txa.renal"), Err("plan.protocols[0]".to_owned()), "a question has none");
}
