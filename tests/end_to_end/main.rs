//! The real window, driven from outside as a person would: by key, by name of a control, by pen.
//!
//! Each test has a screen that nobody sees, a home of its own and a printer that keeps what it is given. One window
//! at a time.

mod app;
mod door;
mod first_run;
mod keys;
mod kill;
mod lock;
mod paper;
mod papers;
mod picture;
mod printer;
mod room;
mod visit;
