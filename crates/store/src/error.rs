//! Why the vault could not do what was asked.
//!
//! The screen branches on the variant. Nothing here carries a word of a record: ids, versions and codes only.

use std::io::ErrorKind;

use rusqlite::ffi;

use crate::keys::{PasswordError, RecoveryKeyError};

/// Why the vault could not do what was asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// The password, or the recovery key, does not open this vault.
    #[error("this password does not open the vault")]
    WrongPassword,
    /// This password opens only together with a secret that another computer keeps, or this one did.
    #[error("the secret of the computer is missing")]
    DeviceSecretMissing,
    /// The recovery key has no slot, so the secret of a computer would become the only way in.
    #[error("no recovery key is in force")]
    NoRecoveryKey,
    /// Too many wrong passwords; the next try is allowed after this many seconds.
    #[error("the next try is allowed in {seconds} s")]
    Throttled {
        /// Whole seconds left, at least one.
        seconds: u64,
    },
    /// A hundred wrong passwords in a row: only another user or the recovery key opens the vault now.
    #[error("this user is locked out")]
    LockedOut,
    /// The PIN of this run is not right; after the last try it is destroyed.
    #[error("the PIN is not right, {tries_left} tries are left")]
    WrongPin {
        /// Tries left.
        tries_left: u8,
    },
    /// The code of a second factor is not right, or was used already.
    #[error("the code is not right, or used up")]
    WrongCode,
    /// The PIN of this run unlocks nothing any more: its holder was removed or has other keys, or the clinic's key
    /// was changed.
    #[error("the PIN unlocks nothing any more")]
    PinVoid,
    /// Somebody has not unlocked since keys of their own were brought in, so the clinic's key cannot follow them.
    #[error("a slot is of the older kind")]
    OldKeys,
    /// This person has no key to sign with at this desk: another sign-in with the password brings one.
    #[error("no key to sign with")]
    NoPen,
    /// The new password is refused.
    #[error("the password is refused: {0}")]
    Password(#[from] PasswordError),
    /// What was typed is no recovery key.
    #[error("the recovery key is not readable: {0}")]
    RecoveryKey(#[from] RecoveryKeyError),
    /// Another window has this vault open.
    #[error("another window has this vault open")]
    AlreadyOpen,
    /// Another program held the database longer than five seconds.
    #[error("another program is writing to this vault")]
    Busy,
    /// Written by a newer program. Nothing was changed.
    #[error("the vault has format {vault}, this program knows {program}")]
    VaultIsNewer {
        /// Format of the vault.
        vault: u32,
        /// Newest format this program knows.
        program: u32,
    },
    /// There is no vault in this folder.
    #[error("there is no vault in this folder")]
    NotAVault,
    /// There is a vault, or something else, in this folder already. Nothing was overwritten.
    #[error("the folder is not empty")]
    NotEmpty,
    /// The backup is of another clinic than the vault it would take the place of.
    #[error("the backup is of another vault")]
    OtherVault,
    /// A part of the vault is not what was written. Restore from a backup.
    #[error("the vault is damaged: {0}")]
    Damaged(Part),
    /// A part of a backup is not what was written, or not by this vault. Nothing was restored from it.
    #[error("the backup is damaged: {0}")]
    BackupDamaged(Part),
    /// There is no backup at this path, or backups of several vaults.
    #[error("there is no one backup here")]
    NotABackup,
    /// The folder for backups is not there: the disk may not be plugged in.
    #[error("the backup folder is not there")]
    NoBackupFolder,
    /// The folder for backups lies in the vault's own folder and would be lost together with it.
    #[error("the backup folder lies inside the vault")]
    BackupInsideVault,
    /// The disk is full. Nothing of the refused write was kept.
    #[error("the disk is full")]
    Full,
    /// The record was changed since it was read.
    #[error("the record is at version {current}, the change was based on {based_on}")]
    Conflict {
        /// Newest version.
        current: u32,
        /// Version the change was based on.
        based_on: u32,
    },
    /// What is signed or filed is never edited; write an addendum.
    #[error("what is signed is final")]
    SignedIsFinal,
    /// No such record.
    #[error("no such record")]
    NotFound,
    /// A million numbers of one kind are used up on this computer; the clinic gives it another letter.
    #[error("no number is left for this letter")]
    NoNumberLeft,
    /// The vault's disk or folder may not be written to.
    #[error("the vault is read-only")]
    ReadOnly,
    /// A record with a fractional number: amounts are whole numbers of a named unit, or no hash could be checked.
    #[error("a record carries a fractional number")]
    NotCanonical,
    /// The operating system gave no random bytes.
    #[error("no randomness from the operating system")]
    NoRandomness,
    /// The disk refused for another reason.
    #[error("the disk refused: {0:?}")]
    Io(ErrorKind),
    /// The database refused for another reason, with SQLite's extended result code.
    #[error("the database refused with code {0}")]
    Sql(i32),
}

/// A part of a vault that can be damaged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Part {
    /// The key file.
    #[error("the key file")]
    Keys,
    /// The database file.
    #[error("the database")]
    Database,
    /// A journal entry, its body or its place in the chain.
    #[error("the journal")]
    Journal,
    /// A row of a record cannot be read; it can be rebuilt from the journal.
    #[error("a record")]
    Record,
    /// An encrypted media file is missing or altered.
    #[error("a media file")]
    Media,
    /// The list of what a backup consists of.
    #[error("the list")]
    Manifest,
}

/// The sentence of the triggers that guard signed records.
const SIGNED_IS_FINAL: &str = "signed is final";

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::Error;
        if let Error::SqliteFailure(_, Some(message)) = &error
            && message == SIGNED_IS_FINAL
        {
            return Self::SignedIsFinal;
        }
        if let Some(code) = error.sqlite_error() {
            return from_sqlite(code.extended_code);
        }
        if matches!(error, Error::QueryReturnedNoRows) {
            return Self::NotFound;
        }
        let is_unreadable = matches!(
            error,
            Error::FromSqlConversionFailure(..) | Error::IntegralValueOutOfRange(..) | Error::InvalidColumnType(..)
        );
        if is_unreadable { Self::Damaged(Part::Record) } else { Self::Sql(ffi::SQLITE_MISUSE) }
    }
}

fn from_sqlite(extended_code: i32) -> StoreError {
    match extended_code & 0xff {
        ffi::SQLITE_FULL => StoreError::Full,
        ffi::SQLITE_NOTADB | ffi::SQLITE_CORRUPT => StoreError::Damaged(Part::Database),
        ffi::SQLITE_BUSY | ffi::SQLITE_LOCKED => StoreError::Busy,
        ffi::SQLITE_READONLY => StoreError::ReadOnly,
        _ => StoreError::Sql(extended_code),
    }
}

impl From<std::io::Error> for StoreError {
    fn from(error: std::io::Error) -> Self {
        let kind = error.kind();
        if matches!(kind, ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge) {
            return Self::Full;
        }
        if matches!(kind, ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem) {
            return Self::ReadOnly;
        }
        Self::Io(kind)
    }
}

impl From<getrandom::Error> for StoreError {
    fn from(_: getrandom::Error) -> Self {
        Self::NoRandomness
    }
}
