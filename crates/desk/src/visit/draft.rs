//! A visit while it is worked on: typed fields over the vault's draft, each durable the moment it is entered.
//!
//! A field is a path and a JSON value. This module knows every path there is; a value it cannot read is an error
//! of the vault, never a silent default.

use std::collections::{BTreeMap, BTreeSet};

use care::record::{
    Answer, ChartedZone, Component, Initials, ItemUse, ItemUseId, Lift, Measure, Medicine, PastProcedure, ScreeningId,
};
use care::zones::{Side, ZoneId};
use chrono::{DateTime, Utc};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::failure::Failure;

/// One field of a visit's draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Field {
    /// The answer to a question.
    Answer(String),
    /// Medicines, blood values and procedures elsewhere.
    Background,
    /// The screening that answers were copied from.
    CopiedFrom,
    /// The parts of the visit.
    Components,
    /// A finding a prescriber has lifted.
    Lift(String),
    /// When the client was given the information.
    Informed,
    /// Language the consent was shown in last.
    ConsentLanguage,
    /// Initials under a clause.
    Initials(String),
    /// What the practitioner writes beside the consent.
    ConsentNotes,
    /// A charted zone.
    Zone(ZoneId, Side),
    /// A used item.
    Item(ItemUseId),
    /// When the cream went on.
    CreamOnAt,
    /// When the cream came off.
    CreamOffAt,
    /// Pain and free words.
    ChartNote,
    /// When the treatment ended.
    FinishedAt,
}

impl Field {
    /// The path the vault keeps it under.
    pub(crate) fn path(&self) -> String {
        match self {
            Self::Answer(question) => format!("answer/{question}"),
            Self::Background => "background".to_owned(),
            Self::CopiedFrom => "copied_from".to_owned(),
            Self::Components => "components".to_owned(),
            Self::Lift(rule) => format!("lift/{rule}"),
            Self::Informed => "consent/informed".to_owned(),
            Self::ConsentLanguage => "consent/language".to_owned(),
            Self::Initials(clause) => format!("consent/initials/{clause}"),
            Self::ConsentNotes => "consent/notes".to_owned(),
            Self::Zone(zone, side) => format!("zone/{zone}/{side}"),
            Self::Item(item) => format!("item/{item}"),
            Self::CreamOnAt => "numbing/on_at".to_owned(),
            Self::CreamOffAt => "numbing/off_at".to_owned(),
            Self::ChartNote => "chart/note".to_owned(),
            Self::FinishedAt => "finished_at".to_owned(),
        }
    }
}

/// Medicines, blood values and procedures elsewhere.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Background {
    /// Medicines.
    pub(crate) medicines: Vec<Medicine>,
    /// Blood values.
    pub(crate) measures: Vec<Measure>,
    /// Procedures elsewhere; `None` while nobody asked.
    pub(crate) history: Option<Vec<PastProcedure>>,
}

/// What the practitioner writes beside the consent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ConsentNotes {
    /// Questions asked and answers given.
    pub(crate) questions: String,
    /// Why treatment may follow before the cooling-off time is over.
    pub(crate) same_day_reason: String,
    /// How the client was identified.
    pub(crate) identity_check: String,
}

/// When the client was first told about these kinds of treatment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Informed {
    /// When.
    pub(crate) at: DateTime<Utc>,
    /// Kinds of treatment that were explained.
    pub(crate) kinds: BTreeSet<String>,
}

/// Initials, with the words they were put under: under other words they count for nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct PutInitials {
    /// The initials.
    pub(crate) initials: Initials,
    /// SHA-256 over the clause as it read then, as 64 hexadecimal digits.
    pub(crate) clause_sha256: String,
}

/// Pain and free words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ChartNote {
    /// 0 to 10; `None` if it was not asked.
    pub(crate) pain_score: Option<u8>,
    /// Free words.
    pub(crate) note: String,
}

