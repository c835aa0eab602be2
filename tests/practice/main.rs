//! The practice through the door the window uses: what a clinician does, and what the product refuses.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops where it stands")]

mod backup;
mod clinic;
mod consent;
mod consent_file;
mod cosigners;
mod device_secret;
mod done;
mod entries;
mod gates;
mod journal;
mod keeping;
mod keyring;
mod papers;
mod people;
mod photos;
mod protocol;
mod quick_unlock;
mod refusals;
mod roles;
mod safety;
mod scope;
mod second_factor;
mod signed_pages;
mod visit;
mod wrong_client;
mod wrong_client_papers;
