//! Text nobody would write, in every place text can stand: it is laid out whole or refused with a reason, never a panic.

use paper::{
    Anchor, Block, Document, Drawing, HeadingLevel, Initials, Masthead, Moment, Point, RichText, Shape, SignatureBox,
    SignatureMark, Span, Tone, ViewBox,
};
use proptest::prelude::*;

use crate::documents::{document, paragraph};
use crate::reading::{Reading, read};

/// A document with one text in every block.
fn everywhere(text: &str) -> Document {
    let rich = || RichText(vec![Span::words(text), Span::value(text).bold()]);
    let drawing = Drawing {
        view: ViewBox { min_x: 0.0, min_y: 0.0, width: 100.0, height: 50.0 },
        width_mm: 60.0,
        shapes: vec![Shape::Label {
            x: 50.0,
            y: 25.0,
            anchor: Anchor::Middle,
            text: text.chars().take(20).collect(),
            size_pt: 8.0,
        }],
    };
    let signature = |mark| SignatureBox {
        name: text.to_owned(),
        role: text.to_owned(),
        meaning: text.to_owned(),
        time: text.to_owned(),
        mark,
    };
    let blocks = vec![
        Block::Title(text.to_owned()),
        Block::Heading { level: HeadingLevel::Section, text: text.to_owned() },
        Block::Heading { level: HeadingLevel::Subsection, text: text.to_owned() },
        Block::Paragraph(rich()),
        Block::Note { tone: Tone::Caution, heading: text.to_owned(), body: vec![rich(), rich()] },
        Block::List(vec![rich(), rich()]),
        Block::Clause {
            number: text.to_owned(),
            body: vec![rich().into(), paper::ClausePart::Point(rich()), paper::ClausePart::Point(rich())],
            initials: Some(Initials { label: text.to_owned(), mark: text.to_owned() }),
        },
        Block::Table {
            head: vec![text.to_owned(), text.to_owned()],
            rows: vec![vec![rich(), rich()]; 3],
            widths: vec![1, 999],
        },
        Block::Timeline(vec![Moment { when: rich(), body: vec![rich()] }; 2]),
        Block::Figure { drawing, alt: format!("alt {text}"), caption: text.to_owned() },
        Block::Signatures(vec![
            signature(SignatureMark::Typed(text.to_owned())),
            signature(SignatureMark::Blank),
            signature(SignatureMark::Drawn(vec![vec![Point { x: 0.0, y: 0.0 }], vec![]])),
        ]),
    ];
    Document { masthead: Masthead { clinic: String::new(), client: String::new() }, ..document("Hostile", blocks) }
}

/// The edges of the box of the text on paper of A4: left, top, right, bottom.
const TEXT_BOX: [f32; 4] = [42.0, 67.5, 553.5, 774.5];
/// The edges of what a printer reaches on paper of A4. Marks piled on a letter may stand out of the box, not of this.
const PRINTABLE: [f32; 4] = [17.1, 17.1, 578.2, 824.8];

/// Whether every text begins and every word ends inside these edges. Both lie in the middle of the sheet, so counting
/// from above or from below makes no difference.
fn is_inside([left, near, right, far]: [f32; 4], reading: &Reading) -> bool {
    let begins_inside = |operation: &lopdf::content::Operation| {
        let [.., x, y] = operation.operands.as_slice() else { return false };
        let (x, y) = (x.as_float().expect("a number"), y.as_float().expect("a number"));
        (left..right).contains(&x) && (near..far).contains(&y)
    };
    let operations = reading.operations();
    let mut texts = operations.iter().flatten().filter(|operation| operation.operator == "Tm");
    // Spaces at the end of a line hang beyond its edge and leave no ink; words do not.
    let ends_inside = |edges: &[f32; 4]| edges[0] >= left && edges[1] >= near && edges[2] <= right && edges[3] <= far;
    texts.all(begins_inside) && reading.word_boxes().is_none_or(|words| words.iter().all(ends_inside))
}

