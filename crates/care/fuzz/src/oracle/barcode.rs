//! What holds for every text a scanner could send. Tried on random texts by `make fuzz`, on the seeds by `make test`.

use care::Protocol;
use care::barcode::{Element, Label, Reading, ScanError, System, read_label};
use chrono::{Datelike, NaiveDate};

/// Reads a text in every way and on days around the turn of a century and of its half, and checks what came of it.
pub(crate) fn check_barcode(text: &str) {
    for year in [1999, 2026, 2050] {
        let on = NaiveDate::from_ymd_opt(year, 6, 1).unwrap_or_default();
        check_on(text, on);
    }
}

fn check_on(text: &str, on: NaiveDate) {
    let read = |text: &str, reading| read_label(text, reading, on, Protocol::shipped());
    let [strict, normalised, forgiving] =
        [Reading::Strict, Reading::Normalised, Reading::Forgiving].map(|reading| read(text, reading));
    assert_eq!(forgiving, read(text, Reading::Forgiving), "the same text is read the same way twice");
    if strict.is_ok() {
        assert_eq!(normalised, strict, "nothing had to be undone");
        // A line end is what nearly every scanner adds, and only a normalised reading drops it.
        let ended = read(&format!("{text}\n"), Reading::Normalised);
        assert_eq!(said(&ended), said(&strict), "and a line end changes nothing");
    }
    if normalised.is_ok() {
        assert_eq!(forgiving, normalised, "nothing had to be forgiven");
    }
    for label in [strict, normalised, forgiving].iter().flatten() {
        check_label(label, on);
    }
}

/// What a label says, without the warnings of how it was read.
fn said(read: &Result<Label, ScanError>) -> Option<(System, &[Element])> {
    read.as_ref().ok().map(|label| (label.system, label.elements.as_slice()))
}

fn check_label(label: &Label, on: NaiveDate) {
    let has_fields = match label.system {
        System::Gs1 | System::Hibc => true,
        System::Plain | System::Other => false,
    };
    assert_eq!(has_fields, !label.elements.is_empty(), "fields without a field would be a guess");
    for (index, element) in label.elements.iter().enumerate() {
        let Element::Field { ai, value } = element else { continue };
        assert!((2..=4).contains(&ai.len()) && ai.bytes().all(|it| it.is_ascii_digit()), "an identifier is digits");
        assert!(value.is_ascii() && !value.chars().any(char::is_control), "a value is letters of GS1");
        let is_again = |other: &Element| matches!(other, Element::Field { ai: other, .. } if other == ai);
        assert!(!label.elements.iter().skip(index + 1).any(is_again), "each field stands once");
    }
    if let Some(gtin) = &label.gtin {
        assert!(gtin.len() == 14 && gtin.bytes().all(|it| it.is_ascii_digit()), "a trade item number has 14 digits");
    }
    if label.system == System::Gs1 {
        for day in [label.produced_on, label.expires_on].into_iter().flatten() {
            let around = on.year() - 49..=on.year() + 50;
            assert!(around.contains(&day.year()), "two digits of a year lie around the visit");
        }
    }
}
