//! What consent and aftercare texts are composed from: the plan, and what was really done.

use std::collections::BTreeSet;

use care::aftercare::{Contact, Done, DonePart, DoneVisit};
use care::consent::{Agreed, ConsentPart, ConsentPlan};
use care::ids::{ComponentId, RiskId};
use care::record::{ChartedZone, Component, PlannedZone, Treatment};
use care::vocabulary::{Jurisdiction, Target};
use care::zones::SidedZone;
use chrono::{Duration, NaiveDateTime};

use crate::failure::{Failure, Refusal};
use crate::seat::Seat;
use crate::visit::case_of::class_of_peel;
use crate::visit::open_visit::{EarlierVisit, is_needled_unplanned};
use crate::visit::{Gap, Judged, OpenVisit};
use crate::wire::Choice;

/// Days after which nothing of an earlier visit can still run: the longest hold of the fact base is 84 days.
const LONGEST_HOLD_DAYS: i64 = 84;

/// What the client is asked to agree to: the whole plan, or what of it goes beyond the consent that stands.
pub(crate) fn consent_plan(seat: &Seat<'_>, open: &OpenVisit) -> ConsentPlan {
    let judged = Judged::of(seat, open);
    let gap = open.gap(&judged);
    let adding = gap.as_ref().filter(|gap| gap.adds_to.is_some());
    let parts = adding.map_or_else(|| open.components().to_vec(), |gap| gap.parts.clone());
    let series = judged.verdict.components.iter().find_map(|part| part.series.as_ref()).filter(|_| adding.is_none());
    ConsentPlan {
        risks: adding.map_or_else(|| judged.risks(), |gap| added_risks(seat, open, &judged, gap)),
        parts: parts.iter().map(|part| consent_part(seat, part)).collect(),
        hoped_for: String::new(),
        n_sessions: series.and_then(|series| u32::try_from(series.sessions.len()).ok()).filter(|count| *count > 1),
        interval_days: series.map(|series| series.interval_days),
        adds_to: adding.and_then(|gap| gap.adds_to).map(|(_, at)| seat.calendar().day(at)),
    }
}

/// The risks of what is added: those of the added parts, each of which the client decides about now, and those the whole
/// plan brings together that nobody has named yet.
fn added_risks(seat: &Seat<'_>, open: &OpenVisit, judged: &Judged, gap: &Gap) -> Vec<RiskId> {
    let mut alone = open.clone();
    alone.draft.components = Some(gap.parts.clone());
    let mut risks: BTreeSet<RiskId> = Judged::of(seat, &alone).risks().into_iter().collect();
    let standing = open.standing_consents();
    let is_named = |risk: &RiskId| {
        standing.iter().filter_map(|consent| consent.risks.as_ref()).flatten().any(|named| named == risk.as_str())
    };
    risks.extend(judged.risks().into_iter().filter(|risk| !is_named(risk)));
    risks.into_iter().collect()
}

fn consent_part(seat: &Seat<'_>, part: &Component) -> ConsentPart {
    let deepest_um = part.zones.iter().filter_map(|zone| zone.depth_um).map(u32::from).max().unwrap_or(0);
    let what = match &part.treatment {
        Treatment::Mn(needling) => Agreed::Mn { device: needling.device.name.clone(), deepest_um },
        Treatment::Rf(needling) => Agreed::Rf { device: needling.device.name.clone(), deepest_um },
        Treatment::Prp(_) => Agreed::Prp,
        Treatment::Peel(peel) => Agreed::Peel {
            agent: peel.agent,
            strength_milli_percent: peel.strength_milli_percent,
            class: class_of_peel(peel, seat.protocol()),
        },
        Treatment::Serum(serum) => Agreed::Serum { substance: serum.substance },
        Treatment::Ta(cream) => Agreed::Ta { product: cream.product },
        Treatment::Led(_) => Agreed::Led,
    };
    ConsentPart { zones: sided(&part.zones), what }
}

/// What was really done in this visit.
///
/// # Errors
/// [`Refusal::NotFinished`] before the treatment has ended: hour zero is not known.
pub(crate) fn done_visit(seat: &Seat<'_>, open: &OpenVisit) -> Result<DoneVisit, Failure> {
    let finished_at = open.finished_at().ok_or_else(|| Refusal::NotFinished.failure())?;
    Ok(done(seat, open, &open.visit.number, seat.local(finished_at), open.components(), open.zones()))
}

/// Signed visits whose instructions may still run.
pub(crate) fn running_visits(seat: &Seat<'_>, open: &OpenVisit) -> Vec<DoneVisit> {
    let since = seat.now() - Duration::days(LONGEST_HOLD_DAYS);
    let recent = open.earlier.iter().filter(|earlier| earlier.visit.finished_at.is_some_and(|at| at >= since));
    recent.filter_map(|earlier| earlier_done(seat, open, earlier)).collect()
}

