//! The keyring of the operating system: the Secret Service on Linux, and what stands for it elsewhere. The window and
//! the terminal of one computer read the same one.

use desk::{DeviceSecret, Keyring, KeyringProblem};
use keyring::{Entry, Error};
use uuid::Uuid;
use zeroize::Zeroizing;

/// What the entries are filed under. Beside it stands the secret's id, never a name.
const SERVICE: &str = "Needlepoint";

/// The keyring of the operating system, if there is one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct OsKeyring;

impl Keyring for OsKeyring {
    fn is_here(&self) -> bool {
        Entry::store_status().is_ok()
    }

    fn read(&self, id: Uuid) -> Result<Option<DeviceSecret>, KeyringProblem> {
        if !self.is_here() {
            return Ok(None);
        }
        let kept = match entry(id)?.get_secret() {
            Ok(kept) => Zeroizing::new(kept),
            Err(Error::NoEntry) => return Ok(None),
            Err(_) => return Err(KeyringProblem::Refused),
        };
        // Something else under our name is not the secret.
        Ok(<[u8; 32]>::try_from(kept.as_slice()).ok().map(|bytes| DeviceSecret::kept(id, bytes)))
    }

    fn keep(&self, secret: &DeviceSecret) -> Result<(), KeyringProblem> {
        if !self.is_here() {
            return Err(KeyringProblem::Missing);
        }
        entry(secret.id())?.set_secret(secret.bytes()).map_err(|_| KeyringProblem::Refused)
    }

    fn forget(&self, id: Uuid) -> Result<(), KeyringProblem> {
        if !self.is_here() {
            return Ok(());
        }
        match entry(id)?.delete_credential() {
            Ok(()) | Err(Error::NoEntry) => Ok(()),
            Err(_) => Err(KeyringProblem::Refused),
        }
    }
}

fn entry(id: Uuid) -> Result<Entry, KeyringProblem> {
    Entry::new(SERVICE, &id.to_string()).map_err(|_| KeyringProblem::Refused)
}
