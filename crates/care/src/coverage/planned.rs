//! What is planned: standing rules, past procedures, depths, zones, indications, combinations.

use super::table::{Removal, Table, moved, off, without};
use crate::Protocol;
use crate::protocol::{Age, CapRow, IndicationRow, Meeting, PairRow, PastRow, Region, StandingRow, TripleRow, ZoneRow};

pub(super) fn removals() -> Vec<Removal> {
    let mut removals = standing();
    removals.extend(past());
    removals.extend(caps());
    removals.extend(zones());
    removals.extend(indications());
    removals.extend(pairs());
    removals
}

fn older(age: &mut Age) -> Option<()> {
    match age {
        Age::Years(years) => {
            *years += 1;
            Some(())
        }
        Age::Named(_) => None,
    }
}

fn younger(age: &mut Age) -> Option<()> {
    match age {
        Age::Years(years) => {
            *years -= 1;
            Some(())
        }
        Age::Named(_) => None,
    }
}

fn standing() -> Vec<Removal> {
    let table = Table::<StandingRow> {
        table: "standing.toml",
        row: |protocol, n| protocol.standing.get_mut(n),
        name: |protocol, n| {
            let row = &protocol.standing[n];
            format!("{} {} for {:?} in {:?}", row.rule, row.class, row.on, row.jurisdiction)
        },
    };
    let mut removals = table.gone(|protocol, n| drop(protocol.standing.remove(n)));
    removals.extend(table.each_of("on", |row| &mut row.on));
    removals.extend(table.each_of("phototype", |row| &mut row.phototype));
    removals.extend(table.each_of("jurisdiction", |row| &mut row.jurisdiction));
    removals.extend(table.each_of("yes", |row| &mut row.any_yes));
    removals.extend(table.each_of("peel agent", |row| &mut row.peel_agents));
    removals.extend(table.each_of("peel class", |row| &mut row.peel_classes));
    removals.extend(table.each("at any age below", |row| without(&mut row.at_least)));
    removals.extend(table.each("at any age above", |row| without(&mut row.younger_than)));
    removals.extend(table.each("from a year later", |row| row.at_least.as_mut().and_then(older)));
    removals.extend(table.each("from a year earlier", |row| row.at_least.as_mut().and_then(younger)));
    removals.extend(table.each("to a year later", |row| row.at_most.as_mut().and_then(older)));
    removals.extend(table.each("to a year earlier", |row| row.at_most.as_mut().and_then(younger)));
    removals.extend(table.each("inside the label", |row| without(&mut row.outside_label)));
    removals.extend(table.each("without its risk", |row| without(&mut row.risk)));
    removals.extend(moved("standing.toml", "p.min_age", 1, |protocol| &mut protocol.min_age.default));
    removals.extend(moved("standing.toml", "screened_on", 1, |protocol| &mut protocol.screening_days.default));
    removals
}

fn past_name(protocol: &Protocol, n: usize) -> String {
    let row = &protocol.past[n];
    let list = |words: Vec<String>| words.join(" ");
    let past = list(row.past.iter().map(ToString::to_string).collect());
    let planned = list(row.planned.iter().map(ToString::to_string).collect());
    let of = list(row.past_classes.iter().map(ToString::to_string).collect());
    let indications = list(row.indications.iter().map(ToString::to_string).collect());
    let mut name = format!("{} of {past}", row.rule);
    for part in [of, format!("on {planned}")] {
        if !part.is_empty() {
            name += &format!(" {part}");
        }
    }
    if !indications.is_empty() {
        name += &format!(" for {indications}");
    }
    match (&row.wait, row.days) {
        (Some(wait), _) => name + &format!(" within {wait}"),
        (None, Some(days)) => name + &format!(" within {days} days"),
        (None, None) => name,
    }
}

