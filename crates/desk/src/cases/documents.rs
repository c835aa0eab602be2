//! Filed documents: filing, looking, printing again.

use care::record::{Document, DocumentId, DocumentKind};
use serde_json::json;
use store::{Act, Numbered, Occasion, StoreError, Write};

use crate::cases::fields::Checker;
use crate::desk::Open;
use crate::failure::{Failure, Refusal};
use crate::failure_words::print_key;
use crate::host::PrintJob;
use crate::looks::{Look, Screen};
use crate::print::size_of_record;
use crate::seat::Seat;
use crate::visit::{banner, document_row};
use crate::wire::{DocumentPrintRequest, DocumentRequest, DocumentView, PrintedView};

/// Copies of one print at most.
pub(crate) const MOST_COPIES: u8 = 9;

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
    seat.anchor(Occasion::Document);
    Ok(())
}

/// Shows a filed document. The look is written down before it is shown.
pub(crate) fn open_document(seat: &Seat<'_>, request: DocumentRequest) -> Result<DocumentView, Failure> {
    let document = seat.read(|read| read.document(request.document))?;
    seat.may_see(document.client)?;
    let look = Look { client: document.client, screen: Screen::Document { document: document.id } };
    seat.look(look, |_| Ok(()))?;
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
    seat.may_see(document.client)?;
    let bytes = bytes_of(seat.opened(), &document)?;
    print(seat, &document, &bytes, request.n_copies, request.printer.as_deref())
}

/// Hands a filed document to the printing system. That it is asked to print is written down first, so that no paper
/// comes out which nobody can account for; what became of it is an entry of its own.
///
/// # Errors
/// [`Failure::Store`] if the first entry cannot be written: then nothing is printed.
pub(crate) fn print(
    seat: &Seat<'_>,
    document: &Document,
    bytes: &[u8],
    n_copies: u8,
    printer: Option<&str>,
) -> Result<PrintedView, Failure> {
    // A paper may have been made for another size than the clinic's usual one.
    let paper = paper::size_of(bytes).map_or(seat.clinic().paper, size_of_record);
    let job = PrintJob { bytes, title: &document.number, n_copies, paper, printer };
    let asked = json!({
        "step": "asked",
        "document": document.id,
        "number": document.number,
        "pdf_sha256": document.pdf_sha256,
        "n_copies": n_copies,
    });
    seat.write(|write| write.note(Act::Print, Some(document.client), &asked))?;
    let outcome = seat.host().print(&job);
    let ended = json!({
        "step": "ended",
        "document": document.id,
        "number": document.number,
        "outcome": match outcome { Ok(()) => "taken".to_owned(), Err(problem) => problem.to_string() },
    });
    // The paper may be out already: that its end could not be written down must not read as "not printed". The first
    // entry stands and says that it was asked for.
    let _ = seat.write(|write| write.note(Act::Print, Some(document.client), &ended));
    seat.anchor(Occasion::Document);
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
    seat.may_see(document.client)?;
    seat.look_once(Look { client: document.client, screen: Screen::Document { document: id } })?;
    bytes_of(seat.opened(), &document)
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
        DocumentKind::ConsentBlank => "consent-blank",
        DocumentKind::ConsentRefused => "consent-refused",
        DocumentKind::ConsentWithdrawn => "consent-withdrawn",
        DocumentKind::Aftercare => "aftercare",
        DocumentKind::NotToday => "not-today",
        DocumentKind::TreatmentRecord => "treatment-record",
        DocumentKind::Plan => "plan",
        DocumentKind::TubeLabel => "tube-label",
        DocumentKind::Referral => "referral",
        DocumentKind::Recall => "recall",
        DocumentKind::AdverseEvent => "adverse-event",
        DocumentKind::WholeRecord => "whole-record",
    }
}
