//! What a clinic may set, and how far: the waits, the parameters, and the choices the contract leaves to it.
//!
//! Depth limits, blocks and texts are no settings. A value outside its allowed range is refused, never rounded.

use std::collections::BTreeMap;

use super::{Basis, Protocol};
use crate::ids::{RuleId, WaitId};
use crate::record::SettingValue;
use crate::vocabulary::{IsotretinoinPolicy, words};

/// Id of the choice between the two readings of the isotretinoin evidence (facts 3.4, w.isotretinoin).
pub const ISOTRETINOIN: &str = "policy.isotretinoin";

words! {
    /// What a setting counts.
    pub enum Unit {
        /// Whole days.
        Days = "days",
        /// Whole hours.
        Hours = "hours",
        /// Whole years.
        Years = "years",
    }
}

words! {
    /// Whether the clinic has a written protocol for a combination on file.
    pub enum OnFile {
        /// None: the combination stays blocked where its rule asks for one.
        None = "none",
        /// Written, and kept by the clinic.
        Written = "written",
    }
}

/// What a setting may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Allowed {
    /// A whole number between two ends, both included.
    Range {
        /// At least.
        from: u32,
        /// At most.
        to: u32,
        /// What it counts.
        unit: Unit,
    },
    /// One of these words.
    OneOf(Vec<&'static str>),
}

impl Allowed {
    fn holds(&self, value: &SettingValue) -> bool {
        match (self, value) {
            (Self::Range { from, to, .. }, SettingValue::Number(number)) => (from..=to).contains(&number),
            (Self::OneOf(words), SettingValue::Word(word)) => words.contains(&word.as_str()),
            (Self::Range { .. }, SettingValue::Word(_)) | (Self::OneOf(_), SettingValue::Number(_)) => false,
        }
    }
}

impl std::fmt::Display for Allowed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Range { from, to, unit } => write!(f, "{from} to {to} {unit}"),
            Self::OneOf(words) => f.write_str(&words.join(" or ")),
        }
    }
}

/// One thing a clinic may set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting<'p> {
    /// `w.peel_s`, `p.min_age`, `cb.mn_peel_vs`, [`ISOTRETINOIN`].
    pub id: &'p str,
    /// What it may be.
    pub allowed: Allowed,
    /// What it is as shipped.
    pub shipped: SettingValue,
    /// Where the shipped value and the range come from.
    pub basis: &'p Basis,
}

impl Setting<'_> {
    /// Its value when `chosen` is what differs from the shipped rules; what is not allowed counts as not chosen.
    #[must_use]
    pub fn value_among(&self, chosen: &BTreeMap<String, SettingValue>) -> SettingValue {
        chosen.get(self.id).filter(|value| self.allowed.holds(value)).unwrap_or(&self.shipped).clone()
    }
}

/// Why a setting was turned down.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SettingError {
    /// There is no setting of that id.
    #[error("no such setting")]
    Unknown,
    /// It may not be that.
    #[error("allowed is {allowed}")]
    NotAllowed {
        /// What is.
        allowed: Allowed,
    },
}

