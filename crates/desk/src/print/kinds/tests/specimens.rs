//! One specimen of every kind.

use std::cell::Cell;

use care::LetterWords;
use care::record::{ChartedZone, PaperSize};
use care::zones::{Side, ZoneId};
use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use paper::{Document, Drawing, Photo, SignatureBox, SignatureMark};

use crate::print::face_map::face_map;
use crate::print::kinds::*;

thread_local! {
    /// Language of the specimens that are being made.
    static LANGUAGE: Cell<&'static str> = const { Cell::new("en-GB") };
}

pub(super) fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

pub(super) fn at(hour: u32, minute: u32) -> NaiveDateTime {
    day(11, 20).and_hms_opt(hour, minute, 0).unwrap()
}

pub(super) const CLINIC: Sender<'_> = Sender {
    name: "Clinic Lumen",
    address: "12 Harbour Street\nDublin",
    phone: "+353 1 555 0199",
    out_of_hours_phone: "+353 1 555 0112",
};

pub(super) fn frame() -> Frame<'static> {
    Frame {
        language: LANGUAGE.get(),
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

pub(super) fn not_today() -> Document {
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

pub(super) fn treatment_record() -> Document {
    with_record(|record| treatment_record_document(&frame(), &record).unwrap())
}

/// Hands out the record of one visit.
pub(super) fn with_record<T>(use_it: impl FnOnce(TreatmentRecord<'_>) -> T) -> T {
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
        is_treated: true,
        device: "Dermapen 4, 16 needles, lot NP-8812",
        zones: &zones,
        map: Some((map(), "forehead, inner cheek on both sides, area under the eye on both sides")),
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
    use_it(record)
}

/// The zones of the record on the face.
fn map() -> Drawing {
    let charted: Vec<ChartedZone> = [(ZoneId::Forehead, 500), (ZoneId::CheekMedial, 1500), (ZoneId::Periorbital, 250)]
        .into_iter()
        .flat_map(|(zone, depth_um)| [Side::Left, Side::Right].map(|side| (zone, side, depth_um)))
        .map(|(zone, side, depth_um)| ChartedZone {
            zone,
            side,
            depth_um,
            n_passes: 2,
            endpoint: None,
            deviation_reason: None,
        })
        .collect();
    let words = LetterWords::in_language(LANGUAGE.get()).unwrap();
    face_map(&charted, |depth_um| words.depth(depth_um)).unwrap().unwrap()
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

pub(super) fn tube_label() -> Document {
    let label = TubeLabel { visit_number: "A-000131", drawn_at: at(13, 45), use_before: Some(at(15, 45)), n_tubes: 3 };
    tube_label_document(&frame(), &label).unwrap()
}

fn referral() -> Document {
    let letter = Referral {
        to: "Dr Ó Briain\nDermatology\n4 Mill Lane, Dublin",
        on: day(11, 20),
        is_urgent: false,
        client_agrees: true,
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

/// Blisters after radiofrequency needling, with a serum and what else was used.
pub(super) fn event() -> AdverseEvent<'static> {
    const PRODUCTS: [SuspectProduct<'_>; 1] = [SuspectProduct {
        name: "Hyaluronic acid serum 2 %, Example Ltd",
        lot: "HA-2291",
        expires_on: NaiveDate::from_ymd_opt(2027, 3, 31),
        dose: "3 ml on the skin, once",
        from: NaiveDate::from_ymd_opt(2026, 11, 20),
        to: NaiveDate::from_ymd_opt(2026, 11, 20),
        reason: "Serum during needling",
        kept: "",
    }];
    AdverseEvent {
        on: day(11, 23),
        patient: AffectedPerson { initials: "N. T. A. T.", number: "A-000217", age: "36", sex: "female", weight: "" },
        event: EventFacts {
            kind: "Adverse event",
            began_on: Some(day(11, 21)),
            ended_on: None,
            description: "Blisters on the left cheek on the morning after radiofrequency needling at 1.5 mm.",
            treatment: "Cooled, dressed, seen daily.",
            outcome: "Recovering",
            serious: "",
            tests: "",
            history: "Latex: rash, 2019",
        },
        device: Some(SuspectDevice {
            brand: "Example RF",
            kind: "Radiofrequency needling device",
            maker: "Example Ltd, Cork",
            lot: "RF-118",
            operator: "Health professional",
            kept: "In the clinic, out of use, can be examined",
            ..SuspectDevice::default()
        }),
        products: &PRODUCTS,
        others: &["Levothyroxine 50 µg daily"],
        reporter: Reporter {
            name: "Dr Siobhán Kelly",
            profession: "Physician",
            contact: "Clinic Lumen, 12 Harbour Street, Dublin, +353 1 555 0199",
            also_told: "The manufacturer",
        },
    }
}

fn adverse_event(form: AuthorityForm) -> Document {
    adverse_event_document(&frame(), form, &event()).unwrap()
}

fn chart() -> Document {
    with_record(|record| {
        let photo = |caption: &str| Photo {
            jpeg: include_bytes!("../../../../../paper/tests/paper/documents/photos/face.jpg").to_vec(),
            alt: "The face from the front".to_owned(),
            caption: caption.to_owned(),
        };
        let addenda =
            [Addendum {
                on: day(11, 24), by: "Dr Siobhán Kelly", text: "The client called: no redness since Sunday."
            }];
        let visits = [ChartVisit { record, photos: vec![photo("Before"), photo("After")], addenda: &addenda }];
        let documents =
            [AttachedDocument { title: "Consent A-000430", signed_on: day(11, 20), file_name: "consent-A-000430.pdf" }];
        let disclosures = [Disclosure { on: day(11, 25), to: "The client", what: "A copy of the whole record" }];
        let chart = Chart {
            phone: "+353 1 555 0143",
            allergies: "Latex: rash, 2019",
            alerts: "",
            visits: &visits,
            photos: Vec::new(),
            documents: &documents,
            disclosures: &disclosures,
        };
        chart_document(&frame(), &chart).unwrap()
    })
}

const NEEDLING: &str = "Many fine, sterile needles make very small wounds in the skin.";

fn recorder() -> Recorder {
    Recorder { name: "Dr Siobhán Kelly".to_owned(), when: "Friday 20 November 2026, 14:05".to_owned() }
}

fn consent_refused() -> Document {
    let lines = [NEEDLING.to_owned()];
    let explained = [Explained { heading: "Microneedling", lines: &lines }];
    let refused = ConsentRefused {
        name: "Nguyễn Thị Ánh Tuyết",
        on: day(11, 20),
        explained: &explained,
        reason: "I want to sleep on it.",
        by: &recorder(),
    };
    consent_refused_document(&frame(), &refused).unwrap()
}

fn consent_withdrawn() -> Document {
    let lines = [NEEDLING.to_owned()];
    let explained = [Explained { heading: "Microneedling", lines: &lines }];
    let taken = ConsentWithdrawn {
        name: "Nguyễn Thị Ánh Tuyết",
        on: day(11, 24),
        signed_on: day(11, 20),
        number: "A-000430",
        explained: &explained,
        reason: "",
        by: &recorder(),
    };
    let mut document = consent_withdrawn_document(&frame(), &taken).unwrap();
    let words = LetterWords::in_language("en-GB").unwrap();
    let digits = "9f86d081 884c7d65 9a2feaa0 c55ad015 a3bf4f1b 2b0b822c d15d6c15 b0f00a08";
    let check = HowToCheck { certificate: digits, file: "consent-record.json", content: Content::File(digits) };
    document.blocks.push(how_to_check(words, &check).unwrap());
    document
}

fn lot_letter() -> Document {
    let letter = LotLetter {
        name: "Nguyễn Thị Ánh Tuyết",
        address: "Nguyễn Thị Ánh Tuyết\n9 Quay Road\nDublin",
        on: day(12, 1),
        used_on: day(11, 20),
        product: "Sterile cartridge 12",
        lot: "NP-8812",
        known: "The maker has found bent needles in this lot.\nLook for scratches that do not heal.",
        practitioner: ("Dr Siobhán Kelly", "Practitioner"),
    };
    lot_letter_document(&frame(), &letter).unwrap()
}

/// One of every kind, its words in this language.
pub(super) fn every_kind(language: &'static str) -> Vec<(&'static str, Document)> {
    LANGUAGE.set(language);
    let kinds = kinds();
    LANGUAGE.set("en-GB");
    kinds
}

fn kinds() -> Vec<(&'static str, Document)> {
    vec![
        ("not_today", not_today()),
        ("recovery_key", recovery_key()),
        ("treatment_record", treatment_record()),
        ("plan", plan()),
        ("tube_label", tube_label()),
        ("referral", referral()),
        ("recall", recall()),
        ("adverse_event_medwatch", adverse_event(AuthorityForm::MedWatch)),
        ("adverse_event_yellow_card", adverse_event(AuthorityForm::YellowCard)),
        ("chart", chart()),
        ("consent_refused", consent_refused()),
        ("consent_withdrawn", consent_withdrawn()),
        ("lot_letter", lot_letter()),
    ]
}
