//! What people call things: clients, parts, zones, limits, and a visit in a few words.

use care::record::{Client, Component, Treatment};
use care::zones::ZoneId;
use chrono::{Datelike, NaiveDate};
use fluent_bundle::FluentArgs;

use crate::words::{Words, millimetres};

/// "HALVORSEN, Ines (Ms)".
pub(crate) fn client_name(client: &Client) -> String {
    let title = if client.title.is_empty() { String::new() } else { format!(" ({})", client.title) };
    format!("{}, {}{title}", client.family.to_uppercase(), client.given)
}

/// Whole years on `today`.
pub(crate) fn age(born_on: NaiveDate, today: NaiveDate) -> u16 {
    let had_birthday = (today.month(), today.day()) >= (born_on.month(), born_on.day());
    let years = today.year() - born_on.year() - i32::from(!had_birthday);
    u16::try_from(years).unwrap_or(0)
}

/// What a part is called: "Glycolic acid 30 %", "Microneedling".
pub(crate) fn part_title(words: &Words, part: &Component) -> String {
    match &part.treatment {
        Treatment::Peel(peel) => {
            let agent = words.say(&format!("agent-{}", peel.agent), None);
            match peel.strength_milli_percent {
                Some(strength) => format!("{agent} {} %", millimetres(strength)),
                None => agent,
            }
        }
        Treatment::Serum(serum) => words.say(&format!("substance-{}", serum.substance), None),
        Treatment::Mn(_) => words.say("component-mn", None),
        Treatment::Rf(_) => words.say("component-rf", None),
        Treatment::Prp(_) => words.say("component-prp", None),
        Treatment::Ta(_) => words.say("component-ta", None),
        Treatment::Led(_) => words.say("component-led", None),
    }
}

/// What a zone is called, without a side.
pub(crate) fn zone_words(words: &Words, zone: ZoneId) -> String {
    words.say(&format!("zone-{}", zone.as_str().trim_start_matches("z.")), None)
}

/// Names of the limits that give a cap, for a sentence.
pub(crate) fn limit_words(words: &Words, binding: &[String]) -> String {
    let name = |id: &String| match id.split_once('.') {
        Some(("z", zone)) => words.say(&format!("zone-{zone}"), None),
        Some(("ind", indication)) => words.say(&format!("indication-{indication}"), None),
        Some(_) | None => {
            let key = format!("limit-{}", id.replace('.', "-"));
            if words.has(&key) { words.say(&key, None) } else { id.clone() }
        }
    };
    if binding.is_empty() {
        return words.say("limit-not-planned", None);
    }
    binding.iter().map(name).collect::<Vec<_>>().join(", ")
}

/// What a blood value is called.
pub(crate) fn measure_words(words: &Words, kind: &str) -> String {
    words.say(&format!("measure-{kind}"), None)
}

/// What was planned, in a few words.
pub(crate) fn summary(words: &Words, components: &[Component]) -> String {
    if components.is_empty() {
        return words.say("summary-nothing", None);
    }
    let parts = components.iter().map(|part| {
        let depths = part.zones.iter().filter_map(|zone| zone.depth_um);
        let title = part_title(words, part);
        let (Some(from), Some(to)) = (depths.clone().min(), depths.max()) else { return title };
        let mut args = FluentArgs::new();
        args.set("name", title);
        if from == to {
            args.set("depth", millimetres(u32::from(to)));
            return words.say("summary-depth", Some(&args));
        }
        args.set("from", millimetres(u32::from(from)));
        args.set("to", millimetres(u32::from(to)));
        words.say("summary-depths", Some(&args))
    });
    parts.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_client_turns_eighteen_on_the_birthday() {
        assert_eq!(age(day("2008-11-20"), day("2026-11-19")), 17, "the day before");
        assert_eq!(age(day("2008-11-20"), day("2026-11-20")), 18, "the day itself");
    }
}
