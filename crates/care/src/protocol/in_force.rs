//! The rules a clinic works by: what ships, with what the clinic has set and a prescriber has approved.
//!
//! Nothing here is guessed: a setting that today's content no longer allows falls back to the shipped value.

use chrono::{DateTime, Utc};

use super::settings::{ISOTRETINOIN, OnFile};
use super::{Protocol, WaitRow};
use crate::case::Policy;
use crate::ids::RuleId;
use crate::record::{ClinicProtocol, ProtocolApproval, SettingValue};
use crate::vocabulary::IsotretinoinPolicy;

/// Whether a prescriber of the clinic stands behind the rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Approval {
    /// Nobody yet: shipped defaults, or content newer than the approval.
    ToBeApproved,
    /// A prescriber does.
    Approved {
        /// Full name.
        by_name: String,
        /// When.
        at: DateTime<Utc>,
    },
}

/// The rules in force in one clinic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InForce {
    /// Whether a prescriber stands behind them.
    pub approval: Approval,
    /// The clinic's waits, isotretinoin policy, youngest age and age of a screening, with the version every verdict
    /// names.
    pub policy: Policy,
    /// Hours between information and first treatment (`p.cooling_off`).
    pub cooling_off_hours: u32,
    /// Days a signed consent covers treatment that has not begun (`p.consent_days`).
    pub consent_days: u32,
    /// Combinations for which the clinic has a written protocol on file.
    pub written_protocols: Vec<RuleId>,
}

impl InForce {
    /// Version of the rules: "2026.1" as shipped, "2026.1+3" with the clinic's third version.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.policy.version
    }

    /// Whether a prescriber of the clinic stands behind them.
    #[must_use]
    pub fn is_approved(&self) -> bool {
        match self.approval {
            Approval::ToBeApproved => false,
            Approval::Approved { .. } => true,
        }
    }
}

impl Protocol {
    /// What people call a version of the clinic's protocol.
    #[must_use]
    pub fn version_of(&self, number: u32) -> String {
        format!("{}+{number}", self.version)
    }

    /// The rules in force when `approved` is the newest version of the clinic that a prescriber has approved.
    #[must_use]
    pub fn in_force(&self, approved: Option<(&ClinicProtocol, &ProtocolApproval)>) -> InForce {
        let mut rules = InForce {
            approval: Approval::ToBeApproved,
            policy: self.default_policy(),
            cooling_off_hours: self.cooling_off.default,
            consent_days: self.consent_days.default,
            written_protocols: Vec::new(),
        };
        let Some((clinic, approval)) = approved else { return rules };
        rules.policy.version = self.version_of(clinic.number);
        if clinic.shipped_version == self.version {
            let (by_name, at) = (approval.approved_by_name.clone(), approval.approved_at);
            rules.approval = Approval::Approved { by_name, at };
        }
        for (id, value) in self.valid_settings(&clinic.settings) {
            match value {
                SettingValue::Number(number) => self.set_number(&mut rules, &id, number),
                SettingValue::Word(word) => set_word(&mut rules, &id, &word),
            }
        }
        rules
    }

    fn set_number(&self, rules: &mut InForce, id: &str, number: u32) {
        let wait = self.waits.get(id).map(|WaitRow { id, .. }| id.clone());
        if let Some(wait) = wait {
            rules.policy.days.insert(wait, number);
        } else if id == self.min_age.id.as_str() {
            rules.policy.min_age = number;
        } else if id == self.screening_days.id.as_str() {
            rules.policy.screening_days = number;
        } else if id == self.cooling_off.id.as_str() {
            rules.cooling_off_hours = number;
        } else if id == self.consent_days.id.as_str() {
            rules.consent_days = number;
        }
    }
}

