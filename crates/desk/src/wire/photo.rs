//! Photos of a client and scans of paper: files that were chosen and wait, what is filed, one that is looked at.

use care::record::{ClientId, PhotoId, PhotoScope, PhotoView, ScanId, ScanKind, VisitId};
use care::zones::{SidedZone, ZoneId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::BannerView;

/// What of a client is photographed and scanned. Looking is an entry of the journal, once for the whole sheet.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PhotosView {
    /// Whose.
    pub client: ClientId,
    /// Photos, the newest first; withdrawn ones without their picture.
    pub photos: Vec<PhotoRow>,
    /// Scans, the newest first; withdrawn ones without their picture.
    pub scans: Vec<ScanRow>,
    /// Files that were chosen and are not added yet.
    pub waiting: Vec<WaitingFileRow>,
    /// Zones with their names, without a side.
    pub zones: Vec<Named<ZoneId>>,
    /// Views with their names, in the order they are taken in.
    pub views: Vec<Named<PhotoView>>,
    /// What a photo may be used for, the narrowest first.
    pub scopes: Vec<Named<PhotoScope>>,
    /// Kinds of paper.
    pub kinds: Vec<Named<ScanKind>>,
}

/// A value one can choose, with its name.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Named<T> {
    /// The value.
    pub value: T,
    /// Its name.
    pub words: String,
}

/// One photo of the sheet.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PhotoRow {
    /// Which.
    pub id: PhotoId,
    /// The day it was taken.
    pub taken_on: String,
    /// The clock time `HH:MM`, where it is known.
    pub taken_time: Option<String>,
    /// From where.
    pub view: PhotoView,
    /// The view in words.
    pub view_words: String,
    /// Zone and side in words; empty where the whole is meant.
    pub zone_words: String,
    /// What the client allows now.
    pub scope: PhotoScope,
    /// The same in words.
    pub scope_words: String,
    /// Number of the visit it was taken at.
    pub visit_number: Option<String>,
    /// Who added it.
    pub added_by: String,
    /// When, in UTC.
    pub added_at: String,
    /// Width in pixels.
    pub width_px: u32,
    /// Height in pixels.
    pub height_px: u32,
    /// Where the page finds the thumbnail; `None` of a withdrawn one.
    pub thumbnail_url: Option<String>,
    /// That it was withdrawn, if it was.
    pub withdrawn: Option<WithdrawnRow>,
}

/// One scan of the list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ScanRow {
    /// Which.
    pub id: ScanId,
    /// What kind of paper.
    pub kind: ScanKind,
    /// The kind in words.
    pub kind_words: String,
    /// What it is called.
    pub title: String,
    /// Who added it.
    pub added_by: String,
    /// When, in UTC.
    pub added_at: String,
    /// Size of the file as it was received.
    pub n_bytes: u64,
    /// Its kind as people call it: `PDF`, `TIF`.
    pub format: String,
    /// Where the page finds the thumbnail; `None` of a PDF and of a withdrawn one.
    pub thumbnail_url: Option<String>,
    /// That it was withdrawn, if it was.
    pub withdrawn: Option<WithdrawnRow>,
}

/// Why a photo or scan is no longer shown.
#[derive(Debug, Clone, Serialize, TS)]
pub struct WithdrawnRow {
    /// Why.
    pub reason: String,
    /// Who withdrew it.
    pub by: String,
    /// When, in UTC.
    pub at: String,
}

/// What files are chosen for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FilesFor {
    /// Photos of the client.
    Photos,
    /// Scans of paper.
    Scans,
}

/// Lets the person choose files. They are read and wait; nothing is filed yet.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FilesChooseRequest {
    /// Whose they are to be.
    pub client: ClientId,
    /// What for.
    pub files_for: FilesFor,
}

/// What became of the files that were chosen.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FilesChosenView {
    /// The sheet, with the files that wait.
    pub sheet: PhotosView,
    /// Files that are not taken, each with one sentence.
    pub refused: Vec<RefusedFileRow>,
}

/// A file that is not taken.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RefusedFileRow {
    /// Its name without its folder, so that the person finds it again.
    pub file_name: String,
    /// Why, and what to do.
    pub words: String,
}

/// A file that was chosen and is not added yet.
#[derive(Debug, Clone, Serialize, TS)]
pub struct WaitingFileRow {
    /// Names it until it is added.
    pub token: String,
    /// Its name without its folder.
    pub file_name: String,
    /// What it was chosen for.
    pub files_for: FilesFor,
    /// The day the camera says, for a person to judge.
    pub camera_on: Option<String>,
    /// The clock time the camera says.
    pub camera_time: Option<String>,
    /// Where the page finds the thumbnail; `None` of a PDF.
    pub thumbnail_url: Option<String>,
}

/// Drops a file that waits.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FileDiscardRequest {
    /// Whose it was to be.
    pub client: ClientId,
    /// Which.
    pub token: String,
}

/// Files a photo that waits.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PhotoAddRequest {
    /// Whose.
    pub client: ClientId,
    /// Which file.
    pub token: String,
    /// The visit it was taken at.
    pub visit: Option<VisitId>,
    /// One zone, where the whole is not meant.
    pub zone: Option<SidedZone>,
    /// From where.
    pub view: PhotoView,
    /// The day it was taken, `YYYY-MM-DD`.
    pub taken_on: String,
    /// The clock time `HH:MM`, or empty.
    pub taken_time: String,
    /// What the client allows.
    pub scope: PhotoScope,
}

/// Files a scan that waits.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ScanAddRequest {
    /// Whose.
    pub client: ClientId,
    /// Which file.
    pub token: String,
    /// What kind of paper.
    pub kind: ScanKind,
    /// What it is called.
    pub title: String,
}

/// Shows one photo large. Looking is an entry of the journal.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PhotoRequest {
    /// Which.
    pub photo: PhotoId,
}

/// One photo, large.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PhotoOpenView {
    /// Whose it is: a photo is never on screen without that.
    pub client: BannerView,
    /// What it is.
    pub row: PhotoRow,
    /// Where the page finds it.
    pub url: String,
    /// Other photos of the same view, the newest first, to put beside it.
    pub same_view: Vec<PhotoRow>,
}

/// Shows or saves one scan. Either is an entry of the journal.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ScanRequest {
    /// Which.
    pub scan: ScanId,
}

/// One scan, large.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ScanOpenView {
    /// Whose it is.
    pub client: BannerView,
    /// What it is.
    pub row: ScanRow,
    /// Where the page finds its first page; `None` of a PDF, which is never drawn here.
    pub url: Option<String>,
}

/// A copy of a scan that was saved, exactly as the file was received.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SavedCopyView {
    /// Name of the file, without its folder.
    pub file_name: String,
}

/// What the client allows from now on.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PhotoScopeRequest {
    /// Which photo.
    pub photo: PhotoId,
    /// What is allowed.
    pub scope: PhotoScope,
}

/// Withdraws a photo for good.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PhotoWithdrawRequest {
    /// Which.
    pub photo: PhotoId,
    /// Why.
    pub reason: String,
}

/// Withdraws a scan for good.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ScanWithdrawRequest {
    /// Which.
    pub scan: ScanId,
    /// Why.
    pub reason: String,
}

/// Hands out the photos of a client that may be used for teaching or publication, without a name on them.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PhotosExportRequest {
    /// Whose.
    pub client: ClientId,
    /// What for. Only what the client allowed for it leaves.
    pub wanted: PhotoScope,
    /// PIN or password.
    pub secret: String,
}
