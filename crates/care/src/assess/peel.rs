//! How strong a peel counts.

use super::part::Part;
use crate::case::Peel;
use crate::decimal::Decimal;
use crate::protocol::{PeelStep, Protocol, StrengthBy};
use crate::verdict::PeelStrength;
use crate::vocabulary::PeelClass;

/// The class of a peel: by its strength or its coats, and at least medium once it frosts.
pub fn peel_class(protocol: &Protocol, peel: &Peel) -> PeelClass {
    let by_strength = protocol.peels.get(&peel.agent).and_then(|row| {
        let strength = match row.by {
            StrengthBy::Percent => peel.percent.unwrap_or(Decimal::ZERO),
            StrengthBy::Layers => Decimal::whole(peel.n_layers),
        };
        row.steps.iter().find(|step| fits(step, strength)).map(|step| step.class)
    });
    let class = by_strength.unwrap_or(PeelClass::Deep);
    if peel.frosting.unwrap_or(0) >= protocol.frosting_makes_medium_from { class.max(PeelClass::Medium) } else { class }
}

fn fits(step: &PeelStep, strength: Decimal) -> bool {
    step.below.is_none_or(|limit| strength < limit) && step.to.is_none_or(|limit| strength <= limit)
}

/// The class of a component, if it is a peel.
pub(super) fn strength(part: &Part<'_>) -> Option<PeelStrength> {
    part.peel_class.map(|class| PeelStrength { component: part.id().clone(), class })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::PeelAgent;

    fn class_of(agent: PeelAgent, percent: &str, n_layers: u32, frosting: Option<u32>) -> PeelClass {
        let percent = percent.parse().ok();
        let peel = Peel {
            zones: Vec::new(),
            agent,
            percent,
            ph: None,
            n_layers,
            minutes: None,
            frosting,
            lot: None,
            expires_on: None,
        };
        peel_class(Protocol::shipped(), &peel)
    }

    #[test]
    fn a_peel_on_the_border_counts_as_the_stricter_class() {
        assert_eq!(class_of(PeelAgent::Glycolic, "29.9", 1, None), PeelClass::VerySuperficial, "just below 30 %");
        assert_eq!(class_of(PeelAgent::Glycolic, "30", 1, None), PeelClass::Superficial, "30 % itself");
        assert_eq!(class_of(PeelAgent::Tca, "30", 1, None), PeelClass::Medium, "30 % trichloroacetic acid is medium");
        assert_eq!(class_of(PeelAgent::Tca, "50.1", 1, None), PeelClass::Deep, "above 50 % is deep");
    }

    #[test]
    fn the_coats_decide_for_jessner() {
        assert_eq!(class_of(PeelAgent::Jessner, "", 3, None), PeelClass::VerySuperficial, "three coats");
        assert_eq!(class_of(PeelAgent::Jessner, "", 11, None), PeelClass::Medium, "eleven coats");
    }

    #[test]
    fn frosting_makes_a_peel_medium_whatever_its_label() {
        assert_eq!(class_of(PeelAgent::Lactic, "10", 1, Some(2)), PeelClass::Medium, "white with pink showing through");
        assert_eq!(class_of(PeelAgent::Lactic, "10", 1, Some(1)), PeelClass::VerySuperficial, "streaks alone do not");
    }
}
