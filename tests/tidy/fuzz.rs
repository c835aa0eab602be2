//! The fuzz targets are a workspace of their own; what they try must still be what is shipped.

use std::collections::BTreeSet;

use anyhow::Context;

use crate::tracked::tracked;

/// What only the fuzz targets are built from, with its terms. The University of Illinois's (NCSA) stand between MIT's
/// and BSD's; the library is linked into nothing that is shipped.
const FUZZER: [(&str, &str); 4] = [
    ("arbitrary", "MIT OR Apache-2.0"),
    ("care-fuzz", "MIT OR Apache-2.0"),
    ("exchange-fuzz", "MIT OR Apache-2.0"),
    ("libfuzzer-sys", "(MIT OR Apache-2.0) AND NCSA"),
];

#[test]
fn what_is_fuzzed_is_what_is_shipped() -> anyhow::Result<()> {
    let product = locked("Cargo.lock")?;
    let mut fuzzed = locked("crates/care/fuzz/Cargo.lock")?;
    fuzzed.extend(locked("crates/exchange/fuzz/Cargo.lock")?);
    assert!(fuzzed.iter().any(|(name, _)| name == "serde_json"), "the lock is read at all: {}", fuzzed.len());
    let is_fuzzer = |name: &str| FUZZER.iter().any(|(own, _)| *own == name);
    let strays: Vec<_> = fuzzed.iter().filter(|it| !is_fuzzer(&it.0) && !product.contains(it)).collect();
    assert!(strays.is_empty(), "a fault of another version is not ours, and ours would be missed: {strays:?}");
    for (name, terms) in FUZZER {
        assert!(fuzzed.iter().any(|it| it.0 == name), "{name} ({terms}) is no longer used: take the line out");
    }
    Ok(())
}

/// Name and version of every package of a lock.
fn locked(path: &str) -> anyhow::Result<BTreeSet<(String, String)>> {
    let files = tracked()?;
    let lock = files.iter().find(|file| file.path == path).with_context(|| format!("there is no {path}"))?;
    let lock: toml::Table = lock.text.parse()?;
    let packages = lock.get("package").and_then(toml::Value::as_array).context("a lock without packages")?;
    let text = |package: &toml::Value, key: &str| package.get(key).and_then(toml::Value::as_str).map(str::to_owned);
    packages.iter().map(|it| text(it, "name").zip(text(it, "version")).context("a package without version")).collect()
}