/// Everything that is in the draft of one visit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Draft {
    /// Question to answer.
    pub(crate) answers: BTreeMap<String, Answer>,
    /// Medicines, blood values, procedures.
    pub(crate) background: Option<Background>,
    /// The screening that answers were copied from.
    pub(crate) copied_from: Option<ScreeningId>,
    /// The parts, once the plan was touched.
    pub(crate) components: Option<Vec<Component>>,
    /// Lifted findings.
    pub(crate) lifts: Vec<Lift>,
    /// What the client was given the information about, and when.
    pub(crate) informed: Option<Informed>,
    /// Language the consent was shown in last.
    pub(crate) consent_language: Option<String>,
    /// Initials put so far.
    pub(crate) initials: Vec<PutInitials>,
    /// Notes beside the consent.
    pub(crate) consent_notes: ConsentNotes,
    /// Zones charted so far.
    pub(crate) zones: Vec<ChartedZone>,
    /// Items used so far, oldest first.
    pub(crate) items: Vec<ItemUse>,
    /// When the cream went on.
    pub(crate) cream_on_at: Option<DateTime<Utc>>,
    /// When the cream came off.
    pub(crate) cream_off_at: Option<DateTime<Utc>>,
    /// Pain and free words.
    pub(crate) chart_note: ChartNote,
    /// When the treatment ended.
    pub(crate) finished_at: Option<DateTime<Utc>>,
}

impl Draft {
    /// Reads a draft from the vault's fields.
    ///
    /// # Errors
    /// [`Failure::Store`] if a value is not what its path holds.
    pub(crate) fn read<'a>(fields: impl IntoIterator<Item = (&'a str, &'a Value)>) -> Result<Self, Failure> {
        let mut draft = Self::default();
        for (path, value) in fields {
            draft.take(path, value)?;
        }
        draft.items.sort_by_key(|item| item.id);
        Ok(draft)
    }

    fn take(&mut self, path: &str, value: &Value) -> Result<(), Failure> {
        match path.split_once('/').unwrap_or((path, "")) {
            ("answer", question) => {
                self.answers.insert(question.to_owned(), parse(value)?);
            }
            ("background", _) => self.background = parse(value)?,
            ("copied_from", _) => self.copied_from = parse(value)?,
            ("components", _) => self.components = parse(value)?,
            ("lift", _) => self.lifts.push(parse(value)?),
            ("consent", "informed") => self.informed = parse(value)?,
            ("consent", "language") => self.consent_language = parse(value)?,
            ("consent", "notes") => self.consent_notes = parse(value)?,
            ("consent", _) => self.initials.push(parse(value)?),
            ("zone", _) => self.zones.push(parse(value)?),
            ("item", _) => self.items.push(parse(value)?),
            ("numbing", "on_at") => self.cream_on_at = parse(value)?,
            ("numbing", _) => self.cream_off_at = parse(value)?,
            ("chart", _) => self.chart_note = parse(value)?,
            ("finished_at", _) => self.finished_at = parse(value)?,
            _ => return Err(damaged()),
        }
        Ok(())
    }
}

fn parse<T: DeserializeOwned>(value: &Value) -> Result<T, Failure> {
    T::deserialize(value).map_err(|_| damaged())
}

fn damaged() -> Failure {
    Failure::Store(store::StoreError::Damaged(store::Part::Record))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_and_its_side_have_a_place_of_their_own() {
        let left = Field::Zone(ZoneId::CheekMedial, Side::Left).path();
        let right = Field::Zone(ZoneId::CheekMedial, Side::Right).path();
        assert_eq!(left, "zone/z.cheek_medial/left", "the path names the zone and the client's side");
        assert_ne!(left, right, "left and right must never overwrite each other");
    }

    #[test]
    fn a_value_that_is_not_what_its_path_holds_is_damage() {
        let value = Value::String("yes".to_owned());
        let read = Draft::read([("components", &value)]);
        assert!(read.is_err(), "a plan that cannot be read must never be read as an empty one");
    }
}
