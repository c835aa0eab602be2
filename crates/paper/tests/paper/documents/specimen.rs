//! One document with every block and every tone.

use paper::{Block, Document, HeadingLevel, Initials, SignatureBox, SignatureMark, Span, Tone};

use super::{cells, consent, document, face, moment, paragraph, section};

/// Every block, with names of several scripts and texts that do not fit.
pub(crate) fn specimen() -> Document {
    let mut blocks = texts_and_notes();
    blocks.extend(parts());
    let mut signatures = consent::signatures();
    signatures.push(signature("Aoife Ní Bhriain", "Witness", SignatureMark::Typed("Aoife Ní Bhriain".to_owned())));
    signatures.push(signature("Şükrü Çağlar", "Interpreter", SignatureMark::Blank));
    blocks.push(Block::Signatures(signatures));
    document("Specimen", blocks)
}

fn texts_and_notes() -> Vec<Block> {
    let mut blocks = vec![
        Block::Title("Specimen of every block, with a title long enough to need a second line".to_owned()),
        paragraph(
            "Running text is set ragged right at 10.5 points. Numbers keep their units: 0.25 mm, 8 ml, 38 °C. Names keep \
             their marks: Łucja Święcicka, Gülşen Çağlayan, Nguye\u{302}\u{303}n, Σωκράτης Παπαδόπουλος, Щербакова \
             Наталья, Þórdís Guðmundsdóttir, Şerban Țepeș.",
        ),
        Block::Heading { level: HeadingLevel::Subsection, text: "A subsection".to_owned() },
        Block::Paragraph(
            vec![
                Span::words("A value cannot turn its sentence about: "),
                Span::value("1990-04-02").bold(),
                Span::words(" and "),
                Span::value("evil\u{202e}txt.exe"),
                Span::words(" and "),
                Span::value(
                    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft".repeat(2),
                ),
                Span::words("."),
            ]
            .into(),
        ),
    ];
    for (tone, heading) in
        [(Tone::Information, "Good to know"), (Tone::Caution, "Take care"), (Tone::Urgent, "Act at once")]
    {
        blocks.push(Block::Note {
            tone,
            heading: heading.to_owned(),
            body: vec!["The bar grows with the urgency, so that a black and white print keeps the difference.".into()],
        });
    }
    blocks
}

fn parts() -> Vec<Block> {
    vec![
        section("List"),
        Block::List(vec![
            "A point of one line.".into(),
            "A point whose words run on and on until they reach the end of the line, turn, and go on under their own \
             beginning rather than under the bullet."
                .into(),
        ]),
        section("Timeline"),
        Block::Timeline(vec![
            moment("Today until 18:35", &["One line."]),
            moment("A moment with a long name that needs two lines", &["Two paragraphs.", "The second of them."]),
            moment("27 November", &["The last."]),
        ]),
        section("Table"),
        Block::Table {
            head: ["Area", "Depth", "Note"].map(str::to_owned).to_vec(),
            rows: vec![
                cells(&["Forehead", "0.5 mm", "Three passes"]),
                cells(&[
                    "Cheeks",
                    "1.5 mm",
                    "Four passes; stopped at pinpoint bleeding, as the plan says for this zone",
                ]),
                cells(&["Neck", "0.75 mm", ""]),
            ],
            widths: vec![250, 150, 600],
        },
        section("Figure"),
        face::figure(),
        section("Clauses"),
        clause("1.1", "A signed clause.", Some("N.T.A.T.")),
        clause("1.2", "A clause that was declined.", Some("declined")),
        clause("1.3", "A clause that waits for a pen.", Some("")),
        clause("1.4", "A clause without initials.", None),
        section("Signatures"),
        paragraph("Drawn, typed, and still to come."),
    ]
}

fn clause(number: &str, text: &str, mark: Option<&str>) -> Block {
    Block::Clause {
        number: number.to_owned(),
        body: vec![text.into()],
        initials: mark.map(|mark| Initials { label: format!("Initials for clause {number}"), mark: mark.to_owned() }),
    }
}

fn signature(name: &str, role: &str, mark: SignatureMark) -> SignatureBox {
    SignatureBox { name: name.to_owned(), role: role.to_owned(), meaning: String::new(), time: String::new(), mark }
}
