//! The journal on screen: pages of it, one client's part of it, and whether it is whole.

use care::record::{ClientId, Role, UserId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Choice, UserRow};

/// Asks for a page of the journal, newest first. What is left out does not narrow.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct JournalViewRequest {
    /// About whom.
    #[ts(optional)]
    pub client: Option<ClientId>,
    /// About the client with this number, who may be erased since.
    #[ts(optional)]
    pub client_number: Option<String>,
    /// By whom.
    #[ts(optional)]
    pub user: Option<UserId>,
    /// What was done: an id of [`JournalView::acts`].
    #[ts(optional)]
    pub act: Option<String>,
    /// Which kind of record: an id of [`JournalView::entities`].
    #[ts(optional)]
    pub entity: Option<String>,
    /// First day, or a local date-time `YYYY-MM-DDTHH:MM`.
    #[ts(optional)]
    pub from: Option<String>,
    /// Last day, whole.
    #[ts(optional)]
    pub to: Option<String>,
    /// The page older than this place: [`JournalView::next`].
    #[ts(optional)]
    pub before: Option<u64>,
}

/// Asks for the entries about one client: who opened the file, who changed it, what left.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ClientJournalRequest {
    /// Whose.
    pub client: ClientId,
    /// The page older than this place: [`JournalView::next`].
    #[ts(optional)]
    pub before: Option<u64>,
}

/// A page of the journal.
#[derive(Debug, Clone, Serialize, TS)]
pub struct JournalView {
    /// The entries, newest first.
    pub rows: Vec<JournalRow>,
    /// Ask for what is older with this; `None` at the beginning of the journal.
    pub next: Option<u64>,
    /// Everything that can be done, by its words.
    pub acts: Vec<Choice>,
    /// Every kind of record, by its words.
    pub entities: Vec<Choice>,
    /// Everybody who signs in.
    pub people: Vec<UserRow>,
}

/// One entry: who did what, when, in which role. Of a client only the number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct JournalRow {
    /// Number in its device's chain.
    pub seq: u64,
    /// When, in UTC.
    pub at: String,
    /// The clock was earlier than at an entry before.
    pub clock_went_back: bool,
    /// Who, by the name of that time; empty before anybody had signed in.
    pub by: String,
    /// In which role.
    pub role: Option<Role>,
    /// What was done, as the journal keeps it.
    pub act: String,
    /// The same in words: "Opened".
    pub act_words: String,
    /// With what, in words: "Consent", "Visit".
    pub what: String,
    /// About whom.
    pub client: Option<ClientId>,
    /// That client's number.
    pub client_number: Option<String>,
    /// Why, where a reason was asked for; empty otherwise.
    pub reason: String,
}

/// Asks whether the journal is whole.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct JournalVerifyRequest {
    /// Heads as they stand on printed documents, `217-0123456789abcdef`; may be empty.
    pub heads: Vec<String>,
}

/// What checking the journal has shown.
#[derive(Debug, Clone, Serialize, TS)]
pub struct JournalVerifyView {
    /// Nothing is missing or altered, as far as this and what is kept outside can tell.
    pub is_whole: bool,
    /// What was found, in one sentence.
    pub words: String,
    /// The first entry that cannot be trusted, with all after it.
    pub damaged_from: Option<u64>,
    /// Entries found whole.
    pub n_entries: u64,
    /// Entries whose contents went with an erased record.
    pub n_shredded: u64,
    /// Number and hash of the newest entry, as documents carry them.
    pub head: String,
    /// Heads of the second folder it was held against.
    pub n_anchors: u64,
    /// Lines there that are not of this vault.
    pub n_passed_over: u64,
    /// The second folder.
    pub anchors_in: String,
}
