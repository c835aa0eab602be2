//! Checking every chain from its first entry: whole, or where the first damage is.

use rusqlite::{Connection, Row};
use uuid::Uuid;

use super::body::{body_hash, unpack};
use super::entry::{Entry, Head};
use crate::sql::{Count, Id};
use crate::{Read, StoreError};

/// What checking the journal has shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChainReport {
    /// Entries that were checked and found whole.
    pub n_entries: u64,
    /// The end of each device's chain, as far as it is whole.
    pub heads: Vec<(Uuid, Head)>,
    /// The first damage of the first damaged chain; `None` where all is whole.
    pub damage: Option<Damage>,
}

/// Where a chain breaks, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Damage {
    /// Whose chain.
    pub device: Uuid,
    /// The entry that cannot be trusted any more, and with it everything after.
    pub seq: u64,
    /// How it shows.
    pub kind: DamageKind,
}

/// How damage shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DamageKind {
    /// Entries are missing before this one.
    EntryMissing,
    /// The entry does not follow the one before.
    ChainBroken,
    /// The facts of the entry are not what was written.
    EntryAltered,
    /// The entry's body is gone.
    BodyMissing,
    /// The entry's body is not what was written.
    BodyAltered,
}

/// Checks every chain. Entries cut off at the end are only found against a head kept elsewhere: on a printed
/// document, in a backup.
///
/// # Errors
/// [`StoreError::Damaged`] where the database itself cannot be read.
pub fn verify(read: &Read<'_>) -> Result<ChainReport, StoreError> {
    let connection = read.connection();
    let mut report = ChainReport { n_entries: 0, heads: Vec::new(), damage: None };
    for device in devices(connection)? {
        let (n_entries, head, damage) = walk(connection, device)?;
        report.n_entries += n_entries;
        report.heads.push((device, head));
        report.damage = report.damage.or(damage);
    }
    Ok(report)
}

fn devices(connection: &Connection) -> Result<Vec<Uuid>, StoreError> {
    let mut statement = connection.prepare("SELECT DISTINCT device_id FROM journal ORDER BY device_id")?;
    let devices = statement.query_map([], |row| row.get(0).map(|Id(id)| id))?;
    Ok(devices.collect::<Result<_, _>>()?)
}

fn walk(connection: &Connection, device: Uuid) -> Result<(u64, Head, Option<Damage>), StoreError> {
    let sql = format!(
        "SELECT {}, journal_body.salt, journal_body.encoding, journal_body.bytes \
         FROM journal LEFT JOIN journal_body USING (row) WHERE journal.device_id = ?1 ORDER BY journal.seq",
        Entry::COLUMNS
    );
    let mut statement = connection.prepare(&sql)?;
    let mut rows = statement.query([Id(device)])?;
    let mut head = Head::START;
    while let Some(row) = rows.next()? {
        if let Some(kind) = damage_of(row, head)? {
            return Ok((head.seq, head, Some(Damage { device, seq: head.seq + 1, kind })));
        }
        let Count(seq) = row.get(0)?;
        head = Head { seq, hash: row.get(Entry::N_COLUMNS - 1)? };
    }
    Ok((head.seq, head, None))
}

fn damage_of(row: &Row<'_>, before: Head) -> Result<Option<DamageKind>, StoreError> {
    // An entry whose columns cannot even be read as what they are was altered.
    let Ok(entry) = Entry::from_row(row) else {
        return Ok(Some(DamageKind::EntryAltered));
    };
    if entry.seq != before.seq + 1 {
        return Ok(Some(DamageKind::EntryMissing));
    }
    if entry.computed_hash()? != entry.hash {
        return Ok(Some(DamageKind::EntryAltered));
    }
    if entry.prev != before.hash {
        return Ok(Some(DamageKind::ChainBroken));
    }
    let Some(salt) = row.get::<_, Option<[u8; 16]>>(Entry::N_COLUMNS)? else {
        return Ok(Some(DamageKind::BodyMissing));
    };
    let stored = unpack(row.get(Entry::N_COLUMNS + 1)?, row.get(Entry::N_COLUMNS + 2)?);
    let is_as_written = stored.is_ok_and(|bytes| body_hash(&salt, &bytes) == entry.body_hash);
    Ok((!is_as_written).then_some(DamageKind::BodyAltered))
}