fn earlier_done(seat: &Seat<'_>, open: &OpenVisit, earlier: &EarlierVisit) -> Option<DoneVisit> {
    let finished_at = seat.local(earlier.visit.finished_at?);
    Some(done(seat, open, &earlier.visit.number, finished_at, &earlier.visit.components, &earlier.zones))
}

fn done(
    seat: &Seat<'_>,
    open: &OpenVisit,
    number: &str,
    finished_at: NaiveDateTime,
    components: &[Component],
    zones: &[ChartedZone],
) -> DoneVisit {
    let clinic = seat.clinic();
    DoneVisit {
        number: number.to_owned(),
        finished_at,
        parts: done_parts(seat, components, zones),
        fitzpatrick: open.client.fitzpatrick,
        answered_yes: Judged::answered_yes(seat, open),
        policy: seat.rules().policy.clone(),
        contact: Contact {
            clinic: clinic.name.clone(),
            phone: clinic.phone.clone(),
            out_of_hours_phone: clinic.out_of_hours_phone.clone(),
            emergency_phone: emergency_phone(clinic.jurisdiction).to_owned(),
        },
        next_visit_on: None,
    }
}

/// What was done, part by part. Skin that was needled was needled, also where no needling is planned any more.
fn done_parts(seat: &Seat<'_>, components: &[Component], zones: &[ChartedZone]) -> Vec<DonePart> {
    let mut parts: Vec<_> = components.iter().map(|part| done_part(seat, part, zones)).collect();
    if is_needled_unplanned(components, zones) {
        parts.push(needled_part(ComponentId::from("mn"), zones));
    }
    parts
}

fn needled_part(id: ComponentId, charted: &[ChartedZone]) -> DonePart {
    let deepest_um = charted.iter().map(|zone| u32::from(zone.depth_um)).max().unwrap_or(0);
    let zones = charted.iter().map(|zone| SidedZone { zone: zone.zone, side: zone.side }).collect();
    DonePart { id, zones, what: Done::Mn { deepest_um } }
}

fn done_part(seat: &Seat<'_>, part: &Component, charted: &[ChartedZone]) -> DonePart {
    let needled: Vec<&ChartedZone> = charted.iter().collect();
    let deepest_um = needled.iter().map(|zone| u32::from(zone.depth_um)).max().unwrap_or(0);
    let charted_zones = || needled.iter().map(|zone| SidedZone { zone: zone.zone, side: zone.side }).collect();
    let (zones, what) = match &part.treatment {
        Treatment::Mn(_) => (charted_zones(), Done::Mn { deepest_um }),
        Treatment::Rf(_) => (charted_zones(), Done::Rf { deepest_um }),
        Treatment::Prp(_) => (sided(&part.zones), Done::Prp),
        Treatment::Peel(peel) => (sided(&part.zones), Done::Peel { class: class_of_peel(peel, seat.protocol()) }),
        Treatment::Serum(_) => (sided(&part.zones), Done::Serum),
        Treatment::Ta(_) => (sided(&part.zones), Done::Ta),
        Treatment::Led(_) => (sided(&part.zones), Done::Led),
    };
    DonePart { id: ComponentId::from(part.id.as_str()), zones, what }
}

fn sided(zones: &[PlannedZone]) -> Vec<SidedZone> {
    zones.iter().map(|zone| SidedZone { zone: zone.zone, side: zone.side }).collect()
}

/// The number for emergencies in the clinic's country.
fn emergency_phone(jurisdiction: Jurisdiction) -> &'static str {
    match jurisdiction {
        Jurisdiction::Us => "911",
        Jurisdiction::Gb => "999",
        Jurisdiction::Au => "000",
        Jurisdiction::Eu | Jurisdiction::Other => "112",
    }
}

/// What a plan's parts are for the questionnaire. An empty plan asks what microneedling asks.
pub(crate) fn targets(components: &[Component], seat: &Seat<'_>) -> Vec<Target> {
    let target = |part: &Component| match &part.treatment {
        Treatment::Mn(_) => Target::Mn,
        Treatment::Rf(_) => Target::Rf,
        Treatment::Prp(_) => Target::Prp,
        Treatment::Peel(peel) => class_of_peel(peel, seat.protocol()).target(),
        Treatment::Serum(_) => Target::Serum,
        Treatment::Ta(_) => Target::Ta,
        Treatment::Led(_) => Target::Led,
    };
    if components.is_empty() { vec![Target::Mn] } else { components.iter().map(target).collect() }
}

/// Languages in which everything is written.
pub(crate) fn text_languages(seat: &Seat<'_>) -> Vec<Choice> {
    named(seat, &care::LANGUAGES)
}

/// Languages an aftercare sheet is written in.
pub(crate) fn sheet_languages(seat: &Seat<'_>) -> Vec<Choice> {
    named(seat, &care::SHEET_LANGUAGES)
}

fn named(seat: &Seat<'_>, languages: &[&str]) -> Vec<Choice> {
    let named = |id: &&str| Choice { id: (*id).to_owned(), words: seat.words().say(&format!("language-{id}"), None) };
    languages.iter().map(named).collect()
}
