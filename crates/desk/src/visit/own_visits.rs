//! The visits that are a client's own: those in the file, without what was recorded there by mistake and with what was
//! recorded elsewhere.

use std::collections::{BTreeMap, BTreeSet};

use care::record::{ClientId, DocumentId, Visit, VisitId, WrongClientSide};
use store::{KeptPhoto, KeptScan, Read, StoreError};

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

/// Visits that were recorded in a client's file and are somebody else's, by the newest word on each.
///
/// # Errors
/// What the vault says.
pub(crate) fn foreign_visits(read: &Read<'_>, client: ClientId) -> Result<Vec<VisitId>, StoreError> {
    let sides: BTreeMap<VisitId, WrongClientSide> =
        read.wrong_clients_of(client)?.into_iter().map(|side| (side.visit, side.side)).collect();
    Ok(sides.into_iter().filter(|(_, side)| *side == WrongClientSide::RecordedHere).map(|(visit, _)| visit).collect())
}

/// A client's photos: those in the file, without those of somebody else's visits and with those of visits recorded
/// elsewhere.
///
/// # Errors
/// What the vault says.
pub(crate) fn own_photos(read: &Read<'_>, client: ClientId) -> Result<Vec<KeptPhoto>, StoreError> {
    let foreign = foreign_visits(read, client)?;
    let mut photos = read.photos_of(client)?;
    photos.retain(|kept| !kept.photo.visit.is_some_and(|visit| foreign.contains(&visit)));
    let sides = read.wrong_clients_of(client)?;
    if sides.is_empty() {
        return Ok(photos);
    }
    // A photo never moves: it stays in the file in which its visit stood when it was taken.
    let own: BTreeSet<VisitId> = own_visits(read, client)?.into_iter().map(|visit| visit.id).collect();
    let files: BTreeSet<ClientId> = sides.into_iter().map(|side| side.other).collect();
    for file in files {
        let there = read.photos_of(file)?.into_iter();
        photos.extend(there.filter(|kept| kept.photo.visit.is_some_and(|visit| own.contains(&visit))));
    }
    Ok(photos)
}

/// A client's scans, without the papers that came back signed in somebody else's visits. What was signed in another
/// file names that client, and stays there.
///
/// # Errors
/// What the vault says.
pub(crate) fn own_scans(read: &Read<'_>, client: ClientId) -> Result<Vec<KeptScan>, StoreError> {
    let foreign = foreign_visits(read, client)?;
    let documents = read.documents_of(client)?.into_iter();
    let theirs: BTreeSet<DocumentId> = documents
        .filter(|document| document.visit.is_some_and(|visit| foreign.contains(&visit)))
        .map(|document| document.id)
        .collect();
    let mut scans = read.scans_of(client)?;
    scans.retain(|kept| !kept.scan.document.is_some_and(|document| theirs.contains(&document)));
    Ok(scans)
}

/// Whose a visit is: the client of its file, or who it belongs to by the newest correction.
///
/// # Errors
/// What the vault says.
pub(crate) fn owner_of(read: &Read<'_>, visit: &Visit) -> Result<ClientId, StoreError> {
    let sides = read.wrong_clients_of_visit(visit.id)?;
    let newest = sides.iter().rfind(|side| side.side == WrongClientSide::BelongsHere);
    Ok(newest.map_or(visit.client, |side| side.client))
}
