//! The one place that reads the clock and makes ids. Everything else gets both as arguments.

use std::sync::Mutex;

use chrono::{DateTime, Duration, NaiveDate, NaiveDateTime, Offset, TimeZone, Utc};
use chrono_tz::Tz;
use uuid::Uuid;

/// Where the time comes from.
#[derive(Debug)]
pub struct Clock {
    source: Source,
    ids: Mutex<()>,
}

#[derive(Debug)]
enum Source {
    System,
    /// Stands still but for a millisecond a reading, so that entries keep their order.
    Fixed(Mutex<DateTime<Utc>>),
}

impl Clock {
    /// The computer's clock.
    #[must_use]
    pub fn system() -> Self {
        Self { source: Source::System, ids: Mutex::new(()) }
    }

    /// A clock that starts at `at` and moves a millisecond each time it is read. For tests and samples.
    #[must_use]
    pub fn fixed(at: DateTime<Utc>) -> Self {
        Self { source: Source::Fixed(Mutex::new(at)), ids: Mutex::new(()) }
    }

    /// Now, in UTC.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        match &self.source {
            #[expect(clippy::disallowed_methods, reason = "this is the one place that reads the clock")]
            Source::System => Utc::now(),
            Source::Fixed(at) => {
                let mut at = at.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
                *at += Duration::milliseconds(1);
                *at
            }
        }
    }

    /// A fresh id: UUIDv7, unique and ordered on this computer.
    #[must_use]
    pub fn new_id(&self) -> Uuid {
        let _one_at_a_time = self.ids.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        #[expect(clippy::disallowed_methods, reason = "this is the one place that makes ids")]
        Uuid::now_v7()
    }
}

/// The clinic's own calendar.
#[derive(Debug, Clone, Copy)]
pub struct Calendar(Tz);

impl Calendar {
    /// The calendar of an IANA zone; UTC if the name is not one.
    #[must_use]
    pub fn of_zone(name: &str) -> Self {
        Self(name.parse().unwrap_or(Tz::UTC))
    }

    /// Whether `name` is an IANA zone.
    #[must_use]
    pub fn knows(name: &str) -> bool {
        name.parse::<Tz>().is_ok()
    }

    /// The zone this computer is set to, "Europe/London"; "UTC" if it does not say.
    #[must_use]
    pub fn zone_of_this_computer() -> String {
        iana_time_zone::get_timezone().ok().filter(|name| Self::knows(name)).unwrap_or_else(|| "UTC".to_owned())
    }

    /// The wall clock in the clinic.
    #[must_use]
    pub fn local(self, at: DateTime<Utc>) -> NaiveDateTime {
        at.with_timezone(&self.0).naive_local()
    }

    /// The day in the clinic.
    #[must_use]
    pub fn day(self, at: DateTime<Utc>) -> NaiveDate {
        self.local(at).date()
    }

    /// The instant of a wall-clock time; the earlier one where the clock is put back, the next whole hour where
    /// it is put forward.
    #[must_use]
    pub fn instant(self, local: NaiveDateTime) -> DateTime<Utc> {
        match self.0.from_local_datetime(&local) {
            chrono::LocalResult::Single(at) | chrono::LocalResult::Ambiguous(at, _) => at.with_timezone(&Utc),
            chrono::LocalResult::None => {
                let later = local + Duration::hours(1);
                self.0
                    .from_local_datetime(&later)
                    .earliest()
                    .map_or_else(|| local.and_utc(), |at| at.with_timezone(&Utc))
            }
        }
    }

    /// Seconds the clinic's clock is ahead of UTC at `at`.
    #[must_use]
    pub fn offset_s(self, at: DateTime<Utc>) -> i32 {
        self.0.offset_from_utc_datetime(&at.naive_utc()).fix().local_minus_utc()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summer_afternoon_in_london_is_an_hour_ahead_of_utc() {
        let calendar = Calendar::of_zone("Europe/London");
        let at = Utc.with_ymd_and_hms(2026, 7, 1, 14, 0, 0).single();
        let local = at.map(|at| calendar.local(at).format("%H:%M").to_string());
        assert_eq!(local.as_deref(), Some("15:00"), "British summer time is UTC+1");
    }

    #[test]
    fn a_time_that_the_clock_skips_still_has_an_instant() {
        let calendar = Calendar::of_zone("Europe/London");
        let skipped = NaiveDate::from_ymd_opt(2026, 3, 29).and_then(|day| day.and_hms_opt(1, 30, 0)).unwrap();
        let at = calendar.instant(skipped);
        assert_eq!(calendar.local(at).format("%H:%M").to_string(), "02:30", "01:30 does not exist on that night");
    }

    #[test]
    fn a_fixed_clock_never_gives_the_same_instant_twice() {
        let clock = Clock::fixed(DateTime::UNIX_EPOCH);
        assert!(clock.now() < clock.now(), "entries must keep their order");
    }
}
