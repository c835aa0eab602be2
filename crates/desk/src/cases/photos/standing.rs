//! What a client allows with a photo, and withdrawing a photo or scan. Each is a record of its own.

use care::record::{ClientId, MediaWithdrawal, PhotoPermission, WithdrawnMedia};
use store::Act;

use super::looking::sheet;
use crate::cases::fields::Checker;
use crate::failure::{Failure, Refusal};
use crate::seat::Seat;
use crate::wire::{PhotoScopeRequest, PhotoWithdrawRequest, PhotosView, ScanWithdrawRequest};

/// Writes down what the client allows from now on.
pub(crate) fn set_scope(seat: &Seat<'_>, request: PhotoScopeRequest) -> Result<PhotosView, Failure> {
    let kept = seat.read(|read| read.photo(request.photo))?;
    let client = kept.photo.client;
    seat.may_see(client)?;
    if kept.withdrawal.is_some() {
        return Err(Refusal::MediaWithdrawn.failure());
    }
    if kept.scope == request.scope {
        return Err(Refusal::NothingChanged.failure());
    }
    let (set_by, set_at) = (seat.user().id, seat.now());
    let permission = PhotoPermission { photo: request.photo, client, scope: request.scope, set_by, set_at };
    seat.write(|write| write.put(&permission, Act::Update))?;
    sheet(seat, client)
}

/// Withdraws a photo for good.
pub(crate) fn withdraw_photo(seat: &Seat<'_>, request: PhotoWithdrawRequest) -> Result<PhotosView, Failure> {
    let kept = seat.read(|read| read.photo(request.photo))?;
    let of = WithdrawnMedia::Photo(request.photo);
    withdraw(seat, kept.photo.client, of, kept.withdrawal.is_some(), &request.reason)
}

/// Withdraws a scan for good.
pub(crate) fn withdraw_scan(seat: &Seat<'_>, request: ScanWithdrawRequest) -> Result<PhotosView, Failure> {
    let kept = seat.read(|read| read.scan(request.scan))?;
    let of = WithdrawnMedia::Scan(request.scan);
    withdraw(seat, kept.scan.client, of, kept.withdrawal.is_some(), &request.reason)
}

fn withdraw(
    seat: &Seat<'_>,
    client: ClientId,
    of: WithdrawnMedia,
    is_withdrawn: bool,
    reason: &str,
) -> Result<PhotosView, Failure> {
    seat.may_see(client)?;
    if is_withdrawn {
        return Err(Refusal::MediaWithdrawn.failure());
    }
    let mut fields = Checker::default();
    let reason = fields.reason("reason", reason);
    fields.finish()?;
    let withdrawal = MediaWithdrawal { of, client, reason, withdrawn_by: seat.user().id, withdrawn_at: seat.now() };
    seat.write(|write| write.put(&withdrawal, Act::Withdraw))?;
    sheet(seat, client)
}
