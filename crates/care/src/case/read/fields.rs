//! A place in the tree with its path, and the readings a case is made of.

use std::borrow::Borrow;

use chrono::{NaiveDate, NaiveDateTime};

use super::node::{Node, Object};
use super::{CaseError, days, limits};
use crate::decimal::Decimal;

/// One value with its path.
pub(super) struct Place<'n> {
    path: String,
    node: Node<'n>,
}

/// The fields of one object, each of them there once.
pub(super) struct Fields<'n> {
    path: String,
    object: Vec<(String, Node<'n>)>,
}

impl<'n> Place<'n> {
    pub(super) fn root(node: Node<'n>) -> Self {
        Self { path: String::new(), node }
    }

    /// Refuses this value, saying what is allowed here.
    pub(super) fn refuse(&self, allowed: impl Into<String>) -> CaseError {
        let path = if self.path.is_empty() { "case".to_owned() } else { self.path.clone() };
        CaseError { path, allowed: allowed.into() }
    }

    /// The object here, whose keys are all in `known`.
    pub(super) fn fields(&self, known: &'static [&'static str]) -> Result<Fields<'n>, CaseError> {
        let fields = self.any_fields()?;
        match fields.object.iter().find(|(key, _)| !known.contains(&key.as_str())) {
            Some((key, _)) => Err(fields.refuse(key, &format!("no such field; one of {}", known.join(", ")))),
            None => Ok(fields),
        }
    }

    /// The object here, before its kind has said which keys it may have.
    pub(super) fn any_fields(&self) -> Result<Fields<'n>, CaseError> {
        let Some(Object { fields, twice }) = self.node.object() else { return Err(self.refuse("an object")) };
        let fields = Fields { path: self.path.clone(), object: fields };
        match twice {
            Some(key) => Err(fields.refuse(&key, "a field that stands once")),
            None => Ok(fields),
        }
    }

    /// The list here, of at most so many entries.
    pub(super) fn list(&self, most: usize) -> Result<Vec<Self>, CaseError> {
        let list = self.node.list().filter(|list| list.len() <= most);
        let list = list.ok_or_else(|| self.refuse(format!("a list of at most {most}")))?;
        let at = |(index, node)| Self { path: format!("{}[{index}]", self.path), node };
        Ok(list.into_iter().enumerate().map(at).collect())
    }

    pub(super) fn flag(&self) -> Result<bool, CaseError> {
        self.node.flag().ok_or_else(|| self.refuse("true or false"))
    }

    /// Any text of at most so many letters that is not blank.
    pub(super) fn text(&self, most: usize) -> Result<String, CaseError> {
        let text = self.node.text().filter(|text| !text.trim().is_empty() && text.chars().count() <= most);
        text.ok_or_else(|| self.refuse(format!("a text that is not blank, of at most {most} letters")))
    }

    /// One word of a closed list.
    pub(super) fn word<T: Copy>(&self, all: &[T], name: impl Fn(T) -> &'static str) -> Result<T, CaseError> {
        let found = self.node.text().and_then(|text| all.iter().copied().find(|word| name(*word) == text));
        found.ok_or_else(|| self.refuse(super::words(all.iter().map(|word| name(*word)))))
    }

    /// One id of a table.
    pub(super) fn id<'t, T>(&self, all: impl Iterator<Item = &'t T> + Clone) -> Result<T, CaseError>
    where
        T: Clone + std::fmt::Display + Borrow<str> + 't,
    {
        let found = self.node.text().and_then(|text| all.clone().find(|id| Borrow::<str>::borrow(*id) == text));
        found.cloned().ok_or_else(|| self.refuse(super::words(all)))
    }

    /// A whole number between two ends.
    pub(super) fn whole(&self, from: u32, to: u32) -> Result<u32, CaseError> {
        let number = self.node.exact_number().and_then(Decimal::count).filter(|number| (from..=to).contains(number));
        number.ok_or_else(|| self.refuse(format!("a whole number from {from} to {to}")))
    }

    /// A depth in millimetres between two ends, in micrometres.
    pub(super) fn depth_um(&self, from_um: u32, to_um: u32) -> Result<u32, CaseError> {
        let depth = self.node.exact_number().and_then(Decimal::thousandths);
        depth.filter(|depth| (from_um..=to_um).contains(depth)).ok_or_else(|| {
            let from = if from_um == 0 { "from 0" } else { "above 0" };
            self.refuse(format!("millimetres {from} to {} with at most three decimal places", to_um / 1_000))
        })
    }

    /// A number above zero, up to `most`.
    pub(super) fn above_zero_to(&self, most: u32) -> Result<Decimal, CaseError> {
        let number = self.node.number().filter(|number| *number > Decimal::ZERO && *number <= Decimal::whole(most));
        number.ok_or_else(|| self.refuse(format!("a number above 0, at most {most}")))
    }

    /// A number above zero.
    pub(super) fn above_zero(&self) -> Result<Decimal, CaseError> {
        self.above_zero_to(limits::LARGEST)
    }

    /// A number from zero up to `most`.
    pub(super) fn zero_to(&self, most: u32) -> Result<Decimal, CaseError> {
        let number = self.node.number().filter(|number| *number <= Decimal::whole(most));
        number.ok_or_else(|| self.refuse(format!("a number from 0 to {most}")))
    }

    /// A number from zero up.
    pub(super) fn zero_or_more(&self) -> Result<Decimal, CaseError> {
        self.zero_to(limits::LARGEST)
    }

    /// A phototype.
    pub(super) fn phototype(&self) -> Result<u8, CaseError> {
        self.read_phototype().ok_or_else(|| self.refuse("a whole number from 1 to 6"))
    }

    /// A phototype, or null where nobody assessed it.
    pub(super) fn phototype_or_null(&self) -> Result<Option<u8>, CaseError> {
        if self.node.is_null() {
            return Ok(None);
        }
        self.read_phototype().map(Some).ok_or_else(|| self.refuse("a whole number from 1 to 6, or null"))
    }

    fn read_phototype(&self) -> Option<u8> {
        let number = self.node.exact_number().and_then(Decimal::count).filter(|number| (1..=6).contains(number))?;
        u8::try_from(number).ok()
    }

    /// A whole date that exists.
    pub(super) fn date(&self) -> Result<NaiveDate, CaseError> {
        let on = self.node.text().and_then(|text| days::date(&text, limits::YEARS));
        on.ok_or_else(|| self.refuse(format!("a date YYYY-MM-DD that exists, {}", years())))
    }

    /// A whole date that is not after `today`.
    pub(super) fn past_date(&self, today: NaiveDate) -> Result<NaiveDate, CaseError> {
        let on = self.node.text().and_then(|text| days::date(&text, limits::YEARS)).filter(|on| *on <= today);
        on.ok_or_else(|| {
            self.refuse(format!("a date YYYY-MM-DD that exists and is not after today, {}", years_before()))
        })
    }

    /// A date or a month that is not after `today`; a month means its last day, or `today` if that is earlier.
    pub(super) fn partial_date(&self, today: NaiveDate) -> Result<NaiveDate, CaseError> {
        let read = |text: String| {
            let day = days::date(&text, limits::YEARS).filter(|on| *on <= today);
            day.or_else(|| days::month(&text, limits::YEARS, today))
        };
        self.node.text().and_then(read).ok_or_else(|| {
            let allowed = "a date YYYY-MM-DD or a month YYYY-MM that exists and is not after today";
            self.refuse(format!("{allowed}, {}", years_before()))
        })
    }

    /// A local date-time.
    pub(super) fn date_time(&self) -> Result<NaiveDateTime, CaseError> {
        let at = self.node.text().and_then(|text| days::date_time(&text, limits::YEARS));
        at.ok_or_else(|| self.refuse(format!("a local date and time YYYY-MM-DDTHH:MM that exists, {}", years())))
    }
}

