//! Rows that judge what is planned: standing rules, past procedures, caps, pairs.

use serde::{Deserialize, Serialize};

use super::{Age, LabelPart, Meeting, Order, Phototype, Region};
use crate::ids::{IndicationId, QuestionId, RiskId, RuleId, WaitId};
use crate::verdict::Class;
use crate::vocabulary::{
    ComponentKind, FillerMaterial, Jurisdiction, Origin, PastKind, PeelAgent, PeelClass, Substance, Target,
};
use crate::zones::ZoneId;

fn deferring() -> Class {
    Class::Defer
}

#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct StandingRow {
    pub(crate) rule: RuleId,
    #[serde(default)]
    pub(crate) on: Vec<Target>,
    #[serde(default)]
    pub(crate) younger_than: Option<Age>,
    #[serde(default)]
    pub(crate) at_least: Option<Age>,
    #[serde(default)]
    pub(crate) at_most: Option<Age>,
    #[serde(default)]
    pub(crate) phototype: Vec<Phototype>,
    #[serde(default)]
    pub(crate) jurisdiction: Vec<Jurisdiction>,
    #[serde(default)]
    pub(crate) any_yes: Vec<QuestionId>,
    #[serde(default)]
    pub(crate) peel_agents: Vec<PeelAgent>,
    #[serde(default)]
    pub(crate) peel_classes: Vec<PeelClass>,
    #[serde(default)]
    pub(crate) outside_label: Option<LabelPart>,
    pub(crate) class: Class,
    #[serde(default)]
    pub(crate) risk: Option<RiskId>,
}

#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PastRow {
    pub(crate) rule: RuleId,
    pub(crate) past: Vec<PastKind>,
    #[serde(default)]
    pub(crate) past_classes: Vec<PeelClass>,
    #[serde(default)]
    pub(crate) past_materials: Vec<FillerMaterial>,
    pub(crate) planned: Vec<Target>,
    #[serde(default)]
    pub(crate) peel_classes: Vec<PeelClass>,
    #[serde(default)]
    pub(crate) peel_agents: Vec<PeelAgent>,
    #[serde(default)]
    pub(crate) except_agents: Vec<PeelAgent>,
    #[serde(default)]
    pub(crate) ablative: Option<bool>,
    #[serde(default)]
    pub(crate) indications: Vec<IndicationId>,
    #[serde(default)]
    pub(crate) except_indications: Vec<IndicationId>,
    #[serde(default)]
    pub(crate) face_only: bool,
    #[serde(default)]
    pub(crate) anywhere: bool,
    #[serde(default)]
    pub(crate) wait: Option<WaitId>,
    #[serde(default)]
    pub(crate) days: Option<u32>,
    #[serde(default)]
    pub(crate) from_day: u32,
    #[serde(default)]
    pub(crate) interval: bool,
    #[serde(default = "deferring")]
    pub(crate) class: Class,
    #[serde(default)]
    pub(crate) overridable: bool,
}

#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CapRow {
    pub(crate) rule: RuleId,
    #[serde(default)]
    pub(crate) phototype: Vec<Phototype>,
    #[serde(default)]
    pub(crate) at_least: Option<Age>,
    #[serde(default)]
    pub(crate) with_finding: Option<RuleId>,
    #[serde(default)]
    pub(crate) past: Option<PastKind>,
    #[serde(default)]
    pub(crate) max_um: Option<u32>,
    #[serde(default)]
    pub(crate) less_um: Option<u32>,
    #[serde(default)]
    pub(crate) floor_um: u32,
    #[serde(default)]
    pub(crate) scar_lift: bool,
}

