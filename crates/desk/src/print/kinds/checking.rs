//! The last lines of a sealed document: how it is checked without this program.
//!
//! They stand last, after the signatures, because they are for whoever doubts the document years later and for nobody
//! else; in a box that stays on one page, so that the last page says all of it. The digits are in groups, because they
//! are compared by eye.

use care::LetterWords;
use paper::{Block, RichText, Tone};

use super::LetterError;

/// What there is to check a sealed document against.
#[derive(Debug, Clone, Copy)]
pub struct HowToCheck<'a> {
    /// SHA-256 of the clinic's certificate, in groups.
    pub certificate: &'a str,
    /// The name of the file that travels inside.
    pub file: &'a str,
    /// Of what in it the hash stands in the foot.
    pub content: Content<'a>,
}

/// Of what the hash in the foot is taken, with that hash in groups.
#[derive(Debug, Clone, Copy)]
pub enum Content<'a> {
    /// The file itself.
    File(&'a str),
    /// The value of `bundle` in it.
    Bundle(&'a str),
}

/// The box with the lines.
///
/// # Errors
/// [`LetterError`] when a text is missing.
pub fn how_to_check(words: LetterWords, check: &HowToCheck<'_>) -> Result<Block, LetterError> {
    let record = match check.content {
        Content::File(hash) => words.fill("se_record", &[("file", check.file), ("hash", hash)])?,
        Content::Bundle(hash) => words.fill("se_bundle", &[("file", check.file), ("hash", hash)])?,
    };
    let points = [
        words.say("se_seal")?.to_owned(),
        words.fill("se_certificate", &[("fingerprint", check.certificate)])?,
        record,
        words.say("se_journal")?.to_owned(),
        words.say("se_limits")?.to_owned(),
    ];
    Ok(Block::Note {
        tone: Tone::Information,
        heading: words.say("se_title")?.to_owned(),
        body: points.into_iter().map(RichText::from).collect(),
    })
}
