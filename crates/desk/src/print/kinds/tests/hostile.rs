//! Bad input into every kind that takes it: a character no font has, a name of two hundred letters, a note of ten thousand
//! words, controls and overrides, a photo that does not decode, a language without texts. Each is refused with a reason
//! or stands on the paper whole and visible.

use paper::{Document, PaperError, Photo};

use super::checks::tool;
use super::own_papers::{consent_with, sheet_for};
use super::specimens::{at, day, event, frame, with_record};
use super::*;

/// What is put into every kind: a name, and whatever somebody may write at length.
#[derive(Clone, Copy)]
struct Said<'a> {
    name: &'a str,
    note: &'a str,
}

const PLAIN: Said<'_> = Said { name: "Ines Halvorsen", note: "All as expected." };

/// Every kind with these words in it, in one language.
fn every_kind_saying(said: Said<'_>, language: &'static str) -> Vec<(&'static str, Result<Document, LetterError>)> {
    let client = About { name: said.name, born_on: day(4, 2), number: "A-000217" };
    let frame = Frame { client: Some(client), language, ..frame() };
    let obstacles = [Obstacle { words: said.note, ends_on: None }];
    let not_today = NotToday { on: day(11, 20), obstacles: &obstacles, meanwhile: &[said.note] };
    let visits = [PlannedVisit { on: day(12, 1), what: &[said.note] }];
    let plan = TreatmentPlan { goal: said.note, visits: &visits, at_home: said.note, cost: "" };
    let label = TubeLabel { visit_number: "A-000131", drawn_at: at(13, 45), use_before: Some(at(15, 45)), n_tubes: 1 };
    let referral = Referral {
        to: said.name,
        on: day(11, 20),
        is_urgent: true,
        client_agrees: true,
        question: said.note,
        reason: said.note,
        findings: said.note,
        done: said.note,
        medicines: said.note,
        allergies: said.note,
        practitioner: (said.name, "Practitioner"),
    };
    let recall = Recall {
        name: said.name,
        address: said.name,
        on: day(12, 1),
        last_on: day(11, 20),
        due_on: day(12, 18),
        practitioner: (said.name, "Practitioner"),
    };
    let event = event();
    let event = AdverseEvent {
        event: EventFacts { description: said.note, treatment: said.note, ..event.event },
        reporter: Reporter { name: said.name, ..event.reporter },
        ..event
    };
    let record = with_record(|record| {
        let record = TreatmentRecord { note: said.note, practitioner: (said.name, "Practitioner"), ..record };
        treatment_record_document(&frame, &record)
    });
    let chart = with_record(|record| {
        let addenda = [Addendum { on: day(11, 24), by: said.name, text: said.note }];
        let visits = [ChartVisit {
            record: TreatmentRecord { note: said.note, ..record },
            photos: Vec::new(),
            addenda: &addenda,
        }];
        let chart = Chart {
            phone: "",
            allergies: said.note,
            alerts: said.note,
            visits: &visits,
            photos: Vec::new(),
            documents: &[],
            disclosures: &[],
        };
        chart_document(&frame, &chart)
    });
    vec![
        ("not_today", not_today_document(&frame, &not_today)),
        ("plan", plan_document(&frame, &plan)),
        ("tube_label", tube_label_document(&frame, &label)),
        ("referral", referral_document(&frame, &referral)),
        ("recall", recall_document(&frame, &recall)),
        ("adverse_event_medwatch", adverse_event_document(&frame, AuthorityForm::MedWatch, &event)),
        ("adverse_event_yellow_card", adverse_event_document(&frame, AuthorityForm::YellowCard, &event)),
        ("treatment_record", record),
        ("chart", chart),
    ]
}

/// Every paper with these words in it.
fn every_paper_saying(said: Said<'_>) -> Vec<(&'static str, Document)> {
    let kinds = every_kind_saying(said, "en-GB").into_iter().map(|(name, made)| (name, made.unwrap()));
    kinds.chain([("consent", consent_with(said.name, said.note)), ("aftercare", sheet_for(said.name))]).collect()
}

/// Whether a paper of this kind holds what somebody writes at length.
fn holds_notes(kind: &str) -> bool {
    !matches!(kind, "tube_label" | "recall" | "aftercare")
}

