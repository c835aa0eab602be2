//! The words a person reads on the screen: every file can be read, every key stands once and is said somewhere.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::{FluentBundle, FluentResource};

use crate::tracked::{Tracked, tracked};

/// Files whose words the program says. Those of the rules are checked in `care`, those of the page in `ui`.
const SAID_BY_THE_PROGRAM: [&str; 3] = ["desk.ftl", "desk-keeping.ftl", "failures.ftl"];

#[test]
fn every_file_of_words_can_be_read() -> anyhow::Result<()> {
    for (language, files) in by_language()? {
        for file in files {
            let problems = FluentResource::try_new(file.text).err().map(|(_, problems)| problems);
            assert!(problems.is_none(), "a broken line loses its message, {language}, {}: {problems:?}", file.path);
        }
    }
    Ok(())
}

#[test]
fn no_key_stands_twice_for_one_reader() -> anyhow::Result<()> {
    for (language, files) in by_language()? {
        let (page, program): (Vec<_>, Vec<_>) = files.into_iter().partition(is_of_the_page);
        for reader in [page, program] {
            let mut bundle = FluentBundle::new(vec![language.parse()?]);
            for file in reader {
                let (Ok(words) | Err((words, _))) = FluentResource::try_new(file.text);
                let problems = bundle.add_resource(words).err();
                assert!(problems.is_none(), "one of two sentences is never read, {}: {problems:?}", file.path);
            }
        }
    }
    Ok(())
}

#[test]
fn a_key_of_the_page_and_the_program_says_the_same_in_both() -> anyhow::Result<()> {
    for (language, files) in by_language()? {
        let (page, program): (Vec<_>, Vec<_>) = files.iter().partition(|file| is_of_the_page(file));
        let said: BTreeMap<&str, &str> = program.iter().flat_map(|file| messages(&file.text)).collect();
        for (key, words) in page.iter().flat_map(|file| messages(&file.text)) {
            let elsewhere = said.get(key).copied().unwrap_or(words);
            assert_eq!(words, elsewhere, "one thing has one name on one screen, {language}: {key}");
        }
    }
    Ok(())
}

#[test]
fn every_language_has_every_key() -> anyhow::Result<()> {
    let languages = by_language()?;
    let keys_of = |files: &[Tracked]| -> BTreeSet<String> {
        files.iter().flat_map(|file| keys(&file.text)).map(str::to_owned).collect()
    };
    let english = languages.get("en-GB").map(|files| keys_of(files)).unwrap_or_default();
    assert!(english.len() > 500, "the words are found at all: {}", english.len());
    for (language, files) in &languages {
        let missing: Vec<String> = english.symmetric_difference(&keys_of(files)).cloned().collect();
        assert!(missing.is_empty(), "{language} and en-GB do not say the same: {missing:?}");
    }
    Ok(())
}

#[test]
fn every_word_of_the_program_is_said_somewhere() -> anyhow::Result<()> {
    let files = tracked()?;
    let is_program = |file: &&Tracked| {
        file.has_extension(&["rs"]) && ["crates/desk/src", "crates/cli/src"].iter().any(|it| file.is_under(it))
    };
    let quoted: BTreeSet<&str> =
        files.iter().filter(is_program).flat_map(|file| file.code()).flat_map(|(_, line)| line.split('"')).collect();
    let made: Vec<&str> = quoted.iter().filter_map(|text| family(text)).collect();
    let words = files.iter().filter(|file| SAID_BY_THE_PROGRAM.iter().any(|name| file.path.ends_with(name)));
    let unused: Vec<&str> = words
        .flat_map(|file| keys(&file.text))
        .filter(|key| !quoted.contains(key) && !made.iter().any(|family| key.starts_with(family)))
        .collect();
    assert!(unused.is_empty(), "words nobody says only mislead: {unused:?}");
    Ok(())
}

/// `zone-{id}` makes every key that begins with `zone-`.
fn family(quoted: &str) -> Option<&str> {
    let start = quoted.split_once('{').map(|(start, _)| start)?;
    let is_key = start.ends_with('-') && start.chars().all(|it| it.is_ascii_lowercase() || it == '-');
    is_key.then_some(start)
}

/// The page reads the files `screen*.ftl`, the program all the others.
fn is_of_the_page(file: &Tracked) -> bool {
    file.path.rsplit('/').next().is_some_and(|name| name.starts_with("screen"))
}

fn keys(text: &str) -> impl Iterator<Item = &str> {
    messages(text).map(|(key, _)| key)
}

/// The messages of a Fluent file, with the first line of each: one begins at the start of a line, with a letter.
fn messages(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let lines = text.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_alphabetic()));
    lines.filter_map(|line| line.split_once('=')).map(|(key, words)| (key.trim_end(), words.trim()))
}

fn by_language() -> anyhow::Result<BTreeMap<String, Vec<Tracked>>> {
    let mut languages: BTreeMap<String, Vec<Tracked>> = BTreeMap::new();
    for file in tracked()?.into_iter().filter(|file| file.is_under("locales") && file.has_extension(&["ftl"])) {
        let language = file.path.split('/').nth(1).unwrap_or_default().to_owned();
        languages.entry(language).or_default().push(file);
    }
    Ok(languages)
}
