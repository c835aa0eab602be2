//! The PIN of this run: set after the password, then it signs and unlocks again after a lock.

use store::{Act, Vault};

use crate::Desk;
use crate::cases::fields::wrong_field;
use crate::cases::session::{sit_down, view_desk};
use crate::failure::{Failure, FieldProblem};
use crate::pins::is_pin_shaped;
use crate::seat::Seat;
use crate::wire::{DeskView, Empty, PinRequest, PinUnlockRequest};

/// Keeps a PIN until the program ends. It is set once, after an unlock with the password: whoever finds the desk open
/// must not be able to make a PIN and sign with it.
pub(crate) fn set_pin(seat: &Seat<'_>, request: PinRequest) -> Result<DeskView, Failure> {
    if !is_pin_shaped(&request.pin) {
        return Err(wrong_field("pin", FieldProblem::PinShape));
    }
    if !seat.desk().take_leave_to_set_pin() {
        return Err(Failure::WrongSecret { tries_left: None });
    }
    let pin = seat.opened().vault.seal_pin(seat.user().id, &request.pin)?;
    let how = if pin.unlocks() { "PIN set for this run" } else { "PIN set for this run, for signatures only" };
    seat.write(|write| write.note(Act::Key, None, how))?;
    seat.desk().pins().keep(pin);
    view_desk(seat.desk(), Empty {})
}

/// Opens the vault again with the PIN of this run.
pub(crate) fn unlock_with_pin(desk: &Desk, request: PinUnlockRequest) -> Result<DeskView, Failure> {
    if desk.open().is_ok() {
        return view_desk(desk, Empty {});
    }
    if !is_pin_shaped(&request.pin) {
        return Err(wrong_field("pin", FieldProblem::PinShape));
    }
    let now = desk.clock().now();
    let unlocked =
        desk.pins().try_on(request.user, |pin| Vault::unlock_with_pin(desk.folder(), pin, &request.pin, now));
    sit_down(desk, unlocked.map_err(Failure::of_secret)?, request.user, Act::Unlock, "PIN")
}
