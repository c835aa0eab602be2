//! Checking every chain from its first entry: whole, or where the first damage is.

use rusqlite::{Connection, Row};
use uuid::Uuid;

use super::anchor::Anchor;
use super::body::{body_hash, unpack};
use super::entry::{Entry, Head};
use crate::erase::Shredded;
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
    /// This entry and all after it were cut off: a head kept outside is of a later one.
    EndMissing,
    /// The chain fits together and is another than the one a head kept outside belongs to: somebody who had the key
    /// wrote it anew, from this entry at the earliest.
    Rewritten,
}

/// A head somebody has kept outside the vault: in the second folder, in a backup, on paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownHead {
    /// Whose chain.
    pub device: Uuid,
    /// Number of the entry.
    pub seq: u64,
    /// The beginning of its hash, as much as was kept: eight bytes on a printed document.
    pub hash_begins: Vec<u8>,
}

impl From<&Anchor> for KnownHead {
    fn from(anchor: &Anchor) -> Self {
        Self { device: anchor.device, seq: anchor.head.seq, hash_begins: anchor.head.hash.to_vec() }
    }
}

/// Checks every chain. Entries cut off at the end are only found against a head kept elsewhere: see
/// [`verify_against`].
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

/// As [`verify`], and holds every chain against heads kept outside, so that a cut-off end or a chain written anew is
/// found, at the oldest entry that is missing. Read the heads before taking the snapshot: one that was kept later
/// would look like an end that is missing.
///
/// # Errors
/// As [`verify`].
pub fn verify_against(read: &Read<'_>, known: &[KnownHead]) -> Result<ChainReport, StoreError> {
    let mut report = verify(read)?;
    let mut sorted: Vec<&KnownHead> = known.iter().filter(|known| known.seq > 0).collect();
    sorted.sort_by_key(|known| (known.device, known.seq));
    for of_device in sorted.chunk_by(|one, other| one.device == other.device) {
        let found = compare(read.connection(), of_device, &report)?;
        report.damage = match (report.damage, found) {
            // What was found outside lies in the part of its chain that fits together, so it is the earlier of the two.
            (Some(chain), Some(outside)) if chain.device == outside.device => Some(outside),
            (chain, outside) => chain.or(outside),
        };
    }
    Ok(report)
}

/// Heads of one device, in order of their numbers, against the part of its chain that fits together.
fn compare(connection: &Connection, known: &[&KnownHead], report: &ChainReport) -> Result<Option<Damage>, StoreError> {
    let Some(device) = known.first().map(|known| known.device) else { return Ok(None) };
    let whole = report.heads.iter().find(|(of, _)| *of == device).map_or(0, |(_, head)| head.seq);
    let newest = "SELECT coalesce(max(seq), 0) FROM journal WHERE device_id = ?1";
    let Count(newest) = connection.prepare_cached(newest)?.query_row([Id(device)], |row| row.get(0))?;
    let mut hash_of = connection.prepare_cached("SELECT hash FROM journal WHERE device_id = ?1 AND seq = ?2")?;
    let mut agreed = 0;
    for head in known {
        if head.seq > whole {
            let is_cut_off = whole == newest;
            return Ok(is_cut_off.then_some(Damage { device, seq: whole + 1, kind: DamageKind::EndMissing }));
        }
        let hash: [u8; 32] = hash_of.query_row((Id(device), Count(head.seq)), |row| row.get(0))?;
        if !hash.starts_with(&head.hash_begins) {
            return Ok(Some(Damage { device, seq: agreed + 1, kind: DamageKind::Rewritten }));
        }
        agreed = head.seq;
    }
    Ok(None)
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
    let shredded = Shredded::read(connection)?;
    while let Some(row) = rows.next()? {
        if let Some(kind) = damage_of(row, head, &shredded)? {
            return Ok((head.seq, head, Some(Damage { device, seq: head.seq + 1, kind })));
        }
        let Count(seq) = row.get(0)?;
        head = Head { seq, hash: row.get(Entry::N_COLUMNS - 1)? };
    }
    Ok((head.seq, head, None))
}

fn damage_of(row: &Row<'_>, before: Head, shredded: &Shredded) -> Result<Option<DamageKind>, StoreError> {
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
        let is_by_right = shredded.covers(entry.client, entry.entity.as_deref());
        return Ok((!is_by_right).then_some(DamageKind::BodyMissing));
    };
    let stored = unpack(row.get(Entry::N_COLUMNS + 1)?, row.get(Entry::N_COLUMNS + 2)?);
    let is_as_written = stored.is_ok_and(|bytes| body_hash(&salt, &bytes) == entry.body_hash);
    Ok((!is_as_written).then_some(DamageKind::BodyAltered))
}
