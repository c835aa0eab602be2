//! Rows that have one version only: what was signed, added to something signed, or filed.

use care::record::{Addendum, ClientId, Consent, ConsentId, ConsentOutcome, CopyFate, Document, SignOff, UserId};
use chrono::{DateTime, Utc};
use rusqlite::params;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Entity, Place, Record, word_of};
use crate::StoreError;
use crate::sql::{Id, Instant};

/// The client's copy of a consent was owed and has been given. The consent itself is never edited for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CopyGiven {
    /// The consent it is a copy of. One copy is owed once, so this is the record's id too.
    pub consent: ConsentId,
    /// Whose.
    pub client: ClientId,
    /// How it was given, or that it was declined after all.
    pub fate: CopyFate,
    /// When.
    pub given_at: DateTime<Utc>,
    /// Who gave it.
    pub given_by: UserId,
}

impl Record for CopyGiven {
    const ENTITY: Entity = Entity::CopyGiven;

    fn id(&self) -> Uuid {
        self.consent.0
    }

    fn client(&self) -> Option<ClientId> {
        Some(self.client)
    }

    fn upsert(&self, place: &Place<'_>) -> Result<(), StoreError> {
        place.run(
            "INSERT INTO copy_given (id, version, client_id, given_at_ms, body) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![Id(self.consent.0), place.version, Id(self.client.0), Instant(self.given_at), place.body],
        )
    }
}

impl Record for Consent {
    const ENTITY: Entity = Entity::Consent;

    fn id(&self) -> Uuid {
        self.id.0
    }

    fn client(&self) -> Option<ClientId> {
        Some(self.client)
    }

    fn upsert(&self, place: &Place<'_>) -> Result<(), StoreError> {
        let outcome = match self.outcome {
            ConsentOutcome::Signed => "signed",
            ConsentOutcome::Refused { .. } => "refused",
            ConsentOutcome::Withdrawn { .. } => "withdrawn",
        };
        place.run(
            "INSERT INTO consent (id, version, client_id, visit_id, outcome, client_copy, signed_at_ms)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![
                Id(self.id.0),
                place.version,
                Id(self.client.0),
                Id(self.visit.0),
                outcome,
                word_of(&self.copy)?,
                Instant(self.signed_at),
            ],
        )
    }
}

impl Record for SignOff {
    const ENTITY: Entity = Entity::SignOff;

    fn id(&self) -> Uuid {
        self.id.0
    }

    fn client(&self) -> Option<ClientId> {
        Some(self.client)
    }

    fn upsert(&self, place: &Place<'_>) -> Result<(), StoreError> {
        place.run(
            "INSERT INTO sign_off (id, version, client_id, visit_id, signed_at_ms, body)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![
                Id(self.id.0),
                place.version,
                Id(self.client.0),
                Id(self.visit.0),
                Instant(self.signed_at),
                place.body
            ],
        )
    }
}

impl Record for Addendum {
    const ENTITY: Entity = Entity::Addendum;

    fn id(&self) -> Uuid {
        self.id.0
    }

    fn client(&self) -> Option<ClientId> {
        Some(self.client)
    }

    fn upsert(&self, place: &Place<'_>) -> Result<(), StoreError> {
        place.run(
            "INSERT INTO addendum (id, version, client_id, visit_id, written_at_ms, body)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![
                Id(self.id.0),
                place.version,
                Id(self.client.0),
                Id(self.visit.0),
                Instant(self.written_at),
                place.body
            ],
        )
    }
}

impl Record for Document {
    const ENTITY: Entity = Entity::Document;

    fn id(&self) -> Uuid {
        self.id.0
    }

    fn client(&self) -> Option<ClientId> {
        Some(self.client)
    }

    fn upsert(&self, place: &Place<'_>) -> Result<(), StoreError> {
        place.run(
            "INSERT INTO document
                 (id, version, client_id, visit_id, number, kind, pdf_sha256, filed_at_ms, body)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            params![
                Id(self.id.0),
                place.version,
                Id(self.client.0),
                self.visit.map(|visit| Id(visit.0)),
                self.number,
                word_of(&self.kind)?,
                self.pdf_sha256,
                Instant(self.filed_at),
                place.body
            ],
        )
    }
}
