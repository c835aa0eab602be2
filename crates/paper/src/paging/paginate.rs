//! Where one page ends and the next begins.

use crate::composing::{Galley, Strip};

/// A strip and how far below the top of the text it stands.
#[derive(Debug)]
pub(crate) struct PlacedStrip {
    pub(crate) y: f32,
    pub(crate) strip: Strip,
}

/// Rounding is not a reason for a new page.
const TOLERANCE: f32 = 0.01;

/// Spreads strips over pages whose text is `body_height` points tall. There is always a page.
pub(crate) fn paginate(galley: &mut Galley<'_>, body_height: f32) -> Vec<Vec<PlacedStrip>> {
    let strips = std::mem::take(&mut galley.strips);
    let mut pages = Pages { done: vec![Vec::new()], y: 0.0, body_height };
    let mut previous_table = None;
    for piece in pieces(strips) {
        let height: f32 = piece.iter().map(|strip| strip.gap + strip.height).sum();
        let first_gap = piece.first().map_or(0.0, |strip| strip.gap);
        // A piece that no page can hold flows on from where it begins.
        let is_too_tall = height - first_gap > body_height + TOLERANCE;
        for (index, strip) in piece.into_iter().enumerate() {
            let wanted = if index == 0 && !is_too_tall { height } else { strip.gap + strip.height };
            if (index == 0 || is_too_tall) && !pages.has_room(wanted) {
                pages.turn();
                if let Some(head) = strip.table.filter(|_| strip.table == previous_table) {
                    pages.repeat_head(galley.heads[head.0].as_ref());
                }
            }
            previous_table = strip.table;
            pages.place(strip);
        }
    }
    pages.done
}

/// The runs of strips that are tied together.
fn pieces(strips: Vec<Strip>) -> Vec<Vec<Strip>> {
    let mut pieces: Vec<Vec<Strip>> = Vec::new();
    for strip in strips {
        match pieces.last_mut() {
            Some(piece) if strip.is_tied => piece.push(strip),
            Some(_) | None => pieces.push(vec![strip]),
        }
    }
    pieces
}

/// The pages so far; the last is being filled.
struct Pages {
    done: Vec<Vec<PlacedStrip>>,
    y: f32,
    body_height: f32,
}

impl Pages {
    fn is_at_top(&self) -> bool {
        self.done.last().is_none_or(Vec::is_empty)
    }

    /// Whether something of this height, its gap included, fits under what is there.
    fn has_room(&self, height: f32) -> bool {
        self.is_at_top() || self.y + height <= self.body_height + TOLERANCE
    }

    fn turn(&mut self) {
        self.done.push(Vec::new());
        self.y = 0.0;
    }

    fn repeat_head(&mut self, head: Option<&Strip>) {
        if let Some(head) = head {
            self.place(head.clone());
        }
    }

    fn place(&mut self, strip: Strip) {
        if !self.is_at_top() {
            self.y += strip.gap;
        }
        let y = self.y;
        self.y += strip.height;
        if let Some(page) = self.done.last_mut() {
            page.push(PlacedStrip { y, strip });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strip(height: f32) -> Strip {
        Strip { height, ..Strip::default() }
    }

    fn tied(height: f32) -> Strip {
        Strip { height, is_tied: true, ..Strip::default() }
    }

    fn n_strips_by_page(strips: Vec<Strip>, body_height: f32) -> Vec<usize> {
        let mut galley = Galley { strips, ..Galley::default() };
        paginate(&mut galley, body_height).iter().map(Vec::len).collect()
    }

    #[test]
    fn a_page_that_is_exactly_full_is_not_turned_early() {
        assert_eq!(n_strips_by_page(vec![strip(50.0), strip(50.0)], 100.0), [2], "both fit to the point");
    }

    #[test]
    fn tied_strips_move_to_the_next_page_together() {
        let strips = vec![strip(80.0), strip(15.0), tied(15.0)];
        assert_eq!(n_strips_by_page(strips, 100.0), [1, 2], "a heading follows its text");
    }

    #[test]
    fn a_piece_taller_than_a_page_flows_over_pages() {
        let strips = vec![strip(50.0), strip(60.0), tied(60.0), tied(60.0)];
        assert_eq!(n_strips_by_page(strips, 100.0), [1, 1, 1, 1], "nothing is placed below the foot of a page");
    }

    #[test]
    fn the_room_above_a_strip_is_dropped_at_the_top_of_a_page() {
        let spaced = Strip { gap: 30.0, ..strip(80.0) };
        let mut galley = Galley { strips: vec![spaced.clone(), spaced], ..Galley::default() };
        let pages = paginate(&mut galley, 100.0);
        assert!(pages.iter().all(|page| page[0].y == 0.0), "text begins at the top of every page");
    }

    #[test]
    fn an_empty_document_has_one_page() {
        assert_eq!(n_strips_by_page(Vec::new(), 100.0), [0], "a page with its masthead and footer");
    }
}
