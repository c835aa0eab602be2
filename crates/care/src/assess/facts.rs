//! The case, made ready for rules: medicines joined to their questions, age, phototype, newest values.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::case::{Answer, Case, Measure, Medicine};
use crate::ids::{QuestionId, WaitId};
use crate::protocol::{Age, MedicineRow, NamedAge, Phototype, Protocol, QuestionRow, When, Worse};
use crate::vocabulary::{AnswerState, MeasureKind};
use crate::zones::ZoneId;

/// Everything rules read of a case.
pub(super) struct Facts<'c> {
    pub(super) case: &'c Case,
    pub(super) protocol: &'c Protocol,
    /// The day everything is judged on.
    pub(super) visit_on: NaiveDate,
    /// Whole years on that day.
    pub(super) age: u32,
    pub(super) phototype: Phototype,
    answers: BTreeMap<&'c QuestionId, Answer>,
    newest: BTreeMap<MeasureKind, &'c Measure>,
}

impl<'c> Facts<'c> {
    pub(super) fn gather(case: &'c Case, protocol: &'c Protocol) -> Self {
        let doses = doses(case, protocol);
        let answer = |row: &QuestionRow| effective(case, row, doses.get(&row.id).map(Vec::as_slice));
        Self {
            case,
            protocol,
            visit_on: case.plan.visit_on,
            age: case.plan.visit_on.years_since(case.client.born_on).unwrap_or(0),
            phototype: Phototype::of(case.client.fitzpatrick),
            answers: protocol.questions.values().map(|row| (&row.id, answer(row))).collect(),
            newest: newest(case, protocol),
        }
    }

    /// What counts as the answer to a question, medicines included.
    pub(super) fn answer(&self, question: &QuestionId) -> Option<&Answer> {
        self.answers.get(question)
    }

    /// Whether a question counts as yes.
    pub(super) fn is_yes(&self, question: &QuestionId) -> bool {
        self.answer(question).is_some_and(|answer| answer.state == AnswerState::Yes)
    }

    /// Whether any of the questions counts as yes; true when there are none to ask.
    pub(super) fn any_yes(&self, questions: &[QuestionId]) -> bool {
        questions.is_empty() || questions.iter().any(|question| self.is_yes(question))
    }

    /// The newest value of a kind.
    pub(super) fn measure(&self, kind: MeasureKind) -> Option<&'c Measure> {
        self.newest.get(&kind).copied()
    }

    /// The newest value of a kind, if it is at most so many days old on the day of the visit.
    pub(super) fn fresh_measure(&self, kind: MeasureKind, max_age_days: u32) -> Option<&'c Measure> {
        self.measure(kind).filter(|measure| (self.visit_on - measure.on).num_days() <= i64::from(max_age_days))
    }

    /// Days of a wait, the clinic's own where it has set one.
    pub(super) fn days(&self, wait: &WaitId) -> u32 {
        self.protocol.days(wait, &self.case.policy)
    }

    /// An age of a row, in years.
    pub(super) fn years(&self, age: &Age) -> u32 {
        match age {
            Age::Years(years) => *years,
            Age::Named(NamedAge::MinAge) => self.case.policy.min_age,
        }
    }

    /// Whether a row's list of phototypes names this client; an empty list names everybody.
    pub(super) fn has_phototype(&self, list: &[Phototype]) -> bool {
        list.is_empty() || list.contains(&self.phototype)
    }

    pub(super) fn is_face(&self, zone: ZoneId) -> bool {
        let region = self.protocol.zones.get(&zone).map(|row| row.region);
        region == Some(crate::protocol::Region::Face)
    }
}

/// The last doses of the listed medicines, by the question each answers. `None` is a medicine still taken.
fn doses(case: &Case, protocol: &Protocol) -> BTreeMap<QuestionId, Vec<Option<NaiveDate>>> {
    let mut doses: BTreeMap<QuestionId, Vec<Option<NaiveDate>>> = BTreeMap::new();
    for medicine in &case.medicines {
        if let Some(row) = protocol.medicines.get(&medicine.name) {
            doses.entry(question_of(medicine, row).clone()).or_default().push(medicine.ended_on);
        }
    }
    doses
}

fn question_of<'r>(medicine: &Medicine, row: &'r MedicineRow) -> &'r QuestionId {
    let prescribed = row.question_when_prescribed.as_ref().filter(|_| medicine.is_prescribed);
    let ended = row.question_when_ended.as_ref().filter(|_| medicine.ended_on.is_some());
    prescribed.or(ended).unwrap_or(&row.question)
}

/// The answer that counts: what was said, joined with what the listed medicines say.
fn effective(case: &Case, row: &QuestionRow, doses: Option<&[Option<NaiveDate>]>) -> Answer {
    let said = case.answers.get(&row.id).cloned().unwrap_or_else(|| Answer::plain(case.other_answers));
    let Some(doses) = doses else { return said };
    // Where a missing end means "still", a yes without one and a medicine still taken outlast every date that is known.
    let still_counts = row.effects.iter().any(|effect| effect.when == When::Present);
    let is_still = said.state == AnswerState::Yes && said.ended_on.is_none();
    let is_taken = is_still || doses.iter().any(Option::is_none);
    let said = if said.state == AnswerState::Yes { said } else { Answer::plain(AnswerState::Yes) };
    let latest = doses.iter().copied().flatten().chain(said.ended_on).max();
    Answer { ended_on: if still_counts && is_taken { None } else { latest }, ..said }
}

/// The newest value of each kind; of two of one day the worse one.
fn newest<'c>(case: &'c Case, protocol: &Protocol) -> BTreeMap<MeasureKind, &'c Measure> {
    let mut newest: BTreeMap<MeasureKind, &Measure> = BTreeMap::new();
    for measure in &case.measures {
        let worse = protocol.measures.get(&measure.kind).map(|row| row.worse);
        let counts = newest.get(&measure.kind).is_none_or(|other| {
            let is_worse = match worse {
                Some(Worse::Higher) => measure.value > other.value,
                Some(Worse::Lower) | None => measure.value < other.value,
            };
            measure.on > other.on || (measure.on == other.on && is_worse)
        });
        if counts {
            newest.insert(measure.kind, measure);
        }
    }
    newest
}
