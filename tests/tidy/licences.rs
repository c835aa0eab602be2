//! Where everything this is built from comes from, and under which terms.

use std::path::Path;

use anyhow::Context;
use serde_json::Value;

use crate::cargo::{name_of, packages};
use crate::spdx;

/// Terms that leave the clinic and the next engineer free. MPL-2.0 asks for changes to its own files only.
const ALLOWED: [&str; 18] = [
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "BlueOak-1.0.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "OFL-1.1",
    "Python-2.0",
    "Unicode-3.0",
    "Unlicense",
    "WTFPL",
    "Zlib",
    // SQLite's: public domain, with a blessing in place of a notice.
    "blessing",
];
const EXCEPTIONS: [&str; 1] = ["LLVM-exception"];

const CRATES_IO: &str = "registry+https://github.com/rust-lang/crates.io-index";

#[test]
fn every_crate_is_freely_licensed() -> anyhow::Result<()> {
    let refused: Vec<String> =
        packages()?.iter().filter_map(|package| objection(name_of(package), &package["license"])).collect();
    assert!(refused.is_empty(), "the clinic must be free to keep what it runs: {refused:?}");
    Ok(())
}

#[test]
fn every_package_of_the_page_is_freely_licensed() -> anyhow::Result<()> {
    let lock = std::fs::read(journeys::project().join("ui/package-lock.json"))?;
    let lock: Value = serde_json::from_slice(&lock)?;
    let packages = lock["packages"].as_object().context("the lock names no packages")?;
    assert!(packages.len() > 50, "the lock is read at all: {} packages", packages.len());
    let refused: Vec<String> =
        packages.iter().filter_map(|(name, package)| objection(name, &package["license"])).collect();
    assert!(refused.is_empty(), "the clinic must be free to keep what it runs: {refused:?}");
    Ok(())
}

#[test]
fn every_crate_is_our_own_or_published_on_crates_io() -> anyhow::Result<()> {
    let packages = packages()?;
    let strays: Vec<&str> =
        packages.iter().filter(|it| !is_ours(it) && it["source"] != CRATES_IO).map(name_of).collect();
    assert!(strays.is_empty(), "everybody can read what crates.io holds, and it never changes: {strays:?}");
    assert!(packages.len() > 100, "cargo names what this is built from: {} packages", packages.len());
    Ok(())
}

/// Ours, by path: inside the project, not beside it.
fn is_ours(package: &Value) -> bool {
    let manifest = package["manifest_path"].as_str().map(Path::new);
    package["source"].is_null() && manifest.is_some_and(|manifest| manifest.starts_with(journeys::project()))
}

/// Why a package may not be used, if so.
fn objection(name: &str, licence: &Value) -> Option<String> {
    let Some(expression) = licence.as_str() else { return Some(format!("{name} names no licence")) };
    match spdx::is_met(expression, &ALLOWED, &EXCEPTIONS) {
        Ok(true) => None,
        Ok(false) => Some(format!("{name}: {expression}")),
        Err(problem) => Some(format!("{name}: {problem}")),
    }
}
