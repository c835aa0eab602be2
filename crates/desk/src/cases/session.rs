//! First run, unlock and lock.

use std::sync::Arc;

use care::record::{Clinic, ClinicId, Role, User, UserId};
use chrono::{DateTime, Utc};
use store::{Act, Holder, NewVault, Occasion, Password, RecoveryKey, Renewal, StoreError, Vault, Write};
use uuid::Uuid;

use crate::Desk;
use crate::cases::device_secret::typed_password;
use crate::cases::fields::{Checker, LINE, wrong_field};
use crate::cases::settings::check_clinic;
use crate::clinic_seal::make_if_missing;
use crate::clock::Calendar;
use crate::desk::{Open, PendingRecovery, Place};
use crate::failure::{Failure, FieldProblem, Refusal, WrongField};
use crate::schedule::backup_before;
use crate::seat::{Seat, rules_in_force};
use crate::wire::{
    ClinicFields, DeskView, Empty, FirstRunRequest, Phase, PractitionerFields, RecoveryKeyView, RulesView,
    SampleClients, SessionView, UnlockRequest, UserRow,
};

/// Groups of the recovery key that are typed back.
const GROUPS_TO_TYPE_BACK: usize = 2;
/// Letter of the first computer of a clinic.
const FIRST_DEVICE: &str = "A";
/// Language of documents until the clinic says otherwise.
pub(crate) const DOCUMENT_LANGUAGE: &str = "en-GB";
/// The deepest any practitioner may be allowed, in micrometres: the deepest a device of the fact base reaches.
pub(crate) const DEEPEST_SCOPE_UM: u16 = 4000;

/// Where the program stands.
pub(crate) fn view_desk(desk: &Desk, _: Empty) -> Result<DeskView, Failure> {
    let open = desk.open().ok();
    let holders = match Vault::holders(desk.folder()) {
        Ok(holders) => Some(holders),
        Err(StoreError::NotAVault) => None,
        Err(problem) => return Err(problem.into()),
    };
    let phase = match (&open, &holders) {
        (Some(_), _) => Phase::Open,
        (None, Some(_)) => Phase::Locked,
        (None, None) => Phase::FirstRun,
    };
    let users = holders.into_iter().flatten().filter_map(|holder| match holder {
        Holder::User { user, name } => Some(UserRow { id: user, name }),
        Holder::Recovery => None,
    });
    let users: Vec<UserRow> = users.collect();
    let pin_users = users.iter().map(|user| user.id).filter(|user| desk.pins().unlocks(*user)).collect();
    let session = open.as_deref().map(|open| view_session(desk, open)).transpose()?;
    let now = desk.clock().now();
    let zone = match &open {
        Some(open) => open.vault.read(|read| read.clinic())?.record.time_zone,
        None => Calendar::zone_of_this_computer(),
    };
    Ok(DeskView {
        phase,
        users,
        pin_users,
        today: Calendar::of_zone(&zone).day(now).to_string(),
        now: now.to_rfc3339(),
        session,
        version: env!("CARGO_PKG_VERSION").to_owned(),
    })
}

fn view_session(desk: &Desk, open: &Open) -> Result<SessionView, Failure> {
    let (clinic, newest, rules) = open.vault.read(|read| {
        Ok::<_, StoreError>((read.clinic()?.record, read.newest_entry_at()?, rules_in_force(desk.protocol(), read)?))
    })?;
    let has_pin = desk.pins().has(open.user.id);
    Ok(SessionView {
        user: open.user.id,
        user_name: open.user.name.clone(),
        user_initials: open.user.initials.clone(),
        roles: open.user.roles.clone(),
        has_pin,
        must_choose_password: open.must_choose_password(),
        clinic_name: clinic.name,
        time_zone: clinic.time_zone,
        lock_after_minutes: clinic.lock_after_minutes,
        protocol: RulesView { version: rules.version().to_owned(), is_approved: rules.is_approved() },
        clock_went_back: newest.is_some_and(|newest| newest > desk.clock().now()),
    })
}

/// Makes a recovery key to show. Nothing is kept on the disk.
pub(crate) fn make_recovery_key(desk: &Desk, _: Empty) -> Result<RecoveryKeyView, Failure> {
    refuse_second_vault(desk)?;
    new_recovery_key(desk, RecoveryKey::generate()?)
}

