//! A report of something that went wrong, with what the record knows of the client, the visit, the device and the lots.

use care::record::{DocumentKind, ItemKind, ItemUse, Treatment};
use care::vocabulary::Sex;
use chrono::NaiveDate;

use super::making::{Composed, Making, Sealing, with_frame};
use super::record_facts::{allergies, role_of};
use crate::cases::fields::{Checker, LINE, TEXT};
use crate::failure::{Failure, FieldProblem, WrongField};
use crate::print::kinds::{AdverseEvent, FormField, FormPart, adverse_event_document};
use crate::seat::Seat;
use crate::visit::{OpenVisit, age};
use crate::wire::{AdverseEventPaper, ReportForm};

/// What the record and the reporter know, in words.
struct Facts {
    client_number: String,
    age: String,
    sex: String,
    happened_on: NaiveDate,
    outcome: String,
    description: String,
    tests: String,
    history: String,
    device: String,
    lots: String,
    others: String,
    used_on: NaiveDate,
    reporter: String,
    contact: String,
}

/// Puts the report together.
///
/// # Errors
/// A wrong field.
pub(super) fn compose(seat: &Seat<'_>, report: &AdverseEventPaper, making: &Making<'_>) -> Result<Composed, Failure> {
    let open = OpenVisit::read(seat, report.visit)?;
    let facts = facts(seat, &open, report, making)?;
    let form = match report.form {
        ReportForm::Medwatch => "MedWatch 3500",
        ReportForm::YellowCard => "Yellow Card",
    };
    let document = with_frame(seat, &open.client, making, |frame| {
        let words = care::LetterWords::in_language(making.language)?;
        let (happened, used) = (words.short_day(facts.happened_on)?, words.short_day(facts.used_on)?);
        let today = words.short_day(seat.today())?;
        let field = |name, value| FormField { name, value };
        adverse_event_document(
            frame,
            &AdverseEvent {
                form,
                on: seat.today(),
                parts: &[
                    FormPart {
                        heading: "ae_patient",
                        fields: &[
                            field("ae_initials", &facts.client_number),
                            field("ae_age", &facts.age),
                            field("ae_sex", &facts.sex),
                            field("ae_weight", ""),
                        ],
                    },
                    FormPart {
                        heading: "ae_event",
                        fields: &[
                            field("ae_outcome", &facts.outcome),
                            field("ae_on", &happened),
                            field("ae_reported_on", &today),
                            field("ae_description", &facts.description),
                            field("ae_tests", &facts.tests),
                            field("ae_history", &facts.history),
                        ],
                    },
                    FormPart {
                        heading: "ae_device",
                        fields: &[
                            field("ae_brand", &facts.device),
                            field("ae_model", &facts.lots),
                            field("ae_used_on", &used),
                            field("ae_available", ""),
                        ],
                    },
                    FormPart { heading: "ae_others", fields: &[field("ae_brand", &facts.others)] },
                    FormPart {
                        heading: "ae_reporter",
                        fields: &[field("ae_name", &facts.reporter), field("ae_contact", &facts.contact)],
                    },
                ],
            },
        )
    })?;
    Ok(Composed {
        kind: DocumentKind::AdverseEvent,
        client: open.client,
        visit: Some(report.visit),
        document,
        record: None,
        enclosed: Vec::new(),
        sealing: Sealing::Plain,
    })
}

fn facts(seat: &Seat<'_>, open: &OpenVisit, report: &AdverseEventPaper, making: &Making<'_>) -> Result<Facts, Failure> {
    let mut fields = Checker::default();
    let description = fields.needed("paper.description", &report.description, TEXT);
    let outcome = fields.line("paper.outcome", &report.outcome, LINE);
    let tests = fields.line("paper.tests", &report.tests, TEXT);
    let happened_on = fields.day("paper.happened_on", &report.happened_on);
    if happened_on.is_some_and(|on| on > seat.today()) {
        fields.wrong(WrongField::new("paper.happened_on", FieldProblem::InFuture));
    }
    fields.finish()?;
    let happened_on = happened_on.ok_or(Failure::Panicked)?;
    let clinic = seat.clinic();
    let missing = crate::print::no_text;
    let role = role_of(making.language, &seat.user().registration).map_err(missing)?;
    Ok(Facts {
        client_number: open.client.number.clone(),
        age: age(open.client.born_on, happened_on).to_string(),
        sex: sex(making, open.client.sex)?,
        happened_on,
        outcome,
        description,
        tests,
        history: history(making, open)?,
        device: devices(open),
        lots: items(open, |item| item.kind == ItemKind::Cartridge),
        others: items(open, |item| item.kind != ItemKind::Cartridge),
        used_on: open.visit.visit_on,
        reporter: format!("{}, {role}", seat.user().name),
        contact: format!("{}\n{}\n{}", clinic.name, clinic.address, clinic.phone),
    })
}

fn devices(open: &OpenVisit) -> String {
    let names = open.components().iter().filter_map(|part| match &part.treatment {
        Treatment::Mn(needling) | Treatment::Rf(needling) => Some(needling.device.name.as_str()),
        Treatment::Prp(_) | Treatment::Peel(_) | Treatment::Serum(_) | Treatment::Ta(_) | Treatment::Led(_) => None,
    });
    names.collect::<Vec<_>>().join(", ")
}

/// Products with their lots, one a line.
fn items(open: &OpenVisit, wanted: impl Fn(&ItemUse) -> bool) -> String {
    let lines = open.used_items().iter().filter(|item| wanted(item)).map(|item| {
        let gtin = item.item.gtin.as_deref().map(|gtin| format!(", {gtin}")).unwrap_or_default();
        format!("{}, {}{gtin}", item.item.product, item.item.lot)
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn sex(making: &Making<'_>, sex: Sex) -> Result<String, Failure> {
    let id = match sex {
        Sex::Female => "sex_female",
        Sex::Male => "sex_male",
        Sex::Other => "sex_other",
        Sex::Unknown => return Ok(String::new()),
    };
    let words = care::LetterWords::in_language(making.language).map_err(crate::print::no_text)?;
    Ok(words.say(id).map_err(crate::print::no_text)?.to_owned())
}

/// What the record knows that may matter, each by its name: an empty place never reads as "nothing".
fn history(making: &Making<'_>, open: &OpenVisit) -> Result<String, Failure> {
    let missing = crate::print::no_text;
    let known = allergies(making.language, &open.client.allergies).map_err(missing)?;
    if known.is_empty() {
        return Ok(String::new());
    }
    let words = care::LetterWords::in_language(making.language).map_err(missing)?;
    Ok(format!("{}: {known}", words.say("rf_allergies").map_err(missing)?))
}
