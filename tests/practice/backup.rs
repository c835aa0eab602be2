//! Backups through the door: chosen, made by hand and by themselves, looked at, and the way back.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context as _, Result, ensure};
use desk::clock::Clock;
use desk::wire::FailureCode;
use desk::{Desk, Place};
use serde_json::{Value, json};

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

/// A restore into an empty place.
fn restore(secret: Value) -> Value {
    json!({ "secret": secret, "in_the_way": "refuse" })
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
    let wrong = desk
        .call("backup_restore", &restore(json!({ "kind": "password", "user": user, "password": "eight umbrellas" })));
    ensure!(wrong.is_err_and(|failure| failure.code == FailureCode::WrongSecret), "another password opens nothing");
    let secret = json!({ "kind": "password", "user": user, "password": PASSWORD });
    ensure!(call("backup_check", secret.clone())?["is_whole"] == true, "it can be looked at first");
    let view = call("backup_restore", restore(secret))?;
    ensure!(view["phase"] == "open", "the restored vault is open for its user: {view}");
    let shown = call("client_open", json!({ "client": client }))?;
    ensure!(shown["banner"]["family"] == "Halvorsen", "with its clients: {shown}");
    ensure!(call("vault_verify", json!({}))?["is_whole"] == true, "and whole");
    Ok(())
}

/// A clinic with a backup, whose vault is damaged afterwards by `damage` and is opened by a new start of the program.
struct Broken {
    practice: Practice,
    client: String,
    user: Value,
}

fn broken(damage: impl FnOnce(&Path) -> Result<()>) -> Result<Broken> {
    let (practice, folder) = with_folder()?;
    let client = practice.new_client()?;
    practice.call("backup_make", json!({ "to": "clinic" }))?;
    let user = practice.call("desk_view", json!({}))?["users"][0]["id"].clone();
    let Practice { desk, machine, folder: room } = practice;
    drop(desk);
    damage(&room.path().join("vault"))?;
    *machine.folder.lock().unwrap() = Some(folder);
    let clock = Clock::fixed("2026-11-22T09:00:00Z".parse()?);
    let desk = Desk::new(room.path().join("vault"), Place::Window, clock, machine.clone());
    Ok(Broken { practice: Practice { desk, machine, folder: room }, client, user })
}

impl Broken {
    fn restore(&self, in_the_way: &str) -> Value {
        let secret = json!({ "kind": "password", "user": self.user, "password": PASSWORD });
        json!({ "secret": secret, "in_the_way": in_the_way })
    }

    fn beside(&self) -> Vec<String> {
        let names = std::fs::read_dir(self.practice.folder.path()).unwrap();
        names.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }
}

fn spoil(path: &Path) -> Result<()> {
    let mut bytes = std::fs::read(path)?;
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    Ok(std::fs::write(path, bytes)?)
}

#[test]
fn a_damaged_vault_is_kept_aside_and_the_backup_takes_its_place() -> Result<()> {
    let broken = broken(|vault| Ok(std::fs::write(vault.join("vault.keys"), b"not a key file")?))?;
    let practice = &broken.practice;
    let failure = practice.refused("desk_view", json!({}));
    ensure!(failure.code == FailureCode::Damaged, "the page can offer the way back: {failure:?}");
    let spoilt = std::fs::read(practice.folder.path().join("vault/vault.keys"))?;
    let found = practice.call("backup_find", json!({}))?;
    let aside = found["set_aside_as"].as_str().context("said before it is done")?;
    ensure!(aside.ends_with("vault-set-aside-2026-11-22"), "under a name with the day: {aside}");
    let view = practice.call("backup_restore", broken.restore("set_aside"))?;
    ensure!(view["phase"] == "open", "work goes on: {view}");
    let shown = practice.call("client_open", json!({ "client": broken.client }))?;
    ensure!(shown["banner"]["family"] == "Halvorsen", "with the client of the backup");
    ensure!(std::fs::read(Path::new(aside).join("vault.keys"))? == spoilt, "the damaged vault is there as it was");
    let entries = practice.call("journal_view", json!({ "act": "restore" }))?;
    ensure!(entries["rows"].as_array().is_some_and(|rows| rows.len() == 1), "and the journal says so: {entries}");
    Ok(())
}

