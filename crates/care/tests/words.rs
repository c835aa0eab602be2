//! Every sentence a verdict can ask for has its words.

use std::collections::BTreeSet;

use care::Protocol;

const RULES: &str = include_str!("../../../locales/en-GB/rules.ftl");

/// The keys of a Fluent file: what stands before the first " = " of a line that begins with a letter.
fn keys() -> Vec<&'static str> {
    let lines = RULES.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_alphabetic()));
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
