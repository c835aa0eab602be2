//! A whole visit in the real window: a client nobody knows yet leaves with a printed aftercare sheet.

use std::process::Command;

use anyhow::{Context, ensure};
use serde_json::{Value, json};

use crate::app::App;
use crate::door::{answer, ask};
use crate::first_run::{PASSWORD, PIN, set_up_clinic};
use crate::room::{self, Room, leave};

#[test]
fn a_new_client_goes_from_the_first_question_to_a_printed_aftercare_sheet() -> anyhow::Result<()> {
    let room = Room::set_up()?;
    let app = room.open_window()?;
    set_up_planned_visit(&app)?;
    take_consent(&app)?;
    chart_from_the_keyboard(&app)?;
    record_lots(&app)?;
    finish_and_sign(&app)?;
    print_sheet(&app)?;
    check_paper(&app, &room)?;
    leave_consent(&app, &room)
}

/// A new clinic with a visit whose questions are answered and whose plan stands, at the consent.
pub(crate) fn set_up_planned_visit(app: &App) -> anyhow::Result<()> {
    set_up_clinic(app)?;
    write_down_client(app)?;
    screen(app)?;
    plan_needling_with_plasma(app)
}

/// A client nobody knows yet, with the visit started.
fn write_down_client(app: &App) -> anyhow::Result<()> {
    app.press("Ctrl+N")?;
    app.expect_screen("client-form")?;
    app.type_into("Family name", "Berger")?;
    app.type_into("Given names", "Jonas")?;
    app.type_date("Date of birth", ["15", "3", "1984"])?;
    app.choose("Gender", "Male")?;
    app.choose("Allergies", "None known")?;
    app.choose("Fitzpatrick phototype", "III")?;
    app.axe()?;
    app.screenshot("client-form")?;
    app.press("Ctrl+Enter")?;
    app.expect_screen("client")?;
    app.axe()?;
    app.screenshot("client")?;
    app.press("Alt+S")?;
    app.expect_screen("visit-screening")
}

/// Every question is answered with no, procedures elsewhere among them, and signed.
fn screen(app: &App) -> anyhow::Result<()> {
    app.axe()?;
    app.screenshot("visit-screening")?;
    let n_sections = count(app, "answered")?;
    for n_done in 1..=n_sections {
        app.press("Shift+N")?;
        app.wait(|| Ok(count(app, "all answered")? >= n_done), || format!("section {n_done} was not answered"))?;
    }
    app.click("Medicines and procedures")?;
    app.click("None, the client says")?;
    app.expect_text("None, as the client says")?;
    app.type_into("PIN to sign the screening", PIN)?;
    app.press("Enter")?;
    app.expect_screen("visit-plan")
}

/// How many sections of the questionnaire say `words` of themselves.
fn count(app: &App, words: &str) -> anyhow::Result<usize> {
    let script = "return [...document.querySelectorAll('nav button, [role=navigation] button')]\
         .filter((button) => button.textContent.includes(arguments[0])).length";
    let found = app.run(script, vec![json!(words)])?;
    Ok(found.as_u64().and_then(|count| usize::try_from(count).ok()).unwrap_or_default())
}

/// Both cheeks at 1 mm, with plasma.
fn plan_needling_with_plasma(app: &App) -> anyhow::Result<()> {
    app.press("2")?;
    app.pick("Treated for", "Texture and dullness")?;
    for side in ["left", "right"] {
        app.click(&format!("Medial cheek, {side}, not treated"))?;
        app.press("4")?;
        app.find("button", &format!("Medial cheek, {side}, 1 millimetre, 1 pass"), None)?;
    }
    app.press("Escape")?;
    app.press("Escape")?;
    app.press("3")?;
    app.expect_text("PRP")?;
    app.press("Escape")?;
    app.axe()?;
    app.screenshot("visit-plan")?;
    app.press("Ctrl+Enter")?;
    app.expect_screen("visit-consent")
}

/// The sentence by which a new client agrees to an electronic record, apart from the treatment.
const ELECTRONIC: &str = "I agree that this form and my signature are kept as an electronic record. I can have a copy on paper, and I can take this agreement back for later forms at any time.";

/// Initials by key, a signature by pointer, the practitioner by PIN.
pub(crate) fn take_consent(app: &App) -> anyhow::Result<()> {
    app.expect_text("Consent to treatment")?;
    app.axe()?;
    for n_initials in 1..=3 {
        app.press("I")?;
        app.expect_text(&format!("{n_initials} of 3 initialled"))?;
    }
    app.pick("How the client was identified", "Photo ID seen")?;
    app.type_into("Why treatment may follow today", "Travelled a long way and asked all questions")?;
    app.sign("Client signature")?;
    app.screenshot("visit-consent")?;
    app.tick(ELECTRONIC)?;
    app.choose("The client’s copy", "Give it later")?;
    app.type_into("Practitioner’s PIN", PIN)?;
    app.press("Ctrl+Enter")?;
    app.expect_screen("visit-chart")
}

/// Both cheeks, found and charted without a pointer: depth, endpoint, mirrored to the other side.
pub(crate) fn chart_from_the_keyboard(app: &App) -> anyhow::Result<()> {
    for _ in 0..40 {
        if focused(app)?.starts_with("Medial cheek, left") {
            break;
        }
        app.press("Tab")?;
    }
    app.press("Down")?;
    app.press("4")?;
    app.find("button", "Medial cheek, left, 1 millimetre, 1 pass", None)?;
    app.press("PageUp")?;
    app.find("button", "Medial cheek, left, 1 millimetre, 2 passes", None)?;
    app.press("E")?;
    app.find("button", "Medial cheek, left, 1 millimetre, 2 passes, Pink", None)?;
    app.press("M")?;
    app.find("button", "Medial cheek, right, 1 millimetre, 2 passes, Pink", None)?;
    app.axe()?;
    app.screenshot("visit-chart")?;
    leave(&room::out()?.join("visit-chart.png"), "visit.png")
}

