//! Consent: the text composed from the plan, initials, signature, copy.

use care::record::{ConsentId, CopyFate, DocumentId, Signature, SignerRole, UserId, VisitId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where the consent of a visit stands.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ConsentState {
    /// Signed for everything that is planned.
    pub is_valid: bool,
    /// Why not, in one sentence; `None` when it is valid.
    pub why_not: Option<String>,
    /// The signed consent.
    pub consent: Option<ConsentId>,
    /// Its PDF.
    pub document: Option<DocumentId>,
    /// When it was signed, in UTC.
    pub signed_at: Option<String>,
    /// What became of the client's copy.
    pub copy: Option<CopyFate>,
    /// The PDF that says that the client said no or took a consent back, where that was the last word.
    pub refusal: Option<DocumentId>,
}

/// Asks for the text of this plan.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ConsentPrepareRequest {
    /// Which visit.
    pub visit: VisitId,
    /// Language, as a BCP 47 tag; `None` takes the client's.
    pub language: Option<String>,
}

/// The text of this plan, and what is on it already.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ConsentView {
    /// Title.
    pub title: String,
    /// Language of the text.
    pub language: String,
    /// Languages the texts exist in.
    pub languages: Vec<super::Choice>,
    /// Version of the shipped text.
    pub text_version: String,
    /// SHA-256 over the exact text; the signature repeats it.
    pub text_sha256: String,
    /// Sections, in order.
    pub sections: Vec<ConsentSection>,
    /// The sentence of intent above the signature.
    pub intent: String,
    /// Initials put so far, clause id to letters.
    pub initials: Vec<InitialsRow>,
    /// Letters to offer: the client's own.
    pub suggested_initials: String,
    /// Questions and answers written so far.
    pub questions: String,
    /// The cooling-off time is not over: a reason is needed to go on today.
    pub needs_same_day_reason: bool,
    /// When the cooling-off time is over, local date-time.
    pub cooling_off_until: Option<String>,
    /// Reason written so far.
    pub same_day_reason: String,
    /// How the client was identified, so far.
    pub identity_check: String,
    /// Who signs beside the client, because the client is a minor.
    pub guardian_name: Option<String>,
    /// The sentence by which the client agrees, apart from the treatment, to an electronic record.
    pub electronic: String,
    /// The client has agreed to that very sentence before, and has not taken it back.
    pub is_electronic_agreed: bool,
    /// The day of the consent this one adds to; `None` for a whole one.
    pub adds_to: Option<String>,
    /// The client reads another language than this: somebody who says it in that language has to sign.
    pub needs_interpreter: bool,
    /// Who of the clinic can witness with a password of their own.
    pub witnesses: Vec<super::UserRow>,
}

/// Somebody who signs beside the client and the practitioner.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields, tag = "kind", rename_all = "snake_case")]
pub enum OtherSigner {
    /// A witness of the clinic, who types their own password for this one signature.
    User {
        /// Who.
        user: UserId,
        /// That person's password.
        secret: String,
    },
    /// A witness or an interpreter who is nobody of the clinic.
    Person {
        /// Witness or interpreter.
        role: SignerRole,
        /// Full name.
        name: String,
        /// What the person is to the client: sister, carer, interpreter of the service.
        relation: String,
        /// Language an interpreter spoke with the client; empty for a witness.
        spoken: String,
        /// Drawn or typed.
        mark: Signature,
    },
}

/// One section of a consent.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ConsentSection {
    /// Heading.
    pub heading: String,
    /// Clauses.
    pub clauses: Vec<ClauseRow>,
}

/// One clause.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ClauseRow {
    /// Id of the text.
    pub id: String,
    /// "2.1".
    pub number: String,
    /// Its heading.
    pub heading: String,
    /// The words.
    pub paragraphs: Vec<String>,
    /// Whether the client initials it.
    pub needs_initials: bool,
}

/// Initials under one clause.
#[derive(Debug, Clone, Serialize, TS)]
pub struct InitialsRow {
    /// Which clause.
    pub clause: String,
    /// The letters.
    pub letters: String,
}

/// Puts or takes back initials, as the client does it.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct InitialsRequest {
    /// Which visit.
    pub visit: VisitId,
    /// Which clause.
    pub clause: String,
    /// The letters; empty takes them back.
    pub letters: String,
}

/// Keeps what the practitioner writes beside the consent.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ConsentNotesRequest {
    /// Which visit.
    pub visit: VisitId,
    /// Questions asked and answers given.
    pub questions: String,
    /// Why treatment may follow on the same day.
    pub same_day_reason: String,
    /// How the client was identified.
    pub identity_check: String,
}

/// Files the signed consent.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ConsentSignRequest {
    /// Which visit.
    pub visit: VisitId,
    /// Language the text was shown in.
    pub language: String,
    /// SHA-256 of the text that was shown; another text is refused.
    pub text_sha256: String,
    /// The client's signature.
    pub signature: Signature,
    /// What the client asks for: a copy on paper or as a file, which is given at once, none, or later.
    pub copy: CopyFate,
    /// The client agrees, apart from the treatment, to an electronic record. Asked once; it stands until taken back.
    pub agrees_electronically: bool,
    /// Witnesses and interpreters, in the order they sign.
    pub others: Vec<OtherSigner>,
    /// The practitioner's PIN or password.
    pub secret: String,
}

/// Records that the client said no.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ConsentRefuseRequest {
    /// Which visit.
    pub visit: VisitId,
    /// In the client's words; may be empty.
    pub reason: String,
    /// The practitioner's PIN or password.
    pub secret: String,
}
