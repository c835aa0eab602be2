//! The masthead and the footer of every page.

use super::code::{CODE_QUIET, CODE_SIZE, Code, code_of};
use crate::PaperError;
use crate::document::{Footer, Masthead, PageCode, PageWords, RichText, Span, Weight};
use crate::theme::{BOX_HEIGHT, CLINIC_LINE, INK, RUNNING, RUNNING_GAP, SMALLEST_BODY_SHARE, TEAL, TEXT_WIDTH};
use crate::typesetting::{Alignment, Direction, TextLine, TextStyle, Typesetter};

/// Between the clinic and the client when they share a line, and between document and page number.
const GUTTER: f32 = 24.0;
/// The width of the page number's column.
const PAGE_COLUMN: f32 = 130.0;
/// Between the words and the rule.
const RULE_GAP: f32 = 5.0;

const CLINIC: TextStyle = TextStyle { size: CLINIC_LINE, weight: Weight::Bold, colour: TEAL, ..RUNNING };
const PAGE: TextStyle = TextStyle { weight: Weight::Bold, colour: INK, alignment: Alignment::End, ..RUNNING };
const DOCUMENT: TextStyle = TextStyle { colour: INK, ..RUNNING };
const HASH: TextStyle = TextStyle { size: 7.0, line_height: 9.5, ..RUNNING };

/// What every page carries, set once.
#[derive(Debug)]
pub(crate) struct RunningLines {
    masthead: Vec<RunningLine>,
    footer: Vec<RunningLine>,
    page_words: PageWords,
    code: Option<PageCode>,
    direction: Direction,
    masthead_height: f32,
    footer_height: f32,
}

/// A line with its place: `x` from the left of the text, `y` from the top of the masthead or the footer.
#[derive(Debug, Clone)]
pub(crate) struct RunningLine {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) line: TextLine,
}

impl RunningLines {
    /// # Errors
    /// [`PaperError::NoRoom`] when they are so long that little is left for the text.
    pub(crate) fn set(typesetter: &mut Typesetter, masthead: &Masthead, footer: &Footer) -> Result<Self, PaperError> {
        let (masthead, masthead_bottom) = set_masthead(typesetter, masthead)?;
        let words = footer.page_words.clone();
        let page = page_number(typesetter, &words, u16::MAX, u16::MAX)?;
        let room = code_room(footer.code);
        let mut lines = Column::new(typesetter.direction(), 0.0, TEXT_WIDTH - PAGE_COLUMN - GUTTER - room);
        lines.set(typesetter, &RichText::from(footer.document.as_str()), &DOCUMENT)?;
        lines.set(typesetter, &RichText::from(footer.hash.as_str()), &HASH)?;
        let page_height: f32 = page.iter().map(|line| line.height).sum();
        let code_height = footer.code.map_or(0.0, |_| CODE_QUIET - RULE_GAP + CODE_SIZE);
        let running = Self {
            masthead,
            page_words: words,
            code: footer.code,
            direction: typesetter.direction(),
            masthead_height: masthead_bottom + RULE_GAP,
            footer_height: lines.bottom.max(page_height).max(code_height) + RULE_GAP,
            footer: lines.lines,
        };
        if running.body_height() < BOX_HEIGHT * SMALLEST_BODY_SHARE {
            return Err(PaperError::NoRoom);
        }
        Ok(running)
    }

    /// What is left for the text.
    pub(crate) fn body_height(&self) -> f32 {
        BOX_HEIGHT - self.masthead_height - self.footer_height - 2.0 * RUNNING_GAP
    }

    /// From the top of the box to the top of the text.
    pub(crate) fn body_top(&self) -> f32 {
        self.masthead_height + RUNNING_GAP
    }

    /// From the top of the box to the rule under the masthead.
    pub(crate) fn masthead_rule(&self) -> f32 {
        self.masthead_height
    }

    /// From the top of the box to the rule over the footer.
    pub(crate) fn footer_rule(&self) -> f32 {
        BOX_HEIGHT - self.footer_height
    }

