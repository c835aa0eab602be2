//! Any part of a visit, of every kind.

use std::collections::BTreeMap;

use care::case::{
    Anaesthetic, Device, Filler, Laser, Led, NeedledZone, Needling, Peel, Plasma, Preparation, Serum, Spin, SpinRange,
    Toxin, Tube, Work,
};
use care::ids::IndicationId;
use care::vocabulary::{
    Additive, FillerMaterial, IdentityCheck, Needle, NumbingAgent, NumbingProduct, Origin, PeelAgent, Substance,
};
use care::zones::ZoneId;
use proptest::prelude::*;

use crate::any::{days_ago, number, today};

const INDICATIONS: [&str; 7] = [
    "ind.fine_lines",
    "ind.acne_rolling",
    "ind.acne_icepick",
    "ind.melasma",
    "ind.scar_surgical",
    "ind.texture",
    "ind.alopecia",
];

/// Few enough that parts of one plan often meet, and of every region and limit.
const PLACES: [ZoneId; 9] = [
    ZoneId::Forehead,
    ZoneId::CheekMedial,
    ZoneId::Jawline,
    ZoneId::Crowsfeet,
    ZoneId::Eyelid,
    ZoneId::Vermilion,
    ZoneId::NeckAnt,
    ZoneId::Abdomen,
    ZoneId::Scalp,
];

fn places() -> impl Strategy<Value = Vec<ZoneId>> {
    prop::collection::vec(prop::sample::select(&PLACES), 1..3)
}

prop_compose! {
    fn any_device()(
        label_max_um in 1_u32..4000,
        by_zone in prop::collection::btree_map(prop::sample::select(&PLACES), 1_u32..4000, 0..2),
        needle in prop::option::of(prop::sample::select(Needle::ALL)),
        phototypes in prop::option::of(prop::collection::vec(1_u8..=6, 1..4)),
        indications in prop::option::of(prop::collection::vec(prop::sample::select(&INDICATIONS), 1..3)),
    ) -> Device {
        Device {
            label_max_um,
            label_max_um_by_zone: by_zone,
            needle,
            label_fitzpatrick: phototypes,
            label_indications: indications.map(|list| list.into_iter().map(IndicationId::from).collect()),
        }
    }
}

prop_compose! {
    fn any_target()(
        zone in prop::sample::select(&PLACES),
        depth_um in 1_u32..=2500,
        indication in prop::sample::select(&INDICATIONS),
    ) -> NeedledZone {
        NeedledZone { zone, depth_um, indication: IndicationId::from(indication) }
    }
}

prop_compose! {
    pub(crate) fn any_needling()(
        device in any_device(),
        n_sessions in prop::option::of(1_u32..=12),
        zones in prop::collection::vec(any_target(), 1..4),
    ) -> Needling {
        Needling { device, n_sessions, zones }
    }
}

prop_compose! {
    fn any_peel()(
        agent in prop::sample::select(PeelAgent::ALL),
        percent in 1_u32..=100,
        n_layers in 1_u32..12,
        frosting in prop::option::of(0_u32..=3),
        zones in places(),
    ) -> Work {
        let percent = Some(number(percent)).filter(|_| agent != PeelAgent::Jessner && agent != PeelAgent::Phenol);
        let (ph, minutes, lot, expires_on) = (None, None, None, None);
        Work::Peel(Peel { zones, agent, percent, ph, n_layers, minutes, frosting, lot, expires_on })
    }
}

prop_compose! {
    fn any_preparation()(
        has_lot in any::<bool>(),
        expired_days_ago in prop::option::of(0_u64..3),
        checks in prop::collection::vec(prop::sample::select(IdentityCheck::ALL), 0..4),
        radius_cm in prop::option::of(5_u32..20),
        rpm in prop::collection::vec(500_u32..4000, 0..3),
        g in prop::option::of(100_u32..900),
    ) -> Preparation {
        let range = |g: u32| SpinRange { g_min: number(g), g_max: number(g + 50) };
        Preparation {
            tube: Tube {
                product: Some("Kit".to_owned()),
                lot: has_lot.then(|| "T1".to_owned()),
                expires_on: expired_days_ago.map(days_ago),
            },
            identity_checks: checks,
            radius_cm: radius_cm.map(number),
            spins: rpm.into_iter().map(|rpm| Spin { rpm: number(rpm), minutes: number(10) }).collect(),
            protocol: g.map(|g| vec![range(g)]),
            ..Preparation::default()
        }
    }
}

prop_compose! {
    fn any_serum()(
        zones in places(),
        substance in prop::sample::select(Substance::ALL),
        origin in prop::sample::select(Origin::ALL),
        (is_sterile, is_single_use) in (prop::bool::weighted(0.8), prop::bool::weighted(0.8)),
        (is_in_device_ifu, is_prescriber_authorised) in (any::<bool>(), any::<bool>()),
        has_lot in prop::bool::weighted(0.8),
        contains in prop::collection::vec(prop::sample::select(Additive::ALL), 0..2),
    ) -> Work {
        Work::Serum(Serum {
            zones, substance, is_sterile, is_single_use, is_in_device_ifu, origin, is_prescriber_authorised,
            lot: has_lot.then(|| "L1".to_owned()), expires_on: Some(today()), timing: None, percent: None, ph: None,
            contains,
        })
    }
}

prop_compose! {
    fn any_cream()(
        zones in places(),
        product in prop::sample::select(NumbingProduct::ALL),
        (grams, area_cm2, minutes) in (1_u32..70, 1_u32..700, 1_u32..320),
        (is_occluded, is_prescription, is_heated) in (any::<bool>(), any::<bool>(), prop::bool::weighted(0.1)),
        agents in prop::collection::btree_map(prop::sample::select(NumbingAgent::ALL), 1_u32..20, 1..3),
    ) -> Work {
        let agents = agents.into_iter().map(|(agent, percent)| (agent, number(percent)));
        let agents: BTreeMap<NumbingAgent, _> = agents.collect();
        let agents = if product == NumbingProduct::Other { agents } else { BTreeMap::new() };
        Work::Ta(Anaesthetic {
            zones, product, grams: number(grams), area_cm2: number(area_cm2), minutes: number(minutes), is_occluded,
            is_prescription, is_heated, lot: None, expires_on: None, agents,
        })
    }
}

pub(crate) fn any_work() -> impl Strategy<Value = Work> {
    let plasma = (places(), prop::option::of(any_preparation()))
        .prop_map(|(zones, preparation)| Work::Prp(Plasma { zones, preparation }));
    let light = places().prop_map(|zones| Work::Led(Led { zones, minutes: number(15), has_eye_shield: true }));
    let filler = (places(), prop::sample::select(FillerMaterial::ALL))
        .prop_map(|(zones, material)| Work::Filler(Filler { zones, material }));
    let laser = (places(), any::<bool>()).prop_map(|(zones, is_ablative)| Work::Laser(Laser { zones, is_ablative }));
    prop_oneof![
        4 => any_needling().prop_map(Work::Mn),
        2 => any_needling().prop_map(Work::Rf),
        3 => any_peel(),
        2 => plasma,
        2 => any_serum(),
        2 => any_cream(),
        1 => light,
        1 => places().prop_map(|zones| Work::Toxin(Toxin { zones })),
        1 => filler,
        1 => laser,
    ]
}
