//! Choosing files. Each is read in a process of its own, sealed, and waits for what a person says about it.
//!
//! A file's name is shown to the person who chose it and kept nowhere.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use exchange::picture::{MOST_BYTES, PictureProblem, PictureReader, PictureRefusal, Purpose, Readable};

use super::looking::sheet;
use crate::failure::Failure;
use crate::host::FilesWanted;
use crate::pictures::{WaitingFile, WaitingPicture};
use crate::print::sha256_hex;
use crate::seat::Seat;
use crate::wire::{FileDiscardRequest, FilesChooseRequest, FilesChosenView, FilesFor, PhotosView, RefusedFileRow};
use care::record::ClientId;

/// Files of one choice at most: each is read while the person waits.
const MOST_CHOSEN: usize = 40;

/// Lets the person choose files, and reads them.
pub(crate) fn choose_files(seat: &Seat<'_>, request: FilesChooseRequest) -> Result<FilesChosenView, Failure> {
    seat.may_see(request.client)?;
    seat.read(|read| read.client(request.client).map(|_| ()))?;
    let reader = seat.desk().picture_reader()?;
    let wanted = match request.files_for {
        FilesFor::Photos => FilesWanted::Photos,
        FilesFor::Scans => FilesWanted::Scans,
    };
    let refused = take_chosen(seat, wanted, |bytes, file_name| {
        let waiting = receive(seat, &reader, request.client, request.files_for, bytes)?;
        seat.desk().keep_waiting(WaitingFile { file_name: file_name.to_owned(), ..waiting });
        Ok(())
    })?;
    Ok(FilesChosenView { sheet: sheet(seat, request.client)?, refused })
}

/// Lets the person choose files and hands the bytes of each, with its name, to `take`. Gives those that were not taken.
///
/// # Errors
/// [`Failure::Cancelled`] where nothing is chosen, and what has to do with the vault or the machine.
pub(crate) fn take_chosen(
    seat: &Seat<'_>,
    wanted: FilesWanted,
    mut take: impl FnMut(&[u8], &str) -> Result<(), Untaken>,
) -> Result<Vec<RefusedFileRow>, Failure> {
    let chosen = seat.host().choose_files(wanted);
    if chosen.is_empty() {
        return Err(Failure::Cancelled);
    }
    // The dialog may have stood open while the desk was locked: then somebody else may have answered it.
    seat.desk().still_open(seat.opened())?;
    let mut refused = Vec::new();
    for (index, path) in chosen.iter().enumerate() {
        let file_name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let taken = if index < MOST_CHOSEN {
            bytes_of(path).and_then(|bytes| take(&bytes, &file_name))
        } else {
            Err(Untaken::TooMany)
        };
        match taken {
            Ok(()) => seat.desk().touch(),
            Err(Untaken::Failed(failure)) => return Err(*failure),
            Err(why) => refused.push(RefusedFileRow { file_name, words: seat.words().say(why.key(), None) }),
        }
    }
    Ok(refused)
}

/// Drops a file that waits.
pub(crate) fn discard_file(seat: &Seat<'_>, request: FileDiscardRequest) -> Result<PhotosView, Failure> {
    seat.may_see(request.client)?;
    seat.desk().take_waiting(request.client, &request.token);
    sheet(seat, request.client)
}

/// Why a file does not wait.
pub(crate) enum Untaken {
    Refused(PictureRefusal),
    Unreadable,
    TooMany,
    /// Nothing about the file: the vault or the machine.
    Failed(Box<Failure>),
}

impl Untaken {
    fn key(&self) -> &'static str {
        match self {
            Self::Refused(refusal) => picture_key(*refusal),
            Self::Unreadable | Self::Failed(_) => "picture-unreadable",
            Self::TooMany => "picture-too-many",
        }
    }
}

