//! The entries of photos, scanned papers, consents after their signature, and visits recorded under the wrong client.

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};

use super::Journey;
use crate::clinic::client;
use crate::photos::{choose, pdf, photo, png};

/// A photo and a scan, from the file that was chosen to its withdrawal.
pub(super) fn of_photos(journey: &mut Journey, client: &Value) -> Result<()> {
    let name = client.as_str().context("client")?.to_owned();
    journey.step("photos_view", json!({ "client": client }))?;
    let file = png(&journey.practice, "photo.png", 90)?;
    let chosen = choose(&journey.practice, &name, "photos", vec![file])?;
    let added = photo(&name, &chosen["sheet"]["waiting"][0]["token"], "record");
    let kept = journey.step("photo_add", added)?["photos"][0]["id"].clone();
    journey.step("photo_open", json!({ "photo": kept }))?;
    journey.step("photo_allow", json!({ "photo": kept, "scope": "teaching" }))?;
    *journey.practice.machine.export.lock().unwrap() = Some(journey.practice.folder.path().join("photos.zip"));
    journey.step("photos_export", json!({ "client": client, "wanted": "teaching", "secret": "4711" }))?;
    journey.step("photo_withdraw", json!({ "photo": kept, "reason": "Wants it gone" }))?;
    let file = pdf(&journey.practice)?;
    let chosen = choose(&journey.practice, &name, "scans", vec![file])?;
    let token = chosen["sheet"]["waiting"][0]["token"].clone();
    let added = json!({ "client": client, "token": token, "kind": "referral_letter", "title": "Letter" });
    let kept = journey.step("scan_add", added)?["scans"][0]["id"].clone();
    journey.step("scan_open", json!({ "scan": kept }))?;
    *journey.practice.machine.export.lock().unwrap() = Some(journey.practice.folder.path().join("letter.copy"));
    journey.step("scan_save", json!({ "scan": kept }))?;
    journey.step("scan_withdraw", json!({ "scan": kept, "reason": "Another client's letter" }))?;
    Ok(())
}

/// The consent form that is signed on paper: shown, printed, and another one only filed.
pub(super) fn of_a_form_on_paper(journey: &mut Journey, visit: &str) -> Result<()> {
    let prepare = json!({ "paper": { "is": "consent_blank", "visit": visit }, "language": null, "size": null });
    let shown = journey.step("paper_prepare", prepare.clone())?;
    journey.step("paper_print", json!({ "token": shown["token"], "n_copies": 1, "printer": null }))?;
    let shown = journey.practice.call("paper_prepare", prepare)?;
    journey.step("paper_file", json!({ "token": shown["token"] }))?;
    journey.step("lot_find", json!({ "lot": "NC-2231" }))?;
    Ok(())
}

/// The copy of a consent that was owed, and a correction beside it.
pub(super) fn of_a_signed_consent(journey: &mut Journey, client: &Value) -> Result<()> {
    let consent = newest_consent(journey, client)?;
    journey.step("copy_give", json!({ "consent": consent, "fate": "printed" }))?;
    let correct =
        json!({ "consent": consent, "text": "The card was a licence.", "reason": "Misread", "secret": "4711" });
    journey.step("consent_correct", correct)?;
    Ok(())
}

/// The consent of an earlier visit that is taken back.
pub(super) fn of_a_withdrawal(journey: &mut Journey, client: &Value) -> Result<()> {
    let consent = newest_consent(journey, client)?;
    journey.step("consent_withdraw", json!({ "consent": consent, "reason": "Wants to wait", "secret": "4711" }))?;
    Ok(())
}

/// A visit that is put with another client.
pub(super) fn of_a_wrong_client(journey: &mut Journey, visit: &str) -> Result<()> {
    let mut fields = client();
    fields["family"] = json!("Halvorsen-Lind");
    fields["born_on"] = json!("1990-05-02");
    fields["phone"] = json!("+47 22 99 88 77");
    let save = json!({ "id": null, "based_on": null, "is_another_person": true, "fields": fields });
    let right = journey.practice.call("client_save", save)?["banner"]["id"].clone();
    let moved = json!({ "visit": visit, "to": right, "reason": "Same given name", "secret": "4711" });
    journey.step("visit_move", moved)?;
    Ok(())
}

fn newest_consent(journey: &Journey, client: &Value) -> Result<Value> {
    let record = journey.practice.call("client_open", json!({ "client": client }))?;
    let consents = record["consents"].as_array().context("consents")?;
    let standing = consents.iter().find(|consent| consent["status"] == "standing").context("one that stands")?;
    ensure!(standing["id"].is_string(), "it has an id: {standing}");
    Ok(standing["id"].clone())
}
