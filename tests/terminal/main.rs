//! `needlepoint-cli` as a clinic's own automation calls it: what it prints, where, and how it ends.

mod clinic;
mod journal;
mod protocol;
