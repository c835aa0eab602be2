//! Backups through the door: make one, check one or a vault, get the vault back from one.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::Answer;
use crate::arguments::{At, Opener};
use crate::failure::{CliFailure, Exit};
use crate::json::{Format, pretty};
use crate::terminal::{choose_user, desk_at, first_line, read_password, sign_in};

/// Makes a backup in `to`. It is reported once it was opened again and found whole.
pub(crate) fn back_up(at: &At, format: Format, to: PathBuf) -> Result<Answer, CliFailure> {
    let view = sign_in(at, Some(to))?.call("backup_make", &json!({ "to": "chosen" }))?;
    say(format, &view).map(Answer::Text)
}

/// Makes a vault in `into` from a backup.
pub(crate) fn restore(backup: PathBuf, into: PathBuf, by: &Opener) -> Result<Answer, CliFailure> {
    let desk = desk_at(into.clone(), Some(backup));
    let found = desk.call("backup_find", &json!({}))?;
    desk.call("backup_restore", &json!({ "secret": secret_of(by, &found)?, "in_the_way": "refuse" }))?;
    desk.call("vault_lock", &json!({}))?;
    let (from, into) = (found["path"].as_str().unwrap_or_default(), into.display());
    Ok(Answer::Text(format!("Restored and found whole: {from} is now the vault in {into}.")))
}

/// Checks a vault, a backup, a signed consent or a sealed PDF. What is damaged is an answer, and the exit says so.
pub(crate) fn verify(path: &Path, format: Format, by: &Opener) -> Result<Answer, CliFailure> {
    if path.is_file() {
        return check_file(path, format);
    }
    let is_vault = path.join("vault.keys").is_file() && !path.join("manifest.json").is_file();
    let view =
        if is_vault && by.recovery_key_file.is_none() { check_vault(path, by)? } else { check_backup(path, by)? };
    let words = say(format, &view)?;
    Ok(if view["is_whole"] == true { Answer::Text(words) } else { Answer::No(words) })
}

/// A PDF says at its beginning that it is one; every other file is taken for a signed consent.
fn check_file(path: &Path, format: Format) -> Result<Answer, CliFailure> {
    let bytes = std::fs::read(path)
        .map_err(|_| CliFailure::new(Exit::MachineFailed, format!("The file {} cannot be read.", path.display())))?;
    if bytes.starts_with(b"%PDF-") {
        crate::seals::verify(&bytes, format)
    } else {
        crate::signed_consent::verify(&bytes, format)
    }
}

fn check_vault(path: &Path, by: &Opener) -> Result<Value, CliFailure> {
    let (user, password_file) = (by.user.clone(), by.password_file.clone());
    sign_in(&At { vault: Some(path.to_owned()), user, password_file }, None)?.call("vault_verify", &json!({}))
}

fn check_backup(path: &Path, by: &Opener) -> Result<Value, CliFailure> {
    // A desk without a vault: a backup needs none to be checked.
    let desk = desk_at(path.join("no-vault"), Some(path.to_owned()));
    let found = desk.call("backup_find", &json!({}))?;
    Ok(desk.call("backup_check", &secret_of(by, &found)?)?)
}

fn secret_of(by: &Opener, found: &Value) -> Result<Value, CliFailure> {
    if let Some(file) = &by.recovery_key_file {
        return Ok(json!({ "kind": "recovery_key", "recovery_key": first_line(file)? }));
    }
    let user = choose_user(found, by.user.as_deref())?;
    Ok(json!({ "kind": "password", "user": user, "password": read_password(by.password_file.as_deref())? }))
}

fn say(format: Format, view: &Value) -> Result<String, CliFailure> {
    match format {
        Format::Json => pretty(view),
        Format::Words => Ok(view["words"].as_str().unwrap_or_default().to_owned()),
    }
}
