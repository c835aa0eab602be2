//! A correction or an addition beside a signed consent. The consent itself is never edited.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{ClientId, ConsentAddendumId, ConsentId, UserId, VisitId};

/// What was found wrong in a signed consent, or missing from it, and why. It changes nothing the client agreed to: what
/// may be done is still what was signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsentAddendum {
    /// Made when it was written.
    pub id: ConsentAddendumId,
    /// The consent it stands beside.
    pub consent: ConsentId,
    /// The visit the consent was taken in.
    pub visit: VisitId,
    /// Whose consent.
    pub client: ClientId,
    /// What is corrected or added.
    pub text: String,
    /// Why.
    pub reason: String,
    /// Who wrote it.
    pub by: UserId,
    /// That person's name, as it was then.
    pub by_name: String,
    /// When.
    pub written_at: DateTime<Utc>,
}
