//! Every command and the entry it leaves: one table, one journey through all of it, and no answer where the entry cannot
//! be written.

mod papers;
mod table;

use std::collections::BTreeSet;
use std::process::Command as Process;

use anyhow::{Context as _, Result, ensure};
use desk::COMMANDS;
use desk::wire::FailureCode;
use serde_json::{Value, json};

use self::table::{act_of, lines};
use crate::clinic::{PASSWORD, Practice, chart, client, item, plan, sign_request};

#[test]
fn every_command_has_a_line_that_says_which_entry_it_leaves_or_why_none() -> Result<()> {
    for command in COMMANDS {
        let rest = *lines().get(command.name).with_context(|| format!("{} has no line", command.name))?;
        let is_reasoned = !rest.starts_with('-') || rest.len() > 10;
        ensure!(is_reasoned, "{} leaves no entry and no reason: {rest}", command.name);
    }
    let names: BTreeSet<&str> = COMMANDS.iter().map(|command| command.name).collect();
    for (name, rest) in lines() {
        ensure!(names.contains(name), "{name} stands in the table and is no command");
        ensure!(!rest.is_empty(), "{name} says nothing");
    }
    Ok(())
}

#[test]
fn a_recovery_and_a_lift_are_entries_too() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let client = practice.new_client()?;
    let visit = practice.call("visit_start", json!({ "client": client }))?["id"].as_str().context("visit")?.to_owned();
    practice.screen(&visit)?;
    practice.call("plan_set", json!({ "visit": visit, "components": plan(1000) }))?;
    practice.screen(&visit)?;
    let answer = json!({ "state": "yes", "ended_on": null, "active": null, "allergy_class": null });
    practice.call("answer_set", json!({ "visit": visit, "question": "ci.anticoagulant", "answer": answer }))?;
    let stopped = practice.call("screening_close", json!({ "visit": visit, "secret": "4711" }))?;
    let findings = stopped["plan"]["verdict"]["findings"].as_array().context("findings")?;
    let finding = findings.iter().find(|finding| finding["can_be_lifted"] == true).context("one to lift")?;
    let lift = json!({ "visit": visit, "rule": finding["rule"], "reason": "INR 2.1 this week", "secret": "4711" });
    practice.call("finding_lift", lift)?;
    let n_of = |act: &str| -> Result<usize> {
        let view = practice.call("journal_view", json!({ "act": act }))?;
        Ok(view["rows"].as_array().context("rows")?.len())
    };
    ensure!(n_of("lift")? == 1, "a lift is an entry");
    let key = practice.call("recovery_key_draw", json!({ "secret": "4711" }))?;
    let groups: Vec<&str> = key["groups"].as_array().context("groups")?.iter().filter_map(Value::as_str).collect();
    let asked = key["ask"].as_array().context("ask")?.iter().filter_map(Value::as_u64);
    let asked: Vec<&str> = asked.filter_map(|n| groups.get(usize::try_from(n).ok()?).copied()).collect();
    practice
        .call("recovery_key_renew", json!({ "recovery_groups": asked, "reason": "Sheet lost", "secret": "4711" }))?;
    let before = n_of("key")?;
    let locked = practice.call("vault_lock", json!({}))?;
    let user = locked["users"][0]["id"].clone();
    let recover = json!({ "recovery_key": groups.join(" "), "user": user, "password": "four quiet yellow doors" });
    practice.call("vault_recover", recover)?;
    ensure!(n_of("key")? == before + 1, "and so is a password that was made with the recovery key");
    Ok(())
}

/// The journey, which counts what each command has left, and can take the disk away before a command is tried.
struct Journey {
    practice: Practice,
    shown: BTreeSet<String>,
    newest: u64,
    /// Whether each command that leaves an entry is tried first while nothing can be written.
    is_disk_taken: bool,
}

