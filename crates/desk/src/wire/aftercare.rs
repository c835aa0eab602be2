//! The aftercare sheet: prepared, shown, then filed and printed with exactly the bytes shown.

use care::record::{PaperSize, VisitId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{DocumentRow, LetterSize};

/// Composes the sheet.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SheetPrepareRequest {
    /// Which visit.
    pub visit: VisitId,
    /// Language, as a BCP 47 tag; `None` takes the client's.
    pub language: Option<String>,
    /// Paper; `None` takes the clinic's.
    pub paper: Option<PaperSize>,
    /// How large its letters are; `None` is the normal size.
    pub letters: Option<LetterSize>,
}

/// A sheet that is shown. Nothing is filed yet.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SheetView {
    /// Names the bytes in memory; [`SheetPrintRequest`] and the page's frame use it.
    pub token: String,
    /// Where the page's frame finds the PDF.
    pub url: String,
    /// Pages.
    pub n_pages: u16,
    /// SHA-256 of the PDF.
    pub pdf_sha256: String,
    /// Language of the sheet.
    pub language: String,
    /// Languages the texts exist in.
    pub languages: Vec<super::Choice>,
    /// The dates on it, earliest first, in the language of the screen.
    pub dates: Vec<SheetDateRow>,
    /// Conflicts of the instructions and how they were settled, in the language of the screen.
    pub conflicts: Vec<String>,
    /// The pages as words in their own language, for a screen reader.
    pub text: Vec<String>,
}

/// One date of the sheet.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SheetDateRow {
    /// Local date-time, `YYYY-MM-DDTHH:MM`, as printed.
    pub at: String,
    /// What ends, starts or is due.
    pub words: String,
    /// The component that binds.
    pub binds: String,
}

/// Files and prints, or files and saves, the sheet that is shown.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SheetPrintRequest {
    /// Which visit.
    pub visit: VisitId,
    /// The bytes that were shown.
    pub token: String,
    /// Conflicts were read; required when there are any.
    pub conflicts_seen: bool,
    /// Copies, 1 to 9.
    pub n_copies: u8,
    /// Queue; `None` is the computer's own choice.
    pub printer: Option<String>,
}

/// Files the sheet that is shown without printing it.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SheetFileRequest {
    /// Which visit.
    pub visit: VisitId,
    /// The bytes that were shown.
    pub token: String,
    /// Conflicts were read; required when there are any.
    pub conflicts_seen: bool,
}

/// What became of a print.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PrintedView {
    /// The filed document.
    pub document: DocumentRow,
    /// Taken by the printing system.
    pub was_printed: bool,
    /// Why not, what to do; the document is filed all the same.
    pub why_not: Option<String>,
}
