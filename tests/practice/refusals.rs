//! What the product refuses: a plain sentence each time, and nothing is lost.

use anyhow::{Context as _, Result, ensure};
use desk::clock::Clock;
use desk::wire::FailureCode;
use desk::{Access, COMMANDS, Desk, Place, PrintProblem};
use serde_json::{Value, json};

use crate::clinic::{PASSWORD, PaperMachine, Practice, chart, client, first_run, item, plan};

#[test]
fn every_command_refuses_while_the_vault_is_locked() -> Result<()> {
    let practice = Practice::open_clinic()?;
    practice.call("vault_lock", json!({}))?;
    for command in COMMANDS {
        match command.access {
            Access::Anyone => {}
            Access::AnyOf(_) => {
                let failure = practice.refused(command.name, json!({}));
                ensure!(failure.code == FailureCode::Locked, "{} answered while locked: {failure:?}", command.name);
            }
        }
    }
    ensure!(practice.desk.blob("document/x").is_err(), "no paper is shown while locked");
    Ok(())
}

#[test]
fn a_wrong_password_opens_nothing_and_says_what_to_do() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let view = practice.call("vault_lock", json!({}))?;
    let user = &view["users"][0]["id"];
    let failure = practice.refused("vault_unlock", json!({ "user": user, "password": "seven green umbrella" }));
    ensure!(failure.code == FailureCode::WrongSecret, "a wrong password: {failure:?}");
    ensure!(failure.words.contains("Caps Lock"), "what to do: {}", failure.words);
    let open = practice.call("vault_unlock", json!({ "user": user, "password": PASSWORD }))?;
    ensure!(open["phase"] == "open", "the right one opens it");
    Ok(())
}

#[test]
fn a_second_window_on_the_same_vault_is_refused_politely() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let machine = std::sync::Arc::new(PaperMachine::default());
    let folder = practice.folder.path().join("vault");
    let second = Desk::new(folder, Place::Window, Clock::system(), machine);
    let view = second.call("desk_view", &json!({})).map_err(|failure| anyhow::anyhow!("{failure:?}"))?;
    let request = json!({ "user": view["users"][0]["id"], "password": PASSWORD });
    let failure = second.call("vault_unlock", &request).err().context("two windows must not write one vault")?;
    ensure!(failure.code == FailureCode::AlreadyOpen, "the code the page knows: {failure:?}");
    ensure!(failure.words.contains("Go to that window"), "what to do: {}", failure.words);
    Ok(())
}

#[test]
fn a_vault_is_made_only_when_the_recovery_key_was_typed_back() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let machine = std::sync::Arc::new(PaperMachine::default());
    let desk = Desk::new(folder.path().join("vault"), Place::Window, Clock::system(), machine);
    let key = desk.call("recovery_key_make", &json!({})).map_err(|failure| anyhow::anyhow!("{failure:?}"))?;
    let mut request = first_run(&key);
    request["recovery_groups"][0] = json!("0000");
    let failure = desk.call("vault_create", &request).err().context("a key nobody wrote down")?;
    ensure!(failure.fields.iter().any(|field| field.path == "recovery_groups[0]"), "the group is named: {failure:?}");
    ensure!(!folder.path().join("vault").exists(), "nothing is made before");
    Ok(())
}

#[test]
fn every_wrong_field_of_a_client_is_named_at_once() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let mut fields = client();
    fields["family"] = json!("   ");
    fields["born_on"] = json!("2026-02-30");
    fields["fitzpatrick"] = json!(9);
    let request = json!({ "id": null, "based_on": null, "is_another_person": false, "fields": fields });
    let failure = practice.refused("client_save", request);
    let paths: Vec<_> = failure.fields.iter().map(|field| field.path.as_str()).collect();
    ensure!(paths == ["family", "fitzpatrick", "born_on"], "all three, with a sentence each: {failure:?}");
    Ok(())
}

#[test]
fn a_birth_date_still_to_come_is_refused() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let mut fields = client();
    fields["born_on"] = json!("2027-01-01");
    let failure = practice.refused("client_save", saving(fields));
    ensure!(failure.fields[0].words.contains("still to come"), "why: {failure:?}");
    Ok(())
}

#[test]
fn a_child_needs_a_guardian() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let mut fields = client();
    fields["born_on"] = json!("2010-01-01");
    let failure = practice.refused("client_save", saving(fields));
    ensure!(failure.fields[0].path == "guardian.name", "somebody has to sign: {failure:?}");
    Ok(())
}

#[test]
fn the_same_person_twice_is_caught_at_creation() -> Result<()> {
    let practice = Practice::open_clinic()?;
    practice.new_client()?;
    let failure = practice.refused("client_save", saving(client()));
    ensure!(failure.words.contains("may be a client you already have"), "why: {}", failure.words);
    let another = json!({ "id": null, "based_on": null, "is_another_person": true, "fields": client() });
    practice.call("client_save", another)?;
    Ok(())
}

#[test]
fn hostile_words_come_back_exactly_as_they_were_typed() -> Result<()> {
    let practice = Practice::open_clinic()?;
    for hostile in
        ["<script>alert(1)</script>", "'; DROP TABLE client; --", "\u{202e}evil", "Ω≈ç√∫˜µ", "🙂🙂", "a\u{301}"]
    {
        let mut fields = client();
        fields["family"] = json!(hostile);
        let request = json!({ "id": null, "based_on": null, "is_another_person": true, "fields": fields });
        let saved = practice.call("client_save", request)?;
        ensure!(saved["fields"]["family"] == hostile, "kept as it is: {hostile:?}");
        practice.call("client_search", json!({ "words": hostile }))?;
    }
    Ok(())
}

