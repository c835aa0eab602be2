//! The letter that reminds of the next visit. It names the first day, never a last one, and promises nothing.

use chrono::NaiveDate;
use paper::{Block, Document, RichText, Span};

use super::{Frame, LetterError, paragraph};

/// When the client was here, and from when the next visit is due.
#[derive(Debug, Clone, Copy)]
pub struct Recall<'a> {
    /// How the client is addressed.
    pub name: &'a str,
    /// Name and postal address, for the window of an envelope; may be empty.
    pub address: &'a str,
    /// Day of the letter.
    pub on: NaiveDate,
    /// The last visit.
    pub last_on: NaiveDate,
    /// The first day of the next.
    pub due_on: NaiveDate,
    /// Who signs.
    pub practitioner: (&'a str, &'a str),
}

/// Lays the letter out.
///
/// # Errors
/// [`LetterError`] when a text, the name or the number to call is missing.
pub fn recall_document(frame: &Frame<'_>, letter: &Recall<'_>) -> Result<Document, LetterError> {
    let words = frame.words()?;
    if letter.name.trim().is_empty() {
        return Err(LetterError::Empty { what: "the name" });
    }
    let title = words.say("rc_title")?;
    let (name, role) = letter.practitioner;
    let mut blocks = vec![Block::Paragraph(RichText(vec![Span::value(letter.address.trim())]))];
    blocks.push(paragraph(words.day(letter.on)?));
    blocks.push(Block::Title(title.to_owned()));
    blocks.push(paragraph(format!("{},", words.fill("dear", &[("name", letter.name)])?)));
    let last = words.fill("rc_last", &[("day", &words.short_day(letter.last_on)?)])?;
    let due = words.fill("rc_due", &[("day", &words.day(letter.due_on)?)])?;
    blocks.push(paragraph(format!("{last} {due}")));
    blocks.push(paragraph(words.say("rc_why")?));
    blocks.push(frame.whom_to_call(words, vec![words.say("rc_book")?.into()])?);
    blocks.push(paragraph(words.say("regards")?));
    blocks.push(paragraph(words.fill("signed_by", &[("name", name), ("role", role)])?));
    blocks.push(paragraph(words.say("rc_stop")?));
    frame.document(title, "rc_kind", blocks)
}
