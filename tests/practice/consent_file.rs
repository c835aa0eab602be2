//! A signed consent in the client's file: sealed, checked without us, copied, corrected, taken back.

use std::io::Read as _;

use anyhow::{Context as _, Result, ensure};
use desk::{BundleReport, PrintProblem, verify_bundle};
use serde_json::{Value, json};

use crate::clinic::{Practice, chart, sign_request};
use crate::refusals::{consented_visit, screened_visit};

/// What must be there before a consent can be signed; gives what was shown.
pub(crate) fn ready_to_sign(practice: &Practice, visit: &str) -> Result<Value> {
    let shown = practice.call("consent_prepare", json!({ "visit": visit, "language": null }))?;
    for section in shown["sections"].as_array().context("sections")? {
        for clause in section["clauses"].as_array().context("clauses")? {
            if clause["needs_initials"] == true {
                practice.call("consent_initial", json!({ "visit": visit, "clause": clause["id"], "letters": "IH" }))?;
            }
        }
    }
    let notes = json!({ "visit": visit, "questions": "", "same_day_reason": "Travelled a long way", "identity_check": "Photo ID seen" });
    practice.call("consent_note", notes)?;
    Ok(shown)
}

fn client_of(practice: &Practice, visit: &str) -> Result<String> {
    let view = practice.call("visit_open", json!({ "visit": visit }))?;
    Ok(view["banner"]["id"].as_str().context("client")?.to_owned())
}

fn record_of(practice: &Practice, visit: &str) -> Result<Value> {
    practice.call("client_open", json!({ "client": client_of(practice, visit)? }))
}

fn owed(practice: &Practice) -> Result<Vec<Value>> {
    let today = practice.call("today_view", json!({ "on": null }))?;
    Ok(today["owed_copies"].as_array().context("owed")?.clone())
}

/// The bundles in the export of a client.
pub(crate) fn exported_bundles(practice: &Practice, client: &str) -> Result<Vec<Vec<u8>>> {
    let target = practice.folder.path().join("export.zip");
    *practice.machine.export.lock().unwrap() = Some(target.clone());
    practice.call("client_export", json!({ "client": client, "secret": "4711" }))?;
    let mut archive = zip::ZipArchive::new(std::fs::File::open(target)?)?;
    let names: Vec<String> = archive
        .file_names()
        .filter_map(|name| name.ok().map(std::borrow::Cow::into_owned))
        .filter(|name| name.starts_with("consents/"))
        .collect();
    let mut bundles = Vec::new();
    for name in names {
        let mut bytes = Vec::new();
        archive.by_name(&name)?.read_to_end(&mut bytes)?;
        bundles.push(bytes);
    }
    Ok(bundles)
}

fn whole(bytes: &[u8]) -> Result<BundleReport> {
    verify_bundle(bytes).map_err(|fault| anyhow::anyhow!("not whole: {fault}"))
}

#[test]
fn a_signed_consent_leaves_as_a_file_that_is_checked_without_us() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = consented_visit(&practice)?;
    let bundles = exported_bundles(&practice, &client_of(&practice, &visit)?)?;
    ensure!(bundles.len() == 1, "one consent, one file: {}", bundles.len());
    let report = whole(&bundles[0])?;
    let names: Vec<&str> = report.signers.iter().map(|signer| signer.name.as_str()).collect();
    ensure!(names == ["Ines Halvorsen", "Mara Okafor"], "who signed: {names:?}");
    ensure!(report.signers[1].public_key.is_some(), "the practitioner with a key of her own");
    let bundle: Value = serde_json::from_slice(&bundles[0])?;
    let bundle = &bundle["bundle"];
    ensure!(bundle["components"][0]["zones"][0]["depth_um"] == 1000, "what was agreed to: {}", bundle["components"]);
    ensure!(bundle["signers"][0]["mark"]["strokes"][0][1]["pressure_milli"] == 500, "every point of the pen");
    let asked_at = &bundle["screening"]["answers"]["ci.pregnant"]["asked_at"];
    ensure!(asked_at.as_str().is_some_and(|at| at.starts_with("2026-11-20T14:00")), "answers with times: {asked_at}");
    ensure!(bundle["place"]["time_zone"] == "Europe/London" && bundle["place"]["utc_offset_s"] == 0, "where and when");
    let mut flipped = bundles[0].clone();
    let middle = flipped.len() / 2;
    flipped[middle] ^= 1;
    ensure!(verify_bundle(&flipped).is_err(), "one flipped bit is found");
    Ok(())
}

