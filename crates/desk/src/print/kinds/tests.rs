//! Every letter, note and form: its words, its file, and what is refused.

mod checks;
mod hostile;
mod own_papers;
mod pictures;
mod specimens;

use paper::{Block, Document, RichText};

use self::specimens::{CLINIC, at, day, every_kind, frame, not_today, treatment_record, tube_label};
use super::*;

/// What a document says, block by block, without the marks that keep directions.
fn text_of(document: &Document) -> String {
    let mut lines = vec![document.masthead.clinic.clone(), document.masthead.client.clone()];
    lines.extend(document.blocks.iter().map(block_text));
    lines.extend([document.footer.document.clone(), document.footer.hash.clone()]);
    lines.join("\n\n").replace(['\u{2068}', '\u{2069}'], "")
}

fn block_text(block: &Block) -> String {
    let rich = |text: &RichText| text.0.iter().map(|span| span.text.as_str()).collect::<String>();
    let each = |texts: &[RichText], before: &str| {
        texts.iter().map(|text| format!("{before}{}", rich(text))).collect::<Vec<_>>().join("\n")
    };
    match block {
        Block::Title(text) => format!("# {text}"),
        Block::Heading { text, .. } => format!("## {text}"),
        Block::Paragraph(text) => rich(text),
        Block::Note { tone, heading, body } => format!("[{tone:?}] {heading}\n{}", each(body, "  ")),
        Block::List(items) => each(items, "- "),
        Block::Clause { number, body, .. } => {
            let body: Vec<RichText> = body.iter().map(|part| part.text().clone()).collect();
            format!("{number} {}", each(&body, ""))
        }
        Block::Table { head, rows, .. } => {
            let rows = rows.iter().map(|row| row.iter().map(rich).collect::<Vec<_>>().join(" | "));
            std::iter::once(head.join(" | ")).chain(rows).collect::<Vec<_>>().join("\n")
        }
        Block::Timeline(moments) => {
            let moments = moments.iter().map(|moment| format!("{}\n{}", rich(&moment.when), each(&moment.body, "  ")));
            moments.collect::<Vec<_>>().join("\n")
        }
        Block::Figure { alt, caption, .. } => format!("({alt}) {caption}"),
        Block::Photos(photos) => {
            photos.iter().map(|photo| format!("({}) {}", photo.alt, photo.caption)).collect::<Vec<_>>().join("\n")
        }
        Block::Contents => "(every section with its page)".to_owned(),
        Block::Signatures(boxes) => {
            let boxes = boxes.iter().map(|it| format!("{} / {} / {} / {}", it.meaning, it.name, it.role, it.time));
            boxes.collect::<Vec<_>>().join("\n")
        }
    }
}

#[test]
fn every_kind_says_what_was_approved() {
    for (name, document) in every_kind("en-GB") {
        insta::assert_snapshot!(name, text_of(&document));
    }
}

#[test]
fn every_kind_has_as_many_pages_as_it_needs() {
    for (name, document) in every_kind("en-GB") {
        for paper in [paper::PaperSize::A4, paper::PaperSize::Letter] {
            let pdf = paper::render(&Document { paper, ..document.clone() }).unwrap();
            let n_pages = match name {
                "chart" => 4,
                "treatment_record" | "adverse_event_medwatch" | "adverse_event_yellow_card" | "consent_withdrawn" => 2,
                _ => 1,
            };
            assert_eq!(pdf.n_pages, n_pages, "{name} on {paper:?}");
        }
    }
}

#[test]
fn a_note_names_the_latest_day_as_the_earliest_for_treatment() {
    let text = text_of(&not_today());
    assert!(text.contains("The earliest day for your treatment is Wednesday 30 December 2026."), "{text}");
}

