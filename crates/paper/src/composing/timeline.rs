//! Moments in order: when on the left, a line with a dot, and what to do on the right.

use super::{Column, Composer, Drawn, Slab};
use crate::PaperError;
use crate::document::{Moment, Print, RichText};
use crate::tags::{TagId, TagKind, TagTree};
use crate::theme::{BODY, ITEM_GAP, PART_GAP, RULE, STRONG, TEAL, TEXT_WIDTH};

/// The column of days.
const WHEN: Column = Column { start: 0.0, width: 126.0 };
/// In large print a day stands over what to do, both to the right of the line.
const UNDER: Column = Column { start: 24.0, width: TEXT_WIDTH - 24.0 };
/// Where the line stands in large print.
const LARGE_LINE: f32 = 6.0;
/// Where the line stands.
const LINE: f32 = 140.0;
/// The column of what to do.
const WHAT: Column = Column { start: 155.0, width: TEXT_WIDTH - 155.0 };
/// Between two moments.
const GAP: f32 = 8.0;
const DOT_RADIUS: f32 = 3.2;

impl Composer<'_, '_> {
    pub(super) fn timeline(&mut self, moments: &[Moment]) -> Result<(), PaperError> {
        let moments: Vec<&Moment> = moments.iter().filter(|moment| !is_blank(moment)).collect();
        if moments.is_empty() {
            return Ok(());
        }
        // To a screen reader this is a table of two columns whose rows are headed by their day.
        let table = self.tags.add(TagTree::ROOT, TagKind::Table);
        let last = moments.len() - 1;
        for (index, moment) in moments.into_iter().enumerate() {
            self.moment(table, moment, index, last)?;
        }
        Ok(())
    }

    fn moment(&mut self, table: TagId, moment: &Moment, index: usize, last: usize) -> Result<(), PaperError> {
        let row = self.tags.add(table, TagKind::Row);
        let mut slab = Slab::default();
        let when = self.tags.add(row, TagKind::RowHead);
        let what = self.tags.add(row, TagKind::Cell);
        let line_x = match self.typesetter.print() {
            Print::Normal => {
                self.set(&mut slab, when, &moment.when, WHEN, 0.0, &STRONG)?;
                self.set_paragraphs(&mut slab, what, &moment.body, WHAT, &BODY)?;
                LINE
            }
            Print::Large => {
                self.set(&mut slab, when, &moment.when, UNDER, 0.0, &STRONG)?;
                let mut below = Slab::default();
                self.set_paragraphs(&mut below, what, &moment.body, UNDER, &BODY)?;
                let top = slab.height + ITEM_GAP;
                slab.drawn.extend(below.drawn.into_iter().map(|thing| thing.lowered(top)));
                slab.height = top + below.height;
                LARGE_LINE
            }
        };
        let half_line = STRONG.in_print(self.typesetter.print()).line_height / 2.0;
        let mut strips = slab.kept(self.tallest_kept());
        // The first two and the last two moments share a page, so that no day stands alone.
        if let Some(first) = strips.first_mut() {
            first.is_tied = index == 1 || (index > 0 && index == last);
        }
        let middle = self.left_of(Column { start: line_x, width: 0.0 });
        let n_strips = strips.len();
        for (part, strip) in strips.iter_mut().enumerate() {
            let begins = if part > 0 {
                0.0
            } else if index == 0 {
                half_line
            } else {
                -GAP
            };
            let is_end = index == last && part + 1 == n_strips;
            let ends = if is_end && part == 0 { half_line } else { strip.height };
            let line =
                Drawn::Rule { x: middle, y: begins, width: 0.0, height: ends - begins, colour: RULE, thickness: 1.2 };
            strip.drawn.insert(0, line);
            if part == 0 {
                let y = half_line;
                strip.drawn.insert(1, Drawn::Dot { x: middle, y, radius: DOT_RADIUS, colour: TEAL });
            }
        }
        self.push(strips, if index == 0 { PART_GAP } else { GAP });
        Ok(())
    }
}

fn is_blank(moment: &Moment) -> bool {
    moment.when.is_blank() && moment.body.iter().all(RichText::is_blank)
}
