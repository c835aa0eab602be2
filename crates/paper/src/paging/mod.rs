//! From strips to pages, and from pages to the operations that draw them.

mod canvas;
mod code;
mod glyphs;
mod ligatures;
mod page_numbers;
mod paginate;
mod running;
mod sheet;

pub(crate) use canvas::{photo_name, utf16};
pub(crate) use glyphs::{UnicodeTables, font_id};
pub(crate) use page_numbers::number_contents;
pub(crate) use paginate::paginate;
pub(crate) use running::RunningLines;
pub(crate) use sheet::draw_sheets;
