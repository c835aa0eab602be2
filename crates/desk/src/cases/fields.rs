//! Checking what was typed: every wrong field at once, each with its own sentence.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use store::Password;

use crate::failure::{Failure, FieldProblem, WrongField};
use crate::failure_words::password_problem;

/// Longest single line.
pub(crate) const LINE: usize = 200;
/// Longest text of several lines.
pub(crate) const TEXT: usize = 20_000;

/// Collects what is wrong with the fields of one request.
#[derive(Debug, Default)]
pub(crate) struct Checker(Vec<WrongField>);

impl Checker {
    /// Adds a wrong field.
    pub(crate) fn wrong(&mut self, field: WrongField) {
        self.0.push(field);
    }

    /// Text that must be there; trimmed.
    pub(crate) fn needed(&mut self, path: &str, text: &str, most: usize) -> String {
        if text.trim().is_empty() {
            self.wrong(WrongField::new(path, FieldProblem::Empty));
        }
        self.line(path, text, most)
    }

    /// Text that may be empty; trimmed.
    pub(crate) fn line(&mut self, path: &str, text: &str, most: usize) -> String {
        if text.chars().count() > most {
            self.wrong(WrongField::naming(path, FieldProblem::TooLong, "most", most));
        }
        text.trim().to_owned()
    }

    /// A day `YYYY-MM-DD`.
    pub(crate) fn day(&mut self, path: &str, text: &str) -> Option<NaiveDate> {
        let read = text.parse().ok();
        if read.is_none() {
            self.wrong(WrongField::new(path, FieldProblem::NoSuchDay));
        }
        read
    }

    /// A clock time `HH:MM`.
    pub(crate) fn time(&mut self, path: &str, text: &str) -> Option<NaiveTime> {
        let read = NaiveTime::parse_from_str(text, "%H:%M").ok();
        if read.is_none() {
            self.wrong(WrongField::new(path, FieldProblem::NoSuchTime));
        }
        read
    }

    /// A local date-time `YYYY-MM-DDTHH:MM`.
    pub(crate) fn moment(&mut self, path: &str, text: &str) -> Option<NaiveDateTime> {
        let read = NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").ok();
        if read.is_none() {
            self.wrong(WrongField::new(path, FieldProblem::NoSuchTime));
        }
        read
    }

    /// A whole number between `least` and `most`, both allowed.
    pub(crate) fn between<T: PartialOrd + std::fmt::Display>(&mut self, path: &str, value: T, least: T, most: T) {
        if value < least || value > most {
            let mut field = WrongField::naming(path, FieldProblem::OutOfRange, "least", least);
            field.args.push(("most", most.to_string()));
            self.wrong(field);
        }
    }

    /// Why something is done; trimmed.
    pub(crate) fn reason(&mut self, path: &str, text: &str) -> String {
        if text.trim().is_empty() {
            self.wrong(WrongField::new(path, FieldProblem::NoReason));
        }
        self.line(path, text, TEXT)
    }

    /// A password somebody chooses; `names` are the clinic's and that person's.
    pub(crate) fn password(&mut self, path: &str, text: &str, names: &[&str]) -> Option<Password> {
        match Password::chosen(text, names) {
            Ok(password) => Some(password),
            Err(problem) => {
                self.wrong(WrongField::new(path, password_problem(&problem)));
                None
            }
        }
    }

    /// All at once.
    ///
    /// # Errors
    /// [`Failure::Fields`] if anything was wrong.
    pub(crate) fn finish(self) -> Result<(), Failure> {
        if self.0.is_empty() { Ok(()) } else { Err(Failure::Fields(self.0)) }
    }
}

/// The one wrong field as a failure.
pub(crate) fn wrong_field(path: &str, problem: FieldProblem) -> Failure {
    Failure::Fields(vec![WrongField::new(path, problem)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_wrong_field_is_named_at_once() {
        let mut fields = Checker::default();
        fields.needed("family", "  ", LINE);
        fields.day("born_on", "2026-02-30");
        let Err(Failure::Fields(wrong)) = fields.finish() else { panic!("two fields are wrong") };
        let paths: Vec<_> = wrong.iter().map(|field| field.path.as_str()).collect();
        assert_eq!(paths, ["family", "born_on"], "a person corrects everything in one go");
    }
}
