//! What has to hold for the rows that inform: known ids, units, ranges, words, and nothing dangling.

use std::collections::BTreeSet;

use crate::ids::RuleId;
use crate::protocol::check::{ProtocolError, is_known_source, known};
use crate::protocol::{
    AdverseEventRow, Amount, CompatibilityRow, ContradictionRow, FactRow, OnlyIf, OrderRow, Protocol, RecordRow,
    RecordUnit, Report, SameDay, SourceRow,
};
use crate::vocabulary::PeelClass;

/// The units a value may end in.
const UNITS: [&str; 14] = [
    "_um",
    "_cm2",
    "_grams",
    "_mg",
    "_mg_per_kg",
    "_ug_per_ml",
    "_percent",
    "_minutes",
    "_hours",
    "_days",
    "_years",
    "_characters",
    "_cases",
    "_months",
];

/// The grades of an adverse event, from mild to death.
const GRADES: std::ops::RangeInclusive<u32> = 1..=5;

/// Checks every row that informs.
pub(in crate::protocol) fn check_reference(protocol: &Protocol, sources: &[SourceRow]) -> Result<(), ProtocolError> {
    let reference = &protocol.reference;
    for file in &reference.facts {
        file.rows.iter().try_for_each(|row| {
            let fits = file.prefixes.iter().any(|prefix| row.id.as_str().starts_with(prefix));
            known(fits, file.file, row.id.as_str())?;
            check_fact(protocol, row)
        })?;
    }
    let deepest_um = protocol.zones.values().map(|row| row.max_plus_um).max().unwrap_or(0);
    for row in &reference.depth_classes {
        said(&row.id, &row.target)?;
        said(&row.id, &row.endpoint)?;
        said(&row.id, &row.downtime)?;
        within(row.id.as_str(), row.um, 1, deepest_um)?;
    }
    reference.steps.iter().try_for_each(|row| said(&RuleId::from(row.id.as_str()), &row.says))?;
    reference.orders.iter().try_for_each(|row| check_order(protocol, row))?;
    reference.pairs.iter().try_for_each(|row| check_pair(protocol, row, deepest_um))?;
    reference.records.iter().try_for_each(check_record)?;
    reference.adverse_events.iter().try_for_each(check_adverse_event)?;
    reference.contradictions.iter().try_for_each(|row| check_contradiction(protocol, row, sources))?;
    for class in PeelClass::ALL {
        known(reference.peel_classes.iter().any(|row| row.id == *class), "peels.toml", class.as_str())?;
    }
    let graded = within("series.toml", protocol.series.stop_from_grade, *GRADES.start(), *GRADES.end());
    graded.and_then(|()| check_planned(protocol, sources)).and_then(|()| check_flags(protocol))
}

fn said(id: &RuleId, words: &str) -> Result<(), ProtocolError> {
    if words.is_empty() { Err(ProtocolError::Silent { id: id.to_string() }) } else { Ok(()) }
}

fn within(id: &str, value: u32, from: u32, to: u32) -> Result<(), ProtocolError> {
    if (from..=to).contains(&value) {
        return Ok(());
    }
    Err(ProtocolError::OutOfRange { id: id.to_owned(), value, from, to })
}

fn ordered<T: PartialOrd>(id: &str, [from, to]: [T; 2]) -> Result<(), ProtocolError> {
    if from <= to { Ok(()) } else { Err(ProtocolError::Reversed { id: id.to_owned() }) }
}

fn has_basis(protocol: &Protocol, at: &RuleId, id: &str) -> Result<(), ProtocolError> {
    known(protocol.basis.contains_key(id), at.as_str(), id)
}

fn check_fact(protocol: &Protocol, row: &FactRow) -> Result<(), ProtocolError> {
    said(&row.id, &row.says)?;
    for (name, amount) in &row.values {
        if !UNITS.iter().any(|unit| name.ends_with(unit)) {
            return Err(ProtocolError::NoUnit { id: row.id.to_string(), name: name.clone() });
        }
        match amount {
            Amount::One(_) => {}
            Amount::Range(range) => ordered(row.id.as_str(), *range)?,
        }
    }
    row.see.iter().try_for_each(|id| has_basis(protocol, &row.id, id.as_str()))
}

fn check_order(protocol: &Protocol, row: &OrderRow) -> Result<(), ProtocolError> {
    said(&row.id, &row.steps.concat())?;
    let steps = &protocol.reference.steps;
    row.steps.iter().try_for_each(|id| known(steps.iter().any(|step| step.id == *id), row.id.as_str(), id))?;
    let has_weeks = row.week_of_step.is_empty() || row.week_of_step.len() == row.steps.len();
    if has_weeks && row.week_of_step.is_sorted() {
        return Ok(());
    }
    Err(ProtocolError::Reversed { id: row.id.to_string() })
}

