//! Pages that were signed on paper and came back as photos or scans: what they are, what is missing, and filing them.

use care::record::{ClientId, ConsentId, DocumentId, SignerRole, VisitId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{BannerView, RefusedFileRow};

/// Lets the person choose photos or scans of signed pages. Their codes are read; nothing is filed yet.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SignedPagesChooseRequest {
    /// The pages they are added to; `None` begins anew.
    pub token: Option<String>,
}

/// Names the document where no code does.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SignedPagesNameRequest {
    /// The pages that wait.
    pub token: String,
    /// The document.
    pub document: DocumentId,
}

/// Says what a page is whose code cannot be read.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SignedPageSayRequest {
    /// The pages that wait.
    pub token: String,
    /// Which file.
    pub file: String,
    /// Which page of the file, counted from 1.
    pub at: u16,
    /// Which page of the document; `None` is none of it: an empty back, a note.
    pub page: Option<u16>,
}

/// Takes one file out, or all of them.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SignedPagesDropRequest {
    /// The pages that wait.
    pub token: String,
    /// Which file; `None` is all.
    pub file: Option<String>,
}

/// Somebody who signed the paper beside the client and the practitioner.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SignedByOther {
    /// Witness or interpreter.
    pub role: SignerRole,
    /// Full name.
    pub name: String,
    /// What the person is to the client.
    pub relation: String,
    /// The language an interpreter spoke; empty for a witness.
    pub spoken: String,
}

/// Files the pages as the original that was signed on paper.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SignedPagesFileRequest {
    /// The pages that wait.
    pub token: String,
    /// The document, as it was shown.
    pub document: DocumentId,
    /// Whether they count as the consent to what is planned, as it was shown; another answer is refused.
    pub counts: bool,
    /// The day on the paper, `YYYY-MM-DD`.
    pub signed_on: String,
    /// The clock time on the paper, `HH:MM`.
    pub signed_time: String,
    /// The client made a mark and wrote no name.
    pub is_mark: bool,
    /// Every box for initials is filled.
    pub has_all_initials: bool,
    /// Who signed beside the client and the practitioner.
    pub others: Vec<SignedByOther>,
    /// Questions and answers on the paper, in the practitioner's words.
    pub questions: String,
    /// How the client was identified.
    pub identity_check: String,
    /// Why treatment may follow before the time to think is over.
    pub same_day_reason: String,
    /// The practitioner's PIN or password.
    pub secret: String,
}

/// Pages that wait to be filed.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SignedPagesView {
    /// Names them until they are filed.
    pub token: String,
    /// The files, in the order they were chosen.
    pub files: Vec<SignedFileRow>,
    /// Files that are not taken, each with one sentence.
    pub refused: Vec<RefusedFileRow>,
    /// The document they are of; `None` where nothing says it.
    pub document: Option<SignedDocumentView>,
    /// What stands in the way of filing them, one sentence each.
    pub problems: Vec<String>,
}

/// One file of signed pages.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SignedFileRow {
    /// Names it.
    pub token: String,
    /// Its name without its folder.
    pub file_name: String,
    /// Where the page finds the thumbnail; `None` of a PDF.
    pub thumbnail_url: Option<String>,
    /// Its pages.
    pub pages: Vec<SignedPageRow>,
}

/// One page of a file.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SignedPageRow {
    /// Which page of the file, counted from 1.
    pub at: u16,
    /// What it is, in words.
    pub words: String,
    /// Where it stands.
    pub state: SignedPageState,
}

/// Where a page stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SignedPageState {
    /// A page of the document.
    Found,
    /// No code can be read: a person has to say what it is.
    Open,
    /// A person said that it is none of the document's.
    Aside,
    /// It belongs to something else.
    Foreign,
}

/// The document the pages are of.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SignedDocumentView {
    /// Which.
    pub id: DocumentId,
    /// `A-000012`.
    pub number: String,
    /// Its title.
    pub title: String,
    /// Whose it is.
    pub client: BannerView,
    /// The visit it belongs to.
    pub visit: Option<VisitId>,
    /// When it was made, in UTC: nobody signs it earlier.
    pub made_at: String,
    /// How many pages it has.
    pub n_pages: u16,
    /// Pages that have not come back.
    pub missing: Vec<u16>,
    /// Whether they will count as the consent to what is planned.
    pub counts: bool,
    /// What filing them means, or why they do not count, in one sentence.
    pub counts_words: String,
    /// Who signs for the client.
    pub signer_name: String,
    /// The signer is a guardian.
    pub is_guardian: bool,
    /// Boxes for initials on the paper.
    pub n_initials: u16,
    /// The client reads another language: an interpreter signs, too.
    pub needs_interpreter: bool,
    /// How the client was identified, as far as it is written down.
    pub identity_check: String,
    /// Reason for treating on the same day, as far as it is written down.
    pub same_day_reason: String,
}

/// What was filed.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SignedPagesFiledView {
    /// Whose.
    pub client: ClientId,
    /// The visit the document belongs to.
    pub visit: Option<VisitId>,
    /// The consent, where they count as one.
    pub consent: Option<ConsentId>,
    /// Number of the document that was signed.
    pub number: String,
}
