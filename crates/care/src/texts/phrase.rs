//! Places, dates and numbers in words, and the filling in of names.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, NaiveDateTime};

use super::{TextMissing, Texts};
use crate::decimal::millimetres;
use crate::vocabulary::{ComponentKind, NumbingProduct, PeelAgent, Substance};
use crate::zones::{Side, SidedZone, ZoneId};

/// Begins and ends a stretch whose own reading direction is kept, whatever stands around it.
const FIRST_STRONG_ISOLATE: char = '\u{2068}';
const POP_ISOLATE: char = '\u{2069}';

/// Fills `{name}` in a text, once: what is filled in is never read again, so no client's words can change a text.
///
/// Every value is isolated. Without that a date or a telephone number in a sheet that reads from the right would be
/// printed with its parts the wrong way round.
pub(crate) fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let isolated: Vec<(&str, String)> = values.iter().map(|(name, value)| (*name, isolated(value))).collect();
    let isolated: Vec<(&str, &str)> = isolated.iter().map(|(name, value)| (*name, value.as_str())).collect();
    fill_bare(text, &isolated)
}

/// A value that keeps its own reading direction. Nothing is nothing.
#[must_use]
pub fn isolated(value: &str) -> String {
    if value.is_empty() { String::new() } else { format!("{FIRST_STRONG_ISOLATE}{value}{POP_ISOLATE}") }
}

/// Fills `{name}` in a pattern that makes one value of several: a day and its month, a number and its unit.
fn fill_bare(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let value = after
            .split_once('}')
            .and_then(|(name, tail)| values.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value, tail)));
        match value {
            Some((value, tail)) => {
                filled.push_str(value);
                rest = tail;
            }
            None => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled.push_str(rest);
    filled
}

impl Texts {
    /// A calendar day in words.
    pub(crate) fn date(&self, on: NaiveDate) -> Result<String, TextMissing> {
        let weekday = self.names.weekdays.get(on.weekday().num_days_from_monday() as usize);
        let month = self.names.months.get(on.month0() as usize);
        let weekday = weekday.ok_or_else(|| self.missing("names", "weekdays"))?;
        let month = month.ok_or_else(|| self.missing("names", "months"))?;
        let (day, year) = (on.day().to_string(), on.year().to_string());
        let values = [("weekday", weekday.as_str()), ("day", &day), ("month", month), ("year", &year)];
        Ok(fill_bare(&self.names.pattern.date, &values))
    }

    /// A calendar day in words, without its weekday.
    pub(crate) fn short_date(&self, on: NaiveDate) -> Result<String, TextMissing> {
        let month = self.names.months.get(on.month0() as usize).ok_or_else(|| self.missing("names", "months"))?;
        let (day, year) = (on.day().to_string(), on.year().to_string());
        Ok(fill_bare(&self.names.pattern.short_date, &[("day", &day), ("month", month), ("year", &year)]))
    }

    /// A local time in words.
    pub(crate) fn date_time(&self, at: NaiveDateTime) -> Result<String, TextMissing> {
        let (day, time) = (self.date(at.date())?, at.format("%H:%M").to_string());
        Ok(fill_bare(&self.names.pattern.date_time, &[("date", &day), ("time", &time)]))
    }

    /// A time of a day that is known.
    pub(crate) fn time(&self, at: NaiveDateTime) -> String {
        fill_bare(&self.names.pattern.time, &[("time", &at.format("%H:%M").to_string())])
    }

    /// A depth in words: 1500 µm is "1.5 mm".
    pub(crate) fn depth(&self, depth_um: u32) -> String {
        let number = millimetres(depth_um).to_string();
        self.measure(&self.names.pattern.millimetres, number.trim_end_matches('0').trim_end_matches('.'))
    }

    /// A strength in words: 30000 thousandths are "30 %".
    pub(crate) fn strength(&self, milli_percent: u32) -> String {
        let number = millimetres(milli_percent).to_string();
        self.measure(&self.names.pattern.percent, number.trim_end_matches('0').trim_end_matches('.'))
    }

    fn measure(&self, pattern: &str, number: &str) -> String {
        fill_bare(pattern, &[("number", &number.replace('.', &self.names.pattern.decimal_point))])
    }

