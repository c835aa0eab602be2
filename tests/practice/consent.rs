//! A consent holds for the words that were read, the parts that were explained and the facts that were signed off.

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};

use crate::clinic::{Practice, plan, sign_request};
use crate::refusals::screened_visit;

fn prepare(practice: &Practice, visit: &str) -> Result<Value> {
    practice.call("consent_prepare", json!({ "visit": visit, "language": null }))
}

fn initial_all(practice: &Practice, visit: &str, shown: &Value) -> Result<()> {
    let sections = shown["sections"].as_array().context("sections")?;
    for clause in sections.iter().flat_map(|section| section["clauses"].as_array().into_iter().flatten()) {
        if clause["needs_initials"] == true {
            practice.call("consent_initial", json!({ "visit": visit, "clause": clause["id"], "letters": "IH" }))?;
        }
    }
    Ok(())
}

fn notes(visit: &str, same_day_reason: &str) -> Value {
    json!({ "visit": visit, "questions": "", "same_day_reason": same_day_reason, "identity_check": "Known to me" })
}

#[test]
fn time_to_think_counts_from_the_day_every_part_was_explained() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = screened_visit(&practice)?;
    let needling_only = json!([plan(1000)[0]]);
    practice.call("plan_set", json!({ "visit": visit, "components": needling_only }))?;
    prepare(&practice, &visit)?;
    let practice = practice.later("2026-12-20T14:00:00Z")?;
    practice.screen(&visit)?;
    let shown = prepare(&practice, &visit)?;
    ensure!(shown["needs_same_day_reason"] == false, "a month is long enough for what was explained then");
    practice.call("plan_set", json!({ "visit": visit, "components": plan(1000) }))?;
    practice.screen(&visit)?;
    let shown = prepare(&practice, &visit)?;
    ensure!(shown["needs_same_day_reason"] == true, "plasma was explained a moment ago");
    Ok(())
}

#[test]
fn a_sign_off_falls_when_the_plan_it_was_given_for_changes() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = screened_visit(&practice)?;
    let answer = json!({ "state": "yes", "ended_on": null, "active": null, "allergy_class": null });
    practice.call("answer_set", json!({ "visit": visit, "question": "ci.anticoagulant", "answer": answer }))?;
    let stopped = practice.call("screening_close", json!({ "visit": visit, "secret": "4711" }))?;
    ensure!(stopped["plan"]["verdict"]["may_go_on"] == false, "a prescriber has to look first");
    let findings = stopped["plan"]["verdict"]["findings"].as_array().context("findings")?;
    for finding in findings.iter().filter(|finding| finding["can_be_lifted"] == true) {
        let lift = json!({ "visit": visit, "rule": finding["rule"], "reason": "INR 2.1 this week", "secret": "4711" });
        practice.call("finding_lift", lift)?;
    }
    let lifted = practice.call("visit_open", json!({ "visit": visit }))?;
    ensure!(lifted["plan"]["verdict"]["may_go_on"] == true, "lifted: {}", lifted["plan"]["verdict"]["findings"]);
    let mut wider = plan(1000);
    let forehead = json!({ "zone": "z.forehead", "side": "middle", "depth_um": 250 });
    wider[0]["zones"].as_array_mut().context("zones")?.push(forehead);
    let wider = practice.call("plan_set", json!({ "visit": visit, "components": wider }))?;
    ensure!(wider["plan"]["verdict"]["may_go_on"] == false, "nobody signed off the forehead");
    let back = practice.call("plan_set", json!({ "visit": visit, "components": plan(1000) }))?;
    ensure!(back["plan"]["verdict"]["may_go_on"] == true, "what was signed off stays signed off");
    Ok(())
}

#[test]
fn a_signature_no_hand_draws_is_refused() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = screened_visit(&practice)?;
    let shown = prepare(&practice, &visit)?;
    initial_all(&practice, &visit, &shown)?;
    practice.call("consent_note", notes(&visit, "Travelled a long way"))?;
    let mut request = sign_request(&visit, &shown, "4711");
    let point = request["signature"]["strokes"][0][0].clone();
    request["signature"]["strokes"] = json!(vec![vec![point; 300]; 100]);
    let failure = practice.refused("consent_sign", request.clone());
    ensure!(failure.fields.iter().any(|field| field.path == "signature.strokes"), "no hand draws that: {failure:?}");
    request["signature"] = json!({ "kind": "typed", "name": "x".repeat(100_000) });
    let failure = practice.refused("consent_sign", request);
    ensure!(failure.fields.iter().any(|field| field.path == "signature.name"), "nor types that: {failure:?}");
    Ok(())
}
