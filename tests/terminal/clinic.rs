//! A vault made through the door, and the terminal run beside it.

use std::path::PathBuf;
use std::process::Command;
use std::sync::Arc;

use anyhow::{Context as _, Result};
use desk::clock::Clock;
use desk::{Desk, Host, Place, PrintJob, PrintProblem, Printer};
use serde_json::{Value, json};

pub(crate) const PASSWORD: &str = "seven green umbrellas";

/// What the terminal said.
pub(crate) struct Said {
    pub(crate) exit: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Said {
    /// Standard output as the one JSON document it is.
    pub(crate) fn json(&self) -> Result<Value> {
        serde_json::from_str(&self.out).with_context(|| format!("no JSON: {}{}", self.out, self.err))
    }
}

/// Runs the terminal.
pub(crate) fn terminal(arguments: &[&str]) -> Result<Said> {
    let program = journeys::program("needlepoint-cli").map_err(anyhow::Error::msg)?;
    let done = Command::new(program).args(arguments).output()?;
    Ok(Said {
        exit: done.status.code().context("ended by a signal")?,
        out: String::from_utf8(done.stdout)?,
        err: String::from_utf8(done.stderr)?,
    })
}

/// A machine without a printer.
pub(crate) struct Bare;

impl Host for Bare {
    fn printers(&self) -> Vec<Printer> {
        Vec::new()
    }

    fn print(&self, _: &PrintJob<'_>) -> Result<(), PrintProblem> {
        Err(PrintProblem::NoPrinter)
    }

    fn choose_file(&self, _: &str) -> Option<PathBuf> {
        None
    }

    fn choose_folder(&self) -> Option<PathBuf> {
        None
    }
}

/// A vault with one user, and a file with the password.
pub(crate) struct Clinic {
    folder: tempfile::TempDir,
}

impl Clinic {
    /// A clinic whose only user prescribes.
    pub(crate) fn of_a_prescriber() -> Result<Self> {
        Self::with(true)
    }

    /// A clinic whose only user does not prescribe.
    pub(crate) fn of_a_practitioner() -> Result<Self> {
        Self::with(false)
    }

    fn with(prescribes: bool) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        std::fs::write(folder.path().join("password"), PASSWORD)?;
        let desk = Desk::new(folder.path().join("vault"), Place::Window, Clock::system(), Arc::new(Bare));
        let call = |name, request| desk.call(name, &request).map_err(|failure| anyhow::anyhow!("{failure:?}"));
        let key = call("recovery_key_make", json!({}))?;
        let asked = key["ask"].as_array().context("ask")?.iter().filter_map(Value::as_u64);
        let groups: Vec<Value> = asked.map(|n| key["groups"][n as usize].clone()).collect();
        call(
            "vault_create",
            json!({
                "clinic": {
                    "name": "Clinic Lumen", "address": "12 Harbour Street", "phone": "+44 20 7946 0199",
                    "out_of_hours_phone": "+44 20 7946 0111", "jurisdiction": "GB", "time_zone": "Europe/London",
                    "paper": "a4", "lock_after_minutes": 5,
                },
                "practitioner": { "name": "Mara Okafor", "registration": "", "max_depth_um": 2500, "prescribes": prescribes },
                "password": PASSWORD, "recovery_groups": groups, "with_sample_clients": "none",
            }),
        )?;
        Ok(Self { folder })
    }

    /// Runs one command at a window of this vault, signed in as its first user.
    pub(crate) fn at_the_window(&self, name: &str, request: &Value) -> Result<Value> {
        let desk = Desk::new(self.vault(), Place::Window, Clock::system(), Arc::new(Bare));
        let call = |name, request: &Value| desk.call(name, request).map_err(|failure| anyhow::anyhow!("{failure:?}"));
        let user = call("desk_view", &json!({}))?["users"][0]["id"].clone();
        call("vault_unlock", &json!({ "user": user, "password": PASSWORD }))?;
        call(name, request)
    }

    /// Where the vault is.
    pub(crate) fn vault(&self) -> PathBuf {
        self.folder.path().join("vault")
    }

    /// The file with the password.
    pub(crate) fn password_file(&self) -> PathBuf {
        self.folder.path().join("password")
    }

    /// Runs the terminal on this vault.
    pub(crate) fn run(&self, arguments: &[&str]) -> Result<Said> {
        let (vault, password) = (self.vault(), self.password_file());
        let at = ["--vault", vault.to_str().context("path")?, "--password-file", password.to_str().context("path")?];
        terminal(&[arguments, &at].concat())
    }
}
