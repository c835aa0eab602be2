//! Every number is the one of the fact base: days, ranges, depths, hours, caps.

use crate::table::{content, facts, id_rows, setting};

/// The first whole number of a cell.
fn first_number(text: &str) -> Option<u32> {
    let digits: String = text.chars().skip_while(|it| !it.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

/// Both ends of "7-14" at the start of a cell; an end in days counts in hours where the row does.
fn range(text: &str) -> Option<(u32, u32)> {
    let range = text.split_whitespace().next()?;
    let (from, to) = range.split_once('-')?;
    Some((from.parse().ok()?, to.parse().ok()?))
}

#[test]
fn every_waiting_time_has_the_default_and_the_range_of_the_fact_base() {
    let Some(facts) = facts() else { return };
    let content = content();
    let waits: Vec<_> = id_rows(&facts).filter(|(id, _)| id.starts_with("w.")).collect();
    assert!(waits.len() > 30, "table 3.4 has more than {} waits", waits.len());
    for (id, row) in waits {
        let ours = content.get(id).expect("the wait is there");
        let days = |name| setting(ours, name).and_then(|value| value.parse::<u32>().ok());
        let said = row.cell("default d").unwrap_or_default();
        // "1 / 7" is one number after the treatment and another before it, which is the one that waits.
        let default = said.split_once(" / ").filter(|_| id == "w.hair_products").map_or(said, |(_, before)| before);
        assert_eq!(days("days"), first_number(default), "{id}: days");
        let range = range(row.cell("allowed range d").unwrap_or_default());
        assert_eq!(days("from").zip(days("to")), range, "{id}: what a clinic may choose");
    }
}

#[test]
fn every_clinic_parameter_has_the_default_and_the_range_of_the_fact_base() {
    let Some(facts) = facts() else { return };
    let content = content();
    let rows: Vec<_> = id_rows(&facts).filter(|(id, _)| id.starts_with("p.")).collect();
    assert_eq!(rows.len(), 2, "table 3.4b has two parameters");
    for (id, row) in rows {
        let ours = content.get(id).expect("the parameter is there");
        let value = |name| setting(ours, name).and_then(|value| value.parse::<u32>().ok());
        assert_eq!(value("default"), row.cell("default").and_then(first_number), "{id}: default");
        let said = row.cell("allowed range").unwrap_or_default();
        let hours_a_unit = if said.ends_with(" d") && setting(ours, "unit") == Some("hours") { 24 } else { 1 };
        let range = range(said).map(|(from, to)| (from * hours_a_unit, to * hours_a_unit));
        assert_eq!(value("from").zip(value("to")), range, "{id}: what a clinic may choose");
    }
}

/// Millimetres of a cell in micrometres: "0.25", "2.0 scars".
fn micrometres(text: &str) -> Option<u32> {
    let number = text.split_whitespace().next()?;
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    format!("{whole}{fraction:0<3}").parse().ok()
}

#[test]
fn every_zone_has_the_depths_of_the_fact_base() {
    let Some(facts) = facts() else { return };
    let content = content();
    let zones: Vec<_> = id_rows(&facts).filter(|(id, _)| id.starts_with("z.")).collect();
    assert_eq!(zones.len(), 26, "table 4.3 has 26 zones");
    for (id, row) in zones {
        let ours = content.get(id).expect("the zone is there");
        let um = |name| setting(ours, name).and_then(|value| value.parse::<u32>().ok());
        assert_eq!(um("max_um"), row.cell("max").and_then(micrometres), "{id}: max");
        assert_eq!(um("max_plus_um"), row.cell("max+").and_then(micrometres), "{id}: max+");
        let said = row.cell("rec mm").and_then(|rec| rec.split_once('-'));
        let said = said.and_then(|(from, to)| micrometres(from).zip(micrometres(to)));
        let ours = setting(ours, "suggested_um").map(|range| range.to_owned());
        assert_eq!(ours, said.map(|(from, to)| format!("{from}, {to}")), "{id}: what is suggested");
    }
}

#[test]
fn every_zone_has_the_thickness_that_was_measured() {
    let Some(facts) = facts() else { return };
    let content = content();
    let mut n_measured = 0;
    for (id, row) in id_rows(&facts).filter(|(id, _)| id.starts_with("z.")) {
        let Some((female, male)) = row.cell("thickness F/M").and_then(|cell| cell.split_once(" / ")) else { continue };
        let um = |name| setting(&content[id], name).and_then(|value| value.parse::<u32>().ok());
        let male = male.split(';').next().and_then(micrometres);
        assert_eq!(um("thickness.female_um"), micrometres(female), "{id}: women");
        assert_eq!(um("thickness.male_um"), male, "{id}: men");
        n_measured += 1;
    }
    assert!(n_measured > 9, "table 4.3 has more than {n_measured} zones measured for both sexes");
}

#[test]
fn every_hold_has_the_hours_of_the_fact_base() {
    let Some(facts) = facts() else { return };
    const COLUMNS: [(&str, &str); 7] = [
        ("MNL", "mnl"),
        ("MNS", "mns"),
        ("MND", "mnd"),
        ("+PRP", "prp"),
        ("+PEEL", "ps"),
        ("PEELM", "pm"),
        ("RF", "rf"),
    ];
    let content = content();
    let mut compared = 0;
    for (id, row) in id_rows(&facts).filter(|(id, _)| id.starts_with("ac.")) {
        let ours = content.get(id).expect("the hold is there");
        for (heading, column) in COLUMNS {
            let said = row.cell(heading).unwrap_or_default();
            let Some(hours) = said.split_whitespace().next().and_then(|word| word.parse::<u32>().ok()) else {
                continue;
            };
            let told = setting(ours, &format!("hours.{column}")).and_then(|value| value.parse::<u32>().ok());
            assert_eq!(told.unwrap_or(0), hours, "{id} in column {heading}");
            compared += 1;
        }
    }
    assert!(compared > 140, "only {compared} hours were compared");
}

#[test]
fn every_indication_has_the_depth_interval_and_grade_of_the_fact_base() {
    let Some(facts) = facts() else { return };
    let content = content();
    let rows: Vec<_> = id_rows(&facts).filter(|(id, _)| id.starts_with("ind.")).collect();
    assert_eq!(rows.len(), 18, "section 2 has 18 indications");
    for (id, row) in rows {
        let ours = content.get(id).expect("the indication is there");
        let depth =
            row.cell("depth mm").and_then(|cell| cell.split_whitespace().next()).and_then(|it| it.split_once('-'));
        let depth = depth.and_then(|(from, to)| micrometres(from).zip(micrometres(to)));
        assert_eq!(setting(ours, "depth_um"), depth.map(pair).as_deref(), "{id}: depth");
        assert_eq!(setting(ours, "interval_days"), span(row.cell("interval d")).as_deref(), "{id}: interval");
        assert_eq!(setting(ours, "usual_sessions"), span(row.cell("sessions")).as_deref(), "{id}: sessions");
        let grade = row.cell("grade").and_then(|grade| grade.split_whitespace().next());
        assert_eq!(setting(ours, "evidence"), grade, "{id}: grade");
    }
}

fn pair((from, to): (u32, u32)) -> String {
    format!("{from}, {to}")
}

/// "28-30" or "28" at the start of a cell, as both ends; nothing for a dash or words.
fn span(cell: Option<&str>) -> Option<String> {
    let cell = cell?;
    let single = cell.split_whitespace().next()?.parse::<u32>().ok();
    range(cell).or(single.map(|number| (number, number))).map(pair)
}

#[test]
fn every_pair_has_the_days_and_the_cap_of_the_fact_base() {
    let Some(facts) = facts() else { return };
    let content = content();
    let rows: Vec<_> = id_rows(&facts).filter(|(id, _)| id.starts_with("cb.")).collect();
    assert_eq!(rows.len(), 23, "table 5.2 has 23 pairs");
    for (id, row) in rows {
        let ours = content.get(id).expect("the pair is there");
        let entry = ours.entries.iter().find(|entry| entry.file == "compatibility.toml").expect("in its table");
        let value = |name: &str| entry.details.iter().find(|it| it.name == name).and_then(|it| it.value.parse().ok());
        assert_eq!(value("after_first.days"), row.cell("A>B d").and_then(first_number), "{id}: first to second");
        assert_eq!(value("after_second.days"), row.cell("B>A d").and_then(first_number), "{id}: second to first");
        let cap = row.cell("cap mm").filter(|cap| cap.starts_with(|it: char| it.is_ascii_digit()));
        assert_eq!(value("cap_um"), cap.and_then(micrometres), "{id}: cap");
    }
}
