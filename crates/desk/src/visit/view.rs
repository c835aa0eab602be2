//! A visit as the screen shows it. Lights, open points and summaries follow from the data; nobody ticks them.

use care::record::{
    Chart, Client, Component, ConsentOutcome, Document, ItemKind, ItemUse, PlannedZone, ProductLot, Treatment, Visit,
};
use care::zones::ZoneId;
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use fluent_bundle::FluentArgs;

use crate::seat::Seat;
use crate::visit::{Judged, OpenVisit};
use crate::wire::{
    AddendumRow, BannerView, ChartView, Choice, ConsentState, DocumentRow, ItemRow, Light, NumbingView, OpenPoint,
    PlanLibrary, PlanView, PlannedZoneRow, RailLight, SignatureView, VisitRow, VisitStatus, VisitStep, VisitView,
    WantedItem, ZoneChoice,
};
use crate::words::{Words, millimetres};

/// The whole of one visit.
pub(crate) fn visit_view(seat: &Seat<'_>, open: &OpenVisit) -> VisitView {
    let judged = Judged::of(seat, open);
    let open_points = open_points(seat, open);
    VisitView {
        id: open.visit.id,
        number: open.visit.number.clone(),
        banner: banner(seat, &open.client, &answer_alerts(seat.words(), open)),
        visit_on: open.visit.visit_on.to_string(),
        status: status(&open.visit),
        rail: rail(open, &judged, &open_points),
        screening: crate::cases::screening::screening_view(seat, open),
        plan: PlanView {
            components: open.components().to_vec(),
            verdict: judged.view(seat, open.components()),
            library: library(seat, open),
        },
        consent: consent_state(seat.words(), open),
        chart: chart(seat.words(), open, &judged),
        open_points,
        finished_at: open.finished_at().map(|at| seat.local(at).format("%Y-%m-%dT%H:%M").to_string()),
        signature: open.sign_off.as_ref().map(|sign_off| SignatureView {
            name: sign_off.name.clone(),
            signed_at: sign_off.signed_at.to_rfc3339(),
        }),
        addenda: addenda(seat, open),
        documents: open.documents.iter().map(document_row).collect(),
        sheet: newest_sheet(open).map(|document| document.id),
        can_undo: open.can_undo,
        can_redo: open.can_redo,
        saved_at: open.saved_at.map(|at| at.to_rfc3339()),
    }
}

/// The strip over every screen of a client.
pub(crate) fn banner(seat: &Seat<'_>, client: &Client, more_alerts: &[String]) -> BannerView {
    BannerView {
        id: client.id,
        number: client.number.clone(),
        family: client.family.clone(),
        given: client.given.clone(),
        preferred: client.preferred.clone(),
        title: client.title.clone(),
        born_on: client.born_on.to_string(),
        age: age(client.born_on, seat.today()),
        sex: client.sex,
        fitzpatrick: client.fitzpatrick,
        allergies: client.allergies.clone(),
        alerts: client.alerts.iter().chain(more_alerts).cloned().collect(),
    }
}

/// One line of a list of visits.
pub(crate) fn visit_row(words: &Words, visit: &Visit, client: &Client, components: &[Component]) -> VisitRow {
    VisitRow {
        id: visit.id,
        number: visit.number.clone(),
        client: visit.client,
        client_name: client_name(client),
        visit_on: visit.visit_on.to_string(),
        summary: summary(words, components),
        status: status(visit),
    }
}

/// One line of a list of documents.
pub(crate) fn document_row(document: &Document) -> DocumentRow {
    DocumentRow {
        id: document.id,
        number: document.number.clone(),
        kind: document.kind,
        title: document.title.clone(),
        filed_at: document.filed_at.to_rfc3339(),
        n_pages: document.n_pages,
        pdf_sha256: document.pdf_sha256.clone(),
    }
}

/// "HALVORSEN, Ines (Ms)".
pub(crate) fn client_name(client: &Client) -> String {
    let title = if client.title.is_empty() { String::new() } else { format!(" ({})", client.title) };
    format!("{}, {}{title}", client.family.to_uppercase(), client.given)
}

/// Whole years on `today`.
pub(crate) fn age(born_on: NaiveDate, today: NaiveDate) -> u16 {
    let had_birthday = (today.month(), today.day()) >= (born_on.month(), born_on.day());
    let years = today.year() - born_on.year() - i32::from(!had_birthday);
    u16::try_from(years).unwrap_or(0)
}

