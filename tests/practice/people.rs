//! Several people at one clinic: added, changed, given a password for one use, removed; each with a key of their own.

use anyhow::{Context as _, Result, ensure};
use desk::clock::Clock;
use desk::wire::FailureCode;
use desk::words::without_isolates;
use desk::{Desk, Place};
use serde_json::{Value, json};

use crate::clinic::{PASSWORD, Practice, chart, client, plan};

const ANAS: &str = "nine loud green boats";
const PIN: &str = "4711";

fn fields(roles: &[&str]) -> Value {
    json!({ "initials": "AR", "registration": "", "roles": roles, "max_depth_um": 1000, "may_give_prp": true, "may_use_prescription_items": true })
}

fn ana(roles: &[&str]) -> Value {
    json!({ "name": "Ana Ruiz", "fields": fields(roles), "password": ANAS, "secret": PIN })
}

/// Adds Ana in these roles and gives her id.
fn add_ana(practice: &Practice, roles: &[&str]) -> Result<String> {
    let people = practice.call("person_add", ana(roles))?;
    id_of(&people["people"], "Ana Ruiz")
}

fn id_of(list: &Value, name: &str) -> Result<String> {
    let row = list.as_array().context("a list")?.iter().find(|row| row["name"] == name).context("not in the list")?;
    Ok(row["id"].as_str().context("id")?.to_owned())
}

fn standing_of(practice: &Practice, name: &str) -> Result<Value> {
    let people = practice.call("people_view", json!({}))?;
    let row = people["people"].as_array().context("people")?.iter().find(|row| row["name"] == name).context("gone")?;
    Ok(row["standing"].clone())
}

fn sign_in(practice: &Practice, user: &str, password: &str) -> Result<Value> {
    practice.call("vault_lock", json!({}))?;
    practice.call("vault_unlock", json!({ "user": user, "password": password }))
}

fn naming(person: &str) -> Value {
    json!({ "person": person, "reason": "Has left the clinic", "secret": PIN })
}

#[test]
fn a_person_is_added_with_a_password_of_their_own_and_works_in_the_roles_given() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let id = add_ana(&practice, &["assistant"])?;
    let view = sign_in(&practice, &id, ANAS)?;
    ensure!(view["session"]["user_name"] == "Ana Ruiz", "Ana is signed in: {view}");
    practice.call("today_view", json!({ "on": null }))?;
    let refused = practice.refused("people_view", json!({}));
    ensure!(refused.code == FailureCode::WrongRole, "people are for who administers: {refused:?}");
    Ok(())
}

#[test]
fn nobody_is_added_without_the_secret_of_who_adds() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let mut request = ana(&["assistant"]);
    request["secret"] = json!("0000");
    let refused = practice.refused("person_add", request);
    ensure!(refused.code == FailureCode::WrongSecret, "whoever finds the desk open adds nobody: {refused:?}");
    let users = practice.call("desk_view", json!({}))?["users"].as_array().context("users")?.len();
    ensure!(users == 1, "and no key was made");
    Ok(())
}

#[test]
fn what_is_wrong_about_a_person_is_said_field_by_field() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let request = json!({
        "name": " ", "fields": { "initials": "", "registration": "", "roles": ["automation", "admin"], "max_depth_um": 9000, "may_give_prp": false, "may_use_prescription_items": false },
        "password": "short", "secret": PIN,
    });
    let refused = practice.refused("person_add", request);
    let paths: Vec<&str> = refused.fields.iter().map(|field| field.path.as_str()).collect();
    let expected = ["name", "fields.roles", "fields.max_depth_um", "fields.initials", "password"];
    ensure!(paths == expected, "all at once: {paths:?}");
    Ok(())
}

#[test]
fn a_change_of_roles_counts_for_a_person_who_is_signed_in_already() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let id = add_ana(&practice, &["assistant", "admin"])?;
    let mara = id_of(&practice.call("people_view", json!({}))?["people"], "Mara Okafor")?;
    sign_in(&practice, &id, ANAS)?;
    let people = practice.call("people_view", json!({}))?;
    let row =
        people["people"].as_array().context("people")?.iter().find(|row| row["id"] == id.as_str()).context("Ana")?;
    let change = json!({ "person": id, "fields": fields(&["assistant"]), "based_on": row["version"], "reason": "Back to the desk", "secret": ANAS });
    practice.call("person_change", change)?;
    let refused = practice.refused("people_view", json!({}));
    ensure!(refused.code == FailureCode::WrongRole, "the role is gone at once: {refused:?}");
    sign_in(&practice, &mara, PASSWORD)?;
    let people = practice.call("people_view", json!({}))?;
    ensure!(people["people"][0]["roles"] == json!(["assistant"]), "and the list says so: {people}");
    Ok(())
}

