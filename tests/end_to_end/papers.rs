//! Paper in the real window, by keyboard: a consent that is printed, signed in ink and brought back, and then every
//! other paper that a visit and a record can have.

use std::process::Command;

use anyhow::{Context, ensure};

use crate::app::App;
use crate::first_run::PIN;
use crate::printer::Printed;
use crate::room::{Room, leave};
use crate::visit::{chart_from_the_keyboard, finish_and_sign, record_lots, set_up_planned_visit};

#[test]
fn a_consent_signed_in_ink_comes_back_and_every_paper_of_the_visit_is_printed() -> anyhow::Result<()> {
    let room = Room::set_up()?;
    let app = room.open_window()?;
    set_up_planned_visit(&app)?;

    print_the_form(&app, &room)?;
    bring_it_back(&app)?;
    chart_from_the_keyboard(&app)?;
    record_lots(&app)?;
    finish_and_sign(&app)?;

    print_papers_of_the_visit(&app, &room)?;
    print_papers_of_the_client(&app, &room)?;
    write_to_everybody_treated_with_a_lot(&app, &room)
}

/// The consent of this plan on paper; what the printer got comes back as pictures of its pages.
fn print_the_form(app: &App, room: &Room) -> anyhow::Result<()> {
    app.expect_text("Consent to treatment")?;
    app.press("Alt+P")?;
    let form = print_what_is_shown(app, room, "paper-consent-blank")?;
    ensure!(form.text()?.contains("Jonas Berger"), "the form names its client");
    let drawn = Command::new("pdftoppm")
        .args(["-r", "110", "-gray", "-png"])
        .arg(&form.file)
        .arg(room.chosen_files().join("page"))
        .status()?;
    ensure!(drawn.success(), "the pages are drawn");
    app.press("Escape")?;
    app.expect_screen("visit-consent")
}

/// The pages find their client and document by themselves; what the ink says is typed and signed for.
fn bring_it_back(app: &App) -> anyhow::Result<()> {
    app.press("Alt+B")?;
    app.expect_screen("signed-pages")?;
    app.tab_to("Choose photos or scans")?;
    app.expect_text("They will count as the consent to what is planned")?;
    app.expect_text("Signed by Jonas Berger")?;
    app.axe()?;
    app.screenshot("signed-pages")?;
    app.type_date("Day of the signature", ["20", "11", "2026"])?;
    app.type_into("Time of the signature", "09:12")?;
    app.tick("All 3 boxes for initials are filled")?;
    app.pick("How the client was identified", "Photo ID seen")?;
    app.type_into("Why treatment may follow today", "Travelled a long way and asked all questions")?;
    app.type_into("Practitioner’s PIN", PIN)?;
    app.tab_to("File as the signed consent")?;
    app.expect_text("is filed as the signed consent")?;
    app.axe()?;
    app.screenshot("signed-pages-filed")?;
    app.click("To the visit")?;
    app.expect_screen("visit-chart")
}

/// The record of what was done, and the report of what went wrong.
fn print_papers_of_the_visit(app: &App, room: &Room) -> anyhow::Result<()> {
    app.tab_to("Sign,")?;
    app.expect_screen("visit-sign")?;
    app.axe()?;
    app.screenshot("visit-sign-papers")?;
    app.tab_to("Treatment record")?;
    let record = print_what_is_shown(app, room, "paper-treatment-record")?;
    let said = record.text()?;
    for words in ["Jonas Berger", "NC-2231", "PR-0917", "1 mm"] {
        ensure!(said.contains(words), "the record says “{words}”:\n{said}");
    }
    app.press("Escape")?;
    app.expect_screen("visit-sign")?;

    app.tab_to("Adverse-event report")?;
    app.expect_screen("paper")?;
    app.type_into("What happened", "A wheal on the left cheek, gone after an hour")?;
    app.press("Ctrl+Enter")?;
    let report = print_what_is_shown(app, room, "paper-adverse-event")?;
    ensure!(report.text()?.contains("A wheal on the left cheek"), "the report says what happened");
    app.press("Escape")?;
    app.expect_screen("visit-sign")
}

/// A letter to a colleague, and the whole record.
fn print_papers_of_the_client(app: &App, room: &Room) -> anyhow::Result<()> {
    app.press("Ctrl+K")?;
    app.type_text("Berger")?;
    app.press("Enter")?;
    app.expect_screen("client")?;
    app.press("Ctrl+3")?;
    app.expect_text("Referral letter")?;
    app.axe()?;
    app.screenshot("client-papers")?;
    app.tab_to("Referral letter")?;
    app.expect_screen("paper")?;
    app.axe()?;
    app.press("Ctrl+Enter")?;
    app.expect_text("Write something here.")?;
    app.axe()?;
    app.screenshot("paper-referral-open")?;
    app.type_into("To", "Dr Anne Osei, Dermatology, Brighton")?;
    app.type_into("Why the client is sent", "A mole on the left cheek with two colours")?;
    app.press("Ctrl+Enter")?;
    let letter = print_what_is_shown(app, room, "paper-referral")?;
    ensure!(letter.text()?.contains("Dr Anne Osei"), "the letter says to whom it goes");
    app.press("Escape")?;
    app.expect_screen("client")?;

    app.tab_to("Whole record")?;
    let whole = print_what_is_shown(app, room, "paper-whole-record")?;
    ensure!(whole.text()?.contains("NC-2231"), "the whole record has the lots");
    app.press("Escape")?;
    app.expect_screen("client")
}

/// A lot is found with everybody it was used on, and each of them gets a letter.
fn write_to_everybody_treated_with_a_lot(app: &App, room: &Room) -> anyhow::Result<()> {
    app.tab_to("Clients")?;
    app.expect_screen("clients")?;
    app.type_into("Lot, as on the label", "PR-0917")?;
    app.press("Enter")?;
    app.expect_text("Write the letter")?;
    app.axe()?;
    app.screenshot("lot-found")?;
    app.tab_to("Write the letter")?;
    app.expect_screen("paper")?;
    app.type_into("What is known about the product", "The maker calls this lot back: a seal may leak.")?;
    app.press("Ctrl+Enter")?;
    let letter = print_what_is_shown(app, room, "paper-recall")?;
    ensure!(letter.text()?.contains("a seal may leak"), "the letter says what is known");
    Ok(())
}

/// Waits for the paper on the screen, looks at it, prints it, and hands out what the printer got.
fn print_what_is_shown(app: &App, room: &Room, name: &str) -> anyhow::Result<Printed> {
    app.expect_screen("paper")?;
    app.wait(
        || {
            Ok(app
                .run("return document.querySelector('iframe')?.src ?? ''", Vec::new())?
                .as_str()
                .is_some_and(|url| url.starts_with("pdf:")))
        },
        || format!("{name} is not shown"),
    )?;
    app.axe()?;
    let n_before = room.printer().printed()?.len();
    app.press("Ctrl+P")?;
    app.expect_text("Printed, and saved to documents")?;
    app.axe()?;
    app.screenshot(name)?;
    let printed = room.printer().printed()?;
    let sheet = printed.get(n_before).context("nothing came out of the printer")?;
    leave(&sheet.file, &format!("{name}.pdf"))?;
    Ok(sheet.clone())
}
