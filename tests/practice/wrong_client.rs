//! A visit that was recorded under the wrong client: moved before it is signed, marked in both files afterwards.

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};

use crate::clinic::{Practice, chart, client};
use crate::consent_file::exported_bundles;
use crate::refusals::{consented_visit, signed_visit};
use crate::signed_pages::{choose, said, with_form};

pub(crate) fn other_client(practice: &Practice) -> Result<String> {
    let mut fields = client();
    fields["family"] = json!("Halvorsen-Lind");
    fields["given"] = json!("Inga");
    fields["born_on"] = json!("1990-05-02");
    fields["phone"] = json!("+47 22 99 88 77");
    let view = practice
        .call("client_save", json!({ "id": null, "based_on": null, "is_another_person": true, "fields": fields }))?;
    Ok(view["banner"]["id"].as_str().context("id")?.to_owned())
}

fn open(practice: &Practice, client: &Value) -> Result<Value> {
    practice.call("client_open", json!({ "client": client }))
}

pub(crate) fn moved(practice: &Practice, visit: &str, to: &str) -> Result<Value> {
    practice.call("visit_move", json!({ "visit": visit, "to": to, "reason": "Same given name", "secret": "4711" }))
}

#[test]
fn what_was_done_moves_and_what_somebody_else_said_or_signed_does_not() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = consented_visit(&practice)?;
    practice.call("zones_chart", chart(&visit, "left", 1000))?;
    let wrong = practice.call("visit_open", json!({ "visit": visit }))?["banner"]["id"].clone();
    let right = other_client(&practice)?;
    let view = moved(&practice, &visit, &right)?;
    ensure!(view["banner"]["id"] == json!(right), "the visit is with the right client");
    ensure!(view["chart"]["zones"].as_array().is_some_and(|zones| zones.len() == 1), "what was done is still charted");
    ensure!(
        view["consent"]["is_valid"] == false && view["consent"]["consent"].is_null(),
        "nobody signed for her: {}",
        view["consent"]
    );
    ensure!(view["screening"]["closed"].is_null(), "and nobody asked her: {}", view["screening"]["closed"]);
    let file = open(&practice, &wrong)?;
    ensure!(file["visits"] == json!([]), "the wrong file has no visit any more");
    ensure!(
        file["consents"][0]["status"] == "wrong_client",
        "its consent was signed by somebody else: {}",
        file["consents"]
    );
    ensure!(file["wrong_clients"][0]["is_recorded_here"] == true, "and says what happened: {}", file["wrong_clients"]);
    let file = open(&practice, &json!(right))?;
    ensure!(file["wrong_clients"][0]["is_recorded_here"] == false, "as does the right one");
    for who in [wrong, json!(right)] {
        let lines = practice.call("client_journal", json!({ "client": who, "page": null }));
        ensure!(lines.is_err() || lines?.to_string().contains("Put with the right client"), "a trace in both journals");
    }
    Ok(())
}

#[test]
fn a_visit_is_not_moved_without_a_reason_or_onto_another_open_visit() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = consented_visit(&practice)?;
    let right = other_client(&practice)?;
    let request = json!({ "visit": visit, "to": right, "reason": " ", "secret": "4711" });
    ensure!(practice.refused("visit_move", request).fields[0].path == "reason", "how it was noticed");
    practice.call("visit_start", json!({ "client": right }))?;
    let request = json!({ "visit": visit, "to": right, "reason": "Same name", "secret": "4711" });
    let refused = practice.refused("visit_move", request);
    ensure!(refused.words.contains("being worked on"), "two visits at once are nobody's: {}", refused.words);
    Ok(())
}

#[test]
fn a_signed_visit_is_marked_in_both_files_and_counted_for_the_right_client() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = signed_visit(&practice)?;
    let wrong = practice.call("visit_open", json!({ "visit": visit }))?["banner"]["id"].clone();
    let right = other_client(&practice)?;
    let view = moved(&practice, &visit, &right)?;
    ensure!(view["banner"]["id"] == wrong, "a signed visit is not edited");
    ensure!(view["wrong_client"][0]["other"]["id"] == json!(right), "it says whose it is: {}", view["wrong_client"]);
    let refused =
        practice.refused("visit_move", json!({ "visit": visit, "to": right, "reason": "Again", "secret": "4711" }));
    ensure!(refused.words.contains("already"), "once: {}", refused.words);
    let practice = practice.later("2026-11-22T10:00:00Z")?;
    let hers = practice.call("visit_start", json!({ "client": right }))?;
    ensure!(
        hers["plan"]["components"][0]["kind"] == "mn",
        "her series goes on with what was done to her: {}",
        hers["plan"]["components"]
    );
    ensure!(hers["chart"]["last_visit_on"] == "2026-11-20", "two days ago");
    let theirs = practice.call("visit_start", json!({ "client": wrong }))?;
    ensure!(
        theirs["chart"]["last_visit_on"].is_null(),
        "nothing was done to the other: {}",
        theirs["chart"]["last_visit_on"]
    );
    ensure!(theirs["plan"]["components"] == json!([]), "and nothing is planned from it");
    Ok(())
}

