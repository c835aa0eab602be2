//! Any client: answers, medicines, values, history, symptoms, items, settings.

use std::collections::BTreeMap;

use care::Protocol;
use care::case::{
    Answer, Case, ClientFacts, Component, Measure, Medicine, PastProcedure, Plan, Policy, Practitioner, Symptom, Work,
};
use care::decimal::Decimal;
use care::ids::{ComponentId, MedicineName, QuestionId, RuleId, SymptomName, WaitId};
use care::protocol::Allowed;
use care::vocabulary::{
    AllergyClass, AnswerState, FillerMaterial, IsotretinoinPolicy, Jurisdiction, MeasureKind, PastKind, PeelClass, Sex,
};
use care::zones::ZoneId;
use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use crate::any_plan::{any_needling, any_work};

/// One medicine of every question that medicines answer, and what is special about some.
pub(crate) const MEDICINES: [(&str, &str); 12] = [
    ("aspirin", "ci.antiplatelet"),
    ("ibuprofen", "ci.nsaid"),
    ("clopidogrel", "ci.antiplatelet"),
    ("warfarin", "ci.anticoagulant"),
    ("apixaban", "ci.anticoagulant"),
    ("dapsone", "ci.methb_drugs"),
    ("amiodarone", "ci.antiarrhythmic"),
    ("isotretinoin", "ci.isotretinoin_past"),
    ("prednisolone", "ci.steroid_sys"),
    ("methotrexate", "ci.immunosup"),
    ("tretinoin", "ci.retinoid_topical"),
    ("doxycycline", "ci.peel_photosens_drug"),
];

const SYMPTOMS: [&str; 12] = [
    "collapse",
    "mouth_numbness",
    "pus",
    "increasing_pain",
    "swelling",
    "eye_closing",
    "itchy_rash",
    "nodule",
    "darkening",
    "redness",
    "numbness",
    "sharps_injury",
];

const ITEMS: [&str; 6] = [
    "(01)09521234543213(17)271120(10)A1",
    "(01)09521234543213(17)261119(10)A1",
    "(01)09521234543213(17)271120",
    "(01)09521234543214",
    "+H123",
    "needles",
];

const PROTOCOLS: [&str; 3] = ["cb.mn_peel_vs", "cb.mn_peel_s", "cb.mn_tca_prx"];

const INGREDIENTS: [&str; 4] = ["lactic", "glycolic", "hyaluronic_acid", "growth_factor"];

pub(crate) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 20).unwrap_or_default()
}

pub(crate) fn days_ago(days: u64) -> NaiveDate {
    today() - Days::new(days)
}

pub(crate) fn question_ids() -> Vec<QuestionId> {
    Protocol::shipped().questions().map(|question| QuestionId::from(question.id())).collect()
}

/// Every wait with the days a clinic may choose from.
fn waits() -> Vec<(WaitId, u32, u32)> {
    let range = |setting: care::protocol::Setting<'_>| match setting.allowed {
        Allowed::Range { from, to, .. } if setting.id.starts_with("w.") => Some((WaitId::from(setting.id), from, to)),
        Allowed::Range { .. } | Allowed::OneOf(_) => None,
    };
    Protocol::shipped().settings().into_iter().filter_map(range).collect()
}

/// A whole number as it would have been written.
pub(crate) fn number(number: u32) -> Decimal {
    Decimal::whole(number)
}

prop_compose! {
    pub(crate) fn any_answer()(
        state in prop::sample::select(AnswerState::ALL),
        ended_days_ago in prop::option::of(0_u64..400),
        zones in prop::collection::vec(prop::sample::select(ZoneId::ALL), 0..3),
        active in prop::option::of(any::<bool>()),
        allergy_class in prop::option::of(prop::sample::select(AllergyClass::ALL)),
        ingredients in prop::option::of(prop::collection::vec(prop::sample::select(&INGREDIENTS), 0..3)),
    ) -> Answer {
        Answer {
            state,
            ended_on: ended_days_ago.map(days_ago),
            zones,
            active,
            allergy_class,
            ingredients: ingredients.map(|list| list.into_iter().map(str::to_owned).collect()),
        }
    }
}

