//! Which languages there are, and the files of each.

use std::sync::OnceLock;

use super::{TextMissing, Texts};

/// The languages in which everything is written, as BCP 47 tags.
pub const LANGUAGES: [&str; 2] = ["en-GB", "en-US"];
/// The languages an aftercare sheet is written in, as BCP 47 tags.
pub const SHEET_LANGUAGES: [&str; 5] = ["en-GB", "en-US", "es", "de", "ar"];

/// What stands for a language no paper is written in: BCP 47's "undetermined".
pub const OTHER_LANGUAGE: &str = "und";

/// The files of one language. Only languages in which everything is written have a consent and letters.
#[derive(Debug, Clone, Copy)]
struct Files {
    language: &'static str,
    names: &'static str,
    aftercare: &'static str,
    paper: &'static str,
    consent: Option<&'static str>,
    letters: Option<&'static str>,
}

/// The files of a language in which only the aftercare sheet is written.
macro_rules! sheet_only {
    ($language:literal) => {
        Files {
            language: $language,
            names: include_str!(concat!("../../content/texts/", $language, "/names.toml")),
            aftercare: include_str!(concat!("../../content/texts/", $language, "/aftercare.toml")),
            paper: include_str!(concat!("../../content/texts/", $language, "/paper.toml")),
            consent: None,
            letters: None,
        }
    };
}

/// The files of a language in which everything is written.
macro_rules! everything {
    ($language:literal) => {
        Files {
            consent: Some(include_str!(concat!("../../content/texts/", $language, "/consent.toml"))),
            letters: Some(include_str!(concat!("../../content/texts/", $language, "/letters.toml"))),
            ..sheet_only!($language)
        }
    };
}

/// In the order of [`SHEET_LANGUAGES`].
const FILES: [Files; SHEET_LANGUAGES.len()] =
    [everything!("en-GB"), everything!("en-US"), sheet_only!("es"), sheet_only!("de"), sheet_only!("ar")];

/// The texts of a language.
pub(crate) fn texts(language: &str) -> Result<&'static Texts, TextMissing> {
    static READ: [OnceLock<Texts>; FILES.len()] = [const { OnceLock::new() }; FILES.len()];
    let found = FILES.iter().zip(&READ).find(|(files, _)| files.language == language);
    let (files, texts) = found.ok_or_else(|| TextMissing { language: language.to_owned(), id: String::new() })?;
    Ok(texts.get_or_init(|| {
        #[expect(clippy::expect_used, reason = "the texts are compiled in, and a test reads them")]
        read(files).expect("the shipped texts are well formed")
    }))
}

fn read(files: &Files) -> Result<Texts, toml::de::Error> {
    Ok(Texts {
        language: files.language,
        names: toml::from_str(files.names)?,
        consent: files.consent.map(toml::from_str).transpose()?,
        aftercare: toml::from_str(files.aftercare)?,
        paper: toml::from_str(files.paper)?,
        letters: files.letters.map(toml::from_str).transpose()?,
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn the_shipped_texts_can_be_read() {
        for (files, language) in FILES.iter().zip(SHEET_LANGUAGES) {
            assert_eq!(files.language, language, "the files stand in the order of the languages");
            let read = read(files);
            assert!(read.is_ok(), "a text that cannot be read must never ship: {language} {:?}", read.err());
        }
    }

    /// The names between braces, in order.
    fn names(text: &str) -> Vec<String> {
        let mut names: Vec<String> =
            text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0.to_owned())).collect();
        names.sort();
        names
    }

    /// Every text of a file with the way to it.
    fn entries(file: &str) -> BTreeMap<String, String> {
        fn walk(way: &str, value: &toml::Value, found: &mut BTreeMap<String, String>) {
            if let Some(table) = value.as_table() {
                table.iter().for_each(|(key, value)| walk(&format!("{way}/{key}"), value, found));
            } else if let Some(items) = value.as_array() {
                items.iter().enumerate().for_each(|(index, value)| walk(&format!("{way}/{index}"), value, found));
            } else {
                found.insert(way.to_owned(), value.as_str().unwrap_or_default().to_owned());
            }
        }
        let mut found = BTreeMap::new();
        walk("", &toml::from_str(file).unwrap(), &mut found);
        found
    }

    #[test]
    fn every_language_says_everything_and_asks_for_the_same_values() {
        let english = FILES[0];
        for files in &FILES[1..] {
            let pairs = [
                (Some(english.names), Some(files.names)),
                (Some(english.aftercare), Some(files.aftercare)),
                (Some(english.paper), Some(files.paper)),
                (english.consent.filter(|_| files.consent.is_some()), files.consent),
            ];
            for (english, other) in pairs {
                let (english, other) = (entries(english.unwrap_or_default()), entries(other.unwrap_or_default()));
                let keys = |entries: &BTreeMap<String, String>| entries.keys().cloned().collect::<Vec<_>>();
                assert_eq!(keys(&other), keys(&english), "{}: no text more, none less", files.language);
                for (way, text) in &other {
                    assert!(!text.trim().is_empty() || english[way].is_empty(), "{} {way} is empty", files.language);
                    assert_eq!(names(text), names(&english[way]), "{} {way}: no value is lost", files.language);
                }
            }
        }
    }

    #[test]
    fn a_translation_is_no_copy() {
        for files in FILES.iter().filter(|files| !files.language.starts_with("en")) {
            let (english, other) = (entries(FILES[0].aftercare), entries(files.aftercare));
            let same: Vec<&String> = other
                .iter()
                .filter(|(way, text)| text.split_whitespace().count() > 2 && english[*way] == **text)
                .map(|(way, _)| way)
                .collect();
            assert!(same.is_empty(), "{} still reads English: {same:?}", files.language);
        }
    }
}
