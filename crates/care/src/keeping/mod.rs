//! Keeping and giving: how long a client's record is kept, and by which day a request for a copy is answered.
//!
//! Both are rows of `content/keeping.toml` with their source and status. This module reckons days and proposes; it
//! never removes anything, and what no row says it does not know.

use std::sync::OnceLock;

use chrono::{Datelike as _, Days, Months, NaiveDate};
use serde::Deserialize;

use crate::protocol::{Basis, ProtocolError, check_row_basis, read, read_sources};
use crate::vocabulary::Jurisdiction;

/// From this age on a person is an adult to the rules of retention.
const OF_AGE: u32 = 18;

/// One rule for how long a record is kept.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RetentionRule {
    /// Its id: `lg.ret_uk`.
    pub id: String,
    /// What it says, in a few words.
    pub says: String,
    #[serde(default)]
    within: Vec<Jurisdiction>,
    adult_years: Option<u32>,
    minor_years: Option<u32>,
    minor_until_age: Option<u32>,
    minor_until_age_if_17: Option<u32>,
    source: Vec<String>,
    status: String,
}

/// One rule for when a request for a copy is answered.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccessRule {
    /// Its id: `lg.gdpr`.
    pub id: String,
    /// What it says, in a few words.
    pub says: String,
    #[serde(default)]
    within: Vec<Jurisdiction>,
    months: Option<u32>,
    days: Option<u32>,
    /// How many days more one extension gives; `None` where the row names no number.
    pub extension_days: Option<u32>,
    source: Vec<String>,
    status: String,
}

/// The last care of a client, as far as retention asks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LastCare {
    /// Day of birth.
    pub born_on: NaiveDate,
    /// Day of the last entry of the record.
    pub last_entry_on: NaiveDate,
}

/// Until when a record is kept at least, and by which rule.
#[derive(Debug, Clone, Copy)]
pub struct Kept {
    /// The last day it is kept.
    pub until: NaiveDate,
    /// The rule that decides: the longest of those that apply.
    pub rule: &'static RetentionRule,
}

impl Kept {
    /// Whether retention is over on a day: the day after the last one, and later.
    pub fn is_over_on(&self, today: NaiveDate) -> bool {
        today > self.until
    }
}

/// By when a request is answered, and by which rule.
#[derive(Debug, Clone, Copy)]
pub struct Due {
    /// The last day.
    pub on: NaiveDate,
    /// The rule that decides: the earliest of those that apply.
    pub rule: &'static AccessRule,
}

/// The rules this version ships with.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeepingRules {
    access: Vec<AccessRule>,
    retention: Vec<RetentionRule>,
}

impl KeepingRules {
    /// Every rule, read and checked once.
    pub fn shipped() -> &'static Self {
        static SHIPPED: OnceLock<KeepingRules> = OnceLock::new();
        #[expect(clippy::expect_used, reason = "the content is compiled in, and a test loads it")]
        SHIPPED.get_or_init(|| KeepingRules::check_shipped().expect("the shipped rules of keeping are well formed"))
    }

    /// The shipped table, read and checked again.
    ///
    /// # Errors
    /// The first row that does not hold: of an unknown source, or standing twice.
    pub fn check_shipped() -> Result<Self, ProtocolError> {
        let rules: Self = read(FILE, include_str!("../../content/keeping.toml"))?;
        let sources = read_sources()?;
        let bases = rules.access.iter().map(|row| (&row.id, row.basis()));
        for (id, basis) in bases.chain(rules.retention.iter().map(|row| (&row.id, row.basis()))) {
            check_row_basis(id, &basis.source, &basis.status, &sources)?;
        }
        Ok(rules)
    }

    /// The rules of retention that apply to a clinic.
    pub fn retention(&self, clinic: Jurisdiction) -> impl Iterator<Item = &RetentionRule> {
        self.retention.iter().filter(move |rule| applies(&rule.within, clinic))
    }

    /// The rule for access of that id.
    pub fn access_rule(&self, id: &str) -> Option<&AccessRule> {
        self.access.iter().find(|rule| rule.id == id)
    }

    /// Until when a record is kept; `None` where no rule applies, and then nothing is proposed.
    pub fn kept(&'static self, care: LastCare, clinic: Jurisdiction) -> Option<Kept> {
        let of_rule = |rule: &'static RetentionRule| Some(Kept { until: rule.until(care)?, rule });
        self.retention(clinic).filter_map(of_rule).max_by_key(|kept| kept.until)
    }

    /// The day before which no record of an adult or a minor can be over: what a search begins with.
    pub fn earliest_over(&self, today: NaiveDate, clinic: Jurisdiction) -> Option<NaiveDate> {
        let years = self.retention(clinic).flat_map(|rule| [rule.adult_years, rule.minor_years]).flatten().min()?;
        today.checked_sub_months(Months::new(years * 12))
    }

    /// By when a request is answered that was received on a day; `None` where no rule applies.
    pub fn due(&'static self, received_on: NaiveDate, clinic: Jurisdiction) -> Option<Due> {
        let of_rule = |rule: &'static AccessRule| Some(Due { on: rule.due(received_on)?, rule });
        self.access.iter().filter(|rule| applies(&rule.within, clinic)).filter_map(of_rule).min_by_key(|due| due.on)
    }
}

const FILE: &str = "keeping.toml";

fn applies(within: &[Jurisdiction], clinic: Jurisdiction) -> bool {
    within.is_empty() || within.contains(&clinic)
}

impl RetentionRule {
    /// Where it comes from.
    pub fn basis(&self) -> Basis {
        Basis { source: self.source.clone(), status: self.status.clone() }
    }

    /// The last day this rule keeps a record; `None` where it says nothing of such a person.
    fn until(&self, care: LastCare) -> Option<NaiveDate> {
        let age = age_on(care.born_on, care.last_entry_on);
        let years_more = |years: u32| care.last_entry_on.checked_add_months(Months::new(years * 12));
        let birthday = |age: u32| care.born_on.checked_add_months(Months::new(age * 12));
        if age >= OF_AGE {
            return self.adult_years.and_then(years_more);
        }
        let until_age =
            if age + 1 == OF_AGE { self.minor_until_age_if_17.or(self.minor_until_age) } else { self.minor_until_age };
        [self.minor_years.and_then(years_more), until_age.and_then(birthday)].into_iter().flatten().max()
    }
}

impl AccessRule {
    /// Where it comes from.
    pub fn basis(&self) -> Basis {
        Basis { source: self.source.clone(), status: self.status.clone() }
    }

    fn due(&self, received_on: NaiveDate) -> Option<NaiveDate> {
        let after_months = received_on.checked_add_months(Months::new(self.months.unwrap_or(0)))?;
        after_months.checked_add_days(Days::new(u64::from(self.days.unwrap_or(0))))
    }

    /// The last day an extension may name; `None` where the row names no number.
    pub fn longest_extension(&self, due_on: NaiveDate) -> Option<NaiveDate> {
        due_on.checked_add_days(Days::new(u64::from(self.extension_days?)))
    }
}

/// Whole years on a day.
fn age_on(born_on: NaiveDate, on: NaiveDate) -> u32 {
    let had_birthday = (on.month(), on.day()) >= (born_on.month(), born_on.day());
    u32::try_from(on.year() - born_on.year() - i32::from(!had_birthday)).unwrap_or(0)
}

#[cfg(test)]
mod tests;
