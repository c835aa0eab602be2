//! The texts clients read, by language, with the small grammar they need: places, dates, depths.
//!
//! Texts are versioned content. What is missing in a language is an error; no other language ever stands in.

mod languages;
mod letters;
mod paper;
mod phrase;

use std::collections::BTreeMap;

use serde::Deserialize;

pub(crate) use languages::texts;
pub use languages::{LANGUAGES, OTHER_LANGUAGE, SHEET_LANGUAGES};
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
    time: String,
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
    /// Version of the meaning: raised when a consent to the text before it no longer covers.
    pub(crate) material: String,
    pub(crate) supplement_title: String,
    pub(crate) intent: String,
    pub(crate) electronic: String,
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
    fn a_language_without_a_consent_refuses_one() {
        let refused = texts("de").unwrap().consent().map(|consent| consent.title.clone());
        let missing = TextMissing { language: "de".to_owned(), id: "consent.title".to_owned() };
        assert_eq!(refused, Err(missing), "nobody signs a consent in a language they did not ask for");
    }

    #[test]
    fn a_language_without_texts_is_refused() {
        let refused = texts("fr").map(|texts| texts.language);
        let missing = TextMissing { language: "fr".to_owned(), id: String::new() };
        assert_eq!(refused, Err(missing), "English never stands in for a language that is missing");
    }
}
