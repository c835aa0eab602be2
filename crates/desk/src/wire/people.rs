//! The people of the clinic: who signs in, in which roles, and with which keys.

use care::record::{Role, UserId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Everybody who signs in or once did.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PeopleView {
    /// By name.
    pub people: Vec<PersonRow>,
}

/// One person.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PersonRow {
    /// Who.
    pub id: UserId,
    /// Full name, as it is printed.
    pub name: String,
    /// Two or three letters.
    pub initials: String,
    /// Register and number; may be empty.
    pub registration: String,
    /// What the person may do.
    pub roles: Vec<Role>,
    /// Deepest this person may needle, in micrometres.
    pub max_depth_um: u16,
    /// Whether this person may plan platelet-rich plasma.
    pub may_give_prp: bool,
    /// Whether this person may plan what is on prescription.
    pub may_use_prescription_items: bool,
    /// Whether the person can sign in.
    pub standing: PersonStanding,
    /// Whether acts on people, keys and settings ask this person for a code.
    pub has_second_factor: bool,
    /// Version the next change is based on.
    pub version: u32,
}

/// Whether a person can sign in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PersonStanding {
    /// With a password of their own.
    SignsIn,
    /// With a password somebody made for them; the first act is to choose another.
    MustChoosePassword,
    /// No more. The name stays in the records.
    Removed,
}

/// What may be changed about a person. The name stays: it stands under what the person has signed.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PersonFields {
    /// Two or three letters.
    pub initials: String,
    /// Register and number; may be empty.
    pub registration: String,
    /// What the person may do.
    pub roles: Vec<Role>,
    /// Deepest this person may needle, in micrometres.
    pub max_depth_um: u16,
    /// Whether this person may plan platelet-rich plasma.
    pub may_give_prp: bool,
    /// Whether this person may plan what is on prescription.
    pub may_use_prescription_items: bool,
}

/// Adds a person, with a password for one use or one typed at the desk.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PersonAddRequest {
    /// Full name, as it is printed.
    pub name: String,
    /// The rest.
    pub fields: PersonFields,
    /// The password the new person types at the desk, 15 characters or more. Left out, one for a single use is made.
    #[ts(optional)]
    pub password: Option<String>,
    /// PIN or password of who adds.
    pub secret: String,
}

/// Everybody after a person was added, with the password for one use if one was made.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PersonAddedView {
    /// By name.
    pub people: Vec<PersonRow>,
    /// Shown once; `None` where the person typed a password of their own.
    pub one_time: Option<OneTimePasswordView>,
}

/// Changes a person's roles, scope and details.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PersonChangeRequest {
    /// Who.
    pub person: UserId,
    /// As it shall be.
    pub fields: PersonFields,
    /// Version this change is based on.
    pub based_on: u32,
    /// Why.
    pub reason: String,
    /// PIN or password of who changes.
    pub secret: String,
}

/// Names a person, with the reason: to remove, or to give a password for one use.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PersonReasonRequest {
    /// Who.
    pub person: UserId,
    /// Why.
    pub reason: String,
    /// PIN or password of who acts.
    pub secret: String,
}

/// A password for one use, shown once.
#[derive(Debug, Clone, Serialize, TS)]
pub struct OneTimePasswordView {
    /// Whose.
    pub person: UserId,
    /// The password; it opens, and the first act is to choose another.
    pub password: String,
}

/// Changes one's own password.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PasswordChangeRequest {
    /// The password so far.
    pub current: String,
    /// The new one, 15 characters or more.
    pub password: String,
}

/// Asks for a new recovery key to print.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SecretRequest {
    /// PIN or password of who acts.
    pub secret: String,
}

/// Brings the new recovery key into force, once it was typed back in part.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RecoveryKeyRenewRequest {
    /// The groups asked for, as typed back, in the order they were asked.
    pub recovery_groups: Vec<String>,
    /// Why.
    pub reason: String,
    /// PIN or password of who acts.
    pub secret: String,
}
