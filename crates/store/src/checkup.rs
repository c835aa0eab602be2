//! Checking a whole vault while it is open: pages, journal, tables, media files.

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::{Damage, Entity, Head, Read, StoreError, Vault, open, tables_match_journal, verify};

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
}

impl VaultReport {
    /// Whether nothing is damaged.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.pages_are_whole && self.damage.is_none() && self.unlike_journal.is_empty() && self.n_damaged_media == 0
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
        let (n_media, n_damaged_media) = self.check_media(&snapshot)?;
        let (n_entries, damage, head) = (chain.n_entries, chain.damage, read.head()?);
        Ok(VaultReport { n_entries, head, pages_are_whole, damage, unlike_journal, n_media, n_damaged_media })
    }

    fn check_media(&self, rows: &Connection) -> Result<(usize, usize), StoreError> {
        let mut statement = rows.prepare("SELECT id FROM media")?;
        let ids: Vec<[u8; 32]> = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        let mut n_damaged = 0;
        for id in &ids {
            match self.media.sealed(rows, id) {
                Ok(_) => {}
                Err(StoreError::Damaged(_)) => n_damaged += 1,
                Err(problem) => return Err(problem),
            }
        }
        Ok((ids.len(), n_damaged))
    }
}
