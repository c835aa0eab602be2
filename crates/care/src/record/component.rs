//! One part of a visit: microneedling, plasma, a peel, a serum, an anaesthetic or light.
//!
//! A component says what is planned and where, with sides. What was done is in the chart. The rule engine's
//! case is made from these by the desk; the engine looks at the zone only, the side stays with the record.

use serde::{Deserialize, Serialize};

use super::ProductLot;
use crate::vocabulary::{Needle, NumbingProduct, Origin, PeelAgent, SerumTiming, Substance};
use crate::zones::{Side, ZoneId};

/// One part of a visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct Component {
    /// Unique within its visit; stays when the order changes.
    pub id: String,
    /// Where. Never empty once the plan is used.
    pub zones: Vec<PlannedZone>,
    /// What, with what it needs to be judged.
    #[serde(flatten)]
    pub treatment: Treatment,
}

/// A zone of a plan, with its side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct PlannedZone {
    /// Which zone of the body.
    pub zone: ZoneId,
    /// The client's own left or right, or the middle.
    pub side: Side,
    /// Planned needle depth in micrometres; `None` where nothing is needled.
    #[serde(default)]
    pub depth_um: Option<u16>,
    /// Why this zone, where it differs from the component's own indication: an `ind.*` id.
    #[serde(default)]
    pub indication: Option<String>,
}

/// What a component is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Treatment {
    /// Mechanical microneedling.
    Mn(Microneedling),
    /// Radiofrequency microneedling.
    Rf(Microneedling),
    /// Platelet-rich plasma on the skin.
    Prp(Plasma),
    /// Chemical peel.
    Peel(Peel),
    /// A serum or gel under or after needling.
    Serum(Serum),
    /// Topical anaesthetic.
    Ta(TopicalAnaesthetic),
    /// Light.
    Led(Led),
}

/// A needling device and what it is used for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct Microneedling {
    /// The pen or head.
    pub device: Device,
    /// Why, for all zones that name no reason of their own: an `ind.*` id.
    pub indication: String,
    /// Visits agreed in this series, 1 to 12; `None` takes the usual number.
    #[serde(default)]
    pub n_sessions: Option<u8>,
}

/// A needling device.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct Device {
    /// Maker and model, as on its label.
    pub name: String,
    /// Deepest the label allows, in micrometres.
    pub label_max_um: u16,
    /// What the needles are made of; `None` if nobody looked.
    #[serde(default)]
    pub needle: Option<Needle>,
}

/// Platelet-rich plasma. What was drawn and spun is charted as item uses and preparation.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct Plasma {
    /// Blood to be drawn, in microlitres.
    #[serde(default)]
    pub draw_ul: Option<u32>,
}

/// A chemical peel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct Peel {
    /// What it is made with.
    pub agent: PeelAgent,
    /// Strength in thousandths of a percent; `None` for jessner and phenol.
    #[serde(default)]
    pub strength_milli_percent: Option<u32>,
    /// Coats, 1 if not said.
    #[serde(default)]
    pub n_layers: Option<u8>,
    /// Contact time in seconds.
    #[serde(default)]
    pub contact_s: Option<u16>,
}

/// A serum or gel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct Serum {
    /// What it does its work with.
    pub substance: Substance,
    /// Sterile by its label.
    pub is_sterile: bool,
    /// One container for one client.
    pub is_single_use: bool,
    /// Named in the device's instructions for use.
    pub is_in_device_ifu: bool,
    /// Where it comes from.
    pub origin: Origin,
    /// A prescriber has authorised it.
    #[serde(default)]
    pub is_prescriber_authorised: bool,
    /// When it is put on.
    pub timing: SerumTiming,
    /// The lot in the hand; the gate asks for it.
    #[serde(default)]
    pub lot: Option<ProductLot>,
}

/// Numbing cream.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct TopicalAnaesthetic {
    /// Which cream.
    pub product: NumbingProduct,
    /// Amount, in milligrams of cream.
    pub amount_mg: u32,
    /// Skin covered, in square centimetres.
    pub area_cm2: u16,
    /// Planned time on the skin, in minutes.
    pub minutes: u16,
    /// Under a film.
    pub is_occluded: bool,
    /// On prescription or direction.
    pub is_prescription: bool,
}

/// Red or near-infrared light.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct Led {
    /// Planned time, in minutes.
    pub minutes: u16,
    /// Eyes are shielded.
    pub has_eye_shield: bool,
}
