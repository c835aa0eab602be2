//! A report of something that went wrong, its fields in the order of the authority's own form, to be copied into it.
//!
//! The order is data: whoever composes it says which parts there are. An empty field is printed with a line to write
//! on, because the form asks for it whether or not the record knows it.

use chrono::NaiveDate;
use paper::{Block, Document, RichText, Span, Tone};

use super::{Frame, LetterError, cell, head_cell, section};

/// A report.
#[derive(Debug, Clone, Copy)]
pub struct AdverseEvent<'a> {
    /// The form it follows, for example "MedWatch 3500" or "Yellow Card".
    pub form: &'a str,
    /// Day of the report.
    pub on: NaiveDate,
    /// The parts in the form's order.
    pub parts: &'a [FormPart<'a>],
}

/// One part of a form.
#[derive(Debug, Clone, Copy)]
pub struct FormPart<'a> {
    /// Id of its heading among the letters' words.
    pub heading: &'a str,
    /// Its fields in order.
    pub fields: &'a [FormField<'a>],
}

/// One field.
#[derive(Debug, Clone, Copy)]
pub struct FormField<'a> {
    /// Id of its name among the letters' words.
    pub name: &'a str,
    /// What the record knows; empty leaves a line to write on.
    pub value: &'a str,
}

/// What stands where the record knows nothing.
const TO_FILL_IN: &str = "______________________________";

/// Lays the report out.
///
/// # Errors
/// [`LetterError`] when a text or every part is missing.
pub fn adverse_event_document(frame: &Frame<'_>, report: &AdverseEvent<'_>) -> Result<Document, LetterError> {
    let words = frame.words()?;
    if report.parts.iter().all(|part| part.fields.is_empty()) {
        return Err(LetterError::Empty { what: "the report" });
    }
    let title = words.say("ae_title")?;
    let draft = words.fill("ae_draft", &[("form", report.form)])?;
    let mut blocks = vec![
        Block::Title(title.to_owned()),
        Block::Note { tone: Tone::Caution, heading: words.day(report.on)?, body: vec![draft.into()] },
    ];
    for part in report.parts.iter().filter(|part| !part.fields.is_empty()) {
        blocks.push(section(words.say(part.heading)?));
        let rows = part.fields.iter().map(|field| {
            let value = field.value.trim();
            let value = if value.is_empty() { RichText(vec![Span::words(TO_FILL_IN)]) } else { cell(value) };
            Ok::<_, LetterError>(vec![head_cell(words.say(field.name)?), value])
        });
        let rows = rows.collect::<Result<_, _>>()?;
        blocks.push(Block::Table { head: Vec::new(), rows, widths: vec![320, 680] });
    }
    frame.document(title, "ae_kind", blocks)
}
