//! What is put on the skin: peels, creams, serums, plasma, scanned items.

use super::table::{Removal, Table, moved, one_higher, removal, tenth_higher, tenth_lower};
use crate::Protocol;
use crate::ids::QuestionId;
use crate::protocol::{FamilyRow, ForbiddenOrigin, NumbingRow, PeelRow, PeelStep};
use crate::verdict::Class;
use crate::vocabulary::NumbingAgent;

pub(super) fn removals() -> Vec<Removal> {
    let mut removals = peels();
    removals.extend(creams());
    removals.extend(cream_limits());
    removals.extend(serums());
    removals.extend(plasma());
    removals.extend(items());
    removals
}

/// A class that is said otherwise: whatever it was, it is not that any more.
fn other(class: &mut Class) {
    *class = match class {
        Class::Inform => Class::Modify,
        Class::Modify | Class::Signoff | Class::Defer | Class::Block => Class::Inform,
    };
}

/// The peel of the nth step, and which of its steps it is.
fn place_of_step(protocol: &Protocol, n: usize) -> (usize, usize) {
    let of_peel = |(peel, row): (usize, &PeelRow)| (0..row.steps.len()).map(move |index| (peel, index));
    protocol.peels.values().enumerate().flat_map(of_peel).nth(n).unwrap()
}

fn step_name(protocol: &Protocol, n: usize) -> String {
    let (peel, index) = place_of_step(protocol, n);
    format!("{} step {}", protocol.peels.keys().nth(peel).unwrap(), index + 1)
}

fn peels() -> Vec<Removal> {
    let table = Table::<PeelStep> {
        table: "peels.toml",
        row: |protocol, n| protocol.peels.values_mut().flat_map(|row| &mut row.steps).nth(n),
        name: step_name,
    };
    let mut removals = table.gone(|protocol, n| {
        let (peel, index) = place_of_step(protocol, n);
        protocol.peels.values_mut().nth(peel).unwrap().steps.remove(index);
    });
    removals.extend(table.each("below a tenth more", |row| row.below.as_mut().map(tenth_higher)));
    removals.extend(table.each("below a tenth less", |row| row.below.as_mut().map(tenth_lower)));
    // A whole coat or percent more, since coats are counted whole.
    removals.extend(table.each("to one more", |row| row.to.as_mut().map(one_higher)));
    removals.extend(table.each("to a tenth less", |row| row.to.as_mut().map(tenth_lower)));
    removals.extend(moved("peels.toml", "frosting", 1, |protocol| &mut protocol.frosting_makes_medium_from));
    removals
}

fn creams() -> Vec<Removal> {
    let table = Table::<NumbingRow> {
        table: "anaesthetics.toml",
        row: |protocol, n| protocol.products.values_mut().nth(n),
        name: |protocol, n| protocol.products.keys().nth(n).unwrap().to_string(),
    };
    let mut removals = table.each("first agent gone", |row| row.agents.pop_first().map(|_| ()));
    removals.extend(table.each("last agent gone", |row| row.agents.pop_last().map(|_| ())));
    removals.extend(table.every("agents a tenth stronger", |row| row.agents.values_mut().for_each(tenth_higher)));
    removals.extend(table.every("agents a tenth weaker", |row| row.agents.values_mut().for_each(tenth_lower)));
    removals.extend(table.each("grams a tenth more", |row| row.max_grams.as_mut().map(tenth_higher)));
    removals.extend(table.each("grams a tenth less", |row| row.max_grams.as_mut().map(tenth_lower)));
    removals.extend(table.each("area a tenth more", |row| row.max_cm2.as_mut().map(tenth_higher)));
    removals.extend(table.each("area a tenth less", |row| row.max_cm2.as_mut().map(tenth_lower)));
    removals.extend(table.each("shortest a tenth more", |row| row.minutes.first_mut().map(tenth_higher)));
    removals.extend(table.each("shortest a tenth less", |row| row.minutes.first_mut().map(tenth_lower)));
    removals.extend(table.each("longest a tenth more", |row| row.minutes.last_mut().map(tenth_higher)));
    removals.extend(table.each("longest a tenth less", |row| row.minutes.last_mut().map(tenth_lower)));
    let families = Table::<FamilyRow> {
        table: "anaesthetics.toml",
        row: |protocol, n| protocol.families.get_mut(n),
        name: |protocol, n| protocol.families[n].class.to_string(),
    };
    removals.extend(families.gone(|protocol, n| drop(protocol.families.remove(n))));
    removals.extend(families.each_of("agent", |row| &mut row.agents));
    removals
}

