//! One consent for exactly this plan, composed clause by clause from the parts that are in it.
//!
//! The words are versioned content in the client's language; a text that is missing there is an error, never
//! silent English. Nothing here signs, prints or stores.

mod compose;

pub use compose::{compose, material_version};

use chrono::NaiveDate;

use crate::ids::RiskId;
use crate::vocabulary::{NumbingProduct, PeelAgent, PeelClass, Substance};
use crate::zones::SidedZone;

/// What a client is asked to agree to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsentPlan {
    /// The parts of the visit, in the order of work.
    pub parts: Vec<ConsentPart>,
    /// The risks the verdict names for this plan.
    pub risks: Vec<RiskId>,
    /// Why the client wants it and what is hoped for, in the client's own words; may be empty.
    pub hoped_for: String,
    /// Visits of the series, if a series is agreed.
    pub n_sessions: Option<u32>,
    /// Days between two visits, if a series is agreed.
    pub interval_days: Option<u32>,
    /// The day of the consent this one adds to, where `parts` hold only what was not agreed to then.
    pub adds_to: Option<NaiveDate>,
}

/// One part of the visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsentPart {
    /// Where, with sides.
    pub zones: Vec<SidedZone>,
    /// What.
    pub what: Agreed,
}

/// What one part is, as the client is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Agreed {
    /// Mechanical microneedling.
    Mn {
        /// Maker and model of the device.
        device: String,
        /// Deepest planned depth, in micrometres.
        deepest_um: u32,
    },
    /// Radiofrequency microneedling.
    Rf {
        /// Maker and model of the device.
        device: String,
        /// Deepest planned depth, in micrometres.
        deepest_um: u32,
    },
    /// Platelet-rich plasma.
    Prp,
    /// Chemical peel.
    Peel {
        /// What it is made with.
        agent: PeelAgent,
        /// Strength in thousandths of a percent; `None` for Jessner's solution and phenol.
        strength_milli_percent: Option<u32>,
        /// How strong it counts.
        class: PeelClass,
    },
    /// Serum.
    Serum {
        /// What it does its work with.
        substance: Substance,
    },
    /// Numbing cream.
    Ta {
        /// Which cream.
        product: NumbingProduct,
    },
    /// Light.
    Led,
}

/// A composed consent, ready to be shown, signed and printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsentText {
    /// Version of the texts it was composed from.
    pub version: String,
    /// Version of their meaning: a consent to another one no longer covers.
    pub material_version: String,
    /// Ids of the risks it names, each once.
    pub risks: Vec<RiskId>,
    /// Language, as a BCP 47 tag.
    pub language: String,
    /// Heading of the paper.
    pub title: String,
    /// The clauses, in order.
    pub clauses: Vec<Clause>,
    /// The photo consent, which is asked and signed apart.
    pub photo: Vec<Clause>,
    /// The sentence above the signature.
    pub intent: String,
    /// The sentence by which the client agrees, apart from the treatment, to an electronic record.
    pub electronic: String,
}

/// One clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// Id of the text: `risks.rare`.
    pub id: String,
    /// Which block of the form it belongs to.
    pub block: Block,
    /// Number on the paper: "2.1".
    pub number: String,
    /// Its heading.
    pub heading: String,
    /// Its words.
    pub paragraphs: Vec<Paragraph>,
    /// Whether the client puts initials under it.
    pub initials: Initials,
}

/// The blocks of a consent form, in the order they are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Block {
    /// A: why the client wants it and the hoped-for result.
    Wish,
    /// B: what is done, where and how deep.
    Procedure,
    /// D: what is expected afterwards, with its time course.
    Expected,
    /// E: risks.
    Risks,
    /// F: alternatives, no treatment among them.
    Alternatives,
    /// G: no guarantee, and the series.
    Result,
    /// J: aftercare received and understood.
    Aftercare,
    /// K: questions answered, time enough, free to withdraw.
    Freedom,
    /// L: photos.
    Photos,
}

/// Whether a clause is initialled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Initials {
    /// The client puts initials under it.
    Required,
    /// Read, not initialled.
    NotRequired,
}

/// A piece of a clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Paragraph {
    /// Running words.
    Words(String),
    /// One point of a list.
    Point(String),
}
