//! The texts clients read, by language, with the small grammar they need: places, dates, depths.
//!
//! Texts are versioned content. What is missing in a language is an error; no other language ever stands in.

mod letters;
mod paper;
mod phrase;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

pub use letters::LetterWords;
pub use paper::{PaperWord, PaperWords};
pub use phrase::isolated;
pub(crate) use phrase::{capitalised, fill};

use crate::verdict::FlagAction;

/// A text that a document needs is not there in the language asked for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no text {id} in {language}")]
pub struct TextMissing {
    /// Language asked for, as a BCP 47 tag.
    pub language: String,
    /// Id of the text; empty when the language has no texts at all.
    pub id: String,
}

/// Every text of one language.
#[derive(Debug)]
pub(crate) struct Texts {
    pub(crate) language: &'static str,
    pub(crate) names: Names,
    consent: Option<ConsentTexts>,
    pub(crate) aftercare: AftercareTexts,
    paper: paper::PaperFile,
    /// Only languages in which letters are written have them.
    letters: Option<letters::LetterFile>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Names {
    months: Vec<String>,
    weekdays: Vec<String>,
    pattern: Patterns,
    zone: BTreeMap<String, String>,
    part: BTreeMap<String, String>,
    agent: BTreeMap<String, String>,
    substance: BTreeMap<String, String>,
    product: BTreeMap<String, String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Patterns {
    date: String,
    short_date: String,
    date_time: String,
    millimetres: String,
    percent: String,
    decimal_point: String,
    list_between: String,
    list_last: String,
    side_left: String,
    side_right: String,
    side_middle: String,
    side_both: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ConsentTexts {
    pub(crate) version: String,
    pub(crate) title: String,
    pub(crate) intent: String,
    pub(crate) clause: BTreeMap<String, ClauseText>,
    pub(crate) risk: BTreeMap<String, String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ClauseText {
    pub(crate) heading: String,
    #[serde(default)]
    pub(crate) words: Vec<String>,
    #[serde(default)]
    pub(crate) points: Vec<String>,
    #[serde(default)]
    pub(crate) initials: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AftercareTexts {
    pub(crate) version: String,
    pub(crate) title: String,
    line: BTreeMap<String, String>,
    action: BTreeMap<FlagAction, String>,
    hold: BTreeMap<String, TopicText>,
    advice: BTreeMap<String, TopicText>,
    phase: BTreeMap<String, PhaseText>,
    warning: BTreeMap<String, String>,
    conflict: BTreeMap<String, String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TopicText {
    pub(crate) heading: String,
    pub(crate) words: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PhaseText {
    pub(crate) course: String,
    pub(crate) care: String,
}

/// The languages in which everything is written, as BCP 47 tags.
pub const LANGUAGES: [&str; 2] = ["en-GB", "en-US"];
/// The languages an aftercare sheet is written in, as BCP 47 tags.
pub const SHEET_LANGUAGES: [&str; 5] = ["en-GB", "en-US", "es", "de", "ar"];

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

impl Texts {
    fn missing(&self, table: &str, id: &str) -> TextMissing {
        TextMissing { language: self.language.to_owned(), id: format!("{table}.{id}") }
    }

    fn find<'t, T>(&self, table: &'t BTreeMap<String, T>, name: &str, id: &str) -> Result<&'t T, TextMissing> {
        table.get(id).ok_or_else(|| self.missing(name, id))
    }

    /// The texts of the consent.
    pub(crate) fn consent(&self) -> Result<&ConsentTexts, TextMissing> {
        self.consent.as_ref().ok_or_else(|| self.missing("consent", "title"))
    }

    /// A clause of the consent.
    pub(crate) fn clause(&self, id: &str) -> Result<&ClauseText, TextMissing> {
        self.find(&self.consent()?.clause, "consent.clause", id)
    }

    /// A risk, as the consent says it.
    pub(crate) fn risk(&self, id: &str) -> Result<&str, TextMissing> {
        self.find(&self.consent()?.risk, "consent.risk", id).map(String::as_str)
    }

    /// A short line of the sheet.
    pub(crate) fn line(&self, id: &str) -> Result<&str, TextMissing> {
        self.find(&self.aftercare.line, "aftercare.line", id).map(String::as_str)
    }

    /// What a warning sign asks for.
    pub(crate) fn action(&self, action: FlagAction) -> Result<&str, TextMissing> {
        let text = self.aftercare.action.get(&action).map(String::as_str);
        text.ok_or_else(|| self.missing("aftercare.action", action.as_str()))
    }

    /// A hold with its end.
    pub(crate) fn hold(&self, id: &str) -> Result<&TopicText, TextMissing> {
        self.find(&self.aftercare.hold, "aftercare.hold", id)
    }

    /// A line without a time.
    pub(crate) fn advice(&self, id: &str) -> Result<&TopicText, TextMissing> {
        self.find(&self.aftercare.advice, "aftercare.advice", id)
    }

    /// A phase of the normal course.
    pub(crate) fn phase(&self, id: &str) -> Result<&PhaseText, TextMissing> {
        self.find(&self.aftercare.phase, "aftercare.phase", id)
    }

    /// A warning sign.
    pub(crate) fn warning(&self, id: &str) -> Result<&str, TextMissing> {
        self.find(&self.aftercare.warning, "aftercare.warning", id).map(String::as_str)
    }

    /// What counts where two holds pull in two directions.
    pub(crate) fn conflict(&self, id: &str) -> Result<&str, TextMissing> {
        self.find(&self.aftercare.conflict, "aftercare.conflict", id).map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_texts_can_be_read() {
        for (files, language) in FILES.iter().zip(SHEET_LANGUAGES) {
            assert_eq!(files.language, language, "the files stand in the order of the languages");
            let read = read(files);
            assert!(read.is_ok(), "a text that cannot be read must never ship: {language} {:?}", read.err());
        }
    }

    #[test]
    fn a_language_without_a_consent_refuses_one() {
        let refused = texts("de").unwrap().consent().map(|consent| consent.title.clone());
        let missing = TextMissing { language: "de".to_owned(), id: "consent.title".to_owned() };
        assert_eq!(refused, Err(missing), "nobody signs a consent in a language they did not ask for");
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
            match value {
                toml::Value::Table(table) => {
                    table.iter().for_each(|(key, value)| walk(&format!("{way}/{key}"), value, found))
                }
                toml::Value::Array(items) => {
                    items.iter().enumerate().for_each(|(index, value)| walk(&format!("{way}/{index}"), value, found));
                }
                other => {
                    found.insert(way.to_owned(), other.as_str().unwrap_or_default().to_owned());
                }
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
                .filter(|(way, text)| text.len() > 12 && english[*way] == **text)
                .map(|(way, _)| way)
                .collect();
            assert!(same.is_empty(), "{} still reads English: {same:?}", files.language);
        }
    }

    #[test]
    fn a_language_without_texts_is_refused() {
        let refused = texts("fr").map(|texts| texts.language);
        let missing = TextMissing { language: "fr".to_owned(), id: String::new() };
        assert_eq!(refused, Err(missing), "English never stands in for a language that is missing");
    }
}
