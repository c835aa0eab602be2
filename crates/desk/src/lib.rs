//! x
#![allow(missing_docs, clippy::all)]
pub mod wire;
mod commands;
pub mod contract;
pub mod failure { pub enum Failure { UnknownCommand, Panicked, Shape{path:String} } }
pub mod seat { pub struct Seat<'a>(&'a ()); }
pub struct Desk;
pub mod cases {
}
