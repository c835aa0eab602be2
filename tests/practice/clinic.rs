//! A clinic behind the door the window uses, with a fixed clock and a machine of paper.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use anyhow::{Context as _, Result};
use chrono::{DateTime, Utc};
use desk::clock::Clock;
use desk::wire::FailureView;
use desk::{Desk, FilesWanted, Host, Keyring, Place, PrintJob, PrintProblem, Printer};
use serde_json::{Value, json};

use crate::keyring::PaperKeyring;

pub(crate) const PASSWORD: &str = "seven green umbrellas";

/// A machine whose printer keeps what it gets, until it is told to fail.
#[derive(Default)]
pub(crate) struct PaperMachine {
    pub(crate) printed: Mutex<Vec<Vec<u8>>>,
    /// The paper each was printed on.
    pub(crate) sizes: Mutex<Vec<String>>,
    pub(crate) problem: Mutex<Option<PrintProblem>>,
    pub(crate) export: Mutex<Option<PathBuf>>,
    pub(crate) folder: Mutex<Option<PathBuf>>,
    pub(crate) files: Mutex<Vec<PathBuf>>,
    pub(crate) keyring: PaperKeyring,
}

impl Host for PaperMachine {
    fn printers(&self) -> Vec<Printer> {
        vec![Printer { name: "Front desk".to_owned(), is_default: true }]
    }

    fn print(&self, job: &PrintJob<'_>) -> Result<(), PrintProblem> {
        if let Some(problem) = *self.problem.lock().unwrap() {
            return Err(problem);
        }
        self.printed.lock().unwrap().push(job.bytes.to_vec());
        self.sizes.lock().unwrap().push(format!("{:?}", job.paper));
        Ok(())
    }

    fn choose_file(&self, _: &str) -> Option<PathBuf> {
        self.export.lock().unwrap().clone()
    }

    fn choose_folder(&self) -> Option<PathBuf> {
        self.folder.lock().unwrap().clone()
    }

    fn choose_files(&self, _: FilesWanted) -> Vec<PathBuf> {
        self.files.lock().unwrap().clone()
    }

    fn picture_program(&self) -> Option<PathBuf> {
        journeys::program("needlepoint-cli").ok()
    }

    fn keyring(&self) -> &dyn Keyring {
        &self.keyring
    }
}

/// A clinic whose practitioner is signed in.
pub(crate) struct Practice {
    pub(crate) desk: Desk,
    pub(crate) machine: Arc<PaperMachine>,
    pub(crate) folder: tempfile::TempDir,
}

impl Practice {
    /// A clinic whose practitioner prescribes, too.
    pub(crate) fn open_clinic() -> Result<Self> {
        Self::open_with(first_run)
    }

    /// A clinic whose practitioner does not prescribe.
    pub(crate) fn open_clinic_of_a_practitioner() -> Result<Self> {
        Self::open_with(|key| {
            let mut request = first_run(key);
            request["practitioner"]["prescribes"] = json!(false);
            request
        })
    }

    fn open_with(first_run: impl Fn(&Value) -> Value) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let machine = Arc::new(PaperMachine::default());
        let now: DateTime<Utc> = "2026-11-20T14:00:00Z".parse()?;
        let desk = Desk::new(folder.path().join("vault"), Place::Window, Clock::fixed(now), machine.clone());
        let practice = Self { desk, machine, folder };
        let key = practice.call("recovery_key_make", json!({}))?;
        practice.call("vault_create", first_run(&key))?;
        practice.call("pin_set", json!({ "pin": "4711" }))?;
        Ok(practice)
    }

    /// The same clinic at a later time: the window was closed and opened again.
    pub(crate) fn later(self, now: &str) -> Result<Self> {
        let Self { desk, machine, folder } = self;
        drop(desk);
        let desk = Desk::new(folder.path().join("vault"), Place::Window, Clock::fixed(now.parse()?), machine.clone());
        let practice = Self { desk, machine, folder };
        let user = practice.call("desk_view", json!({}))?["users"][0]["id"].clone();
        practice.call("vault_unlock", json!({ "user": user, "password": PASSWORD }))?;
        practice.call("pin_set", json!({ "pin": "4711" }))?;
        Ok(practice)
    }

    pub(crate) fn call(&self, name: &str, request: Value) -> Result<Value> {
        self.desk.call(name, &request).map_err(|failure| anyhow::anyhow!("{name}: {failure:?}"))
    }

    pub(crate) fn refused(&self, name: &str, request: Value) -> FailureView {
        match self.desk.call(name, &request) {
            Ok(view) => panic!("{name} must be refused, got {view}"),
            Err(failure) => failure,
        }
    }

    pub(crate) fn new_client(&self) -> Result<String> {
        let view = self.call(
            "client_save",
            json!({ "id": null, "based_on": null, "is_another_person": false, "fields": client() }),
        )?;
        Ok(view["banner"]["id"].as_str().context("id")?.to_owned())
    }

    /// Answers every question with no, and says that there were no procedures elsewhere.
    pub(crate) fn screen(&self, visit: &str) -> Result<Value> {
        let view = self.call("visit_open", json!({ "visit": visit }))?;
        for section in view["screening"]["sections"].as_array().context("sections")? {
            for question in section["questions"].as_array().context("questions")? {
                let answer = json!({ "state": "no", "ended_on": null, "zones": [], "active": null, "allergy_class": null, "ingredients": [] });
                self.call("answer_set", json!({ "visit": visit, "question": question["id"], "answer": answer }))?;
            }
        }
        self.call("background_set", json!({ "visit": visit, "medicines": [], "measures": [], "history": [] }))?;
        self.call("screening_close", json!({ "visit": visit, "secret": "4711" }))
    }

    pub(crate) fn consent(&self, visit: &str) -> Result<Value> {
        self.call("consent_sign", self.ready_to_sign(visit)?)
    }

    /// Shows the text, puts the initials and the notes, and gives the request that signs.
    pub(crate) fn ready_to_sign(&self, visit: &str) -> Result<Value> {
        let shown = self.call("consent_prepare", json!({ "visit": visit, "language": null }))?;
        for section in shown["sections"].as_array().context("sections")? {
            for clause in section["clauses"].as_array().context("clauses")? {
                if clause["needs_initials"] == true {
                    self.call("consent_initial", json!({ "visit": visit, "clause": clause["id"], "letters": "IH" }))?;
                }
            }
        }
        let notes = json!({ "visit": visit, "questions": "How long will it be red? About a day.", "same_day_reason": "Travelled a long way", "identity_check": "Known to me" });
        self.call("consent_note", notes)?;
        Ok(sign_request(visit, &shown, "4711"))
    }
}

