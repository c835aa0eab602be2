//! Sealing what was signed: the bundle, its hash on the paper, and the signature of every user who signed. All of it is
//! made before anything is committed, so what was signed is what is kept.

use care::consent::{Clause, ConsentText, Initials as Needed};
use care::record::{
    BUNDLE_FORMAT, BundleClient, BundleClinic, BundlePlace, BundleScreening, BundleSignature, BundleText, Capacity,
    Consent, ConsentBundle, CopyFate, Document, DocumentId, DocumentKind, JournalHead, SealedConsent, Signer,
    SignerRole, TextClause,
};
use care::{LetterWords, PaperWord, PaperWords};
use paper::{Attachment, Making};
use store::{Head, canonical_bundle, sign_off_message};
use uuid::Uuid;

use crate::cases::consent_checks::clause_lines;
use crate::cases::cosigners::{Cosigners, public_key};
use crate::cases::documents::{Filing, next_document_number};
use crate::clinic_seal::{ClinicSeal, in_groups};
use crate::failure::Failure;
use crate::print::kinds::{Content, HowToCheck};
use crate::print::{ConsentPaper, PageFacts, consent_document, full_name, no_text};
use crate::seat::Seat;
use crate::visit::OpenVisit;

/// The name of the sealed record inside the paper.
const CONSENT_FILE: &str = "consent.json";

/// What is sealed, and for whom.
pub(crate) struct ToSeal<'a> {
    /// The visit as it was when it was signed.
    pub(crate) open: &'a OpenVisit,
    /// The text that was shown.
    pub(crate) text: &'a ConsentText,
    /// The consent, before it names its paper.
    pub(crate) consent: &'a Consent,
    /// Id of the paper.
    pub(crate) document: DocumentId,
    /// What the client asks for.
    pub(crate) copy: CopyFate,
}

/// Makes the bundle, signs it and sets the paper that carries its hash.
///
/// # Errors
/// A password that is not the witness's, a text or a sign that cannot be set, or what the vault says.
pub(crate) fn seal(
    seat: &Seat<'_>,
    to_seal: &ToSeal<'_>,
    cosigners: &Cosigners,
) -> Result<(SealedConsent, Filing), Failure> {
    let number = next_document_number(seat)?;
    let (head, device) = seat.read(|read| Ok((read.head()?, read.device()?)))?;
    let signers = signers(seat, to_seal)?;
    let bundle = bundle(seat, to_seal, signers, &head, device)?;
    let (bytes, doc_sha256) = canonical_bundle(&bundle)?;
    let message = sign_off_message(&doc_sha256);
    let users = bundle.signers.iter().filter_map(|signer| signer.user.zip(signer.public_key.clone()));
    let signatures = users.map(|(user, public_key)| {
        let signature = data_encoding::HEXLOWER.encode(&cosigners.sign(seat, user, &message)?);
        Ok::<_, Failure>(BundleSignature { user, public_key, signature })
    });
    let sealed = SealedConsent {
        consent: to_seal.consent.id,
        client: to_seal.consent.client,
        bundle: bytes,
        signatures: signatures.collect::<Result<_, _>>()?,
        doc_sha256,
    };
    let filing = set(seat, to_seal, &bundle.signers, &Foot { number, head, sealed: &sealed })?;
    Ok((sealed, filing))
}

/// Everybody who signed, in order: the client or the guardian, who helped and who saw it, the practitioner last.
fn signers(seat: &Seat<'_>, to_seal: &ToSeal<'_>) -> Result<Vec<Signer>, Failure> {
    let words = PaperWords::in_language(&to_seal.text.language).map_err(no_text)?;
    let consent = to_seal.consent;
    let (name, role, relation, meaning) = match &consent.capacity {
        Capacity::Own => (full_name(&to_seal.open.client), SignerRole::Client, String::new(), PaperWord::MeansClient),
        Capacity::Guardian { name, relation } => {
            (name.clone(), SignerRole::Guardian, relation.clone(), PaperWord::MeansGuardian)
        }
    };
    let first = Signer {
        name,
        role,
        meaning: words.say(meaning).to_owned(),
        user: None,
        public_key: None,
        relation,
        spoken: String::new(),
        mark: consent.signature.clone(),
        at: consent.signed_at,
    };
    let last = Signer {
        name: consent.practitioner_name.clone(),
        role: SignerRole::Practitioner,
        meaning: words.say(PaperWord::MeansPractitioner).to_owned(),
        user: Some(consent.practitioner),
        public_key: Some(public_key(seat, consent.practitioner)?),
        relation: String::new(),
        spoken: String::new(),
        mark: None,
        at: seat.now(),
    };
    Ok(std::iter::once(first).chain(consent.others.iter().cloned()).chain([last]).collect())
}

