//! One treatment appointment, its signature and what is added afterwards.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::{AddendumId, ClientId, Component, ScreeningId, SignOffId, UserId, VisitId};

/// One treatment appointment. While it is worked on its fields live in a draft; each closed step adds to this record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visit {
    /// Made when the visit was started.
    pub id: VisitId,
    /// Who is treated.
    pub client: ClientId,
    /// What people see and say: `A-000031`.
    pub number: String,
    /// Day, in the clinic's calendar.
    pub visit_on: NaiveDate,
    /// Who started it.
    pub practitioner: UserId,
    /// When it was started.
    pub started_at: DateTime<Utc>,
    /// The parts agreed, in the order of work. Empty until the plan is used.
    #[serde(default)]
    pub components: Vec<Component>,
    /// The answers this visit rests on, once they are closed.
    #[serde(default)]
    pub screening: Option<ScreeningId>,
    /// Version of the protocol the verdict was made with.
    #[serde(default)]
    pub protocol_version: String,
    /// Findings a prescriber has lifted, each with its reason.
    #[serde(default)]
    pub lifts: Vec<Lift>,
    /// Hour zero of the aftercare. Set by Finish, correctable until signed.
    #[serde(default)]
    pub finished_at: Option<DateTime<Utc>>,
    /// Signed and locked; after that only addenda.
    #[serde(default)]
    pub is_signed: bool,
    /// Closed without treatment, with the reason.
    #[serde(default)]
    pub not_today: Option<String>,
}

/// A sign-off, or a deferral that says it may be lifted, lifted by a prescriber. Nothing lifts a BLOCK.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lift {
    /// Id of the rule that spoke.
    pub rule: String,
    /// Components it spoke about.
    pub components: Vec<String>,
    /// Those components as they were planned when it was lifted: the lift holds for nothing more than these.
    #[serde(default)]
    pub parts: Vec<Component>,
    /// The day it would have ended, when it was lifted; `None` where it named none.
    #[serde(default)]
    pub until: Option<NaiveDate>,
    /// Why treatment may go on, in the prescriber's words.
    pub reason: String,
    /// Who lifted it.
    pub by: UserId,
    /// That person's name, as it was then.
    pub name: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// One signature under a visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignOff {
    /// Made when it was signed.
    pub id: SignOffId,
    /// The visit that is locked by it.
    pub visit: VisitId,
    /// Whose visit.
    pub client: ClientId,
    /// Who signed.
    pub by: UserId,
    /// Name under the signature, as it was then.
    pub name: String,
    /// When.
    pub signed_at: DateTime<Utc>,
    /// SHA-256 over the canonical bodies of what was signed, as 64 hexadecimal digits.
    pub content_sha256: String,
}

/// A dated correction or addition to a signed visit. The signed record itself is never edited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Addendum {
    /// Made when it was written.
    pub id: AddendumId,
    /// The signed visit it belongs to.
    pub visit: VisitId,
    /// Whose visit.
    pub client: ClientId,
    /// What is added or corrected, and why.
    pub text: String,
    /// Who wrote it.
    pub by: UserId,
    /// When.
    pub written_at: DateTime<Utc>,
}
