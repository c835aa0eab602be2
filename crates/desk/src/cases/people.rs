//! The people of the clinic: added, changed and removed by an administrator, each with a key of their own.
//!
//! A removed person keeps the name in every record. The clinic's key is changed without the passwords of the others,
//! at the next opening, so removing somebody locks the vault. A key is put into the key file as the last step of the
//! write that names it in the journal: where the file cannot be written, nothing was done.

use care::record::{Role, User, UserId};
use serde::Serialize;
use store::{Act, Holder, Password, PasswordKind, StoreError, Stored, Vault};

use crate::cases::fields::{Checker, LINE};
use crate::cases::session::{DEEPEST_SCOPE_UM, view_desk};
use crate::failure::{Failure, FieldProblem, Refusal, WrongField};
use crate::seat::Seat;
use crate::wire::{
    DeskView, Empty, OneTimePasswordView, PeopleView, PersonAddRequest, PersonAddedView, PersonChangeRequest,
    PersonFields, PersonReasonRequest, PersonRow, PersonStanding,
};

/// Longest initials.
const INITIALS: usize = 4;

/// What the journal says about a person's key or roles.
#[derive(Serialize)]
pub(crate) struct Deed<'a> {
    /// What was done.
    pub(crate) deed: &'static str,
    /// To whom.
    pub(crate) person: UserId,
    /// Why; empty where nobody was asked.
    pub(crate) reason: &'a str,
}

/// Shows everybody who signs in or once did.
pub(crate) fn view_people(seat: &Seat<'_>, _: Empty) -> Result<PeopleView, Failure> {
    let users = seat.read(|read| read.users())?;
    let people = users.into_iter().map(|stored| row_of(seat, stored));
    Ok(PeopleView { people: people.collect::<Result<_, _>>()? })
}

fn row_of(seat: &Seat<'_>, Stored { record: user, version }: Stored<User>) -> Result<PersonRow, Failure> {
    let standing = match seat.opened().vault.password_kind(user.id) {
        Ok(PasswordKind::Lasting) => PersonStanding::SignsIn,
        Ok(PasswordKind::OneTime) => PersonStanding::MustChoosePassword,
        Err(StoreError::NotFound) => PersonStanding::Removed,
        Err(problem) => return Err(problem.into()),
    };
    let has_second_factor = seat.read(|read| read.has_second_factor(user.id))?;
    Ok(PersonRow {
        id: user.id,
        name: user.name,
        initials: user.initials,
        registration: user.registration,
        roles: user.roles,
        max_depth_um: user.max_depth_um,
        may_give_prp: user.may_give_prp,
        may_use_prescription_items: user.may_use_prescription_items,
        standing,
        has_second_factor,
        version,
    })
}

/// Adds a person: with a password typed at the desk, or with one for a single use, to be told in person.
pub(crate) fn add_person(seat: &Seat<'_>, request: PersonAddRequest) -> Result<PersonAddedView, Failure> {
    let mut fields = Checker::default();
    let name = fields.needed("name", &request.name, LINE);
    let checked = check_fields(&mut fields, request.fields);
    let typed = request.password.as_deref();
    let chosen = typed.and_then(|typed| fields.password("password", typed, &[&seat.clinic().name, &name]));
    // A timer cannot choose another password, so one for a single use would open nothing.
    if typed.is_none() && checked.roles.contains(&Role::Automation) {
        fields.wrong(WrongField::new("password", FieldProblem::Empty));
    }
    fields.finish()?;
    seat.confirm(&request.secret)?;
    let user = user_of(UserId(seat.new_id()), name, checked);
    let first = match chosen {
        Some(password) => FirstPassword { password, kind: PasswordKind::Lasting, shown: None },
        None => FirstPassword::for_one_use(user.id)?,
    };
    let slot = seat.opened().vault.seal_password(user.id, &user.name, &first.password, first.kind)?;
    seat.write(|write| {
        write.put(&user, Act::Create)?;
        write.note(Act::Key, None, &Deed { deed: "person added", person: user.id, reason: "" })?;
        seat.opened().vault.put_slot(slot, seat.now())
    })?;
    Ok(PersonAddedView { people: view_people(seat, Empty {})?.people, one_time: first.shown })
}

/// The password somebody begins with.
struct FirstPassword {
    password: Password,
    kind: PasswordKind,
    shown: Option<OneTimePasswordView>,
}

impl FirstPassword {
    fn for_one_use(person: UserId) -> Result<Self, Failure> {
        let text = Password::one_time()?;
        let shown = OneTimePasswordView { person, password: text.to_string() };
        Ok(Self { password: Password::typed(&text), kind: PasswordKind::OneTime, shown: Some(shown) })
    }
}

