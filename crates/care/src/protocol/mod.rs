//! The protocol: every rule and limit, as data with its source and status.
//!
//! The shipped protocol is read once from `content/` and checked as a whole. It is a set of conservative
//! defaults; what a clinic sets differently and who has approved it comes from its records ([`InForce`]).

mod basis;
mod check;
mod in_force;
mod reference;
mod rows;
mod settings;
mod tables;
mod view;
mod word_keys;

use std::collections::BTreeMap;
use std::sync::OnceLock;

pub use basis::Basis;
pub use check::ProtocolError;
pub(crate) use check::check_row_basis;
pub use in_force::{Approval, InForce};
pub(crate) use rows::*;
pub use rows::{Field, Section};
pub use settings::{Allowed, ISOTRETINOIN, OnFile, Setting, SettingError, Unit};
pub(crate) use tables::{read, read_sources};
pub use view::{Detail, Entry, RowView, SourceView};

use crate::case::Policy;
use crate::decimal::Decimal;
use crate::formulas::Formulas;
use crate::ids::{IndicationId, MedicineName, QuestionId, RuleId, SymptomName, WaitId};
use crate::vocabulary::{MeasureKind, NumbingAgent, NumbingProduct, PeelAgent};
use crate::zones::ZoneId;

/// Every rule and limit, checked and ready to judge with.
#[derive(Debug, Clone)]
pub struct Protocol {
    /// Version of the content.
    pub version: String,
    /// The arithmetic of the spin, the platelets and the cream.
    pub formulas: Formulas,
    pub(crate) basis: BTreeMap<RuleId, Basis>,
    pub(crate) waits: BTreeMap<WaitId, WaitRow>,
    pub(crate) questions: BTreeMap<QuestionId, QuestionRow>,
    pub(crate) question_order: Vec<QuestionId>,
    pub(crate) medicines: BTreeMap<MedicineName, MedicineRow>,
    pub(crate) zones: BTreeMap<ZoneId, ZoneRow>,
    pub(crate) indications: BTreeMap<IndicationId, IndicationRow>,
    pub(crate) measures: BTreeMap<MeasureKind, MeasureRow>,
    pub(crate) thresholds: Vec<ThresholdRow>,
    pub(crate) needed: Vec<NeededRow>,
    pub(crate) min_age: ParameterRow,
    pub(crate) screening_days: ParameterRow,
    pub(crate) cooling_off: ParameterRow,
    pub(crate) consent_days: ParameterRow,
    pub(crate) standing: Vec<StandingRow>,
    pub(crate) past: Vec<PastRow>,
    pub(crate) caps: Vec<CapRow>,
    pub(crate) pairs: Vec<PairRow>,
    pub(crate) triples: Vec<TripleRow>,
    pub(crate) frosting_makes_medium_from: u32,
    pub(crate) peels: BTreeMap<PeelAgent, PeelRow>,
    pub(crate) products: BTreeMap<NumbingProduct, NumbingRow>,
    pub(crate) families: Vec<FamilyRow>,
    pub(crate) unprescribed: UnprescribedRow,
    pub(crate) occluded: OccludedRow,
    pub(crate) gate: GateRow,
    pub(crate) plasma: PlasmaFile,
    pub(crate) series: SeriesFile,
    pub(crate) aftercare: AftercareFile,
    pub(crate) risks: Vec<RiskRow>,
    pub(crate) flags: Vec<FlagRow>,
    pub(crate) symptoms: Vec<SymptomName>,
    pub(crate) items: ItemsFile,
    pub(crate) reference: reference::Reference,
    pub(crate) sources: Vec<SourceRow>,
}

impl Protocol {
    /// The protocol this version ships with.
    pub fn shipped() -> &'static Self {
        static SHIPPED: OnceLock<Protocol> = OnceLock::new();
        #[expect(clippy::expect_used, reason = "the content is compiled in, and a test loads it")]
        SHIPPED.get_or_init(|| tables::read_shipped().expect("the shipped content is well formed"))
    }

    /// The shipped content, read and checked again: what a test and the terminal's self check call.
    ///
    /// # Errors
    /// The first thing in the content that does not hold.
    pub fn check_shipped() -> Result<Self, ProtocolError> {
        tables::read_shipped()
    }

    /// The protocol's own settings, before a clinic changes anything.
    pub fn default_policy(&self) -> Policy {
        Policy {
            version: self.version.clone(),
            days: BTreeMap::new(),
            isotretinoin: crate::vocabulary::IsotretinoinPolicy::Label,
            min_age: self.min_age.default,
            screening_days: self.screening_days.default,
        }
    }

    /// Percent of each agent in a numbing cream, with the rule its limits stand under. None for a product without a
    /// row of its own.
    pub fn strengths(&self, product: NumbingProduct) -> Option<(&BTreeMap<NumbingAgent, Decimal>, &RuleId)> {
        self.products.get(&product).map(|row| (&row.agents, &row.rule))
    }

    /// Where a rule comes from.
    pub fn basis(&self, rule: &RuleId) -> Option<&Basis> {
        self.basis.get(rule)
    }

    /// Days of a wait: the clinic's own, or the protocol's.
    pub(crate) fn days(&self, wait: &WaitId, policy: &Policy) -> u32 {
        let shipped = self.waits.get(wait).map_or(0, |row| row.days);
        policy.days.get(wait).copied().unwrap_or(shipped)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_content_holds_together() {
        let checked = Protocol::check_shipped();
        assert!(checked.is_ok(), "a rule that cannot be read must never ship: {:?}", checked.err());
    }
}
