//! Finish, sign and lock; after that only addenda.

use care::record::{
    Addendum, AddendumId, Chart, ChartId, ConsentOutcome, ItemUse, ItemUseId, SignOff, SignOffId, Visit,
};
use chrono::{DateTime, Duration, DurationRound as _, Utc};
use serde_json::json;
use store::Act;

use crate::cases::fields::{Checker, TEXT, wrong_field};
use crate::cases::visits::show;
use crate::failure::{Failure, FieldProblem, Refusal, WrongField};
use crate::print::content_hash;
use crate::seat::Seat;
use crate::visit::{Field, Judged, OpenVisit, item_kind, may_begin, open_points, planned_lot, still_as_read};
use crate::wire::{AddendumRequest, VisitConfirmRequest, VisitFinishRequest, VisitStep, VisitView};

/// Ends the treatment: hour zero of the aftercare. It can be corrected until the visit is signed.
pub(crate) fn finish_visit(seat: &Seat<'_>, request: VisitFinishRequest) -> Result<VisitView, Failure> {
    let open = OpenVisit::read_to_change(seat, request.visit)?;
    if !open.has_begun() {
        may_begin(&open, &Judged::of(seat, &open))?;
    }
    let finished_at = match &request.finished_at {
        None => seat.now(),
        Some(text) => check_finish(seat, &open, text)?,
    };
    seat.write(|write| write.set_draft(request.visit, &Field::FinishedAt.path(), &json!(finished_at)))?;
    show(seat, request.visit)
}

fn check_finish(seat: &Seat<'_>, open: &OpenVisit, text: &str) -> Result<DateTime<Utc>, Failure> {
    let mut fields = Checker::default();
    let local = fields.moment("finished_at", text);
    let at = local.map(|local| seat.calendar().instant(local));
    if let Some(at) = at {
        if at > seat.now() {
            fields.wrong(WrongField::new("finished_at", FieldProblem::InFuture));
        } else if at < earliest_end(open) {
            fields.wrong(WrongField::new("finished_at", FieldProblem::NoSuchTime));
        }
    }
    fields.finish()?;
    at.ok_or(Failure::Panicked)
}

/// Nothing starts before the first consent was signed, so nothing ends before it. The clock is typed in whole minutes.
fn earliest_end(open: &OpenVisit) -> DateTime<Utc> {
    let signed = open.consents.iter().filter(|consent| matches!(consent.outcome, ConsentOutcome::Signed));
    let begun = signed.map(|consent| consent.signed_at).min().unwrap_or(open.visit.started_at);
    begun.duration_trunc(Duration::minutes(1)).unwrap_or(begun)
}

/// Signs and locks the visit: chart, items and signature become records, the draft is cleared.
pub(crate) fn sign_visit(seat: &Seat<'_>, request: VisitConfirmRequest) -> Result<VisitView, Failure> {
    let open = OpenVisit::read_to_change(seat, request.visit)?;
    if let Some(point) = open_points(seat, &open).into_iter().find(|point| point.step != VisitStep::Sign) {
        return Err(Refusal::NotComplete.naming("point", point.words));
    }
    seat.confirm(&request.secret)?;
    let chart = chart_of(seat, &open);
    let items = used_items(seat, &open);
    let visit = signed_visit(seat, &open);
    let sign_off = sign_off_of(seat, &visit, &chart, &items)?;
    seat.write(|write| {
        still_as_read(write, &open)?;
        write.put(&chart, Act::Close)?;
        items.iter().try_for_each(|item| write.put(item, Act::Close).map(drop))?;
        write.put(&sign_off, Act::Sign)?;
        write.put_based_on(&visit, Act::Sign, open.version)?;
        write.clear_draft(visit.id, "")
    })?;
    show(seat, visit.id)
}

/// The visit as it is locked by its signature.
pub(crate) fn signed_visit(seat: &Seat<'_>, open: &OpenVisit) -> Visit {
    Visit {
        components: open.components().to_vec(),
        // A visit may be started on one day and treated on another: intervals count from the treatment.
        visit_on: open.finished_at().map_or(open.visit.visit_on, |at| seat.calendar().day(at)),
        finished_at: open.finished_at(),
        is_signed: true,
        ..open.visit.clone()
    }
}

/// The signature under exactly these records.
pub(crate) fn sign_off_of(
    seat: &Seat<'_>,
    visit: &Visit,
    chart: &Chart,
    items: &[ItemUse],
) -> Result<SignOff, Failure> {
    Ok(SignOff {
        id: SignOffId(seat.new_id()),
        visit: visit.id,
        client: visit.client,
        by: seat.user().id,
        name: seat.user().name.clone(),
        signed_at: seat.now(),
        content_sha256: content_hash(&json!([visit, chart, items]))?,
    })
}

/// The chart as it stands in the draft.
pub(crate) fn chart_of(seat: &Seat<'_>, open: &OpenVisit) -> Chart {
    Chart {
        id: ChartId(seat.new_id()),
        visit: open.visit.id,
        client: open.client.id,
        zones: open.zones().to_vec(),
        pain_score: open.draft.chart_note.pain_score,
        note: open.draft.chart_note.note.clone(),
        cream_on_at: open.draft.cream_on_at,
        cream_off_at: open.draft.cream_off_at,
    }
}

/// Items as they were recorded, and the lots the plan named already.
fn used_items(seat: &Seat<'_>, open: &OpenVisit) -> Vec<ItemUse> {
    let planned = open.components().iter().filter_map(|part| {
        let (kind, lot) = (item_kind(&part.treatment)?, planned_lot(part)?);
        let recorded = open.draft.items.iter().any(|item| item.component == part.id && item.kind == kind);
        (!recorded).then(|| ItemUse {
            id: ItemUseId(seat.new_id()),
            visit: open.visit.id,
            client: open.client.id,
            component: part.id.clone(),
            kind,
            item: lot.clone(),
        })
    });
    // A visit may have been moved here from the wrong client's file: what was used in it was used on this one.
    let entered = open.draft.items.iter().map(|item| ItemUse { client: open.client.id, ..item.clone() });
    entered.chain(planned).collect()
}

/// Adds to a signed visit. The signed record itself is never edited.
pub(crate) fn add_addendum(seat: &Seat<'_>, request: AddendumRequest) -> Result<VisitView, Failure> {
    let open = OpenVisit::read(seat, request.visit)?;
    if !open.visit.is_signed {
        return Err(Refusal::VisitNotSigned.failure());
    }
    let text = request.text.trim();
    if text.is_empty() {
        return Err(wrong_field("text", FieldProblem::Empty));
    }
    if text.chars().count() > TEXT {
        return Err(Failure::Fields(vec![WrongField::naming("text", FieldProblem::TooLong, "most", TEXT)]));
    }
    seat.confirm(&request.secret)?;
    let addendum = Addendum {
        id: AddendumId(seat.new_id()),
        visit: open.visit.id,
        client: open.client.id,
        text: text.to_owned(),
        by: seat.user().id,
        written_at: seat.now(),
    };
    seat.write(|write| write.put(&addendum, Act::Amend))?;
    show(seat, request.visit)
}
