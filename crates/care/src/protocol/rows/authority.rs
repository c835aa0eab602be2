//! Rows that say where rules come from, and what a clinic may set.

use serde::{Deserialize, Serialize};

use crate::ids::{RuleId, WaitId};
use crate::protocol::Unit;

#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SourceRow {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) read_as: String,
    /// How many numbered claims a seed article has.
    #[serde(default)]
    pub(crate) n_claims: u32,
}

#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RuleRow {
    pub(crate) id: RuleId,
    pub(crate) source: Vec<String>,
    pub(crate) status: String,
}

#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WaitRow {
    pub(crate) id: WaitId,
    pub(crate) exposure: String,
    pub(crate) days: u32,
    pub(crate) from: u32,
    pub(crate) to: u32,
    pub(crate) direction: Direction,
    #[serde(default)]
    pub(crate) also: Vec<AlsoDays>,
    pub(crate) source: Vec<String>,
    pub(crate) status: String,
}

/// Which way a wait counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Direction {
    /// From the exposure to the treatment.
    Before,
    /// From the treatment to the exposure.
    After,
    /// Either way.
    Both,
    /// From one treatment to the next of its kind.
    Between,
}

/// Days the facts name for a narrower case; they inform and are no parameter.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AlsoDays {
    pub(crate) days: u32,
    pub(crate) words: String,
}

#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ParameterRow {
    pub(crate) id: RuleId,
    pub(crate) what: String,
    pub(crate) unit: Unit,
    pub(crate) default: u32,
    pub(crate) from: u32,
    pub(crate) to: u32,
    pub(crate) source: Vec<String>,
    pub(crate) status: String,
}
