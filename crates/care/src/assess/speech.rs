//! What one rule says about one component, before the sayings of a component are put together.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::facts::Facts;
use crate::ids::{ComponentId, RuleId, WaitId};
use crate::verdict::{Arg, Class, Finding, Message};
use crate::zones::ZoneId;

/// One saying of one rule.
#[derive(Debug, Clone)]
pub(super) struct Speech {
    pub(super) rule: RuleId,
    pub(super) class: Class,
    /// Sorted; empty means every zone of the component.
    pub(super) zones: Vec<ZoneId>,
    pub(super) until: Option<NaiveDate>,
    pub(super) wait: Option<WaitId>,
    pub(super) is_overridable: bool,
    pub(super) args: BTreeMap<&'static str, Arg>,
}

impl Speech {
    /// A rule that speaks about the whole component, without a date.
    pub(super) fn new(rule: &RuleId, class: Class) -> Self {
        Self {
            rule: rule.clone(),
            class,
            zones: Vec::new(),
            until: None,
            wait: None,
            is_overridable: false,
            args: BTreeMap::new(),
        }
    }

    /// The same, limited to `zones`.
    pub(super) fn in_zones(mut self, mut zones: Vec<ZoneId>) -> Self {
        zones.sort_unstable();
        zones.dedup();
        self.zones = zones;
        self
    }

    /// The same, naming something in its sentence.
    pub(super) fn naming(mut self, name: &'static str, arg: Arg) -> Self {
        self.args.insert(name, arg);
        self
    }

    /// Joins what the same rule says with the same class: zones together, the latest end, never a lift too many.
    pub(super) fn join(&mut self, other: Self) {
        let (may_lift, mut zones) = if other.binds_after(self) {
            let earlier = std::mem::replace(self, other);
            (earlier.is_overridable, earlier.zones)
        } else {
            (other.is_overridable, other.zones)
        };
        self.is_overridable &= may_lift;
        if self.zones.is_empty() || zones.is_empty() {
            self.zones.clear();
        } else {
            self.zones.append(&mut zones);
            self.zones.sort_unstable();
            self.zones.dedup();
        }
    }

    /// Whether this saying ends later than `other`; no date is later than any. Ties go by the wait and the words,
    /// so that the order of the facts never shows.
    fn binds_after(&self, other: &Self) -> bool {
        let end = |speech: &Self| speech.until.unwrap_or(NaiveDate::MAX);
        (end(self), &self.wait, &self.args) > (end(other), &other.wait, &other.args)
    }

    /// The finding, with its words and its authority.
    pub(super) fn finding(self, facts: &Facts<'_>, components: Vec<ComponentId>) -> Finding {
        let mut args = self.args;
        if let Some(until) = self.until {
            args.insert("until", Arg::Day(until));
        }
        let basis = facts.protocol.basis(&self.rule);
        Finding {
            message: Message { key: word_key(&self.rule, self.class, self.until), args },
            source: basis.map(|basis| basis.sources()).unwrap_or_default(),
            status: basis.map(|basis| basis.status.clone()).unwrap_or_default(),
            rule: self.rule,
            class: self.class,
            components,
            zones: self.zones,
            until: self.until,
            wait: self.wait,
            is_overridable: self.is_overridable,
        }
    }
}

/// The word key of a rule's sentence: rule and class, and whether a DEFER has its date. All zones share theirs.
pub(crate) fn word_key(rule: &RuleId, class: Class, until: Option<NaiveDate>) -> String {
    let rule = if rule.as_str().starts_with("z.") { "zone".to_owned() } else { rule.as_str().replace('.', "-") };
    let open = if class == Class::Defer && until.is_none() { "-open" } else { "" };
    format!("{rule}-{}{open}", class.as_str().to_ascii_lowercase())
}
