//! The letter to a client on whom a product was used that something is known about by now.
//!
//! It says when, which product and which lot, then what is known in the clinic's own words, and asks to call whether or
//! not anything is felt: who feels well would otherwise put it away.

use chrono::NaiveDate;
use paper::{Block, Document, RichText, Span, Tone};

use super::{Frame, LetterError, paragraph, written_section};

/// What was used when, and what is known about it.
#[derive(Debug, Clone, Copy)]
pub struct LotLetter<'a> {
    /// How the client is addressed.
    pub name: &'a str,
    /// Name and postal address, for the window of an envelope; may be empty.
    pub address: &'a str,
    /// Day of the letter.
    pub on: NaiveDate,
    /// Day of the visit it was used in.
    pub used_on: NaiveDate,
    /// The product, as on its label.
    pub product: &'a str,
    /// Its lot.
    pub lot: &'a str,
    /// What is known.
    pub known: &'a str,
    /// Who signs.
    pub practitioner: (&'a str, &'a str),
}

/// Lays the letter out.
///
/// # Errors
/// [`LetterError`] when a text, the product or the number to call is missing.
pub fn lot_letter_document(frame: &Frame<'_>, letter: &LotLetter<'_>) -> Result<Document, LetterError> {
    let words = frame.words()?;
    if letter.lot.trim().is_empty() || letter.known.trim().is_empty() {
        return Err(LetterError::Empty { what: "the lot or what is known about it" });
    }
    let title = words.say("rl_title")?;
    let day = words.short_day(letter.used_on)?;
    let used = words.fill("rl_used", &[("day", &day), ("product", letter.product), ("lot", letter.lot)])?;
    let (name, role) = letter.practitioner;
    let mut blocks = vec![
        Block::Paragraph(RichText(vec![Span::value(letter.address.trim())])),
        paragraph(words.day(letter.on)?),
        Block::Title(title.to_owned()),
        paragraph(format!("{},", words.fill("dear", &[("name", letter.name)])?)),
        Block::Note { tone: Tone::Caution, heading: used, body: Vec::new() },
    ];
    blocks.extend(written_section(words.say("rl_what")?, letter.known));
    blocks.push(frame.whom_to_call(words, vec![words.say("rl_do")?.into()])?);
    blocks.push(paragraph(words.say("regards")?));
    blocks.push(paragraph(words.fill("signed_by", &[("name", name), ("role", role)])?));
    frame.document(title, "rl_kind", blocks)
}
