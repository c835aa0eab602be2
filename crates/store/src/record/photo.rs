//! The rows of photos and scans, of what was allowed, and of what was withdrawn.

use care::record::{ClientId, MediaWithdrawal, Photo, PhotoPermission, Scan, WithdrawnMedia};
use rusqlite::params;
use uuid::Uuid;

use super::{Entity, Place, Record, word_of};
use crate::StoreError;
use crate::sql::{Day, Id, Instant};

impl Record for Photo {
    const ENTITY: Entity = Entity::Photo;

    fn id(&self) -> Uuid {
        self.id.0
    }

    fn client(&self) -> Option<ClientId> {
        Some(self.client)
    }

    fn upsert(&self, place: &Place<'_>) -> Result<(), StoreError> {
        place.run(
            "INSERT INTO photo (id, version, client_id, visit_id, taken_on, added_at_ms, body)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![
                Id(self.id.0),
                place.version,
                Id(self.client.0),
                self.visit.map(|visit| Id(visit.0)),
                Day(self.taken_on),
                Instant(self.added_at),
                place.body
            ],
        )
    }
}

impl Record for PhotoPermission {
    const ENTITY: Entity = Entity::PhotoPermission;

    fn id(&self) -> Uuid {
        self.photo.0
    }

    fn client(&self) -> Option<ClientId> {
        Some(self.client)
    }

    fn upsert(&self, place: &Place<'_>) -> Result<(), StoreError> {
        place.run(
            "INSERT INTO photo_permission (id, version, client_id, body) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (id) DO UPDATE SET
                 version = excluded.version, client_id = excluded.client_id, body = excluded.body",
            params![Id(self.photo.0), place.version, Id(self.client.0), place.body],
        )
    }
}

impl Record for Scan {
    const ENTITY: Entity = Entity::Scan;

    fn id(&self) -> Uuid {
        self.id.0
    }

    fn client(&self) -> Option<ClientId> {
        Some(self.client)
    }

    fn upsert(&self, place: &Place<'_>) -> Result<(), StoreError> {
        place.run(
            "INSERT INTO scan (id, version, client_id, kind, added_at_ms, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![
                Id(self.id.0),
                place.version,
                Id(self.client.0),
                word_of(&self.kind)?,
                Instant(self.added_at),
                place.body
            ],
        )
    }
}

impl Record for MediaWithdrawal {
    const ENTITY: Entity = Entity::MediaWithdrawal;

    fn id(&self) -> Uuid {
        match self.of {
            WithdrawnMedia::Photo(photo) => photo.0,
            WithdrawnMedia::Scan(scan) => scan.0,
        }
    }

    fn client(&self) -> Option<ClientId> {
        Some(self.client)
    }

    fn upsert(&self, place: &Place<'_>) -> Result<(), StoreError> {
        place.run(
            "INSERT INTO media_withdrawal (id, version, client_id, body) VALUES (?1, ?2, ?3, ?4)",
            params![Id(self.id()), place.version, Id(self.client.0), place.body],
        )
    }
}
