//! Rows about what follows: series, risks, holds, phases, warning signs.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Phototype, Region};
use crate::ids::{HoldId, QuestionId, RiskId, RuleId, SymptomName, WaitId};
use crate::verdict::{FlagAction, HoldKind};
use crate::vocabulary::{ComponentKind, PastKind, Substance, Target};

/// How often a risk is seen, from the most to the least often.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Frequency {
    /// Above 10 in 100.
    VeryCommon,
    /// 1 to 10 in 100.
    Common,
    /// 1 to 10 in 1,000.
    Uncommon,
    /// Below 1 in 1,000.
    Rare,
    /// Nobody has a usable number.
    Unknown,
    /// Something to know that is not a harm.
    Note,
}

#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RiskRow {
    pub(crate) id: RiskId,
    pub(crate) frequency: Frequency,
    pub(crate) on: Vec<Target>,
    #[serde(default)]
    pub(crate) near_eye: bool,
    #[serde(default)]
    pub(crate) substances: Vec<Substance>,
    /// The numbers behind the frequency, in the short form of the fact base.
    #[serde(default)]
    pub(crate) evidence: String,
    pub(crate) source: Vec<String>,
    pub(crate) status: String,
}

#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FlagRow {
    pub(crate) id: RuleId,
    pub(crate) symptoms: Vec<SymptomRow>,
    pub(crate) action: FlagAction,
    #[serde(default)]
    pub(crate) raised: Option<RaisedRow>,
    #[serde(default)]
    pub(crate) adverse_events: Vec<RuleId>,
    pub(crate) on_sheet_for: Vec<ComponentKind>,
    pub(crate) reportable: bool,
    pub(crate) stops_series: bool,
    pub(crate) source: Vec<String>,
    pub(crate) status: String,
}

#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SymptomRow {
    pub(crate) name: SymptomName,
    #[serde(default)]
    pub(crate) from_hour: Option<u32>,
    #[serde(default)]
    pub(crate) after_hour: Option<u32>,
}

#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RaisedRow {
    pub(crate) action: FlagAction,
    #[serde(default)]
    pub(crate) with_symptom: Option<SymptomName>,
    #[serde(default)]
    pub(crate) with_past: Option<PastKind>,
}

#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ConflictRow {
    pub(crate) id: RuleId,
    #[serde(default)]
    pub(crate) among: Vec<Vec<ComponentKind>>,
    #[serde(default)]
    pub(crate) all_yes: Vec<QuestionId>,
    pub(crate) source: Vec<String>,
    pub(crate) status: String,
}

#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct HoldDefinition {
    pub(crate) id: HoldId,
    pub(crate) kind: HoldKind,
    #[serde(default)]
    pub(crate) hours: BTreeMap<Column, u32>,
    #[serde(default)]
    pub(crate) otherwise: Option<HoldKind>,
    #[serde(default)]
    pub(crate) at_least: Vec<WaitId>,
    #[serde(default)]
    pub(crate) with_yes: Option<QuestionId>,
    #[serde(default)]
    pub(crate) note: String,
    pub(crate) source: Vec<String>,
    pub(crate) status: String,
}

#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SeriesFile {
    pub(crate) source: Vec<String>,
    pub(crate) status: String,
    pub(crate) shallow_um: u32,
    pub(crate) shallow_days: u32,
    pub(crate) interval: WaitId,
    pub(crate) deep_um: u32,
    pub(crate) long_days: u32,
    pub(crate) long_phototype: Vec<Phototype>,
    pub(crate) review_days: Vec<u32>,
    pub(crate) studied_days: [u32; 2],
    pub(crate) maintenance_months: [u32; 2],
    pub(crate) stop_from_grade: u32,
    pub(crate) open_channel: OpenChannel,
}

#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OpenChannel {
    pub(crate) rule: RuleId,
    pub(crate) hours: u32,
    pub(crate) long_hours: u32,
}

/// The columns of the aftercare table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
pub(crate) enum Column {
    /// Shallow needling.
    #[serde(rename = "mnl")]
    Mnl,
    /// Needling of ordinary depth.
    #[serde(rename = "mns")]
    Mns,
    /// Deep needling, or of the body.
    #[serde(rename = "mnd")]
    Mnd,
    /// Plasma.
    #[serde(rename = "prp")]
    Prp,
    /// A very superficial or superficial peel.
    #[serde(rename = "ps")]
    Ps,
    /// A medium or deep peel.
    #[serde(rename = "pm")]
    Pm,
    /// Radiofrequency needling.
    #[serde(rename = "rf")]
    Rf,
}

#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AftercareFile {
    pub(crate) columns: Columns,
    pub(crate) darker: Darker,
    pub(crate) night: Night,
    #[serde(rename = "hold")]
    pub(crate) holds: Vec<HoldDefinition>,
    #[serde(rename = "conflict")]
    pub(crate) conflicts: Vec<ConflictRow>,
    #[serde(rename = "phase")]
    pub(crate) phases: Vec<PhaseRow>,
}

#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Columns {
    pub(crate) shallow_um: u32,
    pub(crate) deep_um: u32,
    pub(crate) body_regions: Vec<Region>,
    pub(crate) source: Vec<String>,
    pub(crate) status: String,
}

/// The phototypes for which a sheet has texts of their own.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Darker {
    pub(crate) phototype: Vec<Phototype>,
    pub(crate) texts: Vec<RuleId>,
    pub(crate) source: Vec<String>,
    pub(crate) status: String,
}

#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Night {
    pub(crate) from_hour: u32,
    pub(crate) to_hour: u32,
    pub(crate) source: Vec<String>,
    pub(crate) status: String,
}

#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PhaseRow {
    pub(crate) id: RuleId,
    pub(crate) from_hour: u32,
    pub(crate) to_hour: u32,
    #[serde(default)]
    pub(crate) only_with: Vec<Column>,
    pub(crate) source: Vec<String>,
    pub(crate) status: String,
}
