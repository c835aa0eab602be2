//! What is signed carries the clinic's seal: whole as it was filed, with the record inside, and found out when one byte
//! of it is another.

use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use desk::{seals, verify_bundle};
use serde_json::{Value, json};

use super::{files_inside, newest, printed, words_of};
use crate::clinic::Practice;
use crate::refusals::{consented_visit, screened_visit, signed_visit};

/// The bytes of a filed document, as they come out of the printer.
fn bytes_of(practice: &Practice, document: &Value) -> Result<Vec<u8>> {
    practice.call("document_print", json!({ "document": document, "n_copies": 1, "printer": null }))?;
    let bytes = super::newest(practice)?;
    if let Some(folder) = std::env::var_os("PAPER_OUT") {
        let name = &journeys::sha256(&bytes)[..8];
        std::fs::write(std::path::Path::new(&folder).join(format!("sealed-{name}.pdf")), &bytes)?;
    }
    Ok(bytes)
}

fn fingerprint(practice: &Practice) -> Result<String> {
    let settings = practice.call("settings_view", json!({}))?;
    Ok(settings["seal_fingerprint"].as_str().context("a seal")?.to_owned())
}

#[test]
fn a_signed_consent_is_sealed_and_carries_what_was_signed() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = consented_visit(&practice)?;
    let view = practice.call("visit_open", json!({ "visit": visit }))?;
    let pdf = bytes_of(&practice, &view["consent"]["document"])?;
    let check = seals::check(&pdf);
    ensure!(check.is_whole, "as it was filed: {}", check.words);
    let given_out = fingerprint(&practice)?;
    ensure!(check.seals[0].certificate_sha256 == given_out.replace(' ', ""), "the certificate is the clinic's");
    let words = words_of(&pdf)?;
    ensure!(words.contains("How to check this document"), "its last lines say how: {words}");
    ensure!(words.contains(&given_out), "and with which certificate: {words}");
    let files = files_inside(&pdf)?;
    let bundle = files.get("consent.json").context("the record travels inside")?;
    let report = verify_bundle(bundle)?;
    let hash = &report.doc_sha256;
    ensure!(words.contains(&hash[..16]), "its hash stands at the foot of every page: {words}");
    Ok(())
}

#[test]
fn a_record_is_not_filed_under_a_name_that_was_corrected_meanwhile() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = signed_visit(&practice)?;
    let record = json!({ "is": "treatment_record", "visit": visit });
    let shown = super::prepare(&practice, &record)?;
    let client = &shown["client"]["id"];
    let file = practice.call("client_open", json!({ "client": client }))?;
    let mut fields = file["fields"].clone();
    fields["family"] = json!("Halvorsen-Berg");
    let save = json!({ "id": client, "based_on": file["version"], "fields": fields, "is_another_person": false });
    practice.call("client_save", save)?;
    practice.refused("paper_file", json!({ "token": shown["token"] }));
    let (_, words) = printed(&practice, &record)?;
    ensure!(words.contains("Halvorsen-Berg"), "shown again it has the name: {words}");
    Ok(())
}

#[test]
fn one_changed_byte_of_a_sealed_paper_is_found() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = consented_visit(&practice)?;
    let view = practice.call("visit_open", json!({ "visit": visit }))?;
    let mut pdf = bytes_of(&practice, &view["consent"]["document"])?;
    let middle = pdf.len() / 2;
    pdf[middle] ^= 1;
    ensure!(!seals::check(&pdf).is_whole, "somebody changed it");
    Ok(())
}

#[test]
fn the_seal_of_a_clinic_is_the_same_next_year() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let first = fingerprint(&practice)?;
    let practice = practice.later("2027-11-20T14:00:00Z")?;
    ensure!(fingerprint(&practice)? == first, "what was given out once stays true");
    Ok(())
}

#[test]
fn other_programs_find_the_seal_valid() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = consented_visit(&practice)?;
    let view = practice.call("visit_open", json!({ "visit": visit }))?;
    let pdf = bytes_of(&practice, &view["consent"]["document"])?;
    let path = practice.folder.path().join("consent.pdf");
    std::fs::write(&path, pdf)?;
    let said = Command::new("pdfsig").args(["-nocert"]).arg(&path).output()?;
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    ensure!(said.contains("Signature is Valid"), "{said}");
    ensure!(said.contains("Total document signed"), "nothing of the file is outside: {said}");
    Ok(())
}

