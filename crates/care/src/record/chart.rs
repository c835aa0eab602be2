//! What was done: zones with depth, passes and endpoint, and every item with its lot.
//!
//! What was done may always be recorded truthfully: a depth above the cap is a deviation with a reason.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::{ChartId, ClientId, ItemUseId, VisitId};
use crate::zones::{Side, ZoneId};

/// The zones of one visit as they were treated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct Chart {
    /// Made when charting was begun.
    pub id: ChartId,
    /// The visit charted.
    pub visit: VisitId,
    /// Whose visit.
    pub client: ClientId,
    /// Treated zones, in the order of the map.
    pub zones: Vec<ChartedZone>,
    /// Pain as the client scored it, 0 to 10.
    #[serde(default)]
    pub pain_score: Option<u8>,
    /// Free words of the practitioner.
    #[serde(default)]
    pub note: String,
    /// When the numbing cream went on.
    #[serde(default)]
    pub cream_on_at: Option<DateTime<Utc>>,
    /// When the numbing cream came off.
    #[serde(default)]
    pub cream_off_at: Option<DateTime<Utc>>,
}

/// One treated zone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct ChartedZone {
    /// Which zone of the body.
    pub zone: ZoneId,
    /// The client's own left or right, or the middle.
    pub side: Side,
    /// Needle depth in micrometres.
    pub depth_um: u16,
    /// Passes, 1 to 12.
    pub n_passes: u8,
    /// What was seen when the practitioner stopped.
    #[serde(default)]
    pub endpoint: Option<Endpoint>,
    /// Why this is deeper than the cap, where it is.
    #[serde(default)]
    pub deviation_reason: Option<String>,
}

/// What was seen when the practitioner stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Endpoint {
    /// Light pink.
    Pink,
    /// Even redness.
    EvenRedness,
    /// Pinpoint bleeding.
    PinpointBleeding,
}

/// One item with its lot, used in one visit. An expired item is refused before this record can be made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct ItemUse {
    /// Made when it was scanned or typed.
    pub id: ItemUseId,
    /// The visit it was used in.
    pub visit: VisitId,
    /// Whose visit.
    pub client: ClientId,
    /// The component it served.
    pub component: String,
    /// What it is.
    pub kind: ItemKind,
    /// Which one.
    pub item: ProductLot,
}

/// What an item is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ItemKind {
    /// Needle cartridge.
    Cartridge,
    /// Tube or kit for plasma.
    PlasmaKit,
    /// Peel.
    Peel,
    /// Serum or gel.
    Serum,
    /// Numbing cream.
    Anaesthetic,
}

/// A product with its lot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct ProductLot {
    /// Product, as on its label.
    pub product: String,
    /// Lot, as on its label. Never empty.
    pub lot: String,
    /// Last day of use; `None` if the label names none.
    #[serde(default)]
    pub expires_on: Option<NaiveDate>,
    /// Global trade item number of its barcode, 14 digits.
    #[serde(default)]
    pub gtin: Option<String>,
}
