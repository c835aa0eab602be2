//! Papers, exports and letters of a signed visit that was recorded under the wrong client: they are the right client's.

use std::io::Read as _;

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};

use crate::clinic::Practice;
use crate::papers::printed;
use crate::photos::{choose, photo, png};
use crate::refusals::signed_visit;
use crate::wrong_client::{moved, other_client};

/// In whose file a visit stands.
fn client_of(practice: &Practice, visit: &str) -> Result<String> {
    let view = practice.call("visit_open", json!({ "visit": visit }))?;
    Ok(view["banner"]["id"].as_str().context("id")?.to_owned())
}

/// A visit with a photo, signed under Ines Halvorsen, that was Inga Halvorsen-Lind's.
struct Mistaken {
    practice: Practice,
    visit: String,
    /// In whose file it stands.
    wrong: String,
    /// Whose it is.
    right: String,
}

impl Mistaken {
    fn set_up() -> Result<Self> {
        let practice = Practice::open_clinic()?;
        let visit = signed_visit(&practice)?;
        Self::moved(practice, visit)
    }

    /// The visit gets a photo, and goes to whom it belongs to.
    fn moved(practice: Practice, visit: String) -> Result<Self> {
        let wrong = client_of(&practice, &visit)?;
        let chosen = choose(&practice, &wrong, "photos", vec![png(&practice, "cheek.png", 90)?])?;
        let mut filed = photo(&wrong, &chosen["sheet"]["waiting"][0]["token"], "record");
        filed["visit"] = json!(visit);
        practice.call("photo_add", filed)?;
        let right = other_client(&practice)?;
        moved(&practice, &visit, &right)?;
        Ok(Self { practice, visit, wrong, right })
    }

    /// Names of the files in a client's export, and its `record.json`.
    fn exported(&self, client: &str) -> Result<(Vec<String>, Value)> {
        let target = self.practice.folder.path().join("export.zip");
        *self.practice.machine.export.lock().unwrap() = Some(target.clone());
        self.practice.call("client_export", json!({ "client": client, "secret": "4711" }))?;
        let mut archive = zip::ZipArchive::new(std::fs::File::open(target)?)?;
        let names: Vec<String> =
            archive.file_names().filter_map(|name| name.ok().map(std::borrow::Cow::into_owned)).collect();
        let mut record = String::new();
        archive.by_name("record.json")?.read_to_string(&mut record)?;
        Ok((names, serde_json::from_str(&record)?))
    }

    fn whole_record(&self, client: &str) -> Result<String> {
        Ok(printed(&self.practice, &json!({ "is": "whole_record", "client": client }))?.1)
    }
}

#[test]
fn a_lot_is_told_to_whoever_was_treated_with_it() -> Result<()> {
    let Mistaken { practice, right, wrong, .. } = Mistaken::set_up()?;
    let uses = practice.call("lot_find", json!({ "lot": "NC-2231" }))?;
    let uses = uses.as_array().context("rows")?;
    ensure!(!uses.is_empty() && uses.iter().all(|one| one["client"]["id"] == json!(right)), "hers alone: {uses:?}");
    let letter = |client: &str| json!({ "is": "recall", "client": client, "about": { "is": "lot", "lot": "NC-2231", "known": "A seal may leak." } });
    let (_, words) = printed(&practice, &letter(&right))?;
    ensure!(words.contains("Inga Halvorsen-Lind") && words.contains("NC-2231"), "she gets the letter: {words}");
    practice.refused("paper_prepare", json!({ "paper": letter(&wrong), "language": null, "size": null }));
    Ok(())
}

