//! The engine's own tables against the contract of the verdict: who is asked, what is a medicine, what is a sign.

use std::collections::{BTreeMap, BTreeSet};

use crate::table::{FactRow, content, read, rows_of, setting};

fn contract() -> Option<(String, Vec<(String, FactRow)>)> {
    read("assess.md").map(|text| {
        let rows = rows_of(&text);
        (text, rows)
    })
}

/// The members of a list with commas or spaces between.
fn members(text: &str) -> BTreeSet<&str> {
    text.split([',', ' ']).filter(|word| !word.is_empty()).collect()
}

#[test]
fn every_question_is_asked_for_the_parts_the_contract_names() {
    const ALL: &str = "mn rf prp ps pm serum ta led toxin filler laser";
    let Some((_, rows)) = contract() else { return };
    let content = content();
    let questions: Vec<_> = rows.iter().filter(|(_, row)| row.cell("asked for").is_some()).collect();
    assert_eq!(questions.len(), 75, "section 4.1 has 75 questions");
    for (id, row) in questions {
        let ours = content.get(id).expect("the question is there");
        let asked = row.cell("asked for").map(|cell| if cell == "all" { ALL } else { cell }).unwrap_or_default();
        let told = setting(ours, "asked_for").unwrap_or_default();
        assert_eq!(members(told), members(asked), "{id}: who is asked");
    }
}

#[test]
fn every_question_needs_what_the_contract_says_it_needs() {
    let Some((_, rows)) = contract() else { return };
    let content = content();
    for (id, row) in rows.iter().filter(|(_, row)| row.cell("asked for").is_some()) {
        let finding = row.cell("finding when yes").unwrap_or_default();
        let said: BTreeSet<&str> =
            finding.split("needs `").skip(1).filter_map(|rest| rest.split_once('`').map(|(field, _)| field)).collect();
        // "`active` true: BLOCK; false: SIGNOFF" cannot be judged without it either.
        let said = if finding.starts_with("`active`") { BTreeSet::from(["active"]) } else { said };
        let told = setting(&content[id], "needs").unwrap_or_default();
        assert_eq!(members(told), said, "{id}: a yes without it says too little");
    }
}

#[test]
fn every_listed_medicine_answers_the_question_of_the_contract() {
    let Some((_, rows)) = contract() else { return };
    let content = content();
    let mut n_medicines = 0;
    for (question, row) in rows.iter().filter(|(_, row)| row.cell("names").is_some()) {
        for name in members(row.cell("names").unwrap_or_default()) {
            let ours = content.get(&format!("medicine.{name}"));
            let told = ours.and_then(|ours| setting(ours, "question"));
            assert_eq!(told, Some(question.as_str()), "{name}: which question it answers");
            n_medicines += 1;
        }
    }
    let ours = content.keys().filter(|id| id.starts_with("medicine.")).count();
    assert_eq!(ours, n_medicines, "a medicine the contract does not list is not known to the rules");
}

/// A symptom of the contract, "pus" or "swelling (from 72 h)", as the content shows it.
fn symptom(text: &str) -> (String, Option<String>, Option<String>) {
    let (name, hour) = text.split_once(" (").unwrap_or((text, ""));
    let hour =
        |word: &str| hour.strip_prefix(word).and_then(|rest| rest.split_once(' ')).map(|(hour, _)| hour.to_owned());
    (name.to_owned(), hour("from "), hour("after "))
}

#[test]
fn every_warning_sign_is_the_one_of_the_contract() {
    let Some((_, rows)) = contract() else { return };
    let content = content();
    let signs: Vec<_> = rows.iter().filter(|(_, row)| row.cell("stops series").is_some()).collect();
    assert_eq!(signs.len(), 16, "section 9 has 16 signs");
    for (id, row) in signs {
        let ours = content.get(id).expect("the sign is there");
        let said: BTreeSet<_> = row.cell("symptoms").unwrap_or_default().split(", ").map(symptom).collect();
        let part = |at: usize, name: &str| setting(ours, &format!("symptoms[{at}].{name}")).map(str::to_owned);
        let told: BTreeSet<_> = (0..)
            .map_while(|at| part(at, "name").map(|name| (name, part(at, "from_hour"), part(at, "after_hour"))))
            .collect();
        assert_eq!(told, said, "{id}: symptoms and their hours");
        let yes = |heading| row.cell(heading) == Some("yes");
        assert_eq!(setting(ours, "reportable") == Some("yes"), yes("report"), "{id}: reported");
        assert_eq!(setting(ours, "stops_series") == Some("yes"), yes("stops series"), "{id}: stops the series");
        assert_eq!(setting(ours, "action"), row.cell("action"), "{id}: what it asks for");
        let events = row.cell("adverse events").filter(|cell| *cell != "-").unwrap_or_default();
        assert_eq!(members(setting(ours, "adverse_events").unwrap_or_default()), members(events), "{id}: events");
    }
}

#[test]
fn every_series_is_planned_with_the_visits_of_the_contract() {
    let Some((text, _)) = contract() else { return };
    let content = content();
    let (_, rest) = text.split_once("else the largest of: ").expect("section 8 lists them");
    let (list, _) = rest.split_once('.').expect("the list ends with its sentence");
    let said: BTreeMap<&str, &str> = list.split(", ").filter_map(|pair| pair.split_once(' ')).collect();
    assert_eq!(said.len(), 18, "one for each indication");
    for (name, n_sessions) in said {
        let told = content.get(&format!("ind.{name}")).and_then(|row| setting(row, "n_sessions"));
        assert_eq!(told, Some(n_sessions), "ind.{name}: number of visits");
    }
}

#[test]
fn every_cream_has_the_limits_of_the_contract() {
    let Some((_, rows)) = contract() else { return };
    let content = content();
    let creams: Vec<_> = rows.iter().filter(|(_, row)| row.cell("at most").is_some()).collect();
    assert_eq!(creams.len(), 4, "section 7 has four creams");
    for (name, row) in creams {
        let ours = content.get(row.cell("rule").unwrap_or_default()).expect("the cream's rule is there");
        let said = row.cell("at most").unwrap_or_default();
        let most = |unit: &str| said.split(", ").find_map(|part| part.strip_suffix(unit)).map(str::trim);
        assert_eq!(setting(ours, "max_grams"), most(" g"), "{name}: grams");
        assert_eq!(setting(ours, "max_cm2"), most(" cm2"), "{name}: area");
        let minutes = row.cell("minutes").map(|cell| cell.replace(" to ", ", "));
        assert_eq!(setting(ours, "minutes"), minutes.as_deref(), "{name}: minutes on the skin");
        for agent in row.cell("agents").unwrap_or_default().split(", ") {
            let (agent, percent) = agent.split_once(' ').expect("an agent and its percentage");
            assert_eq!(setting(ours, &format!("agents.{agent}")), Some(percent), "{name}: {agent} in percent");
        }
    }
}
