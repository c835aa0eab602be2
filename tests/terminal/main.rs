//! `needlepoint-cli` as a clinic's own automation calls it: what it prints, where, and how it ends.

mod backup;
mod clinic;
mod init;
mod journal;
mod protocol;
mod sample;
