//! A secret in the keyring of this computer beside one's own password: optional, kept for sure before anything hangs on
//! it, and never the only way in.

use std::sync::Arc;

use anyhow::{Context as _, Result, ensure};
use desk::clock::Clock;
use desk::wire::FailureCode;
use desk::{Desk, Place};
use serde_json::{Value, json};

use crate::clinic::{PASSWORD, PaperMachine, Practice, first_run};
use crate::keyring::Behaviour;

const NEW: &str = "nine loud green boats";

fn clinic_with(behaviour: Behaviour) -> Result<Practice> {
    let practice = Practice::open_clinic()?;
    practice.machine.keyring.behave(behaviour);
    Ok(practice)
}

/// A clinic whose only user has turned it on.
fn turned_on() -> Result<Practice> {
    let practice = clinic_with(Behaviour::Works)?;
    let view = practice.call("device_secret_keep", own(PASSWORD))?;
    ensure!(view["state"] == "on", "it is on: {view}");
    Ok(practice)
}

fn own(password: &str) -> Value {
    json!({ "password": password })
}

fn state(practice: &Practice) -> Result<Value> {
    Ok(practice.call("device_secret_view", json!({}))?["state"].clone())
}

/// The request that unlocks as the only user; the vault is locked by it.
fn unlock(practice: &Practice, password: &str) -> Result<Value> {
    let view = practice.call("vault_lock", json!({}))?;
    Ok(json!({ "user": view["users"][0]["id"], "password": password }))
}

#[test]
fn it_is_off_until_somebody_turns_it_on_and_not_there_without_a_keyring() -> Result<()> {
    let practice = clinic_with(Behaviour::Works)?;
    ensure!(state(&practice)? == "off", "nobody is asked for a keyring who did not want it");
    practice.machine.keyring.behave(Behaviour::Absent);
    ensure!(state(&practice)? == "not_available", "the screen says why it cannot be turned on");
    let refused = practice.refused("device_secret_keep", own(PASSWORD));
    ensure!(refused.words.contains("no keyring"), "and so does the desk: {}", refused.words);
    Ok(())
}

#[test]
fn turned_on_the_password_opens_with_this_computers_keyring_only() -> Result<()> {
    let practice = turned_on()?;
    practice.call("vault_unlock", unlock(&practice, PASSWORD)?)?;
    let kept = std::mem::take(&mut *practice.machine.keyring.kept.lock().unwrap());
    let request = unlock(&practice, PASSWORD)?;
    for _ in 0..9 {
        let refused = practice.refused("vault_unlock", request.clone());
        ensure!(refused.code == FailureCode::Refused, "no wrong password, and no waiting: {refused:?}");
        ensure!(refused.words.contains("the recovery key"), "what to do now: {}", refused.words);
    }
    practice.machine.keyring.behave(Behaviour::Fails);
    let refused = practice.refused("vault_unlock", request.clone());
    ensure!(refused.words.contains("locked or does not answer"), "a locked keyring is said: {}", refused.words);
    practice.machine.keyring.behave(Behaviour::Works);
    *practice.machine.keyring.kept.lock().unwrap() = kept;
    practice.call("vault_unlock", request)?;
    Ok(())
}

#[test]
fn a_keyring_that_forgets_or_fails_changes_nothing() -> Result<()> {
    for (behaviour, words) in [(Behaviour::Forgets, "did not give back"), (Behaviour::Fails, "does not answer")] {
        let practice = clinic_with(behaviour)?;
        let refused = practice.refused("device_secret_keep", own(PASSWORD));
        ensure!(refused.words.contains(words), "{behaviour:?} is said: {}", refused.words);
        practice.machine.keyring.behave(Behaviour::Works);
        ensure!(state(&practice)? == "off", "no password hangs on what {behaviour:?} took");
        practice.call("vault_unlock", unlock(&practice, PASSWORD)?)?;
    }
    Ok(())
}

#[test]
fn it_asks_for_the_password_and_leaves_nothing_where_that_is_wrong() -> Result<()> {
    let practice = clinic_with(Behaviour::Works)?;
    for wrong in ["4711", NEW] {
        let refused = practice.refused("device_secret_keep", own(wrong));
        ensure!(refused.code == FailureCode::WrongSecret, "a PIN or another password makes no key: {refused:?}");
    }
    ensure!(practice.machine.keyring.kept.lock().unwrap().is_empty(), "nothing was put into the keyring");
    Ok(())
}

#[test]
fn turned_off_the_password_opens_alone_again() -> Result<()> {
    let practice = turned_on()?;
    let view = practice.call("device_secret_drop", own(PASSWORD))?;
    ensure!(view["state"] == "off", "it is off: {view}");
    ensure!(practice.machine.keyring.kept.lock().unwrap().len() == 1, "backups of those days still find the secret");
    practice.machine.keyring.behave(Behaviour::Absent);
    practice.call("vault_unlock", unlock(&practice, PASSWORD)?)?;
    Ok(())
}

#[test]
fn a_changed_password_keeps_it_and_acts_that_ask_for_the_password_find_it() -> Result<()> {
    let practice = turned_on()?;
    practice.call("password_change", json!({ "current": PASSWORD, "password": NEW }))?;
    ensure!(state(&practice)? == "on", "who changes the password did not turn it off");
    practice.call("vault_unlock", unlock(&practice, NEW)?)?;
    practice.call("recovery_key_draw", json!({ "secret": NEW }))?;
    Ok(())
}

