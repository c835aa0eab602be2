//! Rows of the clinic's protocol and of its approvals. Both are final.

use care::record::{ClientId, ClinicProtocol, ProtocolApproval};
use rusqlite::params;
use uuid::Uuid;

use super::{Entity, Place, Record};
use crate::StoreError;
use crate::sql::Id;

impl Record for ClinicProtocol {
    const ENTITY: Entity = Entity::ClinicProtocol;

    fn id(&self) -> Uuid {
        self.id.0
    }

    fn client(&self) -> Option<ClientId> {
        None
    }

    fn upsert(&self, place: &Place<'_>) -> Result<(), StoreError> {
        place.run(
            "INSERT INTO protocol (id, version, number, body) VALUES (?1, ?2, ?3, ?4)",
            params![Id(self.id.0), place.version, self.number, place.body],
        )
    }
}

impl Record for ProtocolApproval {
    const ENTITY: Entity = Entity::ProtocolApproval;

    fn id(&self) -> Uuid {
        self.protocol.0
    }

    fn client(&self) -> Option<ClientId> {
        None
    }

    fn upsert(&self, place: &Place<'_>) -> Result<(), StoreError> {
        place.run(
            "INSERT INTO protocol_approval (id, version, body) VALUES (?1, ?2, ?3)",
            params![Id(self.protocol.0), place.version, place.body],
        )
    }
}
