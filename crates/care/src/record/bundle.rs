//! What was signed, whole: everything somebody needs who has to show years later what a client agreed to.
//!
//! A bundle is written down once, in the one spelling of RFC 8785, and kept byte for byte. Its hash is printed on the
//! paper and signed with the keys of the users who signed. Every amount in it is a whole number of a named unit.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    Answer, Capacity, ClientId, ClinicId, Component, ConsentId, CopyFate, DocumentId, ElectronicAgreement, Initials,
    ScreeningId, Signer, UserId, VisitId,
};

/// What a bundle calls its own form.
pub const BUNDLE_FORMAT: &str = "needlepoint/consent-bundle/1";

/// What was signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConsentBundle {
    /// Always [`BUNDLE_FORMAT`].
    pub format: String,
    /// The consent it is of.
    pub consent: ConsentId,
    /// The consent this one adds to, where it holds an excess only.
    pub supplements: Option<ConsentId>,
    /// Whose treatment.
    pub client: BundleClient,
    /// For whom the signature in the client's place speaks.
    pub capacity: Capacity,
    /// Where.
    pub clinic: BundleClinic,
    /// The visit it was taken in.
    pub visit: VisitId,
    /// `A-000031`.
    pub visit_number: String,
    /// The exact text shown.
    pub text: BundleText,
    /// The parts agreed to, with zones, sides and depths: what the text was composed from.
    pub components: Vec<Component>,
    /// Ids of the risks the text names.
    pub risks: Vec<String>,
    /// The client's answers the text rests on.
    pub screening: Option<BundleScreening>,
    /// Questions the client asked and the answers given, in the practitioner's words.
    pub questions: String,
    /// When the client was given the information.
    pub informed_at: DateTime<Utc>,
    /// Why treatment may follow before the cooling-off time is over.
    pub same_day_reason: Option<String>,
    /// Initials under clauses, each with its time.
    pub initials: Vec<Initials>,
    /// How the client was identified; the practitioner among the signers checked it.
    pub identity_check: String,
    /// The agreement to an electronic record, apart from the treatment.
    pub electronic: Option<ElectronicAgreement>,
    /// Everybody who signed, in order, with strokes, role, meaning and time.
    pub signers: Vec<Signer>,
    /// What the client asked for: a copy on paper, as a file, later or none. The giving is a record of its own.
    pub copy: CopyFate,
    /// Where and when it was signed.
    pub place: BundlePlace,
    /// The journal's head before it.
    pub journal_head: JournalHead,
    /// The paper with this bundle's hash in its foot, where one was set.
    pub document: Option<DocumentId>,
    /// Version of the protocol the risks came from.
    pub protocol_version: String,
    /// Version of the program.
    pub app_version: String,
}

/// Who was treated, as the paper names them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BundleClient {
    /// Which.
    pub id: ClientId,
    /// `A-000217`.
    pub number: String,
    /// Family name.
    pub family: String,
    /// Given names.
    pub given: String,
    /// Day of birth.
    pub born_on: NaiveDate,
}

/// The clinic, as the paper names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BundleClinic {
    /// Which.
    pub id: ClinicId,
    /// Its name.
    pub name: String,
    /// Its address.
    pub address: String,
}

/// The exact text shown. Its hash covers version, language, title, clauses and the sentence of intent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BundleText {
    /// Version of the shipped text.
    pub version: String,
    /// Version of its meaning.
    pub material_version: String,
    /// Language, as a BCP 47 tag.
    pub language: String,
    /// Heading.
    pub title: String,
    /// The clauses, in order.
    pub clauses: Vec<TextClause>,
    /// The sentence above the signature.
    pub intent: String,
    /// SHA-256 over all of it, as 64 hexadecimal digits.
    pub sha256: String,
}

/// One clause, as it was shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TextClause {
    /// Id of the text.
    pub id: String,
    /// Number on the paper.
    pub number: String,
    /// Its heading.
    pub heading: String,
    /// The words, line by line.
    pub lines: Vec<String>,
    /// Whether the client was asked for initials under it.
    pub needs_initials: bool,
}

/// The answers that were closed before the signature, each with its time and who wrote it down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BundleScreening {
    /// Which set.
    pub id: ScreeningId,
    /// Day of the whole questionnaire they rest on.
    pub screened_on: NaiveDate,
    /// Question to answer.
    pub answers: BTreeMap<String, Answer>,
    /// Who closed them.
    pub closed_by: UserId,
    /// When.
    pub closed_at: DateTime<Utc>,
}

/// Where and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BundlePlace {
    /// The computer whose journal it stands in.
    pub device: Uuid,
    /// When, in UTC.
    pub at: DateTime<Utc>,
    /// IANA name of the clinic's zone.
    pub time_zone: String,
    /// The clinic's distance from UTC then, in seconds east.
    pub utc_offset_s: i32,
}

/// The end of a journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct JournalHead {
    /// Number of the newest entry.
    pub seq: u64,
    /// Its hash, as 64 hexadecimal digits.
    pub hash: String,
}

/// A bundle with its hash and the signatures over it, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SealedConsent {
    /// The consent; a consent has one bundle.
    pub consent: ConsentId,
    /// Whose.
    pub client: ClientId,
    /// The bundle in its one spelling, byte for byte.
    pub bundle: String,
    /// SHA-256 of those bytes, as 64 hexadecimal digits.
    pub doc_sha256: String,
    /// The signatures of the users among the signers, in their order.
    pub signatures: Vec<BundleSignature>,
}

/// The Ed25519 signature of one user over a bundle's hash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BundleSignature {
    /// Who.
    pub user: UserId,
    /// The public key, as 64 hexadecimal digits: the one the bundle names for that user.
    pub public_key: String,
    /// The signature, as 128 hexadecimal digits.
    pub signature: String,
}
