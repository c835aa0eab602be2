//! Whether the treatment of a visit may begin: a consent that covers the plan, the questions of today, and what the
//! rules say now. A signature of an hour ago answers none of these for good.
//!
//! What was done may always be recorded truthfully: a visit that has begun is stopped from going on, never from
//! being charted.

use std::collections::BTreeSet;

use care::record::{Component, ConsentOutcome, excess};
use care::zones::{Side, ZoneId};
use store::{StoreError, Write};

use crate::failure::{Failure, Refusal};
use crate::seat::Seat;
use crate::visit::{Draft, GapReason, Judged, OpenVisit};

/// Whether the treatment may begin now.
///
/// # Errors
/// [`Refusal::NoConsent`], [`Refusal::ScreeningOpen`] or [`Refusal::Stopped`] if it may not.
pub(crate) fn may_begin(open: &OpenVisit, judged: &Judged) -> Result<(), Failure> {
    let gap = open.gap(judged);
    let is_by_answers = gap.as_ref().is_some_and(|gap| gap.why == GapReason::NewRisk);
    if open.components().is_empty() || (gap.is_some() && !is_by_answers) {
        return Err(Refusal::NoConsent.failure());
    }
    if !open.is_screened() {
        return Err(Refusal::ScreeningOpen.failure());
    }
    if !judged.may_go_on() {
        return Err(Refusal::Stopped.failure());
    }
    // Answers that changed are answered for first: what stops the treatment needs no signature.
    if is_by_answers {
        return Err(Refusal::NoConsent.failure());
    }
    Ok(())
}

/// Questions of the same day that were answered on another one. A visit that has begun, or is over, rests on the
/// answers it began with.
pub(super) fn stale_questions(seat: &Seat<'_>, open: &OpenVisit) -> BTreeSet<String> {
    if open.has_begun() {
        return BTreeSet::new();
    }
    let (calendar, today) = (seat.calendar(), seat.today());
    let answers = open.answers();
    let same_day = seat.protocol().questions().filter(|question| question.is_same_day());
    let stale = same_day
        .filter(|question| answers.get(question.id()).is_some_and(|answer| calendar.day(answer.asked_at) != today));
    stale.map(|question| question.id().to_owned()).collect()
}

/// Whether the draft is still as it was read. What was entered while a PIN was checked has been acknowledged: closing a
/// step must not clear it unseen.
///
/// # Errors
/// [`StoreError::Conflict`] if something was entered since.
pub(crate) fn still_as_read(write: &Write<'_>, open: &OpenVisit) -> Result<(), StoreError> {
    let fields = write.read().draft(open.visit.id)?;
    let now = Draft::read(fields.iter().map(|field| (field.path.as_str(), &field.value)));
    if now.is_ok_and(|now| now == open.draft) {
        return Ok(());
    }
    Err(StoreError::Conflict { current: open.version, based_on: open.version })
}

impl OpenVisit {
    /// Whether something was done to the client, or the visit is over.
    pub(crate) fn has_begun(&self) -> bool {
        self.is_over() || !self.zones().is_empty() || !self.used_items().is_empty() || self.finished_at().is_some()
    }

    /// Whether the visit is signed or was closed without treatment.
    pub(crate) fn is_over(&self) -> bool {
        self.visit.is_signed || self.visit.not_today.is_some()
    }

    /// The deepest planned for a side of a zone, in micrometres; `None` where it is not needled.
    pub(crate) fn planned_um(&self, zone: ZoneId, side: Side) -> Option<u16> {
        deepest_um(self.components(), zone, side)
    }

    /// The deepest the client has agreed to for a side of a zone, in micrometres.
    pub(crate) fn agreed_um(&self, zone: ZoneId, side: Side) -> Option<u16> {
        let standing = self.standing_consents();
        standing.iter().filter_map(|consent| deepest_um(&consent.components, zone, side)).max()
    }

    /// Whether what is charted began under a signature, even if the client took it back since.
    pub(crate) fn began_with_consent(&self) -> bool {
        let planned = self.components();
        let of_client = self.consents.iter().filter(|consent| consent.client == self.visit.client);
        let signed: Vec<&[Component]> = of_client
            .filter(|consent| matches!(consent.outcome, ConsentOutcome::Signed))
            .map(|consent| consent.components.as_slice())
            .collect();
        !self.zones().is_empty() && !planned.is_empty() && excess(&signed, planned).is_empty()
    }
}

fn deepest_um(components: &[Component], zone: ZoneId, side: Side) -> Option<u16> {
    let zones = components.iter().flat_map(|part| &part.zones);
    zones.filter(|planned| planned.zone == zone && planned.side == side).filter_map(|planned| planned.depth_um).max()
}
