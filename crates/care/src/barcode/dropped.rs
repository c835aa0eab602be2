//! Putting back the separators a scanner drops, where only one way to do so makes fields.
//!
//! A text in which any separator stands came from a scanner that sends them, and is never touched here.

use super::ScanError;
use super::elements::{Elements, SEPARATOR, plain};
use super::identifiers::{Identifier, identifier};
use super::normalise::split_prefix;

/// The fields of a text without separators; `None` if no way to cut it makes fields.
///
/// # Errors
/// [`ScanError::Ambiguous`] if more than one way does.
pub(super) fn put_back(text: &str) -> Result<Option<Elements>, ScanError> {
    let (_, rest) = split_prefix(text);
    if rest.is_empty() || rest.contains(SEPARATOR) || !rest.is_ascii() {
        return Ok(None);
    }
    // From the end, so that every rest is cut once, however often it is come to.
    let mut ways = vec![Ways::None; rest.len()];
    ways.push(Ways::One(0));
    for at in (0..rest.len()).rev() {
        let found = ways_from(rest, at, &ways);
        if let Some(place) = ways.get_mut(at) {
            *place = found;
        }
    }
    match ways.first() {
        Some(Ways::One(_)) => Ok(Some(follow(rest, &ways))),
        Some(Ways::Many) => Err(ScanError::Ambiguous),
        Some(Ways::None) | None => Ok(None),
    }
}

/// How many ways there are to cut what begins at a place into fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ways {
    None,
    /// One, whose first field ends before this place.
    One(usize),
    Many,
}

fn ways_from(text: &str, at: usize, ways: &[Ways]) -> Ways {
    let Some((ai, known)) = begun(text, at) else { return Ways::None };
    let start = at + ai.len();
    let least = if known.is_fixed { known.most_len() } else { 1 };
    let mut found = Ways::None;
    for end in start + least..=text.len().min(start + known.most_len()) {
        let rest = ways.get(end).copied().unwrap_or(Ways::None);
        let is_value = text.get(start..end).is_some_and(|value| known.accepts(ai, value).is_ok());
        found = match (is_value, rest, found) {
            (false, _, _) | (_, Ways::None, _) => found,
            (true, Ways::One(_), Ways::None) => Ways::One(end),
            (true, Ways::Many, _) | (true, Ways::One(_), Ways::One(_) | Ways::Many) => return Ways::Many,
        };
    }
    found
}

/// The identifier that begins at a place. No identifier is the beginning of another.
fn begun(text: &str, at: usize) -> Option<(&str, &'static Identifier)> {
    (2..=4).filter_map(|size| text.get(at..at + size)).find_map(|ai| identifier(ai).map(|known| (ai, known)))
}

fn follow(text: &str, ways: &[Ways]) -> Elements {
    let mut elements = Elements::new();
    let mut at = 0;
    while let (Some((ai, _)), Some(Ways::One(end))) = (begun(text, at), ways.get(at)) {
        let value = text.get(at + ai.len()..*end).unwrap_or_default();
        elements.push((ai.to_owned(), value.to_owned()));
        at = *end;
    }
    elements
}

/// The field whose value ends like a day or a number with its check digit that the code does not name otherwise, and
/// that end. Where separators were sent, nothing can have been swallowed.
pub(super) fn swallowed(text: &str, elements: &[(String, String)]) -> Option<(String, String)> {
    let (_, rest) = split_prefix(text);
    let (ai, value) = elements.last()?;
    let may_swallow = !rest.contains(SEPARATOR)
        && rest.ends_with(value.as_str())
        && rest.starts_with(|first: char| first.is_ascii_digit());
    if !may_swallow || identifier(ai)?.is_fixed {
        return None;
    }
    let is_new = |field: &str| elements.iter().all(|(known, _)| known != field);
    let proves_itself = |field: &str| identifier(field).is_some_and(|known| known.is_fixed && known.is_checked());
    let tails = (1..value.len()).filter_map(|at| value.get(at..));
    let is_fields = |tail: &&str| {
        plain(tail).is_ok_and(|found| found.iter().all(|(field, _)| is_new(field) && proves_itself(field)))
    };
    tails.into_iter().find(is_fields).map(|tail| (ai.clone(), tail.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_serial_after_a_full_lot_is_found_without_its_separator() {
        let found = put_back("]d2010950600811586510ABCDEFGHIJKLMNOPQRST21XYZ").unwrap().unwrap();
        let lot = ("10".to_owned(), "ABCDEFGHIJKLMNOPQRST".to_owned());
        assert!(found.contains(&lot), "a lot has at most 20 characters, so only one cut is left: {found:?}");
        assert_eq!(found.last(), Some(&("21".to_owned(), "XYZ".to_owned())), "and the serial follows it");
    }

    #[test]
    fn two_ways_to_cut_a_code_are_a_question_to_the_person() {
        let two = put_back("10ABCDEFGHIJKL21MNOPQ21RSTUVW");
        assert_eq!(two, Err(ScanError::Ambiguous), "which 21 begins the serial is never guessed");
    }

    #[test]
    fn a_text_that_has_separators_is_left_alone() {
        let text = "10ABCDEFGHIJKLMNOPQRST21XYZ\u{1d}240A";
        assert_eq!(put_back(text), Ok(None), "this scanner sends separators, so none was dropped");
    }

    #[test]
    fn nothing_is_no_field() {
        assert_eq!(put_back("]d2"), Ok(None), "a prefix alone names no item");
    }

    #[test]
    fn a_text_of_digits_alone_is_answered_at_once() {
        let text = "10".repeat(4_000);
        assert!(put_back(&text).is_err(), "thousands of ways are counted no further than two");
    }

    #[test]
    fn an_expiry_at_the_end_of_a_lot_is_pointed_out() {
        let elements = plain("010950600811586510LOT17270131").unwrap();
        let found = swallowed("]d2010950600811586510LOT17270131", &elements);
        assert_eq!(found, Some(("10".to_owned(), "17270131".to_owned())), "a scanner without separators does this");
    }

    #[test]
    fn a_lot_that_ends_in_digits_is_only_a_lot() {
        let elements = plain("010950600811586510LOT17271331").unwrap();
        let found = swallowed("]d2010950600811586510LOT17271331", &elements);
        assert_eq!(found, None, "there is no month 13");
    }

    #[test]
    fn an_expiry_that_was_read_is_not_looked_for_again() {
        let elements = plain("01095060081158651727013110LOT17270131").unwrap();
        assert_eq!(swallowed("01095060081158651727013110LOT17270131", &elements), None, "the expiry is known");
    }
}
