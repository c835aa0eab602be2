//! The recovery key: 256 random bits on a printed sheet, for the day every password is forgotten.
//!
//! Spelled in Crockford's base32 (no I, L, O or U, so nothing can be misread), fourteen groups of four. The
//! last 24 of its 280 bits are a checksum, so a mistyped letter is told from a wrong sheet.

use std::sync::LazyLock;

use data_encoding::{Encoding, Specification};
use sha2::{Digest as _, Sha256};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use super::random;
use crate::StoreError;

const KEY_BYTES: usize = 32;
const CHECK_BYTES: usize = 3;
const LETTERS: usize = (KEY_BYTES + CHECK_BYTES) * 8 / 5;
const GROUP: usize = 4;

/// Crockford's base32: lower case reads as upper case, O as 0, I and L as 1; blanks and dashes are skipped.
#[expect(clippy::expect_used, reason = "the specification is a constant, read by every test of this file")]
static LETTERING: LazyLock<Encoding> = LazyLock::new(|| {
    let mut specification = Specification::new();
    specification.symbols.push_str("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
    specification.translate.from.push_str("abcdefghjkmnpqrstvwxyzOoIiLl");
    specification.translate.to.push_str("ABCDEFGHJKMNPQRSTVWXYZ001111");
    specification.ignore.push_str(" -\t\r\n");
    specification.encoding().expect("the lettering is sound")
});

/// A recovery key, wiped when dropped.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct RecoveryKey([u8; KEY_BYTES]);

/// Why what was typed is no recovery key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RecoveryKeyError {
    /// A letter is missing or one too many.
    #[error("not 56 letters")]
    WrongLength,
    /// A sign that is in no recovery key.
    #[error("a sign that no recovery key has")]
    UnknownLetter,
    /// At least one letter is mistyped.
    #[error("at least one letter is mistyped")]
    Mistyped,
}

impl RecoveryKey {
    /// A new key from the operating system, to be shown and typed back before a vault is made with it.
    ///
    /// # Errors
    /// [`StoreError::NoRandomness`].
    pub fn generate() -> Result<Self, StoreError> {
        random().map(Self)
    }

    /// The key as it is printed: fourteen groups of four letters.
    #[must_use]
    pub fn printed(&self) -> Zeroizing<String> {
        let mut bytes = Zeroizing::new([0_u8; KEY_BYTES + CHECK_BYTES]);
        bytes[..KEY_BYTES].copy_from_slice(&self.0);
        bytes[KEY_BYTES..].copy_from_slice(&self.check());
        let letters = Zeroizing::new(LETTERING.encode(&*bytes));
        let mut printed = Zeroizing::new(String::with_capacity(LETTERS + LETTERS / GROUP));
        for (n, letter) in letters.chars().enumerate() {
            if n > 0 && n % GROUP == 0 {
                printed.push('-');
            }
            printed.push(letter);
        }
        printed
    }

    /// Reads a key as somebody types it: case, blanks and dashes do not matter, O is 0, I and L are 1.
    ///
    /// # Errors
    /// [`RecoveryKeyError`], which tells a typing mistake from a key that is merely another vault's.
    pub fn typed(text: &str) -> Result<Self, RecoveryKeyError> {
        let n_letters = text.chars().filter(|sign| !" -\t\r\n".contains(*sign)).count();
        let decoded = LETTERING.decode(text.as_bytes()).map(Zeroizing::new);
        let bytes = match decoded {
            Ok(bytes) => bytes,
            Err(_) if n_letters != LETTERS => return Err(RecoveryKeyError::WrongLength),
            Err(_) => return Err(RecoveryKeyError::UnknownLetter),
        };
        let Some((key, check)) = bytes.split_first_chunk::<KEY_BYTES>() else {
            return Err(RecoveryKeyError::WrongLength);
        };
        if check.len() != CHECK_BYTES {
            return Err(RecoveryKeyError::WrongLength);
        }
        let key = Self(*key);
        if key.check() != *check {
            return Err(RecoveryKeyError::Mistyped);
        }
        Ok(key)
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        &self.0
    }

    fn check(&self) -> [u8; CHECK_BYTES] {
        let digest = Sha256::new().chain_update(b"needlepoint/recovery-check/1").chain_update(self.0).finalize();
        let mut check = [0_u8; CHECK_BYTES];
        check.copy_from_slice(&digest[..CHECK_BYTES]);
        check
    }
}

impl std::fmt::Debug for RecoveryKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RecoveryKey")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_recovery_key_is_fourteen_groups_of_four_letters_nobody_can_misread() {
        let printed = RecoveryKey([0xff; 32]).printed();
        let groups: Vec<&str> = printed.split('-').collect();
        assert_eq!(groups.len(), 14, "fourteen groups");
        assert!(groups.iter().all(|group| group.len() == 4), "of four letters");
        assert!(!printed.contains(['I', 'L', 'O', 'U']), "without the letters that look like digits");
    }

    #[test]
    fn a_recovery_key_is_read_however_it_is_typed() {
        let key = RecoveryKey(*b"\x00\x44\x32\x14\xc7\x42\x54\xb6\x35\xcf\x84\x65\x3a\x56\xd7\xc6\x75\xbe\x77\xdf\x00\x44\x32\x14\xc7\x42\x54\xb6\x35\xcf\x84\x65");
        let sloppy = key.printed().to_lowercase().replace('-', "  ").replace('0', "o").replace('1', "l");
        assert_eq!(RecoveryKey::typed(&sloppy), Ok(key), "case, blanks, o for 0 and l for 1 are forgiven");
    }

    #[test]
    fn a_letter_too_few_and_a_foreign_sign_are_told_apart() {
        let printed = RecoveryKey([9; 32]).printed();
        let short = &printed[..printed.len() - 1];
        assert_eq!(RecoveryKey::typed(short), Err(RecoveryKeyError::WrongLength), "one letter is missing");
        let foreign = printed.replacen(&printed[..1], "?", 1);
        assert_eq!(RecoveryKey::typed(&foreign), Err(RecoveryKeyError::UnknownLetter), "a question mark is no letter");
        assert_eq!(RecoveryKey::typed(""), Err(RecoveryKeyError::WrongLength), "nothing was typed");
    }

    proptest! {
        #[test]
        fn one_mistyped_letter_is_always_noticed(key: [u8; 32], place in 0_usize..56, step in 1_usize..32) {
            const LETTERS: &[u8] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
            let printed = RecoveryKey(key).printed().replace('-', "");
            let mut typed = printed.clone().into_bytes();
            let was = LETTERS.iter().position(|letter| *letter == typed[place]).unwrap();
            typed[place] = LETTERS[(was + step) % LETTERS.len()];
            let read = RecoveryKey::typed(std::str::from_utf8(&typed).unwrap());
            prop_assert_eq!(read, Err(RecoveryKeyError::Mistyped), "the checksum covers every letter");
            prop_assert_eq!(RecoveryKey::typed(&printed), Ok(RecoveryKey(key)), "the right letters give the key");
        }
    }
}
