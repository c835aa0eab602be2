//! The disk is full, or fails, at any one operation: nothing is half, the answer is plain, the work goes on afterwards.

#[path = "../../practice/clinic.rs"]
#[allow(dead_code, clippy::unwrap_used, clippy::panic, reason = "the journeys' own clinic, of which they use more")]
mod clinic;
#[path = "../../practice/keyring.rs"]
#[allow(dead_code, clippy::unwrap_used, reason = "the journeys' own keyring, of which they use more")]
mod keyring;

use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};

use anyhow::{Context as _, Result, ensure};
use care::record::UserId;
use serde_json::{Value, json};
use store::{Act, Backup, MasterKey, NewVault, Stamp, StoreError, Vault};
use torture::{Disk, Fault};
use uuid::Uuid;

use clinic::{Practice, plan};

fn the_disk() -> Result<Disk> {
    Disk::take().map_err(|code| anyhow::anyhow!("no shim: {code}"))
}

static N_PANICS: AtomicU32 = AtomicU32::new(0);

/// The door holds a panic back, so it is counted where it begins.
fn count_panics() {
    let told = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        N_PANICS.fetch_add(1, Ordering::Relaxed);
        told(panic);
    }));
}

/// A visit that waits for the client's signature.
fn before_the_signature(practice: &Practice) -> Result<(String, Value)> {
    let client = practice.new_client()?;
    let visit = practice.call("visit_start", json!({ "client": client }))?["id"].as_str().context("id")?.to_owned();
    practice.call("plan_set", json!({ "visit": visit, "components": plan(1000) }))?;
    practice.screen(&visit)?;
    let request = practice.ready_to_sign(&visit)?;
    Ok((visit, request))
}

/// Lets every operation of a signature fail in its turn until one goes through.
fn sign_on_a_failing_disk(fault: Fault) -> Result<()> {
    let disk = the_disk()?;
    count_panics();
    let practice = Practice::open_clinic()?;
    let (visit, request) = before_the_signature(&practice)?;
    let before = practice.call("visit_open", json!({ "visit": visit }))?;
    let mut n = 1;
    loop {
        disk.fail_at(n, fault);
        let signed = practice.desk.call("consent_sign", &request);
        disk.heal();
        let failure = match signed {
            Ok(view) => {
                ensure!(view["consent"]["is_valid"] == true, "the signature that goes through is whole");
                break;
            }
            Err(failure) => failure,
        };
        ensure!(N_PANICS.load(Ordering::Relaxed) == 0, "operation {n} is answered, not stumbled over: {failure:?}");
        ensure!(!failure.words.is_empty(), "the screen can say what happened");
        let now = practice.call("visit_open", json!({ "visit": visit }))?;
        if now["consent"]["is_valid"] == true {
            // It was kept before the disk failed: whole, and only the answer could not be read.
            ensure!(now["documents"].as_array().is_some_and(|papers| papers.len() == 1), "with its paper: {now}");
            break;
        }
        ensure!(now["documents"] == before["documents"], "operation {n} left a paper: {}", now["documents"]);
        ensure!(now["consent"] == before["consent"], "operation {n} left half a consent: {}", now["consent"]);
        n += 1;
    }
    ensure!(n > 3, "the disk failed at several operations before one signature went through, not at {n}");
    let whole = practice.call("vault_verify", json!({}))?;
    ensure!(whole["is_whole"] == true, "the vault is whole: {whole}");
    Ok(())
}

#[test]
fn a_disk_that_is_full_at_any_write_of_a_signature_leaves_no_half_consent() -> Result<()> {
    sign_on_a_failing_disk(Fault::Full)
}

#[test]
fn a_disk_that_fails_at_any_write_of_a_signature_leaves_no_half_consent() -> Result<()> {
    sign_on_a_failing_disk(Fault::WriteError)
}

#[test]
fn a_disk_that_fails_at_any_read_of_a_signature_leaves_no_half_consent() -> Result<()> {
    sign_on_a_failing_disk(Fault::ReadError)
}

fn key() -> MasterKey {
    MasterKey::from_bytes([5; 32])
}

