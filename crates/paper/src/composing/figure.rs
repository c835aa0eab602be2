//! A drawing with the line under it.

use super::picture::picture_of;
use super::{Column, Composer, Drawn, FULL_WIDTH, Slab, Strip};
use crate::PaperError;
use crate::document::{Drawing, RichText};
use crate::tags::{TagKind, TagTree};
use crate::theme::{BODY, PART_GAP, SMALL, TEXT_WIDTH};
use crate::typesetting::{TextLine, TextStyle, Typesetter, legible};

/// The share of a page a drawing may fill, so that its heading and caption stay with it.
const TALLEST_SHARE: f32 = 0.8;

impl Composer<'_, '_> {
    pub(super) fn figure(&mut self, drawing: &Drawing, alt: &str, caption: &str) -> Result<(), PaperError> {
        if drawing.shapes.is_empty() {
            return Ok(());
        }
        if alt.trim().is_empty() {
            return Err(PaperError::FigureWithoutAlt);
        }
        let tallest = self.body_height * TALLEST_SHARE;
        let typesetter = &mut *self.typesetter;
        let picture = picture_of(drawing, TEXT_WIDTH, tallest, &mut |text, size| label(typesetter, text, size))?;
        let tag = self.tags.add_figure(TagTree::ROOT, legible(alt));
        let x = self.left_of(Column { start: 0.0, width: picture.width });
        let height = picture.height;
        let drawn = vec![Drawn::Picture { tag, x, y: 0.0, picture }];
        self.push(vec![Strip { height, drawn, ..Strip::default() }], PART_GAP);
        let caption = RichText::from(caption);
        if !caption.is_blank() {
            let tag = self.tags.add(tag, TagKind::Caption);
            let mut slab = Slab::default();
            self.set(&mut slab, tag, &caption, FULL_WIDTH, 0.0, &SMALL)?;
            self.ties_next = true;
            self.push(slab.cut(), 4.0);
        }
        Ok(())
    }
}

/// The one line of a label: labels do not wrap.
fn label(typesetter: &mut Typesetter, text: &str, size: f32) -> Result<Option<TextLine>, PaperError> {
    let style = TextStyle { size, line_height: size * 1.2, shortest_last_line: 0.0, ..BODY };
    let one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    Ok(typesetter.lines_as_styled(&RichText::from(one_line), f32::MAX, &style)?.into_iter().next())
}
