//! Whether signed pages count as the consent to what is planned, and making that consent: the text that was printed, the
//! time on the paper, the practitioner's signature for it (docs/decisions/0030-signed-on-paper.md).

use care::consent::{ConsentText, Initials};
use care::record::{Consent, CopyFate, Document, DocumentId, DocumentKind, Signature, Signer, SignerRole, Visit};
use care::{PaperWord, PaperWords};
use chrono::{DateTime, Duration, Utc};
use store::StoreError;

use crate::cases::consent_checks::{cooling_off_until, informed_at, local_moment};
use crate::cases::consents::{blank_consent, compose, put_signed, ready_to_consent, text_hash};
use crate::cases::copies::at_signing;
use crate::cases::cosigners::{Cosigners, capacity, needs_interpreter};
use crate::cases::documents::Filing;
use crate::cases::fields::{Checker, LINE, TEXT};
use crate::cases::papers::says_the_same;
use crate::cases::sealing::{ToSeal, seal};
use crate::failure::{Failure, FieldProblem, Refusal, WrongField};
use crate::print::no_text;
use crate::seat::Seat;
use crate::visit::{Judged, OpenVisit};
use crate::wire::{SignedByOther, SignedPagesFileRequest};

/// What filing the pages of a document means.
pub(super) enum Standing {
    /// They are the consent to what is planned.
    Counts(Box<Ready>),
    /// They are kept, and stand for nothing that is planned now; why, in one sentence.
    Kept(String),
}

/// A visit that waits for this very signature.
pub(super) struct Ready {
    pub(super) open: OpenVisit,
    pub(super) text: ConsentText,
}

/// Whether a paper of this kind is one that people sign.
pub(super) fn is_signed_in_ink(kind: DocumentKind) -> bool {
    matches!(kind, DocumentKind::Consent | DocumentKind::ConsentBlank)
}

/// Whether the signed pages of `document` count as the consent to what is planned now.
///
/// # Errors
/// [`Refusal::NotToBeSigned`] for a paper nobody signs; what the vault says.
pub(super) fn standing(seat: &Seat<'_>, document: &Document) -> Result<Standing, Failure> {
    let kept = |key: &str| Ok(Standing::Kept(seat.words().say(key, None)));
    match (document.kind, document.visit) {
        (DocumentKind::Consent, _) => return kept("signed-kept-signed-here"),
        (DocumentKind::ConsentBlank, Some(_)) => {}
        _ => return Err(Refusal::NotToBeSigned.failure()),
    }
    let Some(visit) = document.visit else { return Err(Refusal::NotToBeSigned.failure()) };
    let open = match ready_to_consent(seat, visit) {
        Ok(open) => open,
        Err(failure @ Failure::Refused(_)) => {
            return Ok(Standing::Kept(failure.view(seat.words()).words));
        }
        Err(failure) => return Err(failure),
    };
    let judged = Judged::of(seat, &open);
    if open.client.id != document.client {
        kept("signed-kept-moved")
    } else if open.is_consented(&judged) {
        kept("signed-kept-consented")
    } else if !judged.may_go_on() {
        kept("signed-kept-stopped")
    } else if !says_the_same(seat, document)? {
        kept("signed-kept-changed")
    } else {
        let text = compose(seat, &open, Some(&document.language))?;
        Ok(Standing::Counts(Box::new(Ready { open, text })))
    }
}