#[test]
fn its_papers_name_whom_it_belongs_to_and_are_filed_with_her() -> Result<()> {
    let Mistaken { practice, visit, right, wrong } = Mistaken::set_up()?;
    let (row, words) = printed(&practice, &json!({ "is": "treatment_record", "visit": visit }))?;
    ensure!(words.contains("Inga Halvorsen-Lind") && !words.contains("Ines Halvorsen"), "the record is hers: {words}");
    let documents = |client: &str| -> Result<String> {
        Ok(practice.call("client_open", json!({ "client": client }))?["documents"].to_string())
    };
    let id = row["id"].as_str().context("id")?;
    ensure!(documents(&right)?.contains(id) && !documents(&wrong)?.contains(id), "and stands in her file");
    let report = json!({
        "is": "adverse_event", "visit": visit, "form": "yellow_card", "happened_on": "2026-11-20",
        "description": "A wheal", "outcome": "", "tests": "",
    });
    let (_, words) = printed(&practice, &report)?;
    ensure!(words.contains("A-000002") && !words.contains("A-000001,"), "nobody is reported in her place: {words}");
    let sheet = practice.call("sheet_prepare", json!({ "visit": visit, "language": null, "paper": null }))?;
    let request =
        json!({ "visit": visit, "token": sheet["token"], "conflicts_seen": true, "n_copies": 1, "printer": null });
    practice.call("sheet_print", request)?;
    let words = crate::papers::words_of(&crate::papers::newest(&practice)?)?;
    ensure!(words.contains("Inga Halvorsen-Lind"), "and the sheet goes home with her: {words}");
    Ok(())
}

#[test]
fn photos_of_the_visit_leave_with_her_and_with_nobody_else() -> Result<()> {
    let mistaken = Mistaken::set_up()?;
    let has_photo = |names: &[String]| names.iter().any(|name| name.starts_with("photos/"));
    let (names, record) = mistaken.exported(&mistaken.wrong)?;
    ensure!(!has_photo(&names) && record["photos"] == json!([]), "nobody else's face leaves: {names:?}");
    ensure!(record["visits"] == json!([]) && record["documents"] == json!([]), "nor what was done to her: {record}");
    let (names, record) = mistaken.exported(&mistaken.right)?;
    ensure!(has_photo(&names), "hers does: {names:?}");
    let visit = &record["visits"][0];
    ensure!(visit["recorded_under_another_client"] == true, "with what was done to her: {record}");
    ensure!(
        visit["consents"].is_null() && !record.to_string().contains("Ines"),
        "and no word of the other's: {record}"
    );
    Ok(())
}

#[test]
fn what_was_said_and_signed_before_an_open_visit_was_moved_leaves_with_nobody_else() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = crate::refusals::consented_visit(&practice)?;
    let mistaken = Mistaken::moved(practice, visit)?;
    mistaken.practice.call("visit_not_today", json!({ "visit": mistaken.visit, "reason": "Unwell" }))?;
    let (names, record) = mistaken.exported(&mistaken.right)?;
    let moved = &record["visits"][0];
    ensure!(moved["screenings"] == json!([]) && moved["consents"] == json!([]), "she said none of it: {moved}");
    ensure!(names.iter().any(|name| name.starts_with("photos/")), "but it is her face: {names:?}");
    let (names, _) = mistaken.exported(&mistaken.wrong)?;
    ensure!(!names.iter().any(|name| name.starts_with("photos/")), "and nobody else's: {names:?}");
    let view = mistaken.practice.call("retention_view", json!({ "number": "A-000001" }))?;
    let holds = view["asked"]["holds"].to_string();
    ensure!(holds.contains("A-000002") && holds.contains("by mistake"), "so that file waits for hers: {holds}");
    Ok(())
}

#[test]
fn no_paper_of_the_visit_names_the_other_client() -> Result<()> {
    let Mistaken { practice, visit, right, .. } = Mistaken::set_up()?;
    let papers = [
        json!({ "is": "treatment_record", "visit": visit }),
        json!({ "is": "tube_label", "visit": visit, "drawn_at": "2026-11-20T13:45", "use_before": null, "n_tubes": 1 }),
        json!({ "is": "whole_record", "client": right }),
    ];
    for paper in papers {
        let (_, words) = printed(&practice, &paper)?;
        ensure!(words.contains("Inga Halvorsen-Lind"), "{} names her: {words}", paper["is"]);
        ensure!(!words.contains("Ines"), "{} and nobody else: {words}", paper["is"]);
    }
    let sealed = crate::papers::files_inside(&{
        printed(&practice, &json!({ "is": "treatment_record", "visit": visit }))?;
        crate::papers::newest(&practice)?
    })?;
    let inside = sealed.get("treatment-record.json").context("the record travels inside")?;
    let inside: Value = serde_json::from_slice(inside)?;
    ensure!(inside["visit"]["client"] == json!(right), "nor does what travels inside: {inside}");
    Ok(())
}

