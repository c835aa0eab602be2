//! Plasma: is it this client's, is the tube good, and was it spun as the protocol says.

use super::facts::Facts;
use super::ledger::Ledger;
use super::part::Part;
use super::speech::Speech;
use crate::case::{Preparation, Spin, SpinRange};
use crate::decimal::{Decimal, Ratio};
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
    let bound = |g: Decimal, percent: i128| Ratio::new(g.millionths() * percent, 100_000_000);
    let (least, most) = (bound(range.g_min, 100 - tolerance), bound(range.g_max, 100 + tolerance));
    match (force_g(facts, spin, radius_cm), least, most) {
        (Some(force), Some(least), Some(most)) => least.exceeds(force) || force.exceeds(most),
        (None, _, _) | (_, None, _) | (_, _, None) => false,
    }
}

/// Force of a spin in multiples of gravity: factor x radius x turns squared.
fn force_g(facts: &Facts<'_>, spin: &Spin, radius_cm: Option<Decimal>) -> Option<Ratio> {
    let turns = spin.rpm.millionths();
    // Thousandths of a turn and of a centimetre keep the product inside 128 bits.
    let turns_e3 = turns / 1_000;
    let top = i128::from(facts.protocol.plasma.spin.factor_e9) * radius_cm?.millionths();
    let top = top.checked_mul(turns_e3.checked_mul(turns_e3)?)?;
    Ratio::new(top, 1_000_000_000 * 1_000_000 * 1_000_000)
}

/// The numbers of a preparation; a number whose inputs are missing is left out.
pub(super) fn numbers(facts: &Facts<'_>, part: &Part<'_>) -> Option<PlasmaNumbers> {
    let preparation = part.plasma()?.preparation.as_ref()?;
    let force = |spin: &Spin| force_g(facts, spin, preparation.radius_cm).and_then(|force| force.rounded(1));
    let (blood, plasma) = (preparation.blood_platelets, preparation.prp_platelets);
    let fold = blood.zip(plasma).and_then(|(blood, plasma)| Ratio::new(plasma.millionths(), blood.millionths()));
    let gained = plasma.zip(preparation.yield_ml).map(|(plasma, ml)| plasma.millionths() * ml.millionths());
    let drawn = blood.zip(preparation.draw_ml).map(|(blood, ml)| blood.millionths() * ml.millionths());
    let recovery = gained.zip(drawn).and_then(|(gained, drawn)| Ratio::new(gained, drawn));
    let platelets = gained.and_then(|gained| Ratio::new(gained, 1_000_000_000_000 * 1_000));
    Some(PlasmaNumbers {
        component: part.id().clone(),
        rcf_g: preparation.spins.iter().map(force).collect(),
        fold: fold.and_then(|ratio| ratio.rounded(2)),
        recovery: recovery.and_then(|ratio| ratio.rounded(2)),
        platelets_e9: platelets.and_then(|ratio| ratio.rounded(2)),
    })
}
