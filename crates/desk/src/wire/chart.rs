//! Charting: zones, items with lots, the numbing clock.

use care::record::{ChartedZone, Endpoint, ItemKind, ItemUse, ItemUseId, VisitId};
use care::zones::{Side, ZoneId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is charted.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ChartView {
    /// Zones charted so far.
    pub zones: Vec<ChartedZone>,
    /// Zones of the plan with their cap, sides apart.
    pub planned: Vec<PlannedZoneRow>,
    /// Items used so far.
    pub items: Vec<ItemRow>,
    /// Items the components still ask for.
    pub wanted_items: Vec<WantedItem>,
    /// The numbing clock.
    pub numbing: NumbingView,
    /// Pain as the client scored it, 0 to 10.
    pub pain_score: Option<u8>,
    /// Free words.
    pub note: String,
    /// Zones of the client's last signed visit, to copy.
    pub last_zones: Vec<ChartedZone>,
    /// Day of that visit.
    pub last_visit_on: Option<String>,
}

/// One planned zone.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PlannedZoneRow {
    /// Which zone.
    pub zone: ZoneId,
    /// Which side.
    pub side: Side,
    /// Planned depth, in micrometres.
    pub planned_um: u16,
    /// The most that is allowed, in micrometres.
    pub cap_um: Option<u16>,
}

/// One used item.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ItemRow {
    /// As recorded.
    pub item: ItemUse,
}

/// An item a component asks for.
#[derive(Debug, Clone, Serialize, TS)]
pub struct WantedItem {
    /// Which component.
    pub component: String,
    /// What it is.
    pub kind: ItemKind,
    /// Its label: "Cartridge lot".
    pub words: String,
}

/// The numbing clock.
#[derive(Debug, Clone, Serialize, TS)]
pub struct NumbingView {
    /// Whether an anaesthetic is planned.
    pub is_planned: bool,
    /// When the cream went on, in UTC.
    pub on_at: Option<String>,
    /// When it came off, in UTC.
    pub off_at: Option<String>,
    /// Planned minutes.
    pub minutes: Option<u16>,
}

/// Charts zones as they are treated; every one is durable when the answer comes.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ZonesRequest {
    /// Which visit.
    pub visit: VisitId,
    /// The zones that change.
    pub zones: Vec<ZoneChange>,
}

/// A change of one zone.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ZoneChange {
    /// Which zone.
    pub zone: ZoneId,
    /// Which side.
    pub side: Side,
    /// Depth in micrometres; `None` clears the zone.
    pub depth_um: Option<u16>,
    /// Passes, 1 to 12.
    pub n_passes: u8,
    /// What was seen.
    pub endpoint: Option<Endpoint>,
    /// Why it is deeper than the cap: only for what has already been done.
    pub deviation_reason: Option<String>,
}

/// Records an item with its lot.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ItemRequest {
    /// Which visit.
    pub visit: VisitId,
    /// Which component.
    pub component: String,
    /// What it is.
    pub kind: ItemKind,
    /// Product, as on its label.
    pub product: String,
    /// Lot, as on its label.
    pub lot: String,
    /// Last day of use, `YYYY-MM-DD`; `None` if the label names none.
    pub expires_on: Option<String>,
    /// Fourteen digits of the barcode, if it was scanned.
    pub gtin: Option<String>,
}

/// Reads a barcode: what a scanner typed.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ItemScanRequest {
    /// Which visit.
    pub visit: VisitId,
    /// The text, as the scanner read it.
    pub text: String,
}

/// What a barcode says. Nothing is recorded yet.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ScanView {
    /// Trade item number, 14 digits.
    pub gtin: Option<String>,
    /// Lot; `None` if the code names none.
    pub lot: Option<String>,
    /// Last day of use.
    pub expires_on: Option<String>,
    /// Nothing about it forbids its use.
    pub is_usable: bool,
    /// What the rules say about it.
    pub notes: Vec<String>,
}

/// Takes an item out again.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ItemRemoveRequest {
    /// Which visit.
    pub visit: VisitId,
    /// Which item.
    pub item: ItemUseId,
}

/// Starts or stops the numbing clock.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NumbingRequest {
    /// Which visit.
    pub visit: VisitId,
    /// On the skin, or taken off.
    pub cream: Cream,
}

/// What happened to the cream.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Cream {
    /// It went on.
    On,
    /// It came off.
    Off,
}

/// Pain and free words.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChartNoteRequest {
    /// Which visit.
    pub visit: VisitId,
    /// 0 to 10; `None` if it was not asked.
    pub pain_score: Option<u8>,
    /// Free words.
    pub note: String,
}
