//! What is asked and measured: questions, their effects, waits, medicines, blood values.

use super::table::{Removal, Table, off, removal, tenth_higher, tenth_lower, without};
use crate::Protocol;
use crate::ids::WaitId;
use crate::protocol::{EffectRow, MeasureRow, MedicineRow, NeededRow, QuestionRow, ThresholdRow, When, Worse};

pub(super) fn removals() -> Vec<Removal> {
    let mut removals = questions();
    removals.extend(effects());
    removals.extend(waits());
    removals.extend(medicines());
    removals.extend(measures());
    removals
}

fn questions() -> Vec<Removal> {
    let table = Table::<QuestionRow> {
        table: "questions.toml",
        row: |protocol, n| protocol.questions.values_mut().nth(n),
        name: |protocol, n| protocol.questions.keys().nth(n).unwrap().to_string(),
    };
    let mut removals = table.each_of("asked for", |row| &mut row.asked_for);
    removals.extend(table.each_of("not asked of", |row| &mut row.not_asked_of));
    removals.extend(table.each_of("needs", |row| &mut row.needs));
    removals.extend(table.each_of("needs for", |row| &mut row.needs_for));
    removals.extend(table.each("any substance", |row| without(&mut row.substance)));
    removals.extend(table.each("without needling", |row| off(&mut row.with_needling)));
    removals
}

fn effects() -> Vec<Removal> {
    let table = Table::<EffectRow> {
        table: "questions.toml",
        row: |protocol, n| protocol.questions.values_mut().flat_map(|row| &mut row.effects).nth(n),
        name: effect_name,
    };
    let mut removals = table.gone(|protocol, n| {
        let (question, index) = place_of_effect(protocol, n);
        protocol.questions.values_mut().nth(question).unwrap().effects.remove(index);
    });
    removals.extend(table.each_of("on", |row| &mut row.on));
    removals.extend(table.each_of("only zone", |row| &mut row.only_zones));
    removals.extend(table.each_of("except zone", |row| &mut row.except_zones));
    removals.extend(table.each_of("agent", |row| &mut row.agents));
    removals.extend(table.each_of("without agent", |row| &mut row.without_agents));
    removals.extend(table.each_of("peel agent", |row| &mut row.peel_agents));
    removals.extend(table.each_of("needle", |row| &mut row.needle));
    removals.extend(table.each("whenever yes", |row| (std::mem::take(&mut row.when) != When::Yes).then_some(())));
    removals.extend(table.each("without its wait", |row| without(&mut row.wait)));
    removals.extend(table.each("a day longer", |row| row.days.as_mut().map(|days| *days += 1)));
    removals.extend(table.each("a day shorter", |row| row.days.as_mut().map(|days| *days -= 1)));
    removals.extend(table.each("not liftable", |row| off(&mut row.overridable)));
    removals.extend(table.each("everywhere", |row| off(&mut row.face_only)));
    removals.extend(table.each("by any policy", |row| without(&mut row.policy)));
    removals.extend(table.each("without its check", |row| without(&mut row.check)));
    removals
}

/// The question of the nth effect, and which of its effects it is.
fn place_of_effect(protocol: &Protocol, n: usize) -> (usize, usize) {
    let of_question =
        |(question, row): (usize, &QuestionRow)| (0..row.effects.len()).map(move |index| (question, index));
    protocol.questions.values().enumerate().flat_map(of_question).nth(n).unwrap()
}

fn effect_name(protocol: &Protocol, n: usize) -> String {
    let (question, index) = place_of_effect(protocol, n);
    format!("{} effect {}", protocol.questions.keys().nth(question).unwrap(), index + 1)
}

