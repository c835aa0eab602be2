//! The call-out box with a bar.

use super::strip::tie_together;
use super::{Column, Composer, PanelId, Slab, Strip};
use crate::PaperError;
use crate::document::{RichText, Tone};
use crate::tags::{TagKind, TagTree};
use crate::theme::{self, BODY, PART_GAP, STRONG, TEXT_WIDTH};

/// Between the edge of the box and its words, left and right.
const SIDE: f32 = 16.0;
/// Between the edge of the box and its words, above and below. The ground is painted this much beyond the words.
pub(crate) const NOTE_PADDING: f32 = 8.0;

impl Composer<'_, '_> {
    pub(super) fn note(&mut self, tone: Tone, heading: &str, body: &[RichText]) -> Result<(), PaperError> {
        let heading = RichText::from(heading);
        if heading.is_blank() && body.iter().all(RichText::is_blank) {
            return Ok(());
        }
        let group = self.tags.add(TagTree::ROOT, TagKind::Group);
        let column = Column { start: SIDE, width: TEXT_WIDTH - 2.0 * SIDE };
        let mut strips = Vec::new();
        if !heading.is_blank() {
            let tag = self.tags.add(group, TagKind::Paragraph);
            let mut slab = Slab::default();
            self.set(&mut slab, tag, &heading, column, 0.0, &STRONG)?;
            strips.extend(slab.cut());
        }
        let n_heading_strips = strips.len();
        let mut slab = Slab::default();
        self.set_paragraphs(&mut slab, group, body, column, &BODY)?;
        strips.extend(slab.cut());
        if let Some(first_of_body) = strips.get_mut(n_heading_strips) {
            first_of_body.is_tied = n_heading_strips > 0;
        }
        let panel = PanelId(self.galley.panels.len());
        self.galley.panels.push(theme::note_look(tone));
        strips.iter_mut().for_each(|strip| strip.panel = Some(panel));
        // The lower edge of the ground needs its room.
        strips.push(Strip { height: NOTE_PADDING, is_tied: true, ..Strip::default() });
        tie_together(&mut strips, self.tallest_kept());
        self.push(strips, PART_GAP + NOTE_PADDING);
        Ok(())
    }
}
