//! A full disk, and a program that is killed: what was acknowledged is there, and nothing half.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use super::practice::key;
use super::{Practice, a_client, a_visit, id, stamp};
use crate::{Act, StoreError, Vault, tables_match_journal, verify};
use care::record::{ClientId, VisitId};
use serde_json::json;

const FOLDER: &str = "NEEDLEPOINT_TEST_VAULT";

#[test]
fn a_full_disk_keeps_nothing_half_and_the_work_goes_on_when_there_is_room() {
    let practice = Practice::new();
    practice.put(&a_client(10, "Marsh", "Ada"), Act::Create).unwrap();
    limit_pages(&practice, |now| now + 2);
    let before = practice.n_entries();
    let mut n_put = 0_u32;
    let refused = loop {
        let visit = u128::from(n_put) + 100;
        match practice.vault.write(&stamp(), |write| {
            write.set_draft(VisitId(id(visit)), "note", &json!("x".repeat(3_000)))?;
            write.put(&a_visit(visit, 10), Act::Create)
        }) {
            Ok(_) => n_put += 1,
            Err(error) => break error,
        }
    };
    assert_eq!(refused, StoreError::Full, "the screen can say that the disk is full");
    assert_eq!(practice.n_entries(), before + u64::from(n_put), "only whole writes are there");
    let refused_visit = VisitId(id(u128::from(n_put) + 100));
    assert_eq!(practice.vault.read(|read| read.draft(refused_visit)).unwrap(), [], "nothing of the refused one");
    limit_pages(&practice, |now| now + 1_000);
    practice.put(&a_visit(u128::from(n_put) + 100, 10), Act::Create).unwrap();
    assert_eq!(practice.vault.read(verify).unwrap().damage, None, "the journal is whole");
    assert_eq!(practice.vault.read(tables_match_journal).unwrap(), [], "and so are the tables");
}

/// Fills the vault up: SQLite takes a limit of pages for the end of the disk.
pub(super) fn limit_pages(practice: &Practice, limit: impl Fn(i64) -> i64) {
    let mut writer = practice.vault.writer();
    let n_pages: i64 = writer.query_row("PRAGMA page_count", [], |row| row.get(0)).unwrap();
    writer.authorizer(None::<fn(rusqlite::hooks::AuthContext<'_>) -> rusqlite::hooks::Authorization>).unwrap();
    let _: i64 =
        writer.query_row(&format!("PRAGMA max_page_count = {}", limit(n_pages)), [], |row| row.get(0)).unwrap();
}

#[test]
fn what_was_acknowledged_survives_a_hard_kill() {
    survives_kills(20);
}

#[test]
#[ignore = "the long form, several minutes"]
fn what_was_acknowledged_survives_five_hundred_hard_kills() {
    survives_kills(500);
}

fn survives_kills(n_kills: u64) {
    let Practice { folder, vault } = Practice::new();
    vault.write(&stamp(), |write| write.put(&a_client(10, "Marsh", "Ada"), Act::Create)).unwrap();
    drop(vault);
    let mut n_acknowledged = 0;
    for kill in 0..n_kills {
        // Between one and twenty-three writes before it, in no order.
        n_acknowledged = killed_after(folder.path(), n_acknowledged + 1 + kill * 7 % 23);
        let vault = Vault::open_by_key(folder.path(), &key()).unwrap();
        let draft = vault.read(|read| read.draft(VisitId(id(20)))).unwrap();
        let newest = draft.iter().find(|field| field.path == "n").unwrap().value.as_u64().unwrap();
        assert!(newest >= n_acknowledged, "field {n_acknowledged} was acknowledged, {newest} is there");
        let client = vault.read(|read| read.client(ClientId(id(10)))).unwrap();
        assert!(u64::from(client.version) > n_acknowledged, "and so is the client's version of the same write");
        assert_eq!(vault.read(verify).unwrap().damage, None, "the journal is whole");
        assert_eq!(vault.read(tables_match_journal).unwrap(), [], "and so are the tables");
        n_acknowledged = newest;
    }
}

/// Runs the child below until it has acknowledged `n` writes, kills it, and gives the last acknowledged one.
fn killed_after(folder: &Path, n: u64) -> u64 {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "tests::durability::writes_until_it_is_killed", "--ignored", "--nocapture"])
        .env(FOLDER, folder)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let acknowledged = BufReader::new(child.stdout.take().unwrap())
        .lines()
        .filter_map(|line| line.unwrap().strip_prefix("acknowledged ").and_then(|number| number.parse().ok()))
        .find(|number: &u64| *number >= n);
    child.kill().unwrap();
    child.wait().unwrap();
    acknowledged.expect("the child wrote until it was killed")
}

#[test]
#[ignore = "the child of what_was_acknowledged_survives_a_hard_kill; alone it has no vault"]
fn writes_until_it_is_killed() {
    let Some(folder) = std::env::var_os(FOLDER) else {
        return;
    };
    let vault = Vault::open_by_key(Path::new(&folder), &key()).unwrap();
    let draft = vault.read(|read| read.draft(VisitId(id(20)))).unwrap();
    let mut n = draft.iter().find(|field| field.path == "n").map_or(0, |field| field.value.as_u64().unwrap());
    loop {
        n += 1;
        vault
            .write(&stamp(), |write| {
                write.set_draft(VisitId(id(20)), "n", &json!(n))?;
                write.put(&a_client(10, "Marsh", &format!("Ada {n}")), Act::Update)
            })
            .unwrap();
        println!("acknowledged {n}");
    }
}
