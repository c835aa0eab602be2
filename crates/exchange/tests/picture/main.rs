//! Pictures from outside, read in a process of their own.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops where it stands")]

mod clean;
mod hostile;
mod made;
mod scanned;
mod signed_pages;
