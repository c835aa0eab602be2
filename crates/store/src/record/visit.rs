//! Rows of a visit and of what is recorded in it until it is signed. Signing locks them all.

use care::record::{Chart, ClientId, ItemUse, Screening, Visit};
use rusqlite::params;
use uuid::Uuid;

use super::{Entity, Place, Record};
use crate::StoreError;
use crate::sql::{Day, Id, Instant};

impl Record for Visit {
    const ENTITY: Entity = Entity::Visit;

    fn id(&self) -> Uuid {
        self.id.0
    }

    fn client(&self) -> Option<ClientId> {
        Some(self.client)
    }

    fn upsert(&self, place: &Place<'_>) -> Result<(), StoreError> {
        let is_open = !self.is_signed && self.not_today.is_none();
        place.run(
            include_str!("upsert_visit.sql"),
            params![
                Id(self.id.0),
                place.version,
                Id(self.client.0),
                self.number,
                Day(self.visit_on),
                Instant(self.started_at),
                self.is_signed,
                is_open,
                place.body,
            ],
        )
    }
}

impl Record for Screening {
    const ENTITY: Entity = Entity::Screening;

    fn id(&self) -> Uuid {
        self.id.0
    }

    fn client(&self) -> Option<ClientId> {
        Some(self.client)
    }

    fn upsert(&self, place: &Place<'_>) -> Result<(), StoreError> {
        place.run(
            "INSERT INTO screening (id, version, client_id, visit_id, closed_at_ms)
             VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (id) DO UPDATE SET version = excluded.version, client_id = excluded.client_id,
             visit_id = excluded.visit_id, closed_at_ms = excluded.closed_at_ms",
            params![Id(self.id.0), place.version, Id(self.client.0), Id(self.visit.0), Instant(self.closed_at),],
        )
    }
}

impl Record for Chart {
    const ENTITY: Entity = Entity::Chart;

    fn id(&self) -> Uuid {
        self.id.0
    }

    fn client(&self) -> Option<ClientId> {
        Some(self.client)
    }

    fn upsert(&self, place: &Place<'_>) -> Result<(), StoreError> {
        place.run(
            "INSERT INTO chart (id, version, client_id, visit_id) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (id) DO UPDATE SET version = excluded.version, client_id = excluded.client_id,
             visit_id = excluded.visit_id",
            params![Id(self.id.0), place.version, Id(self.client.0), Id(self.visit.0)],
        )
    }
}

impl Record for ItemUse {
    const ENTITY: Entity = Entity::ItemUse;

    fn id(&self) -> Uuid {
        self.id.0
    }

    fn client(&self) -> Option<ClientId> {
        Some(self.client)
    }

    fn upsert(&self, place: &Place<'_>) -> Result<(), StoreError> {
        place.run(
            "INSERT INTO item_use (id, version, client_id, visit_id, product, lot, body)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
             ON CONFLICT (id) DO UPDATE SET version = excluded.version, client_id = excluded.client_id,
             visit_id = excluded.visit_id, product = excluded.product, lot = excluded.lot, body = excluded.body",
            params![
                Id(self.id.0),
                place.version,
                Id(self.client.0),
                Id(self.visit.0),
                self.item.product,
                self.item.lot,
                place.body
            ],
        )
    }
}
