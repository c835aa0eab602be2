//! The contents: every section that follows, with the page it begins on.
//!
//! Where a section begins is known once all pages are cut; until then its number is a place that is kept free.

use super::{Column, Composer, Drawn, SectionId, Slab};
use crate::PaperError;
use crate::document::{Block, HeadingLevel, Print, RichText};
use crate::tags::{TagKind, TagTree};
use crate::theme::{BODY, ITEM_GAP, PARAGRAPH_GAP, TEXT_WIDTH};

/// How wide a number of a page may be, and how wide in large print.
const NUMBER: f32 = 30.0;
const LARGE_NUMBER: f32 = 46.0;
/// Between a heading and its number.
const GUTTER: f32 = 12.0;

impl Composer<'_, '_> {
    pub(super) fn contents(&mut self, following: &[Block]) -> Result<(), PaperError> {
        let sections: Vec<&str> = following.iter().filter_map(section).collect();
        if sections.is_empty() {
            return Ok(());
        }
        let contents = self.tags.add(TagTree::ROOT, TagKind::Contents);
        let number = match self.typesetter.print() {
            Print::Normal => NUMBER,
            Print::Large => LARGE_NUMBER,
        };
        let heading = Column { start: 0.0, width: TEXT_WIDTH - number - GUTTER };
        let page = Column { start: TEXT_WIDTH - number, width: number };
        for (index, text) in sections.into_iter().enumerate() {
            let entry = self.tags.add(contents, TagKind::ContentsEntry);
            let tag = self.tags.add(entry, TagKind::Paragraph);
            let mut slab = Slab::default();
            self.set(&mut slab, tag, &RichText::from(text), heading, 0.0, &BODY)?;
            let tag = self.tags.add(entry, TagKind::Paragraph);
            let section = SectionId(self.n_sections + index);
            slab.drawn.push(Drawn::PageOf { tag, x: self.left_of(page), y: 0.0, width: number, section });
            self.push(vec![slab.whole()], if index == 0 { PARAGRAPH_GAP } else { ITEM_GAP });
        }
        Ok(())
    }
}

fn section(block: &Block) -> Option<&str> {
    let Block::Heading { level: HeadingLevel::Section, text } = block else { return None };
    Some(text.as_str()).filter(|text| !text.trim().is_empty())
}
