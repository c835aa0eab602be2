//! HIBC codes of suppliers: labeler, product and unit of measure, then lot, serial number and days.
//!
//! What does not fit a known format exactly is refused. Source: interop 6.2, ANSI/HIBC 2.6; which formats nobody has
//! read in the standard itself stands in `content/hibc.toml` and is told with every code read by them.

mod formats;

use chrono::NaiveDate;

use super::ScanError;
use super::basis::ReadBy;
use crate::vocabulary::words;
use formats::{Formats, day, formats};

words! {
    /// What a part of an HIBC code says.
    pub enum PartName {
        /// Who put the label on: four characters.
        Labeler = "labeler",
        /// The labeler's own product or catalogue number.
        Product = "product",
        /// One digit; 0 is a single unit.
        UnitOfMeasure = "unit_of_measure",
        /// How many.
        Quantity = "quantity",
        /// Last day of use.
        ExpiresOn = "expires_on",
        /// Day of production.
        ProducedOn = "produced_on",
        /// Lot.
        Lot = "lot",
        /// Serial number.
        Serial = "serial",
        /// The check character of the primary code that a separate secondary code belongs to.
        Link = "link",
    }
}

/// One part of an HIBC code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What it says.
    pub name: PartName,
    /// What stood before it to say so: `$$3`; empty in the primary data.
    pub flag: String,
    /// As it is written.
    pub value: String,
}

/// An HIBC code that was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Code {
    /// In the order they stand in it, each once.
    pub(super) parts: Vec<Part>,
    /// Last day of use.
    pub(super) expires_on: Option<NaiveDate>,
    /// Day of production.
    pub(super) produced_on: Option<NaiveDate>,
    /// The formats it was read by, each once.
    pub(super) read_by: Vec<ReadBy>,
}

/// Reads an HIBC code. Two-digit years are taken around `year`.
///
/// # Errors
/// Its check character is wrong, a part comes twice with different values, or it fits no known format.
pub(super) fn read(text: &str, year: i32) -> Result<Code, ScanError> {
    let (body, check) = text.split_at_checked(text.len().saturating_sub(1)).ok_or(ScanError::HibcFormat)?;
    let expected = check_character(body).ok_or(ScanError::HibcFormat)?;
    if !ALPHABET.contains(check) || check.is_empty() {
        return Err(ScanError::HibcFormat);
    }
    if !check.starts_with(expected) {
        return Err(ScanError::HibcCheck);
    }
    let mut reader = Reader { code: Code::default(), formats: formats(), year };
    let data = body.strip_prefix('+').ok_or(ScanError::HibcFormat)?;
    if data.starts_with('$') {
        // A secondary code by itself names the primary code it belongs to by that one's check character.
        let (data, link) = data.split_at_checked(data.len() - 1).ok_or(ScanError::HibcFormat)?;
        reader.after_the_product(data)?;
        reader.take(PartName::Link, "", link)?;
    } else {
        let (product, rest) = data.split_once('/').map_or((data, None), |(product, rest)| (product, Some(rest)));
        reader.product(product)?;
        rest.map_or(Ok(()), |rest| reader.after_the_product(rest))?;
    }
    Ok(reader.code)
}

/// The characters of HIBC, each with the value of its place.
const ALPHABET: &str = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%";

/// The character that makes the text whole: the sum of all values, modulo 43. `None` if HIBC has no such character.
fn check_character(text: &str) -> Option<char> {
    let sum = text.chars().try_fold(0, |sum, letter| ALPHABET.find(letter).map(|value| sum + value))?;
    ALPHABET.chars().nth(sum % ALPHABET.len())
}

struct Reader {
    code: Code,
    formats: &'static Formats,
    year: i32,
}

impl Reader {
    fn product(&mut self, text: &str) -> Result<(), ScanError> {
        let row = &self.formats.primary;
        self.stand_on(row.basis());
        let (labeler, rest) = text.split_at_checked(row.labeler).ok_or(ScanError::HibcFormat)?;
        let (product, unit) = rest.split_at_checked(rest.len().saturating_sub(1)).ok_or(ScanError::HibcFormat)?;
        let is_plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let has_length = (1..=row.product_most).contains(&product.len());
        let begins_with_a_letter = labeler.starts_with(|first: char| first.is_ascii_uppercase());
        if !begins_with_a_letter || !has_length || !is_plain(rest) || !is_plain(labeler) || !is_number(unit) {
            return Err(ScanError::HibcFormat);
        }
        self.take(PartName::Labeler, "", labeler)?;
        self.take(PartName::Product, "", product)?;
        self.take(PartName::UnitOfMeasure, "", unit)
    }

