//! Rows that are looked up: sources, waits, zones, indications, measures, peels, creams, series, phases.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{ConflictRow, HoldDefinition, Phototype};
use crate::decimal::Decimal;
use crate::ids::{IndicationId, MedicineName, QuestionId, RuleId, WaitId};
use crate::verdict::Class;
use crate::vocabulary::{
    AllergyClass, Jurisdiction, MeasureKind, NumbingAgent, NumbingProduct, Origin, PeelAgent, PeelClass, Substance,
};
use crate::zones::ZoneId;

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
    pub(crate) default: u32,
    pub(crate) from: u32,
    pub(crate) to: u32,
    pub(crate) source: Vec<String>,
    pub(crate) status: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct MedicineRow {
    pub(crate) name: MedicineName,
    pub(crate) question: QuestionId,
    #[serde(default)]
    pub(crate) question_when_prescribed: Option<QuestionId>,
    #[serde(default)]
    pub(crate) question_when_ended: Option<QuestionId>,
    pub(crate) source: Vec<String>,
    pub(crate) status: String,
}

/// The part of the body a zone lies in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub(crate) enum Region {
    /// Face.
    #[serde(rename = "face")]
    Face,
    /// Neck.
    #[serde(rename = "neck")]
    Neck,
    /// Scalp.
    #[serde(rename = "scalp")]
    Scalp,
    /// Chest, hands, arms, trunk, legs.
    #[serde(rename = "body")]
    Body,
    /// Elsewhere.
    #[serde(rename = "other")]
    Other,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ZoneRow {
    pub(crate) id: ZoneId,
    pub(crate) region: Region,
    #[serde(default)]
    pub(crate) near_eye: bool,
    #[serde(default)]
    pub(crate) suggested_um: Option<[u32; 2]>,
    pub(crate) max_um: u32,
    pub(crate) max_plus_um: u32,
    #[serde(default)]
    pub(crate) plus_for_scars_only: bool,
    #[serde(default)]
    pub(crate) never: bool,
    #[serde(default)]
    pub(crate) rule: Option<RuleId>,
    pub(crate) source: Vec<String>,
    pub(crate) status: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct IndicationRow {
    pub(crate) id: IndicationId,
    pub(crate) n_sessions: u32,
    #[serde(default)]
    pub(crate) is_scar: bool,
    #[serde(default)]
    pub(crate) cap: Option<IndicationCap>,
    #[serde(default)]
    pub(crate) informs: bool,
    pub(crate) evidence: String,
    pub(crate) source: Vec<String>,
    pub(crate) status: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct IndicationCap {
    pub(crate) rule: RuleId,
    pub(crate) max_um: u32,
}

/// Which of two values of one day counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub(crate) enum Worse {
    /// The lower one.
    #[serde(rename = "lower")]
    Lower,
    /// The higher one.
    #[serde(rename = "higher")]
    Higher,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct MeasureRow {
    pub(crate) kind: MeasureKind,
    pub(crate) worse: Worse,
    pub(crate) units: Vec<UnitRow>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct UnitRow {
    pub(crate) name: String,
    #[serde(default)]
    pub(crate) minus: Option<Decimal>,
    #[serde(default)]
    pub(crate) divide_by: Option<Decimal>,
    #[serde(default)]
    pub(crate) whole: bool,
}

/// What a peel's strength is read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub(crate) enum StrengthBy {
    /// Its percentage.
    #[serde(rename = "percent")]
    Percent,
    /// The number of coats.
    #[serde(rename = "layers")]
    Layers,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PeelRow {
    pub(crate) agent: PeelAgent,
    pub(crate) by: StrengthBy,
    pub(crate) steps: Vec<PeelStep>,
    pub(crate) source: Vec<String>,
    pub(crate) status: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PeelStep {
    pub(crate) class: PeelClass,
    #[serde(default)]
    pub(crate) below: Option<Decimal>,
    #[serde(default)]
    pub(crate) to: Option<Decimal>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NumbingRow {
    pub(crate) id: NumbingProduct,
    pub(crate) rule: RuleId,
    pub(crate) agents: BTreeMap<NumbingAgent, Decimal>,
    #[serde(default)]
    pub(crate) max_grams: Option<Decimal>,
    #[serde(default)]
    pub(crate) max_cm2: Option<Decimal>,
    pub(crate) minutes: [Decimal; 2],
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FamilyRow {
    pub(crate) class: AllergyClass,
    pub(crate) agents: Vec<NumbingAgent>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct UnprescribedRow {
    pub(crate) rule: RuleId,
    pub(crate) agent: NumbingAgent,
    pub(crate) above_percent: Decimal,
    pub(crate) class: Class,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OccludedRow {
    pub(crate) rule: RuleId,
    pub(crate) above_cm2: Decimal,
    pub(crate) class: Class,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct GateRow {
    pub(crate) rule: RuleId,
    pub(crate) allergy_question: QuestionId,
    pub(crate) never_on_channels: Vec<Substance>,
    pub(crate) class: Class,
    pub(crate) class_unauthorised_only: Class,
    pub(crate) forbidden: Vec<ForbiddenOrigin>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ForbiddenOrigin {
    pub(crate) substance: Substance,
    pub(crate) origin: Origin,
    pub(crate) jurisdiction: Vec<Jurisdiction>,
}

/// A rule and how strongly it speaks.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SpokenRule {
    pub(crate) rule: RuleId,
    pub(crate) class: Class,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PlasmaFile {
    pub(crate) n_identity_checks: usize,
    pub(crate) identity: SpokenRule,
    pub(crate) tube_expired: SpokenRule,
    pub(crate) spin: SpinRow,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SpinRow {
    pub(crate) rule: RuleId,
    pub(crate) class: Class,
    /// Force of a turn per minute squared and a centimetre, in thousand millionths of gravity.
    pub(crate) factor_e9: u32,
    pub(crate) tolerance_percent: u32,
}

#[derive(Debug, Clone, Deserialize)]
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
    pub(crate) open_channel: OpenChannel,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OpenChannel {
    pub(crate) rule: RuleId,
    pub(crate) hours: u32,
    pub(crate) long_hours: u32,
}

/// The columns of the aftercare table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
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

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AftercareFile {
    pub(crate) columns: Columns,
    pub(crate) night: Night,
    #[serde(rename = "hold")]
    pub(crate) holds: Vec<HoldDefinition>,
    #[serde(rename = "conflict")]
    pub(crate) conflicts: Vec<ConflictRow>,
    #[serde(rename = "phase")]
    pub(crate) phases: Vec<PhaseRow>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Columns {
    pub(crate) shallow_um: u32,
    pub(crate) deep_um: u32,
    pub(crate) body_regions: Vec<Region>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Night {
    pub(crate) from_hour: u32,
    pub(crate) to_hour: u32,
}

#[derive(Debug, Clone, Deserialize)]
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

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ItemsFile {
    pub(crate) check_digit: SpokenRule,
    pub(crate) unreadable: SpokenRule,
    pub(crate) normalised: SpokenRule,
    pub(crate) other_system: SpokenRule,
    pub(crate) expired: SpokenRule,
    pub(crate) no_lot: SpokenRule,
}
