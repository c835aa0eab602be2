//! Pages that were printed here, signed in ink, and came back as photos or scans.
//!
//! Each page says by its code which document it is of. All of them have to be there; then a person says who signed and
//! when, signs for it with a PIN, and they are filed as received. Nothing is guessed: a page without a readable code
//! asks, and one of another document is refused (docs/decisions/0030-signed-on-paper.md).

mod choosing;
mod consenting;
mod filing;
mod matching;
mod showing;

pub(crate) use choosing::{choose_pages, drop_pages, name_document, say_page};
pub(crate) use filing::file_pages;
