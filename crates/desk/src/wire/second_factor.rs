//! The second factor of who administers: a code before acts on people, keys and settings.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How one's own second factor stands.
#[derive(Debug, Clone, Copy, Serialize, TS)]
pub struct SecondFactorView {
    /// Whether acts on people, keys and settings ask for a code.
    pub is_on: bool,
}

/// A fresh secret, shown once. It counts once a code of it was typed back.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SecondFactorDrawView {
    /// The secret in groups, to be typed into an authenticator.
    pub secret: String,
    /// The same as a picture for its camera.
    pub qr: QrView,
}

/// A QR code as a path, to be filled in black on white.
#[derive(Debug, Clone, Serialize, TS)]
pub struct QrView {
    /// Modules along one side, the quiet margin of four on each side included.
    pub n_modules: u16,
    /// The dark modules as an SVG path; a module is one unit.
    pub path: String,
}

/// A code of an authenticator.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CodeRequest {
    /// Six digits; gaps do not matter.
    pub code: String,
}
