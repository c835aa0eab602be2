//! A keyring of paper: one that works, and the ways in which one does not.

use std::sync::Mutex;

use desk::{DeviceSecret, Keyring, KeyringProblem};
use uuid::Uuid;

/// How a keyring behaves.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Behaviour {
    /// There is none.
    #[default]
    Absent,
    /// It keeps what it is given.
    Works,
    /// It takes everything and keeps nothing.
    Forgets,
    /// It is locked.
    Fails,
}

/// The keyring of a paper machine.
#[derive(Default)]
pub(crate) struct PaperKeyring {
    pub(crate) behaviour: Mutex<Behaviour>,
    pub(crate) kept: Mutex<Vec<DeviceSecret>>,
}

impl PaperKeyring {
    pub(crate) fn behave(&self, behaviour: Behaviour) {
        *self.behaviour.lock().unwrap() = behaviour;
    }

    fn now(&self) -> Behaviour {
        *self.behaviour.lock().unwrap()
    }
}

impl Keyring for PaperKeyring {
    fn is_here(&self) -> bool {
        self.now() != Behaviour::Absent
    }

    fn read(&self, id: Uuid) -> Result<Option<DeviceSecret>, KeyringProblem> {
        match self.now() {
            Behaviour::Works | Behaviour::Forgets => {
                Ok(self.kept.lock().unwrap().iter().find(|kept| kept.id() == id).cloned())
            }
            Behaviour::Absent => Ok(None),
            Behaviour::Fails => Err(KeyringProblem::Refused),
        }
    }

    fn keep(&self, secret: &DeviceSecret) -> Result<(), KeyringProblem> {
        match self.now() {
            Behaviour::Works => self.kept.lock().unwrap().push(secret.clone()),
            Behaviour::Forgets => {}
            Behaviour::Absent => return Err(KeyringProblem::Missing),
            Behaviour::Fails => return Err(KeyringProblem::Refused),
        }
        Ok(())
    }

    fn forget(&self, id: Uuid) -> Result<(), KeyringProblem> {
        self.kept.lock().unwrap().retain(|kept| kept.id() != id);
        Ok(())
    }
}
