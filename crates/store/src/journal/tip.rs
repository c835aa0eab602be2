//! The end of this device's chain, where the next entry goes.

use care::record::ClientId;
use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension as _};
use serde::Serialize;
use uuid::Uuid;

use super::Body;
use super::entry::{Entry, Head, entry_id, id_time_ms};
use crate::canonical::canonical;
use crate::record::Entity;
use crate::sql::{Count, Id};
use crate::{Act, Stamp, StoreError};

/// What an entry is about.
pub(crate) struct Subject {
    pub(crate) act: Act,
    pub(crate) client: Option<ClientId>,
    pub(crate) record: Option<Version>,
}

/// A new version of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Version {
    pub(crate) entity: Entity,
    pub(crate) id: Uuid,
    pub(crate) version: u32,
    pub(crate) based_on: Option<u32>,
}

/// The end of this device's chain, read inside the transaction that appends to it.
pub(crate) struct Tip {
    device: Uuid,
    schema_version: u32,
    head: Head,
    /// Newest time of the chain: ids keep their order even where the clock was put back.
    newest_ms: i64,
}

impl Tip {
    /// Where this device's chain ends now.
    pub(crate) fn read(connection: &Connection) -> Result<Self, StoreError> {
        let device: Id = connection.prepare_cached("SELECT device_id FROM vault")?.query_row([], |row| row.get(0))?;
        let schema_version = connection.prepare_cached("PRAGMA user_version")?.query_row([], |row| row.get(0))?;
        let last = connection
            .prepare_cached("SELECT seq, hash, id FROM journal WHERE device_id = ?1 ORDER BY seq DESC LIMIT 1")?
            .query_row([device], |row| {
                let Id(id) = row.get(2)?;
                let Count(seq) = row.get(0)?;
                Ok((Head { seq, hash: row.get(1)? }, id_time_ms(id)))
            })
            .optional()?;
        let (head, newest_ms) = last.unwrap_or((Head::START, 0));
        Ok(Self { device: device.0, schema_version, head, newest_ms })
    }

    /// Whose chain it is.
    pub(crate) fn device(&self) -> Uuid {
        self.device
    }

    pub(crate) fn head(&self) -> Head {
        self.head
    }

    /// Newest time any entry of this chain was written at; `None` before the first.
    pub(crate) fn newest_at(&self) -> Option<DateTime<Utc>> {
        DateTime::from_timestamp_millis(self.newest_ms).filter(|_| self.head.seq > 0)
    }

    /// Appends one entry with its body; gives back the body's canonical bytes.
    pub(crate) fn append<T: Serialize + ?Sized>(
        &mut self,
        connection: &Connection,
        stamp: &Stamp,
        subject: &Subject,
        body: &T,
    ) -> Result<Vec<u8>, StoreError> {
        let bytes = canonical(body)?;
        let body = Body::seal(&bytes)?;
        let entry = self.next(stamp, subject, body.hash)?;
        let row = entry.insert(connection)?;
        body.insert(connection, row)?;
        self.newest_ms = self.newest_ms.max(entry.at_ms);
        self.head = Head { seq: entry.seq, hash: entry.hash };
        Ok(bytes)
    }

    fn next(&self, stamp: &Stamp, subject: &Subject, body_hash: [u8; 32]) -> Result<Entry, StoreError> {
        let at_ms = stamp.at.timestamp_millis();
        let seq = self.head.seq + 1;
        let role = stamp.role.map(serde_json::to_value).transpose().map_err(|_| StoreError::NotCanonical)?;
        Entry {
            seq,
            id: entry_id(self.newest_ms.max(at_ms), seq, self.device),
            device: self.device,
            at_ms,
            utc_offset_s: stamp.utc_offset_s,
            clock_went_back: at_ms < self.newest_ms,
            user: stamp.by.map(|user| user.0),
            user_name: stamp.by_name.clone(),
            role: role.and_then(|word| word.as_str().map(str::to_owned)),
            session: stamp.session,
            app_version: env!("CARGO_PKG_VERSION").to_owned(),
            schema_version: self.schema_version,
            act: subject.act.word().to_owned(),
            client: subject.client.map(|client| client.0),
            entity: subject.record.map(|record| record.entity.word().to_owned()),
            entity_id: subject.record.map(|record| record.id),
            version: subject.record.map(|record| record.version),
            based_on: subject.record.and_then(|record| record.based_on),
            body_hash,
            prev: self.head.hash,
            hash: [0; 32],
        }
        .chained()
    }
}
