//! `needlepoint-cli` as a clinic's own automation calls it: what it prints, where, and how it ends.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops where it stands")]

mod automation;
mod backup;
mod clinic;
mod init;
mod journal;
mod protocol;
mod sample;
mod seals;
mod signed_consent;
