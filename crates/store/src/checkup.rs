//! Checking a whole vault while it is open: pages, journal, tables, media files.

use rusqlite::{Connection, Transaction, TransactionBehavior};
use uuid::Uuid;

use crate::sql::Id;
use crate::{Damage, Entity, Head, Read, StoreError, Vault, open, tables_match_journal, verify};

/// A record whose file or thumbnail is missing or altered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DamagedMedia {
    /// What kind of record.
    pub entity: Entity,
    /// Its id.
    pub id: Uuid,
}

/// What checking a whole vault has shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VaultReport {
    /// Entries of the journal that are whole.
    pub n_entries: u64,
    /// The end of this computer's journal.
    pub head: Head,
    /// Whether every page of the database is authentic.
    pub pages_are_whole: bool,
    /// The first damage of the journal.
    pub damage: Option<Damage>,
    /// Kinds of records whose tables do not say what the journal says; looked at where the journal is whole.
    pub unlike_journal: Vec<Entity>,
    /// Media files.
    pub n_media: usize,
    /// How many of them are missing or altered.
    pub n_damaged_media: usize,
    /// The documents, photos and scans they belong to, and those whose thumbnail is missing or altered.
    pub damaged_media: Vec<DamagedMedia>,
}

impl VaultReport {
    /// Whether nothing is damaged.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.pages_are_whole
            && self.damage.is_none()
            && self.unlike_journal.is_empty()
            && self.n_damaged_media == 0
            && self.damaged_media.is_empty()
    }
}

impl Vault {
    /// Checks all of the vault, on a connection of its own: nobody who works waits for it.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] where the database cannot be read far enough to say more.
    pub fn check(&self) -> Result<VaultReport, StoreError> {
        let connection = open::maintenance(&self.folder.database(), &self.master.database_key())?;
        let pages_are_whole = open::pages_are_whole(&connection)?;
        let snapshot = Transaction::new_unchecked(&connection, TransactionBehavior::Deferred)?;
        let again = || open::maintenance(&self.folder.database(), &self.master.database_key());
        let read = Read::with_again(&snapshot, &again);
        let chain = verify(&read)?;
        let unlike_journal = if chain.damage.is_none() { tables_match_journal(&read)? } else { Vec::new() };
        let (n_media, damaged_files) = self.check_files(&snapshot)?;
        let mut damaged_media = named_by(&snapshot, &damaged_files)?;
        damaged_media.extend(without_thumbnail(&read)?);
        let (n_entries, damage, head) = (chain.n_entries, chain.damage, read.head()?);
        let n_damaged_media = damaged_files.len();
        Ok(VaultReport {
            n_entries,
            head,
            pages_are_whole,
            damage,
            unlike_journal,
            n_media,
            n_damaged_media,
            damaged_media,
        })
    }

    /// How many files there are, and the SHA-256 of those that are missing or altered.
    fn check_files(&self, rows: &Connection) -> Result<(usize, Vec<String>), StoreError> {
        let mut statement = rows.prepare("SELECT id, lower(hex(sha256)) FROM media")?;
        let files = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let files: Vec<([u8; 32], String)> = files.collect::<Result<_, _>>()?;
        let n_files = files.len();
        let mut damaged = Vec::new();
        for (id, sha256) in files {
            match self.media.sealed(rows, &id) {
                Ok(_) => {}
                Err(StoreError::Damaged(_)) => damaged.push(sha256),
                Err(problem) => return Err(problem),
            }
        }
        Ok((n_files, damaged))
    }
}

/// The records that name files: of each kind, the query for those that name one.
const NAMES_FILES: [(Entity, &str); 3] = [
    (Entity::Document, "SELECT id FROM document WHERE pdf_sha256 = ?1"),
    (Entity::Photo, "SELECT id FROM photo WHERE body ->> '$.photo_sha256' = ?1"),
    (Entity::Scan, "SELECT id FROM scan WHERE body ->> '$.received_sha256' = ?1 OR body ->> '$.picture_sha256' = ?1"),
];

fn named_by(rows: &Connection, files: &[String]) -> Result<Vec<DamagedMedia>, StoreError> {
    let mut named = Vec::new();
    for sha256 in files {
        for (entity, sql) in NAMES_FILES {
            let mut statement = rows.prepare_cached(sql)?;
            let ids = statement.query_map([sha256], |row| row.get(0).map(|Id(id)| id))?;
            for id in ids {
                named.push(DamagedMedia { entity, id: id? });
            }
        }
    }
    Ok(named)
}

/// Photos and scans whose thumbnail is not what was kept.
fn without_thumbnail(read: &Read<'_>) -> Result<Vec<DamagedMedia>, StoreError> {
    let mut without = Vec::new();
    for (entity, sql) in [
        (Entity::Photo, "SELECT id, body ->> '$.thumbnail_sha256' FROM photo"),
        (Entity::Scan, "SELECT id, body ->> '$.thumbnail_sha256' FROM scan"),
    ] {
        let mut statement = read.connection().prepare(sql)?;
        let named = statement.query_map([], |row| Ok((row.get(0).map(|Id(id)| id)?, row.get(1)?)))?;
        for (id, name) in named.collect::<Result<Vec<(Uuid, Option<String>)>, _>>()? {
            match name.map(|name| read.thumbnail(&name)) {
                None | Some(Ok(_)) => {}
                Some(Err(StoreError::NotFound | StoreError::Damaged(_))) => without.push(DamagedMedia { entity, id }),
                Some(Err(problem)) => return Err(problem),
            }
        }
    }
    Ok(without)
}
