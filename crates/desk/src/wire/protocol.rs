//! The clinic's protocol: what may be set, what is in force, what waits for a prescriber.

use std::collections::BTreeMap;

use care::record::SettingValue;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The rules in force, everything a clinic may set, and what waits for approval.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ProtocolView {
    /// Version in force, as every verdict names it.
    pub version: String,
    /// Version of the shipped rules under it.
    pub shipped_version: String,
    /// Who stands behind what is in force; `None` means "to be approved by the clinic".
    pub approval: Option<ApprovalView>,
    /// The newest version that nobody has approved yet.
    pub proposal: Option<ProposalView>,
    /// Everything a clinic may set.
    pub settings: Vec<SettingRow>,
}

/// Who approved the rules in force.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ApprovalView {
    /// Full name.
    pub name: String,
    /// Register and number.
    pub registration: String,
    /// When, in UTC.
    pub at: String,
    /// Why, in the prescriber's words.
    pub reason: String,
}

/// A version that waits for approval.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ProposalView {
    /// Its number, which the approval has to name.
    pub number: u32,
    /// What people will call it.
    pub version: String,
    /// Why, in the words of who wrote it.
    pub reason: String,
    /// Who wrote it.
    pub set_by_name: String,
    /// When, in UTC.
    pub set_at: String,
}

/// One thing a clinic may set.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SettingRow {
    /// `w.peel_s`, `p.min_age`, `cb.mn_peel_s`.
    pub id: String,
    /// The value that counts today.
    pub in_force: SettingValue,
    /// The shipped value.
    pub shipped: SettingValue,
    /// The value of the version that waits for approval; `None` where it changes nothing.
    pub proposed: Option<SettingValue>,
    /// What it may be, in words: "14 to 28 days".
    pub allowed: String,
    /// Source keys of the shipped value and the range.
    pub source: Vec<String>,
    /// Status codes joined by a slash.
    pub status: String,
}

/// Writes down a new version: a proposal until a prescriber approves it.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ProtocolSetRequest {
    /// Setting to value; `null` takes the shipped value again.
    pub settings: BTreeMap<String, Option<SettingValue>>,
    /// Why.
    pub reason: String,
}

/// A prescriber stands behind a version, or behind the rules in force as they are.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ProtocolApproveRequest {
    /// Number of the proposal as it was shown; `null` where there is none.
    pub number: Option<u32>,
    /// Why.
    pub reason: String,
    /// PIN or password.
    pub secret: String,
}
