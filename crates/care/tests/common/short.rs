//! The short forms of a case: "yes, 12 days ago, on z.back" instead of an object with a date.
//!
//! Days are counted from the day of the case, which never changes.

use anyhow::{Context, bail};
use chrono::{Days, NaiveDate};
use serde_json::{Value, json};

/// The day every case is asked on.
pub(super) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 20).unwrap_or_default()
}

/// A day in words, as a date; anything else stays as it is.
fn day(text: &str) -> Option<String> {
    let on = match text.split(' ').collect::<Vec<_>>().as_slice() {
        ["today"] => today(),
        [n, "day" | "days", "ago"] => today() - Days::new(n.parse().ok()?),
        ["in", n, "day" | "days"] => today() + Days::new(n.parse().ok()?),
        _ => return None,
    };
    Some(on.to_string())
}

/// A date in words or digits: "12 days ago", "2026-10", "2026-10-31".
fn date(text: &str) -> Option<String> {
    let is_date = text.starts_with("20") && text.contains('-');
    day(text).or_else(|| is_date.then(|| text.to_owned()))
}

/// A value of the contract: days in words become dates, "not assessed" becomes null.
pub(super) fn plain(value: &Value) -> Value {
    match value {
        Value::String(text) if text == "not assessed" => Value::Null,
        Value::String(text) => Value::String(day(text).unwrap_or_else(|| text.clone())),
        Value::Array(list) => list.iter().map(plain).collect(),
        Value::Object(object) => object.iter().map(|(key, value)| (key.clone(), plain(value))).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) => value.clone(),
    }
}

/// A list of short forms; an element that is no text is taken as it stands.
pub(super) fn each(value: &Value, read: impl Fn(&str) -> anyhow::Result<Value>) -> anyhow::Result<Value> {
    let list = value.as_array().context("a list is meant here")?;
    list.iter().map(|value| value.as_str().map_or_else(|| Ok(plain(value)), &read)).collect()
}

/// "yes", "yes, 12 days ago", "yes, on z.back z.chin", "yes, active".
pub(super) fn answers(value: &Value) -> anyhow::Result<Value> {
    let answer = |value: &Value| {
        let Some(text) = value.as_str() else { return Ok(plain(value)) };
        let mut words = text.split(", ");
        let mut answer = json!({ "state": words.next() });
        words.try_for_each(|word| further(&mut answer, word))?;
        anyhow::Ok(answer)
    };
    let answers = value.as_object().context("answers stand under their questions")?;
    answers.iter().map(|(question, value)| Ok((question.clone(), answer(value)?))).collect()
}

/// What an answer, a medicine or a past procedure says besides: a day, zones, whether it is active.
fn further(value: &mut Value, word: &str) -> anyhow::Result<()> {
    match word {
        "active" => value["active"] = json!(true),
        "inactive" => value["active"] = json!(false),
        "prescribed" => value["prescribed"] = json!(true),
        _ => match (date(word), word.strip_prefix("on ")) {
            (Some(on), _) => value["ended_on"] = json!(on),
            (None, Some(zones)) => value["zones"] = zones.split(' ').collect(),
            (None, None) => bail!("cannot read {word:?}"),
        },
    }
    Ok(())
}

/// "warfarin", "ibuprofen, 3 days ago", "aspirin, prescribed".
pub(super) fn medicine(text: &str) -> anyhow::Result<Value> {
    let mut words = text.split(", ");
    let mut medicine = json!({ "name": words.next() });
    words.try_for_each(|word| further(&mut medicine, word))?;
    Ok(medicine)
}

/// "hba1c 69 mmol/mol, 90 days ago".
pub(super) fn measure(text: &str) -> anyhow::Result<Value> {
    let (what, on) = text.split_once(", ").context("a value has its day")?;
    let [kind, value, unit] = what.split(' ').collect::<Vec<_>>()[..] else { bail!("kind, value and unit") };
    Ok(json!({ "kind": kind, "value": number(value)?, "unit": unit, "on": date(on) }))
}

