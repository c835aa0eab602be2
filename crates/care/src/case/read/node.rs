//! JSON as it was written: a value is kept as its own letters until something reads it.
//!
//! So a number stays exact, a fault is found at its own place, and what no reading asks for is never unfolded.
//! This module knows no field and no rule; how deep a text nests costs it nothing.

use std::collections::BTreeSet;
use std::fmt;

use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::CaseError;
use crate::decimal::Decimal;

/// Furthest a number's exponent may move its point; no number of a case needs more.
const FURTHEST: u32 = 20;

/// One JSON value, known to be well formed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Node<'n>(&'n str);

/// The fields of one object as they stand, and whether one of their names stands twice.
pub(super) struct Object<'n> {
    pub(super) fields: Vec<(String, Node<'n>)>,
    /// The first name that stands a second time.
    pub(super) twice: Option<String>,
}

impl<'n> Node<'n> {
    /// What stands for a field that is not there.
    pub(super) const NULL: Self = Self("null");

    /// Reads the bytes as one JSON value.
    pub(super) fn parse(json: &'n [u8]) -> Result<Self, CaseError> {
        let refuse = |allowed: String| CaseError { path: "case".to_owned(), allowed };
        let text = std::str::from_utf8(json).map_err(|_| refuse("one JSON object in UTF-8".to_owned()))?;
        if text.starts_with('\u{feff}') {
            return Err(refuse("one JSON object in UTF-8, without a byte order mark".to_owned()));
        }
        serde_json::from_str::<&RawValue>(text).map(|raw| Self(raw.get())).map_err(|error| {
            refuse(format!("one JSON object, well formed (line {}, column {})", error.line(), error.column()))
        })
    }

    pub(super) fn is_null(self) -> bool {
        self.0 == "null"
    }

    pub(super) fn flag(self) -> Option<bool> {
        self.0.parse().ok()
    }

    /// The text, if this is one and all its letters exist.
    pub(super) fn text(self) -> Option<String> {
        if self.0.starts_with('"') { serde_json::from_str(self.0).ok() } else { None }
    }

    /// The number, if it is one that a case can hold; a seventh place is rounded.
    pub(super) fn number(self) -> Option<Decimal> {
        written_out(self.0)?.parse().ok()
    }

    /// The number, if nothing of it had to be rounded.
    pub(super) fn exact_number(self) -> Option<Decimal> {
        let plain = written_out(self.0)?;
        let number = plain.parse::<Decimal>().ok()?;
        let finer = plain.split_once('.').and_then(|(_, fraction)| fraction.get(6..)).unwrap_or_default();
        finer.bytes().all(|digit| digit == b'0').then_some(number)
    }

    pub(super) fn list(self) -> Option<Vec<Self>> {
        let raws: Vec<&RawValue> =
            if self.0.starts_with('[') { serde_json::from_str(self.0).ok()? } else { return None };
        Some(raws.into_iter().map(|raw| Self(raw.get())).collect())
    }

    pub(super) fn object(self) -> Option<Object<'n>> {
        if !self.0.starts_with('{') {
            return None;
        }
        serde_json::Deserializer::from_str(self.0).deserialize_map(ObjectVisitor).ok()
    }
}

/// The digits of a number with its exponent worked in: `15e-1` is `1.5`. Nothing of a case is below zero, so a sign
/// is refused, before a nought as well.
fn written_out(number: &str) -> Option<String> {
    if !number.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    let Some((digits, exponent)) = number.split_once(['e', 'E']) else { return Some(number.to_owned()) };
    let exponent = exponent.parse::<i32>().ok().filter(|exponent| exponent.unsigned_abs() <= FURTHEST)?;
    let by = usize::try_from(exponent.unsigned_abs()).ok()?;
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if exponent < 0 {
        let whole = format!("{}{whole}", "0".repeat(by));
        let (whole, moved) = whole.split_at_checked(whole.len() - by)?;
        return Some(format!("0{whole}.{moved}{fraction}"));
    }
    let fraction = format!("{fraction}{}", "0".repeat(by));
    let (moved, fraction) = fraction.split_at_checked(by)?;
    Some(if fraction.is_empty() { format!("{whole}{moved}") } else { format!("{whole}{moved}.{fraction}") })
}

struct ObjectVisitor;

impl<'n> Visitor<'n> for ObjectVisitor {
    type Value = Object<'n>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'n>>(self, mut map: A) -> Result<Object<'n>, A::Error> {
        let (mut fields, mut seen, mut twice) = (Vec::new(), BTreeSet::new(), None);
        while let Some((name, raw)) = map.next_entry::<String, &'n RawValue>()? {
            if !seen.insert(name.clone()) {
                twice = twice.or_else(|| Some(name.clone()));
            }
            fields.push((name, Node(raw.get())));
        }
        Ok(Object { fields, twice })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(written: &str) -> Option<String> {
        Node::parse(written.as_bytes()).ok()?.number().map(|number| number.to_string())
    }

    #[test]
    fn a_number_is_what_was_written_whatever_way_it_was_written() {
        for (written, meant) in
            [("1.5", "1.5"), ("15e-1", "1.5"), ("0.15E+1", "1.5"), ("150e-2", "1.5"), ("2e3", "2000")]
        {
            assert_eq!(number(written).as_deref(), Some(meant), "{written} is {meant}");
        }
    }

    #[test]
    fn a_number_no_case_can_hold_is_not_read_as_another() {
        for written in ["1e999", "1e-999", "-0", "-1", "-0.0", "1e21", "1000000001", &"9".repeat(5000)] {
            assert_eq!(number(written), None, "{written} is beyond every dose, area and count");
        }
    }

    #[test]
    fn what_is_finer_than_a_millionth_is_not_exact() {
        let exact = |written: &str| Node::parse(written.as_bytes()).unwrap().exact_number().is_some();
        assert!(exact("1.5000000000"), "noughts at the end change nothing");
        assert!(!exact("1.50000001"), "a hundred-millionth is more than 1.5");
        assert!(!exact("1.5e-7"), "an exponent hides nothing");
    }

    #[test]
    fn a_text_with_half_a_letter_is_no_text() {
        let text = |written: &str| Node::parse(written.as_bytes()).unwrap().text();
        assert_eq!(text(r#""\ud83d\ude00""#).as_deref(), Some("😀"), "two halves make a letter");
        assert_eq!(text(r#""\ud83d""#), None, "one half is none");
    }
}
