//! Names in the scripts people write them in: set, drawn and copied out again letter by letter.

use paper::{Block, Document, PaperError, RichText, SignatureBox, SignatureMark, Span};
use unicode_normalization::UnicodeNormalization as _;

use crate::documents::world::SCRIPTS;
use crate::documents::{document, paragraph};
use crate::reading::read;

/// A name where names stand: in a sentence, in bold, under a signature and in the masthead.
fn named(name: &str) -> Document {
    let sentence = vec![Span::words("Given to "), Span::value(name), Span::words(" on "), Span::value("1990-04-02")];
    let signature = SignatureBox {
        name: name.to_owned(),
        role: "Client".to_owned(),
        meaning: String::new(),
        time: "13:52".to_owned(),
        mark: SignatureMark::Typed(name.to_owned()),
    };
    let blocks = vec![
        Block::Paragraph(RichText(sentence)),
        Block::Paragraph(RichText(vec![Span::value(name).bold()])),
        Block::Signatures(vec![signature]),
    ];
    document("Names", blocks)
}

/// The letters of a text in composed form, without what draws nothing and without the marks some readers put around
/// words that read from the right.
fn letters(text: &str) -> String {
    let is_mark = |letter: &char| matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}');
    text.nfkc().filter(|letter| !letter.is_whitespace() && !is_mark(letter)).collect()
}

/// Whether a text reads from the right.
fn is_rtl(text: &str) -> bool {
    text.chars().any(|letter| matches!(letter, '\u{590}'..='\u{8ff}'))
}

/// Whether a word has points or vowel signs that stand over or under its letters. Readers that take a page from left to
/// right put them before their letter where the word reads from the right; the paragraph's tag has them in order.
fn is_pointed(word: &str) -> bool {
    word.chars().any(|letter| matches!(letter, '\u{591}'..='\u{5c7}' | '\u{7a6}'..='\u{7b0}'))
}

/// The names that were not copied out as often as they stand on the page.
fn lost<'a>(names: &[&'a str], copied: &dyn Fn(&str) -> Option<String>) -> Vec<&'a str> {
    let is_there =
        |name: &str, part: &str| copied(name).is_none_or(|text| letters(&text).matches(&letters(part)).count() >= 4);
    // Words that read from the right are each in order, their order on the line is the reader's to find.
    let parts = |name: &'a str| -> Vec<&'a str> {
        if is_rtl(name) { name.split([' ', '־']).filter(|word| !is_pointed(word)).collect() } else { vec![name] }
    };
    names.iter().copied().filter(|name| !parts(name).into_iter().all(|part| is_there(name, part))).collect()
}

#[test]
fn a_name_in_any_script_of_the_program_is_copied_out_as_it_was_typed() {
    let copied = |name: &str| read(&named(name)).copied_text();
    for (script, names) in SCRIPTS {
        let lost = lost(names, &copied);
        assert!(lost.is_empty(), "a reader finds a client by the name, {script}: {lost:?}");
    }
}

#[test]
fn a_name_in_any_script_of_the_program_is_drawn_without_an_empty_box() {
    for (script, names) in SCRIPTS {
        for name in names {
            let numbers = read(&named(name)).glyph_numbers();
            assert!(numbers.len() > 20 && numbers.iter().all(|number| *number != 0), "{script}: {name}");
        }
    }
}

#[test]
fn a_name_that_reads_from_the_right_is_spoken_as_it_was_typed() {
    for name in SCRIPTS.iter().flat_map(|(_, names)| *names).filter(|name| is_rtl(name)) {
        let reading = read(&named(name));
        let spoken = reading.spoken();
        let expected: String = name.nfc().collect();
        assert!(spoken.iter().any(|text| text.contains(&expected)), "{name} with every point and joiner: {spoken:?}");
    }
}

#[test]
fn a_name_without_bold_letters_is_still_drawn() {
    let bold = document("Names", vec![Block::Paragraph(RichText(vec![Span::value("陈晓燕 金").bold()]))]);
    let reading = read(&bold);
    assert!(reading.glyph_numbers().iter().all(|number| *number != 0), "in its regular face");
    if let Some(text) = reading.copied_text() {
        assert!(text.contains("陈晓燕 金"), "and every letter is there: {text}");
    }
}

#[test]
fn a_date_and_a_number_read_right_in_a_sheet_that_reads_from_the_right() {
    let sentence = vec![
        Span::words("ولدت سارة في "),
        Span::value("1990-04-02"),
        Span::words("، اتصل على "),
        Span::value("+353 1 555 0199"),
        Span::words(" قبل \u{2068}14:35\u{2069}."),
    ];
    let document =
        Document { language: "ar".to_owned(), ..document("ورقة", vec![Block::Paragraph(RichText(sentence))]) };
    let reading = read(&document);
    // The marks say what is copied; what stands on the paper is where the glyphs stand.
    let Some(words) = reading.placed_words() else { return };
    let on_paper = |parts: &[&str]| {
        let lefts: Vec<f32> = parts
            .iter()
            .map(|part| words.iter().find(|(word, _)| word.trim_matches(['.', '،']) == *part).expect("the word").1[0])
            .collect();
        lefts.is_sorted()
    };
    assert!(on_paper(&["+353", "1", "555", "0199"]), "a number is dialled from the left: {words:?}");
    let Some(text) = reading.copied_text() else { return };
    for value in ["1990-04-02", "+353 1 555 0199", "14:35"] {
        assert!(text.contains(value), "{value} reads right in {text}");
    }
}

#[test]
fn a_value_without_its_isolate_would_be_turned_about() {
    // The control for the test above: the same number as plain words is printed backwards.
    let blocks = vec![paragraph("اتصل على +353 1 555 0199 قبل")];
    let reading = read(&Document { language: "ar".to_owned(), ..document("ورقة", blocks) });
    let Some(words) = reading.placed_words() else { return };
    let left = |part: &str| words.iter().find(|(word, _)| word == part).map(|(_, edges)| edges[0]);
    let (Some(first), Some(last)) = (left("1"), left("0199")) else { panic!("the number is there: {words:?}") };
    assert!(last < first, "which is why every value is isolated: {words:?}");
}

#[test]
fn an_arabic_paragraph_is_read_out_in_the_order_it_was_written() {
    let text = "لا تلمس الجلد قبل الساعة 18:35. السلام عليكم ورحمة الله";
    let reading = read(&Document { language: "ar".to_owned(), ..document("ورقة", vec![paragraph(text)]) });
    assert_eq!(reading.spoken(), [text], "the tag carries the whole text as it is spoken");
}

#[test]
fn a_ligature_says_the_letters_it_draws() {
    let reading =
        read(&Document { language: "ar".to_owned(), ..document("ورقة", vec![paragraph("لا سلام")]) });
    let tables = reading.unicode_tables();
    assert!(tables.contains("<FEFB>") || tables.contains("<FEFC>"), "one character that nobody turns about: {tables}");
    if let Some(text) = reading.copied_text() {
        let letters = letters(&text);
        assert!(letters.contains("لا") && letters.contains("سلام"), "and readers make it two letters again: {text}");
    }
}

#[test]
fn a_character_no_font_of_the_program_has_is_refused_in_every_script() {
    for character in ['\u{13000}', '\u{12000}', '\u{1f600}', '\u{e000}', '\u{10400}'] {
        let rendered = paper::render(&named(&format!("سارة {character} 陈")));
        assert_eq!(rendered.map(|pdf| pdf.n_pages), Err(PaperError::MissingGlyph { character }), "it is named");
    }
}
