//! The name of the document, its headings and its running text.

use super::{Composer, FULL_WIDTH, SectionId, Slab};
use crate::PaperError;
use crate::document::{HeadingLevel, RichText};
use crate::tags::{TagKind, TagTree};
use crate::theme::{self, BODY, PARAGRAPH_GAP, TITLE, TITLE_GAP};
use crate::typesetting::TextStyle;

impl Composer<'_, '_> {
    pub(super) fn title(&mut self, text: &str) -> Result<(), PaperError> {
        self.headline(1, text, TITLE, TITLE_GAP)
    }

    pub(super) fn heading(&mut self, level: HeadingLevel, text: &str) -> Result<(), PaperError> {
        match level {
            HeadingLevel::Section => self.headline(2, text, theme::heading(level), 17.0),
            HeadingLevel::Subsection => self.headline(3, text, theme::heading(level), 11.0),
        }
    }

    fn headline(&mut self, level: u8, text: &str, style: TextStyle, gap: f32) -> Result<(), PaperError> {
        let text = RichText::from(text);
        if text.is_blank() {
            return Ok(());
        }
        // A screen reader's user takes a skipped level for a lost part, so none is skipped.
        self.last_heading = level.min(self.last_heading + 1);
        let tag = self.tags.add(TagTree::ROOT, TagKind::Heading(self.last_heading));
        let mut slab = Slab::default();
        self.set(&mut slab, tag, &text, FULL_WIDTH, 0.0, &style)?;
        let tallest = self.tallest_kept();
        self.part_begins = self.galley.strips.len();
        let mut strips = slab.kept(tallest);
        if level == 2 {
            if let Some(first) = strips.first_mut() {
                first.section = Some(SectionId(self.n_sections));
            }
            self.n_sections += 1;
        }
        self.push(strips, gap);
        self.ties_next = true;
        Ok(())
    }

    pub(super) fn paragraph(&mut self, text: &RichText) -> Result<(), PaperError> {
        if text.is_blank() {
            return Ok(());
        }
        let tag = self.tags.add(TagTree::ROOT, TagKind::Paragraph);
        let mut slab = Slab::default();
        self.set(&mut slab, tag, text, FULL_WIDTH, 0.0, &BODY)?;
        self.push(slab.cut(), PARAGRAPH_GAP);
        Ok(())
    }
}
