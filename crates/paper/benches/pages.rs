//! How long documents take, how large they are and what memory they need, each figure beside its bar: `make bench`.
//!
//! The bars are read by people: a busy machine never fails a build.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a bench that cannot go on stops where it stands")]

use std::time::{Duration, Instant};

use paper::{Document, SealFacts, SealKey};

#[path = "../tests/paper/documents/mod.rs"]
mod documents;

/// How often each document is made.
const N_ROUNDS: usize = 101;
/// How often the whole chart is made.
const N_CHARTS: usize = 11;
/// How many sheets two threads make together.
const N_SHEETS: usize = 1_000;

fn main() {
    // `cargo test --all-targets` only asks whether it builds.
    if std::env::args().any(|argument| argument == "--test") {
        return;
    }
    println!("{:<44} {:>9} {:>9} {:>10}  bar", "", "p50", "p95", "bytes");
    time("aftercare sheet of two pages", &documents::aftercare_sheet(), "10 ms, 70 KB");
    time("consent of six pages", &documents::consent(), "25 ms");
    time("the same with a code on every page", &documents::coming_back(documents::consent()), "25 ms");
    time("every block", &documents::specimen(), "");
    println!("{:<44} {:>9}  60 MB", "memory so far, Latin only", memory());
    chart();
    sheets_on_two_threads();
    time("aftercare sheet in Arabic", &documents::arabic_sheet(), "10 ms");
    time("names in every script, fonts unpacked once", &documents::scripts(), "");
    println!("{:<44} {:>9}  60 MB beside the chart", "memory with every font unpacked", memory());
    seals();
}

/// A whole chart is given with its photos and answered with them: its memory is told beside how large it is.
fn chart() {
    let chart = documents::chart();
    let n_pages = paper::render(&chart).unwrap().n_pages;
    let mut times: Vec<Duration> = (0..N_CHARTS).map(|_| timed(|| paper::render(&chart).unwrap())).collect();
    let bytes = paper::render(&chart).unwrap().bytes.len();
    times.sort_unstable();
    let [median, late] = [N_CHARTS / 2, N_CHARTS - 1].map(|index| milliseconds(times[index]));
    println!(
        "{:<44} {median:>9} {late:>9} {bytes:>10}  1 s",
        format!("chart of 20 visits, 60 photos, {n_pages} pages")
    );
    println!("{:<44} {:>9}  60 MB and the photos that were given", "memory with the chart", memory());
}

fn time(name: &str, document: &Document, bar: &str) {
    let mut times: Vec<Duration> = (0..N_ROUNDS).map(|_| timed(|| paper::render(document).unwrap())).collect();
    let bytes = paper::render(document).unwrap().bytes.len();
    times.sort_unstable();
    let [median, late] = [N_ROUNDS / 2, N_ROUNDS * 95 / 100].map(|index| milliseconds(times[index]));
    println!("{name:<44} {median:>9} {late:>9} {bytes:>10}  {bar}");
}

fn sheets_on_two_threads() {
    let sheet = documents::aftercare_sheet();
    let took = timed(|| {
        std::thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| (0..N_SHEETS / 2).for_each(|_| drop(paper::render(&sheet).unwrap())));
            }
        });
    });
    let each_second = N_SHEETS as u128 * 1_000 / took.as_millis().max(1);
    println!("{:<44} {each_second:>7}/s  150/s", "sheets on two threads");
}

fn seals() {
    let pdf = paper::render(&documents::consent()).unwrap().bytes;
    let key = SealKey::new(&[7; 32], "Clinic Lumen", documents::CREATED_AT).unwrap();
    let facts = SealFacts { reason: "Consent recorded", name: "Clinic Lumen", at: documents::CREATED_AT };
    let sealed = paper::seal(&pdf, &key, &facts).unwrap();
    let sealing = timed(|| paper::seal(&pdf, &key, &facts).unwrap());
    let verifying = timed(|| paper::verify(&sealed));
    println!("{:<44} {:>9} {:>9}  5 ms", "seal a consent, check it", milliseconds(sealing), milliseconds(verifying));
}

fn timed<T>(work: impl FnOnce() -> T) -> Duration {
    let started = Instant::now();
    drop(std::hint::black_box(work()));
    started.elapsed()
}

fn milliseconds(time: Duration) -> String {
    format!("{}.{:01} ms", time.as_millis(), time.as_micros() / 100 % 10)
}

/// The most memory this process ever had, where the system says so.
fn memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    peak.map_or_else(|| "unknown".to_owned(), |peak| peak.trim().to_owned())
}
