//! The shapes of the content's rows. A row that does not fit its shape stops the load.

mod after;
mod asked;
mod authority;
mod conditions;
mod planned;
mod products;
mod reference;

pub(crate) use after::*;
pub(crate) use asked::*;
pub use asked::{Field, Section};
pub(crate) use authority::*;
pub(crate) use conditions::*;
pub(crate) use planned::*;
pub(crate) use products::*;
pub(crate) use reference::*;