/// Keeps a recovery key in memory until it is typed back, and shows it.
pub(crate) fn new_recovery_key(desk: &Desk, key: RecoveryKey) -> Result<RecoveryKeyView, Failure> {
    let groups: Vec<String> = key.printed().split('-').map(str::to_owned).collect();
    let ask = groups_to_ask(groups.len(), desk.clock().new_id());
    let view = RecoveryKeyView { groups, ask: ask.clone(), time_zone: Calendar::zone_of_this_computer() };
    desk.keep_recovery(PendingRecovery { key, ask });
    Ok(view)
}

/// Two different groups, drawn from the random part of a fresh id.
fn groups_to_ask(n_groups: usize, id: Uuid) -> Vec<u8> {
    let bytes = id.into_bytes();
    let mut ask: Vec<u8> = Vec::with_capacity(GROUPS_TO_TYPE_BACK);
    for byte in bytes.iter().rev() {
        let group = u8::try_from(usize::from(*byte) % n_groups.max(1)).unwrap_or(0);
        if !ask.contains(&group) && ask.len() < GROUPS_TO_TYPE_BACK {
            ask.push(group);
        }
    }
    ask.sort_unstable();
    ask
}

/// Makes the vault, once the recovery key was typed back in part. A terminal has printed it instead: what a script
/// types back proves nothing about paper (docs/decisions/0009-recovery-key-at-the-terminal.md).
pub(crate) fn create_vault(desk: &Desk, request: FirstRunRequest) -> Result<DeskView, Failure> {
    refuse_second_vault(desk)?;
    let pending = desk.pending_recovery().ok_or_else(|| wrong_field("recovery_groups", FieldProblem::RecoveryGroup))?;
    let mut fields = Checker::default();
    let clinic = check_clinic(&mut fields, "clinic.", &request.clinic);
    check_practitioner(&mut fields, &request.practitioner);
    match desk.place() {
        Place::Window => check_groups(&mut fields, &pending, &request.recovery_groups),
        Place::Terminal => {}
    }
    let names = [clinic.name.as_str(), &request.practitioner.name];
    let password = fields.password("password", &request.password, &names);
    fields.finish()?;
    let password = password.ok_or(Failure::Panicked)?;
    let vault = NewIds { vault: desk.clock().new_id(), device: desk.clock().new_id() };
    let user = first_user(UserId(desk.clock().new_id()), &request.practitioner);
    let clinic = first_clinic(ClinicId(desk.clock().new_id()), clinic);
    let open = found_vault(desk, &vault, &password, &user, &clinic, desk.clock().now())?;
    desk.forget_recovery();
    if request.with_sample_clients == SampleClients::Add {
        crate::sample::add_sample_clients(desk, &open)?;
    }
    view_desk(desk, Empty {})
}

/// Ids of a vault and of the computer it is made on.
pub(crate) struct NewIds {
    /// The vault.
    pub(crate) vault: Uuid,
    /// The computer.
    pub(crate) device: Uuid,
}

/// Makes the vault with the recovery key that was shown, and opens it for its first user.
pub(crate) fn found_vault(
    desk: &Desk,
    ids: &NewIds,
    password: &Password,
    user: &User,
    clinic: &Clinic,
    at: DateTime<Utc>,
) -> Result<Arc<Open>, Failure> {
    let pending = desk.pending_recovery().ok_or_else(|| wrong_field("recovery_groups", FieldProblem::RecoveryGroup))?;
    let new = NewVault { vault: ids.vault, device: ids.device, user: user.id, user_name: user.name.clone() };
    let vault = Vault::create(desk.folder(), &new, password, &pending.key)?;
    settle_in(desk, vault, user, clinic, at)
}

pub(crate) fn refuse_second_vault(desk: &Desk) -> Result<(), Failure> {
    match Vault::holders(desk.folder()) {
        Err(StoreError::NotAVault) => Ok(()),
        Ok(_) => Err(Failure::VaultExists),
        Err(problem) => Err(problem.into()),
    }
}

fn check_practitioner(fields: &mut Checker, practitioner: &PractitionerFields) {
    fields.needed("practitioner.name", &practitioner.name, LINE);
    fields.line("practitioner.registration", &practitioner.registration, LINE);
    fields.between("practitioner.max_depth_um", practitioner.max_depth_um, 0, DEEPEST_SCOPE_UM);
}

