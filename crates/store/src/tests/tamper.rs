//! What somebody leaves who has the key and takes every guard away first: `verify` finds it, and at its place.

use std::path::Path;

use rusqlite::Connection;
use tempfile::TempDir;

use super::journal::a_finished_visit;
use super::{Practice, a_client, stamp};
use crate::journal::Tip;
use crate::sql::Count;
use crate::{Act, DamageKind, Entry, KnownHead, Occasion, StoreError, verify, verify_against};

/// What somebody can do who has the key and takes the guards away first.
fn tampered(tamper: impl Fn(&Connection)) -> (u64, DamageKind) {
    let practice = a_finished_visit();
    tamper_with(&practice, tamper);
    let damage = practice.vault.read(verify).unwrap().damage.expect("the damage is found");
    (damage.seq, damage.kind)
}

/// As [`tampered`], held against the head that was kept outside before.
fn tampered_against_anchors(tamper: impl Fn(&Connection)) -> Option<(u64, DamageKind)> {
    let practice = a_finished_visit();
    let outside = TempDir::new().unwrap();
    practice.vault.anchor(outside.path(), Occasion::Lock, stamp().at).unwrap();
    tamper_with(&practice, tamper);
    assert_eq!(practice.vault.read(verify).unwrap().damage, None, "the chain alone shows nothing");
    found_against(&practice, outside.path())
}

fn found_against(practice: &Practice, outside: &Path) -> Option<(u64, DamageKind)> {
    let anchors = practice.vault.anchors(outside).unwrap().anchors;
    let known: Vec<KnownHead> = anchors.iter().map(KnownHead::from).collect();
    let report = practice.vault.read(|read| verify_against(read, &known)).unwrap();
    report.damage.map(|damage| (damage.seq, damage.kind))
}

/// Takes every guard away, then does `tamper`.
fn tamper_with(practice: &Practice, tamper: impl Fn(&Connection)) {
    let bare = practice.bare();
    let mut statement = bare.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").unwrap();
    let triggers: Vec<String> = statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    for trigger in triggers {
        bare.execute_batch(&format!("DROP TRIGGER {trigger}")).unwrap();
    }
    bare.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
    tamper(&bare);
}

#[test]
fn an_edited_entry_is_found_at_its_place() {
    let found = tampered(|bare| {
        bare.execute("UPDATE journal SET user_name = 'Somebody else' WHERE seq = 4", []).unwrap();
    });
    assert_eq!(found, (4, DamageKind::EntryAltered), "the name under the fourth entry was changed");
}

#[test]
fn a_removed_entry_is_found_at_its_place() {
    let found = tampered(|bare| {
        bare.execute("DELETE FROM journal WHERE seq = 5", []).unwrap();
    });
    assert_eq!(found, (5, DamageKind::EntryMissing), "the fifth entry is gone");
}

#[test]
fn an_edited_body_is_found_at_its_place() {
    let found = tampered(|bare| {
        bare.execute("UPDATE journal_body SET encoding = 0, bytes = CAST('{}' AS BLOB) WHERE row = 2", []).unwrap();
    });
    assert_eq!(found, (2, DamageKind::BodyAltered), "the second body was changed");
}

#[test]
fn a_removed_body_is_found_at_its_place() {
    let found = tampered(|bare| {
        bare.execute("DELETE FROM journal_body WHERE row = 6", []).unwrap();
    });
    assert_eq!(found, (6, DamageKind::BodyMissing), "the sixth body is gone");
}

#[test]
fn an_entry_with_a_new_hash_of_its_own_breaks_the_chain_after_it() {
    let found = tampered(|bare| {
        bare.execute("UPDATE journal SET hash = zeroblob(32), prev = zeroblob(32) WHERE seq = 3", []).unwrap();
    });
    assert_eq!(found, (3, DamageKind::EntryAltered), "a hash that fits nothing");
    let swapped = tampered(|bare| {
        bare.execute_batch(
            "UPDATE journal SET seq = 1000 WHERE seq = 3;
             UPDATE journal SET seq = 3 WHERE seq = 4;
             UPDATE journal SET seq = 4 WHERE seq = 1000;",
        )
        .unwrap();
    });
    assert_eq!(swapped, (3, DamageKind::EntryAltered), "two entries that changed places");
}

