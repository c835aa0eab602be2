//! Lines of glyphs, ready to be placed.

use super::FaceId;
use crate::document::Colour;

/// One line of text with its glyphs in the order they stand on the paper.
#[derive(Debug, Clone, Default)]
pub(crate) struct TextLine {
    pub(crate) runs: Vec<GlyphRun>,
    /// From the top of this line to the top of the next, in points.
    pub(crate) height: f32,
    /// From the top of the line to its baseline, in points.
    pub(crate) baseline: f32,
    /// How far the ink reaches, without the space a line ends in, in points.
    pub(crate) width: f32,
    /// What the line says, in reading order, without marks that draw nothing.
    pub(crate) text: String,
}

/// Glyphs of one face, size, colour and direction.
#[derive(Debug, Clone)]
pub(crate) struct GlyphRun {
    pub(crate) face: FaceId,
    pub(crate) size: f32,
    pub(crate) colour: Colour,
    pub(crate) is_rtl: bool,
    pub(crate) clusters: Vec<Cluster>,
}

/// The glyphs that draw one piece of text together: usually one letter and one glyph.
#[derive(Debug, Clone)]
pub(crate) struct Cluster {
    pub(crate) text: String,
    pub(crate) glyphs: Vec<PlacedGlyph>,
}

/// One glyph and where it stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PlacedGlyph {
    /// Its number in the font.
    pub(crate) id: u16,
    /// From the left of the text box, in points.
    pub(crate) x: f32,
    /// Below the baseline, in points.
    pub(crate) drop: f32,
}
