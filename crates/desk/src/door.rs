//! The one door: every command goes through here, whoever calls it.
//!
//! A command that is not on the list does not exist; one that needs a vault is refused while it is locked; one that
//! needs a role is refused to those who lack it. A panic behind the door is contained: nothing of it was written,
//! because a write that does not reach its end is rolled back.

use std::panic::{AssertUnwindSafe, catch_unwind};

use care::record::Role;
use serde_json::{Value, json};
use store::Act;

use crate::commands::{Access, COMMANDS, WITH_CODE, WITH_ONE_TIME_PASSWORD, run_at_seat, run_for_anyone};
use crate::desk::{Desk, Open};
use crate::failure::{Failure, Refusal};
use crate::seat::Seat;
use crate::wire::FailureView;

impl Desk {
    /// Runs the command `name`.
    ///
    /// # Errors
    /// A [`FailureView`]: a code to branch on and one plain sentence.
    pub fn call(&self, name: &str, request: &Value) -> Result<Value, FailureView> {
        let ran = catch_unwind(AssertUnwindSafe(|| self.run(name, request))).unwrap_or(Err(Failure::Panicked));
        ran.inspect_err(|failure| self.note_damage(failure)).map_err(|failure| failure.view(self.words()))
    }

    fn run(&self, name: &str, request: &Value) -> Result<Value, Failure> {
        if !is_of_human_size(request) {
            return Err(Failure::Shape { path: String::new() });
        }
        // After a sleep the first press must not wake an open desk: the timer may not have run yet.
        self.lock_if_idle();
        let command = COMMANDS.iter().find(|command| command.name == name).ok_or(Failure::UnknownCommand)?;
        match command.access {
            Access::Anyone => run_for_anyone(self, name, request).unwrap_or(Err(Failure::UnknownCommand)),
            Access::AnyOf(roles) => {
                let open = self.open()?;
                if open.must_choose_password() && !WITH_ONE_TIME_PASSWORD.contains(&name) {
                    return Err(Refusal::PasswordForOneUse.failure());
                }
                let held = open.roles_now()?;
                let Some(role) = acting_role(roles, &held) else {
                    self.note_denied(&open, &held, command.name);
                    return Err(Failure::WrongRole);
                };
                self.touch();
                let seat = Seat::take(self, &open, role)?;
                if WITH_CODE.contains(&name) {
                    run_with_code(&seat, name, request)
                } else {
                    run_at_seat(&seat, name, request)
                }
            }
        }
    }

    /// Writes down that a command was refused to somebody who lacks its role, once a minute for each command: a page that
    /// asks again and again must not fill the journal. It is refused whether this can be written or not.
    fn note_denied(&self, open: &Open, held: &[Role], command: &'static str) {
        let now = self.clock().now();
        let role = held.first().copied().unwrap_or(Role::Assistant);
        if !self.is_first_denial(command, now) {
            return;
        }
        if let Ok(seat) = Seat::take_at(self, open, role, now) {
            let _ = seat.write(|write| write.note(Act::Denied, None, &json!({ "command": command })));
        }
    }

    /// The bytes the page shows in its frame: `sheet/<token>` or `document/<id>`.
    ///
    /// # Errors
    /// A [`FailureView`] when the vault is locked or there is no such document.
    pub fn blob(&self, path: &str) -> Result<Vec<u8>, FailureView> {
        let read = catch_unwind(AssertUnwindSafe(|| self.read_blob(path))).unwrap_or(Err(Failure::Panicked));
        read.map_err(|failure| failure.view(self.words()))
    }

    fn read_blob(&self, path: &str) -> Result<Vec<u8>, Failure> {
        self.lock_if_idle();
        let open = self.open()?;
        if open.must_choose_password() {
            return Err(Refusal::PasswordForOneUse.failure());
        }
        let role = acting_role(MAY_SEE_PAPER, &open.roles_now()?).ok_or(Failure::WrongRole)?;
        match path.trim_start_matches('/').split_once('/') {
            Some(("sheet", token)) => {
                self.prepared(token).map(|paper| paper.bytes.clone()).ok_or_else(|| Refusal::SheetGone.failure())
            }
            Some(("document", id)) => crate::cases::documents::shown_bytes(&Seat::take(self, &open, role)?, id),
            _ => Err(Failure::Store(store::StoreError::NotFound)),
        }
    }
}

/// Runs what asks for a code. One that was given counts for one act that is done, not for one that is refused.
fn run_with_code(seat: &Seat<'_>, name: &str, request: &Value) -> Result<Value, Failure> {
    let user = seat.user().id;
    if !seat.read(|read| read.has_second_factor(user))? {
        return run_at_seat(seat, name, request);
    }
    let codes = seat.desk().codes();
    if !codes.has_leave(seat.now()) {
        return Err(Failure::NeedsCode);
    }
    let done = run_at_seat(seat, name, request)?;
    codes.use_leave();
    Ok(done)
}

/// Who may see a client's papers.
pub(crate) const MAY_SEE_PAPER: &[Role] = &[Role::Assistant, Role::Practitioner, Role::Prescriber];
/// Longest text of a request, in bytes: several times the longest field.
const LONGEST_TEXT: usize = 200_000;
/// Most values of a request: a signature of a minute with its four numbers a point is half of it.
const MOST_VALUES: usize = 250_000;

/// Whether a person at the desk could have made this request. Fields have limits of their own; this one is for what
/// would cost time before any field is looked at.
fn is_of_human_size(request: &Value) -> bool {
    let mut waiting = vec![request];
    let mut n_values = 0_usize;
    while let Some(value) = waiting.pop() {
        n_values += 1;
        match value {
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
            Value::String(text) if text.len() > LONGEST_TEXT => return false,
            Value::String(_) => {}
            Value::Array(items) => waiting.extend(items),
            Value::Object(fields) => waiting.extend(fields.values()),
        }
        if n_values + waiting.len() > MOST_VALUES {
            return false;
        }
    }
    true
}

/// The role a person acts in: the first of the command's roles that the person holds.
pub(crate) fn acting_role(needed: &[Role], held: &[Role]) -> Option<Role> {
    needed.iter().copied().find(|role| held.contains(role))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_acts_in_the_least_role_that_is_enough() {
        let needed = [Role::Assistant, Role::Practitioner, Role::Prescriber];
        let role = acting_role(&needed, &[Role::Prescriber, Role::Practitioner]);
        assert_eq!(role, Some(Role::Practitioner), "the journal names the role that allowed the act");
    }

    #[test]
    fn an_administrator_has_no_clinical_act_by_that_role_alone() {
        let role = acting_role(&[Role::Practitioner, Role::Prescriber], &[Role::Admin]);
        assert_eq!(role, None, "looking after the computer is not looking after a client");
    }
}
