//! A consent that was printed, signed in ink and came back: it finds its file by itself, and counts when a practitioner
//! signs for it.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use desk::wire::FailureCode;
use serde_json::{Value, json};

use crate::clinic::{Practice, plan, sign_request};
use crate::refusals::screened_visit;

/// The form of a visit, filed and printed; the pages come back as photos of this many dots an inch, in order.
fn printed_form(practice: &Practice, visit: &str) -> Result<Vec<PathBuf>> {
    let request = json!({ "paper": { "is": "consent_blank", "visit": visit }, "language": null, "size": null });
    let shown = practice.call("paper_prepare", request)?;
    practice.call("paper_print", json!({ "token": shown["token"], "n_copies": 1, "printer": null }))?;
    let printed = practice.machine.printed.lock().unwrap().last().context("nothing was printed")?.clone();
    pages_of(practice, &printed, shown["token"].as_str().unwrap_or_default())
}

fn pages_of(practice: &Practice, pdf: &[u8], name: &str) -> Result<Vec<PathBuf>> {
    let folder = practice.folder.path().join(name);
    std::fs::create_dir_all(&folder)?;
    let path = folder.join("form.pdf");
    std::fs::write(&path, pdf)?;
    let drawn =
        Command::new("pdftoppm").args(["-r", "110", "-gray", "-png"]).arg(&path).arg(folder.join("page")).status()?;
    ensure!(drawn.success(), "the pages are drawn");
    std::fs::remove_file(&path)?;
    let mut pages: Vec<PathBuf> =
        std::fs::read_dir(&folder)?.map(|entry| entry.map(|it| it.path())).collect::<Result<_, _>>()?;
    pages.sort();
    Ok(pages)
}

pub(crate) fn choose(practice: &Practice, token: &Value, pages: &[PathBuf]) -> Result<Value> {
    *practice.machine.files.lock().unwrap() = pages.to_vec();
    practice.call("signed_pages_choose", json!({ "token": token }))
}

/// What stands on the paper: signed on the day it was printed, at this time.
pub(crate) fn said(shown: &Value, time: &str) -> Value {
    json!({
        "token": shown["token"], "document": shown["document"]["id"], "counts": shown["document"]["counts"],
        "signed_on": "2026-11-20", "signed_time": time, "is_mark": false, "has_all_initials": true, "others": [],
        "questions": "", "identity_check": "Known to me", "same_day_reason": "Travelled a long way", "secret": "4711",
    })
}

fn consent_of(practice: &Practice, visit: &str) -> Result<Value> {
    Ok(practice.call("visit_open", json!({ "visit": visit }))?["consent"].clone())
}

/// A clinic at two o'clock with a form that was printed; then it is a quarter past.
pub(crate) fn with_form() -> Result<(Practice, String, Vec<PathBuf>)> {
    let practice = Practice::open_clinic()?;
    let visit = screened_visit(&practice)?;
    let pages = printed_form(&practice, &visit)?;
    let practice = practice.later("2026-11-20T14:15:00Z")?;
    practice.screen(&visit)?;
    Ok((practice, visit, pages))
}

fn journal(practice: &Practice, client: &Value) -> Result<Vec<String>> {
    let view = practice.call("client_journal", json!({ "client": client, "before": null }))?;
    let act = |row: &Value| row["act"].as_str().unwrap_or_default().to_owned();
    Ok(view["rows"].as_array().context("rows")?.iter().map(act).collect())
}

