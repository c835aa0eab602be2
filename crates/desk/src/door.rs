//! The one door: every command goes through here, whoever calls it.
//!
//! A command that is not on the list does not exist; one that needs a vault is refused while it is locked; one that
//! needs a role is refused to those who lack it. A panic behind the door is contained: nothing of it was written,
//! because a write that does not reach its end is rolled back.

use std::panic::{AssertUnwindSafe, catch_unwind};

use care::record::Role;
use serde_json::Value;

use crate::commands::{Access, COMMANDS, run_at_seat, run_for_anyone};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::seat::Seat;
use crate::wire::FailureView;

impl Desk {
    /// Runs the command `name`.
    ///
    /// # Errors
    /// A [`FailureView`]: a code to branch on and one plain sentence.
    pub fn call(&self, name: &str, request: &Value) -> Result<Value, FailureView> {
        let ran = catch_unwind(AssertUnwindSafe(|| self.run(name, request))).unwrap_or(Err(Failure::Panicked));
        ran.map_err(|failure| failure.view(self.words()))
    }

    fn run(&self, name: &str, request: &Value) -> Result<Value, Failure> {
        let command = COMMANDS.iter().find(|command| command.name == name).ok_or(Failure::UnknownCommand)?;
        match command.access {
            Access::Anyone => run_for_anyone(self, name, request).unwrap_or(Err(Failure::UnknownCommand)),
            Access::AnyOf(roles) => {
                let open = self.open()?;
                let role = acting_role(roles, &open.user.roles).ok_or(Failure::WrongRole)?;
                self.touch();
                run_at_seat(&Seat::take(self, &open, role)?, name, request)
            }
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
        let open = self.open()?;
        match path.trim_start_matches('/').split_once('/') {
            Some(("sheet", token)) => self
                .prepared(token)
                .map(|sheet| sheet.pdf.bytes.clone())
                .ok_or_else(|| crate::Refusal::SheetGone.failure()),
            Some(("document", id)) => crate::cases::documents::shown_bytes(&open, id),
            _ => Err(Failure::Store(store::StoreError::NotFound)),
        }
    }
}

/// The role a person acts in: the first of the command's roles that the person holds.
fn acting_role(needed: &[Role], held: &[Role]) -> Option<Role> {
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
