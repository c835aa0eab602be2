//! The shapes of the content's rows. A row that does not fit its shape stops the load.

mod rules;
mod tables;

pub(crate) use rules::*;
pub use rules::{Field, Section};
pub(crate) use tables::*;
