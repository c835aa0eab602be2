//! Filling a new vault that nobody works with yet: many short writes, durable together at the end.
//!
//! While a vault is filled a power cut may take back the newest writes, whole ones only: a vault with fewer made-up
//! people in it, which nobody was told is done. [`Filling::finish`] returns once everything is on the disk, and from
//! then on every write waits for the disk again (docs/decisions/0011-filling-a-new-vault.md).

use std::fs::OpenOptions;

use crate::durable::sync_folder_of;
use crate::{StoreError, Vault, open};

/// A vault that is being filled. Where it is dropped before its end, later writes wait for the disk all the same.
pub struct Filling<'a> {
    vault: &'a Vault,
}

impl Vault {
    /// Begins to fill a new vault. Only one without any client: nothing anybody has been told is kept is put at risk.
    ///
    /// # Errors
    /// [`StoreError::NotEmpty`] where there is a client already, and what opening can say.
    pub fn begin_filling(&self) -> Result<Filling<'_>, StoreError> {
        let mut writer = self.writer();
        let has_clients: bool = writer.query_row("SELECT EXISTS (SELECT 1 FROM client)", [], |row| row.get(0))?;
        if has_clients {
            return Err(StoreError::NotEmpty);
        }
        *writer = open::filling_writer(&self.folder.database(), &self.master.database_key())?;
        Ok(Filling { vault: self })
    }
}

impl Filling<'_> {
    /// Makes everything that was written durable.
    ///
    /// # Errors
    /// What the disk says; the vault must not be used then.
    pub fn finish(self) -> Result<(), StoreError> {
        let (database, key) = (self.vault.folder.database(), self.vault.master.database_key());
        let maintenance = open::maintenance(&database, &key)?;
        let (is_busy, _, _): (bool, i64, i64) =
            maintenance
                .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        if is_busy {
            return Err(StoreError::Busy);
        }
        OpenOptions::new().write(true).open(&database)?.sync_all()?;
        sync_folder_of(&database)
    }

    fn wait_for_the_disk_again(&self) -> Result<(), StoreError> {
        let mut writer = self.vault.writer();
        *writer = open::writer(&self.vault.folder.database(), &self.vault.master.database_key())?;
        Ok(())
    }
}

impl Drop for Filling<'_> {
    fn drop(&mut self) {
        // Where the vault cannot even be opened any more, no later write succeeds either.
        let _ = self.wait_for_the_disk_again();
    }
}

impl std::fmt::Debug for Filling<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Filling")
    }
}
