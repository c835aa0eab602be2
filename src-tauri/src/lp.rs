//! Printing through `lp` and `lpstat`, which every CUPS brings: no library to link, no file left behind.
//!
//! The PDF goes through standard input, arguments go as an array, and no shell is involved.

use std::ffi::OsStr;
use std::io::ErrorKind;
use std::process::{Output, Stdio};
use std::time::Duration;

use care::record::PaperSize;
use desk::{PrintJob, PrintProblem, Printer};
use tokio::io::AsyncWriteExt;
use tokio::process::Command;

/// How long the printing system may take to accept a job; a queue that waits longer than this is stuck.
const PATIENCE: Duration = Duration::from_secs(20);

/// Hands `job` to the printing system and waits until it is accepted.
pub(crate) async fn print(job: &PrintJob<'_>) -> Result<(), PrintProblem> {
    let output = run("lp", &arguments(job), job.bytes).await?;
    if output.status.success() { Ok(()) } else { Err(problem(&output)) }
}

/// Printers of this computer, in the order the printing system names them.
pub(crate) async fn printers() -> Vec<Printer> {
    let (names, default) = tokio::join!(run("lpstat", &["-e"], b""), run("lpstat", &["-d"], b""));
    let (Ok(names), Ok(default)) = (names, default) else { return Vec::new() };
    list(&String::from_utf8_lossy(&names.stdout), &String::from_utf8_lossy(&default.stdout))
}

fn arguments(job: &PrintJob<'_>) -> Vec<String> {
    let media = match job.paper {
        PaperSize::A4 => "media=A4",
        PaperSize::Letter => "media=Letter",
    };
    let n_copies = job.n_copies.to_string();
    let mut arguments: Vec<&str> = Vec::new();
    if let Some(queue) = job.printer {
        arguments.extend(["-d", queue]);
    }
    arguments.extend(["-t", job.title, "-n", &n_copies, "-o", media, "-"]);
    arguments.into_iter().map(str::to_owned).collect()
}

/// Runs a program of the printing system with `input`, in plain English so that its answer can be read.
async fn run(program: &str, arguments: &[impl AsRef<OsStr>], input: &[u8]) -> Result<Output, PrintProblem> {
    let mut child = Command::new(program)
        .args(arguments)
        .env("LC_ALL", "C")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .map_err(not_started)?;
    let stdin = child.stdin.take();
    let feed = async {
        if let Some(mut stdin) = stdin {
            // A program that stops reading says why with its exit code.
            let _ = stdin.write_all(input).await;
        }
    };
    let both = async { tokio::join!(feed, child.wait_with_output()).1 };
    match tokio::time::timeout(PATIENCE, both).await {
        Ok(Ok(output)) => Ok(output),
        Ok(Err(_)) | Err(_) => Err(PrintProblem::Refused),
    }
}

fn not_started(problem: std::io::Error) -> PrintProblem {
    if problem.kind() == ErrorKind::NotFound { PrintProblem::NotInstalled } else { PrintProblem::Refused }
}

fn problem(output: &Output) -> PrintProblem {
    let said = String::from_utf8_lossy(&output.stderr);
    let is_missing = said.contains("No default destination") || said.contains("does not exist");
    if is_missing { PrintProblem::NoPrinter } else { PrintProblem::Refused }
}

fn list(names: &str, default: &str) -> Vec<Printer> {
    let default = default.trim().strip_prefix("system default destination: ");
    names
        .lines()
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .map(|name| Printer { name: name.to_owned(), is_default: default == Some(name) })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn job(printer: Option<&'static str>) -> PrintJob<'static> {
        PrintJob { bytes: b"%PDF", title: "A-000012", n_copies: 2, paper: PaperSize::Letter, printer }
    }

    #[test]
    fn a_print_names_queue_number_copies_and_paper() {
        let expected = ["-d", "Front_desk", "-t", "A-000012", "-n", "2", "-o", "media=Letter", "-"];
        assert_eq!(arguments(&job(Some("Front_desk"))), expected, "the file itself comes through standard input");
    }

    #[test]
    fn without_a_chosen_queue_the_computer_chooses() {
        assert_eq!(arguments(&job(None)).first().map(String::as_str), Some("-t"), "no -d");
    }

    #[test]
    fn the_computers_own_printer_is_marked() {
        let printers = list("Back_room\nFront_desk\n", "system default destination: Front_desk\n");
        let marked: Vec<_> = printers.iter().map(|printer| (printer.name.as_str(), printer.is_default)).collect();
        assert_eq!(marked, [("Back_room", false), ("Front_desk", true)], "as lpstat names them");
    }

    #[test]
    fn a_computer_without_a_default_printer_marks_none() {
        let printers = list("Back_room\n", "no system default destination\n");
        assert!(printers.iter().all(|printer| !printer.is_default), "nothing is made up");
    }
}
