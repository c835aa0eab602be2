//! The components of a visit: set as they are edited, changed with one press, lifted by a prescriber.

use care::record::{Component, Lift, OutsideScope, PlannedZone, Treatment};
use care::verdict::Finding;
use serde_json::json;
use store::Act;

use crate::cases::fields::{Checker, LINE, TEXT, wrong_field};
use crate::cases::visits::show;
use crate::failure::{Failure, FieldProblem, Refusal, WrongField};
use crate::seat::Seat;
use crate::visit::{Field, Judged, OpenVisit, needs_lift};
use crate::wire::{LiftRequest, PlanFix, PlanFixRequest, PlanRequest, VisitView};

/// Parts of one visit at most.
const MOST_COMPONENTS: usize = 12;
/// Blood of one draw at most, in microlitres: ten tubes of twenty millilitres.
const MOST_DRAWN_UL: u32 = 200_000;
/// Coats of one peel at most.
const MOST_LAYERS: u8 = 20;
/// Deepest needle there is, in micrometres: the upper end of a depth in the rules' contract.
const DEEPEST_UM: u16 = 4000;

/// Sets the components of a visit. A plan that is not complete yet is kept all the same: it is being written.
pub(crate) fn set_plan(seat: &Seat<'_>, request: PlanRequest) -> Result<VisitView, Failure> {
    OpenVisit::read_to_change(seat, request.visit)?;
    check(&request.components)?;
    refuse_outside_scope(seat, &request.components)?;
    let path = Field::Components.path();
    seat.write(|write| write.set_draft(request.visit, &path, &json!(request.components)))?;
    show(seat, request.visit)
}

/// What the signed-in person may not give is not planned and not consented to by them.
pub(crate) fn refuse_outside_scope(seat: &Seat<'_>, components: &[Component]) -> Result<(), Failure> {
    match components.iter().find_map(|part| seat.user().outside_scope(&part.treatment)) {
        None => Ok(()),
        Some(OutsideScope::Prp) => Err(Refusal::OutsideScopePrp.failure()),
        Some(OutsideScope::PrescriptionItem) => Err(Refusal::OutsideScopePrescription.failure()),
    }
}

fn check(components: &[Component]) -> Result<(), Failure> {
    let mut fields = Checker::default();
    fields.between("components", components.len(), 0, MOST_COMPONENTS);
    for (index, part) in components.iter().enumerate() {
        let path = format!("components[{index}]");
        fields.needed(&format!("{path}.id"), &part.id, LINE);
        if components.iter().take(index).any(|other| other.id == part.id) {
            fields.wrong(WrongField::new(format!("{path}.id"), FieldProblem::NotOneOf));
        }
        for (place, zone) in part.zones.iter().enumerate() {
            check_depth(&mut fields, &format!("{path}.zones[{place}].depth_um"), part, zone);
        }
        check_amounts(&mut fields, &path, part);
    }
    fields.finish()
}

fn check_depth(fields: &mut Checker, path: &str, part: &Component, zone: &PlannedZone) {
    let is_needled = matches!(part.treatment, Treatment::Mn(_) | Treatment::Rf(_));
    // Without a depth the plan is still being written; the verdict says so.
    if let Some(depth_um) = zone.depth_um.filter(|_| is_needled) {
        fields.between(path, depth_um, 1, DEEPEST_UM);
    }
}

fn check_amounts(fields: &mut Checker, path: &str, part: &Component) {
    match &part.treatment {
        Treatment::Mn(needling) | Treatment::Rf(needling) => {
            fields.needed(&format!("{path}.device.name"), &needling.device.name, LINE);
            fields.between(&format!("{path}.device.label_max_um"), needling.device.label_max_um, 1, DEEPEST_UM);
            if let Some(n_sessions) = needling.n_sessions {
                fields.between(&format!("{path}.n_sessions"), n_sessions, 1, 12);
            }
        }
        Treatment::Peel(peel) => {
            if let Some(n_layers) = peel.n_layers {
                fields.between(&format!("{path}.n_layers"), n_layers, 1, MOST_LAYERS);
            }
            let unlabelled =
                matches!(peel.agent, care::vocabulary::PeelAgent::Jessner | care::vocabulary::PeelAgent::Phenol);
            match peel.strength_milli_percent {
                Some(strength) => fields.between(&format!("{path}.strength_milli_percent"), strength, 1, 100_000),
                None if unlabelled => {}
                None => {
                    fields.wrong(WrongField::new(format!("{path}.strength_milli_percent"), FieldProblem::NoStrength))
                }
            }
        }
        Treatment::Ta(cream) => {
            fields.between(&format!("{path}.amount_mg"), cream.amount_mg, 1, 500_000);
            fields.between(&format!("{path}.area_cm2"), cream.area_cm2, 1, 5_000);
            fields.between(&format!("{path}.minutes"), cream.minutes, 1, 600);
            if cream.product == care::vocabulary::NumbingProduct::Other {
                fields.wrong(WrongField::new(format!("{path}.product"), FieldProblem::NotOneOf));
            }
        }
        Treatment::Led(light) => fields.between(&format!("{path}.minutes"), light.minutes, 1, 120),
        Treatment::Serum(serum) => {
            if let Some(lot) = &serum.lot {
                fields.line(&format!("{path}.lot.product"), &lot.product, LINE);
                fields.needed(&format!("{path}.lot.lot"), &lot.lot, LINE);
                fields.line(&format!("{path}.lot.gtin"), lot.gtin.as_deref().unwrap_or_default(), LINE);
            }
        }
        Treatment::Prp(plasma) => {
            if let Some(draw_ul) = plasma.draw_ul {
                fields.between(&format!("{path}.draw_ul"), draw_ul, 1, MOST_DRAWN_UL);
            }
        }
    }
}

