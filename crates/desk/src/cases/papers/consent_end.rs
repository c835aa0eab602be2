//! That a client said no, or took a consent back, on paper: filed in the same transaction as the record of it.

use care::LetterWords;
use care::record::{Client, Consent, ConsentClause, ConsentOutcome, DocumentId, DocumentKind};
use serde_json::{Value, json};

use super::making::{Composed, Making, Record, Sealing, make, with_frame};
use crate::cases::documents::Filing;
use crate::failure::Failure;
use crate::print::full_name;
use crate::print::kinds::{
    ConsentRefused, ConsentWithdrawn, Explained, LetterError, Recorder, consent_refused_document,
    consent_withdrawn_document,
};
use crate::seat::Seat;
use crate::wire::LetterSize;

/// What travels inside names its own form.
const FORMAT: &str = "needlepoint consent record 1";

/// The paper of a refusal; `refused` names it already.
///
/// # Errors
/// What setting and sealing can say.
pub(crate) fn file_refusal(seat: &Seat<'_>, client: &Client, refused: &Consent) -> Result<Filing, Failure> {
    let reason = reason_of(refused);
    let compose = |making: &Making<'_>| {
        let name = full_name(client);
        let document = with_frame(seat, client, making, |frame| {
            let paper = ConsentRefused {
                name: &name,
                on: seat.local(refused.signed_at).date(),
                explained: &explained(&refused.clauses),
                reason,
                by: &recorder(seat, refused, making)?,
            };
            consent_refused_document(frame, &paper)
        })?;
        Ok(composed(DocumentKind::ConsentRefused, client, refused, document))
    };
    file(seat, refused, compose)
}

/// The paper of a withdrawal of `signed`; `withdrawn` names it already.
///
/// # Errors
/// What setting and sealing can say.
pub(crate) fn file_withdrawal(seat: &Seat<'_>, withdrawn: &Consent, signed: &Consent) -> Result<Filing, Failure> {
    let (client, number) = seat.read(|read| {
        let number = signed.document.map(|id| read.document(id)).transpose()?.map(|document| document.number);
        Ok((read.client(withdrawn.client)?.record, number.unwrap_or_default()))
    })?;
    let reason = reason_of(withdrawn);
    let compose = |making: &Making<'_>| {
        let name = full_name(&client);
        let document = with_frame(seat, &client, making, |frame| {
            let paper = ConsentWithdrawn {
                name: &name,
                on: seat.local(withdrawn.signed_at).date(),
                signed_on: seat.local(signed.signed_at).date(),
                number: &number,
                explained: &explained(&signed.clauses),
                reason,
                by: &recorder(seat, withdrawn, making)?,
            };
            consent_withdrawn_document(frame, &paper)
        })?;
        Ok(composed(DocumentKind::ConsentWithdrawn, &client, withdrawn, document))
    };
    file(seat, withdrawn, compose)
}

fn file(
    seat: &Seat<'_>,
    consent: &Consent,
    compose: impl Fn(&Making<'_>) -> Result<Composed, Failure>,
) -> Result<Filing, Failure> {
    let id = consent.document.unwrap_or_else(|| DocumentId(seat.new_id()));
    Ok(make(seat, id, &consent.language, (seat.clinic().paper, LetterSize::Normal), compose)?.into_filing())
}

fn composed(kind: DocumentKind, client: &Client, consent: &Consent, document: paper::Document) -> Composed {
    Composed {
        kind,
        client: client.clone(),
        visit: Some(consent.visit),
        document,
        record: Some(Record { file_name: "consent-record.json", value: record(consent) }),
        enclosed: Vec::new(),
        sealing: Sealing::Sealed,
    }
}

fn record(consent: &Consent) -> Value {
    json!({ "format": FORMAT, "consent": consent })
}

fn recorder(seat: &Seat<'_>, consent: &Consent, making: &Making<'_>) -> Result<Recorder, LetterError> {
    let words = LetterWords::in_language(making.language)?;
    Ok(Recorder { name: consent.practitioner_name.clone(), when: words.time(seat.local(consent.signed_at))? })
}

/// What a client was told would be done: the clauses about the procedure.
fn explained(clauses: &[ConsentClause]) -> Vec<Explained<'_>> {
    let told = clauses.iter().filter(|clause| clause.id.starts_with("procedure."));
    told.filter_map(|clause| {
        let (heading, lines) = clause.paragraphs.split_first()?;
        Some(Explained { heading, lines })
    })
    .collect()
}

fn reason_of(consent: &Consent) -> &str {
    match &consent.outcome {
        ConsentOutcome::Refused { reason } | ConsentOutcome::Withdrawn { reason, .. } => reason,
        ConsentOutcome::Signed => "",
    }
}