impl Journey {
    fn begin(is_disk_taken: bool) -> Result<Self> {
        let practice = Practice::open_clinic()?;
        // Making the clinic has shown these.
        let shown = ["vault_create", "pin_set"].map(str::to_owned).into();
        let mut journey = Self { practice, shown, newest: 0, is_disk_taken };
        let acts = journey.new_acts()?;
        ensure!(
            acts.contains("create") && acts.contains("key"),
            "the clinic, its first person and both keys: {acts:?}"
        );
        Ok(journey)
    }

    /// Calls a command, and looks that it left the entry of its line.
    fn step(&mut self, name: &str, request: Value) -> Result<Value> {
        let act = act_of(name);
        // What was done on the way here is not the step's.
        self.new_acts()?;
        if self.is_disk_taken && act.is_some() && !goes_on_without_an_entry(name) {
            limit_files("1")?;
            let refused = self.practice.desk.call(name, &request);
            limit_files("unlimited")?;
            let failure = refused.err().with_context(|| format!("{name} answered and could not write its entry"))?;
            let is_of_the_disk = [FailureCode::Internal, FailureCode::DiskFull].contains(&failure.code);
            ensure!(is_of_the_disk, "{name} was refused for another reason, which proves nothing: {failure:?}");
            let acts = self.new_acts()?;
            ensure!(acts.is_empty(), "{name} was refused and left {acts:?}");
        }
        let view = self.practice.call(name, request)?;
        if let Some(act) = act {
            let acts = self.new_acts()?;
            ensure!(acts.contains(act), "{name} leaves an entry of {act}, not {acts:?}");
            self.shown.insert(name.to_owned());
        }
        Ok(view)
    }

    /// Acts of the entries since the last look, without those of looking.
    fn new_acts(&mut self) -> Result<BTreeSet<String>> {
        let view = self.practice.call("journal_view", json!({}))?;
        let rows = view["rows"].as_array().context("rows")?;
        let (own, rows) = rows.split_first().context("entries")?;
        let since = std::mem::replace(&mut self.newest, own["seq"].as_u64().context("seq")?);
        let new = rows.iter().filter(|row| row["seq"].as_u64().is_some_and(|seq| seq > since));
        Ok(new.filter_map(|row| row["act"].as_str().map(str::to_owned)).collect())
    }

    /// The clinic a while later, unlocked anew: a new sitting, in which looks are new.
    fn later(self, now: &str) -> Result<Self> {
        let mut journey = Self { practice: self.practice.later(now)?, ..self };
        journey.shown.insert("vault_unlock".to_owned());
        let acts = journey.new_acts()?;
        ensure!(acts.contains("unlock"), "an unlock is an entry: {acts:?}");
        Ok(journey)
    }
}

/// A full disk must not keep the vault open, nor a printer that has the paper from being believed; both say so themselves.
fn goes_on_without_an_entry(name: &str) -> bool {
    ["vault_lock", "journal_view"].contains(&name)
}

/// Every command that leaves an entry, once.
fn walk(is_disk_taken: bool) -> Result<()> {
    let mut journey = Journey::begin(is_disk_taken)?;
    of_the_clinic(&mut journey)?;
    let mut journey = of_a_visit(of_a_client(journey)?)?;
    of_the_end(&mut journey)?;
    journey.step("vault_lock", json!({})).map(drop).or_else(|problem| {
        // After the lock nobody can look; the next sitting does.
        if problem.to_string().contains("Locked") { Ok(()) } else { Err(problem) }
    })?;
    journey.shown.extend(["vault_lock".to_owned(), "journal_view".to_owned()]);
    for command in COMMANDS.iter().filter(|command| act_of(command.name).is_some()) {
        ensure!(journey.shown.contains(command.name), "{} leaves an entry, and nobody has seen it", command.name);
    }
    Ok(())
}

