//! The letter that sends a client to a doctor or another colleague.
//!
//! The question stands in a box at the top: who opens forty letters a day reads that and the name. Everything else
//! follows under its own heading, and what is not known says so rather than being left out.

use chrono::NaiveDate;
use paper::{Block, Document, RichText, SignatureBox, SignatureMark, Span, Tone};

use super::{Frame, LetterError, paragraph, section, written, written_section};

/// What a colleague has to know.
#[derive(Debug, Clone, Copy)]
pub struct Referral<'a> {
    /// Name and address of the colleague, one or several lines.
    pub to: &'a str,
    /// Day of the letter.
    pub on: NaiveDate,
    /// Whether it has to be on the same day.
    pub is_urgent: bool,
    /// Whether the client has agreed to the letter.
    pub client_agrees: bool,
    /// What the clinic asks.
    pub question: &'a str,
    /// Why the client is sent.
    pub reason: &'a str,
    /// What was found; may be empty.
    pub findings: &'a str,
    /// What was done here, with days; may be empty.
    pub done: &'a str,
    /// Medicines; empty when they are not known.
    pub medicines: &'a str,
    /// Allergies in words; empty when nobody asked.
    pub allergies: &'a str,
    /// Who writes, and as what.
    pub practitioner: (&'a str, &'a str),
}

/// Lays the letter out.
///
/// # Errors
/// [`LetterError`] when a text, the client, the reason or the number to call is missing.
pub fn referral_document(frame: &Frame<'_>, letter: &Referral<'_>) -> Result<Document, LetterError> {
    let words = frame.words()?;
    let client = frame.client.ok_or(LetterError::Empty { what: "the client" })?;
    if letter.reason.trim().is_empty() || letter.to.trim().is_empty() {
        return Err(LetterError::Empty { what: "the reason or the colleague" });
    }
    if frame.clinic.phone.trim().is_empty() {
        return Err(LetterError::NoNumberToCall);
    }
    let title = words.say("rf_title")?;
    let about = words.fill("rf_about", &[("name", client.name), ("day", &words.short_day(client.born_on)?)])?;
    let mut blocks = vec![Block::Paragraph(RichText(vec![Span::value(letter.to)]))];
    blocks.push(paragraph(words.day(letter.on)?));
    blocks.push(Block::Title(title.to_owned()));
    blocks.push(question(frame, letter, about)?);
    for (heading, text) in [("rf_reason", letter.reason), ("rf_findings", letter.findings), ("rf_done", letter.done)] {
        blocks.extend(written_section(words.say(heading)?, text));
    }
    for (heading, text) in [("rf_medicines", letter.medicines), ("rf_allergies", letter.allergies)] {
        blocks.push(section(words.say(heading)?));
        let body = written(text);
        if body.is_empty() {
            blocks.push(paragraph(words.say("unknown")?));
        }
        blocks.extend(body);
    }
    if letter.client_agrees {
        blocks.push(paragraph(words.say("rf_agreed")?));
    }
    let answer = [("clinic", frame.clinic.name), ("phone", frame.clinic.phone)];
    blocks.push(paragraph(words.fill("rf_answer", &answer)?));
    let (name, role) = letter.practitioner;
    blocks.push(Block::Signatures(vec![SignatureBox {
        name: name.to_owned(),
        role: role.to_owned(),
        meaning: words.say("regards")?.to_owned(),
        time: String::new(),
        mark: SignatureMark::Blank,
    }]));
    frame.document(title, "rf_kind", blocks)
}

fn question(frame: &Frame<'_>, letter: &Referral<'_>, about: String) -> Result<Block, LetterError> {
    let words = frame.words()?;
    let urgent = if letter.is_urgent { "rf_urgent" } else { "rf_please" };
    let mut body = vec![RichText::from(words.say(urgent)?)];
    if !letter.question.trim().is_empty() {
        body.push(RichText(vec![
            Span::words(format!("{}: ", words.say("rf_question")?)).bold(),
            Span::value(letter.question.trim()),
        ]));
    }
    let tone = if letter.is_urgent { Tone::Urgent } else { Tone::Information };
    Ok(Block::Note { tone, heading: about, body })
}
