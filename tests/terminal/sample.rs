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
fn a_made_up_clinic_has_as_many_photos_as_asked_the_same_for_the_same_seed() {
    let photos = || {
        let room = Room::with_password(PASSWORD);
        let size = ["--clients", "3", "--visits-per-client", "3", "--documents", "0", "--photos", "7"];
        let made = room.run(&[&["sample", "--seed", "4", "--json"][..], &size].concat());
        assert_eq!(made.exit, 0, "the clinic is made: {}", made.err);
        assert_eq!(made.json().unwrap()["photos"], 7, "as many as were asked for: {}", made.out);
        // Sealed, a file is as long as its picture and a little more.
        let shelves = std::fs::read_dir(room.vault().join("media")).unwrap();
        let files = shelves.flat_map(|shelf| std::fs::read_dir(shelf.unwrap().path()).unwrap());
        let mut sizes: Vec<u64> = files.map(|file| file.unwrap().metadata().unwrap().len()).collect();
        sizes.sort_unstable();
        sizes
    };
    let once = photos();
    assert_eq!(once.len(), 7, "each its own picture");
    assert_eq!(once, photos(), "and the same once more");
}

#[test]
fn a_vault_that_is_there_is_never_filled_with_made_up_people() {
    let room = Room::with_password(PASSWORD);
    let first = room.run(&["sample", "--clients", "1", "--visits-per-client", "0"]);
    assert_eq!(first.exit, 0, "the first one is made: {}", first.err);
    let again = room.run(&["sample", "--clients", "1"]);
    assert_eq!((again.exit, again.out.as_str()), (1, ""), "the second is refused: {}", again.err);
}
