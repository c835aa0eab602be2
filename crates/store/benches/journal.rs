//! How long checking the journal takes, beside its bar. On a whole made-up clinic it is measured through the door:
//! `crates/desk/benches/clinic.rs`.

#![expect(clippy::unwrap_used, reason = "a bench that cannot go on stops where it stands")]

use care::record::UserId;
use chrono::DateTime;
use divan::Bencher;
use divan::counter::ItemsCount;
use serde_json::json;
use store::{Act, MasterKey, NewVault, Stamp, Vault, verify};
use tempfile::TempDir;
use uuid::Uuid;

/// Entries of the journal that is checked, a tenth of them in one transaction.
const N_ENTRIES: u64 = 20_000;

fn main() {
    divan::main();
}

#[divan::bench(name = "verify of 20 000 entries (bar 120 ms: 500 000 in 3 s)", sample_count = 20)]
fn verifying(bencher: Bencher<'_, '_>) {
    let folder = TempDir::new().unwrap();
    let vault = a_journal(&folder);
    bencher.counter(ItemsCount::new(N_ENTRIES)).bench_local(|| {
        let report = vault.read(verify).unwrap();
        assert_eq!((report.n_entries, report.damage), (N_ENTRIES, None), "nobody has touched it");
    });
}

/// A journal as days in a clinic leave it: half its bodies are small, every tenth is a signed text.
fn a_journal(folder: &TempDir) -> Vault {
    let id = Uuid::from_u128;
    let new = NewVault { vault: id(1), device: id(2), user: UserId(id(3)), user_name: "Sam Weber".to_owned() };
    let vault = Vault::create_by_key(&folder.path().join("vault"), &new, &MasterKey::from_bytes([7; 32])).unwrap();
    let stamp = Stamp {
        at: DateTime::from_timestamp_millis(1_772_000_000_000).unwrap(),
        utc_offset_s: 3_600,
        by: Some(UserId(id(3))),
        by_name: "Sam Weber".to_owned(),
        role: None,
        session: id(4),
    };
    for _ in 0..10 {
        vault
            .write(&stamp, |write| {
                (0..N_ENTRIES / 10).try_for_each(|n| {
                    let words = match n % 10 {
                        0 => 600,
                        1..5 => 60,
                        _ => 12,
                    };
                    let detail = json!({ "n": n, "said": (0..words).map(|word| n * 31 + word).collect::<Vec<_>>() });
                    write.note(Act::Open, None, &detail)
                })
            })
            .unwrap();
    }
    vault
}
