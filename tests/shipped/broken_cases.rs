//! What the terminal says to a case that is none: one line, exit 2, and nothing else.

use std::io::Write as _;
use std::process::{Command, Stdio};

use anyhow::Context;

use crate::program;

#[test]
fn a_broken_case_is_refused_in_one_line_and_nothing_else() -> anyhow::Result<()> {
    let deep = "[".repeat(1_000_000);
    let huge = " ".repeat(5 * 1024 * 1024);
    let started = r#"{"today":"2026-11-20","jurisdiction":"GB","#;
    let cases: [(&[u8], &str); 9] = [
        (b"", "case: one JSON object"),
        (b"\xff\xfe{\0}\0", "case: one JSON object in UTF-8"),
        (b"{\"today\":NaN}", "case: one JSON object"),
        (deep.as_bytes(), "case: one JSON object"),
        (huge.as_bytes(), "case: at most"),
        (b"{\"today\":1e999}", "today: a date"),
        (b"{\"today\":\"2026-11-20\",\"today\":\"2026-11-20\"}", "today: a field that stands once"),
        (b"{\"a\\u001b[31m\\n\":1}", r"a\u{1b}[31m\n: no such field"),
        (&[started.as_bytes(), b"\"plan\":7}"].concat(), "practitioner: an object"),
    ];
    for (case, start) in cases {
        refused(&["assess", "-"], case, start)?;
    }
    Ok(())
}

#[test]
fn a_case_that_cannot_be_read_is_refused_in_the_same_way() -> anyhow::Result<()> {
    let folder = tempfile::tempdir()?;
    let folder = folder.path().to_str().context("a folder with a name")?;
    refused(&["assess", folder], b"", "case: a file that can be read")?;
    refused(&["assess", &format!("{folder}/absent.json")], b"", "case: a file that can be read")
}

/// Runs the terminal with `input` and checks that it says one line, which begins with `start`, and nothing else.
fn refused(arguments: &[&str], input: &[u8], start: &str) -> anyhow::Result<()> {
    let mut terminal = Command::new(program("needlepoint-cli")?);
    terminal.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut running = terminal.spawn()?;
    // The terminal stops reading where a case is too long, and the pipe breaks then.
    let _ = running.stdin.take().context("a pipe")?.write_all(input);
    let done = running.wait_with_output()?;
    let said = String::from_utf8(done.stderr)?;
    assert_eq!(done.status.code(), Some(2), "the input is wrong, not the machine: {said}");
    assert!(done.stdout.is_empty(), "no half of a verdict");
    assert!(said.starts_with(start), "the place of the fault comes first: {said}");
    let line = said.strip_suffix('\n').context("a whole line")?;
    assert!(!line.chars().any(char::is_control), "one line that leaves the terminal alone: {said:?}");
    Ok(())
}