/// Makes the one-press change of a finding.
pub(crate) fn take_fix(seat: &Seat<'_>, request: PlanFixRequest) -> Result<VisitView, Failure> {
    let open = OpenVisit::read_to_change(seat, request.visit)?;
    let mut components = open.components().to_vec();
    match &request.fix {
        PlanFix::TakeCap => take_caps(&Judged::of(seat, &open), &mut components),
        PlanFix::Remove { component } => components.retain(|part| part.id != *component),
    }
    seat.write(|write| write.set_draft(request.visit, &Field::Components.path(), &json!(components)))?;
    show(seat, request.visit)
}

/// Takes the cap wherever the plan is deeper. A zone whose cap is nothing is taken out.
pub(crate) fn take_caps(judged: &Judged, components: &mut Vec<Component>) {
    for part in components.iter_mut().filter(|part| matches!(part.treatment, Treatment::Mn(_) | Treatment::Rf(_))) {
        part.zones.retain_mut(|zone| {
            let Some(cap_um) = judged.cap_um(zone.zone).and_then(|cap| u16::try_from(cap).ok()) else { return true };
            zone.depth_um = zone.depth_um.map(|depth_um| depth_um.min(cap_um));
            cap_um > 0
        });
    }
    components.retain(|part| !part.zones.is_empty());
}

/// Lifts a finding that may be lifted. The prescriber gives the reason and confirms it.
pub(crate) fn lift_finding(seat: &Seat<'_>, request: LiftRequest) -> Result<VisitView, Failure> {
    let open = OpenVisit::read_to_change(seat, request.visit)?;
    let reason = request.reason.trim().to_owned();
    if reason.is_empty() {
        return Err(wrong_field("reason", FieldProblem::NoReason));
    }
    if reason.chars().count() > TEXT {
        return Err(wrong_field("reason", FieldProblem::TooLong));
    }
    let judged = Judged::of(seat, &open);
    let spoken: Vec<&Finding> = judged.findings().filter(|finding| finding.rule.as_str() == request.rule).collect();
    if spoken.is_empty() {
        return Err(Refusal::NoSuchFinding.failure());
    }
    let liftable: Vec<_> = spoken.into_iter().filter(|finding| needs_lift(finding)).collect();
    if liftable.is_empty() {
        return Err(Refusal::CannotBeLifted.failure());
    }
    seat.confirm(&request.secret)?;
    let lift = lift_of(seat, &open, &request.rule, reason, &liftable);
    let path = Field::Lift(request.rule).path();
    seat.write(|write| {
        write.set_draft(request.visit, &path, &json!(lift))?;
        write.note(Act::Lift, Some(open.client.id), &json!({ "visit": open.visit.id, "lift": lift }))
    })?;
    show(seat, request.visit)
}

/// What a prescriber lifts: the parts that were spoken of, as they are planned now, for no longer than it was said.
pub(crate) fn lift_of(seat: &Seat<'_>, open: &OpenVisit, rule: &str, reason: String, liftable: &[&Finding]) -> Lift {
    let mut components: Vec<String> =
        liftable.iter().flat_map(|finding| finding.components.iter().map(ToString::to_string)).collect();
    components.sort();
    components.dedup();
    let untils: Option<Vec<_>> = liftable.iter().map(|finding| finding.until).collect();
    let parts = open.components().iter().filter(|part| components.contains(&part.id)).cloned().collect();
    Lift {
        rule: rule.to_owned(),
        parts,
        until: untils.and_then(|days| days.into_iter().max()),
        components,
        reason,
        by: seat.user().id,
        name: seat.user().name.clone(),
        at: seat.now(),
    }
}
