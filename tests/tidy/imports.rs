//! The arrow of imports, and the libraries and languages that have one home.

use crate::cargo::{dependencies, member, members, name_of};
use crate::tracked::{Tracked, tracked};

/// Who may import whom (docs/architecture.md). The vault, the printer's pages and foreign formats are reached through
/// the desk alone; tests come in by the same door as the window.
const ARROW: [(&str, &[&str]); 9] = [
    ("care", &[]),
    ("store", &["care"]),
    ("paper", &["care"]),
    ("exchange", &["care"]),
    ("desk", &["care", "store", "paper", "exchange"]),
    ("cli", &["care", "desk"]),
    ("needlepoint", &["care", "desk", "cli"]),
    ("journeys", &["care", "desk", "cli"]),
    // A failing disk is put under the store itself.
    ("torture", &["care", "store", "desk", "journeys"]),
];

/// Libraries, and the only member that may be built from them.
const HOMES: [(&str, &str); 20] = [
    ("rusqlite", "store"),
    ("argon2", "store"),
    ("chacha20poly1305", "store"),
    ("printpdf", "paper"),
    // Written in the one, and a stranger's read in the confined process of the other.
    ("lopdf", "paper"),
    ("lopdf", "exchange"),
    ("cms", "paper"),
    ("p256", "paper"),
    ("x509-cert", "paper"),
    ("zip", "exchange"),
    ("image", "exchange"),
    ("kamadak-exif", "exchange"),
    ("moxcms", "exchange"),
    ("fax", "exchange"),
    ("tiff", "exchange"),
    ("clap", "cli"),
    ("keyring", "cli"),
    ("tauri", "needlepoint"),
    ("gtk", "needlepoint"),
    ("webkit2gtk", "needlepoint"),
];

/// Libraries that the rules must never see: a clock, a disk, a network, randomness, a language.
const IMPURE: [&str; 9] =
    ["chrono-tz", "directories", "fluent-bundle", "getrandom", "iana-time-zone", "rand", "rustix", "tempfile", "tokio"];

/// The beginnings of SQL. Upper case, as it is written here.
const SQL: [&str; 8] = [
    "SELECT ",
    "INSERT INTO ",
    "INSERT OR ",
    "DELETE FROM ",
    "CREATE TABLE ",
    "CREATE INDEX ",
    "ALTER TABLE ",
    "PRAGMA ",
];

#[test]
fn nothing_points_against_the_arrow() -> anyhow::Result<()> {
    let mut wrong = Vec::new();
    for package in members()? {
        let from = name_of(package);
        let Some((_, allowed)) = ARROW.iter().find(|(member, _)| *member == from) else {
            wrong.push(format!("{from} is not on the map"));
            continue;
        };
        let inside = dependencies(package).filter(|dependency| dependency["path"].is_string()).map(name_of);
        wrong.extend(inside.filter(|to| !allowed.contains(to)).map(|to| format!("{from} → {to}")));
    }
    assert!(wrong.is_empty(), "the rules stay pure and the vault has one door only while arrows hold: {wrong:?}");
    Ok(())
}

#[test]
fn every_member_is_on_the_map() -> anyhow::Result<()> {
    let map = std::fs::read_to_string(journeys::project().join("docs/architecture.md"))?;
    for package in members()? {
        let manifest = package["manifest_path"].as_str().unwrap_or_default();
        let folder = manifest.trim_end_matches("/Cargo.toml");
        let folder = folder.strip_prefix(journeys::project().to_str().unwrap_or_default()).unwrap_or(folder);
        let entry = format!("| `{}` |", folder.trim_start_matches('/'));
        assert!(map.contains(&entry), "who looks for a part starts at docs/architecture.md, which has no {entry}");
    }
    Ok(())
}

#[test]
fn every_library_stays_in_its_home() -> anyhow::Result<()> {
    let mut strays = Vec::new();
    for package in members()?.into_iter().filter(|member| name_of(member) != "journeys") {
        for library in dependencies(package).map(name_of) {
            let homes: Vec<&str> = HOMES.iter().filter(|(name, _)| *name == library).map(|(_, home)| *home).collect();
            if !homes.is_empty() && !homes.contains(&name_of(package)) {
                strays.push(format!("{} is built from {library}", name_of(package)));
            }
        }
    }
    assert!(strays.is_empty(), "what is used in one place can be replaced in one place: {strays:?}");
    for (library, home) in HOMES {
        let used = dependencies(member(home)?).any(|dependency| name_of(dependency) == library);
        assert!(used, "{home} no longer uses {library}: take the line out of this test");
    }
    Ok(())
}

#[test]
fn the_rules_know_no_clock_no_disk_and_no_network() -> anyhow::Result<()> {
    let impure: Vec<&str> =
        dependencies(member("care")?).map(name_of).filter(|library| IMPURE.contains(library)).collect();
    assert!(impure.is_empty(), "the same case must get the same verdict tomorrow: {impure:?}");
    let mut reads = Vec::new();
    for file in tracked()?.iter().filter(|file| file.is_under("crates/care/src")) {
        for needle in ["std::fs", "std::net", "std::env", "std::time", "std::process", "std::thread"] {
            reads.extend(file.places_of(needle));
        }
    }
    assert!(reads.is_empty(), "a rule is given what it needs: {reads:?}");
    Ok(())
}

#[test]
fn sql_is_written_in_the_store_only() -> anyhow::Result<()> {
    let (inside, outside): (Vec<_>, Vec<_>) =
        tracked()?.into_iter().filter(is_program).partition(|file| file.is_under("crates/store"));
    let places = |files: &[Tracked]| -> Vec<String> {
        files.iter().flat_map(|file| SQL.iter().flat_map(|words| file.places_of(words))).collect()
    };
    assert!(places(&outside).is_empty(), "records are written through one door: {:?}", places(&outside));
    let strays: Vec<&str> = outside.iter().filter(|it| it.has_extension(&["sql"])).map(|it| it.path.as_str()).collect();
    assert!(strays.is_empty(), "a file of SQL belongs to the store: {strays:?}");
    assert!(places(&inside).len() > 20, "the store's own SQL is what shows that this test can see");
    Ok(())
}

#[test]
fn no_member_reaches_a_library_through_another() -> anyhow::Result<()> {
    let mut found = Vec::new();
    let homes: [(&str, &[&str]); 5] = [
        ("rusqlite", &["crates/store"]),
        ("printpdf", &["crates/paper"]),
        ("lopdf", &["crates/paper", "crates/exchange"]),
        ("tauri::", &["src-tauri"]),
        ("webkit2gtk::", &["src-tauri"]),
    ];
    for file in tracked()?.iter().filter(|file| file.has_extension(&["rs"]) && is_program(file)) {
        for (library, homes) in homes {
            if !homes.iter().any(|home| file.is_under(home)) {
                found.extend(file.places_of(library));
            }
        }
    }
    assert!(found.is_empty(), "a type let out of its home ties two members together: {found:?}");
    Ok(())
}

/// Source of the product and its tests, but for this one, which has to name what it looks for.
fn is_program(file: &Tracked) -> bool {
    file.has_extension(&["rs", "ts", "svelte", "js", "sql"]) && !file.path.starts_with("tests/tidy")
}
