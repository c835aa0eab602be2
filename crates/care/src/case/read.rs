//! Reading a case from JSON: everything is checked at this door, once.
//!
//! The first value that is not allowed is named by its path, together with what is allowed there. A refusal
//! repeats no value of the case except ids and units.

mod components;
mod days;
mod facts;
mod fields;
mod limits;
mod node;

use chrono::NaiveDate;

pub(crate) use self::facts::in_first_unit;
use self::fields::Place;
use self::node::Node;
use super::{Case, ClientFacts, Plan, Policy, Practitioner};
use crate::ids::RuleId;
use crate::protocol::Protocol;
use crate::vocabulary::{AnswerState, IsotretinoinPolicy, Jurisdiction, Sex};

/// Why a case is refused: the path of the first wrong value and what is allowed there.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {allowed}")]
pub struct CaseError {
    /// Where: `plan.components[0].zones[2].depth_mm`.
    pub path: String,
    /// What is allowed there: the words, or both ends of the range.
    pub allowed: String,
}

/// Reads one case, as `assess` takes it, against the ids and ranges of the shipped protocol.
///
/// # Errors
/// The first value that the contract does not allow.
pub fn read_case(json: &[u8]) -> Result<Case, CaseError> {
    read(&Place::root(Node::parse(json)?), Protocol::shipped())
}

/// What every part of the reader needs: the protocol's ids and the day facts may not be later than.
struct Reading<'p> {
    protocol: &'p Protocol,
    today: NaiveDate,
}

const CASE: &[&str] = &[
    "today",
    "jurisdiction",
    "policy",
    "practitioner",
    "client",
    "screened_on",
    "other_answers",
    "answers",
    "medicines",
    "measures",
    "history",
    "symptoms",
    "items",
    "plan",
];

fn read(root: &Place<'_>, protocol: &Protocol) -> Result<Case, CaseError> {
    let case = root.fields(CASE)?;
    let today = case.require("today").date()?;
    let reading = Reading { protocol, today };
    let policy = match case.take("policy") {
        Some(place) => read_policy(&place, protocol)?,
        None => protocol.default_policy(),
    };
    Ok(Case {
        today,
        jurisdiction: case.require("jurisdiction").word(Jurisdiction::ALL, Jurisdiction::as_str)?,
        policy,
        practitioner: read_practitioner(&case.require("practitioner"))?,
        client: read_client(&case.require("client"), today)?,
        screened_on: case.take("screened_on").map_or(Ok(today), |place| place.past_date(today))?,
        other_answers: match case.take("other_answers") {
            Some(place) => place.word(&[AnswerState::No, AnswerState::Unknown], AnswerState::as_str)?,
            None => AnswerState::Unknown,
        },
        answers: facts::read_answers(&reading, &case)?,
        medicines: facts::read_medicines(&reading, &case)?,
        measures: facts::read_measures(&reading, &case)?,
        history: facts::read_history(&reading, &case)?,
        symptoms: facts::read_symptoms(&reading, &case)?,
        items: facts::read_items(&case)?,
        plan: read_plan(&reading, &case.require("plan"))?,
    })
}

fn read_policy(place: &Place<'_>, protocol: &Protocol) -> Result<Policy, CaseError> {
    let fields = place.fields(&["days", "isotretinoin", "min_age"])?;
    let mut policy = protocol.default_policy();
    if let Some(place) = fields.take("days") {
        for (id, days) in place.any_fields()?.entries() {
            let row = protocol.waits.get(id).ok_or_else(|| days.refuse(words(protocol.waits.keys())))?;
            policy.days.insert(row.id.clone(), days.whole(row.from, row.to)?);
        }
    }
    if let Some(place) = fields.take("isotretinoin") {
        policy.isotretinoin = place.word(IsotretinoinPolicy::ALL, IsotretinoinPolicy::as_str)?;
    }
    if let Some(place) = fields.take("min_age") {
        policy.min_age = place.whole(protocol.min_age.from, protocol.min_age.to)?;
    }
    if policy != protocol.default_policy() {
        policy.version = format!("{}+case", protocol.version);
    }
    Ok(policy)
}

fn read_practitioner(place: &Place<'_>) -> Result<Practitioner, CaseError> {
    let fields = place.fields(&["may_sign_off", "max_depth_mm"])?;
    Ok(Practitioner {
        may_sign_off: fields.require("may_sign_off").flag()?,
        max_depth_um: fields.require("max_depth_mm").depth_um(0, limits::DEEPEST_UM)?,
    })
}

fn read_client(place: &Place<'_>, today: NaiveDate) -> Result<ClientFacts, CaseError> {
    let fields = place.fields(&["born_on", "sex", "fitzpatrick", "weight_kg"])?;
    // Null says that nobody assessed it, so absence has to be refused by itself.
    let fitzpatrick = fields.take("fitzpatrick");
    let fitzpatrick = fitzpatrick.ok_or_else(|| fields.refuse("fitzpatrick", "a whole number from 1 to 6, or null"))?;
    Ok(ClientFacts {
        born_on: fields.require("born_on").past_date(today)?,
        sex: fields.require("sex").word(Sex::ALL, Sex::as_str)?,
        fitzpatrick: fitzpatrick.phototype_or_null()?,
        weight_kg: fields.take("weight_kg").map(|place| place.above_zero()).transpose()?,
    })
}

fn read_plan(reading: &Reading<'_>, place: &Place<'_>) -> Result<Plan, CaseError> {
    let fields = place.fields(&["visit_on", "session_ends_at", "protocols", "components"])?;
    let visit_on = match fields.take("visit_on") {
        Some(place) => {
            let on = place.date()?;
            if on < reading.today {
                return Err(place.refuse("a date YYYY-MM-DD from today on"));
            }
            on
        }
        None => reading.today,
    };
    let is_combination =
        |rule: &&RuleId| rule.as_str().starts_with("cb.") && !reading.protocol.questions.contains_key(rule.as_str());
    let combinations = reading.protocol.basis.keys().filter(is_combination);
    let mut protocols = Vec::new();
    for place in fields.take("protocols").map(|place| place.list(limits::ENTRIES)).transpose()?.unwrap_or_default() {
        protocols.push(place.id(combinations.clone())?);
    }
    Ok(Plan {
        visit_on,
        session_ends_at: fields.take("session_ends_at").map(|place| place.date_time()).transpose()?,
        protocols,
        components: components::read_components(reading, &fields.require("components"))?,
    })
}

/// The words of a list, for a refusal.
fn words<T: std::fmt::Display>(all: impl IntoIterator<Item = T>) -> String {
    let words: Vec<String> = all.into_iter().map(|word| word.to_string()).collect();
    words.join(", ")
}

#[cfg(test)]
mod tests;
