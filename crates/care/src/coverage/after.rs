//! What follows: series, holds, conflicts, phases, risks, warning signs.

use super::table::{Removal, Table, moved, off, removal, without};
use crate::Protocol;
use crate::protocol::{Column, ConflictRow, FlagRow, Frequency, HoldDefinition, PhaseRow, RiskRow, SymptomRow};
use crate::verdict::FlagAction;

pub(super) fn removals() -> Vec<Removal> {
    let mut removals = series();
    removals.extend(holds());
    removals.extend(sheet());
    removals.extend(conflicts());
    removals.extend(risks());
    removals.extend(flags());
    removals.extend(symptoms());
    removals
}

fn series() -> Vec<Removal> {
    let mut removals = moved("series.toml", "every: shallow um", 1, |protocol| &mut protocol.series.shallow_um);
    removals.extend(moved("series.toml", "every: shallow days", 1, |protocol| &mut protocol.series.shallow_days));
    removals.extend(moved("series.toml", "every: deep um", 1, |protocol| &mut protocol.series.deep_um));
    removals.extend(moved("series.toml", "every: long days", 1, |protocol| &mut protocol.series.long_days));
    removals.extend(moved("series.toml", "channels: hours", 1, |protocol| &mut protocol.series.open_channel.hours));
    removals.extend(moved("series.toml", "channels: long hours", 1, |protocol| {
        &mut protocol.series.open_channel.long_hours
    }));
    let shipped = &Protocol::shipped().series;
    let phototype = |index: usize| {
        removal("series.toml", format!("fitzpatrick: long {}", index + 1), move |protocol| {
            protocol.series.long_phototype.remove(index);
        })
    };
    let review = |index: usize| {
        removal("series.toml", format!("reviews: {} gone", index + 1), move |protocol| {
            protocol.series.review_days.remove(index);
        })
    };
    let later = |index: usize| {
        removal("series.toml", format!("reviews: {} a day later", index + 1), move |protocol| {
            protocol.series.review_days[index] += 1;
        })
    };
    removals.extend((0..shipped.long_phototype.len()).map(phototype));
    removals.extend((0..shipped.review_days.len()).flat_map(|index| [review(index), later(index)]));
    removals
}

const COLUMNS: [Column; 7] = [Column::Mnl, Column::Mns, Column::Mnd, Column::Prp, Column::Ps, Column::Pm, Column::Rf];

fn holds() -> Vec<Removal> {
    let table = Table::<HoldDefinition> {
        table: "aftercare.toml",
        row: |protocol, n| protocol.aftercare.holds.get_mut(n),
        name: |protocol, n| protocol.aftercare.holds[n].id.to_string(),
    };
    let mut removals = table.gone(|protocol, n| drop(protocol.aftercare.holds.remove(n)));
    removals.extend(table.each_of("at least", |row| &mut row.at_least));
    removals.extend(table.each("without its other kind", |row| without(&mut row.otherwise)));
    removals.extend(table.each("without its yes", |row| without(&mut row.with_yes)));
    for (n, hold) in Protocol::shipped().aftercare.holds.iter().enumerate() {
        let timed = COLUMNS.into_iter().filter(|column| hold.hours.get(column).is_some_and(|hours| *hours > 0));
        for column in timed {
            let hours = move |protocol: &mut Protocol, longer: u32, shorter: u32| {
                let hours = protocol.aftercare.holds[n].hours.get_mut(&column).unwrap();
                *hours = *hours + longer - shorter;
            };
            let name = format!("{}: {column:?}", hold.id);
            removals.push(removal("aftercare.toml", format!("{name} an hour longer"), move |it| hours(it, 1, 0)));
            removals.push(removal("aftercare.toml", format!("{name} an hour shorter"), move |it| hours(it, 0, 1)));
        }
    }
    removals
}

/// Columns, skin, night and phases.
fn sheet() -> Vec<Removal> {
    let file = "aftercare.toml";
    let mut removals = moved(file, "hold: shallow um", 1, |protocol| &mut protocol.aftercare.columns.shallow_um);
    removals.extend(moved(file, "hold: deep um", 1, |protocol| &mut protocol.aftercare.columns.deep_um));
    removals.extend(moved(file, "printed: night from", 1, |protocol| &mut protocol.aftercare.night.from_hour));
    removals.extend(moved(file, "printed: night to", 1, |protocol| &mut protocol.aftercare.night.to_hour));
    removals.push(removal(file, "hold: body", |protocol| protocol.aftercare.columns.body_regions.clear()));
    let darker = &Protocol::shipped().aftercare.darker;
    removals.extend((0..darker.phototype.len()).map(|index| {
        removal(file, format!("sheet: darker phototype {}", index + 1), move |protocol| {
            protocol.aftercare.darker.phototype.remove(index);
        })
    }));
    removals.extend((0..darker.texts.len()).map(|index| {
        removal(file, format!("sheet: darker text {}", index + 1), move |protocol| {
            protocol.aftercare.darker.texts.remove(index);
        })
    }));
    let phases = Table::<PhaseRow> {
        table: file,
        row: |protocol, n| protocol.aftercare.phases.get_mut(n),
        name: |protocol, n| protocol.aftercare.phases[n].id.to_string(),
    };
    removals.extend(phases.gone(|protocol, n| drop(protocol.aftercare.phases.remove(n))));
    removals.extend(phases.each_of("only with", |row| &mut row.only_with));
    removals.extend(phases.every("from an hour later", |row| row.from_hour += 1));
    removals.extend(phases.every("to an hour later", |row| row.to_hour += 1));
    removals
}

