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

/// The letters of a text in composed form, without what draws nothing.
fn letters(text: &str) -> String {
    text.nfkc().filter(|letter| !letter.is_whitespace() && !matches!(letter, '\u{200b}'..='\u{200f}')).collect()
}

#[test]
fn a_name_in_any_script_of_the_program_is_drawn_and_copied_out_as_it_was_typed() {
    let mut wrong = Vec::new();
    for (script, names) in SCRIPTS {
        for name in names {
            let reading = read(&named(name));
            assert!(reading.glyph_numbers().iter().all(|number| *number != 0), "{script}: no empty box in {name}");
            let Some(text) = reading.copied_text() else { return };
            let n_found = letters(&text).matches(&letters(name)).count();
            if n_found != 4 {
                wrong.push(format!("{script}: {name} is copied out right {n_found} times of 4 from {text}"));
            }
        }
    }
    assert!(wrong.is_empty(), "a reader finds a client by the name: {}", wrong.join("\n"));
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
    let said = reading.elements().into_iter().find_map(|element| {
        let said = element.get(b"ActualText").ok()?;
        lopdf::decode_text_string(said).ok()
    });
    assert_eq!(said.as_deref(), Some(text), "the tag carries the whole text as it is spoken");
}

#[test]
fn a_ligature_says_the_letters_it_draws() {
    let reading =
        read(&Document { language: "ar".to_owned(), ..document("ورقة", vec![paragraph("لا سلام")]) });
    let tables = reading.unicode_tables();
    assert!(tables.contains("<FEFB>") || tables.contains("<FEFC>"), "one character that nobody turns about: {tables}");
    if let Some(text) = reading.copied_text() {
        assert!(text.contains("لا سلام"), "and readers make it two letters again: {text}");
    }
}

#[test]
fn a_character_no_font_of_the_program_has_is_refused_in_every_script() {
    for character in ['\u{13000}', '\u{12000}', '\u{1f600}', '\u{e000}', '\u{10400}'] {
        let rendered = paper::render(&named(&format!("سارة {character} 陈")));
        assert_eq!(rendered.map(|pdf| pdf.n_pages), Err(PaperError::MissingGlyph { character }), "it is named");
    }
}
