//! Looking: the sheet of thumbnails is one look, a photo or scan that is opened is another.

use care::record::{ClientId, PhotoScope, PhotoView, ScanKind};
use care::zones::ZoneId;
use serde_json::json;
use store::Act;

use super::rows::{named, photo_row, scan_kind_key, scan_row, scope_key, view_key, waiting_row};
use crate::failure::{Failure, Refusal};
use crate::looks::{Look, Screen};
use crate::outgoing::{file_name, write_whole};
use crate::seat::Seat;
use crate::visit::{banner, zone_words};
use crate::wire::{
    ClientRequest, Named, PhotoOpenView, PhotoRequest, PhotosView, SavedCopyView, ScanOpenView, ScanRequest,
};

/// Shows the sheet of thumbnails.
pub(crate) fn view_photos(seat: &Seat<'_>, request: ClientRequest) -> Result<PhotosView, Failure> {
    seat.may_see(request.client)?;
    let look = Look { client: request.client, screen: Screen::Photos };
    seat.look(look, |read| read.client(request.client).map(|_| ()))?;
    sheet(seat, request.client)
}

/// The sheet as it stands.
pub(super) fn sheet(seat: &Seat<'_>, client: ClientId) -> Result<PhotosView, Failure> {
    let (photos, scans) = seat.read(|read| {
        let photos = read.photos_of(client)?;
        let photos = photos.iter().map(|kept| photo_row(seat, read, kept)).collect::<Result<Vec<_>, _>>()?;
        let scans = read.scans_of(client)?;
        let scans = scans.iter().map(|kept| scan_row(seat, read, kept)).collect::<Result<Vec<_>, _>>()?;
        Ok((photos, scans))
    })?;
    let words = seat.words();
    Ok(PhotosView {
        client,
        photos,
        scans,
        waiting: seat.desk().waiting_of(client).iter().map(waiting_row).collect(),
        zones: choices(ZoneId::ALL, |zone| zone_words(words, zone)),
        views: choices(PhotoView::ALL, |view| words.say(view_key(view), None)),
        scopes: choices(PhotoScope::ALL, |scope| words.say(scope_key(scope), None)),
        kinds: choices(ScanKind::ALL, |kind| words.say(scan_kind_key(kind), None)),
    })
}

fn choices<T: Copy>(values: &[T], words: impl Fn(T) -> String) -> Vec<Named<T>> {
    values.iter().map(|value| Named { value: *value, words: words(*value) }).collect()
}

/// Shows one photo large, with the others of its view.
pub(crate) fn open_photo(seat: &Seat<'_>, request: PhotoRequest) -> Result<PhotoOpenView, Failure> {
    let kept = seat.read(|read| read.photo(request.photo))?;
    let client = kept.photo.client;
    seat.may_see(client)?;
    if kept.withdrawal.is_some() {
        return Err(Refusal::MediaWithdrawn.failure());
    }
    seat.look(Look { client, screen: Screen::Photo { photo: request.photo } }, |_| Ok(()))?;
    seat.read(|read| {
        let same_view = read.photos_of(client)?.into_iter().filter(|other| {
            other.photo.view == kept.photo.view && other.photo.id != kept.photo.id && other.withdrawal.is_none()
        });
        Ok(PhotoOpenView {
            client: banner(seat, &read.client(client)?.record, &[]),
            row: photo_row(seat, read, &kept)?,
            url: format!("photo://localhost/photo/{}", request.photo),
            same_view: same_view.map(|other| photo_row(seat, read, &other)).collect::<Result<_, _>>()?,
        })
    })
}

/// Shows one scan large; of a PDF only what it is.
pub(crate) fn open_scan(seat: &Seat<'_>, request: ScanRequest) -> Result<ScanOpenView, Failure> {
    let kept = seat.read(|read| read.scan(request.scan))?;
    let client = kept.scan.client;
    seat.may_see(client)?;
    if kept.withdrawal.is_some() {
        return Err(Refusal::MediaWithdrawn.failure());
    }
    seat.look(Look { client, screen: Screen::Scan { scan: request.scan } }, |_| Ok(()))?;
    seat.read(|read| {
        Ok(ScanOpenView {
            client: banner(seat, &read.client(client)?.record, &[]),
            row: scan_row(seat, read, &kept)?,
            url: kept.scan.picture_sha256.as_ref().map(|_| format!("photo://localhost/scan/{}", request.scan)),
        })
    })
}

/// Saves a copy of a scan, exactly as the file was received, where the person chooses.
pub(crate) fn save_scan(seat: &Seat<'_>, request: ScanRequest) -> Result<SavedCopyView, Failure> {
    let kept = seat.read(|read| read.scan(request.scan))?;
    let client = kept.scan.client;
    seat.may_see(client)?;
    if kept.withdrawal.is_some() {
        return Err(Refusal::MediaWithdrawn.failure());
    }
    let number = seat.read(|read| read.client(client))?.record.number;
    let suggested = format!("needlepoint-{number}-{}.{}", named(&kept.scan.kind), kept.scan.ending);
    let target = seat.host().choose_file(&suggested).ok_or(Failure::Cancelled)?;
    seat.desk().still_open(seat.opened())?;
    let bytes = seat.opened().vault.media(&kept.scan.received_sha256)?;
    // Written down before anything leaves.
    let detail = json!({ "scan": request.scan, "number": number, "sha256": kept.scan.received_sha256 });
    seat.write(|write| write.note(Act::Save, Some(client), &detail))?;
    write_whole(&target, &bytes)?;
    Ok(SavedCopyView { file_name: file_name(&target) })
}
