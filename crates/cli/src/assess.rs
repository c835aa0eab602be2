//! One case in, one verdict out. Needs no vault.

use std::io::Read as _;
use std::path::Path;

use care::Protocol;
use desk::words::{Words, without_isolates};

use crate::failure::{CliFailure, Exit};
use crate::json::pretty;

/// Longest case that is read; the largest real one is a hundredth of it.
const MOST_BYTES: u64 = 4 * 1024 * 1024;

/// Reads the case at `path`, or from standard input for `-`, and gives the verdict as JSON.
pub(crate) fn assess(path: &Path) -> Result<String, CliFailure> {
    let json = read(path)?;
    let case = care::read_case(&json).map_err(|problem| CliFailure::new(Exit::WrongInput, problem.to_string()))?;
    let words = Words::en_gb();
    let verdict = care::assess(&case, Protocol::shipped());
    let json = verdict.to_json(&|message| without_isolates(&words.finding(message)));
    pretty(&json)
}

fn read(path: &Path) -> Result<Vec<u8>, CliFailure> {
    let unreadable = |_| CliFailure::new(Exit::WrongInput, "case: a file that can be read, or - for standard input");
    let mut json = Vec::new();
    let most = MOST_BYTES + 1;
    if path == Path::new("-") {
        std::io::stdin().lock().take(most).read_to_end(&mut json).map_err(unreadable)?;
    } else {
        std::fs::File::open(path).map_err(unreadable)?.take(most).read_to_end(&mut json).map_err(unreadable)?;
    }
    if json.len() as u64 > MOST_BYTES {
        return Err(CliFailure::new(Exit::WrongInput, format!("case: at most {MOST_BYTES} bytes")));
    }
    Ok(json)
}
