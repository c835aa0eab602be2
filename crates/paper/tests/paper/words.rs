//! The words on paper are the words that were given, in Latin, Greek and Cyrillic. `scripts` has the others.

use paper::{Block, Document, Masthead, PaperError, RichText, Span};

use crate::documents::{document, paragraph};
use crate::reading::read;

/// What is copied out of the body of a document with these blocks, or nothing without the tool.
fn copied(blocks: Vec<Block>) -> Option<String> {
    read(&document("Words", blocks)).copied_text()
}

fn check(given: &str, expected: &str) {
    let blocks = vec![paragraph(given), Block::Title(given.to_owned())];
    let document = Document { masthead: Masthead::default(), ..document("Words", blocks) };
    if let Some(text) = read(&document).copied_text() {
        assert_eq!(text.matches(expected).count(), 2, "{expected} in running text and in bold, not in {text}");
    }
}

#[test]
fn a_name_is_copied_out_as_it_was_typed_in() {
    for name in [
        "Nguyễn Thị Ánh Tuyết",
        "Łucja Święcicka-Żółć",
        "Gülşen Çağlayan İpek Ilgın",
        "Þórdís Guðmundsdóttir",
        "Őze Ábel Űrhajós",
        "Σωκράτης Παπαδόπουλος Ἀθηνᾶ",
        "Щербакова Наталья Їжакевич",
        "O’Brien–D’Angelo fficial flight",
    ] {
        check(name, name);
    }
}

#[test]
fn a_name_typed_with_combining_marks_is_the_same_name() {
    check("Nguye\u{302}\u{303}n Thi\u{323} A\u{301}nh", "Nguyễn Thị Ánh");
    check("S\u{301}wie\u{328}cicka", "Święcicka");
}

#[test]
fn a_mark_no_single_letter_holds_is_kept() {
    // Yoruba and Lithuanian letters that exist only as a letter and its marks.
    check("Ọlá\u{300}bísí Ẹ\u{301}kúndayọ̀ j\u{303}", "Ẹ\u{301}kúndayọ̀");
}

#[test]
fn letters_that_share_a_shape_are_told_apart() {
    // A mark takes the dot off an i, which then is drawn like the Turkish letter that never had one.
    check("Ilgın \u{237} j\u{30a} i\u{30a}", "Ilgın \u{237} j\u{30a} i\u{30a}");
}

#[test]
fn a_value_stands_in_its_sentence_without_a_trace_of_its_isolate() {
    let sentence: RichText = vec![
        Span::words("Born "),
        Span::value("1990-04-02").bold(),
        Span::words(", call \u{2068}+353 1 555 0199\u{2069}."),
    ]
    .into();
    if let Some(text) = copied(vec![Block::Paragraph(sentence)]) {
        assert!(
            text.contains("Born 1990-04-02, call +353 1 555 0199."),
            "date and number in order, nothing else: {text}"
        );
    }
}

#[test]
fn a_direction_override_is_seen_and_does_not_act() {
    let sentence: RichText = vec![Span::words("Signed by "), Span::value("Ann\u{202e}kcaJ")].into();
    if let Some(text) = copied(vec![Block::Paragraph(sentence)]) {
        assert!(text.contains("Signed by Ann‹U+202E›kcaJ"), "the reader sees that something was there: {text}");
    }
}

#[test]
fn a_character_no_font_has_is_named_and_nothing_is_written() {
    let missing = |character| Err(PaperError::MissingGlyph { character });
    let render = |text: &str| paper::render(&document("Words", vec![paragraph(text)])).map(|pdf| pdf.n_pages);
    assert_eq!(render("Name: 𓀀𓀁"), missing('𓀀'), "never an empty box in place of a name");
    assert_eq!(render("smile \u{1f600}"), missing('\u{1f600}'), "no picture characters");
    assert_eq!(render("private \u{e000}"), missing('\u{e000}'), "nothing from a private area");
}

#[test]
fn a_missing_character_is_found_wherever_it_stands() {
    let mut in_masthead = document("Words", vec![]);
    in_masthead.masthead.client = "𓀀".to_owned();
    let mut in_footer = document("Words", vec![]);
    in_footer.footer.hash = "𓀀".to_owned();
    for document in [in_masthead, in_footer] {
        assert_eq!(
            paper::render(&document).map(|pdf| pdf.n_pages),
            Err(PaperError::MissingGlyph { character: '𓀀' }),
            "the running lines are read too"
        );
    }
}

#[test]
fn characters_without_ink_are_not_missing() {
    let text = "a\u{200b}b\u{200d}c\u{fe0f}d\u{2060}e\u{61c}f\u{34f}g\u{ad}h\u{feff}i";
    if let Some(text) = copied(vec![paragraph(text)]) {
        let letters: String = text.chars().filter(char::is_ascii_lowercase).collect();
        assert!(letters.contains("abcdefghi"), "joiners and selectors draw nothing and refuse nothing: {text}");
    }
}

#[test]
fn a_line_feed_begins_a_new_line() {
    let reading = read(&document("Words", vec![paragraph("12 Harbour Street\r\nDublin\u{2028}Ireland")]));
    if let Some(text) = reading.tool("pdftotext", &["-enc", "UTF-8", "-raw", "FILE", "-"]) {
        assert!(text.contains("12 Harbour Street\nDublin\nIreland\n"), "an address keeps its lines: {text}");
    }
}

#[test]
fn the_language_decides_the_direction_of_the_page() {
    let words = || Document { language: "ar".to_owned(), ..document("Words", vec![paragraph("Lidocaine")]) };
    let reading = read(&words());
    let preferences = reading.dictionary(reading.catalogue(), "ViewerPreferences");
    assert!(preferences.has(b"Direction"), "an Arabic file opens from the right");
    if let Some(boxes) = reading.tool("pdftotext", &["-bbox", "FILE", "-"]) {
        let word = boxes.lines().find(|line| line.contains("Lidocaine")).expect("the word on the page");
        let right: f32 = word
            .split("xMax=\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next())
            .and_then(|number| number.parse().ok())
            .expect("its right edge");
        assert!(right > 540.0, "and its text stands at the right margin: {word}");
    }
}

#[test]
fn a_language_that_is_none_is_refused() {
    let document = Document { language: "not a language".to_owned(), ..document("Words", vec![]) };
    assert_eq!(paper::render(&document).map(|pdf| pdf.n_pages), Err(PaperError::Language), "BCP 47 only");
}
