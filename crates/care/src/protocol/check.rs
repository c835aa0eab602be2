//! What has to hold for the content as a whole: no dangling id, no rule without source, no default out of range.

use super::reference::check_reference;
use super::{Protocol, SourceRow};
use crate::ids::{QuestionId, RiskId, RuleId, WaitId};
use crate::vocabulary::{MeasureKind, NumbingProduct, PeelAgent};
use crate::zones::ZoneId;

/// The first thing in the content that does not hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProtocolError {
    /// A file is not the table it should be.
    #[error("{file} cannot be read: {why}")]
    Unreadable {
        /// Which file.
        file: &'static str,
        /// What the reader says.
        why: String,
    },
    /// An id stands for two rows.
    #[error("{id} stands twice in {at}")]
    Twice {
        /// Where.
        at: String,
        /// Which id.
        id: String,
    },
    /// A row names something that does not exist.
    #[error("{at} names {id}, which does not exist")]
    UnknownId {
        /// Where.
        at: String,
        /// What it names.
        id: String,
    },
    /// A rule has no source or no status.
    #[error("{id} has no source or no status")]
    NoBasis {
        /// Which rule.
        id: String,
    },
    /// A number does not say what it is counted in.
    #[error("{id} has {name} without a unit")]
    NoUnit {
        /// Which row.
        id: String,
        /// Which number.
        name: String,
    },
    /// The end of a range lies before its start.
    #[error("{id} has a range that ends before it starts")]
    Reversed {
        /// Which row.
        id: String,
    },
    /// A row that people read leaves out what it is there to say.
    #[error("{id} leaves out what it is there to say")]
    Silent {
        /// Which row.
        id: String,
    },
    /// A default lies outside the range a clinic may choose from.
    #[error("{id} is {value}, outside {from} to {to}")]
    OutOfRange {
        /// Which row.
        id: String,
        /// The default.
        value: u32,
        /// At least.
        from: u32,
        /// At most.
        to: u32,
    },
}

/// The status codes a rule may carry, joined by slashes.
const STATUS_CODES: [&str; 5] = ["S", "V", "Vc", "G", "P"];

/// The evidence grades of an indication, joined by slashes.
const EVIDENCE_GRADES: [&str; 4] = ["A", "B", "C", "D"];

/// More places after the point than this say nothing about a spin or a cream.
const MOST_PLACES: u32 = 6;

/// Checks the joined content.
pub(super) fn check(protocol: &Protocol, sources: &[SourceRow]) -> Result<(), ProtocolError> {
    check_ranges(protocol)?;
    check_complete(protocol)?;
    check_basis(protocol, sources)?;
    spoken_rules(protocol)
        .into_iter()
        .try_for_each(|(at, rule)| known(protocol.basis.contains_key(rule), at, rule.as_str()))?;
    check_references(protocol)?;
    check_reference(protocol, sources)
}

pub(super) fn known(is_known: bool, at: &str, id: &str) -> Result<(), ProtocolError> {
    if is_known { Ok(()) } else { Err(ProtocolError::UnknownId { at: at.to_owned(), id: id.to_owned() }) }
}

fn check_ranges(protocol: &Protocol) -> Result<(), ProtocolError> {
    let waits = protocol.waits.values().map(|row| (row.id.to_string(), row.days, row.from, row.to));
    let parameters = [&protocol.min_age, &protocol.screening_days, &protocol.cooling_off, &protocol.consent_days];
    let parameters = parameters.into_iter().map(|row| (row.id.to_string(), row.default, row.from, row.to));
    let zones = protocol.zones.values().map(|row| (row.id.to_string(), row.max_um, 0, row.max_plus_um));
    let places = protocol.formulas.all().map(|row| (row.id.to_string(), row.places, 0, MOST_PLACES));
    for (id, value, from, to) in waits.chain(parameters).chain(zones).chain(places) {
        if !(from..=to).contains(&value) {
            return Err(ProtocolError::OutOfRange { id, value, from, to });
        }
    }
    Ok(())
}

/// Every word of a closed list that the engine looks up has its row, and rows that people read say something.
fn check_complete(protocol: &Protocol) -> Result<(), ProtocolError> {
    if let Some(row) = protocol.waits.values().find(|row| row.exposure.is_empty()) {
        return Err(ProtocolError::NoBasis { id: row.id.to_string() });
    }
    if let Some(row) = protocol.formulas.all().into_iter().find(|row| row.unit.is_empty()) {
        return Err(ProtocolError::NoBasis { id: row.id.to_string() });
    }
    for row in protocol.indications.values() {
        known(row.evidence.split('/').all(|grade| EVIDENCE_GRADES.contains(&grade)), row.id.as_str(), &row.evidence)?;
    }
    for zone in ZoneId::ALL {
        known(protocol.zones.contains_key(zone), "zones.toml", zone.as_str())?;
    }
    for kind in MeasureKind::ALL {
        known(protocol.measures.contains_key(kind), "measures.toml", kind.as_str())?;
    }
    for agent in PeelAgent::ALL {
        known(protocol.peels.contains_key(agent), "peels.toml", agent.as_str())?;
    }
    for product in NumbingProduct::ALL.iter().filter(|product| **product != NumbingProduct::Other) {
        known(protocol.products.contains_key(product), "anaesthetics.toml", product.as_str())?;
    }
    Ok(())
}

