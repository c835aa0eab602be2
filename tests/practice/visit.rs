//! One whole visit, from the questions to the printed sheet.

use anyhow::{Context as _, Result, ensure};
use desk::wire::FailureCode;
use serde_json::json;

use crate::clinic::{Practice, chart, item, plan};

#[test]
fn a_visit_goes_from_questions_to_a_printed_sheet() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let client = practice.new_client()?;
    let visit = practice.call("visit_start", json!({ "client": client }))?["id"].as_str().context("visit")?.to_owned();

    let failure = practice.refused("consent_prepare", json!({ "visit": visit, "language": null }));
    ensure!(failure.code == FailureCode::Refused, "no consent before the questions are closed");
    practice.screen(&visit)?;
    let planned = practice.call("plan_set", json!({ "visit": visit, "components": plan(1000) }))?;
    ensure!(planned["plan"]["verdict"]["missing"].as_array().is_some(), "the verdict says what is missing");
    practice.screen(&visit)?;
    let planned = practice.call("visit_open", json!({ "visit": visit }))?;
    ensure!(planned["plan"]["verdict"]["may_go_on"] == true, "all answers are no: {}", planned["plan"]["verdict"]);

    let failure = practice.refused("zones_chart", chart(&visit, "left", 1000));
    ensure!(failure.words.contains("signed consent"), "nothing starts without consent: {}", failure.words);
    let failure = practice.refused("consent_sign", json!({ "visit": visit, "language": "en-GB", "text_sha256": "0", "copy": "owed", "secret": "4711", "agrees_electronically": true, "others": [], "signature": { "kind": "typed", "name": "x" } }));
    ensure!(failure.code == FailureCode::Refused, "a text that was not shown cannot be signed");
    let consented = practice.consent(&visit)?;
    ensure!(consented["consent"]["is_valid"] == true, "the consent covers the plan: {}", consented["consent"]);

    let failure = practice.refused("zones_chart", chart(&visit, "left", 2000));
    ensure!(failure.fields[0].path == "zones[0].depth_um", "deeper than the cap is refused: {failure:?}");
    practice.call("zones_chart", chart(&visit, "left", 1000))?;
    practice.call("zones_chart", chart(&visit, "right", 1000))?;
    let failure = practice.refused("item_add", item(&visit, "mn", "cartridge", "2026-11-19"));
    ensure!(failure.fields[0].path == "expires_on", "an expired lot is refused: {failure:?}");
    practice.call("item_add", item(&visit, "mn", "cartridge", "2027-11-19"))?;
    practice.call("item_add", item(&visit, "prp", "plasma_kit", "2027-11-19"))?;
    let failure = practice.refused("visit_sign", json!({ "visit": visit, "secret": "4711" }));
    ensure!(failure.words.contains("Finish"), "the signature says what it waits for: {}", failure.words);
    practice.call("visit_finish", json!({ "visit": visit, "finished_at": null }))?;
    let signed = practice.call("visit_sign", json!({ "visit": visit, "secret": "4711" }))?;
    ensure!(signed["status"] == "signed", "the visit is locked");
    let failure = practice.refused("zones_chart", chart(&visit, "left", 500));
    ensure!(failure.words.contains("signed"), "a signed visit cannot be changed: {}", failure.words);

    let sheet = practice.call("sheet_prepare", json!({ "visit": visit, "language": null, "paper": null }))?;
    ensure!(
        sheet["n_pages"].as_u64().is_some_and(|pages| pages <= 2),
        "a client reads two pages: {}",
        sheet["n_pages"]
    );
    let shown = practice
        .desk
        .blob(&format!("sheet/{}", sheet["token"].as_str().context("token")?))
        .map_err(|f| anyhow::anyhow!("{f:?}"))?;
    let request =
        json!({ "visit": visit, "token": sheet["token"], "conflicts_seen": true, "n_copies": 1, "printer": null });
    let printed = practice.call("sheet_print", request)?;
    ensure!(printed["was_printed"] == true, "the printer took it: {printed}");
    let document = printed["document"]["id"].as_str().context("document")?;
    let filed = practice.desk.blob(&format!("document/{document}")).map_err(|f| anyhow::anyhow!("{f:?}"))?;
    ensure!(
        practice.machine.printed.lock().unwrap().as_slice() == [shown.clone()],
        "what was printed is what was shown"
    );
    ensure!(filed == shown, "what was filed is what was shown");

    practice.call("addendum_add", json!({ "visit": visit, "text": "Client called: all well.", "secret": "4711" }))?;
    *practice.machine.export.lock().unwrap() = Some(practice.folder.path().join("record.zip"));
    let exported = practice.call("client_export", json!({ "client": client, "secret": "4711" }))?;
    ensure!(exported["n_files"] == 5, "record, journal, two documents and what was signed leave: {exported}");
    Ok(())
}