impl From<PictureProblem> for Untaken {
    fn from(problem: PictureProblem) -> Self {
        match problem {
            PictureProblem::Refused(refusal) => Self::Refused(refusal),
            PictureProblem::NoReader => Self::Failed(Box::new(Failure::NoPictureReader)),
        }
    }
}

impl From<store::StoreError> for Untaken {
    fn from(problem: store::StoreError) -> Self {
        Self::Failed(Box::new(problem.into()))
    }
}

/// Key of the sentence for a file that is not taken.
pub(super) fn picture_key(refusal: PictureRefusal) -> &'static str {
    match refusal {
        PictureRefusal::Empty => "picture-empty",
        PictureRefusal::TooManyBytes => "picture-too-many-bytes",
        PictureRefusal::UnknownKind => "picture-unknown-kind",
        PictureRefusal::Heic => "picture-heic",
        PictureRefusal::OtherPurpose => "picture-other-purpose",
        PictureRefusal::TooManyPixels => "picture-too-many-pixels",
        PictureRefusal::TooManyPages => "picture-too-many-pages",
        PictureRefusal::Damaged => "picture-damaged",
        PictureRefusal::Mixed => "picture-mixed",
        PictureRefusal::TooMuchWork => "picture-too-much-work",
        PictureRefusal::EncryptedPdf => "picture-encrypted-pdf",
        PictureRefusal::ActivePdf => "picture-active-pdf",
    }
}

/// The bytes of a plain file, and never more of them than are taken.
fn bytes_of(path: &Path) -> Result<Vec<u8>, Untaken> {
    let is_plain = path.metadata().is_ok_and(|facts| facts.is_file());
    let file = if is_plain { File::open(path).ok() } else { None };
    let mut bytes = Vec::new();
    let most = u64::try_from(MOST_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    let read = file.map(|file| file.take(most).read_to_end(&mut bytes));
    if matches!(read, Some(Ok(_))) { Ok(bytes) } else { Err(Untaken::Unreadable) }
}

/// Reads a file's bytes and seals what is kept of them. Durable before anything names it.
fn receive(
    seat: &Seat<'_>,
    reader: &PictureReader,
    client: ClientId,
    files_for: FilesFor,
    bytes: &[u8],
) -> Result<WaitingFile, Untaken> {
    let purpose = match files_for {
        FilesFor::Photos => Purpose::Photo,
        FilesFor::Scans => Purpose::Scan,
    };
    let Readable { kind, picture, .. } = reader.read(bytes, purpose)?;
    let vault = &seat.opened().vault;
    let received = match files_for {
        FilesFor::Photos => None,
        FilesFor::Scans => Some(vault.store_media(bytes)?),
    };
    let picture = picture.map(|picture| WaitingPicture::seal(vault, picture)).transpose()?;
    Ok(WaitingFile {
        token: seat.new_id(),
        client,
        file_name: String::new(),
        files_for,
        ending: kind.ending(),
        received_sha256: sha256_hex(bytes),
        n_bytes: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
        received,
        picture,
    })
}

/// The same for a picture that nobody chose: the made-up photos of a sample clinic.
///
/// # Errors
/// [`Failure::NoPictureReader`] where it cannot be read.
pub(super) fn receive_photo(seat: &Seat<'_>, client: ClientId, bytes: &[u8]) -> Result<WaitingFile, Failure> {
    let reader = seat.desk().picture_reader()?;
    receive(seat, &reader, client, FilesFor::Photos, bytes).map_err(|why| match why {
        Untaken::Failed(failure) => *failure,
        Untaken::Refused(_) | Untaken::Unreadable | Untaken::TooMany => Failure::NoPictureReader,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Words;

    #[test]
    fn every_reason_not_to_take_a_file_is_a_sentence() {
        let words = Words::en_gb();
        let others = [Untaken::Unreadable.key(), Untaken::TooMany.key()];
        for key in PictureRefusal::ALL.iter().map(|refusal| picture_key(*refusal)).chain(others) {
            assert!(words.has(key), "{key} says what is wrong and what to do");
        }
    }
}
