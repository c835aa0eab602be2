//! What may be printed: text in composed form, without characters that hide or turn other characters.
//!
//! A name or a note is typed by somebody and may hold anything. What cannot be seen on paper must not act on it either:
//! control characters, direction overrides and tag characters are printed as a named mark such as `‹U+202E›`, so that a
//! reader sees that something was there, and so are marks piled on a letter to cover its neighbours. Isolates are the
//! exception, because they can only protect: they are kept balanced, draw nothing, and every value is wrapped in a pair
//! of its own.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::document::{Span, SpanKind, Weight};

const FIRST_STRONG_ISOLATE: char = '\u{2068}';
const POP_ISOLATE: char = '\u{2069}';
const NO_BREAK_SPACE: char = '\u{a0}';

/// Longer figures than this are no telephone number, and may not fit a line.
const LONGEST_FIGURES: usize = 24;

/// Units that must not be torn from their number at the end of a line.
const UNITS: [&str; 15] = ["mm", "cm", "µm", "μm", "ml", "mL", "µl", "mg", "g", "kg", "%", "°C", "°F", "h", "min"];

/// A stretch of text that is safe to lay out.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct LegibleSpan {
    pub(super) text: String,
    pub(super) weight: Weight,
}

/// More marks than this on one letter are no spelling but a way to cover the lines above.
const MOST_MARKS: usize = 4;

/// Makes the spans of one paragraph safe to lay out.
pub(super) fn legible_spans(spans: &[Span]) -> Vec<LegibleSpan> {
    let mut depth = 0_usize;
    let mut legible: Vec<LegibleSpan> = spans
        .iter()
        .map(|span| {
            let text = match span.kind {
                SpanKind::Words => legible_words(&span.text, &mut depth),
                SpanKind::Value => legible_value(&span.text),
            };
            LegibleSpan { text: bind_figures(bind_units(&unpiled(&text))), weight: span.weight }
        })
        .collect();
    if let Some(last) = legible.last_mut() {
        last.text.extend(std::iter::repeat_n(POP_ISOLATE, depth));
    }
    legible
}

/// A value of figures alone, such as a telephone number, is not torn at the end of a line: who copies half of it calls
/// nobody.
fn bind_figures(text: String) -> String {
    if !text.contains(FIRST_STRONG_ISOLATE) {
        return text;
    }
    let bound = text.split_inclusive(POP_ISOLATE).map(|part| {
        let Some((before, value)) = part.rsplit_once(FIRST_STRONG_ISOLATE) else { return part.to_owned() };
        let figures = value.strip_suffix(POP_ISOLATE).unwrap_or(value);
        let is_figure = |c: char| c.is_ascii_digit() || matches!(c, ' ' | NO_BREAK_SPACE | '+' | '-' | '/' | '(' | ')');
        if figures.len() > LONGEST_FIGURES || !figures.chars().all(is_figure) {
            return part.to_owned();
        }
        format!("{before}{FIRST_STRONG_ISOLATE}{}", value.replace(' ', "\u{a0}"))
    });
    bound.collect()
}

/// Makes a text safe that is said but not printed: a title, the description of a figure. It is one line.
pub(crate) fn legible(text: &str) -> String {
    let words: String = legible_spans(&[Span::words(text)]).into_iter().map(|span| span.text).collect();
    let said: String = words.chars().map(|c| if c == '\n' || c == NO_BREAK_SPACE { ' ' } else { c }).collect();
    said.trim().to_owned()
}

/// Whether a character leaves no ink of its own and is not missing when no font has it.
pub(crate) fn draws_nothing(character: char) -> bool {
    matches!(
        character,
        '\n' | '\u{34f}'
            | '\u{61c}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{2069}'
            | '\u{fe00}'..='\u{fe0f}'
    )
}

