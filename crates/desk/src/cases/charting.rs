//! What was done: zones, items with lots, the numbing clock. Every field is durable when the answer comes.

use care::record::{ChartedZone, ItemUse, ItemUseId, ProductLot, VisitId};
use care::verdict::Class;
use care::zones::{Side, ZoneId};
use serde_json::json;
use store::{StoreError, Write};

use crate::cases::fields::{Checker, LINE, TEXT};
use crate::cases::visits::show;
use crate::failure::{Failure, FieldProblem, Refusal, WrongField};
use crate::seat::Seat;
use crate::visit::{ChartNote, Field, Judged, OpenVisit, item_kind, limit_words, may_begin};
use crate::wire::{
    ChartNoteRequest, Cream, ItemRemoveRequest, ItemRequest, ItemScanRequest, NumbingRequest, ScanView, VisitRequest,
    VisitView, ZoneChange, ZonesRequest,
};
use crate::words::{millimetres, screen_day};

/// Passes of one zone at most.
const MOST_PASSES: u8 = 12;
/// Id of the limit a signed consent gives.
const CONSENT_LIMIT: &str = "consent";
/// Deepest needle there is, in micrometres.
const DEEPEST_UM: u16 = 4000;

/// Charts zones. Deeper than the cap is refused, unless it has been done already and the reason is given.
pub(crate) fn chart_zones(seat: &Seat<'_>, request: ZonesRequest) -> Result<VisitView, Failure> {
    let open = OpenVisit::read_to_change(seat, request.visit)?;
    let limits = Limits { judged: &Judged::of(seat, &open), open: &open };
    let stopped = may_begin(&open, limits.judged).err();
    let is_recorded_only = stopped.is_some();
    if let Some(stopped) = stopped.filter(|_| open.zones().is_empty()) {
        return Err(stopped);
    }
    let mut fields = Checker::default();
    for (index, change) in request.zones.iter().enumerate() {
        let path = format!("zones[{index}]");
        check_zone(seat, &limits, &mut fields, &path, change);
        if is_recorded_only && change.depth_um.is_some() && reason_of(change).is_none() {
            fields.wrong(WrongField::new(format!("{path}.deviation_reason"), FieldProblem::NoReason));
        }
    }
    fields.finish()?;
    seat.write(|write| request.zones.iter().try_for_each(|change| chart_zone(write, request.visit, change)))?;
    show(seat, request.visit)
}

fn check_zone(seat: &Seat<'_>, limits: &Limits<'_>, fields: &mut Checker, path: &str, change: &ZoneChange) {
    let Some(depth_um) = change.depth_um else { return };
    fields.between(&format!("{path}.depth_um"), depth_um, 1, DEEPEST_UM);
    fields.between(&format!("{path}.n_passes"), change.n_passes, 1, MOST_PASSES);
    let reason = change.deviation_reason.as_deref().unwrap_or_default();
    fields.line(&format!("{path}.deviation_reason"), reason, TEXT);
    let (cap_um, binding) = limits.of(change.zone, change.side, depth_um);
    if u32::from(depth_um) > cap_um && reason.trim().is_empty() {
        let mut field =
            WrongField::naming(format!("{path}.depth_um"), FieldProblem::AboveCap, "cap", millimetres(cap_um));
        field.args.push(("binding", limit_words(seat.words(), &binding)));
        fields.wrong(field);
    }
}

/// How deep a zone may be needled: the cap of the rules, then what the client has agreed to.
struct Limits<'a> {
    judged: &'a Judged,
    open: &'a OpenVisit,
}

impl Limits<'_> {
    /// The limit `depth_um` is held against, in micrometres, with the ids of what gives it. A zone nobody planned has
    /// none of its own: whatever is done there is a deviation with a reason.
    fn of(&self, zone: ZoneId, side: Side, depth_um: u16) -> (u32, Vec<String>) {
        let cap_um = self.judged.cap_um(zone).unwrap_or(0);
        let agreed_um = self.open.agreed_um(zone, side).map_or(0, u32::from);
        if u32::from(depth_um) > cap_um || agreed_um >= cap_um {
            (cap_um, self.judged.binding(zone))
        } else {
            (agreed_um, vec![CONSENT_LIMIT.to_owned()])
        }
    }
}

fn chart_zone(write: &mut Write<'_>, visit: VisitId, change: &ZoneChange) -> Result<(), StoreError> {
    let path = Field::Zone(change.zone, change.side).path();
    let Some(depth_um) = change.depth_um else { return write.unset_draft(visit, &path) };
    let zone = ChartedZone {
        zone: change.zone,
        side: change.side,
        depth_um,
        n_passes: change.n_passes,
        endpoint: change.endpoint,
        deviation_reason: reason_of(change).map(str::to_owned),
    };
    write.set_draft(visit, &path, &json!(zone))
}

fn reason_of(change: &ZoneChange) -> Option<&str> {
    change.deviation_reason.as_deref().map(str::trim).filter(|reason| !reason.is_empty())
}

/// Copies the zones of the client's last signed visit, never deeper than today's caps and plan. What is charted today
/// stays.
pub(crate) fn copy_last_zones(seat: &Seat<'_>, request: VisitRequest) -> Result<VisitView, Failure> {
    let open = OpenVisit::read_to_change(seat, request.visit)?;
    let judged = Judged::of(seat, &open);
    may_begin(&open, &judged)?;
    let last = open.earlier.first().ok_or_else(|| Refusal::NoEarlierVisit.failure())?;
    let copied: Vec<ChartedZone> = last
        .zones
        .iter()
        .filter(|zone| !open.zones().iter().any(|done| done.zone == zone.zone && done.side == zone.side))
        .filter_map(|zone| {
            let cap_um = u16::try_from(judged.cap_um(zone.zone)?).ok()?;
            let depth_um = zone.depth_um.min(cap_um).min(open.planned_um(zone.zone, zone.side)?);
            (depth_um > 0).then(|| ChartedZone { depth_um, endpoint: None, deviation_reason: None, ..zone.clone() })
        })
        .collect();
    seat.write(|write| {
        copied.iter().try_for_each(|zone| {
            write.set_draft(request.visit, &Field::Zone(zone.zone, zone.side).path(), &json!(zone))
        })
    })?;
    show(seat, request.visit)
}

