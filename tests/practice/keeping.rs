//! Keeping and giving: proof of the backups, who looked, requests for a copy, retention, holds, erasure.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};
use desk::clock::Clock;
use desk::wire::FailureCode;
use desk::{Desk, Place};
use serde_json::{Value, json};

use crate::clinic::{PASSWORD, Practice, client};

/// A clinic that backs up into a folder.
fn with_folder() -> Result<(Practice, PathBuf)> {
    let practice = Practice::open_clinic()?;
    let folder = practice.folder.path().join("usb");
    std::fs::create_dir(&folder)?;
    *practice.machine.folder.lock().unwrap() = Some(folder.clone());
    practice.call("backup_folder_choose", json!({}))?;
    Ok((practice, folder))
}

fn newest_backup(folder: &Path) -> Result<PathBuf> {
    let shelf = std::fs::read_dir(folder)?.next().context("shelf")??.path();
    let mut named: Vec<PathBuf> = std::fs::read_dir(shelf)?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    named.retain(|path| path.join("manifest.json").is_file());
    named.sort();
    named.pop().context("a backup")
}

fn drill(practice: &Practice) -> Result<Value> {
    Ok(practice.call("backup_view", json!({}))?["drill"].clone())
}

fn n_drills(practice: &Practice) -> Result<usize> {
    let view = practice.call("journal_view", json!({ "act": "drill", "entity": "restore_drill" }))?;
    Ok(view["rows"].as_array().context("rows")?.len())
}

#[test]
fn the_newest_backup_is_proved_once_a_week_by_itself() -> Result<()> {
    let (practice, _) = with_folder()?;
    ensure!(drill(&practice)?["standing"] == "none", "nothing is pretended");
    practice.desk.back_up_if_due();
    let good = drill(&practice)?;
    ensure!(good["standing"] == "good", "the first backup is proved at once: {good}");
    let words = good["words"].as_str().context("words")?;
    ensure!(words.contains("20-Nov-2026 14:00") && words.contains("is whole"), "when, and what was shown: {words}");
    let practice = practice.later("2026-11-26T13:00:00Z")?;
    practice.desk.back_up_if_due();
    ensure!(n_drills(&practice)? == 1, "six days later it is still proved");
    let practice = practice.later("2026-11-27T15:00:00Z")?;
    practice.desk.back_up_if_due();
    ensure!(n_drills(&practice)? == 2, "after a week it is proved again, and each proof is an entry");
    Ok(())
}

#[test]
fn a_proof_that_failed_is_a_warning_until_a_good_one() -> Result<()> {
    let (practice, folder) = with_folder()?;
    practice.desk.back_up_if_due();
    let practice = practice.later("2026-11-27T15:00:00Z")?;
    practice.call("backup_make", json!({ "to": "clinic" }))?;
    let database = newest_backup(&folder)?.join("vault.db");
    let whole = std::fs::read(&database)?;
    let mut spoilt = whole.clone();
    spoilt[5000] ^= 1;
    std::fs::write(&database, spoilt)?;
    practice.desk.back_up_if_due();
    let failed = drill(&practice)?;
    ensure!(failed["standing"] == "failed", "nothing can be restored from it: {failed}");
    ensure!(failed["words"].as_str().is_some_and(|words| words.contains("vault.db")), "the part is named: {failed}");
    let practice = practice.later("2026-11-27T18:00:00Z")?;
    ensure!(drill(&practice)?["standing"] == "failed", "a new sitting forgets nothing");
    std::fs::write(&database, whole)?;
    let practice = practice.later("2026-11-28T18:00:00Z")?;
    practice.desk.back_up_if_due();
    ensure!(drill(&practice)?["standing"] == "good", "a day later it is tried again, and the warning goes");
    Ok(())
}

