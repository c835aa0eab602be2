//! A few made-up clients to try the program with.
//!
//! They are written by the same use cases as real ones, at earlier times: a sample that could not have happened
//! would teach the wrong thing. Nobody here exists.

use care::record::{ClientId, Role, VisitId};
use chrono::{DateTime, Duration, NaiveTime, Utc};
use serde_json::{Value, json};

use crate::Desk;
use crate::cases::{charting, clients, consents, screening, signing, today, visits};
use crate::desk::Open;
use crate::failure::Failure;
use crate::seat::Seat;
use crate::wire::{ClientFields, QuestionRow, VisitView};

/// Days since the earlier visit of the client who comes back today: one interval of the series.
const DAYS_AGO: i64 = 28;

/// When the earlier visit began, on the clinic's clock.
const MORNING: NaiveTime = match NaiveTime::from_hms_opt(10, 0, 0) {
    Some(ten) => ten,
    None => NaiveTime::MIN,
};

/// The made-up clients, the first of whom comes back today for a second visit.
const PEOPLE: &str = include_str!("sample.json");

/// Puts made-up clients into a new vault.
pub(crate) fn add_sample_clients(desk: &Desk, open: &Open) -> Result<(), Failure> {
    let people: Vec<Value> = serde_json::from_str(PEOPLE).map_err(|_| Failure::Panicked)?;
    let now = desk.clock().now();
    let mut ids = Vec::new();
    for person in &people {
        let seat = at(desk, open, now - Duration::days(DAYS_AGO))?;
        let fields: ClientFields = request(&person["fields"])?;
        let saved = clients::save_client(
            &seat,
            request(&json!({
                "id": null, "based_on": null, "fields": fields, "is_another_person": true,
            }))?,
        )?;
        ids.push(saved.banner.id);
    }
    if let Some(first) = ids.first() {
        // In the morning, so that the questions of the day and the treatment fall on one day.
        let seat = at(desk, open, now - Duration::days(DAYS_AGO))?;
        let morning = seat.calendar().instant(seat.today().and_time(MORNING));
        live_through_a_visit(desk, open, *first, morning)?;
    }
    for (id, person) in ids.iter().zip(&people) {
        let seat = at(desk, open, now)?;
        if let (Some(starts), Some(purpose)) = (person["starts"].as_str(), person["purpose"].as_str()) {
            let on = seat.today().to_string();
            today::save_appointment(
                &seat,
                request(&json!({ "client": id, "on": on, "starts": starts, "purpose": purpose }))?,
            )?;
        }
    }
    Ok(())
}

fn at<'a>(desk: &'a Desk, open: &'a Open, now: DateTime<Utc>) -> Result<Seat<'a>, Failure> {
    Seat::take_at(desk, open, Role::Practitioner, now).map(Seat::trusted)
}

fn request<T: serde::de::DeserializeOwned>(value: &Value) -> Result<T, Failure> {
    serde_json::from_value(value.clone()).map_err(|_| Failure::Panicked)
}

/// A whole visit in the past: questions, plan, consent, chart, signature.
fn live_through_a_visit(desk: &Desk, open: &Open, client: ClientId, started: DateTime<Utc>) -> Result<(), Failure> {
    let visit = visits::start_visit(&at(desk, open, started)?, request(&json!({ "client": client }))?)?.id;
    let components = parts();
    let seat = at(desk, open, started + Duration::minutes(4))?;
    let planned = crate::cases::plans::set_plan(&seat, request(&json!({ "visit": visit, "components": components }))?)?;
    answer_no(&seat, visit, &planned)?;
    let none = json!({ "visit": visit, "medicines": [], "measures": [], "history": [] });
    screening::set_background(&seat, request(&none)?)?;
    screening::close_screening(&seat, confirm(visit)?)?;
    consent(&at(desk, open, started + Duration::minutes(12))?, visit)?;
    chart(&at(desk, open, started + Duration::minutes(40))?, visit)?;
    let seat = at(desk, open, started + Duration::minutes(48))?;
    signing::finish_visit(&seat, request(&json!({ "visit": visit, "finished_at": null }))?)?;
    signing::sign_visit(&at(desk, open, started + Duration::minutes(52))?, confirm(visit)?)?;
    Ok(())
}

