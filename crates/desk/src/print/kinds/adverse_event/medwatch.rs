//! The order of Form FDA 3500 (MedWatch, voluntary reporting).
//!
//! Source: FDA, "Instructions for Completing Form FDA 3500" and the form of 2019: A patient information, B adverse event
//! or product problem, C product availability, D suspect products, E suspect medical device, F other (concomitant)
//! medical products, G reporter. Ethnicity and race (A5) and the questions about implants and reprocessing (E6 to E8) are
//! left to the person: the record does not hold them.

use super::{AdverseEvent, Field, Part, SuspectDevice, SuspectProduct};

pub(super) fn parts<'a>(report: &AdverseEvent<'a>) -> Vec<Part<'a>> {
    let (patient, event, reporter) = (report.patient, report.event, report.reporter);
    let identifier = if patient.number.trim().is_empty() { patient.initials } else { patient.number };
    let mut parts = vec![
        Part {
            heading: "ae_mw_a",
            fields: vec![
                Field::asked("ae_mw_identifier", identifier),
                Field::asked("ae_mw_age", patient.age),
                Field::asked("ae_sex", patient.sex),
                Field::known("ae_weight", patient.weight),
            ],
            is_asked: true,
        },
        Part {
            heading: "ae_mw_b",
            fields: vec![
                Field::asked("ae_mw_kind", event.kind),
                Field::asked(
                    "ae_mw_outcome",
                    if event.serious.trim().is_empty() { event.outcome } else { event.serious },
                ),
                Field::asked_day("ae_mw_on", event.began_on),
                Field::asked_day("ae_mw_reported_on", Some(report.on)),
                Field::asked("ae_mw_description", event.description),
                Field::known("ae_treatment", event.treatment),
                Field::known("ae_mw_tests", event.tests),
                Field::known("ae_mw_history", event.history),
            ],
            is_asked: true,
        },
        Part {
            heading: "ae_mw_c",
            fields: std::iter::once(report.device.map_or("", |device| device.kept))
                .chain(report.products.iter().map(|product| product.kept))
                .filter(|kept| !kept.trim().is_empty())
                .map(|kept| Field::known("ae_mw_available", kept))
                .collect(),
            is_asked: false,
        },
    ];
    parts.extend(report.products.iter().map(product));
    parts.extend(report.device.as_ref().map(device));
    parts.push(Part {
        heading: "ae_mw_f",
        fields: report.others.iter().map(|other| Field::known("ae_mw_other", other)).collect(),
        is_asked: false,
    });
    parts.push(Part {
        heading: "ae_mw_g",
        fields: vec![
            Field::asked("ae_mw_reporter", reporter.name),
            Field::asked("ae_contact", reporter.contact),
            Field::asked("ae_mw_occupation", reporter.profession),
            Field::known("ae_mw_also_told", reporter.also_told),
        ],
        is_asked: true,
    });
    parts
}

fn product<'a>(product: &SuspectProduct<'a>) -> Part<'a> {
    Part {
        heading: "ae_mw_d",
        fields: vec![
            Field::asked("ae_mw_product", product.name),
            Field::known("ae_mw_dose", product.dose),
            Field::known_day("ae_used_from", product.from),
            Field::known_day("ae_used_to", product.to),
            Field::known("ae_mw_reason", product.reason),
            Field::known("ae_lot", product.lot),
            Field::known_day("ae_expires_on", product.expires_on),
        ],
        is_asked: false,
    }
}

fn device<'a>(device: &SuspectDevice<'a>) -> Part<'a> {
    Part {
        heading: "ae_mw_e",
        fields: vec![
            Field::asked("ae_mw_brand", device.brand),
            Field::known("ae_mw_device_kind", device.kind),
            Field::asked("ae_mw_maker", device.maker),
            Field::known("ae_model", device.model),
            Field::known("ae_lot", device.lot),
            Field::known("ae_catalogue", device.catalogue),
            Field::known_day("ae_expires_on", device.expires_on),
            Field::known("ae_serial", device.serial),
            Field::known("ae_udi", device.udi),
            Field::known("ae_operator", device.operator),
        ],
        is_asked: true,
    }
}
