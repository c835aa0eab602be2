//! The parts of a planned visit, each with exactly the facts its rules read.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::decimal::Decimal;
use crate::ids::{ComponentId, IndicationId};
use crate::vocabulary::{
    Activator, Additive, Anticoagulant, ComponentKind, FillerMaterial, IdentityCheck, Needle, NumbingAgent,
    NumbingProduct, Origin, PeelAgent, SerumTiming, Substance,
};
use crate::zones::ZoneId;

/// One part of a visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Component {
    /// Unique within the plan.
    pub id: ComponentId,
    /// What it is, and where.
    pub work: Work,
}

/// What a part is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Work {
    /// Mechanical microneedling.
    Mn(Needling),
    /// Radiofrequency microneedling.
    Rf(Needling),
    /// Platelet-rich plasma.
    Prp(Plasma),
    /// Chemical peel.
    Peel(Peel),
    /// Serum.
    Serum(Serum),
    /// Topical anaesthetic.
    Ta(Anaesthetic),
    /// Light.
    Led(Led),
    /// Botulinum toxin.
    Toxin(Toxin),
    /// Filler.
    Filler(Filler),
    /// Laser or intense light.
    Laser(Laser),
}

/// Needles into the skin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Needling {
    /// The device in the hand.
    pub device: Device,
    /// Visits of the series, 1 to 12; `None` takes the usual number.
    pub n_sessions: Option<u32>,
    /// Where, how deep and why.
    pub zones: Vec<NeedledZone>,
}

/// One needled zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NeedledZone {
    /// Which zone.
    pub zone: ZoneId,
    /// Planned depth, in micrometres.
    pub depth_um: u32,
    /// Why.
    pub indication: IndicationId,
}

/// A needling device, by its label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Device {
    /// Deepest the label allows, in micrometres.
    pub label_max_um: u32,
    /// Where the label allows another depth.
    pub label_max_um_by_zone: BTreeMap<ZoneId, u32>,
    /// What the needles are made of; `None` if nobody looked.
    pub needle: Option<Needle>,
    /// Phototypes the label names; `None` if it names none.
    pub label_fitzpatrick: Option<Vec<u8>>,
    /// Indications the label names; `None` if it names none.
    pub label_indications: Option<Vec<IndicationId>>,
}

/// Platelet-rich plasma on the skin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plasma {
    /// Where.
    pub zones: Vec<ZoneId>,
    /// How it is prepared, once that is known.
    pub preparation: Option<Preparation>,
}

/// How plasma is prepared.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Preparation {
    /// The tube.
    pub tube: Tube,
    /// What keeps the blood from clotting.
    pub anticoagulant: Option<Anticoagulant>,
    /// Label against client: at draw, spin and application.
    pub identity_checks: Vec<IdentityCheck>,
    /// Blood drawn, in millilitres.
    pub draw_ml: Option<Decimal>,
    /// Radius of the rotor, in centimetres.
    pub radius_cm: Option<Decimal>,
    /// The spins, in order.
    pub spins: Vec<Spin>,
    /// What the saved protocol asks of each spin; `None` if none is saved.
    pub protocol: Option<Vec<SpinRange>>,
    /// Plasma gained, in millilitres.
    pub yield_ml: Option<Decimal>,
    /// Platelets in the blood, in 10^9/L.
    pub blood_platelets: Option<Decimal>,
    /// Platelets in the plasma, in 10^9/L.
    pub prp_platelets: Option<Decimal>,
    /// What activates it.
    pub activator: Option<Activator>,
}

/// A tube, as far as it was written down.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tube {
    /// Product on its label.
    pub product: Option<String>,
    /// Lot on its label.
    pub lot: Option<String>,
    /// Last day of use.
    pub expires_on: Option<NaiveDate>,
}

/// One run of the centrifuge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spin {
    /// Turns per minute.
    pub rpm: Decimal,
    /// How long, in minutes.
    pub minutes: Decimal,
}

/// The force a saved protocol asks of one spin, in multiples of gravity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SpinRange {
    /// At least.
    pub g_min: Decimal,
    /// At most.
    pub g_max: Decimal,
}

