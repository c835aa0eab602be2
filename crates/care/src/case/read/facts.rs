//! Answers, medicines, measures, past procedures, symptoms and scanned texts.

use std::collections::BTreeMap;

use super::fields::{Fields, Place};
use super::{CaseError, Reading, limits, words};
use crate::case::{Answer, Measure, Medicine, PastProcedure, Symptom};
use crate::decimal::{Decimal, Ratio};
use crate::ids::QuestionId;
use crate::protocol::UnitRow;
use crate::vocabulary::{
    AllergyClass, AnswerState, FillerMaterial, MeasureKind, PastKind, PeelAgent, PeelClass, Substance,
};
use crate::zones::ZoneId;

pub(super) fn read_answers(
    reading: &Reading<'_>,
    case: &Fields<'_>,
) -> Result<BTreeMap<QuestionId, Answer>, CaseError> {
    let mut answers = BTreeMap::new();
    let Some(place) = case.take("answers") else { return Ok(answers) };
    for (id, place) in place.any_fields()?.entries() {
        let questions = &reading.protocol.questions;
        let (question, _) = questions.get_key_value(id).ok_or_else(|| place.refuse(words(questions.keys())))?;
        answers.insert(question.clone(), read_answer(reading, &place)?);
    }
    Ok(answers)
}

fn read_answer(reading: &Reading<'_>, place: &Place<'_>) -> Result<Answer, CaseError> {
    let fields = place.fields(&["state", "ended_on", "zones", "active", "allergy_class", "ingredients"])?;
    Ok(Answer {
        state: fields.require("state").word(AnswerState::ALL, AnswerState::as_str)?,
        ended_on: fields.take("ended_on").map(|place| place.partial_date(reading.today)).transpose()?,
        zones: read_zones(fields.take("zones"))?,
        active: fields.take("active").map(|place| place.flag()).transpose()?,
        allergy_class: match fields.take("allergy_class") {
            Some(place) => Some(place.word(AllergyClass::ALL, AllergyClass::as_str)?),
            None => None,
        },
        ingredients: fields.take("ingredients").map(|place| read_ingredients(&place)).transpose()?,
    })
}

/// Substances of serums and agents of peels, by their words.
fn read_ingredients(place: &Place<'_>) -> Result<Vec<String>, CaseError> {
    let mut all: Vec<&'static str> = Substance::ALL.iter().map(|word| word.as_str()).collect();
    all.extend(PeelAgent::ALL.iter().map(|word| word.as_str()));
    place.list(limits::ENTRIES)?.iter().map(|place| Ok(place.word(&all, |word| word)?.to_owned())).collect()
}

/// Zone ids; absent and empty both mean everywhere.
fn read_zones(place: Option<Place<'_>>) -> Result<Vec<ZoneId>, CaseError> {
    let places = place.map(|place| place.list(limits::ZONES)).transpose()?.unwrap_or_default();
    places.iter().map(|place| place.word(ZoneId::ALL, ZoneId::as_str)).collect()
}

fn rows<'n>(case: &Fields<'n>, name: &'static str, most: usize) -> Result<Vec<Place<'n>>, CaseError> {
    Ok(case.take(name).map(|place| place.list(most)).transpose()?.unwrap_or_default())
}

pub(super) fn read_medicines(reading: &Reading<'_>, case: &Fields<'_>) -> Result<Vec<Medicine>, CaseError> {
    let read = |place: &Place<'_>| {
        let fields = place.fields(&["name", "ended_on", "prescribed"])?;
        Ok(Medicine {
            name: fields.require("name").id(reading.protocol.medicines.keys())?,
            ended_on: fields.take("ended_on").map(|place| place.partial_date(reading.today)).transpose()?,
            is_prescribed: fields.take("prescribed").map_or(Ok(false), |place| place.flag())?,
        })
    };
    rows(case, "medicines", limits::MEDICINES)?.iter().map(read).collect()
}

