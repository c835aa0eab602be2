//! The journal through the door: who did what, who opened a file, whether anything is missing.

use anyhow::{Context as _, Result, ensure};
use desk::wire::FailureCode;
use serde_json::{Value, json};

use crate::clinic::Practice;

fn rows(view: &Value) -> Result<&Vec<Value>> {
    view["rows"].as_array().context("rows")
}

fn acts(view: &Value) -> Result<Vec<&str>> {
    rows(view)?.iter().map(|row| row["act"].as_str().context("act")).collect()
}

#[test]
fn a_client_can_be_told_who_opened_the_file() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let client = practice.new_client()?;
    practice.call("client_open", json!({ "client": client }))?;
    practice.call("visit_start", json!({ "client": client }))?;
    let view = practice.call("client_journal", json!({ "client": client }))?;
    ensure!(acts(&view)? == ["open", "open", "create", "open", "create"], "newest first: {view}");
    let first_look = &rows(&view)?[3];
    ensure!(
        first_look["by"] == "Mara Okafor" && first_look["role"] == "practitioner",
        "by name and role: {first_look}"
    );
    ensure!(first_look["act_words"] == "Opened" && first_look["what"] == "Record", "what, in words: {first_look}");
    ensure!(first_look["at"].as_str().is_some_and(|at| at.starts_with("2026-11-20T14:00")), "when: {first_look}");
    Ok(())
}

#[test]
fn the_journal_is_narrowed_by_client_act_kind_person_and_day() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let client = practice.new_client()?;
    practice.call("visit_start", json!({ "client": client }))?;
    let all = practice.call("journal_view", json!({}))?;
    let person = &all["people"][0]["id"];
    let n_all = rows(&all)?.len();
    let narrowed = |request: Value| -> Result<Vec<String>> {
        let view = practice.call("journal_view", request)?;
        Ok(acts(&view)?.into_iter().map(str::to_owned).collect())
    };
    ensure!(narrowed(json!({ "entity": "visit" }))? == ["create"], "one visit was made");
    ensure!(narrowed(json!({ "act": "key" }))?.len() == 3, "the recovery key, the clinic's seal and the PIN");
    ensure!(narrowed(json!({ "client": client, "act": "create" }))?.len() == 2, "the client and the visit");
    ensure!(narrowed(json!({ "user": person }))?.len() > n_all, "one person did everything, looking included");
    ensure!(narrowed(json!({ "from": "2026-11-21" }))?.is_empty(), "nothing tomorrow");
    ensure!(narrowed(json!({ "to": "2026-11-19" }))?.is_empty(), "nothing yesterday");
    ensure!(narrowed(json!({ "from": "2026-11-20T14:00", "to": "2026-11-20" }))?.len() > n_all, "all of it today");
    let failure = practice.refused("journal_view", json!({ "act": "read", "from": "2026-02-30" }));
    let paths: Vec<_> = failure.fields.iter().map(|field| field.path.as_str()).collect();
    ensure!(paths == ["act", "from"], "what there is not is named: {failure:?}");
    Ok(())
}

#[test]
fn the_journal_comes_in_pages_without_a_gap() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let client = practice.new_client()?;
    for n in 0..60 {
        let starts = format!("{:02}:00", n % 24);
        practice.call(
            "appointment_save",
            json!({ "client": client, "on": "2026-11-25", "starts": starts, "purpose": "" }),
        )?;
    }
    let (mut numbers, mut before) = (Vec::new(), Value::Null);
    loop {
        let request = if before.is_null() { json!({}) } else { json!({ "before": before }) };
        let view = practice.call("journal_view", request)?;
        numbers.extend(rows(&view)?.iter().filter_map(|row| row["seq"].as_u64()));
        before = view["next"].clone();
        if before.is_null() {
            break;
        }
    }
    let newest = numbers.first().copied().context("entries")?;
    ensure!(newest > 60, "more than a page: {newest}");
    ensure!(numbers == (1..=newest).rev().collect::<Vec<_>>(), "every number once, newest first: {numbers:?}");
    Ok(())
}

#[test]
fn the_administrator_reviews_every_reason_of_the_week() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let client = practice.new_client()?;
    practice.call("client_restrict", json!({ "client": client, "reason": "A colleague of ours" }))?;
    practice.call("client_break_glass", json!({ "client": client, "reason": "Swollen eye, called at noon" }))?;
    let review = practice.call("journal_view", json!({ "act": "break_glass", "from": "2026-11-13" }))?;
    let row = rows(&review)?.first().context("one entry")?;
    ensure!(row["reason"] == "Swollen eye, called at noon" && row["by"] == "Mara Okafor", "who and why: {row}");
    ensure!(row["client_number"] == "A-000001", "about whom, by number: {row}");
    ensure!(!review.to_string().contains("Halvorsen"), "and nothing else of the client");
    Ok(())
}

