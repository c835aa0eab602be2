//! A made-up clinic of any size, to try the program with and to measure it on. Nobody in it exists.
//!
//! It is lived through in order of time, by the functions that make a real visit's records and past the gates that
//! stop a real visit, and written through the one door for writing. The same seed on the same day gives the same
//! records byte for byte; what differs from one making to the next is what keeps a vault safe: its keys, the salts of
//! its journal, and its own id.

mod answers;
mod consenting;
mod deed;
mod dice;
mod people;
mod plans;
mod timeline;
mod treating;
mod visit;
mod write;

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use care::record::{Appointment, AppointmentId, ClientId, ClinicId, PaperSize, Role, UserId};
use care::vocabulary::Jurisdiction;
use chrono::{DateTime, Duration, NaiveDate, NaiveTime, Utc};
use store::Password;

use self::answers::Health;
use self::deed::{Deed, Step};
use self::dice::Dice;
use self::people::{Names, person};
use self::plans::Wish;
use self::timeline::{Arrival, arrivals, opened_on};
use self::visit::{Life, Occasion};
use self::write::Ledger;
use crate::cases::fields::Checker;
use crate::cases::session::{NewIds, first_clinic, first_user, found_vault, refuse_second_vault};
use crate::clock::Calendar;
use crate::desk::{Desk, Open};
use crate::failure::{Failure, FieldProblem, WrongField};
use crate::seat::Seat;
use crate::wire::{ClinicFields, FailureView, PractitionerFields};

/// What a made-up clinic is to hold.
#[derive(Debug, Clone)]
pub struct SampleOrder {
    /// Clients, at most 999 999: numbers have six digits.
    pub n_clients: u32,
    /// Visits of each client, on average; at most 999 999 in all.
    pub visits_per_client: u32,
    /// The newest visits whose signed consent is filed as a PDF.
    pub n_documents: u32,
    /// The same seed on the same day makes the same clinic.
    pub seed: u64,
    /// Password of its first user.
    pub password: String,
}

/// How far the making has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SampleProgress {
    /// Visits lived through.
    pub n_done: u64,
    /// Visits in all.
    pub n_total: u64,
}

/// What was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SampleMade {
    /// Clients written down.
    pub n_clients: u32,
    /// Visits started; some were put off or refused.
    pub n_visits: u32,
    /// Visits signed.
    pub n_signed: u32,
    /// Papers filed.
    pub n_documents: u32,
    /// Entries of the journal.
    pub n_entries: u64,
}

/// The most clients and the most visits: numbers have six digits.
const MOST_NUMBERED: u64 = 999_999;
/// The zone of the made-up clinic, so that the computer it is made on changes nothing in it.
const ZONE: &str = "Europe/London";
/// Days that have appointments, today the first.
const DAYS_AHEAD: i64 = 14;
/// Appointments of one of those days at most.
const MOST_A_DAY: u32 = 12;
/// Streams of dice that belong to no client.
const OF_THE_CLINIC: u64 = u64::MAX;

impl Desk {
    /// Makes a vault with a made-up clinic in it, after `recovery_key_make` has shown its recovery key, and leaves it
    /// open. Only a folder without a vault is filled: made-up people never come among real ones.
    ///
    /// # Errors
    /// A [`FailureView`] as `vault_create` gives one, or where more is asked for than there are numbers.
    pub fn make_sample(
        &self,
        order: &SampleOrder,
        progress: &mut dyn FnMut(SampleProgress),
    ) -> Result<SampleMade, FailureView> {
        let made = catch_unwind(AssertUnwindSafe(|| make(self, order, progress))).unwrap_or(Err(Failure::Panicked));
        made.map_err(|failure| failure.view(self.words()))
    }
}

fn make(desk: &Desk, order: &SampleOrder, progress: &mut dyn FnMut(SampleProgress)) -> Result<SampleMade, Failure> {
    refuse_second_vault(desk)?;
    let password = check(order)?;
    let calendar = Calendar::of_zone(ZONE);
    let today = calendar.day(desk.clock().now());
    let opened_at = at(calendar, opened_on(today, order.n_clients, order.visits_per_client), 8);
    let open = found(desk, order, &password, opened_at)?;
    let mut clinic = SampleClinic::new(order, today, Names::read()?);
    let mut seat = Seat::take_at(desk, &open, Role::Practitioner, opened_at)?;
    let mut ledger = Ledger::new(&open);
    clinic.live(&mut seat, &mut ledger, progress)?;
    Ok(SampleMade {
        n_clients: clinic.n_clients,
        n_visits: clinic.n_visits,
        n_signed: ledger.n_signed,
        n_documents: ledger.n_documents,
        n_entries: seat.read(|read| read.head())?.seq,
    })
}