fn confirm<T: serde::de::DeserializeOwned>(visit: VisitId) -> Result<T, Failure> {
    request(&json!({ "visit": visit, "secret": "" }))
}

fn parts() -> Value {
    let cheek = |side: &str| json!({ "zone": "z.cheek_medial", "side": side, "depth_um": 1000 });
    json!([{
        "id": "mn", "kind": "mn", "indication": "ind.texture",
        "device": { "name": "Pen with 12 needles", "label_max_um": 2500, "needle": "steel" },
        "zones": [
            { "zone": "z.forehead", "side": "middle", "depth_um": 500 },
            cheek("right"),
            cheek("left"),
        ],
    }])
}

fn answer_no(seat: &Seat<'_>, visit: VisitId, planned: &VisitView) -> Result<(), Failure> {
    let questions: Vec<&QuestionRow> =
        planned.screening.sections.iter().flat_map(|section| &section.questions).collect();
    for question in questions {
        let answer = json!({ "state": "no", "ended_on": null, "active": null, "allergy_class": null });
        let given = json!({ "visit": visit, "question": question.id, "answer": answer });
        screening::set_answer(seat, request(&given)?)?;
    }
    Ok(())
}

fn consent(seat: &Seat<'_>, visit: VisitId) -> Result<(), Failure> {
    let shown = consents::prepare_consent(seat, request(&json!({ "visit": visit, "language": null }))?)?;
    let clauses = shown.sections.iter().flat_map(|section| &section.clauses).filter(|clause| clause.needs_initials);
    for clause in clauses {
        let letters = &shown.suggested_initials;
        consents::put_initials(seat, request(&json!({ "visit": visit, "clause": clause.id, "letters": letters }))?)?;
    }
    let notes = json!({
        "visit": visit, "questions": "", "identity_check": "Photo identity card",
        "same_day_reason": "Made-up client, to try the program with",
    });
    consents::keep_notes(seat, request(&notes)?)?;
    consents::sign_consent(
        seat,
        request(&json!({
            "visit": visit, "language": shown.language, "text_sha256": shown.text_sha256, "copy": "declined", "secret": "",
            "agrees_electronically": true, "others": [],
            "signature": drawn(),
        }))?,
    )?;
    Ok(())
}

/// A signature as a pen would draw it.
fn drawn() -> Value {
    let point = |x_cpx: i32, t_ms: i32| json!({ "x_cpx": x_cpx, "y_cpx": 4000 + x_cpx % 1700, "t_ms": t_ms, "pressure_milli": 500 });
    json!({ "kind": "drawn", "pointer": "pen", "width_cpx": 64000, "height_cpx": 20000,
        "strokes": [[point(1000, 0), point(9000, 12), point(20000, 31)], [point(24000, 300), point(30000, 340)]] })
}

fn chart(seat: &Seat<'_>, visit: VisitId) -> Result<(), Failure> {
    let zone = |zone: &str, side: &str, depth_um: u16| json!({ "zone": zone, "side": side, "depth_um": depth_um, "n_passes": 3, "endpoint": "even_redness", "deviation_reason": null });
    let zones = [
        zone("z.forehead", "middle", 500),
        zone("z.cheek_medial", "right", 1000),
        zone("z.cheek_medial", "left", 1000),
    ];
    charting::chart_zones(seat, request(&json!({ "visit": visit, "zones": zones }))?)?;
    let expires_on = (seat.today() + Duration::days(500)).to_string();
    charting::add_item(
        seat,
        request(&json!({
            "visit": visit, "component": "mn", "kind": "cartridge", "product": "12 needles, sterile", "lot": "NC-2231",
            "expires_on": expires_on, "gtin": null,
        }))?,
    )?;
    Ok(())
}
