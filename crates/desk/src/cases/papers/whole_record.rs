//! The whole record of a client on paper: every visit that is over, the photos, and what was signed, attached untouched.

use std::collections::BTreeMap;

use care::LetterWords;
use care::record::{Client, ClientId, Document, DocumentId, DocumentKind, PhotoView, ScanKind, VisitId};
use chrono::{DateTime, NaiveDate, Utc};
use paper::{Attachment, Photo};
use serde_json::Value;
use store::{Act, KeptPhoto, StoreError};

use super::making::{Composed, Making, Sealing, with_frame};
use super::record_facts::{RecordFacts, allergies};
use super::treatment_record::{AddendumFacts, addenda, borrowed};
use crate::cases::documents::{bytes_of, kind_word};
use crate::failure::Failure;
use crate::print::kinds::{AttachedDocument, Chart, ChartVisit, Disclosure, LetterError, chart_document};
use crate::seat::Seat;
use crate::visit::{OpenVisit, foreign_visits, own_photos, own_scans, own_visits};

/// Puts the record together.
///
/// # Errors
/// Where a file is damaged or a word is missing.
pub(super) fn compose(seat: &Seat<'_>, client: ClientId, making: &Making<'_>) -> Result<Composed, Failure> {
    let words = LetterWords::in_language(making.language).map_err(LetterError::from)?;
    let client = seat.read(|read| read.client(client))?.record;
    let foreign = seat.read(|read| foreign_visits(read, client.id))?;
    let visits = visits_of(seat, &client, words, making.language)?;
    let mut photos = photos_of(seat, client.id, words)?;
    let enclosed = enclosed(seat, client.id, &foreign)?;
    let given = disclosures(seat, client.id, words)?;
    let document = with_frame(seat, &client, making, |frame| {
        let rows: Vec<_> = visits.iter().map(|visit| (visit.facts.zones(), visit.facts.layers())).collect();
        let addenda: Vec<_> = visits.iter().map(|visit| borrowed(&visit.addenda)).collect();
        let of_visits: Vec<ChartVisit<'_>> = visits
            .iter()
            .zip(&rows)
            .zip(&addenda)
            .map(|((visit, (zones, layers)), addenda)| ChartVisit {
                record: visit.facts.record(zones, layers),
                photos: photos.remove(&Some(visit.id)).unwrap_or_default(),
                addenda,
            })
            .collect();
        let documents: Vec<AttachedDocument<'_>> = enclosed.iter().map(Enclosed::row).collect();
        let given: Vec<Disclosure<'_>> =
            given.iter().map(|one| Disclosure { on: one.on, to: &one.to, what: &one.what }).collect();
        chart_document(
            frame,
            &Chart {
                phone: &client.phone,
                allergies: &allergies(making.language, &client.allergies)?,
                alerts: &client.alerts.join("\n"),
                visits: &of_visits,
                // What was taken at no visit, or at one that is still open.
                photos: std::mem::take(&mut photos).into_values().flatten().collect(),
                documents: &documents,
                disclosures: &given,
            },
        )
    })?;
    Ok(Composed {
        kind: DocumentKind::WholeRecord,
        client,
        visit: None,
        document,
        record: None,
        enclosed: enclosed.into_iter().map(|one| one.file).collect(),
        sealing: Sealing::Plain,
    })
}

/// One visit that is over.
struct VisitFacts {
    id: VisitId,
    facts: RecordFacts,
    addenda: Vec<AddendumFacts>,
}

/// The client's visits that are over, oldest first: without those that are somebody else's, and with those that stand in
/// somebody else's file.
fn visits_of(seat: &Seat<'_>, client: &Client, words: LetterWords, language: &str) -> Result<Vec<VisitFacts>, Failure> {
    let visits = seat.read(|read| own_visits(read, client.id))?.into_iter().rev();
    let over = visits.filter(|visit| visit.is_signed || visit.not_today.is_some());
    let facts = over.map(|visit| {
        let open = OpenVisit::read_for_paper(seat, visit.id)?;
        let (mut facts, mut addenda) = (RecordFacts::of(seat, &open, language)?, addenda(seat, &open));
        if visit.client != client.id {
            facts.stands_elsewhere(words.say("ch_recorded_elsewhere").map_err(LetterError::from)?);
        }
        addenda.extend(consent_addenda(seat, &open)?);
        Ok(VisitFacts { id: visit.id, facts, addenda })
    });
    facts.collect()
}