fn check(order: &SampleOrder) -> Result<Password, Failure> {
    let mut fields = Checker::default();
    fields.between("clients", u64::from(order.n_clients), 1, MOST_NUMBERED);
    let n_visits = u64::from(order.n_clients) * u64::from(order.visits_per_client);
    fields.between("visits-per-client", n_visits, 0, MOST_NUMBERED);
    let password = Password::chosen(&order.password, &[]);
    if let Err(problem) = &password {
        fields.wrong(WrongField::new("password", crate::failure_words::password_problem(problem)));
    }
    fields.finish()?;
    password.map_err(|_| Failure::Fields(vec![WrongField::new("password", FieldProblem::Empty)]))
}

/// The vault with the clinic and its first user, on the day the made-up clinic opened.
fn found(desk: &Desk, order: &SampleOrder, password: &Password, at: DateTime<Utc>) -> Result<Arc<Open>, Failure> {
    let mut dice = Dice::of(order.seed, OF_THE_CLINIC);
    let practitioner = PractitionerFields {
        name: "Dr. Mara Okafor".to_owned(),
        registration: "Made up 0001".to_owned(),
        max_depth_um: 2_500,
        prescribes: true,
    };
    let fields = ClinicFields {
        name: "Clinic Lumen (made up)".to_owned(),
        address: "12 Harbour Street\nEastmere".to_owned(),
        phone: "020 7946 0199".to_owned(),
        out_of_hours_phone: "020 7946 0111".to_owned(),
        jurisdiction: Jurisdiction::Gb,
        time_zone: ZONE.to_owned(),
        paper: PaperSize::A4,
        lock_after_minutes: 5,
    };
    let user = first_user(UserId(dice.id(at)), &practitioner);
    let clinic = first_clinic(ClinicId(dice.id(at)), fields);
    let ids = NewIds { vault: desk.clock().new_id(), device: desk.clock().new_id() };
    let open = found_vault(desk, &ids, password, &user, &clinic, at)?;
    desk.forget_recovery();
    Ok(open)
}

/// The made-up clinic while it is lived through.
struct SampleClinic<'a> {
    order: &'a SampleOrder,
    today: NaiveDate,
    names: Names,
    /// Clients between their first and last visit.
    lives: HashMap<u32, Life>,
    /// Everybody who is written down, in order of their numbers.
    known: Vec<ClientId>,
    n_clients: u32,
    n_visits: u32,
}

impl<'a> SampleClinic<'a> {
    fn new(order: &'a SampleOrder, today: NaiveDate, names: Names) -> Self {
        Self { order, today, names, lives: HashMap::new(), known: Vec::new(), n_clients: 0, n_visits: 0 }
    }

    /// Lives through every visit in order of time, then gives out the appointments of the coming days.
    fn live(
        &mut self,
        seat: &mut Seat<'_>,
        ledger: &mut Ledger<'_>,
        progress: &mut dyn FnMut(SampleProgress),
    ) -> Result<(), Failure> {
        let arrivals = arrivals(self.order.seed, self.today, self.order.n_clients, self.order.visits_per_client);
        let mut visits_left = vec![0_u32; usize::try_from(self.order.n_clients).unwrap_or(0)];
        for arrival in &arrivals {
            if let Some(left) = usize::try_from(arrival.client).ok().and_then(|place| visits_left.get_mut(place)) {
                *left += 1;
            }
        }
        let n_total = arrivals.len();
        let first_on_paper = n_total.saturating_sub(usize::try_from(self.order.n_documents).unwrap_or(usize::MAX));
        for (place, arrival) in arrivals.iter().enumerate() {
            let has_paper = place >= first_on_paper;
            self.receive(seat, ledger, *arrival, &visits_left, has_paper)?;
            progress(SampleProgress { n_done: place as u64 + 1, n_total: n_total as u64 });
        }
        ledger.write_all(seat)?;
        self.write_down_who_never_came(seat, ledger)?;
        self.give_appointments(seat, ledger)
    }

