//! When who comes: every visit of the made-up years, in the order they happened.

use chrono::{Datelike as _, Duration, NaiveDate, NaiveDateTime, NaiveTime, Weekday};

use super::dice::Dice;

/// One client at the door.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Arrival {
    /// When, on the clinic's clock.
    pub(super) at: NaiveDateTime,
    /// Which client, counted from 0.
    pub(super) client: u32,
}

/// Visits of a day while the clinic is small; it grows before its past gets longer than [`MOST_DAYS`].
const VISITS_A_DAY: u64 = 8;
const LEAST_DAYS: u64 = 400;
const MOST_DAYS: u64 = 2_500;
/// Days a whole series takes at most before today: the earliest visit is not older than this before the first day.
const SERIES_DAYS: i64 = 3_000;

/// The first day of the made-up clinic.
pub(super) fn opened_on(today: NaiveDate, n_clients: u32, visits_per_client: u32) -> NaiveDate {
    today - Duration::days(i64::try_from(span_days(n_clients, visits_per_client)).unwrap_or(0) + SERIES_DAYS)
}

fn span_days(n_clients: u32, visits_per_client: u32) -> u64 {
    (u64::from(n_clients) * u64::from(visits_per_client) / VISITS_A_DAY).clamp(LEAST_DAYS, MOST_DAYS)
}

/// Every arrival before `today`, in order: each client as often as asked on average, one more or one less.
pub(super) fn arrivals(seed: u64, today: NaiveDate, n_clients: u32, visits_per_client: u32) -> Vec<Arrival> {
    let span = i64::try_from(span_days(n_clients, visits_per_client)).unwrap_or(400);
    let mut arrivals = Vec::new();
    for client in 0..n_clients {
        let mut dice = Dice::of(seed, stream_of(client));
        // Neighbours take turns with one visit more and one less, so the sum is what was asked for.
        let n_visits = match (visits_per_client, client % 4) {
            (0, _) => 0,
            (1, _) => 1,
            (many, 1) => many - 1,
            (many, 2) => many + 1,
            (many, _) => many,
        };
        let mut day = today - Duration::days(dice.between(1, span));
        for _ in 0..n_visits {
            arrivals.push(Arrival { at: open_day(day).and_time(slot(&mut dice)), client });
            day -= Duration::days(if dice.in_thousand(150) { dice.between(200, 330) } else { dice.between(31, 56) });
        }
    }
    arrivals.sort_unstable();
    arrivals
}

/// The stream that decides when a client comes; the even ones decide everything else.
fn stream_of(client: u32) -> u64 {
    u64::from(client) * 2 + 1
}

/// Closed on Sundays: who would come then comes on the day before.
fn open_day(day: NaiveDate) -> NaiveDate {
    if day.weekday() == Weekday::Sun { day - Duration::days(1) } else { day }
}

/// A quarter of an hour between nine and a quarter to five, with a few minutes of lateness.
fn slot(dice: &mut Dice) -> NaiveTime {
    let (quarter, late) = (dice.between(0, 31), dice.between(0, 6));
    NaiveTime::MIN + Duration::minutes(9 * 60 + quarter * 15 + late)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 20).unwrap()
    }

    #[test]
    fn as_many_visits_are_made_as_were_asked_for() {
        assert_eq!(arrivals(1, today(), 100, 4).len(), 400, "four each, on average");
        assert_eq!(arrivals(1, today(), 10, 0).len(), 0, "clients without visits");
    }

    #[test]
    fn nobody_comes_before_the_clinic_opened_or_today() {
        let opened = opened_on(today(), 300, 6);
        for arrival in arrivals(3, today(), 300, 6) {
            assert!(arrival.at.date() >= opened && arrival.at.date() < today(), "{arrival:?} is in the past");
            assert_ne!(arrival.at.weekday(), Weekday::Sun, "the clinic is closed on Sundays");
        }
    }
}
