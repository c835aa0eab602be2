//! A power cut in the middle of the treatment.

use anyhow::{Context, ensure};
use serde_json::{Value, json};

use crate::app::App;
use crate::door::{answer, ask};
use crate::first_run::{PASSWORD, PIN};
use crate::room::Room;
use crate::visit::{chart_from_the_keyboard, set_up_planned_visit, take_consent};

#[test]
fn a_power_cut_while_charting_loses_nothing_that_was_entered() -> anyhow::Result<()> {
    let room = Room::set_up()?;
    let app = room.open_window()?;
    set_up_planned_visit(&app)?;
    take_consent(&app)?;
    chart_from_the_keyboard(&app)?;
    let before = open_visit(&app)?;
    app.kill()?;

    let app = room.open_window()?;
    unlock(&app)?;
    let after = open_visit(&app)?;
    ensure!(charted(&before) != Some(0), "nothing was charted before the cut, so nothing could be lost");
    ensure!(before == after, "the visit changed over the cut: {before:#} became {after:#}");
    Ok(())
}

fn unlock(app: &App) -> anyhow::Result<()> {
    app.expect_screen("lock")?;
    app.type_into("Password", PASSWORD)?;
    app.press("Enter")?;
    app.expect_screen("pin")?;
    app.type_text(PIN)?;
    app.press("Enter")?;
    app.expect_screen("today")
}

/// The one visit that is open, as the desk keeps it.
fn open_visit(app: &App) -> anyhow::Result<Value> {
    let today = answer(ask(app, "today_view", json!({ "on": null }))?)?;
    let visit = today.pointer("/open_visits/0/id").context("no visit is open")?.clone();
    answer(ask(app, "visit_open", json!({ "visit": visit }))?)
}

fn charted(visit: &Value) -> Option<usize> {
    visit.pointer("/chart/zones").and_then(Value::as_array).map(Vec::len)
}
