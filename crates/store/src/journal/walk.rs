//! Walking along chains, entry by entry: as fast as the disk gives them while all is whole.

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};
use uuid::Uuid;

use super::body::{Unpacker, body_hash};
use super::entry::{Entry, Head};
use super::facts::Facts;
use super::verify::DamageKind;
use crate::StoreError;
use crate::sql::Id;

/// A chain as far as it is whole.
pub(super) struct Chain {
    /// The end of that part.
    pub(super) head: Head,
    /// What is wrong with the entry after it; `None` where the chain ends there.
    pub(super) damage: Option<DamageKind>,
}

/// Goes through every chain at once, in the order of the rows, which is the order of the disk. Gives the end of each,
/// in the order of their devices; `None` where anything is amiss, because where a chain breaks shows only along it.
pub(super) fn walk_all(connection: &Connection) -> Result<Option<Vec<(Uuid, Head)>>, StoreError> {
    let mut statement = connection.prepare(&format!("{} ORDER BY journal.row", entries_with_bodies()))?;
    let mut rows = statement.query([])?;
    let mut checker = Checker::new()?;
    let mut heads: Vec<(Uuid, Head)> = Vec::new();
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
    let mut checker = Checker::new()?;
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
}

impl Checker {
    fn new() -> Result<Self, StoreError> {
        Ok(Self { room: Vec::new(), unpacker: Unpacker::new()? })
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
            return Ok(Some(DamageKind::BodyMissing));
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