fn set_word(rules: &mut InForce, id: &str, word: &str) {
    if id == ISOTRETINOIN {
        if let Some(policy) = IsotretinoinPolicy::from_word(word) {
            rules.policy.isotretinoin = policy;
        }
    } else if OnFile::from_word(word) == Some(OnFile::Written) {
        rules.written_protocols.push(RuleId::from(id));
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use uuid::Uuid;

    use super::*;
    use crate::record::{ProtocolId, UserId};

    fn third(settings: &[(&str, SettingValue)]) -> ClinicProtocol {
        let settings: BTreeMap<_, _> = settings.iter().map(|(id, value)| ((*id).to_owned(), value.clone())).collect();
        ClinicProtocol {
            id: ProtocolId(Uuid::nil()),
            number: 3,
            shipped_version: Protocol::shipped().version.clone(),
            settings,
            reason: "House rule".to_owned(),
            set_by: UserId(Uuid::nil()),
            set_by_name: "Sam Weber".to_owned(),
            set_at: DateTime::UNIX_EPOCH,
        }
    }

    fn approval() -> ProtocolApproval {
        ProtocolApproval {
            protocol: ProtocolId(Uuid::nil()),
            version: "2026.1+3".to_owned(),
            reason: "Read in full".to_owned(),
            approved_by: UserId(Uuid::nil()),
            approved_by_name: "Dr Mara Okafor".to_owned(),
            registration: String::new(),
            approved_at: DateTime::UNIX_EPOCH,
        }
    }

    fn in_force(clinic: &ClinicProtocol) -> InForce {
        Protocol::shipped().in_force(Some((clinic, &approval())))
    }

    #[test]
    fn nothing_approved_means_the_shipped_rules_and_nobody_behind_them() {
        let rules = Protocol::shipped().in_force(None);
        assert_eq!(rules.approval, Approval::ToBeApproved, "the console has to say so");
        assert_eq!(rules.policy, Protocol::shipped().default_policy(), "no value differs");
        assert_eq!(rules.version(), Protocol::shipped().version, "and the version is the shipped one");
    }

    #[test]
    fn an_approved_version_sets_what_it_names_and_nothing_else() {
        let number = SettingValue::Number;
        let clinic = third(&[
            ("w.peel_s", number(28)),
            ("p.min_age", number(16)),
            ("p.screening_days", number(90)),
            ("p.cooling_off", number(48)),
            ("p.consent_days", number(90)),
            (ISOTRETINOIN, SettingValue::Word("consensus".to_owned())),
            ("cb.mn_peel_s", SettingValue::Word("written".to_owned())),
        ]);
        let rules = in_force(&clinic);
        assert_eq!(rules.policy.days, BTreeMap::from([("w.peel_s".into(), 28)]), "one wait differs");
        assert_eq!((rules.policy.min_age, rules.policy.screening_days), (16, 90), "years and days");
        assert_eq!(rules.policy.isotretinoin, IsotretinoinPolicy::Consensus, "the newer evidence");
        assert_eq!(rules.cooling_off_hours, 48, "two days to think");
        assert_eq!(rules.consent_days, 90, "and a signature holds for three months");
        assert_eq!(rules.written_protocols, [RuleId::from("cb.mn_peel_s")], "on file");
        assert!(rules.is_approved(), "a prescriber stands behind it");
        assert_eq!(rules.version(), "2026.1+3", "and every verdict can name it");
    }

    #[test]
    fn a_value_that_is_no_longer_allowed_falls_back_to_the_shipped_one() {
        let clinic = third(&[("w.peel_s", SettingValue::Number(500)), ("w.gone", SettingValue::Number(7))]);
        assert!(in_force(&clinic).policy.days.is_empty(), "a range that was narrowed since must hold");
    }

    #[test]
    fn an_approval_of_older_content_no_longer_counts_as_one() {
        let mut clinic = third(&[("w.peel_s", SettingValue::Number(28))]);
        clinic.shipped_version = "2025.2".to_owned();
        let rules = in_force(&clinic);
        assert!(!rules.is_approved(), "nobody has read the new content yet");
        assert_eq!(rules.policy.days.len(), 1, "but the clinic's own wait still holds");
    }
}
