//! Telling a scanner that types for another keyboard layout from a code that is broken.
//!
//! A scanner is a keyboard. Where its layout is not the computer's, the bracket of the prefix or the digits arrive as
//! other characters. This only explains a failure: what was typed is never turned back.

use super::{Scanned, read_strictly};

/// What follows the bracket of a prefix.
const CODES: [&str; 7] = ["d2", "C1", "Q3", "e0", "d1", "E0", "Q1"];

/// Whether a text that cannot be read was typed for another layout.
///
/// No barcode of a label carries a character outside ASCII; and what begins like a prefix with another first character
/// is one whose bracket lies elsewhere.
pub(super) fn is_of_another_layout(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}');
    let mut letters = text.chars();
    let begins_otherwise = letters.next().is_some_and(|first| !first.is_ascii_alphanumeric() && first != ']');
    let is_prefix = CODES.iter().any(|code| letters.as_str().starts_with(code));
    (begins_otherwise && is_prefix) || !text.is_ascii()
}

/// Whether what looks like HIBC is a GS1 code whose bracket arrived as a plus, as on a German keyboard.
pub(super) fn is_bracket_typed_as_plus(text: &str) -> bool {
    let Some(rest) = text.strip_prefix('+') else { return false };
    let is_gs1 = matches!(read_strictly(&format!("]{rest}")), Ok(Scanned::Fields(fields)) if fields.gtin().is_some());
    let is_prefix = CODES.iter().any(|code| rest.starts_with(code));
    // HIBC has no small letters.
    is_prefix && (is_gs1 || rest.starts_with(|first: char| first.is_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bracket_that_lies_elsewhere_is_seen() {
        assert!(is_of_another_layout("$d2010950600811586510LOT"), "a French keyboard types a dollar for the bracket");
        assert!(is_of_another_layout("\u{a8}d2010950600811586510LOT"), "a Swiss one a diaeresis");
        assert!(is_bracket_typed_as_plus("+d2010950600811586510LOT"), "a German one a plus");
        assert!(is_bracket_typed_as_plus("+C10109506008115865"), "with capital letters, too");
    }

    #[test]
    fn digits_that_arrive_as_letters_are_seen() {
        assert!(is_of_another_layout("à&àç(àèàà-"), "a French keyboard types letters for digits without shift");
    }

    #[test]
    fn an_honest_code_is_not_taken_for_one() {
        assert!(!is_of_another_layout("]d2010950600811586510LOT~1"), "its bracket arrived");
        assert!(!is_of_another_layout("(01)09506008115866"), "typed by hand, with a wrong digit");
        assert!(!is_bracket_typed_as_plus("+C1BC5D6E7123"), "an HIBC labeler may begin with C1");
        assert!(!is_bracket_typed_as_plus("+A123BJC5D6E71G"), "an ordinary HIBC code");
    }
}
