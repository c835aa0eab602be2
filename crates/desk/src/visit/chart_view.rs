//! The charting part of a visit as the screen shows it: zones, items with lots, the numbing clock.

use care::record::{Chart, Component, ItemKind, ItemUse, PlannedZone, ProductLot, Treatment};
use chrono::{DateTime, Utc};

use super::{Judged, OpenVisit};
use crate::wire::{ChartView, ItemRow, NumbingView, PlannedZoneRow, WantedItem};
use crate::words::Words;

/// What is charted.
pub(super) fn chart_view(words: &Words, open: &OpenVisit, judged: &Judged) -> ChartView {
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

pub(super) fn cream_at(
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

pub(super) fn item_key(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Cartridge => "item-cartridge",
        ItemKind::PlasmaKit => "item-plasma_kit",
        ItemKind::Peel => "item-peel",
        ItemKind::Serum => "item-serum",
        ItemKind::Anaesthetic => "item-anaesthetic",
    }
}

pub(super) fn cream_minutes(open: &OpenVisit) -> Option<u16> {
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

pub(super) fn has_cream(open: &OpenVisit) -> bool {
    cream_minutes(open).is_some()
}

pub(super) fn needled_zones(open: &OpenVisit) -> impl Iterator<Item = &PlannedZone> {
    let needling =
        open.components().iter().filter(|part| matches!(part.treatment, Treatment::Mn(_) | Treatment::Rf(_)));
    needling.flat_map(|part| &part.zones)
}

pub(super) fn uncharted_zones(open: &OpenVisit) -> usize {
    let charted =
        |planned: &&PlannedZone| open.zones().iter().any(|zone| zone.zone == planned.zone && zone.side == planned.side);
    needled_zones(open).filter(|planned| !charted(planned)).count()
}