fn past() -> Vec<Removal> {
    let table =
        Table::<PastRow> { table: "history.toml", row: |protocol, n| protocol.past.get_mut(n), name: past_name };
    let mut removals = table.gone(|protocol, n| drop(protocol.past.remove(n)));
    removals.extend(table.each_of("past", |row| &mut row.past));
    removals.extend(table.each_of("past class", |row| &mut row.past_classes));
    removals.extend(table.each_of("past material", |row| &mut row.past_materials));
    removals.extend(table.each_of("planned", |row| &mut row.planned));
    removals.extend(table.each_of("peel class", |row| &mut row.peel_classes));
    removals.extend(table.each_of("peel agent", |row| &mut row.peel_agents));
    removals.extend(table.each_of("except agent", |row| &mut row.except_agents));
    removals.extend(table.each_of("indication", |row| &mut row.indications));
    removals.extend(table.each_of("except indication", |row| &mut row.except_indications));
    removals.extend(table.each("any laser", |row| without(&mut row.ablative)));
    removals.extend(table.each("everywhere", |row| off(&mut row.face_only)));
    removals.extend(table.each("only where it was", |row| off(&mut row.anywhere)));
    removals.extend(table.each("without its wait", |row| without(&mut row.wait)));
    removals.extend(table.each("a day longer", |row| row.days.as_mut().map(|days| *days += 1)));
    removals.extend(table.each("a day shorter", |row| row.days.as_mut().map(|days| *days -= 1)));
    removals.extend(table.each("from a day later", |row| (row.from_day > 0).then(|| row.from_day += 1)));
    removals.extend(table.each("from a day earlier", |row| (row.from_day > 0).then(|| row.from_day -= 1)));
    removals.extend(table.each("without the interval", |row| off(&mut row.interval)));
    removals.extend(table.each("not liftable", |row| off(&mut row.overridable)));
    removals
}

fn caps() -> Vec<Removal> {
    let table = Table::<CapRow> {
        table: "caps.toml",
        row: |protocol, n| protocol.caps.get_mut(n),
        name: |protocol, n| protocol.caps[n].rule.to_string(),
    };
    let mut removals = table.gone(|protocol, n| drop(protocol.caps.remove(n)));
    removals.extend(table.each_of("phototype", |row| &mut row.phototype));
    removals.extend(table.each("from a year later", |row| row.at_least.as_mut().and_then(older)));
    removals.extend(table.each("from a year earlier", |row| row.at_least.as_mut().and_then(younger)));
    removals.extend(table.each("without its finding", |row| without(&mut row.with_finding)));
    removals.extend(table.each("without its past", |row| without(&mut row.past)));
    removals.extend(table.each("1 um deeper", |row| row.max_um.as_mut().map(|um| *um += 1)));
    removals.extend(table.each("1 um shallower", |row| row.max_um.as_mut().map(|um| *um -= 1)));
    removals.extend(table.each("1 um less", |row| row.less_um.as_mut().map(|um| *um += 1)));
    removals.extend(table.each("1 um more", |row| row.less_um.as_mut().map(|um| *um -= 1)));
    removals.extend(table.each("floor 1 um higher", |row| (row.floor_um > 0).then(|| row.floor_um += 1)));
    removals.extend(table.each("floor 1 um lower", |row| (row.floor_um > 0).then(|| row.floor_um -= 1)));
    removals.extend(table.each("no lift for scars", |row| off(&mut row.scar_lift)));
    removals
}