fn of_the_clinic(journey: &mut Journey) -> Result<()> {
    let fields = json!({ "initials": "AR", "registration": "", "roles": ["assistant"], "max_depth_um": 1000, "may_give_prp": true, "may_use_prescription_items": true });
    let ana = json!({ "name": "Ana Ruiz", "fields": fields, "password": "nine loud green boats", "secret": "4711" });
    let people = journey.step("person_add", ana)?;
    let row = people["people"].as_array().context("people")?.iter().find(|row| row["name"] == "Ana Ruiz");
    let row = row.context("Ana")?.clone();
    let mut more = fields.clone();
    more["max_depth_um"] = json!(500);
    let change = json!({ "person": row["id"], "fields": more, "based_on": row["version"], "reason": "New scope", "secret": "4711" });
    journey.step("person_change", change)?;
    let naming = json!({ "person": row["id"], "reason": "Has left the clinic", "secret": "4711" });
    journey.step("password_reset", naming)?;
    let settings = journey.practice.call("settings_view", json!({}))?;
    let save = json!({ "clinic": settings["clinic"], "based_on": settings["version"], "anchor_folder": null });
    journey.step("settings_save", save)?;
    let usb = journey.practice.folder.path().join("usb");
    std::fs::create_dir(&usb)?;
    *journey.practice.machine.folder.lock().unwrap() = Some(usb);
    journey.step("backup_folder_choose", json!({}))?;
    journey.step("backup_make", json!({ "to": "clinic" }))?;
    journey.step("vault_verify", json!({}))?;
    journey.step("journal_verify", json!({ "heads": [] }))?;
    let protocol = journey.step("protocol_set", json!({ "settings": { "w.selftan": 14 }, "reason": "House rule" }))?;
    let approve = json!({ "number": protocol["proposal"]["number"], "reason": "Read", "secret": "4711" });
    journey.step("protocol_approve", approve)?;
    Ok(())
}

fn of_a_client(mut journey: Journey) -> Result<Journey> {
    let save = json!({ "id": null, "based_on": null, "is_another_person": false, "fields": client() });
    let client = journey.step("client_save", save)?["banner"]["id"].clone();
    let named = json!({ "client": client });
    let booked = journey
        .step("appointment_save", json!({ "client": client, "on": "2026-11-20", "starts": "15:00", "purpose": "" }))?;
    journey.step("appointment_cancel", json!({ "appointment": booked["appointments"][0]["id"] }))?;
    let reason = json!({ "client": client, "reason": "A colleague of ours" });
    journey.step("client_restrict", reason.clone())?;
    journey.step("client_break_glass", reason.clone())?;
    journey.step("client_unrestrict", reason)?;
    let mut journey = journey.later("2026-11-20T15:00:00Z")?;
    journey.step("client_open", named.clone())?;
    journey.step("client_journal", named.clone())?;
    *journey.practice.machine.export.lock().unwrap() = Some(journey.practice.folder.path().join("who.csv"));
    journey.step("client_journal_save", named.clone())?;
    journey.step("access_requests_view", named)?;
    let take =
        json!({ "client": client, "received_on": "2026-11-20", "asked_by": "The client", "wanted": "All of it" });
    let taken = journey.step("access_request_take", take)?["rows"][0].clone();
    let extend = json!({ "request": taken["id"], "based_on": taken["version"], "until_on": "2027-01-10", "reason": "Many photos" });
    let extended = journey.step("access_request_extend", extend)?["rows"][0].clone();
    *journey.practice.machine.export.lock().unwrap() = Some(journey.practice.folder.path().join("record.zip"));
    journey.step("client_export", json!({ "client": client, "secret": "4711" }))?;
    let answer = json!({ "request": extended["id"], "based_on": extended["version"], "how": "export", "note": "" });
    let answered = journey.step("access_request_answer", answer)?;
    ensure!(answered["rows"][0]["export_entry"].is_u64(), "the answer names the entry of the export: {answered}");
    papers::of_photos(&mut journey, &client)?;
    Ok(journey)
}

