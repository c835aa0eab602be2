//! Strips: the horizontal slices a document is cut into before it is put on pages.

use crate::composing::jpeg::Jpeg;
use crate::composing::picture::Picture;
use crate::document::Colour;
use crate::tags::TagId;
use crate::theme::NoteLook;
use crate::typesetting::TextLine;

/// The smallest piece that is never cut. Pages break between strips only.
#[derive(Debug, Clone, Default)]
pub(crate) struct Strip {
    pub(crate) height: f32,
    /// Room above it; dropped at the top of a page.
    pub(crate) gap: f32,
    /// Whether it must stand on the page of the strip before it.
    pub(crate) is_tied: bool,
    pub(crate) drawn: Vec<Drawn>,
    /// The table it is a row of, so that the head can be repeated above it.
    pub(crate) table: Option<TableId>,
    /// The section that begins with it.
    pub(crate) section: Option<SectionId>,
    /// The note it is a part of, so that the ground can be painted under it.
    pub(crate) panel: Option<PanelId>,
}

/// Something with a place in a strip: `x` from the left of the text, `y` from the top of the strip.
#[derive(Debug, Clone)]
pub(crate) enum Drawn {
    /// A line of text; without a tag it is decoration.
    Text { tag: Option<TagId>, x: f32, y: f32, line: TextLine },
    /// A thin line, level or upright.
    Rule { x: f32, y: f32, width: f32, height: f32, colour: Colour, thickness: f32 },
    /// A filled rectangle.
    Ground { x: f32, y: f32, width: f32, height: f32, colour: Colour },
    /// An empty rectangle with an edge.
    Frame { x: f32, y: f32, width: f32, height: f32, colour: Colour, thickness: f32 },
    /// A filled circle around its middle.
    Dot { x: f32, y: f32, radius: f32, colour: Colour },
    /// A photograph.
    Photo { tag: TagId, x: f32, y: f32, width: f32, height: f32, photo: PhotoId },
    /// The number of the page on which a section begins, at the far edge of a column; text once the pages are cut.
    PageOf { tag: TagId, x: f32, y: f32, width: f32, section: SectionId },
    /// A drawing.
    Picture { tag: TagId, x: f32, y: f32, picture: Picture },
}

impl Drawn {
    /// The same thing further down.
    pub(crate) fn lowered(mut self, by: f32) -> Self {
        match &mut self {
            Self::Text { y, .. }
            | Self::Rule { y, .. }
            | Self::Ground { y, .. }
            | Self::Frame { y, .. }
            | Self::Dot { y, .. }
            | Self::Photo { y, .. }
            | Self::PageOf { y, .. }
            | Self::Picture { y, .. } => *y += by,
        }
        self
    }

    /// Where it begins and ends, from the top.
    fn extent(&self) -> (f32, f32) {
        match self {
            Self::Text { y, line, .. } => (*y, y + line.height),
            Self::Rule { y, height, .. } | Self::Ground { y, height, .. } | Self::Frame { y, height, .. } => {
                (*y, y + height)
            }
            // It stands beside the line of its heading.
            Self::PageOf { y, .. } => (*y, *y),
            Self::Dot { y, radius, .. } => (y - radius, y + radius),
            Self::Photo { y, height, .. } => (*y, y + height),
            Self::Picture { y, picture, .. } => (*y, y + picture.height),
        }
    }
}

/// Which section, counted from the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct SectionId(pub(crate) usize);

/// Which table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TableId(pub(crate) usize);

/// Which note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PanelId(pub(crate) usize);

/// Which photograph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PhotoId(pub(crate) usize);

/// Everything a document is cut into, before it has pages.
#[derive(Debug, Default)]
pub(crate) struct Galley<'a> {
    pub(crate) strips: Vec<Strip>,
    /// The heads of the tables, drawn without tags for the pages after the first.
    pub(crate) heads: Vec<Option<Strip>>,
    /// The photographs, in order.
    pub(crate) photos: Vec<Jpeg<'a>>,
    /// The looks of the notes.
    pub(crate) panels: Vec<NoteLook>,
}

