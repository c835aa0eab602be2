//! The files that belong to the project.

use std::path::Path;
use std::process::Command;

use anyhow::Context;

/// Folders that are made, never written by hand. Only asked about where there is no git.
const MADE: [&str; 8] = [".git", "target", "out", "node_modules", "dist", ".svelte-kit", "gen", "test-results"];

/// A text file of the project.
pub(crate) struct Tracked {
    /// From the project's folder, with `/`.
    pub(crate) path: String,
    pub(crate) text: String,
}

impl Tracked {
    pub(crate) fn is_under(&self, folder: &str) -> bool {
        self.path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
    }

    pub(crate) fn has_extension(&self, among: &[&str]) -> bool {
        Path::new(&self.path).extension().and_then(|it| it.to_str()).is_some_and(|it| among.contains(&it))
    }

    /// The lines that are not comments, with their numbers.
    pub(crate) fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.text.lines().enumerate().map(|(index, line)| (index + 1, line));
        lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
    }

    /// Where `needle` stands in the code, as `path:line`.
    pub(crate) fn places_of(&self, needle: &str) -> Vec<String> {
        let found = self.code().filter(|(_, line)| line.contains(needle));
        found.map(|(number, _)| format!("{}:{number} has {needle:?}", self.path)).collect()
    }
}

/// Every text file of the project: what git tracks, or everything in the folder where there is no git.
pub(crate) fn tracked() -> anyhow::Result<Vec<Tracked>> {
    let mut files = Vec::new();
    for path in listed_by_git().map_or_else(walked, Ok)? {
        let Ok(bytes) = std::fs::read(journeys::project().join(&path)) else { continue };
        // Fonts and icons are no text.
        if let Ok(text) = String::from_utf8(bytes) {
            files.push(Tracked { path, text });
        }
    }
    Ok(files)
}

fn listed_by_git() -> Option<Vec<String>> {
    let mut git = Command::new("git");
    // A checkout that belongs to another user is read all the same.
    let listed =
        git.args(["-c", "safe.directory=*", "ls-files", "-z"]).current_dir(journeys::project()).output().ok()?;
    let paths = String::from_utf8(listed.stdout).ok()?;
    let paths: Vec<String> = paths.split('\0').filter(|path| !path.is_empty()).map(str::to_owned).collect();
    (listed.status.success() && !paths.is_empty()).then_some(paths)
}

fn walked() -> anyhow::Result<Vec<String>> {
    let mut paths = Vec::new();
    let mut folders = vec![journeys::project().to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder)? {
            let entry = entry?;
            if entry.file_type()?.is_file() {
                let path = entry.path();
                let inside = path.strip_prefix(journeys::project())?;
                paths.push(inside.to_str().context("a path is not UTF-8")?.to_owned());
            } else if !MADE.iter().any(|made| entry.file_name() == *made) {
                folders.push(entry.path());
            }
        }
    }
    Ok(paths)
}

#[test]
fn the_files_of_the_project_are_found_at_all() -> anyhow::Result<()> {
    let files = tracked()?;
    for path in ["Cargo.toml", "crates/care/src/lib.rs", "ui/src/main.ts", "locales/en-GB/rules.ftl"] {
        assert!(files.iter().any(|file| file.path == path), "a check that does not read {path} proves nothing");
    }
    Ok(())
}

#[test]
fn without_git_the_same_files_are_found() -> anyhow::Result<()> {
    let walked = walked()?;
    let missed: Vec<String> = tracked()?.into_iter().map(|file| file.path).filter(|it| !walked.contains(it)).collect();
    assert!(missed.is_empty(), "an unpacked copy is checked as a checkout is: {missed:?}");
    Ok(())
}
