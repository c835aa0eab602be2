//! What one barcode says on a given day: its values, and everything a person has to know about them.
//!
//! A warning never stops anything: a verdict on an item is given by `assess`. The day comes in as an argument.

use chrono::{Datelike, NaiveDate};

use super::basis::ReadBy;
use super::hibc::{self, Part};
use super::identifiers::{self, has_right_check_digit};
use super::normalise::without_line_ends;
use super::warning::Warning;
use super::{Change, Fields, Reading, ScanError, Scanned, companions, dropped, keyboard, read};
use crate::Protocol;
use crate::vocabulary::words;

words! {
    /// Whose rules a code follows.
    pub enum System {
        /// GS1.
        Gs1 = "gs1",
        /// HIBC for suppliers.
        Hibc = "hibc",
        /// No system: the prefix says that it carries no fields.
        Plain = "plain",
        /// Another one (ICCBBA); kept as text.
        Other = "other",
    }
}

/// What one barcode says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Whose rules it follows.
    pub system: System,
    /// Global trade item number, 14 digits.
    pub gtin: Option<String>,
    /// Lot.
    pub lot: Option<String>,
    /// Serial number.
    pub serial: Option<String>,
    /// Day of production.
    pub produced_on: Option<NaiveDate>,
    /// Last day of use.
    pub expires_on: Option<NaiveDate>,
    /// Every field or part, in the order they stand in the code, each once.
    pub elements: Vec<Element>,
    /// The rows of the content it was read by.
    pub read_by: Vec<ReadBy>,
    /// What a person has to know, most of it about how the code was read.
    pub warnings: Vec<Warning>,
}

/// One field of a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Element {
    /// Of GS1.
    Field {
        /// Application identifier.
        ai: String,
        /// As it is written.
        value: String,
    },
    /// Of HIBC.
    Part(Part),
}

/// Reads a scanned or typed text and says what it means on the day `on`.
///
/// # Errors
/// Why it cannot be read; nothing is taken over then.
pub fn read_label(text: &str, reading: Reading, on: NaiveDate, protocol: &Protocol) -> Result<Label, ScanError> {
    let mut label = match read_system(text, reading, on.year())? {
        Code::Gs1(fields) => of_fields(text, fields, on.year()),
        Code::Hibc(code, changes) => of_hibc(code, changes),
        Code::Text(System::Other) => Label { warnings: vec![Warning::KeptAsText], ..empty(System::Other) },
        Code::Text(system @ (System::Gs1 | System::Hibc | System::Plain)) => empty(system),
    };
    label.warnings.extend(label.expires_on.and_then(|expires_on| about_expiry(expires_on, on, protocol)));
    Ok(label)
}

enum Code {
    Gs1(Fields),
    Hibc(hibc::Code, Vec<Change>),
    Text(System),
}

fn read_system(text: &str, reading: Reading, year: i32) -> Result<Code, ScanError> {
    if keyboard::is_bracket_typed_as_plus(text) {
        return Err(ScanError::KeyboardLayout);
    }
    let (cleaned, changes) = without_line_ends(text);
    let may_clean = reading != Reading::Strict;
    if text.starts_with('+') || (may_clean && cleaned.starts_with('+')) {
        return match hibc::read(text, year) {
            Ok(code) => Ok(Code::Hibc(code, Vec::new())),
            Err(strict) if !may_clean || changes.is_empty() => Err(strict),
            Err(strict) => hibc::read(&cleaned, year).map(|code| Code::Hibc(code, changes)).map_err(|_| strict),
        };
    }
    match read(text, reading) {
        Ok(Scanned::Fields(fields)) => Ok(Code::Gs1(fields)),
        Ok(Scanned::Plain) => Ok(Code::Text(System::Plain)),
        Ok(Scanned::OtherSystem) => Ok(Code::Text(System::Other)),
        Err(ScanError::Unknown) if keyboard::is_of_another_layout(text) => Err(ScanError::KeyboardLayout),
        Err(problem) => Err(problem),
    }
}

fn empty(system: System) -> Label {
    Label {
        system,
        gtin: None,
        lot: None,
        serial: None,
        produced_on: None,
        expires_on: None,
        elements: Vec::new(),
        read_by: Vec::new(),
        warnings: Vec::new(),
    }
}

fn of_fields(text: &str, fields: Fields, year: i32) -> Label {
    let mut warnings: Vec<Warning> = fields.changes.iter().copied().map(Warning::Changed).collect();
    warnings.extend(companions::check(&fields.elements));
    let swallowed = dropped::swallowed(text, &fields.elements);
    warnings.extend(swallowed.map(|(field, tail)| Warning::SwallowedFields { field, tail }));
    warnings.extend(is_bare_article_number(text).then_some(Warning::MayBeTradeItem));
    Label {
        gtin: fields.gtin().map(str::to_owned),
        lot: fields.lot().map(str::to_owned),
        serial: fields.serial().map(str::to_owned),
        produced_on: fields.produced_on(year),
        expires_on: fields.expires_on(year),
        elements: fields.elements.into_iter().map(|(ai, value)| Element::Field { ai, value }).collect(),
        read_by: vec![identifiers::read_by()],
        warnings,
        ..empty(System::Gs1)
    }
}

/// An EAN-13 without its prefix can be read as fields by chance: "95" and "400" are identifiers.
fn is_bare_article_number(text: &str) -> bool {
    text.len() == 13 && text.bytes().all(|byte| byte.is_ascii_digit()) && has_right_check_digit(text)
}

fn of_hibc(code: hibc::Code, changes: Vec<Change>) -> Label {
    let value = |name| code.parts.iter().find(|part| part.name == name).map(|part| part.value.clone());
    let mut warnings: Vec<Warning> = changes.into_iter().map(Warning::Changed).collect();
    warnings.extend(value(hibc::PartName::Product).is_none().then_some(Warning::ProductMissing));
    let unverified: Vec<&str> = code.read_by.iter().filter(|row| row.is_unverified()).map(|row| row.id).collect();
    warnings.extend((!unverified.is_empty()).then(|| Warning::Unverified { formats: unverified.join(", ") }));
    Label {
        lot: value(hibc::PartName::Lot),
        serial: value(hibc::PartName::Serial),
        produced_on: code.produced_on,
        expires_on: code.expires_on,
        warnings,
        elements: code.parts.into_iter().map(Element::Part).collect(),
        read_by: code.read_by,
        ..empty(System::Hibc)
    }
}

/// Source: fact `udi.expired`, interop 6.1.
fn about_expiry(expires_on: NaiveDate, on: NaiveDate, protocol: &Protocol) -> Option<Warning> {
    let Ok(days) = u32::try_from((expires_on - on).num_days()) else {
        return Some(Warning::Expired { on: expires_on });
    };
    (days < protocol.items.soon.below_days).then_some(Warning::ExpiresSoon { on: expires_on, days })
}
