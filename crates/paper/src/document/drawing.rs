//! Line drawings: outlines, areas and labels, such as a face with its treated zones.

use kurbo::BezPath;

use crate::PaperError;

/// A drawing in its own units, printed at a given width.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// The part of the plane that is shown, and nothing beyond it; it keeps its proportions.
    pub view: ViewBox,
    /// How wide it stands on the paper, in millimetres. Never wider than the text.
    pub width_mm: f32,
    /// What is drawn, back to front.
    pub shapes: Vec<Shape>,
}

/// A part of the plane, y growing downwards as in SVG.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ViewBox {
    /// Its left edge.
    pub min_x: f32,
    /// Its upper edge.
    pub min_y: f32,
    /// Its width, more than zero.
    pub width: f32,
    /// Its height, more than zero.
    pub height: f32,
}

/// One thing in a drawing. There is no transparency: blend colours beforehand.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// An outline that is filled, drawn as a line, or both.
    Area {
        /// Its edge.
        outline: Outline,
        /// The colour inside.
        fill: Option<Colour>,
        /// The line along the edge.
        line: Option<Line>,
    },
    /// Words beside a part of the drawing. They stay inside the view: smaller when too long, shifted when beyond it.
    Label {
        /// Where they stand, in units of the view, at the baseline.
        x: f32,
        /// Where they stand, in units of the view, at the baseline.
        y: f32,
        /// Which end of the words stands there.
        anchor: Anchor,
        /// The words, on one line.
        text: String,
        /// Their size on the paper in points, whatever the size of the drawing.
        size_pt: f32,
    },
    /// Parallel lines across the inside of an outline: told from another area without colour.
    Hatched {
        /// The edge.
        outline: Outline,
        /// How far apart the lines begin along the edges of the page, in points on the paper, whatever the size of the
        /// drawing.
        every_pt: f32,
        /// Whether as many lines go across them.
        is_crossed: bool,
        /// How each line looks.
        line: Line,
    },
    /// Shapes of which only what lies inside an outline is shown.
    Clipped {
        /// The edge.
        to: Outline,
        /// What is shown inside it.
        shapes: Vec<Shape>,
    },
}

/// Which end of a label stands at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// The left end.
    Left,
    /// The middle.
    Middle,
    /// The right end.
    Right,
}

/// A line along an edge.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Line {
    /// Its colour.
    pub colour: Colour,
    /// Its width on the paper, in points.
    pub width_pt: f32,
}

/// A colour of the screen (sRGB), 0 to 255 each; black when nothing is said.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Colour {
    /// Red.
    pub red: u8,
    /// Green.
    pub green: u8,
    /// Blue.
    pub blue: u8,
}

impl Colour {
    /// A colour from its three parts.
    pub const fn new(red: u8, green: u8, blue: u8) -> Self {
        Self { red, green, blue }
    }
}

/// The edge of a shape: straight lines and curves.
#[derive(Debug, Clone, PartialEq)]
pub struct Outline(BezPath);

impl Outline {
    /// Reads the path language of SVG (the attribute `d`).
    ///
    /// # Errors
    /// [`PaperError::Outline`] when it is not that language or holds a number that is not finite.
    pub fn from_svg(path: &str) -> Result<Self, PaperError> {
        let path = BezPath::from_svg(path).map_err(|_| PaperError::Outline)?;
        if !path.is_finite() {
            return Err(PaperError::Outline);
        }
        Ok(Self(path))
    }

    /// The path in kurbo's terms.
    pub(crate) fn path(&self) -> &BezPath {
        &self.0
    }
}
