//! Pages of the journal, newest first: for the administrator's review and for "who opened my file".

use care::record::{ClientId, UserId};
use chrono::{DateTime, Utc};
use rusqlite::{Row, ToSql, params_from_iter};

use super::Read;
use crate::journal::unpack;
use crate::record::Entity;
use crate::sql::{Count, Id, Instant};
use crate::{Act, Entry, StoreError};

/// Which entries are wanted. What is `None` does not narrow.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct JournalFilter {
    /// About whom.
    pub client: Option<ClientId>,
    /// By whom.
    pub user: Option<UserId>,
    /// What was done.
    pub act: Option<Act>,
    /// Which kind of record has a new version.
    pub entity: Option<Entity>,
    /// At this instant or later.
    pub from: Option<DateTime<Utc>>,
    /// Before this instant.
    pub until: Option<DateTime<Utc>>,
    /// Older than the entry at this place: the next page.
    pub before: Option<u64>,
}

/// One entry as a page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalRow {
    /// Its place in the vault; the next page is before the last of these.
    pub place: u64,
    /// The entry.
    pub entry: Entry,
    /// Its body's canonical JSON; `None` where it was erased.
    pub body: Option<Vec<u8>>,
    /// The client's number, where it is about one; it stays after the record was erased.
    pub client_number: Option<String>,
}

impl Read<'_> {
    /// The newest entries that fit, newest first, at most `limit`.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] where an entry cannot be read.
    pub fn journal_page(&self, filter: &JournalFilter, limit: u32) -> Result<Vec<JournalRow>, StoreError> {
        let (conditions, mut values) = conditions(filter);
        values.push(Box::new(limit));
        let sql = format!(
            "SELECT {}, journal_body.encoding, journal_body.bytes, journal.row,
                 coalesce(client.number, erasure.client_number)
             FROM journal LEFT JOIN journal_body USING (row) LEFT JOIN client ON client.id = journal.client_id
                 LEFT JOIN erasure ON erasure.id = journal.client_id
             WHERE {conditions} ORDER BY journal.row DESC LIMIT ?",
            Entry::COLUMNS
        );
        let mut statement = self.connection().prepare_cached(&sql)?;
        let mut rows = statement.query(params_from_iter(values))?;
        let mut page = Vec::new();
        while let Some(row) = rows.next()? {
            page.push(journal_row(row)?);
        }
        Ok(page)
    }
}

/// The conditions of a filter, in the order of their values.
fn conditions(filter: &JournalFilter) -> (String, Vec<Box<dyn ToSql>>) {
    let mut conditions = vec!["true"];
    let mut values: Vec<Box<dyn ToSql>> = Vec::new();
    let mut narrow = |condition, value: Option<Box<dyn ToSql>>| {
        if let Some(value) = value {
            conditions.push(condition);
            values.push(value);
        }
    };
    narrow("journal.client_id = ?", filter.client.map(|client| Box::new(Id(client.0)) as _));
    narrow("journal.user_id = ?", filter.user.map(|user| Box::new(Id(user.0)) as _));
    narrow("journal.act = ?", filter.act.map(|act| Box::new(act.word()) as _));
    narrow("journal.entity = ?", filter.entity.map(|entity| Box::new(entity.word()) as _));
    narrow("journal.at_ms >= ?", filter.from.map(|from| Box::new(Instant(from)) as _));
    narrow("journal.at_ms < ?", filter.until.map(|until| Box::new(Instant(until)) as _));
    narrow("journal.row < ?", filter.before.map(|before| Box::new(Count(before)) as _));
    (conditions.join(" AND "), values)
}

fn journal_row(row: &Row<'_>) -> Result<JournalRow, StoreError> {
    let entry = Entry::from_row(row)?;
    let encoding: Option<u8> = row.get(Entry::N_COLUMNS)?;
    let body = match encoding {
        Some(encoding) => Some(unpack(encoding, row.get(Entry::N_COLUMNS + 1)?)?),
        None => None,
    };
    let Count(place) = row.get(Entry::N_COLUMNS + 2)?;
    Ok(JournalRow { place, entry, body, client_number: row.get(Entry::N_COLUMNS + 3)? })
}