/// Changes a person's roles, scope and details.
pub(crate) fn change_person(seat: &Seat<'_>, request: PersonChangeRequest) -> Result<PeopleView, Failure> {
    let mut fields = Checker::default();
    let checked = check_fields(&mut fields, request.fields);
    let reason = fields.reason("reason", &request.reason);
    fields.finish()?;
    let before = seat.read(|read| read.user(request.person))?.record;
    if !checked.roles.contains(&Role::Admin) {
        refuse_last_admin(seat, request.person)?;
    }
    seat.confirm(&request.secret)?;
    let changed = user_of(before.id, before.name, checked);
    seat.write(|write| {
        write.put_based_on(&changed, Act::Update, request.based_on)?;
        write.note(Act::Key, None, &Deed { deed: "person changed", person: changed.id, reason: &reason })
    })?;
    view_people(seat, Empty {})
}

/// Takes a person's key away and locks the vault: the clinic's key is changed when it is opened again.
pub(crate) fn remove_person(seat: &Seat<'_>, request: PersonReasonRequest) -> Result<DeskView, Failure> {
    let reason = check_reason(&request.reason)?;
    refuse_oneself(seat, request.person)?;
    refuse_last_admin(seat, request.person)?;
    let vault = &seat.opened().vault;
    vault.password_kind(request.person)?;
    seat.confirm(&request.secret)?;
    seat.write(|write| {
        write.note(Act::Key, None, &Deed { deed: "person removed", person: request.person, reason: &reason })?;
        write.remove_second_factor(request.person)?;
        vault.remove_password(request.person)
    })?;
    // Every PIN holds the clinic's key as it is now, and that is to be changed.
    seat.desk().pins().forget_all();
    seat.desk().close();
    view_desk(seat.desk(), Empty {})
}

/// Gives a person who forgot the password one for a single use, to be told in person.
pub(crate) fn reset_password(seat: &Seat<'_>, request: PersonReasonRequest) -> Result<OneTimePasswordView, Failure> {
    let reason = check_reason(&request.reason)?;
    refuse_oneself(seat, request.person)?;
    let vault = &seat.opened().vault;
    vault.password_kind(request.person)?;
    seat.confirm(&request.secret)?;
    let user = seat.read(|read| read.user(request.person))?.record;
    let first = FirstPassword::for_one_use(user.id)?;
    let slot = vault.seal_password(user.id, &user.name, &first.password, first.kind)?;
    seat.write(|write| {
        write.note(Act::Key, None, &Deed { deed: "password for one use made", person: user.id, reason: &reason })?;
        vault.put_slot(slot, seat.now())
    })?;
    seat.desk().pins().forget(user.id);
    first.shown.ok_or(Failure::Panicked)
}

fn check_fields(fields: &mut Checker, typed: PersonFields) -> PersonFields {
    let mut roles: Vec<Role> = Vec::with_capacity(typed.roles.len());
    for role in typed.roles {
        if !roles.contains(&role) {
            roles.push(role);
        }
    }
    // Who backs up by a timer does nothing else: such a password lies where a program can read it.
    let is_mixed = roles.contains(&Role::Automation) && roles.len() > 1;
    if roles.is_empty() || is_mixed {
        let problem = if is_mixed { FieldProblem::AutomationAlone } else { FieldProblem::NoRole };
        fields.wrong(WrongField::new("fields.roles", problem));
    }
    fields.between("fields.max_depth_um", typed.max_depth_um, 0, DEEPEST_SCOPE_UM);
    PersonFields {
        initials: fields.needed("fields.initials", &typed.initials, INITIALS),
        registration: fields.line("fields.registration", &typed.registration, LINE),
        roles,
        max_depth_um: typed.max_depth_um,
        may_give_prp: typed.may_give_prp,
        may_use_prescription_items: typed.may_use_prescription_items,
    }
}

/// A reason that was typed.
pub(crate) fn check_reason(typed: &str) -> Result<String, Failure> {
    let mut fields = Checker::default();
    let reason = fields.reason("reason", typed);
    fields.finish().map(|()| reason)
}

fn user_of(id: UserId, name: String, fields: PersonFields) -> User {
    User {
        id,
        name,
        initials: fields.initials,
        registration: fields.registration,
        roles: fields.roles,
        max_depth_um: fields.max_depth_um,
        may_give_prp: fields.may_give_prp,
        may_use_prescription_items: fields.may_use_prescription_items,
    }
}

/// Removing oneself, or resetting one's own password, would leave a session without a key.
pub(crate) fn refuse_oneself(seat: &Seat<'_>, person: UserId) -> Result<(), Failure> {
    if person == seat.user().id { Err(Refusal::NotOneself.failure()) } else { Ok(()) }
}

/// Without an administrator who can sign in nobody could ever add one.
fn refuse_last_admin(seat: &Seat<'_>, leaving: UserId) -> Result<(), Failure> {
    let can_sign_in: Vec<UserId> = Vault::holders(seat.desk().folder())?
        .into_iter()
        .filter_map(|holder| match holder {
            Holder::User { user, .. } => Some(user),
            Holder::Recovery => None,
        })
        .collect();
    let is_left =
        |user: &User| user.id != leaving && user.roles.contains(&Role::Admin) && can_sign_in.contains(&user.id);
    let users = seat.read(|read| read.users())?;
    if users.iter().any(|stored| is_left(&stored.record)) { Ok(()) } else { Err(Refusal::LastAdmin.failure()) }
}
