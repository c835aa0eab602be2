//! Whether a signed consent covers a plan: the same parts, no zone more, no needle deeper.
//!
//! Source: `lg.consent_void` of the fact base (status P): a new component, a deeper needle or a new zone needs a
//! new signature. The lot of a serum is no part of what a client agrees to.

use super::{Component, PlannedZone, Serum, Treatment};

/// Whether everything in `planned` was agreed to in `signed`.
#[must_use]
pub fn consent_covers(signed: &[Component], planned: &[Component]) -> bool {
    planned.iter().all(|part| signed.iter().any(|agreed| covers(agreed, part)))
}

fn covers(agreed: &Component, part: &Component) -> bool {
    agreed.id == part.id
        && without_lot(&agreed.treatment) == without_lot(&part.treatment)
        && part.zones.iter().all(|zone| agreed.zones.iter().any(|other| reaches(other, zone)))
}

fn reaches(agreed: &PlannedZone, zone: &PlannedZone) -> bool {
    agreed.zone == zone.zone && agreed.side == zone.side && zone.depth_um <= agreed.depth_um
}

fn without_lot(treatment: &Treatment) -> Treatment {
    match treatment {
        Treatment::Serum(serum) => Treatment::Serum(Serum { lot: None, ..serum.clone() }),
        Treatment::Mn(_)
        | Treatment::Rf(_)
        | Treatment::Prp(_)
        | Treatment::Peel(_)
        | Treatment::Ta(_)
        | Treatment::Led(_) => treatment.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{Device, Microneedling};
    use crate::zones::{Side, ZoneId};

    fn needling(zone: ZoneId, side: Side, depth_um: u16) -> Component {
        let device = Device { name: "Pen".to_owned(), label_max_um: 2500, needle: None };
        Component {
            id: "mn".to_owned(),
            zones: vec![PlannedZone { zone, side, depth_um: Some(depth_um), indication: None }],
            treatment: Treatment::Mn(Microneedling { device, indication: "ind.texture".to_owned(), n_sessions: None }),
        }
    }

    #[test]
    fn a_shallower_needle_needs_no_new_signature() {
        let signed = [needling(ZoneId::Forehead, Side::Middle, 1500)];
        let planned = [needling(ZoneId::Forehead, Side::Middle, 1000)];
        assert!(consent_covers(&signed, &planned), "less than agreed is agreed");
    }

    #[test]
    fn a_deeper_needle_needs_a_new_signature() {
        let signed = [needling(ZoneId::Forehead, Side::Middle, 1000)];
        let planned = [needling(ZoneId::Forehead, Side::Middle, 1250)];
        assert!(!consent_covers(&signed, &planned), "nobody agreed to that depth");
    }

    #[test]
    fn the_other_cheek_needs_a_new_signature() {
        let signed = [needling(ZoneId::CheekMedial, Side::Left, 1000)];
        let planned = [needling(ZoneId::CheekMedial, Side::Right, 1000)];
        assert!(!consent_covers(&signed, &planned), "a side that was not named was not agreed to");
    }
}
