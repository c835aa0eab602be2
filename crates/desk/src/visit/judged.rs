//! What the rules say about a visit, and whether it may go on.

use std::collections::BTreeSet;

use care::Case;
use care::ids::{QuestionId, RiskId};
use care::record::{Component, Lift, consent_covers};
use care::verdict::{Class, Finding, ItemVerdict, Verdict};

use crate::seat::Seat;
use crate::visit::agreed::Terms;
use crate::visit::case_of::{Facts, case_of, is_whole};
use crate::visit::{OpenVisit, is_known_medicine};

/// What the rules say about a visit.
#[derive(Debug, Clone)]
pub(crate) struct Judged {
    /// The verdict on the plan as it is written.
    pub(crate) verdict: Verdict,
    pub(super) lifts: Vec<Lift>,
    pub(super) planned: Vec<Component>,
    pub(super) unfinished: Vec<String>,
    pub(super) unknown_medicines: Vec<String>,
    /// What a consent has to meet today.
    pub(super) terms: Terms,
    /// The questions the client's answers and medicines say yes to.
    pub(crate) answered_yes: BTreeSet<QuestionId>,
}

impl Judged {
    /// Asks the rules.
    pub(crate) fn of(seat: &Seat<'_>, open: &OpenVisit) -> Self {
        let case = case_of_visit(seat, open);
        let verdict = care::assess(&case, seat.protocol());
        let background = open.background();
        let unknown =
            background.medicines.iter().filter(|medicine| !is_known_medicine(&medicine.name, seat.protocol()));
        let unknown_medicines = unknown.map(|medicine| medicine.name.clone()).collect();
        let unfinished = open.components().iter().filter(|part| !is_whole(part)).map(|part| part.id.clone());
        Self {
            verdict,
            lifts: open.lifts().cloned().collect(),
            planned: open.components().to_vec(),
            unfinished: unfinished.collect(),
            unknown_medicines,
            answered_yes: care::answered_yes(&case, seat.protocol()),
            terms: Terms { now: seat.now(), valid_days: seat.rules().consent_days },
        }
    }

    /// The risks of the plan a consent has to name.
    pub(crate) fn risks(&self) -> Vec<RiskId> {
        self.verdict.consent_risks.clone()
    }

    /// The questions the client's answers and medicines say yes to.
    pub(crate) fn answered_yes(seat: &Seat<'_>, open: &OpenVisit) -> BTreeSet<QuestionId> {
        care::answered_yes(&case_of_visit(seat, open), seat.protocol())
    }

    /// What the rules say about a barcode on the day of a visit.
    pub(crate) fn of_barcode(seat: &Seat<'_>, open: &OpenVisit, text: &str) -> Option<ItemVerdict> {
        let case = Case { items: vec![text.to_owned()], ..case_of_visit(seat, open) };
        care::assess(&case, seat.protocol()).items.pop()
    }

    /// Whether the visit may go on: every fact is known, nothing is blocked, what needs a prescriber was lifted and
    /// no zone is planned deeper than its cap.
    pub(crate) fn may_go_on(&self) -> bool {
        !self.verdict.components.is_empty()
            && self.unfinished.is_empty()
            && self.verdict.missing.is_empty()
            && self.findings().all(|finding| self.is_settled(finding))
            && !self.is_above_a_cap()
    }

    /// Every finding about the plan.
    pub(crate) fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.verdict.combinations.iter().chain(self.verdict.components.iter().flat_map(|part| &part.findings))
    }

    /// The cap of a zone, in micrometres, where it is needled.
    pub(crate) fn cap_um(&self, zone: care::zones::ZoneId) -> Option<u32> {
        let depths = self.verdict.components.iter().flat_map(|part| &part.zones).filter(|row| row.zone == zone);
        depths.filter_map(|row| row.depth.as_ref()).map(|depth| depth.cap_um).min()
    }

    /// Ids of the limits that give the cap of a zone.
    pub(crate) fn binding(&self, zone: care::zones::ZoneId) -> Vec<String> {
        let depths = self.verdict.components.iter().flat_map(|part| &part.zones).filter(|row| row.zone == zone);
        let tightest = depths.filter_map(|row| row.depth.as_ref()).min_by_key(|depth| depth.cap_um);
        tightest.map(|depth| depth.binding.iter().map(ToString::to_string).collect()).unwrap_or_default()
    }

    fn is_settled(&self, finding: &Finding) -> bool {
        match finding.class {
            Class::Inform | Class::Modify => true,
            Class::Signoff | Class::Defer => self.lift_of(finding).is_some(),
            Class::Block => false,
        }
    }

    fn is_above_a_cap(&self) -> bool {
        let zones = self.verdict.components.iter().flat_map(|part| &part.zones);
        zones.filter_map(|zone| zone.depth.as_ref()).any(|depth| depth.planned_um > depth.cap_um)
    }

    /// Whether a prescriber has lifted it.
    pub(crate) fn is_lifted(&self, finding: &Finding) -> bool {
        self.lift_of(finding).is_some()
    }

    pub(super) fn lift_of(&self, finding: &Finding) -> Option<&Lift> {
        if !needs_lift(finding) {
            return None;
        }
        let covers = |lift: &&Lift| {
            lift.rule == finding.rule.as_str()
                && finding.components.iter().all(|part| lift.components.iter().any(|lifted| lifted == part.as_str()))
                && is_within(lift, finding, &self.planned)
        };
        self.lifts.iter().find(covers)
    }
}

fn case_of_visit(seat: &Seat<'_>, open: &OpenVisit) -> Case {
    let answers = open.answers();
    let background = open.background();
    let earlier_here = open.earlier_here(seat.protocol());
    let facts = Facts {
        today: seat.today(),
        visit_on: open.visit.visit_on.max(seat.today()),
        clinic: seat.clinic(),
        rules: seat.rules(),
        practitioner: seat.user(),
        client: &open.client,
        screened_on: open.screened_on(),
        answers: &answers,
        medicines: &background.medicines,
        measures: &background.measures,
        history: background.history.as_deref(),
        earlier_here: &earlier_here,
        components: open.components(),
        finished_at: open.finished_at().map(|at| seat.local(at)),
    };
    case_of(&facts, seat.protocol())
}

/// Whether a finding is still about what was lifted: no part that was not planned then, no longer wait.
fn is_within(lift: &Lift, finding: &Finding, planned: &[Component]) -> bool {
    let spoken_of = planned.iter().filter(|part| finding.components.iter().any(|id| id.as_str() == part.id));
    let is_no_longer = match (finding.until, lift.until) {
        (Some(until), Some(lifted)) => until <= lifted,
        (Some(_) | None, None) => true,
        (None, Some(_)) => false,
    };
    is_no_longer && consent_covers(&lift.parts, &spoken_of.cloned().collect::<Vec<_>>())
}

/// Whether a prescriber may lift it: a sign-off, or a deferral whose row says so.
pub(crate) fn needs_lift(finding: &Finding) -> bool {
    match finding.class {
        Class::Signoff => true,
        Class::Defer => finding.is_overridable,
        Class::Inform | Class::Modify | Class::Block => false,
    }
}
