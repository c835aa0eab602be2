//! Days, months and clock times as a case writes them, and nothing like them.

use std::ops::RangeInclusive;

use chrono::{Datelike, Months, NaiveDate, NaiveDateTime, NaiveTime};

/// A whole date `YYYY-MM-DD` that exists in one of the years.
pub(super) fn date(text: &str, years: RangeInclusive<i32>) -> Option<NaiveDate> {
    if !has_shape(text, "0000-00-00") {
        return None;
    }
    NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().filter(|on| years.contains(&on.year()))
}

/// A month `YYYY-MM` that is not after that of `today`: its last day, or `today` if that is earlier.
pub(super) fn month(text: &str, years: RangeInclusive<i32>, today: NaiveDate) -> Option<NaiveDate> {
    if !has_shape(text, "0000-00") {
        return None;
    }
    let first = date(&format!("{text}-01"), years)?;
    if (first.year(), first.month()) > (today.year(), today.month()) {
        return None;
    }
    Some(first.checked_add_months(Months::new(1))?.pred_opt()?.min(today))
}

/// A local date and time `YYYY-MM-DDTHH:MM` that exists in one of the years.
pub(super) fn date_time(text: &str, years: RangeInclusive<i32>) -> Option<NaiveDateTime> {
    let (day, time) = text.split_once('T')?;
    if !has_shape(time, "00:00") {
        return None;
    }
    Some(date(day, years)?.and_time(NaiveTime::parse_from_str(time, "%H:%M").ok()?))
}

/// Whether a text has a digit wherever `shape` has a nought, and else the very letters of `shape`.
fn has_shape(text: &str, shape: &str) -> bool {
    let fits = |(byte, wanted): (u8, u8)| if wanted == b'0' { byte.is_ascii_digit() } else { byte == wanted };
    text.len() == shape.len() && text.bytes().zip(shape.bytes()).all(fits)
}
