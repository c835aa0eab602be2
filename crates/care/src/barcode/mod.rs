//! Reading the barcode on a cartridge, a tube or a bottle.
//!
//! Strict first; only when that fails the text is put right as far as the asked [`Reading`] allows, and what was
//! changed is told. Nothing is ever guessed: what does not fit exactly is refused with its reason. This module never
//! says whether an item may be used. Source: GS1 syntax dictionary of 2026-01-27, ANSI/HIBC 2.6.

mod basis;
mod companions;
mod dropped;
mod elements;
mod hibc;
mod identifiers;
mod keyboard;
mod label;
mod link;
mod normalise;
mod problem;
mod warning;

use chrono::NaiveDate;

pub use basis::ReadBy;
pub use hibc::{Part, PartName};
pub use identifiers::is_identifier;
pub use label::{Element, Label, System, read_label};
pub use normalise::Change;
pub use problem::ScanError;
pub use warning::Warning;

/// How far a text may be changed to read it.
///
/// Each reading begins with the ones before it, so what a stricter one reads is never read in another way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// Not at all: exactly what the engine of GS1 takes.
    Strict,
    /// What keyboard scanners do is undone once: byte order mark, line ends, mapped, leading and doubled separators.
    Normalised,
    /// Separators that a scanner drops are put back, too, where only one way to do so makes fields.
    Forgiving,
}

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

/// Reads a scanned or typed text as GS1 fields. HIBC is read by [`read_label`].
///
/// # Errors
/// Why it could not be read as it stands, when no change that `reading` allows helped either;
/// [`ScanError::Ambiguous`] when dropped separators could be put back in more than one way.
pub fn read(text: &str, reading: Reading) -> Result<Scanned, ScanError> {
    if text.starts_with(['+', '=']) {
        return Ok(Scanned::OtherSystem);
    }
    let strict = match (read_strictly(text), reading) {
        (Ok(scanned), _) => return Ok(scanned),
        (Err(strict), Reading::Strict) => return Err(strict),
        (Err(strict), Reading::Normalised | Reading::Forgiving) => strict,
    };
    let (cleaned, mut changes) = normalise::normalise(text);
    match (read_strictly(&cleaned), reading) {
        (Ok(Scanned::Fields(fields)), _) => Ok(Scanned::Fields(Fields { changes, ..fields })),
        (Err(ScanError::Value { .. } | ScanError::Unknown), Reading::Forgiving) => {
            let Some(elements) = dropped::put_back(&cleaned)? else { return Err(strict) };
            changes.push(Change::DroppedSeparator);
            let fields = elements::join(elements).map_err(|_| strict)?;
            Ok(Scanned::Fields(Fields { changes, ..fields }))
        }
        (Ok(Scanned::Plain | Scanned::OtherSystem) | Err(_), _) => Err(strict),
    }
}

/// Prefixes of the symbologies that carry GS1 fields.
const WITH_FIELDS: [&str; 4] = ["]d2", "]C1", "]Q3", "]e0"];

/// Reads a text as it stands: by its prefix, as a link, with brackets, or as plain fields.
fn read_strictly(text: &str) -> Result<Scanned, ScanError> {
    if let Some(number) = text.strip_prefix("]E0") {
        return elements::trade_item(number).map(Scanned::Fields);
    }
    let rest = text.strip_prefix("]Q1");
    if text.starts_with("]d1") || rest.is_some_and(|rest| !is_address(rest)) {
        return Ok(Scanned::Plain);
    }
    let rest = rest.or_else(|| WITH_FIELDS.iter().find_map(|prefix| text.strip_prefix(prefix))).unwrap_or(text);
    let elements = if is_address(rest) {
        link::elements(rest)?
    } else if rest.starts_with('(') {
        elements::bracketed(rest)?
    } else {
        elements::plain(rest)?
    };
    elements::join(elements).map(Scanned::Fields)
}

/// Small and capital letters: a QR code of capital letters alone is smaller.
fn is_address(text: &str) -> bool {
    ["https://", "http://", "HTTPS://", "HTTP://"].iter().any(|scheme| text.starts_with(scheme))
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
