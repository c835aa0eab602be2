//! Undoing what keyboard scanners do to a code, once, and saying what was undone.

use super::elements::SEPARATOR;
use crate::vocabulary::words;

words! {
    /// One thing a scanner did to a code.
    pub enum Change {
        /// A byte order mark was dropped.
        ByteOrderMark = "byte_order_mark",
        /// Line ends were dropped.
        LineEnd = "line_end",
        /// Characters a scanner sends for the separator were turned back into it.
        MappedSeparator = "mapped_separator",
        /// A separator before the first field was dropped.
        LeadingSeparator = "leading_separator",
        /// Separators in a row were taken for one.
        DoubledSeparator = "doubled_separator",
    }
}

/// What scanners are known to send instead of the separator. None of them can stand in a GS1 value.
const MAPPED: [&str; 4] = ["{GS}", "\\F", "|", "^"];

/// The text with every known quirk undone, and what was undone.
pub(super) fn normalise(text: &str) -> (String, Vec<Change>) {
    let mut cleaned = text.to_owned();
    let mut changes = Vec::new();
    let mut step = |change: Change, cleaned: &mut String, next: String| {
        if next != *cleaned {
            changes.push(change);
            *cleaned = next;
        }
    };
    let next = cleaned.replace('\u{feff}', "");
    step(Change::ByteOrderMark, &mut cleaned, next);
    let next = cleaned.replace(['\r', '\n'], "");
    step(Change::LineEnd, &mut cleaned, next);
    let separator = SEPARATOR.to_string();
    let next = MAPPED.iter().fold(cleaned.clone(), |text, mapped| text.replace(mapped, &separator));
    step(Change::MappedSeparator, &mut cleaned, next);
    let (prefix, rest) = split_prefix(&cleaned);
    let next = format!("{prefix}{}", rest.trim_start_matches(SEPARATOR));
    step(Change::LeadingSeparator, &mut cleaned, next);
    let next = without_doubled(&cleaned);
    step(Change::DoubledSeparator, &mut cleaned, next);
    (cleaned, changes)
}

/// The prefix of the symbology, and what follows it.
fn split_prefix(text: &str) -> (&str, &str) {
    if text.starts_with(']') { text.split_at_checked(3).unwrap_or((text, "")) } else { ("", text) }
}

/// One separator where several stand in a row.
fn without_doubled(text: &str) -> String {
    let mut previous = None;
    let is_new = |letter: &char| {
        let is_repeated = *letter == SEPARATOR && previous == Some(SEPARATOR);
        previous = Some(*letter);
        !is_repeated
    };
    text.chars().filter(is_new).collect()
}
