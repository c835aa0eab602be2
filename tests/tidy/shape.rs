//! The shape of files: short enough to be read whole.

use crate::tracked::{Tracked, tracked};

/// A file with more lines holds more than one idea.
const MOST_LINES: usize = 400;

/// Files that may be longer, each with its reason. A file that no longer needs it is taken out.
const LONGER: [(&str, &str); 3] = [
    ("ui/src/lib/backend/contract.ts", "generated from crates/desk/src/wire"),
    ("crates/care/src/vocabulary.rs", "one list of words after another, nothing to follow from one to the next"),
    ("ui/src/screens/visit.test.ts", "one fact after another about the pages of one visit"),
];

#[test]
fn a_file_can_be_read_whole() -> anyhow::Result<()> {
    let files = sources()?;
    let excepted = |path: &str| LONGER.iter().any(|(longer, _)| *longer == path);
    let long: Vec<String> = files
        .iter()
        .filter(|file| n_lines(file) > MOST_LINES && !excepted(&file.path))
        .map(|file| format!("{} has {} lines", file.path, n_lines(file)))
        .collect();
    assert!(long.is_empty(), "past {MOST_LINES} lines a file is split by idea: {long:?}");
    Ok(())
}

#[test]
fn every_exception_is_still_needed() -> anyhow::Result<()> {
    let files = sources()?;
    for (path, reason) in LONGER {
        let needed = files.iter().any(|file| file.path == path && n_lines(file) > MOST_LINES);
        assert!(needed, "an exception nobody needs hides the next long file: {path} ({reason})");
    }
    Ok(())
}

fn sources() -> anyhow::Result<Vec<Tracked>> {
    Ok(tracked()?.into_iter().filter(|file| file.has_extension(&["rs", "ts", "svelte", "css", "sql"])).collect())
}

fn n_lines(file: &Tracked) -> usize {
    file.text.lines().count()
}
