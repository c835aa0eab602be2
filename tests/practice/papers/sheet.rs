//! The aftercare sheet in the client's language, and the screen in the practitioner's.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::clinic::Practice;
use crate::refusals::signed_visit;

#[test]
fn who_settles_a_conflict_reads_it_in_the_language_of_the_screen() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = signed_visit(&practice)?;
    let sheet = |language: &str| -> Result<Value> {
        practice.call("sheet_prepare", json!({ "visit": visit, "language": language, "paper": null }))
    };
    let (english, arabic) = (sheet("en-GB")?, sheet("ar")?);
    ensure!(english["conflicts"].as_array().is_some_and(|all| !all.is_empty()), "instructions met: {english}");
    ensure!(arabic["conflicts"] == english["conflicts"], "nobody confirms what they cannot read: {arabic}");
    ensure!(arabic["dates"] == english["dates"], "and the dates beside it are told apart: {arabic}");
    ensure!(arabic["text"] != english["text"], "the sheet itself is the client's: {arabic}");
    Ok(())
}