pub(super) fn read_measures(reading: &Reading<'_>, case: &Fields<'_>) -> Result<Vec<Measure>, CaseError> {
    let read = |place: &Place<'_>| {
        let fields = place.fields(&["kind", "value", "unit", "on"])?;
        let kind = fields.require("kind").word(MeasureKind::ALL, MeasureKind::as_str)?;
        let units = reading.protocol.measures.get(&kind).map(|row| row.units.as_slice()).unwrap_or_default();
        let value = fields.require("value").zero_or_more()?;
        let place = fields.require("unit");
        let names: Vec<&str> = units.iter().map(|unit| unit.name.as_str()).collect();
        let unit = place.text(limits::LETTERS).ok().and_then(|name| units.iter().find(|unit| unit.name == name));
        let unit = unit.ok_or_else(|| place.refuse(names.join(", ")))?;
        Ok(Measure { kind, value: in_first_unit(value, unit), on: fields.require("on").past_date(reading.today)? })
    };
    rows(case, "measures", limits::MEASURES)?.iter().map(read).collect()
}

/// The value in the first unit of its kind, exact but for a last rounding of the millionth.
pub(crate) fn in_first_unit(value: Decimal, unit: &UnitRow) -> Decimal {
    let top = value.millionths() - unit.minus.unwrap_or(Decimal::ZERO).millionths();
    let bottom = unit.divide_by.unwrap_or(Decimal::whole(1)).millionths();
    let places = if unit.whole { 0 } else { 6 };
    let rounded = Ratio::new(top, bottom).and_then(|ratio| ratio.rounded(places));
    rounded.and_then(|rounded| rounded.to_string().parse().ok()).unwrap_or(value)
}

pub(super) fn read_history(reading: &Reading<'_>, case: &Fields<'_>) -> Result<Option<Vec<PastProcedure>>, CaseError> {
    let Some(place) = case.take("history") else { return Ok(None) };
    place.list(limits::HISTORY)?.iter().map(|place| read_past(reading, place)).collect::<Result<_, _>>().map(Some)
}

fn read_past(reading: &Reading<'_>, place: &Place<'_>) -> Result<PastProcedure, CaseError> {
    let kind = kind_of(place)?;
    let fields = place.fields(match kind {
        PastKind::Peel => &["kind", "on", "zones", "class"],
        PastKind::Filler => &["kind", "on", "zones", "material"],
        PastKind::Mn | PastKind::Rf => &["kind", "on", "zones", "depth_mm"],
        PastKind::Prp
        | PastKind::TcaCross
        | PastKind::Microderm
        | PastKind::LaserNa
        | PastKind::LaserAb
        | PastKind::LaserHair
        | PastKind::Toxin
        | PastKind::Surgery => &["kind", "on", "zones"],
    })?;
    let on = fields.take("on").map(|place| place.partial_date(reading.today)).transpose()?;
    let zones = read_zones(fields.take("zones"))?;
    let mut past = PastProcedure { kind, on, zones, peel_class: None, material: FillerMaterial::Ha, depth_um: None };
    match kind {
        PastKind::Peel => {
            past.peel_class = Some(fields.require("class").word(PeelClass::ALL, PeelClass::as_str)?);
        }
        PastKind::Filler => {
            if let Some(place) = fields.take("material") {
                past.material = place.word(FillerMaterial::ALL, FillerMaterial::as_str)?;
            }
        }
        PastKind::Mn | PastKind::Rf => {
            let read = |place: Place<'_>| place.depth_um(1, limits::DEEPEST_UM);
            past.depth_um = fields.take("depth_mm").map(read).transpose()?;
        }
        PastKind::Prp
        | PastKind::TcaCross
        | PastKind::Microderm
        | PastKind::LaserNa
        | PastKind::LaserAb
        | PastKind::LaserHair
        | PastKind::Toxin
        | PastKind::Surgery => {}
    }
    Ok(past)
}

fn kind_of(place: &Place<'_>) -> Result<PastKind, CaseError> {
    place.any_fields()?.require("kind").word(PastKind::ALL, PastKind::as_str)
}

pub(super) fn read_symptoms(reading: &Reading<'_>, case: &Fields<'_>) -> Result<Vec<Symptom>, CaseError> {
    let read = |place: &Place<'_>| {
        let fields = place.fields(&["symptom", "hours_after"])?;
        Ok(Symptom {
            name: fields.require("symptom").id(reading.protocol.symptoms.iter())?,
            hours_after: fields.require("hours_after").zero_or_more()?,
        })
    };
    rows(case, "symptoms", limits::SYMPTOMS)?.iter().map(read).collect()
}

pub(super) fn read_items(case: &Fields<'_>) -> Result<Vec<String>, CaseError> {
    let read = |place: &Place<'_>| place.fields(&["text"])?.require("text").text(limits::CODE_LETTERS);
    rows(case, "items", limits::ITEMS)?.iter().map(read).collect()
}