/// Ana as a practitioner whose scope lacks what `lacks` names, signed in at a screened visit.
fn visit_of_ana_without(practice: &Practice, lacks: &str) -> Result<String> {
    let mut request = ana(&["practitioner"]);
    request["fields"][lacks] = json!(false);
    let people = practice.call("person_add", request)?;
    let id = id_of(&people["people"], "Ana Ruiz")?;
    let ines = practice.new_client()?;
    sign_in(practice, &id, ANAS)?;
    practice.call("pin_set", json!({ "pin": PIN }))?;
    let visit = practice.call("visit_start", json!({ "client": ines }))?["id"].as_str().context("visit")?.to_owned();
    practice.screen(&visit)?;
    Ok(visit)
}

#[test]
fn prp_outside_the_scope_is_not_planned_and_the_rest_is() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = visit_of_ana_without(&practice, "may_give_prp")?;
    let planned = plan(1000);
    let refused = practice.refused("plan_set", json!({ "visit": visit, "components": planned }));
    ensure!(refused.words.contains("PRP is outside your scope"), "the sentence says what: {}", refused.words);
    let needling_only = json!([planned[0]]);
    practice.call("plan_set", json!({ "visit": visit, "components": needling_only }))?;
    Ok(())
}

#[test]
fn an_item_on_prescription_outside_the_scope_is_not_planned() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = visit_of_ana_without(&practice, "may_use_prescription_items")?;
    let cream = |is_prescription: bool| {
        json!([{ "id": "ta", "kind": "ta", "product": "lmx", "amount_mg": 2000, "area_cm2": 100, "minutes": 30,
            "is_occluded": false, "is_prescription": is_prescription, "zones": [] }])
    };
    let refused = practice.refused("plan_set", json!({ "visit": visit, "components": cream(true) }));
    ensure!(refused.words.contains("on prescription"), "the sentence says what: {}", refused.words);
    practice.call("plan_set", json!({ "visit": visit, "components": cream(false) }))?;
    Ok(())
}

/// The depth of Ana's scope is 1 mm, below the cap of the cheek.
#[test]
fn a_depth_above_the_scope_is_found_in_the_plan_and_no_consent_is_taken_for_it() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = visit_of_ana_without(&practice, "may_give_prp")?;
    let needling = |depth_um: u16| json!({ "visit": visit, "components": [plan(depth_um)[0]] });
    let view = practice.call("plan_set", needling(1500))?;
    let verdict = &view["plan"]["verdict"];
    ensure!(verdict["may_go_on"] == false, "the visit does not go on like this: {verdict}");
    ensure!(verdict.to_string().contains("scope of practice"), "and the finding says why: {verdict}");
    let refused = practice.consent(&visit);
    ensure!(refused.is_err_and(|why| why.to_string().contains("rules stop")), "no consent is taken for it");
    let view = practice.call("plan_set", needling(1000))?;
    ensure!(view["plan"]["verdict"]["may_go_on"] == true, "up to the limit it does: {view}");
    Ok(())
}

#[test]
fn a_depth_above_the_scope_is_charted_only_as_what_was_done_with_its_reason() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = visit_of_ana_without(&practice, "may_give_prp")?;
    practice.call("plan_set", json!({ "visit": visit, "components": [plan(1000)[0]] }))?;
    practice.consent(&visit)?;
    let mut zones = chart(&visit, "left", 1500);
    let refused = practice.refused("zones_chart", zones.clone());
    ensure!(
        without_isolates(&refused.fields[0].words).contains("At most 1 mm here (limit of your scope"),
        "the scope is the limit: {refused:?}"
    );
    zones["zones"][0]["deviation_reason"] = json!("The wheel had slipped before I saw it.");
    practice.call("zones_chart", zones)?;
    practice.call("zones_chart", chart(&visit, "right", 1000))?;
    Ok(())
}

#[test]
fn what_leaves_a_person_s_scope_after_it_was_planned_is_not_consented_to() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let people = practice.call("person_add", ana(&["practitioner", "admin"]))?;
    let row = people["people"].as_array().context("people")?.iter().find(|row| row["name"] == "Ana Ruiz");
    let (id, version) = (row.context("Ana")?["id"].clone(), row.context("Ana")?["version"].clone());
    let ines = practice.new_client()?;
    sign_in(&practice, id.as_str().context("id")?, ANAS)?;
    practice.call("pin_set", json!({ "pin": PIN }))?;
    let visit = practice.call("visit_start", json!({ "client": ines }))?["id"].as_str().context("visit")?.to_owned();
    practice.screen(&visit)?;
    practice.call("plan_set", json!({ "visit": visit, "components": plan(1000) }))?;
    let mut without = fields(&["practitioner", "admin"]);
    without["may_give_prp"] = json!(false);
    let change =
        json!({ "person": id, "fields": without, "based_on": version, "reason": "Course has lapsed", "secret": PIN });
    practice.call("person_change", change)?;
    let refused = practice.consent(&visit);
    ensure!(refused.is_err_and(|why| why.to_string().contains("PRP is outside your scope")), "it counts at once");
    Ok(())
}

