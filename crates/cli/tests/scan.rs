//! `needlepoint-cli scan`, run as a script of the clinic runs it.

use std::io::Write as _;
use std::process::{Command, Output, Stdio};

use anyhow::{Context as _, ensure};
use serde_json::{Value, json};

const CARTRIDGE: &str = "]d20108806388269617112302141728021310230214A3263-01\u{1d}21059\u{1d}240ARO4808C";

fn scan(arguments: &[&str]) -> anyhow::Result<Output> {
    Ok(Command::new(env!("CARGO_BIN_EXE_needlepoint-cli")).arg("scan").args(arguments).stdin(Stdio::null()).output()?)
}

/// The answer on 1 June 2026.
fn read(text: &str) -> anyhow::Result<Value> {
    let output = scan(&["--on", "2026-06-01", text])?;
    ensure!(output.status.success(), "{text:?}: {}", String::from_utf8_lossy(&output.stderr));
    Ok(serde_json::from_slice(&output.stdout)?)
}

/// How the program ended, and its one sentence.
fn refusal(arguments: &[&str]) -> anyhow::Result<(Option<i32>, String)> {
    let output = scan(arguments)?;
    let words = String::from_utf8(output.stderr)?;
    ensure!(output.stdout.is_empty(), "nothing is taken over from what cannot be read: {arguments:?}");
    ensure!(words.trim_end().lines().count() == 1, "one plain line: {words}");
    Ok((output.status.code(), words))
}

fn codes(answer: &Value) -> Vec<&str> {
    answer["warnings"].as_array().into_iter().flatten().filter_map(|warning| warning["code"].as_str()).collect()
}

#[test]
fn a_cartridge_says_what_it_is() -> anyhow::Result<()> {
    let answer = read(CARTRIDGE)?;
    let expected = json!({
        "text": CARTRIDGE,
        "system": "gs1",
        "gtin": "08806388269617",
        "lot": "230214A3263-01",
        "serial": "059",
        "produced_on": "2023-02-14",
        "expires_on": "2028-02-13",
        "elements": [
            { "ai": "01", "value": "08806388269617", "name": "Trade item number (GTIN)" },
            { "ai": "11", "value": "230214", "name": "Production date" },
            { "ai": "17", "value": "280213", "name": "Expiry date" },
            { "ai": "10", "value": "230214A3263-01", "name": "Lot" },
            { "ai": "21", "value": "059", "name": "Serial number" },
            { "ai": "240", "value": "ARO4808C", "name": "Additional product number" },
        ],
        "warnings": [],
        "source": [{ "id": "udi.ai", "source": ["GS1D"], "status": "V" }],
    });
    assert_eq!(answer, expected, "the example of the fact base");
    Ok(())
}

#[test]
fn an_hibc_label_is_read_by_its_parts() -> anyhow::Result<()> {
    let answer = read("+A123BJC5D6E71/$$52001510X3C")?;
    assert_eq!((&answer["system"], &answer["gtin"]), (&json!("hibc"), &Value::Null), "HIBC has no trade item number");
    assert_eq!((&answer["lot"], &answer["expires_on"]), (&json!("10X3"), &json!("2020-01-15")), "lot and expiry");
    let expiry = json!({ "part": "expires_on", "flag": "$$5", "value": "20015", "name": "Expiry date" });
    assert_eq!(answer["elements"][3], expiry, "as it is written, and by which format");
    assert_eq!(codes(&answer), ["unverified", "expired"], "nobody has read this format in the standard");
    Ok(())
}

#[test]
fn a_warning_is_said_on_standard_error_too() -> anyhow::Result<()> {
    let output = scan(&["--on", "2027-02-01", "]d217270131"])?;
    assert_eq!(output.status.code(), Some(0), "a warning is no refusal");
    let answer: Value = serde_json::from_slice(&output.stdout)?;
    assert_eq!(codes(&answer), ["missing_companion", "expired"], "the item is in another barcode; its day is over");
    let words = answer["warnings"].as_array().context("a list")?.iter().filter_map(|warning| warning["words"].as_str());
    let said = String::from_utf8(output.stderr)?;
    assert_eq!(said.lines().collect::<Vec<_>>(), words.collect::<Vec<_>>(), "the same sentences, one a line");
    assert!(said.contains("expired on 31-Jan-2027"), "a day as the screen shows it: {said}");
    Ok(())
}

