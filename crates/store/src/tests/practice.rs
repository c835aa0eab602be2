//! A practice for tests: a vault in a scratch folder, and records with ids that are plain numbers.

use care::record::{
    Allergies, Capacity, Chart, ChartId, Client, ClientId, Clinic, ClinicId, Consent, ConsentClause, ConsentId,
    ConsentOutcome, CopyFate, Document, DocumentId, DocumentKind, PaperSize, Role, Signature, UserId, Visit, VisitId,
};
use care::vocabulary::{Jurisdiction, Sex};
use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::Connection;
use tempfile::TempDir;
use uuid::Uuid;

use crate::{Act, MasterKey, NewVault, Stamp, StoreError, Vault, open};

/// A vault in a scratch folder, with the clinic in it.
pub(super) struct Practice {
    pub(super) folder: TempDir,
    pub(super) vault: Vault,
}

impl Practice {
    /// A new vault with the clinic's record and nobody in it.
    pub(super) fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let vault = Vault::create_by_key(folder.path(), &new_vault(), &key()).unwrap();
        let practice = Self { folder, vault };
        practice.put(&a_clinic(), Act::Create).unwrap();
        practice
    }

    /// Puts one record in a write of its own.
    pub(super) fn put<R: crate::Record>(&self, record: &R, act: Act) -> Result<u32, StoreError> {
        self.vault.write(&stamp(), |write| write.put(record, act)).map(|(version, _)| version)
    }

    /// Closes the vault and opens it again.
    pub(super) fn reopened(self) -> Self {
        let Self { folder, vault } = self;
        drop(vault);
        let vault = Vault::open_by_key(folder.path(), &key()).unwrap();
        Self { folder, vault }
    }

    /// A connection with the key and without any guard: what somebody can do who has stolen the key.
    pub(super) fn bare(&self) -> Connection {
        open::maintenance(&self.folder.path().join("vault.db"), &key().database_key()).unwrap()
    }

    /// How many entries the journal has.
    pub(super) fn n_entries(&self) -> u64 {
        self.vault.read(|read| read.head()).unwrap().seq
    }
}

pub(super) fn key() -> MasterKey {
    MasterKey::from_bytes(*b"a master key of thirty-two bytes")
}

pub(super) fn new_vault() -> NewVault {
    NewVault { vault: id(900), device: id(901), user: UserId(id(1)), user_name: "Sam Weber".to_owned() }
}

pub(super) fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Half past nine on a Tuesday.
pub(super) fn stamp() -> Stamp {
    stamp_at("2026-03-03T09:30:00Z".parse().unwrap())
}

pub(super) fn stamp_at(at: DateTime<Utc>) -> Stamp {
    Stamp {
        at,
        utc_offset_s: 3_600,
        by: Some(UserId(id(1))),
        by_name: "Sam Weber".to_owned(),
        role: Some(Role::Practitioner),
        session: id(902),
    }
}

fn a_clinic() -> Clinic {
    Clinic {
        id: ClinicId(id(903)),
        name: "Practice".to_owned(),
        address: String::new(),
        phone: String::new(),
        out_of_hours_phone: String::new(),
        jurisdiction: Jurisdiction::Gb,
        time_zone: "Europe/London".to_owned(),
        paper: PaperSize::A4,
        document_language: "en-GB".to_owned(),
        device_letter: "A".to_owned(),
        lock_after_minutes: 5,
        anchor_folder: String::new(),
        backup_folder: None,
    }
}

pub(super) fn a_client(n: u128, family: &str, given: &str) -> Client {
    Client {
        id: ClientId(id(n)),
        number: format!("A-{n:06}"),
        family: family.to_owned(),
        given: given.to_owned(),
        preferred: String::new(),
        title: String::new(),
        born_on: day("1987-03-14"),
        sex: Sex::Female,
        phone: String::new(),
        email: String::new(),
        address: String::new(),
        emergency_contact: None,
        guardian: None,
        document_language: None,
        fitzpatrick: None,
        allergies: Allergies::NotRecorded,
        alerts: Vec::new(),
    }
}

pub(super) fn a_visit(n: u128, client: u128) -> Visit {
    Visit {
        id: VisitId(id(n)),
        client: ClientId(id(client)),
        number: format!("A-{n:06}"),
        visit_on: day("2026-03-03"),
        practitioner: UserId(id(1)),
        started_at: stamp().at,
        components: Vec::new(),
        screening: None,
        protocol_version: String::new(),
        lifts: Vec::new(),
        finished_at: None,
        is_signed: false,
        not_today: None,
    }
}

pub(super) fn a_chart(n: u128, client: u128, visit: u128) -> Chart {
    Chart {
        id: ChartId(id(n)),
        visit: VisitId(id(visit)),
        client: ClientId(id(client)),
        zones: Vec::new(),
        pain_score: None,
        note: String::new(),
        cream_on_at: None,
        cream_off_at: None,
    }
}

pub(super) fn a_consent(n: u128, client: u128, visit: u128) -> Consent {
    let paragraph = "Redness for one to three days is usual. ".repeat(40);
    Consent {
        id: ConsentId(id(n)),
        visit: VisitId(id(visit)),
        client: ClientId(id(client)),
        outcome: ConsentOutcome::Signed,
        components: Vec::new(),
        language: "en-GB".to_owned(),
        text_version: "1".to_owned(),
        text_sha256: "0".repeat(64),
        clauses: vec![ConsentClause { id: "risks".to_owned(), number: "1".to_owned(), paragraphs: vec![paragraph] }],
        initials: Vec::new(),
        intent: "I agree.".to_owned(),
        questions: String::new(),
        signature: Some(Signature::Typed { name: "A client".to_owned() }),
        informed_at: stamp().at,
        same_day_reason: None,
        identity_check: "known".to_owned(),
        practitioner: UserId(id(1)),
        practitioner_name: "Sam Weber".to_owned(),
        signed_at: stamp().at,
        protocol_version: "1".to_owned(),
        copy: CopyFate::Owed,
        document: None,
        supplements: None,
        material_version: "1".to_owned(),
        risks: Some(Vec::new()),
        risk_answers: Some(Vec::new()),
        capacity: Capacity::Own,
        electronic: None,
        others: Vec::new(),
    }
}

pub(super) fn a_document(n: u128, client: u128, visit: u128, pdf_sha256: &str) -> Document {
    Document {
        id: DocumentId(id(n)),
        number: format!("A-{n:06}"),
        client: ClientId(id(client)),
        visit: Some(VisitId(id(visit))),
        kind: DocumentKind::Consent,
        title: "Consent".to_owned(),
        language: "en-GB".to_owned(),
        n_pages: 2,
        n_bytes: 4,
        pdf_sha256: pdf_sha256.to_owned(),
        content_sha256: "0".repeat(64),
        filed_by: UserId(id(1)),
        filed_at: stamp().at,
    }
}
