//! A consent as it was signed: the exact words, the initials, the strokes of the pen and who confirmed.
//!
//! This record is never edited. A change needs a new consent; a withdrawal is a record of its own.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{ClientId, Component, ConsentId, DocumentId, UserId, VisitId};

/// A consent of a client to exactly the components named in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct Consent {
    /// Made when it was filed.
    pub id: ConsentId,
    /// The visit it was taken in.
    pub visit: VisitId,
    /// Who consents.
    pub client: ClientId,
    /// Signed, refused or withdrawn.
    pub outcome: ConsentOutcome,
    /// The parts agreed to, with zones, sides and depths.
    pub components: Vec<Component>,
    /// Language of the text, as a BCP 47 tag.
    pub language: String,
    /// Version of the shipped text.
    pub text_version: String,
    /// SHA-256 over the exact text shown, as 64 hexadecimal digits.
    pub text_sha256: String,
    /// The exact text shown, clause by clause.
    pub clauses: Vec<ConsentClause>,
    /// Initials under the clauses that ask for them.
    pub initials: Vec<Initials>,
    /// The sentence of intent above the signature.
    pub intent: String,
    /// Questions asked and answers given, in the practitioner's words.
    #[serde(default)]
    pub questions: String,
    /// Drawn or typed by the client.
    pub signature: Option<Signature>,
    /// When the client was given the information.
    pub informed_at: DateTime<Utc>,
    /// Why treatment may follow before the cooling-off time is over; required when it does.
    #[serde(default)]
    pub same_day_reason: Option<String>,
    /// How the client was identified.
    pub identity_check: String,
    /// Who took the consent and confirmed it.
    pub practitioner: UserId,
    /// That person's name, as it was then.
    pub practitioner_name: String,
    /// When it was signed: with the practitioner's confirmation, or on paper, as the practitioner confirms later.
    pub signed_at: DateTime<Utc>,
    /// Version of the protocol the risks came from.
    pub protocol_version: String,
    /// What became of the client's copy.
    pub copy: CopyFate,
    /// The filed PDF.
    pub document: Option<DocumentId>,
    /// The consent this one adds to: it holds the excess of a plan over what was signed there, and nothing else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supplements: Option<ConsentId>,
    /// Version of the meaning of the text: a consent to another one no longer covers.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub material_version: String,
    /// Ids of the risks that were named; `None` for a consent from before they were kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub risks: Option<Vec<String>>,
    /// Questions the client's answers said yes to, which the client was told about; `None` as above.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub risk_answers: Option<Vec<String>>,
    /// For whom the client's signature speaks.
    #[serde(default, skip_serializing_if = "Capacity::is_own")]
    pub capacity: Capacity,
    /// The sentence by which the client agreed to an electronic record, where it was agreed to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub electronic: Option<ElectronicAgreement>,
    /// Witnesses and interpreters, in the order they signed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<Signer>,
}

/// For whom the signature in the client's place speaks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Capacity {
    /// The client signs for themselves.
    #[default]
    Own,
    /// Somebody signs for a client who is not of age.
    Guardian {
        /// Full name.
        name: String,
        /// Mother, father, …
        relation: String,
    },
}

impl Capacity {
    /// Whether the client signs for themselves.
    #[must_use]
    pub fn is_own(&self) -> bool {
        match self {
            Self::Own => true,
            Self::Guardian { .. } => false,
        }
    }
}

/// The client's agreement, apart from the treatment, that the form is kept electronically.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct ElectronicAgreement {
    /// The sentence, as it was shown.
    pub sentence: String,
    /// When it was given; it stands until the client takes it back, so it may be earlier than the consent.
    pub agreed_at: DateTime<Utc>,
}

/// One person who signs a consent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct Signer {
    /// Full name, as it was then.
    pub name: String,
    /// In which role.
    pub role: SignerRole,
    /// What the signature means, in the words above it.
    pub meaning: String,
    /// The user, for somebody of the clinic; `None` for anybody else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user: Option<UserId>,
    /// That user's public Ed25519 key, as 64 hexadecimal digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub public_key: Option<String>,
    /// What the person is to the client; empty for the client and for users.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub relation: String,
    /// The language an interpreter spoke with the client; empty for the others.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub spoken: String,
    /// Drawn, made or typed; `None` for somebody who signed with PIN or password.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mark: Option<Signature>,
    /// When.
    pub at: DateTime<Utc>,
}

