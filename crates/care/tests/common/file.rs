//! Reading the case files: a base case, and what each case has differently.
//!
//! `at` repeats a case, each time with other words for its placeholders; `yes` is a table of questions by parts.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, bail};
use care::read_case;
use serde_json::{Map, Value, json};

use super::{Expected, OurCase, PolicyOf, short};

/// Keys of a case that are handed on as they stand, under the names of the contract.
const AS_THEY_ARE: [&str; 6] = ["jurisdiction", "policy", "practitioner", "client", "screened_on", "other_answers"];
/// Keys of the plan of a case.
const OF_PLAN: [&str; 3] = ["visit_on", "session_ends_at", "protocols"];
/// Keys that say what is expected.
const EXPECTED: [&str; 5] = ["says", "shows", "hides", "sheet", "consent"];
/// Keys with short forms of their own.
const SHORT: [&str; 9] =
    ["title", "answers", "medicines", "measures", "history", "symptoms", "items", "plan", "earlier"];

/// The kinds a plan can be made of, each alone on the forehead and with nothing in the way.
const ALONE: [(&str, &str); 11] = [
    ("mn", "mn z.forehead 1.0"),
    ("rf", "rf z.forehead 1.0"),
    ("prp", "prp z.forehead"),
    ("ps", "peel z.forehead lactic 20"),
    ("pm", "peel z.forehead tca 35"),
    ("serum", "serum z.forehead hyaluronic_acid"),
    ("ta", "ta z.forehead lmx"),
    ("led", "led z.forehead"),
    ("toxin", "toxin z.forehead"),
    ("filler", "filler z.forehead"),
    ("laser", "laser z.forehead"),
];

/// Every case of every file, in order.
pub(crate) fn our_cases() -> anyhow::Result<Vec<OurCase>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut paths: Vec<_> = std::fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<anyhow::Result<_>>()?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    paths.sort();
    let mut cases = Vec::new();
    for path in paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let file: Value = toml::from_str(&std::fs::read_to_string(&path)?).with_context(|| name.clone())?;
        for written in written_cases(&file)? {
            let title = written.get("title").and_then(Value::as_str).unwrap_or("a case without a title").to_owned();
            cases.push(read(&name, written).with_context(|| format!("{name}: {title}"))?);
        }
    }
    Ok(cases)
}

/// The cases of a file, each as one object.
fn written_cases(file: &Value) -> anyhow::Result<Vec<Map<String, Value>>> {
    let mut cases = Vec::new();
    for (key, value) in file.as_object().into_iter().flatten() {
        match (key.as_str(), value) {
            ("case", Value::Array(list)) => {
                list.iter().filter_map(Value::as_object).for_each(|case| cases.extend(repeated(case)));
            }
            ("yes", Value::Object(table)) => {
                table.iter().for_each(|(question, by_kind)| cases.extend(answered_alone(question, by_kind)));
            }
            _ => bail!("a file of cases holds `case` and `yes`, not {key}"),
        }
    }
    Ok(cases)
}

/// A case once for every entry of its `at`: the entry's own keys count, its single letters are placeholders.
fn repeated(case: &Map<String, Value>) -> Vec<Map<String, Value>> {
    let mut base = case.clone();
    let Some(Value::Array(at)) = base.remove("at") else { return vec![base] };
    let one = |entry: &Map<String, Value>| {
        let (letters, own): (Map<String, Value>, Map<String, Value>) =
            entry.clone().into_iter().partition(|(key, _)| key.len() == 1);
        let mut case = base.clone();
        case.extend(own);
        if let Some(Value::String(title)) = case.get_mut("title")
            && !letters.keys().any(|letter| title.contains(&format!("{{{letter}}}")))
        {
            *title += &format!(" ({})", letters.values().map(word_of).collect::<Vec<_>>().join(", "));
        }
        let mut case = Value::Object(case);
        fill(&mut case, &letters);
        case.as_object().cloned().unwrap_or_default()
    };
    at.iter().filter_map(Value::as_object).map(one).collect()
}

