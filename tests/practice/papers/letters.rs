//! Letters, notes, labels and forms: the right facts stand on each.

use anyhow::{Context as _, Result, ensure};
use chrono::NaiveDate;
use serde_json::{Value, json};

use super::{files_inside, newest, prepare, printed};
use crate::clinic::{Practice, plan};
use crate::refusals::{consented_visit, screened_visit, signed_visit};

fn client(practice: &Practice) -> Result<Value> {
    Ok(practice.call("client_search", json!({ "words": "" }))?[0]["id"].clone())
}

/// "4 December 2026" for "2026-12-04".
fn long(day: &str) -> Result<String> {
    let day: NaiveDate = day.parse()?;
    Ok(day.format("%-d %B %Y").to_string())
}

fn note(visit: &str, reason: &str, until_on: Option<&str>) -> Value {
    json!({ "is": "not_today", "visit": visit, "reason": reason, "until_on": until_on, "meanwhile": "Use sunscreen." })
}

#[test]
fn the_not_today_note_names_the_day_the_rules_allow_it() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = screened_visit(&practice)?;
    let answer = json!({ "state": "yes", "ended_on": "2026-11-18", "active": null, "allergy_class": null });
    let view = practice.call("answer_set", json!({ "visit": visit, "question": "ci.waxing", "answer": answer }))?;
    let earliest = view["plan"]["verdict"]["earliest_on"].as_str().context("a day")?.to_owned();
    ensure!(view["plan"]["verdict"]["may_go_on"] == false, "it waits: {}", view["plan"]["verdict"]);
    let (row, words) = printed(&practice, &note(&visit, "", None))?;
    ensure!(row["kind"] == "not_today", "what it is: {row}");
    ensure!(words.contains(&long(&earliest)?), "the very day of the verdict, {earliest}: {words}");
    ensure!(
        words.contains("The surface of the skin was taken off or irritated recently"),
        "why, in plain words: {words}"
    );
    ensure!(words.contains("Never stop one because of this treatment"), "no medicine is stopped for it: {words}");
    ensure!(words.contains("+353 1 555 0199"), "whom to call: {words}");
    ensure!(!words.contains("ci.waxing"), "and no word of the rules: {words}");
    Ok(())
}

#[test]
fn a_visit_that_was_closed_keeps_its_note_and_where_the_rules_say_nothing_a_person_says_why() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = screened_visit(&practice)?;
    let failure =
        practice.refused("paper_prepare", json!({ "paper": note(&visit, "", None), "language": null, "size": null }));
    ensure!(failure.fields[0].path == "paper.reason", "a note without a reason is none: {failure:?}");
    practice.call("visit_not_today", json!({ "visit": visit, "reason": "Power cut" }))?;
    let (_, words) = printed(&practice, &note(&visit, "The power was cut.", Some("2026-11-23")))?;
    ensure!(words.contains("The power was cut.") && words.contains("23 November 2026"), "why and until when: {words}");
    Ok(())
}

#[test]
fn the_plan_names_every_visit_with_its_first_day() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = screened_visit(&practice)?;
    let view = practice.call("visit_open", json!({ "visit": visit }))?;
    let sessions = view["plan"]["verdict"]["components"][0]["sessions"].clone();
    let paper = json!({ "is": "plan", "visit": visit, "goal": "Softer scars", "at_home": "", "cost": "" });
    let (_, words) = printed(&practice, &paper)?;
    let sessions = sessions.as_array().context("sessions")?;
    ensure!(sessions.len() > 1, "a series: {sessions:?}");
    for day in sessions {
        let day = long(day.as_str().context("day")?)?;
        ensure!(words.contains(&day), "{day} stands on it: {words}");
    }
    ensure!(words.contains("Softer scars") && words.contains("at most 1 mm"), "what for and what: {words}");
    ensure!(!words.contains("What it costs"), "an empty part leaves no trace: {words}");
    Ok(())
}

