//! Every field a case can have, tried with every wrong kind of value, left out, misspelt and repeated.
//!
//! `cases/every_field.json` names each field of the contract at least once. Nothing here judges; it only asks
//! whether the reader refuses at the very place where the fault was put.

use care::read_case;
use serde_json::{Value, json};

/// Stands in the text where the fault is put.
const MARK: &str = "@@";

/// A value of each kind, as it is written, and its kind. The last few are of no kind that any field takes.
const WRONG: [(&str, Kind); 17] = [
    ("null", Kind::Null),
    ("true", Kind::Flag),
    ("1.5", Kind::Number),
    (r#""no such word""#, Kind::Text),
    ("[]", Kind::List),
    ("{}", Kind::Object),
    (r#"[{"a":[{}]}]"#, Kind::List),
    (r#"{"a":{"a":{}}}"#, Kind::Object),
    ("-0", Kind::Never),
    ("-1", Kind::Never),
    ("1e999", Kind::Never),
    ("1e-999", Kind::Never),
    ("1234567890123", Kind::Never),
    (r#""""#, Kind::Never),
    (r#"" \t""#, Kind::Never),
    (r#""\ud800""#, Kind::Never),
    ("[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]", Kind::List),
];

/// Fields that have to be there, entries and ids of lists left out. Every other field may be absent.
const REQUIRED: &[&str] = &[
    "today",
    "jurisdiction",
    "practitioner",
    "practitioner.may_sign_off",
    "practitioner.max_depth_mm",
    "client",
    "client.born_on",
    "client.sex",
    "client.fitzpatrick",
    "answers.*.state",
    "medicines[].name",
    "measures[].kind",
    "measures[].value",
    "measures[].unit",
    "measures[].on",
    "history[].kind",
    "history[].class",
    "symptoms[].symptom",
    "symptoms[].hours_after",
    "items[].text",
    "plan",
    "plan.components",
    "plan.components[].id",
    "plan.components[].kind",
    "plan.components[].zones",
    "plan.components[].zones[].zone",
    "plan.components[].zones[].depth_mm",
    "plan.components[].device",
    "plan.components[].device.label_max_mm",
    "plan.components[].preparation.spins[].rpm",
    "plan.components[].preparation.spins[].minutes",
    "plan.components[].preparation.protocol[].g_min",
    "plan.components[].preparation.protocol[].g_max",
    "plan.components[].agent",
    "plan.components[].percent",
    "plan.components[].substance",
    "plan.components[].sterile",
    "plan.components[].single_use",
    "plan.components[].in_device_ifu",
    "plan.components[].origin",
    "plan.components[].product",
    "plan.components[].grams",
    "plan.components[].cm2",
    "plan.components[].minutes",
    "plan.components[].occluded",
    "plan.components[].prescription",
    "plan.components[].agents",
    "plan.components[].eye_shield",
];

/// Where a field of this name may be absent although another component has to have it.
const OPTIONAL_HERE: [(&str, &str); 2] =
    [("serum", "plan.components[].percent"), ("peel", "plan.components[].minutes")];

/// Texts that are the clinic's own.
const FREE: [&str; 5] = [
    "items[].text",
    "plan.components[].id",
    "plan.components[].lot",
    "plan.components[].preparation.tube.product",
    "plan.components[].preparation.tube.lot",
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Null,
    Flag,
    Number,
    Text,
    List,
    Object,
    /// What no field takes.
    Never,
}

/// One value of the case: the way to it as a pointer and as a refusal names it.
struct Spot {
    pointer: String,
    /// Its name in its object; nothing for an entry of a list.
    key: Option<String>,
    path: String,
    /// The path with every index and id taken out.
    field: String,
    /// Kind of the component it belongs to, if it belongs to one.
    component: String,
}

#[expect(clippy::expect_used, reason = "a file beside this one that is no JSON is a mistake in the test itself")]
fn whole_case() -> Value {
    serde_json::from_str(include_str!("cases/every_field.json")).expect("the case of this test is JSON")
}

fn kind_of(value: &Value) -> Kind {
    match value {
        Value::Null => Kind::Null,
        Value::Bool(_) => Kind::Flag,
        Value::Number(_) => Kind::Number,
        Value::String(_) => Kind::Text,
        Value::Array(_) => Kind::List,
        Value::Object(_) => Kind::Object,
    }
}

/// Objects whose keys are ids and not names of fields.
fn is_keyed_by_ids(path: &str) -> bool {
    ["answers", "days", "label_max_by_zone", "agents"].iter().any(|name| path.ends_with(name))
}

/// Every value below `value`, the fields of an object before what they hold.
fn spots(value: &Value, at: &Spot, found: &mut Vec<Spot>) {
    let below: Vec<(Spot, &Value)> = match value {
        Value::Object(object) => object.iter().map(|(key, child)| (step_into(at, key), child)).collect(),
        Value::Array(list) => {
            list.iter().enumerate().map(|(index, child)| (step_to(at, index, child), child)).collect()
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Vec::new(),
    };
    for (spot, child) in below {
        spots(child, &spot, found);
        found.push(spot);
    }
}

fn step_into(at: &Spot, key: &str) -> Spot {
    let dot = if at.path.is_empty() { "" } else { "." };
    let named = if is_keyed_by_ids(&at.path) { "*" } else { key };
    Spot {
        pointer: format!("{}/{key}", at.pointer),
        key: Some(key.to_owned()),
        path: format!("{}{dot}{key}", at.path),
        field: format!("{}{dot}{named}", at.field),
        component: at.component.clone(),
    }
}

fn step_to(at: &Spot, index: usize, child: &Value) -> Spot {
    let is_component = at.path == "plan.components";
    let component = if is_component { child["kind"].as_str().unwrap_or_default() } else { &at.component };
    Spot {
        pointer: format!("{}/{index}", at.pointer),
        key: None,
        path: format!("{}[{index}]", at.path),
        field: format!("{}[]", at.field),
        component: component.to_owned(),
    }
}

fn all_spots(case: &Value) -> Vec<Spot> {
    let root =
        Spot { pointer: String::new(), key: None, path: String::new(), field: String::new(), component: String::new() };
    let mut found = Vec::new();
    spots(case, &root, &mut found);
    found
}

/// The text of the case with a mark where `pointer` leads.
fn marked(case: &Value, pointer: &str) -> String {
    let mut marked = case.clone();
    if let Some(value) = marked.pointer_mut(pointer) {
        *value = json!(MARK);
    }
    marked.to_string()
}

/// The marked text with `written` in place of the mark.
fn written(marked: &str, written: &str) -> String {
    marked.replacen(&format!("\"{MARK}\""), written, 1)
}

/// Path of the refusal, or nothing if the case was accepted.
fn refused_at(text: &str) -> Option<String> {
    read_case(text.as_bytes()).err().map(|refusal| refusal.path)
}

/// Why a value of another kind is accepted after all, if it is.
fn is_meant(spot: &Spot, kind: Kind) -> bool {
    // Null says that nobody assessed the phototype.
    spot.field == "client.fitzpatrick" && kind == Kind::Null
}

#[test]
fn the_case_of_these_tests_is_accepted() {
    assert_eq!(refused_at(&whole_case().to_string()), None, "only the fault that is put in may be refused");
}

#[test]
fn a_value_of_the_wrong_kind_is_refused_where_it_stands() {
    let case = whole_case();
    let mut tried = 0;
    for spot in all_spots(&case) {
        let right = case.pointer(&spot.pointer).map(kind_of);
        let marked = marked(&case, &spot.pointer);
        let others = WRONG.iter().filter(|(_, kind)| Some(*kind) != right && !is_meant(&spot, *kind));
        for (wrong, _) in others {
            let refused = refused_at(&written(&marked, wrong));
            assert_eq!(refused.as_deref(), Some(spot.path.as_str()), "{wrong} is no {right:?}");
            tried += 1;
        }
    }
    assert!(tried > 5_000, "every field was tried with every kind: {tried}");
}

#[test]
fn a_word_that_is_not_of_the_list_is_refused_where_it_stands() {
    let case = whole_case();
    let texts = all_spots(&case).into_iter().filter(|spot| case.pointer(&spot.pointer).is_some_and(Value::is_string));
    for spot in texts.filter(|spot| !FREE.contains(&spot.field.as_str())) {
        let refused = refused_at(&written(&marked(&case, &spot.pointer), r#""no such word""#));
        assert_eq!(refused.as_deref(), Some(spot.path.as_str()), "a closed list stays closed");
    }
}

#[test]
fn a_field_that_has_to_be_there_is_missed_and_no_other() {
    let case = whole_case();
    let mut missed = Vec::new();
    for spot in all_spots(&case) {
        let (Some(key), Some((parent, _))) = (&spot.key, spot.pointer.rsplit_once('/')) else { continue };
        let mut without = case.clone();
        without.pointer_mut(parent).and_then(Value::as_object_mut).and_then(|object| object.remove(key));
        let is_required = REQUIRED.contains(&spot.field.as_str())
            && !OPTIONAL_HERE.contains(&(spot.component.as_str(), spot.field.as_str()));
        let refused = refused_at(&without.to_string());
        let wanted = is_required.then_some(spot.path.as_str());
        assert_eq!(refused.as_deref(), wanted, "{} has to be there: {is_required}", spot.path);
        missed.extend(is_required.then_some(spot.field));
    }
    for field in REQUIRED {
        assert!(missed.iter().any(|it| it == field), "{field} is tried at all");
    }
}

#[test]
fn a_field_nobody_knows_is_refused_wherever_it_stands() {
    let case = whole_case();
    let objects = all_spots(&case).into_iter().filter(|spot| case.pointer(&spot.pointer).is_some_and(Value::is_object));
    for spot in objects {
        let mut more = case.clone();
        if let Some(object) = more.pointer_mut(&spot.pointer).and_then(Value::as_object_mut) {
            object.insert("zz_note".to_owned(), json!("x"));
        }
        let wanted = format!("{}.zz_note", spot.path);
        assert_eq!(refused_at(&more.to_string()), Some(wanted), "a misspelt field is never ignored");
    }
}

#[test]
fn a_field_that_stands_twice_is_refused_wherever_it_stands() {
    let case = whole_case();
    for spot in all_spots(&case) {
        let (Some(key), Some(value)) = (&spot.key, case.pointer(&spot.pointer)) else { continue };
        let again = written(&marked(&case, &spot.pointer), &format!("{value},{}:{value}", json!(key)));
        assert_eq!(refused_at(&again), Some(spot.path), "which of two values counts is never guessed");
    }
}