#[test]
fn a_long_journal_is_checked_from_both_ends_and_damage_is_found_at_its_place_in_either_half() {
    let practice = Practice::new();
    let note =
        |n: u32| practice.vault.write(&stamp(), |write| (0..n).try_for_each(|n| write.note(Act::Open, None, &n)));
    note(6_000).unwrap();
    let n_entries = practice.n_entries();
    let report = practice.vault.read(verify).unwrap();
    assert_eq!((report.n_entries, report.damage), (n_entries, None), "every entry of both halves is whole");
    // From the end to the beginning, so that each damage is the first one there is.
    let middle = n_entries / 2;
    for seq in [n_entries, middle + 2, middle + 1, middle, middle - 1, 2, 1] {
        tamper_with(&practice, |bare| {
            bare.execute("UPDATE journal SET user_name = 'Somebody else' WHERE seq = ?1", [Count(seq)]).unwrap();
        });
        let damage = practice.vault.read(verify).unwrap().damage.expect("the damage is found");
        assert_eq!(
            (damage.seq, damage.kind),
            (seq, DamageKind::EntryAltered),
            "the name under entry {seq} was changed"
        );
    }
}

#[test]
fn an_inserted_entry_is_found_at_its_place() {
    let found = tampered(|bare| {
        move_up_from(bare, 4);
        bare.execute_batch(
            "INSERT INTO journal SELECT 1000, device_id, 4, randomblob(16), at_ms, utc_offset_s, clock_went_back, user_id,
                 user_name, role, session_id, app_version, schema_version, act, client_id, NULL, NULL, NULL, NULL,
                 body_hash, prev, hash FROM journal WHERE seq = 3;
             INSERT INTO journal_body SELECT 1000, salt, encoding, bytes FROM journal_body WHERE row = 3;",
        )
        .unwrap();
    });
    assert_eq!(found, (4, DamageKind::EntryAltered), "the fourth entry is none that was written");
}

/// Makes room for an entry before the `seq`th.
fn move_up_from(bare: &Connection, seq: u32) {
    bare.execute("UPDATE journal SET seq = seq + 1000 WHERE seq >= ?1", [seq]).unwrap();
    bare.execute_batch("UPDATE journal SET seq = seq - 999 WHERE seq > 1000").unwrap();
}

#[test]
fn a_cut_off_end_is_found_against_the_head_outside_at_the_oldest_missing_entry() {
    let found = tampered_against_anchors(|bare| {
        bare.execute_batch("DELETE FROM journal_body WHERE row > 7; DELETE FROM journal WHERE seq > 7").unwrap();
    });
    assert_eq!(found, Some((8, DamageKind::EndMissing)), "the eighth entry and all after it are gone");
}

#[test]
fn an_emptied_journal_is_found_against_the_head_outside() {
    let found = tampered_against_anchors(|bare| {
        bare.execute_batch("DELETE FROM journal_body; DELETE FROM journal").unwrap();
    });
    assert_eq!(found, Some((1, DamageKind::EndMissing)), "not one entry is left");
}

#[test]
fn an_end_that_was_cut_off_and_grown_again_is_found_against_the_head_outside() {
    let practice = a_finished_visit();
    let outside = TempDir::new().unwrap();
    practice.vault.anchor(outside.path(), Occasion::Unlock, stamp().at).unwrap();
    practice.vault.write(&stamp(), |write| write.note(Act::Print, None, "sheet")).unwrap();
    practice.vault.anchor(outside.path(), Occasion::Document, stamp().at).unwrap();
    let newest = practice.n_entries();
    tamper_with(&practice, |bare| {
        bare.execute("DELETE FROM journal_body WHERE row = ?1", [Count(newest)]).unwrap();
        bare.execute("DELETE FROM journal WHERE seq = ?1", [Count(newest)]).unwrap();
    });
    practice.vault.write(&stamp(), |write| write.note(Act::Open, None, "nothing happened")).unwrap();
    assert_eq!(practice.vault.read(verify).unwrap().damage, None, "the new chain fits together");
    let found = found_against(&practice, outside.path());
    assert_eq!(found, Some((newest, DamageKind::Rewritten)), "and is not the one that was anchored");
}

#[test]
fn a_chain_written_anew_with_the_key_is_found_against_the_head_outside() {
    let found = tampered_against_anchors(|bare| {
        let sql = format!("SELECT {} FROM journal ORDER BY seq", Entry::COLUMNS);
        let mut statement = bare.prepare(&sql).unwrap();
        let entries: Vec<Entry> = statement.query_map([], Entry::from_row).unwrap().map(Result::unwrap).collect();
        let mut prev = [0; 32];
        for mut entry in entries {
            if entry.seq == 4 {
                "Somebody else".clone_into(&mut entry.user_name);
            }
            entry.prev = prev;
            let entry = entry.chained().unwrap();
            let values = (&entry.user_name, entry.prev, entry.hash, Count(entry.seq));
            bare.execute("UPDATE journal SET user_name = ?1, prev = ?2, hash = ?3 WHERE seq = ?4", values).unwrap();
            prev = entry.hash;
        }
    });
    assert_eq!(found, Some((1, DamageKind::Rewritten)), "no earlier head vouches for any entry of it");
}

