//! Walking along chains, entry by entry: as fast as the disk gives them while all is whole.

use std::thread;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};
use uuid::Uuid;

use super::body::{Unpacker, body_hash};
use super::entry::{Entry, Head};
use super::facts::Facts;
use super::verify::DamageKind;
use crate::erase::Shredded;
use crate::sql::{Count, Id};
use crate::{Read, StoreError};

/// A chain as far as it is whole.
pub(super) struct Chain {
    /// The end of that part.
    pub(super) head: Head,
    /// What is wrong with the entry after it; `None` where the chain ends there.
    pub(super) damage: Option<DamageKind>,
}

/// Ends of chains, by device.
type Heads = Vec<(Uuid, Head)>;

/// A journal with fewer entries is not worth a second connection.
const WORTH_TWO: i64 = 4_000;

/// Goes through every chain at once, in the order of the rows, which is the order of the disk. Gives the end of each,
/// in the order of their devices; `None` where anything is amiss, because where a chain breaks shows only along it.
pub(super) fn walk_all(read: &Read<'_>) -> Result<Option<Heads>, StoreError> {
    let connection = read.connection();
    let rows = (i64::MIN, newest_row(connection)?);
    match middle(connection, rows.1)? {
        Some(middle) if rows.1 >= WORTH_TWO => match read.again() {
            Some(other) => walk_halves(connection, other?, &middle, rows.1),
            None => walk_rows(connection, rows, Heads::new()),
        },
        Some(_) | None => walk_rows(connection, rows, Heads::new()),
    }
}

/// Two threads, each with a connection of its own and half of the rows: unsealing the pages takes most of the time.
/// The second half begins with what the first must end with. Rows are only ever added, so it does not matter that the
/// two snapshots are not of one moment.
fn walk_halves(
    connection: &Connection,
    other: Connection,
    middle: &(i64, Uuid, Head),
    newest: i64,
) -> Result<Option<Heads>, StoreError> {
    let (row, device, head) = *middle;
    let (first, second) = thread::scope(|scope| {
        let second = scope.spawn(move || walk_rows(&other, (row + 1, newest), vec![(device, head)]));
        let first = walk_rows(connection, (i64::MIN, row), Heads::new());
        (first, second.join().unwrap_or(Ok(None)))
    });
    let is_joined = first?.is_some_and(|heads| heads == [(device, head)]);
    let second = second?;
    if is_joined && second.is_some() {
        return Ok(second);
    }
    // Entries of several devices, or damage: along all rows it shows which.
    walk_rows(connection, (i64::MIN, newest), Heads::new())
}

fn newest_row(connection: &Connection) -> Result<i64, StoreError> {
    Ok(connection.query_row("SELECT coalesce(max(row), 0) FROM journal", [], |row| row.get(0))?)
}

/// The entry in the middle of the rows, and its row; `None` where it cannot be read.
fn middle(connection: &Connection, newest: i64) -> Result<Option<(i64, Uuid, Head)>, StoreError> {
    let sql = "SELECT row, device_id, seq, hash FROM journal WHERE row >= ?1 ORDER BY row LIMIT 1";
    let middle = connection.query_row(sql, [newest / 2], |row| {
        let (Id(device), Count(seq)) = (row.get(1)?, row.get(2)?);
        Ok((row.get(0)?, device, Head { seq, hash: row.get(3)? }))
    });
    match middle {
        Ok(middle) => Ok(Some(middle)),
        Err(error @ rusqlite::Error::SqliteFailure(..)) => Err(error.into()),
        Err(_) => Ok(None),
    }
}

