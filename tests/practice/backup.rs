//! Backups through the door: chosen, made by hand and by themselves, looked at, and the way back.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context as _, Result, ensure};
use desk::clock::Clock;
use desk::wire::FailureCode;
use desk::{Desk, Place};
use serde_json::json;

use crate::clinic::{PASSWORD, PaperMachine, Practice};

/// A clinic that has chosen a folder for its backups.
fn with_folder() -> Result<(Practice, PathBuf)> {
    let practice = Practice::open_clinic()?;
    let folder = practice.folder.path().join("usb");
    std::fs::create_dir(&folder)?;
    *practice.machine.folder.lock().unwrap() = Some(folder.clone());
    practice.call("backup_folder_choose", json!({}))?;
    Ok((practice, folder))
}

/// Backups with a name.
fn n_backups(folder: &Path) -> Result<usize> {
    let Some(shelf) = std::fs::read_dir(folder)?.next() else { return Ok(0) };
    let names = std::fs::read_dir(shelf?.path())?.map(|entry| Ok(entry?.file_name().into_string().unwrap_or_default()));
    let names: Vec<String> = names.collect::<Result<_>>()?;
    Ok(names.iter().filter(|name| name.starts_with("20")).count())
}

#[test]
fn a_clinic_without_a_backup_is_told_so_until_there_is_one() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let none = practice.call("backup_view", json!({}))?;
    ensure!(none["standing"] == "none" && none["folder"].is_null(), "nothing is pretended: {none}");
    ensure!(none["words"].as_str().context("words")?.contains("Settings"), "and what to do is said: {none}");
    let (practice, folder) = with_folder()?;
    let made = practice.call("backup_make", json!({ "to": "clinic" }))?;
    ensure!(Path::new(made["path"].as_str().context("path")?).join("manifest.json").is_file(), "it is where it says");
    let good = practice.call("backup_view", json!({}))?;
    ensure!(good["standing"] == "good", "and the start screen is content: {good}");
    let words = good["words"].as_str().context("words")?;
    ensure!(
        words.contains("20-Nov-2026 14:00") && words.contains(&folder.display().to_string()),
        "age and place: {words}"
    );
    Ok(())
}

#[test]
fn a_backup_is_made_in_every_hour_in_which_something_changed_and_in_no_other() -> Result<()> {
    let (practice, folder) = with_folder()?;
    practice.desk.back_up_if_due();
    ensure!(n_backups(&folder)? == 1, "the first is due at once");
    practice.desk.back_up_if_due();
    ensure!(n_backups(&folder)? == 1, "nothing has changed since");
    practice.new_client()?;
    practice.desk.back_up_if_due();
    ensure!(n_backups(&folder)? == 1, "the hour is not over");
    let practice = practice.later("2026-11-20T15:01:00Z")?;
    practice.desk.back_up_if_due();
    ensure!(n_backups(&folder)? == 2, "an hour later the client is in the next one");
    Ok(())
}

#[test]
fn the_last_backup_is_made_when_the_screen_locks_and_when_the_program_ends() -> Result<()> {
    let (practice, folder) = with_folder()?;
    practice.call("vault_lock", json!({}))?;
    practice.desk.back_up_if_due();
    ensure!(n_backups(&folder)? == 1, "it keeps its own key: the vault is locked already");
    let practice = practice.later("2026-11-20T14:02:00Z")?;
    ensure!(practice.call("backup_view", json!({}))?["standing"] == "good", "and it is written down");
    practice.new_client()?;
    practice.desk.finish();
    ensure!(n_backups(&folder)? == 1, "of one hour the newest is kept");
    let practice = practice.later("2026-11-20T14:03:00Z")?;
    let at = practice.call("backup_view", json!({}))?["last_good_at"].clone();
    ensure!(at.as_str().context("at")?.starts_with("2026-11-20T14:02"), "the end of the program made one: {at}");
    ensure!(practice.call("vault_verify", json!({}))?["is_whole"] == true, "nothing of it harms the vault");
    Ok(())
}

#[test]
fn an_old_backup_and_a_failed_one_are_said_with_age_and_place() -> Result<()> {
    let (practice, folder) = with_folder()?;
    practice.call("backup_make", json!({ "to": "clinic" }))?;
    let practice = practice.later("2026-11-21T15:00:00Z")?;
    let old = practice.call("backup_view", json!({}))?;
    ensure!(old["standing"] == "old", "a day has gone by and something has changed: {old}");
    std::fs::rename(&folder, folder.with_extension("away"))?;
    practice.desk.back_up_if_due();
    let failed = practice.call("backup_view", json!({}))?;
    ensure!(failed["standing"] == "failed", "the disk is not there: {failed}");
    let words = failed["words"].as_str().context("words")?;
    ensure!(words.contains("Plug in its disk") && words.contains("20-Nov-2026 14:00"), "why, and how old: {words}");
    ensure!(!folder.exists(), "and no folder was made in its place");
    let refused = practice.refused("backup_make", json!({ "to": "clinic" }));
    ensure!(refused.code == FailureCode::NotFound, "by hand the same is said: {refused:?}");
    Ok(())
}

#[test]
fn a_folder_inside_the_vault_is_no_place_for_its_backups() -> Result<()> {
    let practice = Practice::open_clinic()?;
    *practice.machine.folder.lock().unwrap() = Some(practice.folder.path().join("vault/media"));
    let refused = practice.refused("backup_folder_choose", json!({}));
    ensure!(refused.code == FailureCode::Refused, "both would be lost together: {refused:?}");
    Ok(())
}

#[test]
fn a_new_computer_gets_the_clinic_back_with_the_password_of_the_backup() -> Result<()> {
    let (practice, folder) = with_folder()?;
    let client = practice.new_client()?;
    practice.call("backup_make", json!({ "to": "clinic" }))?;
    let machine = Arc::new(PaperMachine::default());
    *machine.folder.lock().unwrap() = Some(folder);
    let new = practice.folder.path().join("new-computer");
    let clock = Clock::fixed("2026-11-22T09:00:00Z".parse()?);
    let desk = Desk::new(new, Place::Window, clock, machine);
    let call = |name: &str, request| desk.call(name, &request).map_err(|failure| anyhow::anyhow!("{failure:?}"));
    let found = call("backup_find", json!({}))?;
    let user = found["users"][0]["id"].clone();
    let wrong =
        desk.call("backup_restore", &json!({ "kind": "password", "user": user, "password": "eight umbrellas" }));
    ensure!(wrong.is_err_and(|failure| failure.code == FailureCode::WrongSecret), "another password opens nothing");
    let secret = json!({ "kind": "password", "user": user, "password": PASSWORD });
    ensure!(call("backup_check", secret.clone())?["is_whole"] == true, "it can be looked at first");
    let view = call("backup_restore", secret)?;
    ensure!(view["phase"] == "open", "the restored vault is open for its user: {view}");
    let shown = call("client_open", json!({ "client": client }))?;
    ensure!(shown["banner"]["family"] == "Halvorsen", "with its clients: {shown}");
    ensure!(call("vault_verify", json!({}))?["is_whole"] == true, "and whole");
    Ok(())
}
