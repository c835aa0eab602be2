//! The clinic's protocol: what it sets differently from the shipped rules, and the prescriber who stands behind it.
//!
//! Both records are final: another setting is another version, another opinion another approval.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{ProtocolId, UserId};

/// One version of the clinic's protocol. It is a proposal until a prescriber approves it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClinicProtocol {
    /// Made when it was written down.
    pub id: ProtocolId,
    /// Counts up from 1.
    pub number: u32,
    /// Version of the shipped rules it was written for: "2026.1".
    pub shipped_version: String,
    /// Everything that differs from the shipped rules, by the id of the setting: `w.peel_s`, `p.min_age`.
    pub settings: BTreeMap<String, SettingValue>,
    /// Why, in the words of who wrote it.
    pub reason: String,
    /// Who wrote it.
    pub set_by: UserId,
    /// Full name at that time.
    pub set_by_name: String,
    /// When.
    pub set_at: DateTime<Utc>,
}

/// What a setting may hold: a count in the setting's own unit, or one word of a closed list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
#[serde(untagged)]
pub enum SettingValue {
    /// Whole days, hours or years.
    Number(u32),
    /// `consensus`, `written`.
    Word(String),
}

impl std::fmt::Display for SettingValue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Number(number) => number.fmt(f),
            Self::Word(word) => f.write_str(word),
        }
    }
}

/// A prescriber stands behind one version of the clinic's protocol and the shipped rules it was written for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProtocolApproval {
    /// The version that is approved. It is approved once, so this is the record's id too.
    pub protocol: ProtocolId,
    /// What people see: "2026.1+3".
    pub version: String,
    /// Why, in the prescriber's words.
    pub reason: String,
    /// Who approved it.
    pub approved_by: UserId,
    /// Full name at that time.
    pub approved_by_name: String,
    /// Register and number at that time.
    pub registration: String,
    /// When.
    pub approved_at: DateTime<Utc>,
}
