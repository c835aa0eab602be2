//! Reading the shipped tables into one protocol.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::check::{ProtocolError, check};
use super::reference::read_reference;
use super::{Basis, Protocol};
use super::{
    CapRow, FamilyRow, FlagRow, GateRow, IndicationRow, MeasureRow, MedicineRow, NeededRow, NumbingRow, OccludedRow,
    PairRow, ParameterRow, PastRow, PeelClassRow, PeelRow, QuestionRow, RiskRow, RuleRow, SourceRow, StandingRow,
    ThresholdRow, TripleRow, UnprescribedRow, WaitRow, ZoneRow,
};
use crate::ids::{RuleId, SymptomName};

/// Declares the file shapes that are nothing but lists of rows.
macro_rules! files {
    ($($name:ident { $($word:literal => $field:ident: $kind:ty),+ $(,)? })+) => { $(
        #[derive(Debug, Deserialize)]
        #[serde(deny_unknown_fields)]
        struct $name { $(#[serde(rename = $word)] $field: $kind),+ }
    )+ };
}

files! {
    Header { "version" => version: String }
    Sources { "source" => rows: Vec<SourceRow> }
    Rules { "rule" => rows: Vec<RuleRow> }
    Waits { "wait" => rows: Vec<WaitRow> }
    Questions { "question" => rows: Vec<QuestionRow> }
    Medicines { "medicine" => rows: Vec<MedicineRow> }
    Zones { "zone" => rows: Vec<ZoneRow> }
    Indications { "indication" => rows: Vec<IndicationRow> }
    Measures { "measure" => measures: Vec<MeasureRow>, "threshold" => thresholds: Vec<ThresholdRow>, "needed" => needed: Vec<NeededRow> }
    Standing { "parameter" => parameters: Vec<ParameterRow>, "standing" => rows: Vec<StandingRow> }
    History { "past" => rows: Vec<PastRow> }
    Caps { "cap" => rows: Vec<CapRow> }
    Combinations { "pair" => pairs: Vec<PairRow>, "triple" => triples: Vec<TripleRow> }
    Peels { "frosting_makes_medium_from" => frosting: u32, "peel" => rows: Vec<PeelRow>, "class" => classes: Vec<PeelClassRow> }
    Anaesthetics {
        "product" => products: Vec<NumbingRow>,
        "family" => families: Vec<FamilyRow>,
        "unprescribed" => unprescribed: UnprescribedRow,
        "occluded" => occluded: OccludedRow,
    }
    Serums { "gate" => gate: GateRow }
    Risks { "risk" => rows: Vec<RiskRow> }
    Flags { "flag" => rows: Vec<FlagRow> }
}

/// Reads a content file that is one list of rows, by the id of each row.
macro_rules! table {
    ($file:literal, $shape:ty, $id:expr) => {
        content!($file).and_then(|file: $shape| by_id($file, file.rows, $id))?
    };
}

/// Reads one content file by its name in `content/`.
macro_rules! content {
    ($file:literal) => {
        read($file, include_str!(concat!("../../content/", $file)))
    };
}

/// Reads the text of a content file.
pub(crate) fn read<T: DeserializeOwned>(file: &'static str, text: &str) -> Result<T, ProtocolError> {
    toml::from_str(text).map_err(|error| ProtocolError::Unreadable { file, why: error.to_string() })
}

/// Reads, joins and checks everything the product ships with.
pub(super) fn read_shipped() -> Result<Protocol, ProtocolError> {
    let header: Header = content!("protocol.toml")?;
    let standing: Standing = content!("standing.toml")?;
    let measures: Measures = content!("measures.toml")?;
    let combinations: Combinations = content!("combinations.toml")?;
    let peels: Peels = content!("peels.toml")?;
    let creams: Anaesthetics = content!("anaesthetics.toml")?;
    let questions: Questions = content!("questions.toml")?;
    let flags: Flags = content!("flags.toml")?;
    let question_order = questions.rows.iter().map(|row| row.id.clone()).collect();
    let parameter = |id: &str| {
        let found = standing.parameters.iter().find(|row| row.id.as_str() == id);
        found.cloned().ok_or_else(|| ProtocolError::UnknownId { at: "standing.toml".to_owned(), id: id.to_owned() })
    };
    let mut protocol = Protocol {
        version: header.version,
        basis: BTreeMap::new(),
        formulas: content!("formulas.toml")?,
        min_age: parameter("p.min_age")?,
        screening_days: parameter("p.screening_days")?,
        cooling_off: parameter("p.cooling_off")?,
        consent_days: parameter("p.consent_days")?,
        waits: table!("waits.toml", Waits, |row| row.id.clone()),
        questions: by_id("questions.toml", questions.rows, |row| row.id.clone())?,
        question_order,
        medicines: table!("medicines.toml", Medicines, |row| row.name.clone()),
        zones: table!("zones.toml", Zones, |row| row.id),
        indications: table!("indications.toml", Indications, |row| row.id.clone()),
        measures: by_id("measures.toml", measures.measures, |row| row.kind)?,
        thresholds: measures.thresholds,
        needed: measures.needed,
        standing: standing.rows,
        past: content!("history.toml").map(|file: History| file.rows)?,
        caps: content!("caps.toml").map(|file: Caps| file.rows)?,
        pairs: combinations.pairs,
        triples: combinations.triples,
        frosting_makes_medium_from: peels.frosting,
        peels: by_id("peels.toml", peels.rows, |row| row.agent)?,
        products: by_id("anaesthetics.toml", creams.products, |row| row.id)?,
        families: creams.families,
        unprescribed: creams.unprescribed,
        occluded: creams.occluded,
        gate: content!("serums.toml").map(|file: Serums| file.gate)?,
        plasma: content!("plasma.toml")?,
        series: content!("series.toml")?,
        aftercare: content!("aftercare.toml")?,
        risks: content!("risks.toml").map(|file: Risks| file.rows)?,
        symptoms: symptoms_of(&flags.rows),
        flags: flags.rows,
        items: content!("items.toml")?,
        reference: read_reference(peels.classes)?,
        sources: read_sources()?,
    };
    protocol.basis = basis_of(&protocol, content!("rules.toml").map(|file: Rules| file.rows)?)?;
    check(&protocol, &protocol.sources)?;
    Ok(protocol)
}

/// The sources rules may name.
pub(crate) fn read_sources() -> Result<Vec<SourceRow>, ProtocolError> {
    content!("sources.toml").map(|file: Sources| file.rows)
}

fn by_id<K: Ord + std::fmt::Display, T>(
    file: &'static str,
    rows: Vec<T>,
    id: impl Fn(&T) -> K,
) -> Result<BTreeMap<K, T>, ProtocolError> {
    let mut table = BTreeMap::new();
    for row in rows {
        let key = id(&row);
        let name = key.to_string();
        if table.insert(key, row).is_some() {
            return Err(ProtocolError::Twice { at: file.to_owned(), id: name });
        }
    }
    Ok(table)
}

fn symptoms_of(flags: &[FlagRow]) -> Vec<SymptomName> {
    let mut names: Vec<_> = flags.iter().flat_map(|flag| flag.symptoms.iter().map(|row| row.name.clone())).collect();
    names.sort();
    names.dedup();
    names
}

/// One basis per rule id, from every table whose rows speak under their own id.
fn basis_of(protocol: &Protocol, rules: Vec<RuleRow>) -> Result<BTreeMap<RuleId, Basis>, ProtocolError> {
    let mut basis = BTreeMap::new();
    let mut add = |id: &str, source: &[String], status: &str| {
        let row = Basis { source: source.to_vec(), status: status.to_owned() };
        match basis.insert(RuleId::from(id), row) {
            Some(_) => Err(ProtocolError::Twice { at: "the rules".to_owned(), id: id.to_owned() }),
            None => Ok(()),
        }
    };
    rules.iter().try_for_each(|row| add(row.id.as_str(), &row.source, &row.status))?;
    protocol.questions.values().try_for_each(|row| add(row.id.as_str(), &row.source, &row.status))?;
    protocol.waits.values().try_for_each(|row| add(row.id.as_str(), &row.source, &row.status))?;
    protocol.zones.values().try_for_each(|row| add(row.id.as_str(), &row.source, &row.status))?;
    protocol.indications.values().try_for_each(|row| add(row.id.as_str(), &row.source, &row.status))?;
    protocol.flags.iter().try_for_each(|row| add(row.id.as_str(), &row.source, &row.status))?;
    protocol.risks.iter().try_for_each(|row| add(row.id.as_str(), &row.source, &row.status))?;
    protocol.aftercare.holds.iter().try_for_each(|row| add(row.id.as_str(), &row.source, &row.status))?;
    protocol.aftercare.conflicts.iter().try_for_each(|row| add(row.id.as_str(), &row.source, &row.status))?;
    protocol.aftercare.phases.iter().try_for_each(|row| add(row.id.as_str(), &row.source, &row.status))?;
    let formulas = &protocol.formulas;
    [&formulas.rcf, &formulas.rpm, &formulas.fold, &formulas.recovery, &formulas.dose_plt, &formulas.ta_mg]
        .into_iter()
        .try_for_each(|row| add(row.id.as_str(), &row.basis().source, &row.basis().status))?;
    [&protocol.min_age, &protocol.screening_days, &protocol.cooling_off, &protocol.consent_days]
        .into_iter()
        .try_for_each(|row| add(row.id.as_str(), &row.source, &row.status))?;
    protocol.reference.bases().try_for_each(|(id, source, status)| add(id, source, status))?;
    Ok(basis)
}
