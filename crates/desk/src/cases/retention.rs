//! Retention and erasure: whose record has been kept long enough, what holds it all the same, and its end.
//!
//! The desk proposes and never acts by itself. An erasure is an administrator's act with the client's number typed again,
//! a reason and a PIN or password; of clients this page knows the numbers only.

use std::collections::BTreeSet;

use care::keeping::{KeepingRules, Kept, LastCare, RetentionRule};
use care::record::{ClientId, Erasure, RetentionHold};
use chrono::NaiveDate;
use fluent_bundle::FluentArgs;
use store::{Act, Erased, LastSeen, Read, StoreError};

use crate::cases::fields::{Checker, LINE, wrong_field};
use crate::cases::restrictions::reason_of;
use crate::cases::wrong_client::number_of_client;
use crate::failure::{Failure, FieldProblem, Refusal};
use crate::looks::Screen;
use crate::seat::Seat;
use crate::visit::{foreign_visits, owner_of};
use crate::wire::{
    BeforeItsTime, EraseRequest, ErasedView, HoldRequest, RetentionRequest, RetentionRow, RetentionView,
};
use crate::words::without_isolates;

/// Proposals shown at once, whoever was seen longest ago first.
const MOST_ROWS: usize = 100;

/// Shows whose retention is over. That it was looked at is an entry.
pub(crate) fn view_retention(seat: &Seat<'_>, request: RetentionRequest) -> Result<RetentionView, Failure> {
    seat.write(|write| write.note(Act::Open, None, &Screen::Retention))?;
    view(seat, request.number.as_deref())
}

/// Holds a record beyond its retention.
pub(crate) fn hold_record(seat: &Seat<'_>, request: HoldRequest) -> Result<RetentionView, Failure> {
    put_hold(seat, &request, Act::Hold, true)
}

/// Takes a hold away.
pub(crate) fn release_record(seat: &Seat<'_>, request: HoldRequest) -> Result<RetentionView, Failure> {
    put_hold(seat, &request, Act::Release, false)
}

fn put_hold(seat: &Seat<'_>, request: &HoldRequest, act: Act, is_held: bool) -> Result<RetentionView, Failure> {
    let reason = reason_of(&request.reason)?;
    let (client, was_held) =
        seat.read(|read| Ok((read.client(request.client)?.record, read.retention_hold(request.client)?.is_some())))?;
    if was_held == is_held {
        return Err(if is_held { Refusal::HeldAlready } else { Refusal::NotHeld }.failure());
    }
    let (set_by, set_at) = (seat.user().id, seat.now());
    let hold = RetentionHold { client: request.client, is_held, reason, set_by, set_at };
    seat.write(|write| write.put(&hold, act))?;
    view(seat, Some(&client.number))
}

/// Erases a client's record for good.
pub(crate) fn erase_client(seat: &Seat<'_>, request: EraseRequest) -> Result<ErasedView, Failure> {
    let client = seat.read(|read| read.client(request.client))?.record;
    let reason = reason_of(&request.reason)?;
    let mut fields = Checker::default();
    let typed = fields.needed("number", &request.number, LINE);
    fields.finish()?;
    if !typed.eq_ignore_ascii_case(&client.number) {
        return Err(wrong_field("number", FieldProblem::OtherNumber));
    }
    let row = seat.read(|read| row_of(seat, read, read.last_seen(&client.number)?))?;
    if !row.shown.holds.is_empty() {
        return Err(Refusal::RecordHeld.failure());
    }
    if !row.shown.is_over && request.before_its_time == BeforeItsTime::Refuse {
        return Err(Refusal::RetentionNotOver.naming("until", row.shown.kept_until.unwrap_or_default()));
    }
    seat.confirm(&request.secret)?;
    let erasure = Erasure {
        client: client.id,
        number: client.number,
        visit_number: None,
        document_number: None,
        elsewhere: Vec::new(),
        reason,
        rule: row.kept.filter(|_| row.shown.is_over).map(|kept| kept.rule.id.clone()),
        erased_by: seat.user().id,
        erased_at: seat.now(),
    };
    let erased = seat.opened().vault.erase_client(&seat.stamp(), &erasure)?;
    // Nothing of the client stays in memory either.
    seat.desk().forget_client(client.id);
    Ok(ErasedView { words: words_of(seat, &erasure, erased), retention: view(seat, None)? })
}

