//! A visit that was recorded under the wrong client, as it stands in each of the two files.
//!
//! Two records come of one correction: one in the file it was recorded in, one in the file it belongs to. Each names
//! the other, so that nobody reads one file without the other's number. The visit itself is not edited once signed.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{ClientId, ConsentId, UserId, VisitId, WrongClientId};

/// One side of the correction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrongClient {
    /// Made when it was corrected.
    pub id: WrongClientId,
    /// The visit.
    pub visit: VisitId,
    /// In whose file this record stands.
    pub client: ClientId,
    /// The other client.
    pub other: ClientId,
    /// What this file has to do with the visit.
    pub side: WrongClientSide,
    /// Consents taken in the visit: signed by somebody else than the client they name.
    #[serde(default)]
    pub consents: Vec<ConsentId>,
    /// How it was noticed.
    pub reason: String,
    /// Who corrected it.
    pub by: UserId,
    /// That person's name, as it was then.
    pub by_name: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// What a file has to do with a visit that was recorded under the wrong client.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WrongClientSide {
    /// The visit was recorded here, and belongs to the other client.
    RecordedHere,
    /// The visit belongs here, and was recorded under the other client.
    BelongsHere,
}
