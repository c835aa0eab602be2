//! Consent: composed from this plan, initialled clause by clause, signed, filed. What was signed is what is kept:
//! the paper is rendered before anything is committed.

use care::consent::{Clause, ConsentText, Initials as Needed};
use care::record::{
    Capacity, Consent, ConsentClause, ConsentId, ConsentOutcome, DocumentId, Initials, SealedConsent, Visit, VisitId,
};
use care::{PaperWord, PaperWords};
use serde_json::json;
use store::{Act, StoreError, Write};

use crate::cases::consent_checks::{
    check_complete, check_signature, clause_hash, clause_lines, cooling_off_until, guardian_name, informed_at, kinds,
    standing_initials,
};
use crate::cases::copies::{at_signing, give_at_once};
use crate::cases::cosigners::{agreed_before, capacity, cosigners, electronic, needs_interpreter, witnesses};
use crate::cases::documents::file_document;
use crate::cases::fields::{Checker, LINE, TEXT, wrong_field};
use crate::cases::papers::{file_refusal, file_withdrawal};
use crate::cases::plans::refuse_outside_scope;
use crate::cases::sealing::{ToSeal, bundle_text, seal};
use crate::cases::visits::show;
use crate::failure::{Failure, FieldProblem, Refusal};
use crate::print::no_text;
use crate::seat::Seat;
use crate::visit::{
    ConsentNotes, Field, Informed, Judged, OpenVisit, PutInitials, consent_plan, still_as_read, text_languages,
};
use crate::wire::{
    ClauseRow, ConsentNotesRequest, ConsentPrepareRequest, ConsentRefuseRequest, ConsentSection, ConsentSignRequest,
    ConsentView, InitialsRequest, InitialsRow, VisitView,
};

/// Letters of initials at most.
const MOST_LETTERS: usize = 6;

/// Shows the text of this plan. From the first showing on the client has the information.
pub(crate) fn prepare_consent(seat: &Seat<'_>, request: ConsentPrepareRequest) -> Result<ConsentView, Failure> {
    let open = ready_to_consent(seat, request.visit)?;
    let language = request.language.unwrap_or_else(|| language_of(seat, &open));
    // A language nobody can read the text in is refused before anything is kept.
    compose(seat, &open, Some(&language))?;
    seat.write(|write| {
        if informed_at(&open).is_none() {
            let informed = Informed { at: seat.now(), kinds: kinds(open.components()) };
            write.set_draft(request.visit, &Field::Informed.path(), &json!(informed))?;
        }
        write.set_draft(request.visit, &Field::ConsentLanguage.path(), &json!(language))
    })?;
    view(seat, request.visit)
}

/// Puts or takes back initials under one clause.
pub(crate) fn put_initials(seat: &Seat<'_>, request: InitialsRequest) -> Result<ConsentView, Failure> {
    let open = ready_to_consent(seat, request.visit)?;
    let text = compose(seat, &open, None)?;
    let mut fields = Checker::default();
    let wants = |clause: &&Clause| clause.id == request.clause && clause.initials == Needed::Required;
    let Some(clause) = text.clauses.iter().find(wants) else {
        return Err(wrong_field("clause", FieldProblem::NotOneOf));
    };
    let clause_sha256 = clause_hash(clause)?;
    let letters = fields.line("letters", &request.letters, MOST_LETTERS);
    fields.finish()?;
    let path = Field::Initials(request.clause.clone()).path();
    let initials = Initials { clause: request.clause, letters, at: seat.now() };
    let put = PutInitials { initials, clause_sha256 };
    seat.write(|write| {
        if put.initials.letters.is_empty() {
            write.unset_draft(request.visit, &path)
        } else {
            write.set_draft(request.visit, &path, &json!(put))
        }
    })?;
    view(seat, request.visit)
}

