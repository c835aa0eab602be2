//! A client whose record is shown only to somebody who says why.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{ClientId, UserId};

/// Whether a client's record is restricted: a colleague, a person known in public, somebody who asked for it. One a
/// client; its newest version counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Restriction {
    /// Whose record. One is enough for a client, so this is the restriction's id too.
    pub client: ClientId,
    /// Restricted, or open to everybody again.
    pub is_restricted: bool,
    /// Why, in the words of whoever decided it.
    pub reason: String,
    /// Who decided it.
    pub set_by: UserId,
    /// When.
    pub set_at: DateTime<Utc>,
}
