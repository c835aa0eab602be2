//! Filed documents: filing, looking, printing again.

use care::record::{Document, DocumentId, DocumentKind};
use serde_json::json;
use store::{Act, Numbered, StoreError, Write};

use crate::cases::fields::Checker;
use crate::desk::Open;
use crate::failure::{Failure, Refusal};
use crate::failure_words::print_key;
use crate::host::PrintJob;
use crate::seat::Seat;
use crate::visit::{banner, document_row};
use crate::wire::{DocumentPrintRequest, DocumentRequest, DocumentView, PrintedView};

/// Copies of one print at most.
const MOST_COPIES: u8 = 9;

/// A rendered document on its way into the vault.
#[derive(Debug, Clone)]
pub(crate) struct Filing {
    /// What it is.
    pub(crate) document: Document,
    /// Its bytes, exactly as shown.
    pub(crate) bytes: Vec<u8>,
}

/// The number the next document will carry. It is printed before it is taken.
pub(crate) fn next_document_number(seat: &Seat<'_>) -> Result<String, Failure> {
    Ok(seat.write(|write| write.next_number(Numbered::Document))?.0)
}

/// Files a document: bytes durable first, then one transaction with what belongs to it.
///
/// # Errors
/// [`Refusal::SheetGone`] if another document took the printed number meanwhile.
pub(crate) fn file_document(
    seat: &Seat<'_>,
    filing: &Filing,
    also: impl FnOnce(&mut Write<'_>) -> Result<(), StoreError>,
) -> Result<(), Failure> {
    let stored = seat.opened().vault.store_media(&filing.bytes)?;
    seat.opened().vault.write(&seat.stamp(), |write| {
        if write.next_number(Numbered::Document)? != filing.document.number {
            return Err(Refusal::SheetGone.failure());
        }
        write.keep_media(&stored)?;
        also(write)?;
        write.put(&filing.document, Act::File)?;
        Ok(())
    })?;
    Ok(())
}

/// Shows a filed document. The look is written down before it is shown.
pub(crate) fn open_document(seat: &Seat<'_>, request: DocumentRequest) -> Result<DocumentView, Failure> {
    let document = seat.read(|read| read.document(request.document))?;
    note_look(seat, &document)?;
    let client = seat.read(|read| read.client(document.client))?.record;
    Ok(DocumentView {
        client: banner(seat, &client, &[]),
        row: document_row(&document),
        url: format!("pdf://localhost/document/{}", document.id),
    })
}

/// Prints a filed document again.
pub(crate) fn print_document(seat: &Seat<'_>, request: DocumentPrintRequest) -> Result<PrintedView, Failure> {
    let mut fields = Checker::default();
    fields.between("n_copies", request.n_copies, 1, MOST_COPIES);
    fields.finish()?;
    let document = seat.read(|read| read.document(request.document))?;
    let bytes = bytes_of(seat.opened(), &document)?;
    print(seat, &document, &bytes, request.n_copies, request.printer.as_deref())
}

/// Hands a filed document to the printing system; the attempt is written down, good or bad.
pub(crate) fn print(
    seat: &Seat<'_>,
    document: &Document,
    bytes: &[u8],
    n_copies: u8,
    printer: Option<&str>,
) -> Result<PrintedView, Failure> {
    let job = PrintJob { bytes, title: &document.number, n_copies, paper: seat.clinic().paper, printer };
    let outcome = seat.host().print(&job);
    let detail = json!({
        "document": document.id,
        "number": document.number,
        "pdf_sha256": document.pdf_sha256,
        "n_copies": n_copies,
        "outcome": match outcome { Ok(()) => "taken".to_owned(), Err(problem) => problem.to_string() },
    });
    seat.write(|write| write.note(Act::Print, Some(document.client), &detail))?;
    Ok(PrintedView {
        document: document_row(document),
        was_printed: outcome.is_ok(),
        why_not: outcome.err().map(|problem| seat.words().say(print_key(problem), None)),
    })
}

/// The bytes of a document the page shows in its frame. A page may ask for them several times: one look is one entry.
pub(crate) fn shown_bytes(seat: &Seat<'_>, id: &str) -> Result<Vec<u8>, Failure> {
    let id: DocumentId = id.parse().map_err(|_| StoreError::NotFound)?;
    let document = seat.read(|read| read.document(id))?;
    if !seat.desk().is_shown(id) {
        note_look(seat, &document)?;
    }
    bytes_of(seat.opened(), &document)
}

fn note_look(seat: &Seat<'_>, document: &Document) -> Result<(), Failure> {
    let detail = json!({ "document": document.id, "number": document.number });
    seat.write(|write| write.note(Act::Open, Some(document.client), &detail))?;
    seat.desk().note_shown(document.id);
    Ok(())
}

/// The bytes of a filed document, checked against its hash.
pub(crate) fn bytes_of(open: &Open, document: &Document) -> Result<Vec<u8>, Failure> {
    let bytes = open.vault.media(&document.pdf_sha256)?;
    if crate::print::sha256_hex(&bytes) == document.pdf_sha256 {
        Ok(bytes)
    } else {
        Err(StoreError::Damaged(store::Part::Media).into())
    }
}

/// Key of the word for a kind, for file names and lists.
pub(crate) fn kind_word(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Consent => "consent",
        DocumentKind::Aftercare => "aftercare",
    }
}
