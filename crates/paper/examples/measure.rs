//! How long documents take and how large they are: `cargo run --release -p paper --example measure`.

use std::io::Write as _;
use std::time::Instant;

#[path = "../tests/paper/documents/mod.rs"]
mod documents;

/// How often each document is made; the median counts.
const N_ROUNDS: usize = 101;

fn main() -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    for (name, document) in [
        ("sheet", documents::aftercare_sheet()),
        ("consent", documents::consent()),
        ("specimen", documents::specimen()),
    ] {
        let pdf = paper::render(&document)?;
        let mut times_us = Vec::with_capacity(N_ROUNDS);
        for _ in 0..N_ROUNDS {
            let started = Instant::now();
            paper::render(&document)?;
            times_us.push(started.elapsed().as_micros());
        }
        times_us.sort_unstable();
        let median_us = times_us[N_ROUNDS / 2];
        writeln!(out, "{name}: {} pages, {} bytes, median {median_us} µs", pdf.n_pages, pdf.bytes.len())?;
    }
    Ok(())
}
