//! Rows of requests for a copy, of holds, and of what was erased.

use care::record::{AccessRequest, AccessRequestId, ClientId, Erasure, RetentionHold};
use chrono::NaiveDate;
use rusqlite::params;
use uuid::Uuid;

use super::{Entity, Place, Record};
use crate::sql::{Day, Id, Instant};
use crate::{Read, StoreError, Stored};

impl Record for AccessRequest {
    const ENTITY: Entity = Entity::AccessRequest;

    fn id(&self) -> Uuid {
        self.id.0
    }

    fn client(&self) -> Option<ClientId> {
        Some(self.client)
    }

    fn upsert(&self, place: &Place<'_>) -> Result<(), StoreError> {
        place.run(
            "INSERT INTO access_request (id, version, client_id, answer_by, is_open, body)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (id) DO UPDATE SET
                 version = excluded.version, answer_by = excluded.answer_by, is_open = excluded.is_open,
                 body = excluded.body",
            params![
                Id(self.id.0),
                place.version,
                Id(self.client.0),
                Day(self.answer_by()),
                self.answer.is_none(),
                place.body
            ],
        )
    }
}

impl Record for RetentionHold {
    const ENTITY: Entity = Entity::RetentionHold;

    fn id(&self) -> Uuid {
        self.client.0
    }

    fn client(&self) -> Option<ClientId> {
        Some(self.client)
    }

    fn upsert(&self, place: &Place<'_>) -> Result<(), StoreError> {
        place.run(
            "INSERT INTO retention_hold (id, version, is_held, body) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (id) DO UPDATE SET
                 version = excluded.version, is_held = excluded.is_held, body = excluded.body",
            params![Id(self.client.0), place.version, self.is_held, place.body],
        )
    }
}

impl Record for Erasure {
    const ENTITY: Entity = Entity::Erasure;

    fn id(&self) -> Uuid {
        self.client.0
    }

    fn client(&self) -> Option<ClientId> {
        Some(self.client)
    }

    fn upsert(&self, place: &Place<'_>) -> Result<(), StoreError> {
        place.run(
            "INSERT INTO erasure (id, version, erased_at_ms, client_number, visit_number, document_number, body)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![
                Id(self.client.0),
                place.version,
                Instant(self.erased_at),
                self.number,
                self.visit_number,
                self.document_number,
                place.body
            ],
        )
    }
}

impl Read<'_> {
    /// One request.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub fn access_request(&self, id: AccessRequestId) -> Result<Stored<AccessRequest>, StoreError> {
        self.one("SELECT version, body FROM access_request WHERE id = ?1", [Id(id.0)])
    }

    /// A client's requests, the one to be answered first on top.
    ///
    /// # Errors
    /// What the database says.
    pub fn access_requests_of(&self, client: ClientId) -> Result<Vec<Stored<AccessRequest>>, StoreError> {
        let sql = "SELECT version, body FROM access_request WHERE client_id = ?1 ORDER BY is_open DESC, answer_by DESC";
        self.all(sql, [Id(client.0)])
    }

    /// Requests that are not answered and are due on this day or before, the earliest first.
    ///
    /// # Errors
    /// What the database says.
    pub fn access_requests_due_by(&self, day: NaiveDate) -> Result<Vec<AccessRequest>, StoreError> {
        let sql =
            "SELECT version, body FROM access_request WHERE is_open = 1 AND answer_by <= ?1 ORDER BY answer_by, id";
        Ok(self.all(sql, [Day(day)])?.into_iter().map(|stored: Stored<AccessRequest>| stored.record).collect())
    }

    /// The hold on a client's record, if there is one.
    ///
    /// # Errors
    /// What the database says.
    pub fn retention_hold(&self, client: ClientId) -> Result<Option<RetentionHold>, StoreError> {
        let sql = "SELECT version, body FROM retention_hold WHERE id = ?1 AND is_held = 1";
        Ok(self.maybe(sql, [Id(client.0)])?.map(|stored| stored.record))
    }

    /// What was erased, the newest first.
    ///
    /// # Errors
    /// What the database says.
    pub fn erasures(&self) -> Result<Vec<Erasure>, StoreError> {
        let sql = "SELECT version, body FROM erasure ORDER BY erased_at_ms DESC, id DESC";
        Ok(self.all(sql, [])?.into_iter().map(|stored: Stored<Erasure>| stored.record).collect())
    }
}
