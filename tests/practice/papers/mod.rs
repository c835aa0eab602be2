//! Papers other than the aftercare sheet: what stands on them, that they are filed as they were shown, and what is refused.

mod large;
mod letters;
mod recovery_sheet;
mod sealed;
mod sheet;

use std::collections::BTreeMap;
use std::io::Write as _;
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};

use crate::clinic::Practice;
use crate::refusals::screened_visit;

/// What a program says of a PDF it is given on its standard input.
fn said_by(program: &str, arguments: &[&str], pdf: &[u8]) -> Result<String> {
    let mut reader = Command::new(program).args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    reader.stdin.take().context("a pipe")?.write_all(pdf)?;
    Ok(String::from_utf8(reader.wait_with_output()?.stdout)?)
}

/// The words on the pages of a PDF, each run of spaces and line ends as one space.
pub(crate) fn words_of(pdf: &[u8]) -> Result<String> {
    let said = said_by("pdftotext", &["-", "-"], pdf)?;
    let plain = said.replace(['\u{2068}', '\u{2069}'], "");
    Ok(plain.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The files that travel inside a PDF, by their names.
pub(crate) fn files_inside(pdf: &[u8]) -> Result<BTreeMap<String, Vec<u8>>> {
    let folder = tempfile::tempdir()?;
    let (path, out) = (folder.path().join("paper.pdf"), folder.path().join("inside"));
    std::fs::write(&path, pdf)?;
    std::fs::create_dir(&out)?;
    let done = Command::new("pdfdetach").arg("-saveall").arg("-o").arg(&out).arg(&path).output()?;
    ensure!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let mut files = BTreeMap::new();
    for entry in std::fs::read_dir(&out)? {
        let entry = entry?;
        files.insert(entry.file_name().to_string_lossy().into_owned(), std::fs::read(entry.path())?);
    }
    Ok(files)
}

/// What came out of the printer last.
pub(crate) fn newest(practice: &Practice) -> Result<Vec<u8>> {
    practice.machine.printed.lock().unwrap().last().cloned().context("paper")
}

/// Shows a paper.
pub(crate) fn prepare(practice: &Practice, paper: &Value) -> Result<Value> {
    practice.call("paper_prepare", json!({ "paper": paper, "language": null, "size": null }))
}

/// Shows and prints a paper, and gives what the desk filed and the words that came out of the printer.
pub(crate) fn printed(practice: &Practice, paper: &Value) -> Result<(Value, String)> {
    let shown = prepare(practice, paper)?;
    let print = json!({ "token": shown["token"], "n_copies": 1, "printer": null });
    let printed = practice.call("paper_print", print)?;
    let bytes = newest(practice)?;
    let row = printed["document"].clone();
    // To look at the pages: `PAPER_OUT=DIR cargo test -p journeys --test practice papers`.
    if let Some(folder) = std::env::var_os("PAPER_OUT") {
        let name = row["kind"].as_str().context("kind")?;
        std::fs::write(std::path::Path::new(&folder).join(format!("{name}.pdf")), &bytes)?;
    }
    ensure!(row["pdf_sha256"] == shown["pdf_sha256"], "the bytes shown are the bytes filed: {row}");
    ensure!(row["pdf_sha256"] == journeys::sha256(&bytes), "and those that were printed");
    Ok((row, words_of(&bytes)?))
}

#[test]
fn a_consent_form_for_paper_has_the_words_of_the_screen_and_room_for_a_pen() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = screened_visit(&practice)?;
    let shown = practice.call("consent_prepare", json!({ "visit": visit, "language": null }))?;
    let (row, words) = printed(&practice, &json!({ "is": "consent_blank", "visit": visit }))?;
    ensure!(row["kind"] == "consent_blank", "it is told from a signed one: {row}");
    ensure!(words.contains("To be signed on paper"), "what it is: {words}");
    ensure!(words.contains("+353 1 555 0199"), "whom to call: {words}");
    let intent = shown["intent"].as_str().context("intent")?;
    ensure!(words.contains(intent), "the sentence that is signed: {words}");
    for section in shown["sections"].as_array().context("sections")? {
        for clause in section["clauses"].as_array().context("clauses")? {
            let heading = clause["heading"].as_str().context("heading")?;
            ensure!(words.contains(heading), "the clause {heading} stands on the paper, too: {words}");
        }
    }
    ensure!(words.contains("Ines Halvorsen") && words.contains("Mara Okafor"), "who signs: {words}");
    ensure!(words.contains("Photos for publication"), "photos are a choice apart: {words}");
    let record = practice.call("client_open", json!({ "client": shown_client(&practice)? }))?;
    let filed = record["documents"].as_array().context("documents")?;
    ensure!(filed.iter().any(|filed| filed["id"] == row["id"]), "it is in the client's file: {filed:?}");
    let view = practice.call("visit_open", json!({ "visit": visit }))?;
    ensure!(view["consent"]["is_valid"] == false, "a form that was printed is no consent: {}", view["consent"]);
    Ok(())
}

fn shown_client(practice: &Practice) -> Result<Value> {
    Ok(practice.call("client_search", json!({ "words": "" }))?[0]["id"].clone())
}

#[test]
fn a_form_whose_plan_has_changed_is_not_printed() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = screened_visit(&practice)?;
    let shown = prepare(&practice, &json!({ "is": "consent_blank", "visit": visit }))?;
    practice.call("plan_set", json!({ "visit": visit, "components": crate::clinic::plan(500) }))?;
    practice.screen(&visit)?;
    let print = json!({ "token": shown["token"], "n_copies": 1, "printer": null });
    let failure = practice.refused("paper_print", print);
    ensure!(failure.words.contains("something else now"), "the depth on it is not the plan's any more: {failure:?}");
    ensure!(practice.machine.printed.lock().unwrap().is_empty(), "nothing came out");
    Ok(())
}

#[test]
fn a_clinic_never_takes_its_number_to_call_away_from_its_papers() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let settings = practice.call("settings_view", json!({}))?;
    let mut clinic = settings["clinic"].clone();
    clinic["phone"] = json!(" ");
    let save = json!({ "clinic": clinic, "based_on": settings["version"], "anchor_folder": null });
    let failure = practice.refused("settings_save", save);
    ensure!(failure.fields[0].path == "clinic.phone", "every paper a client takes home names it: {failure:?}");
    Ok(())
}
