//! Rows under a head.

use super::strip::TableId;
use super::{Column, Composer, Drawn, Slab, Strip};
use crate::PaperError;
use crate::document::{RichText, Span};
use crate::tags::{TagId, TagKind, TagTree};
use crate::theme::{CELL, HAIRLINE, MIST, PART_GAP, RULE, TABLE_HEAD, TEAL, TEXT_WIDTH};
use crate::typesetting::TextStyle;

/// Between the edge of a cell and its words.
const PADDING: f32 = 6.0;
/// However narrow a column, its words have this much room.
const NARROWEST: f32 = 14.0;

impl Composer<'_, '_> {
    pub(super) fn table(&mut self, head: &[String], rows: &[Vec<RichText>], widths: &[u16]) -> Result<(), PaperError> {
        if rows.is_empty() {
            return Ok(());
        }
        let mut columns = columns(widths, head.len(), rows)?;
        self.make_room_for_words(&mut columns, head, rows)?;
        let table = self.tags.add(TagTree::ROOT, TagKind::Table);
        let id = TableId(self.galley.heads.len());
        let head: Vec<RichText> = head.iter().map(|text| RichText::from(text.as_str())).collect();
        let has_head = head.iter().any(|text| !text.is_blank());
        let head = if has_head { self.head(table, &head, &columns)? } else { Vec::new() };
        // A head so tall that it had to be cut is not worth repeating.
        self.galley.heads.push(if let [whole] = head.as_slice() { Some(without_tags(whole)) } else { None });
        let gap = if has_head { 0.0 } else { PART_GAP };
        if has_head {
            self.push(head, PART_GAP);
            self.ties_next = true;
        }
        let last = rows.len() - 1;
        for (index, row) in rows.iter().enumerate() {
            let mut strips = self.row(table, row, &columns)?;
            strips.iter_mut().for_each(|strip| strip.table = Some(id));
            // The last row of three or more never stands alone under a repeated head.
            self.ties_next |= index == last && last > 1;
            self.push(strips, if index == 0 { gap } else { 0.0 });
        }
        Ok(())
    }

    /// Widens columns that are narrower than their longest word, at the cost of those with room to spare: a lot number
    /// torn in two is read wrong.
    fn make_room_for_words(
        &mut self,
        columns: &mut [Column],
        head: &[String],
        rows: &[Vec<RichText>],
    ) -> Result<(), PaperError> {
        let widest = TEXT_WIDTH / columns.len().max(1) as f32;
        let mut needed = Vec::with_capacity(columns.len());
        for index in 0..columns.len() {
            let spans = rows.iter().filter_map(|row| row.get(index)).flat_map(|cell| &cell.0);
            let texts = head.get(index).map(String::as_str).into_iter().chain(spans.map(|span| span.text.as_str()));
            let longest = texts.flat_map(str::split_whitespace).max_by_key(|word| word.chars().count());
            let longest = RichText(vec![Span::value(longest.unwrap_or_default()).bold()]);
            needed.push((self.typesetter.width(&longest, &CELL)? + 2.0 * PADDING + 1.0).min(widest));
        }
        let short: f32 = columns.iter().zip(&needed).map(|(column, needed)| (needed - column.width).max(0.0)).sum();
        let spare: f32 = columns.iter().zip(&needed).map(|(column, needed)| (column.width - needed).max(0.0)).sum();
        if short == 0.0 || spare == 0.0 {
            return Ok(());
        }
        let moved = short.min(spare);
        let mut start = 0.0;
        for (column, needed) in columns.iter_mut().zip(needed) {
            let missing = needed - column.width;
            column.width += if missing > 0.0 { missing * moved / short } else { missing * moved / spare };
            column.start = start;
            start += column.width;
        }
        Ok(())
    }

    fn head(&mut self, table: TagId, cells: &[RichText], columns: &[Column]) -> Result<Vec<Strip>, PaperError> {
        let slab = self.cells(table, cells, columns, TagKind::ColumnHead, &TABLE_HEAD)?;
        let mut strips = slab.kept(self.tallest_kept());
        for strip in &mut strips {
            let height = strip.height;
            strip.drawn.insert(0, Drawn::Ground { x: 0.0, y: 0.0, width: TEXT_WIDTH, height, colour: MIST });
        }
        if let Some(last) = strips.last_mut() {
            last.drawn.push(level_rule(last.height, TEAL, 1.0));
        }
        Ok(strips)
    }

    fn row(&mut self, table: TagId, cells: &[RichText], columns: &[Column]) -> Result<Vec<Strip>, PaperError> {
        let slab = self.cells(table, cells, columns, TagKind::Cell, &CELL)?;
        let mut strips = slab.kept(self.tallest_kept());
        if let Some(last) = strips.last_mut() {
            last.drawn.push(level_rule(last.height, RULE, HAIRLINE));
        }
        Ok(strips)
    }

    fn cells(
        &mut self,
        table: TagId,
        cells: &[RichText],
        columns: &[Column],
        kind: TagKind,
        style: &TextStyle,
    ) -> Result<Slab, PaperError> {
        let row = self.tags.add(table, TagKind::Row);
        let mut slab = Slab::default();
        for (text, column) in cells.iter().zip(columns) {
            let tag = self.tags.add(row, kind);
            let inner = Column { start: column.start + PADDING, width: (column.width - 2.0 * PADDING).max(NARROWEST) };
            self.set(&mut slab, tag, text, inner, PADDING * 0.8, style)?;
        }
        let line_height = style.in_print(self.typesetter.print()).line_height;
        slab.height = slab.height.max(PADDING * 0.8 + line_height) + PADDING;
        Ok(slab)
    }
}

/// The columns of a table, after checking that every row fits them.
fn columns(widths: &[u16], n_head_cells: usize, rows: &[Vec<RichText>]) -> Result<Vec<Column>, PaperError> {
    let n_columns = widths.len();
    let total: f32 = widths.iter().map(|share| f32::from(*share)).sum();
    let n_cells_by_row = std::iter::once(n_head_cells).chain(rows.iter().map(Vec::len));
    for (row, n_cells) in n_cells_by_row.enumerate() {
        // A table may do without a head, but not with half of one.
        let has_no_head = row == 0 && n_cells == 0;
        if (n_cells != n_columns && !has_no_head) || total == 0.0 {
            return Err(PaperError::TableShape { row, n_cells, n_columns });
        }
    }
    let mut start = 0.0;
    Ok(widths
        .iter()
        .map(|share| {
            let column = Column { start, width: TEXT_WIDTH * f32::from(*share) / total };
            start += column.width;
            column
        })
        .collect())
}

fn level_rule(y: f32, colour: crate::document::Colour, thickness: f32) -> Drawn {
    Drawn::Rule { x: 0.0, y, width: TEXT_WIDTH, height: 0.0, colour, thickness }
}

/// A head repeated on a later page is decoration: its words were said once.
fn without_tags(head: &Strip) -> Strip {
    let mut head = head.clone();
    for thing in &mut head.drawn {
        if let Drawn::Text { tag, .. } = thing {
            *tag = None;
        }
    }
    head
}
