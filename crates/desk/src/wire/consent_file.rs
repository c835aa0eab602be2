//! Consents in a client's file: what stands, what was taken back, corrections, copies, and a visit that was recorded
//! under the wrong client.

use care::record::{ClientId, ConsentId, CopyFate, DocumentId, VisitId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ClientRow;

/// A copy of a consent a client has not been given.
#[derive(Debug, Clone, Serialize, TS)]
pub struct OwedCopyRow {
    /// Of which consent.
    pub consent: ConsentId,
    /// Whose.
    pub client: ClientRow,
    /// When it was signed, in UTC.
    pub signed_at: String,
    /// Its PDF.
    pub document: Option<DocumentId>,
}

/// Gives a copy that is owed.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CopyGiveRequest {
    /// Of which consent.
    pub consent: ConsentId,
    /// Printed, saved or declined after all.
    pub fate: CopyFate,
}

/// What became of it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CopyGivenView {
    /// What became of the copy; still owed where the printer did not take it.
    pub copy: CopyFate,
    /// Why the printer did not take it.
    pub why_not: Option<String>,
    /// The oldest copies that are still owed, as the start screen shows them.
    pub owed: Vec<OwedCopyRow>,
}

/// One consent of a client.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ConsentRow {
    /// Which.
    pub id: ConsentId,
    /// The visit it was taken in.
    pub visit: VisitId,
    /// What it is about, in a few words.
    pub summary: String,
    /// How it stands.
    pub status: ConsentStatus,
    /// Why it was refused or taken back; empty where nobody said.
    pub reason: String,
    /// When it was signed or refused, in UTC.
    pub signed_at: String,
    /// Who took it.
    pub practitioner_name: String,
    /// It holds only what was added to an earlier one.
    pub is_supplement: bool,
    /// What became of the client's copy.
    pub copy: CopyFate,
    /// Its PDF.
    pub document: Option<DocumentId>,
    /// The PDF that says that it was taken back, where it was.
    pub withdrawal: Option<DocumentId>,
    /// Corrections, oldest first.
    pub addenda: Vec<ConsentAddendumRow>,
}

/// How a consent stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ConsentStatus {
    /// Signed, and it covers.
    Standing,
    /// Signed, and too long ago to cover treatment that has not begun.
    Expired,
    /// Signed and taken back since.
    Withdrawn,
    /// The client said no.
    Refused,
    /// Taken while the wrong client's file was open: somebody else signed it.
    WrongClient,
}

/// A correction beside a consent.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ConsentAddendumRow {
    /// What is corrected or added.
    pub text: String,
    /// Why.
    pub reason: String,
    /// Who wrote it.
    pub by_name: String,
    /// When, in UTC.
    pub written_at: String,
}

/// Takes a signed consent back, as the client wishes.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ConsentWithdrawRequest {
    /// Which.
    pub consent: ConsentId,
    /// In the client's words; may be empty: nobody has to give a reason.
    pub reason: String,
    /// The practitioner's PIN or password.
    pub secret: String,
}

/// Writes a correction beside a signed consent.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ConsentCorrectRequest {
    /// Which.
    pub consent: ConsentId,
    /// What is corrected or added.
    pub text: String,
    /// Why.
    pub reason: String,
    /// PIN or password.
    pub secret: String,
}

/// Moves a visit to the client it belongs to, or marks it once it is signed.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct VisitMoveRequest {
    /// Which visit.
    pub visit: VisitId,
    /// The client it belongs to.
    pub to: ClientId,
    /// How it was noticed.
    pub reason: String,
    /// PIN or password.
    pub secret: String,
}

/// What a visit has to do with a client whose file it was wrongly recorded in.
#[derive(Debug, Clone, Serialize, TS)]
pub struct WrongClientRow {
    /// Which visit.
    pub visit: VisitId,
    /// Its number.
    pub number: String,
    /// The other client: whose visit it is, or in whose file it was recorded.
    pub other: ClientRow,
    /// The visit was recorded here and belongs to the other; otherwise it belongs here.
    pub is_recorded_here: bool,
    /// How it was noticed.
    pub reason: String,
    /// Who corrected it.
    pub by_name: String,
    /// When, in UTC.
    pub at: String,
}
