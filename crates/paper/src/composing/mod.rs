//! From blocks to strips: where everything stands in a column that has no pages yet.
//!
//! The tags are written in the same walk, so that the order on paper and the order for a screen reader cannot differ.

mod clause;
mod contents;
mod figure;
mod hatch;
mod jpeg;
mod list;
mod note;
mod photos;
mod picture;
mod signatures;
mod strip;
mod table;
mod text;
mod timeline;

pub(crate) use jpeg::Jpeg;
pub(crate) use note::NOTE_PADDING;
pub(crate) use picture::{Mark, Picture, points};
pub(crate) use strip::{Drawn, Galley, PanelId, PhotoId, SectionId, Slab, Strip};

use crate::PaperError;
use crate::document::{Block, RichText};
use crate::tags::{TagId, TagTree};
use crate::theme::{LARGEST_KEPT_SHARE, TEXT_WIDTH};
use crate::typesetting::{Direction, TextLine, TextStyle, Typesetter};

/// Composes all blocks of a document for pages whose text is `body_height` points tall.
pub(crate) fn compose<'a>(
    blocks: &'a [Block],
    typesetter: &mut Typesetter,
    body_height: f32,
) -> Result<(Galley<'a>, TagTree), PaperError> {
    let mut composer = Composer {
        typesetter,
        tags: TagTree::new(),
        galley: Galley::default(),
        body_height,
        ties_next: false,
        last_heading: 0,
        part_begins: 0,
        n_sections: 0,
        open_list: None,
    };
    for (index, block) in blocks.iter().enumerate() {
        composer.block(block, &blocks[index + 1..])?;
    }
    Ok((composer.galley, composer.tags))
}

/// Where the composition stands.
struct Composer<'t, 'a> {
    typesetter: &'t mut Typesetter,
    tags: TagTree,
    galley: Galley<'a>,
    body_height: f32,
    /// Whether the next strip must follow the last one on its page.
    ties_next: bool,
    /// The level of the last heading, so that none is skipped.
    last_heading: u8,
    /// Where the part under the last heading begins.
    part_begins: usize,
    /// How many sections have begun.
    n_sections: usize,
    /// The list that neighbouring clauses share.
    open_list: Option<TagId>,
}

/// A box for text: from the start of the line, which is the right side of a right-to-left page.
#[derive(Debug, Clone, Copy)]
struct Column {
    start: f32,
    width: f32,
}

/// The whole width of the text.
const FULL_WIDTH: Column = Column { start: 0.0, width: TEXT_WIDTH };

impl<'a> Composer<'_, 'a> {
    fn block(&mut self, block: &'a Block, following: &[Block]) -> Result<(), PaperError> {
        if !matches!(block, Block::Clause { .. }) {
            self.open_list = None;
        }
        match block {
            Block::Title(text) => self.title(text),
            Block::Heading { level, text } => self.heading(*level, text),
            Block::Paragraph(text) => self.paragraph(text),
            Block::Note { tone, heading, body } => self.note(*tone, heading, body),
            Block::List(items) => self.list(items),
            Block::Clause { number, body, initials } => self.clause(number, body, initials.as_ref()),
            Block::Table { head, rows, widths } => self.table(head, rows, widths),
            Block::Timeline(moments) => self.timeline(moments),
            Block::Figure { drawing, alt, caption } => self.figure(drawing, alt, caption),
            Block::Photos(photos) => self.photos(photos),
            Block::Signatures(boxes) => self.signatures(boxes),
            Block::Contents => self.contents(following),
        }
    }

    /// Sets a text into a slab, from `y` down. Returns where it ends.
    fn set(
        &mut self,
        slab: &mut Slab,
        tag: TagId,
        text: &RichText,
        column: Column,
        y: f32,
        style: &TextStyle,
    ) -> Result<f32, PaperError> {
        let lines = self.typesetter.lines(text, column.width, style)?;
        self.say_in_reading_order(tag, &lines);
        let x = self.left_of(column);
        let mut bottom = y;
        for line in lines {
            let height = line.height;
            slab.drawn.push(Drawn::Text { tag: Some(tag), x, y: bottom, line });
            bottom += height;
        }
        slab.height = slab.height.max(bottom);
        Ok(bottom)
    }

    /// Sets paragraphs under each other, each with a tag of its own under `parent`.
    fn set_paragraphs(
        &mut self,
        slab: &mut Slab,
        parent: TagId,
        texts: &[RichText],
        column: Column,
        style: &TextStyle,
    ) -> Result<f32, PaperError> {
        let mut bottom = 0.0;
        for text in texts.iter().filter(|text| !text.is_blank()) {
            let y = if bottom > 0.0 { bottom + crate::theme::ITEM_GAP } else { 0.0 };
            let tag = self.tags.add(parent, crate::tags::TagKind::Paragraph);
            bottom = self.set(slab, tag, text, column, y, style)?;
        }
        Ok(bottom)
    }

    /// Where a column begins on the left.
    fn left_of(&self, column: Column) -> f32 {
        match self.typesetter.direction() {
            Direction::LeftToRight => column.start,
            Direction::RightToLeft => TEXT_WIDTH - column.start - column.width,
        }
    }

    /// Ink of a right-to-left script stands in visual order, so the tag carries the words in reading order.
    fn say_in_reading_order(&mut self, tag: TagId, lines: &[TextLine]) {
        if lines.iter().any(|line| line.runs.iter().any(|run| run.is_rtl)) {
            let said: String = lines.iter().map(|line| line.text.as_str()).collect();
            self.tags.get_mut(tag).actual_text.get_or_insert_default().push_str(&said);
        }
    }

    /// Puts strips under what is there, `gap` points below it.
    fn push(&mut self, strips: Vec<Strip>, gap: f32) {
        for (index, mut strip) in strips.into_iter().enumerate() {
            if index == 0 {
                strip.gap = gap;
                strip.is_tied |= std::mem::take(&mut self.ties_next);
            }
            self.galley.strips.push(strip);
        }
    }

    /// The tallest piece that is moved to the next page rather than cut.
    fn tallest_kept(&self) -> f32 {
        self.body_height * LARGEST_KEPT_SHARE
    }
}
