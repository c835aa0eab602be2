//! The visits of a needling series, and how long the channels stay open.

use chrono::{Days, NaiveDate};

use super::caps::Depths;
use super::facts::Facts;
use super::part::Part;
use crate::verdict::Series;

/// Days between two visits that reach this depth.
pub(super) fn interval_days(facts: &Facts<'_>, deepest_um: u32) -> u32 {
    let rows = &facts.protocol.series;
    let days = if deepest_um <= rows.shallow_um { rows.shallow_days } else { facts.days(&rows.interval) };
    let is_long = deepest_um > rows.deep_um || rows.long_phototype.contains(&facts.phototype);
    if is_long { days.max(rows.long_days) } else { days }
}

/// The series of a needling component, from its first possible day.
pub(super) fn of(
    facts: &Facts<'_>,
    part: &Part<'_>,
    depths: &Option<Depths>,
    earliest_on: Option<NaiveDate>,
    is_stopped: bool,
) -> Option<Series> {
    let needling = part.needling()?;
    let interval_days = interval_days(facts, depths.as_ref()?.deepest_um);
    let indications = needling.zones.iter().filter_map(|target| facts.protocol.indications.get(&target.indication));
    let usual = indications.map(|row| row.n_sessions).max().unwrap_or(1);
    let n_sessions = needling.n_sessions.unwrap_or(usual);
    let start = earliest_on.filter(|_| !is_stopped);
    let nth = |start: NaiveDate, n: u32| start + Days::new(u64::from(interval_days) * u64::from(n));
    let sessions: Vec<NaiveDate> =
        start.into_iter().flat_map(|start| (0..n_sessions).map(move |n| nth(start, n))).collect();
    let after =
        |on: NaiveDate| facts.protocol.series.review_days.iter().map(move |days| on + Days::new(u64::from(*days)));
    let reviews = sessions.last().copied().into_iter().flat_map(after).collect();
    Some(Series { interval_days, sessions, reviews, is_stopped })
}

/// How long the channels stay open; only with needling.
pub(super) fn open_channel_hours(facts: &Facts<'_>, parts: &[Part<'_>]) -> Option<u32> {
    let rows = &facts.protocol.series;
    let is_long = rows.long_phototype.contains(&facts.phototype);
    let hours = if is_long { rows.open_channel.long_hours } else { rows.open_channel.hours };
    parts.iter().any(|part| part.kind.is_needling()).then_some(hours)
}
