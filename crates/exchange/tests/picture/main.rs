//! Pictures from outside, read in a process of their own.

mod clean;
mod hostile;
mod made;