/// Reads a barcode. What it says is shown before anything is recorded.
pub(crate) fn scan_item(seat: &Seat<'_>, request: ItemScanRequest) -> Result<ScanView, Failure> {
    let open = OpenVisit::read(seat, request.visit)?;
    let mut fields = Checker::default();
    fields.needed("text", &request.text, TEXT);
    fields.finish()?;
    let item = Judged::of_barcode(seat, &open, &request.text).ok_or(Failure::Panicked)?;
    Ok(ScanView {
        gtin: item.gtin,
        lot: item.lot,
        expires_on: item.expires_on.map(|day| day.to_string()),
        is_usable: item.findings.iter().all(|finding| finding.class != Class::Block),
        notes: item.findings.iter().map(|finding| seat.words().finding(&finding.message)).collect(),
    })
}

/// Records an item with its lot. One that has expired is refused.
pub(crate) fn add_item(seat: &Seat<'_>, request: ItemRequest) -> Result<VisitView, Failure> {
    let open = begun_or_may_begin(seat, request.visit)?;
    let mut fields = Checker::default();
    match open.components().iter().find(|part| part.id == request.component) {
        None => fields.wrong(WrongField::new("component", FieldProblem::NotOneOf)),
        Some(part) if item_kind(&part.treatment) != Some(request.kind) => {
            fields.wrong(WrongField::new("kind", FieldProblem::NotOneOf));
        }
        Some(_) => {}
    }
    fields.line("gtin", request.gtin.as_deref().unwrap_or_default(), LINE);
    let product = fields.line("product", &request.product, LINE);
    if request.lot.trim().is_empty() {
        fields.wrong(WrongField::new("lot", FieldProblem::NoLot));
    }
    let lot = fields.line("lot", &request.lot, LINE);
    let expires_on = request.expires_on.as_deref().filter(|text| !text.trim().is_empty());
    let expires_on = expires_on.and_then(|text| fields.day("expires_on", text));
    if let Some(day) = expires_on.filter(|day| *day < seat.today()) {
        fields.wrong(WrongField::naming("expires_on", FieldProblem::Expired, "day", screen_day(day)));
    }
    fields.finish()?;
    let item = ItemUse {
        id: ItemUseId(seat.new_id()),
        visit: request.visit,
        client: open.client.id,
        component: request.component,
        kind: request.kind,
        item: ProductLot { product, lot, expires_on, gtin: request.gtin },
    };
    seat.write(|write| write.set_draft(request.visit, &Field::Item(item.id).path(), &json!(item)))?;
    show(seat, request.visit)
}

/// Takes an item out again.
pub(crate) fn remove_item(seat: &Seat<'_>, request: ItemRemoveRequest) -> Result<VisitView, Failure> {
    OpenVisit::read_to_change(seat, request.visit)?;
    seat.write(|write| write.unset_draft(request.visit, &Field::Item(request.item).path()))?;
    show(seat, request.visit)
}

/// Starts or stops the numbing clock. A new coat starts it anew.
pub(crate) fn set_numbing(seat: &Seat<'_>, request: NumbingRequest) -> Result<VisitView, Failure> {
    let now = json!(seat.now());
    match request.cream {
        Cream::On => {
            begun_or_may_begin(seat, request.visit)?;
            seat.write(|write| {
                write.unset_draft(request.visit, &Field::CreamOffAt.path())?;
                write.set_draft(request.visit, &Field::CreamOnAt.path(), &now)
            })?;
        }
        // Cream comes off whatever the rules say by now.
        Cream::Off => {
            let open = OpenVisit::read_to_change(seat, request.visit)?;
            if open.draft.cream_on_at.is_none() {
                return Err(Refusal::NotComplete.naming("point", seat.words().say("open-numbing-on", None)));
            }
            seat.write(|write| write.set_draft(request.visit, &Field::CreamOffAt.path(), &now))?;
        }
    }
    show(seat, request.visit)
}

/// Keeps pain and free words.
pub(crate) fn keep_note(seat: &Seat<'_>, request: ChartNoteRequest) -> Result<VisitView, Failure> {
    OpenVisit::read_to_change(seat, request.visit)?;
    let mut fields = Checker::default();
    if let Some(score) = request.pain_score {
        fields.between("pain_score", score, 0, 10);
    }
    if request.note.chars().count() > TEXT {
        fields.wrong(WrongField::naming("note", FieldProblem::TooLong, "most", TEXT));
    }
    fields.finish()?;
    let note = ChartNote { pain_score: request.pain_score, note: request.note };
    seat.write(|write| write.set_draft(request.visit, &Field::ChartNote.path(), &json!(note)))?;
    show(seat, request.visit)
}

/// Nothing starts without a signed consent for exactly what is planned, the questions of today and a plan the rules
/// let through. What was begun may be recorded.
fn begun_or_may_begin(seat: &Seat<'_>, visit: VisitId) -> Result<OpenVisit, Failure> {
    let open = OpenVisit::read_to_change(seat, visit)?;
    if !open.has_begun() {
        may_begin(&open, &Judged::of(seat, &open))?;
    }
    Ok(open)
}
