//! Clients: search, record, duplicates.

use care::record::{Allergies, Client, ClientId};
use chrono::{Datelike, NaiveDate};
use serde::Serialize;
use store::{Act, ClientFacts, Numbered};

use crate::cases::consent_file::consent_rows;
use crate::cases::fields::{Checker, LINE, TEXT};
use crate::cases::wrong_client::wrong_client_rows;
use crate::failure::{Failure, FieldProblem, Refusal, WrongField};
use crate::looks::{Look, Screen};
use crate::seat::Seat;
use crate::visit::{age, banner, document_row, planned_components, visit_row};
use crate::wire::{
    ClientFields, ClientRequest, ClientRow, ClientSaveRequest, ClientSearchRequest, ClientView, DuplicatesRequest,
};

/// Rows of a search at most; more is no answer.
const MOST_ROWS: usize = 20;
/// Clients seen last, shown before anything is typed.
const MOST_RECENT: u32 = 50;
/// Nobody alive is older, in years.
const OLDEST_YEARS: i32 = 120;
/// Under this age a guardian signs. Source: `p.min_age` of the fact base, whose upper end is 18.
const OF_AGE_YEARS: u16 = 18;

/// Finds clients while the person types. Letters on the way are no entry of the journal; a search the person stays at
/// is one, with how many it found and without the words, which name somebody.
pub(crate) fn search_clients(seat: &Seat<'_>, request: ClientSearchRequest) -> Result<Vec<ClientRow>, Failure> {
    let is_empty = request.words.trim().is_empty();
    let rows = match (is_empty, request.is_settled) {
        (true, _) => seat.read(|read| read.recent_clients(MOST_RECENT))?,
        (false, false) => seat.read(|read| read.find_clients(&request.words, MOST_ROWS))?,
        (false, true) => {
            seat.write(|write| {
                let rows = write.read().find_clients(&request.words, MOST_ROWS)?;
                write.note(Act::Search, None, &SettledSearch { n_found: rows.len() })?;
                Ok(rows)
            })?
            .0
        }
    };
    Ok(rows.iter().map(|row| client_row(seat, row)).collect())
}

/// What the journal keeps of a search.
#[derive(Serialize)]
struct SettledSearch {
    /// Lines that were shown.
    n_found: usize,
}

/// Looks for clients who may be the same person.
pub(crate) fn find_duplicates(seat: &Seat<'_>, request: DuplicatesRequest) -> Result<Vec<ClientRow>, Failure> {
    // Without a birth date nothing can be told apart yet.
    let Some(born_on) = request.born_on.and_then(|text| text.parse().ok()) else { return Ok(Vec::new()) };
    let facts = ClientFacts {
        family: request.family,
        given: request.given,
        born_on,
        phone: request.phone,
        email: request.email,
    };
    let rows = seat.read(|read| read.possible_duplicates(&facts))?;
    Ok(rows.iter().map(|row| client_row(seat, row)).collect())
}

/// Opens a client's record. The look is written down before it is shown.
pub(crate) fn open_client(seat: &Seat<'_>, request: ClientRequest) -> Result<ClientView, Failure> {
    seat.may_see(request.client)?;
    let look = Look { client: request.client, screen: Screen::Record };
    seat.look(look, |read| read.client(request.client).map(|_| ()))?;
    client_view(seat, request.client)
}

/// Saves a new or changed client.
pub(crate) fn save_client(seat: &Seat<'_>, request: ClientSaveRequest) -> Result<ClientView, Failure> {
    if let Some(client) = request.id {
        seat.may_see(client)?;
    }
    let born_on = check(seat, &request.fields)?;
    if request.id.is_none() && !request.is_another_person {
        refuse_duplicate(seat, &request.fields, born_on)?;
    }
    let (id, _) = seat.write(|write| match request.id {
        None => {
            let number = write.next_number(Numbered::Client)?;
            let client = client_of(ClientId(seat.new_id()), number, born_on, request.fields.clone());
            write.put(&client, Act::Create)?;
            Ok::<_, store::StoreError>(client.id)
        }
        Some(id) => {
            let stored = write.read().client(id)?;
            let client = client_of(id, stored.record.number, born_on, request.fields.clone());
            write.put_based_on(&client, Act::Update, request.based_on.unwrap_or(0))?;
            Ok(id)
        }
    })?;
    client_view(seat, id)
}

fn refuse_duplicate(seat: &Seat<'_>, fields: &ClientFields, born_on: NaiveDate) -> Result<(), Failure> {
    let facts = ClientFacts {
        family: fields.family.clone(),
        given: fields.given.clone(),
        born_on,
        phone: fields.phone.clone(),
        email: fields.email.clone(),
    };
    let found = seat.read(|read| read.possible_duplicates(&facts))?;
    if found.is_empty() { Ok(()) } else { Err(Refusal::PossibleDuplicate.failure()) }
}

