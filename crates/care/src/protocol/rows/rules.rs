//! Rows that speak: questions, standing rules, past procedures, caps, pairs, risks, flags.

use serde::Deserialize;

use crate::decimal::Decimal;
use crate::ids::{HoldId, IndicationId, QuestionId, RiskId, RuleId, SymptomName, WaitId};
use crate::verdict::{Class, FlagAction};
use crate::vocabulary::{
    ComponentKind, FillerMaterial, IsotretinoinPolicy, Jurisdiction, MeasureKind, Needle, NumbingAgent, Origin,
    PastKind, PeelAgent, PeelClass, Sex, Substance, Target, words,
};
use crate::zones::ZoneId;

words! {
    /// The part of the questionnaire a question stands in.
    pub enum Section {
        /// Skin of the field.
        Skin = "skin",
        /// Health.
        Health = "health",
        /// Medicines.
        Medicines = "medicines",
        /// Allergies.
        Allergies = "allergies",
        /// Recent exposures.
        Recent = "recent",
        /// Plasma.
        Prp = "prp",
        /// Numbing cream.
        Anaesthetic = "anaesthetic",
        /// What a combination asks.
        Combination = "combination",
    }
}

words! {
    /// What may be noted beside a yes.
    pub enum Field {
        /// Last dose, last exposure, day healed or settled.
        EndedOn = "ended_on",
        /// Where.
        Zones = "zones",
        /// Active or uncontrolled.
        Active = "active",
        /// Which family of anaesthetics.
        AllergyClass = "allergy_class",
        /// Which substances and agents.
        Ingredients = "ingredients",
    }
}

/// What the answer has to say for an effect to speak.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
pub(crate) enum When {
    /// Yes is enough.
    #[default]
    #[serde(rename = "yes")]
    Yes,
    /// No end is known.
    #[serde(rename = "present")]
    Present,
    /// It is active.
    #[serde(rename = "active")]
    Active,
    /// It is not active.
    #[serde(rename = "inactive")]
    Inactive,
}

/// The checks that are irregular enough to be code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub(crate) enum Check {
    /// The cream holds an agent of the family the client reacts to.
    #[serde(rename = "allergy_class")]
    AllergyClass,
    /// The serum or peel is what the client reacts to.
    #[serde(rename = "ingredient")]
    Ingredient,
}

/// Phototypes, as rules name them. An unknown one is treated as V to VI until it is assessed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub(crate) enum Phototype {
    /// I.
    #[serde(rename = "I")]
    I,
    /// II.
    #[serde(rename = "II")]
    Ii,
    /// III.
    #[serde(rename = "III")]
    Iii,
    /// IV.
    #[serde(rename = "IV")]
    Iv,
    /// V.
    #[serde(rename = "V")]
    V,
    /// VI.
    #[serde(rename = "VI")]
    Vi,
    /// Not assessed.
    #[serde(rename = "unknown")]
    Unknown,
}

/// How two components of a pair lie to each other.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
pub(crate) enum Meeting {
    /// In zones both have.
    #[default]
    #[serde(rename = "shared")]
    Shared,
    /// In no zone both have.
    #[serde(rename = "apart")]
    Apart,
    /// Anywhere.
    #[serde(rename = "any")]
    Any,
}

/// How often a risk is seen, from the most to the least often.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
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

