//! One client's record as a ZIP: filed PDFs byte for byte, photos and scans, every row and entry, a manifest with sums.

use std::fs::{self, File};
use std::io::{BufWriter, Write as _};
use std::path::Path;

use care::record::{ClientId, SealedConsent, VisitId};
use exchange::{Archive, ArchiveError, Manifest};
use serde_json::{Value, json};
use store::{Act, Entry, StoreError};

use crate::cases::documents::{bytes_of, kind_word};
use crate::cases::photos_out::add_to_record;
use crate::failure::Failure;
use crate::outgoing::{file_name, write_beside};
use crate::print::sha256_hex;
use crate::seat::Seat;
use crate::visit::{foreign_visits, own_visits};
use crate::wire::{ExportRequest, ExportView};

/// Exports one client's record to a place the person chooses.
pub(crate) fn export_client(seat: &Seat<'_>, request: ExportRequest) -> Result<ExportView, Failure> {
    seat.may_see(request.client)?;
    seat.confirm(&request.secret)?;
    let client = seat.read(|read| read.client(request.client))?.record;
    let suggested = format!("needlepoint-{}-{}.zip", client.number, seat.today());
    let target = seat.host().choose_file(&suggested).ok_or(Failure::Cancelled)?;
    // The dialog may have stood open while the desk was locked: then somebody else may have answered it.
    seat.desk().still_open(seat.opened())?;
    // Written down before anything leaves: an export nobody can account for must not exist.
    seat.write(|write| {
        write.note(Act::Export, Some(client.id), &json!({ "scope": "client", "number": client.number }))
    })?;
    let (manifest, n_left_out) = write_beside(&target, |beside| write_archive(seat, client.id, beside))?;
    export_view(&target, &manifest, n_left_out)
}

fn write_archive(seat: &Seat<'_>, client: ClientId, path: &Path) -> Result<(Manifest, u32), Failure> {
    let file = File::create(path).map_err(|_| Failure::File)?;
    let mut archive = Archive::begin(BufWriter::new(file));
    let (mut record, entries, head) = seat.read(|read| {
        let mut entries = Vec::new();
        let foreign = foreign_visits(read, client)?;
        read.each_entry_about(client, |entry, body| {
            entries.push(entry_json(&entry, body, &foreign)?);
            Ok::<_, StoreError>(())
        })?;
        Ok((record_json(read, client)?, entries, read.head()?))
    })?;
    let photos = add_to_record(seat, &mut archive, client)?;
    record["photos"] = photos.photos;
    record["scans"] = photos.scans;
    archive.add("record.json", &pretty(&record)?).map_err(leaving)?;
    archive.add("journal.json", &pretty(&Value::Array(entries))?).map_err(leaving)?;
    let foreign = seat.read(|read| foreign_visits(read, client))?;
    let is_foreign = |visit: &VisitId| foreign.contains(visit);
    for sealed in seat.read(|read| sealed_of(read, client, &foreign))? {
        archive.add(&format!("consents/{}.json", sealed.consent), &store::bundle_file(&sealed)?).map_err(leaving)?;
    }
    for document in seat.read(|read| read.documents_of(client))? {
        if document.visit.as_ref().is_some_and(is_foreign) {
            continue;
        }
        let path = format!("documents/{}-{}.pdf", document.number, kind_word(document.kind));
        archive.add(&path, &bytes_of(seat.opened(), &document)?).map_err(leaving)?;
    }
    let written_by = format!("needlepoint {}", env!("CARGO_PKG_VERSION"));
    let journal_head = format!("{}-{}", head.seq, head.short_hash());
    let finished = archive.finish(written_by, seat.now().to_rfc3339(), journal_head).map_err(leaving)?;
    let (mut out, manifest) = finished;
    out.flush().and_then(|()| out.get_ref().sync_all()).map_err(|_| Failure::File)?;
    Ok((manifest, photos.n_left_out))
}

