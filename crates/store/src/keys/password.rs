//! Passwords: how long, which ones are refused, and one spelling for each.
//!
//! No rule about letters and digits: length is what counts (NIST SP 800-63B-4). Fifteen characters, as long as
//! no second factor stands beside the password.

use unicode_normalization::UnicodeNormalization as _;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use super::RecoveryKey;
use crate::StoreError;

/// Fewest characters of a password that stands alone.
pub const MIN_PASSWORD_CHARS: usize = 15;

/// Fewest different characters; fewer is a key held down.
const MIN_DISTINCT_CHARS: usize = 5;

/// Longest unit whose repetition is refused: `hellohellohello` is one word, not fifteen characters.
const MAX_REPEATED_UNIT: usize = 5;

/// Common passwords of at least fifteen characters, one a line, in lower case.
const COMMON: &str = include_str!("common_passwords.txt");

/// A password in its one spelling (NFKC), wiped when dropped.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct Password(String);

/// Why a new password is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PasswordError {
    /// Fewer than [`MIN_PASSWORD_CHARS`] characters.
    #[error("fewer than {MIN_PASSWORD_CHARS} characters")]
    TooShort,
    /// One of the passwords that are tried first.
    #[error("one of the most common passwords")]
    TooCommon,
    /// A few characters over and over.
    #[error("a few characters over and over")]
    Repetitive,
}

impl Password {
    /// A password as somebody types it to unlock. Nothing is judged, so that an old one still opens.
    #[must_use]
    pub fn typed(text: &str) -> Self {
        Self(text.nfkc().collect())
    }

    /// A password somebody chooses.
    ///
    /// # Errors
    /// [`PasswordError`], with the first reason that applies.
    pub fn chosen(text: &str) -> Result<Self, PasswordError> {
        let password = Self::typed(text);
        if password.0.chars().count() < MIN_PASSWORD_CHARS {
            return Err(PasswordError::TooShort);
        }
        let mut folded = password.0.to_lowercase();
        let judged = judge(&folded);
        folded.zeroize();
        judged.map(|()| password)
    }

    /// A password for one use, to be told to somebody who forgot theirs: sixteen letters and digits nobody misreads.
    ///
    /// # Errors
    /// [`StoreError::NoRandomness`].
    pub fn one_time() -> Result<Zeroizing<String>, StoreError> {
        let printed = RecoveryKey::generate()?.printed();
        // Four groups of the thirteen that are random through and through: eighty bits.
        Ok(Zeroizing::new(printed.split('-').take(4).collect::<Vec<_>>().join("-")))
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl std::fmt::Debug for Password {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Password")
    }
}

fn judge(folded: &str) -> Result<(), PasswordError> {
    let mut chars: Vec<char> = folded.chars().collect();
    let is_repetition =
        (1..=MAX_REPEATED_UNIT).any(|unit| chars.iter().zip(chars.iter().skip(unit)).all(|(a, b)| a == b));
    chars.sort_unstable();
    chars.dedup();
    let n_distinct = chars.len();
    chars.zeroize();
    if is_repetition || n_distinct < MIN_DISTINCT_CHARS {
        return Err(PasswordError::Repetitive);
    }
    if COMMON.lines().any(|common| common == folded) {
        return Err(PasswordError::TooCommon);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(text: &str) -> Option<PasswordError> {
        Password::chosen(text).err()
    }

    #[test]
    fn a_password_of_fourteen_characters_is_refused_and_of_fifteen_is_taken() {
        assert_eq!(refusal("green lamp owl"), Some(PasswordError::TooShort), "14 characters");
        assert_eq!(refusal("green lamp owls"), None, "15 characters");
    }

    #[test]
    fn a_common_or_repeated_password_is_refused() {
        assert_eq!(refusal("PasswordPassword1"), Some(PasswordError::TooCommon), "upper case does not help");
        assert_eq!(refusal("qwertyuiopasdfgh"), Some(PasswordError::TooCommon), "a row of the keyboard");
        assert_eq!(refusal("hellohellohello"), Some(PasswordError::Repetitive), "one word three times");
        assert_eq!(refusal("aaaabbbbaaaabbbba"), Some(PasswordError::Repetitive), "two keys");
    }

    #[test]
    fn a_password_for_one_use_is_long_enough_and_never_the_same() {
        let (one, other) = (Password::one_time().unwrap(), Password::one_time().unwrap());
        assert_eq!(refusal(&one), None, "it stands by the rules for every password");
        assert_ne!(one, other, "each is drawn anew");
    }

    #[test]
    fn a_password_opens_whichever_way_the_keyboard_composes_its_accents() {
        let composed = Password::typed("caf\u{e9} au lait, bitte");
        let decomposed = Password::typed("cafe\u{301} au lait, bitte");
        assert_eq!(composed.bytes(), decomposed.bytes(), "both keyboards give the same bytes");
    }

    #[test]
    fn every_common_password_is_listed_in_the_form_it_is_looked_up() {
        for line in COMMON.lines() {
            assert_eq!(line, line.to_lowercase(), "the list is in lower case");
            assert!(line.chars().count() >= MIN_PASSWORD_CHARS, "{line} is refused by its length already");
        }
    }
}