prop_compose! {
    pub(crate) fn any_medicine()(
        (name, _) in prop::sample::select(&MEDICINES),
        ended_days_ago in prop::option::of(0_u64..200),
        is_prescribed in any::<bool>(),
    ) -> Medicine {
        Medicine { name: MedicineName::from(name), ended_on: ended_days_ago.map(days_ago), is_prescribed }
    }
}

prop_compose! {
    pub(crate) fn any_measure()(
        kind in prop::sample::select(MeasureKind::ALL),
        value in 1_u32..200,
        on_days_ago in 0_u64..120,
    ) -> Measure {
        Measure { kind, value: number(value), on: days_ago(on_days_ago) }
    }
}

prop_compose! {
    /// A procedure of the past with its day.
    pub(crate) fn dated_past()(
        kind in prop::sample::select(PastKind::ALL),
        on_days_ago in 0_u64..300,
        zones in prop::collection::vec(prop::sample::select(ZoneId::ALL), 0..3),
        class in prop::sample::select(PeelClass::ALL),
        material in prop::sample::select(FillerMaterial::ALL),
        depth_um in prop::option::of(1_u32..4000),
    ) -> PastProcedure {
        let peel_class = (kind == PastKind::Peel).then_some(class);
        PastProcedure { kind, on: Some(days_ago(on_days_ago)), zones, peel_class, material, depth_um }
    }
}

fn any_past() -> impl Strategy<Value = PastProcedure> {
    (dated_past(), prop::bool::weighted(0.9))
        .prop_map(|(past, is_dated)| PastProcedure { on: past.on.filter(|_| is_dated), ..past })
}

prop_compose! {
    pub(crate) fn any_symptom()(name in prop::sample::select(&SYMPTOMS), hours in 0_u32..400) -> Symptom {
        Symptom { name: SymptomName::from(name), hours_after: number(hours) }
    }
}

prop_compose! {
    /// A wait with days a clinic may choose for it.
    pub(crate) fn any_days()((wait, from, to) in prop::sample::select(waits()), share in 0_u32..=100) -> (WaitId, u32) {
        (wait, from + (to - from) * share / 100)
    }
}

prop_compose! {
    fn any_policy()(
        days in prop::collection::vec(any_days(), 0..4),
        isotretinoin in prop::sample::select(IsotretinoinPolicy::ALL),
        min_age in 16_u32..=18,
    ) -> Policy {
        Policy { days: days.into_iter().collect(), isotretinoin, min_age, ..Protocol::shipped().default_policy() }
    }
}

prop_compose! {
    fn any_client()(
        born_years_ago in 10_u64..90,
        sex in prop::sample::select(Sex::ALL),
        fitzpatrick in prop::option::of(1_u8..=6),
        weight_kg in prop::option::of(40_u32..150),
    ) -> ClientFacts {
        ClientFacts { born_on: days_ago(born_years_ago * 366), sex, fitzpatrick, weight_kg: weight_kg.map(number) }
    }
}

prop_compose! {
    fn any_plan()(
        works in prop::collection::vec(any_work(), 1..5),
        visit_in_days in 0_u64..20,
        ends_at_hour in prop::option::of(8_u32..20),
        protocols in prop::collection::vec(prop::sample::select(&PROTOCOLS), 0..3),
    ) -> Plan {
        let component =
            |(index, work): (usize, Work)| Component { id: ComponentId::from(format!("part-{index}")), work };
        let visit_on = today() + Days::new(visit_in_days);
        Plan {
            visit_on,
            session_ends_at: ends_at_hour.and_then(|hour| visit_on.and_hms_opt(hour, 0, 0)),
            protocols: protocols.into_iter().map(RuleId::from).collect(),
            components: works.into_iter().enumerate().map(component).collect(),
        }
    }
}

