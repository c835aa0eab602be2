//! A restricted client: a number in every list, a record only for a reason, and every reason an entry.

use serde_json::{Value, json};

use super::room::{PASSWORD, Room};
use crate::wire::{FailureCode, FailureView};

const WHY: &str = "She is a colleague of ours";

fn restricted() -> Room {
    let room = Room::open();
    room.desk.call("client_restrict", &json!({ "client": room.client, "reason": WHY })).unwrap();
    room
}

fn refused(room: &Room, command: &str, request: &Value) -> FailureView {
    room.desk.call(command, request).expect_err("the record must stay closed")
}

fn break_glass(room: &Room, reason: &str) -> Result<Value, FailureView> {
    room.desk.call("client_break_glass", &json!({ "client": room.client, "reason": reason }))
}

#[test]
fn a_restricted_client_is_a_number_in_every_list() {
    let room = restricted();
    room.desk
        .call(
            "appointment_save",
            &json!({ "client": room.client, "on": "2026-11-20", "starts": "15:00", "purpose": "Scar on the left arm" }),
        )
        .unwrap();
    let lists = [
        room.desk.call("client_search", &json!({ "words": "" })).unwrap(),
        room.desk.call("client_search", &json!({ "words": "halvorsen" })).unwrap(),
        room.desk.call("today_view", &json!({ "on": null })).unwrap(),
    ];
    for list in lists {
        let text = list.to_string();
        assert!(text.contains("A-000001"), "the client can be asked for by number: {text}");
        for word in ["Halvorsen", "HALVORSEN", "Ines", "1988", "Scar"] {
            assert!(!text.contains(word), "nothing else is told: {text}");
        }
    }
}

#[test]
fn a_visit_of_a_restricted_client_names_nobody_in_the_day() {
    let room = Room::open();
    room.desk.call("visit_start", &json!({ "client": room.client })).unwrap();
    room.desk.call("client_restrict", &json!({ "client": room.client, "reason": WHY })).unwrap();
    let today = room.desk.call("today_view", &json!({ "on": null })).unwrap();
    assert_eq!(today["open_visits"].as_array().map(Vec::len), Some(1), "the visit waits, as every other");
    assert!(!today.to_string().contains("HALVORSEN"), "and names nobody: {today}");
}

#[test]
fn a_restricted_record_stays_closed_to_every_command_until_somebody_says_why() {
    let room = Room::open();
    let visit = room.desk.call("visit_start", &json!({ "client": room.client })).unwrap()["id"].clone();
    room.desk.call("client_restrict", &json!({ "client": room.client, "reason": WHY })).unwrap();
    let of_visit = json!({ "visit": visit });
    for (command, request) in [
        ("client_open", json!({ "client": room.client })),
        ("client_export", json!({ "client": room.client, "secret": PASSWORD })),
        ("visit_start", json!({ "client": room.client })),
        ("visit_open", of_visit.clone()),
        ("visit_undo", of_visit.clone()),
        ("plan_set", json!({ "visit": visit, "components": [] })),
        ("consent_prepare", json!({ "visit": visit, "language": null })),
        ("sheet_prepare", json!({ "visit": visit, "language": null, "paper": null })),
    ] {
        let failure = refused(&room, command, &request);
        assert_eq!(failure.code, FailureCode::Restricted, "{command} asks for a reason: {}", failure.words);
    }
    assert!(room.bodies("export").is_empty(), "nothing left");
    assert_eq!(room.bodies("open").len(), 1, "and nobody looked since the visit was begun");
}

#[test]
fn a_reason_opens_the_record_for_this_sitting_and_is_an_entry_of_its_own() {
    let room = restricted();
    let short = break_glass(&room, "  because ").expect_err("a word is no reason");
    assert_eq!(short.fields[0].path, "reason", "the box is marked: {short:?}");
    assert!(room.bodies("break_glass").is_empty(), "nothing is opened without a reason");
    let shown = break_glass(&room, "She called with a swollen eye").unwrap();
    assert_eq!(shown["banner"]["family"], "Halvorsen", "the whole record");
    assert_eq!(shown["banner"]["is_restricted"], true, "with a banner that says so");
    let expected = json!({ "purpose": "BTG", "reason": "She called with a swollen eye" });
    assert_eq!(room.bodies("break_glass"), [expected], "what the administrator reviews");
    let found = room.desk.call("client_search", &json!({ "words": "halvorsen" })).unwrap();
    assert_eq!(found[0]["family"], "Halvorsen", "the lists tell the name from now on");
    room.desk.call("visit_start", &json!({ "client": room.client })).unwrap();
}

#[test]
fn the_next_sitting_says_why_again() {
    let room = restricted();
    break_glass(&room, "She called with a swollen eye").unwrap();
    let locked = room.desk.call("vault_lock", &json!({})).unwrap();
    let unlock = json!({ "user": locked["users"][0]["id"], "password": PASSWORD });
    room.desk.call("vault_unlock", &unlock).unwrap();
    let failure = refused(&room, "client_open", &json!({ "client": room.client }));
    assert_eq!(failure.code, FailureCode::Restricted, "who unlocked it may be somebody else");
}

#[test]
fn a_record_that_is_no_longer_restricted_opens_as_any_other() {
    let room = restricted();
    let request = json!({ "client": room.client, "reason": "She left the clinic in May" });
    room.desk.call("client_unrestrict", &request).unwrap();
    let shown = room.desk.call("client_open", &json!({ "client": room.client })).unwrap();
    assert_eq!(shown["banner"]["is_restricted"], false, "no banner");
    let again = refused(&room, "client_unrestrict", &request);
    assert_eq!(again.code, FailureCode::Refused, "there is nothing to lift twice: {}", again.words);
    let reasons: Vec<Value> = ["restrict", "unrestrict"].iter().flat_map(|act| room.bodies(act)).collect();
    assert_eq!(reasons[0]["reason"], WHY, "why it was restricted");
    assert_eq!(reasons[1]["reason"], "She left the clinic in May", "and why it no longer is");
}
