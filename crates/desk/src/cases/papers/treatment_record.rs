//! The record of a signed visit: sealed, with what was signed inside in a form a computer reads.

use care::record::{DocumentKind, VisitId};
use serde_json::{Value, json};

use super::making::{Composed, Making, Record, Sealing, with_frame};
use super::record_facts::RecordFacts;
use crate::failure::{Failure, Refusal};
use crate::print::kinds::{Addendum, addenda_blocks, treatment_record_document};
use crate::seat::Seat;
use crate::visit::OpenVisit;

/// What travels inside names its own form.
const FORMAT: &str = "needlepoint treatment record 1";

/// Puts the record together.
///
/// # Errors
/// [`Refusal::VisitNotSigned`] before the visit is signed.
pub(super) fn compose(seat: &Seat<'_>, visit: VisitId, making: &Making<'_>) -> Result<Composed, Failure> {
    let open = OpenVisit::read_for_paper(seat, visit)?;
    if !open.visit.is_signed {
        return Err(Refusal::VisitNotSigned.failure());
    }
    let facts = RecordFacts::of(seat, &open, making.language)?;
    let said = addenda(seat, &open);
    let document = with_frame(seat, &open.client, making, |frame| {
        let (zones, layers) = (facts.zones(), facts.layers());
        let mut document = treatment_record_document(frame, &facts.record(&zones, &layers))?;
        document.blocks.extend(addenda_blocks(frame, &borrowed(&said))?);
        Ok(document)
    })?;
    let value = record(&open);
    Ok(Composed {
        kind: DocumentKind::TreatmentRecord,
        client: open.client,
        visit: Some(visit),
        document,
        record: Some(Record { file_name: "treatment-record.json", value }),
        enclosed: Vec::new(),
        sealing: Sealing::Sealed,
    })
}

/// What was signed, and what was added since.
pub(super) fn record(open: &OpenVisit) -> Value {
    json!({
        "format": FORMAT,
        "visit": open.visit,
        "chart": open.chart,
        "items": open.items,
        "sign_off": open.sign_off,
        "addenda": open.addenda,
    })
}

/// An addendum with its local day and the name of who wrote it.
pub(super) struct AddendumFacts {
    on: chrono::NaiveDate,
    by: String,
    text: String,
}

impl AddendumFacts {
    pub(super) fn new(on: chrono::NaiveDate, by: String, text: String) -> Self {
        Self { on, by, text }
    }
}

/// What was added to a signed visit, oldest first.
pub(super) fn addenda(seat: &Seat<'_>, open: &OpenVisit) -> Vec<AddendumFacts> {
    let name = |id| seat.read(|read| read.user(id)).map(|user| user.record.name).unwrap_or_default();
    let said = open.addenda.iter().map(|addendum| AddendumFacts {
        on: seat.local(addendum.written_at).date(),
        by: name(addendum.by),
        text: addendum.text.clone(),
    });
    said.collect()
}

/// As the paper takes them.
pub(super) fn borrowed(said: &[AddendumFacts]) -> Vec<Addendum<'_>> {
    said.iter().map(|one| Addendum { on: one.on, by: &one.by, text: &one.text }).collect()
}
