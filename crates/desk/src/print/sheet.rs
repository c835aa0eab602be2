//! The aftercare sheet on paper: whom to call, what to do until when, what is normal, what is not.
//!
//! One or two pages: what ends at the same hour stands under one date, and the number to call stands over the signs
//! it is for.

use care::aftercare::{Sheet, SheetHold, Warning};
use care::verdict::{FlagAction, HoldKind};
use care::{PaperWord, PaperWords};
use paper::{Block, Document, Moment, RichText, Span, Tone};

use super::{PageFacts, footer, masthead, no_text, paper_size, section};
use crate::failure::Failure;

/// What a sheet's paper is made of.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SheetPaper<'a> {
    /// What every page says.
    pub(crate) page: PageFacts<'a>,
    /// The composed sheet.
    pub(crate) sheet: &'a Sheet,
}

/// Lays out which block stands where.
///
/// # Errors
/// [`Failure::NoText`] if a word is missing in the language of the sheet.
pub(crate) fn sheet_document(paper: &SheetPaper<'_>) -> Result<Document, Failure> {
    let sheet = paper.sheet;
    let words = PaperWords::in_language(&sheet.language).map_err(no_text)?;
    let mut blocks = vec![Block::Title(sheet.title.clone())];
    blocks.push(Block::Paragraph(RichText::from(sheet.done.join(" "))));
    blocks.push(call(sheet));
    if !sheet.dates.is_empty() {
        blocks.push(Block::Paragraph(dates(sheet, words)));
    }
    blocks.push(section(words, PaperWord::Holds));
    blocks.push(Block::Timeline(moments(sheet, words)));
    blocks.extend(warnings(&sheet.warnings));
    if !sheet.phases.is_empty() {
        blocks.push(section(words, PaperWord::Course));
        let phases = sheet.phases.iter().map(|phase| headed(&phase.when, &format!("{} {}", phase.course, phase.care)));
        blocks.push(Block::List(phases.collect()));
    }
    Ok(Document {
        title: sheet.title.clone(),
        language: sheet.language.clone(),
        paper: paper_size(paper.page.paper),
        masthead: masthead(&paper.page, words)?,
        footer: footer(&paper.page, words),
        blocks,
        created_at: paper.page.made_at.timestamp(),
    })
}

/// The sheet as lines, for a screen reader beside the picture of the pages.
///
/// # Errors
/// [`Failure::NoText`] if a word is missing in the language of the sheet.
pub(crate) fn sheet_text(sheet: &Sheet) -> Result<Vec<String>, Failure> {
    let words = PaperWords::in_language(&sheet.language).map_err(no_text)?;
    let holds = sheet.holds.iter().map(|hold| format!("{}: {} {}", when(hold, words), hold.heading, hold.words));
    let advice = sheet.advice.iter().map(|line| format!("{} {}", line.heading, line.words));
    let warnings = sheet.warnings.iter().map(|warning| format!("{}: {}", warning.call, warning.words));
    let phases = sheet.phases.iter().map(|phase| format!("{}: {} {}", phase.when, phase.course, phase.care));
    let dates = sheet.dates.iter().map(|date| format!("{}: {}", date.when, date.heading));
    let lines =
        std::iter::once(sheet.title.clone()).chain(sheet.done.iter().cloned()).chain(sheet.contact.iter().cloned());
    Ok(lines.chain(holds).chain(advice).chain(warnings).chain(phases).chain(dates).collect())
}

/// Check-in, review and next visit in one paragraph: near the top, where a diary is filled from.
fn dates(sheet: &Sheet, words: PaperWords) -> RichText {
    let mut spans = vec![Span::words(format!("{}: ", words.say(PaperWord::Dates))).bold()];
    for (index, date) in sheet.dates.iter().enumerate() {
        let between = if index == 0 { "" } else { " · " };
        spans.push(Span::words(format!("{between}{}, ", date.heading)));
        spans.push(Span::value(date.when.clone()).bold());
    }
    RichText(spans)
}

fn call(sheet: &Sheet) -> Block {
    Block::Note { tone: Tone::Information, heading: sheet.contact.join(" · "), body: Vec::new() }
}

/// One moment for all that ends, or all that begins, at the same hour; last what has no end.
fn moments(sheet: &Sheet, words: PaperWords) -> Vec<Moment> {
    let mut moments: Vec<(String, Moment)> = Vec::new();
    for hold in &sheet.holds {
        let when = when(hold, words);
        let line = headed(&hold.heading, &hold.words);
        match moments.iter_mut().find(|(known, _)| *known == when) {
            Some((_, moment)) => moment.body.push(line),
            None => {
                let moment = Moment { when: RichText(vec![Span::value(when.clone()).bold()]), body: vec![line] };
                moments.push((when, moment));
            }
        }
    }
    let endless = Moment {
        when: RichText(vec![Span::words(words.say(PaperWord::Advice)).bold()]),
        body: sheet.advice.iter().map(|line| headed(&line.heading, &line.words)).collect(),
    };
    let endless = (!endless.body.is_empty()).then_some(endless);
    moments.into_iter().map(|(_, moment)| moment).chain(endless).collect()
}

fn when(hold: &SheetHold, words: PaperWords) -> String {
    let word = match hold.kind {
        HoldKind::Start => PaperWord::From,
        HoldKind::Until | HoldKind::At | HoldKind::May | HoldKind::Always | HoldKind::Plan | HoldKind::Rx => {
            PaperWord::Until
        }
    };
    words.fill(word, &[("when", &hold.when)])
}

/// The warning signs, most urgent first: the number to call once, then every sign it is for. They run on, so that the
/// sheet stays on two pages.
fn warnings(warnings: &[Warning]) -> Vec<Block> {
    let groups = [
        (FlagAction::Emergency, Tone::Urgent),
        (FlagAction::SameDay, Tone::Caution),
        (FlagAction::Clinic, Tone::Information),
    ];
    let group = |(action, tone): (FlagAction, Tone)| {
        let signs: Vec<&Warning> = warnings.iter().filter(|warning| warning.action == action).collect();
        let heading = signs.first()?.call.clone();
        let lines: Vec<String> = signs.iter().map(|sign| sign.words.clone()).collect();
        let body = vec![RichText::from(lines.join(" "))];
        Some(Block::Note { tone, heading, body })
    };
    groups.into_iter().filter_map(group).collect()
}

fn headed(heading: &str, text: &str) -> RichText {
    RichText(vec![Span::words(heading).bold(), Span::words(" "), Span::words(text)])
}
