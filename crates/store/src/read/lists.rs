//! The lists a day begins with: clients seen last, visits that are open or were signed today.

use care::record::{Appointment, AppointmentId, Visit};
use chrono::NaiveDate;

use super::client::{ClientRow, client_row};
use super::{Read, Stored};
use crate::StoreError;
use crate::sql::{Day, Id};

impl Read<'_> {
    /// Clients seen last, newest first, then those who were added last; at most `limit`.
    ///
    /// # Errors
    /// What the database says.
    pub fn recent_clients(&self, limit: u32) -> Result<Vec<ClientRow>, StoreError> {
        let sql = concat!(include_str!("client_rows.sql"), include_str!("recent_clients.sql"));
        let mut statement = self.connection().prepare_cached(sql)?;
        let rows = statement.query_map([limit], client_row)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Visits that are neither signed nor closed without treatment, oldest first.
    ///
    /// # Errors
    /// What the database says.
    pub fn open_visits(&self) -> Result<Vec<Visit>, StoreError> {
        let sql = "SELECT version, body FROM visit WHERE is_open = 1 ORDER BY visit_on, started_at_ms";
        Ok(self.all(sql, [])?.into_iter().map(|stored: Stored<Visit>| stored.record).collect())
    }

    /// Visits of a day that are signed, oldest first.
    ///
    /// # Errors
    /// What the database says.
    pub fn visits_signed_on(&self, on: NaiveDate) -> Result<Vec<Visit>, StoreError> {
        let sql = "SELECT version, body FROM visit WHERE visit_on = ?1 AND is_signed = 1 ORDER BY started_at_ms";
        Ok(self.all(sql, [Day(on)])?.into_iter().map(|stored: Stored<Visit>| stored.record).collect())
    }

    /// The newest signed visits of the clinic, at most `limit`.
    ///
    /// # Errors
    /// What the database says.
    pub fn newest_signed_visits(&self, limit: u32) -> Result<Vec<Visit>, StoreError> {
        let sql =
            "SELECT version, body FROM visit WHERE is_signed = 1 ORDER BY visit_on DESC, started_at_ms DESC LIMIT ?1";
        Ok(self.all(sql, [limit])?.into_iter().map(|stored: Stored<Visit>| stored.record).collect())
    }

    /// One appointment.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub fn appointment(&self, id: AppointmentId) -> Result<Stored<Appointment>, StoreError> {
        self.one("SELECT version, body FROM appointment WHERE id = ?1", [Id(id.0)])
    }
}
