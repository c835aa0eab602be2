//! Whole journeys through the product: where the built programs and the project's folders are.

use std::path::{Path, PathBuf};

/// The project's folder.
#[must_use]
pub fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

/// The built program `name`, beside which this test was built.
///
/// # Errors
/// A sentence that says how to build it.
pub fn program(name: &str) -> Result<PathBuf, String> {
    let test = std::env::current_exe().map_err(|problem| problem.to_string())?;
    // target/debug/deps/this-test
    let built = test.ancestors().nth(2).map(|folder| folder.join(name)).unwrap_or_default();
    if built.is_file() { Ok(built) } else { Err(format!("{name} is not built: run `make binaries`")) }
}

/// SHA-256 of `bytes`, as 64 hexadecimal digits.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    use sha2::Digest as _;
    sha2::Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
