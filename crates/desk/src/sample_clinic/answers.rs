//! What clients answer: most say no to everything, some carry a yes through the years, a few must not be treated today.

use std::collections::BTreeMap;

use care::record::{Answer, Client, Medicine, PastProcedure};
use care::vocabulary::AnswerState;
use chrono::Duration;

use super::dice::Dice;
use crate::seat::Seat;

/// What stays with a client from visit to visit.
#[derive(Debug, Clone)]
pub(super) struct Health {
    /// Questions with a standing yes.
    yes: Vec<&'static str>,
    /// Medicines taken.
    pub(super) medicines: Vec<Medicine>,
    /// Something done elsewhere, long ago.
    pub(super) history: Vec<PastProcedure>,
}

const STANDING: [(u16, &str); 5] = [
    (70, "ci.hsv_history"),
    (60, "ci.smoking"),
    (25, "ci.needle_syncope"),
    (20, "ci.keloid_family"),
    (15, "ci.dermatitis_remote"),
];
const MEDICINES: [&str; 6] =
    ["Levothyroxine", "Combined pill", "Cetirizine", "Sertraline", "Vitamin D", "Salbutamol inhaler"];
/// What keeps somebody from being treated today.
const STOPS: [&str; 3] = ["ci.hsv_active", "ci.infection_active", "ci.fever"];

impl Health {
    /// Throws what a client brings along.
    pub(super) fn thrown(dice: &mut Dice, long_ago: chrono::NaiveDate) -> Self {
        let yes =
            STANDING.iter().filter(|(times, _)| dice.in_thousand(*times)).map(|(_, question)| *question).collect();
        let medicine = dice.in_thousand(220).then(|| dice.pick(&MEDICINES)).flatten();
        let medicines = medicine.map(|name| Medicine {
            name: (*name).to_owned(),
            ended_on: None,
            is_prescribed: !matches!(*name, "Cetirizine" | "Vitamin D"),
        });
        let done_on = long_ago - Duration::days(dice.between(200, 900));
        let history = dice.in_thousand(120).then(|| PastProcedure {
            kind: if dice.in_thousand(600) { "toxin" } else { "laser_hair" }.to_owned(),
            done_on: Some(done_on.format("%Y-%m").to_string()),
            zones: Vec::new(),
            peel_class: None,
            material: None,
            depth_um: None,
        });
        Self { yes, medicines: medicines.into_iter().collect(), history: history.into_iter().collect() }
    }
}

/// What must be put off today, once in fifty visits.
pub(super) fn stop_of_today(dice: &mut Dice) -> Option<&'static str> {
    dice.in_thousand(20).then(|| dice.pick(&STOPS).copied()).flatten()
}

/// Every question put today. Where a whole questionnaire still holds, only the questions of the day are put again.
pub(super) fn answers(
    seat: &Seat<'_>,
    client: &Client,
    health: &Health,
    earlier: Option<&BTreeMap<String, Answer>>,
    stop: Option<&str>,
) -> BTreeMap<String, Answer> {
    let mut answers = earlier.cloned().unwrap_or_default();
    for question in seat.protocol().questions().filter(|question| question.is_asked_of(client.sex)) {
        if earlier.is_some() && !question.is_same_day() {
            continue;
        }
        let is_yes = health.yes.contains(&question.id()) || stop == Some(question.id());
        answers.insert(question.id().to_owned(), answer(seat, if is_yes { AnswerState::Yes } else { AnswerState::No }));
    }
    answers
}

fn answer(seat: &Seat<'_>, state: AnswerState) -> Answer {
    Answer {
        state,
        ended_on: None,
        zones: Vec::new(),
        active: None,
        allergy_class: None,
        ingredients: Vec::new(),
        asked_by: seat.user().id,
        asked_at: seat.now(),
    }
}
