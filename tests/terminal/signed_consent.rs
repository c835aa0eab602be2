//! A signed consent checked at the terminal with nothing but its file.

use std::fs;
use std::io::Read as _;

use crate::init::{PASSWORD, Room};

/// The files of signed consents in the exports of a small made-up clinic.
fn signed(room: &Room) -> Vec<Vec<u8>> {
    let made = room.run(&["sample", "--clients", "2", "--visits-per-client", "3", "--documents", "6", "--json"]);
    assert_eq!(made.exit, 0, "the clinic is made: {}", made.err);
    let mut files = Vec::new();
    for number in ["A-000001", "A-000002"] {
        let found = room.run(&["client", "search", number]).json().unwrap();
        let out = room.vault().with_file_name(format!("{number}.zip"));
        let id = found[0]["id"].as_str().unwrap();
        let exported = room.run(&["export", "--client", id, "--out", out.to_str().unwrap()]);
        assert_eq!(exported.exit, 0, "the record leaves: {}", exported.err);
        let mut archive = zip::ZipArchive::new(fs::File::open(out).unwrap()).unwrap();
        let names: Vec<String> = archive
            .file_names()
            .filter_map(|name| name.ok().map(std::borrow::Cow::into_owned))
            .filter(|name| name.starts_with("consents/"))
            .collect();
        for name in names {
            let mut bytes = Vec::new();
            archive.by_name(&name).unwrap().read_to_end(&mut bytes).unwrap();
            files.push(bytes);
        }
    }
    files
}

#[test]
fn a_signed_consent_is_checked_without_vault_and_password() {
    let room = Room::with_password(PASSWORD);
    let files = signed(&room);
    let file = files.first().cloned().unwrap();
    let folder = room.vault().with_file_name("checked");
    fs::create_dir(&folder).unwrap();
    let (whole, broken) = (folder.join("whole.json"), folder.join("broken.json"));
    fs::write(&whole, &file).unwrap();
    let said = crate::clinic::terminal(&["verify", whole.to_str().unwrap()]).unwrap();
    assert_eq!(said.exit, 0, "{}", said.err);
    assert!(said.out.starts_with("Whole") && said.out.contains("(practitioner)"), "who signed what: {}", said.out);
    let mut flipped = file.clone();
    let place = flipped.len() / 3;
    flipped[place] ^= 1;
    fs::write(&broken, flipped).unwrap();
    let said = crate::clinic::terminal(&["verify", broken.to_str().unwrap(), "--json"]).unwrap();
    assert_eq!(said.exit, 1, "one flipped bit is found: {}", said.out);
    assert_eq!(said.json().unwrap()["is_whole"], false, "and a program can read it");
}