/// Every row about a client, by kind, and what is entered in a visit that is still open. Of a visit that was recorded
/// under somebody else what was done is here; what was said and signed names that client, and stays there.
fn record_json(read: &store::Read<'_>, client: ClientId) -> Result<Value, StoreError> {
    let mut visits = Vec::new();
    let foreign = foreign_visits(read, client)?;
    for visit in own_visits(read, client)? {
        let papers = read.visit_papers(visit.id)?;
        if visit.client != client {
            let items: Vec<_> = papers.items.into_iter().map(|stored| stored.record).collect();
            visits.push(json!({
                "number": visit.number,
                "visit_on": visit.visit_on,
                "recorded_under_another_client": true,
                "components": visit.components,
                "chart": papers.chart.map(|stored| stored.record),
                "items": items,
                "sign_off": papers.sign_off,
                "addenda": papers.addenda,
            }));
            continue;
        }
        // What was said and signed while the visit stood in another client's file stays there.
        let screenings = read.screenings_of_visit(visit.id)?.into_iter().map(|stored| stored.record);
        let screenings: Vec<_> = screenings.filter(|closed| closed.client == client).collect();
        let consents: Vec<_> = papers.consents.into_iter().filter(|consent| consent.client == client).collect();
        let draft = read.draft(visit.id)?.into_iter().map(|field| (field.path, field.value));
        let draft: serde_json::Map<_, _> = draft.collect();
        let items: Vec<_> = papers.items.into_iter().map(|stored| stored.record).collect();
        visits.push(json!({
            "visit": visit,
            "screenings": screenings,
            "consents": consents,
            "chart": papers.chart.map(|stored| stored.record),
            "items": items,
            "sign_off": papers.sign_off,
            "addenda": papers.addenda,
            "draft": draft,
        }));
    }
    let appointments: Vec<_> = read.appointments_of(client)?.into_iter().map(|stored| stored.record).collect();
    let is_own = |visit: Option<VisitId>| !visit.is_some_and(|visit| foreign.contains(&visit));
    let documents: Vec<_> = read.documents_of(client)?.into_iter().filter(|document| is_own(document.visit)).collect();
    let mut addenda = read.consent_addenda_of(client)?;
    addenda.retain(|addendum| is_own(Some(addendum.visit)));
    Ok(json!({
        "client": read.client(client)?.record,
        "appointments": appointments,
        "visits": visits,
        "documents": documents,
        "consent_addenda": addenda,
        "wrong_client": read.wrong_clients_of(client)?,
    }))
}

/// The bundles of a client, without those somebody else signed in a visit that was recorded here by mistake.
fn sealed_of(read: &store::Read<'_>, client: ClientId, foreign: &[VisitId]) -> Result<Vec<SealedConsent>, StoreError> {
    let consents = read.consents_of(client)?;
    let is_foreign = |sealed: &SealedConsent| {
        consents.iter().any(|consent| consent.id == sealed.consent && foreign.contains(&consent.visit))
    };
    Ok(read.sealed_consents_of(client)?.into_iter().filter(|sealed| !is_foreign(sealed)).collect())
}

/// One entry with its body. What is recorded of somebody else, in a visit that stands here by mistake, leaves with the
/// entry's facts only: its hash still shows that nothing was cut out.
fn entry_json(entry: &Entry, body: Option<Vec<u8>>, foreign: &[VisitId]) -> Result<Value, StoreError> {
    let damaged = |_| StoreError::Damaged(store::Part::Journal);
    let body: Option<Value> = body.map(|bytes| serde_json::from_slice(&bytes)).transpose().map_err(damaged)?;
    let body = body.filter(|body| !is_of(entry, body, foreign));
    let hex = |bytes: &[u8]| data_encoding::HEXLOWER.encode(bytes);
    let facts = serde_json::to_value(entry).map_err(damaged)?;
    Ok(json!({ "entry": facts, "prev": hex(&entry.prev), "hash": hex(&entry.hash), "body": body }))
}

fn is_of(entry: &Entry, body: &Value, foreign: &[VisitId]) -> bool {
    let named = |value: &Value| value.as_str().and_then(|text| text.parse().ok()).map(VisitId);
    let is_correction = entry.entity.as_deref() == Some(store::Entity::WrongClient.word());
    let visits = [entry.entity_id.map(VisitId), named(&body["visit"])];
    !is_correction && visits.into_iter().flatten().any(|visit| foreign.contains(&visit))
}

pub(crate) fn pretty(value: &Value) -> Result<Vec<u8>, Failure> {
    serde_json::to_vec_pretty(value).map_err(|_| Failure::Panicked)
}

pub(crate) fn leaving(problem: ArchiveError) -> Failure {
    match problem {
        ArchiveError::Write(error) if StoreError::from(std::io::Error::from(error.kind())) == StoreError::Full => {
            Failure::Store(StoreError::Full)
        }
        ArchiveError::Write(_) => Failure::File,
        ArchiveError::Zip(_) => Failure::File,
        ArchiveError::Manifest(_) | ArchiveError::Path => Failure::Panicked,
    }
}

/// What the screen says of an archive that was written.
pub(crate) fn export_view(target: &Path, manifest: &Manifest, n_left_out: u32) -> Result<ExportView, Failure> {
    let bytes = fs::read(target).map_err(|_| Failure::File)?;
    Ok(ExportView {
        file_name: file_name(target),
        n_files: u32::try_from(manifest.files.len()).unwrap_or(u32::MAX),
        n_bytes: bytes.len() as u64,
        sha256: sha256_hex(&bytes),
        n_left_out,
    })
}
