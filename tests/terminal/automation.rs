//! The account for a timer at the terminal: it backs up and exports, is named with --user, and looks nobody up.

use std::path::PathBuf;

use anyhow::{Context as _, Result};
use serde_json::json;

use crate::clinic::{Clinic, Said, terminal};

const PASSWORD: &str = "nine loud green boats";
const NAME: &str = "Nightly backup";

/// A clinic to whose people an administrator has added an account for a timer.
struct Timed {
    clinic: Clinic,
    folder: tempfile::TempDir,
}

impl Timed {
    fn new() -> Result<Self> {
        let (clinic, folder) = (Clinic::of_a_practitioner()?, tempfile::tempdir()?);
        std::fs::write(folder.path().join("password"), PASSWORD)?;
        let fields = json!({ "initials": "NB", "registration": "", "roles": ["automation"], "max_depth_um": 0, "may_give_prp": false, "may_use_prescription_items": false });
        clinic.at_the_window(
            "person_add",
            &json!({ "name": NAME, "fields": fields, "password": PASSWORD, "secret": crate::clinic::PASSWORD }),
        )?;
        Ok(Self { clinic, folder })
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn run(&self, arguments: &[&str]) -> Result<Said> {
        let (vault, password) = (self.clinic.vault(), self.path("password"));
        let at = ["--vault", vault.to_str().context("path")?, "--password-file", password.to_str().context("path")?];
        terminal(&[arguments, &at].concat())
    }
}

#[test]
fn the_account_for_a_timer_backs_up_when_it_is_named() -> Result<()> {
    let timed = Timed::new()?;
    let to = timed.path("backups");
    std::fs::create_dir(&to)?;
    let to = to.to_str().context("path")?;
    let unnamed = timed.run(&["backup", "--json", "--to", to])?;
    assert!(unnamed.exit != 0 && unnamed.err.contains("--user"), "of several people one is named: {}", unnamed.err);
    let made = timed.run(&["backup", "--json", "--to", to, "--user", NAME])?;
    assert_eq!((made.exit, made.err.as_str()), (0, ""), "made and found whole");
    Ok(())
}

#[test]
fn the_account_for_a_timer_looks_nobody_up_and_changes_nothing() -> Result<()> {
    let timed = Timed::new()?;
    for arguments in
        [["client", "search", "Halvorsen"].as_slice(), &["journal"], &["protocol", "approve", "--reason", "x"]]
    {
        let refused = timed.run(&[arguments, &["--user", NAME]].concat())?;
        assert!(
            refused.exit != 0 && refused.out.is_empty(),
            "{arguments:?} is refused: {}{}",
            refused.out,
            refused.err
        );
        assert!(refused.err.contains("role"), "{arguments:?} because of its role: {}", refused.err);
    }
    Ok(())
}
