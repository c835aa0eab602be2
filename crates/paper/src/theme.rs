//! How every document looks: one scale of sizes, three greens and greys, one box for the text.
//!
//! All lengths are points of 1/72 inch. Colours carry no meaning that a black and white print would lose.

use crate::document::{Colour, HeadingLevel, PaperSize, Print, Tone, Weight};
use crate::typesetting::{Alignment, TextStyle};

/// Points in a millimetre.
pub(crate) const POINTS_PER_MM: f32 = 72.0 / 25.4;

/// Text colour: 14 to 1 on white.
pub(crate) const INK: Colour = Colour::new(0x1f, 0x29, 0x37);
/// Headings and bars: 7.4 to 1 on white, dark grey without colour.
pub(crate) const TEAL: Colour = Colour::new(0x0f, 0x5f, 0x5a);
/// Hints, labels and the running lines: 7.5 to 1 on white.
pub(crate) const QUIET: Colour = Colour::new(0x47, 0x55, 0x69);
/// Thin rules.
pub(crate) const RULE: Colour = Colour::new(0xa9, 0xb8, 0xc2);
/// Behind the head of a table and a note that informs.
pub(crate) const MIST: Colour = Colour::new(0xec, 0xf5, 0xf3);
/// Behind a note that warns; nearly white without colour.
pub(crate) const CREAM: Colour = Colour::new(0xff, 0xf8, 0xe3);
/// The bar of a note that asks for care.
pub(crate) const AMBER: Colour = Colour::new(0x8a, 0x5a, 0x00);
/// Signatures and initials, as if written with a pen.
pub(crate) const PEN: Colour = Colour::new(0x10, 0x18, 0x5a);

/// The width of the text: the sheet of A4, the narrower of the two, less 15 mm on either side.
pub(crate) const TEXT_WIDTH: f32 = (210.0 - 2.0 * 15.0) * POINTS_PER_MM;
/// The height of the box for everything printed: the sheet of Letter, the shorter of the two, less 15 mm above and below.
pub(crate) const BOX_HEIGHT: f32 = (279.0 - 2.0 * 15.0) * POINTS_PER_MM;
/// Between the masthead's rule and the text, and between the text and the footer's rule.
pub(crate) const RUNNING_GAP: f32 = 20.0;
/// At least this share of the box belongs to the text, however long the running lines are.
pub(crate) const SMALLEST_BODY_SHARE: f32 = 0.6;
/// What is kept whole may leave at most this share of a page empty.
pub(crate) const LARGEST_KEPT_SHARE: f32 = 0.4;

/// Rules are this thick.
pub(crate) const HAIRLINE: f32 = 0.6;
/// Between two paragraphs of the same thought.
pub(crate) const PARAGRAPH_GAP: f32 = 6.0;
/// Before the document's name, where an address stands above it.
pub(crate) const TITLE_GAP: f32 = 24.0;
/// Before a part that stands for itself: a table, a note, a figure.
pub(crate) const PART_GAP: f32 = 11.0;
/// Between two points of a list.
pub(crate) const ITEM_GAP: f32 = 3.5;
/// Between two clauses.
pub(crate) const CLAUSE_GAP: f32 = 9.0;

/// The sheet's width and height.
pub(crate) fn sheet(paper: PaperSize) -> (f32, f32) {
    match paper {
        PaperSize::A4 => (210.0 * POINTS_PER_MM, 297.0 * POINTS_PER_MM),
        PaperSize::Letter => (8.5 * 72.0, 11.0 * 72.0),
    }
}

/// The bar, the ground and the frame of a note.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NoteLook {
    pub(crate) bar: Colour,
    pub(crate) bar_width: f32,
    pub(crate) ground: Colour,
    pub(crate) frame: Option<Colour>,
}

/// How a note of this tone looks. The bar grows with its urgency, and what must not be overlooked has a frame.
pub(crate) fn note_look(tone: Tone) -> NoteLook {
    match tone {
        Tone::Information => NoteLook { bar: TEAL, bar_width: 2.5, ground: MIST, frame: None },
        Tone::Caution => NoteLook { bar: AMBER, bar_width: 4.0, ground: CREAM, frame: Some(AMBER) },
        Tone::Urgent => NoteLook { bar: INK, bar_width: 6.0, ground: CREAM, frame: Some(INK) },
    }
}

/// Running text.
pub(crate) const BODY: TextStyle = TextStyle {
    size: 10.5,
    line_height: 15.2,
    colour: INK,
    weight: Weight::Regular,
    alignment: Alignment::Start,
    shortest_last_line: 0.12,
};
/// Text in the cells of a table.
pub(crate) const CELL: TextStyle = TextStyle { size: 9.5, line_height: 13.4, shortest_last_line: 0.0, ..BODY };
/// The first line of a note, a moment of a timeline.
pub(crate) const STRONG: TextStyle = TextStyle { weight: Weight::Bold, ..BODY };
/// Captions, labels, the small print of a signature.
pub(crate) const SMALL: TextStyle = TextStyle { size: 8.5, line_height: 12.0, colour: QUIET, ..BODY };
/// The document's name.
pub(crate) const TITLE: TextStyle =
    TextStyle { size: 23.0, line_height: 28.0, colour: TEAL, shortest_last_line: 0.45, ..STRONG };
/// The head of a table.
pub(crate) const TABLE_HEAD: TextStyle = TextStyle { weight: Weight::Bold, colour: TEAL, ..CELL };
/// The largest letters of the masthead and the footer. Nothing else is set as small.
pub(crate) const CLINIC_LINE: f32 = 8.4;
/// The masthead and the footer.
pub(crate) const RUNNING: TextStyle = TextStyle { size: 8.0, line_height: 11.0, colour: QUIET, ..CELL };

/// A heading.
pub(crate) fn heading(level: HeadingLevel) -> TextStyle {
    match level {
        HeadingLevel::Section => TextStyle { size: 14.0, line_height: 18.5, ..TITLE },
        HeadingLevel::Subsection => TextStyle { size: 11.5, line_height: 16.0, ..TITLE },
    }
}

/// Large print: what is read is at least this large, in points.
const LARGE: f32 = 18.0;
/// Large print of the masthead and the footer, which are there to be found rather than read.
const LARGE_RUNNING: f32 = 11.0;
/// From baseline to baseline in large print, as a share of the size.
const LARGE_LEADING: f32 = 1.36;

impl TextStyle {
    /// The style in a size of print. Headings grow by the same points as the text, so that they stay headings.
    pub(crate) fn in_print(self, print: Print) -> Self {
        let size = match print {
            Print::Normal => return self,
            Print::Large if self.size <= CLINIC_LINE => LARGE_RUNNING,
            Print::Large if self.size <= BODY.size => LARGE,
            Print::Large => self.size + LARGE - BODY.size,
        };
        Self { size, line_height: size * LARGE_LEADING, ..self }
    }
}
