//! From words to lines of glyphs: cleaning, shaping, bidirectional order, line breaking.
//!
//! Nothing here knows pages, blocks or the PDF format.

mod faces;
mod families;
mod legible;
mod lines;
mod typesetter;

pub(crate) use faces::{FaceId, FamilyId};
pub(crate) use legible::legible;
pub(crate) use lines::{Cluster, GlyphRun, PlacedGlyph, TextLine};
pub(crate) use typesetter::{Alignment, Direction, TextStyle, Typesetter};