fn deferring() -> Class {
    Class::Defer
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct QuestionRow {
    pub(crate) id: QuestionId,
    pub(crate) section: Section,
    pub(crate) asked_for: Vec<Target>,
    #[serde(default)]
    pub(crate) not_asked_of: Vec<Sex>,
    #[serde(default)]
    pub(crate) substance: Option<Substance>,
    #[serde(default)]
    pub(crate) with_needling: bool,
    #[serde(default)]
    pub(crate) fields: Vec<Field>,
    #[serde(default)]
    pub(crate) needs: Vec<Field>,
    #[serde(default)]
    pub(crate) needs_for: Vec<Target>,
    #[serde(default)]
    pub(crate) recheck: bool,
    #[serde(default)]
    pub(crate) effects: Vec<EffectRow>,
    pub(crate) source: Vec<String>,
    pub(crate) status: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct EffectRow {
    #[serde(default)]
    pub(crate) rule: Option<RuleId>,
    #[serde(default)]
    pub(crate) on: Vec<Target>,
    #[serde(default)]
    pub(crate) when: When,
    #[serde(default)]
    pub(crate) wait: Option<WaitId>,
    #[serde(default)]
    pub(crate) days: Option<u32>,
    pub(crate) class: Class,
    #[serde(default)]
    pub(crate) overridable: bool,
    #[serde(default)]
    pub(crate) face_only: bool,
    #[serde(default)]
    pub(crate) only_zones: Vec<ZoneId>,
    #[serde(default)]
    pub(crate) except_zones: Vec<ZoneId>,
    #[serde(default)]
    pub(crate) agents: Vec<NumbingAgent>,
    #[serde(default)]
    pub(crate) without_agents: Vec<NumbingAgent>,
    #[serde(default)]
    pub(crate) peel_agents: Vec<PeelAgent>,
    #[serde(default)]
    pub(crate) needle: Vec<Needle>,
    #[serde(default)]
    pub(crate) policy: Option<IsotretinoinPolicy>,
    #[serde(default)]
    pub(crate) check: Option<Check>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ThresholdRow {
    pub(crate) rule: RuleId,
    pub(crate) kind: MeasureKind,
    pub(crate) on: Vec<Target>,
    #[serde(default)]
    pub(crate) below: Option<Decimal>,
    #[serde(default)]
    pub(crate) at_least: Option<Decimal>,
    #[serde(default)]
    pub(crate) max_age_days: Option<u32>,
    pub(crate) class: Class,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NeededRow {
    pub(crate) question: QuestionId,
    pub(crate) kind: MeasureKind,
    pub(crate) max_age_days: u32,
    #[serde(default)]
    pub(crate) with_medicine: Option<crate::ids::MedicineName>,
    #[serde(default)]
    pub(crate) above: Option<Decimal>,
    #[serde(default)]
    pub(crate) below: Option<Decimal>,
    pub(crate) class: Class,
}

/// An age in whole years: a number, or the clinic's own youngest age.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub(crate) enum Age {
    Years(u32),
    Named(NamedAge),
}

/// Ages a clinic sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub(crate) enum NamedAge {
    /// The youngest age treated.
    #[serde(rename = "min_age")]
    MinAge,
}

/// What a device's label may not cover.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub(crate) enum LabelPart {
    /// The client's phototype.
    #[serde(rename = "phototype")]
    Phototype,
    /// A zone's indication.
    #[serde(rename = "indication")]
    Indication,
}

#[derive(Debug, Clone, Deserialize)]
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

#[derive(Debug, Clone, Deserialize)]
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

#[derive(Debug, Clone, Deserialize)]
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

/// Where a component stands against the needling in the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub(crate) enum Order {
    /// Before it.
    #[serde(rename = "first")]
    First,
}

#[derive(Debug, Clone, Deserialize)]
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

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TripleRow {
    pub(crate) rule: RuleId,
    pub(crate) between: Vec<ComponentKind>,
    pub(crate) through: ComponentKind,
    pub(crate) with: ComponentKind,
    pub(crate) class: Class,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RiskRow {
    pub(crate) id: RiskId,
    pub(crate) frequency: Frequency,
    pub(crate) on: Vec<Target>,
    #[serde(default)]
    pub(crate) near_eye: bool,
    #[serde(default)]
    pub(crate) substances: Vec<Substance>,
    pub(crate) source: Vec<String>,
    pub(crate) status: String,
}

#[derive(Debug, Clone, Deserialize)]
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

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SymptomRow {
    pub(crate) name: SymptomName,
    #[serde(default)]
    pub(crate) from_hour: Option<u32>,
    #[serde(default)]
    pub(crate) after_hour: Option<u32>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RaisedRow {
    pub(crate) action: FlagAction,
    #[serde(default)]
    pub(crate) with_symptom: Option<SymptomName>,
    #[serde(default)]
    pub(crate) with_past: Option<PastKind>,
}

#[derive(Debug, Clone, Deserialize)]
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

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct HoldDefinition {
    pub(crate) id: HoldId,
    pub(crate) kind: crate::verdict::HoldKind,
    #[serde(default)]
    pub(crate) hours: std::collections::BTreeMap<super::Column, u32>,
    #[serde(default)]
    pub(crate) otherwise: Option<crate::verdict::HoldKind>,
    #[serde(default)]
    pub(crate) at_least: Vec<WaitId>,
    #[serde(default)]
    pub(crate) with_yes: Option<QuestionId>,
    pub(crate) source: Vec<String>,
    pub(crate) status: String,
}
