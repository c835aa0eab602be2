//! What is planned and charted is held against what was signed: nothing above it starts, and only the excess is asked for.

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};

use crate::clinic::{Practice, chart, plan, sign_request};
use crate::consent_file::ready_to_sign;
use crate::refusals::consented_visit;

fn set_plan(practice: &Practice, visit: &str, parts: &Value) -> Result<Value> {
    practice.call("plan_set", json!({ "visit": visit, "components": parts }))
}

/// The zones of a clause that describes needling, as the client reads it.
fn clause_words(shown: &Value, id: &str) -> Option<String> {
    let clauses =
        shown["sections"].as_array()?.iter().flat_map(|section| section["clauses"].as_array().into_iter().flatten());
    clauses.clone().find(|clause| clause["id"] == id).map(|clause| clause["paragraphs"].to_string())
}

#[test]
fn a_deeper_zone_asks_for_the_excess_only() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = consented_visit(&practice)?;
    let mut deeper = plan(1000);
    deeper[0]["zones"][1]["depth_um"] = json!(1250);
    let view = set_plan(&practice, &visit, &deeper)?;
    ensure!(view["consent"]["is_valid"] == false, "nobody agreed to 1.25 mm on the right cheek");
    practice.refused("zones_chart", chart(&visit, "left", 1000));
    let shown = ready_to_sign(&practice, &visit)?;
    ensure!(shown["adds_to"] == "2026-11-20", "it adds to today's consent: {}", shown["adds_to"]);
    let needling = clause_words(&shown, "procedure.mn").context("the needling is described")?;
    ensure!(
        needling.contains("1.25 mm") && needling.contains("right") && !needling.contains("left"),
        "the right cheek only: {needling}"
    );
    ensure!(clause_words(&shown, "procedure.prp").is_none(), "the plasma was agreed to before");
    let signed = practice.call("consent_sign", sign_request(&visit, &shown, "4711"))?;
    ensure!(signed["consent"]["is_valid"] == true, "both signatures together cover the plan: {}", signed["consent"]);
    practice.call("zones_chart", chart(&visit, "right", 1250))?;
    practice.call("zones_chart", chart(&visit, "left", 1000))?;
    Ok(())
}

#[test]
fn another_component_asks_for_itself_only_and_says_no_without_undoing_the_rest() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = crate::refusals::screened_visit(&practice)?;
    let needling = json!([plan(1000)[0]]);
    set_plan(&practice, &visit, &needling)?;
    practice.consent(&visit)?;
    set_plan(&practice, &visit, &plan(1000))?;
    practice.screen(&visit)?;
    let shown = practice.call("consent_prepare", json!({ "visit": visit, "language": null }))?;
    ensure!(clause_words(&shown, "procedure.prp").is_some(), "the plasma is new");
    ensure!(clause_words(&shown, "procedure.mn").is_none(), "the needling is not");
    practice.call("consent_refuse", json!({ "visit": visit, "reason": "No blood", "secret": "4711" }))?;
    let view = set_plan(&practice, &visit, &needling)?;
    ensure!(view["consent"]["is_valid"] == true, "the no was to the plasma: {}", view["consent"]);
    Ok(())
}

#[test]
fn a_zone_nobody_signed_for_is_charted_only_as_a_deviation_with_its_reason() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = consented_visit(&practice)?;
    practice.call("zones_chart", chart(&visit, "left", 1000))?;
    let mut chin = json!({ "visit": visit, "zones": [{ "zone": "z.chin", "side": "middle", "depth_um": 500, "n_passes": 1, "endpoint": "even_redness", "deviation_reason": null }] });
    practice.refused("zones_chart", chin.clone());
    chin["zones"][0]["deviation_reason"] = json!("Done before it was noticed");
    let view = practice.call("zones_chart", chin)?;
    ensure!(
        view["chart"]["zones"].as_array().is_some_and(|zones| zones.len() == 2),
        "what was done is recorded truthfully"
    );
    Ok(())
}

#[test]
fn a_consent_covers_to_the_last_second_of_its_last_day_and_not_one_longer() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = consented_visit(&practice)?;
    let practice = practice.later("2027-05-19T14:00:00Z")?;
    let view = practice.call("visit_open", json!({ "visit": visit }))?;
    ensure!(view["consent"]["is_valid"] == true, "180 days: {}", view["consent"]);
    let practice = practice.later("2027-05-19T14:00:01Z")?;
    let view = practice.call("visit_open", json!({ "visit": visit }))?;
    ensure!(view["consent"]["is_valid"] == false, "a second more");
    ensure!(
        view["consent"]["why_not"].as_str().is_some_and(|why| why.contains("too long ago")),
        "and why: {}",
        view["consent"]
    );
    Ok(())
}

#[test]
fn time_to_think_ends_to_the_second() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = crate::refusals::screened_visit(&practice)?;
    practice.call("consent_prepare", json!({ "visit": visit, "language": null }))?;
    let needs = |practice: &Practice| -> Result<Value> {
        Ok(practice.call("consent_prepare", json!({ "visit": visit, "language": null }))?["needs_same_day_reason"]
            .clone())
    };
    let practice = practice.later("2026-11-21T13:59:59Z")?;
    practice.screen(&visit)?;
    ensure!(needs(&practice)? == true, "a second before 24 hours a reason is needed");
    let practice = practice.later("2026-11-21T14:00:01Z")?;
    ensure!(needs(&practice)? == false, "after 24 hours it is not");
    Ok(())
}

#[test]
fn an_answer_that_brings_a_new_risk_asks_for_a_signature_that_names_it() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = consented_visit(&practice)?;
    let answer = json!({ "state": "yes", "ended_on": null, "zones": [], "active": null, "allergy_class": null, "ingredients": [] });
    practice.call("answer_set", json!({ "visit": visit, "question": "ci.keloid_family", "answer": answer }))?;
    let view = practice.call("screening_close", json!({ "visit": visit, "secret": "4711" }))?;
    ensure!(view["consent"]["is_valid"] == false, "keloids in the family were not named: {}", view["consent"]);
    let shown = ready_to_sign(&practice, &visit)?;
    let signed = practice.call("consent_sign", sign_request(&visit, &shown, "4711"))?;
    ensure!(signed["consent"]["is_valid"] == true, "now they were: {}", signed["consent"]);
    Ok(())
}
