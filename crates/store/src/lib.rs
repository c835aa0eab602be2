//! The vault: everything a practice knows, encrypted on its own machine.
//!
//! [`Vault`] is the one door. [`Vault::read`] gives a snapshot, [`Vault::write`] one transaction in which
//! [`Write::put`] appends to the journal and brings the tables up to date. All SQL of the product is in here.
//! The store decides no clinical rule and reads no clock: time and ids come in as arguments.

mod aside;
mod backup;
mod bundle;
mod canonical;
mod checkup;
mod device_secret;
mod draft;
mod durable;
mod erase;
mod error;
mod filling;
mod folder;
mod journal;
mod keys;
mod media;
mod migrate;
mod open;
mod pen;
mod quick_unlock;
mod read;
mod record;
mod renewal;
mod seal_key;
mod second_factor;
mod sql;
mod stamp;
mod thumbnail;
mod unlock;
mod upgrade;
mod vault;
mod write;

#[cfg(test)]
mod tests;

pub use backup::{Backup, BackupJob, BackupMade, BackupOutside, BackupReport, DrillReport, UnlockedBackup};
pub use bundle::{
    BundleFault, BundleReport, BundleSigner, bundle_file, canonical_bundle, sign_off_message, text_sha256,
    verify_bundle,
};
pub use checkup::{DamagedMedia, VaultReport};
pub use draft::{DraftField, DraftStep};
pub use erase::Erased;
pub use error::{Part, StoreError};
pub use filling::Filling;
pub use journal::{
    Anchor, AnchorLog, ChainReport, Damage, DamageKind, Entry, Head, KnownHead, Occasion, tables_match_journal, verify,
    verify_against,
};
pub use keys::{
    CodeSecret, DeviceSecret, FailedUnlock, Holder, MIN_PASSWORD_CHARS, MasterKey, Password, PasswordError,
    PasswordKind, PinKey, RecoveryKey, RecoveryKeyError, Way,
};
pub use media::StoredMedia;
pub use read::{
    AppointmentRow, ClientFacts, ClientRow, JournalFilter, JournalRow, KeptPhoto, KeptScan, LastSeen, OwedCopy, Read,
    Stored, VisitPapers,
};
pub use record::{BackupOutcome, BackupRun, CopyGiven, DrillOutcome, Entity, Place, Record, RestoreDrill};
pub use renewal::Renewal;
pub use seal_key::SealSecret;
pub use stamp::{Act, Change, Changes, Stamp};
pub use thumbnail::thumbnail_name;
pub use unlock::{NewSlot, NewVault};
pub use upgrade::Upgrade;
pub use vault::Vault;
pub use write::{Numbered, Write};