/// What a part is called: "Glycolic acid 30 %", "Microneedling".
pub(crate) fn part_title(words: &Words, part: &Component) -> String {
    match &part.treatment {
        Treatment::Peel(peel) => {
            let agent = words.say(&format!("agent-{}", peel.agent), None);
            match peel.strength_milli_percent {
                Some(strength) => format!("{agent} {} %", millimetres(strength)),
                None => agent,
            }
        }
        Treatment::Serum(serum) => words.say(&format!("substance-{}", serum.substance), None),
        Treatment::Mn(_) => words.say("component-mn", None),
        Treatment::Rf(_) => words.say("component-rf", None),
        Treatment::Prp(_) => words.say("component-prp", None),
        Treatment::Ta(_) => words.say("component-ta", None),
        Treatment::Led(_) => words.say("component-led", None),
    }
}

/// What a zone is called, without a side.
pub(crate) fn zone_words(words: &Words, zone: ZoneId) -> String {
    words.say(&format!("zone-{}", zone.as_str().trim_start_matches("z.")), None)
}

/// Names of the limits that give a cap, for a sentence.
pub(crate) fn limit_words(words: &Words, binding: &[String]) -> String {
    let name = |id: &String| match id.split_once('.') {
        Some(("z", zone)) => words.say(&format!("zone-{zone}"), None),
        Some(("ind", indication)) => words.say(&format!("indication-{indication}"), None),
        Some(_) | None => {
            let key = format!("limit-{}", id.replace('.', "-"));
            if words.has(&key) { words.say(&key, None) } else { id.clone() }
        }
    };
    if binding.is_empty() {
        return words.say("limit-not-planned", None);
    }
    binding.iter().map(name).collect::<Vec<_>>().join(", ")
}

/// What a blood value is called.
pub(crate) fn measure_words(words: &Words, kind: &str) -> String {
    words.say(&format!("measure-{kind}"), None)
}

/// What the signature still waits for.
pub(crate) fn open_points(seat: &Seat<'_>, open: &OpenVisit) -> Vec<OpenPoint> {
    let words = seat.words();
    let mut points = Vec::new();
    let mut add = |step, words| points.push(OpenPoint { step, words });
    if !open.is_screened() {
        add(VisitStep::Screen, words.say("open-screening", None));
    }
    if !open.is_consented() {
        add(VisitStep::Consent, words.say("open-consent", None));
    }
    if has_cream(open) && open.draft.cream_on_at.is_none() {
        add(VisitStep::Numb, words.say("open-numbing-on", None));
    }
    if has_cream(open) && open.draft.cream_off_at.is_none() {
        add(VisitStep::Numb, words.say("open-numbing-off", None));
    }
    let uncharted = uncharted_zones(open);
    if uncharted > 0 {
        add(VisitStep::Treat, counted(words, "open-zones", uncharted));
    }
    let without_endpoint = open.zones().iter().filter(|zone| zone.endpoint.is_none()).count();
    if without_endpoint > 0 {
        add(VisitStep::Treat, counted(words, "open-endpoint", without_endpoint));
    }
    for wanted in wanted_items(words, open) {
        let mut args = FluentArgs::new();
        args.set("item", wanted.words);
        add(VisitStep::Treat, words.say("open-item", Some(&args)));
    }
    if open.finished_at().is_none() {
        add(VisitStep::Treat, words.say("open-finish", None));
    }
    points
}

fn counted(words: &Words, key: &str, count: usize) -> String {
    let mut args = FluentArgs::new();
    args.set("count", count);
    words.say(key, Some(&args))
}

fn status(visit: &Visit) -> VisitStatus {
    if visit.is_signed {
        VisitStatus::Signed
    } else if visit.not_today.is_some() {
        VisitStatus::NotToday
    } else {
        VisitStatus::Open
    }
}

fn rail(open: &OpenVisit, judged: &Judged, open_points: &[OpenPoint]) -> Vec<RailLight> {
    let done_if = |done: bool| if done { Light::Done } else { Light::Open };
    let is_open = |step: VisitStep| open_points.iter().any(|point| point.step == step);
    let is_signed = open.visit.is_signed;
    let lights = [
        (VisitStep::Arrive, Light::Done),
        (VisitStep::Screen, done_if(is_signed || open.is_screened())),
        (
            VisitStep::Consent,
            match (is_signed || open.is_consented(), open.components().is_empty() || judged.may_go_on()) {
                (true, _) => Light::Done,
                (false, true) => Light::Open,
                (false, false) => Light::Stopped,
            },
        ),
        (
            VisitStep::Numb,
            if has_cream(open) { done_if(is_signed || !is_open(VisitStep::Numb)) } else { Light::Off },
        ),
        (VisitStep::Treat, done_if(is_signed || (open.is_consented() && !is_open(VisitStep::Treat)))),
        (VisitStep::Sign, done_if(is_signed)),
        (VisitStep::Print, done_if(newest_sheet(open).is_some())),
    ];
    lights.into_iter().map(|(step, light)| RailLight { step, light }).collect()
}

