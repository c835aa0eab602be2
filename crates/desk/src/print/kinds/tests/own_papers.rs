//! The two papers that are no letters, a consent and an aftercare sheet, composed from the shipped texts; and with them
//! every paper there is.

use std::collections::BTreeSet;

use care::aftercare::{Contact, Done, DonePart, DoneVisit};
use care::consent::{Agreed, ConsentPart, ConsentPlan, ConsentText};
use care::ids::{ComponentId, RiskId};
use care::record::{
    Allergies, Capacity, Client, ClientId, Clinic, ClinicId, Consent, ConsentId, ConsentOutcome, CopyFate, DocumentId,
    ElectronicAgreement, Initials, PaperSize, PointerKind, Signature, Signer, SignerRole, Stroke, StrokePoint, UserId,
    VisitId,
};
use care::vocabulary::{Jurisdiction, Sex};
use care::zones::{Side, SidedZone, ZoneId};
use care::{PaperWord, PaperWords, Protocol, aftercare, consent};
use chrono::{DateTime, NaiveDate, Utc};
use paper::Document;
use store::Head;
use uuid::Uuid;

use super::specimens::{every_kind, frame};
use crate::print::kinds::{ConsentForm, Content, FormSigner, Frame, HowToCheck, consent_form_document};
use crate::print::{ConsentPaper, PageFacts, SheetPaper, consent_document, full_name, page_code, sheet_document};

/// Languages a client's papers are written in, all of them.
pub(super) const LANGUAGES: [&str; 2] = ["en-GB", "en-US"];
/// Languages of the aftercare sheet.
pub(super) const SHEET_LANGUAGES: [&str; 5] = ["en-GB", "en-US", "es", "de", "ar"];

/// A hash in groups, as the last page says it.
const DIGITS: &str = "9f86d081 884c7d65 9a2feaa0 c55ad015 a3bf4f1b 2b0b822c d15d6c15 b0f00a08";
const HASH: &str = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

/// Every paper in this language, on A4.
pub(super) fn every_paper(language: &'static str) -> Vec<(&'static str, Document)> {
    let own = [("consent", signed_consent(language)), ("consent_form", form(language)), ("aftercare", sheet(language))];
    own.into_iter().chain(every_kind(language)).collect()
}

fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

fn now() -> DateTime<Utc> {
    "2026-11-20T14:35:00Z".parse().unwrap()
}

fn clinic() -> Clinic {
    Clinic {
        id: ClinicId(id(1)),
        name: "Clinic Lumen".to_owned(),
        address: "12 Harbour Street\nDublin".to_owned(),
        phone: "+353 1 555 0199".to_owned(),
        out_of_hours_phone: "+353 1 555 0112".to_owned(),
        jurisdiction: Jurisdiction::Eu,
        time_zone: "Europe/Dublin".to_owned(),
        paper: PaperSize::A4,
        document_language: "en-GB".to_owned(),
        device_letter: "A".to_owned(),
        lock_after_minutes: 5,
        anchor_folder: String::new(),
        backup_folder: None,
    }
}

fn client() -> Client {
    Client {
        id: ClientId(id(2)),
        number: "A-000217".to_owned(),
        family: "Ánh Tuyết".to_owned(),
        given: "Nguyễn Thị".to_owned(),
        preferred: String::new(),
        title: String::new(),
        born_on: NaiveDate::from_ymd_opt(1990, 4, 2).unwrap(),
        sex: Sex::Female,
        phone: String::new(),
        email: String::new(),
        address: String::new(),
        emergency_contact: None,
        guardian: None,
        document_language: None,
        fitzpatrick: Some(3),
        allergies: Allergies::NoneKnown,
        alerts: Vec::new(),
    }
}

fn cheeks() -> Vec<SidedZone> {
    [Side::Left, Side::Right].map(|side| SidedZone { zone: ZoneId::CheekMedial, side }).to_vec()
}

fn text(language: &str) -> ConsentText {
    let parts = vec![
        ConsentPart { zones: cheeks(), what: Agreed::Mn { device: "Dermapen 4".to_owned(), deepest_um: 1500 } },
        ConsentPart { zones: cheeks(), what: Agreed::Prp },
    ];
    let plan = ConsentPlan {
        parts,
        risks: ["rk.erythema", "rk.pain", "rk.pih", "rk.infection", "rk.allergy", "rk.noeffect"]
            .map(RiskId::from)
            .to_vec(),
        hoped_for: "Softer scars on both cheeks before the summer.".to_owned(),
        n_sessions: Some(4),
        interval_days: Some(28),
        adds_to: None,
    };
    consent::compose(Protocol::shipped(), &plan, language).unwrap()
}

/// A loop, as a pen makes one.
fn stroke() -> Stroke {
    let point = |n: i32| StrokePoint {
        x_cpx: 2_000 + n * 260,
        y_cpx: 7_000 + [0, -2_400, -3_600, -1_200, 2_000, 3_000, 800][usize::try_from(n % 7).unwrap()],
        t_ms: u32::try_from(n).unwrap() * 12,
        pressure_milli: 500,
    };
    Stroke((0..90).map(point).collect())
}

fn signed_consent(language: &'static str) -> Document {
    consent_of(language, &client(), "How long will the redness last? One to three days.")
}

