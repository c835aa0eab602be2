//! A record is shown when the look is written down, and not before.

use std::sync::mpsc;

use serde_json::json;
use store::{Password, StoreError, Vault};

use super::room::{PASSWORD, Room};
use crate::wire::FailureCode;

#[test]
fn opening_a_record_twice_within_a_minute_is_one_look() {
    let room = Room::open();
    for _ in 0..3 {
        room.desk.call("client_open", &json!({ "client": room.client })).unwrap();
    }
    assert_eq!(room.bodies("open"), [json!({ "screen": "record" })], "one person, one client, one screen, one entry");
    room.desk.call("visit_start", &json!({ "client": room.client })).unwrap();
    assert_eq!(room.bodies("open").len(), 2, "another screen of the same client is another look");
}

#[test]
fn a_new_sitting_is_a_new_look() {
    let room = Room::open();
    room.desk.call("client_open", &json!({ "client": room.client })).unwrap();
    let locked = room.desk.call("vault_lock", &json!({})).unwrap();
    let unlock = json!({ "user": locked["users"][0]["id"], "password": PASSWORD });
    room.desk.call("vault_unlock", &unlock).unwrap();
    room.desk.call("client_open", &json!({ "client": room.client })).unwrap();
    assert_eq!(room.bodies("open").len(), 2, "who unlocked it may be somebody else");
}

#[test]
fn a_record_is_not_shown_while_the_look_cannot_be_written_down() {
    let room = Room::open();
    let user = room.seated(|seat| seat.user().id);
    let now = room.seated(|seat| seat.now());
    let stamp = room.seated(|seat| seat.stamp());
    let beside =
        Vault::unlock_beside(&room.folder.path().join("vault"), user, &Password::typed(PASSWORD), now).unwrap();
    let (began, has_begun) = mpsc::channel();
    let (done, is_done) = mpsc::channel::<()>();
    let (vault, stamp) = (&beside, &stamp);
    std::thread::scope(|scope| {
        // Another program that writes keeps the journal from taking the entry.
        scope.spawn(move || {
            let held: Result<_, StoreError> = vault.write(stamp, |_| {
                began.send(()).unwrap();
                is_done.recv().unwrap();
                Ok(())
            });
            held.unwrap();
        });
        has_begun.recv().unwrap();
        let shown = room.desk.call("client_open", &json!({ "client": room.client }));
        done.send(()).unwrap();
        let failure = shown.expect_err("nothing is shown without its entry");
        assert_eq!(failure.code, FailureCode::Internal, "the person is told: {}", failure.words);
    });
    assert!(room.bodies("open").is_empty(), "and no entry claims that it was seen");
    room.desk.call("client_open", &json!({ "client": room.client })).unwrap();
    assert_eq!(room.bodies("open").len(), 1, "the next try shows it, with its entry");
}
