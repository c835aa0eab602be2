//! One visit, lived through as at the desk: answered, judged, consented to, charted, signed; or put off.
//!
//! The records are made by the same functions as a real visit's and pass the same gates: the rules, the initials, the
//! consent, the open points of the signature. What a gate refuses is a mistake in here and stops the whole sample.

use std::collections::BTreeSet;

use care::record::{
    Appointment, AppointmentId, Client, Consent, Screening, ScreeningId, ScreeningKind, Visit, VisitId,
};
use chrono::{DateTime, Duration, NaiveDate, Utc};

use super::answers::{Health, answers, stop_of_today};
use super::deed::{Deed, Step};
use super::dice::Dice;
use super::plans::Wish;
use crate::cases::plans::{lift_of, take_caps};
use crate::cases::visits::new_visit;
use crate::failure::Failure;
use crate::seat::Seat;
use crate::visit::{Draft, EarlierVisit, Judged, OpenVisit, needs_lift};

/// A client between their first and their last visit.
#[derive(Debug)]
pub(super) struct Life {
    /// Who.
    pub(super) client: Client,
    /// What the client comes for.
    pub(super) wish: Wish,
    /// What the client brings along.
    pub(super) health: Health,
    /// The client's own dice.
    pub(super) dice: Dice,
    /// Visits to come, this one among them.
    pub(super) n_left: u32,
    /// Whether the client is written down already.
    pub(super) is_known: bool,
    /// Signed visits, newest first.
    pub(super) earlier: Vec<EarlierVisit>,
    screening: Option<Screening>,
    /// Signed consents, without their words.
    pub(super) consents: Vec<Consent>,
}

/// What the visit is besides what the dice say.
#[derive(Debug, Clone)]
pub(super) struct Occasion {
    /// When the client came in.
    pub(super) arrived_at: DateTime<Utc>,
    /// `A-000031`.
    pub(super) number: String,
    /// Whether its consent is set on paper.
    pub(super) has_paper: bool,
    /// The day the sample ends before.
    pub(super) today: NaiveDate,
}

/// Days a whole questionnaire is good for at the desk of this clinic, well inside `p.screening_days`.
const QUESTIONS_HOLD_DAYS: i64 = 150;
/// Appointments of this many days are kept on the list.
const LISTED_DAYS: i64 = 7;

impl Life {
    /// A client who has not been here yet.
    pub(super) fn new(client: Client, wish: Wish, health: Health, dice: Dice, n_left: u32) -> Self {
        Self {
            client,
            wish,
            health,
            dice,
            n_left,
            is_known: false,
            earlier: Vec::new(),
            screening: None,
            consents: Vec::new(),
        }
    }

    /// Lives through one visit; gives what was done, step by step.
    pub(super) fn visit(&mut self, seat: &mut Seat<'_>, occasion: &Occasion) -> Result<Vec<Step>, Failure> {
        let mut steps = Vec::new();
        let mut open = self.start(seat, occasion, &mut steps);
        let stop = self.answer(seat, &mut open, &mut steps);
        self.plan(seat, &mut open, &mut steps);
        if !Judged::of(seat, &open).may_go_on() {
            put_off(seat, &open, stop, &mut steps);
            return Ok(steps);
        }
        if self.dice.in_thousand(8) {
            self.refuse(seat, &mut open, &mut steps)?;
            return Ok(steps);
        }
        self.consent(seat, &mut open, occasion, &mut steps)?;
        self.treat(seat, &mut open)?;
        self.sign(seat, open, occasion, &mut steps)?;
        Ok(steps)
    }

    fn start(&mut self, seat: &mut Seat<'_>, occasion: &Occasion, steps: &mut Vec<Step>) -> OpenVisit {
        seat.move_to(occasion.arrived_at);
        let mut deeds = Vec::new();
        if !self.is_known {
            self.is_known = true;
            deeds.push(Deed::Client(Box::new(self.client.clone())));
        }
        if seat.today() + Duration::days(LISTED_DAYS) >= occasion.today {
            deeds.push(Deed::Appointment(self.appointment(seat)));
        }
        steps.push(step(seat, deeds));
        self.pass(seat, 8, 12);
        let id = VisitId(self.dice.id(seat.now()));
        let visit = new_visit(seat, id, self.client.id, occasion.number.clone());
        steps.push(step(seat, vec![Deed::Visit(Box::new(visit.clone()), store::Act::Create)]));
        self.open(visit)
    }

    fn appointment(&mut self, seat: &Seat<'_>) -> Appointment {
        let starts = seat.local(seat.now()).time();
        Appointment {
            id: AppointmentId(self.dice.id(seat.now())),
            client: self.client.id,
            on: seat.today(),
            starts,
            purpose: self.wish.purpose().to_owned(),
            is_cancelled: false,
        }
    }

