//! Keys of one's own: the password changed by who knows it, and a new recovery sheet for the clinic.

use store::{Act, RecoveryKey};

use crate::cases::device_secret::typed_password;
use crate::cases::fields::{Checker, wrong_field};
use crate::cases::session::{check_groups, new_recovery_key};
use crate::failure::{Failure, FieldProblem};
use crate::seat::Seat;
use crate::wire::{DeskView, Empty, PasswordChangeRequest, RecoveryKeyRenewRequest, RecoveryKeyView, SecretRequest};

/// Changes one's own password. After one for a single use, this is the only act there is.
pub(crate) fn change_password(seat: &Seat<'_>, request: PasswordChangeRequest) -> Result<DeskView, Failure> {
    let mut fields = Checker::default();
    let password = fields.password("password", &request.password, &[&seat.clinic().name, &seat.user().name]);
    if request.password == request.current {
        fields.wrong(crate::failure::WrongField::new("password", FieldProblem::PasswordSame));
    }
    fields.finish()?;
    let password = password.ok_or(Failure::Panicked)?;
    let (vault, user) = (&seat.opened().vault, seat.user().id);
    let current = typed_password(seat.desk(), user, &request.current)?;
    let slot = vault.reseal_password(user, &current, &password, seat.now()).map_err(Failure::of_secret)?;
    seat.write(|write| {
        write.note(Act::Key, None, "own password changed")?;
        vault.put_slot(slot, seat.now())
    })?;
    seat.opened().has_chosen_password();
    crate::cases::session::view_desk(seat.desk(), Empty {})
}

/// Makes a new recovery key to print. The one in force stays until the new one was typed back.
pub(crate) fn draw_recovery_key(seat: &Seat<'_>, request: SecretRequest) -> Result<RecoveryKeyView, Failure> {
    seat.confirm(&request.secret)?;
    new_recovery_key(seat.desk(), RecoveryKey::generate()?)
}

/// Brings the new recovery key into force, once it was typed back in part.
pub(crate) fn renew_recovery_key(seat: &Seat<'_>, request: RecoveryKeyRenewRequest) -> Result<Empty, Failure> {
    let pending =
        seat.desk().pending_recovery().ok_or_else(|| wrong_field("recovery_groups", FieldProblem::RecoveryGroup))?;
    let mut fields = Checker::default();
    check_groups(&mut fields, &pending, &request.recovery_groups);
    let reason = fields.reason("reason", &request.reason);
    fields.finish()?;
    seat.confirm(&request.secret)?;
    seat.write(|write| {
        let deed = serde_json::json!({ "deed": "recovery key renewed and typed back", "reason": reason });
        write.note(Act::Key, None, &deed)?;
        seat.opened().vault.set_recovery_key(&pending.key)
    })?;
    seat.desk().forget_recovery();
    Ok(Empty {})
}
