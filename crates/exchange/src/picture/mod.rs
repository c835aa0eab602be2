//! Photos and scans of paper, from bytes nobody vouches for to a clean picture.
//!
//! What is recognised by its first bytes and is of a reasonable size goes to a child process that can do nothing but
//! compute ([`worker`]): it decodes, turns the picture upright, drops everything that is not a pixel and gives back a
//! fresh JPEG with a thumbnail. Nothing is ever decoded in the process that holds the vault: decoding asks for a
//! [`confine::Confined`], which only the worker has.

mod answer;
mod child;
mod clean;
mod codes;
mod confine;
mod drawing;
mod end;
mod limits;
mod magic;
mod pages;
mod paper;
mod worker;

use serde::{Deserialize, Serialize};

pub use child::PictureReader;
pub use drawing::drawn;
pub use limits::{MOST_BYTES, MOST_EDGE_PX, MOST_PIXELS, MOST_THUMBNAIL_BYTES, PATIENCE_MS, THUMBNAIL_EDGE_PX};
#[cfg(fuzzing)]
pub use worker::try_unconfined;
pub use worker::{WORKER_COMMAND, run_worker};

/// What a file is wanted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// A photo of a client: JPEG, PNG or WebP. Only the clean picture is kept.
    Photo,
    /// A scan of paper: JPEG, PNG, TIFF or PDF. The file is kept as it was received; the clean picture is for looking.
    Scan,
    /// The same of pages that may carry a square code, which is read.
    SignedPages,
}

impl Purpose {
    /// The word for it, as the worker is told.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Photo => "photo",
            Self::Scan => "scan",
            Self::SignedPages => "signed-pages",
        }
    }

    /// The purpose with this word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Photo, Self::Scan, Self::SignedPages].into_iter().find(|purpose| purpose.word() == word)
    }
}

/// What a file is, by its first bytes. Its name says nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// JPEG.
    Jpeg,
    /// PNG.
    Png,
    /// WebP.
    Webp,
    /// TIFF.
    Tiff,
    /// PDF.
    Pdf,
}

impl FileKind {
    /// The ending of a file of this kind, without its dot.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Webp => "webp",
            Self::Tiff => "tif",
            Self::Pdf => "pdf",
        }
    }
}

/// A file that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Readable {
    /// What the file was.
    pub kind: FileKind,
    /// The clean picture; none of a PDF, which is kept and never drawn.
    pub picture: Option<Picture>,
    /// What the square codes on each of its pages say; nothing where they were not asked for.
    pub codes: Vec<Vec<String>>,
}

/// A clean picture: pixels in sRGB the right way up, and nothing else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Width in pixels.
    pub width_px: u32,
    /// Height in pixels.
    pub height_px: u32,
    /// A JPEG without any metadata.
    pub jpeg: Vec<u8>,
    /// A small one of it, at most [`THUMBNAIL_EDGE_PX`] on its longer edge and [`MOST_THUMBNAIL_BYTES`].
    pub thumbnail: Vec<u8>,
    /// When the camera says it was taken, `YYYY-MM-DDTHH:MM` by the camera's own clock. A suggestion, never a fact.
    pub camera_time: Option<String>,
}

/// Why a file is not taken. None of it names the file or anything in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum PictureRefusal {
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// More than [`MOST_BYTES`].
    #[error("the file is too large")]
    TooManyBytes,
    /// Not a file of any kind that is taken.
    #[error("not a kind of file that is taken")]
    UnknownKind,
    /// HEIC or AVIF, as newer telephones save them.
    #[error("a HEIC or AVIF picture")]
    Heic,
    /// A kind that is taken for scans and not for photos, or the other way round.
    #[error("not a kind of file for this")]
    OtherPurpose,
    /// More pixels than [`MOST_PIXELS`] or a longer edge than [`MOST_EDGE_PX`].
    #[error("too many pixels")]
    TooManyPixels,
    /// More pages than are read of one file.
    #[error("too many pages")]
    TooManyPages,
    /// It ends too early, or its parts contradict each other.
    #[error("the file is damaged")]
    Damaged,
    /// A second file of another kind hides in it.
    #[error("more than one file in one")]
    Mixed,
    /// Reading it took more time or memory than any honest picture.
    #[error("it took too much to read")]
    TooMuchWork,
    /// A PDF that only opens with a password.
    #[error("an encrypted PDF")]
    EncryptedPdf,
    /// A PDF that carries a program, a form that acts, or another file.
    #[error("a PDF that does something")]
    ActivePdf,
}

impl PictureRefusal {
    /// Every one, so that each can be asked for its words.
    pub const ALL: &'static [Self] = &[
        Self::Empty,
        Self::TooManyBytes,
        Self::UnknownKind,
        Self::Heic,
        Self::OtherPurpose,
        Self::TooManyPixels,
        Self::TooManyPages,
        Self::Damaged,
        Self::Mixed,
        Self::TooMuchWork,
        Self::EncryptedPdf,
        Self::ActivePdf,
    ];
}

/// Why there is no picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PictureProblem {
    /// The file is not taken.
    #[error(transparent)]
    Refused(#[from] PictureRefusal),
    /// The reading process could not be started, or did not answer as it should. Says nothing about the file.
    #[error("the reader of pictures could not be started")]
    NoReader,
}