#[test]
fn a_client_takes_along_who_opened_the_file() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let client = practice.new_client()?;
    practice.call("client_open", json!({ "client": client }))?;
    let file = practice.folder.path().join("who.csv");
    *practice.machine.export.lock().unwrap() = Some(file.clone());
    let saved = practice.call("client_journal_save", json!({ "client": client }))?;
    let text = std::fs::read_to_string(&file)?;
    let lines: Vec<&str> = text.lines().collect();
    ensure!(lines.len() == 4 && saved["n_entries"] == 3, "made, opened, saved, under its headings: {text}");
    ensure!(lines[0].contains("\"When\",\"Who\",\"Role\",\"What was done\""), "in plain words: {}", lines[0]);
    ensure!(lines[1].contains("Saved as a file"), "that it left is in it: {}", lines[1]);
    ensure!(
        lines[2].contains("\"2026-11-20 14:00")
            && lines[2].contains("\"Mara Okafor\",\"Practitioner\",\"Opened\",\"Record\""),
        "when, who, in which role, what: {}",
        lines[2]
    );
    ensure!(!text.contains("Halvorsen"), "and nothing of the record itself");
    practice.call("client_restrict", json!({ "client": client, "reason": "A colleague of ours" }))?;
    let failure = practice.refused("client_journal_save", json!({ "client": client }));
    ensure!(failure.code == FailureCode::Restricted, "say why first: {failure:?}");
    Ok(())
}

/// A request that came in on the 20th of November in Britain: due on the 20th of December.
fn taken(practice: &Practice) -> Result<(String, Value)> {
    let client = practice.new_client()?;
    let take =
        json!({ "client": client, "received_on": "2026-11-20", "asked_by": "The client", "wanted": "All of it" });
    let view = practice.call("access_request_take", take)?;
    Ok((client, view["rows"][0].clone()))
}

#[test]
fn a_request_for_a_copy_is_due_by_the_rule_of_the_country_and_on_the_days_list_in_time() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let (_, row) = taken(&practice)?;
    ensure!(row["answer_by"] == "2026-12-20" && row["standing"] == "open", "one month: {row}");
    ensure!(row["rule_words"].as_str().is_some_and(|words| words.contains("lg.gdpr")), "with its rule: {row}");
    let listed = |practice: &Practice| -> Result<Value> {
        Ok(practice.call("today_view", json!({ "on": null }))?["access_requests"].clone())
    };
    ensure!(listed(&practice)? == json!([]), "there is time");
    let practice = practice.later("2026-12-12T10:00:00Z")?;
    ensure!(listed(&practice)? == json!([]), "eight days before");
    let practice = practice.later("2026-12-13T10:00:00Z")?;
    ensure!(listed(&practice)?[0]["is_over"] == false, "a week before it is listed");
    let practice = practice.later("2026-12-20T10:00:00Z")?;
    ensure!(listed(&practice)?[0]["is_over"] == false, "on its last day there is still time");
    let practice = practice.later("2026-12-21T10:00:00Z")?;
    ensure!(listed(&practice)?[0]["is_over"] == true, "the day after, it is over");
    Ok(())
}

#[test]
fn a_request_is_answered_by_the_export_that_was_made_for_it() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let (client, row) = taken(&practice)?;
    let answer = json!({ "request": row["id"], "based_on": row["version"], "how": "export", "note": "By hand" });
    let failure = practice.refused("access_request_answer", answer.clone());
    ensure!(failure.words.contains("Export it first"), "nothing was exported yet: {failure:?}");
    *practice.machine.export.lock().unwrap() = Some(practice.folder.path().join("record.zip"));
    practice.call("client_export", json!({ "client": client, "secret": "4711" }))?;
    let exported = practice.call("journal_view", json!({ "act": "export" }))?["rows"][0]["seq"].clone();
    let answered = practice.call("access_request_answer", answer)?["rows"][0].clone();
    ensure!(answered["export_entry"] == exported, "the answer names that very entry: {answered}");
    ensure!(answered["standing"] == "answered", "and it is done: {answered}");
    let again = json!({ "request": row["id"], "based_on": answered["version"], "how": "paper", "note": "" });
    let failure = practice.refused("access_request_answer", again);
    ensure!(failure.code == FailureCode::Refused, "it is answered once: {failure:?}");
    let practice = practice.later("2027-01-20T10:00:00Z")?;
    ensure!(
        practice.call("today_view", json!({ "on": null }))?["access_requests"] == json!([]),
        "and waits for nobody"
    );
    Ok(())
}

