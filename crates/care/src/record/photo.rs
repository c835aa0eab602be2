//! Photos of a client and scans of paper. The bytes live sealed in the media store; these records name them.
//!
//! A photo or scan is never edited: what it may be used for, and that it was withdrawn, are records of their own.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use serde::{Deserialize, Serialize};

use super::{ClientId, DocumentId, PhotoId, ScanId, UserId, VisitId};
use crate::zones::SidedZone;

/// One photo of a client. Never edited, never replaced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Photo {
    /// Made when it was added.
    pub id: PhotoId,
    /// Whose.
    pub client: ClientId,
    /// The visit it was taken at, if it was.
    pub visit: Option<VisitId>,
    /// What it shows, where one zone is meant and not the whole face.
    pub zone: Option<SidedZone>,
    /// From where it was taken.
    pub view: PhotoView,
    /// The day it was taken, in the clinic's calendar, as a person said it.
    pub taken_on: NaiveDate,
    /// The clock time, where it is known.
    pub taken_time: Option<NaiveTime>,
    /// What the client allowed when it was added. A later [`PhotoPermission`] counts instead.
    pub scope: PhotoScope,
    /// SHA-256 of the clean picture that is kept, as 64 hexadecimal digits.
    pub photo_sha256: String,
    /// SHA-256 of its thumbnail.
    pub thumbnail_sha256: String,
    /// SHA-256 of the file it was made from; the file itself is not kept.
    pub received_sha256: String,
    /// Width of the clean picture in pixels.
    pub width_px: u32,
    /// Height of the clean picture in pixels.
    pub height_px: u32,
    /// Who added it.
    pub added_by: UserId,
    /// When.
    pub added_at: DateTime<Utc>,
}

/// From where a photo was taken: the sequence that makes two visits comparable. Sides are the client's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum PhotoView {
    /// From the front.
    Front,
    /// The client's left, turned half away.
    LeftOblique,
    /// The client's right, turned half away.
    RightOblique,
    /// The client's left side.
    LeftSide,
    /// The client's right side.
    RightSide,
    /// One place, near.
    Close,
}

impl PhotoView {
    /// Every view, in the order they are taken in.
    pub const ALL: &'static [Self] =
        &[Self::Front, Self::LeftOblique, Self::RightOblique, Self::LeftSide, Self::RightSide, Self::Close];
}

/// What the client allows a photo to be used for. Each one allows what stands before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum PhotoScope {
    /// The client's own record, and the client's own copy of it.
    Record,
    /// Teaching of colleagues, too.
    Teaching,
    /// Publication and advertising, too.
    Marketing,
}

impl PhotoScope {
    /// Every scope, the narrowest first.
    pub const ALL: &'static [Self] = &[Self::Record, Self::Teaching, Self::Marketing];

    /// Whether a photo of this scope may leave for a use.
    #[must_use]
    pub fn allows(self, wanted: Self) -> bool {
        wanted <= self
    }
}

/// What a client allows a photo to be used for, said later than the photo was added. The newest counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhotoPermission {
    /// Which photo. One is enough for a photo, so this is the permission's id too.
    pub photo: PhotoId,
    /// Whose.
    pub client: ClientId,
    /// What is allowed now.
    pub scope: PhotoScope,
    /// Who wrote it down.
    pub set_by: UserId,
    /// When.
    pub set_at: DateTime<Utc>,
}

/// One scan of paper. The file is kept exactly as it was received. Never edited, never replaced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scan {
    /// Made when it was added.
    pub id: ScanId,
    /// Whose.
    pub client: ClientId,
    /// What kind of paper.
    pub kind: ScanKind,
    /// What it is called in the list.
    pub title: String,
    /// SHA-256 of the file as it was received, as 64 hexadecimal digits.
    pub received_sha256: String,
    /// Ending for a saved copy, without its dot: `pdf`, `tif`.
    pub ending: String,
    /// SHA-256 of the clean picture to look at; none of a PDF.
    pub picture_sha256: Option<String>,
    /// SHA-256 of its thumbnail; none of a PDF.
    pub thumbnail_sha256: Option<String>,
    /// Size of the file in bytes.
    pub n_bytes: u64,
    /// The paper of ours it shows, signed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<DocumentId>,
    /// Which pages of that paper, in the order they stand in the file.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pages: Vec<u16>,
    /// Who added it.
    pub added_by: UserId,
    /// When.
    pub added_at: DateTime<Utc>,
}

/// What kind of paper was scanned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ScanKind {
    /// A consent signed on paper.
    PaperConsent,
    /// A letter of referral, or an answer to one.
    ReferralLetter,
    /// Any other paper.
    Other,
}

impl ScanKind {
    /// Every kind.
    pub const ALL: &'static [Self] = &[Self::PaperConsent, Self::ReferralLetter, Self::Other];
}

/// A photo or scan was withdrawn: from then on it is neither shown nor handed out. What was sealed stays sealed until
/// the record's time is over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MediaWithdrawal {
    /// Which one.
    pub of: WithdrawnMedia,
    /// Whose.
    pub client: ClientId,
    /// Why, in the words of whoever withdrew it.
    pub reason: String,
    /// Who withdrew it.
    pub withdrawn_by: UserId,
    /// When.
    pub withdrawn_at: DateTime<Utc>,
}

/// What was withdrawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", content = "id", rename_all = "snake_case")]
pub enum WithdrawnMedia {
    /// A photo.
    Photo(PhotoId),
    /// A scan.
    Scan(ScanId),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_photo_leaves_for_what_the_client_allowed_and_for_nothing_more() {
        use PhotoScope::{Marketing, Record, Teaching};
        for (allowed, leaves_for) in
            [(Record, &[Record][..]), (Teaching, &[Record, Teaching]), (Marketing, &[Record, Teaching, Marketing])]
        {
            let may: Vec<_> = PhotoScope::ALL.iter().copied().filter(|wanted| allowed.allows(*wanted)).collect();
            assert_eq!(may, leaves_for, "{allowed:?} was allowed");
        }
    }
}
