//! A new vault from the terminal: the recovery key is written out first, then the vault is made with it.

use std::io::Write as _;

use desk::Desk;
use desk::wire::FailureView;
use serde_json::{Value, json};

use crate::arguments::{At, ClinicArguments};
use crate::failure::{CliFailure, Exit};
use crate::json::{Format, pretty};
use crate::terminal::{desk_at, read_password, vault_folder};

/// Makes a vault for a clinic.
pub(crate) fn init(at: &At, clinic: &ClinicArguments, format: Format) -> Result<(), CliFailure> {
    let password = read_password(at.password_file.as_deref())?;
    let desk = desk_at(vault_folder(at)?, None);
    let key = desk.call("recovery_key_make", &json!({}))?;
    write_out(&key, format)?;
    desk.call("vault_create", &first_run(clinic, &key, &password)).map_err(no_vault)?;
    lock(&desk);
    Ok(())
}

/// A failure after the key was written out.
pub(crate) fn no_vault(failure: FailureView) -> CliFailure {
    let failure = CliFailure::from(failure);
    CliFailure::new(failure.exit, format!("{} No vault was made: a key that was shown opens nothing.", failure.words))
}

/// The vault is whole whether or not its last entry says that it was locked.
fn lock(desk: &Desk) {
    let _ = desk.call("vault_lock", &json!({}));
}

/// The recovery key, before there is anything to lose.
pub(crate) fn write_out(key: &Value, format: Format) -> Result<(), CliFailure> {
    let text = match format {
        Format::Json => pretty(&json!({ "recovery_key": printed(key) }))?,
        Format::Words => format!(
            "Recovery key, shown this once:\n\n    {}\n\nWrite it on paper and keep it away from this computer. It opens the vault when every password is lost.",
            printed(key)
        ),
    };
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.write_all(b"\n")).and_then(|()| out.flush()).map_err(|_| {
        CliFailure::new(Exit::MachineFailed, "The recovery key could not be written out, so no vault was made.")
    })
}

/// The key in one line.
pub(crate) fn printed(key: &Value) -> String {
    let groups: Vec<&str> = key["groups"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    groups.join("-")
}

fn first_run(clinic: &ClinicArguments, key: &Value, password: &str) -> Value {
    json!({
        "clinic": {
            "name": clinic.clinic, "address": clinic.address, "phone": clinic.phone,
            "out_of_hours_phone": clinic.out_of_hours_phone, "jurisdiction": clinic.jurisdiction,
            "time_zone": key["time_zone"], "paper": "a4", "lock_after_minutes": 5,
        },
        "practitioner": {
            "name": clinic.practitioner, "registration": "", "max_depth_um": clinic.max_depth_um,
            "prescribes": clinic.prescribes,
        },
        "password": password, "recovery_groups": [], "with_sample_clients": "none",
    })
}