#[test]
fn a_request_is_put_off_once_with_a_reason_and_a_refusal_gives_one() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let (_, row) = taken(&practice)?;
    let extend = |until: &str, reason: &str, version: &Value| json!({ "request": row["id"], "based_on": version, "until_on": until, "reason": reason });
    let failure = practice.refused("access_request_extend", extend("2026-12-20", "Many photos", &row["version"]));
    ensure!(failure.fields[0].path == "until_on", "that is no later day: {failure:?}");
    let failure = practice.refused("access_request_extend", extend("2027-01-20", " ", &row["version"]));
    ensure!(failure.fields[0].path == "reason", "the person who asked is told why: {failure:?}");
    let later = practice.call("access_request_extend", extend("2027-01-20", "Many photos", &row["version"]))?["rows"]
        [0]
    .clone();
    ensure!(later["answer_by"] == "2027-01-20" && later["extension_reason"] == "Many photos", "put off: {later}");
    let failure = practice.refused("access_request_extend", extend("2027-02-20", "More", &later["version"]));
    ensure!(failure.words.contains("already"), "once: {failure:?}");
    let refuse =
        |note: &str| json!({ "request": row["id"], "based_on": later["version"], "how": "refused", "note": note });
    let failure = practice.refused("access_request_answer", refuse(""));
    ensure!(failure.fields[0].path == "note", "a refusal has its reason: {failure:?}");
    let stale = json!({ "request": row["id"], "based_on": row["version"], "how": "paper", "note": "" });
    ensure!(
        practice.refused("access_request_answer", stale).code == FailureCode::Conflict,
        "somebody put it off meanwhile"
    );
    practice.call("access_request_answer", refuse("Asked for by somebody without leave"))?;
    Ok(())
}

#[test]
fn a_request_cannot_have_come_in_tomorrow_nor_without_a_name() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let client = practice.new_client()?;
    let take = json!({ "client": client, "received_on": "2026-11-21", "asked_by": " ", "wanted": "" });
    let failure = practice.refused("access_request_take", take);
    let paths: Vec<_> = failure.fields.iter().map(|field| field.path.as_str()).collect();
    ensure!(paths == ["received_on", "asked_by", "wanted"], "all at once: {failure:?}");
    Ok(())
}

/// Ten years and more after the one entry of one client.
fn long_after() -> Result<(Practice, String)> {
    let practice = Practice::open_clinic()?;
    let client = practice.new_client()?;
    let practice = practice.later("2036-11-21T10:00:00Z")?;
    Ok((practice, client))
}

fn rows(view: &Value) -> Result<usize> {
    Ok(view["rows"].as_array().context("rows")?.len())
}

#[test]
fn retention_is_proposed_the_day_after_its_last_by_number_and_rule_and_nothing_goes_by_itself() -> Result<()> {
    let practice = Practice::open_clinic()?;
    practice.new_client()?;
    let practice = practice.later("2036-11-20T10:00:00Z")?;
    let on_its_last_day = practice.call("retention_view", json!({}))?;
    ensure!(rows(&on_its_last_day)? == 0, "it is kept on its last day: {on_its_last_day}");
    let asked = practice.call("retention_view", json!({ "number": "a-000001" }))?["asked"].clone();
    ensure!(
        asked["kept_until"] == "2036-11-20" && asked["is_over"] == false,
        "and anybody's day can be asked: {asked}"
    );
    let practice = practice.later("2036-11-21T10:00:00Z")?;
    let view = practice.call("retention_view", json!({}))?;
    let row = &view["rows"][0];
    ensure!(row["number"] == "A-000001" && row["is_over"] == true, "the day after, it is proposed: {view}");
    ensure!(row["rule_words"].as_str().is_some_and(|words| words.contains("lg.ret_default")), "with the rule: {row}");
    ensure!(!view.to_string().contains("Halvorsen"), "and without a name");
    let practice = practice.later("2040-01-01T10:00:00Z")?;
    practice.call("client_search", json!({ "words": "Halvorsen" }))?;
    ensure!(rows(&practice.call("retention_view", json!({}))?)? == 1, "years later it is still only proposed");
    Ok(())
}