/// What was written beside the consents of a visit, oldest first.
fn consent_addenda(seat: &Seat<'_>, open: &OpenVisit) -> Result<Vec<AddendumFacts>, Failure> {
    let written = seat.read(|read| read.consent_addenda_of(open.client.id))?.into_iter();
    let of_visit = written.filter(|one| one.visit == open.visit.id);
    Ok(of_visit.map(|one| AddendumFacts::new(seat.local(one.written_at).date(), one.by_name, one.text)).collect())
}

/// The photos that were not withdrawn, by visit, in the order of their views.
fn photos_of(
    seat: &Seat<'_>,
    client: ClientId,
    words: LetterWords,
) -> Result<BTreeMap<Option<VisitId>, Vec<Photo>>, Failure> {
    let mut kept = seat.read(|read| own_photos(read, client))?;
    kept.retain(|kept| kept.withdrawal.is_none());
    kept.sort_by_key(|kept| (kept.photo.taken_on, kept.photo.view, kept.photo.id));
    let mut photos: BTreeMap<Option<VisitId>, Vec<Photo>> = BTreeMap::new();
    for one in kept {
        let photo = photo(seat, &one, words)?;
        photos.entry(one.photo.visit).or_default().push(photo);
    }
    Ok(photos)
}

fn photo(seat: &Seat<'_>, kept: &KeptPhoto, words: LetterWords) -> Result<Photo, Failure> {
    let say = || {
        let day = words.short_day(kept.photo.taken_on)?;
        let view = words.say(view_id(kept.photo.view))?;
        words.fill("ch_photo", &[("view", view), ("day", &day)])
    };
    let caption = say().map_err(LetterError::from)?;
    Ok(Photo { jpeg: seat.opened().vault.media(&kept.photo.photo_sha256)?, alt: caption.clone(), caption })
}

const fn view_id(view: PhotoView) -> &'static str {
    match view {
        PhotoView::Front => "view_front",
        PhotoView::LeftOblique => "view_left_oblique",
        PhotoView::RightOblique => "view_right_oblique",
        PhotoView::LeftSide => "view_left_side",
        PhotoView::RightSide => "view_right_side",
        PhotoView::Close => "view_close",
    }
}

/// A file that travels inside, byte for byte as it was filed or received.
struct Enclosed {
    title: String,
    signed_on: NaiveDate,
    file: Attachment,
}

impl Enclosed {
    fn row(&self) -> AttachedDocument<'_> {
        AttachedDocument { title: &self.title, signed_on: self.signed_on, file_name: &self.file.file_name }
    }
}

/// What was signed: consents, refusals, withdrawals and records as they were filed, and papers signed by hand as they were
/// received.
fn enclosed(seat: &Seat<'_>, client: ClientId, foreign: &[VisitId]) -> Result<Vec<Enclosed>, Failure> {
    let (documents, scans) = seat.read(|read| Ok((read.documents_of(client)?, own_scans(read, client)?)))?;
    let is_own = |document: &&Document| !document.visit.is_some_and(|visit| foreign.contains(&visit));
    let mut enclosed = Vec::new();
    for document in documents.iter().rev().filter(is_own).filter(|document| is_signed(document.kind)) {
        enclosed.push(Enclosed {
            title: format!("{} {}", document.title, document.number),
            signed_on: seat.local(document.filed_at).date(),
            file: Attachment {
                file_name: format!("{}-{}.pdf", document.number, kind_word(document.kind)),
                media_type: "application/pdf".to_owned(),
                description: document.title.clone(),
                bytes: bytes_of(seat.opened(), document)?,
            },
        });
    }
    let signed_by_hand =
        |kept: &&store::KeptScan| kept.withdrawal.is_none() && kept.scan.kind == ScanKind::PaperConsent;
    for kept in scans.iter().rev().filter(signed_by_hand) {
        enclosed.push(Enclosed {
            title: kept.scan.title.clone(),
            signed_on: seat.local(kept.scan.added_at).date(),
            file: Attachment {
                file_name: format!("scan-{}.{}", kept.scan.id, kept.scan.ending),
                media_type: media_type(&kept.scan.ending).to_owned(),
                description: kept.scan.title.clone(),
                bytes: seat.opened().vault.media(&kept.scan.received_sha256)?,
            },
        });
    }
    Ok(enclosed)
}

