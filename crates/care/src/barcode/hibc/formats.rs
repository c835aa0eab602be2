//! The formats of HIBC codes, as `content/hibc.toml` lists them, and the days written in them.

use std::sync::OnceLock;

use chrono::NaiveDate;
use serde::Deserialize;

use super::PartName;
use crate::barcode::basis::ReadBy;
use crate::barcode::identifiers::{full_year, last_of_month};

/// Every format that is known.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Formats {
    pub(super) primary: Primary,
    pub(super) number: Number,
    pub(super) lead: Vec<Lead>,
    pub(super) date: Vec<DateForm>,
    pub(super) quantity: Vec<Quantity>,
    pub(super) supplement: Vec<Supplement>,
}

/// Declares a row: its own fields, then what every row stands on.
macro_rules! rows {
    ($($(#[$meta:meta])* $name:ident { $($field:ident: $kind:ty),* $(,)? })+) => { $(
        $(#[$meta])*
        #[derive(Debug, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub(super) struct $name {
            pub(super) id: String,
            $(pub(super) $field: $kind,)*
            pub(super) source: Vec<String>,
            pub(super) status: String,
        }

        impl $name {
            /// What the row stands on.
            pub(super) fn basis(&'static self) -> ReadBy {
                ReadBy { id: &self.id, source: &self.source, status: &self.status }
            }
        }
    )+ };
}

rows! {
    /// Labeler, product and unit of measure, in characters.
    Primary { labeler: usize, product_most: usize }
    /// A lot or serial number, in characters.
    Number { most: usize }
    /// How secondary data begin.
    Lead { flag: String, holds: PartName, dated: bool }
    /// One way to write a day.
    DateForm { flag: String, form: String }
    /// A quantity before the date, in digits.
    Quantity { flag: String, digits: usize }
}

/// What may follow after a further slash.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Supplement {
    pub(super) id: String,
    pub(super) flag: String,
    pub(super) holds: PartName,
    #[serde(default)]
    pub(super) form: String,
    pub(super) source: Vec<String>,
    pub(super) status: String,
}

impl Supplement {
    /// What the row stands on.
    pub(super) fn basis(&'static self) -> ReadBy {
        ReadBy { id: &self.id, source: &self.source, status: &self.status }
    }
}

/// The shipped formats.
pub(super) fn formats() -> &'static Formats {
    static FORMATS: OnceLock<Formats> = OnceLock::new();
    #[expect(clippy::expect_used, reason = "the content is compiled in, and a test reads every row")]
    FORMATS.get_or_init(|| {
        toml::from_str(include_str!("../../../content/hibc.toml")).expect("the shipped formats are well formed")
    })
}

/// The day that `digits` say in a form like "YYMMDD", its year around `year` where it has two digits.
pub(super) fn day(form: &str, digits: &str, year: i32) -> Option<NaiveDate> {
    if digits.len() != form.len() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let part = |letter: char| {
        let own = form.chars().zip(digits.chars()).filter(|(place, _)| *place == letter).map(|(_, digit)| digit);
        own.collect::<String>().parse::<u32>().ok()
    };
    if part('H').is_some_and(|hour| hour > 23) {
        return None;
    }
    let written = part('Y')?;
    let year = if form.contains("YYYY") { i32::try_from(written).ok()? } else { full_year(written, year)? };
    match (part('J'), part('M'), part('D')) {
        (Some(day_of_year), _, _) => NaiveDate::from_yo_opt(year, day_of_year),
        (None, Some(month), Some(day)) => NaiveDate::from_ymd_opt(year, month, day),
        (None, Some(month), None) => last_of_month(year, month),
        (None, None, _) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(form: &str, digits: &str) -> Option<String> {
        day(form, digits, 2026).map(|day| day.to_string())
    }

    #[test]
    fn every_row_stands_on_a_known_source() {
        let formats = formats();
        let sources = include_str!("../../../content/sources.toml");
        let rows = formats.lead.iter().map(Lead::basis);
        let rows = rows.chain(formats.date.iter().map(DateForm::basis));
        let rows = rows.chain(formats.quantity.iter().map(Quantity::basis));
        let rows = rows.chain(formats.supplement.iter().map(Supplement::basis));
        for row in rows.chain([formats.primary.basis(), formats.number.basis()]) {
            let is_known = |source: &String| sources.contains(&format!("id = \"{source}\"\n"));
            assert!(!row.source.is_empty() && row.source.iter().all(is_known), "{} needs a source", row.id);
            assert!(["V", "G"].contains(&row.status), "{} is verified or not: {}", row.id, row.status);
        }
    }

    #[test]
    fn a_month_without_a_day_is_its_last_day() {
        assert_eq!(on("MMYY", "0228").as_deref(), Some("2028-02-29"), "an item lasts to the end of its month");
    }

    #[test]
    fn a_day_is_read_in_every_order() {
        assert_eq!(on("MMDDYY", "022928").as_deref(), Some("2028-02-29"), "month first");
        assert_eq!(on("YYMMDDHH", "28022923").as_deref(), Some("2028-02-29"), "with an hour");
        assert_eq!(on("YYJJJ", "28060").as_deref(), Some("2028-02-29"), "the sixtieth day of a leap year");
        assert_eq!(on("YYYYMMDD", "20280229").as_deref(), Some("2028-02-29"), "with the whole year");
    }

    #[test]
    fn a_day_that_does_not_exist_is_none() {
        let wrong =
            [("MMYY", "1328"), ("MMDDYY", "023028"), ("YYJJJ", "27366"), ("YYMMDDHH", "28022924"), ("MMYY", "022")];
        for (form, digits) in wrong {
            assert_eq!(on(form, digits), None, "{digits} is no {form}");
        }
    }
}