fn conflicts() -> Vec<Removal> {
    let table = Table::<ConflictRow> {
        table: "aftercare.toml",
        row: |protocol, n| protocol.aftercare.conflicts.get_mut(n),
        name: |protocol, n| protocol.aftercare.conflicts[n].id.to_string(),
    };
    let mut removals = table.gone(|protocol, n| drop(protocol.aftercare.conflicts.remove(n)));
    removals.extend(table.each_of("group", |row| &mut row.among));
    removals.extend(table.each_of("yes", |row| &mut row.all_yes));
    for (n, conflict) in Protocol::shipped().aftercare.conflicts.iter().enumerate() {
        for (group, kinds) in conflict.among.iter().enumerate() {
            removals.extend(kinds.iter().enumerate().map(|(index, kind)| {
                removal("aftercare.toml", format!("{}: {kind} in group {}", conflict.id, group + 1), move |protocol| {
                    protocol.aftercare.conflicts[n].among[group].remove(index);
                })
            }));
        }
    }
    removals
}

fn risks() -> Vec<Removal> {
    let table = Table::<RiskRow> {
        table: "risks.toml",
        row: |protocol, n| protocol.risks.get_mut(n),
        name: |protocol, n| protocol.risks[n].id.to_string(),
    };
    let mut removals = table.gone(|protocol, n| drop(protocol.risks.remove(n)));
    removals.extend(table.each_of("on", |row| &mut row.on));
    removals.extend(table.each_of("substance", |row| &mut row.substances));
    removals.extend(table.each("away from the eye", |row| off(&mut row.near_eye)));
    // Only a consent tells how often a risk is seen.
    let in_consent = Table::<RiskRow> {
        table: "risks.toml",
        row: |protocol, n| protocol.risks.get_mut(n),
        name: |protocol, n| format!("risks. {}", protocol.risks[n].id),
    };
    removals.extend(in_consent.every("seen as often as others", |row| {
        row.frequency = match row.frequency {
            Frequency::VeryCommon => Frequency::Common,
            Frequency::Common => Frequency::Uncommon,
            Frequency::Uncommon => Frequency::Rare,
            Frequency::Rare => Frequency::Unknown,
            Frequency::Unknown => Frequency::Note,
            Frequency::Note => Frequency::VeryCommon,
        };
    }));
    removals
}

fn other(action: &mut FlagAction) {
    *action = match action {
        FlagAction::Emergency => FlagAction::SameDay,
        FlagAction::SameDay => FlagAction::Clinic,
        FlagAction::Clinic => FlagAction::Emergency,
    };
}

fn flags() -> Vec<Removal> {
    let table = Table::<FlagRow> {
        table: "flags.toml",
        row: |protocol, n| protocol.flags.get_mut(n),
        name: |protocol, n| protocol.flags[n].id.to_string(),
    };
    let mut removals = table.gone(|protocol, n| drop(protocol.flags.remove(n)));
    removals.extend(table.each_of("symptom", |row| &mut row.symptoms));
    removals.extend(table.each_of("adverse event", |row| &mut row.adverse_events));
    removals.extend(table.each_of("on the sheet for", |row| &mut row.on_sheet_for));
    removals.extend(table.every("another action", |row| other(&mut row.action)));
    removals.extend(table.each("never raised", |row| without(&mut row.raised)));
    removals.extend(
        table.each("raised to another action", |row| row.raised.as_mut().map(|raised| other(&mut raised.action))),
    );
    removals.extend(table.every("the other report", |row| row.reportable = !row.reportable));
    removals.extend(table.every("the other course", |row| row.stops_series = !row.stops_series));
    removals
}

fn symptoms() -> Vec<Removal> {
    let table = Table::<SymptomRow> {
        table: "flags.toml",
        row: |protocol, n| protocol.flags.iter_mut().flat_map(|row| &mut row.symptoms).nth(n),
        name: |protocol, n| protocol.flags.iter().flat_map(|row| &row.symptoms).nth(n).unwrap().name.to_string(),
    };
    let mut removals = table.each("an hour later", |row| row.from_hour.as_mut().map(|hour| *hour += 1));
    removals.extend(table.each("an hour earlier", |row| row.from_hour.as_mut().map(|hour| *hour -= 1)));
    removals.extend(table.each("after an hour more", |row| row.after_hour.as_mut().map(|hour| *hour += 1)));
    removals.extend(table.each("after an hour less", |row| row.after_hour.as_mut().map(|hour| *hour -= 1)));
    removals
}
