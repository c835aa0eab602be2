//! "Who opened my file": one client's part of the journal, on screen and as a file the client can take along.

use care::record::Role;
use chrono::{DateTime, Utc};
use exchange::CsvTable;
use store::{Act, JournalFilter};

use crate::cases::journal::journal_row;
use crate::failure::Failure;
use crate::looks::Screen;
use crate::outgoing::{file_name, write_whole};
use crate::seat::Seat;
use crate::wire::{ClientRequest, JournalRow, SavedView};

/// Entries read at once.
const PAGE: u32 = 500;

/// Saves everything the journal says about one client as a table, where the person wants it. That it was saved is in the
/// journal before the file is there, and so in the file.
pub(crate) fn save_client_journal(seat: &Seat<'_>, request: ClientRequest) -> Result<SavedView, Failure> {
    seat.may_see(request.client)?;
    let client = seat.read(|read| read.client(request.client))?.record;
    let suggested = format!("needlepoint-{}-who-opened-{}.csv", client.number, seat.today());
    let target = seat.host().choose_file(&suggested).ok_or(Failure::Cancelled)?;
    // The dialog may have stood open while the desk was locked: then somebody else may have answered it.
    seat.desk().still_open(seat.opened())?;
    seat.write(|write| write.note(Act::Save, Some(client.id), &Screen::Journal))?;
    let rows = rows_about(seat, &request)?;
    write_whole(&target, &table_of(seat, &rows).into_bytes())?;
    Ok(SavedView { file_name: file_name(&target), n_entries: u32::try_from(rows.len()).unwrap_or(u32::MAX) })
}

fn rows_about(seat: &Seat<'_>, request: &ClientRequest) -> Result<Vec<JournalRow>, Failure> {
    let mut rows = Vec::new();
    let mut before = None;
    loop {
        let filter = JournalFilter { client: Some(request.client), before, ..JournalFilter::default() };
        let page = seat.read(|read| read.journal_page(&filter, PAGE))?;
        before = page.last().map(|row| row.place);
        if page.is_empty() {
            return Ok(rows);
        }
        rows.extend(page.iter().map(|row| journal_row(seat, row)));
    }
}

fn table_of(seat: &Seat<'_>, rows: &[JournalRow]) -> CsvTable {
    let say = |key: &str| seat.words().say(key, None);
    let headings = ["who-when", "who-by", "who-role", "who-done", "who-what", "who-entry"].map(say);
    let mut table = CsvTable::with_headings(&headings.each_ref().map(String::as_str));
    for row in rows {
        let at = row.at.parse::<DateTime<Utc>>().unwrap_or_default();
        let at = seat.local(at).format("%Y-%m-%d %H:%M:%S").to_string();
        let role = row.role.map(|role| say(role_key(role))).unwrap_or_default();
        table.add(&[&at, &row.by, &role, &row.act_words, &row.what, &row.seq.to_string()]);
    }
    table
}

/// Key of what a role is called.
const fn role_key(role: Role) -> &'static str {
    match role {
        Role::Assistant => "role-assistant",
        Role::Practitioner => "role-practitioner",
        Role::Prescriber => "role-prescriber",
        Role::Admin => "role-admin",
        Role::Automation => "role-automation",
    }
}
