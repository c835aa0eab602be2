//! Consents in a client's file, after the visit they were taken in: taken back, corrected, listed.
//!
//! Nothing here edits a consent. A withdrawal and a correction are records of their own, beside it.

use care::record::{
    Capacity, ClientId, Consent, ConsentAddendum, ConsentAddendumId, ConsentId, ConsentOutcome, CopyFate, DocumentId,
    WrongClient, WrongClientSide,
};
use chrono::Duration;
use store::{Act, Read, StoreError};

use crate::cases::clients::client_view;
use crate::cases::copies::consent_to_see;
use crate::cases::documents::file_document;
use crate::cases::fields::{Checker, TEXT};
use crate::cases::papers::file_withdrawal;
use crate::failure::{Failure, Refusal};
use crate::seat::Seat;
use crate::visit::components_summary;
use crate::wire::{
    ClientView, ConsentAddendumRow, ConsentCorrectRequest, ConsentRow, ConsentStatus, ConsentWithdrawRequest,
};

/// Takes a signed consent back. Nothing further is done under it, and the next treatment is asked for anew.
pub(crate) fn withdraw_consent(seat: &Seat<'_>, request: ConsentWithdrawRequest) -> Result<ClientView, Failure> {
    let consent = consent_to_see(seat, request.consent)?;
    if status_of(seat, &consent)? != ConsentStatus::Standing && status_of(seat, &consent)? != ConsentStatus::Expired {
        return Err(Refusal::NotStanding.failure());
    }
    let mut fields = Checker::default();
    let reason = fields.line("reason", &request.reason, TEXT);
    fields.finish()?;
    seat.confirm(&request.secret)?;
    let withdrawn = Consent {
        id: ConsentId(seat.new_id()),
        outcome: ConsentOutcome::Withdrawn { of: consent.id, reason },
        initials: Vec::new(),
        questions: String::new(),
        signature: None,
        same_day_reason: None,
        practitioner: seat.user().id,
        practitioner_name: seat.user().name.clone(),
        signed_at: seat.now(),
        copy: CopyFate::Declined,
        document: Some(DocumentId(seat.new_id())),
        supplements: None,
        capacity: Capacity::Own,
        electronic: None,
        others: Vec::new(),
        ..consent.clone()
    };
    let filing = file_withdrawal(seat, &withdrawn, &consent)?;
    file_document(seat, &filing, |write| {
        write.put(&withdrawn, Act::Withdraw)?;
        let visit = write.read().visit(consent.visit)?.record;
        // What was prepared for another signature in the same visit was prepared before the client said no.
        if visit.is_signed || visit.not_today.is_some() { Ok(()) } else { write.clear_draft(consent.visit, "consent/") }
    })?;
    client_view(seat, consent.client)
}

/// Writes a correction beside a signed consent. What the client agreed to is what was signed, corrected or not.
pub(crate) fn correct_consent(seat: &Seat<'_>, request: ConsentCorrectRequest) -> Result<ClientView, Failure> {
    let consent = consent_to_see(seat, request.consent)?;
    let mut fields = Checker::default();
    let text = fields.needed("text", &request.text, TEXT);
    let reason = fields.reason("reason", &request.reason);
    fields.finish()?;
    seat.confirm(&request.secret)?;
    let addendum = ConsentAddendum {
        id: ConsentAddendumId(seat.new_id()),
        consent: consent.id,
        visit: consent.visit,
        client: consent.client,
        text,
        reason,
        by: seat.user().id,
        by_name: seat.user().name.clone(),
        written_at: seat.now(),
    };
    seat.write(|write| write.put(&addendum, Act::Amend))?;
    client_view(seat, consent.client)
}

fn status_of(seat: &Seat<'_>, consent: &Consent) -> Result<ConsentStatus, Failure> {
    let (all, wrong) =
        seat.read(|read| Ok((read.consents_of(consent.client)?, read.wrong_clients_of(consent.client)?)))?;
    Ok(status(seat, consent, &all, &wrong))
}

/// A client's consents with their corrections, newest first. A withdrawal is shown on the consent it takes back.
pub(crate) fn consent_rows(seat: &Seat<'_>, read: &Read<'_>, client: ClientId) -> Result<Vec<ConsentRow>, StoreError> {
    let all = read.consents_of(client)?;
    let wrong = read.wrong_clients_of(client)?;
    let addenda = read.consent_addenda_of(client)?;
    let mut rows = Vec::new();
    for consent in all.iter().filter(|consent| !matches!(consent.outcome, ConsentOutcome::Withdrawn { .. })) {
        let given = read.copy_given(consent.id)?;
        let beside = addenda.iter().filter(|addendum| addendum.consent == consent.id);
        rows.push(ConsentRow {
            id: consent.id,
            visit: consent.visit,
            summary: components_summary(seat.words(), &consent.components),
            status: status(seat, consent, &all, &wrong),
            reason: reason(consent, &all),
            signed_at: consent.signed_at.to_rfc3339(),
            practitioner_name: consent.practitioner_name.clone(),
            is_supplement: consent.supplements.is_some(),
            copy: given.map_or(consent.copy, |given| given.fate),
            document: consent.document,
            withdrawal: withdrawal_paper(consent.id, &all),
            addenda: beside.map(addendum_row).collect(),
        });
    }
    Ok(rows)
}

fn addendum_row(addendum: &ConsentAddendum) -> ConsentAddendumRow {
    ConsentAddendumRow {
        text: addendum.text.clone(),
        reason: addendum.reason.clone(),
        by_name: addendum.by_name.clone(),
        written_at: addendum.written_at.to_rfc3339(),
    }
}

fn status(seat: &Seat<'_>, consent: &Consent, all: &[Consent], wrong: &[WrongClient]) -> ConsentStatus {
    let is_of_somebody_else =
        wrong.iter().any(|side| side.side == WrongClientSide::RecordedHere && side.consents.contains(&consent.id));
    let holds_until = consent.signed_at + Duration::days(i64::from(seat.rules().consent_days));
    if is_of_somebody_else {
        ConsentStatus::WrongClient
    } else if !matches!(consent.outcome, ConsentOutcome::Signed) {
        ConsentStatus::Refused
    } else if withdrawal(consent.id, all).is_some() || consent.supplements.and_then(|of| withdrawal(of, all)).is_some()
    {
        ConsentStatus::Withdrawn
    } else if seat.now() > holds_until {
        ConsentStatus::Expired
    } else {
        ConsentStatus::Standing
    }
}

/// Why a consent was taken back, where it was.
fn withdrawal(id: ConsentId, all: &[Consent]) -> Option<&str> {
    all.iter().find_map(|other| match &other.outcome {
        ConsentOutcome::Withdrawn { of, reason } if *of == id => Some(reason.as_str()),
        ConsentOutcome::Withdrawn { .. } | ConsentOutcome::Signed | ConsentOutcome::Refused { .. } => None,
    })
}

/// The paper that says that a consent was taken back, where there is one.
fn withdrawal_paper(id: ConsentId, all: &[Consent]) -> Option<DocumentId> {
    let taken = all.iter().find(|other| matches!(&other.outcome, ConsentOutcome::Withdrawn { of, .. } if *of == id));
    taken.and_then(|taken| taken.document)
}

fn reason(consent: &Consent, all: &[Consent]) -> String {
    match &consent.outcome {
        ConsentOutcome::Refused { reason } | ConsentOutcome::Withdrawn { reason, .. } => reason.clone(),
        ConsentOutcome::Signed => withdrawal(consent.id, all).unwrap_or_default().to_owned(),
    }
}
