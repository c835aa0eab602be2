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
    /// When the practitioner confirmed.
    pub signed_at: DateTime<Utc>,
    /// Version of the protocol the risks came from.
    pub protocol_version: String,
    /// What became of the client's copy.
    pub copy: CopyFate,
    /// The filed PDF.
    pub document: Option<DocumentId>,
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
    /// Typed by the client where drawing is not possible.
    Typed {
        /// The name as typed.
        name: String,
    },
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
