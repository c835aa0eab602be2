//! What one rule says about one component, before the sayings of a component are put together.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::facts::Facts;
use crate::ids::{ComponentId, RuleId, WaitId};
use crate::verdict::{Arg, Class, Finding, Message};
use crate::zones::ZoneId;

/// One saying of one rule.
#[derive(Debug, Clone, PartialEq, Eq)]
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const ZONES: [ZoneId; 3] = [ZoneId::Chin, ZoneId::Forehead, ZoneId::Malar];

    fn waits(days: u64, zones: &[ZoneId]) -> Speech {
        let until = NaiveDate::from_ymd_opt(2026, 11, 20).map(|on| on + chrono::Days::new(days));
        Speech { until, ..Speech::new(&RuleId::from("ci.tan"), Class::Defer).in_zones(zones.to_vec()) }
    }

    fn joined(mut one: Speech, other: Speech) -> Speech {
        one.join(other);
        one
    }

    #[test]
    fn of_two_waits_the_later_end_counts_in_all_their_zones() {
        let both = joined(waits(9, &[ZoneId::Malar]), waits(4, &[ZoneId::Chin]));
        assert_eq!(both, waits(9, &[ZoneId::Chin, ZoneId::Malar]), "nine days, on the chin as well");
    }

    #[test]
    fn a_wait_without_an_end_outlasts_every_date() {
        let open = Speech::new(&RuleId::from("ci.tan"), Class::Defer);
        assert_eq!(joined(waits(9, &[]), open.clone()).until, None, "nobody can know it");
        assert_eq!(joined(open, waits(9, &[])).until, None, "in whatever order");
    }

    #[test]
    fn what_is_said_of_the_whole_part_is_not_limited_by_a_zone() {
        assert!(
            joined(waits(4, &[]), waits(9, &[ZoneId::Chin])).zones.is_empty(),
            "everywhere and the chin is everywhere"
        );
    }

    #[test]
    fn what_one_saying_does_not_let_anybody_lift_nobody_lifts() {
        let liftable = Speech { is_overridable: true, ..waits(9, &[]) };
        assert!(!joined(liftable.clone(), waits(4, &[])).is_overridable, "the shorter wait stands for itself");
        assert!(joined(liftable.clone(), liftable).is_overridable, "two that may be lifted may be lifted");
    }

    prop_compose! {
        fn any_speech()(
            days in prop::option::of(0_u64..4),
            zones in prop::collection::vec(prop::sample::select(&ZONES), 0..3),
            wait in prop::option::of(prop::sample::select(&["w.peel_m", "w.peel_s"][..])),
            is_overridable in any::<bool>(),
        ) -> Speech {
            let wait = wait.map(WaitId::from);
            let until = days.and_then(|days| waits(days, &[]).until);
            Speech { until, wait, is_overridable, ..waits(0, &zones) }
        }
    }

    proptest! {
        #[test]
        fn sayings_join_in_any_order_and_grouping(a in any_speech(), b in any_speech(), c in any_speech()) {
            prop_assert_eq!(joined(a.clone(), b.clone()), joined(b.clone(), a.clone()), "in any order");
            let left = joined(joined(a.clone(), b.clone()), c.clone());
            prop_assert_eq!(left, joined(a.clone(), joined(b, c)), "in any grouping");
            prop_assert_eq!(joined(a.clone(), a.clone()), a, "and a saying joined with itself is itself");
        }
    }
}