#[test]
fn a_client_who_comes_back_is_kept_anew() -> Result<()> {
    let (practice, client) = long_after()?;
    ensure!(rows(&practice.call("retention_view", json!({}))?)? == 1, "it was over");
    practice
        .call("appointment_save", json!({ "client": client, "on": "2036-12-01", "starts": "10:00", "purpose": "" }))?;
    ensure!(rows(&practice.call("retention_view", json!({}))?)? == 0, "an appointment is to come");
    Ok(())
}

fn erase(client: &str, number: &str) -> Value {
    json!({ "client": client, "number": number, "reason": "Retention is over", "before_its_time": "refuse", "secret": "4711" })
}

#[test]
fn a_hold_an_open_visit_and_an_open_request_each_keep_a_record_from_being_erased() -> Result<()> {
    let (practice, client) = long_after()?;
    let reason = json!({ "client": client, "reason": "A letter of a lawyer" });
    let held = practice.call("retention_hold", reason.clone())?;
    ensure!(held["asked"]["is_held"] == true, "held, with its reason: {held}");
    ensure!(
        held["asked"]["holds"][0].as_str().is_some_and(|words| words.contains("A letter of a lawyer")),
        "said: {held}"
    );
    let failure = practice.refused("client_erase", erase(&client, "A-000001"));
    ensure!(failure.words.contains("keeps this record"), "the clinic holds it: {failure:?}");
    ensure!(practice.refused("retention_hold", reason.clone()).code == FailureCode::Refused, "it is held once");
    practice.call("retention_release", reason)?;
    let take = json!({ "client": client, "received_on": "2036-11-21", "asked_by": "The client", "wanted": "All" });
    let row = practice.call("access_request_take", take)?["rows"][0].clone();
    let failure = practice.refused("client_erase", erase(&client, "A-000001"));
    ensure!(failure.words.contains("keeps this record"), "a copy is owed: {failure:?}");
    practice.call(
        "access_request_answer",
        json!({ "request": row["id"], "based_on": row["version"], "how": "paper", "note": "" }),
    )?;
    practice.call("visit_start", json!({ "client": client }))?;
    let failure = practice.refused("client_erase", erase(&client, "A-000001"));
    ensure!(failure.words.contains("keeps this record"), "somebody is being treated: {failure:?}");
    Ok(())
}

#[test]
fn an_erasure_asks_for_the_number_a_reason_the_secret_and_the_time() -> Result<()> {
    let (practice, client) = long_after()?;
    let wrong = |name: &str, value: &str| {
        let mut request = erase(&client, "A-000001");
        request[name] = json!(value);
        practice.refused("client_erase", request)
    };
    ensure!(wrong("number", "A-000002").fields[0].path == "number", "another client's number erases nobody");
    ensure!(wrong("reason", "old").fields[0].path == "reason", "a word is no reason");
    ensure!(wrong("secret", "0000").code == FailureCode::WrongSecret, "whoever finds the desk open erases nobody");
    let (practice, young) = {
        let practice = Practice::open_clinic()?;
        let client = practice.new_client()?;
        (practice, client)
    };
    let failure = practice.refused("client_erase", erase(&young, "A-000001"));
    ensure!(failure.words.contains("2036-11-20"), "it is to be kept until then: {failure:?}");
    let mut early = erase(&young, "A-000001");
    early["before_its_time"] = json!("accept");
    practice.call("client_erase", early)?;
    Ok(())
}

