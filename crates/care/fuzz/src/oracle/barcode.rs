//! What holds for every text a scanner could send. Tried on random texts by `make fuzz`, on the seeds by `make test`.

use care::barcode::{Fields, Scanned, read};

/// Reads a text and checks what came of it.
pub(crate) fn check_barcode(text: &str) {
    let first = read(text);
    assert_eq!(first, read(text), "the same text is read the same way twice");
    let Ok(Scanned::Fields(fields)) = first else { return };
    check_fields(&fields);
    if fields.changes.is_empty() {
        // A line end is what nearly every scanner adds, and only a forgiving reading drops it.
        let forgiven = read(&format!("{text}\n"));
        let elements = forgiven.as_ref().map(|scanned| match scanned {
            Scanned::Fields(forgiven) => Some(&forgiven.elements),
            Scanned::Plain | Scanned::OtherSystem => None,
        });
        assert_eq!(
            elements,
            Ok(Some(&fields.elements)),
            "what is read strictly is read forgivingly, with equal fields"
        );
    }
}

fn check_fields(fields: &Fields) {
    assert!(!fields.elements.is_empty(), "fields without a field would be a guess");
    for (index, (ai, value)) in fields.elements.iter().enumerate() {
        assert!((2..=4).contains(&ai.len()) && ai.bytes().all(|it| it.is_ascii_digit()), "an identifier is digits");
        assert!(value.is_ascii() && !value.chars().any(char::is_control), "a value is letters of GS1");
        assert!(fields.elements.iter().skip(index + 1).all(|(other, _)| other != ai), "each field stands once");
    }
    if let Some(gtin) = fields.gtin() {
        assert!(gtin.len() == 14 && gtin.bytes().all(|it| it.is_ascii_digit()), "a trade item number has 14 digits");
    }
    for year in [1900, 1999, 2000, 2026, 2049, 2050, 2199] {
        for on in [fields.produced_on(year), fields.expires_on(year)].into_iter().flatten() {
            let written: i32 = on.to_string().get(..4).and_then(|year| year.parse().ok()).unwrap_or_default();
            assert!((year - 49..=year + 50).contains(&written), "two digits of a year lie around the visit");
        }
    }
}
