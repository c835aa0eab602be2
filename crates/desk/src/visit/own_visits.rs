//! The visits that are a client's own: those in the file, without what was recorded there by mistake and with what was
//! recorded elsewhere.

use care::record::{ClientId, Visit, VisitId, WrongClientSide};
use store::{Read, StoreError};

/// A client's own visits, newest first.
///
/// # Errors
/// What the vault says.
pub(crate) fn own_visits(read: &Read<'_>, client: ClientId) -> Result<Vec<Visit>, StoreError> {
    let mut visits: Vec<Visit> = read.visits_of(client)?.into_iter().map(|stored| stored.record).collect();
    let sides = read.wrong_clients_of(client)?;
    if sides.is_empty() {
        return Ok(visits);
    }
    // The newest word on a visit counts: one that came back by a second correction belongs here again.
    let belongs = |id: VisitId| sides.iter().rfind(|side| side.visit == id).map(|side| side.side);
    visits.retain(|visit| belongs(visit.id) != Some(WrongClientSide::RecordedHere));
    for side in sides.iter().filter(|side| side.side == WrongClientSide::BelongsHere) {
        let is_here = visits.iter().any(|visit| visit.id == side.visit);
        if !is_here && belongs(side.visit) == Some(WrongClientSide::BelongsHere) {
            visits.push(read.visit(side.visit)?.record);
        }
    }
    visits.sort_by(|one, other| {
        (other.visit_on, other.started_at, other.id).cmp(&(one.visit_on, one.started_at, one.id))
    });
    Ok(visits)
}

/// Visits that stand in a client's file and are somebody else's.
///
/// # Errors
/// What the vault says.
pub(crate) fn foreign_visits(read: &Read<'_>, client: ClientId) -> Result<Vec<VisitId>, StoreError> {
    let sides = read.wrong_clients_of(client)?.into_iter();
    Ok(sides.filter(|side| side.side == WrongClientSide::RecordedHere).map(|side| side.visit).collect())
}
