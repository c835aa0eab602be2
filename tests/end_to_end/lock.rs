//! Locking: what is left on the page, and what opens it again.

use anyhow::ensure;
use serde_json::json;

use crate::app::App;
use crate::first_run::{PASSWORD, set_up_clinic};
use crate::room::Room;

#[test]
fn a_locked_window_shows_no_client_and_opens_with_the_password_only() -> anyhow::Result<()> {
    let room = Room::set_up()?;
    let app = room.open_window()?;
    set_up_clinic(&app)?;

    app.press("Ctrl+L")?;
    app.expect_screen("lock")?;
    app.axe()?;
    app.screenshot("lock")?;
    ensure!(!app.text()?.contains("A-0000"), "the number of a client is left on the locked page");
    ensure!(ask(&app, "today_view", json!({ "on": null }))? == "locked", "the day's list is refused while locked");

    app.type_into("Password", "harbour lantern cello 49")?;
    app.press("Enter")?;
    app.expect_text("password")?;
    app.expect_screen("lock")?;

    app.type_into("Password", PASSWORD)?;
    app.press("Enter")?;
    app.expect_screen("pin")
}

#[test]
fn a_second_window_on_the_same_vault_says_so() -> anyhow::Result<()> {
    let room = Room::set_up()?;
    let first = room.open_window()?;
    set_up_clinic(&first)?;

    let second = room.open_window()?;
    second.type_into("Password", PASSWORD)?;
    second.press("Enter")?;
    second.expect_text("another window")
}

/// Calls the desk past the screens, as a page that was tampered with might; gives the code of the refusal.
fn ask(app: &App, command: &str, request: serde_json::Value) -> anyhow::Result<String> {
    let script = "const [command, request] = arguments;\
         window.asked = '';\
         window.__TAURI_INTERNALS__.invoke('rpc', { command, request })\
           .then(() => (window.asked = 'answered'), (failure) => (window.asked = failure.code ?? String(failure)));";
    app.run(script, vec![json!(command), request])?;
    let answer = || Ok(app.run("return window.asked", Vec::new())?.as_str().unwrap_or_default().to_owned());
    app.wait(|| Ok(!answer()?.is_empty()), || format!("{command} was never answered"))?;
    answer()
}
