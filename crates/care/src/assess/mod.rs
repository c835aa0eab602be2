//! The verdict on one case.
//!
//! Pure: the same case and protocol always give the same verdict. Every kind of rule has its own module and
//! reads its rows from the protocol; nothing here holds a clinical number.

mod anaesthetic;
mod answers;
mod caps;
mod combinations;
mod facts;
mod history;
mod holds;
mod items;

mod ledger;
mod measures;
mod part;
mod peel;
mod plasma;
mod risks;
mod series;
mod serum;
mod speech;
mod standing;
mod symptoms;
mod totals;

pub(crate) use holds::{HeldPart, column_of, merge_holds, met_conflicts};
pub use peel::peel_class;
pub(crate) use speech::word_key;

use std::collections::BTreeSet;

use crate::case::{Case, Component};
use crate::ids::QuestionId;
use crate::protocol::{Protocol, QuestionRow};
use crate::verdict::{ComponentVerdict, Computed, Decision, Verdict};
use crate::vocabulary::Sex;

use self::facts::Facts;
use self::ledger::Ledger;
use self::part::Part;

/// Judges a case by a protocol.
pub fn assess(case: &Case, protocol: &Protocol) -> Verdict {
    let facts = Facts::gather(case, protocol);
    let parts: Vec<Part<'_>> = Part::all(&case.plan.components, protocol);
    let mut ledger = Ledger::new(parts.len());
    let red_flags = symptoms::red_flags(&facts);
    for part in &parts {
        answers::judge(&facts, part, &parts, &mut ledger);
        measures::judge(&facts, part, &mut ledger);
        standing::judge(&facts, part, &mut ledger);
        anaesthetic::judge(&facts, part, &mut ledger);
        plasma::judge(&facts, part, &mut ledger);
        serum::judge(&facts, part, &mut ledger);
        symptoms::judge(part, &red_flags, &mut ledger);
        history::judge(&facts, part, &mut ledger);
    }
    let meetings = combinations::meetings(&facts, &parts);
    let depths: Vec<_> = parts.iter().map(|part| caps::judge(&facts, part, &meetings, &mut ledger)).collect();
    let is_stopped = red_flags.iter().any(|flag| flag.stops_series);
    let components: Vec<ComponentVerdict> = parts
        .iter()
        .zip(&depths)
        .map(|(part, depth)| {
            let mut verdict = totals::component(&facts, part, depth, &ledger);
            verdict.series = series::of(&facts, part, depth, verdict.earliest_on, is_stopped);
            verdict
        })
        .collect();
    let aftercare = holds::of_plan(&facts, &parts, &depths, &components);
    let items = items::judge(&facts);
    let combinations = combinations::findings(&facts, &parts, &meetings);
    let sequential = combinations::one_after_the_other(&facts, &parts, &depths, &meetings, &components);
    let mut verdict = Verdict {
        protocol_version: case.policy.version.clone(),
        decision: Decision::Clear,
        earliest_on: None,
        missing: ledger.missing(&parts),
        consent_risks: risks::of_plan(&facts, &parts, &ledger),
        conflicts: holds::conflicts(&facts, &parts, &components),
        computed: computed(&facts, &parts),
        components,
        combinations,
        sequential,
        aftercare,
        red_flags,
        items,
    };
    verdict.decision = totals::decision(&verdict);
    verdict.earliest_on = totals::earliest_on(&verdict);
    verdict
}

/// The questions a case answers with yes, its listed medicines included: what a sheet's holds read.
pub fn answered_yes(case: &Case, protocol: &Protocol) -> BTreeSet<QuestionId> {
    let facts = Facts::gather(case, protocol);
    protocol.questions.keys().filter(|question| facts.is_yes(question)).cloned().collect()
}

/// The rows of the questions that a plan makes mandatory, in the order of the questionnaire.
pub(crate) fn asked_rows<'p>(components: &[Component], sex: Sex, protocol: &'p Protocol) -> Vec<&'p QuestionRow> {
    let parts = Part::all(components, protocol);
    let is_asked = |row: &&QuestionRow| {
        !row.not_asked_of.contains(&sex) && parts.iter().any(|part| answers::applies(row, part, &parts))
    };
    protocol.question_order.iter().filter_map(|id| protocol.questions.get(id)).filter(is_asked).collect()
}

/// The numbers worked out on the way.
fn computed(facts: &Facts<'_>, parts: &[Part<'_>]) -> Computed {
    Computed {
        prp: parts.iter().filter_map(|part| plasma::numbers(facts, part)).collect(),
        ta: parts.iter().filter_map(|part| anaesthetic::numbers(facts, part)).collect(),
        peels: parts.iter().filter_map(peel::strength).collect(),
        serums: parts.iter().filter_map(|part| serum::checks(facts, part)).collect(),
        open_channel_hours: series::open_channel_hours(facts, parts),
    }
}
