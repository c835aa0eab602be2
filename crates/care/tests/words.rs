//! Every sentence a verdict can ask for has its words.

use std::collections::BTreeSet;

use care::Protocol;
use care::barcode::{self, PartName, ScanError, Warning};

const RULES: &str = include_str!("../../../locales/en-GB/rules.ftl");

const BARCODES: &str = include_str!("../../../locales/en-GB/barcode.ftl");

/// The keys of the rules' file.
fn keys() -> Vec<&'static str> {
    keys_of(RULES)
}

/// The keys of a Fluent file: what stands before the first " = " of a line that begins with a letter.
fn keys_of(file: &'static str) -> Vec<&'static str> {
    let lines = file.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_alphabetic()));
    lines.filter_map(|line| line.split_once(" = ")).map(|(key, _)| key).collect()
}

#[test]
fn every_finding_and_every_question_has_its_words() {
    let written: BTreeSet<&str> = keys().into_iter().collect();
    let missing: Vec<String> =
        Protocol::shipped().word_keys().into_iter().filter(|key| !written.contains(key.as_str())).collect();
    assert!(missing.is_empty(), "the practitioner would read a key instead of a sentence: {missing:?}");
}

#[test]
fn no_sentence_is_left_over() {
    let asked_for = Protocol::shipped().word_keys();
    let unused: Vec<&str> = keys().into_iter().filter(|key| !asked_for.contains(*key)).collect();
    assert!(unused.is_empty(), "words no rule asks for only mislead: {unused:?}");
}

#[test]
fn no_key_stands_twice() {
    let written: BTreeSet<&str> = keys().into_iter().collect();
    assert_eq!(written.len(), keys().len(), "one of two sentences would never be read");
}

#[test]
fn no_sentence_tells_anybody_to_stop_a_blood_thinner() {
    let about = |line: &&str| line.starts_with("ci-anticoagulant") || line.starts_with("ci-antiplatelet");
    for line in RULES.lines().filter(about) {
        assert!(line.contains("goes on as prescribed"), "stopping it can kill: {line}");
    }
}

#[test]
fn everything_said_about_a_barcode_has_its_words_and_nothing_is_left_over() {
    let asked_for = ScanError::KEYS.iter().map(|key| (*key).to_owned());
    let asked_for = asked_for.chain(Warning::all_codes().map(Warning::key));
    let asked_for = asked_for.chain(PartName::ALL.iter().map(|part| format!("part-{part}")));
    let asked_for: BTreeSet<String> = asked_for.collect();
    // A field without a name is shown by its identifier.
    let is_name = |key: &&str| key.strip_prefix("field-").is_some_and(barcode::is_identifier);
    let written: BTreeSet<String> =
        keys_of(BARCODES).into_iter().filter(|key| !is_name(key)).map(str::to_owned).collect();
    assert_eq!(written, asked_for, "the practitioner would read a key, or nobody would read a sentence");
}
