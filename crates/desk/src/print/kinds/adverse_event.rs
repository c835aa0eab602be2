//! A report of something that went wrong, to be copied into the form of an authority: one set of facts, two orders.
//!
//! Whoever copies goes down both papers with one finger, so headings and fields stand as on the authority's own form and
//! in its order. What nobody recorded vanishes, except where the form asks for it: there stands a line to write on.
//! Nothing is sent by this program, and the paper says so at its head.

mod medwatch;
mod yellow_card;

use chrono::NaiveDate;
use paper::{Block, Document, RichText, Span, Tone};

use super::{Frame, LetterError, TO_FILL_IN, cell, head_cell, section};

/// The authority whose form the report is copied into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AuthorityForm {
    /// Form FDA 3500 of the United States, for voluntary reports.
    MedWatch,
    /// The Yellow Card of the United Kingdom.
    YellowCard,
}

impl AuthorityForm {
    /// Both.
    pub const ALL: [Self; 2] = [Self::MedWatch, Self::YellowCard];
}

/// What happened. A text that is empty is not known.
#[derive(Debug, Clone, Copy)]
pub struct AdverseEvent<'a> {
    /// Day of the report.
    pub on: NaiveDate,
    /// Whom it happened to.
    pub patient: AffectedPerson<'a>,
    /// What it was.
    pub event: EventFacts<'a>,
    /// The device it happened with, if any.
    pub device: Option<SuspectDevice<'a>>,
    /// Substances it happened with.
    pub products: &'a [SuspectProduct<'a>],
    /// What else was taken or used at the time, one line each.
    pub others: &'a [&'a str],
    /// Who reports.
    pub reporter: Reporter<'a>,
}

/// Whom it happened to, without a name: authorities ask for none.
#[derive(Debug, Clone, Copy, Default)]
pub struct AffectedPerson<'a> {
    /// Initials.
    pub initials: &'a str,
    /// The clinic's own number.
    pub number: &'a str,
    /// Age when it happened.
    pub age: &'a str,
    /// Sex.
    pub sex: &'a str,
    /// Weight with its unit.
    pub weight: &'a str,
}

/// What happened.
#[derive(Debug, Clone, Copy, Default)]
pub struct EventFacts<'a> {
    /// Injury, malfunction, mistake in use, …
    pub kind: &'a str,
    /// First day.
    pub began_on: Option<NaiveDate>,
    /// Last day.
    pub ended_on: Option<NaiveDate>,
    /// The course in words.
    pub description: &'a str,
    /// What was done about it.
    pub treatment: &'a str,
    /// How it stands.
    pub outcome: &'a str,
    /// Why it counts as serious; empty where it does not.
    pub serious: &'a str,
    /// Tests with their days.
    pub tests: &'a str,
    /// Illnesses, allergies, earlier treatments.
    pub history: &'a str,
}

/// A device.
#[derive(Debug, Clone, Copy, Default)]
pub struct SuspectDevice<'a> {
    /// Its name.
    pub brand: &'a str,
    /// What kind of device.
    pub kind: &'a str,
    /// Its maker with the place.
    pub maker: &'a str,
    /// Model.
    pub model: &'a str,
    /// Catalogue number.
    pub catalogue: &'a str,
    /// Serial number.
    pub serial: &'a str,
    /// Lot.
    pub lot: &'a str,
    /// Last day it may be used.
    pub expires_on: Option<NaiveDate>,
    /// Unique device identifier as on the label.
    pub udi: &'a str,
    /// Who used it.
    pub operator: &'a str,
    /// Where it is now, and whether it can be examined.
    pub kept: &'a str,
}

/// A medicine, serum, cream or other substance.
#[derive(Debug, Clone, Copy, Default)]
pub struct SuspectProduct<'a> {
    /// Name, strength, maker.
    pub name: &'a str,
    /// Lot.
    pub lot: &'a str,
    /// Last day it may be used.
    pub expires_on: Option<NaiveDate>,
    /// Amount, how often, on which way.
    pub dose: &'a str,
    /// First day of use.
    pub from: Option<NaiveDate>,
    /// Last day of use.
    pub to: Option<NaiveDate>,
    /// What for.
    pub reason: &'a str,
    /// Whether it can be examined.
    pub kept: &'a str,
}