#[test]
fn an_erased_client_is_gone_from_every_list_and_the_journal_is_whole() -> Result<()> {
    let (practice, client) = long_after()?;
    let erased = practice.call("client_erase", erase(&client, "a-000001"))?;
    let words = erased["words"].as_str().context("words")?;
    ensure!(
        words.contains("A-000001") && words.contains("Backups made before still hold"),
        "what, and where it still is: {words}"
    );
    ensure!(practice.call("client_search", json!({ "words": "halv" }))? == json!([]), "no search finds it");
    let failure = practice.refused("client_open", json!({ "client": client }));
    ensure!(failure.code == FailureCode::NotFound, "there is nothing to open: {failure:?}");
    let verified = practice.call("journal_verify", json!({ "heads": [] }))?;
    ensure!(verified["is_whole"] == true, "the chain is whole: {verified}");
    ensure!(verified["n_shredded"].as_u64().is_some_and(|n| n > 0), "and says how much of it was shredded: {verified}");
    let words = verified["words"].as_str().context("words")?;
    ensure!(words.contains("erased"), "in words: {words}");
    ensure!(practice.call("vault_verify", json!({}))?["is_whole"] == true, "a rebuild makes the same tables");
    let about = practice.call("journal_view", json!({ "client_number": "A-000001" }))?;
    let row = &about["rows"][0];
    ensure!(row["act"] == "erase" && row["client_number"] == "A-000001", "what stays: {about}");
    ensure!(!about.to_string().contains("Halvorsen"), "and nothing of the person");
    let save = json!({ "id": null, "based_on": null, "is_another_person": false, "fields": client_fields("Okoro") });
    let next = practice.call("client_save", save)?;
    ensure!(next["banner"]["number"] == "A-000002", "the number is not given again: {next}");
    Ok(())
}

fn client_fields(family: &str) -> Value {
    let mut fields = client();
    fields["family"] = json!(family);
    fields
}

#[test]
fn an_older_backup_does_not_bring_an_erased_client_back() -> Result<()> {
    let (practice, folder) = with_folder()?;
    let client = practice.new_client()?;
    let older = practice.call("backup_make", json!({ "to": "clinic" }))?["path"].as_str().context("path")?.to_owned();
    let practice = practice.later("2036-11-22T10:00:00Z")?;
    practice.call("client_erase", erase(&client, "A-000001"))?;
    practice.call("backup_make", json!({ "to": "clinic" }))?;
    ensure!(Path::new(&older).is_dir() && folder.is_dir(), "the older one is still there");
    let machine = std::sync::Arc::new(crate::clinic::PaperMachine::default());
    *machine.folder.lock().unwrap() = Some(PathBuf::from(&older));
    let clock = Clock::fixed("2036-11-23T09:00:00Z".parse()?);
    let desk = Desk::new(practice.folder.path().join("new-computer"), Place::Window, clock, machine);
    let call = |name: &str, request: Value| desk.call(name, &request).map_err(|failure| anyhow::anyhow!("{failure:?}"));
    let found = call("backup_find", json!({}))?;
    ensure!(found["n_clients"] == 1, "it holds the client: {found}");
    let secret = json!({ "kind": "password", "user": found["users"][0]["id"], "password": PASSWORD });
    let view = call("backup_restore", json!({ "secret": secret, "in_the_way": "refuse" }))?;
    ensure!(view["phase"] == "open", "restored: {view}");
    let opened = desk.call("client_open", &json!({ "client": client }));
    ensure!(
        opened.is_err_and(|failure| failure.code == FailureCode::NotFound),
        "what was promised to be gone stays gone"
    );
    ensure!(call("journal_verify", json!({ "heads": [] }))?["is_whole"] == true, "on a chain that is whole");
    Ok(())
}
