//! Documents to look at and to measure: a sheet, a consent, and one with every block.

mod chart;
mod consent;
mod face;
mod specimen;
pub(crate) mod world;

use paper::{
    Block, Document, Footer, HeadingLevel, Masthead, Moment, PageCode, PageWords, PaperSize, RichText, Span, Tone,
};

pub(crate) use chart::chart;
pub(crate) use consent::consent;
pub(crate) use specimen::specimen;
pub(crate) use world::{arabic_sheet, scripts};

/// Noon on a day in November.
pub(crate) const CREATED_AT: i64 = 1_795_176_000;

/// What the codes of a document say whose pages may come back signed.
pub(crate) const CODE: PageCode = PageCode {
    document: [0x01, 0x98, 0xf2, 0xc4, 0x7a, 0x11, 0x7f, 0x3e, 0x9b, 0x2b, 0x5d, 0x0c, 0x6a, 0x41, 0xe8, 0x77],
    fingerprint: [0x9f, 0x86, 0xd0, 0x81, 0x88, 0x4c, 0x7d, 0x65],
};

/// The same document, its pages with codes.
pub(crate) fn coming_back(document: Document) -> Document {
    Document { footer: Footer { code: Some(CODE), ..document.footer }, ..document }
}

/// An otherwise empty document with the running lines of a clinic.
pub(crate) fn document(title: &str, blocks: Vec<Block>) -> Document {
    Document {
        title: title.to_owned(),
        language: "en-GB".to_owned(),
        paper: PaperSize::A4,
        masthead: Masthead {
            clinic: "Clinic Lumen, 12 Harbour Street, Dublin".to_owned(),
            client: "Nguyễn Thị Ánh Tuyết, born 2 April 1990, A-000217".to_owned(),
        },
        footer: Footer {
            document: "S-000417, version 3".to_owned(),
            page_words: PageWords { before: "Page ".to_owned(), between: " of ".to_owned(), after: String::new() },
            hash: "Content 9f86d081884c7d65 · journal head 2c26b46b68ffc68f".to_owned(),
            code: None,
        },
        blocks,
        created_at: CREATED_AT,
    }
}

pub(crate) fn section(text: &str) -> Block {
    Block::Heading { level: HeadingLevel::Section, text: text.to_owned() }
}

pub(crate) fn paragraph(text: &str) -> Block {
    Block::Paragraph(text.into())
}

pub(crate) fn moment(when: &str, body: &[&str]) -> Moment {
    Moment { when: when.into(), body: body.iter().map(|text| RichText::from(*text)).collect() }
}

pub(crate) fn cells(cells: &[&str]) -> Vec<RichText> {
    cells
        .iter()
        .enumerate()
        .map(|(index, text)| RichText(vec![if index == 0 { Span::words(*text).bold() } else { Span::words(*text) }]))
        .collect()
}

/// An aftercare sheet of two pages.
pub(crate) fn aftercare_sheet() -> Document {
    let greeting = vec![
        Span::value("Nguyễn Thị Ánh Tuyết").bold(),
        Span::words(", these are the days after your microneedling with PRP on "),
        Span::value("20 November 2026"),
        Span::words(". It ended at "),
        Span::value("14:35"),
        Span::words("; every time below counts from then."),
    ];
    document(
        "Your aftercare",
        vec![
            Block::Title("Your aftercare".to_owned()),
            Block::Paragraph(greeting.into()),
            Block::Note {
                tone: Tone::Urgent,
                heading: "Call us at once on +353 1 555 0199".to_owned(),
                body: vec![
                    "if redness spreads after the second day, if there is pus, a fever above 38 °C, strong pain, \
                     blisters, or a cold sore. Outside our hours call 112 and show this sheet."
                        .into(),
                ],
            },
            section("What to do and when"),
            Block::Timeline(timeline()),
            section("What was used"),
            Block::Table {
                head: ["Product", "Lot", "How to use it"].map(str::to_owned).to_vec(),
                rows: vec![
                    cells(&["Hyaluronic acid serum 2 %", "HA-2291", "Three times a day for three days"]),
                    cells(&["Ceramide barrier cream", "CB-118", "Morning and evening"]),
                    cells(&["Mineral sunscreen SPF 50", "SU-77", "Every morning from day 2, again every two hours"]),
                    cells(&["Your own platelets, 8 ml", "none", "Applied during the treatment"]),
                ],
                widths: vec![340, 160, 500],
            },
            section("What is normal"),
            Block::List(vec![
                "Redness like a sunburn for one to three days, a little longer on the cheeks.".into(),
                "Tightness and a warm feeling on the first evening.".into(),
                "Small dry flakes on the third to fifth day. They fall by themselves.".into(),
            ]),
            section("Where it was done"),
            face::figure(),
            Block::Note {
                tone: Tone::Information,
                heading: "Your next visit".to_owned(),
                body: vec!["Friday 18 December 2026 at 14:00, session 3 of 4. Please come without make-up.".into()],
            },
        ],
    )
}

fn timeline() -> Vec<Moment> {
    vec![
        moment("Today until 18:35", &["Do not touch the skin and put nothing on it. No make-up."]),
        moment(
            "Until Saturday 21 November, 14:35",
            &[
                "Rinse with lukewarm water only. No sport, no sauna, no swimming, no alcohol.",
                "Sleep on a clean pillowcase, on your back if you can.",
            ],
        ),
        moment("22 and 23 November", &["Mineral make-up is allowed if the skin is closed. Sunscreen every morning."]),
        moment("24 and 25 November", &["Flaking is normal: do not pick or scrub."]),
        moment("From 27 November", &["Vitamin C again; a retinoid only if there is no redness left."]),
        moment("Until 4 December", &["No direct sun, no tanning bed, no other treatment of the same skin."]),
    ]
}
