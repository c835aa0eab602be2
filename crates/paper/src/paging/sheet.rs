//! Draws pages on sheets: the running lines, the grounds of notes, and every strip at its place.

use printpdf::Op;

use super::canvas::{Canvas, Meaning};
use super::glyphs::UnicodeTables;
use super::paginate::PlacedStrip;
use super::running::{RunningLine, RunningLines};
use crate::PaperError;
use crate::composing::{Drawn, NOTE_PADDING, PanelId};
use crate::document::{Line, PaperSize};
use crate::tags::TagTree;
use crate::theme::{self, BOX_HEIGHT, HAIRLINE, NoteLook, RULE, TEXT_WIDTH};
use crate::typesetting::{Direction, Typesetter};

/// Draws all pages. The box of the text stands in the middle of the sheet, whatever its size.
pub(crate) fn draw_sheets(
    pages: Vec<Vec<PlacedStrip>>,
    panels: &[NoteLook],
    running: &RunningLines,
    paper: PaperSize,
    typesetter: &mut Typesetter,
    tags: &mut TagTree,
    texts: &mut UnicodeTables,
) -> Result<Vec<Vec<Op>>, PaperError> {
    let n_pages = u16::try_from(pages.len()).map_err(|_| PaperError::TooManyPages)?;
    let (sheet_width, sheet_height) = theme::sheet(paper);
    let direction = typesetter.direction();
    let mut sheets = Vec::with_capacity(pages.len());
    for (number, strips) in (1..=n_pages).zip(pages) {
        let canvas = Canvas::new(tags, texts, usize::from(number - 1), sheet_height);
        let mut sheet =
            Sheet { canvas, left: (sheet_width - TEXT_WIDTH) / 2.0, top: (sheet_height - BOX_HEIGHT) / 2.0, direction };
        sheet.running_lines(Meaning::Header, running.masthead().collect(), running.masthead_rule())?;
        sheet.notes(&strips, panels, running.body_top());
        for PlacedStrip { y, strip } in strips {
            for thing in strip.drawn {
                sheet.draw(thing, running.body_top() + y)?;
            }
        }
        let footer = running.footer(typesetter, number, n_pages)?;
        sheet.running_lines(Meaning::Footer, footer, running.footer_rule())?;
        if let Some((code, x, y)) = running.code(number, n_pages)? {
            sheet.canvas.code(Meaning::Footer, &code, sheet.left + x, sheet.top + y);
        }
        sheets.push(sheet.canvas.finish());
    }
    Ok(sheets)
}

/// One sheet, with the upper left corner of its box.
struct Sheet<'a> {
    canvas: Canvas<'a>,
    left: f32,
    top: f32,
    direction: Direction,
}

impl Sheet<'_> {
    fn running_lines(&mut self, meaning: Meaning, lines: Vec<RunningLine>, rule: f32) -> Result<(), PaperError> {
        for RunningLine { x, y, line } in lines {
            self.canvas.text(meaning, &line, self.left + x, self.top + y)?;
        }
        let y = self.top + rule;
        let line = Line { colour: RULE, width_pt: HAIRLINE };
        self.canvas.rule(meaning, (self.left, y), (self.left + TEXT_WIDTH, y), line);
        Ok(())
    }

    /// The ground, the bar and the frame under every note that has strips on this page.
    fn notes(&mut self, strips: &[PlacedStrip], panels: &[NoteLook], body_top: f32) {
        let mut extents: Vec<(PanelId, f32, f32)> = Vec::new();
        for PlacedStrip { y, strip } in strips {
            let Some(panel) = strip.panel else { continue };
            match extents.last_mut() {
                Some((open, _, bottom)) if *open == panel => *bottom = y + strip.height,
                Some(_) | None => extents.push((panel, *y, y + strip.height)),
            }
        }
        for (panel, from, to) in extents {
            let top = self.top + body_top + from - NOTE_PADDING;
            self.note(panels[panel.0], top, to - from + 2.0 * NOTE_PADDING);
        }
    }

    fn note(&mut self, look: NoteLook, top: f32, height: f32) {
        self.canvas.ground(self.left, top, TEXT_WIDTH, height, look.ground);
        let bar_x = match self.direction {
            Direction::LeftToRight => self.left,
            Direction::RightToLeft => self.left + TEXT_WIDTH - look.bar_width,
        };
        self.canvas.ground(bar_x, top, look.bar_width, height, look.bar);
        if let Some(colour) = look.frame {
            self.canvas.frame(self.left, top, TEXT_WIDTH, height, Line { colour, width_pt: 0.8 });
        }
    }

    /// Draws one thing of a strip whose top is `strip_top` below the top of the box.
    fn draw(&mut self, thing: Drawn, strip_top: f32) -> Result<(), PaperError> {
        let (left, top) = (self.left, self.top + strip_top);
        match thing {
            Drawn::Text { tag, x, y, line } => {
                let meaning = tag.map_or(Meaning::Decoration, Meaning::Tagged);
                self.canvas.text(meaning, &line, left + x, top + y)?;
            }
            Drawn::Rule { x, y, width, height, colour, thickness } => {
                let from = (left + x, top + y);
                let line = Line { colour, width_pt: thickness };
                self.canvas.rule(Meaning::Decoration, from, (from.0 + width, from.1 + height), line);
            }
            Drawn::Ground { x, y, width, height, colour } => {
                self.canvas.ground(left + x, top + y, width, height, colour);
            }
            Drawn::Frame { x, y, width, height, colour, thickness } => {
                self.canvas.frame(left + x, top + y, width, height, Line { colour, width_pt: thickness });
            }
            Drawn::PageOf { .. } => return Err(PaperError::Assembly { stage: "a number of the contents" }),
            Drawn::Dot { x, y, radius, colour } => self.canvas.dot(left + x, top + y, radius, colour),
            Drawn::Photo { tag, x, y, width, height, photo } => {
                self.canvas.photo(tag, photo, [left + x, top + y, width, height]);
            }
            Drawn::Picture { tag, x, y, picture } => self.canvas.picture(tag, &picture, left + x, top + y)?,
        }
        Ok(())
    }
}
