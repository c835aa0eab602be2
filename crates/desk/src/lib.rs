//! The desk: use cases of the practice, behind one door.
//!
//! The window, the terminal and the tests all enter by [`Desk::call`]. The door knows the command list, checks lock
//! and role, contains panics and turns failures into words. What lies behind reads and writes the vault, asks `care`
//! what the rules say, lets `paper` set documents and `exchange` pack archives. Nothing here draws.

pub mod clock;
pub mod contract;
pub mod host;
pub mod print;
pub mod seals;
pub mod wire;
pub mod words;

mod anchoring;
mod cases;
mod clinic_seal;
mod codes;
mod commands;
mod desk;
mod door;
mod failure;
mod failure_words;
mod keyring;
mod looks;
mod outgoing;
mod pictures;
mod pins;
mod sample;
mod sample_clinic;
mod schedule;
mod seat;
mod visit;

#[cfg(test)]
mod tests;

pub use commands::{Access, COMMANDS, Command};
pub use desk::{Desk, Place};
pub use exchange::picture::WORKER_COMMAND as PICTURE_WORKER_COMMAND;
pub use failure::{Failure, FieldProblem, Refusal, WrongField};
pub use host::{Bare, FilesWanted, Host, PrintJob, PrintProblem, Printer};
pub use keyring::{Keyring, KeyringProblem, NoKeyring};
pub use pictures::work_as_picture_reader;
pub use sample_clinic::{SampleMade, SampleOrder, SampleProgress};
pub use store::{BundleFault, BundleReport, BundleSigner, DeviceSecret, verify_bundle};