#[test]
fn the_record_of_a_signed_visit_says_what_was_done_and_is_sealed() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = signed_visit(&practice)?;
    practice.call("addendum_add", json!({ "visit": visit, "text": "Called: all well.", "secret": "4711" }))?;
    let (row, words) = printed(&practice, &json!({ "is": "treatment_record", "visit": visit }))?;
    ensure!(row["kind"] == "treatment_record", "what it is: {row}");
    for fact in ["inner cheek", "1 mm", "Even redness", "NC-2231", "Pen 12", "Plasma", "10 ml", "Mara Okafor"] {
        ensure!(words.contains(fact), "{fact} stands on it: {words}");
    }
    ensure!(words.contains("Called: all well."), "and what was added since: {words}");
    let pdf = newest(&practice)?;
    ensure!(seals::check(&pdf).is_whole, "sealed");
    let files = files_inside(&pdf)?;
    let record: Value = serde_json::from_slice(files.get("treatment-record.json").context("record")?)?;
    ensure!(record["visit"]["id"] == visit.as_str() && record["chart"]["zones"].is_array(), "inside: {record}");
    let hash = journeys::sha256(files.get("treatment-record.json").context("record")?);
    ensure!(words.contains(&hash[..16]), "its SHA-256 stands at the foot: {hash}");
    Ok(())
}

#[test]
fn there_is_no_record_of_a_visit_before_it_is_signed() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = consented_visit(&practice)?;
    let paper = json!({ "paper": { "is": "treatment_record", "visit": visit }, "language": null, "size": null });
    let failure = practice.refused("paper_prepare", paper);
    ensure!(failure.words.contains("not signed"), "why: {}", failure.words);
    Ok(())
}

#[test]
fn a_refusal_is_filed_with_its_paper() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = screened_visit(&practice)?;
    practice.call("consent_prepare", json!({ "visit": visit, "language": null }))?;
    let refuse = json!({ "visit": visit, "reason": "I want to sleep on it.", "secret": "4711" });
    let view = practice.call("consent_refuse", refuse)?;
    let document = view["consent"]["refusal"].clone();
    let pdf = bytes_of(&practice, &document)?;
    let words = words_of(&pdf)?;
    ensure!(words.contains("Consent refused") && words.contains("Ines Halvorsen"), "what and who: {words}");
    ensure!(words.contains("I want to sleep on it."), "in the client's words: {words}");
    ensure!(words.contains("Microneedling") && words.contains("at most 1 mm"), "what was explained: {words}");
    ensure!(seals::check(&pdf).is_whole, "sealed");
    ensure!(files_inside(&pdf)?.contains_key("consent-record.json"), "with the record inside");
    for act in ["refuse", "file"] {
        let rows = practice.call("journal_view", json!({ "act": act }))?["rows"].clone();
        ensure!(rows.as_array().is_some_and(|rows| !rows.is_empty()), "{act} is an entry");
    }
    Ok(())
}

#[test]
fn a_withdrawal_is_filed_with_its_paper() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = consented_visit(&practice)?;
    let view = practice.call("visit_open", json!({ "visit": visit }))?;
    let signed =
        view["documents"].as_array().and_then(|documents| documents.last()).context("consent")?["number"].clone();
    let withdraw = json!({ "consent": view["consent"]["consent"], "reason": "", "secret": "4711" });
    let record = practice.call("consent_withdraw", withdraw)?;
    let row = record["consents"].as_array().and_then(|rows| rows.first()).context("row")?.clone();
    ensure!(row["status"] == "withdrawn", "it no longer stands: {row}");
    let pdf = bytes_of(&practice, &row["withdrawal"])?;
    let words = words_of(&pdf)?;
    ensure!(words.contains("Consent taken back"), "what it is: {words}");
    ensure!(words.contains(signed.as_str().context("number")?), "which one: {words}");
    ensure!(words.contains("No reason was given. Nobody has to give one."), "nobody was pressed: {words}");
    ensure!(words.contains("What has been published cannot be called back"), "and the photos: {words}");
    ensure!(seals::check(&pdf).is_whole, "sealed");
    Ok(())
}
