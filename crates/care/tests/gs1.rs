//! The strict reader against the answers of the GS1 syntax engine, where the test inputs are at hand.

use std::path::Path;

use care::barcode::{Scanned, read};

#[test]
fn the_reader_agrees_with_the_gs1_engine() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/interop/gs1/vectors.json");
    let Ok(text) = std::fs::read_to_string(&path) else {
        eprintln!("skipped: no GS1 vectors beside the repository");
        return;
    };
    let file: serde_json::Value = serde_json::from_str(&text).expect("the vectors are JSON");
    let vectors = file["vectors"].as_array().expect("a list of vectors");
    assert!(vectors.len() > 60, "the vectors must not have shrunk");
    for vector in vectors {
        let input = vector["in"].as_str().expect("an input");
        let got = match read(input) {
            Ok(Scanned::Fields(fields)) if fields.changes.is_empty() => fields.elements,
            Ok(Scanned::Fields(_)) | Err(_) => {
                assert_eq!(vector["ok"], false, "the engine reads what we refuse: {input:?}");
                assert_eq!(vector["class"], "syntax", "fields without a trade item number are accepted: {input:?}");
                continue;
            }
            Ok(Scanned::Plain | Scanned::OtherSystem) => {
                assert!(vector["ai"].is_null(), "the engine finds fields where we find none: {input:?}");
                continue;
            }
        };
        let is_association = vector["class"] == "association";
        assert!(vector["ok"] == true || is_association, "we read what the engine refuses: {input:?}");
        if let Some(expected) = vector["ai"].as_str() {
            let joined: String = got.iter().map(|(ai, value)| format!("({ai}){value}")).collect();
            // A field that comes twice with one value counts once here.
            assert!(expected.starts_with(&joined), "{input:?}: {joined} against {expected}");
        }
    }
}
