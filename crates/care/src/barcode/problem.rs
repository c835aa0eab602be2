//! Why a text cannot be read, and which sentence says so and what to do.
//!
//! The sentences stand in the locale files; nothing here decides whether an item may be used.

use std::collections::BTreeMap;

use crate::verdict::{Arg, Message};

/// Why a text cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ScanError {
    /// The check digit of the trade item number is wrong.
    #[error("the check digit of the trade item number is wrong")]
    CheckDigit,
    /// A field comes twice with different values.
    #[error("field {ai} comes twice with different values")]
    Contradiction {
        /// Which field.
        ai: String,
    },
    /// A known field holds what it may not hold: too short, too long, a letter for a digit, a day that does not exist.
    #[error("field {ai} holds what it may not hold")]
    Value {
        /// Which field.
        ai: String,
    },
    /// The text is not a sequence of known fields.
    #[error("the text cannot be cut into known fields")]
    Unknown,
    /// The scanner types for another keyboard layout than the computer's.
    #[error("the text was typed for another keyboard layout")]
    KeyboardLayout,
    /// Separators are missing, and there is more than one way to put them back.
    #[error("separators are missing, and more than one way to put them back makes fields")]
    Ambiguous,
    /// The check character of an HIBC code is wrong.
    #[error("the check character of the HIBC code is wrong")]
    HibcCheck,
    /// An HIBC code does not follow a known format.
    #[error("the HIBC code does not follow a known format")]
    HibcFormat,
}

impl ScanError {
    /// Keys of every sentence a reader may ask for.
    pub const KEYS: [&'static str; 8] = [
        "scan-check-digit",
        "scan-contradiction",
        "scan-value",
        "scan-unknown",
        "scan-keyboard-layout",
        "scan-ambiguous",
        "scan-hibc-check",
        "scan-hibc-format",
    ];

    /// The sentence for a person: what is wrong, and what to do.
    #[must_use]
    pub fn message(&self) -> Message {
        let [check_digit, contradiction, value, unknown, keyboard, ambiguous, hibc_check, hibc_format] = Self::KEYS;
        let (key, ai) = match self {
            Self::CheckDigit => (check_digit, None),
            Self::Contradiction { ai } => (contradiction, Some(ai)),
            Self::Value { ai } => (value, Some(ai)),
            Self::Unknown => (unknown, None),
            Self::KeyboardLayout => (keyboard, None),
            Self::Ambiguous => (ambiguous, None),
            Self::HibcCheck => (hibc_check, None),
            Self::HibcFormat => (hibc_format, None),
        };
        let args = ai.map(|ai| ("field", Arg::Text(ai.clone())));
        Message { key: key.to_owned(), args: args.into_iter().collect::<BTreeMap<_, _>>() }
    }
}