#[test]
fn the_paper_carries_the_hash_of_what_was_signed() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = consented_visit(&practice)?;
    let client = client_of(&practice, &visit)?;
    let report = whole(&exported_bundles(&practice, &client)?[0])?;
    let target = practice.folder.path().join("export.zip");
    let mut archive = zip::ZipArchive::new(std::fs::File::open(target)?)?;
    let record: Value = serde_json::from_reader(archive.by_name("record.json")?)?;
    let hash = &record["documents"][0]["content_sha256"];
    ensure!(*hash == json!(report.doc_sha256), "its first 16 digits stand in the foot of every page: {hash}");
    Ok(())
}

#[test]
fn a_dead_printer_stops_nothing_and_leaves_the_copy_owed() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = screened_visit(&practice)?;
    let shown = ready_to_sign(&practice, &visit)?;
    *practice.machine.problem.lock().unwrap() = Some(PrintProblem::NoPrinter);
    let mut request = sign_request(&visit, &shown, "4711");
    request["copy"] = json!("printed");
    let signed = practice.call("consent_sign", request)?;
    ensure!(signed["consent"]["is_valid"] == true, "the consent is signed all the same");
    ensure!(signed["consent"]["copy"] == "owed", "and the copy is owed: {}", signed["consent"]);
    ensure!(owed(&practice)?.len() == 1, "it is on the list of the day");
    Ok(())
}

#[test]
fn a_copy_asked_for_on_paper_comes_out_with_the_signature() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = screened_visit(&practice)?;
    let shown = ready_to_sign(&practice, &visit)?;
    let mut request = sign_request(&visit, &shown, "4711");
    request["copy"] = json!("printed");
    let signed = practice.call("consent_sign", request)?;
    ensure!(signed["consent"]["copy"] == "printed", "it was given: {}", signed["consent"]);
    ensure!(practice.machine.printed.lock().unwrap().len() == 1, "one copy came out");
    ensure!(owed(&practice)?.is_empty(), "nothing is owed");
    Ok(())
}

#[test]
fn an_owed_copy_is_handed_over_later_and_once() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = consented_visit(&practice)?;
    let consent = owed(&practice)?[0]["consent"].clone();
    *practice.machine.problem.lock().unwrap() = Some(PrintProblem::NoPrinter);
    let failed = practice.call("copy_give", json!({ "consent": consent, "fate": "printed" }))?;
    ensure!(
        failed["copy"] == "owed" && failed["owed"].as_array().is_some_and(|owed| owed.len() == 1),
        "still owed: {failed}"
    );
    *practice.machine.problem.lock().unwrap() = None;
    let given = practice.call("copy_give", json!({ "consent": consent, "fate": "printed" }))?;
    ensure!(given["copy"] == "printed" && given["owed"] == json!([]), "given: {given}");
    practice.refused("copy_give", json!({ "consent": consent, "fate": "declined" }));
    let view = practice.call("visit_open", json!({ "visit": visit }))?;
    ensure!(view["consent"]["copy"] == "printed", "the visit says so too");
    Ok(())
}

#[test]
fn an_owed_copy_is_saved_as_the_very_paper_that_was_filed() -> Result<()> {
    let practice = Practice::open_clinic()?;
    consented_visit(&practice)?;
    let row = owed(&practice)?[0].clone();
    let target = practice.folder.path().join("copy.pdf");
    *practice.machine.export.lock().unwrap() = Some(target.clone());
    practice.call("copy_give", json!({ "consent": row["consent"], "fate": "saved" }))?;
    let id = row["document"].as_str().context("document")?;
    let filed = practice.desk.blob(&format!("document/{id}")).map_err(|failure| anyhow::anyhow!("{failure:?}"))?;
    ensure!(std::fs::read(target)? == filed, "byte for byte");
    Ok(())
}