impl<'n> Fields<'n> {
    /// The field, if it is there.
    pub(super) fn take(&self, name: &'static str) -> Option<Place<'n>> {
        let (_, node) = self.object.iter().find(|(key, _)| key == name)?;
        Some(Place { path: join(&self.path, name), node: *node })
    }

    /// The field, which has to be there: an absent one reads as null, which its reading then refuses.
    pub(super) fn require(&self, name: &'static str) -> Place<'n> {
        self.take(name).unwrap_or_else(|| Place { path: join(&self.path, name), node: Node::NULL })
    }

    /// Every field as key and value, for keys that are ids.
    pub(super) fn entries(&self) -> impl Iterator<Item = (&str, Place<'n>)> {
        self.object.iter().map(|(key, node)| (key.as_str(), Place { path: join(&self.path, key), node: *node }))
    }

    /// Refuses the whole object at the path of one of its fields.
    pub(super) fn refuse(&self, name: &str, allowed: &str) -> CaseError {
        CaseError { path: join(&self.path, name), allowed: allowed.to_owned() }
    }
}

fn years() -> String {
    format!("from {} to {}", limits::YEARS.start(), limits::YEARS.end())
}

fn years_before() -> String {
    format!("from {} on", limits::YEARS.start())
}

/// A path with one more step.
fn join(path: &str, key: &str) -> String {
    let key = shown(key);
    if path.is_empty() { key } else { format!("{path}.{key}") }
}

/// A key as a refusal names it: letters that could break or turn the line are escaped, a long one breaks off.
fn shown(key: &str) -> String {
    if key.is_empty() {
        return "\"\"".to_owned();
    }
    let mut letters = key.chars();
    let start: String = letters.by_ref().take(limits::SHOWN_LETTERS).flat_map(char::escape_debug).collect();
    if letters.next().is_some() { format!("{start}…") } else { start }
}