fn of_a_visit(mut journey: Journey) -> Result<Journey> {
    let client = journey.practice.call("client_search", json!({ "words": "" }))?[0]["id"].clone();
    let visit = journey.step("visit_start", json!({ "client": client }))?["id"].as_str().context("visit")?.to_owned();
    let named = json!({ "visit": visit });
    // The first screening asks what the plan adds; the second answers that, too.
    journey.practice.screen(&visit)?;
    journey.practice.call("plan_set", json!({ "visit": visit, "components": plan(1000) }))?;
    journey.practice.screen(&visit)?;
    journey.new_acts()?;
    journey
        .step("screening_close", json!({ "visit": visit, "secret": "4711" }))
        .map(drop)
        .or_else(|_| answered_again(&mut journey, &visit))?;
    let shown = prepared(&journey, &visit)?;
    papers::of_a_form_on_paper(&mut journey, &visit)?;
    journey.step("consent_sign", sign_request(&visit, &shown, "4711"))?;
    papers::of_a_signed_consent(&mut journey, &client)?;
    for side in ["left", "right"] {
        journey.practice.call("zones_chart", chart(&visit, side, 1000))?;
    }
    journey.practice.call("item_add", item(&visit, "mn", "cartridge", "2027-11-19"))?;
    journey.practice.call("item_add", item(&visit, "prp", "plasma_kit", "2027-11-19"))?;
    journey.practice.call("visit_finish", json!({ "visit": visit, "finished_at": null }))?;
    journey.step("visit_sign", json!({ "visit": visit, "secret": "4711" }))?;
    journey.step("addendum_add", json!({ "visit": visit, "text": "All well.", "secret": "4711" }))?;
    let prepare = json!({ "visit": visit, "language": null, "paper": null });
    let sheet = journey.step("sheet_prepare", prepare.clone())?;
    let print =
        json!({ "visit": visit, "token": sheet["token"], "conflicts_seen": true, "n_copies": 1, "printer": null });
    let document = journey.step("sheet_print", print)?["document"]["id"].clone();
    let sheet = journey.practice.call("sheet_prepare", prepare)?;
    *journey.practice.machine.export.lock().unwrap() = Some(journey.practice.folder.path().join("sheet.pdf"));
    journey.step("sheet_file", json!({ "visit": visit, "token": sheet["token"], "conflicts_seen": true }))?;
    journey.step("document_print", json!({ "document": document, "n_copies": 1, "printer": null }))?;
    let mut journey = journey.later("2026-11-20T16:30:00Z")?;
    journey.step("visit_open", named)?;
    journey.step("document_open", json!({ "document": document }))?;
    let second = journey.practice.call("visit_start", json!({ "client": client }))?["id"].clone();
    journey.step("visit_not_today", json!({ "visit": second, "reason": "Unwell" }))?;
    Ok(journey)
}

fn answered_again(journey: &mut Journey, visit: &str) -> Result<()> {
    let answer = json!({ "state": "no", "ended_on": null, "zones": [], "active": null, "allergy_class": null, "ingredients": [] });
    let view = journey.practice.call("visit_open", json!({ "visit": visit }))?;
    let question = view["screening"]["sections"][0]["questions"][0]["id"].clone();
    journey.practice.call("answer_set", json!({ "visit": visit, "question": question, "answer": answer }))?;
    journey.step("screening_close", json!({ "visit": visit, "secret": "4711" })).map(drop)
}

/// The consent with everything but the signature.
fn prepared(journey: &Journey, visit: &str) -> Result<Value> {
    let shown = journey.practice.call("consent_prepare", json!({ "visit": visit, "language": null }))?;
    for section in shown["sections"].as_array().context("sections")? {
        for clause in
            section["clauses"].as_array().context("clauses")?.iter().filter(|clause| clause["needs_initials"] == true)
        {
            let initial = json!({ "visit": visit, "clause": clause["id"], "letters": "IH" });
            journey.practice.call("consent_initial", initial)?;
        }
    }
    let notes = json!({ "visit": visit, "questions": "", "same_day_reason": "Travelled a long way", "identity_check": "Known to me" });
    journey.practice.call("consent_note", notes)
}

