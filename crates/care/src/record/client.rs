//! A person in the clinic's care, and the day's appointments.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::{AppointmentId, ClientId};
use crate::vocabulary::Sex;

/// A person in the clinic's care.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct Client {
    /// Made when the client was added.
    pub id: ClientId,
    /// What people see and say: `A-000217`.
    pub number: String,
    /// Family name, as the client writes it.
    pub family: String,
    /// Given names.
    pub given: String,
    /// What the client likes to be called; empty if the given name.
    #[serde(default)]
    pub preferred: String,
    /// Ms, Dr, …; free text, may be empty.
    #[serde(default)]
    pub title: String,
    /// Day of birth.
    pub born_on: NaiveDate,
    /// As the rules ask it.
    pub sex: Sex,
    /// Telephone, as written.
    #[serde(default)]
    pub phone: String,
    /// Electronic mail, as written.
    #[serde(default)]
    pub email: String,
    /// Postal address.
    #[serde(default)]
    pub address: String,
    /// Whom to call if something happens.
    #[serde(default)]
    pub emergency_contact: Option<ContactPerson>,
    /// Who signs for a minor.
    #[serde(default)]
    pub guardian: Option<ContactPerson>,
    /// Language of the client's documents as a BCP 47 tag; `None` takes the clinic's.
    #[serde(default)]
    pub document_language: Option<String>,
    /// Fitzpatrick phototype 1 to 6; `None` until assessed.
    #[serde(default)]
    pub fitzpatrick: Option<u8>,
    /// One of four states, never an empty list.
    pub allergies: Allergies,
    /// Standing alerts, most important first.
    #[serde(default)]
    pub alerts: Vec<String>,
}

/// What is known of a client's allergies. Four states, so that "nobody asked" is never read as "none".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
#[serde(tag = "state", content = "to", rename_all = "snake_case")]
pub enum Allergies {
    /// At least one, by name.
    Known(Vec<String>),
    /// Asked, and none.
    NoneKnown,
    /// Nobody asked yet.
    NotRecorded,
    /// Asked, and the client could not say.
    Unavailable,
}

/// Somebody beside the client.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct ContactPerson {
    /// Full name.
    pub name: String,
    /// Mother, partner, …
    pub relation: String,
    /// Telephone, as written.
    pub phone: String,
}

/// A client's place in the day, written by hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct Appointment {
    /// Made when it was written down.
    pub id: AppointmentId,
    /// Who comes.
    pub client: ClientId,
    /// Day, in the clinic's calendar.
    pub on: NaiveDate,
    /// Clock time in the clinic.
    pub starts: NaiveTime,
    /// What for, in the clinic's words.
    pub purpose: String,
    /// Taken out of the day; the line stays in the journal.
    #[serde(default)]
    pub is_cancelled: bool,
}