/// In which role somebody signs a consent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum SignerRole {
    /// Whose treatment it is.
    Client,
    /// Who signs for a client who is not of age.
    Guardian,
    /// Who takes the consent.
    Practitioner,
    /// Who saw the client agree.
    Witness,
    /// Who said the text in the client's language.
    Interpreter,
}

/// What became of a consent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum ConsentOutcome {
    /// Signed by the client and confirmed by the practitioner.
    Signed,
    /// The client said no; the reason if one was given.
    Refused {
        /// In the client's words; may be empty.
        reason: String,
    },
    /// Taken back after it was signed.
    Withdrawn {
        /// The consent that no longer holds.
        of: ConsentId,
        /// In the client's words; may be empty.
        reason: String,
    },
}

/// One clause, as it was shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct ConsentClause {
    /// Id of the text.
    pub id: String,
    /// Number on the paper, "2.1".
    pub number: String,
    /// The words, paragraph by paragraph.
    pub paragraphs: Vec<String>,
}

/// Initials under a clause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct Initials {
    /// Id of the clause.
    pub clause: String,
    /// The letters.
    pub letters: String,
    /// When they were put.
    pub at: DateTime<Utc>,
}

/// A signature, drawn or typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Signature {
    /// Drawn with a pen, a finger or a mouse; everything the device told is kept.
    Drawn {
        /// What drew it.
        pointer: PointerKind,
        /// Width of the field the strokes were drawn in, in hundredths of a CSS pixel.
        width_cpx: u32,
        /// Its height, in the same unit.
        height_cpx: u32,
        /// The strokes, in the order they were drawn.
        strokes: Vec<Stroke>,
    },
    /// A mark made by somebody who does not write their name; a witness says whose it is.
    Mark {
        /// What drew it.
        pointer: PointerKind,
        /// Width of the field, in hundredths of a CSS pixel.
        width_cpx: u32,
        /// Its height, in the same unit.
        height_cpx: u32,
        /// The strokes, in the order they were drawn.
        strokes: Vec<Stroke>,
    },
    /// Typed by the client where drawing is not possible.
    Typed {
        /// The name as typed.
        name: String,
    },
    /// In ink, on the paper that was printed to be signed.
    OnPaper {
        /// SHA-256 of every file that shows its signed pages, as it was received: 64 hexadecimal digits each.
        files: Vec<String>,
        /// It is a mark and no written name; a witness says whose it is.
        is_mark: bool,
    },
}

impl Signature {
    /// The strokes, where it was drawn.
    #[must_use]
    pub fn strokes(&self) -> Option<&[Stroke]> {
        match self {
            Self::Drawn { strokes, .. } | Self::Mark { strokes, .. } => Some(strokes),
            Self::Typed { .. } | Self::OnPaper { .. } => None,
        }
    }

    /// Whether it shows by itself who signed. A mark and a typed name do not: they want a witness (`lg.witness`).
    #[must_use]
    pub fn is_of_own_hand(&self) -> bool {
        match self {
            Self::Drawn { .. } => true,
            Self::Mark { .. } | Self::Typed { .. } => false,
            Self::OnPaper { is_mark, .. } => !is_mark,
        }
    }
}

/// What drew a signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum PointerKind {
    /// A pen.
    Pen,
    /// A finger.
    Touch,
    /// A mouse.
    Mouse,
}

/// One stroke, from pen down to pen up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
#[serde(transparent)]
pub struct Stroke(pub Vec<StrokePoint>);

/// One point of a stroke.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct StrokePoint {
    /// From the left edge, in hundredths of a CSS pixel.
    pub x_cpx: i32,
    /// From the top edge, in hundredths of a CSS pixel.
    pub y_cpx: i32,
    /// Since the first point of the signature, in milliseconds.
    pub t_ms: u32,
    /// Pressure in thousandths, 0 to 1000; 500 where the device does not tell.
    pub pressure_milli: u16,
}

/// What became of the client's copy. Owed copies are listed until they are given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum CopyFate {
    /// Printed and handed over.
    Printed,
    /// Saved as a file for the client.
    Saved,
    /// Offered and declined.
    Declined,
    /// Not given yet.
    Owed,
}
