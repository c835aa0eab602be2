//! The journal: pages for the administrator, one client's part for whoever may open the client, and its check.

use care::record::{ClientId, Role};
use chrono::{DateTime, Duration, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use fluent_bundle::FluentArgs;
use serde_json::Value;
use store::{Act, AnchorLog, ChainReport, DamageKind, Entity, JournalFilter, KnownHead};

use crate::anchoring::second_folder;
use crate::cases::fields::Checker;
use crate::failure::{Failure, FieldProblem, WrongField};
use crate::looks::{Look, Screen};
use crate::seat::Seat;
use crate::wire::{
    Choice, ClientJournalRequest, JournalRow, JournalVerifyRequest, JournalVerifyView, JournalView, JournalViewRequest,
    UserRow,
};
use crate::words::without_isolates;

/// Entries of a page.
const PAGE: u32 = 50;
/// Hexadecimal digits of a head on paper.
const PRINTED_DIGITS: usize = 16;
/// Acts whose reason a review reads.
const REASONED: [Act; 3] = [Act::BreakGlass, Act::Restrict, Act::Unrestrict];

/// Shows a page of the whole journal. That it was looked at is an entry, too.
pub(crate) fn view_journal(seat: &Seat<'_>, request: JournalViewRequest) -> Result<JournalView, Failure> {
    let filter = filter_of(seat, &request)?;
    if request.before.is_none() {
        seat.write(|write| write.note(Act::Open, request.client, &Screen::Journal))?;
    }
    page(seat, &filter)
}

/// Shows who opened, changed, printed and handed out one client's record.
pub(crate) fn view_client_journal(seat: &Seat<'_>, request: ClientJournalRequest) -> Result<JournalView, Failure> {
    seat.may_see(request.client)?;
    let look = Look { client: request.client, screen: Screen::Journal };
    seat.look(look, |read| read.client(request.client).map(|_| ()))?;
    page(seat, &JournalFilter { client: Some(request.client), before: request.before, ..JournalFilter::default() })
}

fn filter_of(seat: &Seat<'_>, request: &JournalViewRequest) -> Result<JournalFilter, Failure> {
    let mut fields = Checker::default();
    let act = request.act.as_ref().map(|word| Act::ALL.iter().copied().find(|act| act.word() == word));
    if act == Some(None) {
        fields.wrong(WrongField::new("act", FieldProblem::NotOneOf));
    }
    let entity = request.entity.as_ref().map(|word| Entity::from_word(word));
    if entity == Some(None) {
        fields.wrong(WrongField::new("entity", FieldProblem::NotOneOf));
    }
    let numbered = request
        .client_number
        .as_ref()
        .map(|number| seat.read(|read| read.client_numbered(number.trim())))
        .transpose()?;
    if numbered == Some(None) {
        fields.wrong(WrongField::new("client_number", FieldProblem::NoSuchNumber));
    }
    let from = request.from.as_ref().and_then(|text| beginning(&mut fields, text));
    let to = request.to.as_ref().and_then(|text| fields.day("to", text));
    fields.finish()?;
    let instant = |local: NaiveDateTime| seat.calendar().instant(local);
    Ok(JournalFilter {
        client: request.client.or(numbered.flatten()),
        user: request.user,
        act: act.flatten(),
        entity: entity.flatten(),
        from: from.map(instant),
        until: to.map(|day: NaiveDate| instant((day + Duration::days(1)).and_time(NaiveTime::MIN))),
        before: request.before,
    })
}

/// A day from its first minute, or a moment.
fn beginning(fields: &mut Checker, text: &str) -> Option<NaiveDateTime> {
    if text.contains('T') {
        return fields.moment("from", text);
    }
    fields.day("from", text).map(|day| day.and_time(NaiveTime::MIN))
}

fn page(seat: &Seat<'_>, filter: &JournalFilter) -> Result<JournalView, Failure> {
    let (rows, users) = seat.read(|read| Ok((read.journal_page(filter, PAGE)?, read.users()?)))?;
    let is_full = u32::try_from(rows.len()).is_ok_and(|n| n == PAGE);
    let next = rows.last().filter(|_| is_full).map(|row| row.place);
    let words = |key: String| seat.words().say(&key, None);
    let choice = |word: &str, key: String| Choice { id: word.to_owned(), words: words(key) };
    Ok(JournalView {
        rows: rows.iter().map(|row| journal_row(seat, row)).collect(),
        next,
        acts: Act::ALL.iter().map(|act| choice(act.word(), act_key(act.word()))).collect(),
        entities: Entity::ALL.iter().map(|entity| choice(entity.word(), entity_key(entity.word()))).collect(),
        people: users.into_iter().map(|user| UserRow { id: user.record.id, name: user.record.name }).collect(),
    })
}

fn act_key(word: &str) -> String {
    format!("act-{word}")
}

fn entity_key(word: &str) -> String {
    format!("entity-{word}")
}

/// One entry as a page shows it.
pub(super) fn journal_row(seat: &Seat<'_>, row: &store::JournalRow) -> JournalRow {
    let entry = &row.entry;
    let body: Value = row.body.as_deref().and_then(|body| serde_json::from_slice(body).ok()).unwrap_or_default();
    let is_reasoned = REASONED.iter().any(|act| act.word() == entry.act);
    let reason = body["reason"].as_str().filter(|_| is_reasoned).unwrap_or_default();
    JournalRow {
        seq: entry.seq,
        at: DateTime::<Utc>::from_timestamp_millis(entry.at_ms).unwrap_or_default().to_rfc3339(),
        clock_went_back: entry.clock_went_back,
        by: entry.user_name.clone(),
        role: entry.role.as_deref().and_then(role_of),
        act: entry.act.clone(),
        act_words: seat.words().say(&act_key(&entry.act), None),
        what: what(seat, row, &body),
        client: entry.client.map(ClientId),
        client_number: row.client_number.clone(),
        reason: reason.to_owned(),
    }
}

fn role_of(word: &str) -> Option<Role> {
    serde_json::from_value(Value::from(word)).ok()
}

/// With what something was done: the kind of record, the screen, the document by its number, how many were found.
fn what(seat: &Seat<'_>, row: &store::JournalRow, body: &Value) -> String {
    let say = |key: String| if seat.words().has(&key) { seat.words().say(&key, None) } else { String::new() };
    let kind = match (&row.entry.entity, body["screen"].as_str(), body.as_str()) {
        (Some(entity), _, _) => say(entity_key(entity)),
        (None, Some(screen), _) => say(format!("look-{screen}")),
        (None, None, Some(word)) => say(format!("look-{word}")),
        (None, None, None) => String::new(),
    };
    let named = |name: &str| body[name].as_str().unwrap_or_default();
    let found = body["n_found"].as_u64().map_or_else(String::new, |n| {
        let mut args = FluentArgs::new();
        args.set("n", n);
        without_isolates(&seat.words().say("search-n-found", Some(&args)))
    });
    let parts = [kind.as_str(), named("number"), named("outcome"), named("command"), &found];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Checks the whole journal against the second folder and the heads that were typed in from paper.
pub(crate) fn verify_journal(seat: &Seat<'_>, request: JournalVerifyRequest) -> Result<JournalVerifyView, Failure> {
    let typed = printed_heads(&request.heads)?;
    let folder = second_folder(seat.desk().folder(), seat.clinic());
    // The heads first, the snapshot after: a line written between must not look like an end that is missing.
    let log = seat.opened().vault.anchors(&folder).unwrap_or_else(|_| AnchorLog::default());
    let (report, head, n_shredded) = seat.read(|read| {
        let device = read.device()?;
        let printed = typed.iter().map(|(seq, begins)| KnownHead { device, seq: *seq, hash_begins: begins.clone() });
        let known: Vec<KnownHead> = log.anchors.iter().map(KnownHead::from).chain(printed).collect();
        let report = store::verify_against(read, &known)?;
        // In a damaged journal a missing body may be the damage.
        let n_shredded = if report.damage.is_none() { read.n_shredded()? } else { 0 };
        Ok((report, read.head()?, n_shredded))
    })?;
    let result = serde_json::json!({ "is_whole": report.damage.is_none(), "n_entries": report.n_entries });
    seat.write(|write| write.note(Act::Verify, None, &result))?;
    Ok(JournalVerifyView {
        is_whole: report.damage.is_none(),
        words: [verdict(seat, &report), shredded(seat, n_shredded)].join(" ").trim().to_owned(),
        n_shredded,
        damaged_from: report.damage.map(|damage| damage.seq),
        n_entries: report.n_entries,
        head: format!("{}-{}", head.seq, head.short_hash()),
        n_anchors: log.anchors.len() as u64,
        n_passed_over: log.n_passed_over,
        anchors_in: folder.display().to_string(),
    })
}

/// Says how much is missing by right; nothing where nobody was erased.
fn shredded(seat: &Seat<'_>, n_shredded: u64) -> String {
    if n_shredded == 0 {
        return String::new();
    }
    let mut args = FluentArgs::new();
    args.set("count", n_shredded);
    seat.words().say("journal-shredded", Some(&args))
}

fn printed_heads(typed: &[String]) -> Result<Vec<(u64, Vec<u8>)>, Failure> {
    let mut fields = Checker::default();
    let mut heads = Vec::new();
    for (index, text) in typed.iter().enumerate() {
        match printed_head(text.trim()) {
            Some(head) => heads.push(head),
            None => fields.wrong(WrongField::new(format!("heads[{index}]"), FieldProblem::PrintedHead)),
        }
    }
    fields.finish()?;
    Ok(heads)
}

/// `217-0123456789abcdef`, as the footer of a document says it.
fn printed_head(text: &str) -> Option<(u64, Vec<u8>)> {
    let (seq, digits) = text.split_once('-')?;
    let begins = data_encoding::HEXLOWER_PERMISSIVE.decode(digits.as_bytes()).ok()?;
    if digits.len() == PRINTED_DIGITS { Some((seq.parse().ok()?, begins)) } else { None }
}

fn verdict(seat: &Seat<'_>, report: &ChainReport) -> String {
    let mut args = FluentArgs::new();
    args.set("count", report.n_entries);
    let Some(damage) = report.damage else {
        return seat.words().say("journal-whole", Some(&args));
    };
    args.set("seq", damage.seq);
    seat.words().say(damage_key(damage.kind), Some(&args))
}

/// Key of the sentence about a damaged place of the journal.
pub(super) const fn damage_key(kind: DamageKind) -> &'static str {
    match kind {
        DamageKind::EntryMissing => "journal-entry-missing",
        DamageKind::ChainBroken => "journal-chain-broken",
        DamageKind::EntryAltered => "journal-entry-altered",
        DamageKind::BodyMissing => "journal-body-missing",
        DamageKind::BodyAltered => "journal-body-altered",
        DamageKind::EndMissing => "journal-end-missing",
        DamageKind::Rewritten => "journal-rewritten",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Words;

    #[test]
    fn every_act_and_every_kind_of_record_has_its_words() {
        let words = Words::en_gb();
        let acts = Act::ALL.iter().map(|act| act_key(act.word()));
        let kinds = Entity::ALL.iter().map(|entity| entity_key(entity.word()));
        let missing: Vec<String> = acts.chain(kinds).filter(|key| !words.has(key)).collect();
        assert!(missing.is_empty(), "a client would read a key instead of what was done: {missing:?}");
    }
}
