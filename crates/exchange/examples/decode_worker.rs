//! The reading process alone, for the tests of this crate. The product starts itself instead.

use exchange::picture::{Purpose, run_worker};

fn main() -> std::io::Result<()> {
    let word = std::env::args().nth(2).unwrap_or_default();
    let purpose = Purpose::from_word(&word).ok_or(std::io::ErrorKind::InvalidInput)?;
    run_worker(purpose, std::io::stdin().lock(), std::io::stdout().lock())
}
