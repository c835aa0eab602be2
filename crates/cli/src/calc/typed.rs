//! Numbers as they are typed after `calc`. A wrong one is answered with what is allowed, and is not repeated.

use care::decimal::Decimal;

use crate::failure::{CliFailure, Exit};

/// The largest number that is taken where nothing smaller limits it, as in a case.
pub(super) const MOST: u32 = 1_000_000_000;

/// A number above zero, at most `most`.
pub(super) fn number(option: &str, typed: &str, most: u32) -> Result<Decimal, CliFailure> {
    let number = typed.parse::<Decimal>().ok();
    let number = number.filter(|number| *number > Decimal::ZERO && *number <= Decimal::whole(most));
    number.ok_or_else(|| wrong(format!("{option}: a number above 0, at most {most}")))
}

/// The same, if it was typed.
pub(super) fn optional(option: &str, typed: Option<&str>, most: u32) -> Result<Option<Decimal>, CliFailure> {
    typed.map(|typed| number(option, typed, most)).transpose()
}

/// Input that is wrong, with what is allowed.
pub(super) fn wrong(allowed: impl Into<String>) -> CliFailure {
    CliFailure::new(Exit::WrongInput, allowed)
}