#[test]
fn a_consent_that_is_taken_back_covers_nothing_any_more() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = consented_visit(&practice)?;
    let consent = record_of(&practice, &visit)?["consents"][0]["id"].clone();
    let request = json!({ "consent": consent, "reason": "Wants to wait", "secret": "0000" });
    practice.refused("consent_withdraw", request.clone());
    let mut request = request;
    request["secret"] = json!("4711");
    let record = practice.call("consent_withdraw", request.clone())?;
    ensure!(record["consents"][0]["status"] == "withdrawn", "shown on the consent: {}", record["consents"]);
    ensure!(record["consents"][0]["reason"] == "Wants to wait", "with the client's words");
    practice.refused("zones_chart", chart(&visit, "left", 1000));
    practice.refused("consent_withdraw", request);
    let view = practice.call("visit_open", json!({ "visit": visit }))?;
    ensure!(
        view["consent"]["why_not"].as_str().is_some_and(|why| why.contains("took the consent back")),
        "and why: {}",
        view["consent"]
    );
    practice.consent(&visit)?;
    practice.call("zones_chart", chart(&visit, "left", 1000))?;
    Ok(())
}

#[test]
fn after_a_withdrawal_the_next_visit_has_time_to_think_again() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = consented_visit(&practice)?;
    let client = client_of(&practice, &visit)?;
    let consent = record_of(&practice, &visit)?["consents"][0]["id"].clone();
    practice.call("visit_not_today", json!({ "visit": visit, "reason": "Unwell" }))?;
    practice.call("consent_withdraw", json!({ "consent": consent, "reason": "", "secret": "4711" }))?;
    let practice = practice.later("2026-12-20T14:00:00Z")?;
    let next = practice.call("visit_start", json!({ "client": client }))?["id"].as_str().context("visit")?.to_owned();
    practice.call("plan_set", json!({ "visit": next, "components": crate::clinic::plan(1000) }))?;
    practice.screen(&next)?;
    let shown = practice.call("consent_prepare", json!({ "visit": next, "language": null }))?;
    ensure!(shown["needs_same_day_reason"] == true, "a consent that was taken back is no ground for haste");
    Ok(())
}

#[test]
fn a_correction_stands_beside_the_consent_and_changes_nothing_in_it() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = consented_visit(&practice)?;
    let client = client_of(&practice, &visit)?;
    let before = exported_bundles(&practice, &client)?;
    let consent = record_of(&practice, &visit)?["consents"][0]["id"].clone();
    let without = practice.refused(
        "consent_correct",
        json!({ "consent": consent, "text": "A licence", "reason": " ", "secret": "4711" }),
    );
    ensure!(without.fields[0].path == "reason", "a correction says why: {without:?}");
    let request = json!({ "consent": consent, "text": "The identity card was a driving licence.", "reason": "Misread", "secret": "4711" });
    let record = practice.call("consent_correct", request)?;
    ensure!(record["consents"][0]["addenda"][0]["reason"] == "Misread", "beside it: {}", record["consents"][0]);
    ensure!(exported_bundles(&practice, &client)? == before, "what was signed is what was signed");
    Ok(())
}

#[test]
fn the_agreement_to_an_electronic_record_is_asked_once_and_stands() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = screened_visit(&practice)?;
    let shown = ready_to_sign(&practice, &visit)?;
    ensure!(shown["is_electronic_agreed"] == false, "a new client has not been asked");
    let mut request = sign_request(&visit, &shown, "4711");
    request["agrees_electronically"] = json!(false);
    let refused = practice.refused("consent_sign", request.clone());
    ensure!(refused.words.contains("electronic record"), "it is no part of the treatment: {}", refused.words);
    request["agrees_electronically"] = json!(true);
    practice.call("consent_sign", request)?;
    let client = client_of(&practice, &visit)?;
    practice.call("visit_not_today", json!({ "visit": visit, "reason": "Unwell" }))?;
    let next = practice.call("visit_start", json!({ "client": client }))?["id"].as_str().context("visit")?.to_owned();
    practice.call("plan_set", json!({ "visit": next, "components": crate::clinic::plan(1000) }))?;
    practice.screen(&next)?;
    let shown = practice.call("consent_prepare", json!({ "visit": next, "language": null }))?;
    ensure!(shown["is_electronic_agreed"] == true, "it stands until it is taken back");
    Ok(())
}