/// Keeps what the practitioner writes beside the consent.
pub(crate) fn keep_notes(seat: &Seat<'_>, request: ConsentNotesRequest) -> Result<ConsentView, Failure> {
    ready_to_consent(seat, request.visit)?;
    let mut fields = Checker::default();
    let notes = ConsentNotes {
        questions: fields.line("questions", &request.questions, TEXT),
        same_day_reason: fields.line("same_day_reason", &request.same_day_reason, TEXT),
        identity_check: fields.line("identity_check", &request.identity_check, LINE),
    };
    fields.finish()?;
    seat.write(|write| write.set_draft(request.visit, &Field::ConsentNotes.path(), &json!(notes)))?;
    view(seat, request.visit)
}

/// Files the signed consent: sealed and set on paper first, then one transaction with consent, bundle, document and
/// plan. The copy the client asked for is given after that: a dead printer leaves it owed and stops nothing.
pub(crate) fn sign_consent(seat: &Seat<'_>, request: ConsentSignRequest) -> Result<VisitView, Failure> {
    let open = ready_to_consent(seat, request.visit)?;
    let judged = Judged::of(seat, &open);
    if open.is_consented(&judged) {
        return Err(Refusal::ConsentSigned.failure());
    }
    if !judged.may_go_on() {
        return Err(Refusal::Stopped.failure());
    }
    let text = compose(seat, &open, Some(&request.language))?;
    let text_sha256 = text_hash(&text)?;
    if text_sha256 != request.text_sha256 {
        return Err(Refusal::TextChanged.failure());
    }
    check_signature(&request.signature)?;
    check_complete(seat, &open, &text, &request.signature)?;
    let cosigners = cosigners(seat, &open, &text, &request)?;
    let mut consent = consent_of(seat, &open, &text, text_sha256, &request)?;
    consent.others.clone_from(&cosigners.signers);
    seat.confirm(&request.secret)?;
    let document = DocumentId(seat.new_id());
    let copy = request.copy;
    let to_seal = ToSeal { open: &open, text: &text, consent: &consent, document, copy };
    let (sealed, filing) = seal(seat, &to_seal, &cosigners)?;
    let consent = Consent { document: Some(document), copy: at_signing(copy), ..consent };
    let visit = Visit {
        components: open.components().to_vec(),
        lifts: open.lifts().cloned().collect(),
        protocol_version: seat.rules().version().to_owned(),
        ..open.visit.clone()
    };
    file_document(seat, &filing, |write| put_signed(write, &open, &consent, &sealed, &visit))?;
    give_at_once(seat, &consent, copy);
    show(seat, visit.id)
}

/// Writes a signed consent with its bundle and the plan it covers, and clears what was prepared for it.
///
/// # Errors
/// [`StoreError::Conflict`] if something was entered since the visit was read.
pub(crate) fn put_signed(
    write: &mut Write<'_>,
    open: &OpenVisit,
    consent: &Consent,
    sealed: &SealedConsent,
    visit: &Visit,
) -> Result<(), StoreError> {
    still_as_read(write, open)?;
    write.put(consent, Act::Sign)?;
    write.put(sealed, Act::Sign)?;
    write.put_based_on(visit, Act::Close, open.version)?;
    for prefix in ["components", "lift/", "consent/"] {
        write.clear_draft(visit.id, prefix)?;
    }
    Ok(())
}

/// Records that the client said no, or takes a signature back. The visit stays open; nothing starts. A no to what was to
/// be added leaves the consent before it as it is.
pub(crate) fn refuse_consent(seat: &Seat<'_>, request: ConsentRefuseRequest) -> Result<VisitView, Failure> {
    let open = ready_to_say_no(seat, request.visit)?;
    let mut fields = Checker::default();
    let reason = fields.line("reason", &request.reason, TEXT);
    fields.finish()?;
    let text = compose(seat, &open, None)?;
    seat.confirm(&request.secret)?;
    let text_sha256 = text_hash(&text)?;
    let adds_to = open.gap(&Judged::of(seat, &open)).and_then(|gap| gap.adds_to);
    // Who has signed and then says no takes the signature back: from now on it does not hold.
    let (outcome, act) = match (open.signed_consent(), adds_to) {
        (Some(signed), None) => (ConsentOutcome::Withdrawn { of: signed.id, reason }, Act::Withdraw),
        (Some(_), Some(_)) | (None, _) => (ConsentOutcome::Refused { reason }, Act::Refuse),
    };
    let refused = Consent {
        outcome,
        signature: None,
        copy: care::record::CopyFate::Declined,
        document: Some(DocumentId(seat.new_id())),
        ..blank_consent(seat, &open, &text, text_sha256)?
    };
    let filing = match (&refused.outcome, open.signed_consent()) {
        (ConsentOutcome::Withdrawn { .. }, Some(signed)) => file_withdrawal(seat, &refused, signed)?,
        _ => file_refusal(seat, &open.client, &refused)?,
    };
    file_document(seat, &filing, |write| {
        write.put(&refused, act)?;
        write.clear_draft(request.visit, "consent/")
    })?;
    show(seat, request.visit)
}

