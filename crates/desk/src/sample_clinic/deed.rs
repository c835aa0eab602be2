//! Deeds on their way into the vault, each at its own time.

use std::cmp::Ordering;

use care::consent::ConsentText;
use care::record::{
    Addendum, Appointment, Chart, Client, ClientId, Consent, DocumentId, ItemUse, Lift, Screening, SignOff, Visit,
    VisitId,
};
use chrono::{DateTime, Utc};
use serde_json::json;
use store::{Act, StoreError, Write};

use crate::visit::OpenVisit;

/// What somebody did at one moment: records that belong together.
#[derive(Debug)]
pub(super) struct Step {
    /// When.
    pub(super) at: DateTime<Utc>,
    /// Order among what was done at the same millisecond.
    pub(super) order: u64,
    /// The records.
    pub(super) deeds: Vec<Deed>,
    /// The paper that is filed with them.
    pub(super) paper: Option<Box<Unprinted>>,
}

/// One record, or one entry without one.
#[derive(Debug)]
pub(super) enum Deed {
    /// A client is added.
    Client(Box<Client>),
    /// A place in the day is given.
    Appointment(Appointment),
    /// A visit is started, goes on or is over.
    Visit(Box<Visit>, Act),
    /// The questions are closed.
    Screening(Box<Screening>),
    /// A finding is lifted.
    Lift(ClientId, VisitId, Box<Lift>),
    /// A consent is signed or refused.
    Consent(Box<Consent>, Act),
    /// What was done is charted.
    Chart(Chart),
    /// An item was used.
    Item(ItemUse),
    /// The visit is signed.
    SignOff(SignOff),
    /// Something is added afterwards.
    Addendum(Addendum),
}

/// A signed consent whose paper is to be set.
#[derive(Debug)]
pub(super) struct Unprinted {
    /// The visit as it was when it was signed.
    pub(super) open: OpenVisit,
    /// The text.
    pub(super) text: ConsentText,
    /// The consent, before it names its paper.
    pub(super) consent: Consent,
    /// The paper's id.
    pub(super) document: DocumentId,
}

impl Deed {
    /// Puts it through the one door for writing.
    pub(super) fn put(&self, write: &mut Write<'_>) -> Result<(), StoreError> {
        match self {
            Self::Client(client) => write.put(client.as_ref(), Act::Create).map(drop),
            Self::Appointment(appointment) => write.put(appointment, Act::Create).map(drop),
            Self::Visit(visit, act) => write.put(visit.as_ref(), *act).map(drop),
            Self::Screening(screening) => write.put(screening.as_ref(), Act::Close).map(drop),
            Self::Lift(client, visit, lift) => {
                write.note(Act::Lift, Some(*client), &json!({ "visit": visit, "lift": lift }))
            }
            Self::Consent(consent, act) => write.put(consent.as_ref(), *act).map(drop),
            Self::Chart(chart) => write.put(chart, Act::Close).map(drop),
            Self::Item(item) => write.put(item, Act::Close).map(drop),
            Self::SignOff(sign_off) => write.put(sign_off, Act::Sign).map(drop),
            Self::Addendum(addendum) => write.put(addendum, Act::Amend).map(drop),
        }
    }
}

impl Step {
    /// The consent names no paper, because none could be set.
    pub(super) fn lose_paper(&mut self) {
        for deed in &mut self.deeds {
            if let Deed::Consent(consent, _) = deed {
                consent.document = None;
            }
        }
    }

    /// Whether a visit ends with it: a transaction ends there too.
    pub(super) fn ends_a_visit(&self) -> bool {
        let is_over = |deed: &Deed| match deed {
            Deed::Visit(visit, _) => visit.is_signed || visit.not_today.is_some(),
            Deed::Client(_)
            | Deed::Appointment(_)
            | Deed::Screening(_)
            | Deed::Lift(..)
            | Deed::Consent(..)
            | Deed::Chart(_)
            | Deed::Item(_)
            | Deed::SignOff(_)
            | Deed::Addendum(_) => false,
        };
        self.deeds.iter().any(is_over)
    }
}

// A heap gives the greatest first: the earliest step is the greatest.
impl Ord for Step {
    fn cmp(&self, other: &Self) -> Ordering {
        (other.at, other.order).cmp(&(self.at, self.order))
    }
}

impl PartialOrd for Step {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Step {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Step {}