/// "surgery, 89 days ago, on z.chin", "peel.s, 20 days ago", "filler biostim", "mn 1.5, 2026-10".
pub(super) fn past(text: &str) -> anyhow::Result<Value> {
    let mut words = text.split(", ");
    let what = words.next().unwrap_or_default();
    let mut past = match what.split_once(' ') {
        Some(("filler", material)) => json!({ "kind": "filler", "material": material }),
        Some((kind, depth_mm)) => json!({ "kind": kind, "depth_mm": number(depth_mm)? }),
        None if what.starts_with("peel.") => json!({ "kind": "peel", "class": what }),
        None => json!({ "kind": what }),
    };
    words.try_for_each(|word| further(&mut past, word))?;
    if let Some(on) = past.as_object_mut().and_then(|past| past.remove("ended_on")) {
        past["on"] = on;
    }
    Ok(past)
}

/// "increasing_pain, 48 h".
pub(super) fn symptom(text: &str) -> anyhow::Result<Value> {
    let (symptom, hours) = text.split_once(", ").context("a symptom has its hour")?;
    let hours = hours.strip_suffix(" h").context("hours are written 48 h")?;
    Ok(json!({ "symptom": symptom, "hours_after": number(hours)? }))
}

/// "mn z.forehead 1.0 ind.texture, device.needle titanium": kind, zones and what it is made with, then fields of
/// the contract, each with its value. A field without a value is left out.
pub(super) fn part(text: &str) -> anyhow::Result<Value> {
    let mut words = text.split(", ");
    let mut what = words.next().unwrap_or_default().split(' ');
    let kind = what.next().unwrap_or_default();
    let mut part = usual(kind);
    for word in what {
        take(&mut part, kind, word)?;
    }
    for word in words {
        let (path, value) = word.split_once(' ').unwrap_or((word, "null"));
        let value = day(value).map_or_else(|| serde_json::from_str(value), |on| Ok(json!(on)));
        let value = value.unwrap_or_else(|_| json!(word.split_once(' ').map(|pair| pair.1)));
        match path.split_once('.') {
            Some((object, key)) => set(&mut part[object], key, value)?,
            None => set(&mut part, path, value)?,
        }
    }
    Ok(part)
}

/// What a part is when nothing else is said.
fn usual(kind: &str) -> Value {
    let mut part = json!({ "id": kind, "kind": kind, "zones": [] });
    let own = match kind {
        "mn" | "rf" => json!({ "indication": "ind.texture", "device": { "label_max_mm": 4, "needle": "steel" } }),
        "serum" => json!({
            "sterile": true, "single_use": true, "in_device_ifu": true, "origin": "synthetic", "lot": "L1",
        }),
        "ta" => json!({ "grams": 10, "cm2": 100, "minutes": 45, "occluded": false, "prescription": true }),
        "led" => json!({ "minutes": 15, "eye_shield": true }),
        _ => json!({}),
    };
    if let (Some(part), Value::Object(own)) = (part.as_object_mut(), own) {
        part.extend(own);
    }
    part
}

/// One word of a part: a zone, a depth or a strength, an indication, or what it is made with.
fn take(part: &mut Value, kind: &str, word: &str) -> anyhow::Result<()> {
    if word.starts_with("z.") {
        part["zones"].as_array_mut().context("zones")?.push(json!({ "zone": word }));
    } else if word.starts_with("ind.") {
        last_zone(part)?["indication"] = json!(word);
    } else if kind == "mn" || kind == "rf" {
        last_zone(part)?["depth_mm"] = number(word)?;
    } else {
        match (kind, number(word)) {
            ("peel", Ok(percent)) => part["percent"] = percent,
            ("peel", Err(_)) => part["agent"] = json!(word),
            ("serum", _) => part["substance"] = json!(word),
            ("ta", _) => part["product"] = json!(word),
            ("filler", _) => part["material"] = json!(word),
            _ => bail!("{kind} is not made with {word}"),
        }
    }
    Ok(())
}

fn last_zone(part: &mut Value) -> anyhow::Result<&mut Value> {
    part["zones"].as_array_mut().and_then(|zones| zones.last_mut()).context("a zone comes first")
}

fn set(object: &mut Value, key: &str, value: Value) -> anyhow::Result<()> {
    let object = object.as_object_mut().context("only an object has fields")?;
    if value.is_null() {
        object.remove(key);
    } else {
        object.insert(key.to_owned(), value);
    }
    Ok(())
}

fn number(text: &str) -> anyhow::Result<Value> {
    let value: Value = serde_json::from_str(text).with_context(|| format!("{text} is no number"))?;
    if value.is_number() { Ok(value) } else { bail!("{text} is no number") }
}
