//! The one door for writing: every record goes through the journal, then into its table.

use std::borrow::Cow;

use care::record::{ClientId, VisitId};
use rusqlite::Connection;
use serde::Serialize;

use crate::journal::{Subject, Tip, Version};
use crate::record::{Place, Record};
use crate::{Act, Change, Changes, Head, Part, Read, Stamp, StoreError};

/// One transaction that writes. Nothing of it is seen by anybody until it is on the disk.
pub struct Write<'a> {
    connection: &'a Connection,
    stamp: Cow<'a, Stamp>,
    tip: Tip,
    changes: Changes,
    /// The first failure after something was written already. It must not be committed, whatever the caller makes
    /// of it: an entry without its row, or the other way round, would not be the same vault after a rebuild.
    failure: Option<StoreError>,
}

/// What people call by a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Numbered {
    /// `A-000217`, a client.
    Client,
    /// `A-000031`, a visit.
    Visit,
    /// `A-000012`, a document.
    Document,
}

/// Seven digits would no longer sort as the numbers do.
const LAST_NUMBER: u32 = 999_999;

impl<'a> Write<'a> {
    pub(crate) fn begin(connection: &'a Connection, stamp: &'a Stamp) -> Result<Self, StoreError> {
        let tip = Tip::read(connection)?;
        Ok(Self { connection, stamp: Cow::Borrowed(stamp), tip, changes: Changes::default(), failure: None })
    }

    /// Keeps a record: one entry in the journal, then its row. Gives back its new version, from 1.
    ///
    /// # Errors
    /// [`StoreError::SignedIsFinal`] where it is signed or filed, or belongs to a signed visit;
    /// [`StoreError::NotCanonical`] where it carries a fractional number.
    pub fn put<R: Record>(&mut self, record: &R, act: Act) -> Result<u32, StoreError> {
        let current = R::ENTITY.version_of(self.connection, record.id())?;
        self.append(record, act, current)
    }

    /// As [`Write::put`], for a change somebody made to version `based_on`; 0 where they saw none.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] where the record has changed since then.
    pub fn put_based_on<R: Record>(&mut self, record: &R, act: Act, based_on: u32) -> Result<u32, StoreError> {
        let current = R::ENTITY.version_of(self.connection, record.id())?;
        if current != based_on {
            return Err(StoreError::Conflict { current, based_on });
        }
        self.append(record, act, current)
    }

    /// Writes down a look or a deed that changes no record, with its details: a record shown, a search settled, a
    /// print, an export, an unlock. Commit it before the thing is shown.
    ///
    /// # Errors
    /// [`StoreError::NotCanonical`] where the details carry a fractional number.
    pub fn note<T: Serialize + ?Sized>(
        &mut self,
        act: Act,
        client: Option<ClientId>,
        detail: &T,
    ) -> Result<(), StoreError> {
        let subject = Subject { act, client, record: None };
        let noted = self.tip.append(self.connection, &self.stamp, &subject, detail).map(|_| ());
        self.watch(noted)
    }

    /// The next number of a kind: this computer's letter and its last number plus one. One that went with an erased
    /// record is never given again. It is taken once the record
    /// that carries it is put.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] before the clinic is put, because its record holds the letter;
    /// [`StoreError::NoNumberLeft`] after a million.
    pub fn next_number(&self, kind: Numbered) -> Result<String, StoreError> {
        let letter = self.read().clinic()?.record.device_letter;
        let newest = match kind {
            Numbered::Client => {
                "SELECT max((SELECT coalesce(max(number), '') FROM client WHERE number >= ?1 AND number < ?2),
                     (SELECT coalesce(max(client_number), '') FROM erasure WHERE client_number >= ?1 AND client_number < ?2))"
            }
            Numbered::Visit => {
                "SELECT max((SELECT coalesce(max(number), '') FROM visit WHERE number >= ?1 AND number < ?2),
                     (SELECT coalesce(max(visit_number), '') FROM erasure WHERE visit_number >= ?1 AND visit_number < ?2))"
            }
            Numbered::Document => {
                "SELECT max((SELECT coalesce(max(number), '') FROM document WHERE number >= ?1 AND number < ?2),
                     (SELECT coalesce(max(document_number), '') FROM erasure
                      WHERE document_number >= ?1 AND document_number < ?2))"
            }
        };
        // Six digits of the same length sort as the numbers do; `.` is the sign after `-`.
        let bounds = (format!("{letter}-"), format!("{letter}."));
        let newest: String = self.connection.prepare_cached(newest)?.query_row(bounds, |row| row.get(0))?;
        let last = newest.rsplit('-').next().filter(|last| !last.is_empty()).map_or(Ok(0), str::parse::<u32>);
        let last = last.map_err(|_| StoreError::Damaged(Part::Record))?;
        if last >= LAST_NUMBER {
            return Err(StoreError::NoNumberLeft);
        }
        Ok(format!("{letter}-{:06}", last + 1))
    }

    /// Stamps what comes next with another time: several deeds of the past, each at its own hour, in one transaction.
    pub fn go_on_at(&mut self, stamp: Stamp) {
        self.stamp = Cow::Owned(stamp);
    }

    /// The end of the journal as it is in this transaction.
    #[must_use]
    pub fn head(&self) -> Head {
        self.tip.head()
    }

    /// Reads what is written so far, in this transaction too.
    #[must_use]
    pub fn read(&self) -> Read<'_> {
        Read::new(self.connection)
    }

    pub(crate) fn connection(&self) -> &'a Connection {
        self.connection
    }

    pub(crate) fn stamp(&self) -> &Stamp {
        &self.stamp
    }

    pub(crate) fn touch_draft(&mut self, visit: VisitId) {
        if !self.changes.drafts.contains(&visit) {
            self.changes.drafts.push(visit);
        }
    }

    /// What was changed, or the failure that forbids to commit it.
    pub(crate) fn finish(self) -> Result<Changes, StoreError> {
        self.failure.map_or(Ok(self.changes), Err)
    }

    /// Remembers a failure that came after something was written.
    pub(crate) fn watch<T>(&mut self, done: Result<T, StoreError>) -> Result<T, StoreError> {
        if let Err(error) = &done
            && self.failure.is_none()
        {
            self.failure = Some(error.clone());
        }
        done
    }

    fn append<R: Record>(&mut self, record: &R, act: Act, current: u32) -> Result<u32, StoreError> {
        if current > 0 && R::ENTITY.is_final() {
            return Err(StoreError::SignedIsFinal);
        }
        let version = current + 1;
        let based_on = (current > 0).then_some(current);
        let (id, client) = (record.id(), record.client());
        let subject = Subject { act, client, record: Some(Version { entity: R::ENTITY, id, version, based_on }) };
        let written = self.append_and_upsert(record, &subject, version);
        self.watch(written)?;
        self.changes.records.push(Change { entity: R::ENTITY, id, client, version });
        Ok(version)
    }

    fn append_and_upsert<R: Record>(&mut self, record: &R, subject: &Subject, version: u32) -> Result<(), StoreError> {
        let bytes = self.tip.append(self.connection, &self.stamp, subject, record)?;
        let body = std::str::from_utf8(&bytes).map_err(|_| StoreError::NotCanonical)?;
        record.upsert(&Place { connection: self.connection, version, body })
    }
}
