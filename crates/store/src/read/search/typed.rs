//! What somebody types into the search box, read as everything it may mean.

use chrono::{Datelike as _, NaiveDate};

use crate::record::{digits, fold, written_words};

/// Digits of a number people see, without its letter.
const NUMBER_DIGITS: usize = 6;

/// What was typed, in every way it can be read.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Typed {
    /// Words with letters in them, folded, each in the parts its signs divide it into.
    pub(super) words: Vec<Vec<String>>,
    /// Days it may name: `3/4/1987` is two.
    pub(super) days: Vec<NaiveDate>,
    /// Digits of a telephone number, without the zeros in front that stand for a country or an exchange.
    pub(super) phone: String,
    /// Numbers it may be: `A-000217` for `a217`, and every letter's for `217`.
    pub(super) numbers: Vec<String>,
}

impl Typed {
    pub(super) fn read(typed: &str) -> Self {
        let folded = fold(typed);
        if let Some(number) = number(&folded) {
            return Self { words: written_words(typed), numbers: vec![number], ..Self::default() };
        }
        let whole = days(&folded);
        if !whole.is_empty() && folded.chars().any(char::is_alphabetic) {
            return Self { days: whole, ..Self::default() };
        }
        let (named, counted): (Vec<&str>, Vec<&str>) =
            folded.split_whitespace().partition(|word| word.chars().any(char::is_alphabetic));
        let words = written_words(&named.join(" "));
        let counted = counted.join(" ");
        let only_digits = digits(&counted);
        Self {
            days: days(&counted),
            numbers: if words.is_empty() { numbers(counted.trim()) } else { Vec::new() },
            phone: if words.is_empty() { only_digits.trim_start_matches('0').to_owned() } else { String::new() },
            words,
        }
    }

    /// A query for words that begin like this. Every part is letters and digits, so nothing can leave its quotes.
    pub(super) fn beginnings(&self) -> String {
        let of_word = |parts: &Vec<String>| {
            let apart = parts.iter().map(|part| format!("\"{part}\"*")).collect::<Vec<_>>().join(" AND ");
            format!("(({apart}) OR \"{}\"*)", parts.concat())
        };
        self.words.iter().map(of_word).collect::<Vec<_>>().join(" AND ")
    }

    /// A query for names that contain this.
    pub(super) fn parts(&self) -> String {
        let words = self.words.iter().map(|parts| format!("\"{}\"", parts.concat())).collect::<Vec<_>>();
        format!("name : ({})", words.join(" AND "))
    }
}

/// `A-000217`, `a-217` or `a217`.
fn number(folded: &str) -> Option<String> {
    let mut signs = folded.trim().chars();
    let letter = signs.next().filter(char::is_ascii_alphabetic)?.to_ascii_uppercase();
    let rest = signs.as_str();
    numbered(letter, rest.strip_prefix('-').unwrap_or(rest))
}

/// The number under every letter, for digits alone.
fn numbers(digits: &str) -> Vec<String> {
    ('A'..='Z').filter_map(|letter| numbered(letter, digits)).collect()
}

fn numbered(letter: char, digits: &str) -> Option<String> {
    let is_number = (1..=NUMBER_DIGITS).contains(&digits.len()) && digits.bytes().all(|digit| digit.is_ascii_digit());
    is_number.then(|| format!("{letter}-{digits:0>NUMBER_DIGITS$}"))
}

/// Every day a text may name: `1987-03-14`, `14.3.1987`, `14 mar 87`, `03/14/1987`, `14031987`.
fn days(folded: &str) -> Vec<NaiveDate> {
    let parts: Vec<&str> = folded.split(|sign: char| !sign.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let mut days = match parts.as_slice() {
        [only] if only.bytes().all(|digit| digit.is_ascii_digit()) => unseparated(only),
        [first, second, third] if first.len() == 4 => day(first, second, third).into_iter().collect(),
        [first, second, third] => years(third)
            .into_iter()
            .flat_map(|year| [day(&year, second, first), day(&year, first, second)])
            .flatten()
            .collect(),
        _ => Vec::new(),
    };
    days.sort_unstable();
    days.dedup();
    days
}

/// Eight digits, or six with a short year.
fn unseparated(digits: &str) -> Vec<NaiveDate> {
    let split = |first: usize, second: usize| {
        let (one, rest) = digits.split_at(first);
        let (two, three) = rest.split_at(second);
        [one, two, three].join("-")
    };
    match digits.len() {
        8 => [days(&split(2, 2)), days(&split(4, 2))].concat(),
        6 => days(&split(2, 2)),
        _ => Vec::new(),
    }
}

/// A year as it may be meant: `87` is 1987 and 2087, and only one of them has clients.
fn years(written: &str) -> Vec<String> {
    match (written.len(), written.parse::<u16>()) {
        (4, Ok(_)) => vec![written.to_owned()],
        (2, Ok(_)) => vec![format!("19{written}"), format!("20{written}")],
        _ => Vec::new(),
    }
}

fn day(year: &str, month: &str, day: &str) -> Option<NaiveDate> {
    let month = month.parse().ok().or_else(|| month_by_name(month))?;
    let day = NaiveDate::from_ymd_opt(year.parse().ok()?, month, day.parse().ok()?)?;
    (day.year() >= 1850).then_some(day)
}

/// An English month, from its first three letters on.
fn month_by_name(folded: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let place = MONTHS.iter().position(|month| folded.len() >= 3 && month.starts_with(folded))?;
    u32::try_from(place + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn the_day() -> NaiveDate {
        NaiveDate::from_ymd_opt(1987, 3, 14).unwrap()
    }

    #[test]
    fn a_birthday_is_read_in_every_usual_spelling() {
        for typed in [
            "1987-03-14",
            "14.3.1987",
            "14/03/1987",
            "03/14/1987",
            "14 3 87",
            "14 Mar 1987",
            "March 14 1987",
            "14031987",
            "19870314",
            "140387",
        ] {
            assert!(Typed::read(typed).days.contains(&the_day()), "{typed} is 14 March 1987");
        }
    }

    #[test]
    fn a_day_that_may_be_meant_two_ways_is_looked_for_both_ways() {
        let days = Typed::read("3/4/1987").days;
        assert_eq!(days.len(), 2, "the third of April and the fourth of March");
    }

    #[test]
    fn a_number_is_read_with_and_without_its_zeros() {
        for typed in ["A-000217", "a-217", "A217", " a217 "] {
            assert_eq!(Typed::read(typed).numbers, ["A-000217"], "{typed} is A-000217");
        }
        assert!(
            Typed::read("217").numbers.contains(&"B-000217".to_owned()),
            "digits alone fit every computer's letter"
        );
    }

    #[test]
    fn a_name_with_a_birthday_is_both() {
        let typed = Typed::read("nguyễn 14.3.1987");
        assert_eq!(typed.words, [["nguyen"]], "the name");
        assert_eq!(typed.days, [the_day()], "and the day");
    }

    #[test]
    fn quotes_and_operators_are_only_signs() {
        let typed = Typed::read("\"O'Brien\" OR * NEAR(");
        let query = typed.beginnings();
        assert!(query.contains("(\"o\"* AND \"brien\"*) OR \"obrien\"*"), "the name is searched in parts and together");
        assert!(query.contains("\"or\"*") && query.contains("\"near\"*"), "operators are words like any other");
    }

    #[test]
    fn the_zeros_before_a_telephone_number_do_not_count() {
        assert_eq!(Typed::read("07700 900 123").phone, "7700900123", "so +44 7700 900123 is found as well");
    }
}
