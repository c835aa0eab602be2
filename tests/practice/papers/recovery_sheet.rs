//! The sheet with the recovery key: the key that is on screen, and kept nowhere.

use std::sync::Arc;

use anyhow::{Context as _, Result, ensure};
use desk::clock::Clock;
use desk::{Desk, Place};
use serde_json::{Value, json};

use super::{newest, words_of};
use crate::clinic::{PaperMachine, Practice};

fn groups(key: &Value) -> Result<Vec<String>> {
    let groups = key["groups"].as_array().context("groups")?.iter().filter_map(Value::as_str);
    Ok(groups.map(str::to_owned).collect())
}

#[test]
fn the_first_recovery_key_is_printed_before_there_is_a_vault() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let machine = Arc::new(PaperMachine::default());
    let desk = Desk::new(folder.path().join("vault"), Place::Window, Clock::system(), machine.clone());
    let call = |name: &str, request: Value| desk.call(name, &request).map_err(|failure| anyhow::anyhow!("{failure:?}"));
    let key = call("recovery_key_make", json!({}))?;
    let sheet = json!({ "clinic": "Clinic Lumen", "address": "12 Harbour Street", "paper": "a4" });
    let taken = call("recovery_sheet_first", sheet)?;
    ensure!(taken["was_printed"] == true, "it came out: {taken}");
    let words = words_of(&machine.printed.lock().unwrap().last().cloned().context("paper")?)?;
    for group in groups(&key)? {
        ensure!(words.contains(&group), "every group stands on it");
    }
    ensure!(words.contains("Clinic Lumen"), "and whose key it is");
    ensure!(!folder.path().join("vault").exists(), "nothing is kept on the disk");
    Ok(())
}

#[test]
fn a_renewed_key_is_printed_with_an_entry_and_is_no_document() -> Result<()> {
    let practice = Practice::open_clinic()?;
    practice.refused("recovery_sheet_print", json!({}));
    let key = practice.call("recovery_key_draw", json!({ "secret": "4711" }))?;
    practice.call("recovery_sheet_print", json!({}))?;
    let words = words_of(&newest(&practice)?)?;
    for group in groups(&key)? {
        ensure!(words.contains(&group), "every group stands on it");
    }
    let prints = practice.call("journal_view", json!({ "act": "print" }))?;
    ensure!(
        prints["rows"].as_array().is_some_and(|rows| rows.len() == 1),
        "that it was printed is written down: {prints}"
    );
    ensure!(!prints.to_string().contains(&groups(&key)?[0]), "the key is not");
    let first = practice.refused("recovery_sheet_first", json!({ "clinic": "X", "address": "", "paper": "a4" }));
    ensure!(first.words.contains("already"), "the way of the first run is closed: {}", first.words);
    Ok(())
}
