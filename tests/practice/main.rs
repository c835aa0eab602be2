//! The practice through the door the window uses: what a clinician does, and what the product refuses.

mod clinic;
mod consent;
mod done;
mod gates;
mod refusals;
mod safety;
mod visit;
