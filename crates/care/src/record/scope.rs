//! Whether a signed consent covers a plan: the same parts, no zone more, no needle deeper.
//!
//! Source: `lg.consent_void` of the fact base (status P): a new component, a deeper needle or a new zone needs a
//! new signature. The lot of a serum is no part of what a client agrees to.

use super::{Component, PlannedZone, Serum, Treatment};

/// Whether everything in `planned` was agreed to in `signed`.
#[must_use]
pub fn consent_covers(signed: &[Component], planned: &[Component]) -> bool {
    excess(&[signed], planned).is_empty()
}

/// What of `planned` was agreed to in none of `signed`: whole parts that are new or changed, and of the others the zones
/// and sides that are new or deeper. Nothing that was agreed to is among it.
#[must_use]
pub fn excess(signed: &[&[Component]], planned: &[Component]) -> Vec<Component> {
    planned.iter().filter_map(|part| excess_of(signed, part)).collect()
}

fn excess_of(signed: &[&[Component]], part: &Component) -> Option<Component> {
    let same =
        |agreed: &&Component| agreed.id == part.id && without_lot(&agreed.treatment) == without_lot(&part.treatment);
    let agreed: Vec<&Component> = signed.iter().flat_map(|parts| parts.iter()).filter(same).collect();
    if agreed.is_empty() {
        return Some(part.clone());
    }
    let is_agreed = |zone: &PlannedZone| agreed.iter().flat_map(|other| &other.zones).any(|other| reaches(other, zone));
    let zones: Vec<_> = part.zones.iter().filter(|zone| !is_agreed(zone)).cloned().collect();
    (!zones.is_empty()).then(|| Component { zones, ..part.clone() })
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
    fn only_what_goes_beyond_the_signature_is_asked_for_anew() {
        let cheek = |side, depth_um| needling(ZoneId::CheekMedial, side, depth_um).zones.remove(0);
        let both = |left, right| {
            let zones = vec![cheek(Side::Left, left), cheek(Side::Right, right)];
            [Component { zones, ..needling(ZoneId::CheekMedial, Side::Left, left) }]
        };
        let (signed, planned) = (both(1000, 1000), both(1000, 1250));
        let beyond = excess(&[&signed], &planned);
        assert_eq!(beyond[0].zones, [cheek(Side::Right, 1250)], "the right cheek is deeper, the left is as agreed");
        assert!(excess(&[&signed, &beyond], &planned).is_empty(), "two signatures together cover the plan");
        assert!(!excess(&[&beyond], &planned).is_empty(), "the addition alone does not");
    }

    #[test]
    fn the_other_cheek_needs_a_new_signature() {
        let signed = [needling(ZoneId::CheekMedial, Side::Left, 1000)];
        let planned = [needling(ZoneId::CheekMedial, Side::Right, 1000)];
        assert!(!consent_covers(&signed, &planned), "a side that was not named was not agreed to");
    }
}
