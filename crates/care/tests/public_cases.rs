//! The public assess cases, through the library, where they are at hand.
//!
//! `expect` says only what must hold: an object matches in every key it names, a list of objects is looked up by
//! id, `$contains` and `$absent` speak about some and no element.

use std::path::{Path, PathBuf};

use care::{Protocol, assess, read_case};
use serde_json::{Map, Value};

const LIST_KEYS: [&str; 8] = ["id", "rule", "zone", "item", "path", "component", "agent", "text"];

#[test]
fn every_public_case_holds() -> anyhow::Result<()> {
    let files = case_files();
    if files.is_empty() {
        eprintln!("skipped: no public cases beside the repository");
    }
    let mut failures = Vec::new();
    for file in files {
        failures.extend(failure(&serde_json::from_str(&std::fs::read_to_string(file)?)?));
    }
    assert!(failures.is_empty(), "the contract of the verdict is broken: {failures:#?}");
    Ok(())
}

fn case_files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/clinical/cases");
    let entries = std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let mut files: Vec<PathBuf> =
        entries.map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|it| it == "json")).collect();
    files.sort();
    files
}

/// Why a case does not hold, if it does not.
fn failure(file: &Value) -> Option<String> {
    let id = file["id"].as_str().unwrap_or_default();
    let said = match read_case(file["case"].to_string().as_bytes()) {
        Ok(case) => {
            let verdict = assess(&case, Protocol::shipped()).to_json(&|message| message.key.clone());
            match file.get("expect") {
                Some(expected) => difference(expected, &verdict, "verdict"),
                None => Some("a case that should be refused was judged".to_owned()),
            }
        }
        Err(refusal) => match file.get("stderr").and_then(Value::as_array) {
            Some(words) => {
                let said = refusal.to_string();
                words
                    .iter()
                    .filter_map(Value::as_str)
                    .find(|word| !said.contains(word))
                    .map(|word| format!("{said}: no {word}"))
            }
            None => Some(format!("refused: {refusal}")),
        },
    };
    said.map(|said| format!("{id}: {said}"))
}

/// The first place where `actual` does not hold what `expected` asks.
fn difference(expected: &Value, actual: &Value, path: &str) -> Option<String> {
    match expected {
        Value::Object(object) if object.contains_key("$contains") || object.contains_key("$absent") => {
            operators(object, actual, path)
        }
        Value::Object(object) => object.iter().find_map(|(key, value)| match actual.get(key) {
            Some(actual) => difference(value, actual, &format!("{path}.{key}")),
            None => Some(format!("{path}.{key}: missing")),
        }),
        Value::Array(list) if !list.is_empty() && list.iter().all(|wanted| list_key(wanted).is_some()) => {
            list.iter().find_map(|wanted| keyed(wanted, actual, path))
        }
        Value::Array(list) => {
            let actual = actual.as_array().filter(|actual| actual.len() == list.len());
            let Some(actual) = actual else { return Some(format!("{path}: another list")) };
            list.iter().zip(actual).enumerate().find_map(|(at, (a, b))| difference(a, b, &format!("{path}[{at}]")))
        }
        Value::Number(number) => {
            let equal = actual.as_f64().zip(number.as_f64()).is_some_and(|(a, b)| a == b);
            (!equal).then(|| format!("{path}: expected {expected}, got {actual}"))
        }
        Value::Null | Value::Bool(_) | Value::String(_) => {
            (expected != actual).then(|| format!("{path}: expected {expected}, got {actual}"))
        }
    }
}

fn operators(object: &Map<String, Value>, actual: &Value, path: &str) -> Option<String> {
    let wanted = |name: &str| object.get(name).and_then(Value::as_array).cloned().unwrap_or_default();
    let missing = wanted("$contains").into_iter().find(|wanted| !holds(wanted, actual));
    let unwanted = wanted("$absent").into_iter().find(|unwanted| holds(unwanted, actual));
    missing
        .map(|it| format!("{path}: does not contain {it}"))
        .or_else(|| unwanted.map(|it| format!("{path}: must not contain {it}")))
}

fn holds(wanted: &Value, actual: &Value) -> bool {
    match actual {
        Value::String(text) => text.to_lowercase().contains(&wanted.as_str().unwrap_or_default().to_lowercase()),
        Value::Array(list) => list.iter().any(|element| difference(wanted, element, "").is_none()),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => false,
    }
}

fn list_key(element: &Value) -> Option<&'static str> {
    LIST_KEYS.into_iter().find(|key| element.get(key).is_some_and(Value::is_string))
}

/// An expected object must match an element with the same id.
fn keyed(wanted: &Value, actual: &Value, path: &str) -> Option<String> {
    let key = list_key(wanted)?;
    let path = format!("{path}[{key}={}]", wanted[key]);
    let same = actual.as_array().into_iter().flatten().filter(|element| element[key] == wanted[key]);
    let found: Vec<Option<String>> = same.map(|element| difference(wanted, element, &path)).collect();
    match found.iter().find(|difference| difference.is_none()) {
        Some(_) => None,
        None => Some(found.into_iter().flatten().next().unwrap_or_else(|| format!("{path}: missing"))),
    }
}