#[test]
fn a_note_with_an_obstacle_a_person_must_judge_names_no_day() {
    let obstacles = [
        Obstacle { words: "A spot has to be looked at first.", ends_on: None },
        Obstacle { words: "Sunburn.", ends_on: Some(day(12, 4)) },
    ];
    let note = NotToday { on: day(11, 20), obstacles: &obstacles, meanwhile: &[] };
    let text = text_of(&not_today_document(&frame(), &note).unwrap());
    assert!(!text.contains("earliest day"), "no day is promised while something is open: {text}");
    assert!(text.contains("There is no day yet"), "and that is said: {text}");
}

#[test]
fn what_a_client_takes_home_without_a_number_to_call_is_refused() {
    let silent = Frame { clinic: Sender { phone: " ", out_of_hours_phone: "", ..CLINIC }, ..frame() };
    let obstacles = [Obstacle { words: "Sunburn.", ends_on: None }];
    let note = NotToday { on: day(11, 20), obstacles: &obstacles, meanwhile: &[] };
    assert_eq!(not_today_document(&silent, &note), Err(LetterError::NoNumberToCall), "the note");
    let visits = [PlannedVisit { on: day(12, 1), what: &[] }];
    let plan = TreatmentPlan { goal: "", visits: &visits, at_home: "", cost: "" };
    assert_eq!(plan_document(&silent, &plan), Err(LetterError::NoNumberToCall), "the plan");
}

#[test]
fn a_missing_translation_is_refused_and_english_never_stands_in() {
    let french = Frame { language: "fr", ..frame() };
    let obstacles = [Obstacle { words: "Coup de soleil.", ends_on: None }];
    let note = NotToday { on: day(11, 20), obstacles: &obstacles, meanwhile: &[] };
    let refused = not_today_document(&french, &note);
    assert!(matches!(refused, Err(LetterError::Text(_))), "no French text, no French note: {refused:?}");
}

#[test]
fn a_tube_label_carries_two_identifiers_and_the_time() {
    let document = tube_label();
    let Some(Block::Table { rows, .. }) = document.blocks.last() else { panic!("labels") };
    let labels: Vec<String> = rows
        .iter()
        .flatten()
        .filter(|cell| !cell.is_blank())
        .map(|cell| cell.0.iter().map(|span| span.text.as_str()).collect())
        .collect();
    assert_eq!(labels.len(), 3, "one for each tube");
    for label in labels {
        for part in ["Nguyễn Thị Ánh Tuyết", "2 April 1990", "A-000217", "13:45", "15:45"] {
            assert!(label.contains(part), "{part} is on every label: {label}");
        }
    }
    let nameless = Frame { client: None, ..frame() };
    let label = TubeLabel { visit_number: "A-000131", drawn_at: at(13, 45), use_before: None, n_tubes: 1 };
    assert!(tube_label_document(&nameless, &label).is_err(), "a tube without a name is never labelled");
}

/// The headings of a report, in order.
fn headings(document: &Document) -> Vec<&str> {
    let headings = document
        .blocks
        .iter()
        .filter_map(|block| if let Block::Heading { text, .. } = block { Some(text.as_str()) } else { None });
    headings.collect()
}

#[test]
fn a_report_goes_down_the_form_it_is_copied_into() {
    let report = specimens::event();
    let medwatch = adverse_event_document(&frame(), AuthorityForm::MedWatch, &report).unwrap();
    let letters: Vec<&str> = headings(&medwatch).into_iter().filter_map(|heading| heading.get(..2)).collect();
    assert_eq!(letters, ["A.", "B.", "C.", "D.", "E.", "F.", "G."], "the sections of Form FDA 3500");
    let card = adverse_event_document(&frame(), AuthorityForm::YellowCard, &report).unwrap();
    let expected = [
        "Patient details",
        "Suspected drug or vaccine",
        "Medical device",
        "Suspected reaction",
        "Other drugs in the last three months",
        "Additional relevant information",
        "Reporter details",
    ];
    assert_eq!(headings(&card), expected, "the parts of the Yellow Card");
}