fn check_pair(protocol: &Protocol, row: &CompatibilityRow, deepest_um: u32) -> Result<(), ProtocolError> {
    let gaps = row.after_first.iter().chain(&row.after_second);
    gaps.filter_map(|gap| gap.wait.as_ref())
        .try_for_each(|wait| known(protocol.waits.contains_key(wait), row.id.as_str(), wait.as_str()))?;
    row.asks.iter().try_for_each(|id| has_basis(protocol, &row.id, id.as_str()))?;
    row.risks.iter().try_for_each(|id| has_basis(protocol, &row.id, id.as_str()))?;
    row.cap_um.map_or(Ok(()), |cap| within(row.id.as_str(), cap, 1, deepest_um))?;
    // A condition of going together says nothing where they always or never do.
    let fits = match row.only {
        None => true,
        Some(OnlyIf::PeelFirst | OnlyIf::WrittenProtocol | OnlyIf::LawfulOrigin | OnlyIf::Apart) => {
            row.same == SameDay::Signoff
        }
    };
    if fits { Ok(()) } else { Err(ProtocolError::Silent { id: row.id.to_string() }) }
}

fn check_record(row: &RecordRow) -> Result<(), ProtocolError> {
    let mut names = BTreeSet::new();
    for field in &row.fields {
        if !names.insert(&field.name) {
            return Err(ProtocolError::Twice { at: row.id.to_string(), id: field.name.clone() });
        }
        if (field.unit == RecordUnit::Words) == field.words.is_empty() {
            return Err(ProtocolError::NoUnit { id: row.id.to_string(), name: field.name.clone() });
        }
    }
    if names.is_empty() { Err(ProtocolError::Silent { id: row.id.to_string() }) } else { said(&row.id, &row.of) }
}

fn check_adverse_event(row: &AdverseEventRow) -> Result<(), ProtocolError> {
    said(&row.id, &row.says)?;
    said(&row.id, &row.guide)?;
    if let Some(grades) = row.grades {
        ordered(row.id.as_str(), grades)?;
        grades.into_iter().try_for_each(|grade| within(row.id.as_str(), grade, *GRADES.start(), *GRADES.end()))?;
    }
    match row.report {
        Report::When => said(&row.id, &row.report_when),
        Report::Never | Report::Always => Ok(()),
    }
}

fn check_contradiction(
    protocol: &Protocol,
    row: &ContradictionRow,
    sources: &[SourceRow],
) -> Result<(), ProtocolError> {
    said(&row.id, &row.conflict)?;
    said(&row.id, &row.resolution)?;
    row.claims.iter().try_for_each(|claim| known(is_known_source(sources, claim), row.id.as_str(), claim))?;
    row.binds.iter().try_for_each(|id| has_basis(protocol, &row.id, id.as_str()))
}

/// What indications and zones say beside their limits.
fn check_planned(protocol: &Protocol, sources: &[SourceRow]) -> Result<(), ProtocolError> {
    for row in protocol.indications.values() {
        let id = row.id.as_str();
        let ranges = [row.usual_sessions, row.interval_days, row.studied_days, row.depth_um];
        ranges.into_iter().flatten().try_for_each(|range| ordered(id, range))?;
        if let Some([from, to]) = row.usual_sessions {
            within(id, row.n_sessions, from, row.most_sessions.unwrap_or(to))?;
        }
        if let Some([_, to]) = row.depth_um {
            row.further.iter().try_for_each(|further| ordered(id, [to, further.um]))?;
        }
    }
    for row in protocol.zones.values() {
        if let Some([from, to]) = row.suggested_um {
            ordered(row.id.as_str(), [from, to])?;
            within(row.id.as_str(), to, from, row.max_um)?;
        }
        let named = row.thickness.iter().flat_map(|thickness| &thickness.source);
        named.into_iter().try_for_each(|source| known(is_known_source(sources, source), row.id.as_str(), source))?;
    }
    ordered("series.toml", protocol.series.studied_days)?;
    ordered("series.toml", protocol.series.maintenance_months)
}

/// Every adverse event a warning sign names has its row.
fn check_flags(protocol: &Protocol) -> Result<(), ProtocolError> {
    let events = &protocol.reference.adverse_events;
    let named = protocol.flags.iter().flat_map(|flag| &flag.adverse_events);
    named.into_iter().try_for_each(|id| known(events.iter().any(|row| row.id == *id), "flags.toml", id.as_str()))
}

#[cfg(test)]
mod tests;
