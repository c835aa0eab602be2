//! Questions: what has to be asked for a component, and what each yes means for it.

use super::facts::Facts;
use super::ledger::Ledger;
use super::part::Part;
use super::speech::Speech;
use crate::case::{Answer, Case, Work};
use crate::ids::{MedicineName, RuleId};
use crate::protocol::{Check, EffectRow, Field, NeededRow, QuestionRow, When};
use crate::verdict::{Arg, Class};
use crate::vocabulary::{AllergyClass, AnswerState};
use crate::zones::ZoneId;

/// Judges every question that applies to a component.
pub(super) fn judge(facts: &Facts<'_>, part: &Part<'_>, parts: &[Part<'_>], ledger: &mut Ledger) {
    for row in facts.protocol.questions.values().filter(|row| applies(row, part, parts)) {
        let Some(answer) = facts.answer(&row.id) else { continue };
        let is_asked = !row.not_asked_of.contains(&facts.case.client.sex);
        match answer.state {
            AnswerState::No => {}
            AnswerState::Unknown if is_asked => ledger.miss(part, format!("answers.{}", row.id)),
            AnswerState::Unknown => {}
            AnswerState::Yes => judge_yes(facts, part, row, answer, ledger),
        }
    }
    if facts.case.history.is_none() {
        ledger.miss(part, "history");
    }
    let screened_days_ago = (facts.visit_on - facts.case.screened_on).num_days();
    if screened_days_ago > i64::from(facts.case.policy.screening_days) {
        ledger.miss(part, "screened_on");
    }
}

/// Whether a question is about this component.
pub(super) fn applies(row: &QuestionRow, part: &Part<'_>, parts: &[Part<'_>]) -> bool {
    let is_needled = |other: &Part<'_>| other.kind.is_needling() && !part.shared_zones(other).is_empty();
    let has_substance = row.substance.is_none_or(|wanted| {
        part.serum().is_some_and(|serum| serum.substance == wanted) && parts.iter().any(is_needled)
    });
    let has_needling = !row.with_needling || parts.iter().any(|other| other.kind.is_needling());
    row.asked_for.contains(&part.target) && has_substance && has_needling
}

fn judge_yes(facts: &Facts<'_>, part: &Part<'_>, row: &QuestionRow, answer: &Answer, ledger: &mut Ledger) {
    let needs_apply = row.needs_for.is_empty() || row.needs_for.contains(&part.target);
    for field in row.needs.iter().filter(|field| needs_apply && !is_given(**field, answer)) {
        ledger.miss(part, format!("answers.{}.{field}", row.id));
    }
    let asks_needle = row.effects.iter().any(|effect| !effect.needle.is_empty());
    if asks_needle && part.needling().is_some_and(|needling| needling.device.needle.is_none()) {
        ledger.miss(part, format!("{}.device.needle", part.path()));
    }
    let covered = part.overlap(&answer.zones);
    for needed in facts.protocol.needed.iter().filter(|needed| needed.question == row.id) {
        judge_needed(facts, part, needed, covered.clone(), ledger);
    }
    let Some(covered) = covered else { return };
    let rule = RuleId::from(row.id.as_str());
    for effect in row.effects.iter().filter(|effect| speaks_about(effect, facts, part, answer)) {
        if let Some(speech) = speech_of(facts, part, effect, &rule, answer, &covered) {
            ledger.say(part, speech);
        }
    }
}

fn is_given(field: Field, answer: &Answer) -> bool {
    match field {
        Field::EndedOn => answer.ended_on.is_some(),
        Field::Zones => !answer.zones.is_empty(),
        Field::Active => answer.active.is_some(),
        Field::AllergyClass => answer.allergy_class.is_some(),
        Field::Ingredients => answer.ingredients.is_some(),
    }
}

/// A result that a yes calls for: missing when there is none young enough, else judged by its value.
fn judge_needed(
    facts: &Facts<'_>,
    part: &Part<'_>,
    row: &NeededRow,
    covered: Option<Vec<ZoneId>>,
    ledger: &mut Ledger,
) {
    if row.with_medicine.as_ref().is_some_and(|name| !takes(facts.case, name)) {
        return;
    }
    let Some(measure) = facts.fresh_measure(row.kind, row.max_age_days) else {
        ledger.miss(part, format!("measures.{}", row.kind));
        return;
    };
    let speaks =
        row.above.is_none_or(|limit| measure.value > limit) && row.below.is_none_or(|limit| measure.value < limit);
    if let (true, Some(zones)) = (speaks, covered) {
        let speech = Speech::new(&RuleId::from(row.question.as_str()), row.class).in_zones(zones);
        let limit = row.above.or(row.below).unwrap_or(measure.value);
        let speech = speech.naming("value", Arg::Text(measure.value.to_string()));
        ledger.say(part, speech.naming("limit", Arg::Text(limit.to_string())));
    }
}

