//! Plasma: is it this client's, is the tube good, and was it spun as the protocol says.

use super::facts::Facts;
use super::ledger::Ledger;
use super::part::Part;
use super::speech::Speech;
use crate::case::{Preparation, Spin, SpinRange};
use crate::decimal::{Decimal, Ratio};
use crate::formulas::Platelets;
use crate::verdict::PlasmaNumbers;
use crate::vocabulary::IdentityCheck;

/// Judges the preparation of a plasma component, once there is one.
pub(super) fn judge(facts: &Facts<'_>, part: &Part<'_>, ledger: &mut Ledger) {
    let Some(preparation) = part.plasma().and_then(|plasma| plasma.preparation.as_ref()) else { return };
    note_missing(facts, part, preparation, ledger);
    let rules = &facts.protocol.plasma;
    if preparation.identity_checks.contains(&IdentityCheck::Mismatch) {
        ledger.say(part, Speech::new(&rules.identity.rule, rules.identity.class));
    }
    if preparation.tube.expires_on.is_some_and(|expires_on| expires_on < facts.visit_on) {
        ledger.say(part, Speech::new(&rules.tube_expired.rule, rules.tube_expired.class));
    }
    if is_outside_protocol(facts, preparation) {
        ledger.say(part, Speech::new(&rules.spin.rule, rules.spin.class));
    }
}

fn note_missing(facts: &Facts<'_>, part: &Part<'_>, preparation: &Preparation, ledger: &mut Ledger) {
    let tube = &preparation.tube;
    let is_checked = preparation.identity_checks.len() >= facts.protocol.plasma.n_identity_checks;
    let facts = [
        ("tube.product", tube.product.is_some()),
        ("tube.lot", tube.lot.is_some()),
        ("tube.expires_on", tube.expires_on.is_some()),
        ("identity_checks", is_checked),
    ];
    for (name, _) in facts.into_iter().filter(|(_, is_given)| !is_given) {
        ledger.miss(part, format!("{}.preparation.{name}", part.path()));
    }
}

/// Spins that no radius belongs to, or another number of spins or another force than the saved protocol asks.
fn is_outside_protocol(facts: &Facts<'_>, preparation: &Preparation) -> bool {
    let spins = &preparation.spins;
    let lacks_radius = !spins.is_empty() && preparation.radius_cm.is_none();
    let differs = preparation.protocol.as_ref().is_some_and(|ranges| {
        ranges.len() != spins.len()
            || spins.iter().zip(ranges).any(|(spin, range)| is_outside(facts, spin, range, preparation.radius_cm))
    });
    lacks_radius || differs
}

fn is_outside(facts: &Facts<'_>, spin: &Spin, range: &SpinRange, radius_cm: Option<Decimal>) -> bool {
    let tolerance = i128::from(facts.protocol.plasma.spin.tolerance_percent);
    let force = radius_cm.and_then(|radius_cm| facts.protocol.formulas.exact_rcf_g(radius_cm, spin.rpm));
    let bound = |g: Decimal, percent: i128| Ratio::new(g.millionths() * percent, 100_000_000);
    let (least, most) = (bound(range.g_min, 100 - tolerance), bound(range.g_max, 100 + tolerance));
    match (force, least, most) {
        (Some(force), Some(least), Some(most)) => least.exceeds(force) || force.exceeds(most),
        (None, _, _) | (_, None, _) | (_, _, None) => false,
    }
}

/// The numbers of a preparation; a number whose inputs are missing is left out.
pub(super) fn numbers(facts: &Facts<'_>, part: &Part<'_>) -> Option<PlasmaNumbers> {
    let preparation = part.plasma()?.preparation.as_ref()?;
    let formulas = &facts.protocol.formulas;
    let force = |spin: &Spin| formulas.rcf_g(preparation.radius_cm?, spin.rpm);
    let (blood, plasma) = (preparation.blood_platelets, preparation.prp_platelets);
    let volume = |(e9_per_l, ml)| Platelets { e9_per_l, ml };
    let gained = plasma.zip(preparation.yield_ml).map(volume);
    let drawn = blood.zip(preparation.draw_ml).map(volume);
    Some(PlasmaNumbers {
        component: part.id().clone(),
        rcf_g: preparation.spins.iter().map(force).collect(),
        fold: plasma.zip(blood).and_then(|(plasma, blood)| formulas.fold(plasma, blood)),
        recovery: gained.zip(drawn).and_then(|(gained, drawn)| formulas.recovery(gained, drawn)),
        platelets_e9: gained.and_then(|gained| formulas.platelets_e9(gained)),
    })
}