#[test]
fn a_person_added_without_a_password_comes_in_once_with_one_that_is_shown_once() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let mut request = ana(&["assistant"]);
    request.as_object_mut().context("request")?.remove("password");
    let added = practice.call("person_add", request)?;
    let id = id_of(&added["people"], "Ana Ruiz")?;
    let once = added["one_time"]["password"].as_str().context("a password for one use")?;
    ensure!(added["one_time"]["person"] == id.as_str(), "it is hers");
    ensure!(standing_of(&practice, "Ana Ruiz")? == "must_choose_password", "the list says that she has to choose");
    let view = sign_in(&practice, &id, once)?;
    ensure!(view["session"]["must_choose_password"] == true, "and so does the page: {view}");
    practice.call("password_change", json!({ "current": once, "password": "four quiet yellow doors" }))?;
    practice.call("today_view", json!({ "on": null }))?;
    Ok(())
}

#[test]
fn the_account_for_a_timer_needs_a_lasting_password() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let mut request = ana(&["automation"]);
    request.as_object_mut().context("request")?.remove("password");
    let refused = practice.refused("person_add", request);
    ensure!(refused.fields[0].path == "password", "a timer cannot choose another: {refused:?}");
    Ok(())
}

#[test]
fn a_password_made_of_the_names_of_clinic_and_person_is_refused_wherever_one_is_chosen() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let mara = id_of(&practice.call("people_view", json!({}))?["people"], "Mara Okafor")?;
    let mut request = ana(&["assistant"]);
    request["password"] = json!("AnaRuiz-2026-!!!");
    let refused = practice.refused("person_add", request);
    ensure!(refused.fields[0].words.contains("made of names"), "her own name: {refused:?}");
    let change = json!({ "current": PASSWORD, "password": "MaraOkafor@Lumen1" });
    let refused = practice.refused("password_change", change);
    ensure!(refused.fields[0].words.contains("made of names"), "name and clinic: {refused:?}");
    let key = practice.call("recovery_key_draw", json!({ "secret": PIN }))?;
    let groups: Vec<&str> = key["groups"].as_array().context("groups")?.iter().filter_map(Value::as_str).collect();
    let asked: Vec<&str> = key["ask"]
        .as_array()
        .context("ask")?
        .iter()
        .filter_map(|n| Some(groups[usize::try_from(n.as_u64()?).ok()?]))
        .collect();
    practice.call("recovery_key_renew", json!({ "recovery_groups": asked, "reason": "Sheet lost", "secret": PIN }))?;
    practice.call("vault_lock", json!({}))?;
    let recover = json!({ "recovery_key": groups.join(" "), "user": mara, "password": "OkaforClinicLumen1" });
    let refused = practice.refused("vault_recover", recover);
    ensure!(refused.fields[0].words.contains("made of names"), "and by the recovery key: {refused:?}");
    practice.call("vault_unlock", json!({ "user": mara, "password": PASSWORD }))?;
    Ok(())
}

#[test]
fn the_last_who_administers_stays() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let mara = id_of(&practice.call("people_view", json!({}))?["people"], "Mara Okafor")?;
    let change = json!({ "person": mara, "fields": fields(&["practitioner"]), "based_on": 1, "reason": "Treats only", "secret": PIN });
    let refused = practice.refused("person_change", change);
    ensure!(refused.words.contains("last who administers"), "nobody could add anybody: {}", refused.words);
    let id = add_ana(&practice, &["assistant"])?;
    let refused = practice.refused("person_remove", naming(&mara));
    ensure!(refused.code == FailureCode::Refused, "nobody removes the own key: {refused:?}");
    practice.call("person_remove", naming(&id))?;
    Ok(())
}