fn bundle(
    seat: &Seat<'_>,
    to_seal: &ToSeal<'_>,
    signers: Vec<Signer>,
    head: &Head,
    device: Uuid,
) -> Result<ConsentBundle, Failure> {
    let (open, consent, clinic) = (to_seal.open, to_seal.consent, seat.clinic());
    let client = &open.client;
    Ok(ConsentBundle {
        format: BUNDLE_FORMAT.to_owned(),
        consent: consent.id,
        supplements: consent.supplements,
        client: BundleClient {
            id: client.id,
            number: client.number.clone(),
            family: client.family.clone(),
            given: client.given.clone(),
            born_on: client.born_on,
        },
        capacity: consent.capacity.clone(),
        clinic: BundleClinic { id: clinic.id, name: clinic.name.clone(), address: clinic.address.clone() },
        visit: consent.visit,
        visit_number: open.visit.number.clone(),
        text: bundle_text(to_seal.text)?,
        components: consent.components.clone(),
        risks: to_seal.text.risks.iter().map(ToString::to_string).collect(),
        screening: open.screening.as_ref().map(|closed| BundleScreening {
            id: closed.id,
            screened_on: closed.screened_on,
            answers: closed.answers.clone(),
            closed_by: closed.closed_by,
            closed_at: closed.closed_at,
        }),
        questions: consent.questions.clone(),
        informed_at: consent.informed_at,
        same_day_reason: consent.same_day_reason.clone(),
        initials: consent.initials.clone(),
        identity_check: consent.identity_check.clone(),
        electronic: consent.electronic.clone(),
        signers,
        copy: to_seal.copy,
        place: BundlePlace {
            device,
            at: seat.now(),
            time_zone: clinic.time_zone.clone(),
            utc_offset_s: seat.calendar().offset_s(seat.now()),
        },
        journal_head: JournalHead { seq: head.seq, hash: data_encoding::HEXLOWER.encode(&head.hash) },
        document: Some(to_seal.document),
        protocol_version: consent.protocol_version.clone(),
        app_version: env!("CARGO_PKG_VERSION").to_owned(),
    })
}

/// The exact text, as it is hashed and kept.
pub(crate) fn bundle_text(text: &ConsentText) -> Result<BundleText, Failure> {
    let clause = |clause: &Clause| TextClause {
        id: clause.id.clone(),
        number: clause.number.clone(),
        heading: clause.heading.clone(),
        lines: clause_lines(clause),
        needs_initials: clause.initials == Needed::Required,
    };
    let unhashed = BundleText {
        version: text.version.clone(),
        material_version: text.material_version.clone(),
        language: text.language.clone(),
        title: text.title.clone(),
        clauses: text.clauses.iter().map(clause).collect(),
        intent: text.intent.clone(),
        sha256: String::new(),
    };
    Ok(BundleText { sha256: store::text_sha256(&unhashed)?, ..unhashed })
}

/// What stands in the foot of the paper, and what travels inside.
struct Foot<'a> {
    number: String,
    head: Head,
    sealed: &'a SealedConsent,
}

fn set(seat: &Seat<'_>, to_seal: &ToSeal<'_>, signers: &[Signer], foot: &Foot<'_>) -> Result<Filing, Failure> {
    let (open, consent) = (to_seal.open, to_seal.consent);
    let letters = LetterWords::in_language(&to_seal.text.language).map_err(no_text)?;
    let seal = ClinicSeal::of(seat)?;
    let check = HowToCheck {
        certificate: &in_groups(&seal.fingerprint),
        file: CONSENT_FILE,
        content: Content::Bundle(&in_groups(&foot.sealed.doc_sha256)),
    };
    let document = consent_document(&ConsentPaper {
        page: PageFacts {
            clinic: seat.clinic(),
            client: &open.client,
            called: PaperWord::ConsentNumber,
            number: &foot.number,
            paper: seat.clinic().paper,
            content_sha256: &foot.sealed.doc_sha256,
            head: &foot.head,
            made_at: seat.now(),
            comes_back: Some(to_seal.document),
        },
        text: to_seal.text,
        consent,
        signers,
        local: &|at| seat.local(at),
        check: &check,
    })?;
    let attachments = [Attachment {
        file_name: CONSENT_FILE.to_owned(),
        media_type: "application/json".to_owned(),
        description: letters.say("se_bundle_is").map_err(no_text)?.to_owned(),
        bytes: store::bundle_file(foot.sealed)?,
    }];
    let pdf = paper::render_as(&document, &Making { attachments: &attachments, ..Making::default() })?;
    let bytes = seal.set(seat, &pdf.bytes, letters.say("se_reason").map_err(no_text)?)?;
    let record = Document {
        id: to_seal.document,
        number: foot.number.clone(),
        client: open.client.id,
        visit: Some(open.visit.id),
        kind: DocumentKind::Consent,
        title: document.title,
        language: to_seal.text.language.clone(),
        n_pages: pdf.n_pages,
        n_bytes: bytes.len() as u64,
        pdf_sha256: crate::print::sha256_hex(&bytes),
        content_sha256: foot.sealed.doc_sha256.clone(),
        filed_by: seat.user().id,
        filed_at: seat.now(),
    };
    Ok(Filing { document: record, bytes })
}
