//! First run, unlock, lock, PIN and settings.

use care::record::{PaperSize, Role, UserId};
use care::vocabulary::Jurisdiction;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where the program stands; the first thing the page asks for, and after every unlock or lock.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DeskView {
    /// First run, locked or open.
    pub phase: Phase,
    /// Who can unlock, by the key file.
    pub users: Vec<UserRow>,
    /// Who of them can unlock with the PIN of this run.
    pub pin_users: Vec<UserId>,
    /// Today in the clinic's calendar.
    pub today: String,
    /// Now, in UTC.
    pub now: String,
    /// Set while the vault is open.
    pub session: Option<SessionView>,
    /// Version of the program.
    pub version: String,
}

/// First run, locked or open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// There is no vault in this folder.
    FirstRun,
    /// There is one, and it is closed.
    Locked,
    /// It is open.
    Open,
}

/// A person who can unlock.
#[derive(Debug, Clone, Serialize, TS)]
pub struct UserRow {
    /// Whose key.
    pub id: UserId,
    /// Full name.
    pub name: String,
}

/// The person at the screen and the clinic.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SessionView {
    /// Who.
    pub user: UserId,
    /// Full name.
    pub user_name: String,
    /// Two or three letters.
    pub user_initials: String,
    /// What the person may do.
    pub roles: Vec<Role>,
    /// Whether a PIN is set for this run of the program; without one every signature asks for the password.
    pub has_pin: bool,
    /// Somebody else made the password: until another is chosen nothing else can be done.
    pub must_choose_password: bool,
    /// The clinic's name.
    pub clinic_name: String,
    /// The clinic's IANA zone: every instant on screen is shown on its clock.
    pub time_zone: String,
    /// Minutes without a key until the screen locks.
    pub lock_after_minutes: u8,
    /// The rules in force: version, and whether a prescriber has approved them.
    pub protocol: RulesView,
    /// The computer's clock is earlier than the newest entry of the journal.
    pub clock_went_back: bool,
}

/// The rules in force.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RulesView {
    /// Version of the shipped rules, and of the clinic's changes if there are any.
    pub version: String,
    /// Approved by a named prescriber; while `false` the screen says "to be approved by the clinic".
    pub is_approved: bool,
}

/// A fresh recovery key, shown once. Nothing is kept until the groups asked for are typed back.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RecoveryKeyView {
    /// The key in groups, in order.
    pub groups: Vec<String>,
    /// Which groups to type back, counted from 0.
    pub ask: Vec<u8>,
    /// Zone of the computer's clock, as a first guess.
    pub time_zone: String,
}

/// Makes the vault.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FirstRunRequest {
    /// The clinic.
    pub clinic: ClinicFields,
    /// The first practitioner, who also administers.
    pub practitioner: PractitionerFields,
    /// The password, 15 characters or more.
    pub password: String,
    /// The groups asked for, as typed back, in the order they were asked.
    pub recovery_groups: Vec<String>,
    /// Put in a few made-up clients to try with.
    pub with_sample_clients: SampleClients,
}

/// Whether made-up clients are put into a new vault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SampleClients {
    /// Yes.
    Add,
    /// No.
    None,
}

/// The clinic, as typed.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ClinicFields {
    /// Trading name.
    pub name: String,
    /// Postal address.
    pub address: String,
    /// Number in opening hours.
    pub phone: String,
    /// Number when the clinic is closed.
    pub out_of_hours_phone: String,
    /// Whose law the rules follow.
    pub jurisdiction: Jurisdiction,
    /// IANA zone.
    pub time_zone: String,
    /// Paper in the printer.
    pub paper: PaperSize,
    /// Minutes until the screen locks, 1 to 15.
    pub lock_after_minutes: u8,
}

/// The first practitioner, as typed.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PractitionerFields {
    /// Full name, as it is printed.
    pub name: String,
    /// Register and number; may be empty.
    pub registration: String,
    /// Deepest this person may needle, in micrometres.
    pub max_depth_um: u16,
    /// Whether this person prescribes.
    pub prescribes: bool,
}

/// Opens the vault.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct UnlockRequest {
    /// Whose password.
    pub user: UserId,
    /// The password.
    pub password: String,
}

/// Opens the vault again with the PIN of this run.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PinUnlockRequest {
    /// Whose PIN.
    pub user: UserId,
    /// The digits.
    pub pin: String,
}

/// Opens the vault with the recovery key and sets a new password for a user.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RecoverRequest {
    /// The recovery key, in any grouping.
    pub recovery_key: String,
    /// Whose password is set anew.
    pub user: UserId,
    /// The new password.
    pub password: String,
}

/// Sets the PIN of this run: 4 to 8 digits, kept in memory only.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PinRequest {
    /// The digits.
    pub pin: String,
}

/// Clinic and printing.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SettingsView {
    /// The clinic.
    pub clinic: ClinicFields,
    /// Version the next save is based on.
    pub version: u32,
    /// Printers the computer knows.
    pub printers: Vec<PrinterRow>,
    /// Folder of the vault, for the person who keeps the computer.
    pub vault_folder: String,
    /// The second folder the clinic has named for the journal's head; empty where it has named none.
    pub anchor_folder: String,
    /// Where the journal's head is written down: the folder named, or the one beside the vault.
    pub anchors_in: String,
    /// The head could not be written down there the last time.
    pub anchor_missed: bool,
    /// SHA-256 of the clinic's certificate, in groups of eight digits: what the clinic gives out so that its sealed papers
    /// are known. `None` before there is a seal.
    pub seal_fingerprint: Option<String>,
}

/// One printer.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PrinterRow {
    /// Queue name.
    pub name: String,
    /// The computer's own choice.
    pub is_default: bool,
}

/// Saves the clinic's details.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SettingsSaveRequest {
    /// The clinic.
    pub clinic: ClinicFields,
    /// Version this edit is based on.
    pub based_on: u32,
    /// Full path of the second folder for the journal's head; empty for the one beside the vault. Left out, it stays.
    #[ts(optional)]
    pub anchor_folder: Option<String>,
}
