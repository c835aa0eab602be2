//! The strict reader against the answers of the GS1 syntax engine, where the test inputs are at hand.

use std::path::Path;

use anyhow::{Context as _, ensure};
use care::Protocol;
use care::barcode::{Element, Label, Reading, ScanError, System, Warning, read_label};
use chrono::NaiveDate;
use serde_json::Value;

/// What the engine answered: fields it took, texts it could not read, fields whose companion is missing.
const N_OK: usize = 49;
const N_SYNTAX: usize = 15;
const N_ASSOCIATION: usize = 3;

/// The vectors, or nothing and a line about it.
#[expect(clippy::print_stderr, reason = "a check that was left out says so")]
fn vectors() -> anyhow::Result<Vec<Value>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/interop/gs1/vectors.json");
    let Ok(text) = std::fs::read_to_string(&path) else {
        eprintln!("skipped: no GS1 vectors beside the repository");
        return Ok(Vec::new());
    };
    let file: Value = serde_json::from_str(&text)?;
    let vectors = file["vectors"].as_array().context("a list of vectors")?.clone();
    ensure!(vectors.len() == N_OK + N_SYNTAX + N_ASSOCIATION, "the vectors are others: {}", vectors.len());
    Ok(vectors)
}

fn read(vector: &Value, reading: Reading) -> Result<Label, ScanError> {
    let on = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap_or_default();
    read_label(vector["in"].as_str().unwrap_or_default(), reading, on, Protocol::shipped())
}

/// The vectors of one class, with the number that must be there.
fn of_class(class: Option<&str>, n: usize) -> anyhow::Result<Vec<Value>> {
    let of_class: Vec<Value> = vectors()?.into_iter().filter(|vector| vector["class"].as_str() == class).collect();
    ensure!(of_class.is_empty() || of_class.len() == n, "{n} vectors of {class:?}, not {}", of_class.len());
    Ok(of_class)
}

/// `(01)09506008115865(10)A1`. A part of HIBC has no place in a GS1 code and is written so that nothing equals it.
fn written(label: &Label) -> String {
    let field = |element: &Element| match element {
        Element::Field { ai, value } => format!("({ai}){value}"),
        Element::Part(part) => format!("{part:?}"),
    };
    label.elements.iter().map(field).collect()
}

/// The engine's fields; one that comes twice with one value counts once here.
fn expected(vector: &Value) -> Option<String> {
    let mut fields: Vec<&str> = Vec::new();
    for field in vector["ai"].as_str()?.split('(').skip(1) {
        if !fields.contains(&field) {
            fields.push(field);
        }
    }
    Some(fields.iter().map(|field| format!("({field}")).collect())
}

#[test]
fn every_code_the_engine_reads_is_read_with_the_same_fields() -> anyhow::Result<()> {
    for vector in of_class(None, N_OK)? {
        assert_eq!(vector["ok"], true, "{vector}: no class of error means that it was read");
        let label = read(&vector, Reading::Strict).unwrap_or_else(|problem| panic!("{vector}: {problem}"));
        match expected(&vector) {
            Some(fields) => assert_eq!(written(&label), fields, "{vector}: every field with its value"),
            // Without identifiers it is an EAN-13, or a code whose prefix says that it has no fields.
            None if vector["in"] == "]E09506000134352" => {
                assert_eq!(written(&label), "(01)09506000134352", "an EAN-13 is a trade item number");
            }
            None => {
                assert_eq!((label.system, written(&label)), (System::Plain, String::new()), "{vector}: kept as text")
            }
        }
        let told: Vec<&Warning> = label.warnings.iter().filter(|warning| !is_about_expiry(warning)).collect();
        assert!(told.is_empty(), "{vector}: the engine has nothing to say about it: {told:?}");
    }
    Ok(())
}

fn is_about_expiry(warning: &Warning) -> bool {
    matches!(warning, Warning::Expired { .. } | Warning::ExpiresSoon { .. })
}

#[test]
fn every_code_the_engine_cannot_read_is_refused_by_a_strict_reading() -> anyhow::Result<()> {
    for vector in of_class(Some("syntax"), N_SYNTAX)? {
        assert_eq!(vector["ok"], false, "{vector}: it has an error");
        let problem = read(&vector, Reading::Strict).expect_err("nothing is taken over");
        let is_check_digit = vector["error"].as_str().is_some_and(|error| error.contains("check digit"));
        assert_eq!(problem == ScanError::CheckDigit, is_check_digit, "{vector}: a wrong check digit is told apart");
    }
    Ok(())
}

#[test]
fn a_field_without_its_companion_is_read_with_a_warning_that_names_it() -> anyhow::Result<()> {
    for vector in of_class(Some("association"), N_ASSOCIATION)? {
        let label = read(&vector, Reading::Strict).unwrap_or_else(|problem| panic!("{vector}: {problem}"));
        let [Warning::MissingCompanion { field, needs }] = label.warnings.as_slice() else {
            panic!("{vector}: one warning and no other: {:?}", label.warnings);
        };
        let said = format!("Required AIs for AI ({field}) are not satisfied: {needs}");
        assert_eq!(vector["error"].as_str(), Some(said.as_str()), "the engine misses the same");
    }
    Ok(())
}

#[test]
fn what_is_read_strictly_is_read_forgivingly_in_the_same_way() -> anyhow::Result<()> {
    for vector in vectors()? {
        if let Ok(strict) = read(&vector, Reading::Strict) {
            assert_eq!(read(&vector, Reading::Forgiving), Ok(strict), "{vector}: nothing had to be forgiven");
        }
    }
    Ok(())
}