#[test]
fn what_was_done_to_somebody_else_does_not_leave_with_a_clients_export() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = signed_visit(&practice)?;
    let wrong =
        practice.call("visit_open", json!({ "visit": visit }))?["banner"]["id"].as_str().context("id")?.to_owned();
    ensure!(exported_bundles(&practice, &wrong)?.len() == 1, "one consent stands in the file");
    let right = other_client(&practice)?;
    moved(&practice, &visit, &right)?;
    ensure!(exported_bundles(&practice, &wrong)?.is_empty(), "it was signed by somebody else");
    Ok(())
}

pub(crate) fn erase(client: &str, number: &str) -> Value {
    json!({
        "client": client, "number": number, "reason": "She asked for it", "before_its_time": "accept", "secret": "4711",
    })
}

#[test]
fn an_erasure_reaches_the_file_in_which_the_visit_was_recorded_by_mistake() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = consented_visit(&practice)?;
    let wrong = practice.call("visit_open", json!({ "visit": visit }))?["banner"]["id"].clone();
    let right = other_client(&practice)?;
    moved(&practice, &visit, &right)?;
    practice.call("visit_not_today", json!({ "visit": visit, "reason": "Unwell" }))?;
    ensure!(open(&practice, &wrong)?["consents"].as_array().is_some_and(|list| list.len() == 1), "left behind");
    practice.call("client_erase", erase(&right, "A-000002"))?;
    let file = open(&practice, &wrong)?;
    ensure!(
        file["consents"] == json!([]),
        "what she said and signed is gone from the other file: {}",
        file["consents"]
    );
    ensure!(file["wrong_clients"] == json!([]), "and so is the mark");
    ensure!(file["banner"]["family"] == "Halvorsen", "the other client is untouched");
    let verified = practice.call("journal_verify", json!({ "heads": [] }))?;
    ensure!(verified["is_whole"] == true, "bodies are missing by right in both files: {verified}");
    ensure!(practice.call("vault_verify", json!({}))?["is_whole"] == true, "a rebuild makes the same tables");
    Ok(())
}

#[test]
fn an_erasure_reaches_the_paper_she_signed_in_the_other_file() -> Result<()> {
    let (practice, visit, pages) = with_form()?;
    let shown = choose(&practice, &Value::Null, &pages)?;
    practice.call("signed_pages_file", said(&shown, "14:10"))?;
    let wrong = shown["document"]["client"]["id"].clone();
    let scans = |client: &Value| -> Result<usize> {
        let sheet = practice.call("photos_view", json!({ "client": client }))?;
        Ok(sheet["scans"].as_array().context("scans")?.len())
    };
    ensure!(scans(&wrong)? == pages.len(), "the pages stand in the file");
    let right = other_client(&practice)?;
    moved(&practice, &visit, &right)?;
    practice.call("visit_not_today", json!({ "visit": visit, "reason": "Unwell" }))?;
    practice.call("client_erase", erase(&right, "A-000002"))?;
    ensure!(scans(&wrong)? == 0, "her signature is gone from it");
    ensure!(practice.call("vault_verify", json!({}))?["is_whole"] == true, "and the vault is whole");
    Ok(())
}

#[test]
fn a_signed_visit_of_somebody_else_keeps_a_file_from_being_erased() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = signed_visit(&practice)?;
    let wrong =
        practice.call("visit_open", json!({ "visit": visit }))?["banner"]["id"].as_str().context("id")?.to_owned();
    let right = other_client(&practice)?;
    moved(&practice, &visit, &right)?;
    let view = practice.call("retention_view", json!({ "number": "A-000001" }))?;
    let holds = view["asked"]["holds"].to_string();
    ensure!(holds.contains("A-000002") && holds.contains("by mistake"), "it says whose and what to do: {holds}");
    practice.refused("client_erase", erase(&wrong, "A-000001"));
    practice.call("client_erase", erase(&right, "A-000002"))?;
    ensure!(open(&practice, &json!(wrong))?["visits"] == json!([]), "her visit went with her record");
    ensure!(practice.call("vault_verify", json!({}))?["is_whole"] == true, "and the vault is whole");
    practice.call("client_erase", erase(&wrong, "A-000001"))?;
    ensure!(practice.call("vault_verify", json!({}))?["is_whole"] == true, "now the other may go, too");
    let next = other_client(&practice)?;
    let started = practice.call("visit_start", json!({ "client": next }))?;
    ensure!(started["number"] == "A-000002", "the visit's number is not given again: {}", started["number"]);
    Ok(())
}

#[test]
fn a_file_opens_although_the_client_it_names_was_erased() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = consented_visit(&practice)?;
    let wrong =
        practice.call("visit_open", json!({ "visit": visit }))?["banner"]["id"].as_str().context("id")?.to_owned();
    let right = other_client(&practice)?;
    moved(&practice, &visit, &right)?;
    practice.call("client_erase", erase(&wrong, "A-000001"))?;
    let mark = open(&practice, &json!(right))?["wrong_clients"][0].clone();
    ensure!(mark["other"].is_null() && mark["other_number"] == "A-000001", "by number, without a way there: {mark}");
    practice.call("visit_open", json!({ "visit": visit }))?;
    ensure!(practice.call("vault_verify", json!({}))?["is_whole"] == true, "and the vault is whole");
    Ok(())
}