/// Whether the groups asked for were typed back.
pub(crate) fn check_groups(fields: &mut Checker, pending: &PendingRecovery, typed: &[String]) {
    let printed = pending.key.printed();
    let groups: Vec<&str> = printed.split('-').collect();
    for (index, asked) in pending.ask.iter().enumerate() {
        let right = groups.get(usize::from(*asked));
        let is_right =
            typed.get(index).is_some_and(|typed| right.is_some_and(|right| typed.trim().eq_ignore_ascii_case(right)));
        if !is_right {
            fields.wrong(WrongField::new(format!("recovery_groups[{index}]"), FieldProblem::RecoveryGroup));
        }
    }
}

pub(crate) fn first_user(id: UserId, practitioner: &PractitionerFields) -> User {
    let mut roles = vec![Role::Practitioner, Role::Admin];
    if practitioner.prescribes {
        roles.push(Role::Prescriber);
    }
    User {
        id,
        name: practitioner.name.trim().to_owned(),
        initials: initials_of(&practitioner.name),
        registration: practitioner.registration.trim().to_owned(),
        roles,
        max_depth_um: practitioner.max_depth_um,
        may_give_prp: true,
        may_use_prescription_items: true,
    }
}

/// First letters of the first and the last word: "Dr Mara Okafor" is "DO" only if nothing better is there.
fn initials_of(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().filter(|word| !word.ends_with('.')).collect();
    let firsts = match words.as_slice() {
        [] => Vec::new(),
        [only] => vec![*only],
        [first, .., last] => vec![*first, *last],
    };
    firsts.iter().filter_map(|word| word.chars().next()).flat_map(char::to_uppercase).collect()
}

pub(crate) fn first_clinic(id: ClinicId, clinic: ClinicFields) -> Clinic {
    Clinic {
        id,
        name: clinic.name,
        address: clinic.address,
        phone: clinic.phone,
        out_of_hours_phone: clinic.out_of_hours_phone,
        jurisdiction: clinic.jurisdiction,
        time_zone: clinic.time_zone,
        paper: clinic.paper,
        document_language: DOCUMENT_LANGUAGE.to_owned(),
        device_letter: FIRST_DEVICE.to_owned(),
        lock_after_minutes: clinic.lock_after_minutes,
        anchor_folder: String::new(),
        backup_folder: None,
    }
}

/// Writes the first records of a new vault and opens it for its first user.
fn settle_in(desk: &Desk, vault: Vault, user: &User, clinic: &Clinic, at: DateTime<Utc>) -> Result<Arc<Open>, Failure> {
    let session = desk.clock().new_id();
    let stamp = store::Stamp {
        at,
        utc_offset_s: Calendar::of_zone(&clinic.time_zone).offset_s(at),
        by: Some(user.id),
        by_name: user.name.clone(),
        role: Some(Role::Admin),
        session,
    };
    vault.write(&stamp, |write| {
        write.put(clinic, Act::Create)?;
        write.put(user, Act::Create)?;
        write.note(Act::Key, None, how_kept(desk.place()))
    })?;
    make_if_missing(&vault, &stamp, &clinic.name)?;
    crate::anchoring::anchor(desk, &vault, clinic, Occasion::Unlock, stamp.at);
    Ok(desk.put_open(Open::new(vault, user.clone(), session, clinic.lock_after_minutes)?))
}

/// What became of the recovery key before there was a vault.
fn how_kept(place: Place) -> &'static str {
    match place {
        Place::Window => "recovery key made and typed back",
        Place::Terminal => "recovery key made and printed at the terminal",
    }
}

/// Opens the vault with a password.
pub(crate) fn unlock_vault(desk: &Desk, request: UnlockRequest) -> Result<DeskView, Failure> {
    if desk.open().is_ok() {
        return view_desk(desk, Empty {});
    }
    let password = typed_password(desk, request.user, &request.password)?;
    let now = desk.clock().now();
    let vault = match desk.place() {
        Place::Window => Vault::unlock(desk.folder(), request.user, &password, now)?,
        Place::Terminal => Vault::unlock_beside(desk.folder(), request.user, &password, now)?,
    };
    sit_down(desk, vault, request.user, Act::Unlock, "password")
}