#[test]
fn a_report_leaves_out_what_nobody_knows_and_asks_for_what_the_form_needs() {
    let full = specimens::event();
    let bare = AdverseEvent {
        patient: AffectedPerson::default(),
        event: EventFacts { description: "Blisters.", ..EventFacts::default() },
        device: None,
        products: &[],
        others: &[],
        reporter: Reporter::default(),
        ..full
    };
    let medwatch = text_of(&adverse_event_document(&frame(), AuthorityForm::MedWatch, &bare).unwrap());
    for part in ["A. Patient", "B. Adverse", "G. Reporter", "Patient identifier (in confidence) | ___", "Name | ___"] {
        assert!(medwatch.contains(part), "{part} is asked for: {medwatch}");
    }
    for part in ["C. Product", "D. Suspect", "E. Suspect", "F. Other", "Weight", "Treatment given", "Used from"] {
        assert!(!medwatch.contains(part), "{part} leaves no trace: {medwatch}");
    }
    let silent = AdverseEvent { event: EventFacts { description: " ", ..full.event }, ..full };
    for form in AuthorityForm::ALL {
        let refused = adverse_event_document(&frame(), form, &silent);
        assert!(matches!(refused, Err(LetterError::Empty { .. })), "a report of nothing is none: {refused:?}");
    }
}

#[test]
fn what_was_not_recorded_leaves_no_heading() {
    let text = text_of(&treatment_record());
    assert!(!text.contains("## Peel") && text.contains("## Plasma"), "no peel, no heading: {text}");
}

#[test]
fn the_recovery_key_is_never_written_to_a_log() {
    let sheet = RecoveryKeySheet { key: "7XQ4-M2KD", made_on: day(11, 20) };
    assert!(!format!("{sheet:?}").contains("7XQ4"), "only paper carries it");
}

/// Writes every kind as a PDF to look at: `PAPER_OUT=DIR cargo test -p desk --lib kinds -- --ignored`.
#[test]
#[ignore = "for looking at the pages"]
fn every_kind_as_a_file() {
    let folder = std::path::PathBuf::from(std::env::var_os("PAPER_OUT").expect("a folder"));
    for asked in checks::all() {
        let name = asked.name.replace(", ", "-").replace(' ', "-");
        std::fs::write(folder.join(format!("pass-2a-desk-{name}.pdf")), asked.made().bytes).unwrap();
    }
}

/// The names of the made-up clinic, one file for each script.
const NAMES: [&str; 10] = [
    include_str!("../../sample_clinic/names/latin.json"),
    include_str!("../../sample_clinic/names/greek.json"),
    include_str!("../../sample_clinic/names/cyrillic.json"),
    include_str!("../../sample_clinic/names/arabic.json"),
    include_str!("../../sample_clinic/names/hebrew.json"),
    include_str!("../../sample_clinic/names/devanagari.json"),
    include_str!("../../sample_clinic/names/han.json"),
    include_str!("../../sample_clinic/names/kana.json"),
    include_str!("../../sample_clinic/names/hangul.json"),
    include_str!("../../sample_clinic/names/thai.json"),
];

#[test]
fn every_name_of_the_made_up_clinic_can_be_printed() {
    for file in NAMES {
        let file: serde_json::Value = serde_json::from_str(file).unwrap();
        let names = ["female", "male", "family"].into_iter().flat_map(|key| file[key].as_array().unwrap());
        let names: Vec<String> = names.map(|name| name.as_str().unwrap().to_owned()).collect();
        assert!(names.len() > 40, "the file is read at all");
        let letter = Recall {
            name: names[0].as_str(),
            address: &names.join("\n"),
            on: day(12, 1),
            last_on: day(11, 20),
            due_on: day(12, 18),
            practitioner: (names[1].as_str(), "Practitioner"),
        };
        let pdf = paper::render(&recall_document(&frame(), &letter).unwrap());
        assert!(pdf.is_ok(), "nobody is turned away for the letters of a name: {:?}", pdf.err());
    }
}