pub(crate) fn first_run(key: &Value) -> Value {
    let groups: Vec<Value> =
        key["ask"].as_array().unwrap().iter().map(|n| key["groups"][n.as_u64().unwrap() as usize].clone()).collect();
    json!({
        "clinic": {
            "name": "Clinic Lumen", "address": "12 Harbour Street\nDublin", "phone": "+353 1 555 0199",
            "out_of_hours_phone": "+353 1 555 0111", "jurisdiction": "GB", "time_zone": "Europe/London", "paper": "a4",
            "lock_after_minutes": 5,
        },
        "practitioner": { "name": "Mara Okafor", "registration": "NMC 12A3456E", "max_depth_um": 2500, "prescribes": true },
        "password": PASSWORD, "recovery_groups": groups, "with_sample_clients": "none",
    })
}

pub(crate) fn client() -> Value {
    json!({
        "family": "Halvorsen", "given": "Ines", "preferred": "", "title": "Ms", "born_on": "1988-03-14", "sex": "female",
        "phone": "+47 22 12 34 56", "email": "", "address": "", "emergency_contact": null, "guardian": null,
        "fitzpatrick": 2, "allergies": { "state": "none_known" }, "alerts": [],
    })
}

pub(crate) fn plan(depth_um: u16) -> Value {
    json!([
        { "id": "mn", "kind": "mn", "indication": "ind.texture", "n_sessions": null,
          "device": { "name": "Pen 12", "label_max_um": 2500, "needle": "steel" },
          "zones": [ { "zone": "z.cheek_medial", "side": "left", "depth_um": depth_um }, { "zone": "z.cheek_medial", "side": "right", "depth_um": depth_um } ] },
        { "id": "prp", "kind": "prp", "draw_ul": 10000, "zones": [ { "zone": "z.cheek_medial", "side": "left" }, { "zone": "z.cheek_medial", "side": "right" } ] },
    ])
}

pub(crate) fn sign_request(visit: &str, shown: &Value, secret: &str) -> Value {
    let point = |x: i32, t: u32| json!({ "x_cpx": x, "y_cpx": 4000 + x / 3, "t_ms": t, "pressure_milli": 500 });
    json!({
        "visit": visit, "language": shown["language"], "text_sha256": shown["text_sha256"], "copy": "owed", "secret": secret,
        "agrees_electronically": true, "others": [],
        "signature": { "kind": "drawn", "pointer": "pen", "width_cpx": 64000, "height_cpx": 20000,
            "strokes": [[point(1000, 0), point(9000, 12), point(20000, 31)], [point(24000, 300), point(30000, 340)]] },
    })
}

pub(crate) fn chart(visit: &str, side: &str, depth_um: u16) -> Value {
    json!({ "visit": visit, "zones": [ { "zone": "z.cheek_medial", "side": side, "depth_um": depth_um, "n_passes": 3, "endpoint": "even_redness", "deviation_reason": null } ] })
}

pub(crate) fn item(visit: &str, component: &str, kind: &str, expires_on: &str) -> Value {
    json!({ "visit": visit, "component": component, "kind": kind, "product": "Sterile", "lot": "NC-2231", "expires_on": expires_on, "gtin": null })
}
