//! The questionnaire: questions that the plan asks for, answers with who and when.

use care::record::{Answer, Measure, Medicine, PastProcedure, VisitId};
use care::vocabulary::AnswerState;
use care::zones::ZoneId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Questions and answers of a visit.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ScreeningView {
    /// Questions by section, in the order they are asked.
    pub sections: Vec<QuestionSection>,
    /// Medicines.
    pub medicines: Vec<MedicineRow>,
    /// Blood results.
    pub measures: Vec<Measure>,
    /// Procedures elsewhere; `None` while nobody asked.
    pub history: Option<Vec<PastProcedure>>,
    /// Questions without an answer.
    pub n_unanswered: u32,
    /// An earlier screening that "nothing has changed" can copy: its day.
    pub can_copy_from: Option<String>,
    /// Closed in this visit: when, in UTC, and by whom.
    pub closed: Option<ClosedScreening>,
}

/// A closed screening.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ClosedScreening {
    /// When, in UTC.
    pub at: String,
    /// By whom.
    pub by_name: String,
    /// Day of the earlier answers, if they were copied.
    pub copied_from: Option<String>,
}

/// One group of questions.
#[derive(Debug, Clone, Serialize, TS)]
pub struct QuestionSection {
    /// Id of the section, `health`.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// Its questions.
    pub questions: Vec<QuestionRow>,
}

/// One question.
#[derive(Debug, Clone, Serialize, TS)]
pub struct QuestionRow {
    /// Id of the rule, `ci.pregnant`.
    pub id: String,
    /// The question, as it is read out.
    pub words: String,
    /// Put again at every visit.
    pub is_same_day: bool,
    /// Needed for the components planned now; others may stay open.
    pub is_mandatory: bool,
    /// The answer; `None` is unanswered.
    pub answer: Option<Answer>,
    /// Was carried over from an earlier visit and not asked today.
    pub is_carried_over: bool,
    /// Further fields a "yes" needs or takes.
    pub fields: Vec<QuestionField>,
}

/// A further field of an answer.
#[derive(Debug, Clone, Serialize, TS)]
pub struct QuestionField {
    /// Which field of [`Answer`]: `ended_on`, `zones`, `active`, `allergy_class`, `ingredients`.
    pub field: String,
    /// Its label.
    pub words: String,
    /// Whether the verdict stays incomplete without it.
    pub is_needed: bool,
    /// What can be chosen, for `allergy_class`, `ingredients` and `active`; empty for the others.
    pub options: Vec<Choice>,
}

/// Something to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Choice {
    /// What is stored.
    pub id: String,
    /// What is shown.
    pub words: String,
}

/// A medicine, and whether the rules know it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MedicineRow {
    /// As told.
    pub medicine: Medicine,
    /// `false` shows "not known to the rules".
    pub is_known_to_rules: bool,
}

/// Records one answer as it is given.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AnswerRequest {
    /// Which visit.
    pub visit: VisitId,
    /// Which question.
    pub question: String,
    /// The answer; `None` takes it back.
    pub answer: Option<AnswerFields>,
}

/// An answer, as given. Who and when is added by the desk.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AnswerFields {
    /// Yes, no, or not known.
    pub state: AnswerState,
    /// Day or month.
    pub ended_on: Option<String>,
    /// Where; empty means everywhere.
    #[serde(default)]
    pub zones: Vec<ZoneId>,
    /// Active or uncontrolled.
    pub active: Option<bool>,
    /// `amide`, `ester` or `both`.
    pub allergy_class: Option<String>,
    /// Substances and agents.
    #[serde(default)]
    pub ingredients: Vec<String>,
}

/// Records medicines, blood results and procedures elsewhere, each list whole.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BackgroundRequest {
    /// Which visit.
    pub visit: VisitId,
    /// Medicines.
    pub medicines: Vec<Medicine>,
    /// Blood results.
    pub measures: Vec<Measure>,
    /// Procedures elsewhere; `None` is "not asked", an empty list is "none".
    pub history: Option<Vec<PastProcedure>>,
}
