//! Whatever comes in as a case is read or refused. Codes of a scanner have trials of their own (`tests/barcodes.rs`).

use proptest::prelude::*;

proptest! {
    #[test]
    fn no_bytes_can_stop_the_reader_of_cases(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        if let Err(refusal) = care::read_case(&bytes) {
            let line = refusal.to_string();
            let names_its_place = !line.contains('\n') && line.contains(": ");
            prop_assert!(names_its_place, "one line with a path and what is allowed: {line}");
        }
    }
}
