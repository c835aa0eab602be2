//! Papers other than the aftercare sheet: composed from the record, shown, then filed and printed with exactly the bytes
//! shown. Each kind is put together in a file of its own; what all of them go through is here and in `making`.

mod adverse_event;
mod consent_blank;
mod consent_end;
mod making;
mod naming;
mod not_today;
mod plan;
mod recall;
mod record_facts;
mod referral;
mod treatment_record;
mod tube_label;
mod whole_record;

use care::record::{ClientId, Document, DocumentId};
use serde_json::json;
use store::Act;

pub(crate) use self::consent_end::{file_refusal, file_withdrawal};
use self::making::{Composed, Making, make};
pub(crate) use self::recall::find_lot;
use crate::cases::documents::{Filing, MOST_COPIES, file_document, print};
use crate::cases::fields::Checker;
use crate::desk::{PaperSource, PreparedPaper};
use crate::failure::{Failure, Refusal};
use crate::seat::Seat;
use crate::visit::{banner, document_row, owner_of, text_languages};
use crate::wire::{
    DocumentRow, PaperFileRequest, PaperFor, PaperPrepareRequest, PaperPrintRequest, PaperView, PrintedView,
};

/// Composes and shows a paper. Looking files nothing, and is an entry.
pub(crate) fn prepare_paper(seat: &Seat<'_>, request: PaperPrepareRequest) -> Result<PaperView, Failure> {
    let of = client_of(seat, &request.paper)?;
    seat.may_see(of)?;
    let language = match request.language {
        Some(language) => language,
        None => language_of(seat, of)?,
    };
    let size = request.size.unwrap_or(seat.clinic().paper);
    let id = DocumentId(seat.new_id());
    let letters = request.letters.filter(|_| may_be_large(&request.paper)).unwrap_or_default();
    let made = make(seat, id, &language, (size, letters), |making| compose(seat, &request.paper, making))?;
    let document = &made.document;
    let view = PaperView {
        token: document.id.to_string(),
        url: format!("pdf://localhost/sheet/{}", document.id),
        client: banner(seat, &made.client, &[]),
        kind: document.kind,
        title: document.title.clone(),
        n_pages: document.n_pages,
        pdf_sha256: document.pdf_sha256.clone(),
        language: document.language.clone(),
        languages: text_languages(seat),
        may_be_large: may_be_large(&request.paper),
        text: made.words,
    };
    let shown = json!({ "visit": document.visit, "paper": document.kind, "content": document.content_sha256 });
    seat.write(|write| write.note(Act::Open, Some(of), &shown))?;
    let source = PaperSource::Paper { paper: request.paper, size, says: made.says };
    seat.desk().keep_prepared(PreparedPaper { document: made.document, bytes: made.bytes, source });
    Ok(view)
}

/// Files the paper that is shown and prints it. A printer that fails stops nothing: the paper is filed.
pub(crate) fn print_paper(seat: &Seat<'_>, request: PaperPrintRequest) -> Result<PrintedView, Failure> {
    let mut fields = Checker::default();
    fields.between("n_copies", request.n_copies, 1, MOST_COPIES);
    fields.finish()?;
    let filed = file(seat, &request.token)?;
    print(seat, &filed.document, &filed.bytes, request.n_copies, request.printer.as_deref())
}

/// Files the paper that is shown without printing it.
pub(crate) fn file_paper(seat: &Seat<'_>, request: PaperFileRequest) -> Result<DocumentRow, Failure> {
    Ok(document_row(&file(seat, &request.token)?.document))
}

/// Files the bytes that were shown. The same paper is filed once, however often it is printed.
fn file(seat: &Seat<'_>, token: &str) -> Result<Filing, Failure> {
    let gone = || Refusal::PaperGone.failure();
    let prepared = seat.desk().prepared(token).ok_or_else(gone)?;
    seat.may_see(prepared.document.client)?;
    let bytes = prepared.bytes.clone();
    if let Ok(document) = seat.read(|read| read.document(prepared.document.id)) {
        return Ok(Filing { document, bytes });
    }
    // What it says may have changed while it was shown.
    if !still_says_so(seat, &prepared)? {
        return Err(gone());
    }
    let document = Document { filed_by: seat.user().id, filed_at: seat.now(), ..prepared.document.clone() };
    let filing = Filing { document, bytes };
    file_document(seat, &filing, |_| Ok(()))?;
    Ok(filing)
}

