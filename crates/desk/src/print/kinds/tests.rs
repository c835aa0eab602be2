//! Every letter, note and form: its words, its file, and what is refused.

use std::process::Command;

use care::record::PaperSize;
use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use paper::{Block, Document, RichText, SignatureBox, SignatureMark};

use super::*;

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

fn at(hour: u32, minute: u32) -> NaiveDateTime {
    day(11, 20).and_hms_opt(hour, minute, 0).unwrap()
}

const CLINIC: Sender<'_> = Sender {
    name: "Clinic Lumen",
    address: "12 Harbour Street\nDublin",
    phone: "+353 1 555 0199",
    out_of_hours_phone: "+353 1 555 0112",
};

fn frame() -> Frame<'static> {
    Frame {
        language: "en-GB",
        paper: PaperSize::A4,
        clinic: CLINIC,
        client: Some(About {
            name: "Nguyễn Thị Ánh Tuyết",
            born_on: NaiveDate::from_ymd_opt(1990, 4, 2).unwrap(),
            number: "A-000217",
        }),
        number: "A-000431",
        content_sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        journal_head: "217-2c26b46b68ffc68f",
        made_at: DateTime::<Utc>::from_timestamp(1_795_176_000, 0).unwrap(),
    }
}

fn not_today() -> Document {
    let obstacles = [
        Obstacle { words: "You took isotretinoin until 14 September 2026.", ends_on: Some(day(12, 30)) },
        Obstacle { words: "There is a cold sore on the upper lip.", ends_on: Some(day(12, 4)) },
    ];
    let note = NotToday { on: day(11, 20), obstacles: &obstacles, meanwhile: &["Use sunscreen every morning."] };
    not_today_document(&frame(), &note).unwrap()
}

fn recovery_key() -> Document {
    let frame = Frame { client: None, number: "", content_sha256: "", journal_head: "", ..frame() };
    let key = "7XQ4-M2KD-9TFA-R8WZ-3HNC-P6VB-5JGE-Y1S0-K4TD-W8MA-2XQF-H9CN-Z7RB";
    recovery_key_document(&frame, &RecoveryKeySheet { key, made_on: day(11, 20) }).unwrap()
}

fn treatment_record() -> Document {
    let zones = [
        TreatedZone { name: "Forehead", depth_um: Some(500), passes: "3", endpoint: "Even redness" },
        TreatedZone {
            name: "Inner cheek on both sides",
            depth_um: Some(1500),
            passes: "4",
            endpoint: "Pinpoint bleeding",
        },
        TreatedZone {
            name: "Area under the eye on both sides",
            depth_um: Some(250),
            passes: "2",
            endpoint: "Even redness",
        },
    ];
    let layers = [
        Layer { product: "Lidocaine and prilocaine 5 %", lot: "LP-2207", expires_on: Some(day(12, 31)), amount: "5 g" },
        Layer { product: "Hyaluronic acid serum 2 %", lot: "HA-2291", expires_on: None, amount: "3 ml" },
    ];
    let record = TreatmentRecord {
        visit_number: "A-000131",
        on: day(11, 20),
        session: Some((2, 4)),
        times: (at(13, 40), at(14, 35)),
        practitioner: ("Dr Siobhán Kelly", "Practitioner"),
        device: "Dermapen 4, 16 needles, lot NP-8812",
        zones: &zones,
        map: None,
        layers: &layers,
        plasma: "8 ml of blood drawn at 13:45, spun for 8 minutes, 3 ml of plasma.",
        peel: "",
        reactions: "Redness as expected. No swelling.",
        note: "The client asks for less depth on the cheeks next time.",
        aftercare_number: "A-000432",
        signatures: vec![SignatureBox {
            name: "Dr Siobhán Kelly".to_owned(),
            role: "Practitioner".to_owned(),
            meaning: "has treated and recorded".to_owned(),
            time: "20 November 2026, 14:52".to_owned(),
            mark: SignatureMark::Typed("confirmed with a personal code".to_owned()),
        }],
    };
    treatment_record_document(&frame(), &record).unwrap()
}

fn plan() -> Document {
    let visits = [
        PlannedVisit { on: day(11, 20), what: &["Microneedling, 0.5 to 1.5 mm", "Plasma"] },
        PlannedVisit { on: day(12, 18), what: &["Microneedling, as before"] },
        PlannedVisit { on: NaiveDate::from_ymd_opt(2027, 1, 22).unwrap(), what: &["Review with photos"] },
    ];
    let plan = TreatmentPlan {
        goal: "Softer scars on both cheeks before the summer.",
        visits: &visits,
        at_home: "Mineral sunscreen every morning.\nNo retinoid for five days before each visit.",
        cost: "€ 320 for each visit with needling.",
    };
    plan_document(&frame(), &plan).unwrap()
}

fn tube_label() -> Document {
    let label = TubeLabel { visit_number: "A-000131", drawn_at: at(13, 45), use_before: at(15, 45), n_tubes: 3 };
    tube_label_document(&frame(), &label).unwrap()
}

fn referral() -> Document {
    let letter = Referral {
        to: "Dr Ó Briain\nDermatology\n4 Mill Lane, Dublin",
        on: day(11, 20),
        is_urgent: false,
        question: "Could you look at the lesion on the left temple before we treat?",
        reason: "A dark spot of 7 mm on the left temple that has grown since September.",
        findings: "Irregular edge, two colours. Photos are enclosed.",
        done: "",
        medicines: "Levothyroxine 50 µg daily",
        allergies: "",
        practitioner: ("Dr Siobhán Kelly", "Practitioner"),
    };
    referral_document(&frame(), &letter).unwrap()
}

