//! The clinic's details.

use std::sync::atomic::Ordering;

use care::record::Clinic;
use store::Act;

use crate::anchoring::{can_be_second, second_folder};
use crate::cases::fields::{Checker, LINE, TEXT};
use crate::clinic_seal::{fingerprint, in_groups};
use crate::clock::Calendar;
use crate::failure::{Failure, FieldProblem, WrongField};
use crate::seat::Seat;
use crate::wire::{ClinicFields, Empty, PrinterRow, SettingsSaveRequest, SettingsView};

/// Shows the clinic's details and the printers.
pub(crate) fn view_settings(seat: &Seat<'_>, _: Empty) -> Result<SettingsView, Failure> {
    let stored = seat.read(|read| read.clinic())?;
    let printers = seat.host().printers().into_iter();
    Ok(SettingsView {
        clinic: fields_of(&stored.record),
        version: stored.version,
        printers: printers.map(|printer| PrinterRow { name: printer.name, is_default: printer.is_default }).collect(),
        vault_folder: seat.desk().folder().display().to_string(),
        anchor_folder: stored.record.anchor_folder.clone(),
        anchors_in: second_folder(seat.desk().folder(), &stored.record).display().to_string(),
        anchor_missed: seat.desk().anchor_problem().is_some(),
        seal_fingerprint: fingerprint(&seat.opened().vault)?.map(|digits| in_groups(&digits)),
    })
}

/// Saves the clinic's details.
pub(crate) fn save_settings(seat: &Seat<'_>, request: SettingsSaveRequest) -> Result<SettingsView, Failure> {
    let mut fields = Checker::default();
    let clinic = check_clinic(&mut fields, "clinic.", &request.clinic);
    let anchor_folder = check_second_folder(seat, &mut fields, request.anchor_folder.as_deref());
    fields.finish()?;
    let changed = Clinic {
        name: clinic.name,
        address: clinic.address,
        phone: clinic.phone,
        out_of_hours_phone: clinic.out_of_hours_phone,
        jurisdiction: clinic.jurisdiction,
        time_zone: clinic.time_zone,
        paper: clinic.paper,
        lock_after_minutes: clinic.lock_after_minutes,
        anchor_folder,
        ..seat.clinic().clone()
    };
    seat.write(|write| write.put_based_on(&changed, Act::Update, request.based_on))?;
    seat.opened().lock_after_minutes.store(changed.lock_after_minutes, Ordering::Relaxed);
    view_settings(seat, Empty {})
}

/// The second folder as typed, or as it was.
fn check_second_folder(seat: &Seat<'_>, fields: &mut Checker, typed: Option<&str>) -> String {
    let Some(typed) = typed else { return seat.clinic().anchor_folder.clone() };
    let folder = fields.line("anchor_folder", typed, LINE);
    if !folder.is_empty() && !can_be_second(seat.desk().folder(), &folder) {
        fields.wrong(WrongField::new("anchor_folder", FieldProblem::SecondFolder));
    }
    folder
}

/// Checks the clinic as typed; `prefix` stands before every path.
pub(crate) fn check_clinic(fields: &mut Checker, prefix: &str, clinic: &ClinicFields) -> ClinicFields {
    let path = |name: &str| format!("{prefix}{name}");
    if !Calendar::knows(&clinic.time_zone) {
        fields.wrong(WrongField::new(path("time_zone"), FieldProblem::TimeZone));
    }
    fields.between(&path("lock_after_minutes"), clinic.lock_after_minutes, 1, 15);
    ClinicFields {
        name: fields.needed(&path("name"), &clinic.name, LINE),
        address: fields.needed(&path("address"), &clinic.address, TEXT),
        phone: fields.needed(&path("phone"), &clinic.phone, LINE),
        out_of_hours_phone: fields.needed(&path("out_of_hours_phone"), &clinic.out_of_hours_phone, LINE),
        jurisdiction: clinic.jurisdiction,
        time_zone: clinic.time_zone.clone(),
        paper: clinic.paper,
        lock_after_minutes: clinic.lock_after_minutes,
    }
}

fn fields_of(clinic: &Clinic) -> ClinicFields {
    ClinicFields {
        name: clinic.name.clone(),
        address: clinic.address.clone(),
        phone: clinic.phone.clone(),
        out_of_hours_phone: clinic.out_of_hours_phone.clone(),
        jurisdiction: clinic.jurisdiction,
        time_zone: clinic.time_zone.clone(),
        paper: clinic.paper,
        lock_after_minutes: clinic.lock_after_minutes,
    }
}
