//! A code before what administrators do: optional, one act a code, never before an unlock, and taken off by who may.

use anyhow::{Context as _, Result, ensure};
use chrono::{DateTime, Utc};
use desk::wire::FailureCode;
use serde_json::{Value, json};
use totp_rs::{Builder, Secret};

use crate::clinic::{PASSWORD, Practice};

const PIN: &str = "4711";
const ANAS: &str = "nine loud green boats";

fn now(practice: &Practice) -> Result<DateTime<Utc>> {
    let view = practice.call("desk_view", json!({}))?;
    Ok(view["now"].as_str().context("now")?.parse()?)
}

/// The code an authenticator shows `seconds` from now, for the secret as it is typed into one.
fn code(practice: &Practice, typed: &str, seconds: i64) -> Result<String> {
    let secret = Secret::try_from_base32(typed.replace(' ', "")).map_err(|problem| anyhow::anyhow!("{problem:?}"))?;
    let authenticator = Builder::new().with_secret(secret).build().map_err(|problem| anyhow::anyhow!("{problem:?}"))?;
    let at_s = now(practice)?.timestamp() + seconds;
    Ok(authenticator.generate(u64::try_from(at_s)?).to_string())
}

/// Turns the second factor on and gives its secret. The code of half a minute ago proves it, so that of now is free.
fn turn_on(practice: &Practice) -> Result<String> {
    let drawn = practice.call("second_factor_draw", json!({ "secret": PIN }))?;
    let secret = drawn["secret"].as_str().context("secret")?.to_owned();
    let view = practice.call("second_factor_prove", json!({ "code": code(practice, &secret, -30)? }))?;
    ensure!(view["is_on"] == true, "it is on: {view}");
    Ok(secret)
}

fn ana() -> Value {
    let fields = json!({ "initials": "AR", "registration": "", "roles": ["admin"], "max_depth_um": 0, "may_give_prp": false, "may_use_prescription_items": false });
    json!({ "name": "Ana Ruiz", "fields": fields, "password": ANAS, "secret": PIN })
}

#[test]
fn without_one_nothing_asks_for_a_code() -> Result<()> {
    let practice = Practice::open_clinic()?;
    practice.call("person_add", ana())?;
    Ok(())
}

#[test]
fn it_counts_once_a_code_of_it_was_typed_back() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let refused = practice.refused("second_factor_prove", json!({ "code": "123456" }));
    ensure!(refused.code == FailureCode::Refused, "nothing was drawn: {refused:?}");
    let drawn = practice.call("second_factor_draw", json!({ "secret": PIN }))?;
    ensure!(drawn["qr"]["path"].as_str().is_some_and(|path| path.starts_with('M')), "it is shown as a picture too");
    let refused = practice.refused("second_factor_prove", json!({ "code": "12345" }));
    ensure!(refused.code == FailureCode::WrongSecret, "that is no code of it: {refused:?}");
    practice.call("person_add", ana())?;
    Ok(())
}

#[test]
fn each_act_on_people_keys_and_settings_asks_for_a_code_of_its_own() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let secret = turn_on(&practice)?;
    let refused = practice.refused("person_add", ana());
    ensure!(refused.code == FailureCode::NeedsCode, "the page is told to ask: {refused:?}");
    practice.call("second_factor_give", json!({ "code": code(&practice, &secret, 0)? }))?;
    let mut wrong = ana();
    wrong["name"] = json!("");
    ensure!(practice.refused("person_add", wrong).code == FailureCode::BadInput, "a slip in a field");
    practice.call("person_add", ana())?;
    let refused = practice.refused("recovery_key_renew", json!({ "recovery_groups": [], "reason": "", "secret": PIN }));
    ensure!(refused.code == FailureCode::NeedsCode, "the next act asks again: {refused:?}");
    let again = practice.refused("second_factor_give", json!({ "code": code(&practice, &secret, 0)? }));
    ensure!(again.code == FailureCode::WrongSecret, "and the same code is used up: {again:?}");
    practice.call("second_factor_give", json!({ "code": code(&practice, &secret, 30)? }))?;
    let view = practice.call("settings_view", json!({}))?;
    practice.call("settings_save", json!({ "clinic": view["clinic"], "based_on": view["version"] }))?;
    Ok(())
}

#[test]
fn what_is_not_administering_asks_for_none() -> Result<()> {
    let practice = Practice::open_clinic()?;
    turn_on(&practice)?;
    practice.new_client()?;
    practice.call("people_view", json!({}))?;
    practice.call("settings_view", json!({}))?;
    practice.call("password_change", json!({ "current": PASSWORD, "password": "four quiet yellow doors" }))?;
    Ok(())
}

#[test]
fn it_never_stands_before_an_unlock_and_a_lock_forgets_the_leave() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let secret = turn_on(&practice)?;
    let mara = practice.call("desk_view", json!({}))?["session"]["user"].clone();
    practice.call("second_factor_give", json!({ "code": code(&practice, &secret, 0)? }))?;
    practice.call("vault_lock", json!({}))?;
    practice.call("vault_unlock", json!({ "user": mara, "password": PASSWORD }))?;
    let refused = practice.refused("person_add", ana());
    ensure!(refused.code == FailureCode::NeedsCode, "whoever unlocks now gives a code of the own: {refused:?}");
    Ok(())
}