#[test]
fn what_only_a_forgiving_reading_takes_is_refused_with_strict() -> anyhow::Result<()> {
    let mapped = "]d2010950600811586510LOT|21S";
    let answer = read(mapped)?;
    assert_eq!((&answer["lot"], &answer["serial"]), (&json!("LOT"), &json!("S")), "the separator was turned back");
    assert_eq!(codes(&answer), ["mapped_separator"], "and that is told");
    let (exit, words) = refusal(&["--strict", mapped])?;
    assert_eq!(exit, Some(1), "the answer is no");
    assert!(words.contains("without --strict"), "it says what can be done: {words}");
    assert_eq!(scan(&["--strict", CARTRIDGE])?.status.code(), Some(0), "a clean code needs no forgiving");
    Ok(())
}

#[test]
fn a_field_without_its_companion_is_no_refusal_even_with_strict() -> anyhow::Result<()> {
    let output = scan(&["--strict", "--on", "2026-06-01", "]d217270131"])?;
    let answer: Value = serde_json::from_slice(&output.stdout)?;
    assert_eq!((output.status.code(), codes(&answer)), (Some(0), vec!["missing_companion"]), "always a warning");
    Ok(())
}

#[test]
fn what_cannot_be_read_is_said_in_one_line_with_what_to_do() -> anyhow::Result<()> {
    let wrong = [
        ("]d20109506008115866", "check digit"),
        ("(01)09506008115865(10)A(10)B", "Field 10 comes twice"),
        ("]d2010950600811586517271331", "Field 17 holds a value it may not hold"),
        ("no barcode", "with brackets"),
        ("+d2010950600811586510LOT", "keyboard layout"),
        ("10ABCDEFGHIJKL21MNOPQ21RSTUVW", "more than one way"),
        ("+A123BJC5D6E72G", "check character"),
        ("+A123BJC5D6E71/X429", "known format"),
    ];
    for (text, words) in wrong {
        let (exit, said) = refusal(&[text])?;
        assert_eq!(exit, Some(1), "{text}: the answer is no: {said}");
        assert!(said.contains(words), "{text}: it says what is wrong: {said}");
        assert!(!said.contains("--strict"), "{text}: nothing else would read it: {said}");
    }
    Ok(())
}

#[test]
fn no_text_and_too_much_text_are_wrong_input() -> anyhow::Result<()> {
    assert_eq!(refusal(&[""])?.0, Some(2), "an empty text is no barcode");
    assert_eq!(refusal(&[&"1".repeat(8_001)])?.0, Some(2), "no barcode is that long");
    assert_eq!(scan(&[])?.status.code(), Some(2), "the text is needed");
    assert_eq!(scan(&["--on", "2026-02-30", CARTRIDGE])?.status.code(), Some(2), "there is no such day");
    Ok(())
}

#[test]
fn a_code_may_come_by_standard_input() -> anyhow::Result<()> {
    let piped = |bytes: &[u8]| -> anyhow::Result<Output> {
        let mut program = Command::new(env!("CARGO_BIN_EXE_needlepoint-cli"))
            .args(["scan", "--strict", "--on", "2026-06-01", "-"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()?;
        let mut input = program.stdin.take().context("standard input is open")?;
        input.write_all(bytes)?;
        drop(input);
        Ok(program.wait_with_output()?)
    };
    let answer: Value = serde_json::from_slice(&piped(format!("{CARTRIDGE}\n").as_bytes())?.stdout)?;
    assert_eq!((&answer["text"], &answer["serial"]), (&json!(CARTRIDGE), &json!("059")), "the line without its end");
    assert_eq!(piped(b"")?.status.code(), Some(2), "nothing came");
    assert_eq!(piped(b"\xff\xfe")?.status.code(), Some(2), "what came is no text");
    assert_eq!(piped("1".repeat(10_000).as_bytes())?.status.code(), Some(2), "too much came");
    Ok(())
}

#[test]
fn without_a_day_a_code_is_judged_today() -> anyhow::Result<()> {
    let answer: Value = serde_json::from_slice(&scan(&["010950600811586517000101"])?.stdout)?;
    assert_eq!(codes(&answer), ["expired"], "1 January 2000 is over on every day this can run");
    Ok(())
}