/// A vault with some entries and a document.
fn a_vault(folder: &Path) -> Result<Vault> {
    let id = Uuid::from_u128;
    let new = NewVault { vault: id(1), device: id(2), user: UserId(id(3)), user_name: "Sam Weber".to_owned() };
    let vault = Vault::create_by_key(folder, &new, &key())?;
    let photo = vault.store_media(&[7; 30_000])?;
    let at = "2026-03-03T09:30:00Z".parse()?;
    let stamp =
        Stamp { at, utc_offset_s: 0, by: None, by_name: "Sam Weber".to_owned(), role: None, session: Uuid::nil() };
    vault.write(&stamp, |write| {
        write.keep_media(&photo)?;
        (0..40).try_for_each(|n| write.note(Act::Open, None, &json!({ "n": n, "said": "x".repeat(n * 20) })))
    })?;
    Ok(vault)
}

/// Lets the operations of a backup fail one after the other; the one that was made before stays good.
fn back_up_on_a_failing_disk(fault: Fault) -> Result<()> {
    let disk = the_disk()?;
    let folder = tempfile::tempdir()?;
    let vault = a_vault(&folder.path().join("vault"))?;
    let to = folder.path().join("backups");
    std::fs::create_dir(&to)?;
    let at = |n: u64| -> Result<_> {
        Ok("2026-03-03T10:00:00Z".parse::<chrono::DateTime<chrono::Utc>>()?
            + chrono::Duration::seconds(i64::try_from(n)?))
    };
    let first = vault.backup_job()?.run(&to, at(0)?)?;
    let mut n_refused = 0;
    let mut n = 1;
    loop {
        let job = vault.backup_job()?;
        disk.fail_at(n, fault);
        let made = job.run(&to, at(n)?);
        let was_met = disk.heal();
        match made {
            Ok(_) if !was_met => break,
            Ok(_) => {}
            Err(StoreError::Conflict { .. } | StoreError::SignedIsFinal) => {
                anyhow::bail!("operation {n} is no conflict of records")
            }
            Err(_) => n_refused += 1,
        }
        let checked = Backup::find(&first.path)?.unlock_by_key(&key())?.check();
        ensure!(checked.is_ok(), "operation {n} of the next one damaged the backup before: {checked:?}");
        let half = first.path.parent().context("a folder")?.join("unfinished");
        ensure!(!half.exists(), "operation {n} left half a backup");
        // Every one of the first, then ever fewer: what follows is page after page of the same copy.
        n += 1 + n / 12;
    }
    ensure!(n_refused > 0, "the disk failed at least once");
    ensure!(vault.read(store::verify)?.damage.is_none(), "and the vault never noticed");
    Ok(())
}

#[test]
fn a_disk_that_is_full_at_any_write_of_a_backup_leaves_the_one_before_good() -> Result<()> {
    back_up_on_a_failing_disk(Fault::Full)
}

#[test]
fn a_disk_that_fails_at_any_write_of_a_backup_leaves_the_one_before_good() -> Result<()> {
    back_up_on_a_failing_disk(Fault::WriteError)
}

#[test]
fn a_disk_that_fails_at_any_read_of_a_backup_leaves_the_one_before_good() -> Result<()> {
    back_up_on_a_failing_disk(Fault::ReadError)
}

#[test]
fn what_could_not_be_read_is_read_once_the_disk_answers_again() -> Result<()> {
    let disk = the_disk()?;
    let folder = tempfile::tempdir()?;
    let at = folder.path().join("vault");
    drop(a_vault(&at)?);
    let mut n = 1;
    loop {
        // Opened anew each time, so that nothing is in memory yet.
        let vault = Vault::open_by_key(&at, &key())?;
        disk.fail_at(n, Fault::ReadError);
        let read = vault.read(store::verify).map(|report| report.damage);
        let was_met = disk.heal();
        ensure!(was_met == read.is_err(), "read {n} fails exactly where the disk does: {read:?}");
        let again = vault.read(store::verify).map(|report| report.damage);
        ensure!(
            again == Ok(None),
            "after read {n} failed with {read:?} the disk answers, and the vault says {again:?}"
        );
        if !was_met {
            break;
        }
        n += 1;
    }
    ensure!(n > 3, "several reads failed, not {n}");
    Ok(())
}
