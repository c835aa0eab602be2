//! The contract with the screen: what comes in (`…Request`), one thing on screen (`…View`), one line of a list (`…Row`).
//!
//! `ui/src/lib/backend/contract.ts` is generated from these types and from the command list; a test refuses a stale one.
//! Days are `YYYY-MM-DD`, instants are UTC in RFC 3339, clock times are the clinic's. Nothing here decides a rule.

mod aftercare;
mod backup;
mod chart;
mod client;
mod consent;
mod consent_file;
mod device_secret;
mod document;
mod failure;
mod journal;
mod keeping;
mod paper;
mod people;
mod photo;
mod plan;
mod protocol;
mod restriction;
mod screening;
mod second_factor;
mod session;
mod signed_pages;
mod today;
mod visit;

pub use aftercare::*;
pub use backup::*;
pub use chart::*;
pub use client::*;
pub use consent::*;
pub use consent_file::*;
pub use device_secret::*;
pub use document::*;
pub use failure::*;
pub use journal::*;
pub use keeping::*;
pub use paper::*;
pub use people::*;
pub use photo::*;
pub use plan::*;
pub use protocol::*;
pub use restriction::*;
pub use screening::*;
pub use second_factor::*;
pub use session::*;
pub use signed_pages::*;
pub use today::*;
pub use visit::*;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Nothing to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Empty {}
