//! Nothing in the project may name the machine it was written on: it must build anywhere.

use crate::tracked::{Tracked, tracked};

/// Folders at the root of a disk in which people keep their own things.
const OWN_ROOTS: [&str; 7] = ["home", "root", "Users", "work", "workspace", "tmp", "mnt"];

/// The home folder of the invented clinic that the gallery shows.
const INVENTED: &str = "/home/clinic/";

/// The folder of test inputs beside the project, and who may look there. They say so when it is absent.
const BESIDE: &str = "shared/";
const MAY_LOOK_BESIDE: [&str; 3] = ["tests", "scripts", "docs"];

/// What a host inside somebody's own network is called.
const OWN_HOSTS: [&str; 6] = [".internal", ".local", ".lan", ".corp", ".intranet", ".home"];
const OWN_SERVERS: [&str; 6] = ["artifactory", "registry", "mirror", "nexus", "proxy", "verdaccio"];

/// Beginnings of names that only the place where this was written uses. In two parts, or this file would hold them.
const WORKSHOP: [(&str, &str); 4] = [("farm", "-"), ("clau", "de"), ("anthro", "pic"), ("/tmp/", "spike")];

#[test]
fn no_path_of_one_machine_is_written_down() -> anyhow::Result<()> {
    let found =
        places(|line| OWN_ROOTS.iter().any(|root| begins_in(&line.replace(INVENTED, ""), &format!("/{root}/"))))?;
    assert!(found.is_empty(), "on any other computer this path leads nowhere: {found:?}");
    Ok(())
}

#[test]
fn test_inputs_beside_the_project_are_read_by_tests_only() -> anyhow::Result<()> {
    let mut found = Vec::new();
    for file in tracked()?.iter().filter(|file| !is_this(file)) {
        let may = file.path.split('/').any(|part| MAY_LOOK_BESIDE.contains(&part));
        for (index, line) in file.text.lines().enumerate() {
            let strays = places_of_word(line, BESIDE).any(|(before, _)| !(may && before.ends_with("../")));
            if strays {
                found.push(format!("{}:{}", file.path, index + 1));
            }
        }
    }
    assert!(found.is_empty(), "the product stands alone: {found:?}");
    Ok(())
}

#[test]
fn no_tool_of_one_workplace_is_named() -> anyhow::Result<()> {
    let found = places(|line| {
        let line = line.to_lowercase();
        WORKSHOP.iter().any(|(start, end)| places_of_word(&line, &format!("{start}{end}")).next().is_some())
    })?;
    assert!(found.is_empty(), "it means nothing to anybody else: {found:?}");
    Ok(())
}

#[test]
fn no_host_of_a_private_network_is_named() -> anyhow::Result<()> {
    let found = places(|line| hosts(line).any(is_private))?;
    assert!(found.is_empty(), "a build would fail, or fetch from a stranger, anywhere else: {found:?}");
    Ok(())
}

#[test]
fn packages_of_the_page_come_from_the_public_registry() -> anyhow::Result<()> {
    let lock = std::fs::read_to_string(journeys::project().join("ui/package-lock.json"))?;
    let from = lock.lines().filter_map(|line| line.trim().strip_prefix("\"resolved\": \""));
    let strays: Vec<&str> = from.filter(|from| !from.starts_with("https://registry.npmjs.org/")).collect();
    assert!(strays.is_empty(), "a private copy is not there for anybody else: {strays:?}");
    Ok(())
}

#[test]
fn a_private_host_is_told_from_a_public_one() {
    let told = |line| hosts(line).any(is_private);
    for line in [
        "https://npm.clinic.internal/axe",
        "http://10.0.0.7:4873/",
        "see http://buildbox/",
        "https://mirror.example.org",
    ] {
        assert!(told(line), "{line} is nobody else's");
    }
    for line in
        ["https://github.com/rust-lang", "http://localhost:5173", "http://ipc.localhost", "http://127.0.0.1:{port}"]
    {
        assert!(!told(line), "{line} is the same everywhere");
    }
}

#[test]
fn a_path_is_only_counted_where_it_begins() {
    let [own, inside] = ["cd /{}/me", "crates/{}/src"].map(|line| line.replace("{}", "home"));
    assert!(begins_in(&own, "/home/"), "a path from the root is one machine's");
    assert!(!begins_in(&inside, "/home/"), "a path inside the project is everybody's");
}

/// The lines that are `wrong`, as `path:line`. Lock files name where packages are published, and are checked apart.
fn places(wrong: impl Fn(&str) -> bool) -> anyhow::Result<Vec<String>> {
    let mut found = Vec::new();
    for file in tracked()?.iter().filter(|file| !is_lock(file) && !is_this(file)) {
        let lines = file.text.lines().enumerate().filter(|(_, line)| wrong(line));
        found.extend(lines.map(|(index, _)| format!("{}:{}", file.path, index + 1)));
    }
    Ok(found)
}

fn is_lock(file: &Tracked) -> bool {
    ["Cargo.lock", "ui/package-lock.json"].contains(&file.path.as_str())
}

/// This file has examples of what it looks for.
fn is_this(file: &Tracked) -> bool {
    file.path == "tests/tidy/machine.rs"
}

/// Whether a path that starts with `root` begins in `line`: not one that goes on from something else.
fn begins_in(line: &str, root: &str) -> bool {
    line.match_indices(root).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        before.is_none_or(|before| !(before.is_alphanumeric() || "._-/}*".contains(before)))
    })
}

/// Where `word` begins in `line`, with what stands before and after.
fn places_of_word<'a>(line: &'a str, word: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
    let places = line.match_indices(word).map(|(at, found)| (&line[..at], &line[at + found.len()..]));
    places.filter(|(before, _)| !before.ends_with(|last: char| last.is_alphanumeric() || "_-".contains(last)))
}

fn hosts(line: &str) -> impl Iterator<Item = &str> {
    let after = ["http://", "https://"].into_iter().flat_map(|scheme| line.split(scheme).skip(1));
    after.map(|rest| {
        rest.split(|it: char| !(it.is_ascii_alphanumeric() || ".-".contains(it))).next().unwrap_or_default()
    })
}

fn is_private(host: &str) -> bool {
    if host.is_empty() || host == "localhost" || host.ends_with(".localhost") || host == "127.0.0.1" {
        return false;
    }
    let is_number = host.chars().all(|it| it.is_ascii_digit() || it == '.');
    let is_own = OWN_HOSTS.iter().any(|end| host.ends_with(end)) || OWN_SERVERS.iter().any(|name| host.contains(name));
    is_number || is_own || !host.contains('.')
}
