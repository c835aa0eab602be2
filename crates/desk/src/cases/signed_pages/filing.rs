//! Filing signed pages: every file as it was received, bound to the document it shows, and with it the consent where it
//! counts as one. One transaction, one set of entries.

use care::record::{ConsentId, Document, Scan, ScanId, ScanKind, Visit};
use chrono::{DateTime, Duration, DurationRound as _, Utc};
use store::{Act, StoreError, Write};

use super::choosing::waiting;
use super::consenting::{Standing, consent_on_paper, standing};
use super::matching::{Matched, PageIs};
use super::showing::{filed_before, matched_here, pages_arg};
use crate::cases::documents::file_document;
use crate::cases::fields::Checker;
use crate::failure::{Failure, FieldProblem, Refusal, WrongField};
use crate::pictures::{SignedFile, SignedPages};
use crate::seat::Seat;
use crate::wire::{SignedPagesFileRequest, SignedPagesFiledView};
use crate::words::without_isolates;

/// Files the pages as the original that was signed on paper.
pub(crate) fn file_pages(seat: &Seat<'_>, request: SignedPagesFileRequest) -> Result<SignedPagesFiledView, Failure> {
    let set = waiting(seat, &request.token)?;
    let matched = matched_here(seat, &set)?;
    let document = matched.document.clone().filter(|document| document.id == request.document);
    let document = document.ok_or_else(|| Refusal::SignedPagesOpen.failure())?;
    seat.may_see(document.client)?;
    if !matched.is_whole() {
        return Err(Refusal::SignedPagesOpen.failure());
    }
    if filed_before(seat, &document)?.is_some() {
        return Err(Refusal::SignedPagesFiled.failure());
    }
    let signed_at = signed_at(seat, &document, &request)?;
    let scans = scans(seat, &set, &matched, &document);
    let consent = match standing(seat, &document)? {
        Standing::Counts(ready) if request.counts => {
            let files = scans.iter().map(|scan| scan.received_sha256.clone()).collect();
            let on_paper = consent_on_paper(seat, &ready, &document, files, &request, signed_at)?;
            let visit = Visit {
                components: ready.open.components().to_vec(),
                lifts: ready.open.lifts().cloned().collect(),
                protocol_version: seat.rules().version().to_owned(),
                ..ready.open.visit.clone()
            };
            file_document(seat, &on_paper.filing, |write| {
                put_scans(write, &set, &scans)?;
                on_paper.put(write, &ready, &visit)
            })?;
            Some(on_paper.consent.id)
        }
        Standing::Kept(_) if !request.counts => {
            seat.confirm(&request.secret)?;
            seat.write(|write| put_scans(write, &set, &scans))?;
            None::<ConsentId>
        }
        Standing::Counts(_) | Standing::Kept(_) => return Err(Refusal::TextChanged.failure()),
    };
    seat.desk().forget_signed_pages();
    Ok(SignedPagesFiledView { client: document.client, visit: document.visit, consent, number: document.number })
}

/// The time on the paper: not before it was printed, and not after now.
fn signed_at(seat: &Seat<'_>, document: &Document, request: &SignedPagesFileRequest) -> Result<DateTime<Utc>, Failure> {
    let mut fields = Checker::default();
    let day = fields.day("signed_on", &request.signed_on);
    let time = fields.time("signed_time", &request.signed_time);
    let at = day.zip(time).map(|(day, time)| seat.calendar().instant(day.and_time(time)));
    if let Some(at) = at {
        // The clock on the wall is read in whole minutes.
        let printed = document.filed_at.duration_trunc(Duration::minutes(1)).unwrap_or(document.filed_at);
        if at > seat.now() {
            fields.wrong(WrongField::new("signed_time", FieldProblem::InFuture));
        } else if at < printed {
            fields.wrong(WrongField::new("signed_time", FieldProblem::BeforePrinted));
        }
    }
    fields.finish()?;
    at.ok_or(Failure::Panicked)
}

fn scans(seat: &Seat<'_>, set: &SignedPages, matched: &Matched, document: &Document) -> Vec<Scan> {
    let scan = |(file, pages): (&SignedFile, &Vec<PageIs>)| {
        let pages: Vec<u16> = pages.iter().flat_map(numbers).collect();
        let mut args = pages_arg(&pages);
        args.set("number", document.number.clone());
        Scan {
            id: ScanId(seat.new_id()),
            client: document.client,
            kind: ScanKind::PaperConsent,
            title: without_isolates(&seat.words().say("signed-scan-title", Some(&args))),
            received_sha256: file.received_sha256.clone(),
            ending: file.ending.to_owned(),
            picture_sha256: file.picture.as_ref().map(|picture| picture.stored.sha256()),
            thumbnail_sha256: file.picture.as_ref().map(|picture| store::thumbnail_name(&picture.thumbnail)),
            n_bytes: file.n_bytes,
            document: Some(document.id),
            pages,
            added_by: seat.user().id,
            added_at: seat.now(),
        }
    };
    set.files.iter().zip(&matched.pages).map(scan).collect()
}

fn numbers(page: &PageIs) -> Vec<u16> {
    match page {
        PageIs::Found(numbers) => numbers.clone(),
        PageIs::Open
        | PageIs::Aside
        | PageIs::OtherDocument
        | PageIs::OtherClient
        | PageIs::Unknown
        | PageIs::Changed => Vec::new(),
    }
}

fn put_scans(write: &mut Write<'_>, set: &SignedPages, scans: &[Scan]) -> Result<(), StoreError> {
    for (file, scan) in set.files.iter().zip(scans) {
        write.keep_media(&file.received)?;
        if let Some(picture) = &file.picture {
            write.keep_media(&picture.stored)?;
            write.keep_thumbnail(&picture.thumbnail)?;
        }
        write.put(scan, Act::Create)?;
    }
    Ok(())
}