fn newest_sheet(open: &OpenVisit) -> Option<&Document> {
    let sheets = open.documents.iter().filter(|document| document.kind == care::record::DocumentKind::Aftercare);
    sheets.max_by_key(|document| document.filed_at)
}

fn has_cream(open: &OpenVisit) -> bool {
    cream_minutes(open).is_some()
}

fn cream_minutes(open: &OpenVisit) -> Option<u16> {
    open.components().iter().find_map(|part| match &part.treatment {
        Treatment::Ta(cream) => Some(cream.minutes),
        Treatment::Mn(_)
        | Treatment::Rf(_)
        | Treatment::Prp(_)
        | Treatment::Peel(_)
        | Treatment::Serum(_)
        | Treatment::Led(_) => None,
    })
}

fn needled_zones(open: &OpenVisit) -> impl Iterator<Item = &PlannedZone> {
    let needling = open.components().iter().filter(|part| matches!(part.treatment, Treatment::Mn(_) | Treatment::Rf(_)));
    needling.flat_map(|part| &part.zones)
}

fn uncharted_zones(open: &OpenVisit) -> usize {
    let charted = |planned: &&PlannedZone| {
        open.zones().iter().any(|zone| zone.zone == planned.zone && zone.side == planned.side)
    };
    needled_zones(open).filter(|planned| !charted(planned)).count()
}

fn consent_state(words: &Words, open: &OpenVisit) -> ConsentState {
    let signed = open.signed_consent();
    let is_valid = open.is_consented();
    let refused = matches!(open.consents.last().map(|last| &last.outcome), Some(ConsentOutcome::Refused { .. }));
    let why_not = match (is_valid, refused, signed) {
        (true, _, _) => None,
        (false, true, _) => Some("consent-why-refused"),
        (false, false, Some(_)) => Some("consent-why-plan"),
        (false, false, None) => Some("consent-why-none"),
    };
    ConsentState {
        is_valid,
        why_not: why_not.map(|key| words.say(key, None)),
        consent: signed.map(|consent| consent.id),
        document: signed.and_then(|consent| consent.document),
        signed_at: signed.map(|consent| consent.signed_at.to_rfc3339()),
        copy: signed.map(|consent| consent.copy),
    }
}

fn chart(words: &Words, open: &OpenVisit, judged: &Judged) -> ChartView {
    let planned = needled_zones(open).map(|planned| PlannedZoneRow {
        zone: planned.zone,
        side: planned.side,
        planned_um: planned.depth_um.unwrap_or(0),
        cap_um: judged.cap_um(planned.zone).and_then(|cap| u16::try_from(cap).ok()),
    });
    let last = open.earlier.first();
    ChartView {
        zones: open.zones().to_vec(),
        planned: planned.collect(),
        items: open.used_items().iter().map(|item| ItemRow { item: item.clone() }).collect(),
        wanted_items: wanted_items(words, open),
        numbing: NumbingView {
            is_planned: has_cream(open),
            on_at: cream_at(open, |chart| chart.cream_on_at, open.draft.cream_on_at),
            off_at: cream_at(open, |chart| chart.cream_off_at, open.draft.cream_off_at),
            minutes: cream_minutes(open),
        },
        pain_score: open.chart.as_ref().map_or(open.draft.chart_note.pain_score, |chart| chart.pain_score),
        note: open.chart.as_ref().map_or_else(|| open.draft.chart_note.note.clone(), |chart| chart.note.clone()),
        last_zones: last.map(|earlier| earlier.zones.clone()).unwrap_or_default(),
        last_visit_on: last.map(|earlier| earlier.visit.visit_on.to_string()),
    }
}

fn cream_at(
    open: &OpenVisit,
    of_chart: impl Fn(&Chart) -> Option<DateTime<Utc>>,
    drafted: Option<DateTime<Utc>>,
) -> Option<String> {
    open.chart.as_ref().map_or(drafted, of_chart).map(|at| at.to_rfc3339())
}

/// Items the components ask for and nobody has recorded yet. A serum's lot may stand in the plan already.
pub(crate) fn wanted_items(words: &Words, open: &OpenVisit) -> Vec<WantedItem> {
    let mut wanted = Vec::new();
    for part in open.components() {
        let Some(kind) = item_kind(&part.treatment) else { continue };
        let recorded = |item: &ItemUse| item.component == part.id && item.kind == kind;
        if planned_lot(part).is_none() && !open.used_items().iter().any(recorded) {
            wanted.push(WantedItem { component: part.id.clone(), kind, words: words.say(item_key(kind), None) });
        }
    }
    wanted
}

/// The lot a plan names already.
pub(crate) fn planned_lot(part: &Component) -> Option<&ProductLot> {
    match &part.treatment {
        Treatment::Serum(serum) => serum.lot.as_ref(),
        Treatment::Mn(_)
        | Treatment::Rf(_)
        | Treatment::Prp(_)
        | Treatment::Peel(_)
        | Treatment::Ta(_)
        | Treatment::Led(_) => None,
    }
}

