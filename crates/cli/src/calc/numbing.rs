//! Numbing cream at the terminal: what of each agent is on how much skin.

use std::collections::BTreeMap;

use care::Protocol;
use care::decimal::Decimal;
use care::ids::RuleId;
use care::vocabulary::{NumbingAgent, NumbingProduct};
use serde_json::{Value, json};

use super::typed::{MOST, number, optional, wrong};
use super::{formulas, gives, or_null, rounded};
use crate::arguments::CreamArguments;
use crate::failure::CliFailure;

/// The strongest cream is the agent itself, in percent.
const MOST_PERCENT: u32 = 100;

/// Percent of each agent.
type Agents = BTreeMap<NumbingAgent, Decimal>;

/// The numbers of a cream.
pub(super) fn cream(given: &CreamArguments) -> Result<Value, CliFailure> {
    let grams = number("--grams", &given.grams, MOST)?;
    let area_cm2 = number("--cm2", &given.cm2, MOST)?;
    let weight_kg = optional("--weight-kg", given.weight_kg.as_deref(), MOST)?;
    let (agents, product) = match &given.product {
        Some(word) => of_product(word)?,
        None => (of_agents(&given.agent)?, Value::Null),
    };
    let formulas = formulas();
    let doses = agents.iter().map(|(agent, percent)| {
        json!({
            "agent": agent,
            "percent": percent.to_json(),
            "mg": rounded(formulas.mg(grams, *percent)),
            "mg_per_kg": rounded(weight_kg.and_then(|weight_kg| formulas.mg_per_kg(grams, *percent, weight_kg))),
        })
    });
    Ok(json!({
        "given": { "grams": grams.to_json(), "cm2": area_cm2.to_json(), "weight_kg": or_null(weight_kg) },
        "product": product,
        "g_per_cm2": rounded(formulas.g_per_cm2(grams, area_cm2)),
        "agents": doses.collect::<Vec<_>>(),
        "formulas": [
            gives("mg", &formulas.ta_mg),
            gives("mg_per_kg", &formulas.ta_mg_per_kg),
            gives("g_per_cm2", &formulas.ta_g_per_cm2),
        ],
    }))
}

/// The agents of a product, and the rule that knows them.
fn of_product(word: &str) -> Result<(Agents, Value), CliFailure> {
    let known =
        NumbingProduct::from_word(word).and_then(|product| Some((product, Protocol::shipped().strengths(product)?)));
    let (product, (agents, rule)) = known.ok_or_else(|| wrong(format!("--product: one of {}", products())))?;
    Ok((agents.clone(), product_row(product, rule)))
}

fn product_row(product: NumbingProduct, rule: &RuleId) -> Value {
    let basis = Protocol::shipped().basis(rule);
    json!({
        "id": product,
        "rule": rule,
        "source": basis.map(|basis| basis.sources()),
        "status": basis.map(|basis| basis.status.as_str()),
    })
}

/// The products whose strength is known.
fn products() -> String {
    let known = NumbingProduct::ALL.iter().filter(|product| Protocol::shipped().strengths(**product).is_some());
    known.map(|product| product.as_str()).collect::<Vec<_>>().join(", ")
}

fn of_agents(typed: &[String]) -> Result<Agents, CliFailure> {
    let mut agents = Agents::new();
    for typed in typed {
        let (name, percent) = typed.split_once('=').unwrap_or((typed, ""));
        let words: Vec<&str> = NumbingAgent::ALL.iter().map(|agent| agent.as_str()).collect();
        let agent = NumbingAgent::from_word(name);
        let agent = agent.ok_or_else(|| wrong(format!("--agent: AGENT=PERCENT with one of {}", words.join(", "))))?;
        let option = format!("--agent {agent}");
        if agents.insert(agent, number(&option, percent, MOST_PERCENT)?).is_some() {
            return Err(wrong(format!("{option}: once")));
        }
    }
    Ok(agents)
}