#[test]
fn a_tube_label_has_two_identifiers_and_its_time() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = consented_visit(&practice)?;
    let label = |before: Value| json!({ "is": "tube_label", "visit": visit, "drawn_at": "2026-11-20T13:45", "use_before": before, "n_tubes": 2 });
    let (_, words) = printed(&practice, &label(json!("2026-11-20T15:45")))?;
    for fact in ["Ines Halvorsen", "14 March 1988", "A-000001", "13:45", "15:45", "1/2", "2/2"] {
        ensure!(words.contains(fact), "{fact} stands on it: {words}");
    }
    let early = json!({ "paper": label(json!("2026-11-20T13:00")), "language": null, "size": null });
    let failure = practice.refused("paper_prepare", early);
    ensure!(failure.fields[0].path == "paper.use_before", "not before it was drawn: {failure:?}");
    practice.call("plan_set", json!({ "visit": visit, "components": [plan(1000)[0]] }))?;
    let none = json!({ "paper": label(Value::Null), "language": null, "size": null });
    practice.refused("paper_prepare", none);
    Ok(())
}

#[test]
fn a_referral_asks_its_question_and_says_what_was_done_here() -> Result<()> {
    let practice = Practice::open_clinic()?;
    signed_visit(&practice)?;
    let paper = json!({
        "is": "referral", "client": client(&practice)?, "to": "Dr O'Brien\nDermatology", "is_urgent": true,
        "question": "Would you look at the left temple?", "reason": "A dark spot that has grown.", "findings": "",
        "medicines": "",
    });
    let (row, words) = printed(&practice, &paper)?;
    ensure!(row["kind"] == "referral", "what it is: {row}");
    for fact in [
        "Dr O'Brien",
        "on the same day",
        "left temple",
        "A dark spot that has grown.",
        "20 November 2026",
        "Microneedling",
        "Allergies",
        "None known",
        "Not known",
        "NMC 12A3456E",
        "+353 1 555 0199",
    ] {
        ensure!(words.contains(fact), "{fact} stands on it: {words}");
    }
    ensure!(!words.contains("has agreed"), "nobody said that the client agreed: {words}");
    let mut agreed = paper.clone();
    agreed["client_agrees"] = json!(true);
    let (_, words) = printed(&practice, &agreed)?;
    ensure!(words.contains("has agreed that we write to you"), "now somebody did: {words}");
    let mut empty = paper;
    empty["reason"] = json!(" ");
    let failure = practice.refused("paper_prepare", json!({ "paper": empty, "language": null, "size": null }));
    ensure!(failure.fields[0].path == "paper.reason", "nobody is sent for nothing: {failure:?}");
    Ok(())
}

#[test]
fn a_recall_names_the_first_day_and_is_not_written_to_who_was_never_here() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let id = practice.new_client()?;
    let paper = json!({ "is": "recall", "client": id, "about": { "is": "next_visit", "due_on": "2026-12-18" } });
    practice.refused("paper_prepare", json!({ "paper": paper, "language": null, "size": null }));
    let practice = Practice::open_clinic()?;
    signed_visit(&practice)?;
    let paper = json!({ "is": "recall", "client": client(&practice)?, "about": { "is": "next_visit", "due_on": "2026-12-18" } });
    let (_, words) = printed(&practice, &paper)?;
    ensure!(words.contains("18 December 2026") && words.contains("20 November 2026"), "due and last: {words}");
    ensure!(words.contains("If you do not want any more letters"), "and how to stop them: {words}");
    Ok(())
}

#[test]
fn everybody_treated_with_a_lot_is_found_and_written_to() -> Result<()> {
    let practice = Practice::open_clinic()?;
    signed_visit(&practice)?;
    let uses = practice.call("lot_find", json!({ "lot": "NC-2231" }))?;
    let rows = uses.as_array().context("rows")?;
    ensure!(!rows.is_empty() && rows[0]["visit_on"] == "2026-11-20", "whom and when: {uses}");
    ensure!(
        practice.call("lot_find", json!({ "lot": "NC-2232" }))?.as_array().is_some_and(Vec::is_empty),
        "nobody else"
    );
    let about = json!({ "is": "lot", "lot": "NC-2231", "known": "The maker found bent needles in this lot." });
    let paper = json!({ "is": "recall", "client": rows[0]["client"]["id"], "about": about });
    let (_, words) = printed(&practice, &paper)?;
    for fact in ["Sterile", "NC-2231", "20 November 2026", "bent needles", "also if you feel well"] {
        ensure!(words.contains(fact), "{fact} stands on it: {words}");
    }
    let searched = practice.call("journal_view", json!({ "act": "search" }))?;
    ensure!(searched["rows"].as_array().is_some_and(|rows| rows.len() == 2), "each search is an entry: {searched}");
    Ok(())
}

