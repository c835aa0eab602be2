//! Findings nobody has to be asked about: age, phototype, label, peel strength, indication.

use super::facts::Facts;
use super::ledger::Ledger;
use super::part::Part;
use super::speech::Speech;
use crate::ids::{IndicationId, RuleId};
use crate::protocol::{LabelPart, StandingRow};
use crate::verdict::{Arg, Class};
use crate::zones::ZoneId;

/// Judges every standing row for a component.
pub(super) fn judge(facts: &Facts<'_>, part: &Part<'_>, ledger: &mut Ledger) {
    for row in facts.protocol.standing.iter().filter(|row| fits(facts, part, row)) {
        let Some(zones) = zones_outside_label(facts, part, row.outside_label) else { continue };
        let speech = Speech::new(&row.rule, row.class).in_zones(zones);
        ledger.say(part, speech.naming("years", Arg::Count(facts.case.policy.min_age)));
        if let Some(risk) = &row.risk {
            ledger.add_risk(risk);
        }
    }
    judge_indications(facts, part, ledger);
}

fn fits(facts: &Facts<'_>, part: &Part<'_>, row: &StandingRow) -> bool {
    let agent = part.peel().map(|peel| peel.agent);
    (row.on.is_empty() || row.on.contains(&part.target))
        && row.younger_than.as_ref().is_none_or(|age| facts.age < facts.years(age))
        && row.at_least.as_ref().is_none_or(|age| facts.age >= facts.years(age))
        && row.at_most.as_ref().is_none_or(|age| facts.age <= facts.years(age))
        && facts.has_phototype(&row.phototype)
        && (row.jurisdiction.is_empty() || row.jurisdiction.contains(&facts.case.jurisdiction))
        && facts.any_yes(&row.any_yes)
        && (row.peel_agents.is_empty() || agent.is_some_and(|agent| row.peel_agents.contains(&agent)))
        && (row.peel_classes.is_empty() || part.peel_class.is_some_and(|class| row.peel_classes.contains(&class)))
}

/// The zones a label row is limited to: empty for all, nothing when the label covers what is planned.
fn zones_outside_label(facts: &Facts<'_>, part: &Part<'_>, outside: Option<LabelPart>) -> Option<Vec<ZoneId>> {
    let Some(outside) = outside else { return Some(Vec::new()) };
    let needling = part.needling()?;
    match outside {
        LabelPart::Phototype => {
            let label = needling.device.label_fitzpatrick.as_ref()?;
            let is_covered = facts.case.client.fitzpatrick.is_some_and(|phototype| label.contains(&phototype));
            if is_covered { None } else { Some(Vec::new()) }
        }
        LabelPart::Indication => {
            let label = needling.device.label_indications.as_ref()?;
            let outside = needling.zones.iter().filter(|target| !label.contains(&target.indication));
            Some(outside.map(|target| target.zone).collect::<Vec<_>>()).filter(|zones| !zones.is_empty())
        }
    }
}

/// Indications for which needling alone promises little say so.
fn judge_indications(facts: &Facts<'_>, part: &Part<'_>, ledger: &mut Ledger) {
    let Some(needling) = part.needling() else { return };
    let informs = |id: &IndicationId| facts.protocol.indications.get(id).is_some_and(|row| row.informs);
    for target in needling.zones.iter().filter(|target| informs(&target.indication)) {
        let rule = RuleId::from(target.indication.as_str());
        ledger.say(part, Speech::new(&rule, Class::Inform).in_zones(vec![target.zone]));
    }
}
