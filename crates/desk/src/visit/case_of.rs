//! The rule engine's case, made from the record.
//!
//! Sides stay behind: a zone is given once, with its deepest planned depth. A medicine the rules do not know is
//! left out here and shown beside the verdict, never refused in the record.

use std::collections::BTreeMap;

use care::case::{
    Anaesthetic, Answer as CaseAnswer, Case, ClientFacts, Component as CasePart, Device, Led, Measure as CaseMeasure,
    Medicine as CaseMedicine, NeedledZone, Needling, PastProcedure as CaseProcedure, Peel, Plan, Plasma, Practitioner,
    Serum, Work,
};
use care::decimal::Decimal;
use care::ids::{ComponentId, IndicationId, MedicineName, QuestionId};
use care::protocol::{InForce, Protocol};
use care::record::{
    Answer, Client, Clinic, Component, Measure, Medicine, Microneedling, PastProcedure, PlannedZone, Treatment, User,
};
use care::vocabulary::{AllergyClass, AnswerState, FillerMaterial, MeasureKind, PastKind, PeelClass};
use care::zones::ZoneId;
use chrono::{Datelike, Months, NaiveDate, NaiveDateTime};

/// What the case is made of.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Facts<'a> {
    /// Day in the clinic.
    pub(crate) today: NaiveDate,
    /// Day of the visit.
    pub(crate) visit_on: NaiveDate,
    /// The clinic.
    pub(crate) clinic: &'a Clinic,
    /// Who treats.
    pub(crate) practitioner: &'a User,
    /// Who is treated.
    pub(crate) client: &'a Client,
    /// Day of the newest whole questionnaire.
    pub(crate) screened_on: NaiveDate,
    /// The rules in force.
    pub(crate) rules: &'a InForce,
    /// Answers that stand today.
    pub(crate) answers: &'a BTreeMap<String, Answer>,
    /// Medicines.
    pub(crate) medicines: &'a [Medicine],
    /// Blood values.
    pub(crate) measures: &'a [Measure],
    /// Procedures elsewhere; `None` while nobody asked.
    pub(crate) history: Option<&'a [PastProcedure]>,
    /// Signed visits in this clinic, as past procedures.
    pub(crate) earlier_here: &'a [PastProcedure],
    /// The plan.
    pub(crate) components: &'a [Component],
    /// Local end of the treatment, once it is known.
    pub(crate) finished_at: Option<NaiveDateTime>,
}

/// Makes the case.
pub(crate) fn case_of(facts: &Facts<'_>, protocol: &Protocol) -> Case {
    Case {
        today: facts.today,
        jurisdiction: facts.clinic.jurisdiction,
        policy: facts.rules.policy.clone(),
        practitioner: Practitioner {
            may_sign_off: facts.practitioner.may_sign_off(),
            max_depth_um: u32::from(facts.practitioner.max_depth_um),
        },
        client: ClientFacts {
            born_on: facts.client.born_on,
            sex: facts.client.sex,
            fitzpatrick: facts.client.fitzpatrick,
            weight_kg: None,
        },
        screened_on: facts.screened_on,
        other_answers: AnswerState::Unknown,
        answers: answers(facts),
        medicines: facts
            .medicines
            .iter()
            .filter_map(|medicine| known_medicine(medicine, facts.today, protocol))
            .collect(),
        measures: facts.measures.iter().filter_map(|row| measure(row, protocol)).collect(),
        history: history(facts),
        symptoms: Vec::new(),
        items: Vec::new(),
        plan: Plan {
            visit_on: facts.visit_on,
            session_ends_at: facts.finished_at,
            protocols: facts.rules.written_protocols.clone(),
            components: facts.components.iter().filter(|part| is_whole(part)).map(part).collect(),
        },
    }
}

/// Whether the rules know this medicine by its name.
pub(crate) fn is_known_medicine(name: &str, protocol: &Protocol) -> bool {
    protocol.knows_medicine(&medicine_name(name))
}

/// The last day a date or a month can mean, never after `today`; `None` if it is neither.
pub(crate) fn partial_day(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    if let Ok(day) = text.parse::<NaiveDate>() {
        return Some(day);
    }
    let first: NaiveDate = format!("{text}-01").parse().ok()?;
    let last = first.checked_add_months(Months::new(1))?.pred_opt()?;
    Some(if (first.year(), first.month()) == (today.year(), today.month()) { last.min(today) } else { last })
}