/// Every row stands on a known source with a known status, lookup tables included.
fn check_basis(protocol: &Protocol, sources: &[SourceRow]) -> Result<(), ProtocolError> {
    if let Some(row) = sources.iter().find(|row| row.title.is_empty() || row.read_as.is_empty()) {
        return Err(ProtocolError::NoBasis { id: row.id.clone() });
    }
    let rules = protocol.basis.iter().map(|(id, basis)| (id.to_string(), &basis.source, &basis.status));
    let medicines = protocol.medicines.values().map(|row| (row.name.to_string(), &row.source, &row.status));
    let peels = protocol.peels.values().map(|row| (row.agent.to_string(), &row.source, &row.status));
    let measures = protocol.measures.values().map(|row| (row.kind.to_string(), &row.source, &row.status));
    let formulas = protocol.formulas.all().map(|row| (row.id.to_string(), row.basis()));
    let formulas = formulas.iter().map(|(id, basis)| (id.clone(), &basis.source, &basis.status));
    let (sheet, series) = (&protocol.aftercare, &protocol.series);
    let single = [
        ("series.toml".to_owned(), &series.source, &series.status),
        ("[columns]".to_owned(), &sheet.columns.source, &sheet.columns.status),
        ("[darker]".to_owned(), &sheet.darker.source, &sheet.darker.status),
        ("[night]".to_owned(), &sheet.night.source, &sheet.night.status),
    ];
    let all = rules.chain(medicines).chain(peels).chain(measures).chain(formulas).chain(single);
    all.into_iter().try_for_each(|(id, source, status)| check_row_basis(&id, source, status, sources))
}

/// A row stands on at least one source that is listed, and its status is made of the known codes.
pub(crate) fn check_row_basis(
    id: &str,
    source: &[String],
    status: &str,
    sources: &[SourceRow],
) -> Result<(), ProtocolError> {
    let has_status = status.split('/').all(|code| STATUS_CODES.contains(&code));
    if source.is_empty() || !has_status {
        return Err(ProtocolError::NoBasis { id: id.to_owned() });
    }
    source.iter().try_for_each(|key| known(is_known_source(sources, key), id, key))
}

/// Whether a key is a source, or a numbered claim of a seed article: "S1-12".
pub(super) fn is_known_source(sources: &[SourceRow], key: &str) -> bool {
    sources.iter().any(|source| {
        let claim = key.strip_prefix(source.id.as_str()).and_then(|rest| rest.strip_prefix('-'));
        let number = claim.and_then(|claim| claim.parse::<u32>().ok());
        source.id == key || number.is_some_and(|number| (1..=source.n_claims).contains(&number))
    })
}