#[test]
fn a_printer_that_fails_stops_nothing() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = signed_visit(&practice)?;
    *practice.machine.problem.lock().unwrap() = Some(PrintProblem::NoPrinter);
    let sheet = practice.call("sheet_prepare", json!({ "visit": visit, "language": null, "paper": null }))?;
    let request =
        json!({ "visit": visit, "token": sheet["token"], "conflicts_seen": true, "n_copies": 1, "printer": null });
    let printed = practice.call("sheet_print", request.clone())?;
    ensure!(printed["was_printed"] == false, "nothing came out");
    ensure!(printed["why_not"].as_str().context("why")?.contains("The document is filed"), "and the sheet is safe");
    *practice.machine.problem.lock().unwrap() = None;
    let again = practice.call("sheet_print", request)?;
    ensure!(again["was_printed"] == true, "it prints when the printer is back");
    ensure!(again["document"]["id"] == printed["document"]["id"], "and is filed once");
    Ok(())
}

#[test]
fn a_sheet_in_a_language_without_texts_is_refused() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = signed_visit(&practice)?;
    let failure = practice.refused("sheet_prepare", json!({ "visit": visit, "language": "eo", "paper": null }));
    ensure!(failure.words.contains("no approved text"), "never silent English: {}", failure.words);
    Ok(())
}

#[test]
fn the_fifth_wrong_pin_leaves_only_the_password() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = screened_visit(&practice)?;
    practice.call("answer_set", json!({ "visit": visit, "question": "ci.smoking", "answer": { "state": "no", "ended_on": null, "active": null, "allergy_class": null } }))?;
    for _ in 0..5 {
        let failure = practice.refused("screening_close", json!({ "visit": visit, "secret": "0000" }));
        ensure!(failure.code == FailureCode::WrongSecret, "a wrong PIN: {failure:?}");
    }
    let failure = practice.refused("screening_close", json!({ "visit": visit, "secret": "4711" }));
    ensure!(failure.code == FailureCode::WrongSecret, "the PIN is forgotten: {failure:?}");
    practice.call("screening_close", json!({ "visit": visit, "secret": PASSWORD }))?;
    Ok(())
}

#[test]
fn a_plan_that_changes_after_the_signature_needs_a_new_one() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = screened_visit(&practice)?;
    practice.consent(&visit)?;
    let deeper = practice.call("plan_set", json!({ "visit": visit, "components": plan(1250) }))?;
    ensure!(deeper["consent"]["is_valid"] == false, "nobody agreed to that depth");
    let failure = practice.refused("zones_chart", chart(&visit, "left", 1000));
    ensure!(failure.words.contains("signed consent"), "nothing starts: {}", failure.words);
    Ok(())
}

#[test]
fn what_was_done_too_deep_is_recorded_truthfully() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = screened_visit(&practice)?;
    practice.consent(&visit)?;
    let mut done = chart(&visit, "left", 2000);
    let failure = practice.refused("zones_chart", done.clone());
    let words = desk::words::without_isolates(&failure.fields[0].words);
    ensure!(words.contains("At most 1.5 mm here (Medial cheek)"), "the cap and its reason are named: {words}");
    done["zones"][0]["deviation_reason"] = json!("The pen was set wrong; noticed after the first pass.");
    let view = practice.call("zones_chart", done)?;
    ensure!(view["chart"]["zones"][0]["depth_um"] == 2000, "a deviation with its reason");
    Ok(())
}

#[test]
fn a_field_can_be_taken_back_and_entered_again() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = screened_visit(&practice)?;
    practice.consent(&visit)?;
    practice.call("zones_chart", chart(&visit, "left", 1000))?;
    let undone = practice.call("visit_undo", json!({ "visit": visit }))?;
    ensure!(undone["chart"]["zones"].as_array().is_some_and(Vec::is_empty), "as if it had never been charted");
    let redone = practice.call("visit_redo", json!({ "visit": visit }))?;
    ensure!(redone["chart"]["zones"][0]["depth_um"] == 1000, "and there it is again");
    Ok(())
}

fn saving(fields: Value) -> Value {
    json!({ "id": null, "based_on": null, "is_another_person": false, "fields": fields })
}

pub(crate) fn screened_visit(practice: &Practice) -> Result<String> {
    let client = practice.new_client()?;
    let view = practice.call("visit_start", json!({ "client": client }))?;
    let visit = view["id"].as_str().context("visit")?.to_owned();
    practice.call("plan_set", json!({ "visit": visit, "components": plan(1000) }))?;
    practice.screen(&visit)?;
    Ok(visit)
}

pub(crate) fn consented_visit(practice: &Practice) -> Result<String> {
    let visit = screened_visit(practice)?;
    practice.consent(&visit)?;
    Ok(visit)
}

pub(crate) fn signed_visit(practice: &Practice) -> Result<String> {
    let visit = screened_visit(practice)?;
    practice.consent(&visit)?;
    practice.call("zones_chart", chart(&visit, "left", 1000))?;
    practice.call("zones_chart", chart(&visit, "right", 1000))?;
    practice.call("item_add", item(&visit, "mn", "cartridge", "2027-11-19"))?;
    practice.call("item_add", item(&visit, "prp", "plasma_kit", "2027-11-19"))?;
    practice.call("visit_finish", json!({ "visit": visit, "finished_at": null }))?;
    practice.call("visit_sign", json!({ "visit": visit, "secret": "4711" }))?;
    Ok(visit)
}