fn check(seat: &Seat<'_>, typed: &ClientFields) -> Result<NaiveDate, Failure> {
    let mut fields = Checker::default();
    fields.needed("family", &typed.family, LINE);
    fields.needed("given", &typed.given, LINE);
    for (path, text) in
        [("preferred", &typed.preferred), ("title", &typed.title), ("phone", &typed.phone), ("email", &typed.email)]
    {
        fields.line(path, text, LINE);
    }
    fields.line("address", &typed.address, TEXT);
    for (path, person) in [("emergency_contact", &typed.emergency_contact), ("guardian", &typed.guardian)] {
        for (name, text) in
            person.iter().flat_map(|it| [("name", &it.name), ("relation", &it.relation), ("phone", &it.phone)])
        {
            fields.line(&format!("{path}.{name}"), text, LINE);
        }
    }
    if let Allergies::Known(allergies) = &typed.allergies {
        for (index, allergy) in allergies.iter().enumerate() {
            fields.needed(&format!("allergies.to[{index}]"), allergy, LINE);
        }
        if allergies.is_empty() {
            fields.wrong(WrongField::new("allergies.to", FieldProblem::Empty));
        }
    }
    for (index, alert) in typed.alerts.iter().enumerate() {
        fields.needed(&format!("alerts[{index}]"), alert, LINE);
    }
    if typed.fitzpatrick.is_some_and(|phototype| !(1..=6).contains(&phototype)) {
        fields.wrong(WrongField::new("fitzpatrick", FieldProblem::Phototype));
    }
    if typed.document_language.as_deref().is_some_and(|tag| !is_readable(tag)) {
        fields.wrong(WrongField::new("document_language", FieldProblem::NotOneOf));
    }
    let born_on = fields.day("born_on", &typed.born_on);
    if let Some(born_on) = born_on {
        check_birth(seat, &mut fields, typed, born_on);
    }
    fields.finish()?;
    born_on.ok_or(Failure::Panicked)
}

/// Whether `tag` is a language papers are written in, or says that the client reads none of them.
fn is_readable(tag: &str) -> bool {
    tag == care::OTHER_LANGUAGE || care::SHEET_LANGUAGES.contains(&tag)
}

fn check_birth(seat: &Seat<'_>, fields: &mut Checker, typed: &ClientFields, born_on: NaiveDate) {
    let today = seat.today();
    if born_on > today {
        fields.wrong(WrongField::new("born_on", FieldProblem::BornInFuture));
    } else if today.year() - born_on.year() > OLDEST_YEARS {
        fields.wrong(WrongField::new("born_on", FieldProblem::BornTooLongAgo));
    } else if age(born_on, today) < OF_AGE_YEARS {
        let guardian = typed.guardian.as_ref();
        if guardian.is_none_or(|guardian| guardian.name.trim().is_empty() || guardian.phone.trim().is_empty()) {
            fields.wrong(WrongField::new("guardian.name", FieldProblem::NoGuardian));
        }
    }
}

fn client_of(id: ClientId, number: String, born_on: NaiveDate, typed: ClientFields) -> Client {
    Client {
        id,
        number,
        family: typed.family.trim().to_owned(),
        given: typed.given.trim().to_owned(),
        preferred: typed.preferred.trim().to_owned(),
        title: typed.title.trim().to_owned(),
        born_on,
        sex: typed.sex,
        phone: typed.phone.trim().to_owned(),
        email: typed.email.trim().to_owned(),
        address: typed.address.trim().to_owned(),
        emergency_contact: typed.emergency_contact,
        guardian: typed.guardian,
        document_language: typed.document_language,
        fitzpatrick: typed.fitzpatrick,
        allergies: typed.allergies,
        alerts: typed.alerts,
    }
}

/// One client's record, as the screen shows it.
pub(crate) fn client_view(seat: &Seat<'_>, id: ClientId) -> Result<ClientView, Failure> {
    seat.read(|read| {
        let stored = read.client(id)?;
        let client = &stored.record;
        let mut rows = Vec::new();
        for visit in read.visits_of(id)? {
            let components = planned_components(read, &visit.record)?;
            rows.push(visit_row(seat.words(), &visit.record, client, &components));
        }
        let open = read.open_visit_of(id)?.map(|visit| visit.record.id);
        Ok(ClientView {
            banner: banner(seat, client, &[]),
            fields: fields_of(client),
            version: stored.version,
            open_visit: rows.iter().find(|row| Some(row.id) == open).cloned(),
            visits: rows,
            documents: read.documents_of(id)?.iter().map(document_row).collect(),
            consents: consent_rows(seat, read, id)?,
            wrong_clients: wrong_client_rows(seat, read, id)?,
        })
    })
}

fn fields_of(client: &Client) -> ClientFields {
    ClientFields {
        family: client.family.clone(),
        given: client.given.clone(),
        preferred: client.preferred.clone(),
        title: client.title.clone(),
        born_on: client.born_on.to_string(),
        sex: client.sex,
        phone: client.phone.clone(),
        email: client.email.clone(),
        address: client.address.clone(),
        emergency_contact: client.emergency_contact.clone(),
        guardian: client.guardian.clone(),
        fitzpatrick: client.fitzpatrick,
        allergies: client.allergies.clone(),
        alerts: client.alerts.clone(),
        document_language: client.document_language.clone(),
    }
}

/// One line of a list, with the age of today; of a restricted client only the number.
pub(crate) fn client_row(seat: &Seat<'_>, row: &store::ClientRow) -> ClientRow {
    if row.is_restricted && !seat.desk().is_opened_restricted(row.id) {
        return hidden_row(row);
    }
    ClientRow {
        id: row.id,
        number: row.number.clone(),
        family: row.family.clone(),
        given: row.given.clone(),
        preferred: row.preferred.clone(),
        born_on: row.born_on.to_string(),
        age: age(row.born_on, seat.today()),
        phone: row.phone.clone(),
        last_visit_on: row.last_visit_on.map(|day| day.to_string()),
        is_hidden: false,
    }
}

/// What a list tells of a restricted client: that there is one, and the number to ask for.
fn hidden_row(row: &store::ClientRow) -> ClientRow {
    ClientRow {
        id: row.id,
        number: row.number.clone(),
        family: String::new(),
        given: String::new(),
        preferred: String::new(),
        born_on: String::new(),
        age: 0,
        phone: String::new(),
        last_visit_on: None,
        is_hidden: true,
    }
}
