//! People who do not exist: names of many scripts, birthdays, telephones that are kept free for fiction, and what a
//! client card holds.
//!
//! Names are own lists, one file for each script; family names are made up of landscapes and trees. Telephone numbers
//! are those the British, the Australian and the American authority keep for films and books.

use care::record::{Allergies, Client, ClientId, ContactPerson};
use care::vocabulary::Sex;
use chrono::{Datelike as _, Duration, NaiveDate};
use serde::Deserialize;

use super::dice::Dice;
use crate::failure::Failure;

/// The names of one script.
#[derive(Debug, Deserialize)]
struct Script {
    /// How often it is met, among a thousand.
    weight: u32,
    female: Vec<String>,
    male: Vec<String>,
    family: Vec<String>,
}

/// Every script there are names of.
#[derive(Debug)]
pub(super) struct Names(Vec<(u32, Script)>);

const FILES: [&str; 10] = [
    include_str!("names/latin.json"),
    include_str!("names/greek.json"),
    include_str!("names/cyrillic.json"),
    include_str!("names/arabic.json"),
    include_str!("names/hebrew.json"),
    include_str!("names/devanagari.json"),
    include_str!("names/han.json"),
    include_str!("names/kana.json"),
    include_str!("names/hangul.json"),
    include_str!("names/thai.json"),
];

impl Names {
    /// Reads the lists.
    pub(super) fn read() -> Result<Self, Failure> {
        let scripts = FILES.iter().map(|file| {
            let script: Script = serde_json::from_str(file).map_err(|_| Failure::Panicked)?;
            Ok((script.weight, script))
        });
        Ok(Self(scripts.collect::<Result<_, Failure>>()?))
    }
}

/// A client of the made-up clinic. The number is given when the client is written down.
pub(super) fn person(dice: &mut Dice, names: &Names, id: ClientId, today: NaiveDate) -> Client {
    let sex = dice.weighted(&[(78, Sex::Female), (19, Sex::Male), (2, Sex::Other), (1, Sex::Unknown)]);
    let sex = sex.copied().unwrap_or(Sex::Unknown);
    let (family, given) = name(dice, names, sex);
    let fitzpatrick = dice.weighted(&[(8, 1), (24, 2), (28, 3), (20, 4), (13, 5), (7, 6)]).copied();
    Client {
        id,
        number: String::new(),
        preferred: preferred(dice, &given),
        family,
        given,
        title: dice.weighted(&TITLES).copied().unwrap_or_default().to_owned(),
        born_on: birthday(dice, today),
        sex,
        phone: telephone(dice),
        email: mail(dice, id),
        address: address(dice),
        emergency_contact: dice.in_thousand(250).then(|| contact(dice, names)),
        guardian: None,
        document_language: None,
        fitzpatrick,
        allergies: allergies(dice),
        alerts: alerts(dice),
    }
}

const TITLES: [(u32, &str); 5] = [(70, ""), (14, "Ms"), (8, "Mr"), (4, "Dr"), (4, "Mx")];

fn name(dice: &mut Dice, names: &Names, sex: Sex) -> (String, String) {
    let Some(script) = dice.weighted(&names.0) else { return (String::new(), String::new()) };
    let is_female = match sex {
        Sex::Female => true,
        Sex::Male => false,
        Sex::Other | Sex::Unknown => dice.in_thousand(500),
    };
    let given = if is_female { &script.female } else { &script.male };
    let mut called = dice.pick(given).cloned().unwrap_or_default();
    if dice.in_thousand(300)
        && let Some(second) = dice.pick(given).filter(|second| **second != called)
    {
        called = format!("{called} {second}");
    }
    (dice.pick(&script.family).cloned().unwrap_or_default(), called)
}

/// Some go by one of their names only.
fn preferred(dice: &mut Dice, given: &str) -> String {
    let second = given.split_whitespace().nth(1).unwrap_or_default();
    if dice.in_thousand(200) { second.to_owned() } else { String::new() }
}

/// Adults, most between 25 and 55.
fn birthday(dice: &mut Dice, today: NaiveDate) -> NaiveDate {
    let years = match dice.weighted(&[(1, 0), (7, 1), (2, 2)]) {
        Some(0) => dice.between(19, 24),
        Some(1) => dice.between(25, 54),
        Some(_) | None => dice.between(55, 79),
    };
    let year = today.year() - i32::try_from(years).unwrap_or(30);
    let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(today);
    first + Duration::days(dice.between(0, 364))
}

