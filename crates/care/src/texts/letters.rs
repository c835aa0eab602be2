//! The words of letters, notes and forms, by language. What a word means is said by its own name in `letters.toml`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::{NaiveDate, NaiveDateTime};
use serde::Deserialize;

use super::{TextMissing, Texts, capitalised, fill, texts};
use crate::record::Treatment;
use crate::vocabulary::ComponentKind;
use crate::zones::SidedZone;

/// The words of letters in one language.
#[derive(Debug, Clone, Copy)]
pub struct LetterWords(&'static Texts);

impl LetterWords {
    /// The words of a language.
    ///
    /// # Errors
    /// [`TextMissing`] when the language has no words for letters.
    pub fn in_language(language: &str) -> Result<Self, TextMissing> {
        let texts = texts(language)?;
        match texts.letters {
            Some(_) => Ok(Self(texts)),
            None => Err(TextMissing { language: language.to_owned(), id: "letters".to_owned() }),
        }
    }

    /// The language, as a BCP 47 tag.
    #[must_use]
    pub fn language(self) -> &'static str {
        self.0.language
    }

    /// A text as it is.
    ///
    /// # Errors
    /// [`TextMissing`] when this language does not have it; no other language stands in.
    pub fn say(self, id: &str) -> Result<&'static str, TextMissing> {
        let found = self.0.letters.as_ref().and_then(|letters| letters.get(id)).map(String::as_str);
        found.ok_or_else(|| self.0.missing("letters", id))
    }

    /// A text with its names filled in, each value isolated.
    ///
    /// # Errors
    /// As [`LetterWords::say`].
    pub fn fill(self, id: &str, values: &[(&str, &str)]) -> Result<String, TextMissing> {
        Ok(fill(self.say(id)?, values))
    }

    /// A calendar day with its weekday: "Friday 18 December 2026".
    ///
    /// # Errors
    /// [`TextMissing`] when the language has no names of days or months.
    pub fn day(self, on: NaiveDate) -> Result<String, TextMissing> {
        self.0.date(on)
    }

    /// A calendar day without its weekday: "14 March 1988".
    ///
    /// # Errors
    /// [`TextMissing`] when the language has no names of months.
    pub fn short_day(self, on: NaiveDate) -> Result<String, TextMissing> {
        self.0.short_date(on)
    }

    /// A local time with its day: "Friday 18 December 2026, 14:00".
    ///
    /// # Errors
    /// [`TextMissing`] when the language has no names of days or months.
    pub fn time(self, at: NaiveDateTime) -> Result<String, TextMissing> {
        self.0.date_time(at)
    }

    /// A depth in words: 1500 µm is "1.5 mm".
    #[must_use]
    pub fn depth(self, depth_um: u32) -> String {
        self.0.depth(depth_um)
    }

    /// Several things in one line: "a, b and c".
    #[must_use]
    pub fn list(self, items: &[String]) -> String {
        self.0.list(items)
    }
}

/// Places and parts, as letters name them.
impl LetterWords {
    /// Zones with their sides in one line.
    ///
    /// # Errors
    /// [`TextMissing`] when a zone has no name in this language.
    pub fn zones(self, zones: &[SidedZone]) -> Result<String, TextMissing> {
        self.0.zones(zones)
    }

    /// A part of a visit, with what it is made with.
    ///
    /// # Errors
    /// [`TextMissing`] when it has no name in this language.
    pub fn part(self, treatment: &Treatment) -> Result<String, TextMissing> {
        let name = match treatment {
            Treatment::Mn(_) => self.0.part(ComponentKind::Mn)?.to_owned(),
            Treatment::Rf(_) => self.0.part(ComponentKind::Rf)?.to_owned(),
            Treatment::Prp(_) => self.0.part(ComponentKind::Prp)?.to_owned(),
            Treatment::Peel(peel) => {
                let agent = self.0.agent(peel.agent)?;
                match peel.strength_milli_percent {
                    Some(strength) => format!("{agent} {}", self.0.strength(strength)),
                    None => agent.to_owned(),
                }
            }
            Treatment::Serum(serum) => self.0.substance(serum.substance)?.to_owned(),
            Treatment::Ta(cream) => self.0.product(cream.product)?.to_owned(),
            Treatment::Led(_) => self.0.part(ComponentKind::Led)?.to_owned(),
        };
        Ok(capitalised(&name))
    }