/// A chemical peel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Peel {
    /// Where.
    pub zones: Vec<ZoneId>,
    /// What it is made with.
    pub agent: PeelAgent,
    /// Strength; `None` for Jessner's solution and phenol only.
    pub percent: Option<Decimal>,
    /// Acidity.
    pub ph: Option<Decimal>,
    /// Coats.
    pub n_layers: u32,
    /// Contact time, in minutes.
    pub minutes: Option<Decimal>,
    /// Whitening, 0 none to 3 solid.
    pub frosting: Option<u32>,
    /// Lot on its label.
    pub lot: Option<String>,
    /// Last day of use.
    pub expires_on: Option<NaiveDate>,
}

/// A serum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Serum {
    /// Where.
    pub zones: Vec<ZoneId>,
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
    pub is_prescriber_authorised: bool,
    /// Lot on its label.
    pub lot: Option<String>,
    /// Last day of use.
    pub expires_on: Option<NaiveDate>,
    /// When it goes on.
    pub timing: Option<SerumTiming>,
    /// Strength.
    pub percent: Option<Decimal>,
    /// Acidity.
    pub ph: Option<Decimal>,
    /// Additives it holds.
    pub contains: Vec<Additive>,
}

/// Numbing cream.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anaesthetic {
    /// Where.
    pub zones: Vec<ZoneId>,
    /// Which cream.
    pub product: NumbingProduct,
    /// Cream, in grams.
    pub grams: Decimal,
    /// Skin covered, in square centimetres.
    pub area_cm2: Decimal,
    /// Time on the skin, in minutes.
    pub minutes: Decimal,
    /// Under a film.
    pub is_occluded: bool,
    /// On prescription or direction.
    pub is_prescription: bool,
    /// Warmed.
    pub is_heated: bool,
    /// Lot on its label.
    pub lot: Option<String>,
    /// Last day of use.
    pub expires_on: Option<NaiveDate>,
    /// Strength of each agent, in percent; only read for [`NumbingProduct::Other`].
    pub agents: BTreeMap<NumbingAgent, Decimal>,
}

/// Light.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Led {
    /// Where.
    pub zones: Vec<ZoneId>,
    /// How long, in minutes.
    pub minutes: Decimal,
    /// Eyes are shielded.
    pub has_eye_shield: bool,
}

/// Botulinum toxin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toxin {
    /// Where.
    pub zones: Vec<ZoneId>,
}

/// Filler.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filler {
    /// Where.
    pub zones: Vec<ZoneId>,
    /// What it is.
    pub material: FillerMaterial,
}

/// Laser or intense light.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Laser {
    /// Where.
    pub zones: Vec<ZoneId>,
    /// Whether it takes skin away.
    pub is_ablative: bool,
}

impl Work {
    /// The kind, for rules that read no more than that.
    pub const fn kind(&self) -> ComponentKind {
        match self {
            Self::Mn(_) => ComponentKind::Mn,
            Self::Rf(_) => ComponentKind::Rf,
            Self::Prp(_) => ComponentKind::Prp,
            Self::Peel(_) => ComponentKind::Peel,
            Self::Serum(_) => ComponentKind::Serum,
            Self::Ta(_) => ComponentKind::Ta,
            Self::Led(_) => ComponentKind::Led,
            Self::Toxin(_) => ComponentKind::Toxin,
            Self::Filler(_) => ComponentKind::Filler,
            Self::Laser(_) => ComponentKind::Laser,
        }
    }

    /// Where, in plan order.
    pub fn zones(&self) -> Vec<ZoneId> {
        match self {
            Self::Mn(needling) | Self::Rf(needling) => needling.zones.iter().map(|target| target.zone).collect(),
            Self::Prp(part) => part.zones.clone(),
            Self::Peel(part) => part.zones.clone(),
            Self::Serum(part) => part.zones.clone(),
            Self::Ta(part) => part.zones.clone(),
            Self::Led(part) => part.zones.clone(),
            Self::Toxin(part) => part.zones.clone(),
            Self::Filler(part) => part.zones.clone(),
            Self::Laser(part) => part.zones.clone(),
        }
    }

    /// The needling in it, if it is needling.
    pub const fn needling(&self) -> Option<&Needling> {
        match self {
            Self::Mn(needling) | Self::Rf(needling) => Some(needling),
            Self::Prp(_)
            | Self::Peel(_)
            | Self::Serum(_)
            | Self::Ta(_)
            | Self::Led(_)
            | Self::Toxin(_)
            | Self::Filler(_)
            | Self::Laser(_) => None,
        }
    }
}
