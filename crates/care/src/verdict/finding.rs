//! One finding: which rule speaks, how strongly, about what, and on whose authority.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::ids::{ComponentId, RuleId, WaitId};
use crate::vocabulary::words;
use crate::zones::ZoneId;

words! {
    /// How strongly a rule speaks, from the weakest to the strongest.
    pub enum Class {
        /// An extra risk, line or note.
        Inform = "INFORM",
        /// The plan changes.
        Modify = "MODIFY",
        /// A prescriber has to sign.
        Signoff = "SIGNOFF",
        /// Not before a day.
        Defer = "DEFER",
        /// Not at all. Nothing lifts it.
        Block = "BLOCK",
    }
}

words! {
    /// What may be done, from the weakest to the strongest.
    pub enum Decision {
        /// Nothing found and every mandatory question answered.
        Clear = "CLEAR",
        /// An extra risk, line or note.
        Inform = "INFORM",
        /// The plan changes.
        Modify = "MODIFY",
        /// A prescriber has to sign.
        Signoff = "SIGNOFF",
        /// Not before a day.
        Defer = "DEFER",
        /// A mandatory fact is missing.
        Incomplete = "INCOMPLETE",
        /// Not at all.
        Block = "BLOCK",
    }
}

impl From<Class> for Decision {
    fn from(class: Class) -> Self {
        match class {
            Class::Inform => Self::Inform,
            Class::Modify => Self::Modify,
            Class::Signoff => Self::Signoff,
            Class::Defer => Self::Defer,
            Class::Block => Self::Block,
        }
    }
}

/// What one rule says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The row that speaks.
    pub rule: RuleId,
    /// How strongly.
    pub class: Class,
    /// The sentence for the practitioner, as a word key with arguments.
    pub message: Message,
    /// Source keys, as in the row.
    pub source: String,
    /// Status code, as in the row.
    pub status: String,
    /// Components it is about.
    pub components: Vec<ComponentId>,
    /// Zones it is limited to, sorted; empty means all zones of the component.
    pub zones: Vec<ZoneId>,
    /// DEFER: the day the wait ends; `None` if nobody can know it.
    pub until: Option<NaiveDate>,
    /// The wait that gave the days.
    pub wait: Option<WaitId>,
    /// Whether a prescriber's sign-off may lift this DEFER.
    pub is_overridable: bool,
}

impl Finding {
    /// Whether the finding speaks about `zone`.
    pub fn covers(&self, zone: ZoneId) -> bool {
        self.zones.is_empty() || self.zones.contains(&zone)
    }
}

/// A word key with its arguments. The words stand in the locale files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Key of the sentence: `ci-nsaid-defer`.
    pub key: String,
    /// What the sentence names.
    pub args: BTreeMap<&'static str, Arg>,
}

/// One argument of a sentence.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Arg {
    /// A calendar day.
    Day(NaiveDate),
    /// A count: days, years, hours.
    Count(u32),
    /// A depth, in micrometres.
    DepthUm(u32),
    /// A text that needs no translation: a number as it was measured, what was changed in a barcode.
    Text(String),
}
