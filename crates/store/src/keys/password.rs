//! Passwords: how long, which ones are refused, and one spelling for each.
//!
//! No rule about letters and digits: length is what counts (NIST SP 800-63B-4). Fifteen characters, as long as
//! no second factor stands beside the password.

use unicode_normalization::UnicodeNormalization as _;
use uuid::Uuid;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use super::{DeviceSecret, RecoveryKey};
use crate::StoreError;

/// Fewest characters of a password that stands alone.
pub const MIN_PASSWORD_CHARS: usize = 15;

/// Fewest different characters; fewer is a key held down.
const MIN_DISTINCT_CHARS: usize = 5;

/// Longest unit whose repetition is refused: `hellohellohello` is one word, not fifteen characters.
const MAX_REPEATED_UNIT: usize = 5;

/// Words of the product and of the trade, tried first at every clinic.
const OURS: &[&str] = &["needlepoint", "microneedling", "password", "clinic", "admin"];

/// Common passwords of at least fifteen characters, one a line, in lower case.
const COMMON: &str = include_str!("common_passwords.txt");

/// A password in its one spelling (NFKC), with the secret of this computer where one stands beside it; wiped when
/// dropped.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct Password {
    text: String,
    device: Option<DeviceSecret>,
}

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
    /// Nothing but the names of the clinic and of the person, with figures.
    #[error("nothing but names and figures")]
    OnlyNames,
}

impl Password {
    /// A password as somebody types it to unlock. Nothing is judged, so that an old one still opens.
    #[must_use]
    pub fn typed(text: &str) -> Self {
        Self { text: text.nfkc().collect(), device: None }
    }

    /// A password somebody chooses. `names` are what others would try first here: the clinic's name and the person's.
    ///
    /// # Errors
    /// [`PasswordError`], with the first reason that applies.
    pub fn chosen(text: &str, names: &[&str]) -> Result<Self, PasswordError> {
        let password = Self::typed(text);
        if password.text.chars().count() < MIN_PASSWORD_CHARS {
            return Err(PasswordError::TooShort);
        }
        let folded = Zeroizing::new(password.text.to_lowercase());
        judge(&folded)?;
        if is_of_names(&folded, names) { Err(PasswordError::OnlyNames) } else { Ok(password) }
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
        self.text.as_bytes()
    }

    /// The same password, with the secret of this computer beside it.
    #[must_use]
    pub fn with_device(mut self, device: DeviceSecret) -> Self {
        self.device = Some(device);
        self
    }

    /// The same password, with the secret that stands beside `other`, if one does.
    pub(crate) fn beside_what(mut self, other: &Self) -> Self {
        self.device.clone_from(&other.device);
        self
    }

    /// The same password, with nothing beside it.
    pub(crate) fn alone(mut self) -> Self {
        self.device = None;
        self
    }

    /// Which secret of a computer stands beside it.
    pub(crate) fn device_id(&self) -> Option<Uuid> {
        self.device.as_ref().map(DeviceSecret::id)
    }

    /// The bytes of the secret `wanted`.
    pub(crate) fn device_bytes(&self, wanted: Uuid) -> Result<&[u8; 32], StoreError> {
        let device = self.device.as_ref().filter(|device| device.id() == wanted);
        Ok(device.ok_or(StoreError::DeviceSecretMissing)?.bytes())
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

/// Whether `folded` is put together from `names`, the product's own name and figures, with less than
/// [`MIN_DISTINCT_CHARS`] letters of anything else. A word of a name inside a longer password is no reason.
fn is_of_names(folded: &str, names: &[&str]) -> bool {
    let names = names.iter().map(|name| name.nfkc().collect::<String>().to_lowercase()).collect::<Vec<_>>();
    let words = names.iter().flat_map(|name| name.split(|sign: char| !sign.is_alphanumeric()));
    let mut words: Vec<&str> = words.filter(|word| word.chars().count() > 1).chain(OURS.iter().copied()).collect();
    words.sort_unstable_by_key(|word| std::cmp::Reverse(word.len()));
    let mut rest = Zeroizing::new(folded.to_owned());
    for word in words {
        rest = Zeroizing::new(rest.replace(word, " "));
    }
    rest.chars().filter(|sign| sign.is_alphabetic()).count() < MIN_DISTINCT_CHARS
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(text: &str) -> Option<PasswordError> {
        Password::chosen(text, &["Clinic Lumen", "Dr Mara Okafor"]).err()
    }

    #[test]
    fn the_name_of_the_clinic_or_the_person_with_figures_is_no_password() {
        for made_of_names in ["ClinicLumen-20261", "mara.okafor.19831", "Okafor@Lumen!!77x", "needlepoint-2026!"] {
            assert_eq!(refusal(made_of_names), Some(PasswordError::OnlyNames), "{made_of_names}");
        }
        assert_eq!(refusal("okafor brews quiet tea"), None, "a name among other words is nobody's first guess");
        assert_eq!(Password::chosen("ClinicLumen-20261", &["Studio North"]).err(), None, "elsewhere it is no name");
    }

    #[test]
    fn no_rule_asks_for_capitals_figures_or_signs_and_any_sign_may_be_used() {
        for text in [
            "lowercase words only",
            "UPPERCASE WORDS ONLY",
            "ключ от тихого дома",
            "静かな茶色のやかんと九つの緑の舟",
            "🌿 green 🌿 lamp owls",
        ] {
            assert_eq!(refusal(text), None, "{text}");
        }
        assert_eq!(refusal("Aa1!Aa1!"), Some(PasswordError::TooShort), "every kind of sign makes no short one long");
    }

    #[test]
    fn a_password_of_many_words_is_taken_whole() {
        let sixty_four: String = ('a'..='z').cycle().step_by(3).take(64).collect();
        assert_eq!(refusal(&sixty_four), None, "64 characters");
        let long = "nine loud green boats and a quiet brown kettle ".repeat(20);
        assert_eq!(refusal(&long), None, "and more than nine hundred");
        let cut = Password::typed(&long[..long.len() - 1]);
        assert_ne!(cut.bytes(), Password::typed(&long).bytes(), "the last sign counts like the first");
    }

    #[test]
    fn characters_are_counted_as_people_count_them_not_as_bytes() {
        assert_eq!(refusal("ключ дома моего"), None, "15 letters in 28 bytes");
        assert_eq!(refusal("ключ дома моей"), Some(PasswordError::TooShort), "14 letters in 26 bytes");
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
