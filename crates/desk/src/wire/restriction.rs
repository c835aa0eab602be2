//! Restricted clients: restricting, opening to everybody again, and looking all the same with a reason.

use care::record::ClientId;
use serde::Deserialize;
use ts_rs::TS;

/// Restricts a client's record, or opens it to everybody again.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RestrictionRequest {
    /// Whose record.
    pub client: ClientId,
    /// Why; 10 characters or more.
    pub reason: String,
}

/// Opens a restricted record for this sitting. The reason is an entry of the journal that the administrator reviews.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BreakGlassRequest {
    /// Whose record.
    pub client: ClientId,
    /// Why it has to be seen now; 10 characters or more.
    pub reason: String,
}