/// How deep a peel reaches, by the rules' own table.
pub(crate) fn class_of_peel(peel: &care::record::Peel, protocol: &Protocol) -> PeelClass {
    protocol.class_of_peel(
        peel.agent,
        peel.strength_milli_percent.and_then(decimal_of_thousandths),
        peel.n_layers.map_or(1, u32::from),
    )
}

fn answers(facts: &Facts<'_>) -> BTreeMap<QuestionId, CaseAnswer> {
    facts
        .answers
        .iter()
        .map(|(question, answer)| {
            let read = CaseAnswer {
                state: answer.state,
                ended_on: answer.ended_on.as_deref().and_then(|text| partial_day(text, facts.today)),
                zones: answer.zones.clone(),
                active: answer.active,
                allergy_class: answer.allergy_class.as_deref().and_then(AllergyClass::from_word),
                ingredients: (!answer.ingredients.is_empty()).then(|| answer.ingredients.clone()),
            };
            (QuestionId::from(question.as_str()), read)
        })
        .collect()
}

fn medicine_name(name: &str) -> MedicineName {
    MedicineName::from(name.trim().to_lowercase().replace([' ', '-'], "_"))
}

fn known_medicine(medicine: &Medicine, today: NaiveDate, protocol: &Protocol) -> Option<CaseMedicine> {
    let name = medicine_name(&medicine.name);
    protocol.knows_medicine(&name).then(|| CaseMedicine {
        name,
        ended_on: medicine.ended_on.as_deref().and_then(|text| partial_day(text, today)),
        is_prescribed: medicine.is_prescribed,
    })
}

/// Whether the rules can read a blood value: a kind and a unit they know.
pub(crate) fn is_readable_measure(row: &Measure, protocol: &Protocol) -> bool {
    measure(row, protocol).is_some()
}

fn measure(measure: &Measure, protocol: &Protocol) -> Option<CaseMeasure> {
    let kind = MeasureKind::from_word(&measure.kind)?;
    let written: Decimal = thousandths_as_text(measure.value_milli).parse().ok()?;
    Some(CaseMeasure {
        kind,
        value: protocol.measure_in_own_unit(kind, written, &measure.unit)?,
        on: measure.measured_on,
    })
}

fn thousandths_as_text(value_milli: i64) -> String {
    let sign = if value_milli < 0 { "-" } else { "" };
    format!("{sign}{}.{:03}", value_milli.unsigned_abs() / 1000, value_milli.unsigned_abs() % 1000)
}

fn history(facts: &Facts<'_>) -> Option<Vec<CaseProcedure>> {
    let elsewhere = facts.history?;
    Some(elsewhere.iter().chain(facts.earlier_here).filter_map(|event| past_procedure(event, facts.today)).collect())
}

fn past_procedure(event: &PastProcedure, today: NaiveDate) -> Option<CaseProcedure> {
    Some(CaseProcedure {
        kind: PastKind::from_word(&event.kind)?,
        on: event.done_on.as_deref().and_then(|text| partial_day(text, today)),
        zones: event.zones.clone(),
        peel_class: event.peel_class.as_deref().and_then(PeelClass::from_word),
        material: event.material.as_deref().and_then(FillerMaterial::from_word).unwrap_or(FillerMaterial::Ha),
        depth_um: event.depth_um.map(u32::from),
    })
}

/// A part that is still being written has no zone, or a needled zone without a depth: it cannot be judged yet.
pub(crate) fn is_whole(component: &Component) -> bool {
    let is_needled = matches!(component.treatment, Treatment::Mn(_) | Treatment::Rf(_));
    !component.zones.is_empty() && component.zones.iter().all(|zone| !is_needled || zone.depth_um.is_some())
}

fn part(component: &Component) -> CasePart {
    CasePart { id: ComponentId::from(component.id.as_str()), work: work(component) }
}

