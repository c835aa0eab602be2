//! A place in the tree with its path, and the readings a case is made of.

use std::borrow::Borrow;

use chrono::{Datelike, NaiveDate, NaiveDateTime};

use super::CaseError;
use super::node::Node;
use crate::decimal::Decimal;

/// Deepest needle depth any plan or scope may name, in micrometres.
pub(super) const DEEPEST_UM: u32 = 4_000;

static ABSENT: Node = Node::Null;

/// One value with its path.
pub(super) struct Place<'n> {
    path: String,
    node: &'n Node,
}

/// The fields of one object, all of them known.
pub(super) struct Fields<'n> {
    path: String,
    object: &'n [(String, Node)],
}

impl<'n> Place<'n> {
    pub(super) fn root(node: &'n Node) -> Self {
        Self { path: String::new(), node }
    }

    /// Refuses this value, saying what is allowed here.
    pub(super) fn refuse(&self, allowed: impl Into<String>) -> CaseError {
        let path = if self.path.is_empty() { "case".to_owned() } else { self.path.clone() };
        CaseError { path, allowed: allowed.into() }
    }

    /// The object here, whose keys are all in `known`.
    pub(super) fn fields(&self, known: &'static [&'static str]) -> Result<Fields<'n>, CaseError> {
        let Node::Object(object) = self.node else { return Err(self.refuse("an object")) };
        match object.iter().find(|(key, _)| !known.contains(&key.as_str())) {
            Some((key, node)) => Err(Self { path: join(&self.path, key), node }
                .refuse(format!("no such field; one of {}", known.join(", ")))),
            None => Ok(Fields { path: self.path.clone(), object }),
        }
    }

    /// The object here, before its kind has said which keys it may have.
    pub(super) fn any_fields(&self) -> Result<Fields<'n>, CaseError> {
        let Node::Object(object) = self.node else { return Err(self.refuse("an object")) };
        Ok(Fields { path: self.path.clone(), object })
    }

    /// The object here as key and value, for keys that are ids.
    pub(super) fn entries(&self) -> Result<Vec<(&'n str, Self)>, CaseError> {
        let Node::Object(object) = self.node else { return Err(self.refuse("an object")) };
        Ok(object.iter().map(|(key, node)| (key.as_str(), Self { path: join(&self.path, key), node })).collect())
    }

    /// The list here.
    pub(super) fn list(&self) -> Result<Vec<Self>, CaseError> {
        let Node::List(list) = self.node else { return Err(self.refuse("a list")) };
        let at = |(index, node)| Self { path: format!("{}[{index}]", self.path), node };
        Ok(list.iter().enumerate().map(at).collect())
    }

    pub(super) fn flag(&self) -> Result<bool, CaseError> {
        match self.node {
            Node::Flag(flag) => Ok(*flag),
            Node::Null | Node::Number(_) | Node::Text(_) | Node::List(_) | Node::Object(_) => {
                Err(self.refuse("true or false"))
            }
        }
    }

    fn as_text(&self) -> Option<&'n str> {
        if let Node::Text(text) = self.node { Some(text) } else { None }
    }

    /// Any text that is not empty.
    pub(super) fn text(&self) -> Result<String, CaseError> {
        let text = self.as_text().filter(|text| !text.is_empty());
        text.map(str::to_owned).ok_or_else(|| self.refuse("a text that is not empty"))
    }

    /// One word of a closed list.
    pub(super) fn word<T: Copy>(&self, all: &[T], name: impl Fn(T) -> &'static str) -> Result<T, CaseError> {
        let found = self.as_text().and_then(|text| all.iter().copied().find(|word| name(*word) == text));
        found.ok_or_else(|| self.refuse(super::words(all.iter().map(|word| name(*word)))))
    }

    /// One id of a table.
    pub(super) fn id<'t, T>(&self, all: impl Iterator<Item = &'t T> + Clone) -> Result<T, CaseError>
    where
        T: Clone + std::fmt::Display + Borrow<str> + 't,
    {
        let found = self.as_text().and_then(|text| all.clone().find(|id| Borrow::<str>::borrow(*id) == text));
        found.cloned().ok_or_else(|| self.refuse(super::words(all)))
    }

    fn number(&self) -> Option<Decimal> {
        if let Node::Number(number) = self.node { *number } else { None }
    }

    /// A whole number between two ends.
    pub(super) fn whole(&self, from: u32, to: u32) -> Result<u32, CaseError> {
        let number = self.number().and_then(Decimal::count).filter(|number| (from..=to).contains(number));
        number.ok_or_else(|| self.refuse(format!("a whole number from {from} to {to}")))
    }

    /// A depth in millimetres between two ends, in micrometres.
    pub(super) fn depth_um(&self, from_um: u32, to_um: u32) -> Result<u32, CaseError> {
        let depth = self.number().and_then(Decimal::thousandths).filter(|depth| (from_um..=to_um).contains(depth));
        depth.ok_or_else(|| {
            let from = if from_um == 0 { "from 0" } else { "above 0" };
            self.refuse(format!("millimetres {from} to {} with at most three decimal places", to_um / 1_000))
        })
    }

    /// A number above zero.
    pub(super) fn above_zero(&self) -> Result<Decimal, CaseError> {
        let number = self.number().filter(|number| *number > Decimal::ZERO);
        number.ok_or_else(|| self.refuse("a number above 0, at most 1000000000"))
    }

    /// A number from zero up.
    pub(super) fn zero_or_more(&self) -> Result<Decimal, CaseError> {
        let number = self.number().filter(|number| *number >= Decimal::ZERO);
        number.ok_or_else(|| self.refuse("a number from 0 to 1000000000"))
    }

    /// A number above zero, up to `most`.
    pub(super) fn above_zero_to(&self, most: u32) -> Result<Decimal, CaseError> {
        let number = self.number().filter(|number| *number > Decimal::ZERO && *number <= Decimal::whole(most));
        number.ok_or_else(|| self.refuse(format!("a number above 0, at most {most}")))
    }

    /// A number from zero up to `most`.
    pub(super) fn zero_to(&self, most: u32) -> Result<Decimal, CaseError> {
        let number = self.number().filter(|number| *number >= Decimal::ZERO && *number <= Decimal::whole(most));
        number.ok_or_else(|| self.refuse(format!("a number from 0 to {most}")))
    }

    /// A phototype, or null where nobody assessed it.
    pub(super) fn phototype_or_null(&self) -> Result<Option<u8>, CaseError> {
        if matches!(self.node, Node::Null) {
            return Ok(None);
        }
        let number = self.number().and_then(Decimal::count).filter(|number| (1..=6).contains(number));
        let number = number.and_then(|number| u8::try_from(number).ok());
        number.map(Some).ok_or_else(|| self.refuse("a whole number from 1 to 6, or null"))
    }

    /// A phototype.
    pub(super) fn phototype(&self) -> Result<u8, CaseError> {
        self.phototype_or_null()?.ok_or_else(|| self.refuse("a whole number from 1 to 6"))
    }

    /// A whole date that exists.
    pub(super) fn date(&self) -> Result<NaiveDate, CaseError> {
        self.as_text().and_then(parse_date).ok_or_else(|| self.refuse("a date YYYY-MM-DD that exists"))
    }

    /// A whole date that is not after `today`.
    pub(super) fn past_date(&self, today: NaiveDate) -> Result<NaiveDate, CaseError> {
        let on = self.as_text().and_then(parse_date).filter(|on| *on <= today);
        on.ok_or_else(|| self.refuse("a date YYYY-MM-DD that exists and is not after today"))
    }

    /// A date or a month that is not after `today`; a month means its last day, or `today` if that is earlier.
    pub(super) fn partial_date(&self, today: NaiveDate) -> Result<NaiveDate, CaseError> {
        let on = self.as_text().and_then(|text| match parse_date(text) {
            Some(on) => Some(on).filter(|on| *on <= today),
            None => last_day(text, today),
        });
        on.ok_or_else(|| self.refuse("a date YYYY-MM-DD or a month YYYY-MM that exists and is not after today"))
    }

    /// A local date-time.
    pub(super) fn date_time(&self) -> Result<NaiveDateTime, CaseError> {
        let read = |text: &str| {
            let (date, time) = text.split_once('T')?;
            let is_plain =
                time.len() == 5 && time.bytes().enumerate().all(|(at, byte)| at == 2 || byte.is_ascii_digit());
            let time = chrono::NaiveTime::parse_from_str(time, "%H:%M").ok().filter(|_| is_plain)?;
            Some(parse_date(date)?.and_time(time))
        };
        self.as_text().and_then(read).ok_or_else(|| self.refuse("a local date and time YYYY-MM-DDTHH:MM that exists"))
    }
}

