//! The plan of a visit's series: what is done today, and the first day of each visit that follows.

use care::LetterWords;
use care::record::DocumentKind;
use chrono::NaiveDate;

use super::making::{Composed, Making, Sealing, with_frame};
use super::naming::part_line;
use crate::cases::fields::{Checker, TEXT};
use crate::failure::{Failure, Refusal};
use crate::print::kinds::{LetterError, PlannedVisit, TreatmentPlan, plan_document};
use crate::seat::Seat;
use crate::visit::{Judged, OpenVisit};
use crate::wire::PlanPaper;

/// One visit with its day.
struct Dated {
    on: NaiveDate,
    what: Vec<String>,
}

/// Puts the plan together.
///
/// # Errors
/// A wrong field, nothing planned, or no number to call.
pub(super) fn compose(seat: &Seat<'_>, plan: &PlanPaper, making: &Making<'_>) -> Result<Composed, Failure> {
    let mut fields = Checker::default();
    let goal = fields.line("paper.goal", &plan.goal, TEXT);
    let at_home = fields.line("paper.at_home", &plan.at_home, TEXT);
    let cost = fields.line("paper.cost", &plan.cost, TEXT);
    fields.finish()?;
    let open = OpenVisit::read_for_paper(seat, plan.visit)?;
    let visits = dated_visits(seat, &open, making)?;
    let document = with_frame(seat, &open.client, making, |frame| {
        let lines: Vec<Vec<&str>> =
            visits.iter().map(|visit| visit.what.iter().map(String::as_str).collect()).collect();
        let visits: Vec<PlannedVisit<'_>> =
            visits.iter().zip(&lines).map(|(visit, what)| PlannedVisit { on: visit.on, what }).collect();
        plan_document(frame, &TreatmentPlan { goal: &goal, visits: &visits, at_home: &at_home, cost: &cost })
    })?;
    Ok(Composed {
        kind: DocumentKind::Plan,
        client: open.client,
        visit: Some(plan.visit),
        document,
        record: None,
        enclosed: Vec::new(),
        sealing: Sealing::Plain,
    })
}

/// This visit, those of the series after it, and its reviews. A day is the first one on which it may be.
fn dated_visits(seat: &Seat<'_>, open: &OpenVisit, making: &Making<'_>) -> Result<Vec<Dated>, Failure> {
    let words = LetterWords::in_language(making.language).map_err(LetterError::from)?;
    let parts = open.components();
    if parts.is_empty() {
        return Err(Refusal::NoPlan.failure());
    }
    let lines = |parts: &mut dyn Iterator<Item = &care::record::Component>| {
        parts.map(|part| part_line(words, part)).collect::<Result<Vec<String>, _>>().map_err(LetterError::from)
    };
    let judged = Judged::of(seat, open);
    let today = lines(&mut parts.iter())?;
    let first_on = open.visit.visit_on.max(first_day(open, &judged));
    let mut visits = vec![Dated { on: first_on, what: today }];
    let series = judged.verdict.components.iter().find_map(|part| part.series.as_ref().map(|series| (part, series)));
    let Some((needled, series)) = series else { return Ok(visits) };
    let again = lines(&mut parts.iter().filter(|part| part.id == needled.id.as_str()))?;
    let earliest = words.say("pl_first_day").map_err(LetterError::from)?;
    for on in series.sessions.iter().filter(|on| **on > first_on) {
        let what = again.iter().cloned().chain([earliest.to_owned()]).collect();
        visits.push(Dated { on: *on, what });
    }
    for on in &series.reviews {
        visits.push(Dated { on: *on, what: vec![words.say("pl_review").map_err(LetterError::from)?.to_owned()] });
    }
    Ok(visits)
}

/// The day the rules allow everything from, where they name a later one than the visit's.
fn first_day(open: &OpenVisit, judged: &Judged) -> NaiveDate {
    let is_done = open.visit.is_signed;
    judged.verdict.earliest_on.filter(|_| !is_done).unwrap_or(open.visit.visit_on)
}
