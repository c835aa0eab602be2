//! What people come for: the parts of a visit, and the lots that are on the shelf on a day.
//!
//! Depths are what a practitioner would ask for; the rules then cap them, as they do at the desk.

use care::record::{
    Component, Device, ItemKind, Led, Microneedling, Peel, PlannedZone, Plasma, ProductLot, Serum, TopicalAnaesthetic,
    Treatment,
};
use care::vocabulary::{Needle, NumbingProduct, Origin, PeelAgent, SerumTiming, Substance};
use care::zones::{Side, ZoneId};
use chrono::{Datelike as _, Duration, NaiveDate};

use super::dice::Dice;

/// What a client comes for, through a whole series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wish {
    /// Smoother skin.
    Texture,
    /// Acne scars, with numbing cream.
    Scars,
    /// Plasma with needling.
    Plasma,
    /// Fine lines with hyaluronic acid.
    Serum,
    /// Lines of the neck.
    Neck,
    /// Dark spots, shallow.
    Pigment,
    /// A glycolic peel.
    Glycolic,
    /// A salicylic peel.
    Salicylic,
    /// Needling with light after it.
    Light,
}

const WISHES: [(u32, Wish); 9] = [
    (24, Wish::Texture),
    (16, Wish::Scars),
    (12, Wish::Plasma),
    (12, Wish::Serum),
    (6, Wish::Neck),
    (8, Wish::Pigment),
    (10, Wish::Glycolic),
    (5, Wish::Salicylic),
    (7, Wish::Light),
];

impl Wish {
    /// One of them, as often as people come for it.
    pub(super) fn thrown(dice: &mut Dice) -> Self {
        dice.weighted(&WISHES).copied().unwrap_or(Self::Texture)
    }

    /// What the day's list says.
    pub(super) fn purpose(self) -> &'static str {
        match self {
            Self::Texture => "Microneedling",
            Self::Scars => "Microneedling, scars",
            Self::Plasma => "Microneedling with PRP",
            Self::Serum => "Microneedling with serum",
            Self::Neck => "Microneedling, neck",
            Self::Pigment => "Microneedling, pigment",
            Self::Glycolic | Self::Salicylic => "Peel",
            Self::Light => "Microneedling and light",
        }
    }

    /// The parts of one visit, with the lots of `on`.
    pub(super) fn parts(self, dice: &mut Dice, on: NaiveDate) -> Vec<Component> {
        match self {
            Self::Texture => vec![needling("ind.texture", &FACE, depth(dice, 500, 1000))],
            Self::Scars => vec![cream(), needling("ind.acne_rolling", &CHEEKS, depth(dice, 1000, 1500))],
            Self::Plasma => vec![plasma(dice), needling("ind.texture", &FACE, depth(dice, 750, 1250))],
            Self::Serum => vec![needling("ind.fine_lines", &FACE, depth(dice, 500, 750)), serum(on)],
            Self::Neck => vec![needling("ind.wrinkles_neck", &NECK, depth(dice, 500, 500))],
            Self::Pigment => vec![needling("ind.hyperpig", &CHEEKS, depth(dice, 250, 500))],
            Self::Glycolic => vec![peel(PeelAgent::Glycolic, 20_000)],
            Self::Salicylic => vec![peel(PeelAgent::Salicylic, 15_000)],
            Self::Light => vec![needling("ind.texture", &FACE, depth(dice, 500, 1000)), light()],
        }
    }
}

const FACE: [(ZoneId, Side); 4] = [
    (ZoneId::Forehead, Side::Middle),
    (ZoneId::CheekMedial, Side::Right),
    (ZoneId::CheekMedial, Side::Left),
    (ZoneId::Chin, Side::Middle),
];
const CHEEKS: [(ZoneId, Side); 4] = [
    (ZoneId::CheekMedial, Side::Right),
    (ZoneId::CheekMedial, Side::Left),
    (ZoneId::CheekLateral, Side::Right),
    (ZoneId::CheekLateral, Side::Left),
];
const NECK: [(ZoneId, Side); 1] = [(ZoneId::NeckAnt, Side::Middle)];

/// A depth in steps of a quarter of a millimetre, in micrometres.
fn depth(dice: &mut Dice, least_um: i64, most_um: i64) -> u16 {
    u16::try_from(dice.between(least_um / 250, most_um / 250) * 250).unwrap_or(500)
}

