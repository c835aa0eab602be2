//! Clients nobody has seen for long: whose retention may be over.

use care::record::ClientId;
use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{OptionalExtension as _, Row};
use uuid::Uuid;

use super::Read;
use crate::StoreError;
use crate::sql::{Count, Day, Id, Instant};

/// What retention asks of a client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastSeen {
    /// Who.
    pub client: ClientId,
    /// The client's number.
    pub number: String,
    /// Day of birth.
    pub born_on: NaiveDate,
    /// The last time the record was added to or changed, but for requests, holds and restrictions.
    pub last_entry_at: DateTime<Utc>,
    /// The last day of a visit or an appointment, which may be still to come.
    pub last_day: Option<NaiveDate>,
    /// Whether a visit is not signed yet.
    pub has_open_visit: bool,
    /// Whether a request for a copy is not answered yet.
    pub has_open_request: bool,
}

impl Read<'_> {
    /// Clients without a visit or an appointment after a day, whoever was seen longest ago first.
    ///
    /// # Errors
    /// What the database says.
    pub fn clients_not_seen_after(&self, day: NaiveDate) -> Result<Vec<LastSeen>, StoreError> {
        let sql = concat!(
            include_str!("last_seen.sql"),
            " WHERE NOT EXISTS (SELECT 1 FROM visit WHERE visit.client_id = client.id AND visit.visit_on > ?1)
              AND NOT EXISTS (SELECT 1 FROM appointment WHERE appointment.client_id = client.id AND on_day > ?1)
              ORDER BY 4, client.number"
        );
        let mut statement = self.connection().prepare_cached(sql)?;
        let rows = statement.query_map([Day(day)], last_seen)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The same of the client with this number.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub fn last_seen(&self, number: &str) -> Result<LastSeen, StoreError> {
        let sql = concat!(include_str!("last_seen.sql"), " WHERE client.number = upper(?1)");
        Ok(self.connection().prepare_cached(sql)?.query_row([number], last_seen)?)
    }

    /// The client with this number, erased or not; `None` where nobody has it.
    ///
    /// # Errors
    /// What the database says.
    pub fn client_numbered(&self, number: &str) -> Result<Option<ClientId>, StoreError> {
        let sql = "SELECT id FROM client WHERE number = upper(?1)
                   UNION ALL SELECT id FROM erasure WHERE client_number = upper(?1)";
        let id =
            self.connection().prepare_cached(sql)?.query_row([number], |row| row.get(0).map(|Id(id)| ClientId(id)));
        Ok(id.optional()?)
    }

    /// The newest export of a client's record at this instant or later: the id of its entry.
    ///
    /// # Errors
    /// What the database says.
    pub fn newest_export_of(&self, client: ClientId, since: DateTime<Utc>) -> Result<Option<Uuid>, StoreError> {
        let sql = "SELECT max(id) FROM journal WHERE client_id = ?1 AND act = 'export' AND at_ms >= ?2";
        let mut statement = self.connection().prepare_cached(sql)?;
        Ok(statement.query_row((Id(client.0), Instant(since)), |row| row.get::<_, Option<Id>>(0))?.map(|Id(id)| id))
    }

    /// The number of an entry in the chain of its computer, by its id.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub fn entry_number(&self, entry: Uuid) -> Result<u64, StoreError> {
        let sql = "SELECT seq FROM journal WHERE id = ?1";
        Ok(self.connection().prepare_cached(sql)?.query_row([Id(entry)], |row| row.get(0).map(|Count(seq)| seq))?)
    }

    /// Whether anything but backups and their proofs was written after this entry of this computer.
    ///
    /// # Errors
    /// What the database says.
    pub fn has_changed_since(&self, seq: u64) -> Result<bool, StoreError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM journal WHERE device_id = (SELECT device_id FROM vault)
                   AND seq > ?1 AND act NOT IN ('backup', 'drill'))";
        Ok(self.connection().prepare_cached(sql)?.query_row([Count(seq)], |row| row.get(0))?)
    }
}

fn last_seen(row: &Row<'_>) -> rusqlite::Result<LastSeen> {
    let (Id(client), Day(born_on), Instant(last_entry_at)) = (row.get(0)?, row.get(2)?, row.get(3)?);
    let last_day: Option<Day> = row.get(4)?;
    Ok(LastSeen {
        client: ClientId(client),
        number: row.get(1)?,
        born_on,
        last_entry_at,
        last_day: last_day.map(|Day(day)| day),
        has_open_visit: row.get(5)?,
        has_open_request: row.get(6)?,
    })
}
