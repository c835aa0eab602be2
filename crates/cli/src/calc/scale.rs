//! Outcome scales at the terminal: what a scale asks for, and what the answers come to.

use std::collections::BTreeMap;

use care::ids::{ScaleId, ScaleItemId};
use care::scales::{Scale, ScaleError, ScaleRange, Scales};
use serde_json::{Value, json};

use super::typed::wrong;
use crate::failure::CliFailure;

impl From<ScaleError> for CliFailure {
    fn from(refusal: ScaleError) -> Self {
        wrong(refusal.to_string())
    }
}

/// The score of `answers`; what the scale asks for where there are none.
pub(super) fn scale(name: &str, answers: &[String]) -> Result<Value, CliFailure> {
    let id = if name.starts_with("sc.") { ScaleId::from(name) } else { ScaleId::from(format!("sc.{name}")) };
    let scale = Scales::shipped().find(&id)?;
    if answers.is_empty() {
        return Ok(description(scale));
    }
    let score = scale.score(&read_answers(scale, answers)?)?;
    Ok(json!({
        "scale": score.scale,
        "form": scale.form(),
        "item": score.item,
        "score": score.value.to_json(),
        "unit": "points",
        "range": ends(score.range),
        "class": score.class,
        "source": score.basis.sources(),
        "status": score.basis.status,
    }))
}

fn description(scale: &Scale) -> Value {
    let basis = scale.basis();
    let items = scale.items().into_iter().map(|item| json!({ "id": item.id, "range": ends(item.range) }));
    let classes = scale.classes().iter().map(|class| json!({ "id": class.id, "range": ends(class.range) }));
    json!({
        "scale": scale.id,
        "title": scale.title,
        "form": scale.form(),
        "licence": scale.licence,
        "takes": if scale.takes_one_item() { "one item" } else { "every item" },
        "items": items.collect::<Vec<_>>(),
        "unit": "points",
        "range": scale.range().map(ends),
        "classes": classes.collect::<Vec<_>>(),
        "source": basis.sources(),
        "status": basis.status,
    })
}

fn ends(range: ScaleRange) -> [u32; 2] {
    [range.from, range.to]
}

fn read_answers(scale: &Scale, typed: &[String]) -> Result<BTreeMap<ScaleItemId, i64>, CliFailure> {
    let mut answers = BTreeMap::new();
    for typed in typed {
        let (name, number) = typed.split_once('=').unwrap_or((typed, ""));
        let item = scale.item(&name.into())?;
        let Ok(number) = number.parse() else { return Err(ScaleError::OutOfRange { item }.into()) };
        if answers.insert(item.id.clone(), number).is_some() {
            return Err(wrong(format!("{}: once, a whole number from {}", item.id, item.range)));
        }
    }
    Ok(answers)
}
