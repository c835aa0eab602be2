//! The whole record of one client on paper: who it is, every visit, photos, addenda, and who was given what.
//!
//! A cover with a list of what follows; then one visit after another in order of time, each laid out as its own record
//! is. Signed documents are not copied into the pages: they are attached as they were signed, and the list says under
//! which name.

use chrono::NaiveDate;
use paper::{Block, Document, HeadingLevel, Photo, RichText, Span};

use super::treatment_record::record_blocks;
use super::{Frame, LetterError, TreatmentRecord, cell, head_cell, paragraph, section};

/// Everything the clinic holds about one client.
#[derive(Debug, Clone)]
pub struct Chart<'a> {
    /// Telephone; may be empty.
    pub phone: &'a str,
    /// Allergies in words; empty when nobody asked.
    pub allergies: &'a str,
    /// Standing alerts; may be empty.
    pub alerts: &'a str,
    /// The visits in order of time.
    pub visits: &'a [ChartVisit<'a>],
    /// Photos taken at no visit, in order.
    pub photos: Vec<Photo>,
    /// The signed documents that are attached.
    pub documents: &'a [AttachedDocument<'a>],
    /// Who was given what, in order of time.
    pub disclosures: &'a [Disclosure<'a>],
}

/// One visit with what belongs to it.
#[derive(Debug, Clone)]
pub struct ChartVisit<'a> {
    /// What was done.
    pub record: TreatmentRecord<'a>,
    /// Its photos, in order.
    pub photos: Vec<Photo>,
    /// What was added after it was signed.
    pub addenda: &'a [Addendum<'a>],
}

/// What was added to a signed record.
#[derive(Debug, Clone, Copy)]
pub struct Addendum<'a> {
    /// Local day.
    pub on: NaiveDate,
    /// Who wrote it.
    pub by: &'a str,
    /// What was written.
    pub text: &'a str,
}

/// A signed document that travels inside the file.
#[derive(Debug, Clone, Copy)]
pub struct AttachedDocument<'a> {
    /// What it is, with its number.
    pub title: &'a str,
    /// Local day it was signed.
    pub signed_on: NaiveDate,
    /// The name it is attached under.
    pub file_name: &'a str,
}

/// Something that was given to somebody.
#[derive(Debug, Clone, Copy)]
pub struct Disclosure<'a> {
    /// Local day.
    pub on: NaiveDate,
    /// To whom.
    pub to: &'a str,
    /// What.
    pub what: &'a str,
}

/// Lays the chart out. The signed documents themselves are attached by whoever makes the file.
///
/// # Errors
/// [`LetterError`] when a text or the client is missing.
pub fn chart_document(frame: &Frame<'_>, chart: &Chart<'_>) -> Result<Document, LetterError> {
    let words = frame.words()?;
    let title = words.say("ch_title")?;
    let mut blocks = vec![Block::Title(title.to_owned())];
    blocks.extend(cover(frame, chart)?);
    for visit in chart.visits {
        blocks.extend(one_visit(frame, visit)?);
    }
    if !chart.photos.is_empty() {
        blocks.push(section(words.say("ch_other_photos")?));
        blocks.push(Block::Photos(chart.photos.clone()));
    }
    blocks.extend(documents(frame, chart)?);
    blocks.extend(disclosures(frame, chart)?);
    frame.document(title, "ch_kind", blocks)
}

/// Who it is, and what follows.
fn cover(frame: &Frame<'_>, chart: &Chart<'_>) -> Result<Vec<Block>, LetterError> {
    let words = frame.words()?;
    let client = frame.client.ok_or(LetterError::Empty { what: "the client" })?;
    let born = words.short_day(client.born_on)?;
    let allergies = if chart.allergies.trim().is_empty() { words.say("unknown")? } else { chart.allergies };
    let facts = [
        ("ch_name", client.name),
        ("ch_born", &born),
        ("ch_number", client.number),
        ("ch_phone", chart.phone),
        ("ch_allergies", allergies),
        ("ch_alerts", chart.alerts),
    ];
    let facts = facts.iter().filter(|(_, value)| !value.trim().is_empty());
    let rows = facts.map(|(id, value)| Ok::<_, LetterError>(vec![head_cell(words.say(id)?), cell(value)]));
    let rows = rows.collect::<Result<_, _>>()?;
    let count = match chart.visits.len() {
        0 => words.say("ch_no_visits")?.to_owned(),
        1 => words.say("ch_one_visit")?.to_owned(),
        count => words.fill("ch_visits", &[("count", &count.to_string())])?,
    };
    Ok(vec![
        section(words.say("ch_about")?),
        Block::Table { head: Vec::new(), rows, widths: vec![260, 740] },
        section(words.say("ch_contents")?),
        Block::Paragraph(RichText(vec![Span::words(count).bold()])),
        Block::Contents,
    ])
}

