//! Papers in large letters, for clients who do not read small print: the same words, and as large as they say.

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};

use super::{newest, said_by, words_of};
use crate::clinic::Practice;
use crate::refusals::{consented_visit, screened_visit, signed_visit};

/// Points, as they are written beside the choice.
const LARGE: f64 = 18.0;

/// The size in which most letters of a paper stand, in points.
fn letters_of(pdf: &[u8]) -> Result<f64> {
    let said = said_by("pdftohtml", &["-xml", "-stdout", "-zoom", "1", "-", "-"], pdf)?;
    let sizes = said.lines().filter_map(|line| {
        line.trim().strip_prefix("<fontspec")?.split("size=\"").nth(1)?.split('"').next()?.parse::<f64>().ok()
    });
    let by_font: Vec<f64> = sizes.collect();
    let mut n_letters = vec![0_usize; by_font.len()];
    for line in said.lines().filter(|line| line.starts_with("<text")) {
        let font = line.split("font=\"").nth(1).and_then(|rest| rest.split('"').next()?.parse::<usize>().ok());
        let count = font.and_then(|font| n_letters.get_mut(font)).context("a font that is known")?;
        *count += line.len();
    }
    let most = n_letters.iter().enumerate().max_by_key(|(_, n)| **n).context("a text")?.0;
    Ok(by_font[most])
}

/// The bytes that are shown, and what the desk says of them.
fn shown(practice: &Practice, command: &str, request: Value) -> Result<(Value, Vec<u8>)> {
    let view = practice.call(command, request)?;
    let token = view["token"].as_str().context("a token")?;
    let blob = practice.desk.blob(&format!("sheet/{token}")).map_err(|failure| anyhow::anyhow!("{failure:?}"))?;
    Ok((view, blob))
}

fn in_order(words: &str) -> Vec<&str> {
    let mut words: Vec<&str> =
        words.split_whitespace().filter(|word| word.len() > 4 && word.chars().all(char::is_alphabetic)).collect();
    words.sort_unstable();
    words.dedup();
    words
}

#[test]
fn the_aftercare_sheet_is_had_in_large_letters_with_the_same_words() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = signed_visit(&practice)?;
    let request = |letters: Value| json!({ "visit": visit, "language": null, "paper": null, "letters": letters });
    let (_, small) = shown(&practice, "sheet_prepare", request(Value::Null))?;
    let (view, large) = shown(&practice, "sheet_prepare", request(json!("large")))?;
    ensure!(letters_of(&large)? >= LARGE && letters_of(&small)? < LARGE, "18 points are what it says");
    let (small, large) = (words_of(&small)?, words_of(&large)?);
    ensure!(in_order(&small) == in_order(&large), "nothing is left out: {large}");
    let print =
        json!({ "visit": visit, "token": view["token"], "conflicts_seen": true, "n_copies": 1, "printer": null });
    practice.call("sheet_print", print)?;
    ensure!(letters_of(&newest(&practice)?)? >= LARGE, "and is printed as it was shown");
    Ok(())
}

#[test]
fn every_paper_says_whether_it_may_be_had_in_large_letters() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = screened_visit(&practice)?;
    let form = json!({ "is": "consent_blank", "visit": visit });
    let (view, bytes) = shown(
        &practice,
        "paper_prepare",
        json!({ "paper": form, "language": null, "size": null, "letters": "large" }),
    )?;
    ensure!(view["may_be_large"] == true && letters_of(&bytes)? >= LARGE, "a form to be read at home");
    Ok(())
}

#[test]
fn a_tube_label_has_one_size() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = consented_visit(&practice)?;
    let label =
        json!({ "is": "tube_label", "visit": visit, "drawn_at": "2026-11-20T13:45", "use_before": null, "n_tubes": 1 });
    let request = |letters: &str| json!({ "paper": label, "language": null, "size": null, "letters": letters });
    let (view, large) = shown(&practice, "paper_prepare", request("large"))?;
    let (_, normal) = shown(&practice, "paper_prepare", request("normal"))?;
    ensure!(view["may_be_large"] == false, "none is offered: {view}");
    ensure!(letters_of(&large)? == letters_of(&normal)?, "it fits its tube, whatever is asked");
    Ok(())
}
