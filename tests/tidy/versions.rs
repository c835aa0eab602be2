//! Versions and features that were chosen with care, and the commands the project promises.

use std::collections::BTreeSet;

use anyhow::Context;
use serde_json::Value;

use crate::cargo::{dependencies, member, members, metadata, name_of, packages};
use crate::tracked::tracked;

/// What the vault needs of SQLite. `session` is absent: it needs a C parser to build and nothing here uses it.
const VAULT_FEATURES: [&str; 7] =
    ["backup", "blob", "bundled-sqlcipher-vendored-openssl", "functions", "hooks", "limits", "trace"];

#[test]
fn the_window_and_its_page_speak_the_same_tauri() -> anyhow::Result<()> {
    let window = dependencies(member("needlepoint")?).find(|it| name_of(it) == "tauri").context("no tauri")?;
    assert_eq!(window["req"], "^2.12", "the minor is written down: the newest published is an alpha of the next");
    let built = packages()?.iter().find(|package| name_of(package) == "tauri").context("no tauri")?;
    assert_eq!(minor(&built["version"]), "2.12", "the lock holds the minor that was tried");
    let asked = &page("ui/package.json")?["dependencies"]["@tauri-apps/api"];
    assert_eq!(asked, "~2.12", "the page asks for the same minor and no later");
    let locked = &page("ui/package-lock.json")?["packages"]["node_modules/@tauri-apps/api"]["version"];
    assert_eq!(minor(locked), "2.12", "a call of another minor may not be understood");
    Ok(())
}

#[test]
fn the_vault_is_built_with_these_features_and_no_other() -> anyhow::Result<()> {
    for package in members()? {
        for vault in dependencies(package).filter(|dependency| name_of(dependency) == "rusqlite") {
            let features: BTreeSet<&str> = strings(&vault["features"]).collect();
            let wanted = BTreeSet::from(VAULT_FEATURES);
            assert_eq!(features, wanted, "{} names what was tried and threat-modelled", name_of(package));
        }
    }
    let nodes = metadata()?["resolve"]["nodes"].as_array().context("cargo resolves nothing")?;
    let is_vault = |node: &&Value| node["id"].as_str().is_some_and(|id| id.contains("#rusqlite@"));
    let switched_on: BTreeSet<&str> =
        nodes.iter().filter(is_vault).flat_map(|node| strings(&node["features"])).collect();
    assert!(switched_on.contains("hooks"), "the features that are switched on are found: {switched_on:?}");
    for refused in ["session", "load_extension"] {
        assert!(!switched_on.contains(refused), "{refused} reached the vault by another way");
    }
    Ok(())
}

#[test]
fn every_command_that_is_promised_exists() -> anyhow::Result<()> {
    let makefile = std::fs::read_to_string(journeys::project().join("Makefile"))?;
    let rules: BTreeSet<&str> =
        makefile.lines().filter_map(|line| line.split_once(':')).map(|(rule, _)| rule).collect();
    let files = tracked()?;
    let readme = files.iter().find(|file| file.path == "README.md").context("no README.md")?;
    for command in ["run", "test"] {
        assert!(commands(&readme.text).any(|it| it == command), "the README says how to start: make {command}");
    }
    let others = files.iter().filter(|file| file.has_extension(&["md", "rs", "sh"]) && !file.is_under("tests/tidy"));
    let promised: BTreeSet<&str> = others.flat_map(|file| commands(&file.text)).collect();
    let missing: Vec<&&str> = promised.iter().filter(|command| !rules.contains(**command)).collect();
    assert!(missing.is_empty(), "who follows the words must get somewhere: make {missing:?}");
    Ok(())
}

/// The targets named in `text`: `make x` in backticks, or at the start of a line.
fn commands(text: &str) -> impl Iterator<Item = &str> {
    let in_lines = text.lines().filter_map(|line| line.strip_prefix("make "));
    let named = text.split("`make ").skip(1).chain(in_lines);
    named.map(|rest| rest.split(|it: char| !(it.is_ascii_lowercase() || it == '-')).next().unwrap_or_default())
}

fn page(path: &str) -> anyhow::Result<Value> {
    Ok(serde_json::from_slice(&std::fs::read(journeys::project().join(path))?)?)
}

fn strings(list: &Value) -> impl Iterator<Item = &str> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str)
}

/// `2.12.1` is of the minor `2.12`.
fn minor(version: &Value) -> &str {
    let version = version.as_str().unwrap_or_default();
    version.rsplit_once('.').map_or(version, |(minor, _)| minor)
}
