//! A filed PDF. The bytes live encrypted in the media store; this record names them.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{ClientId, DocumentId, UserId, VisitId};

/// A filed PDF. Never edited, never replaced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct Document {
    /// Made before it was rendered, so that the paper can carry its number.
    pub id: DocumentId,
    /// What people see and say: `A-000012`.
    pub number: String,
    /// Whose.
    pub client: ClientId,
    /// The visit it belongs to.
    pub visit: Option<VisitId>,
    /// What it is.
    pub kind: DocumentKind,
    /// Title on its first page.
    pub title: String,
    /// Language, as a BCP 47 tag.
    pub language: String,
    /// Pages.
    pub n_pages: u16,
    /// Size of the PDF in bytes.
    pub n_bytes: u64,
    /// SHA-256 of the PDF's bytes, as 64 hexadecimal digits.
    pub pdf_sha256: String,
    /// SHA-256 over the canonical content it was made from; its first 16 digits are printed on every page.
    pub content_sha256: String,
    /// Who filed it.
    pub filed_by: UserId,
    /// When.
    pub filed_at: DateTime<Utc>,
}

/// What a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// A signed consent.
    Consent,
    /// A consent form that is to be signed on paper.
    ConsentBlank,
    /// That a client said no.
    ConsentRefused,
    /// That a client took a consent back.
    ConsentWithdrawn,
    /// An aftercare sheet.
    Aftercare,
    /// Why nothing was treated, and from which day it is possible.
    NotToday,
    /// What was done in a signed visit.
    TreatmentRecord,
    /// The visits that were agreed, with their days.
    Plan,
    /// Labels for the tubes of a client's plasma.
    TubeLabel,
    /// A letter to a doctor or another colleague.
    Referral,
    /// A letter that asks a client to come or to call.
    Recall,
    /// A report to an authority.
    AdverseEvent,
    /// Everything the clinic holds about a client.
    WholeRecord,
}