/// Goes through the rows from the first to the last of `bounds`, after `heads`.
fn walk_rows(connection: &Connection, bounds: (i64, i64), mut heads: Heads) -> Result<Option<Heads>, StoreError> {
    let sql = format!("{} WHERE journal.row BETWEEN ?1 AND ?2 ORDER BY journal.row", entries_with_bodies());
    let mut statement = connection.prepare(&sql)?;
    let mut rows = statement.query(bounds)?;
    let mut checker = Checker::new(connection)?;
    while let Some(row) = rows.next()? {
        let Ok(facts) = Facts::of_row(row) else { return Ok(None) };
        let place = heads.iter().position(|(device, _)| *device == facts.device);
        let before = place.and_then(|place| heads.get(place)).map_or(Head::START, |(_, head)| *head);
        if checker.damage_of(&facts, row, before)?.is_some() {
            return Ok(None);
        }
        let head = Head { seq: facts.seq, hash: facts.hash };
        match place.and_then(|place| heads.get_mut(place)) {
            Some((_, of_device)) => *of_device = head,
            None => heads.push((facts.device, head)),
        }
    }
    heads.sort_by_key(|(device, _)| *device);
    Ok(Some(heads))
}

/// Goes along the chain of one device.
pub(super) fn walk(connection: &Connection, device: Uuid) -> Result<Chain, StoreError> {
    let sql = format!("{} WHERE journal.device_id = ?1 ORDER BY journal.seq", entries_with_bodies());
    let mut statement = connection.prepare(&sql)?;
    let mut rows = statement.query([Id(device)])?;
    let mut checker = Checker::new(connection)?;
    let mut head = Head::START;
    while let Some(row) = rows.next()? {
        // An entry whose columns cannot even be read as what they are was altered.
        let Ok(facts) = Facts::of_row(row) else {
            return Ok(Chain { head, damage: Some(DamageKind::EntryAltered) });
        };
        if let Some(kind) = checker.damage_of(&facts, row, head)? {
            return Ok(Chain { head, damage: Some(kind) });
        }
        head = Head { seq: facts.seq, hash: facts.hash };
    }
    Ok(Chain { head, damage: None })
}

fn entries_with_bodies() -> String {
    format!(
        "SELECT {}, journal_body.salt, journal_body.encoding, journal_body.bytes \
         FROM journal LEFT JOIN journal_body USING (row)",
        Entry::COLUMNS
    )
}

/// Checks one entry after the other in the same room.
struct Checker {
    room: Vec<u8>,
    unpacker: Unpacker,
    shredded: Shredded,
}

impl Checker {
    fn new(connection: &Connection) -> Result<Self, StoreError> {
        Ok(Self { room: Vec::new(), unpacker: Unpacker::new()?, shredded: Shredded::read(connection)? })
    }

    fn damage_of(&mut self, facts: &Facts<'_>, row: &Row<'_>, before: Head) -> Result<Option<DamageKind>, StoreError> {
        if facts.seq != before.seq + 1 {
            return Ok(Some(DamageKind::EntryMissing));
        }
        if facts.computed_hash(&mut self.room)? != facts.hash {
            return Ok(Some(DamageKind::EntryAltered));
        }
        if facts.prev != before.hash {
            return Ok(Some(DamageKind::ChainBroken));
        }
        let salt = row.get_ref(Entry::N_COLUMNS)?;
        if salt == ValueRef::Null {
            let is_by_right = self.shredded.covers(facts.client, facts.entity, facts.entity_id);
            return Ok((!is_by_right).then_some(DamageKind::BodyMissing));
        }
        let body = (salt, row.get_ref(Entry::N_COLUMNS + 1)?, row.get_ref(Entry::N_COLUMNS + 2)?);
        Ok((!self.is_as_written(body, &facts.body_hash)).then_some(DamageKind::BodyAltered))
    }

    /// Whether salt, encoding and bytes are the body the entry was written with.
    fn is_as_written(&mut self, body: (ValueRef<'_>, ValueRef<'_>, ValueRef<'_>), hash: &[u8; 32]) -> bool {
        let (ValueRef::Blob(salt), ValueRef::Integer(encoding), ValueRef::Blob(stored)) = body else { return false };
        let (Ok(salt), Ok(encoding)) = (salt.try_into(), u8::try_from(encoding)) else { return false };
        self.unpacker.unpack(encoding, stored).is_some_and(|bytes| body_hash(salt, bytes) == *hash)
    }
}