#[test]
fn a_removed_person_cannot_sign_in_and_the_records_are_whole_under_a_new_key() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let ines = practice.new_client()?;
    let id = add_ana(&practice, &["assistant"])?;
    let mara = id_of(&practice.call("people_view", json!({}))?["people"], "Mara Okafor")?;
    let view = practice.call("person_remove", naming(&id))?;
    ensure!(view["phase"] == "locked", "the vault is locked so that its key can be changed: {view}");
    let users = view["users"].as_array().context("users")?;
    ensure!(users.iter().all(|user| user["name"] != "Ana Ruiz"), "Ana is not on the lock screen");
    let refused = practice.refused("vault_unlock", json!({ "user": id, "password": ANAS }));
    ensure!(refused.code == FailureCode::NotFound, "her password opens nothing: {refused:?}");
    practice.call("vault_unlock", json!({ "user": mara, "password": PASSWORD }))?;
    let shown = practice.call("client_open", json!({ "client": ines }))?;
    ensure!(shown["banner"]["family"] == "Halvorsen", "the records are as they were: {shown}");
    ensure!(standing_of(&practice, "Ana Ruiz")? == "removed", "and the name stays among the people");
    Ok(())
}

#[test]
fn a_forgotten_password_is_replaced_by_one_for_a_single_use() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let id = add_ana(&practice, &["assistant"])?;
    let once = practice.call("password_reset", naming(&id))?["password"].as_str().context("password")?.to_owned();
    ensure!(standing_of(&practice, "Ana Ruiz")? == "must_choose_password", "the list says that it waits");
    practice.call("vault_lock", json!({}))?;
    let refused = practice.refused("vault_unlock", json!({ "user": id, "password": ANAS }));
    ensure!(refused.code == FailureCode::WrongSecret, "the forgotten one is gone: {refused:?}");
    let view = practice.call("vault_unlock", json!({ "user": id, "password": once }))?;
    ensure!(view["session"]["must_choose_password"] == true, "the page is told: {view}");
    let refused = practice.refused("today_view", json!({ "on": null }));
    ensure!(refused.words.contains("made for one use"), "nothing else is done before: {}", refused.words);
    ensure!(practice.desk.blob("document/x").is_err(), "and no paper is shown");
    let same = practice.refused("password_change", json!({ "current": once, "password": once }));
    ensure!(same.fields.len() == 1, "the same one again is no choice: {same:?}");
    practice.call("password_change", json!({ "current": once, "password": "four quiet yellow doors" }))?;
    practice.call("today_view", json!({ "on": null }))?;
    sign_in(&practice, &id, "four quiet yellow doors")?;
    Ok(())
}

#[test]
fn a_new_recovery_sheet_counts_once_it_was_typed_back() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let mara = id_of(&practice.call("people_view", json!({}))?["people"], "Mara Okafor")?;
    let key = practice.call("recovery_key_draw", json!({ "secret": PIN }))?;
    let groups: Vec<&str> = key["groups"].as_array().context("groups")?.iter().filter_map(Value::as_str).collect();
    let wrong = json!({ "recovery_groups": ["XXXX", "XXXX"], "reason": "Sheet lost", "secret": PIN });
    let refused = practice.refused("recovery_key_renew", wrong);
    ensure!(refused.fields.len() == 2, "a sheet nobody wrote down counts for nothing: {refused:?}");
    let asked: Vec<&str> = key["ask"]
        .as_array()
        .context("ask")?
        .iter()
        .filter_map(|n| groups.get(usize::try_from(n.as_u64()?).ok()?))
        .copied()
        .collect();
    practice.call("recovery_key_renew", json!({ "recovery_groups": asked, "reason": "Sheet lost", "secret": PIN }))?;
    practice.call("vault_lock", json!({}))?;
    let recover = json!({ "recovery_key": groups.join(" "), "user": mara, "password": "four quiet yellow doors" });
    let view = practice.call("vault_recover", recover)?;
    ensure!(view["phase"] == "open", "the new sheet opens the vault: {view}");
    Ok(())
}

#[test]
fn the_account_for_a_timer_opens_no_window_and_works_at_the_terminal() -> Result<()> {
    let practice = Practice::open_clinic()?;
    practice
        .call("client_save", json!({ "id": null, "based_on": null, "is_another_person": false, "fields": client() }))?;
    let id = add_ana(&practice, &["automation"])?;
    practice.call("vault_lock", json!({}))?;
    let refused = practice.refused("vault_unlock", json!({ "user": id, "password": ANAS }));
    ensure!(refused.words.contains("terminal"), "no window opens for it: {}", refused.words);
    let now = "2026-11-20T14:00:00Z".parse()?;
    let folder = practice.folder.path().join("vault");
    let terminal = Desk::new(folder, Place::Terminal, Clock::fixed(now), practice.machine.clone());
    let unlocked = terminal.call("vault_unlock", &json!({ "user": id, "password": ANAS }));
    ensure!(unlocked.is_ok(), "the terminal does: {unlocked:?}");
    let refused = terminal.call("client_search", &json!({ "words": "Halvorsen" }));
    ensure!(refused.is_err_and(|failure| failure.code == FailureCode::WrongRole), "and nobody is looked up by it");
    Ok(())
}
