//! What holds for every case, whatever is in it (facts 0.2).

mod any;
mod any_plan;
mod authority;
mod days;
mod depth;
mod holds;
mod one_more;
mod order;
mod readers;
mod unanswered;

use care::case::Case;
use care::{Protocol, Verdict, assess};
use chrono::NaiveDate;
use proptest::prelude::ProptestConfig;

/// Enough for every kind of part, answer and history to meet every other.
fn config() -> ProptestConfig {
    ProptestConfig::with_cases(400)
}

fn judge(case: &Case) -> Verdict {
    assess(case, Protocol::shipped())
}

/// A date nobody can give is later than any date.
fn is_earlier(now: Option<NaiveDate>, before: Option<NaiveDate>) -> bool {
    now.unwrap_or(NaiveDate::MAX) < before.unwrap_or(NaiveDate::MAX)
}
