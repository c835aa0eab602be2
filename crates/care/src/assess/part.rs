//! A planned component, seen the way rules look at it.

use std::collections::BTreeMap;

use super::peel::peel_class;
use crate::case::{Anaesthetic, Component, Needling, Peel, Plasma, Serum, Work};
use crate::decimal::Decimal;
use crate::ids::ComponentId;
use crate::protocol::Protocol;
use crate::vocabulary::{ComponentKind, NumbingAgent, PeelClass, Target};
use crate::zones::ZoneId;

/// One component of the plan.
pub(super) struct Part<'c> {
    pub(super) index: usize,
    pub(super) component: &'c Component,
    pub(super) kind: ComponentKind,
    /// What rules for it are written for.
    pub(super) target: Target,
    /// In plan order.
    pub(super) zones: Vec<ZoneId>,
    /// How strong a peel counts.
    pub(super) peel_class: Option<PeelClass>,
    /// What a cream numbs with, in percent.
    pub(super) agents: BTreeMap<NumbingAgent, Decimal>,
}

impl<'c> Part<'c> {
    /// Every component of a plan.
    pub(super) fn all(components: &'c [Component], protocol: &Protocol) -> Vec<Self> {
        components.iter().enumerate().map(|(index, component)| Self::new(index, component, protocol)).collect()
    }

    fn new(index: usize, component: &'c Component, protocol: &Protocol) -> Self {
        let class = if let Work::Peel(peel) = &component.work { Some(peel_class(protocol, peel)) } else { None };
        Self {
            index,
            component,
            kind: component.work.kind(),
            target: target_of(component.work.kind(), class),
            zones: component.work.zones(),
            peel_class: class,
            agents: agents_of(component, protocol),
        }
    }

    pub(super) fn id(&self) -> &'c ComponentId {
        &self.component.id
    }

    pub(super) fn needling(&self) -> Option<&'c Needling> {
        self.component.work.needling()
    }

    pub(super) fn peel(&self) -> Option<&'c Peel> {
        if let Work::Peel(peel) = &self.component.work { Some(peel) } else { None }
    }

    pub(super) fn serum(&self) -> Option<&'c Serum> {
        if let Work::Serum(serum) = &self.component.work { Some(serum) } else { None }
    }

    pub(super) fn plasma(&self) -> Option<&'c Plasma> {
        if let Work::Prp(plasma) = &self.component.work { Some(plasma) } else { None }
    }

    pub(super) fn anaesthetic(&self) -> Option<&'c Anaesthetic> {
        if let Work::Ta(cream) = &self.component.work { Some(cream) } else { None }
    }

    /// The path of this component in the case.
    pub(super) fn path(&self) -> String {
        format!("plan.components[{}]", self.index)
    }

    /// The zones both have, sorted.
    pub(super) fn shared_zones(&self, other: &Self) -> Vec<ZoneId> {
        let mut zones: Vec<ZoneId> = self.zones.iter().copied().filter(|zone| other.zones.contains(zone)).collect();
        zones.sort_unstable();
        zones.dedup();
        zones
    }

    /// Where something lies on this component: `None` if it does not touch it, empty if it was everywhere.
    pub(super) fn overlap(&self, zones: &[ZoneId]) -> Option<Vec<ZoneId>> {
        if zones.is_empty() {
            return Some(Vec::new());
        }
        let shared: Vec<ZoneId> = self.zones.iter().copied().filter(|zone| zones.contains(zone)).collect();
        if shared.is_empty() { None } else { Some(shared) }
    }
}

fn target_of(kind: ComponentKind, class: Option<PeelClass>) -> Target {
    match kind {
        ComponentKind::Mn => Target::Mn,
        ComponentKind::Rf => Target::Rf,
        ComponentKind::Prp => Target::Prp,
        ComponentKind::Peel => class.map_or(Target::Pm, PeelClass::target),
        ComponentKind::Serum => Target::Serum,
        ComponentKind::Ta => Target::Ta,
        ComponentKind::Led => Target::Led,
        ComponentKind::Toxin => Target::Toxin,
        ComponentKind::Filler => Target::Filler,
        ComponentKind::Laser => Target::Laser,
    }
}

fn agents_of(component: &Component, protocol: &Protocol) -> BTreeMap<NumbingAgent, Decimal> {
    let Work::Ta(cream) = &component.work else { return BTreeMap::new() };
    protocol.products.get(&cream.product).map_or_else(|| cream.agents.clone(), |row| row.agents.clone())
}
