//! The square code at the foot of a page: dark squares as runs, to be drawn as one area.

use fast_qr::{ECL, QRBuilder};

use crate::PaperError;
use crate::document::PageMark;
use crate::theme::POINTS_PER_MM;

/// How wide a code stands. A square of it is 0.62 mm: four to five dots of a scan of 200 dots an inch.
pub(crate) const CODE_SIZE: f32 = 18.0 * POINTS_PER_MM;
/// White around a code; four squares are asked for.
pub(crate) const CODE_QUIET: f32 = 2.6 * POINTS_PER_MM;

/// A code, `n` squares wide and high.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Code {
    pub(crate) n: u16,
    /// Dark squares side by side.
    pub(crate) runs: Vec<Run>,
}

/// Dark squares side by side, counted from the upper left corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Run {
    pub(crate) x: u16,
    pub(crate) y: u16,
    pub(crate) n: u16,
}

/// The code of a mark. A seventh of it may be unreadable: a crease, a stamp, the end of a signature.
///
/// # Errors
/// [`PaperError::Assembly`]: no mark is too long for a code.
pub(crate) fn code_of(mark: &PageMark) -> Result<Code, PaperError> {
    let too_long = |_| PaperError::Assembly { stage: "the code of a page" };
    let made = QRBuilder::new(mark.to_string()).ecl(ECL::M).build().map_err(too_long)?;
    let n = u16::try_from(made.size).map_err(|_| PaperError::Assembly { stage: "the code of a page" })?;
    let mut runs: Vec<Run> = Vec::new();
    for y in 0..n {
        for x in (0..n).filter(|x| made[usize::from(y)][usize::from(*x)].value()) {
            match runs.last_mut() {
                Some(run) if run.y == y && run.x + run.n == x => run.n += 1,
                Some(_) | None => runs.push(Run { x, y, n: 1 }),
            }
        }
    }
    Ok(Code { n, runs })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::PageCode;

    #[test]
    fn a_code_of_up_to_999_pages_has_the_size_it_is_read_at() {
        let code = PageCode { document: [0xff; 16], fingerprint: [0xff; 8] };
        for (page, n_pages) in [(1, 1), (6, 6), (999, 999)] {
            let code = code_of(&code.on_page(page, n_pages)).expect("a code");
            assert_eq!(code.n, 29, "page {page} of {n_pages}");
            let first = code.runs.first().copied();
            assert_eq!(first, Some(Run { x: 0, y: 0, n: 7 }), "the corner by which a reader finds it");
        }
        assert_eq!(code_of(&code.on_page(u16::MAX, u16::MAX)).expect("a code").n, 33, "the longest is one size larger");
    }
}
