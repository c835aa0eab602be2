//! The vault: everything a practice knows, encrypted on its own machine.
//!
//! [`Vault`] is the one door. [`Vault::read`] gives a snapshot, [`Vault::write`] one transaction in which
//! [`Write::put`] appends to the journal and brings the tables up to date. All SQL of the product is in here.
//! The store decides no clinical rule and reads no clock: time and ids come in as arguments.

mod backup;
mod canonical;
mod checkup;
mod draft;
mod durable;
mod error;
mod folder;
mod journal;
mod keys;
mod media;
mod migrate;
mod open;
mod quick_unlock;
mod read;
mod record;
mod renewal;
mod second_factor;
mod sql;
mod stamp;
mod unlock;
mod vault;
mod write;

#[cfg(test)]
mod tests;

pub use backup::{Backup, BackupJob, BackupMade, BackupReport, UnlockedBackup};
pub use checkup::VaultReport;
pub use draft::{DraftField, DraftStep};
pub use error::{Part, StoreError};
pub use journal::{
    Anchor, AnchorLog, ChainReport, Damage, DamageKind, Entry, Head, KnownHead, Occasion, tables_match_journal, verify,
    verify_against,
};
pub use keys::{
    CodeSecret, FailedUnlock, Holder, MIN_PASSWORD_CHARS, MasterKey, Password, PasswordError, PasswordKind, PinKey,
    RecoveryKey, RecoveryKeyError, Way,
};
pub use media::StoredMedia;
pub use read::{
    AppointmentRow, ClientFacts, ClientRow, JournalFilter, JournalRow, OwedCopy, Read, Stored, VisitPapers,
};
pub use record::{BackupOutcome, BackupRun, CopyGiven, Entity, Place, Record};
pub use renewal::Renewal;
pub use stamp::{Act, Change, Changes, Stamp};
pub use unlock::{NewSlot, NewVault};
pub use vault::Vault;
pub use write::{Numbered, Write};