prop_compose! {
    /// What a client says and brings.
    fn any_story()(
        answers in prop::collection::btree_map(prop::sample::select(question_ids()), any_answer(), 0..12),
        medicines in prop::collection::vec(any_medicine(), 0..3),
        measures in prop::collection::vec(any_measure(), 0..4),
        history in prop::option::weighted(0.9, prop::collection::vec(any_past(), 0..4)),
        symptoms in prop::collection::vec(any_symptom(), 0..2),
        items in prop::collection::vec(prop::sample::select(&ITEMS), 0..2),
    ) -> Story {
        Story { answers, medicines, measures, history, symptoms, items: items.into_iter().map(str::to_owned).collect() }
    }
}

#[derive(Debug, Clone)]
struct Story {
    answers: BTreeMap<QuestionId, Answer>,
    medicines: Vec<Medicine>,
    measures: Vec<Measure>,
    history: Option<Vec<PastProcedure>>,
    symptoms: Vec<Symptom>,
    items: Vec<String>,
}

prop_compose! {
    fn wild_case()(
        story in any_story(),
        plan in any_plan(),
        client in any_client(),
        policy in any_policy(),
        jurisdiction in prop::sample::select(Jurisdiction::ALL),
        other_answers in prop::sample::select(&[AnswerState::No, AnswerState::No, AnswerState::Unknown][..]),
        practitioner in (any::<bool>(), 0_u32..=4000),
        screened_days_ago in 0_u64..170,
    ) -> Case {
        Case {
            today: today(),
            jurisdiction,
            policy,
            practitioner: Practitioner { may_sign_off: practitioner.0, max_depth_um: practitioner.1 },
            client,
            screened_on: days_ago(screened_days_ago),
            other_answers,
            answers: story.answers,
            medicines: story.medicines,
            measures: story.measures,
            history: story.history,
            symptoms: story.symptoms,
            items: story.items,
            plan,
        }
    }
}

/// A case with little in the way, so that one fact more or less shows: a grown client who has answered everything,
/// and procedures of the last weeks.
fn calm_case() -> impl Strategy<Value = Case> {
    (wild_case(), prop::collection::vec(dated_past(), 0..3), 0_u64..50).prop_map(|(case, history, days)| {
        let recent = |past: PastProcedure| PastProcedure { on: past.on.map(|on| on.max(days_ago(days))), ..past };
        let said = case.answers.into_iter().filter(|(_, answer)| answer.state != AnswerState::Unknown).take(2);
        Case {
            answers: said.collect(),
            other_answers: AnswerState::No,
            history: Some(history.into_iter().map(recent).collect()),
            medicines: case.medicines.into_iter().take(1).collect(),
            symptoms: Vec::new(),
            client: ClientFacts { born_on: days_ago(34 * 366), fitzpatrick: Some(2), ..case.client },
            practitioner: Practitioner { may_sign_off: true, max_depth_um: 4000 },
            plan: Plan {
                visit_on: today(),
                components: case.plan.components.into_iter().take(2).collect(),
                ..case.plan
            },
            ..case
        }
    })
}

/// A calm case with one needling, of skin that was needled some weeks ago.
fn needled_again() -> impl Strategy<Value = Case> {
    (calm_case(), any_needling(), 20_u64..50, prop::option::of(1_u32..2500)).prop_map(
        |(case, needling, days, depth_um)| {
            let past = PastProcedure {
                kind: PastKind::Mn,
                on: Some(days_ago(days)),
                zones: Vec::new(),
                peel_class: None,
                material: FillerMaterial::Ha,
                depth_um,
            };
            let components = vec![Component { id: ComponentId::from("mn"), work: Work::Mn(needling) }];
            Case { history: Some(vec![past]), plan: Plan { components, ..case.plan }, ..case }
        },
    )
}

pub(crate) fn any_case() -> impl Strategy<Value = Case> {
    prop_oneof![wild_case(), calm_case(), needled_again()]
}