fn zones(places: &[(ZoneId, Side)], depth_um: Option<u16>) -> Vec<PlannedZone> {
    let zone = |(zone, side): &(ZoneId, Side)| PlannedZone { zone: *zone, side: *side, depth_um, indication: None };
    places.iter().map(zone).collect()
}

fn needling(indication: &str, places: &[(ZoneId, Side)], depth_um: u16) -> Component {
    let device = Device { name: "Pen with 12 needles".to_owned(), label_max_um: 2500, needle: Some(Needle::Steel) };
    Component {
        id: "mn".to_owned(),
        zones: zones(places, Some(depth_um)),
        treatment: Treatment::Mn(Microneedling { device, indication: indication.to_owned(), n_sessions: Some(4) }),
    }
}

fn plasma(dice: &mut Dice) -> Component {
    let draw_ul = u32::try_from(dice.between(1, 3) * 10_000).ok();
    Component { id: "prp".to_owned(), zones: zones(&FACE, None), treatment: Treatment::Prp(Plasma { draw_ul }) }
}

fn peel(agent: PeelAgent, strength_milli_percent: u32) -> Component {
    let peel =
        Peel { agent, strength_milli_percent: Some(strength_milli_percent), n_layers: Some(1), contact_s: Some(180) };
    Component { id: "peel".to_owned(), zones: zones(&FACE, None), treatment: Treatment::Peel(peel) }
}

fn serum(on: NaiveDate) -> Component {
    let serum = Serum {
        substance: Substance::HyaluronicAcid,
        is_sterile: true,
        is_single_use: true,
        is_in_device_ifu: true,
        origin: Origin::Synthetic,
        is_prescriber_authorised: true,
        timing: SerumTiming::During,
        lot: Some(shelf_lot(ItemKind::Serum, on)),
    };
    Component { id: "serum".to_owned(), zones: zones(&FACE, None), treatment: Treatment::Serum(serum) }
}

fn cream() -> Component {
    let cream = TopicalAnaesthetic {
        product: NumbingProduct::Lidoprilo,
        amount_mg: 5_000,
        area_cm2: 100,
        minutes: 45,
        is_occluded: false,
        is_prescription: false,
    };
    Component { id: "ta".to_owned(), zones: zones(&CHEEKS, None), treatment: Treatment::Ta(cream) }
}

fn light() -> Component {
    let light = Led { minutes: 10, has_eye_shield: true };
    Component { id: "led".to_owned(), zones: zones(&FACE, None), treatment: Treatment::Led(light) }
}

/// The lot that is open on a day: one for each quarter, so that a recall finds many clients and few lots.
pub(super) fn shelf_lot(kind: ItemKind, on: NaiveDate) -> ProductLot {
    let (product, letters) = match kind {
        ItemKind::Cartridge => ("12 needles, sterile", "NC"),
        ItemKind::PlasmaKit => ("Plasma tube, 10 ml, ACD-A", "PT"),
        ItemKind::Peel => ("Peel, single dose", "PL"),
        ItemKind::Serum => ("Hyaluronic acid ampoule, 2 ml", "HA"),
        ItemKind::Anaesthetic => ("Numbing cream 5 %, 5 g", "LP"),
    };
    let quarter = on.month0() / 3 + 1;
    let first = NaiveDate::from_ymd_opt(on.year(), (quarter - 1) * 3 + 1, 1).unwrap_or(on);
    ProductLot {
        product: product.to_owned(),
        lot: format!("{letters}-{}{quarter}", on.year() % 100),
        expires_on: Some(first + Duration::days(540)),
        gtin: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_on_the_shelf_has_not_expired() {
        for month in 1..=12 {
            let on = NaiveDate::from_ymd_opt(2026, month, 28).unwrap();
            let lot = shelf_lot(ItemKind::Cartridge, on);
            assert!(lot.expires_on.is_some_and(|day| day > on), "an expired lot could not have been recorded");
        }
    }

    #[test]
    fn a_quarter_of_a_year_is_one_lot() {
        let lots = [(1, 2), (2, 3), (3, 30)].map(|(month, day)| {
            let on = NaiveDate::from_ymd_opt(2026, month, day).unwrap();
            shelf_lot(ItemKind::PlasmaKit, on).lot
        });
        assert_eq!(lots, ["PT-261"; 3], "few lots are shared by many clients");
    }
}
