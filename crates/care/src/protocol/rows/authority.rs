//! Rows that say where rules come from, and what a clinic may set.

use serde::Deserialize;

use crate::ids::{RuleId, WaitId};
use crate::protocol::Unit;

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SourceRow {
    pub(crate) id: String,
    pub(crate) title: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RuleRow {
    pub(crate) id: RuleId,
    pub(crate) source: Vec<String>,
    pub(crate) status: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WaitRow {
    pub(crate) id: WaitId,
    pub(crate) exposure: String,
    pub(crate) days: u32,
    pub(crate) from: u32,
    pub(crate) to: u32,
    pub(crate) source: Vec<String>,
    pub(crate) status: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ParameterRow {
    pub(crate) id: RuleId,
    pub(crate) unit: Unit,
    pub(crate) default: u32,
    pub(crate) from: u32,
    pub(crate) to: u32,
    pub(crate) source: Vec<String>,
    pub(crate) status: String,
}
