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
        /// Separators a scanner leaves out were put back where only one way to do so makes fields.
        DroppedSeparator = "dropped_separator",
    }
}

/// What scanners are known to send instead of the separator. None of them can stand in a GS1 value.
const MAPPED: [&str; 4] = ["{GS}", "\\F", "|", "^"];

const BYTE_ORDER_MARK: char = '\u{feff}';

const LINE_ENDS: [char; 2] = ['\r', '\n'];

/// The text with every known quirk undone, and what was undone.
pub(super) fn normalise(text: &str) -> (String, Vec<Change>) {
    let (mut cleaned, mut changes) = without_line_ends(text);
    let mut step = |change: Change, undo: &dyn Fn(&str) -> String| {
        let next = undo(&cleaned);
        if next != cleaned {
            changes.push(change);
            cleaned = next;
        }
    };
    let separator = SEPARATOR.to_string();
    step(Change::MappedSeparator, &|text| {
        MAPPED.iter().fold(text.to_owned(), |text, mapped| text.replace(mapped, &separator))
    });
    step(Change::LeadingSeparator, &|text| {
        let (prefix, rest) = split_prefix(text);
        format!("{prefix}{}", rest.trim_start_matches(SEPARATOR))
    });
    step(Change::DoubledSeparator, &without_doubled);
    (cleaned, changes)
}

/// The text without byte order marks and line ends, and which of them there were.
pub(super) fn without_line_ends(text: &str) -> (String, Vec<Change>) {
    let mut changes = Vec::new();
    changes.extend(text.contains(BYTE_ORDER_MARK).then_some(Change::ByteOrderMark));
    changes.extend(text.contains(LINE_ENDS).then_some(Change::LineEnd));
    (text.replace(BYTE_ORDER_MARK, "").replace(LINE_ENDS, ""), changes)
}

/// The prefix of the symbology, and what follows it.
pub(super) fn split_prefix(text: &str) -> (&str, &str) {
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
