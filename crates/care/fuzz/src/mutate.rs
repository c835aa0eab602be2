//! Changes a case into another that is still JSON, so that random trials get past the reader and reach the rules.
//!
//! A change takes a value from elsewhere in the case or from the words of the protocol. It judges nothing.

use std::sync::OnceLock;

use care::Protocol;
use care::zones::ZoneId;
use serde_json::{Value, json};

/// A case with a few changes. Nothing when the bytes are no case, or when plain bytes are to be changed.
pub(crate) fn changed_case(bytes: &[u8], seed: u32) -> Option<Vec<u8>> {
    let mut dice = Dice(u64::from(seed) | 1 << 40);
    // Every fourth trial breaks the text itself.
    if dice.below(4) == 0 {
        return None;
    }
    let mut case: Value = serde_json::from_slice(bytes).ok()?;
    for _ in 0..=dice.below(4) {
        change(&mut case, &mut dice);
    }
    serde_json::to_vec(&case).ok()
}

/// Numbers that differ for one seed as for the next.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % (n.max(1) as u64)).unwrap_or(0)
    }

    fn one_of<'t, T>(&mut self, all: &'t [T]) -> Option<&'t T> {
        all.get(self.below(all.len()))
    }
}

fn change(case: &mut Value, dice: &mut Dice) {
    let mut pointers = Vec::new();
    gather(case, String::new(), &mut pointers);
    let (Some(to), Some(from)) = (dice.one_of(&pointers).cloned(), dice.one_of(&pointers).cloned()) else { return };
    let other = case.pointer(&from).cloned().unwrap_or_default();
    let Some(value) = case.pointer_mut(&to) else { return };
    match value {
        Value::Array(list) if dice.below(3) > 0 => change_list(list, dice),
        Value::Object(object) if dice.below(3) > 0 => {
            let keys: Vec<String> = object.keys().cloned().collect();
            if let Some(key) = dice.one_of(&keys) {
                object.remove(key);
            }
        }
        Value::Bool(flag) => *flag = !*flag,
        Value::Number(number) => *value = number_near(number.as_f64().unwrap_or(0.0), dice),
        Value::String(text) if text.len() == 10 && text.starts_with("20") => *value = json!(day(dice)),
        Value::String(_) if dice.below(2) == 0 => *value = json!(dice.one_of(words())),
        Value::Null | Value::String(_) | Value::Array(_) | Value::Object(_) => *value = other,
    }
}

fn change_list(list: &mut Vec<Value>, dice: &mut Dice) {
    if let Some(entry) = dice.one_of(list).cloned().filter(|_| dice.below(2) == 0) {
        list.push(entry);
    } else if !list.is_empty() {
        let at = dice.below(list.len());
        list.swap_remove(at);
    }
}

fn number_near(number: f64, dice: &mut Dice) -> Value {
    let factors = [0.0, 0.5, 0.999_999, 1.000_001, 2.0, 10.0, 1000.0, 1e9, -1.0];
    let plain = [0.0, 0.001, 0.5, 1.0, 1.5, 2.5, 4.0, 10.0, 30.0, 100.0, 400.0, 1e9];
    let by = dice.one_of(&factors).copied().unwrap_or(1.0);
    if dice.below(2) == 0 { json!(number * by) } else { json!(dice.one_of(&plain)) }
}

fn day(dice: &mut Dice) -> String {
    let year = dice.one_of(&[2026, 2026, 2026, 2025, 2027, 2008, 1961, 1900, 2199]).copied().unwrap_or(2026);
    format!("{year}-{:02}-{:02}", 1 + dice.below(12), 1 + dice.below(31))
}

/// Ids that a case may name.
fn words() -> &'static [String] {
    static WORDS: OnceLock<Vec<String>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let zones = ZoneId::ALL.iter().map(|zone| zone.as_str().to_owned());
        let states =
            ["yes", "no", "unknown", "mn", "rf", "prp", "peel", "serum", "ta", "led", "toxin", "filler", "laser"];
        let peels = ["glycolic", "phenol", "tca_prx", "jessner", "peel.vs", "peel.s", "peel.m", "peel.d", "surgery"];
        let questions = Protocol::shipped().questions().map(|question| question.id().to_string());
        zones.chain(states.into_iter().chain(peels).map(str::to_owned)).chain(questions).collect()
    })
}

/// The pointer to every value below `value`, ids that no pointer can write left out.
fn gather(value: &Value, at: String, found: &mut Vec<String>) {
    match value {
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(index, below)| gather(below, format!("{at}/{index}"), found));
        }
        Value::Object(object) => object.iter().for_each(|(key, below)| {
            let key = key.replace('~', "~0").replace('/', "~1");
            gather(below, format!("{at}/{key}"), found);
        }),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
    if !at.is_empty() {
        found.push(at);
    }
}
