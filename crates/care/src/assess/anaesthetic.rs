//! Numbing cream: how much, on how much skin, for how long, and what that is in milligrams.

use super::facts::Facts;
use super::ledger::Ledger;
use super::part::Part;
use super::speech::Speech;
use crate::case::Anaesthetic;
use crate::decimal::Decimal;
use crate::protocol::NumbingRow;
use crate::verdict::{AgentDose, AnaestheticNumbers, Arg, Class};

/// Judges a cream.
pub(super) fn judge(facts: &Facts<'_>, part: &Part<'_>, ledger: &mut Ledger) {
    let Some(cream) = part.anaesthetic() else { return };
    if let Some(row) = facts.protocol.products.get(&cream.product)
        && let Some(class) = class_of(row, cream)
    {
        ledger.say(part, naming_limits(Speech::new(&row.rule, class), row));
    }
    let limit = &facts.protocol.unprescribed;
    let strength = part.agents.get(&limit.agent).copied().unwrap_or(Decimal::ZERO);
    if strength > limit.above_percent && !cream.is_prescription {
        let above = Arg::Text(limit.above_percent.to_string());
        ledger.say(part, Speech::new(&limit.rule, limit.class).naming("limit", above));
    }
    let covered = &facts.protocol.occluded;
    if cream.is_heated || (cream.is_occluded && cream.area_cm2 > covered.above_cm2) {
        ledger.say(part, Speech::new(&covered.rule, covered.class));
    }
}

/// The limits of a cream, as its sentence names them.
fn naming_limits(speech: Speech, row: &NumbingRow) -> Speech {
    let [shortest, longest] = row.minutes;
    let limits =
        [("grams", row.max_grams), ("area", row.max_cm2), ("shortest", Some(shortest)), ("longest", Some(longest))];
    limits
        .into_iter()
        .filter_map(|(name, limit)| Some((name, limit?)))
        .fold(speech, |speech, (name, limit)| speech.naming(name, Arg::Text(limit.to_string())))
}

/// Too much or too long blocks; too short changes the plan.
fn class_of(row: &NumbingRow, cream: &Anaesthetic) -> Option<Class> {
    let [shortest, longest] = row.minutes;
    let is_over = row.max_grams.is_some_and(|limit| cream.grams > limit)
        || row.max_cm2.is_some_and(|limit| cream.area_cm2 > limit)
        || cream.minutes > longest;
    if is_over {
        Some(Class::Block)
    } else if cream.minutes < shortest {
        Some(Class::Modify)
    } else {
        None
    }
}

/// The numbers of a cream: what of each agent is on the skin, applied and not absorbed.
pub(super) fn numbers(facts: &Facts<'_>, part: &Part<'_>) -> Option<AnaestheticNumbers> {
    let cream = part.anaesthetic()?;
    let (formulas, weight_kg) = (&facts.protocol.formulas, facts.case.client.weight_kg);
    let doses = part.agents.iter().map(|(agent, percent)| AgentDose {
        agent: *agent,
        mg: formulas.mg(cream.grams, *percent),
        mg_per_kg: weight_kg.and_then(|weight_kg| formulas.mg_per_kg(cream.grams, *percent, weight_kg)),
    });
    Some(AnaestheticNumbers {
        component: part.id().clone(),
        g_per_cm2: formulas.g_per_cm2(cream.grams, cream.area_cm2),
        agents: doses.collect(),
    })
}
