//! The consent to what is planned, to be signed on paper where nobody signs at the screen.

use care::record::{DocumentId, DocumentKind, VisitId};
use serde::Serialize;
use serde_json::Value;

use super::making::{Composed, Making, Record, Sealing, with_frame};
use crate::cases::consent_checks::{cooling_off_until, guardian_name};
use crate::cases::consents::{compose as compose_text, ready_to_consent};
use crate::cases::sealing::bundle_text;
use crate::failure::{Failure, Refusal};
use crate::print::kinds::{ConsentForm, FormSigner, consent_form_document};
use crate::print::{full_name, page_code};
use crate::seat::Seat;
use crate::visit::{Judged, OpenVisit, consent_plan};

/// What a blank form carries inside, so that what comes back on paper can be read against it.
pub(crate) const FORM_FORMAT: &str = "needlepoint consent form 1";

/// The form as a computer reads it.
#[derive(Debug, Serialize)]
struct FormRecord<'a> {
    format: &'static str,
    document: DocumentId,
    client: care::record::ClientId,
    visit: VisitId,
    text: care::record::BundleText,
    components: &'a [care::record::Component],
    risks: Vec<String>,
    adds_to: Option<care::record::ConsentId>,
    protocol_version: &'a str,
}

/// Puts the form together: the same text that would be signed at the screen.
///
/// # Errors
/// What stands in the way of a consent, or no number to call.
pub(super) fn compose(seat: &Seat<'_>, visit: VisitId, making: &Making<'_>) -> Result<Composed, Failure> {
    let open = ready_to_consent(seat, visit)?;
    let judged = Judged::of(seat, &open);
    if open.is_consented(&judged) {
        return Err(Refusal::ConsentSigned.failure());
    }
    if !judged.may_go_on() {
        return Err(Refusal::Stopped.failure());
    }
    let text = compose_text(seat, &open, Some(making.language))?;
    let record = record(seat, &open, &text, making)?;
    let guardian = guardian_name(seat, &open);
    let client_name = full_name(&open.client);
    let mut document = with_frame(seat, &open.client, making, |frame| {
        let form = ConsentForm {
            text: &text,
            signer: guardian.as_deref().map_or(FormSigner::Client(&client_name), FormSigner::Guardian),
            practitioner: &seat.user().name,
            is_before_its_time: cooling_off_until(seat, &open) > seat.now(),
        };
        consent_form_document(frame, &form)
    })?;
    // Its pages come back signed, and are known by this.
    document.footer.code = page_code(making.id, making.content_sha256);
    Ok(Composed {
        kind: DocumentKind::ConsentBlank,
        client: open.client,
        visit: Some(visit),
        document,
        record: Some(Record { file_name: "consent-form.json", value: record }),
        enclosed: Vec::new(),
        sealing: Sealing::Plain,
    })
}

fn record(
    seat: &Seat<'_>,
    open: &OpenVisit,
    text: &care::consent::ConsentText,
    making: &Making<'_>,
) -> Result<Value, Failure> {
    let gap = open.gap(&Judged::of(seat, open)).filter(|gap| gap.adds_to.is_some());
    let plan = consent_plan(seat, open);
    let record = FormRecord {
        format: FORM_FORMAT,
        document: making.id,
        client: open.client.id,
        visit: open.visit.id,
        text: bundle_text(text)?,
        components: gap.as_ref().map_or_else(|| open.components(), |gap| gap.parts.as_slice()),
        risks: plan.risks.iter().map(ToString::to_string).collect(),
        adds_to: gap.as_ref().and_then(|gap| gap.adds_to).map(|(id, _)| id),
        protocol_version: seat.rules().version(),
    };
    serde_json::to_value(&record).map_err(|_| Failure::Panicked)
}