fn takes(case: &Case, name: &MedicineName) -> bool {
    case.medicines.iter().any(|medicine| medicine.name == *name)
}

/// Whether an effect is about this component and this kind of yes.
fn speaks_about(effect: &EffectRow, facts: &Facts<'_>, part: &Part<'_>, answer: &Answer) -> bool {
    let is_when = match effect.when {
        When::Yes => true,
        When::Present => answer.ended_on.is_none(),
        When::Active => answer.active == Some(true),
        When::Inactive => answer.active == Some(false),
    };
    let needle = part.needling().and_then(|needling| needling.device.needle);
    let agent = part.peel().map(|peel| peel.agent);
    is_when
        && (effect.on.is_empty() || effect.on.contains(&part.target))
        && (effect.agents.is_empty() || effect.agents.iter().any(|agent| part.agents.contains_key(agent)))
        && !effect.without_agents.iter().any(|agent| part.agents.contains_key(agent))
        && (effect.peel_agents.is_empty() || agent.is_some_and(|agent| effect.peel_agents.contains(&agent)))
        && (effect.needle.is_empty() || needle.is_some_and(|needle| effect.needle.contains(&needle)))
        && effect.policy.is_none_or(|policy| policy == facts.case.policy.isotretinoin)
        && effect.check.is_none_or(|check| passes(check, facts, part, answer))
}

fn passes(check: Check, facts: &Facts<'_>, part: &Part<'_>, answer: &Answer) -> bool {
    match check {
        Check::AllergyClass => answer.allergy_class.is_some_and(|class| {
            let families =
                facts.protocol.families.iter().filter(|row| class == AllergyClass::Both || row.class == class);
            families.flat_map(|row| &row.agents).any(|agent| part.agents.contains_key(agent))
        }),
        Check::Ingredient => ingredient_of(part)
            .is_some_and(|word| answer.ingredients.as_ref().is_some_and(|list| list.iter().any(|other| other == word))),
    }
}

/// What a serum or peel does its work with.
fn ingredient_of(part: &Part<'_>) -> Option<&'static str> {
    match &part.component.work {
        Work::Serum(serum) => Some(serum.substance.as_str()),
        Work::Peel(peel) => Some(peel.agent.as_str()),
        Work::Mn(_) | Work::Rf(_) | Work::Prp(_) | Work::Ta(_) | Work::Led(_) => None,
        Work::Toxin(_) | Work::Filler(_) | Work::Laser(_) => None,
    }
}

/// What an effect says, with its zones and its end; nothing when its wait is over or no zone is left.
fn speech_of(
    facts: &Facts<'_>,
    part: &Part<'_>,
    effect: &EffectRow,
    rule: &RuleId,
    answer: &Answer,
    covered: &[ZoneId],
) -> Option<Speech> {
    let zones = limited_zones(facts, part, effect, covered)?;
    let mut speech = Speech::new(effect.rule.as_ref().unwrap_or(rule), effect.class).in_zones(zones);
    let days = effect.wait.as_ref().map(|wait| facts.days(wait)).or(effect.days);
    if let Some(days) = days {
        let until = answer.ended_on? + chrono::Days::new(u64::from(days));
        if facts.visit_on >= until {
            return None;
        }
        speech.until = Some(until).filter(|_| effect.class == Class::Defer);
        speech.wait.clone_from(&effect.wait);
    }
    speech.is_overridable = effect.overridable && effect.class == Class::Defer;
    Some(speech)
}

/// The zones an effect is limited to; nothing when none of the component's is left.
fn limited_zones(facts: &Facts<'_>, part: &Part<'_>, effect: &EffectRow, covered: &[ZoneId]) -> Option<Vec<ZoneId>> {
    if !effect.face_only && effect.only_zones.is_empty() && effect.except_zones.is_empty() {
        return Some(covered.to_vec());
    }
    let fits = |zone: &ZoneId| {
        (covered.is_empty() || covered.contains(zone))
            && (!effect.face_only || facts.is_face(*zone))
            && (effect.only_zones.is_empty() || effect.only_zones.contains(zone))
            && !effect.except_zones.contains(zone)
    };
    let zones: Vec<ZoneId> = part.zones.iter().copied().filter(fits).collect();
    if zones.is_empty() { None } else { Some(zones) }
}