/// Things placed side by side and under each other, before it is decided whether they may be cut.
#[derive(Debug, Default)]
pub(crate) struct Slab {
    pub(crate) height: f32,
    pub(crate) drawn: Vec<Drawn>,
}

impl Slab {
    /// One strip that is never cut.
    pub(crate) fn whole(self) -> Strip {
        Strip { height: self.height, drawn: self.drawn, ..Strip::default() }
    }

    /// As many strips as can be cut without cutting a line, the first two and the last two tied together.
    pub(crate) fn cut(self) -> Vec<Strip> {
        let mut drawn = self.drawn;
        drawn.sort_by(|a, b| a.extent().0.total_cmp(&b.extent().0));
        let mut strips: Vec<Strip> = Vec::new();
        let (mut top, mut bottom) = (0.0_f32, 0.0_f32);
        for thing in drawn {
            let (begins, ends) = thing.extent();
            // Equal baselines in neighbouring columns differ by rounding only.
            if strips.is_empty() || begins >= bottom - 0.01 {
                // The room between two lines goes to the end of the upper one.
                if let Some(upper) = strips.last_mut() {
                    upper.height = begins - top;
                    top = begins;
                }
                strips.push(Strip::default());
            }
            bottom = bottom.max(ends);
            if let Some(strip) = strips.last_mut() {
                strip.drawn.push(thing.lowered(-top));
            }
        }
        if let Some(last) = strips.last_mut() {
            last.height = self.height.max(bottom) - top;
        }
        let n_strips = strips.len();
        for (index, strip) in strips.iter_mut().enumerate() {
            strip.is_tied = index > 0 && (index == 1 || index + 1 == n_strips);
        }
        strips
    }

    /// Uncut when it is short enough to be moved to the next page whole, cut otherwise.
    pub(crate) fn kept(self, tallest: f32) -> Vec<Strip> {
        if self.height <= tallest { vec![self.whole()] } else { self.cut() }
    }
}

/// Ties strips into one piece when they are short enough together to be moved to the next page whole.
pub(crate) fn tie_together(strips: &mut [Strip], tallest: f32) {
    let height: f32 = strips.iter().map(|strip| strip.gap + strip.height).sum();
    if height <= tallest {
        strips.iter_mut().skip(1).for_each(|strip| strip.is_tied = true);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(y: f32) -> Drawn {
        Drawn::Text { tag: None, x: 0.0, y, line: TextLine { height: 10.0, ..TextLine::default() } }
    }

    fn slab(tops: &[f32], height: f32) -> Slab {
        Slab { height, drawn: tops.iter().map(|y| line(*y)).collect() }
    }

    #[test]
    fn a_cut_never_goes_through_a_line() {
        let strips = slab(&[0.0, 5.0, 15.0, 30.0], 40.0).cut();
        let heights: Vec<f32> = strips.iter().map(|strip| strip.height).collect();
        assert_eq!(heights, [15.0, 15.0, 10.0], "the two overlapping lines share a strip, and nothing is lost");
    }

    #[test]
    fn two_lines_stay_together_at_either_end_of_a_cut() {
        let strips = slab(&[0.0, 10.0, 20.0, 30.0, 40.0], 50.0).cut();
        let tied: Vec<bool> = strips.iter().map(|strip| strip.is_tied).collect();
        assert_eq!(tied, [false, true, false, false, true], "no single line at the foot or head of a page");
    }

    #[test]
    fn a_short_slab_is_kept_whole() {
        assert_eq!(slab(&[0.0, 10.0], 20.0).kept(20.0).len(), 1, "it fits the limit exactly");
        assert_eq!(slab(&[0.0, 10.0], 20.0).kept(19.0).len(), 2, "it is taller than the limit");
    }
}
