//! The words around the texts on paper: headings, page numbers, what a signature means. They are in the document's
//! language, which need not be the screen's.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{TextMissing, Texts, fill, texts};
use crate::consent::Block;
use crate::vocabulary::words;

words! {
    /// A word or a short line on paper. `{name}` in it is filled in.
    pub enum PaperWord {
        /// Before the number of a page.
        Page = "page",
        /// Between the number of a page and the number of pages.
        PageOf = "page_of",
        /// `{day}` of birth.
        Born = "born",
        /// The client's `{number}`.
        Client = "client",
        /// A consent and its `{number}`.
        ConsentNumber = "consent_number",
        /// An aftercare sheet and its `{number}`.
        SheetNumber = "sheet_number",
        /// The `{hash}` of the content and the `{head}` of the journal before it.
        Fingerprint = "fingerprint",
        /// The initials of clause `{number}`.
        InitialsFor = "initials_for",
        /// Over questions and answers.
        Questions = "questions",
        /// Over the signatures.
        Signatures = "signatures",
        /// Before how the client was identified.
        Identity = "identity",
        /// Before the reason for treating before the time to think it over has ended.
        SameDay = "same_day",
        /// In place of strokes, where a person signed with a code of their own.
        SignedByCode = "signed_by_code",
        /// In place of strokes, where a person signed in ink on the printed form.
        SignedOnPaper = "signed_on_paper",
        /// In place of letters, where initials stand on the printed form.
        InitialsOnPaper = "initials_on_paper",
        /// The client, under a signature.
        RoleClient = "role_client",
        /// The guardian, under a signature.
        RoleGuardian = "role_guardian",
        /// The practitioner, under a signature.
        RolePractitioner = "role_practitioner",
        /// A witness, under a signature.
        RoleWitness = "role_witness",
        /// An interpreter for `{language}`, under a signature.
        RoleInterpreter = "role_interpreter",
        /// Before the sentence by which the client agreed to an electronic record, on `{day}`.
        Electronic = "electronic",
        /// What a witness's signature means.
        MeansWitness = "means_witness",
        /// What an interpreter's signature means.
        MeansInterpreter = "means_interpreter",
        /// What the client's signature means.
        MeansClient = "means_client",
        /// What the guardian's signature means.
        MeansGuardian = "means_guardian",
        /// What the practitioner's signature means.
        MeansPractitioner = "means_practitioner",
        /// Heading: why the client wants it.
        BlockWish = "block_wish",
        /// Heading: what is done.
        BlockProcedure = "block_procedure",
        /// Heading: what to expect.
        BlockExpected = "block_expected",
        /// Heading: risks.
        BlockRisks = "block_risks",
        /// Heading: alternatives.
        BlockAlternatives = "block_alternatives",
        /// Heading: the result.
        BlockResult = "block_result",
        /// Heading: aftercare.
        BlockAftercare = "block_aftercare",
        /// Heading: the client's decision.
        BlockFreedom = "block_freedom",
        /// Heading: photos.
        BlockPhotos = "block_photos",
        /// Heading: what to do and until when.
        Holds = "holds",
        /// The end of a hold: until `{when}`.
        Until = "until",
        /// The beginning of something: from `{when}`.
        From = "from",
        /// Heading: advice without a time.
        Advice = "advice",
        /// Heading: the normal course.
        Course = "course",
        /// Heading: check-in, review, next visit.
        Dates = "dates",
    }
}

/// The words around the texts of one language, all of them.
#[derive(Debug, Clone, Copy)]
pub struct PaperWords(&'static Texts);

impl PaperWords {
    /// The words of a language.
    ///
    /// # Errors
    /// [`TextMissing`] when the language has no texts, or one of these words is not there.
    pub fn in_language(language: &str) -> Result<Self, TextMissing> {
        let texts = texts(language)?;
        match PaperWord::ALL.iter().find(|word| !texts.paper.contains_key(word)) {
            Some(word) => Err(TextMissing { language: language.to_owned(), id: format!("paper.{word}") }),
            None => Ok(Self(texts)),
        }
    }

    /// A word as it is.
    #[must_use]
    pub fn say(self, word: PaperWord) -> &'static str {
        self.0.paper.get(&word).map_or("", String::as_str)
    }

    /// A word with its names filled in.
    #[must_use]
    pub fn fill(self, word: PaperWord, values: &[(&str, &str)]) -> String {
        fill(self.say(word), values)
    }

    /// A calendar day without its weekday: "14 March 1988".
    ///
    /// # Errors
    /// [`TextMissing`] when the language has no names of months.
    pub fn day(self, on: NaiveDate) -> Result<String, TextMissing> {
        self.0.short_date(on)
    }
}

impl PaperWord {
    /// The heading over a block of a consent.
    #[must_use]
    pub const fn of_block(block: Block) -> Self {
        match block {
            Block::Wish => Self::BlockWish,
            Block::Procedure => Self::BlockProcedure,
            Block::Expected => Self::BlockExpected,
            Block::Risks => Self::BlockRisks,
            Block::Alternatives => Self::BlockAlternatives,
            Block::Result => Self::BlockResult,
            Block::Aftercare => Self::BlockAftercare,
            Block::Freedom => Self::BlockFreedom,
            Block::Photos => Self::BlockPhotos,
        }
    }
}

/// The words of a language as its file holds them.
pub(super) type PaperFile = BTreeMap<PaperWord, String>;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::LANGUAGES;

    #[test]
    fn every_language_has_every_word_on_paper() {
        for language in LANGUAGES {
            let words = PaperWords::in_language(language);
            assert!(words.is_ok(), "a sheet with a gap must never be printed: {:?}", words.err());
        }
    }

    #[test]
    fn a_language_without_texts_is_refused() {
        let words = PaperWords::in_language("eo");
        assert!(words.is_err(), "no other language ever stands in");
    }
}
