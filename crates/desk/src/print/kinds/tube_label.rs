//! Labels for the tubes of one client's plasma, several alike on one sheet to cut apart.
//!
//! A tube that is swapped is the worst that can happen with plasma, so every label carries two identifiers, the name
//! and the day of birth, beside the number, the time it was drawn and the time it must be used before.

use chrono::NaiveDateTime;
use paper::{Block, Document, RichText, Span};

use super::{About, Frame, LetterError};

/// Labels side by side.
const COLUMNS: usize = 2;
/// The most labels on one sheet.
const MOST: usize = 16;

/// What the labels say.
#[derive(Debug, Clone, Copy)]
pub struct TubeLabel<'a> {
    /// The visit's number.
    pub visit_number: &'a str,
    /// Local time the blood was drawn.
    pub drawn_at: NaiveDateTime,
    /// Local time it must be used before; none leaves room to write it.
    pub use_before: Option<NaiveDateTime>,
    /// How many tubes, 1 to 16.
    pub n_tubes: usize,
}

/// Lays the labels out.
///
/// # Errors
/// [`LetterError::Empty`] without a client or a tube, [`LetterError::Text`] when a text is missing.
pub fn tube_label_document(frame: &Frame<'_>, label: &TubeLabel<'_>) -> Result<Document, LetterError> {
    let words = frame.words()?;
    let client = frame.client.ok_or(LetterError::Empty { what: "the client" })?;
    if client.name.trim().is_empty() || !(1..=MOST).contains(&label.n_tubes) {
        return Err(LetterError::Empty { what: "the labels" });
    }
    let labels = (1..=label.n_tubes).map(|number| one(frame, label, &client, number)).collect::<Result<Vec<_>, _>>()?;
    let rows = labels.chunks(COLUMNS).map(|row| {
        let mut row = row.to_vec();
        row.resize(COLUMNS, RichText::default());
        row
    });
    let title = words.say("tl_title")?;
    let table = Block::Table { head: Vec::new(), rows: rows.collect(), widths: vec![500; COLUMNS] };
    frame.document(title, "tl_title", vec![Block::Title(title.to_owned()), table])
}

fn one(frame: &Frame<'_>, label: &TubeLabel<'_>, client: &About<'_>, number: usize) -> Result<RichText, LetterError> {
    let words = frame.words()?;
    let born = words.fill("born", &[("day", &words.short_day(client.born_on)?)])?;
    let drawn = words.fill("tl_drawn", &[("when", &words.time(label.drawn_at)?)])?;
    let before = match label.use_before {
        Some(at) => words.fill("tl_use_by", &[("when", &words.time(at)?)])?,
        None => words.say("tl_use_by_hand")?.to_owned(),
    };
    let count = format!("{number}/{}", label.n_tubes);
    Ok(RichText(vec![
        Span::value(client.name).bold(),
        Span::words(format!("\n{born}")).bold(),
        Span::words("\n"),
        Span::value(client.number),
        Span::words(" · "),
        Span::value(label.visit_number),
        Span::words(" · "),
        Span::value(count),
        Span::words(format!("\n{drawn}\n")),
        Span::words(before).bold(),
        Span::words(format!("\n{}", words.say("tl_for")?)),
    ]))
}
