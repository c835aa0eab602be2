//! What the rules have said so far, and which facts they missed.

use std::collections::{BTreeMap, BTreeSet};

use super::part::Part;
use super::speech::Speech;
use crate::ids::{RiskId, RuleId};
use crate::verdict::Missing;

/// One list of sayings per component, and the missing facts.
pub(super) struct Ledger {
    speeches: Vec<Vec<Speech>>,
    missing: BTreeMap<String, BTreeSet<usize>>,
    risks: BTreeSet<RiskId>,
}

impl Ledger {
    pub(super) fn new(n_components: usize) -> Self {
        Self { speeches: vec![Vec::new(); n_components], missing: BTreeMap::new(), risks: BTreeSet::new() }
    }

    /// Adds a saying; the same rule with the same class speaks once.
    pub(super) fn say(&mut self, part: &Part<'_>, speech: Speech) {
        let Some(speeches) = self.speeches.get_mut(part.index) else { return };
        match speeches.iter_mut().find(|other| other.rule == speech.rule && other.class == speech.class) {
            Some(other) => other.join(speech),
            None => speeches.push(speech),
        }
    }

    /// Notes a fact nobody gave.
    pub(super) fn miss(&mut self, part: &Part<'_>, path: impl Into<String>) {
        self.missing.entry(path.into()).or_default().insert(part.index);
    }

    /// What was said about a component: strongest first, then by rule.
    pub(super) fn speeches(&self, part: &Part<'_>) -> Vec<Speech> {
        let mut speeches = self.speeches.get(part.index).cloned().unwrap_or_default();
        speeches.sort_by(|a, b| b.class.cmp(&a.class).then_with(|| a.rule.cmp(&b.rule)));
        speeches
    }

    /// What a rule has said about a component, whatever its class.
    pub(super) fn said<'l>(&'l self, part: &Part<'_>, rule: &'l RuleId) -> impl Iterator<Item = &'l Speech> {
        self.speeches.get(part.index).into_iter().flatten().filter(move |speech| speech.rule == *rule)
    }

    /// Notes a risk that a finding brings into the consent.
    pub(super) fn add_risk(&mut self, risk: &RiskId) {
        self.risks.insert(risk.clone());
    }

    /// The risks that findings bring into the consent.
    pub(super) fn risks(&self) -> impl Iterator<Item = RiskId> {
        self.risks.iter().cloned()
    }

    /// Whether a component cannot be judged for want of a fact.
    pub(super) fn is_incomplete(&self, part: &Part<'_>) -> bool {
        self.missing.values().any(|parts| parts.contains(&part.index))
    }

    /// The missing facts, sorted by path.
    pub(super) fn missing(&self, parts: &[Part<'_>]) -> Vec<Missing> {
        let ids = |of: &BTreeSet<usize>| {
            of.iter().filter_map(|index| parts.get(*index)).map(|part| part.id().clone()).collect()
        };
        self.missing.iter().map(|(path, of)| Missing { path: path.clone(), components: ids(of) }).collect()
    }
}