    /// Secondary data, if they come first, and supplements, with slashes between them.
    fn after_the_product(&mut self, text: &str) -> Result<(), ScanError> {
        for (place, data) in text.split('/').enumerate() {
            if place == 0 && data.starts_with('$') { self.secondary(data) } else { self.supplement(data) }?;
        }
        Ok(())
    }

    fn secondary(&mut self, data: &str) -> Result<(), ScanError> {
        let rows = self.formats.lead.iter().filter(|row| data.starts_with(&row.flag));
        let row = rows.max_by_key(|row| row.flag.len()).ok_or(ScanError::HibcFormat)?;
        let rest = data.strip_prefix(row.flag.as_str()).unwrap_or_default();
        self.stand_on(row.basis());
        if !row.dated {
            return self.number(row.holds, &row.flag, rest);
        }
        let (flag, rest) = self.counted(&row.flag, rest)?;
        let n_parts = self.code.parts.len();
        let rest = self.dated(&flag, rest)?;
        // A day alone is enough; nothing at all is not.
        let has_day = self.code.parts.len() > n_parts;
        if rest.is_empty() && has_day { Ok(()) } else { self.number(row.holds, &flag, rest) }
    }

    /// Takes the quantity; gives the flag so far, and the rest.
    fn counted<'a>(&mut self, flag: &str, data: &'a str) -> Result<(String, &'a str), ScanError> {
        let Some(row) = self.formats.quantity.iter().find(|row| data.starts_with(&row.flag)) else {
            return Ok((flag.to_owned(), data));
        };
        let rest = data.strip_prefix(row.flag.as_str()).unwrap_or_default();
        let (count, rest) = rest.split_at_checked(row.digits).ok_or(ScanError::HibcFormat)?;
        let flag = format!("{flag}{}", row.flag);
        self.stand_on(row.basis());
        self.number(PartName::Quantity, &flag, count)?;
        Ok((flag, rest))
    }

    /// Takes the day of expiry; gives the rest.
    fn dated<'a>(&mut self, flag: &str, data: &'a str) -> Result<&'a str, ScanError> {
        let rows = self.formats.date.iter().filter(|row| data.starts_with(&row.flag));
        let row = rows.max_by_key(|row| row.flag.len()).ok_or(ScanError::HibcFormat)?;
        let rest = data.strip_prefix(row.flag.as_str()).unwrap_or_default();
        self.stand_on(row.basis());
        if row.form.is_empty() {
            return Ok(rest);
        }
        let (digits, rest) = rest.split_at_checked(row.form.len()).ok_or(ScanError::HibcFormat)?;
        self.day(PartName::ExpiresOn, &format!("{flag}{}", row.flag), &row.form, digits)?;
        Ok(rest)
    }

    fn supplement(&mut self, data: &str) -> Result<(), ScanError> {
        let row = self.formats.supplement.iter().find(|row| data.starts_with(&row.flag));
        let row = row.ok_or(ScanError::HibcFormat)?;
        let value = data.strip_prefix(row.flag.as_str()).unwrap_or_default();
        self.stand_on(row.basis());
        if row.form.is_empty() {
            return self.number(row.holds, &row.flag, value);
        }
        self.day(row.holds, &row.flag, &row.form, value)
    }

    fn number(&mut self, name: PartName, flag: &str, value: &str) -> Result<(), ScanError> {
        let row = &self.formats.number;
        self.stand_on(row.basis());
        let is_wrong = name == PartName::Quantity && !is_number(value);
        if is_wrong || !(1..=row.most).contains(&value.len()) {
            return Err(ScanError::HibcFormat);
        }
        self.take(name, flag, value)
    }

    fn day(&mut self, name: PartName, flag: &str, form: &str, digits: &str) -> Result<(), ScanError> {
        let day = day(form, digits, self.year).ok_or(ScanError::HibcFormat)?;
        let known = if name == PartName::ProducedOn { &mut self.code.produced_on } else { &mut self.code.expires_on };
        if known.is_some_and(|known| known != day) {
            return Err(ScanError::Contradiction { ai: flag.to_owned() });
        }
        let is_new = known.replace(day).is_none();
        if is_new { self.take(name, flag, digits) } else { Ok(()) }
    }

    /// One of each part; the same part with another value is refused.
    fn take(&mut self, name: PartName, flag: &str, value: &str) -> Result<(), ScanError> {
        match self.code.parts.iter().find(|part| part.name == name) {
            Some(part) if part.value == value => {}
            Some(_) => return Err(ScanError::Contradiction { ai: flag.to_owned() }),
            None => self.code.parts.push(Part { name, flag: flag.to_owned(), value: value.to_owned() }),
        }
        Ok(())
    }

    fn stand_on(&mut self, row: ReadBy) {
        if !self.code.read_by.contains(&row) {
            self.code.read_by.push(row);
        }
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests;
