//! The gate for whatever is put on needled skin: five checks, in order.

use super::facts::Facts;
use super::ledger::Ledger;
use super::part::Part;
use super::speech::Speech;
use crate::case::Serum;
use crate::verdict::{Arg, SerumChecks};
use crate::vocabulary::AnswerState;

/// The check that only asks for a prescriber.
const AUTHORISATION: u8 = 2;

/// Judges a serum.
pub(super) fn judge(facts: &Facts<'_>, part: &Part<'_>, ledger: &mut Ledger) {
    let Some(checks) = checks(facts, part) else { return };
    let gate = &facts.protocol.gate;
    let class = match checks.failed.as_slice() {
        [] => return,
        [AUTHORISATION] => gate.class_unauthorised_only,
        [..] => gate.class,
    };
    let numbers: Vec<String> = checks.failed.iter().map(u8::to_string).collect();
    ledger.say(part, Speech::new(&gate.rule, class).naming("checks", Arg::Text(numbers.join(", "))));
}

/// The checks a serum fails.
pub(super) fn checks(facts: &Facts<'_>, part: &Part<'_>) -> Option<SerumChecks> {
    let serum = part.serum()?;
    let gate = &facts.protocol.gate;
    let is_forbidden = gate.forbidden.iter().any(|row| {
        row.substance == serum.substance
            && row.origin == serum.origin
            && row.jurisdiction.contains(&facts.case.jurisdiction)
    });
    let passes = [
        (1, is_sterile_and_traced(facts, serum)),
        (AUTHORISATION, serum.is_in_device_ifu || serum.is_prescriber_authorised),
        (3, !gate.never_on_channels.contains(&serum.substance) && serum.contains.is_empty()),
        (4, !is_allergic(facts, part, serum)),
        (5, !is_forbidden),
    ];
    let failed = passes.into_iter().filter(|(_, passes)| !passes).map(|(number, _)| number).collect();
    Some(SerumChecks { component: part.id().clone(), failed })
}

fn is_sterile_and_traced(facts: &Facts<'_>, serum: &Serum) -> bool {
    serum.is_sterile
        && serum.is_single_use
        && serum.lot.is_some()
        && serum.expires_on.is_none_or(|expires_on| expires_on >= facts.visit_on)
}

/// The same reaction the allergy question speaks about, zones included.
fn is_allergic(facts: &Facts<'_>, part: &Part<'_>, serum: &Serum) -> bool {
    facts.answer(&facts.protocol.gate.allergy_question).is_some_and(|answer| {
        let word = serum.substance.as_str();
        answer.state == AnswerState::Yes
            && answer.ingredients.as_ref().is_some_and(|list| list.iter().any(|other| other == word))
            && part.overlap(&answer.zones).is_some()
    })
}
