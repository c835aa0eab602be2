//! The sheet and the consent of a case as lines: the plan as it was agreed, and as if it had been done.

use std::collections::BTreeSet;

use care::aftercare::{self, Contact, Done, DonePart, DoneVisit, Sheet};
use care::assess::peel_class;
use care::case::{Case, Component, Needling, Peel, Work};
use care::consent::{self, Agreed, ConsentPart, ConsentPlan, ConsentText, Paragraph};
use care::zones::{Side, SidedZone};
use care::{Protocol, TextMissing, Verdict, answered_yes};
use chrono::{NaiveDateTime, TimeDelta};

const LANGUAGE: &str = "en-GB";

/// `hold ac.makeup 2026-11-21 15:30 printed 2026-11-21 15:30 by mn: No make-up` ·
/// `phase ph.24h 4 to 24 h: Redness…` · `advice ac.ice` · `warning rf.burn SAME_DAY` ·
/// `conflict cf.spf` · `date 2026-11-22: We call you`
pub(super) fn sheet(case: &Case, earlier: &[(i64, &Case)], protocol: &Protocol) -> Vec<String> {
    let ends_at = case.plan.session_ends_at.or_else(|| case.plan.visit_on.and_hms_opt(15, 30, 0)).unwrap_or_default();
    let done = done_visit("A-000002", case, ends_at, protocol);
    let before: Vec<DoneVisit> = earlier
        .iter()
        .map(|(hours, case)| done_visit("A-000001", case, ends_at - TimeDelta::hours(*hours), protocol))
        .collect();
    lines_of(aftercare::compose(protocol, &done, &before, LANGUAGE), |sheet| sheet_lines(&sheet, ends_at))
}

/// A text that is missing is one line that says so.
fn lines_of<T>(composed: Result<T, TextMissing>, lines: impl Fn(T) -> Vec<String>) -> Vec<String> {
    composed.map_or_else(|missing| vec![format!("refused: {missing}")], lines)
}

fn sheet_lines(sheet: &Sheet, ends_at: NaiveDateTime) -> Vec<String> {
    let time = |at: NaiveDateTime| at.format("%Y-%m-%d %H:%M").to_string();
    let hours = |at: NaiveDateTime| (at - ends_at).num_hours();
    let mut lines = Vec::new();
    for hold in &sheet.holds {
        let of = hold.binds.earlier_visit.as_ref().map(|visit| format!(" of {visit}")).unwrap_or_default();
        let (ends_at, printed_at) = (time(hold.ends_at), time(hold.printed_at));
        let by = &hold.binds.component;
        lines.push(format!("hold {} {ends_at} printed {printed_at} by {by}{of}: {}", hold.item, hold.words));
    }
    let phase = |phase: &aftercare::Phase| {
        format!("phase {} {} to {} h: {}", phase.id, hours(phase.from), hours(phase.to), phase.course)
    };
    lines.extend(sheet.phases.iter().map(phase));
    lines.extend(sheet.advice.iter().map(|advice| format!("advice {}", advice.item)));
    lines.extend(sheet.warnings.iter().map(|warning| format!("warning {} {}", warning.rule, warning.action)));
    lines.extend(sheet.conflicts.iter().map(|conflict| format!("conflict {}", conflict.rule)));
    lines.extend(sheet.dates.iter().map(|date| format!("date {}: {}", date.on, date.heading)));
    lines
}

fn done_visit(number: &str, case: &Case, finished_at: NaiveDateTime, protocol: &Protocol) -> DoneVisit {
    let part = |component: &Component| {
        let what = done(component, protocol)?;
        Some(DonePart { id: component.id.clone(), zones: places(component), what })
    };
    DoneVisit {
        number: number.to_owned(),
        finished_at,
        parts: case.plan.components.iter().filter_map(part).collect(),
        fitzpatrick: case.client.fitzpatrick,
        answered_yes: answered_yes(case, protocol),
        policy: case.policy.clone(),
        contact: Contact {
            clinic: "Sample clinic".to_owned(),
            phone: "01632 960001".to_owned(),
            out_of_hours_phone: String::new(),
            emergency_phone: "999".to_owned(),
        },
        next_visit_on: None,
    }
}

fn places(component: &Component) -> Vec<SidedZone> {
    component.work.zones().into_iter().map(|zone| SidedZone { zone, side: Side::Middle }).collect()
}

/// What was done, if the clinic does it here.
fn done(component: &Component, protocol: &Protocol) -> Option<Done> {
    Some(match &component.work {
        Work::Mn(needling) => Done::Mn { deepest_um: deepest_um(needling) },
        Work::Rf(needling) => Done::Rf { deepest_um: deepest_um(needling) },
        Work::Prp(_) => Done::Prp,
        Work::Peel(peel) => Done::Peel { class: peel_class(protocol, peel) },
        Work::Serum(_) => Done::Serum,
        Work::Ta(_) => Done::Ta,
        Work::Led(_) => Done::Led,
        Work::Toxin(_) | Work::Filler(_) | Work::Laser(_) => return None,
    })
}

fn deepest_um(needling: &Needling) -> u32 {
    needling.zones.iter().map(|target| target.depth_um).max().unwrap_or(0)
}

/// `risks.rare: Swollen lymph nodes.` and so on, one line per paragraph.
pub(super) fn consent(case: &Case, verdict: &Verdict, protocol: &Protocol) -> Vec<String> {
    let part = |component: &Component| {
        let what = agreed(component, protocol)?;
        Some(ConsentPart { zones: places(component), what })
    };
    let plan = ConsentPlan {
        parts: case.plan.components.iter().filter_map(part).collect(),
        risks: verdict.consent_risks.clone(),
        hoped_for: String::new(),
        n_sessions: None,
        interval_days: None,
        adds_to: None,
    };
    lines_of(consent::compose(protocol, &plan, LANGUAGE), |text| consent_lines(&text))
}

fn consent_lines(text: &ConsentText) -> Vec<String> {
    let mut lines = BTreeSet::new();
    for clause in &text.clauses {
        for paragraph in &clause.paragraphs {
            let (Paragraph::Words(words) | Paragraph::Point(words)) = paragraph;
            lines.insert(format!("{}: {words}", clause.id));
        }
    }
    lines.into_iter().collect()
}

fn agreed(component: &Component, protocol: &Protocol) -> Option<Agreed> {
    let device = || "Sample pen".to_owned();
    Some(match &component.work {
        Work::Mn(needling) => Agreed::Mn { device: device(), deepest_um: deepest_um(needling) },
        Work::Rf(needling) => Agreed::Rf { device: device(), deepest_um: deepest_um(needling) },
        Work::Prp(_) => Agreed::Prp,
        Work::Peel(peel) => agreed_peel(peel, protocol),
        Work::Serum(serum) => Agreed::Serum { substance: serum.substance },
        Work::Ta(cream) => Agreed::Ta { product: cream.product },
        Work::Led(_) => Agreed::Led,
        Work::Toxin(_) | Work::Filler(_) | Work::Laser(_) => return None,
    })
}

fn agreed_peel(peel: &Peel, protocol: &Protocol) -> Agreed {
    let strength_milli_percent = peel.percent.and_then(care::decimal::Decimal::thousandths);
    Agreed::Peel { agent: peel.agent, strength_milli_percent, class: peel_class(protocol, peel) }
}