impl Protocol {
    /// Everything a clinic may set: waits, then parameters, then choices, each group by id.
    pub fn settings(&self) -> Vec<Setting<'_>> {
        let days = |row| wait_setting(self, row);
        let parameters = [&self.consent_days, &self.cooling_off, &self.min_age, &self.screening_days]
            .into_iter()
            .filter_map(|row| {
                let allowed = Allowed::Range { from: row.from, to: row.to, unit: row.unit };
                self.setting(row.id.as_str(), allowed, SettingValue::Number(row.default))
            });
        let isotretinoin = self.basis.get("w.isotretinoin").map(|basis| Setting {
            id: ISOTRETINOIN,
            allowed: Allowed::OneOf(IsotretinoinPolicy::ALL.iter().map(|policy| policy.as_str()).collect()),
            shipped: SettingValue::Word(IsotretinoinPolicy::Label.as_str().to_owned()),
            basis,
        });
        let written = self.combinations_by_protocol().into_iter().filter_map(|rule| {
            let allowed = Allowed::OneOf(OnFile::ALL.iter().map(|word| word.as_str()).collect());
            self.setting(rule.as_str(), allowed, SettingValue::Word(OnFile::None.as_str().to_owned()))
        });
        self.waits.keys().filter_map(days).chain(parameters).chain(isotretinoin).chain(written).collect()
    }

    fn setting<'p>(&'p self, id: &'p str, allowed: Allowed, shipped: SettingValue) -> Option<Setting<'p>> {
        Some(Setting { id, allowed, shipped, basis: self.basis.get(id)? })
    }

    /// The combinations that a written protocol of the clinic opens to a prescriber's sign-off.
    fn combinations_by_protocol(&self) -> Vec<&RuleId> {
        let mut rules: Vec<&RuleId> = self.pairs.iter().filter(|row| row.protocol).map(|row| &row.rule).collect();
        rules.sort();
        rules.dedup();
        rules
    }

    /// Whether a setting may be that.
    ///
    /// # Errors
    /// [`SettingError`] when there is no such setting, or its value is not allowed.
    pub fn check_setting(&self, id: &str, value: &SettingValue) -> Result<(), SettingError> {
        let settings = self.settings();
        let setting = settings.into_iter().find(|setting| setting.id == id).ok_or(SettingError::Unknown)?;
        if setting.allowed.holds(value) { Ok(()) } else { Err(SettingError::NotAllowed { allowed: setting.allowed }) }
    }

    /// The settings among `chosen` that exist and are allowed today, and differ from what ships.
    pub(super) fn valid_settings(&self, chosen: &BTreeMap<String, SettingValue>) -> BTreeMap<String, SettingValue> {
        let values =
            self.settings().into_iter().map(|setting| (setting.id, setting.value_among(chosen), setting.shipped));
        let differing = values.filter(|(_, value, shipped)| value != shipped);
        differing.map(|(id, value, _)| (id.to_owned(), value)).collect()
    }
}

fn wait_setting<'p>(protocol: &'p Protocol, id: &'p WaitId) -> Option<Setting<'p>> {
    let row = protocol.waits.get(id)?;
    let allowed = Allowed::Range { from: row.from, to: row.to, unit: Unit::Days };
    protocol.setting(row.id.as_str(), allowed, SettingValue::Number(row.days))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(value: u32) -> SettingValue {
        SettingValue::Number(value)
    }

    fn word(value: &str) -> SettingValue {
        SettingValue::Word(value.to_owned())
    }

    #[test]
    fn every_shipped_value_is_one_a_clinic_could_choose() {
        let protocol = Protocol::shipped();
        for setting in protocol.settings() {
            assert!(setting.allowed.holds(&setting.shipped), "{} ships outside its own range", setting.id);
        }
    }

    #[test]
    fn both_ends_of_a_range_are_allowed_and_one_day_beyond_is_not() {
        let protocol = Protocol::shipped();
        let check = |days| protocol.check_setting("w.peel_s", &number(days));
        assert!(check(14).is_ok() && check(28).is_ok(), "14 to 28 days after a light peel");
        let allowed = Allowed::Range { from: 14, to: 28, unit: Unit::Days };
        assert_eq!(check(13), Err(SettingError::NotAllowed { allowed: allowed.clone() }), "one day too few");
        assert_eq!(check(29), Err(SettingError::NotAllowed { allowed }), "one day too many");
    }

    #[test]
    fn a_word_is_no_number_and_a_number_is_no_word() {
        let protocol = Protocol::shipped();
        assert!(protocol.check_setting("w.peel_s", &word("21")).is_err(), "days are counted");
        assert!(protocol.check_setting(ISOTRETINOIN, &number(0)).is_err(), "a policy has a name");
        assert!(protocol.check_setting(ISOTRETINOIN, &word("consensus")).is_ok(), "this one");
    }

    #[test]
    fn a_depth_limit_is_no_setting() {
        let protocol = Protocol::shipped();
        for id in ["cap.wrinkle", "z.forehead", "ci.pregnant", ""] {
            assert_eq!(protocol.check_setting(id, &number(1)), Err(SettingError::Unknown), "{id} is not the clinic's");
        }
    }

    #[test]
    fn only_combinations_whose_rule_asks_for_it_take_a_written_protocol() {
        let protocol = Protocol::shipped();
        assert!(protocol.check_setting("cb.mn_peel_s", &word("written")).is_ok(), "a light peel under a protocol");
        let medium = protocol.check_setting("cb.mn_peel_m", &word("written"));
        assert_eq!(medium, Err(SettingError::Unknown), "no paper opens a medium peel on needled skin");
    }
}
