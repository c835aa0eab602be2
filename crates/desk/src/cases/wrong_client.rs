//! A visit that was recorded under the wrong client. Before it is signed it is moved; afterwards it is marked in both
//! files, because what is signed is never edited.
//!
//! What moves is what was done: the plan, zones, items, clock, notes. What does not is what somebody else said or signed
//! for: answers, sign-offs of findings, initials, consents. They are asked for anew (docs/decisions/0015).

use care::record::{Visit, VisitId, WrongClient, WrongClientId, WrongClientSide};
use store::{Act, Read, StoreError, Write};

use crate::cases::clients::client_row;
use crate::cases::fields::Checker;
use crate::cases::visits::show;
use crate::failure::{Failure, Refusal};
use crate::seat::Seat;
use crate::visit::{OpenVisit, still_as_read};
use crate::wire::{VisitMoveRequest, VisitView, WrongClientRow};

/// Parts of a draft that somebody else said, or signed for.
const STAYS_BEHIND: [&str; 5] = ["answer/", "background", "copied_from", "lift/", "consent/"];

/// Moves a visit to the client it belongs to; a signed one is marked in both files.
pub(crate) fn move_visit(seat: &Seat<'_>, request: VisitMoveRequest) -> Result<VisitView, Failure> {
    let open = OpenVisit::read(seat, request.visit)?;
    seat.may_see(request.to)?;
    let mut fields = Checker::default();
    let reason = fields.reason("reason", &request.reason);
    fields.finish()?;
    refuse(seat, &open, &request)?;
    seat.confirm(&request.secret)?;
    let sides = sides(seat, &open, &request, &reason)?;
    seat.write(|write| {
        if !open.is_over() {
            carry_over(write, &open, &request)?;
        }
        sides.iter().try_for_each(|side| write.put(side, Act::WrongClient).map(drop))
    })?;
    show(seat, request.visit)
}

fn refuse(seat: &Seat<'_>, open: &OpenVisit, request: &VisitMoveRequest) -> Result<(), Failure> {
    if open.visit.client == request.to {
        return Err(Refusal::SameClient.failure());
    }
    let (marked, theirs) = seat.read(|read| {
        read.client(request.to)?;
        Ok((read.wrong_clients_of_visit(request.visit)?, read.open_visit_of(request.to)?))
    })?;
    if open.is_over() && is_marked_in_its_file(&marked, &open.visit) {
        return Err(Refusal::AlreadyMarked.failure());
    }
    if !open.is_over() && theirs.is_some() {
        return Err(Refusal::HasOpenVisit.failure());
    }
    Ok(())
}

/// By the newest word of the file the visit stands in: one that came back before it was signed is not marked.
fn is_marked_in_its_file(sides: &[WrongClient], visit: &Visit) -> bool {
    let newest = sides.iter().rfind(|side| side.client == visit.client);
    newest.is_some_and(|side| side.side == WrongClientSide::RecordedHere)
}

/// The two records, one for each file.
fn sides(
    seat: &Seat<'_>,
    open: &OpenVisit,
    request: &VisitMoveRequest,
    reason: &str,
) -> Result<[WrongClient; 2], Failure> {
    let consents = seat.read(|read| read.consents_of_visit(request.visit))?;
    let from = open.visit.client;
    let taken = consents.iter().filter(|consent| consent.client == from).map(|consent| consent.id);
    let recorded = WrongClient {
        id: WrongClientId(seat.new_id()),
        visit: request.visit,
        client: from,
        other: request.to,
        side: WrongClientSide::RecordedHere,
        consents: taken.collect(),
        reason: reason.to_owned(),
        by: seat.user().id,
        by_name: seat.user().name.clone(),
        at: seat.now(),
    };
    let belongs = WrongClient {
        id: WrongClientId(seat.new_id()),
        client: request.to,
        other: from,
        side: WrongClientSide::BelongsHere,
        ..recorded.clone()
    };
    Ok([recorded, belongs])
}

/// The visit in the other file, without what somebody else said or signed for.
fn carry_over(write: &mut Write<'_>, open: &OpenVisit, request: &VisitMoveRequest) -> Result<(), StoreError> {
    still_as_read(write, open)?;
    let moved = Visit { client: request.to, screening: None, lifts: Vec::new(), ..open.visit.clone() };
    write.put_based_on(&moved, Act::WrongClient, open.version)?;
    STAYS_BEHIND.iter().try_for_each(|part| write.clear_draft(request.visit, part))
}

/// What the file a visit stands in says of it.
pub(crate) fn rows_of_visit(seat: &Seat<'_>, open: &OpenVisit) -> Vec<WrongClientRow> {
    let rows = seat.read(|read| wrong_client_rows(seat, read, open.client.id)).unwrap_or_default();
    rows.into_iter().filter(|row| row.visit == open.visit.id).collect()
}

/// What a client's file says of visits recorded under the wrong client.
pub(crate) fn wrong_client_rows(
    seat: &Seat<'_>,
    read: &Read<'_>,
    client: care::record::ClientId,
) -> Result<Vec<WrongClientRow>, StoreError> {
    let mut rows = Vec::new();
    for side in read.wrong_clients_of(client)? {
        let other = match read.client_row(side.other) {
            Ok(row) => Some(row),
            Err(StoreError::NotFound) => None,
            Err(problem) => return Err(problem),
        };
        rows.push(WrongClientRow {
            visit: side.visit,
            number: number(read, side.visit)?,
            other: other.map(|row| client_row(seat, &row)),
            other_number: number_of_client(read, side.other)?,
            is_recorded_here: side.side == WrongClientSide::RecordedHere,
            reason: side.reason,
            by_name: side.by_name,
            at: side.at.to_rfc3339(),
        });
    }
    Ok(rows)
}

/// The number of a client, also of one whose record was erased.
///
/// # Errors
/// What the vault says.
pub(crate) fn number_of_client(read: &Read<'_>, client: care::record::ClientId) -> Result<String, StoreError> {
    match read.erasures()?.into_iter().find(|erasure| erasure.client == client) {
        Some(erasure) => Ok(erasure.number),
        None => Ok(read.client_row(client)?.number),
    }
}

fn number(read: &Read<'_>, visit: VisitId) -> Result<String, StoreError> {
    Ok(read.visit(visit)?.record.number)
}
