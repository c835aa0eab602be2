//! Filing what waits: the file is on the disk already, now one transaction names it.

use care::record::{ClientId, Photo, PhotoId, PhotoScope, PhotoView, Scan, ScanId, VisitId};
use care::zones::SidedZone;
use chrono::{NaiveDate, NaiveTime};
use store::Act;

use super::choosing::receive_photo;
use super::looking::sheet;
use crate::cases::fields::{Checker, LINE};
use crate::failure::{Failure, FieldProblem, Refusal, WrongField};
use crate::pictures::WaitingFile;
use crate::seat::Seat;
use crate::wire::{FilesFor, PhotoAddRequest, PhotosView, ScanAddRequest};

/// What is said about a photo when it is filed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct FiledPhoto {
    /// Fresh.
    pub(crate) id: PhotoId,
    pub(crate) client: ClientId,
    pub(crate) visit: Option<VisitId>,
    pub(crate) zone: Option<SidedZone>,
    pub(crate) view: PhotoView,
    pub(crate) taken_on: NaiveDate,
    pub(crate) taken_time: Option<NaiveTime>,
    pub(crate) scope: PhotoScope,
}

/// Files a photo that waits.
pub(crate) fn add_photo(seat: &Seat<'_>, request: PhotoAddRequest) -> Result<PhotosView, Failure> {
    seat.may_see(request.client)?;
    let mut fields = Checker::default();
    let taken_on = fields.day("taken_on", &request.taken_on);
    if taken_on.is_some_and(|day| day > seat.today()) {
        fields.wrong(WrongField::new("taken_on", FieldProblem::InFuture));
    }
    let typed = request.taken_time.trim();
    let taken_time = if typed.is_empty() { None } else { fields.time("taken_time", typed) };
    fields.finish()?;
    let taken_on = taken_on.ok_or(Failure::Panicked)?;
    let waiting = waiting(seat, request.client, &request.token, FilesFor::Photos)?;
    let (zone, view, scope, visit) = (request.zone, request.view, request.scope, request.visit);
    let (id, client) = (PhotoId(seat.new_id()), request.client);
    let said = FiledPhoto { id, client, visit, zone, view, taken_on, taken_time, scope };
    file(seat, &said, &waiting)?;
    seat.desk().take_waiting(request.client, &request.token);
    sheet(seat, request.client)
}

/// Reads and files a photo at once, in the way of one that was chosen.
///
/// # Errors
/// As choosing and adding.
pub(crate) fn file_photo(seat: &Seat<'_>, said: &FiledPhoto, bytes: &[u8]) -> Result<PhotoId, Failure> {
    let waiting = receive_photo(seat, said.client, bytes)?;
    file(seat, said, &waiting)
}

fn file(seat: &Seat<'_>, said: &FiledPhoto, waiting: &WaitingFile) -> Result<PhotoId, Failure> {
    let picture = waiting.picture.as_ref().ok_or_else(|| Refusal::FileGone.failure())?;
    let photo = Photo {
        id: said.id,
        client: said.client,
        visit: said.visit,
        zone: said.zone,
        view: said.view,
        taken_on: said.taken_on,
        taken_time: said.taken_time,
        scope: said.scope,
        photo_sha256: picture.stored.sha256(),
        thumbnail_sha256: store::thumbnail_name(&picture.thumbnail),
        received_sha256: waiting.received_sha256.clone(),
        width_px: picture.width_px,
        height_px: picture.height_px,
        added_by: seat.user().id,
        added_at: seat.now(),
    };
    seat.opened().vault.write(&seat.stamp(), |write| {
        // A photo belongs to a visit of the same client, or it would be shown with somebody else's.
        if let Some(visit) = said.visit
            && write.read().visit(visit)?.record.client != said.client
        {
            return Err(Refusal::OtherClientsVisit.failure());
        }
        write.keep_media(&picture.stored)?;
        write.keep_thumbnail(&picture.thumbnail)?;
        write.put(&photo, Act::Create)?;
        Ok(())
    })?;
    Ok(photo.id)
}

/// Files a scan that waits, byte for byte as it was received.
pub(crate) fn add_scan(seat: &Seat<'_>, request: ScanAddRequest) -> Result<PhotosView, Failure> {
    seat.may_see(request.client)?;
    let mut fields = Checker::default();
    let title = fields.needed("title", &request.title, LINE);
    fields.finish()?;
    let waiting = waiting(seat, request.client, &request.token, FilesFor::Scans)?;
    let received = waiting.received.as_ref().ok_or_else(|| Refusal::FileGone.failure())?;
    let scan = Scan {
        id: ScanId(seat.new_id()),
        client: request.client,
        kind: request.kind,
        title,
        received_sha256: waiting.received_sha256.clone(),
        ending: waiting.ending.to_owned(),
        picture_sha256: waiting.picture.as_ref().map(|picture| picture.stored.sha256()),
        thumbnail_sha256: waiting.picture.as_ref().map(|picture| store::thumbnail_name(&picture.thumbnail)),
        n_bytes: waiting.n_bytes,
        document: None,
        pages: Vec::new(),
        added_by: seat.user().id,
        added_at: seat.now(),
    };
    seat.write(|write| {
        write.read().client(request.client)?;
        write.keep_media(received)?;
        if let Some(picture) = &waiting.picture {
            write.keep_media(&picture.stored)?;
            write.keep_thumbnail(&picture.thumbnail)?;
        }
        write.put(&scan, Act::Create)
    })?;
    seat.desk().take_waiting(request.client, &request.token);
    sheet(seat, request.client)
}

fn waiting(seat: &Seat<'_>, client: ClientId, token: &str, files_for: FilesFor) -> Result<WaitingFile, Failure> {
    let file = seat.desk().waiting_file(token);
    let file = file.filter(|file| file.client == client && file.files_for == files_for);
    file.ok_or_else(|| Refusal::FileGone.failure())
}
