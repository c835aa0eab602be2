//! Choosing the files of signed pages: each is read in a process of its own and sealed, and its codes are matched with
//! what was printed here.

use exchange::picture::{PictureReader, Purpose, Readable};
use paper::PageMark;

use super::consenting::is_signed_in_ink;
use super::showing::view;
use crate::cases::photos::{Untaken, take_chosen};
use crate::failure::{Failure, Refusal};
use crate::host::FilesWanted;
use crate::pictures::{SaidPage, SignedFile, SignedPage, SignedPages, WaitingPicture};
use crate::print::sha256_hex;
use crate::seat::Seat;
use crate::wire::{
    SignedPageSayRequest, SignedPagesChooseRequest, SignedPagesDropRequest, SignedPagesNameRequest, SignedPagesView,
};

/// Lets the person choose files of signed pages, and reads what their codes say.
pub(crate) fn choose_pages(seat: &Seat<'_>, request: SignedPagesChooseRequest) -> Result<SignedPagesView, Failure> {
    let mut set = match request.token {
        Some(token) => waiting(seat, &token)?,
        None => SignedPages { token: seat.new_id(), files: Vec::new(), document: None },
    };
    let reader = seat.desk().picture_reader()?;
    let refused = take_chosen(seat, FilesWanted::Scans, |bytes, file_name| {
        let file = receive(seat, &reader, bytes, file_name)?;
        // The same file twice is chosen by mistake.
        if set.files.iter().all(|known| known.received_sha256 != file.received_sha256) {
            set.files.push(file);
        }
        Ok(())
    })?;
    seat.desk().keep_signed_pages(set.clone());
    view(seat, &set, refused)
}

/// Takes which document the pages are of, where no code says it.
pub(crate) fn name_document(seat: &Seat<'_>, request: SignedPagesNameRequest) -> Result<SignedPagesView, Failure> {
    let mut set = waiting(seat, &request.token)?;
    let document = seat.read(|read| read.document(request.document))?;
    seat.may_see(document.client)?;
    if !is_signed_in_ink(document.kind) {
        return Err(Refusal::NotToBeSigned.failure());
    }
    set.document = Some(document.id);
    seat.desk().keep_signed_pages(set.clone());
    view(seat, &set, Vec::new())
}

/// Takes what a person says about a page whose code cannot be read.
pub(crate) fn say_page(seat: &Seat<'_>, request: SignedPageSayRequest) -> Result<SignedPagesView, Failure> {
    let mut set = waiting(seat, &request.token)?;
    let file = set.files.iter_mut().find(|file| file.token.to_string() == request.file);
    let page = file.and_then(|file| file.pages.get_mut(usize::from(request.at).checked_sub(1)?));
    let page = page.ok_or_else(|| Refusal::FileGone.failure())?;
    page.said = Some(request.page.map_or(SaidPage::Aside, SaidPage::Page));
    seat.desk().keep_signed_pages(set.clone());
    view(seat, &set, Vec::new())
}

/// Takes a file out, or forgets all of them. What was sealed and is not named is swept at the next opening.
pub(crate) fn drop_pages(seat: &Seat<'_>, request: SignedPagesDropRequest) -> Result<SignedPagesView, Failure> {
    let mut set = waiting(seat, &request.token)?;
    match request.file {
        Some(token) => set.files.retain(|file| file.token.to_string() != token),
        None => set.files.clear(),
    }
    if set.files.is_empty() {
        set.document = None;
        seat.desk().forget_signed_pages();
    } else {
        seat.desk().keep_signed_pages(set.clone());
    }
    view(seat, &set, Vec::new())
}

/// The pages that wait under this token.
///
/// # Errors
/// [`Refusal::FileGone`].
pub(super) fn waiting(seat: &Seat<'_>, token: &str) -> Result<SignedPages, Failure> {
    let set = seat.desk().signed_pages().filter(|set| set.token.to_string() == token);
    set.ok_or_else(|| Refusal::FileGone.failure())
}

fn receive(seat: &Seat<'_>, reader: &PictureReader, bytes: &[u8], file_name: &str) -> Result<SignedFile, Untaken> {
    let Readable { kind, picture, codes } = reader.read(bytes, Purpose::SignedPages)?;
    let vault = &seat.opened().vault;
    let picture = picture.map(|picture| WaitingPicture::seal(vault, picture)).transpose()?;
    // Other people's codes may stand on a page, too: a sticker, an appointment card in the corner.
    let marks = |codes: Vec<String>| codes.iter().filter_map(|code| code.parse::<PageMark>().ok()).collect();
    Ok(SignedFile {
        token: seat.new_id(),
        file_name: file_name.to_owned(),
        ending: kind.ending(),
        received_sha256: sha256_hex(bytes),
        n_bytes: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
        received: vault.store_media(bytes)?,
        picture,
        pages: codes.into_iter().map(|codes| SignedPage { marks: marks(codes), said: None }).collect(),
    })
}
