//! The holds of a visit with those of earlier visits that still run.

use chrono::{NaiveDateTime, TimeDelta, Timelike};

use super::DoneVisit;
use crate::assess::{HeldPart, merge_holds};
use crate::ids::{ComponentId, HoldId};
use crate::protocol::Protocol;
use crate::verdict::HoldKind;
use crate::vocabulary::ComponentKind;

/// One hold with its exact end and who set it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Running {
    pub(super) item: HoldId,
    pub(super) kind: HoldKind,
    /// `None` for a line without a time.
    pub(super) ends_at: Option<NaiveDateTime>,
    pub(super) binds: ComponentId,
    pub(super) part: ComponentKind,
    /// The earlier visit it belongs to.
    pub(super) earlier: Option<EarlierVisit>,
}

/// An earlier visit whose hold still runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct EarlierVisit {
    pub(super) number: String,
    pub(super) finished_at: NaiveDateTime,
}

/// One hold per item: the visit's own, or an earlier one that ends later. Appointments stay the visit's own.
pub(super) fn merged(protocol: &Protocol, done: &DoneVisit, earlier: &[DoneVisit]) -> Vec<Running> {
    let mut merged = holds_of(protocol, done);
    for visit in earlier.iter().filter(|visit| visit.finished_at <= done.finished_at) {
        for hold in holds_of(protocol, visit).into_iter().filter(|hold| still_runs(hold, done)) {
            let earlier = EarlierVisit { number: visit.number.clone(), finished_at: visit.finished_at };
            let hold = Running { earlier: Some(earlier), ..hold };
            match merged.iter_mut().find(|own| own.item == hold.item) {
                // A hold with an end beats a line that only allows something.
                Some(own) if own.ends_at < hold.ends_at => *own = hold,
                Some(_) => {}
                None => merged.push(hold),
            }
        }
    }
    merged.sort_by(|a, b| a.item.cmp(&b.item));
    merged
}

fn still_runs(hold: &Running, done: &DoneVisit) -> bool {
    let is_hold = match hold.kind {
        HoldKind::Until | HoldKind::Start => true,
        HoldKind::At | HoldKind::May | HoldKind::Always | HoldKind::Plan | HoldKind::Rx => false,
    };
    is_hold && hold.ends_at.is_some_and(|ends_at| ends_at > done.finished_at)
}

fn holds_of(protocol: &Protocol, visit: &DoneVisit) -> Vec<Running> {
    let held =
        visit.parts.iter().filter_map(|part| Some(HeldPart { id: part.id.clone(), column: part.column(protocol)? }));
    let held: Vec<HeldPart> = held.collect();
    let rows = merge_holds(protocol, &visit.policy, &held, &|question| visit.answers_yes(question));
    let running = |row: crate::verdict::HoldRow| {
        let part = visit.parts.iter().find(|part| part.id == row.binds)?;
        let ends_at = row.hours.map(|hours| visit.finished_at + TimeDelta::hours(i64::from(hours)));
        Some(Running {
            item: row.item,
            kind: row.kind,
            ends_at,
            binds: row.binds,
            part: part.what.kind(),
            earlier: None,
        })
    };
    rows.into_iter().filter_map(running).collect()
}

/// The end as a sheet prints it: a hold that would end in the night ends the morning after.
pub(super) fn printed_at(protocol: &Protocol, ends_at: NaiveDateTime) -> NaiveDateTime {
    let night = &protocol.aftercare.night;
    let morning = |on: chrono::NaiveDate| on.and_hms_opt(night.to_hour, 0, 0).unwrap_or(ends_at);
    if ends_at.hour() >= night.from_hour {
        morning(ends_at.date() + chrono::Days::new(1))
    } else if ends_at.hour() < night.to_hour {
        morning(ends_at.date())
    } else {
        ends_at
    }
}
