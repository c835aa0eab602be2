//! A filed paper on the screen: the engine's viewer shows it, and nothing of it leaves past the desk.

use anyhow::ensure;
use serde_json::json;

use crate::app::App;
use crate::room::Room;
use crate::visit::{set_up_planned_visit, take_consent};

#[test]
fn the_print_key_inside_a_shown_paper_prints_through_the_desk() -> anyhow::Result<()> {
    let room = Room::set_up()?;
    let app = room.open_window()?;
    show_signed_consent(&app)?;

    app.click_middle_of("iframe")?;
    app.press("Ctrl+P")?;
    app.wait(|| Ok(room.printer().printed()?.len() == 1), || "the desk did not print".to_owned())?;
    app.expect_text("1 copy went to the printer")
}

#[test]
fn keys_pressed_inside_a_shown_paper_still_lock_the_window() -> anyhow::Result<()> {
    let room = Room::set_up()?;
    let app = room.open_window()?;
    show_signed_consent(&app)?;

    app.click_middle_of("iframe")?;
    app.press("Ctrl+S")?;
    app.press("Ctrl+L")?;
    app.expect_screen("lock")?;
    let frames = app.run("return document.querySelectorAll('iframe').length", Vec::new())?;
    ensure!(frames == json!(0), "the paper is gone from the locked page");
    Ok(())
}

fn show_signed_consent(app: &App) -> anyhow::Result<()> {
    set_up_planned_visit(app)?;
    take_consent(app)?;
    app.press("Ctrl+K")?;
    app.type_text("Berger")?;
    app.press("Enter")?;
    app.expect_screen("client")?;
    app.press("Ctrl+3")?;
    app.click_middle_of("main [data-line]")?;
    app.expect_screen("document")?;
    viewer_shows_pages(app)
}

/// The pages stand, and of the viewer's own buttons none can be seen.
fn viewer_shows_pages(app: &App) -> anyhow::Result<()> {
    let pages = || app.run_in_viewer("return document.querySelectorAll('#viewer .page canvas').length");
    app.wait(|| Ok(pages()?.as_u64() > Some(0)), || "the paper's pages are not shown".to_owned())?;
    let buttons = app.run_in_viewer(
        "return [...document.querySelectorAll('button')].filter((one) => one.checkVisibility()).map((one) => one.id)",
    )?;
    ensure!(buttons == json!([]), "the viewer offers {buttons}");
    Ok(())
}
