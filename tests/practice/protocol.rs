//! The clinic's own protocol: proposed, approved by a prescriber, named by every verdict.

use anyhow::{Context as _, Result};
use desk::wire::FailureCode;
use serde_json::{Value, json};

use crate::clinic::{Practice, plan};

fn set(practice: &Practice, settings: Value) -> Result<Value> {
    practice.call("protocol_set", json!({ "settings": settings, "reason": "House rule" }))
}

fn approval(number: Value) -> Value {
    json!({ "number": number, "reason": "Read in full", "secret": "4711" })
}

fn session(practice: &Practice) -> Result<Value> {
    Ok(practice.call("desk_view", json!({}))?["session"]["protocol"].clone())
}

/// A visit with `parts` planned and one question answered with yes. Gives its id.
fn planned(practice: &Practice, parts: &Value, question: &str, ended_on: &str) -> Result<String> {
    let visit = practice.call("visit_start", json!({ "client": practice.new_client()? }))?["id"].clone();
    let answer = json!({ "state": "yes", "ended_on": ended_on, "zones": [], "active": null, "allergy_class": null, "ingredients": [] });
    practice.call("answer_set", json!({ "visit": visit, "question": question, "answer": answer }))?;
    practice.call("plan_set", json!({ "visit": visit, "components": parts }))?;
    Ok(visit.as_str().context("id")?.to_owned())
}

fn shown(practice: &Practice, visit: &str) -> Result<Value> {
    practice.call("visit_open", json!({ "visit": visit }))
}

fn finding<'v>(view: &'v Value, rule: &str) -> Option<&'v Value> {
    view["plan"]["verdict"]["findings"].as_array()?.iter().find(|row| row["rule"] == rule)
}

#[test]
fn a_new_clinic_works_by_rules_that_nobody_has_approved_and_says_so() -> Result<()> {
    let practice = Practice::open_clinic()?;
    assert_eq!(session(&practice)?["is_approved"], false, "the console says so until a prescriber has approved them");
    let view = practice.call("protocol_approve", approval(Value::Null))?;
    assert_eq!(view["approval"]["name"], "Mara Okafor", "the prescriber's name stands under the rules");
    let now = session(&practice)?;
    assert_eq!(
        (&now["is_approved"], &now["version"]),
        (&json!(true), &json!("2026.1+1")),
        "and every verdict names it"
    );
    let again = practice.refused("protocol_approve", approval(Value::Null));
    assert_eq!(again.code, FailureCode::Refused, "approved once is approved");
    Ok(())
}

#[test]
fn a_proposal_changes_no_verdict_until_it_is_approved() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = planned(&practice, &plan(1000), "ci.selftan", "2026-11-15")?;
    let view = set(&practice, json!({ "w.selftan": 14 }))?;
    assert_eq!(view["proposal"]["number"], 1, "it waits for a prescriber");
    assert_eq!(finding(&shown(&practice, &visit)?, "ci.selftan"), None, "the shipped two days are over");
    practice.call("protocol_approve", approval(json!(1)))?;
    let after = shown(&practice, &visit)?;
    let waits = finding(&after, "ci.selftan").context("the clinic's fourteen days are not")?;
    assert_eq!(waits["until"], "2026-11-29", "fourteen days after the fifteenth");
    assert_eq!(
        after["plan"]["verdict"]["protocol_version"], "2026.1+1",
        "and the verdict names the version it was made with"
    );
    Ok(())
}

#[test]
fn a_written_protocol_opens_a_light_peel_to_a_prescribers_sign_off() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let mut parts = plan(500);
    parts[1] = json!({ "id": "peel", "kind": "peel", "agent": "glycolic", "strength_milli_percent": 35_000, "n_layers": 1,
        "contact_s": null, "zones": [{ "zone": "z.cheek_medial", "side": "left" }] });
    let visit = planned(&practice, &parts, "ci.smoking", "2026-11-01")?;
    let before = shown(&practice, &visit)?;
    assert_eq!(finding(&before, "cb.mn_peel_s").context("they meet")?["decision"], "BLOCK", "nothing is on file");
    set(&practice, json!({ "cb.mn_peel_s": "written" }))?;
    practice.call("protocol_approve", approval(json!(1)))?;
    let after = shown(&practice, &visit)?;
    assert_eq!(finding(&after, "cb.mn_peel_s").context("they meet")?["decision"], "SIGNOFF", "now a prescriber may");
    Ok(())
}

#[test]
fn a_value_outside_its_range_is_refused_and_nothing_is_written() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let settings = json!({ "w.peel_s": 7, "policy.isotretinoin": "never", "cap.wrinkle": 3 });
    let refused = practice.refused("protocol_set", json!({ "settings": settings, "reason": "" }));
    let paths: Vec<&str> = refused.fields.iter().map(|field| field.path.as_str()).collect();
    let wrong = ["settings.cap.wrinkle", "settings.policy.isotretinoin", "settings.w.peel_s", "reason"];
    assert_eq!(paths, wrong, "every wrong value at once, and a reason is needed");
    assert!(practice.call("protocol_view", json!({}))?["proposal"].is_null(), "nothing was written");
    Ok(())
}

#[test]
fn only_the_version_that_was_read_can_be_approved() -> Result<()> {
    let practice = Practice::open_clinic()?;
    set(&practice, json!({ "w.selftan": 7 }))?;
    set(&practice, json!({ "w.selftan": 14 }))?;
    let older = practice.refused("protocol_approve", approval(json!(1)));
    assert_eq!(older.code, FailureCode::Refused, "a newer one waits");
    let wrong_pin = practice.refused("protocol_approve", json!({ "number": 2, "reason": "Read", "secret": "0000" }));
    assert_eq!(wrong_pin.code, FailureCode::WrongSecret, "whoever finds the desk open approves nothing");
    assert_eq!(session(&practice)?["is_approved"], false, "neither try counts");
    Ok(())
}

#[test]
fn the_shipped_value_can_be_taken_again() -> Result<()> {
    let practice = Practice::open_clinic()?;
    set(&practice, json!({ "w.selftan": 7 }))?;
    practice.call("protocol_approve", approval(json!(1)))?;
    let same = practice.refused("protocol_set", json!({ "settings": { "w.selftan": 7 }, "reason": "Again" }));
    assert_eq!(same.code, FailureCode::Refused, "a version that says the same is none");
    let view = set(&practice, json!({ "w.selftan": null }))?;
    let rows = view["settings"].as_array().context("settings")?;
    let row = rows.iter().find(|row| row["id"] == "w.selftan").context("w.selftan")?;
    assert_eq!((&row["in_force"], &row["proposed"], &row["shipped"]), (&json!(7), &json!(2), &json!(2)), "as shipped");
    Ok(())
}
