//! The secret of this computer beside one's own password.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How it stands with the secret of this computer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DeviceSecretState {
    /// The password opens alone.
    Off,
    /// The password opens together with the secret in the keyring of this computer only.
    On,
    /// The password opens alone, and this computer has no keyring.
    NotAvailable,
}

/// How it stands with the secret of this computer, for the person at the desk.
#[derive(Debug, Clone, Copy, Serialize, TS)]
pub struct DeviceSecretView {
    /// Which of the three.
    pub state: DeviceSecretState,
}

/// One's own password, typed again: a PIN makes no key.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OwnPasswordRequest {
    /// The password.
    pub password: String,
}
