//! The aftercare sheet: composed from what was done, shown, then filed and printed with exactly the bytes shown.

use care::aftercare::Sheet;
use care::record::{Document, DocumentId, DocumentKind};
use paper::Making;
use serde_json::json;
use store::Act;

use crate::cases::documents::{Filing, MOST_COPIES, file_document, next_document_number, print};
use crate::cases::fields::Checker;
use crate::desk::{PaperSource, PreparedPaper};
use crate::failure::{Failure, Refusal};
use crate::print::{PageFacts, SheetPaper, content_hash, full_name, print_of, sha256_hex, sheet_document, sheet_text};
use crate::seat::Seat;
use crate::visit::{OpenVisit, document_row, done_visit, running_visits, sheet_languages, uncharted_point};
use crate::wire::{
    DocumentRow, LetterSize, PrintedView, SheetDateRow, SheetFileRequest, SheetPrepareRequest, SheetPrintRequest,
    SheetView,
};
use crate::words::SCREEN_LANGUAGE;

/// Composes and shows the sheet. Looking files nothing.
pub(crate) fn prepare_sheet(seat: &Seat<'_>, request: SheetPrepareRequest) -> Result<SheetView, Failure> {
    let open = OpenVisit::read_for_paper(seat, request.visit)?;
    let language = request
        .language
        .or_else(|| open.client.document_language.clone().filter(|tag| care::SHEET_LANGUAGES.contains(&tag.as_str())))
        .unwrap_or_else(|| seat.clinic().document_language.clone());
    let sheet = compose(seat, &open, &language)?;
    let paper = request.paper.unwrap_or(seat.clinic().paper);
    let prepared = render(seat, &open, &sheet, paper, request.letters.unwrap_or_default())?;
    // Who has to settle a conflict reads the screen, not the client's language.
    let on_screen = compose(seat, &open, SCREEN_LANGUAGE)?;
    let view = sheet_view(seat, &prepared, &sheet, &on_screen)?;
    seat.write(|write| {
        let detail = json!({ "visit": open.visit.id, "sheet": prepared.document.content_sha256 });
        write.note(Act::Open, Some(open.client.id), &detail)
    })?;
    seat.desk().keep_prepared(prepared);
    Ok(view)
}

fn compose(seat: &Seat<'_>, open: &OpenVisit, language: &str) -> Result<Sheet, Failure> {
    let clinic = seat.clinic();
    if clinic.phone.trim().is_empty() && clinic.out_of_hours_phone.trim().is_empty() {
        return Err(Refusal::NoNumberToCall.failure());
    }
    let done = done_visit(seat, open)?;
    if let Some(point) = uncharted_point(seat.words(), open) {
        return Err(Refusal::SheetEarly.naming("point", point));
    }
    let running = running_visits(seat, open);
    care::aftercare::compose(seat.protocol(), &done, &running, language)
        .map_err(|_| Failure::NoText { language: language.to_owned() })
}

fn render(
    seat: &Seat<'_>,
    open: &OpenVisit,
    sheet: &Sheet,
    paper: care::record::PaperSize,
    letters: LetterSize,
) -> Result<PreparedPaper, Failure> {
    let number = next_document_number(seat)?;
    let head = seat.read(|read| read.head())?;
    let content_sha256 = content_of(open, sheet)?;
    let document = sheet_document(&SheetPaper {
        page: PageFacts {
            clinic: seat.clinic(),
            client: &open.client,
            called: care::PaperWord::SheetNumber,
            number: &number,
            paper,
            content_sha256: &content_sha256,
            head: &head,
            made_at: seat.now(),
            comes_back: None,
        },
        sheet,
    })?;
    let pdf = paper::render_as(&document, &Making { print: print_of(letters), ..Making::default() })?;
    let document = Document {
        id: DocumentId(seat.new_id()),
        number,
        client: open.client.id,
        visit: Some(open.visit.id),
        kind: DocumentKind::Aftercare,
        title: document.title,
        language: sheet.language.clone(),
        n_pages: pdf.n_pages,
        n_bytes: pdf.bytes.len() as u64,
        pdf_sha256: sha256_hex(&pdf.bytes),
        content_sha256,
        filed_by: seat.user().id,
        filed_at: seat.now(),
    };
    let source = PaperSource::Sheet { visit: open.visit.id, n_conflicts: sheet.conflicts.len(), whose: whose(open) };
    Ok(PreparedPaper { document, bytes: pdf.bytes, source })
}

