//! Cutting a text into fields: as a scanner gives them, or typed with brackets.

use super::identifiers::{has_right_check_digit, identifier};
use super::{Fields, ScanError};

/// The separator of fields, ASCII 29.
pub(super) const SEPARATOR: char = '\u{1d}';

/// Fields in a row: identifier and value.
pub(super) type Elements = Vec<(String, String)>;

/// Fields as a scanner gives them. A field without predefined length ends at a separator or at the end.
pub(super) fn plain(text: &str) -> Result<Elements, ScanError> {
    let mut elements = Elements::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (ai, known) = (2..=4)
            .filter_map(|size| rest.get(..size))
            .find_map(|ai| identifier(ai).map(|known| (ai, known)))
            .ok_or(ScanError::Unknown)?;
        let tail = rest.get(ai.len()..).unwrap_or_default();
        let size = if known.is_fixed { known.most_len() } else { tail.find(SEPARATOR).unwrap_or(tail.len()) };
        let (value, after) = tail.split_at_checked(size).ok_or_else(|| ScanError::Value { ai: ai.to_owned() })?;
        known.accepts(ai, value)?;
        elements.push((ai.to_owned(), value.to_owned()));
        rest = after.strip_prefix(SEPARATOR).unwrap_or(after);
    }
    if elements.is_empty() { Err(ScanError::Unknown) } else { Ok(elements) }
}

/// Fields typed with brackets: `(01)09506008115865(10)A1`.
pub(super) fn bracketed(text: &str) -> Result<Elements, ScanError> {
    let mut elements = Elements::new();
    for field in text.strip_prefix('(').ok_or(ScanError::Unknown)?.split('(') {
        let (ai, value) = field.split_once(')').ok_or(ScanError::Unknown)?;
        identifier(ai).ok_or(ScanError::Unknown)?.accepts(ai, value)?;
        elements.push((ai.to_owned(), value.to_owned()));
    }
    Ok(elements)
}

/// An EAN-13 as a trade item number of 14 digits.
pub(super) fn trade_item(number: &str) -> Result<Fields, ScanError> {
    let is_digits = number.len() == 13 && number.bytes().all(|byte| byte.is_ascii_digit());
    if !is_digits {
        Err(ScanError::Unknown)
    } else if has_right_check_digit(number) {
        Ok(Fields { elements: vec![("01".to_owned(), format!("0{number}"))], changes: Vec::new() })
    } else {
        Err(ScanError::CheckDigit)
    }
}

/// One of each field; the same field with another value is refused.
pub(super) fn join(elements: Elements) -> Result<Fields, ScanError> {
    let mut fields = Fields::default();
    for (ai, value) in elements {
        match fields.elements.iter().find(|(known, _)| *known == ai) {
            Some((_, other)) if *other == value => {}
            Some(_) => return Err(ScanError::Contradiction { ai }),
            None => fields.elements.push((ai, value)),
        }
    }
    Ok(fields)
}
