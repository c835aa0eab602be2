//! Photos that leave the practice: with the client's own record, or for a use the client allowed.
//!
//! The client's own copy holds every photo and scan that was not withdrawn. For teaching and publication only those
//! leave that are allowed for it, and nothing with them says whose they are. A picture was cleaned when it came in.

use care::record::{ClientId, PhotoScope};
use exchange::{Archive, Manifest};
use serde_json::{Value, json};
use std::fs::File;
use std::io::{BufWriter, Seek, Write};
use std::path::Path;
use store::{Act, KeptPhoto, KeptScan};

use crate::cases::export::{export_view, leaving, pretty};
use crate::failure::{Failure, Refusal};
use crate::outgoing::write_beside;
use crate::seat::Seat;
use crate::visit::{own_photos, own_scans};
use crate::wire::{ExportView, PhotosExportRequest};

/// Whether a photo may leave for a use.
fn may_leave(kept: &KeptPhoto, wanted: PhotoScope) -> bool {
    kept.withdrawal.is_none() && kept.scope.allows(wanted)
}

/// What an export of the client's own record says about photos and scans.
pub(crate) struct PhotosInRecord {
    /// Of `record.json`.
    pub(crate) photos: Value,
    /// Of `record.json`.
    pub(crate) scans: Value,
    /// Photos and scans that stay behind because they were withdrawn.
    pub(crate) n_left_out: u32,
}

/// Puts the client's photos and scans into the client's own copy, and says which stay behind and why.
///
/// # Errors
/// Where a file is damaged or the archive cannot be written.
pub(crate) fn add_to_record<W: Write + Seek>(
    seat: &Seat<'_>,
    archive: &mut Archive<W>,
    client: ClientId,
) -> Result<PhotosInRecord, Failure> {
    let (photos, scans) = seat.read(|read| Ok((own_photos(read, client)?, own_scans(read, client)?)))?;
    let mut n_left_out = 0;
    let mut photo_rows = Vec::new();
    for kept in &photos {
        let file = if may_leave(kept, PhotoScope::Record) { Some(photo_path(kept)) } else { None };
        match &file {
            Some(path) => add(seat, archive, path, &kept.photo.photo_sha256)?,
            None => n_left_out += 1,
        }
        photo_rows.push(json!({
            "photo": kept.photo, "allowed_for": kept.scope, "file": file, "left_out_because_withdrawn": kept.withdrawal,
        }));
    }
    let mut scan_rows = Vec::new();
    for kept in &scans {
        let file = if kept.withdrawal.is_none() { Some(scan_path(kept)) } else { None };
        match &file {
            Some(path) => add(seat, archive, path, &kept.scan.received_sha256)?,
            None => n_left_out += 1,
        }
        scan_rows.push(json!({ "scan": kept.scan, "file": file, "left_out_because_withdrawn": kept.withdrawal }));
    }
    Ok(PhotosInRecord { photos: Value::Array(photo_rows), scans: Value::Array(scan_rows), n_left_out })
}

fn photo_path(kept: &KeptPhoto) -> String {
    format!("photos/{}-{}.jpg", kept.photo.taken_on, kept.photo.id)
}

fn scan_path(kept: &KeptScan) -> String {
    format!("scans/{}.{}", kept.scan.id, kept.scan.ending)
}

fn add<W: Write + Seek>(seat: &Seat<'_>, archive: &mut Archive<W>, path: &str, sha256: &str) -> Result<(), Failure> {
    archive.add(path, &seat.opened().vault.media(sha256)?).map_err(leaving)
}

/// Hands out what the client allowed for teaching or publication, without a name, a number or a date on it.
pub(crate) fn export_photos(seat: &Seat<'_>, request: PhotosExportRequest) -> Result<ExportView, Failure> {
    seat.may_see(request.client)?;
    seat.confirm(&request.secret)?;
    let photos = seat.read(|read| own_photos(read, request.client))?;
    let (leaving, staying): (Vec<_>, Vec<_>) = photos.into_iter().partition(|kept| may_leave(kept, request.wanted));
    if leaving.is_empty() {
        return Err(Refusal::NoPhotoAllowed.failure());
    }
    let target = seat.host().choose_file("photos.zip").ok_or(Failure::Cancelled)?;
    // The dialog may have stood open while the desk was locked: then somebody else may have answered it.
    seat.desk().still_open(seat.opened())?;
    // Written down before anything leaves.
    let ids: Vec<_> = leaving.iter().map(|kept| kept.photo.id).collect();
    let detail = json!({ "scope": "photos", "for": request.wanted, "photos": ids });
    seat.write(|write| write.note(Act::Export, Some(request.client), &detail))?;
    let manifest = write_beside(&target, |beside| write_photos(seat, &leaving, beside))?;
    export_view(&target, &manifest, u32::try_from(staying.len()).unwrap_or(u32::MAX))
}

fn write_photos(seat: &Seat<'_>, photos: &[KeptPhoto], path: &Path) -> Result<Manifest, Failure> {
    let file = File::create(path).map_err(|_| Failure::File)?;
    let mut archive = Archive::begin(BufWriter::new(file));
    let mut rows = Vec::new();
    for (index, kept) in photos.iter().enumerate() {
        let path = format!("photo-{}.jpg", index + 1);
        add(seat, &mut archive, &path, &kept.photo.photo_sha256)?;
        rows.push(json!({ "file": path, "view": kept.photo.view, "zone": kept.photo.zone, "allowed_for": kept.scope }));
    }
    archive.add("photos.json", &pretty(&Value::Array(rows))?).map_err(leaving)?;
    let written_by = format!("needlepoint {}", env!("CARGO_PKG_VERSION"));
    // The journal's head is the clinic's, and says nothing about the client.
    let head = seat.read(|read| read.head())?;
    let head = format!("{}-{}", head.seq, head.short_hash());
    let (mut out, manifest) = archive.finish(written_by, seat.now().to_rfc3339(), head).map_err(leaving)?;
    out.flush().and_then(|()| out.get_ref().sync_all()).map_err(|_| Failure::File)?;
    Ok(manifest)
}
