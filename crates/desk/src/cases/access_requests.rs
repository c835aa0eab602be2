//! Requests for a copy of a record: taken down with the day they are due, put off with a reason, answered with what was
//! given. The day comes from the rules of `care::keeping`; an answer by export names the entry of that export.

use care::keeping::{AccessRule, KeepingRules};
use care::record::{AccessAnswer, AccessRequest, AccessRequestId, AnswerHow, ClientId, Extension};
use chrono::{Days, NaiveDate, NaiveTime};
use store::{Act, StoreError, Stored};

use crate::cases::clients::client_row;
use crate::cases::fields::{Checker, LINE, TEXT, wrong_field};
use crate::failure::{Failure, FieldProblem, Refusal, WrongField};
use crate::looks::{Look, Screen};
use crate::seat::Seat;
use crate::wire::{
    AccessAnswerRequest, AccessDueRow, AccessExtendRequest, AccessRequestRow, AccessRequestsView, AccessStanding,
    AccessTakeRequest, ClientRequest,
};

/// Days before the last one on which a request stands on the day's list.
const SOON_DAYS: u64 = 7;

/// Shows a client's requests.
pub(crate) fn view_requests(seat: &Seat<'_>, request: ClientRequest) -> Result<AccessRequestsView, Failure> {
    seat.may_see(request.client)?;
    let look = Look { client: request.client, screen: Screen::Requests };
    seat.look(look, |read| read.client(request.client).map(|_| ()))?;
    view(seat, request.client)
}

/// Takes a request down.
pub(crate) fn take_request(seat: &Seat<'_>, request: AccessTakeRequest) -> Result<AccessRequestsView, Failure> {
    seat.may_see(request.client)?;
    let mut fields = Checker::default();
    let received_on = fields.day("received_on", &request.received_on);
    if received_on.is_some_and(|day| day > seat.today()) {
        fields.wrong(WrongField::new("received_on", FieldProblem::InFuture));
    }
    let asked_by = fields.needed("asked_by", &request.asked_by, LINE);
    let wanted = fields.needed("wanted", &request.wanted, TEXT);
    fields.finish()?;
    let received_on = received_on.ok_or(Failure::Panicked)?;
    let due = KeepingRules::shipped().due(received_on, seat.clinic().jurisdiction).ok_or(Failure::Panicked)?;
    let taken = AccessRequest {
        id: AccessRequestId(seat.new_id()),
        client: request.client,
        received_on,
        asked_by,
        wanted,
        rule: due.rule.id.clone(),
        due_on: due.on,
        extension: None,
        answer: None,
        taken_by: seat.user().id,
    };
    seat.write(|write| {
        write.read().client(request.client)?;
        write.put(&taken, Act::Create)
    })?;
    view(seat, request.client)
}

/// Puts the day to answer off, once, with a reason. Where the rule names a number of days it goes no further.
pub(crate) fn extend_request(seat: &Seat<'_>, request: AccessExtendRequest) -> Result<AccessRequestsView, Failure> {
    let open = open_request(seat, request.request)?;
    let mut fields = Checker::default();
    let until_on = fields.day("until_on", &request.until_on);
    let reason = fields.reason("reason", &request.reason);
    fields.finish()?;
    let until_on = until_on.ok_or(Failure::Panicked)?;
    if open.extension.is_some() {
        return Err(Refusal::ExtendedAlready.failure());
    }
    let rule = KeepingRules::shipped().access_rule(&open.rule);
    let most = rule.and_then(|rule| rule.longest_extension(open.due_on));
    if until_on <= open.due_on || most.is_some_and(|most| until_on > most) {
        return Err(wrong_field("until_on", FieldProblem::OutsideExtension));
    }
    let extension = Extension { until_on, reason, by: seat.user().id, at: seat.now() };
    let client = open.client;
    let extended = AccessRequest { extension: Some(extension), ..open };
    seat.write(|write| write.put_based_on(&extended, Act::Update, request.based_on))?;
    view(seat, client)
}

/// Writes down how a request was answered.
pub(crate) fn answer_request(seat: &Seat<'_>, request: AccessAnswerRequest) -> Result<AccessRequestsView, Failure> {
    let open = open_request(seat, request.request)?;
    let mut fields = Checker::default();
    let note = match request.how {
        AnswerHow::Refused => fields.reason("note", &request.note),
        AnswerHow::Export | AnswerHow::Paper | AnswerHow::TakenBack => fields.line("note", &request.note, TEXT),
    };
    fields.finish()?;
    let export_entry = match request.how {
        AnswerHow::Export => {
            let since = seat.calendar().instant(open.received_on.and_time(NaiveTime::MIN));
            let entry = seat.read(|read| read.newest_export_of(open.client, since))?;
            Some(entry.ok_or_else(|| Refusal::NotExportedYet.failure())?)
        }
        AnswerHow::Paper | AnswerHow::Refused | AnswerHow::TakenBack => None,
    };
    let answer = AccessAnswer { how: request.how, note, export_entry, by: seat.user().id, at: seat.now() };
    let client = open.client;
    let answered = AccessRequest { answer: Some(answer), ..open };
    seat.write(|write| write.put_based_on(&answered, Act::Update, request.based_on))?;
    view(seat, client)
}

