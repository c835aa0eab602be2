//! The application identifiers, and what a value of each may be.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use chrono::NaiveDate;
use serde::Deserialize;

use super::ScanError;
use super::basis::ReadBy;

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
    dictionary: Dictionary,
    identifier: Vec<Row>,
}

/// What every row stands on.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Dictionary {
    id: String,
    source: Vec<String>,
    status: String,
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
    time: bool,
    #[serde(default)]
    primary: bool,
    #[serde(default)]
    qualifiers: Vec<String>,
    #[serde(default)]
    needs: Vec<String>,
    #[serde(default)]
    not_with: Vec<String>,
}

/// One identifier.
#[derive(Debug, Clone)]
pub(super) struct Identifier {
    pub(super) is_fixed: bool,
    pub(super) is_primary: bool,
    /// Lists of what may qualify it in the path of a Digital Link, each in its order.
    pub(super) qualifiers: Vec<String>,
    /// Each must be met by the fields beside it, in the notation of the dictionary: "01,02", "01+21", "35nn".
    pub(super) needs: Vec<String>,
    /// None of these may stand beside it, in the same notation.
    pub(super) not_with: Vec<String>,
    check: Option<Check>,
    has_time: bool,
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
    table().identifiers.get(ai)
}

/// Whether `ai` is an application identifier of the dictionary: "01".
#[must_use]
pub fn is_identifier(ai: &str) -> bool {
    identifier(ai).is_some()
}

/// What the identifiers stand on.
pub(super) fn read_by() -> ReadBy {
    let Dictionary { id, source, status } = &table().dictionary;
    ReadBy { id, source, status }
}

/// The content file, every run of identifiers written out.
struct Table {
    dictionary: Dictionary,
    identifiers: BTreeMap<String, Identifier>,
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    #[expect(clippy::expect_used, reason = "the content is compiled in, and a test reads every row")]
    TABLE.get_or_init(|| read_table().expect("the shipped identifiers are well formed"))
}

fn read_table() -> Option<Table> {
    let file: File = toml::from_str(include_str!("../../content/application_identifiers.toml")).ok()?;
    let mut identifiers = BTreeMap::new();
    for row in file.identifier {
        let parts: Option<Vec<Part>> = row.parts.iter().map(|part| read_part(part)).collect();
        let identifier = Identifier {
            is_fixed: row.fixed,
            is_primary: row.primary,
            qualifiers: row.qualifiers,
            needs: row.needs,
            not_with: row.not_with,
            check: row.check,
            has_time: row.time,
            parts: parts?,
        };
        let [first, last] = &row.ai;
        let (from, to): (u32, u32) = (first.parse().ok()?, last.parse().ok()?);
        for ai in from..=to {
            identifiers.insert(format!("{ai:0width$}", width = first.len()), identifier.clone());
        }
    }
    Some(Table { dictionary: file.dictionary, identifiers })
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
    /// The most characters a value may have; one of predefined length has exactly as many.
    pub(super) fn most_len(&self) -> usize {
        self.parts.iter().map(|part| part.most).sum()
    }

    /// Whether the first part of a value proves itself: by a check digit, or by being a day that exists.
    pub(super) fn is_checked(&self) -> bool {
        self.check.is_some()
    }

    /// Whether a value is one this identifier may have.
    pub(super) fn accepts(&self, ai: &str, value: &str) -> Result<(), ScanError> {
        let first = self.first_part(value).ok_or_else(|| wrong_value(ai))?;
        let time = value.get(first.len()..).unwrap_or_default();
        if self.has_time && !is_time(time) {
            return Err(wrong_value(ai));
        }
        match self.check {
            Some(Check::Digit) if has_right_check_digit(first) => Ok(()),
            Some(Check::Digit) if matches!(ai, "01" | "02" | "03") => Err(ScanError::CheckDigit),
            Some(Check::Digit) => Err(wrong_value(ai)),
            Some(Check::Date) if first.ends_with("00") => Err(wrong_value(ai)),
            // Which century does not matter for the day itself, except on 29 February; 2000 had one.
            Some(Check::Date | Check::DayZero) => day(first, 2000).map(drop).ok_or_else(|| wrong_value(ai)),
            None => Ok(()),
        }
    }

    /// The first part of a value that consists of the parts it should.
    fn first_part<'a>(&self, value: &'a str) -> Option<&'a str> {
        let mut rest = value;
        let mut first = None;
        for part in &self.parts {
            let (own, tail) = rest.split_at_checked(rest.len().min(part.most))?;
            let is_absent = own.is_empty() && part.is_optional;
            if !is_absent && (own.len() < part.least || !own.bytes().all(|byte| part.letters.holds(byte))) {
                return None;
            }
            first = first.or(Some(own));
            rest = tail;
        }
        first.filter(|_| rest.is_empty())
    }
}

fn wrong_value(ai: &str) -> ScanError {
    ScanError::Value { ai: ai.to_owned() }
}

/// Hours, then perhaps minutes and seconds, each of two digits.
fn is_time(digits: &str) -> bool {
    let pairs: Vec<Option<u32>> = (0..digits.len()).step_by(2).map(|at| digits.get(at..at + 2)?.parse().ok()).collect();
    let is_below = |at: usize, limit: u32| pairs.get(at).is_none_or(|pair| pair.is_some_and(|pair| pair < limit));
    is_below(0, 24) && is_below(1, 60) && is_below(2, 60)
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
    let year = full_year(yy, year)?;
    if day > 0 {
        return NaiveDate::from_ymd_opt(year, month, day);
    }
    last_of_month(year, month)
}

/// The year of two digits, at most 49 back and 50 ahead of `year`. Source: fact `udi.day00`.
pub(super) fn full_year(yy: u32, year: i32) -> Option<i32> {
    let century = year - year.rem_euclid(100);
    let near = [century - 100, century, century + 100].map(|century| century + i32::try_from(yy).unwrap_or(0));
    near.into_iter().find(|full| (year - 49..=year + 50).contains(full))
}

/// The last day of a month.
pub(super) fn last_of_month(year: i32, month: u32) -> Option<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    first.checked_add_months(chrono::Months::new(1))?.pred_opt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_identifier_can_be_read() {
        let is_whole = read_table().is_some_and(|table| table.identifiers.len() > 400);
        assert!(is_whole, "no row of the dictionary is lost");
    }

    #[test]
    fn the_identifiers_stand_on_a_known_source() {
        let sources = include_str!("../../content/sources.toml");
        let known = |source: &String| sources.contains(&format!("id = \"{source}\"\n"));
        let basis = read_by();
        assert!(!basis.source.is_empty() && basis.source.iter().all(known), "{} needs a source", basis.id);
        assert!(!basis.is_unverified(), "the dictionary itself was read");
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
