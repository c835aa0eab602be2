//! One case: everything the rules may look at, and nothing else.
//!
//! A case holds no name, contact or note. It comes from JSON through [`read_case`], which refuses whatever the
//! contract does not allow, or from the record, built by the desk.

mod component;
mod read;

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};

pub use component::{
    Anaesthetic, Component, Device, Filler, Laser, Led, NeedledZone, Needling, Peel, Plasma, Preparation, Serum, Spin,
    SpinRange, Toxin, Tube, Work,
};

pub(crate) use read::in_first_unit;
pub use read::{CaseError, read_case};

use crate::decimal::Decimal;
use crate::ids::{MedicineName, QuestionId, RuleId, SymptomName, WaitId};
use crate::vocabulary::{
    AllergyClass, AnswerState, FillerMaterial, IsotretinoinPolicy, Jurisdiction, MeasureKind, PastKind, PeelClass, Sex,
};
use crate::zones::ZoneId;

/// The facts of one client on one day, with the visit that is planned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// The day the question is asked.
    pub today: NaiveDate,
    /// Whose law and labels count.
    pub jurisdiction: Jurisdiction,
    /// What the clinic has set inside the ranges of the protocol.
    pub policy: Policy,
    /// Who is going to treat.
    pub practitioner: Practitioner,
    /// Who is going to be treated.
    pub client: ClientFacts,
    /// Day of the newest whole questionnaire.
    pub screened_on: NaiveDate,
    /// The answer to every question that is not in `answers`: [`AnswerState::No`] or [`AnswerState::Unknown`].
    pub other_answers: AnswerState,
    /// Question to answer.
    pub answers: BTreeMap<QuestionId, Answer>,
    /// Listed medicines.
    pub medicines: Vec<Medicine>,
    /// Blood values.
    pub measures: Vec<Measure>,
    /// Past procedures; `None` if nobody asked.
    pub history: Option<Vec<PastProcedure>>,
    /// What the client reports after a treatment.
    pub symptoms: Vec<Symptom>,
    /// Barcode texts, as a scanner read them.
    pub items: Vec<String>,
    /// The visit that is planned.
    pub plan: Plan,
}

/// What the clinic has set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    /// Version of the rules, as the verdict names it.
    pub version: String,
    /// Waits that differ from the protocol's own, in whole days.
    pub days: BTreeMap<WaitId, u32>,
    /// Which isotretinoin evidence the clinic follows.
    pub isotretinoin: IsotretinoinPolicy,
    /// Youngest age treated, in years.
    pub min_age: u32,
    /// Days a whole screening counts.
    pub screening_days: u32,
}

/// Who is going to treat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Practitioner {
    /// Whether a sign-off can be given.
    pub may_sign_off: bool,
    /// Deepest needle depth the person's scope allows, in micrometres.
    pub max_depth_um: u32,
}

/// Who is going to be treated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClientFacts {
    /// Date of birth.
    pub born_on: NaiveDate,
    /// Sex as recorded.
    pub sex: Sex,
    /// Phototype 1 to 6; `None` if it was not assessed.
    pub fitzpatrick: Option<u8>,
    /// Body weight, in kilograms.
    pub weight_kg: Option<Decimal>,
}

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// What was said.
    pub state: AnswerState,
    /// Last dose, last exposure, day healed or settled.
    pub ended_on: Option<NaiveDate>,
    /// Where; empty means everywhere.
    pub zones: Vec<ZoneId>,
    /// Active or uncontrolled.
    pub active: Option<bool>,
    /// Which family of anaesthetics.
    pub allergy_class: Option<AllergyClass>,
    /// Substances and agents the client reacts to, by their words.
    pub ingredients: Option<Vec<String>>,
}

impl Answer {
    /// An answer that says nothing more than its state.
    pub const fn plain(state: AnswerState) -> Self {
        Self { state, ended_on: None, zones: Vec::new(), active: None, allergy_class: None, ingredients: None }
    }
}

/// One listed medicine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Medicine {
    /// Its name in the protocol.
    pub name: MedicineName,
    /// Last dose; `None` while it is taken.
    pub ended_on: Option<NaiveDate>,
    /// Prescribed by somebody.
    pub is_prescribed: bool,
}

/// One blood value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measure {
    /// What was measured.
    pub kind: MeasureKind,
    /// The value in the protocol's own unit: 10^9/L, g/dL, mmol/mol, ratio.
    pub value: Decimal,
    /// Day the blood was taken.
    pub on: NaiveDate,
}

/// One past procedure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastProcedure {
    /// What was done.
    pub kind: PastKind,
    /// When; `None` if the client cannot say.
    pub on: Option<NaiveDate>,
    /// Where; empty means everywhere.
    pub zones: Vec<ZoneId>,
    /// How deep a peel reached; always there for peels.
    pub peel_class: Option<PeelClass>,
    /// What a filler is.
    pub material: FillerMaterial,
    /// Deepest needle depth, in micrometres.
    pub depth_um: Option<u32>,
}

/// What the client reports after a treatment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Symptom {
    /// Its name in the protocol.
    pub name: SymptomName,
    /// Hours since the treatment.
    pub hours_after: Decimal,
}

/// The visit that is planned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The day of the visit; every rule is judged on it.
    pub visit_on: NaiveDate,
    /// The visit's end in local time, once it is known: hour zero of aftercare.
    pub session_ends_at: Option<NaiveDateTime>,
    /// Combinations for which a written protocol is on file.
    pub protocols: Vec<RuleId>,
    /// The parts, in the order of work.
    pub components: Vec<Component>,
}
