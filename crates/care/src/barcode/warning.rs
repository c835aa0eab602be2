//! What a person has to know about a code that was read, and which sentence says it.
//!
//! A warning never stops anything. The sentences stand in the locale files.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Change;
use crate::verdict::{Arg, Message};

/// One thing to know about a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Warning {
    /// Something had to be changed to read it.
    Changed(Change),
    /// A field stands without the one it belongs to: the label may have a second barcode.
    MissingCompanion {
        /// Which field.
        field: String,
        /// What it needs, in the notation of the GS1 dictionary: "01,02".
        needs: String,
    },
    /// Two fields that exclude each other.
    NotTogether {
        /// The one.
        field: String,
        /// The other.
        other: String,
    },
    /// A value ends like further fields: the scanner may drop separators.
    SwallowedFields {
        /// Which field holds it.
        field: String,
        /// What may have been swallowed.
        tail: String,
    },
    /// The digits are a trade item number as well, read without the prefix that would say so.
    MayBeTradeItem,
    /// It was read by formats that nobody has verified.
    Unverified {
        /// Their ids.
        formats: String,
    },
    /// The second code of a label; the first names the product.
    ProductMissing,
    /// A code of another system, kept as text.
    KeptAsText,
    /// Its last day of use is over.
    Expired {
        /// That day.
        on: NaiveDate,
    },
    /// Its last day of use is near.
    ExpiresSoon {
        /// That day.
        on: NaiveDate,
        /// Days until then.
        days: u32,
    },
}

impl Warning {
    /// Codes of every warning a code may come with.
    pub fn all_codes() -> impl Iterator<Item = &'static str> {
        let others = [
            "missing_companion",
            "not_together",
            "swallowed_fields",
            "may_be_trade_item",
            "unverified",
            "product_missing",
            "kept_as_text",
            "expired",
            "expires_soon",
        ];
        Change::ALL.iter().map(|change| change.as_str()).chain(others)
    }

    /// What a program branches on.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Changed(change) => change.as_str(),
            Self::MissingCompanion { .. } => "missing_companion",
            Self::NotTogether { .. } => "not_together",
            Self::SwallowedFields { .. } => "swallowed_fields",
            Self::MayBeTradeItem => "may_be_trade_item",
            Self::Unverified { .. } => "unverified",
            Self::ProductMissing => "product_missing",
            Self::KeptAsText => "kept_as_text",
            Self::Expired { .. } => "expired",
            Self::ExpiresSoon { .. } => "expires_soon",
        }
    }

    /// The key of the sentence of a code.
    #[must_use]
    pub fn key(code: &str) -> String {
        format!("barcode-{}", code.replace('_', "-"))
    }

    /// The sentence for a person.
    #[must_use]
    pub fn message(&self) -> Message {
        let text = |name, text: &str| (name, Arg::Text(text.to_owned()));
        let args = match self {
            Self::Changed(_) | Self::MayBeTradeItem | Self::ProductMissing | Self::KeptAsText => Vec::new(),
            Self::MissingCompanion { field, needs } => {
                vec![text("field", field), text("needs", &needs.replace(',', ", "))]
            }
            Self::NotTogether { field, other } => vec![text("field", field), text("other", other)],
            Self::SwallowedFields { field, tail } => vec![text("field", field), text("tail", tail)],
            Self::Unverified { formats } => vec![text("formats", formats)],
            Self::Expired { on } => vec![("day", Arg::Day(*on))],
            Self::ExpiresSoon { on, days } => vec![("day", Arg::Day(*on)), ("days", Arg::Count(*days))],
        };
        Message { key: Self::key(self.code()), args: args.into_iter().collect::<BTreeMap<_, _>>() }
    }
}