/// What a component uses up.
pub(crate) fn item_kind(treatment: &Treatment) -> Option<ItemKind> {
    match treatment {
        Treatment::Mn(_) | Treatment::Rf(_) => Some(ItemKind::Cartridge),
        Treatment::Prp(_) => Some(ItemKind::PlasmaKit),
        Treatment::Peel(_) => Some(ItemKind::Peel),
        Treatment::Serum(_) => Some(ItemKind::Serum),
        Treatment::Ta(_) => Some(ItemKind::Anaesthetic),
        Treatment::Led(_) => None,
    }
}

fn item_key(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Cartridge => "item-cartridge",
        ItemKind::PlasmaKit => "item-plasma_kit",
        ItemKind::Peel => "item-peel",
        ItemKind::Serum => "item-serum",
        ItemKind::Anaesthetic => "item-anaesthetic",
    }
}

fn library(seat: &Seat<'_>, open: &OpenVisit) -> PlanLibrary {
    let words = seat.words();
    let indications = seat.protocol().indications().map(|id| Choice {
        id: id.to_string(),
        words: words.say(&format!("indication-{}", id.as_str().trim_start_matches("ind.")), None),
    });
    let zones = ZoneId::ALL.iter().map(|zone| {
        let usual = seat.protocol().usual_depth_um(*zone);
        let um = |depth_um: u32| u16::try_from(depth_um).ok();
        ZoneChoice {
            zone: *zone,
            words: zone_words(words, *zone),
            usual_from_um: usual.and_then(|(from, _)| um(from)),
            usual_to_um: usual.and_then(|(_, to)| um(to)),
        }
    });
    let last = open.earlier.first().map(|earlier| earlier.visit.components.clone()).unwrap_or_default();
    let device = last.iter().find_map(|part| match &part.treatment {
        Treatment::Mn(needling) | Treatment::Rf(needling) => Some(needling.device.clone()),
        Treatment::Prp(_) | Treatment::Peel(_) | Treatment::Serum(_) | Treatment::Ta(_) | Treatment::Led(_) => None,
    });
    PlanLibrary {
        indications: indications.collect(),
        zones: zones.collect(),
        last_components: last,
        last_device: device,
    }
}

fn addenda(seat: &Seat<'_>, open: &OpenVisit) -> Vec<AddendumRow> {
    let name = |id| seat.read(|read| read.user(id)).map(|user| user.record.name).unwrap_or_default();
    let rows = open.addenda.iter().map(|addendum| AddendumRow {
        id: addendum.id,
        text: addendum.text.clone(),
        by_name: name(addendum.by),
        written_at: addendum.written_at.to_rfc3339(),
    });
    rows.collect()
}

/// Alerts that follow from today's answers.
fn answer_alerts(words: &Words, open: &OpenVisit) -> Vec<String> {
    const ALERTS: [(&str, &str); 6] = [
        ("ci.hsv_history", "alert-hsv"),
        ("ci.isotretinoin_now", "alert-isotretinoin"),
        ("ci.isotretinoin_past", "alert-isotretinoin"),
        ("ci.keloid_history", "alert-keloid"),
        ("ci.anticoagulant", "alert-anticoagulant"),
        ("ci.pregnant", "alert-pregnant"),
    ];
    let answers = open.answers();
    let said_yes = |question: &str| {
        answers.get(question).is_some_and(|answer| answer.state == care::vocabulary::AnswerState::Yes)
    };
    ALERTS.iter().filter(|(question, _)| said_yes(question)).map(|(_, key)| words.say(key, None)).collect()
}

/// What was planned, in a few words.
fn summary(words: &Words, components: &[Component]) -> String {
    if components.is_empty() {
        return words.say("summary-nothing", None);
    }
    let parts = components.iter().map(|part| {
        let depths = part.zones.iter().filter_map(|zone| zone.depth_um);
        let title = part_title(words, part);
        let (Some(from), Some(to)) = (depths.clone().min(), depths.max()) else { return title };
        let mut args = FluentArgs::new();
        args.set("name", title);
        if from == to {
            args.set("depth", millimetres(u32::from(to)));
            return words.say("summary-depth", Some(&args));
        }
        args.set("from", millimetres(u32::from(from)));
        args.set("to", millimetres(u32::from(to)));
        words.say("summary-depths", Some(&args))
    });
    parts.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_client_turns_eighteen_on_the_birthday() {
        assert_eq!(age(day("2008-11-20"), day("2026-11-19")), 17, "the day before");
        assert_eq!(age(day("2008-11-20"), day("2026-11-20")), 18, "the day itself");
    }
}