/// Numbers kept free for fiction, by country.
fn telephone(dice: &mut Dice) -> String {
    match dice.weighted(&[(45, 0), (35, 1), (20, 2)]) {
        Some(0) => british(dice),
        Some(1) => {
            let area = dice.pick(&[2, 3, 7, 8]).copied().unwrap_or(2);
            let block = dice.pick(&["5550", "7010"]).copied().unwrap_or("5550");
            format!("+61 {area} {block} {:04}", dice.between(0, 9999))
        }
        Some(_) | None => {
            let area = dice.pick(&[202, 206, 212, 303, 305, 312, 404, 415, 503, 512, 602, 617, 702, 713, 808, 907]);
            format!("+1 {} 555 {:04}", area.copied().unwrap_or(202), dice.between(100, 199))
        }
    }
}

fn british(dice: &mut Dice) -> String {
    let towns = ["0113 496", "0114 496", "0115 496", "0116 496", "0117 496", "0118 496", "0121 496", "0131 496"];
    match dice.weighted(&[(5, 0), (2, 1), (3, 2)]) {
        Some(0) => format!("07700 900{:03}", dice.between(0, 999)),
        Some(1) => format!("020 7946 {:04}", dice.between(0, 999)),
        Some(_) | None => format!("{} {:04}", dice.pick(&towns).copied().unwrap_or("0113 496"), dice.between(0, 999)),
    }
}

/// A mailbox under a name that is kept for examples.
fn mail(dice: &mut Dice, id: ClientId) -> String {
    if !dice.in_thousand(600) {
        return String::new();
    }
    let tail = id.0.simple().to_string();
    format!("client.{}@example.org", tail.get(20..).unwrap_or_default())
}

fn address(dice: &mut Dice) -> String {
    let streets = ["Harbour Street", "Mill Lane", "Orchard Road", "Quarry Rise", "Weaver Court", "Lantern Hill"];
    let towns = ["Eastmere", "Northwick-on-Sea", "Little Hallow", "Saltbridge", "Upper Fenning"];
    match (dice.in_thousand(700), dice.pick(&streets), dice.pick(&towns)) {
        (true, Some(street), Some(town)) => format!("{} {street}\n{town}", dice.between(1, 180)),
        _ => String::new(),
    }
}

fn contact(dice: &mut Dice, names: &Names) -> ContactPerson {
    let (family, given) = name(dice, names, Sex::Unknown);
    let relation = dice.pick(&["Partner", "Mother", "Father", "Sister", "Friend"]).copied().unwrap_or_default();
    ContactPerson { name: format!("{given} {family}"), relation: relation.to_owned(), phone: telephone(dice) }
}

fn allergies(dice: &mut Dice) -> Allergies {
    match dice.weighted(&[(68, 0), (17, 1), (12, 2), (3, 3)]) {
        Some(0) => Allergies::NoneKnown,
        Some(1) => {
            let known =
                ["Penicillin", "Latex", "Nickel", "Peanuts", "Plasters", "House dust", "Grass pollen", "Aspirin"];
            Allergies::Known(dice.pick(&known).map(|one| (*one).to_owned()).into_iter().collect())
        }
        Some(2) => Allergies::NotRecorded,
        Some(_) | None => Allergies::Unavailable,
    }
}

fn alerts(dice: &mut Dice) -> Vec<String> {
    let known =
        ["Faints when blood is drawn", "Hard of hearing: face the client", "Needs an interpreter", "Latex-free room"];
    if dice.in_thousand(60) { dice.pick(&known).map(|one| (*one).to_owned()).into_iter().collect() } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_script_has_names_for_everybody() {
        let names = Names::read().unwrap();
        for (weight, script) in &names.0 {
            let n_least = script.female.len().min(script.male.len()).min(script.family.len());
            assert!(*weight > 0 && n_least >= 15, "a script with few names makes twins: {n_least}");
        }
    }

    #[test]
    fn everybody_is_of_age() {
        let (names, today) = (Names::read().unwrap(), NaiveDate::from_ymd_opt(2026, 11, 20).unwrap());
        for stream in 0..2_000 {
            let mut dice = Dice::of(1, stream);
            let client = person(&mut dice, &names, ClientId(uuid::Uuid::nil()), today);
            let years = today.years_since(client.born_on);
            assert!(years.is_some_and(|years| (18..=80).contains(&years)), "a clinic treats adults: {years:?}");
            assert!(!client.family.is_empty() && !client.given.is_empty(), "everybody has a name");
        }
    }
}
