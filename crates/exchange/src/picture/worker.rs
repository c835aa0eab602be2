//! The reading process: standard input to standard output, and nothing else in the world.
//!
//! It is the program itself, started with [`WORKER_COMMAND`] and a [`Purpose`], an empty environment and no client's
//! data among its arguments. It confines itself before it looks at the first byte.

use std::io::{Read, Write};

use image::RgbImage;

use super::answer::write_answer;
use super::clean::{clean, decode};
use super::confine::Confined;
use super::end::check_end;
use super::magic::recognise;
use super::pages::codes_of_pages;
use super::paper::check_pdf;
use super::{FileKind, MOST_BYTES, PictureRefusal, Purpose, Readable};

/// First argument of a program that is to read one picture.
pub const WORKER_COMMAND: &str = "read-picture";

/// Reads one file from `input` and answers on `output`. Confines the whole process first, for good: call it in a
/// process that was started for this and ends with it.
///
/// # Errors
/// Where the process cannot be confined, or a stream fails; then there is no answer.
pub fn run_worker(purpose: Purpose, mut input: impl Read, mut output: impl Write) -> std::io::Result<()> {
    let confined = Confined::confine_this_process(purpose)?;
    let most = u64::try_from(MOST_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    input.by_ref().take(most).read_to_end(&mut bytes)?;
    let answer = write_answer(&read(&confined, &bytes, purpose))?;
    drop(bytes);
    output.write_all(&answer)?;
    output.flush()
}

/// The same on bytes, for a fuzzer.
#[cfg(fuzzing)]
pub fn try_unconfined(bytes: &[u8], purpose: Purpose) -> Result<Readable, PictureRefusal> {
    read(&Confined::by_the_fuzzer(), bytes, purpose)
}

fn read(confined: &Confined, bytes: &[u8], purpose: Purpose) -> Result<Readable, PictureRefusal> {
    let kind = recognise(bytes, purpose)?;
    let codes = |picture: Option<&RgbImage>| match purpose {
        Purpose::SignedPages => codes_of_pages(confined, bytes, kind, picture),
        Purpose::Photo | Purpose::Scan => Ok(Vec::new()),
    };
    if kind == FileKind::Pdf {
        check_pdf(confined, bytes)?;
        return Ok(Readable { kind, picture: None, codes: codes(None)? });
    }
    check_end(confined, bytes, kind)?;
    let decoded = decode(confined, bytes, kind)?;
    let codes = codes(Some(&decoded.pixels))?;
    Ok(Readable { kind, picture: Some(clean(&decoded)?), codes })
}
