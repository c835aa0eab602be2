//! The components of a plan: which fields each kind has, and what each may hold.

use std::collections::{BTreeMap, BTreeSet};

use super::fields::{Fields, Place};
use super::limits::{DEEPEST_UM, ENTRIES, LABEL_UM, LAYERS, LETTERS, SESSIONS};
use super::{CaseError, Reading, limits};
use crate::case::{
    Anaesthetic, Component, Device, Filler, Laser, Led, NeedledZone, Needling, Peel, Plasma, Preparation, Serum, Spin,
    SpinRange, Toxin, Tube, Work,
};
use crate::formulas::{MOST_RADIUS_CM, MOST_RPM};
use crate::ids::{ComponentId, IndicationId};
use crate::vocabulary::{
    Activator, Additive, Anticoagulant, ComponentKind, FillerMaterial, IdentityCheck, Needle, NumbingAgent,
    NumbingProduct, Origin, PeelAgent, SerumTiming, Substance,
};
use crate::zones::ZoneId;

pub(super) fn read_components(reading: &Reading<'_>, place: &Place<'_>) -> Result<Vec<Component>, CaseError> {
    let mut seen = BTreeSet::new();
    let mut components = Vec::new();
    for place in place.list(limits::COMPONENTS)? {
        let any = place.any_fields()?;
        let kind = any.require("kind").word(ComponentKind::ALL, ComponentKind::as_str)?;
        let id = any.require("id");
        if !seen.insert(id.text(LETTERS)?) {
            return Err(id.refuse("an id no other component of the plan has"));
        }
        components
            .push(Component { id: ComponentId::from(id.text(LETTERS)?), work: read_work(reading, kind, &place)? });
    }
    Ok(components)
}

fn read_work(reading: &Reading<'_>, kind: ComponentKind, place: &Place<'_>) -> Result<Work, CaseError> {
    Ok(match kind {
        ComponentKind::Mn => Work::Mn(read_needling(reading, place)?),
        ComponentKind::Rf => Work::Rf(read_needling(reading, place)?),
        ComponentKind::Prp => {
            let fields = place.fields(&["id", "kind", "zones", "preparation"])?;
            let preparation = fields.take("preparation").map(|place| read_preparation(&place)).transpose()?;
            Work::Prp(Plasma { zones: read_places(&fields)?, preparation })
        }
        ComponentKind::Peel => Work::Peel(read_peel(place)?),
        ComponentKind::Serum => Work::Serum(read_serum(place)?),
        ComponentKind::Ta => Work::Ta(read_anaesthetic(place)?),
        ComponentKind::Led => {
            let fields = place.fields(&["id", "kind", "zones", "minutes", "eye_shield"])?;
            let minutes = fields.require("minutes").above_zero()?;
            let has_eye_shield = fields.require("eye_shield").flag()?;
            Work::Led(Led { zones: read_places(&fields)?, minutes, has_eye_shield })
        }
        ComponentKind::Toxin => Work::Toxin(Toxin { zones: read_places(&place.fields(&["id", "kind", "zones"])?)? }),
        ComponentKind::Filler => {
            let fields = place.fields(&["id", "kind", "zones", "material"])?;
            let material = fields.take("material").map(|place| place.word(FillerMaterial::ALL, FillerMaterial::as_str));
            let material = material.transpose()?.unwrap_or(FillerMaterial::Ha);
            Work::Filler(Filler { zones: read_places(&fields)?, material })
        }
        ComponentKind::Laser => {
            let fields = place.fields(&["id", "kind", "zones", "ablative"])?;
            let is_ablative = optional_flag(&fields, "ablative")?;
            Work::Laser(Laser { zones: read_places(&fields)?, is_ablative })
        }
    })
}

fn optional_flag(fields: &Fields<'_>, name: &'static str) -> Result<bool, CaseError> {
    fields.take(name).map_or(Ok(false), |place| place.flag())
}

