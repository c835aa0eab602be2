//! The clinic and the people who work in it.

use serde::{Deserialize, Serialize};

use super::{ClinicId, Treatment, UserId};
use crate::vocabulary::Jurisdiction;

/// The clinic a vault belongs to. Printed on every document, so nothing is printed before it is complete.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct Clinic {
    /// The vault's only clinic.
    pub id: ClinicId,
    /// The trading name, as it heads every document.
    pub name: String,
    /// Postal address, one or several lines.
    pub address: String,
    /// Number a client calls in opening hours.
    pub phone: String,
    /// Number a client calls when the clinic is closed.
    pub out_of_hours_phone: String,
    /// Whose law the rules follow.
    pub jurisdiction: Jurisdiction,
    /// IANA name of the zone whose calendar days and clock times the records use, "Europe/London".
    pub time_zone: String,
    /// Paper of the printer in the treatment room.
    pub paper: PaperSize,
    /// Language of documents unless the client reads another, as a BCP 47 tag.
    pub document_language: String,
    /// Letter that starts every number made on this computer: the A of `A-000217`.
    pub device_letter: String,
    /// Minutes without a key or a touch until the screen locks, 1 to 15.
    pub lock_after_minutes: u8,
    /// Full path of the second folder, where the journal's head is written down outside the vault; empty for the
    /// folder beside it.
    #[serde(default)]
    pub anchor_folder: String,
    /// Folder the backups go into, on another disk; none until the clinic has chosen one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub backup_folder: Option<String>,
}

/// Paper of a printer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum PaperSize {
    /// 210 mm by 297 mm.
    A4,
    /// 8.5 in by 11 in.
    Letter,
}

/// A person who signs in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct User {
    /// Made when the person was added.
    pub id: UserId,
    /// Full name with title and letters, as it is printed under a signature.
    pub name: String,
    /// Two or three letters for the corner of the screen.
    pub initials: String,
    /// Register and number, if the person has one: "NMC 12A3456E".
    pub registration: String,
    /// What the person may do. One person may hold several.
    pub roles: Vec<Role>,
    /// Scope of practice: the deepest this person may needle, in micrometres.
    pub max_depth_um: u16,
    /// Scope of practice: whether this person may plan platelet-rich plasma. A record from before the question says yes.
    #[serde(default = "as_before")]
    pub may_give_prp: bool,
    /// Scope of practice: whether this person may plan what is on prescription. A record from before says yes.
    #[serde(default = "as_before")]
    pub may_use_prescription_items: bool,
}

/// Nobody loses by an update what they were allowed before.
fn as_before() -> bool {
    true
}

/// Why a part of a plan is outside a person's scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OutsideScope {
    /// Platelet-rich plasma.
    Prp,
    /// Something on prescription.
    PrescriptionItem,
}

impl User {
    /// What of a part of a plan is outside this person's scope, if anything is. How deep a needle may go is a limit of
    /// the rules, because a shallower one is still within it.
    #[must_use]
    pub fn outside_scope(&self, treatment: &Treatment) -> Option<OutsideScope> {
        match treatment {
            Treatment::Prp(_) if !self.may_give_prp => Some(OutsideScope::Prp),
            Treatment::Ta(cream) if cream.is_prescription && !self.may_use_prescription_items => {
                Some(OutsideScope::PrescriptionItem)
            }
            Treatment::Mn(_)
            | Treatment::Rf(_)
            | Treatment::Prp(_)
            | Treatment::Peel(_)
            | Treatment::Serum(_)
            | Treatment::Ta(_)
            | Treatment::Led(_) => None,
        }
    }

    /// Whether this person may lift what a prescriber may lift.
    #[must_use]
    pub fn may_sign_off(&self) -> bool {
        self.roles.contains(&Role::Prescriber)
    }
}

/// What a user may do; the command list names the roles of every command.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Clients, answers of the questionnaire, photos, stock, appointments, print.
    Assistant,
    /// And plan, consent, chart, sign.
    Practitioner,
    /// And sign off, lift what may be lifted, approve the protocol.
    Prescriber,
    /// Users, keys, export of everything, restore, settings; no clinical act by this role alone.
    Admin,
    /// Backup and export to a recipient's key, from the terminal only.
    Automation,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_from_before_the_question_keeps_what_was_allowed() {
        let body = r#"{"id":"00000000-0000-0000-0000-000000000001","name":"Sam Weber","initials":"SW","registration":"",
            "roles":["practitioner"],"max_depth_um":1500}"#;
        let user: User = serde_json::from_str(body).unwrap();
        assert!(user.may_give_prp && user.may_use_prescription_items, "an update takes nothing away");
    }
}