fn visit_heading(frame: &Frame<'_>, visit: &ChartVisit<'_>) -> Result<String, LetterError> {
    let words = frame.words()?;
    let day = words.day(visit.record.on)?;
    Ok(words.fill("ch_visit", &[("number", visit.record.visit_number), ("day", &day)])?)
}

/// One visit under a heading of its own; the headings of its record stand one level deeper.
fn one_visit(frame: &Frame<'_>, visit: &ChartVisit<'_>) -> Result<Vec<Block>, LetterError> {
    let words = frame.words()?;
    let subsection = |text: &str| Block::Heading { level: HeadingLevel::Subsection, text: text.to_owned() };
    let mut blocks = vec![section(&visit_heading(frame, visit)?)];
    blocks.extend(
        record_blocks(frame, &visit.record)?
            .into_iter()
            .map(|block| if let Block::Heading { text, .. } = &block { subsection(text) } else { block }),
    );
    if !visit.photos.is_empty() {
        blocks.push(subsection(words.say("ch_photos")?));
        blocks.push(Block::Photos(visit.photos.clone()));
    }
    blocks.extend(under_heading(frame, HeadingLevel::Subsection, visit.addenda)?);
    Ok(blocks)
}

/// What was added to a signed record, under a heading of its own; nothing when nothing was added.
///
/// # Errors
/// [`LetterError`] when a text is missing.
pub fn addenda_blocks(frame: &Frame<'_>, addenda: &[Addendum<'_>]) -> Result<Vec<Block>, LetterError> {
    under_heading(frame, HeadingLevel::Section, addenda)
}

fn under_heading(frame: &Frame<'_>, level: HeadingLevel, addenda: &[Addendum<'_>]) -> Result<Vec<Block>, LetterError> {
    let words = frame.words()?;
    if addenda.is_empty() {
        return Ok(Vec::new());
    }
    let mut blocks = vec![Block::Heading { level, text: words.say("ch_addenda")?.to_owned() }];
    for addendum in addenda {
        let day = words.short_day(addendum.on)?;
        let by = words.fill("ch_addendum", &[("day", &day), ("name", addendum.by)])?;
        let text = vec![Span::words(by).bold(), Span::words(" "), Span::value(addendum.text)];
        blocks.push(Block::Paragraph(RichText(text)));
    }
    Ok(blocks)
}

fn documents(frame: &Frame<'_>, chart: &Chart<'_>) -> Result<Vec<Block>, LetterError> {
    if chart.documents.is_empty() {
        return Ok(Vec::new());
    }
    let words = frame.words()?;
    let rows = chart.documents.iter().map(|document| {
        let signed = words.short_day(document.signed_on)?;
        Ok::<_, LetterError>(vec![head_cell(document.title), cell(&signed), cell(document.file_name)])
    });
    let head = ["ch_document", "ch_signed_on", "ch_file"].map(|id| words.say(id).map(str::to_owned));
    Ok(vec![
        section(words.say("ch_documents")?),
        paragraph(words.say("ch_documents_note")?),
        Block::Table {
            head: head.into_iter().collect::<Result<_, _>>()?,
            rows: rows.collect::<Result<_, _>>()?,
            widths: vec![420, 240, 340],
        },
    ])
}

fn disclosures(frame: &Frame<'_>, chart: &Chart<'_>) -> Result<Vec<Block>, LetterError> {
    let words = frame.words()?;
    let heading = section(words.say("ch_disclosures")?);
    if chart.disclosures.is_empty() {
        return Ok(vec![heading, paragraph(words.say("ch_no_disclosures")?)]);
    }
    let rows = chart.disclosures.iter().map(|it| {
        let day = words.short_day(it.on)?;
        Ok::<_, LetterError>(vec![cell(&day), head_cell(it.to), cell(it.what)])
    });
    let head = ["day", "ch_given_to", "ch_given_what"].map(|id| words.say(id).map(str::to_owned));
    let head = head.into_iter().collect::<Result<_, _>>()?;
    let rows = rows.collect::<Result<_, _>>()?;
    Ok(vec![heading, Block::Table { head, rows, widths: vec![230, 320, 450] }])
}