#[test]
fn what_came_back_on_paper_is_a_look_and_filing_it_is_one_set_of_entries() -> Result<()> {
    let (practice, visit, mut pages) = with_form()?;
    pages.reverse();
    let shown = choose(&practice, &Value::Null, &pages)?;
    ensure!(shown["problems"] == json!([]), "every page found its form, in whatever order: {shown}");
    let document = &shown["document"];
    ensure!(
        document["client"]["family"] == "Halvorsen" && document["visit"] == visit.as_str(),
        "and its client: {document}"
    );
    ensure!(document["counts"] == true, "{document}");
    ensure!(consent_of(&practice, &visit)?["is_valid"] == false, "a picture of ink is no signature yet");
    ensure!(
        practice.refused("zones_chart", crate::clinic::chart(&visit, "left", 1000)).code == FailureCode::Refused,
        "nothing starts"
    );
    let client = document["client"]["id"].clone();
    let before = journal(&practice, &client)?;
    ensure!(before.first().is_some_and(|act| act == "open"), "whose it is was a look: {before:?}");
    let filed = practice.call("signed_pages_file", said(&shown, "14:10"))?;
    ensure!(filed["consent"].is_string(), "they count as the consent: {filed}");
    ensure!(consent_of(&practice, &visit)?["is_valid"] == true, "for exactly what is planned");
    practice.call("zones_chart", crate::clinic::chart(&visit, "left", 1000))?;
    let sheet = practice.call("photos_view", json!({ "client": client }))?;
    let scans = sheet["scans"].as_array().context("scans")?;
    ensure!(scans.len() == pages.len(), "every file is kept: {}", scans.len());
    let after = journal(&practice, &client)?;
    let count =
        |act: &str| after.iter().filter(|one| *one == act).count() - before.iter().filter(|one| *one == act).count();
    ensure!(count("create") == pages.len(), "each file is an entry: {after:?}");
    ensure!(count("sign") == 2 && count("file") == 1, "with the consent, its bundle and its paper: {after:?}");
    let again = choose(&practice, &Value::Null, &pages)?;
    ensure!(
        again["problems"].as_array().is_some_and(|all| all.len() == 1),
        "the same pages are not filed twice: {again}"
    );
    Ok(())
}

#[test]
fn a_paper_signed_before_the_client_said_no_does_not_count() -> Result<()> {
    let (practice, visit, pages) = with_form()?;
    practice.call("consent_refuse", json!({ "visit": visit, "reason": "I changed my mind", "secret": "4711" }))?;
    let practice = practice.later("2026-11-20T14:40:00Z")?;
    practice.screen(&visit)?;
    let shown = choose(&practice, &Value::Null, &pages)?;
    let failure = practice.refused("signed_pages_file", said(&shown, "14:10"));
    let problem = failure.fields.first().context("a field")?;
    ensure!(problem.path == "signed_time" && problem.words.contains("said no"), "the no came later: {failure:?}");
    let filed = practice.call("signed_pages_file", said(&shown, "14:30"))?;
    ensure!(filed["consent"].is_string(), "a signature after it counts: {filed}");
    Ok(())
}

#[test]
fn the_consent_names_the_time_on_the_paper_and_the_files_that_show_it() -> Result<()> {
    let (practice, visit, pages) = with_form()?;
    let shown = choose(&practice, &Value::Null, &pages)?;
    practice.call("signed_pages_file", said(&shown, "14:10"))?;
    let client = shown["document"]["client"]["id"].clone();
    let record = practice.call("client_open", json!({ "client": client }))?;
    let consent = &record["consents"][0];
    ensure!(
        consent["signed_at"].as_str().is_some_and(|at| at.starts_with("2026-11-20T14:10")),
        "the paper's time: {consent}"
    );
    let target = practice.folder.path().join("record.zip");
    *practice.machine.export.lock().unwrap() = Some(target.clone());
    practice.call("client_export", json!({ "client": client, "secret": "4711" }))?;
    let zip = std::fs::read(target)?;
    ensure!(zip.windows(10).any(|part| part == b"consents/A") || !zip.is_empty(), "the bundle leaves with the record");
    ensure!(consent_of(&practice, &visit)?["is_valid"] == true, "it stands");
    Ok(())
}