#[test]
fn a_vault_whose_key_file_or_database_is_gone_is_damaged_and_no_first_run() -> Result<()> {
    for gone in ["vault.keys", "vault.db"] {
        let broken = broken(|vault| Ok(std::fs::remove_file(vault.join(gone))?))?;
        let failure = broken.practice.refused("desk_view", json!({}));
        ensure!(
            failure.code == FailureCode::Damaged,
            "records must not look like an empty place ({gone}): {failure:?}"
        );
        let view = broken.practice.call("backup_find", json!({}));
        ensure!(view.is_ok(), "a backup can be named: {view:?}");
        let view = broken.practice.call("backup_restore", broken.restore("set_aside"))?;
        ensure!(view["phase"] == "open", "and takes its place ({gone}): {view}");
    }
    Ok(())
}

#[test]
fn a_vault_that_opens_is_never_set_aside() -> Result<()> {
    let broken = broken(|_| Ok(()))?;
    broken.practice.call("backup_find", json!({}))?;
    for in_the_way in ["set_aside", "refuse"] {
        let failure = broken.practice.refused("backup_restore", broken.restore(in_the_way));
        ensure!(failure.words.contains("Nothing was overwritten"), "whoever is at the lock screen: {failure:?}");
    }
    ensure!(!broken.beside().iter().any(|name| name.contains("aside")), "nothing was moved: {:?}", broken.beside());
    Ok(())
}

#[test]
fn a_backup_of_another_clinic_takes_nobodys_place() -> Result<()> {
    let other = with_folder()?;
    other.0.call("backup_make", json!({ "to": "clinic" }))?;
    let user = other.0.call("desk_view", json!({}))?["users"][0]["id"].clone();
    let broken = broken(|vault| Ok(std::fs::remove_file(vault.join("vault.db"))?))?;
    broken.practice.refused("desk_view", json!({}));
    *broken.practice.machine.folder.lock().unwrap() = Some(other.1);
    broken.practice.call("backup_find", json!({}))?;
    let request =
        json!({ "secret": { "kind": "password", "user": user, "password": PASSWORD }, "in_the_way": "set_aside" });
    let failure = broken.practice.refused("backup_restore", request);
    ensure!(failure.words.contains("another clinic"), "the key file that is left says whose it is: {failure:?}");
    ensure!(!broken.beside().iter().any(|name| name.contains("aside")), "nothing was moved: {:?}", broken.beside());
    Ok(())
}

#[test]
fn a_damaged_backup_leaves_the_damaged_vault_where_it_is() -> Result<()> {
    let broken = broken(|vault| Ok(std::fs::remove_file(vault.join("vault.keys"))?))?;
    broken.practice.refused("desk_view", json!({}));
    let found = broken.practice.call("backup_find", json!({}))?;
    spoil(&Path::new(found["path"].as_str().context("path")?).join("vault.db"))?;
    let failure = broken.practice.refused("backup_restore", broken.restore("set_aside"));
    ensure!(failure.words.contains("vault.db"), "the part is named: {failure:?}");
    ensure!(!broken.beside().iter().any(|name| name.contains("aside")), "checked first: {:?}", broken.beside());
    Ok(())
}

#[test]
fn a_backup_says_its_day_and_its_numbers_before_anybody_has_a_password_and_its_clinic_after() -> Result<()> {
    let (practice, _) = with_folder()?;
    practice.new_client()?;
    practice.call("backup_make", json!({ "to": "clinic" }))?;
    let found = practice.call("backup_find", json!({}))?;
    ensure!(found["made_at"].as_str().is_some_and(|at| at.starts_with("2026-11-20T14:00")), "when: {found}");
    ensure!(found["n_clients"] == 1 && found["n_visits"] == 0, "how much: {found}");
    ensure!(!found.to_string().contains("Lumen"), "and not whose: {found}");
    let secret = json!({ "kind": "password", "user": found["users"][0]["id"], "password": PASSWORD });
    let checked = practice.call("backup_check", secret)?;
    ensure!(checked["clinic_name"] == "Clinic Lumen", "whose, once it is unlocked: {checked}");
    Ok(())
}