/// Who reports.
#[derive(Debug, Clone, Copy, Default)]
pub struct Reporter<'a> {
    /// Name.
    pub name: &'a str,
    /// Profession.
    pub profession: &'a str,
    /// Address, telephone, mail.
    pub contact: &'a str,
    /// Who else was told: the maker, an insurer.
    pub also_told: &'a str,
}

/// One part of a form: the id of its heading, and its fields in order.
struct Part<'a> {
    heading: &'static str,
    fields: Vec<Field<'a>>,
    /// Whether the form asks for the part even where nothing is known.
    is_asked: bool,
}

/// One field: the id of its name, what is known, and whether the form asks for it even where nothing is.
struct Field<'a> {
    name: &'static str,
    value: Value<'a>,
    is_asked: bool,
}

enum Value<'a> {
    Text(&'a str),
    Day(Option<NaiveDate>),
}

impl<'a> Field<'a> {
    /// A field that vanishes where nothing is known.
    fn known(name: &'static str, value: &'a str) -> Self {
        Self { name, value: Value::Text(value), is_asked: false }
    }

    /// A field the form asks for.
    fn asked(name: &'static str, value: &'a str) -> Self {
        Self { name, value: Value::Text(value), is_asked: true }
    }

    fn known_day(name: &'static str, day: Option<NaiveDate>) -> Self {
        Self { name, value: Value::Day(day), is_asked: false }
    }

    fn asked_day(name: &'static str, day: Option<NaiveDate>) -> Self {
        Self { name, value: Value::Day(day), is_asked: true }
    }

    fn is_known(&self) -> bool {
        match self.value {
            Value::Text(text) => !text.trim().is_empty(),
            Value::Day(day) => day.is_some(),
        }
    }
}

/// Lays the report out in the order of one form.
///
/// # Errors
/// [`LetterError`] when a text is missing, or nothing that happened is known.
pub fn adverse_event_document(
    frame: &Frame<'_>,
    form: AuthorityForm,
    report: &AdverseEvent<'_>,
) -> Result<Document, LetterError> {
    let words = frame.words()?;
    if report.event.description.trim().is_empty() {
        return Err(LetterError::Empty { what: "the description of the event" });
    }
    let (form_name, parts) = match form {
        AuthorityForm::MedWatch => ("ae_form_medwatch", medwatch::parts(report)),
        AuthorityForm::YellowCard => ("ae_form_yellow_card", yellow_card::parts(report)),
    };
    let title = words.say("ae_title")?;
    let draft = words.fill("ae_draft", &[("form", words.say(form_name)?)])?;
    let mut blocks = vec![
        Block::Title(title.to_owned()),
        Block::Note { tone: Tone::Caution, heading: words.day(report.on)?, body: vec![draft.into()] },
    ];
    for part in parts {
        let is_known = part.fields.iter().any(Field::is_known);
        if !is_known && !part.is_asked {
            continue;
        }
        let mut rows = Vec::new();
        for field in part.fields.iter().filter(|field| field.is_asked || field.is_known()) {
            let value = match field.value {
                Value::Text(text) => text.trim().to_owned(),
                Value::Day(day) => day.map(|day| words.short_day(day)).transpose()?.unwrap_or_default(),
            };
            let value = if value.is_empty() { RichText(vec![Span::words(TO_FILL_IN)]) } else { cell(&value) };
            rows.push(vec![head_cell(words.say(field.name)?), value]);
        }
        blocks.push(section(words.say(part.heading)?));
        blocks.push(Block::Table { head: Vec::new(), rows, widths: vec![320, 680] });
    }
    frame.document(title, "ae_kind", blocks)
}
