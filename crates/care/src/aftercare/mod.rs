//! The aftercare sheet: what was really done, and what earlier visits still ask for, merged into one.
//!
//! The longest hold wins and names who set it. The words are versioned content in the client's language; a text
//! that is missing there is an error, never silent English.

mod compose;
mod holds;

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveDateTime};

pub use compose::compose;

use crate::case::Policy;
use crate::ids::{ComponentId, HoldId, QuestionId, RuleId};
use crate::verdict::{FlagAction, HoldKind};
use crate::vocabulary::PeelClass;
use crate::zones::SidedZone;

/// A visit as it was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DoneVisit {
    /// What people call it: `A-000031`.
    pub number: String,
    /// Its end in local time: hour zero of every hold.
    pub finished_at: NaiveDateTime,
    /// What was done, in the order of work.
    pub parts: Vec<DonePart>,
    /// Phototype 1 to 6; `None` if it was not assessed.
    pub fitzpatrick: Option<u8>,
    /// The questions the client's answers and medicines say yes to ([`crate::answered_yes`]); some holds and
    /// conflicts read them.
    pub answered_yes: BTreeSet<QuestionId>,
    /// The clinic's own days.
    pub policy: Policy,
    /// Whom to call.
    pub contact: Contact,
    /// The next visit, if it is agreed.
    pub next_visit_on: Option<NaiveDate>,
}

/// One part that was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DonePart {
    /// The component of the visit.
    pub id: ComponentId,
    /// Where, with sides.
    pub zones: Vec<SidedZone>,
    /// What.
    pub what: Done,
}

/// What one part was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// Mechanical microneedling.
    Mn {
        /// Deepest depth charted, in micrometres.
        deepest_um: u32,
    },
    /// Radiofrequency microneedling.
    Rf {
        /// Deepest depth charted, in micrometres.
        deepest_um: u32,
    },
    /// Platelet-rich plasma.
    Prp,
    /// Chemical peel.
    Peel {
        /// How strong it counts, frosting included.
        class: PeelClass,
    },
    /// Serum.
    Serum,
    /// Numbing cream.
    Ta,
    /// Light.
    Led,
}

/// Whom to call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// Clinic.
    pub clinic: String,
    /// Telephone in opening hours.
    pub phone: String,
    /// Telephone at other times; empty if there is none.
    pub out_of_hours_phone: String,
    /// Emergency number of the country.
    pub emergency_phone: String,
}

/// A sheet, ready to be shown and printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Version of the texts it was composed from.
    pub version: String,
    /// Language, as a BCP 47 tag.
    pub language: String,
    /// Heading of the paper.
    pub title: String,
    /// What was done and when it ended.
    pub done: Vec<String>,
    /// The holds, in the order they are read.
    pub holds: Vec<SheetHold>,
    /// Advice without a time, the medicine safety line first.
    pub advice: Vec<Advice>,
    /// The normal course, phase by phase.
    pub phases: Vec<Phase>,
    /// Warning signs, most urgent first.
    pub warnings: Vec<Warning>,
    /// Whom to call.
    pub contact: Vec<String>,
    /// Check-in, review and next visit.
    pub dates: Vec<SheetDate>,
    /// Holds that pull in two directions, with what counts. The practitioner acknowledges them before printing.
    pub conflicts: Vec<Conflict>,
}

/// One hold with its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetHold {
    /// Which line.
    pub item: HoldId,
    /// How it is meant.
    pub kind: HoldKind,
    /// Its heading.
    pub heading: String,
    /// What to do or leave.
    pub words: String,
    /// The exact end, which the record keeps.
    pub ends_at: NaiveDateTime,
    /// The end as it is printed: never between 22:00 and 07:00.
    pub printed_at: NaiveDateTime,
    /// The printed end in words: "Saturday 21 November 2026, 15:30".
    pub when: String,
    /// Who set it.
    pub binds: Binding,
}

/// Who set a hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binding {
    /// The component.
    pub component: ComponentId,
    /// The earlier visit it belongs to; `None` for this visit.
    pub earlier_visit: Option<String>,
    /// In words: "plasma", "peel of 13 November".
    pub words: String,
}

/// A line without a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advice {
    /// Which line.
    pub item: HoldId,
    /// Its heading.
    pub heading: String,
    /// What to do or leave.
    pub words: String,
}

/// One phase of the normal course.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phase {
    /// Which phase: `ph.24h`.
    pub id: String,
    /// From when.
    pub from: NaiveDateTime,
    /// Until when.
    pub to: NaiveDateTime,
    /// The time in words.
    pub when: String,
    /// What is normal.
    pub course: String,
    /// What to do.
    pub care: String,
}

/// One warning sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// Which sign.
    pub rule: RuleId,
    /// What it asks for.
    pub action: FlagAction,
    /// What to do, with the number to call.
    pub call: String,
    /// What it looks like.
    pub words: String,
}

/// One date of the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetDate {
    /// What happens: "We call you".
    pub heading: String,
    /// Its day.
    pub on: NaiveDate,
    /// The day in words.
    pub when: String,
}

/// Holds that pull in two directions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// Which conflict: `cf.spf`.
    pub rule: RuleId,
    /// What counts.
    pub words: String,
}
