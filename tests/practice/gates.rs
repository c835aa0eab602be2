//! When a treatment may begin and go on: consent, the questions of today and the rules, each time anew.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::clinic::{Practice, chart, item};
use crate::refusals::{consented_visit, screened_visit};

fn answer(visit: &str, question: &str, state: &str) -> Value {
    let answer = json!({ "state": state, "ended_on": null, "active": null, "allergy_class": null });
    json!({ "visit": visit, "question": question, "answer": answer })
}

#[test]
fn an_answer_that_changes_after_the_signature_stops_the_treatment() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = consented_visit(&practice)?;
    practice.call("answer_set", answer(&visit, "ci.pregnant", "yes"))?;
    let failure = practice.refused("zones_chart", chart(&visit, "left", 1000));
    ensure!(failure.words.contains("questions of today"), "the questions are open again: {}", failure.words);
    practice.call("screening_close", json!({ "visit": visit, "secret": "4711" }))?;
    for (name, request) in [
        ("zones_chart", chart(&visit, "left", 1000)),
        ("item_add", item(&visit, "mn", "cartridge", "2027-11-19")),
        ("visit_finish", json!({ "visit": visit, "finished_at": null })),
    ] {
        let failure = practice.refused(name, request);
        ensure!(failure.words.contains("rules stop"), "{name} must not go on in pregnancy: {}", failure.words);
    }
    Ok(())
}

#[test]
fn what_was_begun_before_a_stop_is_recorded_with_a_reason() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = consented_visit(&practice)?;
    practice.call("zones_chart", chart(&visit, "left", 1000))?;
    practice.call("answer_set", answer(&visit, "ci.pregnant", "yes"))?;
    let mut done = chart(&visit, "right", 1000);
    let failure = practice.refused("zones_chart", done.clone());
    ensure!(failure.fields[0].path == "zones[0].deviation_reason", "a reason is asked for: {failure:?}");
    done["zones"][0]["deviation_reason"] = json!("Done before the client told us.");
    let view = practice.call("zones_chart", done)?;
    ensure!(view["chart"]["zones"].as_array().is_some_and(|zones| zones.len() == 2), "the truth is recorded");
    Ok(())
}

#[test]
fn the_questions_of_today_are_put_again_on_the_next_day() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = consented_visit(&practice)?;
    let practice = practice.later("2026-11-21T09:00:00Z")?;
    let failure = practice.refused("zones_chart", chart(&visit, "left", 1000));
    ensure!(failure.words.contains("questions of today"), "yesterday's answers are stale: {}", failure.words);
    let view = practice.call("visit_open", json!({ "visit": visit }))?;
    ensure!(view["screening"]["closed"].is_null(), "the screen says so too");
    ensure!(view["screening"]["n_unanswered"].as_u64() > Some(0), "they count as unanswered");
    practice.screen(&visit)?;
    practice.call("zones_chart", chart(&visit, "left", 1000))?;
    Ok(())
}

#[test]
fn a_visit_charted_yesterday_is_signed_today_without_new_questions() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = consented_visit(&practice)?;
    for side in ["left", "right"] {
        practice.call("zones_chart", chart(&visit, side, 1000))?;
    }
    practice.call("item_add", item(&visit, "mn", "cartridge", "2027-11-19"))?;
    practice.call("item_add", item(&visit, "prp", "plasma_kit", "2027-11-19"))?;
    let practice = practice.later("2026-11-21T09:00:00Z")?;
    practice.call("visit_finish", json!({ "visit": visit, "finished_at": "2026-11-20T14:30" }))?;
    let signed = practice.call("visit_sign", json!({ "visit": visit, "secret": "4711" }))?;
    ensure!(signed["status"] == "signed", "it was done yesterday, on yesterday's answers");
    ensure!(signed["visit_on"] == "2026-11-20", "and it is dated when it was done");
    Ok(())
}

#[test]
fn a_client_who_says_no_after_signing_is_not_treated() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = consented_visit(&practice)?;
    let view =
        practice.call("consent_refuse", json!({ "visit": visit, "reason": "I changed my mind", "secret": "4711" }))?;
    ensure!(view["consent"]["is_valid"] == false, "the signature no longer holds: {}", view["consent"]);
    let failure = practice.refused("zones_chart", chart(&visit, "left", 1000));
    ensure!(failure.words.contains("signed consent"), "nothing starts: {}", failure.words);
    let view = practice.consent(&visit)?;
    ensure!(view["consent"]["is_valid"] == true, "a new signature is possible");
    Ok(())
}

#[test]
fn what_was_done_before_a_withdrawal_can_still_be_signed() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = consented_visit(&practice)?;
    for side in ["left", "right"] {
        practice.call("zones_chart", chart(&visit, side, 1000))?;
    }
    practice.call("item_add", item(&visit, "mn", "cartridge", "2027-11-19"))?;
    practice.call("item_add", item(&visit, "prp", "plasma_kit", "2027-11-19"))?;
    practice.call("consent_refuse", json!({ "visit": visit, "reason": "It hurts", "secret": "4711" }))?;
    practice.call("visit_finish", json!({ "visit": visit, "finished_at": null }))?;
    let signed = practice.call("visit_sign", json!({ "visit": visit, "secret": "4711" }))?;
    ensure!(signed["status"] == "signed", "the record of what was done is closed");
    Ok(())
}

#[test]
fn a_visit_closed_without_treatment_is_refused_everything_else() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = screened_visit(&practice)?;
    practice.call("visit_not_today", json!({ "visit": visit, "reason": "Unwell" }))?;
    let failure = practice.refused("consent_refuse", json!({ "visit": visit, "reason": "Unwell", "secret": "4711" }));
    ensure!(failure.words.contains("closed without treatment"), "the visit is over: {}", failure.words);
    Ok(())
}