    fn receive(
        &mut self,
        seat: &mut Seat<'_>,
        ledger: &mut Ledger<'_>,
        arrival: Arrival,
        visits_left: &[u32],
        has_paper: bool,
    ) -> Result<(), Failure> {
        let arrived_at = seat.calendar().instant(arrival.at);
        ledger.write_until(seat, arrived_at)?;
        let mut life = match self.lives.remove(&arrival.client) {
            Some(life) => life,
            None => {
                let place = usize::try_from(arrival.client).unwrap_or(usize::MAX);
                self.meet(arrival.client, arrived_at, visits_left.get(place).copied().unwrap_or(1))
            }
        };
        self.n_visits += 1;
        let number = format!("A-{:06}", self.n_visits);
        let occasion = Occasion { arrived_at, number, has_paper, today: self.today };
        ledger.take(life.visit(seat, &occasion)?);
        life.n_left -= 1;
        if life.n_left > 0 {
            self.lives.insert(arrival.client, life);
        }
        Ok(())
    }

    /// A client nobody has seen before.
    fn meet(&mut self, client: u32, at: DateTime<Utc>, n_visits: u32) -> Life {
        let mut dice = Dice::of(self.order.seed, u64::from(client) * 2);
        let id = ClientId(dice.id(at));
        let mut person = person(&mut dice, &self.names, id, self.today);
        self.n_clients += 1;
        person.number = format!("A-{:06}", self.n_clients);
        self.known.push(id);
        let wish = Wish::thrown(&mut dice);
        let health = Health::thrown(&mut dice, at.date_naive());
        Life::new(person, wish, health, dice, n_visits.max(1))
    }

    /// Clients who are in the books and have no visit yet.
    fn write_down_who_never_came(&mut self, seat: &mut Seat<'_>, ledger: &mut Ledger<'_>) -> Result<(), Failure> {
        let evening = at(seat.calendar(), self.today - Duration::days(1), 20);
        if self.n_clients > 0 {
            return Ok(());
        }
        for client in 0..self.order.n_clients {
            let life = self.meet(client, evening, 0);
            let at = evening + Duration::milliseconds(i64::from(client));
            ledger.take(vec![Step { at, order: 0, deeds: vec![Deed::Client(Box::new(life.client))], paper: None }]);
        }
        ledger.write_all(seat)
    }

    /// Appointments of today and the days to come, for clients who are known.
    fn give_appointments(&mut self, seat: &mut Seat<'_>, ledger: &mut Ledger<'_>) -> Result<(), Failure> {
        let mut dice = Dice::of(self.order.seed, OF_THE_CLINIC - 1);
        let evening = at(seat.calendar(), self.today - Duration::days(1), 21);
        let n_a_day = MOST_A_DAY.min(self.order.n_clients.div_ceil(2));
        let mut deeds = Vec::new();
        for day in 0..DAYS_AHEAD {
            let mut guests: Vec<ClientId> = Vec::new();
            while guests.len() < usize::try_from(n_a_day).unwrap_or(0) {
                let Some(client) = dice.pick(&self.known).copied() else { break };
                if guests.contains(&client) {
                    continue;
                }
                let starts = NaiveTime::MIN + Duration::minutes(9 * 60 + 40 * i64::try_from(guests.len()).unwrap_or(0));
                guests.push(client);
                deeds.push(Deed::Appointment(Appointment {
                    id: AppointmentId(dice.id(evening)),
                    client,
                    on: self.today + Duration::days(day),
                    starts,
                    purpose: Wish::thrown(&mut dice).purpose().to_owned(),
                    is_cancelled: false,
                }));
            }
        }
        ledger.take(vec![Step { at: evening, order: 0, deeds, paper: None }]);
        ledger.write_all(seat)
    }
}

/// A full hour of a day, on the clinic's clock.
fn at(calendar: Calendar, day: NaiveDate, hour: i64) -> DateTime<Utc> {
    calendar.instant(day.and_time(NaiveTime::MIN + Duration::hours(hour)))
}

#[cfg(test)]
mod tests;
