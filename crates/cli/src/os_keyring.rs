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

#[cfg(test)]
mod tests {
    use super::*;

    /// `make check-keyring` runs it beside a keyring that is unlocked.
    #[test]
    #[ignore = "needs the keyring of a desktop"]
    fn a_secret_comes_back_from_the_keyring_of_this_computer_until_it_is_forgotten() {
        let secret = DeviceSecret::kept(Uuid::from_u128(0x4e65_6564_6c65_706f_696e_7400_0000_0001), [7; 32]);
        assert!(OsKeyring.is_here(), "there is a keyring");
        OsKeyring.keep(&secret).unwrap();
        assert!(OsKeyring.read(secret.id()).unwrap() == Some(secret.clone()), "kept");
        let other = DeviceSecret::kept(secret.id(), [8; 32]);
        OsKeyring.keep(&other).unwrap();
        assert!(OsKeyring.read(secret.id()).unwrap() == Some(other), "the newest under its id");
        OsKeyring.forget(secret.id()).unwrap();
        assert!(OsKeyring.read(secret.id()).unwrap().is_none(), "gone");
        OsKeyring.forget(secret.id()).unwrap();
    }
}
