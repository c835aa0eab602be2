//! The practice through the door the window uses: what a clinician does, and what the product refuses.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops where it stands")]

mod backup;
mod clinic;
mod consent;
mod done;
mod gates;
mod journal;
mod people;
mod protocol;
mod quick_unlock;
mod refusals;
mod roles;
mod safety;
mod second_factor;
mod visit;