/// A visit whose questions are closed and whose plan has parts.
pub(crate) fn ready_to_consent(seat: &Seat<'_>, visit: VisitId) -> Result<OpenVisit, Failure> {
    let open = ready_to_say_no(seat, visit)?;
    if !open.is_screened() {
        return Err(Refusal::ScreeningOpen.failure());
    }
    refuse_outside_scope(seat, open.components())?;
    Ok(open)
}

/// A visit whose plan has parts. To say no, nobody has to answer questions first.
fn ready_to_say_no(seat: &Seat<'_>, visit: VisitId) -> Result<OpenVisit, Failure> {
    let open = OpenVisit::read_to_change(seat, visit)?;
    if open.components().is_empty() {
        return Err(Refusal::NoPlan.failure());
    }
    Ok(open)
}

/// The text of what is planned, in `language` or the client's.
pub(crate) fn compose(seat: &Seat<'_>, open: &OpenVisit, language: Option<&str>) -> Result<ConsentText, Failure> {
    let language = language.map_or_else(|| language_of(seat, open), str::to_owned);
    let plan = consent_plan(seat, open);
    care::consent::compose(seat.protocol(), &plan, &language).map_err(|_| Failure::NoText { language })
}

/// The language that was chosen, the client's, or the clinic's where no consent is written in the client's: then the
/// screen asks for an interpreter.
fn language_of(seat: &Seat<'_>, open: &OpenVisit) -> String {
    let clients = open.client.document_language.clone().filter(|tag| care::LANGUAGES.contains(&tag.as_str()));
    open.draft.consent_language.clone().or(clients).unwrap_or_else(|| seat.clinic().document_language.clone())
}

/// SHA-256 over the exact words, in their order.
pub(crate) fn text_hash(text: &ConsentText) -> Result<String, Failure> {
    Ok(bundle_text(text)?.sha256)
}

/// A consent to what is planned, before anybody has signed it.
///
/// # Errors
/// Where the words of a clause cannot be hashed.
pub(crate) fn blank_consent(
    seat: &Seat<'_>,
    open: &OpenVisit,
    text: &ConsentText,
    text_sha256: String,
) -> Result<Consent, Failure> {
    let notes = &open.draft.consent_notes;
    let judged = Judged::of(seat, open);
    let gap = open.gap(&judged).filter(|gap| gap.adds_to.is_some());
    let components = gap.as_ref().map_or_else(|| open.components().to_vec(), |gap| gap.parts.clone());
    Ok(Consent {
        id: ConsentId(seat.new_id()),
        visit: open.visit.id,
        client: open.client.id,
        outcome: ConsentOutcome::Signed,
        components,
        language: text.language.clone(),
        text_version: text.version.clone(),
        text_sha256,
        clauses: text.clauses.iter().map(kept_clause).collect(),
        initials: standing_initials(open, text)?,
        intent: text.intent.clone(),
        questions: notes.questions.clone(),
        signature: None,
        informed_at: informed_at(open).unwrap_or_else(|| seat.now()),
        same_day_reason: Some(notes.same_day_reason.clone()).filter(|reason| !reason.is_empty()),
        identity_check: notes.identity_check.clone(),
        practitioner: seat.user().id,
        practitioner_name: seat.user().name.clone(),
        signed_at: seat.now(),
        protocol_version: seat.rules().version().to_owned(),
        copy: care::record::CopyFate::Owed,
        document: None,
        supplements: gap.and_then(|gap| gap.adds_to).map(|(id, _)| id),
        material_version: text.material_version.clone(),
        risks: Some(text.risks.iter().map(ToString::to_string).collect()),
        risk_answers: Some(judged.answered_yes.iter().map(ToString::to_string).collect()),
        capacity: Capacity::Own,
        electronic: None,
        others: Vec::new(),
    })
}

