//! The rows that inform: read from their files, checked, and given a basis like every rule.
//!
//! Nothing here speaks in a verdict; what does is in the tables of the protocol itself.

#[cfg(test)]
mod agreement;
mod check;
#[cfg(test)]
mod resolutions;

use serde::Deserialize;
use serde::de::DeserializeOwned;

pub(super) use check::check_reference;

use super::check::ProtocolError;
use super::tables::read;
use super::{
    AdverseEventRow, CompatibilityRow, ContradictionRow, DepthClassRow, FactRow, OrderRow, PeelClassRow, RecordRow,
    StepRow,
};

/// Everything that informs.
#[derive(Debug, Clone)]
pub(crate) struct Reference {
    pub(crate) facts: Vec<FactFile>,
    pub(crate) depth_classes: Vec<DepthClassRow>,
    pub(crate) steps: Vec<StepRow>,
    pub(crate) orders: Vec<OrderRow>,
    pub(crate) pairs: Vec<CompatibilityRow>,
    pub(crate) records: Vec<RecordRow>,
    pub(crate) adverse_events: Vec<AdverseEventRow>,
    pub(crate) contradictions: Vec<ContradictionRow>,
    pub(crate) peel_classes: Vec<PeelClassRow>,
}

/// A file that is one list of facts about one subject.
#[derive(Debug, Clone)]
pub(crate) struct FactFile {
    pub(crate) file: &'static str,
    /// What the ids of its rows begin with.
    pub(crate) prefixes: &'static [&'static str],
    pub(crate) rows: Vec<FactRow>,
}

/// The fact files, with what the ids of their rows begin with.
const FACT_FILES: [(&str, &str, &[&str]); 7] = [
    ("device_depths.toml", include_str!("../../content/device_depths.toml"), &["cap.label_", "cap.trial_", "tech."]),
    ("modifiers.toml", include_str!("../../content/modifiers.toml"), &["fst.", "mod."]),
    ("numbing_facts.toml", include_str!("../../content/numbing_facts.toml"), &["ta."]),
    ("risk_facts.toml", include_str!("../../content/risk_facts.toml"), &["rk."]),
    ("reporting.toml", include_str!("../../content/reporting.toml"), &["rp."]),
    ("barcode_facts.toml", include_str!("../../content/barcode_facts.toml"), &["udi."]),
    ("law.toml", include_str!("../../content/law.toml"), &["lg."]),
];

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Facts {
    row: Vec<FactRow>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Orders {
    step: Vec<StepRow>,
    order: Vec<OrderRow>,
}

/// A file that is one list under the name of its rows.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct List<T> {
    #[serde(alias = "depth_class", alias = "pair", alias = "record", alias = "adverse_event", alias = "contradiction")]
    rows: Vec<T>,
}

fn list<T: DeserializeOwned>(file: &'static str, text: &str) -> Result<Vec<T>, ProtocolError> {
    read::<List<T>>(file, text).map(|list| list.rows)
}

/// Reads every file that informs. The classes of peels stand beside the peels and come from there.
pub(super) fn read_reference(peel_classes: Vec<PeelClassRow>) -> Result<Reference, ProtocolError> {
    let fact_file =
        |(file, text, prefixes)| read::<Facts>(file, text).map(|facts| FactFile { file, prefixes, rows: facts.row });
    let orders: Orders = read("step_orders.toml", include_str!("../../content/step_orders.toml"))?;
    Ok(Reference {
        facts: FACT_FILES.into_iter().map(fact_file).collect::<Result<_, _>>()?,
        depth_classes: list("depth_classes.toml", include_str!("../../content/depth_classes.toml"))?,
        steps: orders.step,
        orders: orders.order,
        pairs: list("compatibility.toml", include_str!("../../content/compatibility.toml"))?,
        records: list("records.toml", include_str!("../../content/records.toml"))?,
        adverse_events: list("adverse_events.toml", include_str!("../../content/adverse_events.toml"))?,
        contradictions: list("contradictions.toml", include_str!("../../content/contradictions.toml"))?,
        peel_classes,
    })
}

impl Reference {
    /// Id, sources and status of every row.
    pub(super) fn bases(&self) -> impl Iterator<Item = (&str, &[String], &str)> {
        /// The three of one table.
        macro_rules! of {
            ($rows:expr) => {
                $rows.map(|row| (row.id.as_str(), row.source.as_slice(), row.status.as_str()))
            };
        }
        of!(self.facts.iter().flat_map(|file| &file.rows))
            .chain(of!(self.depth_classes.iter()))
            .chain(of!(self.orders.iter()))
            .chain(of!(self.pairs.iter()))
            .chain(of!(self.records.iter()))
            .chain(of!(self.adverse_events.iter()))
            .chain(of!(self.contradictions.iter()))
            .chain(of!(self.peel_classes.iter()))
    }
}