fn focused(app: &App) -> anyhow::Result<String> {
    let name = app.run("return document.activeElement?.getAttribute('aria-label') ?? ''", Vec::new())?;
    Ok(name.as_str().unwrap_or_default().to_owned())
}

/// A cartridge and a kit, each with its lot.
pub(crate) fn record_lots(app: &App) -> anyhow::Result<()> {
    app.press("Ctrl+Enter")?;
    app.wait(|| Ok(!app.text()?.contains("Depth, mm")), || "the products did not come up".to_owned())?;
    for (item, lot) in [("Cartridge lot", "NC-2231"), ("PRP kit lot", "PR-0917")] {
        app.pick("Which item", item)?;
        app.type_into("Product", "Sterile, single use")?;
        app.type_into("Lot", lot)?;
        app.type_date("Expires", ["30", "9", "2027"])?;
        app.click("Record the lot")?;
        app.expect_text(lot)?;
    }
    app.axe()?;
    app.screenshot("visit-products")
}

/// Pain, the end of the treatment, and the signature that locks the visit.
pub(crate) fn finish_and_sign(app: &App) -> anyhow::Result<()> {
    app.press("Ctrl+Enter")?;
    app.expect_text("Pain score")?;
    app.axe()?;
    app.screenshot("visit-finish")?;
    app.press("Ctrl+Enter")?;
    app.expect_screen("visit-sign")?;
    app.expect_text("Everything is recorded")?;
    app.axe()?;
    app.screenshot("visit-sign")?;
    app.type_into("PIN to sign the visit", PIN)?;
    app.press("Enter")?;
    app.expect_screen("visit-aftercare")
}

/// The sheet is shown and printed with one chord.
fn print_sheet(app: &App) -> anyhow::Result<()> {
    app.expect_text("Instructions that met")?;
    app.tick("I have read how they were settled")?;
    app.find("button", "Print 1 copy", None)?;
    app.axe()?;
    app.press("Ctrl+P")?;
    app.expect_text("Printed, and saved to documents")?;
    app.axe()?;
    app.screenshot("visit-aftercare")
}

/// What the printer got is what was filed, and says the dates of the fixed clock.
fn check_paper(app: &App, room: &Room) -> anyhow::Result<()> {
    let printed = room.printer().printed()?;
    let [sheet] = printed.as_slice() else { anyhow::bail!("one sheet is printed, not {}", printed.len()) };
    ensure!(
        sheet.arguments.iter().any(|argument| argument == "media=A4"),
        "on the clinic's paper: {:?}",
        sheet.arguments
    );
    ensure!(!sheet.arguments.iter().any(|argument| argument.contains("Berger")), "the queue names no client");
    leave(&sheet.file, "aftercare.pdf")?;
    let bytes = std::fs::read(&sheet.file)?;
    let shown = app.run("return document.querySelector('iframe')?.src ?? ''", Vec::new())?;
    ensure!(shown.as_str().is_some_and(|url| url.starts_with("pdf:")), "the paper is shown in its frame: {shown}");
    ensure!(
        filed(app)?.iter().any(|document| document["pdf_sha256"] == journeys::sha256(&bytes)),
        "the printer got exactly the bytes that are filed"
    );
    let text = sheet.text()?;
    for words in
        ["Jonas Berger", "Saturday 21 November 2026", "Monday 23 November 2026", "01273 496 0101", "Page 1 of 2"]
    {
        ensure!(text.contains(words), "the sheet says “{words}”:\n{text}");
    }
    Ok(())
}

/// The client's filed documents, as the desk lists them.
fn filed(app: &App) -> anyhow::Result<Vec<Value>> {
    let found = answer(ask(app, "client_search", json!({ "words": "Berger" }))?)?;
    let client = found.pointer("/0/id").context("the client is found")?.clone();
    let record = answer(ask(app, "client_open", json!({ "client": client }))?)?;
    Ok(record.get("documents").and_then(Value::as_array).cloned().unwrap_or_default())
}

/// Takes the signed consent out through the terminal, beside the open window.
fn leave_consent(app: &App, room: &Room) -> anyhow::Result<()> {
    let documents = filed(app)?;
    let consent = documents.iter().find(|document| document["kind"] == "consent").context("a consent is filed")?;
    let (password, paper) = (room.vault().with_file_name("password"), room.vault().with_file_name("consent.pdf"));
    std::fs::write(&password, PASSWORD)?;
    let said = Command::new(journeys::program("needlepoint-cli").map_err(anyhow::Error::msg)?)
        .args(["document", "--vault"])
        .arg(room.vault())
        .arg("--password-file")
        .arg(&password)
        .args(["get", consent["id"].as_str().unwrap_or_default(), "--out"])
        .arg(&paper)
        .output()?;
    ensure!(said.status.success(), "the terminal works beside the window: {}", String::from_utf8_lossy(&said.stderr));
    ensure!(consent["pdf_sha256"] == journeys::sha256(&std::fs::read(&paper)?), "the consent leaves byte for byte");
    leave(&paper, "consent.pdf")
}
