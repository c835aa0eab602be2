//! Signed pages that wait, as the screen shows them: what each page is, whose document it is, what is missing.

use care::consent::Initials;
use fluent_bundle::FluentArgs;

use super::consenting::{Standing, standing};
use super::matching::{Matched, PageIs, matched};
use crate::cases::consent_checks::guardian_name;
use crate::cases::cosigners::needs_interpreter;
use crate::failure::Failure;
use crate::looks::{Look, Screen};
use crate::pictures::{SignedFile, SignedPage, SignedPages};
use crate::print::full_name;
use crate::seat::Seat;
use crate::visit::banner;
use crate::wire::{RefusedFileRow, SignedDocumentView, SignedFileRow, SignedPageRow, SignedPageState, SignedPagesView};
use crate::words::without_isolates;
use care::record::{Document, ScanId};
use store::StoreError;

/// The set as the screen shows it. Whose it is is a look, written down before it is shown.
pub(super) fn view(
    seat: &Seat<'_>,
    set: &SignedPages,
    refused: Vec<RefusedFileRow>,
) -> Result<SignedPagesView, Failure> {
    let matched = matched_here(seat, set)?;
    let mut problems = problems(seat, &matched);
    let document = match &matched.document {
        None => None,
        Some(document) => {
            if filed_before(seat, document)?.is_some() {
                problems.push(seat.words().say("signed-problem-filed", None));
            }
            Some(document_view(seat, document, &matched)?)
        }
    };
    let files = set.files.iter().zip(&matched.pages).map(|(file, pages)| file_row(seat, file, pages));
    Ok(SignedPagesView { token: set.token.to_string(), files: files.collect(), refused, document, problems })
}

/// The pages matched with what is filed here.
pub(super) fn matched_here(seat: &Seat<'_>, set: &SignedPages) -> Result<Matched, Failure> {
    let files: Vec<&[SignedPage]> = set.files.iter().map(|file| file.pages.as_slice()).collect();
    matched(&files, set.document, |id| match seat.read(|read| read.document(id)) {
        Ok(document) => Ok(Some(document)),
        Err(Failure::Store(StoreError::NotFound)) => Ok(None),
        Err(failure) => Err(failure),
    })
}

/// The scan by which the signed pages of a document were filed already, and not withdrawn since.
pub(super) fn filed_before(seat: &Seat<'_>, document: &Document) -> Result<Option<ScanId>, Failure> {
    let scans = seat.read(|read| read.scans_of(document.client))?;
    let of_it = scans.into_iter().find(|kept| kept.scan.document == Some(document.id) && kept.withdrawal.is_none());
    Ok(of_it.map(|kept| kept.scan.id))
}

fn document_view(seat: &Seat<'_>, document: &Document, matched: &Matched) -> Result<SignedDocumentView, Failure> {
    seat.may_see(document.client)?;
    let look = Look { client: document.client, screen: Screen::Document { document: document.id } };
    seat.look(look, |_| Ok(()))?;
    let client = seat.read(|read| read.client(document.client))?.record;
    let standing = standing(seat, document)?;
    let mut shown = SignedDocumentView {
        id: document.id,
        number: document.number.clone(),
        title: document.title.clone(),
        client: banner(seat, &client, &[]),
        visit: document.visit,
        made_at: document.filed_at.to_rfc3339(),
        n_pages: document.n_pages,
        missing: matched.missing.clone(),
        counts: false,
        counts_words: String::new(),
        signer_name: full_name(&client),
        is_guardian: false,
        n_initials: 0,
        needs_interpreter: false,
        identity_check: String::new(),
        same_day_reason: String::new(),
    };
    match standing {
        Standing::Kept(words) => shown.counts_words = words,
        Standing::Counts(ready) => {
            let wanted = ready.text.clauses.iter().filter(|clause| clause.initials == Initials::Required);
            shown.counts = true;
            shown.counts_words = seat.words().say("signed-counts", None);
            shown.n_initials = u16::try_from(wanted.count()).unwrap_or(u16::MAX);
            shown.needs_interpreter = needs_interpreter(&ready.open, &ready.text);
            shown.identity_check = ready.open.draft.consent_notes.identity_check.clone();
            shown.same_day_reason = ready.open.draft.consent_notes.same_day_reason.clone();
            if let Some(name) = guardian_name(seat, &ready.open) {
                shown.signer_name = name;
                shown.is_guardian = true;
            }
        }
    }
    Ok(shown)
}

fn file_row(seat: &Seat<'_>, file: &SignedFile, pages: &[PageIs]) -> SignedFileRow {
    let rows = pages.iter().zip(1..).map(|(page, at)| SignedPageRow {
        at,
        words: page_words(seat, page),
        state: match page {
            PageIs::Found(_) => SignedPageState::Found,
            PageIs::Open => SignedPageState::Open,
            PageIs::Aside => SignedPageState::Aside,
            PageIs::OtherDocument | PageIs::OtherClient | PageIs::Unknown | PageIs::Changed => SignedPageState::Foreign,
        },
    });
    SignedFileRow {
        token: file.token.to_string(),
        file_name: file.file_name.clone(),
        thumbnail_url: file.picture.as_ref().map(|_| format!("photo://localhost/signed-pages/{}", file.token)),
        pages: rows.collect(),
    }
}

fn page_words(seat: &Seat<'_>, page: &PageIs) -> String {
    let words = seat.words();
    match page {
        PageIs::Found(numbers) => without_isolates(&words.say("signed-page-found", Some(&pages_arg(numbers)))),
        PageIs::Open => words.say("signed-page-open", None),
        PageIs::Aside => words.say("signed-page-aside", None),
        PageIs::OtherDocument => words.say("signed-page-other-document", None),
        PageIs::OtherClient => words.say("signed-page-other-client", None),
        PageIs::Unknown => words.say("signed-page-unknown", None),
        PageIs::Changed => words.say("signed-page-changed", None),
    }
}

/// What stands in the way of filing, one sentence each.
fn problems(seat: &Seat<'_>, matched: &Matched) -> Vec<String> {
    let words = seat.words();
    let mut problems = Vec::new();
    let has = |wanted: fn(&PageIs) -> bool| matched.pages.iter().flatten().any(wanted);
    if matched.document.is_none() && !matched.pages.is_empty() {
        problems.push(words.say("signed-problem-no-document", None));
    }
    if has(|page| *page == PageIs::Open) {
        problems.push(words.say("signed-problem-open", None));
    }
    if has(|page| matches!(page, PageIs::OtherDocument | PageIs::OtherClient | PageIs::Unknown | PageIs::Changed)) {
        problems.push(words.say("signed-problem-foreign", None));
    }
    if !matched.missing.is_empty() {
        problems.push(without_isolates(&words.say("signed-problem-missing", Some(&pages_arg(&matched.missing)))));
    }
    if !matched.doubled.is_empty() {
        problems.push(without_isolates(&words.say("signed-problem-doubled", Some(&pages_arg(&matched.doubled)))));
    }
    problems
}

/// "1, 2 and 5", and how many they are.
pub(super) fn pages_arg(pages: &[u16]) -> FluentArgs<'static> {
    let numbers: Vec<String> = pages.iter().map(ToString::to_string).collect();
    let pages = match numbers.split_last() {
        Some((last, before)) if !before.is_empty() => format!("{} and {last}", before.join(", ")),
        Some(_) | None => numbers.join(", "),
    };
    let mut args = FluentArgs::new();
    args.set("count", numbers.len());
    args.set("pages", pages);
    args
}