#[test]
fn a_report_carries_device_lot_and_day_and_leaves_lines_for_what_nobody_knows() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = signed_visit(&practice)?;
    let report = |day: &str| {
        json!({
            "is": "adverse_event", "visit": visit, "form": "yellow_card", "happened_on": day,
            "description": "Blisters on the left cheek.", "outcome": "Healing", "tests": "",
        })
    };
    let (row, words) = printed(&practice, &report("2026-11-20"))?;
    ensure!(row["kind"] == "adverse_event", "what it is: {row}");
    for fact in ["Yellow Card", "Blisters on the left cheek.", "Pen 12", "NC-2231", "A-000001", "Mara Okafor", "____"] {
        ensure!(words.contains(fact), "{fact} stands on it: {words}");
    }
    ensure!(words.contains("Allergies: None known"), "what was asked is named, and nothing more is claimed: {words}");
    ensure!(words.contains("Nothing was sent by this program"), "who reads it knows: {words}");
    let later = json!({ "paper": report("2026-12-24"), "language": null, "size": null });
    let failure = practice.refused("paper_prepare", later);
    ensure!(failure.fields[0].path == "paper.happened_on", "nothing to come is reported: {failure:?}");
    Ok(())
}

#[test]
fn the_whole_record_holds_every_visit_and_what_was_signed_byte_for_byte() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = signed_visit(&practice)?;
    let (record, _) = printed(&practice, &json!({ "is": "treatment_record", "visit": visit }))?;
    let id = client(&practice)?;
    let (row, words) = printed(&practice, &json!({ "is": "whole_record", "client": id }))?;
    ensure!(row["kind"] == "whole_record", "what it is: {row}");
    for fact in ["Ines Halvorsen", "+47 22 12 34 56", "One visit", "inner cheek", "NC-2231", "Signed documents"] {
        ensure!(words.contains(fact), "{fact} stands on it: {words}");
    }
    ensure!(words.contains("Printed by Mara Okafor"), "who was given what, from the journal: {words}");
    let files = files_inside(&newest(&practice)?)?;
    let view = practice.call("client_open", json!({ "client": id }))?;
    let signed: Vec<&Value> = view["documents"]
        .as_array()
        .context("documents")?
        .iter()
        .filter(|row| row["kind"] == "consent" || row["id"] == record["id"])
        .collect();
    ensure!(signed.len() == 2 && files.len() == 2, "the consent and the record: {:?}", files.keys());
    for one in signed {
        let is_inside = files.values().any(|bytes| one["pdf_sha256"] == journeys::sha256(bytes));
        ensure!(is_inside, "{} untouched", one["number"]);
    }
    Ok(())
}

#[test]
fn a_paper_that_is_shown_twice_is_filed_once_each_and_a_look_files_nothing() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = signed_visit(&practice)?;
    let paper = json!({ "is": "treatment_record", "visit": visit });
    prepare(&practice, &paper)?;
    let id = client(&practice)?;
    let n_filed = |practice: &Practice| -> Result<usize> {
        let view = practice.call("client_open", json!({ "client": id }))?;
        Ok(view["documents"].as_array().context("documents")?.len())
    };
    ensure!(n_filed(&practice)? == 1, "the consent, and nothing that was only looked at");
    let shown = prepare(&practice, &paper)?;
    let print = json!({ "token": shown["token"], "n_copies": 1, "printer": null });
    practice.call("paper_print", print.clone())?;
    practice.call("paper_print", print)?;
    ensure!(n_filed(&practice)? == 2, "printed twice, filed once");
    Ok(())
}
