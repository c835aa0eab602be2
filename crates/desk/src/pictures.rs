//! Pictures on their way to the screen, and files that were chosen and wait to be filed.
//!
//! The window's scheme asks here for the bytes of one picture. Lock, role, restriction and withdrawal are checked on
//! every read, and no picture is given before the look is written down. Nothing is decoded here.

use std::panic::{AssertUnwindSafe, catch_unwind};

use care::record::{ClientId, DocumentId, PhotoId, ScanId};
use exchange::picture::{Picture, PictureReader, Purpose, run_worker};
use paper::PageMark;
use store::{StoreError, StoredMedia, Vault};
use uuid::Uuid;

use crate::desk::Desk;
use crate::door::{MAY_SEE_PAPER, acting_role};
use crate::failure::{Failure, Refusal};
use crate::looks::{Look, Screen};
use crate::seat::Seat;
use crate::wire::{FailureView, FilesFor};

/// Files that wait at most; the oldest makes room.
pub(crate) const MOST_WAITING: usize = 60;

/// A file that was read and sealed, and has no record yet. What nobody files is swept at the next opening.
#[derive(Debug, Clone)]
pub(crate) struct WaitingFile {
    pub(crate) token: Uuid,
    pub(crate) client: ClientId,
    pub(crate) file_name: String,
    pub(crate) files_for: FilesFor,
    /// Ending for a saved copy.
    pub(crate) ending: &'static str,
    /// SHA-256 of the file as it was received.
    pub(crate) received_sha256: String,
    /// Its size.
    pub(crate) n_bytes: u64,
    /// The file as it was received, sealed; of a scan only.
    pub(crate) received: Option<StoredMedia>,
    /// The clean picture; none of a PDF.
    pub(crate) picture: Option<WaitingPicture>,
}

/// The clean picture of a file that waits.
#[derive(Debug, Clone)]
pub(crate) struct WaitingPicture {
    pub(crate) stored: StoredMedia,
    pub(crate) thumbnail: Vec<u8>,
    pub(crate) width_px: u32,
    pub(crate) height_px: u32,
    /// `YYYY-MM-DDTHH:MM` by the camera.
    pub(crate) camera_time: Option<String>,
}

impl WaitingPicture {
    /// Seals the picture that was made of a file.
    ///
    /// # Errors
    /// What the disk says.
    pub(crate) fn seal(vault: &Vault, picture: Picture) -> Result<Self, StoreError> {
        Ok(Self {
            stored: vault.store_media(&picture.jpeg)?,
            thumbnail: picture.thumbnail,
            width_px: picture.width_px,
            height_px: picture.height_px,
            camera_time: picture.camera_time,
        })
    }
}

/// Files of signed pages that came back and are not filed yet.
#[derive(Debug, Clone)]
pub(crate) struct SignedPages {
    pub(crate) token: Uuid,
    /// In the order they were chosen.
    pub(crate) files: Vec<SignedFile>,
    /// The document, where a person said it.
    pub(crate) document: Option<DocumentId>,
}

/// One of them, read and sealed.
#[derive(Debug, Clone)]
pub(crate) struct SignedFile {
    pub(crate) token: Uuid,
    pub(crate) file_name: String,
    /// Ending for a saved copy.
    pub(crate) ending: &'static str,
    /// SHA-256 of the file as it was received.
    pub(crate) received_sha256: String,
    /// Its size.
    pub(crate) n_bytes: u64,
    /// The file as it was received, sealed.
    pub(crate) received: StoredMedia,
    /// The clean picture; none of a PDF.
    pub(crate) picture: Option<WaitingPicture>,
    /// Its pages.
    pub(crate) pages: Vec<SignedPage>,
}

/// One page of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct SignedPage {
    /// What its codes say; none where none can be read.
    pub(crate) marks: Vec<PageMark>,
    /// What a person said it is, where no code does.
    pub(crate) said: Option<SaidPage>,
}

/// What a person said a page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SaidPage {
    /// This page of the document.
    Page(u16),
    /// None of it.
    Aside,
}

impl Desk {
    /// The bytes of a JPEG the page shows: `thumbnail/<photo>`, `photo/<photo>`, `scan-thumbnail/<scan>`,
    /// `scan/<scan>`, `waiting/<token>` or `signed-pages/<token>`.
    ///
    /// # Errors
    /// A [`FailureView`] when the vault is locked, the record restricted, or there is no such picture to see.
    pub fn picture(&self, path: &str) -> Result<Vec<u8>, FailureView> {
        let read = catch_unwind(AssertUnwindSafe(|| self.read_picture(path))).unwrap_or(Err(Failure::Panicked));
        read.map_err(|failure| failure.view(self.words()))
    }

