//! A consent of six pages.

use paper::{Block, Document, Initials, Point, SignatureBox, SignatureMark, Span, Stroke, Tone};

use super::{cells, document, paragraph, section};

/// A signed consent: clauses with initials, a table of risks longer than a page, two signatures.
pub(crate) fn consent() -> Document {
    let mut blocks = vec![
        Block::Title("Consent to microneedling with platelet-rich plasma".to_owned()),
        Block::Paragraph(
            vec![
                Span::words("Client: "),
                Span::value("Nguyễn Thị Ánh Tuyết").bold(),
                Span::words(", born "),
                Span::value("2 April 1990"),
                Span::words(". Planned for "),
                Span::value("20 November 2026"),
                Span::words(" with "),
                Span::value("Dr. Łucja Święcicka").bold(),
                Span::words(". Please read every clause. Ask about anything that is not clear before you initial it."),
            ]
            .into(),
        ),
        Block::Note {
            tone: Tone::Caution,
            heading: "Do not go ahead today if".to_owned(),
            body: vec![
                "you have a fever, an open wound, a cold sore or a fresh sunburn in the area, or took isotretinoin in \
                 the last six months. Tell us now: we move your appointment at no cost."
                    .into(),
            ],
        },
    ];
    for (chapter, (heading, texts)) in (1..).zip(CHAPTERS.into_iter().chain(CHAPTERS)) {
        blocks.push(section(heading));
        blocks.extend((1..).zip(texts).map(|(number, text)| clause(&format!("{chapter}.{number}"), text)));
    }
    blocks.push(section("Risks and what we do about them"));
    blocks.push(paragraph("How often something happens is this clinic's own count of the last three years."));
    blocks.push(Block::Table {
        head: ["What can happen", "How often", "What we do"].map(str::to_owned).to_vec(),
        rows: (0..3).flat_map(|_| RISKS).map(|row| cells(&row)).collect(),
        widths: vec![300, 280, 420],
    });
    blocks.push(section("Signatures"));
    blocks.push(paragraph(
        "I have read this consent, my questions were answered and I had time to think. I know that I may stop at any \
         moment and may take this consent back without giving a reason.",
    ));
    blocks.push(Block::Signatures(signatures()));
    document("Consent to microneedling with platelet-rich plasma", blocks)
}

fn clause(number: &str, text: &str) -> Block {
    Block::Clause {
        number: number.to_owned(),
        body: vec![text.into()],
        initials: Some(Initials { label: format!("Initials for clause {number}"), mark: "N.T.A.T.".to_owned() }),
    }
}

pub(crate) fn signatures() -> Vec<SignatureBox> {
    let signature = |name: &str, role: &str, time: &str, mark| SignatureBox {
        name: name.to_owned(),
        role: role.to_owned(),
        meaning: "I have read, understood and agree.".to_owned(),
        time: time.to_owned(),
        mark,
    };
    vec![
        signature("Nguyễn Thị Ánh Tuyết", "Client", "20 November 2026, 13:52", SignatureMark::Drawn(strokes())),
        signature("Dr. Łucja Święcicka", "Practitioner", "20 November 2026, 13:55", SignatureMark::Drawn(strokes())),
    ]
}

/// A wave that rises and falls like handwriting, and the bar of a letter.
#[expect(clippy::float_arithmetic, reason = "a drawn curve")]
fn strokes() -> Vec<Stroke> {
    let wave = (0_u8..120).map(|step| {
        let t = f32::from(step) / 8.0;
        Point { x: t * 22.0, y: 40.0 + 26.0 * (t * 1.9).sin() * (1.0 - t / 22.0) + 8.0 * (t * 5.3).cos() }
    });
    vec![wave.collect(), vec![Point { x: 30.0, y: 20.0 }, Point { x: 190.0, y: 12.0 }]]
}

const CHAPTERS: [(&str, [&str; 3]); 4] = [
    (
        "What the treatment is",
        [
            "Very fine needles make controlled channels in the skin. The skin answers with repair and lays down new collagen \
         over the following weeks, so several sessions four to six weeks apart are usual. Results differ from person to \
         person and cannot be promised.",
            "Before treatment I told the practitioner about isotretinoin in the last six months, medicines that thin the \
         blood, keloid or raised scars, cold sores, diabetes, pregnancy or breast-feeding, diseases of the immune \
         system, recent sunburn and any infection in the area.",
            "A numbing cream may stay on the skin for 20 to 45 minutes. I told the practitioner about every reaction to a \
         local anaesthetic. The amount and the time are written in my record.",
        ],
    ),
    (
        "Combined treatments",
        [
            "Platelet-rich plasma is made from about 8 ml of my own blood, spun for ten minutes and spread on the skin. \
         A bruise at the arm is common. I have no clotting disorder and am not being treated for cancer.",
            "A chemical peel on the same day raises the chance of a change of pigment and is done with mild acids only. A \
         stronger peel waits for at least four weeks.",
            "Serums are sterile and for single use. Products that are not meant to go into the skin are never used during \
         needling, because they can cause granulomas.",
        ],
    ),
    (
        "Photos and records",
        [
            "Photos before and after every session are part of my record. They stay in this clinic, encrypted. They are not \
         published.",
            "I allow the clinic to use my photos for teaching. I can take this back at any time, and it does not change my \
         treatment.",
            "My record is kept for eight years after my last visit. I can ask for a copy, a correction, or a list of those \
         who opened it.",
        ],
    ),
    (
        "After the treatment",
        [
            "I have received a printed aftercare sheet with dates. I will use mineral sunscreen and avoid sun, heat, \
         swimming and hard exercise for the time written there.",
            "I will call the clinic on +353 1 555 0199 if redness spreads, if there is pus, a fever above 38 °C, strong pain \
         or blisters. Outside its hours I go to an emergency department and show the sheet.",
            "I know the price of each session. A session cancelled less than 24 hours before it may be charged at half its \
         price.",
        ],
    ),
];

const RISKS: [[&str; 3]; 10] = [
    ["Redness and warmth", "Nearly always, one to three days", "Cool compress, mild cleanser, no heat"],
    ["Swelling", "Common, mostly around the eyes", "Sleep with the head raised"],
    ["Pinpoint bleeding", "Always during treatment", "Sterile gauze, no make-up for 24 hours"],
    ["Flaking and dryness", "Common, day 3 to 5", "Ceramide cream, do not pick"],
    ["Bruising", "Sometimes", "Fades in a week"],
    ["Cold sores", "Uncommon; more often with a history", "Preventive antiviral before and after"],
    [
        "Darker patches (post-inflammatory hyperpigmentation)",
        "Uncommon; more often in deeper skin tones or after sun",
        "Strict sunscreen, a pause of eight weeks, a test patch first where the practitioner sees a raised chance",
    ],
    ["Infection", "Rare, below 1 in 500", "Swab, antibiotics by a doctor, daily review"],
    ["Scar or keloid", "Very rare", "Silicone, steroid injected by a doctor"],
    ["Fainting", "Sometimes with blood sampling", "Lying position, legs raised, observation"],
];
