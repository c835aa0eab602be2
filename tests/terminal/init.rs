//! A vault made from the terminal.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use desk::clock::Clock;
use desk::{Bare, Desk, Place};
use serde_json::json;

use crate::clinic::{Said, terminal};

pub(crate) const PASSWORD: &str = "seven green umbrellas";

pub(crate) struct Room {
    folder: tempfile::TempDir,
}

impl Room {
    pub(crate) fn with_password(password: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("password"), password).unwrap();
        Self { folder }
    }

    pub(crate) fn vault(&self) -> PathBuf {
        self.folder.path().join("vault")
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Said {
        let (vault, password) = (self.vault(), self.folder.path().join("password"));
        let at = ["--vault", text(&vault), "--password-file", text(&password)];
        terminal(&[arguments, &at].concat()).unwrap()
    }

    fn init(&self) -> Said {
        self.run(&["init", "--clinic", "Clinic Lumen", "--practitioner", "Mara Okafor", "--json"])
    }
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn a_vault_made_at_the_terminal_opens_with_its_password() {
    let room = Room::with_password(PASSWORD);
    assert_eq!(room.init().exit, 0, "the vault is made");
    let found = room.run(&["client", "search", "anybody"]);
    assert_eq!((found.exit, found.out.trim()), (0, "[]"), "the password opens it, and nobody is in it: {}", found.err);
}

#[test]
fn the_recovery_key_that_was_printed_opens_the_vault() {
    let room = Room::with_password(PASSWORD);
    let printed = room.init().json().unwrap();
    let desk = Desk::new(room.vault(), Place::Window, Clock::system(), Arc::new(Bare));
    let user = desk.call("desk_view", &json!({})).unwrap()["users"][0]["id"].clone();
    let request =
        json!({ "recovery_key": printed["recovery_key"], "user": user, "password": "four blue bicycles today" });
    let recovered = desk.call("vault_recover", &request).unwrap();
    assert_eq!(recovered["phase"], "open", "the key on paper is the key of the vault");
}

#[test]
fn a_vault_that_is_there_is_never_made_over() {
    let room = Room::with_password(PASSWORD);
    room.init();
    let before = std::fs::read(room.vault().join("vault.keys")).unwrap();
    let again = room.init();
    assert_eq!((again.exit, again.out.as_str()), (1, ""), "it is refused and no second key is shown");
    assert_eq!(std::fs::read(room.vault().join("vault.keys")).unwrap(), before, "the vault's keys are what they were");
}

#[test]
fn a_password_that_is_too_short_makes_no_vault() {
    let room = Room::with_password("short");
    let said = room.init();
    assert_eq!(said.exit, 2, "the input is wrong");
    assert!(said.err.contains("opens nothing"), "the key that was shown opens nothing, and it says so: {}", said.err);
    assert!(!room.vault().exists(), "nothing was made");
}