#[test]
fn her_record_is_not_closed_by_the_restriction_of_the_file_it_stands_in() -> Result<()> {
    let Mistaken { practice, wrong, right, .. } = Mistaken::set_up()?;
    practice.call("client_restrict", json!({ "client": wrong, "reason": "A colleague of ours" }))?;
    let practice = practice.later("2026-11-21T09:00:00Z")?;
    practice.refused("client_open", json!({ "client": wrong }));
    let (_, words) = printed(&practice, &json!({ "is": "whole_record", "client": right }))?;
    ensure!(words.contains("NC-2231") && !words.contains("Ines"), "it is hers, and names nobody else: {words}");
    Ok(())
}

#[test]
fn a_sheet_is_not_filed_for_whom_the_visit_no_longer_belongs_to() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = signed_visit(&practice)?;
    let sheet = practice.call("sheet_prepare", json!({ "visit": visit, "language": null, "paper": null }))?;
    let right = other_client(&practice)?;
    moved(&practice, &visit, &right)?;
    let request = json!({ "visit": visit, "token": sheet["token"], "conflicts_seen": true });
    practice.refused("sheet_file", request);
    Ok(())
}

#[test]
fn the_whole_record_holds_every_visit_of_the_client_wherever_it_stands() -> Result<()> {
    let mistaken = Mistaken::set_up()?;
    let hers = mistaken.whole_record(&mistaken.right)?;
    for words in ["A-000001", "NC-2231", "Recorded under another client by mistake", "1 mm"] {
        ensure!(hers.contains(words), "“{words}” stands in it: {hers}");
    }
    let others = mistaken.whole_record(&mistaken.wrong)?;
    ensure!(!others.contains("NC-2231"), "and in nobody else's: {others}");
    Ok(())
}

#[test]
fn a_visit_that_came_back_before_it_was_signed_is_the_clients_own() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = crate::refusals::screened_visit(&practice)?;
    let own = client_of(&practice, &visit)?;
    let other = other_client(&practice)?;
    moved(&practice, &visit, &other)?;
    moved(&practice, &visit, &own)?;
    practice.call("visit_not_today", json!({ "visit": visit, "reason": "Unwell" }))?;
    let (_, words) = printed(&practice, &json!({ "is": "whole_record", "client": own }))?;
    ensure!(words.contains("Unwell"), "it stands in the record: {words}");
    practice.call("client_erase", crate::wrong_client::erase(&other, "A-000002"))?;
    practice.call("retention_view", json!({ "number": "A-000001" }))?;
    practice.call("client_open", json!({ "client": own }))?;
    Ok(())
}

#[test]
fn a_visit_that_ended_without_treatment_tells_nothing_as_done() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = crate::refusals::screened_visit(&practice)?;
    practice.call("visit_not_today", json!({ "visit": visit, "reason": "Unwell" }))?;
    let client = client_of(&practice, &visit)?;
    let (_, words) = printed(&practice, &json!({ "is": "whole_record", "client": client }))?;
    ensure!(words.contains("Nothing was treated: Unwell") && words.contains("Seen by"), "{words}");
    for words_of_treatment in ["Treated by", "Device and needles", "Dermapen"] {
        ensure!(!words.contains(words_of_treatment), "“{words_of_treatment}” was only planned: {words}");
    }
    Ok(())
}

#[test]
fn a_paper_is_printed_on_the_size_it_was_made_for() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = crate::refusals::screened_visit(&practice)?;
    let paper = json!({ "is": "plan", "visit": visit, "goal": "", "at_home": "", "cost": "" });
    let shown = practice.call("paper_prepare", json!({ "paper": paper, "language": null, "size": "letter" }))?;
    practice.call("paper_print", json!({ "token": shown["token"], "n_copies": 1, "printer": null }))?;
    let sizes = practice.machine.sizes.lock().unwrap().clone();
    ensure!(sizes == ["Letter"], "not on the clinic's usual A4: {sizes:?}");
    Ok(())
}
