//! The row of one side of a visit that was recorded under the wrong client.

use care::record::{ClientId, WrongClient};
use rusqlite::params;
use uuid::Uuid;

use super::{Entity, Place, Record};
use crate::StoreError;
use crate::sql::{Id, Instant};

impl Record for WrongClient {
    const ENTITY: Entity = Entity::WrongClient;

    fn id(&self) -> Uuid {
        self.id.0
    }

    fn client(&self) -> Option<ClientId> {
        Some(self.client)
    }

    fn upsert(&self, place: &Place<'_>) -> Result<(), StoreError> {
        place.run(
            "INSERT INTO wrong_client (id, version, client_id, visit_id, at_ms, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![Id(self.id.0), place.version, Id(self.client.0), Id(self.visit.0), Instant(self.at), place.body],
        )
    }
}
