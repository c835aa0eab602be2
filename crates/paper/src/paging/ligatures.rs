//! Right-to-left letters drawn as one: which single character stands for them.
//!
//! A reader that takes a page from left to right turns the letters of a right-to-left run about. It cannot turn one
//! character about, so a glyph that draws several letters says the one presentation form that means them all.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use unicode_normalization::UnicodeNormalization;

/// The blocks of presentation forms: Hebrew and the two of Arabic.
const FORMS: [std::ops::RangeInclusive<char>; 3] =
    ['\u{fb1d}'..='\u{fb4f}', '\u{fb50}'..='\u{fdff}', '\u{fe70}'..='\u{fefc}'];

/// The presentation form that means several letters, if Unicode has one.
pub(super) fn presentation_form(letters: &str) -> Option<char> {
    static BY_LETTERS: OnceLock<BTreeMap<String, char>> = OnceLock::new();
    let by_letters = BY_LETTERS.get_or_init(|| {
        let mut by_letters = BTreeMap::new();
        for form in FORMS.into_iter().flatten() {
            let letters: String = std::iter::once(form).nfkc().collect();
            if letters.chars().count() > 1 {
                by_letters.entry(letters).or_insert(form);
            }
        }
        by_letters
    });
    by_letters.get(letters).copied()
}

/// Whether two texts mean the same letters, whichever forms they are written in.
pub(super) fn mean_the_same(one: &str, other: &str) -> bool {
    one == other || one.nfkc().eq(other.nfkc())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lam_and_an_alef_have_a_form_of_their_own() {
        assert_eq!(presentation_form("لا"), Some('\u{fefb}'), "the ligature every Arabic font draws");
        assert_eq!(presentation_form("لأ"), Some('\u{fef7}'), "and the one with its hamza");
    }

    #[test]
    fn letters_without_a_form_have_none() {
        assert_eq!(presentation_form("سا"), None, "two letters that are never one");
        assert_eq!(presentation_form("ل"), None, "a single letter needs none");
    }

    #[test]
    fn a_form_means_its_letters() {
        assert!(mean_the_same("\u{fefb}", "لا"), "as every reader that normalises text knows");
        assert!(!mean_the_same("\u{fefb}", "لأ"), "and no others");
    }
}