/// The document's own words: isolates are kept as long as they pair.
fn legible_words(text: &str, depth: &mut usize) -> String {
    let mut out = String::with_capacity(text.len());
    for character in one_line_feed(text) {
        match character {
            '\u{2066}'..='\u{2068}' => {
                *depth += 1;
                out.push(character);
            }
            POP_ISOLATE if *depth > 0 => {
                *depth -= 1;
                out.push(character);
            }
            '\n' => {
                // A line feed ends every isolate, so what was isolated is isolated again after it.
                out.extend(std::iter::repeat_n(POP_ISOLATE, *depth));
                out.push('\n');
                out.extend(std::iter::repeat_n(FIRST_STRONG_ISOLATE, *depth));
            }
            _ => push_legible(&mut out, character),
        }
    }
    out
}

/// A value: isolated line by line. Isolates inside it are kept where they pair on their line; a mark that could end the
/// isolate around it early, or leave one open, is made visible.
fn legible_value(text: &str) -> String {
    let text: String = one_line_feed(text).collect();
    let lines = text.split('\n').map(|line| {
        let mut out = String::with_capacity(line.len() + 6);
        out.push(FIRST_STRONG_ISOLATE);
        let paired = paired_isolates(line);
        for (index, character) in line.char_indices() {
            match character {
                '\u{2066}'..='\u{2069}' if paired.contains(&index) => out.push(character),
                '\u{2066}'..='\u{2069}' => push_named(&mut out, character),
                _ => push_legible(&mut out, character),
            }
        }
        out.push(POP_ISOLATE);
        out
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Where the isolates of a line stand that begin and end on it.
fn paired_isolates(line: &str) -> BTreeSet<usize> {
    let mut paired = BTreeSet::new();
    let mut open = Vec::new();
    for (index, character) in line.char_indices() {
        match character {
            '\u{2066}'..='\u{2068}' => open.push(index),
            POP_ISOLATE => paired.extend(open.pop().into_iter().flat_map(|begin| [begin, index])),
            _ => {}
        }
    }
    paired
}

/// The text in composed form, with every way to end a line written as one line feed.
fn one_line_feed(text: &str) -> impl Iterator<Item = char> {
    let mut after_return = false;
    text.nfc().filter_map(move |character| {
        let is_second_half = after_return && character == '\n';
        after_return = character == '\r';
        match character {
            _ if is_second_half => None,
            '\r' | '\u{2028}' | '\u{2029}' => Some('\n'),
            _ => Some(character),
        }
    })
}

fn push_legible(out: &mut String, character: char) {
    match character {
        '\t' => out.push(' '),
        // A soft hyphen or a byte order mark says nothing on paper.
        '\u{ad}' | '\u{feff}' => {}
        _ if must_be_named(character) => push_named(out, character),
        _ => out.push(character),
    }
}

/// The text with every mark named that is one too many on its letter.
fn unpiled(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut n_marks = 0;
    for character in text.chars() {
        n_marks = if is_combining_mark(character) { n_marks + 1 } else { 0 };
        if n_marks > MOST_MARKS {
            push_named(&mut out, character);
        } else {
            out.push(character);
        }
    }
    out
}

/// Characters that are invisible and yet change what is read.
fn must_be_named(character: char) -> bool {
    let is_noncharacter = u32::from(character) & 0xfffe == 0xfffe;
    is_noncharacter
        || character.is_control()
        || matches!(
            character,
            '\u{202a}'..='\u{202e}'
                | POP_ISOLATE
                | '\u{206a}'..='\u{206f}'
                | '\u{fdd0}'..='\u{fdef}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e0fff}'
        )
}

fn push_named(out: &mut String, character: char) {
    out.push_str(&format!("‹U+{:04X}›", u32::from(character)));
}

/// Puts a no-break space between a number and the unit after it.
fn bind_units(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(' ') {
        let (before, after) = (&rest[..at], &rest[at + 1..]);
        out.push_str(before);
        let follows_digit = out.ends_with(|c: char| c.is_ascii_digit());
        out.push(if follows_digit && starts_with_unit(after) { NO_BREAK_SPACE } else { ' ' });
        rest = after;
    }
    out.push_str(rest);
    out
}

fn starts_with_unit(text: &str) -> bool {
    UNITS.iter().any(|unit| text.strip_prefix(unit).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> String {
        legible_spans(&[Span::words(text)]).remove(0).text
    }

    fn value(text: &str) -> String {
        legible_spans(&[Span::value(text)]).remove(0).text
    }

    #[test]
    fn a_telephone_number_is_not_torn_at_the_end_of_a_line() {
        let phone = legible_spans(&[Span::words("Call "), Span::value("+353 1 555 0199")]);
        assert_eq!(phone[1].text, "\u{2068}+353\u{a0}1\u{a0}555\u{a0}0199\u{2069}", "as a value of its own");
        let within = legible_spans(&[Span::words("Call \u{2068}01273 496 0101\u{2069} at any time")]);
        assert_eq!(
            within[0].text, "Call \u{2068}01273\u{a0}496\u{a0}0101\u{2069} at any time",
            "and within a sentence"
        );
        let name = legible_spans(&[Span::value("Anna Maria 3")]);
        assert_eq!(name[0].text, "\u{2068}Anna Maria 3\u{2069}", "a name may run on");
    }

    #[test]
    fn a_name_typed_with_combining_marks_is_the_composed_name() {
        assert_eq!(words("Nguye\u{302}\u{303}n"), "Nguyễn", "NFC joins the letter and both marks");
    }

    #[test]
    fn a_direction_override_in_a_name_is_printed_as_a_mark() {
        assert_eq!(value("Ann\u{202e}a"), "\u{2068}Ann‹U+202E›a\u{2069}", "an override must be seen and not act");
    }

    #[test]
    fn a_control_character_is_printed_as_a_mark() {
        assert_eq!(words("a\u{0}b\u{1b}c\u{85}"), "a‹U+0000›b‹U+001B›c‹U+0085›", "controls are named");
    }

    #[test]
    fn marks_piled_on_a_letter_are_printed_beside_it() {
        let marks = "\u{35b}".repeat(5);
        assert_eq!(words(&format!("a{marks}b")), format!("a{}‹U+035B›b", "\u{35b}".repeat(4)), "four are kept");
        assert_eq!(words("\u{1f82}"), "\u{1f82}", "letters with all their marks in one are untouched");
    }

    #[test]
    fn a_value_cannot_leave_its_isolate() {
        assert_eq!(
            value("A\u{2069}B\u{2068}C"),
            "\u{2068}A‹U+2069›B‹U+2068›C\u{2069}",
            "isolates inside a value are shown, only ours act"
        );
    }

    #[test]
    fn a_value_put_together_from_values_keeps_each_of_them_apart() {
        assert_eq!(
            value("\u{2068}سارة\u{2069}, born \u{2068}1990-04-02\u{2069}"),
            "\u{2068}\u{2068}سارة\u{2069}, born \u{2068}1990-04-02\u{2069}\u{2069}",
            "pairs inside a value can only protect"
        );
    }

    #[test]
    fn values_already_isolated_in_the_words_stay_isolated() {
        assert_eq!(words("Born \u{2068}1990-04-02\u{2069}."), "Born \u{2068}1990-04-02\u{2069}.", "pairs are kept");
        assert_eq!(words("a\u{2069}b"), "a‹U+2069›b", "an end without a beginning is shown");
        assert_eq!(words("a\u{2068}b"), "a\u{2068}b\u{2069}", "a beginning without an end is closed");
    }

    #[test]
    fn a_value_of_two_lines_is_isolated_on_each() {
        assert_eq!(
            value("12 Harbour Street\r\nDublin"),
            "\u{2068}12 Harbour Street\u{2069}\n\u{2068}Dublin\u{2069}",
            "a line feed ends an isolate, so each line has its own"
        );
    }

    #[test]
    fn a_number_keeps_its_unit() {
        assert_eq!(words("38 °C, 2 ml, 5 minutes"), "38\u{a0}°C, 2\u{a0}ml, 5 minutes", "only units are bound");
        assert_eq!(words("0.5 mm"), "0.5\u{a0}mm", "a decimal is a number too");
    }
}
