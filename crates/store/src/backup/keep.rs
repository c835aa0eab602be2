//! Which backups are kept: the last hours closely, the last days and months by one each.

use chrono::{DateTime, Datelike as _, Timelike as _, Utc};

/// A working day and the night after it, for what was spoilt today.
const N_HOURS: usize = 24;
/// A month of days, for what is noticed at the end of a month.
const N_DAYS: usize = 30;
/// A year of months, for what is noticed at the yearly look through the records.
const N_MONTHS: usize = 12;

/// Which of these backups, newest first, are kept: the newest of each of the last hours, days and months in which
/// there is one. A clinic that was closed for a month loses none of them, and the newest is kept always.
pub(super) fn kept(newest_first: &[DateTime<Utc>]) -> Vec<bool> {
    let mut kept = vec![false; newest_first.len()];
    keep_newest_of_each(newest_first, hour, N_HOURS, &mut kept);
    keep_newest_of_each(newest_first, day, N_DAYS, &mut kept);
    keep_newest_of_each(newest_first, month, N_MONTHS, &mut kept);
    kept
}

fn keep_newest_of_each(
    newest_first: &[DateTime<Utc>],
    span: impl Fn(&DateTime<Utc>) -> Span,
    most: usize,
    kept: &mut [bool],
) {
    let mut seen = Vec::with_capacity(most);
    for (keep, at) in kept.iter_mut().zip(newest_first) {
        let span = span(at);
        if seen.len() < most && !seen.contains(&span) {
            seen.push(span);
            *keep = true;
        }
    }
}

/// Year, month, day and hour of UTC, as far as the span is told by them.
type Span = (i32, u32, u32, u32);

fn hour(at: &DateTime<Utc>) -> Span {
    (at.year(), at.month(), at.day(), at.hour())
}

fn day(at: &DateTime<Utc>) -> Span {
    (at.year(), at.month(), at.day(), 0)
}

fn month(at: &DateTime<Utc>) -> Span {
    (at.year(), at.month(), 0, 0)
}

#[cfg(test)]
mod tests {
    use chrono::Duration;

    use super::*;

    fn kept_of(newest_first: &[DateTime<Utc>]) -> Vec<DateTime<Utc>> {
        let kept = kept(newest_first);
        newest_first.iter().zip(kept).filter(|(_, keep)| *keep).map(|(at, _)| *at).collect()
    }

    fn every(hours: i64, n: i32) -> Vec<DateTime<Utc>> {
        let newest: DateTime<Utc> = "2026-03-31T18:30:00Z".parse().unwrap();
        (0..n).map(|back| newest - Duration::hours(hours) * back).collect()
    }

    #[test]
    fn two_years_of_hourly_backups_leave_a_day_a_month_and_a_year() {
        let kept = kept_of(&every(1, 2 * 365 * 24));
        assert_eq!(
            kept.iter().filter(|at| **at > "2026-03-30T18:30:00Z".parse::<DateTime<Utc>>().unwrap()).count(),
            24,
            "every hour of the last day"
        );
        assert!(kept.len() <= 24 + 30 + 12, "no more than asked for: {}", kept.len());
        assert!(kept.contains(&"2026-03-02T23:30:00Z".parse().unwrap()), "thirty days back, the last of that day");
        assert!(kept.contains(&"2025-04-30T23:30:00Z".parse().unwrap()), "twelve months back, the last of that month");
        assert!(
            kept.iter().all(|at| *at > "2025-04-01T00:00:00Z".parse::<DateTime<Utc>>().unwrap()),
            "and none before"
        );
    }

    #[test]
    fn a_clinic_that_was_closed_for_a_summer_loses_none_of_its_last_days() {
        let mut times = every(24, 3);
        times.extend(every(24, 20).into_iter().map(|at| at - Duration::days(90)));
        assert_eq!(kept_of(&times), times, "what counts is days with a backup, not days of the calendar");
    }

    #[test]
    fn of_many_in_one_hour_the_newest_stays() {
        let newest: DateTime<Utc> = "2026-03-31T18:30:00Z".parse().unwrap();
        let times: Vec<_> = (0..5).map(|n| newest - Duration::minutes(n)).collect();
        assert_eq!(kept_of(&times), [newest], "the others say nothing it does not say");
    }
}
