//! What the vault promises, tried on vaults in scratch folders. They open by key, so no test waits for a password
//! but the ones about passwords.

mod backup;
mod drafts;
mod durability;
mod folder;
mod journal;
mod media;
mod migration;
mod passwords;
mod practice;
mod protocol;
mod reading;
mod search;
mod secrecy;
mod signed;
mod writing;

use practice::{Practice, a_chart, a_client, a_consent, a_document, a_visit, day, id, stamp, stamp_at};
