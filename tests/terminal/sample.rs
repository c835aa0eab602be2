//! A made-up clinic from the terminal.

use crate::init::{PASSWORD, Room};

#[test]
fn a_made_up_clinic_is_one_command() {
    let room = Room::with_password(PASSWORD);
    let made = room.run(&["sample", "--clients", "3", "--visits-per-client", "2", "--documents", "1", "--json"]);
    assert_eq!(made.exit, 0, "the clinic is made: {}", made.err);
    let said = made.json().unwrap();
    assert_eq!((&said["clients"], &said["visits"]), (&3.into(), &6.into()), "as large as was asked: {said}");
    assert!(made.err.contains("of 6 visits"), "it says how far it has come: {}", made.err);
    let found = room.run(&["client", "search", "A-000002"]).json().unwrap();
    assert_eq!(found[0]["number"], "A-000002", "the password opens it, and its people are found: {found}");
}

#[test]
fn photos_that_cannot_be_kept_are_refused_and_nothing_is_made() {
    let room = Room::with_password(PASSWORD);
    let said = room.run(&["sample", "--clients", "3", "--photos", "5"]);
    assert_eq!((said.exit, said.out.as_str()), (2, ""), "it is wrong input, and no key is shown");
    assert!(said.err.contains("Photos"), "the sentence says which option: {}", said.err);
    assert!(!room.vault().exists(), "nothing was made");
}

#[test]
fn a_vault_that_is_there_is_never_filled_with_made_up_people() {
    let room = Room::with_password(PASSWORD);
    let first = room.run(&["sample", "--clients", "1", "--visits-per-client", "0"]);
    assert_eq!(first.exit, 0, "the first one is made: {}", first.err);
    let again = room.run(&["sample", "--clients", "1"]);
    assert_eq!((again.exit, again.out.as_str()), (1, ""), "the second is refused: {}", again.err);
}
