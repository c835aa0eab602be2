//! What was done: the chart, the end of the treatment and the sheet that follows from them.

use anyhow::{Context as _, Result, ensure};
use serde_json::json;

use crate::clinic::{Practice, chart, item, plan};
use crate::refusals::{consented_visit, signed_visit};

#[test]
fn a_visit_is_dated_on_the_day_of_its_treatment() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = consented_visit(&practice)?;
    let practice = practice.later("2026-12-10T09:00:00Z")?;
    practice.screen(&visit)?;
    for side in ["left", "right"] {
        practice.call("zones_chart", chart(&visit, side, 1000))?;
    }
    practice.call("item_add", item(&visit, "mn", "cartridge", "2027-11-19"))?;
    practice.call("item_add", item(&visit, "prp", "plasma_kit", "2027-11-19"))?;
    practice.call("visit_finish", json!({ "visit": visit, "finished_at": null }))?;
    let signed = practice.call("visit_sign", json!({ "visit": visit, "secret": "4711" }))?;
    ensure!(signed["visit_on"] == "2026-12-10", "the next interval is counted from here: {}", signed["visit_on"]);
    Ok(())
}

#[test]
fn a_visit_with_charted_zones_is_not_closed_without_treatment() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = consented_visit(&practice)?;
    practice.call("zones_chart", chart(&visit, "left", 1000))?;
    practice.refused("visit_not_today", json!({ "visit": visit, "reason": "Unwell" }));
    let view = practice.call("visit_open", json!({ "visit": visit }))?;
    ensure!(view["chart"]["zones"].as_array().is_some_and(|zones| zones.len() == 1), "what was done is not lost");
    Ok(())
}

#[test]
fn a_treatment_cannot_end_before_its_consent_was_signed() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = consented_visit(&practice)?;
    let failure = practice.refused("visit_finish", json!({ "visit": visit, "finished_at": "2026-11-20T09:00" }));
    ensure!(failure.fields[0].path == "finished_at", "every date of the sheet would be too early: {failure:?}");
    practice.call("visit_finish", json!({ "visit": visit, "finished_at": "2026-11-20T14:00" }))?;
    Ok(())
}

#[test]
fn a_sheet_waits_for_every_planned_zone() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = consented_visit(&practice)?;
    practice.call("zones_chart", chart(&visit, "left", 1000))?;
    practice.call("visit_finish", json!({ "visit": visit, "finished_at": null }))?;
    let failure = practice.refused("sheet_prepare", json!({ "visit": visit, "language": null, "paper": null }));
    ensure!(failure.words.contains("zone"), "a sheet is made from what was charted: {}", failure.words);
    Ok(())
}

#[test]
fn a_sheet_that_is_out_of_date_is_not_printed() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = consented_visit(&practice)?;
    for side in ["left", "right"] {
        practice.call("zones_chart", chart(&visit, side, 1000))?;
    }
    let practice = practice.later("2026-11-20T18:00:00Z")?;
    practice.call("visit_finish", json!({ "visit": visit, "finished_at": null }))?;
    let sheet = practice.call("sheet_prepare", json!({ "visit": visit, "language": null, "paper": null }))?;
    practice.call("visit_finish", json!({ "visit": visit, "finished_at": "2026-11-20T14:30" }))?;
    let failure = practice.refused(
        "sheet_print",
        json!({ "visit": visit, "token": sheet["token"], "conflicts_seen": true, "n_copies": 1, "printer": null }),
    );
    ensure!(failure.words.contains("no longer"), "its times are wrong now: {}", failure.words);
    Ok(())
}

#[test]
fn needling_stays_on_the_sheet_when_it_leaves_the_plan() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = consented_visit(&practice)?;
    practice.call("zones_chart", chart(&visit, "left", 1000))?;
    let plasma_only = json!([plan(1000)[1]]);
    practice.call("plan_set", json!({ "visit": visit, "components": plasma_only }))?;
    practice.call("visit_finish", json!({ "visit": visit, "finished_at": null }))?;
    let sheet = practice.call("sheet_prepare", json!({ "visit": visit, "language": null, "paper": null }))?;
    let text = sheet["text"].to_string().to_lowercase();
    ensure!(text.contains("microneedling"), "the skin was needled, whatever the plan says now: {text}");
    Ok(())
}

#[test]
fn deeper_than_the_client_agreed_to_needs_a_reason() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = consented_visit(&practice)?;
    let failure = practice.refused("zones_chart", chart(&visit, "left", 1250));
    ensure!(failure.fields[0].path == "zones[0].depth_um", "under the cap, but over the signature: {failure:?}");
    let words = desk::words::without_isolates(&failure.fields[0].words);
    ensure!(words.contains("At most 1 mm"), "the depth agreed to is named: {words}");
    Ok(())
}

#[test]
fn the_last_visit_is_copied_no_deeper_than_planned_and_over_nothing_charted() -> Result<()> {
    let practice = Practice::open_clinic()?;
    signed_visit(&practice)?;
    let client = practice.call("client_search", json!({ "words": "" }))?[0]["id"].clone();
    let practice = practice.later("2027-02-20T14:00:00Z")?;
    let visit = practice.call("visit_start", json!({ "client": client }))?["id"].as_str().context("id")?.to_owned();
    practice.call("plan_set", json!({ "visit": visit, "components": plan(500) }))?;
    practice.screen(&visit)?;
    practice.consent(&visit)?;
    practice.call("zones_chart", chart(&visit, "right", 250))?;
    let view = practice.call("zones_copy_last", json!({ "visit": visit }))?;
    let zones = view["chart"]["zones"].as_array().context("zones")?;
    let depth = |side: &str| zones.iter().find(|zone| zone["side"] == side).map(|zone| zone["depth_um"].clone());
    ensure!(depth("left") == Some(json!(500)), "no deeper than today's plan: {zones:?}");
    ensure!(depth("right") == Some(json!(250)), "what is charted today stays: {zones:?}");
    Ok(())
}
