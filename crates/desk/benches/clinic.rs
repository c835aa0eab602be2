//! How long a practitioner waits in a clinic of a given size, each figure beside its bar: median, 95th and 99th
//! percentile, through the same door as the window.
//!
//! `NEEDLEPOINT_BENCH_CLINIC` names a folder with a vault of `needlepoint-cli sample`, and
//! `NEEDLEPOINT_BENCH_PASSWORD_FILE` the file with its password; the vault is written to. Without them a clinic of
//! `NEEDLEPOINT_BENCH_CLIENTS` clients (1 000) is made for the occasion. The bars are read by people: a busy machine
//! never fails a build.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a bench that cannot go on stops where it stands")]

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use desk::clock::Clock;
use desk::{Bare, Desk, Place, SampleOrder};
use serde_json::{Value, json};
use store::{Holder, Password, Vault};

const PASSWORD: &str = "seven green umbrellas";
const N_UNLOCKS: usize = 7;
const N_CLIENTS_ASKED: usize = 300;
/// A larger database is copied only where `NEEDLEPOINT_BENCH_BACKUP` is set: it takes its room twice.
const LARGEST_BACKED_UP: u64 = 1 << 30;

struct Bench {
    desk: Desk,
    folder: PathBuf,
    password: String,
    user: Value,
    /// Search rows of clients all over the books.
    people: Vec<Value>,
}

fn main() {
    // `cargo test --all-targets` only asks whether it builds.
    if std::env::args().any(|argument| argument == "--test") {
        return;
    }
    let made = tempfile::tempdir().unwrap();
    let mut bench = Bench::open(made.path());
    println!("{:<44} {:>6} {:>10} {:>10} {:>10}  bar", "", "n", "p50", "p95", "p99");
    bench.unlock();
    bench.meet_people();
    bench.search();
    bench.open_cards();
    bench.save();
    bench.tell_memory();
    let vault = bench.beside();
    verify(&vault);
    let n_bytes = std::fs::metadata(bench.folder.join("vault.db")).map_or(0, |database| database.len());
    if n_bytes < LARGEST_BACKED_UP || std::env::var_os("NEEDLEPOINT_BENCH_BACKUP").is_some() {
        back_up(&vault, &bench.folder);
    }
}

impl Bench {
    fn open(made: &Path) -> Self {
        let given = std::env::var_os("NEEDLEPOINT_BENCH_CLINIC").map(PathBuf::from);
        let folder = given.clone().unwrap_or_else(|| made.join("vault"));
        let desk = desk_at(&folder);
        let password = if given.is_some() {
            let file = std::env::var_os("NEEDLEPOINT_BENCH_PASSWORD_FILE").unwrap();
            std::fs::read_to_string(file).unwrap().lines().next().unwrap_or_default().to_owned()
        } else {
            make_clinic(&desk);
            PASSWORD.to_owned()
        };
        let user = call(&desk, "desk_view", json!({}))["users"][0]["id"].clone();
        Self { desk, folder, password, user, people: Vec::new() }
    }

    fn call(&self, name: &str, request: Value) -> Value {
        call(&self.desk, name, request)
    }

    fn unlock(&mut self) {
        let (mut unlocks, mut todays) = (Vec::new(), Vec::new());
        for _ in 0..N_UNLOCKS {
            self.desk = desk_at(&self.folder);
            let request = json!({ "user": self.user, "password": self.password });
            unlocks.push(timed(|| self.call("vault_unlock", request.clone())));
            todays.push(timed(|| self.call("today_view", json!({ "on": null }))));
        }
        tell("unlock", unlocks, "500 to 1000 ms");
        tell("unlocked to Today", todays, "300 ms");
    }

    /// Clients spread over all numbers, found by their number.
    fn meet_people(&mut self) {
        let newest = self.call("client_search", json!({ "words": "" }));
        let is_there = |n: u32| {
            !self.call("client_search", json!({ "words": format!("A-{n:06}") })).as_array().unwrap().is_empty()
        };
        let mut n_clients = 1;
        while n_clients < 500_000 && is_there(n_clients * 2) {
            n_clients *= 2;
        }
        let step = (n_clients / u32::try_from(N_CLIENTS_ASKED).unwrap()).max(1);
        let mut people: Vec<Value> = (1..=n_clients)
            .step_by(usize::try_from(step).unwrap())
            .filter_map(|n| self.call("client_search", json!({ "words": format!("A-{n:06}") })).get(0).cloned())
            .collect();
        people.extend(newest.as_array().unwrap().iter().take(20).cloned());
        self.people = people;
    }

    fn search(&self) {
        let word = |person: &Value, field: &str| person[field].as_str().unwrap_or_default().to_owned();
        let beginning = |person: &Value| word(person, "family").chars().take(3).collect::<String>();
        self.time_search("search: beginning of a name", beginning);
        self.time_search("search: several words", |person| {
            format!("{} {}", word(person, "family"), word(person, "given"))
        });
        self.time_search("search: birth date", |person| word(person, "born_on"));
        self.time_search("search: phone", |person| word(person, "phone"));
        self.time_search("search: a slip in the name", |person| swapped(&word(person, "family")));
        self.time_search("search: nobody", |person| format!("{}qx", word(person, "family")));
    }

    fn time_search(&self, name: &str, typed: impl Fn(&Value) -> String) {
        let times = self.people.iter().map(|person| {
            let request = json!({ "words": typed(person) });
            timed(|| self.call("client_search", request))
        });
        tell(name, times.collect(), "p99 8 ms");
    }