impl<'n> Fields<'n> {
    /// The field, if it is there.
    pub(super) fn take(&self, name: &'static str) -> Option<Place<'n>> {
        let (_, node) = self.object.iter().find(|(key, _)| key == name)?;
        Some(Place { path: join(&self.path, name), node })
    }

    /// The field, which has to be there: an absent one reads as null, which its reading then refuses.
    pub(super) fn require(&self, name: &'static str) -> Place<'n> {
        self.take(name).unwrap_or_else(|| Place { path: join(&self.path, name), node: &ABSENT })
    }

    /// Refuses the whole object at the path of one of its fields.
    pub(super) fn refuse(&self, name: &'static str, allowed: &str) -> CaseError {
        CaseError { path: join(&self.path, name), allowed: allowed.to_owned() }
    }
}

/// A path with one more step; a key that could break the line is written escaped.
fn join(path: &str, key: &str) -> String {
    let key = key.escape_debug();
    if path.is_empty() { key.to_string() } else { format!("{path}.{key}") }
}

fn digits(text: &str, shape: &str) -> bool {
    text.len() == shape.len()
        && text
            .bytes()
            .zip(shape.bytes())
            .all(|(byte, wanted)| if wanted == b'0' { byte.is_ascii_digit() } else { byte == wanted })
}

fn parse_date(text: &str) -> Option<NaiveDate> {
    if !digits(text, "0000-00-00") {
        return None;
    }
    NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()
}

fn last_day(month: &str, today: NaiveDate) -> Option<NaiveDate> {
    if !digits(month, "0000-00") {
        return None;
    }
    let first = NaiveDate::parse_from_str(&format!("{month}-01"), "%Y-%m-%d").ok()?;
    if (first.year(), first.month()) > (today.year(), today.month()) {
        return None;
    }
    let next = first.checked_add_months(chrono::Months::new(1))?;
    Some(next.pred_opt()?.min(today))
}
