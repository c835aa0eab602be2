//! Draws a document to look at: `cargo run -p paper --example specimen -- OUT.pdf [specimen|sheet|consent|coming-back|chart|arabic|scripts] [a4|letter] [normal|large]`.

use std::path::PathBuf;

use anyhow::{Context as _, bail};
use paper::{Making, PaperSize, Print};

#[path = "../tests/paper/documents/mod.rs"]
mod documents;

fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let out = PathBuf::from(arguments.next().context("name the file to write")?);
    let mut document = match arguments.next().as_deref() {
        None | Some("specimen") => documents::specimen(),
        Some("sheet") => documents::aftercare_sheet(),
        Some("consent") => documents::consent(),
        Some("coming-back") => documents::coming_back(documents::consent()),
        Some("chart") => documents::chart(),
        Some("arabic") => documents::arabic_sheet(),
        Some("scripts") => documents::scripts(),
        Some(other) => bail!("no document is called {other}"),
    };
    document.paper = match arguments.next().as_deref() {
        None | Some("a4") => PaperSize::A4,
        Some("letter") => PaperSize::Letter,
        Some(other) => bail!("no paper is called {other}"),
    };
    let print = match arguments.next().as_deref() {
        None | Some("normal") => Print::Normal,
        Some("large") => Print::Large,
        Some(other) => bail!("no print is called {other}"),
    };
    let pdf = paper::render_as(&document, &Making { print, ..Making::default() })?;
    std::fs::write(&out, pdf.bytes).with_context(|| format!("writing {}", out.display()))
}