#[test]
fn damage_inside_a_chain_keeps_its_place_when_heads_are_compared_too() {
    let practice = a_finished_visit();
    let outside = TempDir::new().unwrap();
    practice.vault.anchor(outside.path(), Occasion::Lock, stamp().at).unwrap();
    tamper_with(&practice, |bare| {
        bare.execute("DELETE FROM journal WHERE seq = 5", []).unwrap();
    });
    let found = found_against(&practice, outside.path());
    assert_eq!(found, Some((5, DamageKind::EntryMissing)), "the fifth entry is gone, whatever a later head says");
}

#[test]
fn the_head_on_a_printed_document_is_enough_to_find_a_cut_off_end() {
    let practice = a_finished_visit();
    let (device, head) = practice
        .vault
        .read(|read| {
            let tip = Tip::read(read.connection())?;
            Ok::<_, StoreError>((tip.device(), tip.head()))
        })
        .unwrap();
    let printed = KnownHead { device, seq: head.seq, hash_begins: head.hash[..8].to_vec() };
    let check = |printed: &KnownHead| {
        let known = std::slice::from_ref(printed);
        practice.vault.read(|read| verify_against(read, known)).unwrap().damage.map(|damage| (damage.seq, damage.kind))
    };
    assert_eq!(check(&printed), None, "sixteen digits and a number agree with the journal");
    let other = KnownHead { hash_begins: vec![0; 8], ..printed.clone() };
    assert_eq!(check(&other), Some((1, DamageKind::Rewritten)), "other digits do not");
    let later = KnownHead { seq: head.seq + 3, ..printed };
    assert_eq!(check(&later), Some((head.seq + 1, DamageKind::EndMissing)), "a later number is missing here");
}

#[test]
fn an_untouched_journal_agrees_with_every_head_outside() {
    let practice = a_finished_visit();
    let outside = TempDir::new().unwrap();
    for occasion in [Occasion::Unlock, Occasion::Document, Occasion::Backup, Occasion::Lock] {
        practice.vault.anchor(outside.path(), occasion, stamp().at).unwrap();
        practice.vault.write(&stamp(), |write| write.note(Act::Open, None, "record")).unwrap();
    }
    let log = practice.vault.anchors(outside.path()).unwrap();
    assert_eq!((log.anchors.len(), log.n_passed_over), (4, 0), "one line each time");
    assert_eq!(found_against(&practice, outside.path()), None, "and nothing is missing");
}

#[test]
fn a_line_that_is_not_of_this_vault_raises_no_alarm() {
    let practice = a_finished_visit();
    let outside = TempDir::new().unwrap();
    practice.vault.anchor(outside.path(), Occasion::Unlock, stamp().at).unwrap();
    let file = outside.path().join("anchor.log");
    let honest = std::fs::read_to_string(&file).unwrap();
    let raised = honest.replace("\"seq\":", "\"seq\":9");
    // The last line is torn, as a power cut leaves it.
    std::fs::write(&file, format!("{honest}{raised}not a line\n{}\n{}", "x".repeat(5_000), &honest[..40])).unwrap();
    practice.vault.anchor(outside.path(), Occasion::Lock, stamp().at).unwrap();
    let log = practice.vault.anchors(outside.path()).unwrap();
    assert_eq!(log.anchors.len(), 2, "the line before and the line after the torn one are both read");
    assert!(log.n_passed_over >= 4, "what cannot be of this vault is counted: {}", log.n_passed_over);
    assert_eq!(found_against(&practice, outside.path()), None, "and changes no answer");
}

#[test]
fn the_second_folder_holds_no_word_of_a_record() {
    let practice = Practice::new();
    practice.put(&a_client(10, "Marsh", "Ada"), Act::Create).unwrap();
    let outside = TempDir::new().unwrap();
    practice.vault.anchor(outside.path(), Occasion::Lock, stamp().at).unwrap();
    let text = std::fs::read_to_string(outside.path().join("anchor.log")).unwrap();
    for word in ["Marsh", "Ada", "Sam Weber", "Practice"] {
        assert!(!text.contains(word), "numbers and hashes only: {text}");
    }
}