#[test]
fn a_search_somebody_stays_at_is_an_entry_without_its_words() -> Result<()> {
    let practice = Practice::open_clinic()?;
    practice.new_client()?;
    let searches = || practice.call("journal_view", json!({ "act": "search" }));
    practice.call("client_search", json!({ "words": "halv", "is_settled": false }))?;
    practice.call("client_search", json!({ "words": " ", "is_settled": true }))?;
    ensure!(rows(&searches()?)?.is_empty(), "letters on the way are none, nor is an empty box");
    let found = practice.call("client_search", json!({ "words": "halv", "is_settled": true }))?;
    ensure!(found.as_array().map(Vec::len) == Some(1), "the same lines as before: {found}");
    practice.call("client_search", json!({ "words": "zzqx", "is_settled": true }))?;
    let view = searches()?;
    let told: Vec<_> = rows(&view)?.iter().map(|row| &row["what"]).collect();
    ensure!(told == ["nobody found", "1 found"], "with how many were found, newest first: {view}");
    ensure!(!view.to_string().to_lowercase().contains("halv"), "and without the words, which name somebody: {view}");
    Ok(())
}

#[test]
fn who_opened_a_restricted_file_is_restricted_too() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let client = practice.new_client()?;
    practice.call("client_restrict", json!({ "client": client, "reason": "A colleague of ours" }))?;
    let failure = practice.refused("client_journal", json!({ "client": client }));
    ensure!(failure.code == FailureCode::Restricted, "say why first: {failure:?}");
    Ok(())
}

#[test]
fn an_untouched_journal_is_whole_and_agrees_with_the_second_folder() -> Result<()> {
    let practice = Practice::open_clinic()?;
    practice.new_client()?;
    let view = practice.call("journal_verify", json!({ "heads": [] }))?;
    ensure!(view["is_whole"] == true && view["n_anchors"] == 1, "held against the head of the unlock: {view}");
    let head = view["head"].as_str().context("head")?.to_owned();
    practice.call("today_view", json!({ "on": null }))?;
    practice.call("client_search", json!({ "words": "" }))?;
    practice.call("journal_view", json!({}))?;
    let again = practice.call("journal_verify", json!({ "heads": [head] }))?;
    ensure!(again["is_whole"] == true, "what a document said then still holds: {again}");
    Ok(())
}

#[test]
fn a_journal_without_the_end_a_document_names_is_not_whole() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let head = json!(["900-0123456789abcdef"]);
    let view = practice.call("journal_verify", json!({ "heads": head }))?;
    ensure!(view["is_whole"] == false, "entry 900 was printed and is not here: {view}");
    let first_missing = view["n_entries"].as_u64().context("count")? + 1;
    ensure!(view["damaged_from"].as_u64() == Some(first_missing), "the oldest missing entry: {view}");
    ensure!(view["words"].as_str().is_some_and(|words| words.contains("cut off")), "in one sentence: {view}");
    let failure = practice.refused("journal_verify", json!({ "heads": ["900"] }));
    ensure!(failure.fields[0].path == "heads[0]", "a head has a number and digits: {failure:?}");
    Ok(())
}

#[test]
fn a_vault_put_back_to_an_older_copy_is_found_against_the_second_folder() -> Result<()> {
    let practice = Practice::open_clinic()?;
    practice.new_client()?;
    practice.call("vault_lock", json!({}))?;
    let vault = practice.folder.path().join("vault");
    let old = practice.folder.path().join("old");
    copy_database(&vault, &old)?;
    let practice = practice.later("2026-11-21T09:00:00Z")?;
    practice.call("vault_lock", json!({}))?;
    copy_database(&old, &vault)?;
    let practice = practice.later("2026-11-22T09:00:00Z")?;
    let view = practice.call("journal_verify", json!({ "heads": [] }))?;
    ensure!(view["is_whole"] == false, "the entries of the 21st are missing: {view}");
    Ok(())
}

/// The database with what stands beside it, as somebody with the folder could copy it.
fn copy_database(from: &std::path::Path, to: &std::path::Path) -> Result<()> {
    std::fs::create_dir_all(to)?;
    for name in ["vault.db", "vault.db-wal", "vault.db-shm"] {
        let _ = std::fs::remove_file(to.join(name));
        if from.join(name).exists() {
            std::fs::copy(from.join(name), to.join(name))?;
        }
    }
    Ok(())
}
