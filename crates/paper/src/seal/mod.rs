//! The seal of a finished PDF: whether a single byte of it was changed, and where.
//!
//! A seal is a signature after ETSI CAdES with the clinic's own certificate, put at the end of the file without touching
//! what is there; any reader can check it. It proves that nothing was changed since, neither who the clinic is nor what
//! the time was: nobody else vouches for the certificate, and the time is the clock of the computer.
//!
//! `key` holds the clinic's key and certificate, `signature` the signature itself, `increment` the way into the file,
//! `pieces` the fingerprints that tell where a file was changed, `verify` the way back.

mod increment;
mod key;
mod pieces;
mod signature;
mod verify;

pub use increment::{SealFacts, seal};
pub use key::SealKey;
pub use verify::{Damage, Place, SealSeen, Verdict, Verification, verify};

/// Why a file could not be sealed. Nothing is written then.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// The bytes are no key.
    #[error("the clinic's key for seals cannot be used")]
    Key,
    /// The clinic has no name to put into a certificate.
    #[error("a certificate needs the clinic's name")]
    NoClinic,
    /// The instant lies outside the years a certificate can write down (1970 to 9999).
    #[error("the instant is not a year between 1970 and 9999")]
    Instant,
    /// The file is no PDF made by this program.
    #[error("the file is not one that was made here")]
    NotOurs,
    /// The signature could not be assembled: a defect of the program.
    #[error("the seal could not be assembled")]
    Assembly,
}
