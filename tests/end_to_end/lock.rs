//! Locking: what is left on the page, and what opens it again.

use anyhow::ensure;
use serde_json::json;

use crate::door::{Said, ask};
use crate::first_run::{PASSWORD, PIN, set_up_clinic};
use crate::room::Room;

#[test]
fn a_locked_window_shows_no_client_and_opens_with_the_pin_or_the_password() -> anyhow::Result<()> {
    let room = Room::set_up()?;
    let app = room.open_window()?;
    set_up_clinic(&app)?;

    app.press("Ctrl+L")?;
    app.expect_screen("lock")?;
    app.axe()?;
    app.screenshot("lock")?;
    ensure!(!app.text()?.contains("A-0000"), "the number of a client is left on the locked page");
    let said = ask(&app, "today_view", json!({ "on": null }))?;
    ensure!(said == Said::Refusal("locked".to_owned()), "the day's list is refused while locked, not {said:?}");

    app.type_into("PIN", "0000")?;
    app.press("Enter")?;
    app.expect_text("more tries, then only the password works")?;
    app.type_into("PIN", PIN)?;
    app.press("Enter")?;
    app.expect_screen("today")?;

    app.press("Ctrl+L")?;
    app.expect_screen("lock")?;
    app.click("Use the password")?;
    app.type_into("Password", "harbour lantern cello 49")?;
    app.press("Enter")?;
    app.expect_text("password")?;
    app.expect_screen("lock")?;

    app.type_into("Password", PASSWORD)?;
    app.press("Enter")?;
    app.expect_screen("today")
}

#[test]
fn a_second_window_on_the_same_vault_says_so() -> anyhow::Result<()> {
    let room = Room::set_up()?;
    let first = room.open_window()?;
    set_up_clinic(&first)?;

    let second = room.open_window()?;
    second.type_into("Password", PASSWORD)?;
    second.press("Enter")?;
    second.expect_text("Another Needlepoint window has this vault open")
}
