//! The order of the Yellow Card of the MHRA.
//!
//! Source: MHRA and Commission on Human Medicines, Yellow Card "Suspected adverse drug reactions" for health
//! professionals: patient details, suspected drugs, suspected reactions, other drugs, additional relevant information,
//! reporter details. Devices are reported at the same place (yellowcard.mhra.gov.uk); the details that report asks for
//! stand where the drugs do.

use super::{AdverseEvent, Field, Part, SuspectDevice, SuspectProduct};

pub(super) fn parts<'a>(report: &AdverseEvent<'a>) -> Vec<Part<'a>> {
    let (patient, event, reporter) = (report.patient, report.event, report.reporter);
    let mut parts = vec![Part {
        heading: "ae_yc_patient",
        fields: vec![
            Field::asked("ae_yc_initials", patient.initials),
            Field::asked("ae_sex", patient.sex),
            Field::known("ae_weight", patient.weight),
            Field::asked("ae_yc_age", patient.age),
            Field::known("ae_yc_number", patient.number),
        ],
        is_asked: true,
    }];
    parts.extend(report.products.iter().map(product));
    parts.extend(report.device.as_ref().map(device));
    parts.extend([
        Part {
            heading: "ae_yc_reaction",
            fields: vec![
                Field::asked("ae_yc_description", event.description),
                Field::known("ae_treatment", event.treatment),
                Field::asked("ae_outcome", event.outcome),
                Field::asked_day("ae_yc_began", event.began_on),
                Field::known_day("ae_yc_ended", event.ended_on),
                Field::known("ae_yc_serious", event.serious),
            ],
            is_asked: true,
        },
        Part {
            heading: "ae_yc_others",
            fields: report.others.iter().map(|other| Field::known("ae_yc_name", other)).collect(),
            is_asked: false,
        },
        Part {
            heading: "ae_yc_more",
            fields: vec![Field::known("ae_yc_history", event.history), Field::known("ae_yc_tests", event.tests)],
            is_asked: false,
        },
        Part {
            heading: "ae_yc_reporter",
            fields: vec![
                Field::asked("ae_yc_reporter_name", reporter.name),
                Field::asked("ae_contact", reporter.contact),
                Field::asked("ae_yc_speciality", reporter.profession),
                Field::known("ae_mw_also_told", reporter.also_told),
                Field::asked_day("ae_yc_date", Some(report.on)),
            ],
            is_asked: true,
        },
    ]);
    parts
}

fn product<'a>(product: &SuspectProduct<'a>) -> Part<'a> {
    Part {
        heading: "ae_yc_drug",
        fields: vec![
            Field::asked("ae_yc_name", product.name),
            Field::known("ae_yc_batch", product.lot),
            Field::known("ae_yc_dose", product.dose),
            Field::known_day("ae_yc_started", product.from),
            Field::known_day("ae_yc_stopped", product.to),
            Field::known("ae_yc_for", product.reason),
        ],
        is_asked: false,
    }
}

fn device<'a>(device: &SuspectDevice<'a>) -> Part<'a> {
    Part {
        heading: "ae_yc_device",
        fields: vec![
            Field::asked("ae_yc_brand", device.brand),
            Field::known("ae_yc_device_kind", device.kind),
            Field::asked("ae_yc_maker", device.maker),
            Field::known("ae_model", device.model),
            Field::known("ae_catalogue", device.catalogue),
            Field::known("ae_serial", device.serial),
            Field::known("ae_yc_batch", device.lot),
            Field::known("ae_udi", device.udi),
            Field::known_day("ae_expires_on", device.expires_on),
            Field::known("ae_yc_where", device.kept),
        ],
        is_asked: true,
    }
}
