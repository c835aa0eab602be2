//! The second factor of who administers: enrolled, asked for before an act, taken off.
//!
//! It is a gate and no key: it never stands before an unlock, and another administrator or the recovery key takes it
//! off (docs/decisions/0013-a-code-before-administering.md).

use fast_qr::{ECL, QRBuilder};
use store::{Act, CodeSecret, StoreError};

use crate::cases::people::{Deed, check_reason, refuse_oneself, view_people};
use crate::failure::{Failure, Refusal};
use crate::seat::Seat;
use crate::wire::{
    CodeRequest, Empty, PeopleView, PersonReasonRequest, QrView, SecondFactorDrawView, SecondFactorView, SecretRequest,
};

/// Modules of white that a camera needs around the picture.
const QUIET_MODULES: u16 = 4;

/// How one's own second factor stands.
pub(crate) fn view_own(seat: &Seat<'_>, _: Empty) -> Result<SecondFactorView, Failure> {
    Ok(SecondFactorView { is_on: seat.read(|read| read.has_second_factor(seat.user().id))? })
}

/// Makes a secret to show. The one in force stays until a code of the new one was typed back.
pub(crate) fn draw(seat: &Seat<'_>, request: SecretRequest) -> Result<SecondFactorDrawView, Failure> {
    seat.confirm(&request.secret)?;
    let secret = CodeSecret::generate()?;
    let address = secret.address(&seat.user().name)?;
    let view = SecondFactorDrawView { secret: secret.typed().to_string(), qr: picture(&address)? };
    seat.desk().codes().keep_drawn(seat.user().id, secret);
    Ok(view)
}

/// Brings the new secret into force, once a code of it was typed back.
pub(crate) fn prove(seat: &Seat<'_>, request: CodeRequest) -> Result<SecondFactorView, Failure> {
    let user = seat.user().id;
    let drawn = seat.desk().codes().drawn(user).ok_or_else(|| Refusal::NoCodeDrawn.failure())?;
    let step = drawn.step_of(&request.code, seat.now()).ok_or(StoreError::WrongCode)?;
    seat.write(|write| {
        write.set_second_factor(user, &drawn, step)?;
        write.note(Act::Key, None, &Deed { deed: "second factor set", person: user, reason: "" })
    })?;
    seat.desk().codes().forget_drawn();
    view_own(seat, Empty {})
}

/// Takes a code: the next act that asks for one may be done with it.
pub(crate) fn give(seat: &Seat<'_>, request: CodeRequest) -> Result<Empty, Failure> {
    seat.opened().vault.take_code(&seat.stamp(), seat.user().id, &request.code)?;
    seat.desk().codes().give_leave(seat.now());
    Ok(Empty {})
}

/// Takes one's own second factor off.
pub(crate) fn drop_own(seat: &Seat<'_>, request: SecretRequest) -> Result<SecondFactorView, Failure> {
    seat.confirm(&request.secret)?;
    take_off(seat, seat.user().id, "")?;
    view_own(seat, Empty {})
}

/// Takes the second factor of somebody off who lost the authenticator.
pub(crate) fn remove(seat: &Seat<'_>, request: PersonReasonRequest) -> Result<PeopleView, Failure> {
    let reason = check_reason(&request.reason)?;
    refuse_oneself(seat, request.person)?;
    seat.confirm(&request.secret)?;
    take_off(seat, request.person, &reason)?;
    view_people(seat, Empty {})
}

fn take_off(seat: &Seat<'_>, person: care::record::UserId, reason: &str) -> Result<(), Failure> {
    seat.write(|write| {
        if !write.remove_second_factor(person)? {
            return Err(StoreError::NotFound);
        }
        write.note(Act::Key, None, &Deed { deed: "second factor taken off", person, reason })
    })?;
    Ok(())
}

/// The picture of an address, as a path.
fn picture(address: &str) -> Result<QrView, Failure> {
    let code = QRBuilder::new(address).ecl(ECL::M).build().map_err(|_| Failure::Panicked)?;
    let size = u16::try_from(code.size).map_err(|_| Failure::Panicked)?;
    let mut path = String::new();
    for y in 0..size {
        for x in (0..size).filter(|x| code[usize::from(y)][usize::from(*x)].value()) {
            path.push_str(&format!("M{} {}h1v1h-1z", x + QUIET_MODULES, y + QUIET_MODULES));
        }
    }
    Ok(QrView { n_modules: size + 2 * QUIET_MODULES, path })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_picture_has_its_three_corners_and_its_white_margin() {
        let view = picture("otpauth://totp/Needlepoint:Mara?secret=GEZDGNBVGY3TQOJQ&issuer=Needlepoint").unwrap();
        let far = view.n_modules - QUIET_MODULES - 1;
        let dark = |x: u16, y: u16| view.path.contains(&format!("M{x} {y}h1v1h-1z"));
        for (x, y) in [(4, 4), (far, 4), (4, far)] {
            assert!(dark(x, y), "the corner at {x} {y} is dark");
        }
        let is_in_the_margin = |x: u16, y: u16| x < 4 || y < 4 || x > far || y > far;
        let n = view.n_modules;
        let stray =
            (0..n).flat_map(|y| (0..n).map(move |x| (x, y))).find(|(x, y)| is_in_the_margin(*x, *y) && dark(*x, *y));
        assert_eq!(stray, None, "nothing stands in the margin");
    }
}
