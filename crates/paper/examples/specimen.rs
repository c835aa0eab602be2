//! Draws a document to look at: `cargo run -p paper --example specimen -- OUT.pdf [specimen|sheet|consent] [a4|letter]`.

use std::path::PathBuf;

use anyhow::{Context as _, bail};
use paper::PaperSize;

#[path = "../tests/paper/documents/mod.rs"]
mod documents;

fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let out = PathBuf::from(arguments.next().context("name the file to write")?);
    let mut document = match arguments.next().as_deref() {
        None | Some("specimen") => documents::specimen(),
        Some("sheet") => documents::aftercare_sheet(),
        Some("consent") => documents::consent(),
        Some(other) => bail!("no document is called {other}"),
    };
    document.paper = match arguments.next().as_deref() {
        None | Some("a4") => PaperSize::A4,
        Some("letter") => PaperSize::Letter,
        Some(other) => bail!("no paper is called {other}"),
    };
    let pdf = paper::render(&document)?;
    std::fs::write(&out, pdf.bytes).with_context(|| format!("writing {}", out.display()))
}