/// The consent that was signed on paper, sealed and set like one that was signed at the screen.
///
/// # Errors
/// What is missing on the paper or in the request, and what stands in the way of a seal.
pub(super) fn consent_on_paper(
    seat: &Seat<'_>,
    ready: &Ready,
    document: &Document,
    files: Vec<String>,
    request: &SignedPagesFileRequest,
    signed_at: DateTime<Utc>,
) -> Result<OnPaper, Failure> {
    let Ready { open, text } = ready;
    let mut fields = Checker::default();
    let questions = fields.line("questions", &request.questions, TEXT);
    let identity_check = fields.needed("identity_check", &request.identity_check, LINE);
    let same_day_reason = fields.line("same_day_reason", &request.same_day_reason, TEXT);
    let has_boxes = text.clauses.iter().any(|clause| clause.initials == Initials::Required);
    if has_boxes && !request.has_all_initials {
        fields.wrong(WrongField::new("has_all_initials", FieldProblem::Empty));
    }
    check_others(&mut fields, &request.others);
    if open.said_no_at().is_some_and(|at| at >= signed_at) {
        fields.wrong(WrongField::new("signed_time", FieldProblem::BeforeRefusal));
    }
    fields.finish()?;
    let signature = Signature::OnPaper { files, is_mark: request.is_mark };
    let others = others(text, &request.others, &signature, signed_at)?;
    let has = |role| others.iter().any(|signer| signer.role == role);
    if !signature.is_of_own_hand() && !has(SignerRole::Witness) {
        return Err(Refusal::WitnessMissing.failure());
    }
    if needs_interpreter(open, text) && !has(SignerRole::Interpreter) {
        return Err(Refusal::InterpreterMissing.failure());
    }
    // Who took the paper home had the words from the day it was printed.
    let informed = informed_at(open).map_or(document.filed_at, |at| at.min(document.filed_at));
    let hours = Duration::hours(i64::from(seat.rules().cooling_off_hours));
    let until = cooling_off_until(seat, open).min(informed + hours);
    if until > signed_at && same_day_reason.is_empty() {
        return Err(Refusal::SameDayReason.naming("until", local_moment(seat, until)));
    }
    seat.confirm(&request.secret)?;
    let sheet = DocumentId(seat.new_id());
    let consent = Consent {
        signature: Some(signature),
        initials: Vec::new(),
        questions,
        identity_check,
        same_day_reason: Some(same_day_reason).filter(|reason| !reason.is_empty()),
        informed_at: informed,
        signed_at,
        capacity: capacity(seat, open)?,
        // The original is paper: nobody had to agree to an electronic one.
        electronic: None,
        copy: CopyFate::Owed,
        others,
        ..blank_consent(seat, open, text, text_hash(text)?)?
    };
    let to_seal = ToSeal { open, text, consent: &consent, document: sheet, copy: CopyFate::Owed };
    let (sealed, filing) = seal(seat, &to_seal, &Cosigners::none())?;
    let consent = Consent { document: Some(sheet), copy: at_signing(CopyFate::Owed), ..consent };
    Ok(OnPaper { consent, sealed, filing })
}

/// A consent signed on paper, ready to be written.
pub(super) struct OnPaper {
    pub(super) consent: Consent,
    pub(super) sealed: care::record::SealedConsent,
    pub(super) filing: Filing,
}

impl OnPaper {
    /// Writes consent, bundle and plan; the paper that goes with them is filed by the caller.
    pub(super) fn put(&self, write: &mut store::Write<'_>, ready: &Ready, visit: &Visit) -> Result<(), StoreError> {
        put_signed(write, &ready.open, &self.consent, &self.sealed, visit)
    }
}

fn check_others(fields: &mut Checker, others: &[SignedByOther]) {
    fields.between("others", others.len(), 0, MOST_OTHERS);
    for (place, other) in others.iter().enumerate() {
        let at = |field: &str| format!("others[{place}].{field}");
        fields.needed(&at("name"), &other.name, LINE);
        fields.line(&at("relation"), &other.relation, LINE);
        match other.role {
            SignerRole::Witness => drop(fields.line(&at("spoken"), &other.spoken, LINE)),
            SignerRole::Interpreter => drop(fields.needed(&at("spoken"), &other.spoken, LINE)),
            SignerRole::Client | SignerRole::Guardian | SignerRole::Practitioner => {
                fields.wrong(WrongField::new(at("role"), FieldProblem::NotOneOf));
            }
        }
    }
}

/// People who may have signed one paper beside the client and the practitioner.
const MOST_OTHERS: usize = 6;

fn others(
    text: &ConsentText,
    others: &[SignedByOther],
    on_paper: &Signature,
    at: DateTime<Utc>,
) -> Result<Vec<Signer>, Failure> {
    let words = PaperWords::in_language(&text.language).map_err(no_text)?;
    let signer = |other: &SignedByOther| {
        let means = match other.role {
            SignerRole::Interpreter => PaperWord::MeansInterpreter,
            SignerRole::Witness | SignerRole::Client | SignerRole::Guardian | SignerRole::Practitioner => {
                PaperWord::MeansWitness
            }
        };
        Signer {
            name: other.name.trim().to_owned(),
            role: other.role,
            meaning: words.say(means).to_owned(),
            user: None,
            public_key: None,
            relation: other.relation.trim().to_owned(),
            spoken: other.spoken.trim().to_owned(),
            mark: Some(on_paper.clone()),
            at,
        }
    };
    Ok(others.iter().map(signer).collect())
}