fn cream_limits() -> Vec<Removal> {
    let one = |name: &str, take: fn(&mut Protocol)| removal("anaesthetics.toml", name, take);
    vec![
        one("ta.otc_cap: a tenth more", |protocol| tenth_higher(&mut protocol.unprescribed.above_percent)),
        one("ta.otc_cap: a tenth less", |protocol| tenth_lower(&mut protocol.unprescribed.above_percent)),
        one("ta.otc_cap: another agent", |protocol| protocol.unprescribed.agent = NumbingAgent::Benzocaine),
        one("ta.otc_cap: another class", |protocol| other(&mut protocol.unprescribed.class)),
        one("ta.no_occl: a tenth more", |protocol| tenth_higher(&mut protocol.occluded.above_cm2)),
        one("ta.no_occl: a tenth less", |protocol| tenth_lower(&mut protocol.occluded.above_cm2)),
        one("ta.no_occl: another class", |protocol| other(&mut protocol.occluded.class)),
    ]
}

fn serums() -> Vec<Removal> {
    let one = |name: &str, take: fn(&mut Protocol)| removal("serums.toml", name, take);
    let n_never = Protocol::shipped().gate.never_on_channels.len();
    let never = |index: usize| {
        removal("serums.toml", format!("ser.gate: never on channels {}", index + 1), move |protocol| {
            protocol.gate.never_on_channels.remove(index);
        })
    };
    let forbidden = Table::<ForbiddenOrigin> {
        table: "serums.toml",
        row: |protocol, n| protocol.gate.forbidden.get_mut(n),
        name: |protocol, n| protocol.gate.forbidden[n].substance.to_string(),
    };
    let mut removals: Vec<Removal> = (0..n_never).map(never).collect();
    removals.extend(forbidden.gone(|protocol, n| drop(protocol.gate.forbidden.remove(n))));
    removals.extend(forbidden.each_of("jurisdiction", |row| &mut row.jurisdiction));
    removals.push(one("ser.gate: another class", |protocol| other(&mut protocol.gate.class)));
    removals.push(one("ser.gate: another class for check 2", |protocol| {
        other(&mut protocol.gate.class_unauthorised_only);
    }));
    removals.push(one("ser.gate: another question", |protocol| {
        protocol.gate.allergy_question = QuestionId::from("ci.bdd");
    }));
    removals
}

fn plasma() -> Vec<Removal> {
    let one = |name: &str, take: fn(&mut Protocol)| removal("plasma.toml", name, take);
    let mut removals = vec![
        one("identity_checks: one more", |protocol| protocol.plasma.n_identity_checks += 1),
        one("identity_checks: one less", |protocol| protocol.plasma.n_identity_checks -= 1),
        one("ci.prp_identity: another class", |protocol| other(&mut protocol.plasma.identity.class)),
        one("udi.expired: another class for the tube", |protocol| other(&mut protocol.plasma.tube_expired.class)),
        one("f.rcf: another class", |protocol| other(&mut protocol.plasma.spin.class)),
    ];
    removals
        .extend(moved("plasma.toml", "f.rcf: tolerance", 1, |protocol| &mut protocol.plasma.spin.tolerance_percent));
    removals
}

fn items() -> Vec<Removal> {
    let one = |name: &str, take: fn(&mut Protocol)| removal("items.toml", name, take);
    vec![
        one("udi.check: another class", |protocol| other(&mut protocol.items.check_digit.class)),
        one("udi.quirks: another class for the unreadable", |protocol| other(&mut protocol.items.unreadable.class)),
        one("udi.quirks: another class for the normalised", |protocol| other(&mut protocol.items.normalised.class)),
        one("udi.other: another class", |protocol| other(&mut protocol.items.other_system.class)),
        one("udi.expired: another class", |protocol| other(&mut protocol.items.expired.class)),
        one("udi.expired: another class without a lot", |protocol| other(&mut protocol.items.no_lot.class)),
    ]
}
