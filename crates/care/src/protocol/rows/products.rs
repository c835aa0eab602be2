//! Rows about what is put on the skin: peels, creams, serums, plasma, scanned items.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::decimal::Decimal;
use crate::ids::{QuestionId, RuleId};
use crate::verdict::Class;
use crate::vocabulary::{
    AllergyClass, Jurisdiction, NumbingAgent, NumbingProduct, Origin, PeelAgent, PeelClass, Substance,
};

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
pub(crate) struct ItemsFile {
    pub(crate) check_digit: SpokenRule,
    pub(crate) unreadable: SpokenRule,
    pub(crate) normalised: SpokenRule,
    pub(crate) other_system: SpokenRule,
    pub(crate) expired: SpokenRule,
    pub(crate) no_lot: SpokenRule,
    pub(crate) soon: SoonRow,
}

/// When an item that has not expired yet is worth a warning.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SoonRow {
    /// What it stands on.
    pub(crate) rule: RuleId,
    /// Fewer days than this are left.
    pub(crate) below_days: u32,
}
