//! The sheet with the recovery key, for the envelope in the safe.
//!
//! The key stands alone in a table of four groups a row, numbered, so that it is typed without losing the line. The
//! sheet names no client, is not filed and carries no fingerprint: nothing of it is kept but the paper.

use chrono::NaiveDate;
use paper::{Block, Document, RichText, SignatureBox, SignatureMark, Span, Tone};

use super::{Frame, LetterError, paragraph, section};

/// How many groups of a key stand on one line.
const GROUPS_A_LINE: usize = 4;

/// What the sheet says.
#[derive(Clone, Copy)]
pub struct RecoveryKeySheet<'a> {
    /// The key, its groups parted by hyphens or spaces.
    pub key: &'a str,
    /// The day it was made.
    pub made_on: NaiveDate,
}

impl std::fmt::Debug for RecoveryKeySheet<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // The key is never printed but on paper.
        f.debug_struct("RecoveryKeySheet").field("made_on", &self.made_on).finish_non_exhaustive()
    }
}

/// Lays the sheet out.
///
/// # Errors
/// [`LetterError`] when a text or the key is missing.
pub fn recovery_key_document(frame: &Frame<'_>, sheet: &RecoveryKeySheet<'_>) -> Result<Document, LetterError> {
    let words = frame.words()?;
    let groups: Vec<&str> = sheet.key.split(['-', ' ', '\n']).filter(|group| !group.is_empty()).collect();
    if groups.is_empty() {
        return Err(LetterError::Empty { what: "the recovery key" });
    }
    let title = words.say("rk_title")?;
    let day = words.short_day(sheet.made_on)?;
    let mut blocks = vec![
        Block::Title(title.to_owned()),
        Block::Note { tone: Tone::Urgent, heading: words.say("rk_opening")?.to_owned(), body: Vec::new() },
        section(&words.fill("rk_key", &[("clinic", frame.clinic.name), ("day", &day)])?),
        key_table(&groups),
        paragraph(words.say("rk_lines")?),
    ];
    for (heading, points) in [
        ("rk_keep", &["rk_keep_1", "rk_keep_2", "rk_keep_3", "rk_keep_4"][..]),
        ("rk_use", &["rk_use_1", "rk_use_2", "rk_use_3"][..]),
    ] {
        blocks.push(section(words.say(heading)?));
        let points = points.iter().map(|id| words.say(id).map(RichText::from));
        blocks.push(Block::List(points.collect::<Result<_, _>>()?));
    }
    blocks.push(Block::Signatures(vec![SignatureBox {
        name: String::new(),
        role: words.say("rk_stored")?.to_owned(),
        meaning: words.say("rk_stored_place")?.to_owned(),
        time: String::new(),
        mark: SignatureMark::Blank,
    }]));
    frame.document(title, "rk_kind", blocks)
}

fn key_table(groups: &[&str]) -> Block {
    let rows = groups.chunks(GROUPS_A_LINE).enumerate().map(|(line, groups)| {
        let number = RichText(vec![Span::value((line + 1).to_string())]);
        let cells = (0..GROUPS_A_LINE).map(|index| {
            let group = groups.get(index).copied().unwrap_or_default();
            RichText(vec![Span::value(group).bold()])
        });
        std::iter::once(number).chain(cells).collect()
    });
    Block::Table { head: Vec::new(), rows: rows.collect(), widths: vec![80, 230, 230, 230, 230] }
}
