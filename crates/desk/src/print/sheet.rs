//! The aftercare sheet on paper: whom to call, what to do until when, what is normal, what is not.

use care::aftercare::{Sheet, SheetHold};
use care::verdict::FlagAction;
use paper::{Block, Document, HeadingLevel, Moment, RichText, Span, Tone};

use super::{PageFacts, footer, masthead, paper_size};
use crate::words::Words;

/// What a sheet's paper is made of.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SheetPaper<'a> {
    /// What every page says.
    pub(crate) page: PageFacts<'a>,
    /// The composed sheet.
    pub(crate) sheet: &'a Sheet,
}

/// Lays out which block stands where.
pub(crate) fn sheet_document(paper: &SheetPaper<'_>, words: &Words) -> Document {
    let sheet = paper.sheet;
    let mut blocks = vec![Block::Title(sheet.title.clone())];
    blocks.extend(sheet.done.iter().map(|line| Block::Paragraph(RichText::from(line.clone()))));
    blocks.push(call(sheet, words));
    if !sheet.holds.is_empty() {
        blocks.push(section("sheet-until", words));
        blocks.push(Block::Timeline(sheet.holds.iter().map(moment).collect()));
    }
    if !sheet.advice.is_empty() {
        blocks.push(section("sheet-advice", words));
        let advice = sheet.advice.iter().map(|line| headed(&line.heading, &line.words));
        blocks.push(Block::List(advice.collect()));
    }
    if !sheet.phases.is_empty() {
        blocks.push(section("sheet-course", words));
        blocks.push(course(sheet, words));
    }
    blocks.extend(warnings(sheet, words));
    if !sheet.dates.is_empty() {
        blocks.push(section("sheet-dates", words));
        let dates = sheet.dates.iter().map(|date| Moment {
            when: RichText(vec![Span::value(date.when.clone()).bold()]),
            body: vec![RichText::from(date.heading.clone())],
        });
        blocks.push(Block::Timeline(dates.collect()));
    }
    Document {
        title: sheet.title.clone(),
        language: sheet.language.clone(),
        paper: paper_size(paper.page.paper),
        masthead: masthead(&paper.page, words),
        footer: footer(&paper.page, words),
        blocks,
        created_at: paper.page.made_at.timestamp(),
    }
}

/// The sheet as lines, for a screen reader beside the picture of the pages.
pub(crate) fn sheet_text(sheet: &Sheet) -> Vec<String> {
    let holds = sheet.holds.iter().map(|hold| format!("{}: {} {}", hold.when, hold.heading, hold.words));
    let advice = sheet.advice.iter().map(|line| format!("{} {}", line.heading, line.words));
    let phases = sheet.phases.iter().map(|phase| format!("{}: {} {}", phase.when, phase.course, phase.care));
    let warnings = sheet.warnings.iter().map(|warning| warning.words.clone());
    let dates = sheet.dates.iter().map(|date| format!("{}: {}", date.when, date.heading));
    std::iter::once(sheet.title.clone())
        .chain(sheet.done.iter().cloned())
        .chain(sheet.contact.iter().cloned())
        .chain(holds)
        .chain(advice)
        .chain(phases)
        .chain(warnings)
        .chain(dates)
        .collect()
}

fn section(key: &str, words: &Words) -> Block {
    Block::Heading { level: HeadingLevel::Section, text: words.say(key, None) }
}

fn call(sheet: &Sheet, words: &Words) -> Block {
    Block::Note {
        tone: Tone::Information,
        heading: words.say("sheet-call", None),
        body: sheet.contact.iter().map(|line| RichText::from(line.clone())).collect(),
    }
}

fn moment(hold: &SheetHold) -> Moment {
    Moment {
        when: RichText(vec![Span::value(hold.when.clone()).bold()]),
        body: vec![headed(&hold.heading, &hold.words)],
    }
}

fn course(sheet: &Sheet, words: &Words) -> Block {
    let head = ["sheet-when", "sheet-normal", "sheet-do"].map(|key| words.say(key, None));
    let rows = sheet.phases.iter().map(|phase| {
        vec![
            RichText(vec![Span::value(phase.when.clone()).bold()]),
            RichText::from(phase.course.clone()),
            RichText::from(phase.care.clone()),
        ]
    });
    Block::Table { head: head.to_vec(), rows: rows.collect(), widths: vec![240, 390, 370] }
}

fn warnings(sheet: &Sheet, words: &Words) -> Vec<Block> {
    let groups = [
        (FlagAction::Emergency, Tone::Urgent, "sheet-emergency"),
        (FlagAction::SameDay, Tone::Caution, "sheet-same-day"),
        (FlagAction::Clinic, Tone::Information, "sheet-clinic"),
    ];
    groups
        .into_iter()
        .filter_map(|(action, tone, key)| {
            let of_group = sheet.warnings.iter().filter(|warning| warning.action == action);
            let body: Vec<_> = of_group.map(|warning| RichText::from(warning.words.clone())).collect();
            (!body.is_empty()).then(|| Block::Note { tone, heading: words.say(key, None), body })
        })
        .collect()
}

fn headed(heading: &str, text: &str) -> RichText {
    RichText(vec![Span::words(heading).bold(), Span::words(" "), Span::words(text)])
}
