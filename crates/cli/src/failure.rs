//! What the terminal says when it cannot, and how it ends.

use std::process::ExitCode;

use desk::wire::{FailureCode, FailureView};
use desk::words::without_isolates;

/// How the program ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Done.
    Done,
    /// The answer is no: damaged, or refused by a rule of the product.
    No,
    /// The input or the arguments are wrong.
    WrongInput,
    /// Locked, or a wrong password.
    Locked,
    /// The machine failed: disk, permission.
    MachineFailed,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        match exit {
            Exit::Done => Self::SUCCESS,
            Exit::No => Self::from(1),
            Exit::WrongInput => Self::from(2),
            Exit::Locked => Self::from(3),
            Exit::MachineFailed => Self::from(4),
        }
    }
}

/// One plain sentence, and how the program ends.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct CliFailure {
    pub(crate) exit: Exit,
    pub(crate) words: String,
}

impl CliFailure {
    pub(crate) fn new(exit: Exit, words: impl Into<String>) -> Self {
        Self { exit, words: words.into() }
    }
}

impl From<FailureView> for CliFailure {
    fn from(failure: FailureView) -> Self {
        let exit = match failure.code {
            FailureCode::Locked | FailureCode::WrongSecret | FailureCode::Throttled => Exit::Locked,
            FailureCode::BadInput | FailureCode::NoVault => Exit::WrongInput,
            FailureCode::WrongRole
            | FailureCode::NeedsCode
            | FailureCode::Restricted
            | FailureCode::Refused
            | FailureCode::Conflict
            | FailureCode::NotFound
            | FailureCode::AlreadyOpen
            | FailureCode::VaultIsNewer
            | FailureCode::Damaged
            | FailureCode::Cancelled => Exit::No,
            FailureCode::DiskFull | FailureCode::PrinterFailed | FailureCode::Internal => Exit::MachineFailed,
        };
        let details = failure.fields.iter().map(|field| format!(" {}: {}", field.path, field.words));
        let words = std::iter::once(failure.words.clone()).chain(details).collect::<String>();
        Self::new(exit, without_isolates(&words))
    }
}
