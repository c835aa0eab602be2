//! What was asked and answered before a visit.
//!
//! "Nobody asked" is a value of its own: a question that is not in the map is unanswered, never "no".

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::{ClientId, ScreeningId, UserId, VisitId};
use crate::vocabulary::AnswerState;
use crate::zones::ZoneId;

/// A closed set of answers. The newest one of a client counts; the whole questionnaire ages, see the rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct Screening {
    /// Made when the screening was begun.
    pub id: ScreeningId,
    /// Who was asked.
    pub client: ClientId,
    /// The visit it was closed in.
    pub visit: VisitId,
    /// Whole questionnaire, or the same-day re-check on top of an earlier one.
    pub kind: ScreeningKind,
    /// Day of the newest whole questionnaire these answers rest on.
    pub screened_on: NaiveDate,
    /// Question id to answer.
    pub answers: BTreeMap<String, Answer>,
    /// Medicines the client takes or took.
    pub medicines: Vec<Medicine>,
    /// Blood results the client brought.
    pub measures: Vec<Measure>,
    /// Procedures elsewhere; `None` if nobody asked. Visits in this clinic are added by the desk.
    pub history: Option<Vec<PastProcedure>>,
    /// Who asked, and confirmed it with a PIN.
    pub closed_by: UserId,
    /// When it was closed.
    pub closed_at: DateTime<Utc>,
}

/// How a screening came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ScreeningKind {
    /// Every question was put.
    Full,
    /// "What has changed?": earlier answers were copied, the same-day questions were put again.
    Recheck {
        /// The screening the answers were copied from.
        copied_from: ScreeningId,
    },
}

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct Answer {
    /// Yes, no, or asked and not known.
    pub state: AnswerState,
    /// Last dose, last exposure, day healed or settled: `YYYY-MM-DD`, or `YYYY-MM` where only the month is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_on: Option<String>,
    /// Where; empty means everywhere.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub zones: Vec<ZoneId>,
    /// Active or uncontrolled, where the question makes that difference.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub active: Option<bool>,
    /// `amide`, `ester` or `both`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub allergy_class: Option<String>,
    /// Substances and peel agents the client reacts to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ingredients: Vec<String>,
    /// Who asked.
    pub asked_by: UserId,
    /// When the answer was given.
    pub asked_at: DateTime<Utc>,
}

/// A medicine, as the client names it. A name the rules do not know is kept and shown, never refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct Medicine {
    /// Generic name where known, else as told.
    pub name: String,
    /// Day or month of the last dose; `None` while it is taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_on: Option<String>,
    /// Prescribed by somebody.
    pub is_prescribed: bool,
}

/// A blood result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct Measure {
    /// `platelets`, `hb`, `hba1c` or `inr`.
    pub kind: String,
    /// The printed number times a thousand, so that 11.8 g/dL is 11800.
    pub value_milli: i64,
    /// The unit on the printout.
    pub unit: String,
    /// Day the blood was taken.
    pub measured_on: NaiveDate,
}

/// A procedure the client had elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct PastProcedure {
    /// `mn`, `peel`, `laser_na`, …: the kinds of the rules.
    pub kind: String,
    /// Day or month; `None` if the client cannot say, which leaves the verdict incomplete.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done_on: Option<String>,
    /// Where; empty means everywhere.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub zones: Vec<ZoneId>,
    /// `peel.vs` to `peel.d`, for peels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub peel_class: Option<String>,
    /// `ha`, `biostim` or `permanent`, for fillers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub material: Option<String>,
    /// Deepest needle depth, for needling.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub depth_um: Option<u16>,
}
