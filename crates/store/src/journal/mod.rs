//! The journal: the append-only record of everything done. The tables of the records are its index.
//!
//! Each device has a chain of its own: `hash = SHA-256(seq ‖ prev ‖ JCS(entry))`. The entry carries the hash of
//! its body, `SHA-256(salt ‖ JCS(body))`; body and salt stand apart, so that an erased body cannot be guessed
//! from what stays. An entry is never changed and never taken away, by trigger and by authorizer.

mod anchor;
mod body;
mod entry;
mod facts;
mod rebuild;
mod tip;
mod verify;
mod walk;

pub use anchor::{Anchor, AnchorLog, Occasion};
pub(crate) use body::{Body, unpack};
pub use entry::{Entry, Head};
pub use rebuild::tables_match_journal;
#[cfg(test)]
pub(crate) use rebuild::{dump_all, rebuild};
pub(crate) use tip::{Subject, Tip, Version};
pub use verify::{ChainReport, Damage, DamageKind, KnownHead, verify, verify_against};