/// A request somebody may see and that is not answered yet.
fn open_request(seat: &Seat<'_>, id: AccessRequestId) -> Result<AccessRequest, Failure> {
    let request = seat.read(|read| read.access_request(id))?.record;
    seat.may_see(request.client)?;
    if request.answer.is_some() { Err(Refusal::AnsweredAlready.failure()) } else { Ok(request) }
}

fn view(seat: &Seat<'_>, client: ClientId) -> Result<AccessRequestsView, Failure> {
    let (requests, entries) = seat.read(|read| {
        let requests = read.access_requests_of(client)?;
        let entry_of = |stored: &Stored<AccessRequest>| {
            let entry = stored.record.answer.as_ref().and_then(|answer| answer.export_entry);
            entry.map(|entry| read.entry_number(entry)).transpose()
        };
        let entries = requests.iter().map(entry_of).collect::<Result<Vec<_>, StoreError>>()?;
        Ok((requests, entries))
    })?;
    let due = KeepingRules::shipped().due(seat.today(), seat.clinic().jurisdiction);
    let rows = requests.into_iter().zip(entries).map(|(stored, entry)| request_row(seat, stored, entry));
    Ok(AccessRequestsView { rows: rows.collect(), rule_words: rule_words(due.map(|due| due.rule)) })
}

fn request_row(seat: &Seat<'_>, stored: Stored<AccessRequest>, export_entry: Option<u64>) -> AccessRequestRow {
    let Stored { record, version } = stored;
    let standing = match &record.answer {
        Some(_) => AccessStanding::Answered,
        None => standing_on(record.answer_by(), seat.today()),
    };
    AccessRequestRow {
        id: record.id,
        version,
        received_on: record.received_on.to_string(),
        answer_by: record.answer_by().to_string(),
        standing,
        rule_words: rule_words(KeepingRules::shipped().access_rule(&record.rule)),
        extension_reason: record.extension.map(|extension| extension.reason).unwrap_or_default(),
        how: record.answer.as_ref().map(|answer| answer.how),
        note: record.answer.as_ref().map(|answer| answer.note.clone()).unwrap_or_default(),
        answered_at: record.answer.map(|answer| answer.at.to_rfc3339()),
        asked_by: record.asked_by,
        wanted: record.wanted,
        export_entry,
    }
}

/// How a request that is not answered stands on a day. On its last day there is still time.
fn standing_on(answer_by: NaiveDate, today: NaiveDate) -> AccessStanding {
    if today > answer_by {
        AccessStanding::Over
    } else if answer_by <= soon(today) {
        AccessStanding::Soon
    } else {
        AccessStanding::Open
    }
}

fn soon(today: NaiveDate) -> NaiveDate {
    today.checked_add_days(Days::new(SOON_DAYS)).unwrap_or(today)
}

fn rule_words(rule: Option<&AccessRule>) -> String {
    rule.map_or_else(String::new, |rule| {
        let basis = rule.basis();
        format!("{} ({}; {}, {})", rule.says, rule.id, basis.sources(), basis.status)
    })
}

/// Requests that are due within a week, or over: for the day's list.
pub(crate) fn due_rows(seat: &Seat<'_>, read: &store::Read<'_>) -> Result<Vec<AccessDueRow>, StoreError> {
    let today = seat.today();
    let rows = read.access_requests_due_by(soon(today))?.into_iter().map(|request| {
        let client = client_row(seat, &read.client_row(request.client)?);
        let answer_by = request.answer_by();
        Ok(AccessDueRow { client, answer_by: answer_by.to_string(), is_over: today > answer_by })
    });
    rows.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_is_soon_a_week_before_and_over_the_day_after_its_last() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let standing = |today: &str| standing_on(day("2026-12-20"), day(today));
        assert_eq!(standing("2026-12-12"), AccessStanding::Open, "eight days are left");
        assert_eq!(standing("2026-12-13"), AccessStanding::Soon, "a week is left");
        assert_eq!(standing("2026-12-20"), AccessStanding::Soon, "the last day is still in time");
        assert_eq!(standing("2026-12-21"), AccessStanding::Over, "the day after is not");
    }
}
