//! Rows that inform and never speak in a verdict: what labels say, orders of work, what goes together, adverse events.
//!
//! They are read and checked like every other row, so that what a clinician reviews is whole.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::decimal::Decimal;
use crate::ids::{RiskId, RuleId, WaitId};

/// A fact in words, with its numbers beside it.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FactRow {
    pub(crate) id: RuleId,
    pub(crate) says: String,
    /// Numbers by a name that ends in their unit.
    #[serde(default)]
    pub(crate) values: BTreeMap<String, Amount>,
    /// Rows this one belongs with.
    #[serde(default)]
    pub(crate) see: Vec<RuleId>,
    pub(crate) source: Vec<String>,
    pub(crate) status: String,
}

/// A number, or both ends of a range.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(untagged)]
pub(crate) enum Amount {
    /// One number.
    One(Decimal),
    /// From and to.
    Range([Decimal; 2]),
}

/// What a depth reaches and how long it shows.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DepthClassRow {
    pub(crate) id: RuleId,
    pub(crate) um: u32,
    pub(crate) target: String,
    pub(crate) endpoint: String,
    pub(crate) downtime: String,
    pub(crate) source: Vec<String>,
    pub(crate) status: String,
}

/// One step of work.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct StepRow {
    pub(crate) id: String,
    pub(crate) says: String,
}

/// The order of work of a treatment.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OrderRow {
    pub(crate) id: RuleId,
    pub(crate) steps: Vec<String>,
    /// The week of each step, where the steps are visits.
    #[serde(default)]
    pub(crate) week_of_step: Vec<u32>,
    pub(crate) source: Vec<String>,
    pub(crate) status: String,
}

/// Two treatments or products, on one day and one after the other.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CompatibilityRow {
    pub(crate) id: RuleId,
    pub(crate) first: String,
    pub(crate) second: String,
    pub(crate) same: SameDay,
    #[serde(default)]
    pub(crate) only: Option<OnlyIf>,
    #[serde(default)]
    pub(crate) after_first: Option<Gap>,
    #[serde(default)]
    pub(crate) after_second: Option<Gap>,
    #[serde(default)]
    pub(crate) cap_um: Option<u32>,
    #[serde(default)]
    pub(crate) asks: Vec<RuleId>,
    #[serde(default)]
    pub(crate) risks: Vec<RiskId>,
    #[serde(default)]
    pub(crate) note: String,
    pub(crate) source: Vec<String>,
    pub(crate) status: String,
}

/// Whether two parts go together on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum SameDay {
    /// They do.
    Yes,
    /// With the plan changed.
    Modify,
    /// By sign-off.
    Signoff,
    /// They do not.
    No,
}

/// The condition of going together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum OnlyIf {
    /// The peel comes first.
    PeelFirst,
    /// A written protocol is on file.
    WrittenProtocol,
    /// The origin is lawful where the clinic is.
    LawfulOrigin,
    /// Never in one zone.
    Apart,
}

/// Days between two parts.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Gap {
    pub(crate) days: u32,
    /// The clinic's own parameter that a verdict takes.
    #[serde(default)]
    pub(crate) wait: Option<WaitId>,
}

/// What a record of a part holds.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RecordRow {
    pub(crate) id: RuleId,
    pub(crate) of: String,
    pub(crate) fields: Vec<RecordField>,
    pub(crate) source: Vec<String>,
    pub(crate) status: String,
}

/// One field of a record.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RecordField {
    pub(crate) name: String,
    pub(crate) unit: RecordUnit,
    #[serde(default)]
    pub(crate) words: Vec<String>,
}

/// The unit or kind of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
pub(crate) enum RecordUnit {
    /// Millimetres.
    #[serde(rename = "mm")]
    Mm,
    /// Centimetres.
    #[serde(rename = "cm")]
    Cm,
    /// Square centimetres.
    #[serde(rename = "cm2")]
    Cm2,
    /// Millilitres.
    #[serde(rename = "ml")]
    Ml,
    /// Grams.
    #[serde(rename = "gram")]
    Gram,
    /// Percent.
    #[serde(rename = "percent")]
    Percent,
    /// Acidity.
    #[serde(rename = "ph")]
    Ph,
    /// Turns per minute.
    #[serde(rename = "rpm")]
    Rpm,
    /// Multiples of gravity.
    #[serde(rename = "g")]
    G,
    /// Minutes.
    #[serde(rename = "min")]
    Min,
    /// Minutes and seconds.
    #[serde(rename = "min_s")]
    MinS,
    /// Degrees Celsius.
    #[serde(rename = "celsius")]
    Celsius,
    /// Nanometres.
    #[serde(rename = "nm")]
    Nm,
    /// Joules per square centimetre.
    #[serde(rename = "J/cm2")]
    JPerCm2,
    /// Thousand million per litre.
    #[serde(rename = "10^9/L")]
    PerLitre,
    /// A ratio of two counts.
    #[serde(rename = "ratio")]
    Ratio,
    /// A count.
    #[serde(rename = "count")]
    Count,
    /// Free text.
    #[serde(rename = "text")]
    Text,
    /// A code of the chart.
    #[serde(rename = "code")]
    Code,
    /// A zone.
    #[serde(rename = "zone")]
    Zone,
    /// A day.
    #[serde(rename = "date")]
    Date,
    /// A time of day.
    #[serde(rename = "time")]
    Time,
    /// Yes or no.
    #[serde(rename = "yes_no")]
    YesNo,
    /// A grade from 0 to 3.
    #[serde(rename = "0_3")]
    UpTo3,
    /// A scale from 0 to 10.
    #[serde(rename = "0_10")]
    UpTo10,
    /// First or second.
    #[serde(rename = "1_2")]
    OneTwo,
    /// One of the words of the field.
    #[serde(rename = "words")]
    Words,
}

/// What may go wrong, how it is graded and when it is reported.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AdverseEventRow {
    pub(crate) id: RuleId,
    pub(crate) says: String,
    #[serde(default)]
    pub(crate) grades: Option<[u32; 2]>,
    pub(crate) guide: String,
    pub(crate) report: Report,
    #[serde(default)]
    pub(crate) report_when: String,
    pub(crate) source: Vec<String>,
    pub(crate) status: String,
}

/// When an adverse event is reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Report {
    /// Never asked for.
    Never,
    /// When what `report_when` says holds.
    When,
    /// Always.
    Always,
}

/// Where sources disagree, and what holds here.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ContradictionRow {
    pub(crate) id: RuleId,
    pub(crate) conflict: String,
    pub(crate) claims: Vec<String>,
    pub(crate) resolution: String,
    #[serde(default)]
    pub(crate) binds: Vec<RuleId>,
    #[serde(default)]
    pub(crate) forbids: Vec<String>,
    #[serde(default)]
    pub(crate) grade: String,
    pub(crate) source: Vec<String>,
    pub(crate) status: String,
}