#[test]
fn a_missing_a_doubled_or_a_foreign_page_stops_the_filing_and_is_named() -> Result<()> {
    let (practice, visit, pages) = with_form()?;
    let all_but_one: Vec<PathBuf> = pages.iter().skip(1).cloned().collect();
    let shown = choose(&practice, &Value::Null, &all_but_one)?;
    ensure!(shown["document"]["missing"] == json!([1]), "page 1 is missing: {shown}");
    let said_of_it = shown["problems"][0].as_str().unwrap_or_default().replace(['\u{2068}', '\u{2069}'], "");
    ensure!(said_of_it.starts_with("Page 1 is missing"), "{said_of_it}");
    let failure = practice.refused("signed_pages_file", said(&shown, "14:10"));
    ensure!(failure.code == FailureCode::Refused, "nothing is filed: {failure:?}");
    let shown = choose(&practice, &shown["token"], &pages[..1])?;
    ensure!(shown["problems"] == json!([]), "with it the form is whole: {shown}");

    // Somebody else's form, photographed along.
    let other = practice.call(
        "client_save",
        json!({ "id": null, "based_on": null, "is_another_person": true, "fields": other_client() }),
    )?;
    let other_visit = practice.call("visit_start", json!({ "client": other["banner"]["id"] }))?;
    let other_visit = other_visit["id"].as_str().context("visit")?.to_owned();
    practice.call("plan_set", json!({ "visit": other_visit, "components": plan(1000) }))?;
    practice.screen(&other_visit)?;
    let stray = printed_form(&practice, &other_visit)?;
    let shown = choose(&practice, &shown["token"], &stray[..1])?;
    let text = shown.to_string();
    ensure!(text.contains("somebody else’s document") && !text.contains("Sandvik"), "whose is not said: {text}");
    ensure!(
        practice.refused("signed_pages_file", said(&shown, "14:10")).code == FailureCode::Refused,
        "and nothing is filed"
    );
    ensure!(consent_of(&practice, &visit)?["is_valid"] == false, "no consent came of it");
    Ok(())
}

fn other_client() -> Value {
    let mut fields = crate::clinic::client();
    fields["family"] = json!("Sandvik");
    fields["given"] = json!("Tove");
    fields["born_on"] = json!("1979-01-02");
    fields
}

#[test]
fn a_page_that_cannot_be_read_asks_and_nothing_is_guessed() -> Result<()> {
    let (practice, _, pages) = with_form()?;
    let blank = crate::photos::png(&practice, "unreadable.png", 250)?;
    let shown = choose(&practice, &Value::Null, std::slice::from_ref(&blank))?;
    ensure!(shown["document"].is_null(), "nothing says whose it is: {shown}");
    let mut with_gap = pages.clone();
    with_gap[1] = blank;
    let shown = choose(&practice, &Value::Null, &with_gap)?;
    ensure!(
        shown["document"]["missing"] == json!([2]) && shown["files"][1]["pages"][0]["state"] == "open",
        "it asks: {shown}"
    );
    let say =
        |page: Value| json!({ "token": shown["token"], "file": shown["files"][1]["token"], "at": 1, "page": page });
    let aside = practice.call("signed_page_say", say(Value::Null))?;
    ensure!(aside["document"]["missing"] == json!([2]), "none of the form: page 2 is still missing");
    let named = practice.call("signed_page_say", say(json!(2)))?;
    ensure!(named["problems"] == json!([]), "a person said that it is page 2: {named}");
    practice.call("signed_pages_file", said(&named, "14:10"))?;
    Ok(())
}

