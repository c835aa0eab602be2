//! Clients: search, record, duplicates.

use care::record::{Allergies, ClientId, ContactPerson};
use care::vocabulary::Sex;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{DocumentRow, VisitRow};

/// Finds clients while the person types.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ClientSearchRequest {
    /// Part of a name, a birth date, a phone or a number.
    pub words: String,
    /// The person stays at it: a second without a key, or somebody opened from the list. It is an entry of the journal.
    #[serde(default)]
    pub is_settled: bool,
}

/// One line of a list of clients.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ClientRow {
    /// Which client.
    pub id: ClientId,
    /// `A-000217`.
    pub number: String,
    /// Family name.
    pub family: String,
    /// Given names.
    pub given: String,
    /// What the client likes to be called; may be empty.
    pub preferred: String,
    /// Day of birth.
    pub born_on: String,
    /// Whole years today.
    pub age: u16,
    /// Telephone; may be empty.
    pub phone: String,
    /// Day of the newest visit.
    pub last_visit_on: Option<String>,
    /// The record is restricted and was not opened in this sitting: only the number is told, all else is empty.
    pub is_hidden: bool,
}

/// Looks for clients who may be the same person.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DuplicatesRequest {
    /// Family name.
    pub family: String,
    /// Given names.
    pub given: String,
    /// Day of birth, if it is known yet.
    pub born_on: Option<String>,
    /// Telephone; may be empty.
    pub phone: String,
    /// Mail; may be empty.
    pub email: String,
}

/// What a person can type about a client.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ClientFields {
    /// Family name.
    pub family: String,
    /// Given names.
    pub given: String,
    /// What the client likes to be called.
    pub preferred: String,
    /// Title.
    pub title: String,
    /// Day of birth, `YYYY-MM-DD`.
    pub born_on: String,
    /// As the rules ask it.
    pub sex: Sex,
    /// Telephone.
    pub phone: String,
    /// Mail.
    pub email: String,
    /// Postal address.
    pub address: String,
    /// Whom to call if something happens.
    pub emergency_contact: Option<ContactPerson>,
    /// Who signs for a minor.
    pub guardian: Option<ContactPerson>,
    /// Fitzpatrick 1 to 6; `None` until assessed.
    pub fitzpatrick: Option<u8>,
    /// One of four states.
    pub allergies: Allergies,
    /// Standing alerts.
    pub alerts: Vec<String>,
    /// Language the client reads, as a BCP 47 tag, `und` for one no paper is written in; `None`: the clinic's.
    #[serde(default)]
    pub document_language: Option<String>,
}

/// Saves a new or changed client.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ClientSaveRequest {
    /// Which client; `None` makes a new one.
    pub id: Option<ClientId>,
    /// Version this edit is based on; `None` for a new client.
    pub based_on: Option<u32>,
    /// The fields.
    pub fields: ClientFields,
    /// The possible duplicates were shown and this is another person.
    pub is_another_person: bool,
}

/// Names one client.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ClientRequest {
    /// Which client.
    pub client: ClientId,
}

/// The strip over every screen of one client.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BannerView {
    /// Which client.
    pub id: ClientId,
    /// `A-000217`.
    pub number: String,
    /// Family name.
    pub family: String,
    /// Given names.
    pub given: String,
    /// What the client likes to be called; may be empty.
    pub preferred: String,
    /// Title; may be empty.
    pub title: String,
    /// Day of birth.
    pub born_on: String,
    /// Whole years today.
    pub age: u16,
    /// As the rules ask it.
    pub sex: Sex,
    /// Fitzpatrick 1 to 6; `None` until assessed.
    pub fitzpatrick: Option<u8>,
    /// One of four states.
    pub allergies: Allergies,
    /// Standing alerts, the client's own first, then those that follow from the answers.
    pub alerts: Vec<String>,
    /// The record is restricted, and was opened in this sitting with a reason.
    pub is_restricted: bool,
}

/// One client's record. Reading it is an entry of the journal.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ClientView {
    /// The strip.
    pub banner: BannerView,
    /// Everything a person can type.
    pub fields: ClientFields,
    /// Version the next save is based on.
    pub version: u32,
    /// Visits, newest first.
    pub visits: Vec<VisitRow>,
    /// Filed documents, newest first.
    pub documents: Vec<DocumentRow>,
    /// The visit that is being worked on.
    pub open_visit: Option<VisitRow>,
    /// Consents signed or refused, newest first.
    pub consents: Vec<super::ConsentRow>,
    /// Visits recorded under the wrong client, oldest first.
    pub wrong_clients: Vec<super::WrongClientRow>,
}