fn recall() -> Document {
    let letter = Recall {
        name: "Nguyễn Thị Ánh Tuyết",
        address: "Nguyễn Thị Ánh Tuyết\n9 Quay Road\nDublin",
        on: day(12, 1),
        last_on: day(11, 20),
        due_on: day(12, 18),
        practitioner: ("Dr Siobhán Kelly", "Practitioner"),
    };
    recall_document(&frame(), &letter).unwrap()
}

fn adverse_event() -> Document {
    let field = |name, value| FormField { name, value };
    let patient =
        [field("ae_initials", "A-000217"), field("ae_age", "36"), field("ae_sex", "female"), field("ae_weight", "")];
    let event = [
        field("ae_kind_of", "Burn"),
        field("ae_outcome", "Recovering"),
        field("ae_on", "21 November 2026"),
        field("ae_reported_on", "23 November 2026"),
        field("ae_description", "Blisters on the left cheek on the morning after radiofrequency needling at 1.5 mm."),
        field("ae_tests", ""),
    ];
    let device =
        [field("ae_brand", "Example RF, Example Ltd"), field("ae_model", "lot RF-118"), field("ae_available", "yes")];
    let reporter =
        [field("ae_name", "Dr Siobhán Kelly, practitioner"), field("ae_contact", "Clinic Lumen, +353 1 555 0199")];
    let parts = [
        FormPart { heading: "ae_patient", fields: &patient },
        FormPart { heading: "ae_event", fields: &event },
        FormPart { heading: "ae_device", fields: &device },
        FormPart { heading: "ae_reporter", fields: &reporter },
    ];
    adverse_event_document(&frame(), &AdverseEvent { form: "MedWatch 3500", on: day(11, 23), parts: &parts }).unwrap()
}

fn every_kind() -> Vec<(&'static str, Document)> {
    vec![
        ("not_today", not_today()),
        ("recovery_key", recovery_key()),
        ("treatment_record", treatment_record()),
        ("plan", plan()),
        ("tube_label", tube_label()),
        ("referral", referral()),
        ("recall", recall()),
        ("adverse_event", adverse_event()),
    ]
}

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
        Block::Clause { number, body, .. } => format!("{number} {}", each(body, "")),
        Block::Table { head, rows, .. } => {
            let rows = rows.iter().map(|row| row.iter().map(rich).collect::<Vec<_>>().join(" | "));
            std::iter::once(head.join(" | ")).chain(rows).collect::<Vec<_>>().join("\n")
        }
        Block::Timeline(moments) => {
            let moments = moments.iter().map(|moment| format!("{}\n{}", rich(&moment.when), each(&moment.body, "  ")));
            moments.collect::<Vec<_>>().join("\n")
        }
        Block::Figure { alt, caption, .. } => format!("({alt}) {caption}"),
        Block::Signatures(boxes) => {
            let boxes = boxes.iter().map(|it| format!("{} / {} / {} / {}", it.meaning, it.name, it.role, it.time));
            boxes.collect::<Vec<_>>().join("\n")
        }
    }
}

#[test]
fn every_kind_says_what_was_approved() {
    for (name, document) in every_kind() {
        insta::assert_snapshot!(name, text_of(&document));
    }
}

/// What a tool says of a file, or nothing where it is not installed.
fn tool(name: &str, arguments: &[&str], pdf: &[u8]) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("document.pdf");
    std::fs::write(&path, pdf).unwrap();
    let filled = arguments.iter().map(|argument| if *argument == "FILE" { path.to_str().unwrap() } else { argument });
    let output = Command::new(name).args(filled).output().ok()?;
    assert!(output.status.success(), "{name} finds fault: {}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

#[test]
fn every_kind_is_a_sound_file_on_either_paper() {
    for (name, document) in every_kind() {
        for paper in [paper::PaperSize::A4, paper::PaperSize::Letter] {
            let pdf = paper::render(&Document { paper, ..document.clone() }).unwrap();
            assert_eq!(pdf.n_pages, 1, "{name} is one page on {paper:?}");
            if let Some(said) = tool("qpdf", &["--check", "FILE"], &pdf.bytes) {
                assert!(said.contains("No syntax or stream encoding errors"), "{name}: {said}");
            }
            let Some(fonts) = tool("pdffonts", &["FILE"], &pdf.bytes) else { continue };
            for line in fonts.lines().skip(2) {
                let words: Vec<&str> = line.split_whitespace().collect();
                let [.., embedded, subset, unicode, _, _] = words.as_slice() else { panic!("{fonts}") };
                assert_eq!([*embedded, *subset, *unicode], ["yes"; 3], "{name}: every font is inside: {fonts}");
            }
        }
    }
}

#[test]
fn every_kind_can_be_read_out_word_for_word() {
    for (name, document) in every_kind() {
        let pdf = paper::render(&document).unwrap();
        let Some(copied) = tool("pdftotext", &["-enc", "UTF-8", "-raw", "FILE", "-"], &pdf.bytes) else { return };
        let copied: String = copied.split_whitespace().collect();
        for block in &document.blocks {
            if let Block::Paragraph(text) = block {
                let text: String = text.0.iter().map(|span| span.text.as_str()).collect();
                let text: String = text.replace(['\u{2068}', '\u{2069}'], "").split_whitespace().collect();
                assert!(copied.contains(&text), "{name}: {text} is in {copied}");
            }
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
    let label = TubeLabel { visit_number: "A-000131", drawn_at: at(13, 45), use_before: at(15, 45), n_tubes: 1 };
    assert!(tube_label_document(&nameless, &label).is_err(), "a tube without a name is never labelled");
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
    for (name, document) in every_kind() {
        std::fs::write(folder.join(format!("pass-2a-desk-{name}.pdf")), paper::render(&document).unwrap().bytes)
            .unwrap();
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