#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PairRow {
    pub(crate) rule: RuleId,
    pub(crate) between: Vec<ComponentKind>,
    pub(crate) with: ComponentKind,
    #[serde(default)]
    pub(crate) zones: Meeting,
    #[serde(default)]
    pub(crate) phototype: Vec<Phototype>,
    #[serde(default)]
    pub(crate) jurisdiction: Vec<Jurisdiction>,
    #[serde(default)]
    pub(crate) peel_agents: Vec<PeelAgent>,
    #[serde(default)]
    pub(crate) except_agents: Vec<PeelAgent>,
    #[serde(default)]
    pub(crate) peel_classes: Vec<PeelClass>,
    #[serde(default)]
    pub(crate) substances: Vec<Substance>,
    #[serde(default)]
    pub(crate) origins: Vec<Origin>,
    #[serde(default)]
    pub(crate) materials: Vec<FillerMaterial>,
    #[serde(default)]
    pub(crate) ablative: Option<bool>,
    #[serde(default)]
    pub(crate) protocol: bool,
    #[serde(default)]
    pub(crate) order: Option<Order>,
    #[serde(default)]
    pub(crate) any_yes: Vec<QuestionId>,
    pub(crate) class: Class,
    #[serde(default)]
    pub(crate) cap_um: Option<u32>,
}

#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TripleRow {
    pub(crate) rule: RuleId,
    pub(crate) between: Vec<ComponentKind>,
    pub(crate) through: ComponentKind,
    pub(crate) with: ComponentKind,
    pub(crate) class: Class,
}

#[derive(Debug, Clone, Deserialize, Serialize)]
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
    #[serde(default)]
    pub(crate) thickness: Option<Thickness>,
    #[serde(default)]
    pub(crate) endpoint: Vec<Endpoint>,
    #[serde(default)]
    pub(crate) caution: String,
    pub(crate) source: Vec<String>,
    pub(crate) status: String,
}

/// Epidermis and dermis of a zone, by sex or as a range.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Thickness {
    #[serde(default)]
    pub(crate) female_um: Option<u32>,
    #[serde(default)]
    pub(crate) male_um: Option<u32>,
    #[serde(default)]
    pub(crate) range_um: Option<[u32; 2]>,
    #[serde(default)]
    pub(crate) words: String,
    #[serde(default)]
    pub(crate) source: Vec<String>,
}

/// What the skin shows when to stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Endpoint {
    /// A light pink.
    LightPink,
    /// Pink.
    Pink,
    /// Even redness.
    Erythema,
    /// Pinpoint bleeding.
    Pinpoint,
}

#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct IndicationRow {
    pub(crate) id: IndicationId,
    pub(crate) n_sessions: u32,
    #[serde(default)]
    pub(crate) usual_sessions: Option<[u32; 2]>,
    #[serde(default)]
    pub(crate) most_sessions: Option<u32>,
    #[serde(default)]
    pub(crate) interval_days: Option<[u32; 2]>,
    #[serde(default)]
    pub(crate) studied_days: Option<[u32; 2]>,
    #[serde(default)]
    pub(crate) depth_um: Option<[u32; 2]>,
    #[serde(default)]
    pub(crate) further: Vec<FurtherDepth>,
    #[serde(default)]
    pub(crate) onset: String,
    #[serde(default)]
    pub(crate) assessed: String,
    pub(crate) fda: Authorised,
    #[serde(default)]
    pub(crate) fda_limits: String,
    #[serde(default)]
    pub(crate) limits: String,
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

#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct IndicationCap {
    pub(crate) rule: RuleId,
    pub(crate) max_um: u32,
}

/// A depth beyond the usual one, and when it is named.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FurtherDepth {
    pub(crate) um: u32,
    pub(crate) on: FurtherOn,
}

/// When a further depth is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum FurtherOn {
    /// By sign-off.
    Signoff,
    /// In the study behind a label.
    LabelStudy,
    /// On the abdomen.
    Abdomen,
    /// As the most for the indication.
    AtMost,
    /// By a seed article alone.
    Seed,
}

/// Whether an indication lies inside an authorisation that was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Authorised {
    /// Inside.
    Inside,
    /// Only in part, see its limits.
    Part,
    /// Outside.
    Outside,
    /// The fact base does not say.
    Unstated,
}