    /// Zones with their sides, in the order of their ids; both sides of a zone are named once.
    pub(crate) fn zones(&self, zones: &[SidedZone]) -> Result<String, TextMissing> {
        let mut sides: BTreeMap<ZoneId, Vec<Side>> = BTreeMap::new();
        for place in zones {
            sides.entry(place.zone).or_default().push(place.side);
        }
        let mut names = Vec::new();
        for (zone, sides) in sides {
            let name = self.find(&self.names.zone, "names.zone", zone.as_str())?;
            let pattern = &self.names.pattern;
            let both = sides.contains(&Side::Left) && sides.contains(&Side::Right);
            let of = |side| match side {
                Side::Left => &pattern.side_left,
                Side::Right => &pattern.side_right,
                Side::Middle => &pattern.side_middle,
            };
            let pattern =
                if both { &pattern.side_both } else { sides.first().copied().map_or(&pattern.side_middle, of) };
            names.push(fill_bare(pattern, &[("zone", name)]));
        }
        Ok(self.list(&names))
    }

    /// Several things in one line: "a, b and c".
    pub(crate) fn list(&self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [only] => only.clone(),
            [before @ .., last] => {
                format!("{}{}{last}", before.join(&self.names.pattern.list_between), self.names.pattern.list_last)
            }
        }
    }

    /// What a part is called.
    pub(crate) fn part(&self, kind: ComponentKind) -> Result<&str, TextMissing> {
        self.find(&self.names.part, "names.part", kind.as_str()).map(String::as_str)
    }

    /// What a peel is made with.
    pub(crate) fn agent(&self, agent: PeelAgent) -> Result<&str, TextMissing> {
        self.find(&self.names.agent, "names.agent", agent.as_str()).map(String::as_str)
    }

    /// What a serum does its work with.
    pub(crate) fn substance(&self, substance: Substance) -> Result<&str, TextMissing> {
        self.find(&self.names.substance, "names.substance", substance.as_str()).map(String::as_str)
    }

    /// What a cream numbs with.
    pub(crate) fn product(&self, product: NumbingProduct) -> Result<&str, TextMissing> {
        self.find(&self.names.product, "names.product", product.as_str()).map(String::as_str)
    }
}

/// The first letter as a capital, for the start of a sentence.
pub(crate) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::super::texts;
    use super::*;

    #[test]
    fn what_a_client_said_is_never_read_as_a_text() {
        let filled = fill("You told us: {hoped_for}", &[("hoped_for", "{zones} and {hoped_for}")]);
        let expected = "You told us: \u{2068}{zones} and {hoped_for}\u{2069}";
        assert_eq!(filled, expected, "the client's own words stay as they are");
    }

    #[test]
    fn a_value_keeps_its_own_direction_in_any_sentence() {
        let filled = fill("اتصل على {phone}", &[("phone", "+353 1 555 0199")]);
        assert_eq!(filled, "اتصل على \u{2068}+353 1 555 0199\u{2069}", "or it would be printed backwards");
        assert_eq!(
            fill("{clinic}: {phone}", &[("clinic", ""), ("phone", "1")]),
            ": \u{2068}1\u{2069}",
            "no empty pair"
        );
    }

    #[test]
    fn both_sides_of_a_zone_are_named_once() {
        let at = |zone, side| SidedZone { zone, side };
        let zones = [
            at(ZoneId::CheekMedial, Side::Left),
            at(ZoneId::CheekMedial, Side::Right),
            at(ZoneId::Forehead, Side::Middle),
            at(ZoneId::Temple, Side::Left),
        ];
        let words = texts("en-GB").unwrap().zones(&zones).unwrap();
        assert_eq!(words, "inner cheek on both sides, forehead and left temple", "sides are the client's own");
    }

    #[test]
    fn a_time_carries_its_weekday() {
        let at = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap().and_hms_opt(15, 30, 0).unwrap();
        let words = texts("en-GB").unwrap().date_time(at).unwrap();
        assert_eq!(words, "Saturday 21 November 2026, 15:30", "nobody has to look up the weekday");
    }

    #[test]
    fn a_time_of_today_is_said_as_the_language_says_it() {
        let at = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap().and_hms_opt(19, 30, 0).unwrap();
        for (language, words) in [("en-GB", "19:30"), ("de", "19:30 Uhr"), ("es", "las 19:30")] {
            assert_eq!(texts(language).unwrap().time(at), words, "in {language}");
        }
    }
}
