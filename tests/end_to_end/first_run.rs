//! The first minutes of a clinic: from an empty folder to the day's list.

use anyhow::Context;
use serde_json::Value;

use crate::app::App;
use crate::room::Room;

/// The password of every clinic in these tests.
pub(crate) const PASSWORD: &str = "harbour lantern cello 48";
/// Its PIN.
pub(crate) const PIN: &str = "2580";

#[test]
fn a_new_clinic_goes_from_an_empty_folder_to_its_first_day() -> anyhow::Result<()> {
    let room = Room::set_up()?;
    let app = room.open_window()?;
    app.expect_screen("first-run")?;
    app.axe()?;
    app.screenshot("first-run")?;
    set_up_clinic(&app)?;
    app.axe()?;
    app.screenshot("today")?;
    Ok(())
}

/// Answers the four steps of the first run, with sample clients, and sets a PIN.
pub(crate) fn set_up_clinic(app: &App) -> anyhow::Result<()> {
    describe_clinic(app)?;
    app.press("Ctrl+Enter")?;
    describe_practitioner(app)?;
    app.press("Ctrl+Enter")?;
    write_down_recovery_key(app)?;
    app.press("Ctrl+Enter")?;
    app.choose("Add sample clients?", "Yes")?;
    app.press("Ctrl+Enter")?;
    app.expect_screen("pin")?;
    app.type_text(PIN)?;
    app.press("Enter")?;
    app.expect_screen("today")
}

fn describe_clinic(app: &App) -> anyhow::Result<()> {
    app.type_into("Name of the clinic", "Harbour Skin")?;
    app.type_into("Address", "12 Harbour Street, Brighton")?;
    app.type_into("Telephone", "01273 496 0101")?;
    app.type_into("Telephone when the clinic is closed", "07700 900 123")?;
    app.choose("Country", "United Kingdom")?;
    app.pick("Time zone", "Europe/London")?;
    app.choose("Paper", "A4")
}

fn describe_practitioner(app: &App) -> anyhow::Result<()> {
    app.type_into("Your name", "Dr Hannah Brook")?;
    app.type_into("Register and number", "GMC 0000001")?;
    app.choose("Deepest needling you are trained for", "2.5 mm")?;
    app.choose("Do you prescribe?", "Yes")?;
    app.type_into("Password", PASSWORD)
}

/// Reads the key off the screen as one would write it on paper, and types back the groups that are asked for.
fn write_down_recovery_key(app: &App) -> anyhow::Result<()> {
    app.find("button", "I have written it down", None)?;
    let shown = app.run(
        "return [...document.querySelectorAll('ol[aria-label=\"Recovery key\"] code')].map((group) => group.textContent)",
        Vec::new(),
    )?;
    let paper: Vec<&str> = shown.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    app.click("I have written it down")?;
    app.find("button", "Show the key again", None)?;
    for (number, group) in (1..).zip(&paper) {
        let label = format!("Group {number}");
        if app.text()?.lines().any(|line| line == label) {
            app.type_into(&label, group).context("typing the recovery key back")?;
        }
    }
    Ok(())
}
