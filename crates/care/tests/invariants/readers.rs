//! Whatever comes in is read or refused.

use proptest::prelude::*;

proptest! {
    #[test]
    fn no_text_of_a_scanner_can_stop_the_reader(text in "(\\][a-zA-Z][0-9])?[0-9()A-Za-z~|^\\x1d\\r\\n/%:?=é]{0,60}") {
        // Whatever comes in is read or refused; a value that is taken over is always one of the text.
        if let Ok(care::barcode::Scanned::Fields(fields)) = care::barcode::read(&text) {
            prop_assert!(!fields.elements.is_empty(), "fields without a field would be a guess: {text:?}");
            prop_assert!(fields.gtin().is_none_or(|gtin| gtin.len() == 14), "a trade item number has 14 digits");
        }
    }

    #[test]
    fn no_bytes_can_stop_the_reader_of_cases(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        if let Err(refusal) = care::read_case(&bytes) {
            let line = refusal.to_string();
            let names_its_place = !line.contains('\n') && line.contains(": ");
            prop_assert!(names_its_place, "one line with a path and what is allowed: {line}");
        }
    }
}
