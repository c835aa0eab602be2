//! What the first screen shows: the clinic, its people, the day's appointments, and copies still owed.

use care::record::{Appointment, ClientId, Clinic, Consent, User, UserId};
use chrono::NaiveDate;

use super::client::{ClientRow, client_row};
use super::{Read, Stored};
use crate::StoreError;
use crate::record::read_body;
use crate::sql::{Day, Id};

/// One line of the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppointmentRow {
    /// The appointment, with its version.
    pub appointment: Stored<Appointment>,
    /// Who comes.
    pub client: ClientRow,
}

/// A copy of a consent a client was promised and has not been given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwedCopy {
    /// The consent.
    pub consent: Consent,
    /// Whose.
    pub client: ClientRow,
}

impl Read<'_> {
    /// The clinic.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] before it is set up.
    pub fn clinic(&self) -> Result<Stored<Clinic>, StoreError> {
        self.one("SELECT version, body FROM clinic", [])
    }

    /// Everybody who signs in, by name.
    ///
    /// # Errors
    /// What the database says.
    pub fn users(&self) -> Result<Vec<Stored<User>>, StoreError> {
        self.all("SELECT version, body FROM user ORDER BY name, id", [])
    }

    /// One user.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub fn user(&self, id: UserId) -> Result<Stored<User>, StoreError> {
        self.one("SELECT version, body FROM user WHERE id = ?1", [Id(id.0)])
    }

    /// The appointments of a day that are not cancelled, in the order of the clock.
    ///
    /// # Errors
    /// What the database says.
    pub fn appointments(&self, on: NaiveDate) -> Result<Vec<AppointmentRow>, StoreError> {
        let mut statement = self.connection().prepare_cached(include_str!("appointments.sql"))?;
        let rows = statement.query_map([Day(on)], |row| {
            Ok((client_row(row)?, row.get::<_, u32>("appointment_version")?, row.get::<_, String>("appointment_body")?))
        })?;
        rows.map(|row| {
            let (client, version, body) = row?;
            Ok(AppointmentRow { appointment: Stored { record: read_body(&body)?, version }, client })
        })
        .collect()
    }

    /// Every appointment of a client, newest first, cancelled ones too.
    ///
    /// # Errors
    /// What the database says.
    pub fn appointments_of(&self, client: ClientId) -> Result<Vec<Stored<Appointment>>, StoreError> {
        let sql = "SELECT version, body FROM appointment WHERE client_id = ?1 ORDER BY on_day DESC, starts DESC, id";
        self.all(sql, [Id(client.0)])
    }

    /// How many copies of consents are still owed. Counted without reading one of them: the start screen waits for it.
    ///
    /// # Errors
    /// What the database says.
    pub fn n_owed_copies(&self) -> Result<u32, StoreError> {
        let mut statement = self.connection().prepare_cached(include_str!("n_owed_copies.sql"))?;
        Ok(statement.query_row([], |row| row.get(0))?)
    }

    /// Copies of consents that are still owed, oldest first, so many at most.
    ///
    /// # Errors
    /// What the database says.
    pub fn owed_copies(&self, most: u32) -> Result<Vec<OwedCopy>, StoreError> {
        let mut statement = self.connection().prepare_cached(include_str!("owed_copies.sql"))?;
        let rows = statement.query_map([most], |row| {
            let Id(consent) = row.get("consent_id")?;
            Ok((client_row(row)?, row.get("consent_version")?, consent))
        })?;
        rows.map(|row| {
            let (client, version, consent) = row?;
            Ok(OwedCopy { consent: self.journaled::<Consent>(version, consent)?.record, client })
        })
        .collect()
    }
}