#[test]
fn a_character_no_font_has_is_named_before_anything_is_printed() {
    // A letter of a script nobody writes any more, and one that belongs to no script.
    for strange in ['\u{12000}', '\u{f8ff}'] {
        let (name, note) = (format!("Ines {strange}"), format!("All as {strange} expected."));
        for (kind, document) in every_paper_saying(Said { name: &name, ..PLAIN }) {
            let refused = paper::render(&document);
            assert_eq!(refused, Err(PaperError::MissingGlyph { character: strange }), "{kind}: in the name");
        }
        for (kind, document) in every_paper_saying(Said { note: &note, ..PLAIN }) {
            let expected =
                if holds_notes(kind) { Err(PaperError::MissingGlyph { character: strange }) } else { Ok(()) };
            assert_eq!(paper::render(&document).map(drop), expected, "{kind}: in what was written");
        }
    }
}

/// The text of a paper as it is copied, without spaces; nothing where the tool is not installed.
fn copied(document: &Document) -> Option<String> {
    let pdf = paper::render(document).unwrap();
    let text = tool("pdftotext", &["-enc", "UTF-8", "-raw", "FILE", "-"], &pdf.bytes)?;
    Some(text.split_whitespace().collect())
}

#[test]
fn a_name_of_two_hundred_letters_is_printed_whole() {
    let name: String = ('a'..='z').cycle().take(200).collect();
    for (kind, document) in every_paper_saying(Said { name: &name, ..PLAIN }) {
        let Some(copied) = copied(&document) else { return };
        assert!(copied.contains(&name), "{kind}: no letter of the name is lost: {copied}");
    }
}

#[test]
fn a_note_of_ten_thousand_words_is_printed_whole() {
    let words: Vec<String> = (0..10_000).map(|number| format!("w{number}")).collect();
    let note = words.join(" ");
    for (kind, document) in every_paper_saying(Said { note: &note, ..PLAIN }) {
        if !holds_notes(kind) {
            continue;
        }
        let pdf = paper::render(&document).unwrap();
        let Some(text) = tool("pdftotext", &["-enc", "UTF-8", "-raw", "FILE", "-"], &pdf.bytes) else { return };
        let mut copied = text.split_whitespace();
        let lost = words.iter().find(|word| !copied.any(|found| found == word.as_str()));
        assert_eq!(lost, None, "{kind}: every word is there, in order");
    }
}

#[test]
fn what_cannot_be_seen_is_shown_and_turns_nothing_about() {
    let (name, note) = ("Ines \u{202e}nesrovlaH\u{7}", "Dose 0.5\u{202e} mm\u{2066}\u{0}.");
    for (kind, document) in every_paper_saying(Said { name, note }) {
        let Some(copied) = copied(&document) else { return };
        for acting in ['\u{202e}', '\u{7}', '\u{0}', '\u{202a}'] {
            assert!(!copied.contains(acting), "{kind}: {acting:?} acts on nothing");
        }
        assert!(copied.contains("‹U+202E›") && copied.contains("‹U+0007›"), "{kind}: the name shows them: {copied}");
        if holds_notes(kind) {
            assert!(copied.contains("‹U+2066›") && copied.contains("‹U+0000›"), "{kind}: so does the note: {copied}");
            assert!(copied.contains("Dose0.5"), "{kind}: the dose reads as it was written");
        }
    }
}

#[test]
fn a_language_without_letters_is_refused_by_every_kind() {
    for language in ["fr", "de", "ar", "xx", ""] {
        for (kind, made) in every_kind_saying(PLAIN, language) {
            assert!(
                matches!(made, Err(LetterError::Text(_))),
                "{kind} in {language:?}: English never stands in: {made:?}"
            );
        }
    }
}

#[test]
fn a_photo_that_does_not_decode_stops_the_chart() {
    let face = include_bytes!("../../../../../paper/tests/paper/documents/photos/face.jpg");
    let mut corrupt = face.to_vec();
    let middle = corrupt.len() - 60;
    corrupt.splice(middle..middle + 2, [0xff, 0xd5]);
    for (what, jpeg) in [
        ("no picture", b"this is a letter".to_vec()),
        ("cut off", face[..face.len() / 2].to_vec()),
        ("damaged inside", corrupt),
        ("empty", Vec::new()),
    ] {
        let document = with_record(|record| {
            let photo = Photo { jpeg: jpeg.clone(), alt: "The face".to_owned(), caption: String::new() };
            let visits = [ChartVisit { record, photos: vec![photo], addenda: &[] }];
            let chart = Chart {
                phone: "",
                allergies: "",
                alerts: "",
                visits: &visits,
                photos: Vec::new(),
                documents: &[],
                disclosures: &[],
            };
            chart_document(&frame(), &chart).unwrap()
        });
        assert_eq!(paper::render(&document), Err(PaperError::Photo), "{what}: nothing is printed with a hole in it");
    }
}
