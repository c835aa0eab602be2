//! Puts the numbers of pages into the contents, once every section has its page.

use std::collections::BTreeMap;

use super::paginate::PlacedStrip;
use crate::PaperError;
use crate::composing::{Drawn, SectionId};
use crate::document::{RichText, Span};
use crate::theme::BODY;
use crate::typesetting::{Alignment, TextStyle, Typesetter};

/// Figures end at the far edge of their column.
const FIGURES: TextStyle = TextStyle { alignment: Alignment::End, shortest_last_line: 0.0, ..BODY };

/// Replaces every kept place by the number of the page on which its section begins.
pub(crate) fn number_contents(pages: &mut [Vec<PlacedStrip>], typesetter: &mut Typesetter) -> Result<(), PaperError> {
    let mut begins: BTreeMap<SectionId, usize> = BTreeMap::new();
    for (number, strips) in (1..).zip(pages.iter()) {
        for section in strips.iter().filter_map(|placed| placed.strip.section) {
            begins.entry(section).or_insert(number);
        }
    }
    for placed in pages.iter_mut().flatten() {
        for thing in &mut placed.strip.drawn {
            let Drawn::PageOf { tag, x, y, width, section } = *thing else { continue };
            let lost = PaperError::Assembly { stage: "a section of the contents" };
            let number = begins.get(&section).ok_or_else(|| lost.clone())?.to_string();
            let text = RichText(vec![Span::words(number)]);
            let line = typesetter.lines(&text, width, &FIGURES)?.into_iter().next().ok_or(lost)?;
            *thing = Drawn::Text { tag: Some(tag), x, y, line };
        }
    }
    Ok(())
}
