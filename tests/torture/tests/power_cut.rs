//! The plug is pulled at any moment: what was acknowledged is there, nothing is half, and the vault opens.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};
use care::record::{UserId, VisitId};
use chrono::DateTime;
use serde_json::json;
use store::{Act, MasterKey, NewVault, Stamp, Vault, tables_match_journal, verify};
use tempfile::TempDir;
use torture::{Disk, Files, Op, cut};
use uuid::Uuid;

/// Moments the plug is pulled at; twenty thousand in the long form, `-- --ignored`.
const N_CUTS: usize = 250;
const N_CUTS_LONG: usize = 20_000;

fn key() -> MasterKey {
    MasterKey::from_bytes([5; 32])
}

fn visit() -> VisitId {
    VisitId(Uuid::from_u128(20))
}

fn stamp() -> Result<Stamp> {
    Ok(Stamp {
        at: DateTime::from_timestamp_millis(1_772_000_000_000).context("a time")?,
        utc_offset_s: 0,
        by: Some(UserId(Uuid::from_u128(3))),
        by_name: "Sam Weber".to_owned(),
        role: None,
        session: Uuid::from_u128(4),
    })
}

/// A new vault in a scratch folder.
fn a_vault() -> Result<(TempDir, Vault)> {
    let folder = tempfile::tempdir()?;
    let id = Uuid::from_u128;
    let new = NewVault { vault: id(1), device: id(2), user: UserId(id(3)), user_name: "Sam Weber".to_owned() };
    let vault = Vault::create_by_key(&folder.path().join("vault"), &new, &key())?;
    Ok((folder, vault))
}

/// One save: a field of a visit and an entry of the journal, both or neither.
fn save(vault: &Vault, n: u64) -> Result<()> {
    let padding = "x".repeat(usize::try_from(n * 137 % 9_000)?);
    vault.write(&stamp()?, |write| {
        write.set_draft(visit(), "n", &json!(n))?;
        write.note(Act::Open, None, &json!({ "n": n, "padding": padding }))
    })?;
    Ok(())
}

/// The database and its log as they lie on the disk.
fn files_of(folder: &Path) -> Result<Files> {
    let names = ["vault.db", "vault.db-wal"].map(|name| folder.join("vault").join(name));
    let there = names.into_iter().filter(|path| path.exists());
    there.map(|path| Ok((path.clone(), fs::read(path)?))).collect()
}

/// Opens the vault from what the disk may hold, checks all of it, and gives the newest save that is there.
fn reopened(folder: &Path, files: &Files) -> Result<u64> {
    let after = tempfile::tempdir()?;
    let copy = after.path().join("vault");
    fs::create_dir_all(copy.join("media"))?;
    fs::copy(folder.join("vault/vault.keys"), copy.join("vault.keys"))?;
    for (path, bytes) in files {
        fs::write(copy.join(path.file_name().context("a name")?), bytes)?;
    }
    let vault = Vault::open_by_key(&copy, &key()).context("the vault opens")?;
    ensure!(vault.read(verify)?.damage.is_none(), "the journal is whole");
    ensure!(vault.read(tables_match_journal)?.is_empty(), "the tables say what the journal says");
    let draft = vault.read(|read| read.draft(visit()))?;
    Ok(draft.iter().find(|field| field.path == "n").and_then(|field| field.value.as_u64()).unwrap_or(0))
}

/// Pulls the plug at `n_cuts` moments of what was recorded; the vault is whole at each. Gives how many of them have
/// lost a save that was acknowledged.
fn pull_the_plug(folder: &Path, before: &Files, ops: &[Op], n_cuts: usize) -> Result<usize> {
    let mut dice = fastrand::Rng::with_seed(4);
    let mut n_lost = 0;
    for n in 0..n_cuts {
        let n_done = dice.usize(1..=ops.len());
        let (files, acknowledged) = cut(before, ops, n_done, &mut dice);
        let newest = reopened(folder, &files).with_context(|| format!("cut {n} after {n_done} operations"))?;
        n_lost += usize::from(newest < acknowledged);
    }
    Ok(n_lost)
}

fn saves_survive(n_cuts: usize) -> Result<()> {
    let disk = Disk::take().map_err(|code| anyhow::anyhow!("no shim: {code}"))?;
    let (folder, vault) = a_vault()?;
    let before = files_of(folder.path())?;
    disk.record();
    // Past the point where the log is brought into the database, and on.
    for n in 1..=160 {
        save(&vault, n)?;
        disk.acknowledge(n);
    }
    let ops = disk.recorded();
    let is_database = |op: &&Op| matches!(op, Op::Sync { file } if file.ends_with("vault.db"));
    ensure!(ops.iter().any(|op| is_database(&op)), "the log was brought in at least once");
    ensure!(pull_the_plug(folder.path(), &before, &ops, n_cuts)? == 0, "what was acknowledged is there, every time");
    Ok(())
}

#[test]
fn no_acknowledged_save_is_lost_whenever_the_plug_is_pulled() -> Result<()> {
    saves_survive(N_CUTS)
}

#[test]
#[ignore = "the long form, an hour or so"]
fn no_acknowledged_save_is_lost_however_often_the_plug_is_pulled() -> Result<()> {
    saves_survive(N_CUTS_LONG)
}

#[test]
fn a_vault_that_is_being_filled_is_whole_whenever_the_plug_is_pulled_and_complete_once_it_is_done() -> Result<()> {
    let disk = Disk::take().map_err(|code| anyhow::anyhow!("no shim: {code}"))?;
    let (folder, vault) = a_vault()?;
    let before = files_of(folder.path())?;
    disk.record();
    let filling = vault.begin_filling()?;
    for n in 1..=120 {
        save(&vault, n)?;
        disk.acknowledge(n);
    }
    filling.finish()?;
    let ops = disk.recorded();
    let n_lost = pull_the_plug(folder.path(), &before, &ops, 60)?;
    ensure!(n_lost > 0, "nothing was promised before the end, and this disk tells a promise from none");
    let mut dice = fastrand::Rng::with_seed(9);
    for _ in 0..20 {
        let (files, acknowledged) = cut(&before, &ops, ops.len(), &mut dice);
        ensure!(acknowledged == 120, "all of it was written");
        ensure!(reopened(folder.path(), &files)? == 120, "and all of it is on the disk once the filling is done");
    }
    Ok(())
}

#[test]
fn the_played_power_cut_loses_what_was_not_synced() -> Result<()> {
    let file = PathBuf::from("f");
    let write = |at, byte| Op::Write { file: file.clone(), at, bytes: vec![byte; 4] };
    let ops = [write(0, 1), Op::Sync { file: file.clone() }, write(4, 2)];
    let mut dice = fastrand::Rng::with_seed(1);
    let states: Vec<Files> = (0..40).map(|_| cut(&Files::new(), &ops, 3, &mut dice).0).collect();
    ensure!(states.iter().all(|state| state[&file].starts_with(&[1; 4])), "what was synced is always there");
    ensure!(states.iter().any(|state| state[&file].len() == 4), "what was not is sometimes gone");
    ensure!(states.iter().any(|state| state[&file].len() == 8), "and sometimes there");
    Ok(())
}
