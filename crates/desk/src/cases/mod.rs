//! Use cases: one file for each thing people do at the desk. Every function here stands behind the door.

pub(crate) mod backup;
pub(crate) mod charting;
pub(crate) mod clients;
pub(crate) mod consent_checks;
pub(crate) mod consents;
pub(crate) mod documents;
pub(crate) mod export;
pub(crate) mod fields;
pub(crate) mod journal;
pub(crate) mod own_keys;
pub(crate) mod people;
pub(crate) mod plans;
pub(crate) mod protocol;
pub(crate) mod quick_unlock;
pub(crate) mod recovery;
pub(crate) mod restrictions;
pub(crate) mod screening;
pub(crate) mod second_factor;
pub(crate) mod session;
pub(crate) mod settings;
pub(crate) mod sheets;
pub(crate) mod signing;
pub(crate) mod today;
pub(crate) mod visits;
