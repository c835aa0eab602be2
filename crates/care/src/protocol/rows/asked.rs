//! Rows of the questionnaire: questions, what a yes means, and blood values.

use serde::{Deserialize, Serialize};

use crate::decimal::Decimal;
use crate::ids::{MedicineName, QuestionId, RuleId, WaitId};
use crate::verdict::Class;
use crate::vocabulary::{
    IsotretinoinPolicy, MeasureKind, Needle, NumbingAgent, PeelAgent, Sex, Substance, Target, words,
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
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, Serialize)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
pub(crate) enum Check {
    /// The cream holds an agent of the family the client reacts to.
    #[serde(rename = "allergy_class")]
    AllergyClass,
    /// The serum or peel is what the client reacts to.
    #[serde(rename = "ingredient")]
    Ingredient,
}

#[derive(Debug, Clone, Deserialize, Serialize)]
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

#[derive(Debug, Clone, Deserialize, Serialize)]
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

#[derive(Debug, Clone, Deserialize, Serialize)]
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

#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NeededRow {
    pub(crate) question: QuestionId,
    pub(crate) kind: MeasureKind,
    pub(crate) max_age_days: u32,
    #[serde(default)]
    pub(crate) with_medicine: Option<MedicineName>,
    #[serde(default)]
    pub(crate) above: Option<Decimal>,
    #[serde(default)]
    pub(crate) below: Option<Decimal>,
    pub(crate) class: Class,
}

#[derive(Debug, Clone, Deserialize, Serialize)]
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

/// Which of two values of one day counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
pub(crate) enum Worse {
    /// The lower one.
    #[serde(rename = "lower")]
    Lower,
    /// The higher one.
    #[serde(rename = "higher")]
    Higher,
}

#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct MeasureRow {
    pub(crate) kind: MeasureKind,
    pub(crate) worse: Worse,
    pub(crate) units: Vec<UnitRow>,
    pub(crate) source: Vec<String>,
    pub(crate) status: String,
}

#[derive(Debug, Clone, Deserialize, Serialize)]
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