fn of_the_end(journey: &mut Journey) -> Result<()> {
    let client = journey.practice.call("client_search", json!({ "words": "" }))?[0].clone();
    let visit = journey.practice.call("visit_start", json!({ "client": client["id"] }))?["id"]
        .as_str()
        .context("visit")?
        .to_owned();
    journey.practice.screen(&visit)?;
    journey.practice.call("plan_set", json!({ "visit": visit, "components": plan(1000) }))?;
    journey.practice.screen(&visit)?;
    papers::of_a_withdrawal(journey, &client["id"])?;
    prepared(journey, &visit)?;
    journey.new_acts()?;
    journey.step("consent_refuse", json!({ "visit": visit, "reason": "I changed my mind", "secret": "4711" }))?;
    papers::of_a_wrong_client(journey, &visit)?;
    journey
        .practice
        .call("visit_not_today", json!({ "visit": visit, "reason": "Refused" }))
        .map(drop)
        .unwrap_or_default();
    journey.step("retention_view", json!({}))?;
    let reason = json!({ "client": client["id"], "reason": "A letter of a lawyer" });
    journey.step("retention_hold", reason.clone())?;
    journey.step("retention_release", reason)?;
    let erase = json!({ "client": client["id"], "number": client["number"], "reason": "Asked for, and the law lets us", "before_its_time": "accept", "secret": "4711" });
    journey.step("client_erase", erase)?;
    let key = journey.practice.call("recovery_key_draw", json!({ "secret": "4711" }))?;
    journey.step("recovery_sheet_print", json!({}))?;
    let groups: Vec<Value> = key["ask"]
        .as_array()
        .context("ask")?
        .iter()
        .filter_map(Value::as_u64)
        .filter_map(|n| usize::try_from(n).ok())
        .map(|n| key["groups"][n].clone())
        .collect();
    journey
        .step("recovery_key_renew", json!({ "recovery_groups": groups, "reason": "Sheet lost", "secret": "4711" }))?;
    journey.step("password_change", json!({ "current": PASSWORD, "password": "four quiet yellow doors" }))?;
    let people = journey.practice.call("people_view", json!({}))?;
    let ana = people["people"]
        .as_array()
        .context("people")?
        .iter()
        .find(|row| row["name"] == "Ana Ruiz")
        .context("Ana")?["id"]
        .clone();
    // It locks: the entry is seen by who comes next.
    journey
        .practice
        .call("person_remove", json!({ "person": ana, "reason": "Has left the clinic", "secret": "4711" }))?;
    let user = journey.practice.call("desk_view", json!({}))?["users"][0]["id"].clone();
    journey.practice.call("vault_unlock", json!({ "user": user, "password": "four quiet yellow doors" }))?;
    let acts = journey.new_acts()?;
    ensure!(acts.contains("key") && acts.contains("unlock"), "a removal is an entry: {acts:?}");
    journey.shown.insert("person_remove".to_owned());
    Ok(())
}

#[test]
fn every_command_that_changes_opens_prints_or_exports_leaves_the_entry_of_its_line() -> Result<()> {
    walk(false)
}

/// Runs this test's own program again with the signal of a file that grows too large switched off, so that a limit set on
/// it later is an error of the disk and not the end of the program.
#[test]
#[cfg(target_os = "linux")]
fn no_command_answers_while_its_entry_cannot_be_written() -> Result<()> {
    let program = std::env::current_exe()?;
    let script =
        "trap '' XFSZ; exec \"$0\" --exact entries::the_journey_on_a_disk_that_takes_nothing --ignored --nocapture";
    let ran = Process::new("sh").args(["-c", script]).arg(program).output()?;
    let said = format!("{}{}", String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr));
    ensure!(ran.status.success() && said.contains("1 passed"), "{said}");
    Ok(())
}

#[test]
#[ignore = "takes the disk away from its whole process: run in one of its own by the test above"]
fn the_journey_on_a_disk_that_takes_nothing() -> Result<()> {
    walk(true)
}

/// Limits how large a file of this process may become: `1` byte, or `unlimited`.
fn limit_files(most: &str) -> Result<()> {
    let limit = format!("--fsize={most}:unlimited");
    let set = Process::new("prlimit").args(["--pid", &std::process::id().to_string(), &limit]).status()?;
    ensure!(set.success(), "the limit could not be set");
    Ok(())
}