/// Whether the paper would say the same if it were made now: to a computer, and to whoever reads it.
fn still_says_so(seat: &Seat<'_>, prepared: &PreparedPaper) -> Result<bool, Failure> {
    let PaperSource::Paper { paper, size, says } = &prepared.source else {
        return Err(Refusal::PaperGone.failure());
    };
    let head = seat.read(|read| read.head())?;
    let now = compose(seat, paper, &Making::again(&prepared.document, &head, *size))?;
    Ok(now.content_sha256()? == prepared.document.content_sha256 && now.says()? == *says)
}

/// Whether a consent form that is filed says exactly what would be printed now: same text, same parts, same rules.
///
/// # Errors
/// What stands in the way of the form now.
pub(crate) fn says_the_same(seat: &Seat<'_>, document: &Document) -> Result<bool, Failure> {
    let Some(visit) = document.visit else { return Ok(false) };
    let head = seat.read(|read| read.head())?;
    let making = Making::again(document, &head, seat.clinic().paper);
    Ok(consent_blank::compose(seat, visit, &making)?.content_sha256()? == document.content_sha256)
}

/// Puts a paper together.
fn compose(seat: &Seat<'_>, paper: &PaperFor, making: &Making<'_>) -> Result<Composed, Failure> {
    match paper {
        PaperFor::ConsentBlank { visit } => consent_blank::compose(seat, *visit, making),
        PaperFor::NotToday(note) => not_today::compose(seat, note, making),
        PaperFor::TreatmentRecord { visit } => treatment_record::compose(seat, *visit, making),
        PaperFor::Plan(plan) => plan::compose(seat, plan, making),
        PaperFor::TubeLabel(label) => tube_label::compose(seat, label, making),
        PaperFor::Referral(letter) => referral::compose(seat, letter, making),
        PaperFor::Recall(letter) => recall::compose(seat, letter, making),
        PaperFor::AdverseEvent(report) => adverse_event::compose(seat, report, making),
        PaperFor::WholeRecord { client } => whole_record::compose(seat, *client, making),
    }
}

/// Whether a paper can be had in large letters: a label has the size of its tube.
fn may_be_large(paper: &PaperFor) -> bool {
    match paper {
        PaperFor::TubeLabel(_) => false,
        PaperFor::ConsentBlank { .. }
        | PaperFor::NotToday(_)
        | PaperFor::TreatmentRecord { .. }
        | PaperFor::Plan(_)
        | PaperFor::Referral(_)
        | PaperFor::Recall(_)
        | PaperFor::AdverseEvent(_)
        | PaperFor::WholeRecord { .. } => true,
    }
}

/// Whose paper it is.
fn client_of(seat: &Seat<'_>, paper: &PaperFor) -> Result<ClientId, Failure> {
    let visit = match paper {
        PaperFor::Referral(letter) => return Ok(letter.client),
        PaperFor::Recall(letter) => return Ok(letter.client),
        PaperFor::WholeRecord { client } => return Ok(*client),
        PaperFor::ConsentBlank { visit } | PaperFor::TreatmentRecord { visit } => *visit,
        PaperFor::NotToday(note) => note.visit,
        PaperFor::Plan(plan) => plan.visit,
        PaperFor::TubeLabel(label) => label.visit,
        PaperFor::AdverseEvent(report) => report.visit,
    };
    let owner = seat.read(|read| owner_of(read, &read.visit(visit)?.record))?;
    Ok(owner)
}

/// The language a paper is made in unless somebody chooses: the client's where there are letters in it, or the clinic's.
fn language_of(seat: &Seat<'_>, client: ClientId) -> Result<String, Failure> {
    let read = seat.read(|read| read.client(client))?.record.document_language;
    let known = text_languages(seat);
    let is_known = |language: &String| known.iter().any(|choice| choice.id == *language);
    Ok(read.filter(is_known).unwrap_or_else(|| seat.clinic().document_language.clone()))
}
