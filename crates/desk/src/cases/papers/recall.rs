//! A letter that asks a client to come: because the next visit is due, or because of a lot that was used.

use care::record::{Client, DocumentKind, ItemUse, Visit};

use serde_json::json;
use store::Act;

use super::making::{Composed, Making, Sealing, with_frame};
use super::record_facts::role_of;
use crate::cases::clients::client_row;
use crate::cases::fields::{Checker, LINE, TEXT};
use crate::failure::{Failure, Refusal};
use crate::print::full_name;
use crate::print::kinds::{LotLetter, Recall, lot_letter_document, recall_document};
use crate::seat::Seat;
use crate::visit::{own_visits, owner_of};
use crate::wire::{LotRequest, LotUseRow, RecallAbout, RecallPaper};

/// Who was treated with a lot, newest visit first. A list to write letters from; opening a record from it is an entry.
pub(crate) fn find_lot(seat: &Seat<'_>, request: LotRequest) -> Result<Vec<LotUseRow>, Failure> {
    let mut fields = Checker::default();
    let lot = fields.needed("lot", &request.lot, LINE);
    fields.finish()?;
    let uses = seat.read(|read| {
        let uses = read.uses_of_lot(&lot)?.into_iter();
        let treated = uses.map(|one| {
            let visit = read.visit(one.visit)?.record;
            Ok((read.client_row(owner_of(read, &visit)?)?, visit, one))
        });
        treated.collect::<Result<Vec<(store::ClientRow, Visit, ItemUse)>, store::StoreError>>()
    })?;
    let mut rows: Vec<LotUseRow> = uses
        .iter()
        .map(|(client, visit, used)| LotUseRow {
            client: client_row(seat, client),
            visit: visit.id,
            visit_on: visit.visit_on.to_string(),
            product: used.item.product.clone(),
        })
        .collect();
    rows.sort_by(|one, other| {
        (&other.visit_on, one.visit, &one.product).cmp(&(&one.visit_on, other.visit, &other.product))
    });
    rows.dedup_by(|one, other| one.visit == other.visit && one.product == other.product);
    let searched = json!({ "screen": "lot", "lot": lot });
    seat.write(|write| write.note(Act::Search, None, &searched))?;
    Ok(rows)
}

/// Puts the letter together.
///
/// # Errors
/// A wrong field, no visit to write about, or no number to call.
pub(super) fn compose(seat: &Seat<'_>, letter: &RecallPaper, making: &Making<'_>) -> Result<Composed, Failure> {
    let client = seat.read(|read| read.client(letter.client))?.record;
    let (document, visit) = match &letter.about {
        RecallAbout::NextVisit { due_on } => (next_visit(seat, &client, due_on, making)?, None),
        RecallAbout::Lot { lot, known } => {
            let (document, visit) = about_lot(seat, &client, (lot, known), making)?;
            (document, Some(visit))
        }
    };
    Ok(Composed {
        kind: DocumentKind::Recall,
        client,
        visit,
        document,
        record: None,
        enclosed: Vec::new(),
        sealing: Sealing::Plain,
    })
}

fn next_visit(seat: &Seat<'_>, client: &Client, due: &str, making: &Making<'_>) -> Result<paper::Document, Failure> {
    let mut fields = Checker::default();
    let due_on = fields.day("paper.due_on", due);
    fields.finish()?;
    let due_on = due_on.ok_or(Failure::Panicked)?;
    let last = seat.read(|read| own_visits(read, client.id))?.into_iter().find(|visit| visit.is_signed);
    let last = last.ok_or_else(|| Refusal::PaperEmpty.failure())?;
    with_frame(seat, client, making, |frame| {
        let name = full_name(client);
        let role = role_of(making.language, &seat.user().registration)?;
        recall_document(
            frame,
            &Recall {
                name: &name,
                address: &address_of(client),
                on: seat.today(),
                last_on: last.visit_on,
                due_on,
                practitioner: (&seat.user().name, &role),
            },
        )
    })
}

fn about_lot(
    seat: &Seat<'_>,
    client: &Client,
    (lot, known): (&str, &str),
    making: &Making<'_>,
) -> Result<(paper::Document, care::record::VisitId), Failure> {
    let mut fields = Checker::default();
    let lot = fields.needed("paper.lot", lot, LINE);
    let known = fields.needed("paper.known", known, TEXT);
    fields.finish()?;
    let used = seat.read(|read| {
        let mut own = Vec::new();
        for used in read.uses_of_lot(&lot)? {
            let visit = read.visit(used.visit)?.record;
            if owner_of(read, &visit)? == client.id {
                own.push((visit, used));
            }
        }
        Ok::<_, store::StoreError>(own)
    })?;
    let used = used.into_iter().max_by_key(|(visit, _)| visit.visit_on);
    let (visit, used) = used.ok_or_else(|| Refusal::PaperEmpty.failure())?;
    let document = with_frame(seat, client, making, |frame| {
        let name = full_name(client);
        let role = role_of(making.language, &seat.user().registration)?;
        lot_letter_document(
            frame,
            &LotLetter {
                name: &name,
                address: &address_of(client),
                on: seat.today(),
                used_on: visit.visit_on,
                product: &used.item.product,
                lot: &used.item.lot,
                known: &known,
                practitioner: (&seat.user().name, &role),
            },
        )
    })?;
    Ok((document, visit.id))
}

/// Name and postal address, for the window of an envelope.
fn address_of(client: &Client) -> String {
    format!("{}\n{}", full_name(client), client.address.trim())
}
