//! Coming in by the recovery key: a new password for one person, whose second factor goes with the old one.

use care::record::{Role, UserId};
use store::{Act, Password, RecoveryKey, StoreError, Vault};

use crate::Desk;
use crate::cases::session::{refuse_automation_at_a_window, sit_down};
use crate::failure::Failure;
use crate::seat::Seat;
use crate::wire::{DeskView, RecoverRequest};

/// Opens the vault with the recovery key and gives a user a new password.
pub(crate) fn recover_vault(desk: &Desk, request: RecoverRequest) -> Result<DeskView, Failure> {
    let key = RecoveryKey::typed(&request.recovery_key).map_err(StoreError::from)?;
    Password::chosen(&request.password, &[]).map_err(StoreError::from)?;
    let now = desk.clock().now();
    let vault = Vault::recover(desk.folder(), &key, now)?;
    let (user, clinic) =
        vault.read(|read| Ok::<_, StoreError>((read.user(request.user)?.record, read.clinic()?.record)))?;
    // Which names the password must not be made of is known only now.
    let password = Password::chosen(&request.password, &[&clinic.name, &user.name]).map_err(StoreError::from)?;
    refuse_automation_at_a_window(desk, &user)?;
    vault.password_kind(user.id)?;
    vault.set_password(user.id, &user.name, &password, now)?;
    desk.pins().forget(user.id);
    sit_down_again(desk, vault, request.user)
}

/// Who came in by the recovery key has lost what they had: the second factor goes with the password.
fn sit_down_again(desk: &Desk, vault: Vault, user: UserId) -> Result<DeskView, Failure> {
    let view = sit_down(desk, vault, user, Act::Key, "recovery key, new password set")?;
    let open = desk.open()?;
    let seat = Seat::take(desk, &open, open.user.roles.first().copied().unwrap_or(Role::Assistant))?;
    seat.write(|write| {
        if write.remove_second_factor(user)? {
            write.note(Act::Key, None, "second factor taken off by the recovery key")?;
        }
        Ok(())
    })?;
    Ok(view)
}