    /// The visit as the desk would read it back.
    fn open(&mut self, visit: Visit) -> OpenVisit {
        OpenVisit {
            version: 1,
            client: self.client.clone(),
            draft: Draft::default(),
            stale: BTreeSet::new(),
            screening: None,
            earlier_screening: self.screening.clone(),
            consents: Vec::new(),
            earlier_consents: self.consents.clone(),
            chart: None,
            items: Vec::new(),
            sign_off: None,
            addenda: Vec::new(),
            documents: Vec::new(),
            earlier: self.earlier.clone(),
            can_undo: false,
            can_redo: false,
            saved_at: None,
            visit,
        }
    }

    /// Puts the questions and closes them; gives what must be put off today.
    fn answer(&mut self, seat: &mut Seat<'_>, open: &mut OpenVisit, steps: &mut Vec<Step>) -> Option<&'static str> {
        self.pass(seat, 4, 9);
        let stop = stop_of_today(&mut self.dice);
        let holds = seat.today() - Duration::days(QUESTIONS_HOLD_DAYS);
        let earlier = self.screening.as_ref().filter(|earlier| earlier.screened_on >= holds);
        let closed = Screening {
            id: ScreeningId(self.dice.id(seat.now())),
            client: self.client.id,
            visit: open.visit.id,
            kind: earlier.map_or(ScreeningKind::Full, |earlier| ScreeningKind::Recheck { copied_from: earlier.id }),
            screened_on: earlier.map_or(open.visit.visit_on, |earlier| earlier.screened_on),
            answers: answers(seat, &self.client, &self.health, earlier.map(|earlier| &earlier.answers), stop),
            medicines: self.health.medicines.clone(),
            measures: Vec::new(),
            history: Some(self.health.history.clone()),
            closed_by: seat.user().id,
            closed_at: seat.now(),
        };
        open.visit.screening = Some(closed.id);
        open.screening = Some(closed.clone());
        // What was answered about today alone is no ground for the next visit's copy.
        self.screening = stop.is_none().then(|| closed.clone()).or(self.screening.take());
        let visit = Box::new(open.visit.clone());
        steps.push(step(seat, vec![Deed::Screening(Box::new(closed)), Deed::Visit(visit, store::Act::Update)]));
        stop
    }

    /// Plans the parts, takes the caps of the rules and lifts what a prescriber may lift.
    fn plan(&mut self, seat: &mut Seat<'_>, open: &mut OpenVisit, steps: &mut Vec<Step>) {
        let mut parts = self.wish.parts(&mut self.dice, seat.today());
        open.draft.components = Some(parts.clone());
        take_caps(&Judged::of(seat, open), &mut parts);
        open.draft.components = Some(parts);
        let judged = Judged::of(seat, open);
        let mut rules: Vec<_> = judged.findings().filter(|finding| needs_lift(finding)).collect();
        rules.sort_by(|one, other| one.rule.cmp(&other.rule));
        let reason = "Seen and discussed; the benefit outweighs it for this plan.";
        for spoken in rules.chunk_by(|one, other| one.rule == other.rule) {
            let Some(first) = spoken.first() else { continue };
            let lift = lift_of(seat, open, first.rule.as_str(), reason.to_owned(), spoken);
            open.draft.lifts.push(lift.clone());
            steps.push(step(seat, vec![Deed::Lift(self.client.id, open.visit.id, Box::new(lift))]));
        }
    }

    /// Time goes by, from `least` to `most` minutes.
    pub(super) fn pass(&mut self, seat: &mut Seat<'_>, least: i64, most: i64) {
        let seconds = self.dice.between(least * 60, most * 60);
        seat.move_to(seat.now() + Duration::seconds(seconds));
    }
}

/// Closes a visit without treatment.
pub(super) fn put_off(seat: &Seat<'_>, open: &OpenVisit, why: Option<&str>, steps: &mut Vec<Step>) {
    let reason = match why {
        Some("ci.hsv_active") => "Cold sore today; comes back when it has healed.",
        Some("ci.infection_active") => "Inflamed skin today; comes back when it has healed.",
        Some("ci.fever") => "Fever today; comes back when well.",
        Some(words) => words,
        None => "The rules ask to wait; a new day was agreed.",
    };
    let visit =
        Visit { not_today: Some(reason.to_owned()), components: open.components().to_vec(), ..open.visit.clone() };
    steps.push(step(seat, vec![Deed::Visit(Box::new(visit), store::Act::Close)]));
}

/// What is done now.
pub(super) fn step(seat: &Seat<'_>, deeds: Vec<Deed>) -> Step {
    Step { at: seat.now(), order: 0, deeds, paper: None }
}