#[test]
fn a_paragraph_of_ten_thousand_words_is_laid_out_whole() {
    let words: Vec<String> = (0..10_000).map(|number| format!("word{number}")).collect();
    let reading = read(&document("Long", vec![paragraph(&words.join(" "))]));
    assert!(is_inside(TEXT_BOX, &reading), "no line is cut by the edge of a page");
    let Some(text) = reading.copied_text() else { return };
    let mut copied = text.split_whitespace().filter(|word| word.starts_with("word"));
    assert!(words.iter().all(|word| copied.next() == Some(word)), "every word is there, once and in order");
}

#[test]
fn a_name_of_two_hundred_letters_is_laid_out_whole() {
    let name: String = ('a'..='z').cycle().take(200).collect();
    for text in [name.clone(), format!("Dr. {name}")] {
        let reading = read(&everywhere(&text));
        assert!(is_inside(TEXT_BOX, &reading), "it wraps inside its column");
        let Some(copied) = reading.copied_text() else { return };
        let joined: String = copied.split_whitespace().collect();
        assert!(joined.contains(&name), "no letter is lost");
    }
}

#[test]
fn a_text_longer_than_a_page_in_every_place_is_never_cut() {
    let text = "overlong ".repeat(1_200);
    assert!(is_inside(TEXT_BOX, &read(&everywhere(&text))), "cells, clauses, notes and signatures flow over pages");
}

#[test]
fn a_text_of_nothing_visible_never_panics() {
    for text in
        ["", " ", "\n", "\n\n\n", "\u{200b}", "\u{2068}\u{2069}", "\u{2069}", "\u{2068}", "\u{ad}", "\u{feff}", "\t"]
    {
        let pdf = paper::render(&everywhere(text));
        assert!(pdf.is_ok_and(|pdf| pdf.n_pages >= 1), "{text:?} makes a page");
    }
}

/// Letters the fonts have, with marks, controls, isolates and overrides among them.
fn printable_text() -> impl Strategy<Value = String> {
    let character = prop_oneof![
        8 => proptest::char::range(' ', '~'),
        6 => proptest::char::range('\u{a0}', '\u{24f}'),
        2 => proptest::char::range('\u{300}', '\u{36f}'),
        2 => proptest::char::range('\u{391}', '\u{3a1}'),
        2 => proptest::char::range('\u{400}', '\u{481}'),
        2 => proptest::char::range('\u{1e80}', '\u{1eff}'),
        1 => proptest::char::range('\u{2000}', '\u{2064}'),
        1 => proptest::char::range('\u{2066}', '\u{206f}'),
        1 => proptest::char::range('\u{0}', '\u{1f}'),
    ];
    proptest::collection::vec(character, 0..120).prop_map(|characters| characters.into_iter().collect())
}

/// Whatever a string can hold, with right-to-left letters among Latin ones.
fn any_text() -> impl Strategy<Value = String> {
    let character = prop_oneof![
        20 => proptest::char::range(' ', '~'),
        1 => proptest::char::range('\u{5d0}', '\u{64a}'),
        1 => any::<char>(),
    ];
    proptest::collection::vec(character, 0..60).prop_map(|characters| characters.into_iter().collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_laid_out_or_refused_but_never_a_panic(text in prop_oneof![3 => printable_text(), 1 => any_text()]) {
        let document = everywhere(&text);
        match paper::render(&document) {
            Ok(_) => prop_assert!(is_inside(PRINTABLE, &read(&document)), "inside what is printed"),
            Err(error) => prop_assert!(
                matches!(error, paper::PaperError::MissingGlyph { .. }),
                "only a missing glyph stands in the way: {}", error
            ),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_latin_greek_or_cyrillic_words_are_copied_out_as_they_were_put_in(
        words in proptest::collection::vec("[a-zA-ZÀ-ɏΑ-ΡΣ-ώЀ-ҁẠ-ỹ]{1,12}", 1..60)
    ) {
        let composed: String = unicode_normalization::UnicodeNormalization::nfc(words.join(" ").as_str()).collect();
        if let Some(text) = read(&document("Words", vec![paragraph(&composed)])).copied_text() {
            prop_assert!(text.contains(&composed), "{composed} is in {text}");
        }
    }
}