/// Takes an unlocked vault to the desk: the unlock is an entry before anything is shown.
pub(crate) fn sit_down(desk: &Desk, vault: Vault, user: UserId, act: Act, how: &str) -> Result<DeskView, Failure> {
    let (user, clinic) = vault.read(|read| Ok::<_, StoreError>((read.user(user)?.record, read.clinic()?.record)))?;
    refuse_automation_at_a_window(desk, &user)?;
    if vault.renewal() == Renewal::Done {
        desk.pins().forget_all();
    }
    let session = desk.clock().new_id();
    let now = desk.clock().now();
    let stamp = store::Stamp {
        at: now,
        utc_offset_s: Calendar::of_zone(&clinic.time_zone).offset_s(now),
        by: Some(user.id),
        by_name: user.name.clone(),
        role: user.roles.first().copied(),
        session,
    };
    vault.note_failed_unlocks(&stamp)?;
    vault.write(&stamp, |write| {
        write.note(act, None, how)?;
        if let Some(upgrade) = vault.upgrade() {
            write.put(&backup_before(upgrade, desk.clock().new_id(), now), Act::Backup)?;
        }
        note_renewal(write, vault.renewal())
    })?;
    // On a disk that takes no more the clinic still comes in; what is signed asks for the seal again.
    let _: Result<(), Failure> = make_if_missing(&vault, &stamp, &clinic.name);
    crate::anchoring::anchor(desk, &vault, &clinic, Occasion::Unlock, now);
    desk.put_open(Open::new(vault, user, session, clinic.lock_after_minutes)?);
    view_desk(desk, Empty {})
}

/// The clinic's key was changed at this opening, or still waits for it: the journal says which.
fn note_renewal(write: &mut Write<'_>, renewal: Renewal) -> Result<(), StoreError> {
    match renewal {
        Renewal::NotDue => Ok(()),
        Renewal::Done => write.note(Act::Key, None, "clinic key changed after a removal"),
        Renewal::StillDue => write.note(Act::Key, None, "clinic key still to be changed after a removal"),
    }
}

/// The password of a timer lies where a program can read it, so it opens no window.
pub(crate) fn refuse_automation_at_a_window(desk: &Desk, user: &User) -> Result<(), Failure> {
    match desk.place() {
        Place::Window if user.roles.contains(&Role::Automation) => Err(Refusal::TerminalOnly.failure()),
        Place::Window | Place::Terminal => Ok(()),
    }
}

/// Closes the vault.
pub(crate) fn lock_vault(desk: &Desk, _: Empty) -> Result<DeskView, Failure> {
    if let Ok(open) = desk.open() {
        let noted = note_lock(desk, &open, "on demand");
        desk.leave_errand(&open);
        desk.close();
        // The vault is closed all the same: a full disk must not keep it open.
        if let Err(Failure::Panicked) = noted {
            return Err(Failure::Panicked);
        }
    }
    view_desk(desk, Empty {})
}

/// Writes down that the vault was locked, and how it came about.
pub(crate) fn note_lock(desk: &Desk, open: &Open, how: &str) -> Result<(), Failure> {
    let role = open.user.roles.first().copied().unwrap_or(Role::Assistant);
    let seat = Seat::take(desk, open, role)?;
    seat.write(|write| write.note(Act::Lock, None, how))?;
    seat.anchor(Occasion::Lock);
    Ok(())
}

/// Somebody is at the desk.
pub(crate) fn touch(_: &Seat<'_>, request: Empty) -> Result<Empty, Failure> {
    // The door has noticed the person already.
    Ok(request)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_different_groups_are_asked_for() {
        for n in 0..200_u128 {
            let ask = groups_to_ask(14, Uuid::from_u128(n.wrapping_mul(0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C835)));
            assert!(ask.windows(2).all(|pair| pair[0] < pair[1]), "the same group twice proves nothing: {ask:?}");
        }
    }

    #[test]
    fn initials_are_the_first_and_the_last_name() {
        assert_eq!(initials_of("Mara Okafor"), "MO", "two words");
        assert_eq!(initials_of("Dr. Łucja Maria Święcicka"), "ŁŚ", "a title with a dot is no name");
    }
}
