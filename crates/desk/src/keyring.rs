//! The keyring of this computer, as a use case needs it. The window and the terminal bring the operating system's; the
//! tests their own.

use store::DeviceSecret;
use uuid::Uuid;

/// Where this computer keeps secrets for the person who is signed in to it.
pub trait Keyring: Send + Sync {
    /// Whether there is one at all.
    fn is_here(&self) -> bool;

    /// The secret `id`; `None` where it was never kept, also because there is no keyring.
    ///
    /// # Errors
    /// [`KeyringProblem::Refused`], where the keyring may hold it and does not say.
    fn read(&self, id: Uuid) -> Result<Option<DeviceSecret>, KeyringProblem>;

    /// Keeps a secret. `Ok` means it was taken: who relies on it reads it back.
    ///
    /// # Errors
    /// A [`KeyringProblem`] says why it was not taken.
    fn keep(&self, secret: &DeviceSecret) -> Result<(), KeyringProblem>;

    /// Forgets the secret `id`, if it is there.
    ///
    /// # Errors
    /// [`KeyringProblem::Refused`].
    fn forget(&self, id: Uuid) -> Result<(), KeyringProblem>;
}

/// A computer without a keyring.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct NoKeyring;

impl Keyring for NoKeyring {
    fn is_here(&self) -> bool {
        false
    }

    fn read(&self, _: Uuid) -> Result<Option<DeviceSecret>, KeyringProblem> {
        Ok(None)
    }

    fn keep(&self, _: &DeviceSecret) -> Result<(), KeyringProblem> {
        Err(KeyringProblem::Missing)
    }

    fn forget(&self, _: Uuid) -> Result<(), KeyringProblem> {
        Ok(())
    }
}

/// Why the keyring was of no use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyringProblem {
    /// There is none on this computer.
    #[error("no keyring")]
    Missing,
    /// It is locked, or does not answer.
    #[error("the keyring refused")]
    Refused,
    /// It did not give back what it had taken.
    #[error("the keyring forgot")]
    Forgot,
}