/// The zones of a component that needles nothing: at least one.
fn read_places(fields: &Fields<'_>) -> Result<Vec<ZoneId>, CaseError> {
    let read = |place: &Place<'_>| place.fields(&["zone"])?.require("zone").word(ZoneId::ALL, ZoneId::as_str);
    at_least_one(fields)?.iter().map(read).collect()
}

fn at_least_one<'n>(fields: &Fields<'n>) -> Result<Vec<Place<'n>>, CaseError> {
    let place = fields.require("zones");
    let zones = place.list(limits::ZONES)?;
    if zones.is_empty() { Err(place.refuse("a list of at least one zone")) } else { Ok(zones) }
}

fn read_needling(reading: &Reading<'_>, place: &Place<'_>) -> Result<Needling, CaseError> {
    let fields = place.fields(&["id", "kind", "zones", "device", "indication", "sessions"])?;
    let indications = &reading.protocol.indications;
    let for_all = fields.take("indication").map(|place| place.id(indications.keys())).transpose()?;
    let read_zone = |place: &Place<'_>| {
        let fields = place.fields(&["zone", "depth_mm", "indication"])?;
        let own = fields.take("indication").map(|place| place.id(indications.keys())).transpose()?;
        let indication = match own.or_else(|| for_all.clone()) {
            Some(indication) => indication,
            None => fields.require("indication").id(indications.keys())?,
        };
        Ok(NeedledZone {
            zone: fields.require("zone").word(ZoneId::ALL, ZoneId::as_str)?,
            depth_um: fields.require("depth_mm").depth_um(1, DEEPEST_UM)?,
            indication,
        })
    };
    Ok(Needling {
        device: read_device(reading, &fields.require("device"))?,
        n_sessions: fields.take("sessions").map(|place| place.whole(1, SESSIONS)).transpose()?,
        zones: at_least_one(&fields)?.iter().map(read_zone).collect::<Result<_, _>>()?,
    })
}

fn read_device(reading: &Reading<'_>, place: &Place<'_>) -> Result<Device, CaseError> {
    let fields =
        place.fields(&["label_max_mm", "label_max_by_zone", "needle", "label_fitzpatrick", "label_indications"])?;
    let mut by_zone = BTreeMap::new();
    if let Some(place) = fields.take("label_max_by_zone") {
        for (id, place) in place.any_fields()?.entries() {
            let zone = ZoneId::from_word(id).ok_or_else(|| place.refuse(super::words(ZoneId::ALL)))?;
            by_zone.insert(zone, place.depth_um(1, LABEL_UM)?);
        }
    }
    let phototypes = fields.take("label_fitzpatrick").map(|place| {
        place.list(ENTRIES)?.iter().map(|place| place.phototype()).collect::<Result<Vec<u8>, CaseError>>()
    });
    let indications = fields.take("label_indications").map(|place| {
        let all = &reading.protocol.indications;
        place.list(ENTRIES)?.iter().map(|place| place.id(all.keys())).collect::<Result<Vec<IndicationId>, CaseError>>()
    });
    Ok(Device {
        label_max_um: fields.require("label_max_mm").depth_um(1, LABEL_UM)?,
        label_max_um_by_zone: by_zone,
        needle: fields.take("needle").map(|place| place.word(Needle::ALL, Needle::as_str)).transpose()?,
        label_fitzpatrick: phototypes.transpose()?,
        label_indications: indications.transpose()?,
    })
}

