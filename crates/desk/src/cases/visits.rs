//! Starting, opening, undoing and closing a visit without treatment.

use care::record::{ClientId, Component, Treatment, Visit, VisitId};
use serde_json::json;
use store::{Act, Numbered, Read, StoreError};

use crate::cases::fields::{TEXT, wrong_field};
use crate::cases::signing::chart_of;
use crate::failure::{Failure, FieldProblem, Refusal};
use crate::looks::{Look, Screen};
use crate::seat::Seat;
use crate::visit::{ChartNote, Field, OpenVisit, own_visits, still_as_read, visit_view};
use crate::wire::{ClientRequest, NotTodayRequest, VisitRequest, VisitView};

/// Starts a visit, or goes on with the one that is open.
pub(crate) fn start_visit(seat: &Seat<'_>, request: ClientRequest) -> Result<VisitView, Failure> {
    seat.may_see(request.client)?;
    let (id, _) = seat.write(|write| {
        let client = write.read().client(request.client)?.record;
        if let Some(open) = write.read().open_visit_of(client.id)? {
            return Ok::<_, StoreError>(open.record.id);
        }
        let visit = new_visit(seat, VisitId(seat.new_id()), client.id, write.next_number(Numbered::Visit)?);
        write.put(&visit, Act::Create)?;
        if let Some(parts) = last_parts(&write.read(), client.id)? {
            write.set_draft(visit.id, &Field::Components.path(), &json!(parts))?;
        }
        Ok(visit.id)
    })?;
    show(seat, id)
}

/// A visit as it is when it starts.
pub(crate) fn new_visit(seat: &Seat<'_>, id: VisitId, client: ClientId, number: String) -> Visit {
    Visit {
        id,
        client,
        number,
        visit_on: seat.today(),
        practitioner: seat.user().id,
        started_at: seat.now(),
        components: Vec::new(),
        screening: None,
        protocol_version: seat.rules().version().to_owned(),
        lifts: Vec::new(),
        finished_at: None,
        is_signed: false,
        not_today: None,
    }
}

/// The parts of the client's last signed visit: a series goes on with them until the plan is changed. Lots are not
/// carried over, the next visit opens its own.
fn last_parts(read: &Read<'_>, client: ClientId) -> Result<Option<Vec<Component>>, StoreError> {
    let last = own_visits(read, client)?.into_iter().find(|visit| visit.is_signed);
    Ok(last.map(|visit| visit.components.into_iter().map(without_lot).collect()))
}

fn without_lot(mut part: Component) -> Component {
    if let Treatment::Serum(serum) = &mut part.treatment {
        serum.lot = None;
    }
    part
}

/// Opens a visit. The look is written down before it is shown.
pub(crate) fn open_visit(seat: &Seat<'_>, request: VisitRequest) -> Result<VisitView, Failure> {
    let client = seat.read(|read| read.visit(request.visit))?.record.client;
    seat.may_see(client)?;
    seat.look(Look { client, screen: Screen::Visit { visit: request.visit } }, |_| Ok(()))?;
    show(seat, request.visit)
}

/// Takes the last entered field back.
pub(crate) fn undo(seat: &Seat<'_>, request: VisitRequest) -> Result<VisitView, Failure> {
    OpenVisit::read_to_change(seat, request.visit)?;
    let (step, _) = seat.write(|write| write.undo_draft(request.visit))?;
    step.ok_or_else(|| Refusal::NothingToUndo.failure())?;
    show(seat, request.visit)
}

/// Enters an undone field again.
pub(crate) fn redo(seat: &Seat<'_>, request: VisitRequest) -> Result<VisitView, Failure> {
    OpenVisit::read_to_change(seat, request.visit)?;
    let (step, _) = seat.write(|write| write.redo_draft(request.visit))?;
    step.ok_or_else(|| Refusal::NothingToUndo.failure())?;
    show(seat, request.visit)
}

/// Closes a visit without treatment, with the reason. What was answered and noted until then stays: the answers as an
/// entry of the journal, the cream and the words of the practitioner as a chart without zones.
pub(crate) fn close_without_treatment(seat: &Seat<'_>, request: NotTodayRequest) -> Result<VisitView, Failure> {
    let open = OpenVisit::read_to_change(seat, request.visit)?;
    if open.has_begun() {
        return Err(Refusal::VisitBegun.failure());
    }
    let reason = request.reason.trim();
    if reason.is_empty() {
        return Err(wrong_field("reason", FieldProblem::NoReason));
    }
    if reason.chars().count() > TEXT {
        return Err(wrong_field("reason", FieldProblem::TooLong));
    }
    let closed =
        Visit { not_today: Some(reason.to_owned()), components: open.components().to_vec(), ..open.visit.clone() };
    let answered =
        json!({ "visit": open.visit.id, "answers": open.draft.answers, "background": open.draft.background });
    let chart = (open.draft.cream_on_at.is_some() || open.draft.chart_note != ChartNote::default())
        .then(|| chart_of(seat, &open));
    seat.write(|write| {
        still_as_read(write, &open)?;
        if !open.draft.answers.is_empty() || open.draft.background.is_some() {
            write.note(Act::Close, Some(open.client.id), &answered)?;
        }
        if let Some(chart) = &chart {
            write.put(chart, Act::Close)?;
        }
        write.put_based_on(&closed, Act::Close, open.version)?;
        write.clear_draft(request.visit, "")
    })?;
    show(seat, request.visit)
}

/// The visit as it stands now. Whoever changes a visit sees it: that is a look too, once a sitting.
pub(crate) fn show(seat: &Seat<'_>, id: VisitId) -> Result<VisitView, Failure> {
    let open = OpenVisit::read(seat, id)?;
    seat.look_once(Look { client: open.client.id, screen: Screen::Visit { visit: id } })?;
    Ok(visit_view(seat, &open))
}
