//! The row of a restricted client.

use care::record::{ClientId, Restriction};
use rusqlite::params;
use uuid::Uuid;

use super::{Entity, Place, Record};
use crate::StoreError;
use crate::sql::Id;

impl Record for Restriction {
    const ENTITY: Entity = Entity::Restriction;

    fn id(&self) -> Uuid {
        self.client.0
    }

    fn client(&self) -> Option<ClientId> {
        Some(self.client)
    }

    fn upsert(&self, place: &Place<'_>) -> Result<(), StoreError> {
        place.run(
            "INSERT INTO restriction (id, version, is_restricted, body) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (id) DO UPDATE SET
                 version = excluded.version, is_restricted = excluded.is_restricted, body = excluded.body",
            params![Id(self.client.0), place.version, self.is_restricted, place.body],
        )
    }
}