/// The waits some row reads. Others have no effect on a verdict (assess 5).
fn waits() -> Vec<Removal> {
    let protocol = Protocol::shipped();
    let is_read = |wait: &&WaitId| {
        let effects = protocol.questions.values().flat_map(|row| &row.effects).filter_map(|row| row.wait.as_ref());
        let past = protocol.past.iter().filter_map(|row| row.wait.as_ref());
        let holds = protocol.aftercare.holds.iter().flat_map(|row| &row.at_least);
        effects.chain(past).chain(holds).chain([&protocol.series.interval]).any(|read| read == *wait)
    };
    let both = |wait: WaitId| {
        let (longer, shorter) = (wait.clone(), wait.clone());
        [
            removal("waits.toml", format!("{wait}: a day longer"), move |protocol| {
                protocol.waits.get_mut(&longer).unwrap().days += 1;
            }),
            removal("waits.toml", format!("{wait}: a day shorter"), move |protocol| {
                protocol.waits.get_mut(&shorter).unwrap().days -= 1;
            }),
        ]
    };
    protocol.waits.keys().filter(is_read).cloned().flat_map(both).collect()
}

fn medicines() -> Vec<Removal> {
    let table = Table::<MedicineRow> {
        table: "medicines.toml",
        row: |protocol, n| protocol.medicines.values_mut().nth(n),
        name: |protocol, n| protocol.medicines.keys().nth(n).unwrap().to_string(),
    };
    let mut removals = table.gone(|protocol, n| {
        let name = protocol.medicines.keys().nth(n).unwrap().clone();
        protocol.medicines.remove(&name);
    });
    removals.extend(table.each("prescribed or not", |row| without(&mut row.question_when_prescribed)));
    removals.extend(table.each("ended or not", |row| without(&mut row.question_when_ended)));
    removals
}

fn measures() -> Vec<Removal> {
    let limits = Table::<ThresholdRow> {
        table: "measures.toml",
        row: |protocol, n| protocol.thresholds.get_mut(n),
        name: |protocol, n| protocol.thresholds[n].rule.to_string(),
    };
    let mut removals = limits.gone(|protocol, n| drop(protocol.thresholds.remove(n)));
    removals.extend(limits.each_of("on", |row| &mut row.on));
    removals.extend(limits.each("below a tenth more", |row| row.below.as_mut().map(tenth_higher)));
    removals.extend(limits.each("below a tenth less", |row| row.below.as_mut().map(tenth_lower)));
    removals.extend(limits.each("from a tenth more", |row| row.at_least.as_mut().map(tenth_higher)));
    removals.extend(limits.each("from a tenth less", |row| row.at_least.as_mut().map(tenth_lower)));
    removals.extend(limits.each("a day older", |row| row.max_age_days.as_mut().map(|days| *days += 1)));
    removals.extend(limits.each("a day younger", |row| row.max_age_days.as_mut().map(|days| *days -= 1)));
    let needed = Table::<NeededRow> {
        table: "measures.toml",
        row: |protocol, n| protocol.needed.get_mut(n),
        name: |protocol, n| protocol.needed[n].question.to_string(),
    };
    removals.extend(needed.gone(|protocol, n| drop(protocol.needed.remove(n))));
    removals.extend(needed.each("with any medicine", |row| without(&mut row.with_medicine)));
    removals.extend(needed.each("above a tenth more", |row| row.above.as_mut().map(tenth_higher)));
    removals.extend(needed.each("above a tenth less", |row| row.above.as_mut().map(tenth_lower)));
    removals.extend(needed.each("below a tenth more", |row| row.below.as_mut().map(tenth_higher)));
    removals.extend(needed.each("below a tenth less", |row| row.below.as_mut().map(tenth_lower)));
    removals.extend(needed.every("a day older", |row| row.max_age_days += 1));
    removals.extend(needed.every("a day younger", |row| row.max_age_days -= 1));
    let kinds = Table::<MeasureRow> {
        table: "measures.toml",
        row: |protocol, n| protocol.measures.values_mut().nth(n),
        name: |protocol, n| protocol.measures.keys().nth(n).unwrap().to_string(),
    };
    removals.extend(kinds.every("the other value is worse", |row| {
        row.worse = match row.worse {
            Worse::Lower => Worse::Higher,
            Worse::Higher => Worse::Lower,
        };
    }));
    removals
}