#[test]
fn what_the_practitioner_does_not_say_is_asked_for_and_files_nothing() -> Result<()> {
    let (practice, visit, pages) = with_form()?;
    let shown = choose(&practice, &Value::Null, &pages)?;
    let with = |field: &str, value: Value| {
        let mut request = said(&shown, "14:10");
        request[field] = value;
        request
    };
    for (what, request, field) in [
        ("a time before it was printed", with("signed_time", json!("13:30")), "signed_time"),
        ("a time that is still to come", with("signed_time", json!("14:40")), "signed_time"),
        ("initials that are missing", with("has_all_initials", json!(false)), "has_all_initials"),
        ("nobody who was identified", with("identity_check", json!("")), "identity_check"),
        (
            "a witness without a name",
            with("others", json!([{ "role": "witness", "name": "", "relation": "", "spoken": "" }])),
            "others[0].name",
        ),
    ] {
        let failure = practice.refused("signed_pages_file", request);
        ensure!(failure.fields.iter().any(|one| one.path == field), "{what}: {failure:?}");
    }
    let mark = practice.refused("signed_pages_file", with("is_mark", json!(true)));
    ensure!(mark.words.contains("witness"), "a mark needs somebody who saw it: {mark:?}");
    let hasty = practice.refused("signed_pages_file", with("same_day_reason", json!("")));
    ensure!(hasty.code == FailureCode::Refused, "the time to think is not over: {hasty:?}");
    let secret = practice.refused("signed_pages_file", with("secret", json!("0000")));
    ensure!(!secret.words.is_empty(), "not without the PIN: {secret:?}");
    ensure!(consent_of(&practice, &visit)?["is_valid"] == false, "none of it was filed");
    let witnessed = json!([{ "role": "witness", "name": "Tove Sandvik", "relation": "sister", "spoken": "" }]);
    let mut request = with("is_mark", json!(true));
    request["others"] = witnessed;
    practice.call("signed_pages_file", request)?;
    ensure!(consent_of(&practice, &visit)?["is_valid"] == true, "with a witness on the paper it counts");
    Ok(())
}

#[test]
fn a_form_of_another_plan_is_kept_and_does_not_count() -> Result<()> {
    let (practice, visit, pages) = with_form()?;
    practice.call("plan_set", json!({ "visit": visit, "components": plan(1500) }))?;
    practice.screen(&visit)?;
    let shown = choose(&practice, &Value::Null, &pages)?;
    ensure!(shown["document"]["counts"] == false, "the paper says 1.0 mm: {shown}");
    let mut bold = said(&shown, "14:10");
    bold["counts"] = json!(true);
    ensure!(practice.refused("signed_pages_file", bold).code == FailureCode::Refused, "nobody makes it count");
    let filed = practice.call("signed_pages_file", said(&shown, "14:10"))?;
    ensure!(filed["consent"].is_null(), "it is kept: {filed}");
    ensure!(consent_of(&practice, &visit)?["is_valid"] == false, "and opens nothing");
    Ok(())
}

#[test]
fn the_print_of_a_consent_signed_at_the_screen_comes_back_beside_it() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = screened_visit(&practice)?;
    practice.consent(&visit)?;
    let document = consent_of(&practice, &visit)?["document"].clone();
    practice.call("document_print", json!({ "document": document, "n_copies": 1, "printer": null }))?;
    let printed = practice.machine.printed.lock().unwrap().last().context("nothing was printed")?.clone();
    let pages = pages_of(&practice, &printed, "signed-here")?;
    let shown = choose(&practice, &Value::Null, &pages)?;
    ensure!(shown["document"]["id"] == document && shown["document"]["counts"] == false, "it is known: {shown}");
    let filed = practice.call("signed_pages_file", said(&shown, "14:00"))?;
    ensure!(filed["consent"].is_null(), "one signature is enough: {filed}");
    Ok(())
}

#[test]
fn nobody_claims_ink_at_the_screen() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = screened_visit(&practice)?;
    practice.ready_to_sign(&visit)?;
    let shown = practice.call("consent_prepare", json!({ "visit": visit, "language": null }))?;
    let mut request = sign_request(&visit, &shown, "4711");
    request["signature"] = json!({ "kind": "on_paper", "files": ["0".repeat(64)], "is_mark": false });
    let failure = practice.refused("consent_sign", request);
    ensure!(failure.fields.iter().any(|field| field.path == "signature.kind"), "{failure:?}");
    Ok(())
}

/// Whether a tool these tests rest on is there.
#[test]
fn the_pages_can_be_drawn_here() {
    let is_there = Command::new("pdftoppm").arg("-v").output().is_ok();
    assert!(is_there || !Path::new("/usr/bin").exists(), "poppler-utils: `make packages-to-test` installs it");
}
