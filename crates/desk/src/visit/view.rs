//! A visit as the screen shows it. Lights, open points and summaries follow from the data; nobody ticks them.

use care::record::{Client, Component, Consent, ConsentOutcome, CopyFate, Document, DocumentId, Treatment, Visit};
use care::zones::ZoneId;
use fluent_bundle::FluentArgs;

use crate::seat::Seat;
use crate::visit::chart_view::{chart_view, has_cream, uncharted_zones, wanted_items};
use crate::visit::naming::{age, client_name, summary, zone_words};
use crate::visit::{GapReason, Judged, OpenVisit};
use crate::wire::{
    AddendumRow, BannerView, Choice, ConsentState, DocumentRow, Light, OpenPoint, PlanLibrary, PlanView, RailLight,
    SignatureView, VisitRow, VisitStatus, VisitStep, VisitView, ZoneChoice,
};
use crate::words::Words;

/// Visits of the clinic that are looked at for the device it works with.
const LAST_VISITS: u32 = 10;

/// The whole of one visit.
pub(crate) fn visit_view(seat: &Seat<'_>, open: &OpenVisit) -> VisitView {
    let judged = Judged::of(seat, open);
    let open_points = points(seat, open, &judged);
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
        consent: consent_state(seat, open, &judged),
        chart: chart_view(seat.words(), open, &judged),
        open_points,
        finished_at: open.finished_at().map(|at| seat.local(at).format("%Y-%m-%dT%H:%M").to_string()),
        signature: open
            .sign_off
            .as_ref()
            .map(|sign_off| SignatureView { name: sign_off.name.clone(), signed_at: sign_off.signed_at.to_rfc3339() }),
        wrong_client: crate::cases::wrong_client::rows_of_visit(seat, open),
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
        is_restricted: seat.desk().is_opened_restricted(client.id),
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

/// What the signature still waits for.
pub(crate) fn open_points(seat: &Seat<'_>, open: &OpenVisit) -> Vec<OpenPoint> {
    points(seat, open, &Judged::of(seat, open))
}

fn points(seat: &Seat<'_>, open: &OpenVisit, judged: &Judged) -> Vec<OpenPoint> {
    let words = seat.words();
    let mut points = Vec::new();
    let mut add = |step, words| points.push(OpenPoint { step, words });
    if !open.is_screened() {
        add(VisitStep::Screen, words.say("open-screening", None));
    }
    if !open.is_consented(judged) && !open.began_with_consent() {
        add(VisitStep::Consent, words.say("open-consent", None));
    }
    if has_cream(open) && open.draft.cream_on_at.is_none() {
        add(VisitStep::Numb, words.say("open-numbing-on", None));
    }
    if has_cream(open) && open.draft.cream_off_at.is_none() {
        add(VisitStep::Numb, words.say("open-numbing-off", None));
    }
    if let Some(uncharted) = uncharted_point(words, open) {
        add(VisitStep::Treat, uncharted);
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

/// Which planned zones are not charted yet, if any.
pub(crate) fn uncharted_point(words: &Words, open: &OpenVisit) -> Option<String> {
    let uncharted = uncharted_zones(open);
    (uncharted > 0).then(|| counted(words, "open-zones", uncharted))
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
            match (is_signed || open.is_consented(judged), open.components().is_empty() || judged.may_go_on()) {
                (true, _) => Light::Done,
                (false, true) => Light::Open,
                (false, false) => Light::Stopped,
            },
        ),
        (VisitStep::Numb, if has_cream(open) { done_if(is_signed || !is_open(VisitStep::Numb)) } else { Light::Off }),
        (VisitStep::Treat, done_if(is_signed || (open.is_consented(judged) && !is_open(VisitStep::Treat)))),
        (VisitStep::Sign, done_if(is_signed)),
        (VisitStep::Print, done_if(newest_sheet(open).is_some())),
    ];
    lights.into_iter().map(|(step, light)| RailLight { step, light }).collect()
}

fn newest_sheet(open: &OpenVisit) -> Option<&Document> {
    let sheets = open.documents.iter().filter(|document| document.kind == care::record::DocumentKind::Aftercare);
    sheets.max_by_key(|document| document.filed_at)
}

fn consent_state(seat: &Seat<'_>, open: &OpenVisit, judged: &Judged) -> ConsentState {
    let signed = open.signed_consent();
    let gap = open.gap(judged);
    let is_valid = !open.components().is_empty() && gap.is_none() && signed.is_some();
    ConsentState {
        is_valid,
        why_not: gap.map(|gap| seat.words().say(gap_key(gap.why), None)),
        consent: signed.map(|consent| consent.id),
        document: signed.and_then(|consent| consent.document),
        signed_at: signed.map(|consent| consent.signed_at.to_rfc3339()),
        copy: signed.map(|consent| copy_fate(seat, consent)),
        refusal: refusal(open),
    }
}

/// The paper of a refusal or withdrawal, where that was the client's last word in this visit.
fn refusal(open: &OpenVisit) -> Option<DocumentId> {
    let last = open.consents.last()?;
    match last.outcome {
        ConsentOutcome::Refused { .. } | ConsentOutcome::Withdrawn { .. } => last.document,
        ConsentOutcome::Signed => None,
    }
}

/// Why a consent does not cover, in words.
const fn gap_key(why: GapReason) -> &'static str {
    match why {
        GapReason::NotSigned => "consent-why-none",
        GapReason::Refused => "consent-why-refused",
        GapReason::Withdrawn => "consent-why-withdrawn",
        GapReason::Expired => "consent-why-expired",
        GapReason::TextChanged => "consent-why-text",
        GapReason::Excess => "consent-why-plan",
        GapReason::NewRisk => "consent-why-risk",
    }
}

/// What became of the client's copy: as it was signed, or as it was given later.
pub(crate) fn copy_fate(seat: &Seat<'_>, consent: &Consent) -> CopyFate {
    let given = seat.read(|read| read.copy_given(consent.id)).ok().flatten();
    given.map_or(consent.copy, |given| given.fate)
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
    let of_the_clinic = seat.read(|read| read.newest_signed_visits(LAST_VISITS)).unwrap_or_default();
    let device =
        last.iter().chain(of_the_clinic.iter().flat_map(|visit| &visit.components)).find_map(|part| {
            match &part.treatment {
                Treatment::Mn(needling) | Treatment::Rf(needling) => Some(needling.device.clone()),
                Treatment::Prp(_) | Treatment::Peel(_) | Treatment::Serum(_) | Treatment::Ta(_) | Treatment::Led(_) => {
                    None
                }
            }
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
    let said_yes =
        |question: &str| answers.get(question).is_some_and(|answer| answer.state == care::vocabulary::AnswerState::Yes);
    ALERTS.iter().filter(|(question, _)| said_yes(question)).map(|(_, key)| words.say(key, None)).collect()
}