/// A signed consent of somebody with this name who asked this.
pub(super) fn consent_with(name: &str, questions: &str) -> Document {
    consent_of("en-GB", &called(name), questions)
}

fn called(name: &str) -> Client {
    Client { given: name.to_owned(), family: String::new(), ..client() }
}

fn consent_of(language: &'static str, client: &Client, questions: &str) -> Document {
    let words = PaperWords::in_language(language).unwrap();
    let text = text(language);
    let drawn =
        Signature::Drawn { pointer: PointerKind::Pen, width_cpx: 40_000, height_cpx: 14_000, strokes: vec![stroke()] };
    let signer = |name: &str, role, meaning, mark| Signer {
        name: name.to_owned(),
        role,
        meaning: words.say(meaning).to_owned(),
        user: None,
        public_key: None,
        relation: String::new(),
        spoken: String::new(),
        mark,
        at: now(),
    };
    let signers = [
        signer(&full_name(client), SignerRole::Client, PaperWord::MeansClient, Some(drawn.clone())),
        signer("Dr Siobhán Kelly", SignerRole::Practitioner, PaperWord::MeansPractitioner, None),
    ];
    let initialled =
        text.clauses.iter().map(|clause| Initials { clause: clause.id.clone(), letters: "NA".to_owned(), at: now() });
    let consent = Consent {
        id: ConsentId(id(3)),
        visit: VisitId(id(4)),
        client: ClientId(id(2)),
        outcome: ConsentOutcome::Signed,
        components: Vec::new(),
        language: language.to_owned(),
        text_version: text.version.clone(),
        text_sha256: HASH.to_owned(),
        clauses: Vec::new(),
        initials: initialled.collect(),
        intent: text.intent.clone(),
        questions: questions.to_owned(),
        signature: Some(drawn),
        informed_at: now(),
        same_day_reason: None,
        identity_check: "Known to me".to_owned(),
        practitioner: UserId(id(5)),
        practitioner_name: "Dr Siobhán Kelly".to_owned(),
        signed_at: now(),
        protocol_version: String::new(),
        copy: CopyFate::Owed,
        document: None,
        supplements: None,
        material_version: String::new(),
        risks: None,
        risk_answers: None,
        capacity: Capacity::Own,
        electronic: Some(ElectronicAgreement { sentence: text.electronic.clone(), agreed_at: now() }),
        others: Vec::new(),
    };
    let (clinic, head) = (clinic(), head());
    let paper = ConsentPaper {
        page: facts(&clinic, client, &head, true),
        text: &text,
        consent: &consent,
        signers: &signers,
        local: &|at| at.naive_utc(),
        check: &HowToCheck { certificate: DIGITS, file: "consent-record.json", content: Content::Bundle(DIGITS) },
    };
    consent_document(&paper).unwrap()
}

/// The same consent to be signed on paper.
fn form(language: &'static str) -> Document {
    let text = text(language);
    let form = ConsentForm {
        text: &text,
        signer: FormSigner::Client("Nguyễn Thị Ánh Tuyết"),
        practitioner: "Dr Siobhán Kelly",
        is_before_its_time: true,
    };
    let mut document = consent_form_document(&Frame { language, ..frame() }, &form).unwrap();
    document.footer.code = page_code(DocumentId(id(6)), HASH);
    document
}

fn head() -> Head {
    Head { seq: 217, hash: [0x2c; 32] }
}

fn facts<'a>(clinic: &'a Clinic, client: &'a Client, head: &'a Head, is_consent: bool) -> PageFacts<'a> {
    PageFacts {
        clinic,
        client,
        called: if is_consent { PaperWord::ConsentNumber } else { PaperWord::SheetNumber },
        number: "A-000431",
        paper: PaperSize::A4,
        content_sha256: HASH,
        head,
        made_at: now(),
        comes_back: is_consent.then_some(DocumentId(id(6))),
    }
}

/// The aftercare sheet of needling with plasma.
pub(super) fn sheet(language: &'static str) -> Document {
    sheet_of(language, &client())
}

/// The same for somebody with this name.
pub(super) fn sheet_for(name: &str) -> Document {
    sheet_of("en-GB", &called(name))
}

fn sheet_of(language: &'static str, client: &Client) -> Document {
    let done = DoneVisit {
        number: "A-000131".to_owned(),
        finished_at: now().naive_utc(),
        parts: vec![
            DonePart { id: ComponentId::from("mn-1"), zones: cheeks(), what: Done::Mn { deepest_um: 1500 } },
            DonePart { id: ComponentId::from("prp-1"), zones: cheeks(), what: Done::Prp },
        ],
        fitzpatrick: Some(3),
        answered_yes: BTreeSet::new(),
        policy: Protocol::shipped().default_policy(),
        contact: Contact {
            clinic: "Clinic Lumen".to_owned(),
            phone: "+353 1 555 0199".to_owned(),
            out_of_hours_phone: "+353 1 555 0112".to_owned(),
            emergency_phone: "112".to_owned(),
        },
        next_visit_on: NaiveDate::from_ymd_opt(2026, 12, 18),
    };
    let sheet = aftercare::compose(Protocol::shipped(), &done, &[], language).unwrap();
    let (clinic, head) = (clinic(), head());
    sheet_document(&SheetPaper { page: facts(&clinic, client, &head, false), sheet: &sheet }).unwrap()
}
