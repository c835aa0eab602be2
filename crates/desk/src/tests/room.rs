//! A desk with an open vault in a scratch folder, and a machine that looks into the journal when it is asked to print.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, OnceLock, Weak};

use care::record::{ClientId, Role};
use serde_json::{Value, json};
use store::StoreError;
use tempfile::TempDir;

use crate::clock::Clock;
use crate::desk::Open;
use crate::seat::Seat;
use crate::{Desk, Host, Place, PrintJob, PrintProblem, Printer};

pub(super) const PASSWORD: &str = "seven green umbrellas";

/// A machine whose printer fails when it is told to, and notes how many prints the journal knew when it was asked.
#[derive(Default)]
pub(super) struct Machine {
    desk: OnceLock<Weak<Desk>>,
    pub(super) problem: Mutex<Option<PrintProblem>>,
    pub(super) known_when_asked: Mutex<Vec<usize>>,
}

impl Host for Machine {
    fn printers(&self) -> Vec<Printer> {
        Vec::new()
    }

    fn print(&self, _: &PrintJob<'_>) -> Result<(), PrintProblem> {
        let desk = self.desk.get().and_then(Weak::upgrade).unwrap();
        self.known_when_asked.lock().unwrap().push(bodies(&desk.open().unwrap(), "print").len());
        self.problem.lock().unwrap().map_or(Ok(()), Err)
    }

    fn choose_file(&self, _: &str) -> Option<PathBuf> {
        None
    }

    fn choose_folder(&self) -> Option<PathBuf> {
        None
    }
}

/// The room: a desk, its machine and one client.
pub(super) struct Room {
    pub(super) desk: Arc<Desk>,
    pub(super) machine: Arc<Machine>,
    pub(super) folder: TempDir,
    pub(super) client: ClientId,
}

impl Room {
    pub(super) fn open() -> Self {
        let folder = TempDir::new().unwrap();
        let machine = Arc::new(Machine::default());
        let clock = Clock::fixed("2026-11-20T14:00:00Z".parse().unwrap());
        let vault = folder.path().join("vault");
        let desk = Arc::new(Desk::new(vault, Place::Window, clock, Arc::clone(&machine) as Arc<dyn Host>));
        machine.desk.set(Arc::downgrade(&desk)).unwrap();
        let key = desk.call("recovery_key_make", &json!({})).unwrap();
        let asked = key["ask"].as_array().unwrap().iter().filter_map(Value::as_u64);
        let groups: Vec<Value> = asked.map(|n| key["groups"][usize::try_from(n).unwrap()].clone()).collect();
        desk.call("vault_create", &first_run(&groups)).unwrap();
        let saved = desk.call(
            "client_save",
            &json!({ "id": null, "based_on": null, "is_another_person": false, "fields": {
            "family": "Halvorsen", "given": "Ines", "preferred": "", "title": "", "born_on": "1988-03-14",
            "sex": "female", "phone": "", "email": "", "address": "", "emergency_contact": null, "guardian": null,
            "fitzpatrick": null, "allergies": { "state": "none_known" }, "alerts": [],
        } }),
        );
        let client = saved.unwrap()["banner"]["id"].as_str().unwrap().parse().unwrap();
        Self { desk, machine, folder, client }
    }

    /// Lets `work` sit at the desk.
    pub(super) fn seated<T>(&self, work: impl FnOnce(&Seat<'_>) -> T) -> T {
        let open = self.desk.open().unwrap();
        work(&Seat::take(&self.desk, &open, Role::Practitioner).unwrap())
    }

    /// Bodies of the entries of one act, oldest first.
    pub(super) fn bodies(&self, act: &str) -> Vec<Value> {
        let open = self.desk.open().unwrap();
        bodies_about(&open, self.client, act)
    }
}

fn bodies(open: &Open, act: &str) -> Vec<Value> {
    let clients = open.vault.read(|read| read.recent_clients(10)).unwrap();
    clients.iter().flat_map(|row| bodies_about(open, row.id, act)).collect()
}

fn bodies_about(open: &Open, client: ClientId, act: &str) -> Vec<Value> {
    let mut bodies = Vec::new();
    let read = open.vault.read(|read| {
        read.each_entry_about(client, |entry, body| {
            if entry.act == act {
                bodies.push(serde_json::from_slice(&body.unwrap_or_default()).unwrap());
            }
            Ok::<_, StoreError>(())
        })
    });
    read.unwrap();
    bodies
}

fn first_run(groups: &[Value]) -> Value {
    json!({
        "clinic": {
            "name": "Clinic Lumen", "address": "12 Harbour Street", "phone": "+44 20 7946 0199",
            "out_of_hours_phone": "+44 20 7946 0111", "jurisdiction": "GB", "time_zone": "Europe/London",
            "paper": "a4", "lock_after_minutes": 5,
        },
        "practitioner": { "name": "Mara Okafor", "registration": "", "max_depth_um": 2500, "prescribes": true },
        "password": PASSWORD, "recovery_groups": groups, "with_sample_clients": "none",
    })
}
