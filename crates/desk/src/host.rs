//! What a use case needs from the machine around it. The window, the terminal and the tests each bring their own.

use std::path::PathBuf;

use care::record::PaperSize;

use crate::keyring::{Keyring, NoKeyring};

/// The machine around the desk.
pub trait Host: Send + Sync {
    /// Printers this computer knows; empty if there are none or printing is not installed.
    fn printers(&self) -> Vec<Printer>;

    /// Hands a PDF to the printing system. `Ok` means it was taken, not that paper came out.
    ///
    /// # Errors
    /// A [`PrintProblem`] says why it was not taken.
    fn print(&self, job: &PrintJob<'_>) -> Result<(), PrintProblem>;

    /// Asks the person where to put a file; `None` if the dialog was closed.
    fn choose_file(&self, suggested_name: &str) -> Option<PathBuf>;

    /// Asks the person for a folder that is there: where backups go, or where one lies; `None` if the dialog was
    /// closed. The page never names a path itself.
    fn choose_folder(&self) -> Option<PathBuf>;

    /// Asks the person for files that are there; none if the dialog was closed, or where there is nobody to ask. The
    /// page never names a path itself.
    fn choose_files(&self, _wanted: FilesWanted) -> Vec<PathBuf> {
        Vec::new()
    }

    /// The program that reads a foreign picture in a process of its own when it is started with
    /// [`PICTURE_WORKER_COMMAND`](crate::PICTURE_WORKER_COMMAND): this program itself. `None` where there is none; then
    /// no picture is taken in.
    fn picture_program(&self) -> Option<PathBuf> {
        None
    }

    /// The keyring of this computer; none unless somebody says which.
    fn keyring(&self) -> &dyn Keyring {
        &NoKeyring
    }
}

/// What files are asked for, so that a dialog shows only those that can be meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FilesWanted {
    /// Photos: JPEG, PNG, WebP.
    Photos,
    /// Scans of paper: JPEG, PNG, TIFF, PDF.
    Scans,
}

impl FilesWanted {
    /// Endings of the files that are meant, in small letters.
    #[must_use]
    pub const fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Photos => &["jpg", "jpeg", "png", "webp"],
            Self::Scans => &["jpg", "jpeg", "png", "tif", "tiff", "pdf"],
        }
    }
}

/// A computer with nothing around it: no printer, and nobody to ask.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Bare;

impl Host for Bare {
    fn printers(&self) -> Vec<Printer> {
        Vec::new()
    }

    fn print(&self, _: &PrintJob<'_>) -> Result<(), PrintProblem> {
        Err(PrintProblem::NoPrinter)
    }

    fn choose_file(&self, _: &str) -> Option<PathBuf> {
        None
    }

    fn choose_folder(&self) -> Option<PathBuf> {
        None
    }
}

/// One printer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printer {
    /// Queue name.
    pub name: String,
    /// The computer's own choice.
    pub is_default: bool,
}

/// One print.
#[derive(Debug, Clone, Copy)]
pub struct PrintJob<'a> {
    /// The PDF.
    pub bytes: &'a [u8],
    /// The document's number. Never a name: print queues are readable by others.
    pub title: &'a str,
    /// Copies, 1 to 9.
    pub n_copies: u8,
    /// Paper it was laid out for.
    pub paper: PaperSize,
    /// Queue; `None` is the computer's own choice.
    pub printer: Option<&'a str>,
}

/// Why a print was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PrintProblem {
    /// No printer is set up, or the one asked for is gone.
    #[error("no printer")]
    NoPrinter,
    /// The computer has no printing system.
    #[error("no printing system")]
    NotInstalled,
    /// The printing system did not take it.
    #[error("the printing system refused")]
    Refused,
}