/// The consent as it is signed, not filed yet.
pub(crate) fn consent_of(
    seat: &Seat<'_>,
    open: &OpenVisit,
    text: &ConsentText,
    text_sha256: String,
    request: &ConsentSignRequest,
) -> Result<Consent, Failure> {
    let blank = blank_consent(seat, open, text, text_sha256)?;
    Ok(Consent {
        signature: Some(request.signature.clone()),
        copy: request.copy,
        capacity: capacity(seat, open)?,
        electronic: Some(electronic(seat, open, text, request.agrees_electronically)?),
        ..blank
    })
}

fn kept_clause(clause: &Clause) -> ConsentClause {
    let mut paragraphs = vec![clause.heading.clone()];
    paragraphs.extend(clause_lines(clause));
    ConsentClause { id: clause.id.clone(), number: clause.number.clone(), paragraphs }
}

fn view(seat: &Seat<'_>, visit: VisitId) -> Result<ConsentView, Failure> {
    let open = OpenVisit::read(seat, visit)?;
    let text = compose(seat, &open, None)?;
    let until = cooling_off_until(seat, &open);
    let notes = open.draft.consent_notes.clone();
    Ok(ConsentView {
        title: text.title.clone(),
        language: text.language.clone(),
        languages: text_languages(seat),
        text_version: text.version.clone(),
        text_sha256: text_hash(&text)?,
        sections: sections(&text)?,
        intent: text.intent.clone(),
        initials: standing_initials(&open, &text)?
            .into_iter()
            .map(|put| InitialsRow { clause: put.clause, letters: put.letters })
            .collect(),
        suggested_initials: suggested_initials(&open),
        questions: notes.questions,
        needs_same_day_reason: until > seat.now(),
        cooling_off_until: Some(seat.local(until).format("%Y-%m-%dT%H:%M").to_string()),
        same_day_reason: notes.same_day_reason,
        identity_check: notes.identity_check,
        guardian_name: guardian_name(seat, &open),
        electronic: text.electronic.clone(),
        is_electronic_agreed: agreed_before(&open, &text).is_some(),
        adds_to: open
            .gap(&Judged::of(seat, &open))
            .and_then(|gap| gap.adds_to)
            .map(|(_, at)| seat.calendar().day(at).to_string()),
        needs_interpreter: needs_interpreter(&open, &text),
        witnesses: witnesses(seat)?,
    })
}

fn sections(text: &ConsentText) -> Result<Vec<ConsentSection>, Failure> {
    let words = PaperWords::in_language(&text.language).map_err(no_text)?;
    let mut sections: Vec<(care::consent::Block, ConsentSection)> = Vec::new();
    for clause in &text.clauses {
        let row = ClauseRow {
            id: clause.id.clone(),
            number: clause.number.clone(),
            heading: clause.heading.clone(),
            paragraphs: clause_lines(clause),
            needs_initials: clause.initials == Needed::Required,
        };
        match sections.last_mut().filter(|(block, _)| *block == clause.block) {
            Some((_, section)) => section.clauses.push(row),
            None => {
                let heading = words.say(PaperWord::of_block(clause.block)).to_owned();
                sections.push((clause.block, ConsentSection { heading, clauses: vec![row] }));
            }
        }
    }
    Ok(sections.into_iter().map(|(_, section)| section).collect())
}

/// The first letters of the client's names.
pub(crate) fn suggested_initials(open: &OpenVisit) -> String {
    let letters = [open.client.given.as_str(), open.client.family.as_str()];
    letters.iter().filter_map(|name| name.trim().chars().next()).flat_map(char::to_uppercase).collect()
}
