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

#[test]
fn what_a_crate_needs_stands_in_the_lock_of_its_fuzz_targets() -> anyhow::Result<()> {
    for name in ["care", "exchange"] {
        let manifest: toml::Table = text(&format!("crates/{name}/Cargo.toml"))?.parse()?;
        let needed = manifest.get("dependencies").and_then(toml::Value::as_table).context("no dependencies")?;
        let lock: toml::Table = text(&format!("crates/{name}/fuzz/Cargo.lock"))?.parse()?;
        let packages = lock.get("package").and_then(toml::Value::as_array).context("a lock without packages")?;
        let own = packages.iter().find(|package| package.get("name").and_then(toml::Value::as_str) == Some(name));
        let own = own.with_context(|| format!("{name} is not in the lock of its own targets"))?;
        let known: BTreeSet<&str> = own
            .get("dependencies")
            .and_then(toml::Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(|one| one.as_str()?.split(' ').next())
            .collect();
        let is_always = |value: &toml::Value| value.get("optional").and_then(toml::Value::as_bool) != Some(true);
        let needed = needed.iter().filter(|(_, value)| is_always(value)).map(|(key, _)| key);
        let missing: Vec<&String> = needed.filter(|key| !known.contains(key.as_str())).collect();
        assert!(missing.is_empty(), "`make fuzz` would stop: crates/{name}/fuzz/Cargo.lock lacks {missing:?}");
    }
    Ok(())
}

fn text(path: &str) -> anyhow::Result<String> {
    let files = tracked()?;
    let file = files.iter().find(|file| file.path == path).with_context(|| format!("there is no {path}"))?;
    Ok(file.text.clone())
}

/// Name and version of every package of a lock.
fn locked(path: &str) -> anyhow::Result<BTreeSet<(String, String)>> {
    let lock: toml::Table = text(path)?.parse()?;
    let packages = lock.get("package").and_then(toml::Value::as_array).context("a lock without packages")?;
    let of = |package: &toml::Value, key: &str| package.get(key).and_then(toml::Value::as_str).map(str::to_owned);
    packages.iter().map(|it| of(it, "name").zip(of(it, "version")).context("a package without version")).collect()
}
