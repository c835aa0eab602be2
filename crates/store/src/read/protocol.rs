//! The clinic's protocol: the versions written down and the one in force.

use care::record::{ClinicProtocol, ProtocolApproval};

use super::{Read, Stored};
use crate::StoreError;
use crate::sql::Id;

impl Read<'_> {
    /// The newest version that a prescriber has approved, with the approval; `None` while the shipped rules stand
    /// alone.
    ///
    /// # Errors
    /// What the database says.
    pub fn approved_protocol(&self) -> Result<Option<(ClinicProtocol, ProtocolApproval)>, StoreError> {
        let newest = "SELECT version, body FROM protocol WHERE id IN (SELECT id FROM protocol_approval)
                      ORDER BY number DESC LIMIT 1";
        let Some(protocol) = self.maybe::<ClinicProtocol>(newest, [])? else { return Ok(None) };
        let of = "SELECT version, body FROM protocol_approval WHERE id = ?1";
        let approval: Stored<ProtocolApproval> = self.one(of, [Id(protocol.record.id.0)])?;
        Ok(Some((protocol.record, approval.record)))
    }

    /// The newest version written down, approved or not.
    ///
    /// # Errors
    /// What the database says.
    pub fn newest_protocol(&self) -> Result<Option<ClinicProtocol>, StoreError> {
        let newest = "SELECT version, body FROM protocol ORDER BY number DESC LIMIT 1";
        Ok(self.maybe(newest, [])?.map(|stored| stored.record))
    }
}