/// Puts the words of a repetition where their letters stand in braces. What is nothing but a letter becomes the
/// word itself, so that a number stays a number.
fn fill(value: &mut Value, letters: &Map<String, Value>) {
    match value {
        Value::String(text) => match letters.iter().find(|(letter, _)| *text == format!("{{{letter}}}")) {
            Some((_, word)) => *value = word.clone(),
            None => *text = filled(text, letters),
        },
        Value::Array(list) => list.iter_mut().for_each(|value| fill(value, letters)),
        Value::Object(object) => {
            let entries = std::mem::take(object).into_iter();
            object.extend(entries.map(|(key, mut value)| {
                fill(&mut value, letters);
                (filled(&key, letters), value)
            }));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn filled(text: &str, letters: &Map<String, Value>) -> String {
    letters.iter().fold(text.to_owned(), |text, (letter, word)| text.replace(&format!("{{{letter}}}"), &word_of(word)))
}

fn word_of(word: &Value) -> String {
    word.as_str().map_or_else(|| word.to_string(), str::to_owned)
}

/// What a plain yes, and no answer at all, mean for every kind by itself: what the table says, and nothing else.
fn answered_alone(question: &str, by_kind: &Value) -> Vec<Map<String, Value>> {
    let named: BTreeMap<&str, &Value> = by_kind
        .as_object()
        .into_iter()
        .flatten()
        .flat_map(|(kinds, said)| kinds.split(' ').map(move |kind| (kind, said)))
        .collect();
    let case = |kind: &str, part: &str, state: &str, says: Vec<String>| {
        let case = json!({
            "title": format!("{question} answered {state}, {kind} alone"),
            "answers": { question: state },
            "plan": [part],
            "says": says,
        });
        case.as_object().cloned().unwrap_or_default()
    };
    let both = |(kind, part): &(&str, &str)| {
        let id = part.split(' ').next().unwrap_or_default();
        let said = named.get(kind).map(|said| texts(said)).unwrap_or_default();
        let line = |said: &String| match said.split_once(' ') {
            None => format!("{id} {question} {said}"),
            Some(("missing", path)) => format!("missing {path} for {id}"),
            Some(_) if said.starts_with("ci.") => format!("{id} {said}"),
            Some(_) => format!("{id} {question} {said}"),
        };
        let missing = named.contains_key(kind).then(|| format!("missing answers.{question} for {id}"));
        [
            case(kind, part, "yes", said.iter().map(line).collect()),
            case(kind, part, "unknown", missing.into_iter().collect()),
        ]
    };
    ALONE.iter().flat_map(both).collect()
}

fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(list) => list.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => Vec::new(),
    }
}

fn read(file: &str, written: Map<String, Value>) -> anyhow::Result<OurCase> {
    let known = AS_THEY_ARE.iter().chain(&OF_PLAN).chain(&EXPECTED).chain(&SHORT);
    let known: Vec<&str> = known.copied().collect();
    if let Some(key) = written.keys().find(|key| !known.contains(&key.as_str())) {
        bail!("no case has a key {key}");
    }
    let list = |key: &str| written.get(key).map(texts).unwrap_or_default();
    let says = written.get("says").map(texts);
    let expected =
        Expected { says, shows: list("shows"), hides: list("hides"), sheet: list("sheet"), consent: list("consent") };
    if expected.says.is_none() && ["shows", "sheet", "consent"].iter().all(|key| list(key).is_empty()) {
        bail!("a case that expects nothing proves nothing");
    }
    let case = contract_case(&written)?;
    let mut earlier = Vec::new();
    for visit in written.get("earlier").and_then(Value::as_array).into_iter().flatten() {
        let mut other = written.clone();
        other.insert("plan".to_owned(), visit["plan"].clone());
        let hours = visit["hours"].as_i64().context("an earlier visit lies so many hours back")?;
        earlier.push((hours, read_case(contract_case(&other)?.to_string().as_bytes())?));
    }
    Ok(OurCase {
        file: file.to_owned(),
        title: list("title").concat(),
        words: Value::Object(written.clone()).to_string(),
        case: read_case(case.to_string().as_bytes())?,
        policy: if written.contains_key("policy") { PolicyOf::Case } else { PolicyOf::Protocol },
        earlier,
        expected,
    })
}

/// The case as the contract has it: a woman of 34, phototype II, nothing in the way and nothing kept from the
/// practitioner, with what is written over it.
fn contract_case(written: &Map<String, Value>) -> anyhow::Result<Value> {
    let mut case = json!({
        "today": short::today().to_string(),
        "jurisdiction": "GB",
        "client": { "born_on": "1992-03-14", "sex": "female", "fitzpatrick": 2 },
        "practitioner": { "may_sign_off": true, "max_depth_mm": 4 },
        "other_answers": "no",
        "history": [],
        "plan": { "components": [] },
    });
    for key in AS_THEY_ARE {
        if let Some(value) = written.get(key) {
            over(&mut case[key], short::plain(value));
        }
    }
    for key in OF_PLAN {
        if let Some(value) = written.get(key) {
            case["plan"][key] = short::plain(value);
        }
    }
    for (key, value) in written {
        match key.as_str() {
            "answers" => case["answers"] = short::answers(value)?,
            "medicines" => case["medicines"] = short::each(value, short::medicine)?,
            "measures" => case["measures"] = short::each(value, short::measure)?,
            "history" if value == "not asked" => {
                case.as_object_mut().and_then(|case| case.remove("history"));
            }
            "history" => case["history"] = short::each(value, short::past)?,
            "symptoms" => case["symptoms"] = short::each(value, short::symptom)?,
            "items" => case["items"] = short::each(value, |text| Ok(json!({ "text": text })))?,
            "plan" => case["plan"]["components"] = short::each(value, short::part)?,
            _ => {}
        }
    }
    Ok(case)
}

/// Writes an object over another, key by key; anything else takes its place.
fn over(base: &mut Value, value: Value) {
    match (base, value) {
        (Value::Object(base), Value::Object(own)) => base.extend(own),
        (base, value) => *base = value,
    }
}
