//! Reading the tables of the fact base and of the contract where they lie, and the content as it is shown.

use std::collections::BTreeMap;
use std::path::Path;

use care::Protocol;
use care::protocol::RowView;

/// What the ids of rows begin with. Formulas and scales, "f" and "sc", are added here when their files stand.
const PREFIXES: [&str; 26] = [
    "ind", "ci", "w", "p", "ta", "cap", "tech", "dc", "z", "fst", "mod", "pr", "cb", "ser", "rec", "peel", "ac", "ph",
    "rf", "cf", "rk", "ae", "rp", "udi", "f", "sc",
];

/// A row of a table of the fact base: its cells by the heading above them.
pub(crate) struct FactRow {
    pub(crate) cells: BTreeMap<String, String>,
}

impl FactRow {
    pub(crate) fn cell(&self, heading: &str) -> Option<&str> {
        self.cells.get(heading).map(String::as_str)
    }

    /// The cells that say where the row comes from.
    pub(crate) fn said_source(&self) -> Option<String> {
        const HEADINGS: [&str; 6] = ["source", "st", "source st", "source, status", "source/st", "basis"];
        let cells: Vec<&str> = HEADINGS.iter().filter_map(|heading| self.cell(heading)).collect();
        if cells.is_empty() { None } else { Some(cells.join(" ; ")) }
    }
}

/// The fact base; `None`, with a word about it, where it is not at hand.
pub(crate) fn facts() -> Option<Vec<(String, FactRow)>> {
    read("facts.md").map(|text| rows_of(&text))
}

/// A document of the clinical folder beside the repository.
#[expect(clippy::print_stderr, reason = "a test that is skipped says so")]
pub(crate) fn read(name: &str) -> Option<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/clinical").join(name);
    let text = std::fs::read_to_string(path).ok();
    if text.is_none() {
        eprintln!("skipped: no {name} beside the repository");
    }
    text
}

pub(crate) fn rows_of(text: &str) -> Vec<(String, FactRow)> {
    let mut rows = Vec::new();
    let mut headings: Option<Vec<String>> = None;
    for line in text.lines() {
        let Some(inner) = line.trim().strip_prefix('|') else {
            headings = None;
            continue;
        };
        let cells: Vec<String> = inner.trim_end_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect();
        match &headings {
            None => headings = Some(cells),
            Some(_) if cells.iter().all(|cell| cell.chars().all(|it| it == '-' || it == ':')) => {}
            Some(headings) => {
                let id = cells.first().cloned().unwrap_or_default();
                rows.push((id, FactRow { cells: headings.iter().cloned().zip(cells).collect() }));
            }
        }
    }
    rows
}

/// The rows with an id of the tables of sections 2 to 9.3.
pub(crate) fn id_rows(facts: &[(String, FactRow)]) -> impl Iterator<Item = &(String, FactRow)> {
    facts.iter().filter(|(id, _)| {
        let prefix = id.split_once('.').map(|(prefix, _)| prefix);
        prefix.is_some_and(|prefix| PREFIXES.contains(&prefix))
    })
}

pub(crate) fn content() -> BTreeMap<String, RowView> {
    Protocol::shipped().rows().map(|row| (row.id.clone(), row)).collect()
}

pub(crate) fn setting<'r>(row: &'r RowView, name: &str) -> Option<&'r str> {
    let mut settings = row.entries.iter().flat_map(|entry| &entry.details);
    settings.find(|setting| setting.name == name).map(|setting| setting.value.as_str())
}
