//! Rows beside a consent: what was signed, whole, and corrections. Neither has a second version.

use care::record::{ClientId, ConsentAddendum, SealedConsent};
use rusqlite::params;
use uuid::Uuid;

use super::{Entity, Place, Record};
use crate::StoreError;
use crate::sql::{Id, Instant};

impl Record for SealedConsent {
    const ENTITY: Entity = Entity::SealedConsent;

    fn id(&self) -> Uuid {
        self.consent.0
    }

    fn client(&self) -> Option<ClientId> {
        Some(self.client)
    }

    fn upsert(&self, place: &Place<'_>) -> Result<(), StoreError> {
        place.run(
            "INSERT INTO sealed_consent (id, version, client_id, doc_sha256) VALUES (?1, ?2, ?3, ?4)",
            params![Id(self.consent.0), place.version, Id(self.client.0), self.doc_sha256],
        )
    }
}

impl Record for ConsentAddendum {
    const ENTITY: Entity = Entity::ConsentAddendum;

    fn id(&self) -> Uuid {
        self.id.0
    }

    fn client(&self) -> Option<ClientId> {
        Some(self.client)
    }

    fn upsert(&self, place: &Place<'_>) -> Result<(), StoreError> {
        place.run(
            "INSERT INTO consent_addendum (id, version, client_id, consent_id, written_at_ms, body)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![
                Id(self.id.0),
                place.version,
                Id(self.client.0),
                Id(self.consent.0),
                Instant(self.written_at),
                place.body
            ],
        )
    }
}
