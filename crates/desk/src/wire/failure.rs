//! Why a command was refused, for the screen: a code to branch on and one plain sentence to show.

use serde::Serialize;
use ts_rs::TS;

/// A refusal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FailureView {
    /// What the screen may branch on.
    pub code: FailureCode,
    /// What, why and what to do, in the screen's language.
    pub words: String,
    /// Every field that is wrong, all at once.
    pub fields: Vec<FieldFailure>,
    /// Seconds until another try is allowed, with the code `throttled`.
    pub wait_s: Option<u32>,
}

/// One field that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FieldFailure {
    /// Path inside the request: `born_on`, `zones[2].depth_um`.
    pub path: String,
    /// What is wrong and how to fix it.
    pub words: String,
}

/// Codes the screen does something different for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FailureCode {
    /// The vault is locked: show the lock screen.
    Locked,
    /// No vault yet: show the first run.
    NoVault,
    /// The signed-in person may not do this.
    WrongRole,
    /// The password or PIN is wrong.
    WrongSecret,
    /// The act waits for a code of the second factor: ask for one, give it, then try again.
    NeedsCode,
    /// Too many tries; wait.
    Throttled,
    /// Fields are wrong; they are listed.
    BadInput,
    /// The client's record is restricted: ask for a reason.
    Restricted,
    /// A rule of the product says no: no consent, a block, a signed record.
    Refused,
    /// Somebody else changed the record meanwhile; read it again.
    Conflict,
    /// It is not there.
    NotFound,
    /// Another window has this vault open.
    AlreadyOpen,
    /// The vault was written by a newer program.
    VaultIsNewer,
    /// The vault or a file in it is damaged.
    Damaged,
    /// The disk is full.
    DiskFull,
    /// The printer did not take it; the document is filed.
    PrinterFailed,
    /// The person closed a dialog.
    Cancelled,
    /// The machine or the program failed.
    Internal,
}
