//! Who may do what at the desk, what a request may hold, and what leaves the practice.

use anyhow::{Context as _, Result, ensure};
use desk::wire::FailureCode;
use serde_json::json;

use crate::clinic::{PASSWORD, Practice, client, item};
use crate::refusals::{consented_visit, screened_visit};

#[test]
fn a_new_pin_needs_the_password_again() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let failure = practice.refused("pin_set", json!({ "pin": "0000" }));
    ensure!(failure.code == FailureCode::WrongSecret, "somebody else may be at the desk: {failure:?}");
    let visit = screened_visit(&practice)?;
    let failure = practice.refused("screening_close", json!({ "visit": visit, "secret": "0000" }));
    ensure!(failure.code == FailureCode::WrongSecret, "the old PIN stays");
    let view = practice.call("vault_lock", json!({}))?;
    practice.call("vault_unlock", json!({ "user": view["users"][0]["id"], "password": PASSWORD }))?;
    practice.refused("pin_set", json!({ "pin": "2222" }));
    practice.call("screening_close", json!({ "visit": visit, "secret": "4711" }))?;
    Ok(())
}

#[test]
fn a_forgotten_pin_is_not_replaced_without_the_password() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = screened_visit(&practice)?;
    for _ in 0..5 {
        practice.refused("screening_close", json!({ "visit": visit, "secret": "0000" }));
    }
    let failure = practice.refused("pin_set", json!({ "pin": "0000" }));
    ensure!(failure.code == FailureCode::WrongSecret, "five tries, then only the password: {failure:?}");
    let view = practice.call("vault_lock", json!({}))?;
    practice.call("vault_unlock", json!({ "user": view["users"][0]["id"], "password": PASSWORD }))?;
    practice.call("pin_set", json!({ "pin": "2222" }))?;
    practice.call("screening_close", json!({ "visit": visit, "secret": "2222" }))?;
    Ok(())
}

#[test]
fn a_client_that_changed_meanwhile_is_not_overwritten_unseen() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let id = practice.new_client()?;
    let request = json!({ "id": id, "based_on": null, "is_another_person": false, "fields": client() });
    let failure = practice.refused("client_save", request);
    ensure!(failure.code == FailureCode::Conflict, "a change names what it was based on: {failure:?}");
    Ok(())
}

#[test]
fn a_request_of_no_human_size_is_refused() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let long = "x".repeat(2_000_000);
    let failure = practice.refused("client_search", json!({ "words": long }));
    ensure!(failure.code == FailureCode::BadInput, "nobody types that: {failure:?}");
    let failure = practice.refused("client_search", json!({ "words": vec![0; 2_000_000] }));
    ensure!(failure.code == FailureCode::BadInput, "nor that: {failure:?}");
    Ok(())
}

#[test]
fn one_unanswered_question_is_one() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = screened_visit(&practice)?;
    let view = practice.call("visit_open", json!({ "visit": visit }))?;
    ensure!(view["screening"]["n_unanswered"] == 0, "all are answered");
    let visit = {
        let client = practice.call("client_search", json!({ "words": "" }))?[0]["id"].clone();
        practice.call("visit_not_today", json!({ "visit": visit, "reason": "Unwell" }))?;
        practice.call("visit_start", json!({ "client": client }))?["id"].as_str().context("visit")?.to_owned()
    };
    practice.call("screening_copy", json!({ "visit": visit }))?;
    let unset = json!({ "visit": visit, "question": "ci.smoking", "answer": null });
    practice.call("answer_set", unset)?;
    let failure = practice.refused("screening_close", json!({ "visit": visit, "secret": "4711" }));
    ensure!(failure.words.contains("One question is unanswered"), "as people say it: {}", failure.words);
    Ok(())
}

#[test]
fn the_cream_goes_on_before_it_comes_off() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = consented_visit(&practice)?;
    practice.refused("numbing_set", json!({ "visit": visit, "cream": "off" }));
    practice.call("numbing_set", json!({ "visit": visit, "cream": "on" }))?;
    practice.call("numbing_set", json!({ "visit": visit, "cream": "off" }))?;
    let again = practice.call("numbing_set", json!({ "visit": visit, "cream": "on" }))?;
    ensure!(again["chart"]["numbing"]["off_at"].is_null(), "a new coat has not come off yet");
    Ok(())
}

#[test]
fn an_item_is_of_the_kind_its_part_uses() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = consented_visit(&practice)?;
    let failure = practice.refused("item_add", item(&visit, "prp", "cartridge", "2027-11-19"));
    ensure!(failure.fields[0].path == "kind", "plasma has no cartridge: {failure:?}");
    Ok(())
}

#[test]
fn a_planned_serum_names_its_lot_or_none() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = screened_visit(&practice)?;
    let serum = json!([{ "id": "serum", "kind": "serum", "substance": "hyaluronic_acid", "is_sterile": true,
        "is_single_use": true, "is_in_device_ifu": true, "origin": "synthetic", "timing": "during",
        "lot": { "product": "Gel", "lot": "  " }, "zones": [] }]);
    let failure = practice.refused("plan_set", json!({ "visit": visit, "components": serum }));
    ensure!(
        failure.fields.iter().any(|field| field.path == "components[0].lot.lot"),
        "an empty lot recalls nobody: {failure:?}"
    );
    Ok(())
}

#[test]
fn a_paper_is_shown_to_those_who_may_see_it_and_never_after_the_lock() -> Result<()> {
    let practice = Practice::open_clinic()?;
    consented_visit(&practice)?;
    let client = practice.call("client_search", json!({ "words": "" }))?[0]["id"].clone();
    let record = practice.call("client_open", json!({ "client": client }))?;
    let document = record["documents"][0]["id"].as_str().context("document")?.to_owned();
    practice.desk.blob(&format!("document/{document}")).map_err(|failure| anyhow::anyhow!("{failure:?}"))?;
    practice.call("vault_lock", json!({}))?;
    ensure!(practice.desk.blob(&format!("document/{document}")).is_err(), "the screen is locked");
    Ok(())
}

#[test]
fn what_the_rules_cannot_read_is_not_kept_as_an_answer() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = screened_visit(&practice)?;
    let filler = json!({ "kind": "filler", "done_on": "2026-10", "zones": [], "material": "concrete" });
    let background = json!({ "visit": visit, "medicines": [], "measures": [], "history": [filler] });
    let failure = practice.refused("background_set", background);
    ensure!(failure.fields[0].path == "history[0].material", "not taken for the mildest material: {failure:?}");
    let answer = json!({ "state": "yes", "ended_on": null, "active": null, "allergy_class": "sometimes" });
    let failure =
        practice.refused("answer_set", json!({ "visit": visit, "question": "ci.allergy_ta", "answer": answer }));
    ensure!(failure.fields[0].path == "answer.allergy_class", "not one of the families: {failure:?}");
    Ok(())
}
