//! The client's copy of a consent: given on paper or as a file, declined, or owed. What was owed and has been given is a
//! record of its own; the consent is never edited for it.

use care::record::{Consent, ConsentId, ConsentOutcome, CopyFate, Document};
use serde_json::json;
use store::{Act, CopyGiven};

use crate::cases::clients::client_row;
use crate::cases::documents::{bytes_of, print};
use crate::failure::{Failure, FieldProblem, Refusal};
use crate::outgoing::write_whole;
use crate::seat::Seat;
use crate::visit::copy_fate;
use crate::wire::{CopyGiveRequest, CopyGivenView, OwedCopyRow};

/// What is written down with the signature: a copy that is still to be given is owed until it was.
pub(crate) const fn at_signing(asked: CopyFate) -> CopyFate {
    match asked {
        CopyFate::Declined => CopyFate::Declined,
        CopyFate::Printed | CopyFate::Saved | CopyFate::Owed => CopyFate::Owed,
    }
}

/// Gives the copy the client asked for with the signature. Whatever goes wrong leaves it owed: the consent is signed.
pub(crate) fn give_at_once(seat: &Seat<'_>, consent: &Consent, asked: CopyFate) {
    match asked {
        CopyFate::Printed | CopyFate::Saved => drop(give(seat, consent, asked)),
        CopyFate::Declined | CopyFate::Owed => {}
    }
}

/// Gives a copy that is owed: prints it, saves it where the person says, or writes down that it is declined after all.
pub(crate) fn give_copy(seat: &Seat<'_>, request: CopyGiveRequest) -> Result<CopyGivenView, Failure> {
    let consent = seat.read(|read| read.consent(request.consent))?;
    seat.may_see(consent.client)?;
    if !matches!(consent.outcome, ConsentOutcome::Signed) {
        return Err(Refusal::NotStanding.failure());
    }
    if copy_fate(seat, &consent) != CopyFate::Owed {
        return Err(Refusal::CopyGiven.failure());
    }
    give(seat, &consent, request.fate)
}

/// Copies that stand on the start screen at once; the others are counted and come up as these are given.
const MOST_SHOWN: u32 = 20;

/// Copies of consents that are still owed, oldest first, and how many there are in all.
pub(crate) fn owed_rows(seat: &Seat<'_>) -> Result<(Vec<OwedCopyRow>, u32), Failure> {
    let (owed, n_owed) =
        seat.read(|read| Ok::<_, store::StoreError>((read.owed_copies(MOST_SHOWN)?, read.n_owed_copies()?)))?;
    let rows = owed.into_iter().map(|owed| OwedCopyRow {
        consent: owed.consent.id,
        client: client_row(seat, &owed.client),
        signed_at: owed.consent.signed_at.to_rfc3339(),
        document: owed.consent.document,
    });
    Ok((rows.collect(), n_owed))
}

fn give(seat: &Seat<'_>, consent: &Consent, fate: CopyFate) -> Result<CopyGivenView, Failure> {
    let why_not = match fate {
        CopyFate::Printed => print_copy(seat, consent)?,
        CopyFate::Saved => {
            save_copy(seat, consent)?;
            None
        }
        CopyFate::Declined => None,
        CopyFate::Owed => return Err(crate::cases::fields::wrong_field("fate", FieldProblem::NotOneOf)),
    };
    if why_not.is_none() {
        seat.write(|write| write.put(&given(seat, consent, fate), Act::HandOver))?;
    }
    let copy = if why_not.is_none() { fate } else { CopyFate::Owed };
    let (owed, _) = owed_rows(seat)?;
    Ok(CopyGivenView { copy, why_not, owed })
}

fn given(seat: &Seat<'_>, consent: &Consent, fate: CopyFate) -> CopyGiven {
    let (given_at, given_by) = (seat.now(), seat.user().id);
    CopyGiven { consent: consent.id, client: consent.client, fate, given_at, given_by }
}

/// Prints one copy; says why not where the printer did not take it.
fn print_copy(seat: &Seat<'_>, consent: &Consent) -> Result<Option<String>, Failure> {
    let document = paper_of(seat, consent)?;
    let bytes = bytes_of(seat.opened(), &document)?;
    let printed = print(seat, &document, &bytes, 1, None)?;
    Ok(printed.why_not.filter(|_| !printed.was_printed))
}

/// Saves the filed PDF where the person says, written down before it leaves and beside first.
fn save_copy(seat: &Seat<'_>, consent: &Consent) -> Result<(), Failure> {
    let document = paper_of(seat, consent)?;
    let bytes = bytes_of(seat.opened(), &document)?;
    let target = seat.host().choose_file(&format!("{}.pdf", document.number)).ok_or(Failure::Cancelled)?;
    // The dialog may have stood open while the desk was locked: then somebody else may have answered it.
    seat.desk().still_open(seat.opened())?;
    let saved = json!({ "document": document.id, "number": document.number, "pdf_sha256": document.pdf_sha256 });
    seat.write(|write| write.note(Act::Save, Some(consent.client), &saved))?;
    write_whole(&target, &bytes)
}

fn paper_of(seat: &Seat<'_>, consent: &Consent) -> Result<Document, Failure> {
    let id = consent.document.ok_or(store::StoreError::NotFound)?;
    seat.read(|read| read.document(id))
}

/// The consent somebody names, where it may be seen.
pub(crate) fn consent_to_see(seat: &Seat<'_>, id: ConsentId) -> Result<Consent, Failure> {
    let consent = seat.read(|read| read.consent(id))?;
    seat.may_see(consent.client)?;
    Ok(consent)
}
