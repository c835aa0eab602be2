//! Labels for the tubes of a visit's plasma.

use care::record::{DocumentKind, Treatment};

use super::making::{Composed, Making, Sealing, with_frame};
use crate::cases::fields::Checker;
use crate::failure::{Failure, FieldProblem, Refusal, WrongField};
use crate::print::kinds::{TubeLabel, tube_label_document};
use crate::seat::Seat;
use crate::visit::OpenVisit;
use crate::wire::TubeLabelPaper;

/// Labels on one page at most.
const MOST_TUBES: u8 = 16;

/// Puts the labels together.
///
/// # Errors
/// A wrong field, or a visit without plasma.
pub(super) fn compose(seat: &Seat<'_>, label: &TubeLabelPaper, making: &Making<'_>) -> Result<Composed, Failure> {
    let mut fields = Checker::default();
    fields.between("paper.n_tubes", label.n_tubes, 1, MOST_TUBES);
    let drawn_at = fields.moment("paper.drawn_at", &label.drawn_at);
    let use_before = label.use_before.as_deref().and_then(|at| fields.moment("paper.use_before", at));
    if let (Some(drawn), Some(before)) = (drawn_at, use_before)
        && before <= drawn
    {
        fields.wrong(WrongField::new("paper.use_before", FieldProblem::NoSuchTime));
    }
    fields.finish()?;
    let drawn_at = drawn_at.ok_or(Failure::Panicked)?;
    let open = OpenVisit::read_for_paper(seat, label.visit)?;
    if !open.components().iter().any(|part| matches!(part.treatment, Treatment::Prp(_))) {
        return Err(Refusal::PaperEmpty.failure());
    }
    let document = with_frame(seat, &open.client, making, |frame| {
        let number = &open.visit.number;
        let n_tubes = usize::from(label.n_tubes);
        tube_label_document(frame, &TubeLabel { visit_number: number, drawn_at, use_before, n_tubes })
    })?;
    Ok(Composed {
        kind: DocumentKind::TubeLabel,
        client: open.client,
        visit: Some(label.visit),
        document,
        record: None,
        enclosed: Vec::new(),
        sealing: Sealing::Plain,
    })
}
