//! The signatures that close a document.

use super::picture::signature_picture;
use super::strip::tie_together;
use super::{Column, Composer, Drawn, Slab, Strip};
use crate::PaperError;
use crate::document::{Line, RichText, SignatureBox, SignatureMark, Span, Weight};
use crate::tags::{TagId, TagKind, TagTree};
use crate::theme::{CELL, INK, PART_GAP, PEN, SMALL, TEXT_WIDTH};
use crate::typesetting::{TextStyle, Typesetter, legible};

/// Between two signatures side by side.
const GUTTER: f32 = 28.0;
/// The width of one signature.
const WIDTH: f32 = (TEXT_WIDTH - GUTTER) / 2.0;
/// The room for the pen above the line.
const PEN_HEIGHT: f32 = 50.0;
/// The widest a drawn signature grows.
const PEN_WIDTH: f32 = 170.0;
const PEN_LINE: Line = Line { colour: PEN, width_pt: 1.1 };
/// A typed signature is set as large as it fits between these sizes.
const TYPED_SIZES: std::ops::RangeInclusive<f32> = 9.0..=17.0;
/// Between two rows of signatures.
const ROW_GAP: f32 = 18.0;

const NAME: TextStyle = TextStyle { weight: Weight::Bold, ..CELL };

impl Composer<'_, '_> {
    pub(super) fn signatures(&mut self, boxes: &[SignatureBox]) -> Result<(), PaperError> {
        if boxes.is_empty() {
            return Ok(());
        }
        let mut strips: Vec<Strip> = Vec::new();
        for pair in boxes.chunks(2) {
            let mut row = self.signature_pair(pair)?;
            if let (Some(first), false) = (row.first_mut(), strips.is_empty()) {
                first.gap = ROW_GAP;
            }
            strips.extend(row);
        }
        // Signatures on a page without any of the words they stand for would prove nothing.
        self.ties_next = !self.galley.strips.is_empty();
        tie_together(&mut strips, self.body_height);
        self.push(strips, PART_GAP);
        // The sentence that is signed stands on the same page, with what is written between.
        let tallest = self.tallest_kept();
        if let Some(part) = self.galley.strips.get_mut(self.part_begins..) {
            tie_together(part, tallest);
        }
        Ok(())
    }

    /// Two signatures whose lines stand at one height, whatever is written above them.
    fn signature_pair(&mut self, pair: &[SignatureBox]) -> Result<Vec<Strip>, PaperError> {
        let columns = [Column { start: 0.0, width: WIDTH }, Column { start: WIDTH + GUTTER, width: WIDTH }];
        let mut begun = Vec::with_capacity(pair.len());
        for (signature, column) in pair.iter().zip(columns) {
            let group = self.tags.add(TagTree::ROOT, TagKind::Group);
            let mut above = Slab::default();
            let meaning = RichText::from(signature.meaning.as_str());
            self.set_paragraphs(&mut above, group, &[meaning], column, &SMALL)?;
            let mark = self.mark(group, signature, column)?;
            begun.push((signature, column, group, above, mark));
        }
        let tallest = |heights: &mut dyn Iterator<Item = f32>| heights.fold(0.0, f32::max);
        let top = tallest(&mut begun.iter().map(|(.., above, _)| above.height));
        let line_y = top + tallest(&mut begun.iter().map(|(.., mark)| mark.height)).max(PEN_HEIGHT);
        let mut row = Slab::default();
        for (signature, column, group, above, mark) in begun {
            row.drawn.extend(above.drawn);
            row.drawn.extend(mark.drawn.into_iter().map(|thing| thing.lowered(line_y - mark.height)));
            let x = self.left_of(column);
            let rule = Drawn::Rule { x, y: line_y, width: WIDTH, height: 0.0, colour: INK, thickness: 0.8 };
            row.drawn.push(rule);
            self.signer(&mut row, group, signature, column, line_y + 4.0)?;
        }
        Ok(row.kept(self.body_height))
    }

    /// What stands on the line; its lower edge is the line.
    fn mark(&mut self, group: TagId, signature: &SignatureBox, column: Column) -> Result<Slab, PaperError> {
        let mut slab = Slab::default();
        match &signature.mark {
            SignatureMark::Blank => {}
            SignatureMark::Drawn(strokes) => {
                if let Some(picture) = signature_picture(strokes, PEN_WIDTH, PEN_HEIGHT - 8.0, PEN_LINE)? {
                    let alt = format!("{}: \u{2068}{}\u{2069}", signature.role, signature.name);
                    let tag = self.tags.add_figure(group, legible(&alt));
                    let x = self.left_of(Column { start: column.start, width: PEN_WIDTH });
                    slab.height = picture.height + 2.0;
                    slab.drawn.push(Drawn::Picture { tag, x, y: 0.0, picture });
                }
            }
            SignatureMark::Typed(name) => {
                let text = RichText(vec![Span::value(name.as_str())]);
                let style = typed_style(self.typesetter, &text)?;
                let tag = self.tags.add(group, TagKind::Paragraph);
                self.set(&mut slab, tag, &text, column, 0.0, &style)?;
                slab.height += 2.0;
            }
        }
        Ok(slab)
    }

    /// Who signed, as whom and when.
    fn signer(
        &mut self,
        slab: &mut Slab,
        group: TagId,
        signature: &SignatureBox,
        column: Column,
        y: f32,
    ) -> Result<(), PaperError> {
        let mut bottom = y;
        for (text, style) in [(&signature.name, &NAME), (&signature.role, &CELL), (&signature.time, &SMALL)] {
            let text = RichText(vec![Span::value(text.as_str())]);
            if !text.is_blank() {
                let tag = self.tags.add(group, TagKind::Paragraph);
                bottom = self.set(slab, tag, &text, column, bottom, style)?;
            }
        }
        slab.height = slab.height.max(bottom);
        Ok(())
    }
}

/// The largest size at which a typed name stands on one line.
fn typed_style(typesetter: &mut Typesetter, name: &RichText) -> Result<TextStyle, PaperError> {
    let largest = TextStyle { size: *TYPED_SIZES.end(), colour: PEN, shortest_last_line: 0.0, ..CELL };
    let width = typesetter.width(name, &largest)?;
    let size = (largest.size * (WIDTH - 2.0) / width.max(1.0)).clamp(*TYPED_SIZES.start(), *TYPED_SIZES.end());
    Ok(TextStyle { size, line_height: size * 1.35, ..largest })
}