/// Every rule that may speak in a verdict, with the table that makes it speak.
fn spoken_rules(protocol: &Protocol) -> Vec<(&'static str, &RuleId)> {
    let effects = protocol.questions.values().flat_map(|row| row.effects.iter().filter_map(|row| row.rule.as_ref()));
    let zones = protocol.zones.values().filter_map(|row| row.rule.as_ref());
    let indications = protocol.indications.values().filter_map(|row| row.cap.as_ref().map(|cap| &cap.rule));
    let plasma = &protocol.plasma;
    let items = &protocol.items;
    let single = [
        &protocol.unprescribed.rule,
        &protocol.occluded.rule,
        &protocol.gate.rule,
        &plasma.identity.rule,
        &plasma.tube_expired.rule,
        &plasma.spin.rule,
        &protocol.series.open_channel.rule,
        &items.check_digit.rule,
        &items.unreadable.rule,
        &items.normalised.rule,
        &items.other_system.rule,
        &items.expired.rule,
        &items.no_lot.rule,
        &items.soon.rule,
    ];
    let mut rules: Vec<(&'static str, &RuleId)> = Vec::new();
    rules.extend(effects.map(|rule| ("questions.toml", rule)));
    rules.extend(zones.map(|rule| ("zones.toml", rule)));
    rules.extend(indications.map(|rule| ("indications.toml", rule)));
    rules.extend(protocol.thresholds.iter().map(|row| ("measures.toml", &row.rule)));
    rules.extend(protocol.standing.iter().map(|row| ("standing.toml", &row.rule)));
    rules.extend(protocol.past.iter().map(|row| ("history.toml", &row.rule)));
    rules.extend(protocol.caps.iter().map(|row| ("caps.toml", &row.rule)));
    rules.extend(protocol.pairs.iter().map(|row| ("combinations.toml", &row.rule)));
    rules.extend(protocol.triples.iter().map(|row| ("combinations.toml", &row.rule)));
    rules.extend(protocol.products.values().map(|row| ("anaesthetics.toml", &row.rule)));
    rules.extend(single.into_iter().map(|rule| ("a single rule", rule)));
    rules
}

/// Waits, questions and risks that rows name.
fn check_references(protocol: &Protocol) -> Result<(), ProtocolError> {
    let wait = |at: &'static str, id: &WaitId| known(protocol.waits.contains_key(id), at, id.as_str());
    let question = |at: &'static str, id: &QuestionId| known(protocol.questions.contains_key(id), at, id.as_str());
    let effects = protocol.questions.values().flat_map(|row| &row.effects);
    effects.filter_map(|row| row.wait.as_ref()).try_for_each(|id| wait("questions.toml", id))?;
    protocol.past.iter().filter_map(|row| row.wait.as_ref()).try_for_each(|id| wait("history.toml", id))?;
    wait("series.toml", &protocol.series.interval)?;
    for hold in &protocol.aftercare.holds {
        hold.at_least.iter().try_for_each(|id| wait("aftercare.toml", id))?;
        hold.with_yes.iter().try_for_each(|id| question("aftercare.toml", id))?;
    }
    for row in &protocol.aftercare.conflicts {
        row.all_yes.iter().try_for_each(|id| question("aftercare.toml", id))?;
    }
    for row in protocol.medicines.values() {
        let others = row.question_when_ended.iter().chain(&row.question_when_prescribed);
        std::iter::once(&row.question).chain(others).try_for_each(|id| question("medicines.toml", id))?;
    }
    protocol.standing.iter().flat_map(|row| &row.any_yes).try_for_each(|id| question("standing.toml", id))?;
    protocol.pairs.iter().flat_map(|row| &row.any_yes).try_for_each(|id| question("combinations.toml", id))?;
    question("serums.toml", &protocol.gate.allergy_question)?;
    protocol.needed.iter().try_for_each(|row| question("measures.toml", &row.question))?;
    for row in &protocol.standing {
        let has_risk = |id: &RiskId| protocol.risks.iter().any(|risk| risk.id == *id);
        row.risk.iter().try_for_each(|id| known(has_risk(id), "standing.toml", id.as_str()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::tables::read_sources;

    /// What the check says after one thing in the shipped content was spoilt.
    fn refusal(spoil: impl FnOnce(&mut Protocol)) -> Option<ProtocolError> {
        let mut protocol = Protocol::check_shipped().unwrap();
        spoil(&mut protocol);
        check(&protocol, &read_sources().unwrap()).err()
    }

    #[test]
    fn a_default_outside_its_own_range_is_refused() {
        let refused = refusal(|protocol| protocol.waits.values_mut().for_each(|row| row.days = row.to + 1));
        assert!(
            matches!(refused, Some(ProtocolError::OutOfRange { .. })),
            "no clinic could have chosen it: {refused:?}"
        );
    }

    #[test]
    fn a_rule_without_a_source_is_refused() {
        let refused = refusal(|protocol| {
            let basis = protocol.basis.get_mut(&RuleId::from("ci.pregnant")).unwrap();
            basis.source.clear();
        });
        assert_eq!(refused, Some(ProtocolError::NoBasis { id: "ci.pregnant".to_owned() }), "nobody could check it");
    }

    #[test]
    fn a_source_nobody_knows_is_refused() {
        let refused = refusal(|protocol| {
            let basis = protocol.basis.get_mut(&RuleId::from("ci.pregnant")).unwrap();
            basis.source.push("HEARSAY".to_owned());
        });
        let unknown = ProtocolError::UnknownId { at: "ci.pregnant".to_owned(), id: "HEARSAY".to_owned() };
        assert_eq!(refused, Some(unknown), "a source has to be listed");
    }

    #[test]
    fn a_formula_without_a_unit_or_with_endless_places_is_refused() {
        let unit = refusal(|protocol| protocol.formulas.fold.unit.clear());
        assert_eq!(unit, Some(ProtocolError::NoBasis { id: "f.fold".to_owned() }), "nobody could read the number");
        let places = refusal(|protocol| protocol.formulas.rcf.places = 7);
        assert!(matches!(places, Some(ProtocolError::OutOfRange { value: 7, .. })), "nobody measures it: {places:?}");
    }

    #[test]
    fn a_row_that_names_a_missing_wait_is_refused() {
        let refused = refusal(|protocol| {
            protocol.waits.remove("w.peel_s");
            protocol.basis.remove("w.peel_s");
        });
        let unknown = ProtocolError::UnknownId { at: "history.toml".to_owned(), id: "w.peel_s".to_owned() };
        assert_eq!(refused, Some(unknown), "its days would silently be none");
    }

    #[test]
    fn a_zone_without_its_row_is_refused() {
        let refused = refusal(|protocol| {
            protocol.zones.remove(&ZoneId::Eyelid);
            protocol.basis.remove("z.eyelid");
        });
        let unknown = ProtocolError::UnknownId { at: "zones.toml".to_owned(), id: "z.eyelid".to_owned() };
        assert_eq!(refused, Some(unknown), "a zone without limits must not exist");
    }
}
