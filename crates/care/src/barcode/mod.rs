//! Reading the barcode on a cartridge, a tube or a bottle.
//!
//! One reader, two strictnesses: strict first; only when that fails the text is normalised once and read again,
//! and what was changed is told. Nothing is ever guessed. Source: GS1 syntax dictionary of 2026-01-27.

mod elements;
mod identifiers;
mod link;
mod normalise;

use chrono::NaiveDate;

pub use normalise::Change;

/// What a scanned text is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scanned {
    /// GS1 fields.
    Fields(Fields),
    /// A code that carries no fields, as its prefix says.
    Plain,
    /// Another system (HIBCC, ICCBBA); kept as text, nothing is taken over.
    OtherSystem,
}

/// The fields of a GS1 code, in the order they stand in it, each once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fields {
    /// Application identifier and value.
    pub elements: Vec<(String, String)>,
    /// What had to be changed to read it; empty when it was read as it stands.
    pub changes: Vec<Change>,
}

/// Why a text cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ScanError {
    /// The check digit of the trade item number is wrong.
    #[error("the check digit of the trade item number is wrong")]
    CheckDigit,
    /// A field comes twice with different values.
    #[error("a field comes twice with different values")]
    Contradiction,
    /// The text is not a sequence of known fields.
    #[error("the text cannot be cut into known fields")]
    Unreadable,
}

/// Reads a scanned or typed text.
///
/// # Errors
/// Why it could not be read as it stands, when normalising did not help either.
pub fn read(text: &str) -> Result<Scanned, ScanError> {
    if text.starts_with(['+', '=']) {
        return Ok(Scanned::OtherSystem);
    }
    read_strictly(text).or_else(|strict| {
        let (cleaned, changes) = normalise::normalise(text);
        match read_strictly(&cleaned) {
            Ok(Scanned::Fields(fields)) if !changes.is_empty() => Ok(Scanned::Fields(Fields { changes, ..fields })),
            Ok(_) | Err(_) => Err(strict),
        }
    })
}

/// Reads a text as it stands: by its prefix, as a link, with brackets, or as plain fields.
fn read_strictly(text: &str) -> Result<Scanned, ScanError> {
    if let Some(number) = text.strip_prefix("]E0") {
        return elements::trade_item(number).map(Scanned::Fields);
    }
    if text.starts_with("]d1") {
        return Ok(Scanned::Plain);
    }
    let rest = ["]d2", "]C1", "]Q3", "]e0", "]Q1"].iter().find_map(|prefix| text.strip_prefix(prefix)).unwrap_or(text);
    let elements = if rest.starts_with("https://") || rest.starts_with("http://") {
        link::elements(rest)?
    } else if rest.starts_with('(') {
        elements::bracketed(rest)?
    } else {
        elements::plain(rest)?
    };
    elements::join(elements).map(Scanned::Fields)
}

impl Fields {
    fn value(&self, ai: &str) -> Option<&str> {
        self.elements.iter().find(|(known, _)| known == ai).map(|(_, value)| value.as_str())
    }

    /// Global trade item number, 14 digits.
    pub fn gtin(&self) -> Option<&str> {
        self.value("01")
    }

    /// Lot.
    pub fn lot(&self) -> Option<&str> {
        self.value("10")
    }

    /// Serial number.
    pub fn serial(&self) -> Option<&str> {
        self.value("21")
    }

    /// Day of production. Two-digit years are taken around `year`.
    pub fn produced_on(&self, year: i32) -> Option<NaiveDate> {
        identifiers::day(self.value("11")?, year)
    }

    /// Last day of use. Two-digit years are taken around `year`; day 00 is the last day of the month.
    pub fn expires_on(&self, year: i32) -> Option<NaiveDate> {
        identifiers::day(self.value("17")?, year)
    }
}

#[cfg(test)]
mod tests;
