//! One whole visit through the door the window uses, with a fixed clock and a machine of paper.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use anyhow::{Context as _, Result, ensure};
use chrono::{DateTime, Utc};
use desk::clock::Clock;
use desk::wire::{FailureCode, FailureView};
use desk::{Desk, Host, Place, PrintJob, PrintProblem, Printer};
use serde_json::{Value, json};

const PASSWORD: &str = "seven green umbrellas";

/// A machine whose printer keeps what it gets, until it is told to fail.
#[derive(Default)]
struct PaperMachine {
    printed: Mutex<Vec<Vec<u8>>>,
    problem: Mutex<Option<PrintProblem>>,
    export: Mutex<Option<PathBuf>>,
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
        Ok(())
    }

    fn choose_file(&self, _: &str) -> Option<PathBuf> {
        self.export.lock().unwrap().clone()
    }
}

struct Practice {
    desk: Desk,
    machine: Arc<PaperMachine>,
    folder: tempfile::TempDir,
}

impl Practice {
    fn open_clinic() -> Result<Self> {
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

    fn call(&self, name: &str, request: Value) -> Result<Value> {
        self.desk.call(name, &request).map_err(|failure| anyhow::anyhow!("{name}: {failure:?}"))
    }

    fn refused(&self, name: &str, request: Value) -> FailureView {
        match self.desk.call(name, &request) {
            Ok(view) => panic!("{name} must be refused, got {view}"),
            Err(failure) => failure,
        }
    }

    fn new_client(&self) -> Result<String> {
        let view = self.call("client_save", json!({ "id": null, "based_on": null, "is_another_person": false, "fields": client() }))?;
        Ok(view["banner"]["id"].as_str().context("id")?.to_owned())
    }

    /// Answers every question with no, and says that there were no procedures elsewhere.
    fn screen(&self, visit: &str) -> Result<Value> {
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

    fn consent(&self, visit: &str) -> Result<Value> {
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
        self.call("consent_sign", sign_request(visit, &shown, "4711"))
    }
}

fn first_run(key: &Value) -> Value {
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

fn client() -> Value {
    json!({
        "family": "Halvorsen", "given": "Ines", "preferred": "", "title": "Ms", "born_on": "1988-03-14", "sex": "female",
        "phone": "+47 22 12 34 56", "email": "", "address": "", "emergency_contact": null, "guardian": null,
        "fitzpatrick": 2, "allergies": { "state": "none_known" }, "alerts": [],
    })
}

fn plan(depth_um: u16) -> Value {
    json!([
        { "id": "mn", "kind": "mn", "indication": "ind.texture", "n_sessions": null,
          "device": { "name": "Pen 12", "label_max_um": 2500, "needle": "steel" },
          "zones": [ { "zone": "z.cheek_medial", "side": "left", "depth_um": depth_um }, { "zone": "z.cheek_medial", "side": "right", "depth_um": depth_um } ] },
        { "id": "prp", "kind": "prp", "draw_ul": 10000, "zones": [ { "zone": "z.cheek_medial", "side": "left" }, { "zone": "z.cheek_medial", "side": "right" } ] },
    ])
}

fn sign_request(visit: &str, shown: &Value, secret: &str) -> Value {
    let point = |x: i32, t: u32| json!({ "x_cpx": x, "y_cpx": 4000 + x / 3, "t_ms": t, "pressure_milli": 500 });
    json!({
        "visit": visit, "language": shown["language"], "text_sha256": shown["text_sha256"], "copy": "printed", "secret": secret,
        "signature": { "kind": "drawn", "pointer": "pen", "width_cpx": 64000, "height_cpx": 20000,
            "strokes": [[point(1000, 0), point(9000, 12), point(20000, 31)], [point(24000, 300), point(30000, 340)]] },
    })
}

fn chart(visit: &str, side: &str, depth_um: u16) -> Value {
    json!({ "visit": visit, "zones": [ { "zone": "z.cheek_medial", "side": side, "depth_um": depth_um, "n_passes": 3, "endpoint": "even_redness", "deviation_reason": null } ] })
}

fn item(visit: &str, component: &str, kind: &str, expires_on: &str) -> Value {
    json!({ "visit": visit, "component": component, "kind": kind, "product": "Sterile", "lot": "NC-2231", "expires_on": expires_on, "gtin": null })
}

#[test]
fn a_visit_goes_from_questions_to_a_printed_sheet() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let client = practice.new_client()?;
    let visit = practice.call("visit_start", json!({ "client": client }))?["id"].as_str().context("visit")?.to_owned();

    let failure = practice.refused("consent_prepare", json!({ "visit": visit, "language": null }));
    ensure!(failure.code == FailureCode::Refused, "no consent before the questions are closed");
    practice.screen(&visit)?;
    let planned = practice.call("plan_set", json!({ "visit": visit, "components": plan(1000) }))?;
    ensure!(planned["plan"]["verdict"]["missing"].as_array().is_some(), "the verdict says what is missing");
    practice.screen(&visit)?;
    let planned = practice.call("visit_open", json!({ "visit": visit }))?;
    ensure!(planned["plan"]["verdict"]["may_go_on"] == true, "all answers are no: {}", planned["plan"]["verdict"]);

    let failure = practice.refused("zones_chart", chart(&visit, "left", 1000));
    ensure!(failure.words.contains("signed consent"), "nothing starts without consent: {}", failure.words);
    let failure = practice.refused("consent_sign", json!({ "visit": visit, "language": "en-GB", "text_sha256": "0", "copy": "owed", "secret": "4711", "signature": { "kind": "typed", "name": "x" } }));
    ensure!(failure.code == FailureCode::Refused, "a text that was not shown cannot be signed");
    let consented = practice.consent(&visit)?;
    ensure!(consented["consent"]["is_valid"] == true, "the consent covers the plan: {}", consented["consent"]);

    let failure = practice.refused("zones_chart", chart(&visit, "left", 2000));
    ensure!(failure.fields[0].path == "zones[0].depth_um", "deeper than the cap is refused: {failure:?}");
    practice.call("zones_chart", chart(&visit, "left", 1000))?;
    practice.call("zones_chart", chart(&visit, "right", 1000))?;
    let failure = practice.refused("item_add", item(&visit, "mn", "cartridge", "2026-11-19"));
    ensure!(failure.fields[0].path == "expires_on", "an expired lot is refused: {failure:?}");
    practice.call("item_add", item(&visit, "mn", "cartridge", "2027-11-19"))?;
    practice.call("item_add", item(&visit, "prp", "plasma_kit", "2027-11-19"))?;
    let failure = practice.refused("visit_sign", json!({ "visit": visit, "secret": "4711" }));
    ensure!(failure.words.contains("Finish"), "the signature says what it waits for: {}", failure.words);
    practice.call("visit_finish", json!({ "visit": visit, "finished_at": null }))?;
    let signed = practice.call("visit_sign", json!({ "visit": visit, "secret": "4711" }))?;
    ensure!(signed["status"] == "signed", "the visit is locked");
    let failure = practice.refused("zones_chart", chart(&visit, "left", 500));
    ensure!(failure.words.contains("signed"), "a signed visit cannot be changed: {}", failure.words);

    let sheet = practice.call("sheet_prepare", json!({ "visit": visit, "language": null, "paper": null }))?;
    let shown = practice.desk.blob(&format!("sheet/{}", sheet["token"].as_str().context("token")?)).map_err(|f| anyhow::anyhow!("{f:?}"))?;
    let request = json!({ "visit": visit, "token": sheet["token"], "conflicts_seen": true, "n_copies": 1, "printer": null });
    let printed = practice.call("sheet_print", request)?;
    ensure!(printed["was_printed"] == true, "the printer took it: {printed}");
    let document = printed["document"]["id"].as_str().context("document")?;
    let filed = practice.desk.blob(&format!("document/{document}")).map_err(|f| anyhow::anyhow!("{f:?}"))?;
    ensure!(practice.machine.printed.lock().unwrap().as_slice() == [shown.clone()], "what was printed is what was shown");
    ensure!(filed == shown, "what was filed is what was shown");
    std::fs::write(std::env::temp_dir().join("np-sheet.pdf"), &filed)?;
    let consent = signed["consent"]["document"].as_str().context("consent")?;
    std::fs::write(std::env::temp_dir().join("np-consent.pdf"), practice.desk.blob(&format!("document/{consent}")).map_err(|f| anyhow::anyhow!("{f:?}"))?)?;

    practice.call("addendum_add", json!({ "visit": visit, "text": "Client called: all well.", "secret": "4711" }))?;
    *practice.machine.export.lock().unwrap() = Some(practice.folder.path().join("record.zip"));
    let exported = practice.call("client_export", json!({ "client": client, "secret": "4711" }))?;
    ensure!(exported["n_files"] == 4, "record, journal and two documents leave: {exported}");
    Ok(())
}
