//! The journal: complete, checkable, and enough to rebuild everything else from.

use super::{Practice, a_chart, a_client, a_consent, a_document, a_visit, id, stamp};
use crate::{Act, StoreError, tables_match_journal, verify};
use care::record::{ClientId, ConsentId, CopyFate, UserId};

/// A practice with a visit that went from start to signature.
pub(super) fn a_finished_visit() -> Practice {
    let practice = Practice::new();
    practice.put(&a_client(10, "Marsh", "Ada"), Act::Create).unwrap();
    practice.put(&a_client(11, "Nguyễn", "Thị"), Act::Create).unwrap();
    practice.put(&a_visit(20, 10), Act::Create).unwrap();
    practice.put(&a_consent(30, 10, 20), Act::Sign).unwrap();
    practice.put(&a_document(40, 10, 20, &"0".repeat(64)), Act::File).unwrap();
    let mut chart = a_chart(50, 10, 20);
    practice.put(&chart, Act::Close).unwrap();
    chart.pain_score = Some(3);
    practice.put(&chart, Act::Update).unwrap();
    let mut visit = a_visit(20, 10);
    visit.is_signed = true;
    practice.put(&visit, Act::Sign).unwrap();
    practice
        .vault
        .write(&stamp(), |write| {
            write.note(Act::Open, Some(ClientId(id(10))), &serde_json::json!({"screen": "client"}))
        })
        .unwrap();
    practice
}

#[test]
fn the_tables_can_be_rebuilt_from_the_journal() {
    let practice = a_finished_visit();
    assert_eq!(practice.vault.read(tables_match_journal).unwrap(), [], "every table is what the journal says");
}

#[test]
fn a_rebuilt_vault_finds_the_same_clients() {
    let practice = a_finished_visit();
    practice
        .vault
        .read(|read| {
            let rebuilt = crate::journal::rebuild(read.connection())?;
            let rebuilt = crate::Read::new(&rebuilt);
            for typed in ["nguyen", "guye", "marsh", "14.3.1987", "A-000010"] {
                let found = rebuilt.find_clients(typed, 10)?;
                assert_eq!(found, read.find_clients(typed, 10)?, "typed: {typed}");
                assert!(!found.is_empty(), "and {typed} finds somebody");
            }
            Ok::<_, StoreError>(())
        })
        .unwrap();
}

#[test]
fn a_table_that_was_changed_behind_the_journal_is_noticed() {
    let practice = a_finished_visit();
    practice.bare().execute("UPDATE client SET phone = '1' WHERE number = 'A-000010'", []).unwrap();
    assert_eq!(practice.vault.read(tables_match_journal).unwrap(), [crate::Entity::Client], "the clients differ");
}

#[test]
fn an_untouched_journal_is_whole() {
    let practice = a_finished_visit();
    let report = practice.vault.read(verify).unwrap();
    assert_eq!(report.damage, None, "nobody touched it");
    assert_eq!(report.n_entries, practice.n_entries(), "every entry was checked");
    assert_eq!(report.heads[0].1, practice.vault.read(|read| read.head()).unwrap(), "up to the head documents carry");
}

#[test]
fn a_body_cannot_be_guessed_from_what_stays_when_it_is_erased() {
    let practice = Practice::new();
    practice.put(&a_client(10, "Marsh", "Ada"), Act::Create).unwrap();
    practice.put(&a_client(11, "Marsh", "Ada"), Act::Create).unwrap();
    let hash = |client: u128| -> [u8; 32] {
        let sql = "SELECT body_hash FROM journal WHERE client_id = ?1";
        practice.bare().query_row(sql, [crate::sql::Id(id(client))], |row| row.get(0)).unwrap()
    };
    let body = crate::canonical::canonical(&a_client(10, "Marsh", "Ada")).unwrap();
    let plain: [u8; 32] = <sha2::Sha256 as sha2::Digest>::digest(body).into();
    assert_ne!(hash(10), plain, "the salt is part of the hash");
    assert_ne!(hash(10), hash(11), "and no two are alike");
}

#[test]
fn everything_about_a_client_comes_out_with_its_bodies_in_order() {
    let practice = a_finished_visit();
    let mut acts = Vec::new();
    practice
        .vault
        .read(|read| {
            read.each_entry_about(ClientId(id(10)), |entry, body| {
                assert!(body.is_some(), "every entry has its body");
                acts.push(entry.act);
                Ok::<_, StoreError>(())
            })
        })
        .unwrap();
    let expected = ["create", "create", "sign", "file", "close", "update", "sign", "open"];
    assert_eq!(acts, expected, "what was done and what was looked at, oldest first");
}

#[test]
fn a_given_copy_is_a_record_of_its_own_and_takes_it_off_the_list() {
    let practice = a_finished_visit();
    assert_eq!(practice.vault.read(|read| read.owed_copies(20)).unwrap().len(), 1, "one copy is owed");
    assert_eq!(practice.vault.read(|read| read.n_owed_copies()), Ok(1), "and counted as one");
    let given = crate::CopyGiven {
        consent: ConsentId(id(30)),
        client: ClientId(id(10)),
        fate: CopyFate::Printed,
        given_at: stamp().at,
        given_by: UserId(id(1)),
    };
    practice.put(&given, Act::HandOver).unwrap();
    assert_eq!(practice.vault.read(|read| read.owed_copies(20)).unwrap(), [], "nothing is owed any more");
    assert_eq!(practice.vault.read(|read| read.n_owed_copies()), Ok(0), "and nothing is counted");
    let kept = practice.vault.read(|read| read.consent(ConsentId(id(30)))).unwrap();
    assert_eq!(kept, a_consent(30, 10, 20), "and the consent is what was signed");
    assert_eq!(practice.vault.read(tables_match_journal).unwrap(), [], "a rebuild knows it too");
}

#[test]
fn a_copy_that_is_owed_and_on_no_list_is_found() {
    let practice = a_finished_visit();
    practice.bare().execute_batch("DELETE FROM owed_copy").unwrap();
    let different = practice.vault.read(tables_match_journal).unwrap();
    assert_eq!(different, [crate::Entity::CopyGiven], "nobody would ever give it");
}