    /// The first look is an entry of the journal that is on the disk before the card is shown: a save and a card.
    fn open_cards(&self) {
        let open = |person: &Value| timed(|| self.call("client_open", json!({ "client": person["id"] })));
        tell("client card, the look written down", self.people.iter().map(open).collect(), "p95 20 ms, as a save");
        tell("client card, looked at again", self.people.iter().map(open).collect(), "p95 5 ms");
    }

    fn save(&self) {
        let person = self.people.first().unwrap();
        let visit = self.call("visit_start", json!({ "client": person["id"] }))["id"].clone();
        let times = (0..N_CLIENTS_ASKED).map(|n| {
            let answer = json!({ "state": if n % 2 == 0 { "yes" } else { "no" }, "ended_on": null, "active": null, "allergy_class": null });
            timed(|| self.call("answer_set", json!({ "visit": visit, "question": "ci.smoking", "answer": answer })))
        });
        tell("save of a field of a visit", times.collect(), "p95 20 ms, p99 50 ms");
        let times = self.people.iter().map(|person| {
            let card = self.call("client_open", json!({ "client": person["id"] }));
            let request = json!({
                "id": person["id"], "based_on": card["version"], "fields": card["fields"], "is_another_person": false,
            });
            timed(|| self.call("client_save", request))
        });
        tell("save of a record", times.collect(), "p95 20 ms, p99 50 ms");
    }

    /// What the program's own process holds after all that, by the operating system's book.
    fn tell_memory(&self) {
        let Ok(status) = std::fs::read_to_string("/proc/self/status") else { return };
        let kib = |field: &str| -> Option<u64> {
            let line = status.lines().find_map(|line| line.strip_prefix(field))?;
            line.split_whitespace().next()?.parse().ok()
        };
        if let (Some(now), Some(peak)) = (kib("VmRSS:"), kib("VmHWM:")) {
            println!(
                "{:<44} {:>6} MiB, at most {} MiB while a password was derived  150 MiB",
                "own memory with the vault open",
                now / 1024,
                peak / 1024
            );
        }
    }

    /// The vault once more, as the terminal has it beside the window.
    fn beside(&self) -> Vault {
        let users = Vault::holders(&self.folder).unwrap().into_iter().filter_map(|holder| match holder {
            Holder::User { user, .. } => Some(user),
            Holder::Recovery => None,
        });
        let (user, password) = (users.min().unwrap(), Password::typed(&self.password));
        Vault::unlock_beside(&self.folder, user, &password, Clock::system().now()).unwrap()
    }
}

fn verify(vault: &Vault) {
    let mut n_entries = 0;
    let time = timed(|| {
        let report = vault.read(store::verify).unwrap();
        assert!(report.damage.is_none(), "a made-up journal is whole");
        n_entries = report.n_entries;
    });
    let bar = Duration::from_secs(3) * u32::try_from(n_entries).unwrap() / 500_000;
    tell(&format!("verify of {n_entries} entries"), vec![time], &format!("{bar:.2?} (3 s for 500 000)"));
}

fn back_up(vault: &Vault, folder: &Path) {
    let to = tempfile::tempdir_in(folder.parent().unwrap()).unwrap();
    let mut n_bytes = 0;
    let time = timed(|| {
        let made = vault.backup_job().unwrap().run(to.path(), Clock::system().now()).unwrap();
        n_bytes = made.n_database_bytes;
    });
    let mib = n_bytes / (1024 * 1024);
    let bar = Duration::from_secs(60) * u32::try_from(mib.max(1)).unwrap() / 250;
    tell(&format!("backup with trial restore of {mib} MiB"), vec![time], &format!("{bar:.2?} (60 s for 250 MiB)"));
}

fn desk_at(folder: &Path) -> Desk {
    Desk::new(folder.to_owned(), Place::Terminal, Clock::system(), Arc::new(Bare))
}

fn make_clinic(desk: &Desk) {
    let n_clients = std::env::var("NEEDLEPOINT_BENCH_CLIENTS").ok().and_then(|n| n.parse().ok()).unwrap_or(1_000);
    let order = SampleOrder {
        n_clients,
        visits_per_client: 4,
        n_documents: 20,
        n_photos: 0,
        seed: 1,
        password: PASSWORD.to_owned(),
    };
    call(desk, "recovery_key_make", json!({}));
    let mut made = None;
    let time = timed(|| made = desk.make_sample(&order, &mut |_| ()).ok());
    let made = made.unwrap();
    println!("made: {} clients, {} visits, {} entries in {time:?}", made.n_clients, made.n_visits, made.n_entries);
}

fn call(desk: &Desk, name: &str, request: Value) -> Value {
    desk.call(name, &request).map_err(|failure| format!("{name}: {failure:?}")).unwrap()
}

/// A name with its third and fourth letters the wrong way round.
fn swapped(name: &str) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    if letters.len() > 3 {
        letters.swap(2, 3);
    }
    letters.into_iter().collect()
}

fn timed<T>(work: impl FnOnce() -> T) -> Duration {
    let begun = Instant::now();
    std::hint::black_box(work());
    begun.elapsed()
}

fn tell(name: &str, mut times: Vec<Duration>, bar: &str) {
    times.sort();
    let at = |percent: usize| {
        let place = (times.len() * percent).div_ceil(100).saturating_sub(1);
        times.get(place).copied().map(|time| format!("{:.2?}", time)).unwrap_or_default()
    };
    println!("{name:<44} {:>6} {:>10} {:>10} {:>10}  {bar}", times.len(), at(50), at(95), at(99));
}
