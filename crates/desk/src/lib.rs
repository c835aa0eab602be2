//! The desk: use cases of the practice, behind one door.
//!
//! The window, the terminal and the tests all enter by [`Desk::call`]. The door knows the command list, checks lock
//! and role, contains panics and turns failures into words. What lies behind reads and writes the vault, asks `care`
//! what the rules say, lets `paper` set documents and `exchange` pack archives. Nothing here draws.

pub mod clock;
pub mod contract;
pub mod host;
pub mod wire;
pub mod words;

mod anchoring;
mod cases;
mod codes;
mod commands;
mod desk;
mod door;
mod failure;
mod failure_words;
mod looks;
mod pins;
mod print;
mod sample;
mod sample_clinic;
mod schedule;
mod seat;
mod visit;

#[cfg(test)]
mod tests;

pub use commands::{Access, COMMANDS, Command};
pub use desk::{Desk, Place};
pub use failure::{Failure, FieldProblem, Refusal, WrongField};
pub use host::{Host, PrintJob, PrintProblem, Printer};
pub use sample_clinic::{SampleMade, SampleOrder, SampleProgress};