fn words_of(seat: &Seat<'_>, erasure: &Erasure, erased: Erased) -> String {
    let mut args = FluentArgs::new();
    args.set("number", erasure.number.clone());
    args.set("entries", erased.n_bodies);
    args.set("files", erased.n_files);
    let erased_words = without_isolates(&seat.words().say("erased", Some(&args)));
    if erased.is_cleared {
        return erased_words;
    }
    format!("{erased_words} {}", seat.words().say("erased-not-cleared", None))
}

fn view(seat: &Seat<'_>, number: Option<&str>) -> Result<RetentionView, Failure> {
    let jurisdiction = seat.clinic().jurisdiction;
    let rules = KeepingRules::shipped();
    let (rows, asked, n_erased) = seat.read(|read| {
        let before = rules.earliest_over(seat.today(), jurisdiction);
        let long_ago = before.map(|day| read.clients_not_seen_after(day)).transpose()?.unwrap_or_default();
        let mut rows = Vec::new();
        for seen in long_ago {
            let row = row_of(seat, read, seen)?;
            if row.shown.is_over && rows.len() < MOST_ROWS {
                rows.push(row.shown);
            }
        }
        let asked = number.map(|number| read.last_seen(number.trim())).transpose()?;
        let asked = asked.map(|seen| row_of(seat, read, seen)).transpose()?.map(|row| row.shown);
        Ok((rows, asked, read.erasures()?.len()))
    })?;
    let rules = rules.retention(jurisdiction).map(rule_words).collect();
    Ok(RetentionView { rules, rows, asked, n_erased: u32::try_from(n_erased).unwrap_or(u32::MAX) })
}

/// How one record stands, with the rule behind it.
struct Standing {
    shown: RetentionRow,
    kept: Option<Kept>,
}

fn row_of(seat: &Seat<'_>, read: &Read<'_>, seen: LastSeen) -> Result<Standing, StoreError> {
    let last_entry_on = last_day(seat, &seen);
    let care = LastCare { born_on: seen.born_on, last_entry_on };
    let kept = KeepingRules::shipped().kept(care, seat.clinic().jurisdiction);
    let is_held = read.retention_hold(seen.client)?.is_some();
    let shown = RetentionRow {
        client: seen.client,
        number: seen.number.clone(),
        last_entry_on: last_entry_on.to_string(),
        kept_until: kept.map(|kept| kept.until.to_string()),
        rule_words: kept.map(|kept| rule_words(kept.rule)).unwrap_or_default(),
        is_over: kept.is_some_and(|kept| kept.is_over_on(seat.today())),
        is_held,
        holds: holds(seat, read, &seen, is_held)?,
    };
    Ok(Standing { shown, kept })
}

fn last_day(seat: &Seat<'_>, seen: &LastSeen) -> NaiveDate {
    let entered_on = seat.calendar().day(seen.last_entry_at);
    seen.last_day.map_or(entered_on, |day| day.max(entered_on))
}

/// What keeps a record from being erased.
fn holds(seat: &Seat<'_>, read: &Read<'_>, seen: &LastSeen, is_held: bool) -> Result<Vec<String>, StoreError> {
    let mut holds = Vec::new();
    if is_held {
        let mut args = FluentArgs::new();
        args.set("reason", read.retention_hold(seen.client)?.map(|hold| hold.reason).unwrap_or_default());
        holds.push(without_isolates(&seat.words().say("hold-clinic", Some(&args))));
    }
    if seen.has_open_visit {
        holds.push(seat.words().say("hold-visit", None));
    }
    if seen.has_open_request {
        holds.push(seat.words().say("hold-request", None));
    }
    for number in of_others(read, seen.client)? {
        let mut args = FluentArgs::new();
        args.set("number", number);
        holds.push(without_isolates(&seat.words().say("hold-other-client", Some(&args))));
    }
    Ok(holds)
}

/// The numbers of clients whose visits stand signed in this file because they were recorded here by mistake. What was
/// done to somebody is not erased with somebody else's record.
fn of_others(read: &Read<'_>, client: ClientId) -> Result<BTreeSet<String>, StoreError> {
    let mut numbers = BTreeSet::new();
    let photos = read.photos_of(client)?;
    for visit in foreign_visits(read, client)? {
        let visit = read.visit(visit)?.record;
        // Photos of a visit that was moved before it was signed stay where they were taken.
        let has_photos = photos.iter().any(|kept| kept.photo.visit == Some(visit.id));
        if visit.client == client || has_photos {
            numbers.insert(number_of_client(read, owner_of(read, &visit)?)?);
        }
    }
    Ok(numbers)
}

fn rule_words(rule: &RetentionRule) -> String {
    let basis = rule.basis();
    format!("{} ({}; {}, {})", rule.says, rule.id, basis.sources(), basis.status)
}