const fn is_signed(kind: DocumentKind) -> bool {
    match kind {
        DocumentKind::Consent
        | DocumentKind::ConsentRefused
        | DocumentKind::ConsentWithdrawn
        | DocumentKind::TreatmentRecord => true,
        DocumentKind::ConsentBlank
        | DocumentKind::Aftercare
        | DocumentKind::NotToday
        | DocumentKind::Plan
        | DocumentKind::TubeLabel
        | DocumentKind::Referral
        | DocumentKind::Recall
        | DocumentKind::AdverseEvent
        | DocumentKind::WholeRecord => false,
    }
}

fn media_type(ending: &str) -> &'static str {
    match ending {
        "pdf" => "application/pdf",
        "jpg" | "jpeg" => "image/jpeg",
        "png" => "image/png",
        "tif" | "tiff" => "image/tiff",
        _ => "application/octet-stream",
    }
}

/// Something that left, as the journal has it.
struct Given {
    on: NaiveDate,
    to: String,
    what: String,
}

/// How something left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Left {
    Printed,
    Saved,
    Exported,
    HandedOver,
}

/// The acts by which something leaves.
const LEAVES: [(Act, Left); 4] = [
    (Act::Print, Left::Printed),
    (Act::Save, Left::Saved),
    (Act::Export, Left::Exported),
    (Act::HandOver, Left::HandedOver),
];

/// What was printed, saved, handed over and exported, oldest first, from the journal.
fn disclosures(seat: &Seat<'_>, client: ClientId, words: LetterWords) -> Result<Vec<Given>, Failure> {
    let mut left: Vec<(DateTime<Utc>, String, Left, Value)> = Vec::new();
    seat.read(|read| {
        read.each_entry_about(client, |entry, body| {
            let act = LEAVES.iter().find(|(act, _)| act.word() == entry.act).map(|(_, left)| *left);
            let body = body.and_then(|bytes| serde_json::from_slice::<Value>(&bytes).ok()).unwrap_or_default();
            let at = DateTime::from_timestamp_millis(entry.at_ms).unwrap_or_default();
            // Of a print the first of its two entries counts: that the paper may be out.
            if let Some(act) = act.filter(|_| body["step"] != "ended") {
                left.push((at, entry.user_name.clone(), act, body));
            }
            Ok::<_, StoreError>(())
        })
    })?;
    let titles = titles_of(seat, client)?;
    let rows = left.into_iter().map(|(at, by, act, body)| {
        let (to, what) = match act {
            Left::HandedOver => (words.say("ch_to_client")?.to_owned(), words.say("ch_consent_copy")?.to_owned()),
            Left::Exported => (words.fill("ch_exported_by", &[("name", &by)])?, words.say(exported(&body))?.to_owned()),
            Left::Saved => (words.fill("ch_saved_by", &[("name", &by)])?, named(&body, &titles, words)?),
            Left::Printed => (words.fill("ch_printed_by", &[("name", &by)])?, named(&body, &titles, words)?),
        };
        Ok(Given { on: seat.local(at).date(), to, what })
    });
    let rows: Result<Vec<Given>, care::TextMissing> = rows.collect();
    Ok(rows.map_err(LetterError::from)?)
}

fn exported(body: &Value) -> &'static str {
    if body["scope"] == "photos" { "ch_exported_photos" } else { "ch_exported_record" }
}

/// The title and number of the document an entry names; what else was saved is the list of who opened the file.
fn named(body: &Value, titles: &BTreeMap<DocumentId, String>, words: LetterWords) -> Result<String, care::TextMissing> {
    let id = body["document"].as_str().and_then(|id| id.parse().ok());
    match id.and_then(|id| titles.get(&id)) {
        Some(title) => Ok(title.clone()),
        None => Ok(words.say("ch_other_file")?.to_owned()),
    }
}

fn titles_of(seat: &Seat<'_>, client: ClientId) -> Result<BTreeMap<DocumentId, String>, Failure> {
    let documents = seat.read(|read| read.documents_of(client))?.into_iter();
    Ok(documents.map(|document| (document.id, format!("{} {}", document.title, document.number))).collect())
}
