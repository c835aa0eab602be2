//! Restricted clients: a record that is shown only to somebody who says why, for the length of a sitting.
//!
//! The guard is [`Seat::may_see`], asked by whatever is about to show or change a client's record. Lists show such a
//! client by number only. Who looks all the same leaves an entry of its own act, which the administrator reviews.

use care::record::{ClientId, Restriction};
use serde_json::json;
use store::{Act, StoreError};

use crate::cases::clients::{client_row, open_client};
use crate::cases::fields::{Checker, TEXT};
use crate::failure::{Failure, FieldProblem, Refusal, WrongField};
use crate::seat::Seat;
use crate::wire::{BreakGlassRequest, ClientRequest, ClientRow, ClientView, RestrictionRequest};

/// Characters a reason has at least: a dot is no reason.
const LEAST_REASON: usize = 10;
/// Why somebody looks at a restricted record, in the code of HL7's purposes of use.
const BREAK_THE_GLASS: &str = "BTG";

/// Restricts a client's record. Nobody sees more than its number until they say why.
pub(crate) fn restrict_client(seat: &Seat<'_>, request: RestrictionRequest) -> Result<ClientRow, Failure> {
    if is_restricted(seat, request.client)? {
        return Err(Refusal::AlreadyRestricted.failure());
    }
    put(seat, &request, Act::Restrict, true)
}

/// Opens a restricted record to everybody again.
pub(crate) fn unrestrict_client(seat: &Seat<'_>, request: RestrictionRequest) -> Result<ClientRow, Failure> {
    if !is_restricted(seat, request.client)? {
        return Err(Refusal::NotRestricted.failure());
    }
    put(seat, &request, Act::Unrestrict, false)
}

fn put(seat: &Seat<'_>, request: &RestrictionRequest, act: Act, is_restricted: bool) -> Result<ClientRow, Failure> {
    let restriction = Restriction {
        client: request.client,
        is_restricted,
        reason: reason_of(&request.reason)?,
        set_by: seat.user().id,
        set_at: seat.now(),
    };
    seat.write(|write| {
        write.read().client(request.client)?;
        write.put(&restriction, act)
    })?;
    // Whoever opened it before says why again.
    seat.desk().close_restricted(request.client);
    Ok(client_row(seat, &seat.read(|read| read.client_row(request.client))?))
}

/// Shows a restricted record to somebody who has said why, and from then on in this sitting.
pub(crate) fn break_glass(seat: &Seat<'_>, request: BreakGlassRequest) -> Result<ClientView, Failure> {
    let reason = reason_of(&request.reason)?;
    if !is_restricted(seat, request.client)? {
        return Err(Refusal::NotRestricted.failure());
    }
    let detail = json!({ "purpose": BREAK_THE_GLASS, "reason": reason });
    seat.write(|write| write.note(Act::BreakGlass, Some(request.client), &detail))?;
    seat.desk().open_restricted(request.client);
    open_client(seat, ClientRequest { client: request.client })
}

/// A reason that is one.
///
/// # Errors
/// [`Failure::Fields`] where it is too short.
pub(crate) fn reason_of(typed: &str) -> Result<String, Failure> {
    let mut fields = Checker::default();
    let reason = fields.line("reason", typed, TEXT);
    if reason.chars().count() < LEAST_REASON {
        fields.wrong(WrongField::naming("reason", FieldProblem::ReasonShort, "least", LEAST_REASON));
    }
    fields.finish()?;
    Ok(reason)
}

fn is_restricted(seat: &Seat<'_>, client: ClientId) -> Result<bool, Failure> {
    seat.read(|read| read.is_restricted(client))
}

impl Seat<'_> {
    /// Whether this person may see or change a client's record in this sitting.
    ///
    /// # Errors
    /// [`Failure::Restricted`] until a reason was given.
    pub(crate) fn may_see(&self, client: ClientId) -> Result<(), Failure> {
        let is_open = self.desk().is_opened_restricted(client);
        if is_open || !self.read(|read| read.is_restricted(client))? { Ok(()) } else { Err(Failure::Restricted) }
    }

    /// Whether a list shows this client by number only.
    pub(crate) fn is_hidden(&self, read: &store::Read<'_>, client: ClientId) -> Result<bool, StoreError> {
        Ok(!self.desk().is_opened_restricted(client) && read.is_restricted(client)?)
    }
}
