//! The words of letters, notes and forms, by language. What a word means is said by its own name in `letters.toml`.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};

use super::{TextMissing, Texts, fill, texts};

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
}
