//! Photos, scans and files that wait, as lines of the sheet.

use care::record::{MediaWithdrawal, PhotoScope, PhotoView, ScanKind, UserId};
use care::zones::{Side, SidedZone};
use serde::Serialize;
use store::{KeptPhoto, KeptScan, Read, StoreError};

use crate::pictures::WaitingFile;
use crate::seat::Seat;
use crate::visit::zone_words;
use crate::wire::{PhotoRow, ScanRow, WaitingFileRow, WithdrawnRow};
use crate::words::Words;

/// The word the record keeps for a value that is a plain word.
pub(super) fn named<T: Serialize>(value: &T) -> String {
    serde_json::to_value(value).ok().and_then(|word| word.as_str().map(str::to_owned)).unwrap_or_default()
}

pub(super) fn view_key(view: PhotoView) -> &'static str {
    match view {
        PhotoView::Front => "photo-view-front",
        PhotoView::LeftOblique => "photo-view-left-oblique",
        PhotoView::RightOblique => "photo-view-right-oblique",
        PhotoView::LeftSide => "photo-view-left-side",
        PhotoView::RightSide => "photo-view-right-side",
        PhotoView::Close => "photo-view-close",
    }
}

pub(super) fn scope_key(scope: PhotoScope) -> &'static str {
    match scope {
        PhotoScope::Record => "photo-scope-record",
        PhotoScope::Teaching => "photo-scope-teaching",
        PhotoScope::Marketing => "photo-scope-marketing",
    }
}

pub(super) fn scan_kind_key(kind: ScanKind) -> &'static str {
    match kind {
        ScanKind::PaperConsent => "scan-paper-consent",
        ScanKind::ReferralLetter => "scan-referral-letter",
        ScanKind::Other => "scan-other",
    }
}

/// "Medial cheek, left"; a zone without sides only its name.
fn sided_words(words: &Words, place: SidedZone) -> String {
    let zone = zone_words(words, place.zone);
    let key = match place.side {
        Side::Left => "photo-side-left",
        Side::Right => "photo-side-right",
        Side::Middle => return zone,
    };
    format!("{zone}, {}", words.say(key, None))
}

pub(super) fn photo_row(seat: &Seat<'_>, read: &Read<'_>, kept: &KeptPhoto) -> Result<PhotoRow, StoreError> {
    let photo = &kept.photo;
    let visit_number = photo.visit.map(|visit| read.visit(visit)).transpose()?.map(|visit| visit.record.number);
    let shown = kept.withdrawal.is_none();
    Ok(PhotoRow {
        id: photo.id,
        taken_on: photo.taken_on.to_string(),
        taken_time: photo.taken_time.map(|time| time.format("%H:%M").to_string()),
        view: photo.view,
        view_words: seat.words().say(view_key(photo.view), None),
        zone_words: photo.zone.map(|zone| sided_words(seat.words(), zone)).unwrap_or_default(),
        scope: kept.scope,
        scope_words: seat.words().say(scope_key(kept.scope), None),
        visit_number,
        added_by: name_of(read, photo.added_by)?,
        added_at: photo.added_at.to_rfc3339(),
        width_px: photo.width_px,
        height_px: photo.height_px,
        thumbnail_url: shown.then(|| format!("photo://localhost/thumbnail/{}", photo.id)),
        withdrawn: kept.withdrawal.as_ref().map(|withdrawal| withdrawn_row(read, withdrawal)).transpose()?,
    })
}

pub(super) fn scan_row(seat: &Seat<'_>, read: &Read<'_>, kept: &KeptScan) -> Result<ScanRow, StoreError> {
    let scan = &kept.scan;
    let has_thumbnail = kept.withdrawal.is_none() && scan.thumbnail_sha256.is_some();
    Ok(ScanRow {
        id: scan.id,
        kind: scan.kind,
        kind_words: seat.words().say(scan_kind_key(scan.kind), None),
        title: scan.title.clone(),
        added_by: name_of(read, scan.added_by)?,
        added_at: scan.added_at.to_rfc3339(),
        n_bytes: scan.n_bytes,
        format: scan.ending.to_uppercase(),
        thumbnail_url: has_thumbnail.then(|| format!("photo://localhost/scan-thumbnail/{}", scan.id)),
        withdrawn: kept.withdrawal.as_ref().map(|withdrawal| withdrawn_row(read, withdrawal)).transpose()?,
    })
}

pub(super) fn waiting_row(file: &WaitingFile) -> WaitingFileRow {
    let camera = file.picture.as_ref().and_then(|picture| picture.camera_time.as_deref());
    let camera = camera.and_then(|time| time.split_once('T'));
    WaitingFileRow {
        token: file.token.to_string(),
        file_name: file.file_name.clone(),
        files_for: file.files_for,
        camera_on: camera.map(|(day, _)| day.to_owned()),
        camera_time: camera.map(|(_, time)| time.to_owned()),
        thumbnail_url: file.picture.as_ref().map(|_| format!("photo://localhost/waiting/{}", file.token)),
    }
}

fn withdrawn_row(read: &Read<'_>, withdrawal: &MediaWithdrawal) -> Result<WithdrawnRow, StoreError> {
    Ok(WithdrawnRow {
        reason: withdrawal.reason.clone(),
        by: name_of(read, withdrawal.withdrawn_by)?,
        at: withdrawal.withdrawn_at.to_rfc3339(),
    })
}

fn name_of(read: &Read<'_>, user: UserId) -> Result<String, StoreError> {
    Ok(read.user(user)?.record.name)
}
