//! Photographs side by side in pairs, each with the line under it.

use super::jpeg::Jpeg;
use super::{Column, Composer, Drawn, PhotoId, Slab};
use crate::PaperError;
use crate::document::{Photo, RichText, Span};
use crate::tags::{TagKind, TagTree};
use crate::theme::{PART_GAP, SMALL, TEXT_WIDTH};
use crate::typesetting::legible;

/// Between two photographs side by side.
const GUTTER: f32 = 18.0;
const WIDTH: f32 = (TEXT_WIDTH - GUTTER) / 2.0;
/// However tall a photograph is, three rows of them fit a page.
const TALLEST: f32 = 190.0;
/// Between a photograph and its line.
const CAPTION_GAP: f32 = 4.0;

impl<'a> Composer<'_, 'a> {
    pub(super) fn photos(&mut self, photos: &'a [Photo]) -> Result<(), PaperError> {
        for (index, pair) in photos.chunks(2).enumerate() {
            let columns = [Column { start: 0.0, width: WIDTH }, Column { start: WIDTH + GUTTER, width: WIDTH }];
            let mut row = Slab::default();
            for (photo, column) in pair.iter().zip(columns) {
                self.photo(&mut row, photo, column)?;
            }
            let tallest = self.body_height;
            self.push(row.kept(tallest), if index == 0 { PART_GAP } else { PART_GAP / 2.0 });
        }
        Ok(())
    }

    fn photo(&mut self, row: &mut Slab, photo: &'a Photo, column: Column) -> Result<(), PaperError> {
        if photo.alt.trim().is_empty() {
            return Err(PaperError::FigureWithoutAlt);
        }
        let jpeg = Jpeg::read(&photo.jpeg)?;
        let (width_px, height_px) = (f32::from(jpeg.width_px), f32::from(jpeg.height_px));
        let scale = (column.width / width_px).min(TALLEST / height_px);
        let (width, height) = (width_px * scale, height_px * scale);
        let tag = self.tags.add_figure(TagTree::ROOT, legible(&photo.alt));
        let id = PhotoId(self.galley.photos.len());
        self.galley.photos.push(jpeg);
        let x = self.left_of(Column { start: column.start, width });
        row.drawn.push(Drawn::Photo { tag, x, y: 0.0, width, height, photo: id });
        row.height = row.height.max(height);
        let caption = RichText(vec![Span::value(photo.caption.as_str())]);
        if !caption.is_blank() {
            let tag = self.tags.add(tag, TagKind::Caption);
            self.set(row, tag, &caption, column, height + CAPTION_GAP, &SMALL)?;
        }
        Ok(())
    }
}