#[test]
fn the_pin_of_this_run_unlocks_without_the_keyring() -> Result<()> {
    let practice = turned_on()?;
    let user = unlock(&practice, PASSWORD)?["user"].clone();
    practice.machine.keyring.behave(Behaviour::Absent);
    practice.call("vault_unlock_pin", json!({ "user": user, "pin": "4711" }))?;
    Ok(())
}

#[test]
fn a_password_an_administrator_makes_opens_without_it() -> Result<()> {
    let practice = turned_on()?;
    let fields = json!({ "initials": "AR", "registration": "", "roles": ["admin"], "max_depth_um": 0, "may_give_prp": false, "may_use_prescription_items": false });
    practice.call("person_add", json!({ "name": "Ana Ruiz", "fields": fields, "password": NEW, "secret": "4711" }))?;
    let users = practice.call("vault_lock", json!({}))?["users"].clone();
    let id = |name: &str| users.as_array().and_then(|all| all.iter().find(|user| user["name"] == name)).cloned();
    let (mara, ana) = (id("Mara Okafor").context("Mara")?["id"].clone(), id("Ana Ruiz").context("Ana")?["id"].clone());
    practice.call("vault_unlock", json!({ "user": ana, "password": NEW }))?;
    let reset = json!({ "person": mara, "reason": "The computer is gone", "secret": NEW });
    let made = practice.call("password_reset", reset)?["password"].clone();
    practice.machine.keyring.behave(Behaviour::Absent);
    practice.call("vault_lock", json!({}))?;
    practice.call("vault_unlock", json!({ "user": mara, "password": made }))?;
    Ok(())
}

#[test]
fn a_lost_keyring_is_overcome_by_the_recovery_key() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let machine = Arc::new(PaperMachine::default());
    machine.keyring.behave(Behaviour::Works);
    let clock = Clock::fixed("2026-11-20T14:00:00Z".parse()?);
    let desk = Desk::new(folder.path().join("vault"), Place::Window, clock, Arc::clone(&machine) as Arc<_>);
    let practice = Practice { desk, machine, folder };
    let key = practice.call("recovery_key_make", json!({}))?;
    practice.call("vault_create", first_run(&key))?;
    practice.call("device_secret_keep", own(PASSWORD))?;
    practice.machine.keyring.kept.lock().unwrap().clear();
    let groups = key["groups"].as_array().context("groups")?.iter().filter_map(Value::as_str);
    let sheet = groups.collect::<Vec<_>>().join("-");
    let user = unlock(&practice, PASSWORD)?["user"].clone();
    let view = practice.call("vault_recover", json!({ "user": user, "recovery_key": sheet, "password": NEW }))?;
    ensure!(view["phase"] == "open", "the sheet opens it: {view}");
    ensure!(state(&practice)? == "off", "and the new password opens alone");
    practice.call("vault_unlock", unlock(&practice, NEW)?)?;
    Ok(())
}

#[test]
fn another_computer_is_told_that_the_backup_asks_for_this_ones_keyring() -> Result<()> {
    let practice = turned_on()?;
    let folder = practice.folder.path().join("backups");
    std::fs::create_dir(&folder)?;
    *practice.machine.folder.lock().unwrap() = Some(folder.clone());
    practice.call("backup_folder_choose", json!({}))?;
    practice.call("backup_make", json!({ "to": "clinic" }))?;
    let user = practice.call("desk_view", json!({}))?["users"][0]["id"].clone();
    let secret = json!({ "kind": "password", "user": user, "password": PASSWORD });
    let machine = Arc::new(PaperMachine::default());
    *machine.folder.lock().unwrap() = Some(folder);
    let clock = Clock::fixed("2026-11-22T09:00:00Z".parse()?);
    let elsewhere = practice.folder.path().join("new-computer");
    let new = Desk::new(elsewhere, Place::Window, clock, Arc::clone(&machine) as Arc<_>);
    let call = |name: &str, request: &Value| new.call(name, request);
    call("backup_find", &json!({})).map_err(|failure| anyhow::anyhow!("{failure:?}"))?;
    let refused = call("backup_check", &secret).err().context("another computer has no such secret")?;
    ensure!(refused.words.contains("the recovery key"), "what opens it here: {}", refused.words);
    machine.keyring.behave(Behaviour::Works);
    machine.keyring.kept.lock().unwrap().clone_from(&practice.machine.keyring.kept.lock().unwrap());
    let whole = call("backup_check", &secret).map_err(|failure| anyhow::anyhow!("{failure:?}"))?;
    ensure!(whole["is_whole"] == true, "the computer that has the secret checks it: {whole}");
    Ok(())
}

#[test]
fn turning_it_on_and_off_are_entries() -> Result<()> {
    let practice = clinic_with(Behaviour::Works)?;
    let n_keys = || -> Result<usize> {
        let view = practice.call("journal_view", json!({ "act": "key" }))?;
        Ok(view["rows"].as_array().context("rows")?.len())
    };
    let before = n_keys()?;
    practice.call("device_secret_keep", own(PASSWORD))?;
    ensure!(n_keys()? == before + 1, "turned on");
    practice.call("device_secret_drop", own(PASSWORD))?;
    ensure!(n_keys()? == before + 2, "turned off");
    Ok(())
}
