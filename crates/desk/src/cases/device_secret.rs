//! The secret of this computer beside a password: put there, taken away, and fetched whenever the password is typed.
//!
//! It is kept and read back before a slot asks for it, and it is never the only way in
//! (docs/decisions/0022-secret-of-this-computer.md).

use care::record::UserId;
use store::{Act, DeviceSecret, NewSlot, Password, Vault};
use uuid::Uuid;

use crate::Desk;
use crate::failure::Failure;
use crate::keyring::{Keyring, KeyringProblem};
use crate::seat::Seat;
use crate::wire::{DeviceSecretState, DeviceSecretView, Empty, OwnPasswordRequest};

/// What `user` typed, with the secret of this computer where that password asks for one.
///
/// # Errors
/// A keyring that does not answer; a secret that is not in it is the vault's to miss.
pub(crate) fn typed_password(desk: &Desk, user: UserId, typed: &str) -> Result<Password, Failure> {
    with_secret(desk, Vault::device_secret_of(desk.folder(), user)?, typed)
}

/// What was typed, with the secret `wanted`.
///
/// # Errors
/// As [`typed_password`].
pub(crate) fn with_secret(desk: &Desk, wanted: Option<Uuid>, typed: &str) -> Result<Password, Failure> {
    let password = Password::typed(typed);
    let Some(wanted) = wanted else {
        return Ok(password);
    };
    Ok(match desk.host().keyring().read(wanted)? {
        Some(secret) => password.with_device(secret),
        None => password,
    })
}

/// How it stands for oneself.
pub(crate) fn view_own(seat: &Seat<'_>, _: Empty) -> Result<DeviceSecretView, Failure> {
    let asked = Vault::device_secret_of(seat.desk().folder(), seat.user().id)?;
    let state = match asked {
        Some(_) => DeviceSecretState::On,
        None if seat.host().keyring().is_here() => DeviceSecretState::Off,
        None => DeviceSecretState::NotAvailable,
    };
    Ok(DeviceSecretView { state })
}

/// Puts a new secret of this computer beside one's own password.
pub(crate) fn keep(seat: &Seat<'_>, request: OwnPasswordRequest) -> Result<DeviceSecretView, Failure> {
    let (desk, user) = (seat.desk(), seat.user().id);
    let password = typed_password(desk, user, &request.password)?;
    let secret = DeviceSecret::generate(seat.new_id())?;
    let sealed = seat.opened().vault.seal_with_device(user, &password, secret.clone(), seat.now());
    let slot = sealed.map_err(Failure::of_secret)?;
    let keyring = seat.host().keyring();
    keep_for_sure(keyring, &secret)?;
    let put = put_slot(seat, slot, "secret of this computer put beside the own password");
    if put.is_err() && Vault::device_secret_of(desk.folder(), user).is_ok_and(|asked| asked != Some(secret.id())) {
        // Nothing asks for it. Best effort: what stays in the keyring opens nothing.
        let _ = keyring.forget(secret.id());
    }
    put?;
    view_own(seat, Empty {})
}

/// Lets one's own password open alone again. The secret stays in the keyring, for the backups of its days.
pub(crate) fn drop_own(seat: &Seat<'_>, request: OwnPasswordRequest) -> Result<DeviceSecretView, Failure> {
    let user = seat.user().id;
    let password = typed_password(seat.desk(), user, &request.password)?;
    let sealed = seat.opened().vault.seal_without_device(user, &password, seat.now());
    put_slot(seat, sealed.map_err(Failure::of_secret)?, "secret of this computer taken from the own password")?;
    view_own(seat, Empty {})
}

/// Keeps a secret and reads it back: a keyring that takes everything and keeps nothing is found out before a password
/// hangs on it.
fn keep_for_sure(keyring: &dyn Keyring, secret: &DeviceSecret) -> Result<(), KeyringProblem> {
    keyring.keep(secret)?;
    let read = keyring.read(secret.id());
    if read.as_ref().is_ok_and(|kept| kept.as_ref() == Some(secret)) {
        return Ok(());
    }
    // Best effort: what stays in the keyring opens nothing.
    let _ = keyring.forget(secret.id());
    read.and(Err(KeyringProblem::Forgot))
}

fn put_slot(seat: &Seat<'_>, slot: NewSlot, deed: &str) -> Result<(), Failure> {
    seat.write(|write| {
        write.note(Act::Key, None, deed)?;
        seat.opened().vault.put_slot(slot, seat.now())
    })?;
    Ok(())
}
