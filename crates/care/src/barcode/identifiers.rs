//! The application identifiers, and what a value of each may be.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use chrono::{Datelike, NaiveDate};
use serde::Deserialize;

use super::ScanError;

/// What the first part of a value is checked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub(super) enum Check {
    /// Its last digit.
    #[serde(rename = "digit")]
    Digit,
    /// That the day exists.
    #[serde(rename = "date")]
    Date,
    /// That the day exists, or stands for the whole month.
    #[serde(rename = "day_zero")]
    DayZero,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    identifier: Vec<Row>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    ai: [String; 2],
    parts: Vec<String>,
    #[serde(default)]
    fixed: bool,
    #[serde(default)]
    check: Option<Check>,
    #[serde(default)]
    primary: bool,
}

/// One identifier.
#[derive(Debug, Clone)]
pub(super) struct Identifier {
    pub(super) is_fixed: bool,
    pub(super) is_primary: bool,
    check: Option<Check>,
    parts: Vec<Part>,
}

/// One part of a value.
#[derive(Debug, Clone, Copy)]
struct Part {
    letters: Letters,
    least: usize,
    most: usize,
    is_optional: bool,
}

#[derive(Debug, Clone, Copy)]
enum Letters {
    Digits,
    Set82,
    Set39,
    Base64Url,
}

/// Looks an identifier up.
pub(super) fn identifier(ai: &str) -> Option<&'static Identifier> {
    table().get(ai)
}

fn table() -> &'static BTreeMap<String, Identifier> {
    static TABLE: OnceLock<BTreeMap<String, Identifier>> = OnceLock::new();
    #[expect(clippy::expect_used, reason = "the content is compiled in, and a test reads every row")]
    TABLE.get_or_init(|| read_table().expect("the shipped identifiers are well formed"))
}

fn read_table() -> Option<BTreeMap<String, Identifier>> {
    let file: File = toml::from_str(include_str!("../../content/application_identifiers.toml")).ok()?;
    let mut table = BTreeMap::new();
    for row in file.identifier {
        let parts: Option<Vec<Part>> = row.parts.iter().map(|part| read_part(part)).collect();
        let identifier = Identifier { is_fixed: row.fixed, is_primary: row.primary, check: row.check, parts: parts? };
        let [first, last] = &row.ai;
        let (from, to): (u32, u32) = (first.parse().ok()?, last.parse().ok()?);
        for ai in from..=to {
            table.insert(format!("{ai:0width$}", width = first.len()), identifier.clone());
        }
    }
    Some(table)
}

/// Reads "N14", "X..20" or "[N..12]".
fn read_part(text: &str) -> Option<Part> {
    let inner = text.strip_prefix('[').and_then(|text| text.strip_suffix(']'));
    let body = inner.unwrap_or(text);
    let letters = match body.chars().next()? {
        'N' => Letters::Digits,
        'X' => Letters::Set82,
        'Y' => Letters::Set39,
        'Z' => Letters::Base64Url,
        _ => return None,
    };
    let size = body.get(1..)?;
    let (least, most) = match size.strip_prefix("..") {
        Some(most) => (1, most.parse().ok()?),
        None => (size.parse().ok()?, size.parse().ok()?),
    };
    Some(Part { letters, least, most, is_optional: inner.is_some() })
}

impl Identifier {
    /// Length of a value of predefined length.
    pub(super) fn fixed_len(&self) -> usize {
        self.parts.iter().map(|part| part.most).sum()
    }

    /// Whether a value is one this identifier may have.
    pub(super) fn accepts(&self, ai: &str, value: &str) -> Result<(), ScanError> {
        let mut rest = value;
        let mut first = "";
        for (index, part) in self.parts.iter().enumerate() {
            let size = rest.len().min(part.most);
            let (own, tail) = rest.split_at_checked(size).ok_or(ScanError::Unreadable)?;
            let is_absent = own.is_empty() && part.is_optional;
            if !is_absent && (own.len() < part.least || !own.bytes().all(|byte| part.letters.holds(byte))) {
                return Err(ScanError::Unreadable);
            }
            if index == 0 {
                first = own;
            }
            rest = tail;
        }
        if rest.is_empty() { self.check_first(ai, first) } else { Err(ScanError::Unreadable) }
    }

    fn check_first(&self, ai: &str, first: &str) -> Result<(), ScanError> {
        match self.check {
            Some(Check::Digit) if has_right_check_digit(first) => Ok(()),
            Some(Check::Digit) if matches!(ai, "01" | "02" | "03") => Err(ScanError::CheckDigit),
            Some(Check::Digit) => Err(ScanError::Unreadable),
            // Which century does not matter for the day itself, except on 29 February; 2000 had one.
            Some(Check::DayZero) => day(first, 2000).map(drop).ok_or(ScanError::Unreadable),
            Some(Check::Date) if first.ends_with("00") => Err(ScanError::Unreadable),
            Some(Check::Date) => day(first, 2000).map(drop).ok_or(ScanError::Unreadable),
            None => Ok(()),
        }
    }
}

impl Letters {
    fn holds(self, byte: u8) -> bool {
        match self {
            Self::Digits => byte.is_ascii_digit(),
            Self::Set82 => byte.is_ascii_alphanumeric() || br#"!"%&'()*+,-./:;<=>?_"#.contains(&byte),
            Self::Set39 => byte.is_ascii_uppercase() || byte.is_ascii_digit() || b"#-/".contains(&byte),
            Self::Base64Url => byte.is_ascii_alphanumeric() || b"-_=".contains(&byte),
        }
    }
}

/// The last digit against the others: weights 3 and 1 from the right, to the next ten.
pub(super) fn has_right_check_digit(number: &str) -> bool {
    let Some((check, digits)) = number.as_bytes().split_last() else { return false };
    let weighted = |(place, byte): (usize, &u8)| u32::from(byte - b'0') * if place % 2 == 0 { 3 } else { 1 };
    let sum: u32 = digits.iter().rev().enumerate().map(weighted).sum();
    (10 - sum % 10) % 10 == u32::from(check - b'0')
}

/// A day YYMMDD, its year at most 49 back and 50 ahead of `year`; day 00 is the last day of the month.
pub(super) fn day(digits: &str, year: i32) -> Option<NaiveDate> {
    let part = |at: usize| digits.get(at..at + 2)?.parse::<u32>().ok();
    let (yy, month, day) = (part(0)?, part(2)?, part(4)?);
    let century = year - year.rem_euclid(100);
    let near = [century - 100, century, century + 100].map(|century| century + i32::try_from(yy).unwrap_or(0));
    let year = near.into_iter().find(|full| (year - 49..=year + 50).contains(full))?;
    if day > 0 {
        return NaiveDate::from_ymd_opt(year, month, day);
    }
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    first.checked_add_months(chrono::Months::new(1))?.pred_opt().filter(|last| last.month() == month)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_identifier_can_be_read() {
        assert!(read_table().is_some_and(|table| table.len() > 400), "no row of the dictionary is lost");
    }

    #[test]
    fn a_two_digit_year_lies_around_the_visit() {
        let on = |digits, year| day(digits, year).unwrap().to_string();
        assert_eq!(on("280213", 2026), "2028-02-13", "two years ahead");
        assert_eq!(on("760101", 2026), "2076-01-01", "fifty years ahead");
        assert_eq!(on("770101", 2026), "1977-01-01", "forty-nine years back");
        assert_eq!(on("280200", 2026), "2028-02-29", "day 00 is the last day of the month");
    }
}