/// Whose name stands on every page.
fn whose(open: &OpenVisit) -> String {
    format!("{} {} {}", full_name(&open.client), open.client.born_on, open.client.number)
}

fn content_of(open: &OpenVisit, sheet: &Sheet) -> Result<String, Failure> {
    content_hash(&json!([open.visit.id, sheet_text(sheet)?]))
}

fn sheet_view(
    seat: &Seat<'_>,
    prepared: &PreparedPaper,
    sheet: &Sheet,
    on_screen: &Sheet,
) -> Result<SheetView, Failure> {
    let holds = on_screen.holds.iter().map(|hold| SheetDateRow {
        at: hold.printed_at.format("%Y-%m-%dT%H:%M").to_string(),
        words: hold.heading.clone(),
        binds: hold.binds.words.clone(),
    });
    let document = &prepared.document;
    let mut dates: Vec<_> = holds.collect();
    dates.sort_by(|one, other| one.at.cmp(&other.at));
    Ok(SheetView {
        token: document.id.to_string(),
        url: format!("pdf://localhost/sheet/{}", document.id),
        n_pages: document.n_pages,
        pdf_sha256: document.pdf_sha256.clone(),
        language: document.language.clone(),
        languages: sheet_languages(seat),
        dates,
        conflicts: on_screen.conflicts.iter().map(|conflict| conflict.words.clone()).collect(),
        text: sheet_text(sheet)?,
    })
}

/// Files the sheet that is shown and prints it. A printer that fails stops nothing: the sheet is filed.
pub(crate) fn print_sheet(seat: &Seat<'_>, request: SheetPrintRequest) -> Result<PrintedView, Failure> {
    let mut fields = Checker::default();
    fields.between("n_copies", request.n_copies, 1, MOST_COPIES);
    fields.finish()?;
    let filed = file(seat, request.visit, &request.token, request.conflicts_seen)?;
    print(seat, &filed.document, &filed.bytes, request.n_copies, request.printer.as_deref())
}

/// Files the sheet that is shown without printing it.
pub(crate) fn file_sheet(seat: &Seat<'_>, request: SheetFileRequest) -> Result<DocumentRow, Failure> {
    let filed = file(seat, request.visit, &request.token, request.conflicts_seen)?;
    Ok(document_row(&filed.document))
}

/// Files the bytes that were shown. The same sheet is filed once, however often it is printed.
fn file(seat: &Seat<'_>, visit: care::record::VisitId, token: &str, conflicts_seen: bool) -> Result<Filing, Failure> {
    let gone = || Refusal::SheetGone.failure();
    let prepared = seat.desk().prepared(token).ok_or_else(gone)?;
    let PaperSource::Sheet { visit: of, n_conflicts, whose: shown_for } = &prepared.source else {
        return Err(gone());
    };
    if *of != visit {
        return Err(gone());
    }
    if *n_conflicts > 0 && !conflicts_seen {
        return Err(Refusal::ConflictsUnread.failure());
    }
    let bytes = prepared.bytes.clone();
    if let Ok(document) = seat.read(|read| read.document(prepared.document.id)) {
        return Ok(Filing { document, bytes });
    }
    let open = OpenVisit::read_for_paper(seat, visit)?;
    // The chart or the end of the treatment may have been corrected while the sheet was shown.
    let now = compose(seat, &open, &prepared.document.language)?;
    if content_of(&open, &now)? != prepared.document.content_sha256 || whose(&open) != *shown_for {
        return Err(gone());
    }
    let document = Document { filed_by: seat.user().id, filed_at: seat.now(), ..prepared.document.clone() };
    let filing = Filing { document, bytes };
    file_document(seat, &filing, |_| Ok(()))?;
    Ok(filing)
}