#[test]
fn it_is_taken_off_by_oneself_with_a_code() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let secret = turn_on(&practice)?;
    let refused = practice.refused("second_factor_drop", json!({ "secret": PIN }));
    ensure!(refused.code == FailureCode::NeedsCode, "not by whoever finds the desk open: {refused:?}");
    practice.call("second_factor_give", json!({ "code": code(&practice, &secret, 0)? }))?;
    let view = practice.call("second_factor_drop", json!({ "secret": PIN }))?;
    ensure!(view["is_on"] == false, "it is off: {view}");
    practice.call("person_add", ana())?;
    Ok(())
}

#[test]
fn setting_one_and_taking_it_off_are_entries() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let n_keys = || -> Result<usize> {
        let view = practice.call("journal_view", json!({ "act": "key" }))?;
        Ok(view["rows"].as_array().context("rows")?.len())
    };
    let mara = practice.call("desk_view", json!({}))?["session"]["user"].clone();
    practice.call("person_add", ana())?;
    let before = n_keys()?;
    let secret = turn_on(&practice)?;
    ensure!(n_keys()? == before + 1, "set");
    practice.call("second_factor_give", json!({ "code": code(&practice, &secret, 0)? }))?;
    practice.call("second_factor_drop", json!({ "secret": PIN }))?;
    ensure!(n_keys()? == before + 2, "taken off by oneself");
    turn_on(&practice)?;
    let people = practice.call("people_view", json!({}))?;
    let ana = people["people"].as_array().context("people")?.iter().find(|row| row["name"] == "Ana Ruiz");
    let ana = ana.context("Ana")?["id"].clone();
    practice.call("vault_lock", json!({}))?;
    practice.call("vault_unlock", json!({ "user": ana, "password": ANAS }))?;
    let before = n_keys()?;
    practice.call("second_factor_remove", json!({ "person": mara, "reason": "Telephone lost", "secret": ANAS }))?;
    ensure!(n_keys()? == before + 1, "taken off by another administrator");
    Ok(())
}

#[test]
fn another_administrator_takes_it_off_with_a_reason() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let mara = practice.call("desk_view", json!({}))?["session"]["user"].clone();
    let people = practice.call("person_add", ana())?;
    let ana = people["people"].as_array().context("people")?.iter().find(|row| row["name"] == "Ana Ruiz");
    let ana = ana.context("Ana")?["id"].clone();
    turn_on(&practice)?;
    let oneself = json!({ "person": mara, "reason": "Lost", "secret": PIN });
    ensure!(practice.refused("second_factor_remove", oneself).code == FailureCode::NeedsCode, "she is asked for hers");
    practice.call("vault_lock", json!({}))?;
    practice.call("vault_unlock", json!({ "user": ana, "password": ANAS }))?;
    let people = practice.call("people_view", json!({}))?;
    let row = people["people"].as_array().context("people")?.iter().find(|row| row["id"] == mara).context("Mara")?;
    ensure!(row["has_second_factor"] == true, "the list says who has one: {row}");
    let people =
        practice.call("second_factor_remove", json!({ "person": mara, "reason": "Telephone lost", "secret": ANAS }))?;
    let row = people["people"].as_array().context("people")?.iter().find(|row| row["id"] == mara).context("Mara")?;
    ensure!(row["has_second_factor"] == false, "it is off: {row}");
    Ok(())
}

#[test]
fn the_recovery_key_takes_it_off() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let mara = practice.call("desk_view", json!({}))?["session"]["user"].clone();
    let key = practice.call("recovery_key_draw", json!({ "secret": PIN }))?;
    let groups: Vec<&str> = key["groups"].as_array().context("groups")?.iter().filter_map(Value::as_str).collect();
    let asked: Vec<&str> = key["ask"]
        .as_array()
        .context("ask")?
        .iter()
        .filter_map(|n| Some(groups[usize::try_from(n.as_u64()?).ok()?]))
        .collect();
    practice.call("recovery_key_renew", json!({ "recovery_groups": asked, "reason": "Sheet lost", "secret": PIN }))?;
    turn_on(&practice)?;
    practice.call("vault_lock", json!({}))?;
    let recover = json!({ "recovery_key": groups.join(" "), "user": mara, "password": "four quiet yellow doors" });
    practice.call("vault_recover", recover)?;
    let mut request = ana();
    request["secret"] = json!("four quiet yellow doors");
    practice.call("person_add", request)?;
    Ok(())
}

#[test]
fn the_factor_works_on_after_the_clinic_key_was_changed() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let mara = practice.call("desk_view", json!({}))?["session"]["user"].clone();
    let people = practice.call("person_add", ana())?;
    let ana = people["people"].as_array().context("people")?.iter().find(|row| row["name"] == "Ana Ruiz");
    let ana = ana.context("Ana")?["id"].clone();
    let secret = turn_on(&practice)?;
    practice.call("second_factor_give", json!({ "code": code(&practice, &secret, 0)? }))?;
    practice.call("person_remove", json!({ "person": ana, "reason": "Has left", "secret": PIN }))?;
    practice.call("vault_unlock", json!({ "user": mara, "password": PASSWORD }))?;
    practice.call("second_factor_give", json!({ "code": code(&practice, &secret, 30)? }))?;
    Ok(())
}
