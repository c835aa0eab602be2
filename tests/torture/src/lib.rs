//! A disk that fails when it is told to, under everything SQLite does in this process, and one that remembers what was
//! written so that a power cut can be played at any moment. Nothing of it ships.

mod power;
mod vfs;

pub use power::{Files, cut};
pub use vfs::{Disk, Fault, Op};
