//! Our own cases: what the rules have to say, as facts a clinician can check, in `tests/cases/*.toml`.
//!
//! Every expectation was worked out by hand from the facts and the contract of `assess`; none is what the program
//! said. A case is judged by whatever protocol it is given, so that the same cases prove the engine and tell
//! whether anybody would notice a row that is gone (`src/coverage.rs`).

mod file;
mod paper;
mod said;
mod short;

use care::case::Case;
use care::{Protocol, assess};

pub(crate) use file::our_cases;

/// One case with what has to be said about it.
#[derive(Debug)]
pub(crate) struct OurCase {
    /// The file it stands in, by its name.
    pub(crate) file: String,
    /// What it says, in one sentence.
    pub(crate) title: String,
    /// Everything it is made of, to look for an id in it.
    pub(crate) words: String,
    case: Case,
    policy: PolicyOf,
    /// Earlier visits whose holds may still run, with the hours between their end and this one's.
    earlier: Vec<(i64, Case)>,
    /// What it expects.
    pub(crate) expected: Expected,
}

/// Whose settings a case is judged by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum PolicyOf {
    Case,
    Protocol,
}

/// Lines that have to be there. A line that ends in "…" is the beginning of one.
#[derive(Debug, Default)]
pub(crate) struct Expected {
    /// Every finding, warning sign and missing fact, no more and no less.
    pub(crate) says: Option<Vec<String>>,
    /// What the verdict holds besides.
    pub(crate) shows: Vec<String>,
    /// What no line may be.
    pub(crate) hides: Vec<String>,
    /// What the sheet of the plan holds, once it is done.
    pub(crate) sheet: Vec<String>,
    /// What the consent to the plan holds.
    pub(crate) consent: Vec<String>,
}

impl OurCase {
    /// The first thing that is not as expected, judged by this protocol.
    pub(crate) fn difference(&self, protocol: &Protocol) -> Option<String> {
        let case = self.case_by(protocol);
        let verdict = assess(&case, protocol);
        let said = said::everything_said(&verdict, &case);
        if let Some(says) = &self.expected.says
            && let Some(difference) = not_exactly(says, &said)
        {
            return Some(difference);
        }
        let mut lines = said;
        lines.extend(said::what_else(&verdict, &case));
        let sheet = if self.expected.sheet.is_empty() { Vec::new() } else { self.sheet(&case, protocol) };
        let consent =
            if self.expected.consent.is_empty() { Vec::new() } else { paper::consent(&case, &verdict, protocol) };
        missing_from(&self.expected.shows, &lines)
            .or_else(|| missing_from(&self.expected.sheet, &sheet))
            .or_else(|| missing_from(&self.expected.consent, &consent))
            .or_else(|| self.hidden_among(lines.iter().chain(&sheet).chain(&consent)))
    }

    /// The case with the protocol's own settings, unless it sets its own.
    fn case_by(&self, protocol: &Protocol) -> Case {
        match self.policy {
            PolicyOf::Case => self.case.clone(),
            PolicyOf::Protocol => Case { policy: protocol.default_policy(), ..self.case.clone() },
        }
    }

    fn sheet(&self, case: &Case, protocol: &Protocol) -> Vec<String> {
        let earlier: Vec<(i64, &Case)> = self.earlier.iter().map(|(hours, case)| (*hours, case)).collect();
        paper::sheet(case, &earlier, protocol)
    }

    fn hidden_among<'l>(&self, mut lines: impl Iterator<Item = &'l String>) -> Option<String> {
        let is_hidden = |line: &&String| self.expected.hides.iter().any(|hidden| matches(hidden, line));
        lines.find(is_hidden).map(|line| format!("must not be there: {line}"))
    }
}

fn matches(expected: &str, line: &str) -> bool {
    match expected.strip_suffix('…') {
        Some(beginning) => line.starts_with(beginning),
        None => expected == line,
    }
}

/// The first expected line that is not there.
fn missing_from(expected: &[String], lines: &[String]) -> Option<String> {
    let missing = expected.iter().find(|expected| !lines.iter().any(|line| matches(expected, line)))?;
    let start = |line: &str| line.split(' ').next().unwrap_or_default().to_owned();
    let alike: Vec<&str> =
        lines.iter().filter(|line| start(line) == start(missing)).map(String::as_str).take(12).collect();
    Some(format!("missing: {missing}\n    there is: {}", alike.join("\n              ")))
}

/// The first line that is missing, or one line too many.
fn not_exactly(expected: &[String], lines: &[String]) -> Option<String> {
    let extra = || lines.iter().find(|line| !expected.iter().any(|expected| matches(expected, line)));
    missing_from(expected, lines).or_else(|| extra().map(|line| format!("not expected: {line}")))
}
