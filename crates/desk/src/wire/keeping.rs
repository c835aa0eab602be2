//! Keeping and giving: who opened a file, requests for a copy, retention, holds and erasure.

use care::record::{AccessRequestId, AnswerHow, ClientId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ClientRow;

/// A file that was saved where the person wanted it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SavedView {
    /// Its name, without the folder.
    pub file_name: String,
    /// Entries in it.
    pub n_entries: u32,
}

/// A client, or somebody for the client, asks for a copy of the record.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AccessTakeRequest {
    /// Whose record.
    pub client: ClientId,
    /// The day it was received.
    pub received_on: String,
    /// Who asked.
    pub asked_by: String,
    /// What for.
    pub wanted: String,
}

/// Puts the day to answer off.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AccessExtendRequest {
    /// Which request.
    pub request: AccessRequestId,
    /// The version on the screen.
    pub based_on: u32,
    /// The last day now.
    pub until_on: String,
    /// Why; the person who asked is told.
    pub reason: String,
}

/// Says how a request was answered.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AccessAnswerRequest {
    /// Which request.
    pub request: AccessRequestId,
    /// The version on the screen.
    pub based_on: u32,
    /// How.
    pub how: AnswerHow,
    /// What was given or said, and to whom. A refusal needs it.
    pub note: String,
}

/// A client's requests for a copy.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AccessRequestsView {
    /// The requests, those to be answered on top.
    pub rows: Vec<AccessRequestRow>,
    /// The rule that sets the day for a new one, with source and status.
    pub rule_words: String,
}

/// One request.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AccessRequestRow {
    /// Which.
    pub id: AccessRequestId,
    /// Its version.
    pub version: u32,
    /// The day it was received.
    pub received_on: String,
    /// Who asked.
    pub asked_by: String,
    /// What for.
    pub wanted: String,
    /// The last day to answer, with an extension.
    pub answer_by: String,
    /// How it stands.
    pub standing: AccessStanding,
    /// The rule that set the day, with source and status.
    pub rule_words: String,
    /// Why the day was put off; empty where it was not.
    pub extension_reason: String,
    /// How it was answered.
    pub how: Option<AnswerHow>,
    /// What was given or said.
    pub note: String,
    /// When it was answered, in UTC.
    pub answered_at: Option<String>,
    /// Number of the journal's entry of the export that was handed over.
    pub export_entry: Option<u64>,
}

/// How a request stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AccessStanding {
    /// There is time.
    Open,
    /// A week or less is left.
    Soon,
    /// The last day is over.
    Over,
    /// It is answered.
    Answered,
}

/// A request that is due, on the day's list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AccessDueRow {
    /// Whose record.
    pub client: ClientRow,
    /// The last day to answer.
    pub answer_by: String,
    /// Whether that day is over.
    pub is_over: bool,
}

/// Asks whose retention is over, and how one record stands.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RetentionRequest {
    /// The number of one client whose record is asked for as well.
    #[ts(optional)]
    pub number: Option<String>,
}

/// Whose retention is over. Proposals: nothing is ever removed by itself.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RetentionView {
    /// The rules that apply to this clinic, each with source and status.
    pub rules: Vec<String>,
    /// Clients whose retention is over, by number only, whoever was seen longest ago first.
    pub rows: Vec<RetentionRow>,
    /// The record that was asked for.
    pub asked: Option<RetentionRow>,
    /// Records that were erased.
    pub n_erased: u32,
}

/// How long one record is kept. Of the client only the number.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RetentionRow {
    /// Whose record.
    pub client: ClientId,
    /// `A-000217`.
    pub number: String,
    /// Day of the last entry.
    pub last_entry_on: String,
    /// The last day it is kept; `None` where no rule applies.
    pub kept_until: Option<String>,
    /// The rule that decides, with source and status; empty where none applies.
    pub rule_words: String,
    /// Whether that day is over.
    pub is_over: bool,
    /// Whether the clinic holds it.
    pub is_held: bool,
    /// What keeps it from being erased, one sentence each.
    pub holds: Vec<String>,
}

/// Holds a client's record beyond its retention, or releases it.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct HoldRequest {
    /// Whose record.
    pub client: ClientId,
    /// Why; 10 characters or more.
    pub reason: String,
}

/// Erases a client's record.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EraseRequest {
    /// Whose record.
    pub client: ClientId,
    /// The client's number, typed by the person who erases.
    pub number: String,
    /// Why, without a word of the record; 10 characters or more.
    pub reason: String,
    /// Whether it may go before its retention is over.
    pub before_its_time: BeforeItsTime,
    /// The PIN or the password of whoever erases.
    pub secret: String,
}

/// Whether a record may go before its retention is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BeforeItsTime {
    /// Then it is not erased.
    Refuse,
    /// The person has said that the law lets the clinic do it.
    Accept,
}

/// What an erasure has taken away.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ErasedView {
    /// What went, what stays, and where it still is.
    pub words: String,
    /// How retention stands now.
    pub retention: RetentionView,
}
