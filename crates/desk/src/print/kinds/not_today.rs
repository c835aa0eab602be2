//! The note a client takes home when nothing was treated: why, and from which day it is possible.
//!
//! One page. The earliest day stands right under the opening, because it is what the client came to know; the reasons
//! follow, each with its own day, so that a second obstacle is no surprise.

use chrono::NaiveDate;
use paper::{Block, Document, RichText, Span, Tone};

use super::{Frame, LetterError, paragraph, section};

/// What stood in the way.
#[derive(Debug, Clone, Copy)]
pub struct NotToday<'a> {
    /// The day of the visit.
    pub on: NaiveDate,
    /// Every reason, in the client's language.
    pub obstacles: &'a [Obstacle<'a>],
    /// What the client can do until then; may be empty.
    pub meanwhile: &'a [&'a str],
}

/// One reason.
#[derive(Debug, Clone, Copy)]
pub struct Obstacle<'a> {
    /// The reason in plain words.
    pub words: &'a str,
    /// The first day it no longer stands in the way; none when a person has to decide.
    pub ends_on: Option<NaiveDate>,
}

/// Lays the note out.
///
/// # Errors
/// [`LetterError`] when a text, a reason or the number to call is missing.
pub fn not_today_document(frame: &Frame<'_>, note: &NotToday<'_>) -> Result<Document, LetterError> {
    let words = frame.words()?;
    if note.obstacles.is_empty() {
        return Err(LetterError::Empty { what: "the reasons" });
    }
    let title = words.say("nt_title")?;
    let mut blocks = vec![
        Block::Title(title.to_owned()),
        paragraph(words.fill("nt_opening", &[("day", &words.day(note.on)?)])?),
        earliest(frame, note)?,
        section(words.say("nt_why")?),
    ];
    let reasons = note.obstacles.iter().map(|obstacle| {
        let until = match obstacle.ends_on {
            Some(on) => words.fill("nt_again", &[("day", &words.day(on)?)])?,
            None => words.say("nt_again_clinician")?.to_owned(),
        };
        let until = Span::words(format!("{until}.")).bold();
        Ok::<_, LetterError>(RichText(vec![Span::value(obstacle.words), Span::words(" "), until]))
    });
    blocks.push(Block::List(reasons.collect::<Result<_, _>>()?));
    blocks.push(section(words.say("nt_meanwhile")?));
    let meanwhile = note.meanwhile.iter().copied().chain([words.say("nt_medicines")?]);
    blocks.push(Block::List(meanwhile.map(RichText::from).collect()));
    blocks.push(frame.whom_to_call(words, vec![words.say("nt_ask")?.into()])?);
    frame.document(title, "nt_kind", blocks)
}

/// The day everything is clear, when every reason has one.
fn earliest(frame: &Frame<'_>, note: &NotToday<'_>) -> Result<Block, LetterError> {
    let words = frame.words()?;
    let days: Option<Vec<NaiveDate>> = note.obstacles.iter().map(|obstacle| obstacle.ends_on).collect();
    let (heading, body) = match days.and_then(|days| days.into_iter().max()) {
        Some(day) => (words.fill("nt_earliest", &[("day", &words.day(day)?)])?, "nt_earliest_note"),
        None => (words.say("nt_no_day")?.to_owned(), "nt_no_day_note"),
    };
    Ok(Block::Note { tone: Tone::Caution, heading, body: vec![words.say(body)?.into()] })
}