    /// The lines of the masthead, from the top of the box.
    pub(crate) fn masthead(&self) -> impl Iterator<Item = RunningLine> + '_ {
        self.masthead.iter().cloned()
    }

    /// The lines of the footer of one page, from the top of the box.
    pub(crate) fn footer(
        &self,
        typesetter: &mut Typesetter,
        page: u16,
        n_pages: u16,
    ) -> Result<Vec<RunningLine>, PaperError> {
        let room = code_room(self.code);
        let x = match self.direction {
            Direction::LeftToRight => TEXT_WIDTH - PAGE_COLUMN - room,
            Direction::RightToLeft => room,
        };
        let mut y = 0.0;
        let mut lines = self.footer.clone();
        for line in page_number(typesetter, &self.page_words, page, n_pages)? {
            let height = line.height;
            lines.push(RunningLine { x, y, line });
            y += height;
        }
        let top = self.footer_rule() + RULE_GAP;
        lines.iter_mut().for_each(|line| line.y += top);
        Ok(lines)
    }

    /// The code of one page, if pages have one: with its place from the left of the text and from the top of the box.
    pub(crate) fn code(&self, page: u16, n_pages: u16) -> Result<Option<(Code, f32, f32)>, PaperError> {
        let Some(code) = self.code else { return Ok(None) };
        let x = match self.direction {
            Direction::LeftToRight => TEXT_WIDTH - CODE_SIZE,
            Direction::RightToLeft => 0.0,
        };
        Ok(Some((code_of(&code.on_page(page, n_pages))?, x, BOX_HEIGHT - CODE_SIZE)))
    }
}

/// What a code takes from the width of the footer.
fn code_room(code: Option<PageCode>) -> f32 {
    code.map_or(0.0, |_| CODE_SIZE + CODE_QUIET)
}

fn set_masthead(typesetter: &mut Typesetter, masthead: &Masthead) -> Result<(Vec<RunningLine>, f32), PaperError> {
    let clinic = RichText(vec![Span::value(masthead.clinic.as_str())]);
    let client = RichText(vec![Span::value(masthead.client.as_str())]);
    let widths = typesetter.width(&clinic, &CLINIC)? + typesetter.width(&client, &RUNNING)?;
    let direction = typesetter.direction();
    if widths + GUTTER > TEXT_WIDTH {
        let mut lines = Column::new(direction, 0.0, TEXT_WIDTH);
        lines.set(typesetter, &clinic, &CLINIC)?;
        lines.set(typesetter, &client, &RUNNING)?;
        return Ok((lines.lines, lines.bottom));
    }
    let mut left = Column::new(direction, 0.0, TEXT_WIDTH);
    left.set(typesetter, &clinic, &CLINIC)?;
    let mut right = Column::new(direction, 0.0, TEXT_WIDTH);
    right.set(typesetter, &client, &TextStyle { alignment: Alignment::End, ..RUNNING })?;
    let bottom = left.bottom.max(right.bottom);
    Ok((left.lines.into_iter().chain(right.lines).collect(), bottom))
}

fn page_number(
    typesetter: &mut Typesetter,
    words: &PageWords,
    page: u16,
    n_pages: u16,
) -> Result<Vec<TextLine>, PaperError> {
    let text = RichText(vec![
        Span::words(words.before.as_str()),
        Span::value(page.to_string()),
        Span::words(words.between.as_str()),
        Span::value(n_pages.to_string()),
        Span::words(words.after.as_str()),
    ]);
    typesetter.lines(&text, PAGE_COLUMN, &PAGE)
}

/// Lines set under each other.
struct Column {
    x: f32,
    width: f32,
    bottom: f32,
    lines: Vec<RunningLine>,
}

impl Column {
    fn new(direction: Direction, start: f32, width: f32) -> Self {
        let x = match direction {
            Direction::LeftToRight => start,
            Direction::RightToLeft => TEXT_WIDTH - start - width,
        };
        Self { x, width, bottom: 0.0, lines: Vec::new() }
    }

    fn set(&mut self, typesetter: &mut Typesetter, text: &RichText, style: &TextStyle) -> Result<(), PaperError> {
        for line in typesetter.lines(text, self.width, style)? {
            let height = line.height;
            self.lines.push(RunningLine { x: self.x, y: self.bottom, line });
            self.bottom += height;
        }
        Ok(())
    }
}
