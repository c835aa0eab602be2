//! That a client said no, or took a consent back.
//!
//! One page: what was decided and when, what it was about, why in the client's words or that nobody asked for a reason,
//! and what follows from it. It is written to the client, who may take it home, and kept by the clinic.

use chrono::NaiveDate;
use paper::{Block, Document, RichText, SignatureBox, SignatureMark, Span};

use super::{Frame, LetterError, paragraph, section, written};

/// A refusal.
#[derive(Debug, Clone, Copy)]
pub struct ConsentRefused<'a> {
    /// The client's name.
    pub name: &'a str,
    /// Local day.
    pub on: NaiveDate,
    /// What was explained.
    pub explained: &'a [Explained<'a>],
    /// In the client's words; may be empty.
    pub reason: &'a str,
    /// Who recorded it.
    pub by: &'a Recorder,
}

/// A withdrawal.
#[derive(Debug, Clone, Copy)]
pub struct ConsentWithdrawn<'a> {
    /// The client's name.
    pub name: &'a str,
    /// Local day.
    pub on: NaiveDate,
    /// Local day the consent was signed on.
    pub signed_on: NaiveDate,
    /// The number of its document; empty where it has none.
    pub number: &'a str,
    /// What it was about.
    pub explained: &'a [Explained<'a>],
    /// In the client's words; may be empty.
    pub reason: &'a str,
    /// Who recorded it.
    pub by: &'a Recorder,
}

/// One part, as the consent said it.
#[derive(Debug, Clone, Copy)]
pub struct Explained<'a> {
    /// Its heading.
    pub heading: &'a str,
    /// Its words.
    pub lines: &'a [String],
}

/// Who recorded it, and when in words.
#[derive(Debug, Clone)]
pub struct Recorder {
    /// Full name.
    pub name: String,
    /// "Friday 20 November 2026, 14:00".
    pub when: String,
}

/// Lays a refusal out.
///
/// # Errors
/// [`LetterError`] when a text is missing.
pub fn consent_refused_document(frame: &Frame<'_>, refused: &ConsentRefused<'_>) -> Result<Document, LetterError> {
    let words = frame.words()?;
    let title = words.say("cr_title")?;
    let opening = words.fill("cr_opening", &[("day", &words.day(refused.on)?), ("name", refused.name)])?;
    let mut blocks = vec![Block::Title(title.to_owned()), paragraph(opening)];
    blocks.push(section(words.say("cr_what")?));
    blocks.extend(parts(refused.explained));
    blocks.extend(why(frame, refused.reason)?);
    blocks.extend(meaning(frame, ["cr_meaning_1", "cr_meaning_2", "cr_meaning_3"])?);
    blocks.push(signed(frame, refused.by, "cr_recorded")?);
    frame.document(title, "cr_kind", blocks)
}

/// Lays a withdrawal out.
///
/// # Errors
/// [`LetterError`] when a text is missing.
pub fn consent_withdrawn_document(frame: &Frame<'_>, taken: &ConsentWithdrawn<'_>) -> Result<Document, LetterError> {
    let words = frame.words()?;
    let title = words.say("cw_title")?;
    let signed_on = words.short_day(taken.signed_on)?;
    let values = [("day", words.day(taken.on)?), ("signed", signed_on)];
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let opening = words.fill("cw_opening", &[values.as_slice(), &[("name", taken.name)]].concat())?;
    let mut blocks = vec![Block::Title(title.to_owned()), paragraph(opening)];
    if !taken.number.is_empty() {
        blocks.push(paragraph(words.fill("cw_document", &[("number", taken.number)])?));
    }
    blocks.push(section(words.say("cw_what")?));
    blocks.extend(parts(taken.explained));
    blocks.extend(why(frame, taken.reason)?);
    blocks.extend(meaning(frame, ["cw_meaning_1", "cw_meaning_2", "cw_meaning_3"])?);
    blocks.push(signed(frame, taken.by, "cw_recorded")?);
    frame.document(title, "cw_kind", blocks)
}

fn parts(explained: &[Explained<'_>]) -> Vec<Block> {
    let one = |part: &Explained<'_>| {
        let mut spans = vec![Span::words(part.heading).bold()];
        spans.extend(part.lines.iter().map(|line| Span::words(format!("\n{line}"))));
        RichText(spans)
    };
    vec![Block::List(explained.iter().map(one).collect())]
}

fn why(frame: &Frame<'_>, reason: &str) -> Result<Vec<Block>, LetterError> {
    let words = frame.words()?;
    let said = written(reason);
    let said = if said.is_empty() { vec![paragraph(words.say("cr_no_reason")?)] } else { said };
    Ok(std::iter::once(section(words.say("cr_reason")?)).chain(said).collect())
}

fn meaning(frame: &Frame<'_>, points: [&str; 3]) -> Result<Vec<Block>, LetterError> {
    let words = frame.words()?;
    let points = points.iter().map(|id| words.say(id).map(RichText::from)).collect::<Result<_, _>>()?;
    Ok(vec![section(words.say("cr_meaning")?), Block::List(points)])
}

fn signed(frame: &Frame<'_>, by: &Recorder, meaning: &str) -> Result<Block, LetterError> {
    let words = frame.words()?;
    let around = care::PaperWords::in_language(frame.language)?;
    Ok(Block::Signatures(vec![SignatureBox {
        name: by.name.clone(),
        role: around.say(care::PaperWord::RolePractitioner).to_owned(),
        meaning: words.say(meaning)?.to_owned(),
        time: by.when.clone(),
        mark: SignatureMark::Typed(words.say("tr_code")?.to_owned()),
    }]))
}
