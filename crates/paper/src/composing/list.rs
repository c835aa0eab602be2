//! Points of equal rank.

use super::{Column, Composer, Slab};
use crate::PaperError;
use crate::document::{Print, RichText};
use crate::tags::{TagId, TagKind, TagTree};
use crate::theme::{BODY, ITEM_GAP, PARAGRAPH_GAP, TEXT_WIDTH};

/// How far the points stand in, and how far in large print.
const INDENT: f32 = 15.0;
const LARGE_INDENT: f32 = 22.0;
/// What stands before each.
pub(super) const BULLET: &str = "•";

impl Composer<'_, '_> {
    pub(super) fn list(&mut self, items: &[RichText]) -> Result<(), PaperError> {
        let items: Vec<&RichText> = items.iter().filter(|item| !item.is_blank()).collect();
        if items.is_empty() {
            return Ok(());
        }
        let list = self.tags.add(TagTree::ROOT, TagKind::BulletList);
        let last = items.len() - 1;
        let indent = match self.typesetter.print() {
            Print::Normal => INDENT,
            Print::Large => LARGE_INDENT,
        };
        for (index, item) in items.into_iter().enumerate() {
            let (mut slab, body) = self.labelled(list, BULLET, indent)?;
            let tag = self.tags.add(body, TagKind::Paragraph);
            let column = Column { start: indent, width: TEXT_WIDTH - indent };
            self.set(&mut slab, tag, item, column, 0.0, &BODY)?;
            // The first two and the last two points share a page.
            self.ties_next |= index == 1 || (index > 0 && index == last);
            self.push(slab.cut(), if index == 0 { PARAGRAPH_GAP } else { ITEM_GAP });
        }
        Ok(())
    }

    /// A slab that begins with an item's label, and the tag for what stands beside it.
    pub(super) fn labelled(&mut self, list: TagId, label: &str, indent: f32) -> Result<(Slab, TagId), PaperError> {
        let item = self.tags.add(list, TagKind::ListItem);
        let mut slab = Slab::default();
        let text = RichText::from(label);
        if !text.is_blank() {
            let tag = self.tags.add(item, TagKind::Label);
            self.set(&mut slab, tag, &text, Column { start: 0.0, width: indent }, 0.0, &BODY)?;
        }
        Ok((slab, self.tags.add(item, TagKind::ItemBody)))
    }
}