    /// Why a rule stands in the way, said to a client: `is_wait` where it ends on a day that is known.
    ///
    /// # Errors
    /// [`TextMissing`] when the reason has no words in this language.
    pub fn reason(self, rule: &str, is_wait: bool) -> Result<&'static str, TextMissing> {
        let reasons = &*REASONS;
        let begins = |table: &BTreeMap<String, String>| {
            table.iter().find(|(start, _)| rule.starts_with(start.as_str())).map(|(_, id)| id.clone())
        };
        let waits = || if is_wait { begins(&reasons.waits) } else { None };
        let id = reasons.rule.get(rule).cloned().or_else(waits).or_else(|| begins(&reasons.begins));
        self.say(id.as_deref().unwrap_or("nr_other"))
    }
}

/// Which rule is said with which reason.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Reasons {
    rule: BTreeMap<String, String>,
    begins: BTreeMap<String, String>,
    waits: BTreeMap<String, String>,
}

#[expect(clippy::expect_used, reason = "the table is part of the program, and a test reads it")]
static REASONS: LazyLock<Reasons> =
    LazyLock::new(|| toml::from_str(include_str!("../../content/texts/reasons.toml")).expect("the table of reasons"));

/// The words of a language as its file holds them.
pub(super) type LetterFile = BTreeMap<String, String>;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::LANGUAGES;

    #[test]
    fn every_language_with_letters_has_all_of_them() {
        let english = texts("en-GB").unwrap().letters.as_ref().unwrap();
        for language in LANGUAGES {
            let Some(letters) = &texts(language).unwrap().letters else { continue };
            let missing: Vec<&String> = english.keys().filter(|id| !letters.contains_key(*id)).collect();
            assert!(missing.is_empty(), "{language} would leave a gap in a letter: {missing:?}");
            let unknown: Vec<&String> = letters.keys().filter(|id| !english.contains_key(*id)).collect();
            assert!(unknown.is_empty(), "{language} has texts nobody asks for: {unknown:?}");
        }
    }

    #[test]
    fn a_letter_asks_for_the_same_names_in_every_language() {
        let names = |text: &str| {
            let mut names: Vec<String> =
                text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0.to_owned())).collect();
            names.sort();
            names
        };
        let english = texts("en-GB").unwrap().letters.as_ref().unwrap();
        for language in LANGUAGES {
            for (id, text) in texts(language).unwrap().letters.iter().flatten() {
                assert_eq!(names(text), names(&english[id]), "{language} {id}: a value must not be lost");
            }
        }
    }

    #[test]
    fn a_text_that_is_missing_is_refused() {
        let refused = LetterWords::in_language("en-GB").unwrap().say("nobody_wrote_this");
        let missing = TextMissing { language: "en-GB".to_owned(), id: "letters.nobody_wrote_this".to_owned() };
        assert_eq!(refused, Err(missing), "a letter with a gap is never printed");
        assert!(LetterWords::in_language("eo").is_err(), "and no other language stands in");
    }

    #[test]
    fn every_reason_has_its_words_and_every_word_its_reason() {
        let used: std::collections::BTreeSet<&str> = [&REASONS.rule, &REASONS.begins, &REASONS.waits]
            .into_iter()
            .flat_map(|table| table.values().map(String::as_str))
            .chain(["nr_other"])
            .collect();
        for language in LANGUAGES {
            let letters = texts(language).unwrap().letters.as_ref().unwrap();
            let written: std::collections::BTreeSet<&str> =
                letters.keys().map(String::as_str).filter(|id| id.starts_with("nr_")).collect();
            assert_eq!(written, used, "{language}: a client is told why, and nothing is written for nobody");
        }
    }

    #[test]
    fn a_rule_is_said_by_its_own_reason_first() {
        let words = LetterWords::in_language("en-GB").unwrap();
        let said = |rule, is_wait| words.reason(rule, is_wait).unwrap();
        assert!(said("rf.infection", false).contains("infection"), "its own line");
        assert!(said("rf.burn", false).contains("looked at first"), "the line of its kind");
        assert!(said("cb.mn_peel_s", true).contains("recently"), "a wait after what was done");
        assert!(said("cb.mn_peel_s", false).contains("same day"), "two parts of one plan");
        assert!(said("no.such_rule", false).contains("clarified"), "and never nothing");
    }
}