    fn read_picture(&self, path: &str) -> Result<Vec<u8>, Failure> {
        self.lock_if_idle();
        let open = self.open()?;
        if open.must_choose_password() {
            return Err(Refusal::PasswordForOneUse.failure());
        }
        let role = acting_role(MAY_SEE_PAPER, &open.roles_now()?).ok_or(Failure::WrongRole)?;
        let seat = Seat::take(self, &open, role)?;
        match path.trim_start_matches('/').split_once('/') {
            Some(("thumbnail", id)) => photo_thumbnail(&seat, id),
            Some(("photo", id)) => photo(&seat, id),
            Some(("scan-thumbnail", id)) => scan_thumbnail(&seat, id),
            Some(("scan", id)) => scan(&seat, id),
            Some(("waiting", token)) => waiting(&seat, token),
            Some(("signed-pages", token)) => signed_pages(&seat, token),
            _ => Err(not_there()),
        }
    }

    /// The reader of foreign pictures, where this machine has one.
    pub(crate) fn picture_reader(&self) -> Result<PictureReader, Failure> {
        let program = self.host().picture_program().ok_or(Failure::NoPictureReader)?;
        Ok(PictureReader::starting(&program))
    }
}

fn not_there() -> Failure {
    Failure::Store(StoreError::NotFound)
}

fn photo_thumbnail(seat: &Seat<'_>, id: &str) -> Result<Vec<u8>, Failure> {
    let id: PhotoId = id.parse().map_err(|_| not_there())?;
    let kept = seat.read(|read| read.photo(id))?;
    may_be_shown(seat, kept.photo.client, kept.withdrawal.is_some(), Screen::Photos)?;
    seat.read(|read| read.thumbnail(&kept.photo.thumbnail_sha256))
}

fn photo(seat: &Seat<'_>, id: &str) -> Result<Vec<u8>, Failure> {
    let id: PhotoId = id.parse().map_err(|_| not_there())?;
    let kept = seat.read(|read| read.photo(id))?;
    may_be_shown(seat, kept.photo.client, kept.withdrawal.is_some(), Screen::Photo { photo: id })?;
    Ok(seat.opened().vault.media(&kept.photo.photo_sha256)?)
}

fn scan_thumbnail(seat: &Seat<'_>, id: &str) -> Result<Vec<u8>, Failure> {
    let id: ScanId = id.parse().map_err(|_| not_there())?;
    let kept = seat.read(|read| read.scan(id))?;
    may_be_shown(seat, kept.scan.client, kept.withdrawal.is_some(), Screen::Photos)?;
    let name = kept.scan.thumbnail_sha256.ok_or_else(not_there)?;
    seat.read(|read| read.thumbnail(&name))
}

fn scan(seat: &Seat<'_>, id: &str) -> Result<Vec<u8>, Failure> {
    let id: ScanId = id.parse().map_err(|_| not_there())?;
    let kept = seat.read(|read| read.scan(id))?;
    may_be_shown(seat, kept.scan.client, kept.withdrawal.is_some(), Screen::Scan { scan: id })?;
    let name = kept.scan.picture_sha256.ok_or_else(not_there)?;
    Ok(seat.opened().vault.media(&name)?)
}

fn waiting(seat: &Seat<'_>, token: &str) -> Result<Vec<u8>, Failure> {
    let file = seat.desk().waiting_file(token).ok_or_else(not_there)?;
    seat.may_see(file.client)?;
    file.picture.map(|picture| picture.thumbnail).ok_or_else(not_there)
}

/// A page that came back, for the person who chose its file a moment ago: whose it is may not be known yet.
fn signed_pages(seat: &Seat<'_>, token: &str) -> Result<Vec<u8>, Failure> {
    let set = seat.desk().signed_pages().ok_or_else(not_there)?;
    let file = set.files.into_iter().find(|file| file.token.to_string() == token).ok_or_else(not_there)?;
    file.picture.map(|picture| picture.thumbnail).ok_or_else(not_there)
}

/// A page may ask for a picture several times: one look is one entry.
fn may_be_shown(seat: &Seat<'_>, client: ClientId, is_withdrawn: bool, screen: Screen) -> Result<(), Failure> {
    seat.may_see(client)?;
    if is_withdrawn {
        return Err(Refusal::MediaWithdrawn.failure());
    }
    seat.look_once(Look { client, screen })
}

/// Does what a program started with [`PICTURE_WORKER_COMMAND`](crate::PICTURE_WORKER_COMMAND) is there for: reads one
/// foreign picture from standard input and answers on standard output. Confines the whole process first.
///
/// # Errors
/// Where the purpose is not one, or the process could not be confined or heard.
pub fn work_as_picture_reader(purpose: &str) -> std::io::Result<()> {
    let purpose = Purpose::from_word(purpose).ok_or(std::io::ErrorKind::InvalidInput)?;
    run_worker(purpose, std::io::stdin().lock(), std::io::stdout().lock())
}
