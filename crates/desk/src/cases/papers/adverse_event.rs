//! A report of something that went wrong, with what the record knows of the client, the visit, the device and the lots.

use care::record::{DocumentKind, ItemKind, Treatment};
use care::vocabulary::Sex;
use chrono::NaiveDate;

use super::making::{Composed, Making, Sealing, with_frame};
use super::record_facts::{allergies, role_of};
use crate::cases::consents::suggested_initials;
use crate::cases::fields::{Checker, LINE, TEXT};
use crate::failure::{Failure, FieldProblem, WrongField};
use crate::print::kinds::{
    AdverseEvent, AffectedPerson, AuthorityForm, EventFacts, Reporter, SuspectDevice, SuspectProduct,
    adverse_event_document,
};
use crate::seat::Seat;
use crate::visit::{OpenVisit, age};
use crate::wire::{AdverseEventPaper, ReportForm};

/// What the record and the reporter know, in words.
struct Facts {
    initials: String,
    age: String,
    sex: String,
    happened_on: NaiveDate,
    outcome: String,
    description: String,
    tests: String,
    history: String,
    device: Option<Device>,
    products: Vec<Product>,
    reporter_role: String,
    contact: String,
}

/// The needling device with its cartridges.
struct Device {
    brand: String,
    lots: String,
}

/// Something that was put on or into the skin.
struct Product {
    name: String,
    lot: String,
    expires_on: Option<NaiveDate>,
    used_on: NaiveDate,
}

fn suspect(product: &Product) -> SuspectProduct<'_> {
    SuspectProduct {
        name: &product.name,
        lot: &product.lot,
        expires_on: product.expires_on,
        from: Some(product.used_on),
        to: Some(product.used_on),
        ..SuspectProduct::default()
    }
}

/// Puts the report together.
///
/// # Errors
/// A wrong field.
pub(super) fn compose(seat: &Seat<'_>, report: &AdverseEventPaper, making: &Making<'_>) -> Result<Composed, Failure> {
    let open = OpenVisit::read_for_paper(seat, report.visit)?;
    let facts = facts(seat, &open, report, making)?;
    let form = match report.form {
        ReportForm::Medwatch => AuthorityForm::MedWatch,
        ReportForm::YellowCard => AuthorityForm::YellowCard,
    };
    let products: Vec<SuspectProduct<'_>> = facts.products.iter().map(suspect).collect();
    let document = with_frame(seat, &open.client, making, |frame| {
        adverse_event_document(
            frame,
            form,
            &AdverseEvent {
                on: seat.today(),
                patient: AffectedPerson {
                    initials: &facts.initials,
                    number: &open.client.number,
                    age: &facts.age,
                    sex: &facts.sex,
                    weight: "",
                },
                event: EventFacts {
                    began_on: Some(facts.happened_on),
                    description: &facts.description,
                    outcome: &facts.outcome,
                    tests: &facts.tests,
                    history: &facts.history,
                    ..EventFacts::default()
                },
                device: facts.device.as_ref().map(|device| SuspectDevice {
                    brand: &device.brand,
                    lot: &device.lots,
                    operator: &facts.reporter_role,
                    ..SuspectDevice::default()
                }),
                products: &products,
                others: &[],
                reporter: Reporter {
                    name: &seat.user().name,
                    profession: &facts.reporter_role,
                    contact: &facts.contact,
                    also_told: "",
                },
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
        initials: suggested_initials(open),
        age: age(open.client.born_on, happened_on).to_string(),
        sex: sex(making, open.client.sex)?,
        happened_on,
        outcome,
        description,
        tests,
        history: history(making, open)?,
        device: device(open),
        products: products(open),
        reporter_role: role,
        contact: format!("{}\n{}\n{}", clinic.name, clinic.address, clinic.phone),
    })
}

/// The device of the needling that was planned, with the lots of its cartridges.
fn device(open: &OpenVisit) -> Option<Device> {
    let names = open.components().iter().filter_map(|part| match &part.treatment {
        Treatment::Mn(needling) | Treatment::Rf(needling) => Some(needling.device.name.as_str()),
        Treatment::Prp(_) | Treatment::Peel(_) | Treatment::Serum(_) | Treatment::Ta(_) | Treatment::Led(_) => None,
    });
    let brand = names.collect::<Vec<_>>().join(", ");
    let used = open.used_items();
    let cartridges = used.iter().filter(|item| item.kind == ItemKind::Cartridge);
    let lots =
        cartridges.map(|item| format!("{}, {}", item.item.product, item.item.lot)).collect::<Vec<_>>().join("\n");
    (!brand.is_empty()).then_some(Device { brand, lots })
}

/// Everything else that was used, each with its lot.
fn products(open: &OpenVisit) -> Vec<Product> {
    let used = open.used_items();
    let products = used.iter().filter(|item| item.kind != ItemKind::Cartridge).map(|item| Product {
        name: item.item.product.clone(),
        lot: item.item.lot.clone(),
        expires_on: item.item.expires_on,
        used_on: open.visit.visit_on,
    });
    products.collect()
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