/// Zones that are never needled have no depth to move; regions other than face and body decide nothing.
fn zones() -> Vec<Removal> {
    let table = Table::<ZoneRow> {
        table: "zones.toml",
        row: |protocol, n| protocol.zones.values_mut().nth(n),
        name: |protocol, n| protocol.zones.keys().nth(n).unwrap().to_string(),
    };
    let mut removals = table.each("1 um deeper", |row| (!row.never).then(|| row.max_um += 1));
    removals.extend(table.each("1 um shallower", |row| (row.max_um > 0).then(|| row.max_um -= 1)));
    removals.extend(table.each("signed 1 um deeper", |row| (!row.never).then(|| row.max_plus_um += 1)));
    removals.extend(table.each("signed 1 um shallower", |row| (!row.never).then(|| row.max_plus_um -= 1)));
    removals.extend(table.each("elsewhere", |row| match std::mem::replace(&mut row.region, Region::Other) {
        Region::Face | Region::Body => Some(()),
        Region::Neck | Region::Scalp | Region::Other => None,
    }));
    removals.extend(table.each("away from the eye", |row| off(&mut row.near_eye)));
    removals.extend(table.each("plus for everything", |row| off(&mut row.plus_for_scars_only)));
    removals.extend(table.each("needled after all", |row| off(&mut row.never)));
    removals.extend(table.each("under its own id", |row| without(&mut row.rule)));
    removals
}

fn indications() -> Vec<Removal> {
    let table = Table::<IndicationRow> {
        table: "indications.toml",
        row: |protocol, n| protocol.indications.values_mut().nth(n),
        name: |protocol, n| protocol.indications.keys().nth(n).unwrap().to_string(),
    };
    let mut removals = table.every("a visit more", |row| row.n_sessions += 1);
    removals.extend(table.every("a visit less", |row| row.n_sessions -= 1));
    removals.extend(table.each("no scar", |row| off(&mut row.is_scar)));
    removals.extend(table.each("without its cap", |row| without(&mut row.cap)));
    removals.extend(table.each("1 um deeper", |row| row.cap.as_mut().map(|cap| cap.max_um += 1)));
    removals.extend(table.each("1 um shallower", |row| row.cap.as_mut().map(|cap| cap.max_um -= 1)));
    removals.extend(table.each("without a word", |row| off(&mut row.informs)));
    removals
}

fn pairs() -> Vec<Removal> {
    let table = Table::<PairRow> {
        table: "combinations.toml",
        row: |protocol, n| protocol.pairs.get_mut(n),
        name: |protocol, n| {
            let row = &protocol.pairs[n];
            format!("{} {} row {}", row.rule, row.class, n + 1)
        },
    };
    let mut removals = table.gone(|protocol, n| drop(protocol.pairs.remove(n)));
    removals.extend(table.each_of("between", |row| &mut row.between));
    removals.extend(table.each_of("phototype", |row| &mut row.phototype));
    removals.extend(table.each_of("jurisdiction", |row| &mut row.jurisdiction));
    removals.extend(table.each_of("peel agent", |row| &mut row.peel_agents));
    removals.extend(table.each_of("except agent", |row| &mut row.except_agents));
    removals.extend(table.each_of("peel class", |row| &mut row.peel_classes));
    removals.extend(table.each_of("substance", |row| &mut row.substances));
    removals.extend(table.each_of("origin", |row| &mut row.origins));
    removals.extend(table.each_of("material", |row| &mut row.materials));
    removals.extend(table.each_of("yes", |row| &mut row.any_yes));
    removals.extend(table.every("in other zones", |row| {
        row.zones = match row.zones {
            Meeting::Shared => Meeting::Any,
            Meeting::Apart | Meeting::Any => Meeting::Shared,
        };
    }));
    removals.extend(table.each("any laser", |row| without(&mut row.ablative)));
    removals.extend(table.each("without a protocol", |row| off(&mut row.protocol)));
    removals.extend(table.each("in any order", |row| without(&mut row.order)));
    removals.extend(table.each("1 um deeper", |row| row.cap_um.as_mut().map(|um| *um += 1)));
    removals.extend(table.each("1 um shallower", |row| row.cap_um.as_mut().map(|um| *um -= 1)));
    let triples = Table::<TripleRow> {
        table: "combinations.toml",
        row: |protocol, n| protocol.triples.get_mut(n),
        name: |protocol, n| protocol.triples[n].rule.to_string(),
    };
    removals.extend(triples.gone(|protocol, n| drop(protocol.triples.remove(n))));
    removals.extend(triples.each_of("between", |row| &mut row.between));
    removals
}
