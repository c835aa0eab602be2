//! What is recorded about a record: a request for a copy, a hold on its removal, and that it was erased.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{AccessRequestId, ClientId, UserId};

/// A client, or somebody for the client, asks for a copy of the record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessRequest {
    /// Id.
    pub id: AccessRequestId,
    /// Whose record.
    pub client: ClientId,
    /// The day it was received, by the clinic's calendar.
    pub received_on: NaiveDate,
    /// Who asked: the client, or somebody with the client's leave.
    pub asked_by: String,
    /// What for.
    pub wanted: String,
    /// The rule that sets the day: `lg.gdpr`.
    pub rule: String,
    /// The last day to answer by that rule.
    pub due_on: NaiveDate,
    /// Set once the day was put off.
    pub extension: Option<Extension>,
    /// Set once it is answered.
    pub answer: Option<AccessAnswer>,
    /// Who wrote it down.
    pub taken_by: UserId,
}

impl AccessRequest {
    /// The last day to answer, with an extension.
    #[must_use]
    pub fn answer_by(&self) -> NaiveDate {
        self.extension.as_ref().map_or(self.due_on, |extension| extension.until_on)
    }
}

/// The day to answer was put off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extension {
    /// The last day now.
    pub until_on: NaiveDate,
    /// Why; the person who asked was told.
    pub reason: String,
    /// Who put it off.
    pub by: UserId,
    /// When.
    pub at: DateTime<Utc>,
}

/// How a request was answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessAnswer {
    /// How.
    pub how: AnswerHow,
    /// What was given or said, and to whom.
    pub note: String,
    /// The journal's entry of the export that was handed over.
    pub export_entry: Option<Uuid>,
    /// Who answered.
    pub by: UserId,
    /// When.
    pub at: DateTime<Utc>,
}

/// How a request was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub enum AnswerHow {
    /// By an export of the record.
    Export,
    /// On paper.
    Paper,
    /// It was refused, with the reason in the note.
    Refused,
    /// The person who asked took it back.
    TakenBack,
}

/// Whether the clinic holds a client's record beyond its retention: a dispute, an authority. One a client; its newest
/// version counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RetentionHold {
    /// Whose record. One is enough for a client, so this is the hold's id too.
    pub client: ClientId,
    /// Held, or released again.
    pub is_held: bool,
    /// Why, in the words of whoever decided it.
    pub reason: String,
    /// Who decided it.
    pub set_by: UserId,
    /// When.
    pub set_at: DateTime<Utc>,
}

/// A client's record was erased. What stays of it: that it was, by whom, why, and which numbers are used up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erasure {
    /// Whose record. It is erased once, so this is the erasure's id too.
    pub client: ClientId,
    /// The client's number, which nobody is given again.
    pub number: String,
    /// The highest number of the visits that went with it.
    pub visit_number: Option<String>,
    /// The highest number of the documents that went with it.
    pub document_number: Option<String>,
    /// Records of the client's visits that stood under another client, because they were recorded there by mistake:
    /// they went, too.
    #[serde(default)]
    pub elsewhere: Vec<Uuid>,
    /// Why, in the words of whoever decided it: no word of the record.
    pub reason: String,
    /// The rule of retention that was over; `None` where it was erased before its time.
    pub rule: Option<String>,
    /// Who erased it.
    pub erased_by: UserId,
    /// When.
    pub erased_at: DateTime<Utc>,
}