fn work(component: &Component) -> Work {
    let zones = zones(&component.zones);
    match &component.treatment {
        Treatment::Mn(needling) => Work::Mn(needled(needling, &component.zones)),
        Treatment::Rf(needling) => Work::Rf(needled(needling, &component.zones)),
        Treatment::Prp(_) => Work::Prp(Plasma { zones, preparation: None }),
        Treatment::Peel(peel) => Work::Peel(Peel {
            zones,
            agent: peel.agent,
            percent: peel.strength_milli_percent.and_then(decimal_of_thousandths),
            ph: None,
            n_layers: peel.n_layers.map_or(1, u32::from),
            minutes: peel.contact_s.and_then(minutes_of_seconds),
            frosting: None,
            lot: None,
            expires_on: None,
        }),
        Treatment::Serum(serum) => Work::Serum(Serum {
            zones,
            substance: serum.substance,
            is_sterile: serum.is_sterile,
            is_single_use: serum.is_single_use,
            is_in_device_ifu: serum.is_in_device_ifu,
            origin: serum.origin,
            is_prescriber_authorised: serum.is_prescriber_authorised,
            lot: serum.lot.as_ref().map(|lot| lot.lot.clone()),
            expires_on: serum.lot.as_ref().and_then(|lot| lot.expires_on),
            timing: Some(serum.timing),
            percent: None,
            ph: None,
            contains: Vec::new(),
        }),
        Treatment::Ta(cream) => Work::Ta(Anaesthetic {
            zones,
            product: cream.product,
            grams: decimal_of_thousandths(cream.amount_mg).unwrap_or(Decimal::ZERO),
            area_cm2: Decimal::whole(u32::from(cream.area_cm2)),
            minutes: Decimal::whole(u32::from(cream.minutes)),
            is_occluded: cream.is_occluded,
            is_prescription: cream.is_prescription,
            is_heated: false,
            lot: None,
            expires_on: None,
            agents: BTreeMap::new(),
        }),
        Treatment::Led(light) => Work::Led(Led {
            zones,
            minutes: Decimal::whole(u32::from(light.minutes)),
            has_eye_shield: light.has_eye_shield,
        }),
    }
}

fn needled(needling: &Microneedling, planned: &[PlannedZone]) -> Needling {
    let mut zones: Vec<NeedledZone> = Vec::new();
    for zone in planned {
        let depth_um = u32::from(zone.depth_um.unwrap_or(0));
        let indication = IndicationId::from(zone.indication.as_deref().unwrap_or(&needling.indication));
        match zones.iter_mut().find(|known| known.zone == zone.zone) {
            Some(known) => known.depth_um = known.depth_um.max(depth_um),
            None => zones.push(NeedledZone { zone: zone.zone, depth_um, indication }),
        }
    }
    Needling {
        device: Device {
            label_max_um: u32::from(needling.device.label_max_um),
            label_max_um_by_zone: BTreeMap::new(),
            needle: needling.device.needle,
            label_fitzpatrick: None,
            label_indications: None,
        },
        n_sessions: needling.n_sessions.map(u32::from),
        zones,
    }
}

/// Zones without their sides, each once, in plan order.
fn zones(planned: &[PlannedZone]) -> Vec<ZoneId> {
    let mut zones = Vec::new();
    for zone in planned {
        if !zones.contains(&zone.zone) {
            zones.push(zone.zone);
        }
    }
    zones
}

fn decimal_of_thousandths(thousandths: u32) -> Option<Decimal> {
    thousandths_as_text(i64::from(thousandths)).parse().ok()
}

fn minutes_of_seconds(seconds: u16) -> Option<Decimal> {
    let thousandths = u32::from(seconds) * 1000 / 60;
    decimal_of_thousandths(thousandths)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_month_means_its_last_day() {
        assert_eq!(partial_day("2026-02", day("2026-11-20")), Some(day("2026-02-28")), "the later day waits longer");
    }

    #[test]
    fn this_month_means_no_later_than_today() {
        assert_eq!(partial_day("2026-11", day("2026-11-20")), Some(day("2026-11-20")), "nothing was done tomorrow");
    }

    #[test]
    fn words_are_no_day() {
        assert_eq!(partial_day("last spring", day("2026-11-20")), None, "a date is never made up");
    }

    #[test]
    fn two_cheeks_are_one_zone_with_the_deeper_needle() {
        use care::zones::Side;
        let side =
            |side, depth| PlannedZone { zone: ZoneId::CheekMedial, side, depth_um: Some(depth), indication: None };
        let device = care::record::Device { name: "Pen".to_owned(), label_max_um: 2500, needle: None };
        let needling = Microneedling { device, indication: "ind.texture".to_owned(), n_sessions: None };
        let zones = needled(&needling, &[side(Side::Left, 1000), side(Side::Right, 1500)]).zones;
        assert_eq!(zones.len(), 1, "the engine looks at the zone only");
        assert_eq!(zones.first().map(|zone| zone.depth_um), Some(1500), "the deeper side is the one that is judged");
    }
}
