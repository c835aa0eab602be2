//! The not-today note of a visit: what the rules say stands in the way, in the client's words, and until when.

use care::LetterWords;
use care::record::{DocumentKind, VisitId};
use care::verdict::{Class, Finding};
use chrono::NaiveDate;

use super::making::{Composed, Making, Sealing, with_frame};
use crate::cases::fields::{Checker, TEXT, wrong_field};
use crate::failure::{Failure, FieldProblem};
use crate::print::kinds::{LetterError, NotToday, Obstacle, not_today_document};
use crate::seat::Seat;
use crate::visit::{Judged, OpenVisit, needs_lift};
use crate::wire::NotTodayPaper;

/// One reason with the day it no longer stands in the way.
struct Reason {
    words: String,
    ends_on: Option<NaiveDate>,
}

/// Puts the note together.
///
/// # Errors
/// A wrong field, no reason at all, or no number to call.
pub(super) fn compose(seat: &Seat<'_>, note: &NotTodayPaper, making: &Making<'_>) -> Result<Composed, Failure> {
    let mut fields = Checker::default();
    let own = fields.line("paper.reason", &note.reason, TEXT);
    let meanwhile = fields.line("paper.meanwhile", &note.meanwhile, TEXT);
    let until = note.until_on.as_deref().and_then(|day| fields.day("paper.until_on", day));
    fields.finish()?;
    let visit: VisitId = note.visit;
    let open = OpenVisit::read_for_paper(seat, visit)?;
    let mut reasons = reasons_of_the_rules(seat, &open, making)?;
    if !own.is_empty() {
        reasons.push(Reason { words: own, ends_on: until });
    }
    if reasons.is_empty() {
        return Err(wrong_field("paper.reason", FieldProblem::NoReason));
    }
    let document = with_frame(seat, &open.client, making, |frame| {
        let obstacles: Vec<Obstacle<'_>> =
            reasons.iter().map(|reason| Obstacle { words: &reason.words, ends_on: reason.ends_on }).collect();
        let meanwhile: Vec<&str> = meanwhile.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let on = open.visit.visit_on;
        not_today_document(frame, &NotToday { on, obstacles: &obstacles, meanwhile: &meanwhile })
    })?;
    Ok(Composed {
        kind: DocumentKind::NotToday,
        client: open.client,
        visit: Some(visit),
        document,
        record: None,
        enclosed: Vec::new(),
        sealing: Sealing::Plain,
    })
}

/// Every finding that stops treatment and was not lifted: one reason in the client's language, with the latest day of all
/// findings that are said with it.
fn reasons_of_the_rules(seat: &Seat<'_>, open: &OpenVisit, making: &Making<'_>) -> Result<Vec<Reason>, Failure> {
    let words = LetterWords::in_language(making.language).map_err(LetterError::from)?;
    let judged = Judged::of(seat, open);
    let mut reasons: Vec<Reason> = Vec::new();
    for finding in judged.findings().filter(|finding| stops(&judged, finding)) {
        let ends_on = finding.until.filter(|_| finding.class == Class::Defer);
        let said = words.reason(finding.rule.as_str(), ends_on.is_some()).map_err(LetterError::from)?;
        match reasons.iter_mut().find(|reason| reason.words == said) {
            // Two waits of one kind: the later day counts, and a day nobody knows counts most.
            Some(same) => same.ends_on = same.ends_on.zip(ends_on).map(|(one, other)| one.max(other)),
            None => reasons.push(Reason { words: said.to_owned(), ends_on }),
        }
    }
    Ok(reasons)
}

fn stops(judged: &Judged, finding: &Finding) -> bool {
    match finding.class {
        Class::Block => true,
        Class::Defer => !(needs_lift(finding) && judged.is_lifted(finding)),
        Class::Inform | Class::Modify | Class::Signoff => false,
    }
}