fn read_preparation(place: &Place<'_>) -> Result<Preparation, CaseError> {
    let fields = place.fields(&[
        "tube",
        "anticoagulant",
        "identity_checks",
        "draw_ml",
        "radius_cm",
        "spins",
        "protocol",
        "yield_ml",
        "blood_platelets",
        "prp_platelets",
        "activator",
    ])?;
    let list = |name| fields.take(name).map(|place: Place<'_>| place.list(ENTRIES)).transpose();
    let above_zero = |name| fields.take(name).map(|place: Place<'_>| place.above_zero()).transpose();
    let check = |place: &Place<'_>| place.word(IdentityCheck::ALL, IdentityCheck::as_str);
    let anticoagulant = fields.take("anticoagulant");
    let activator = fields.take("activator");
    let protocol = list("protocol")?.map(|places| places.iter().map(read_spin_range).collect::<Result<_, _>>());
    Ok(Preparation {
        tube: fields.take("tube").map_or_else(|| Ok(Tube::default()), |place| read_tube(&place))?,
        anticoagulant: anticoagulant.map(|place| place.word(Anticoagulant::ALL, Anticoagulant::as_str)).transpose()?,
        identity_checks: list("identity_checks")?.unwrap_or_default().iter().map(check).collect::<Result<_, _>>()?,
        draw_ml: above_zero("draw_ml")?,
        radius_cm: fields.take("radius_cm").map(|place| place.above_zero_to(MOST_RADIUS_CM)).transpose()?,
        spins: list("spins")?.unwrap_or_default().iter().map(read_spin).collect::<Result<_, _>>()?,
        protocol: protocol.transpose()?,
        yield_ml: above_zero("yield_ml")?,
        blood_platelets: above_zero("blood_platelets")?,
        prp_platelets: above_zero("prp_platelets")?,
        activator: activator.map(|place| place.word(Activator::ALL, Activator::as_str)).transpose()?,
    })
}

fn read_tube(place: &Place<'_>) -> Result<Tube, CaseError> {
    let fields = place.fields(&["product", "lot", "expires_on"])?;
    Ok(Tube {
        product: fields.take("product").map(|place| place.text(LETTERS)).transpose()?,
        lot: fields.take("lot").map(|place| place.text(LETTERS)).transpose()?,
        expires_on: fields.take("expires_on").map(|place| place.date()).transpose()?,
    })
}

fn read_spin(place: &Place<'_>) -> Result<Spin, CaseError> {
    let fields = place.fields(&["rpm", "minutes"])?;
    Ok(Spin { rpm: fields.require("rpm").above_zero_to(MOST_RPM)?, minutes: fields.require("minutes").above_zero()? })
}

fn read_spin_range(place: &Place<'_>) -> Result<SpinRange, CaseError> {
    let fields = place.fields(&["g_min", "g_max"])?;
    Ok(SpinRange { g_min: fields.require("g_min").zero_or_more()?, g_max: fields.require("g_max").zero_or_more()? })
}

fn read_peel(place: &Place<'_>) -> Result<Peel, CaseError> {
    let agent = place.any_fields()?.require("agent").word(PeelAgent::ALL, PeelAgent::as_str)?;
    let has_percent = !matches!(agent, PeelAgent::Jessner | PeelAgent::Phenol);
    let fields = if has_percent {
        place.fields(&[
            "id",
            "kind",
            "zones",
            "agent",
            "percent",
            "ph",
            "layers",
            "minutes",
            "frosting",
            "lot",
            "expires_on",
        ])?
    } else {
        place.fields(&["id", "kind", "zones", "agent", "ph", "layers", "minutes", "frosting", "lot", "expires_on"])?
    };
    Ok(Peel {
        zones: read_places(&fields)?,
        agent,
        percent: if has_percent { Some(fields.require("percent").above_zero_to(100)?) } else { None },
        ph: fields.take("ph").map(|place| place.zero_to(14)).transpose()?,
        n_layers: fields.take("layers").map_or(Ok(1), |place| place.whole(1, LAYERS))?,
        minutes: fields.take("minutes").map(|place| place.above_zero()).transpose()?,
        frosting: fields.take("frosting").map(|place| place.whole(0, 3)).transpose()?,
        lot: fields.take("lot").map(|place| place.text(LETTERS)).transpose()?,
        expires_on: fields.take("expires_on").map(|place| place.date()).transpose()?,
    })
}

fn read_serum(place: &Place<'_>) -> Result<Serum, CaseError> {
    let fields = place.fields(&[
        "id",
        "kind",
        "zones",
        "substance",
        "sterile",
        "single_use",
        "in_device_ifu",
        "origin",
        "prescriber_authorised",
        "lot",
        "expires_on",
        "timing",
        "percent",
        "ph",
        "contains",
    ])?;
    let contains = fields.take("contains").map(|place| place.list(ENTRIES)).transpose()?.unwrap_or_default();
    let additive = |place: &Place<'_>| place.word(Additive::ALL, Additive::as_str);
    Ok(Serum {
        zones: read_places(&fields)?,
        substance: fields.require("substance").word(Substance::ALL, Substance::as_str)?,
        is_sterile: fields.require("sterile").flag()?,
        is_single_use: fields.require("single_use").flag()?,
        is_in_device_ifu: fields.require("in_device_ifu").flag()?,
        origin: fields.require("origin").word(Origin::ALL, Origin::as_str)?,
        is_prescriber_authorised: optional_flag(&fields, "prescriber_authorised")?,
        lot: fields.take("lot").map(|place| place.text(LETTERS)).transpose()?,
        expires_on: fields.take("expires_on").map(|place| place.date()).transpose()?,
        timing: fields.take("timing").map(|place| place.word(SerumTiming::ALL, SerumTiming::as_str)).transpose()?,
        percent: fields.take("percent").map(|place| place.above_zero_to(100)).transpose()?,
        ph: fields.take("ph").map(|place| place.zero_to(14)).transpose()?,
        contains: contains.iter().map(additive).collect::<Result<_, _>>()?,
    })
}

const CREAM: &[&str] = &[
    "id",
    "kind",
    "zones",
    "product",
    "grams",
    "cm2",
    "minutes",
    "occluded",
    "prescription",
    "heat",
    "lot",
    "expires_on",
];
const OTHER_CREAM: &[&str] = &[
    "id",
    "kind",
    "zones",
    "product",
    "grams",
    "cm2",
    "minutes",
    "occluded",
    "prescription",
    "heat",
    "lot",
    "expires_on",
    "agents",
];

fn read_anaesthetic(place: &Place<'_>) -> Result<Anaesthetic, CaseError> {
    let product = place.any_fields()?.require("product").word(NumbingProduct::ALL, NumbingProduct::as_str)?;
    let is_other = product == NumbingProduct::Other;
    let fields = place.fields(if is_other { OTHER_CREAM } else { CREAM })?;
    Ok(Anaesthetic {
        zones: read_places(&fields)?,
        product,
        grams: fields.require("grams").above_zero()?,
        area_cm2: fields.require("cm2").above_zero()?,
        minutes: fields.require("minutes").above_zero()?,
        is_occluded: fields.require("occluded").flag()?,
        is_prescription: fields.require("prescription").flag()?,
        is_heated: optional_flag(&fields, "heat")?,
        lot: fields.take("lot").map(|place| place.text(LETTERS)).transpose()?,
        expires_on: fields.take("expires_on").map(|place| place.date()).transpose()?,
        agents: if is_other { read_agents(&fields.require("agents"))? } else { BTreeMap::new() },
    })
}

fn read_agents(place: &Place<'_>) -> Result<BTreeMap<NumbingAgent, crate::decimal::Decimal>, CaseError> {
    let mut agents = BTreeMap::new();
    for (name, percent) in place.any_fields()?.entries() {
        let agent = NumbingAgent::from_word(name).ok_or_else(|| percent.refuse(super::words(NumbingAgent::ALL)))?;
        agents.insert(agent, percent.above_zero_to(100)?);
    }
    if agents.is_empty() { Err(place.refuse("at least one agent with its percent")) } else { Ok(agents) }
}
