//! A disk that rots: a flipped bit, a file cut short, another file in its place. It is found, and nothing is overwritten.

use std::fs;
use std::path::PathBuf;

use super::practice::key;
use super::{Practice, a_client, a_consent, a_visit};
use crate::{Act, StoreError, Vault};

/// Bits that are flipped, and lengths the database is cut to.
const N_FLIPS: usize = 200;
const N_LENGTHS: usize = 50;

/// A closed vault: its folder and the bytes of its database.
struct Closed {
    practice: tempfile::TempDir,
    bytes: Vec<u8>,
}

impl Closed {
    fn new() -> Self {
        let practice = Practice::new();
        for n in 10..60 {
            practice.put(&a_client(n, "Marsh", "Ada"), Act::Create).unwrap();
            practice.put(&a_visit(n + 100, n), Act::Create).unwrap();
            practice.put(&a_consent(n + 200, n, n + 100), Act::Sign).unwrap();
        }
        let Practice { folder, vault } = practice;
        drop(vault);
        let closed = Self { practice: folder, bytes: Vec::new() };
        assert!(!closed.beside("vault.db-wal").exists(), "closing brought the log in");
        let bytes = fs::read(closed.beside("vault.db")).unwrap();
        Self { bytes, ..closed }
    }

    fn beside(&self, name: &str) -> PathBuf {
        self.practice.path().join(name)
    }

    /// Opens the vault with these bytes as its database, and checks all of it where it opens.
    fn found_whole(&self, bytes: &[u8]) -> Result<bool, StoreError> {
        for name in ["vault.db-wal", "vault.db-shm"] {
            let _ = fs::remove_file(self.beside(name));
        }
        fs::write(self.beside("vault.db"), bytes).unwrap();
        Ok(Vault::open_by_key(self.practice.path(), &key())?.check()?.is_whole())
    }
}

/// Numbers that look thrown and are the same every time.
fn thrown(n: usize) -> usize {
    n.wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(17) ^ n
}

#[test]
fn a_flipped_bit_anywhere_in_the_database_is_found() {
    let closed = Closed::new();
    assert_eq!(closed.found_whole(&closed.bytes), Ok(true), "nothing is flipped yet");
    for n in 0..N_FLIPS {
        let (place, bit) = (thrown(n) % closed.bytes.len(), n % 8);
        let mut bytes = closed.bytes.clone();
        bytes[place] ^= 1 << bit;
        let found = closed.found_whole(&bytes);
        assert!(!matches!(found, Ok(true)), "bit {bit} of byte {place} is flipped, and the check says {found:?}");
    }
}

#[test]
fn a_database_cut_short_is_found_at_any_length() {
    let closed = Closed::new();
    for n in 0..N_LENGTHS {
        // Every other one at the end of a page, where a cut looks most like a whole file.
        let len = thrown(n) % closed.bytes.len();
        let len = if n % 2 == 0 { len / 4096 * 4096 } else { len };
        let found = closed.found_whole(&closed.bytes[..len]);
        assert!(!matches!(found, Ok(true)), "only {len} bytes are left, and the check says {found:?}");
    }
}

#[test]
fn a_database_that_was_never_sealed_is_refused_and_stays_as_it_is() {
    let closed = Closed::new();
    let plain = closed.beside("plain.db");
    rusqlite::Connection::open(&plain).unwrap().execute_batch("CREATE TABLE client (id INTEGER)").unwrap();
    let plain = fs::read(plain).unwrap();
    assert!(closed.found_whole(&plain).is_err(), "it is no vault");
    assert_eq!(fs::read(closed.beside("vault.db")).unwrap(), plain, "and is left alone");
    assert_eq!(closed.found_whole(&closed.bytes), Ok(true), "with its own file back the vault is whole");
}
