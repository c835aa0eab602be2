//! The terminal's arithmetic as a script sees it: one document or one sentence, and an exit code.

use std::process::{Command, Output};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::program;

#[test]
fn a_script_reads_one_document_and_no_vault_is_begun() -> anyhow::Result<()> {
    let home = TempDir::new()?;
    for (line, key, expected) in [
        ("rcf --radius-cm 8 --rpm 3000", "rcf_g", json!(805.0)),
        ("rpm --radius-cm 16 --rcf-g 700", "rpm", json!(1978)),
        ("scale gais score=2", "class", json!("much_improved")),
    ] {
        let said = calc(&home, line)?;
        let answer: Value = serde_json::from_slice(&said.stdout)?;
        assert_eq!(answer[key], expected, "calc {line} is the number of the fact base: {answer}");
        assert_eq!(said.status.code(), Some(0), "calc {line} is done");
        assert!(said.stderr.is_empty(), "calc {line} has nothing to warn of");
    }
    assert_eq!(std::fs::read_dir(home.path())?.count(), 0, "a number needs no vault and leaves nothing behind");
    Ok(())
}

#[test]
fn wrong_input_is_one_sentence_and_no_document() -> anyhow::Result<()> {
    let home = TempDir::new()?;
    for line in ["rcf --radius-cm 0 --rpm 3000", "scale gais score=6", "scale beauty"] {
        let said = calc(&home, line)?;
        assert_eq!(said.status.code(), Some(2), "calc {line} is wrong input");
        assert!(said.stdout.is_empty(), "a script must find no document after calc {line}");
        let words = String::from_utf8(said.stderr)?;
        assert_eq!(words.lines().count(), 1, "calc {line} is answered with what is allowed: {words}");
    }
    Ok(())
}

fn calc(home: &TempDir, line: &str) -> anyhow::Result<Output> {
    let mut command = Command::new(program("needlepoint-cli")?);
    command.arg("calc").args(line.split_whitespace()).env("HOME", home.path()).env_remove("XDG_DATA_HOME");
    Ok(command.output()?)
}
