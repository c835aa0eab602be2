//! The program as it ships, looked at from outside: what it lets out, what it leaves out, what it refuses.
//!
//! Built without the feature `probe`. Where one check can miss, the program that tests may steer is looked at too: it
//! has what must be absent here, and shows that the check can see.

#[path = "shipped/arithmetic.rs"]
mod arithmetic;
#[path = "shipped/automation.rs"]
mod automation;
#[path = "shipped/binary.rs"]
mod binary;
#[path = "shipped/broken_cases.rs"]
mod broken_cases;
#[path = "shipped/fences.rs"]
mod fences;
#[path = "shipped/no_screen.rs"]
mod no_screen;

use std::sync::{Mutex, MutexGuard, PoisonError};

/// Programs that are timed or need a screen run one at a time.
fn turn() -> MutexGuard<'static, ()> {
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A program beside this test.
fn program(name: &str) -> anyhow::Result<std::path::PathBuf> {
    journeys::program(name).map_err(anyhow::Error::msg)
}
