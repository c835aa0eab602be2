//! What the vault promises, tried on vaults in scratch folders. They open by key, so no test waits for a password
//! but the ones about passwords.

mod backup;
mod bundle;
mod device_secret;
mod drafts;
mod durability;
mod erase;
mod filling;
mod folder;
mod guards;
mod jcs;
mod journal;
mod keys;
mod media;
mod migration;
mod passwords;
mod photos;
mod practice;
mod protocol;
mod quick_unlock;
mod reading;
mod renewal;
mod rot;
mod seal_key;
mod search;
mod second_factor;
mod secrecy;
mod signed;
mod tamper;
mod upgrade;
mod writing;

use practice::{Practice, a_chart, a_client, a_consent, a_document, a_visit, day, id, stamp, stamp_at};
