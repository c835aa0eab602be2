//! A verdict as lines, one per fact, with days counted from the visit.

use care::case::Case;
use care::decimal::{Rounded, millimetres};
use care::verdict::{ComponentVerdict, HoldRow, ItemVerdict, RedFlag, Series, ZoneVerdict};
use care::{Finding, Verdict};
use chrono::NaiveDate;

/// Every finding, warning sign and missing fact.
///
/// `mn ci.tan DEFER in 2 days by w.sun` · `mn+peel cb.mn_peel_s BLOCK on z.chin` · `item 1 udi.expired BLOCK` ·
/// `flag rf.hsv SAME_DAY by lip_tingling, ae.hsv, stops` · `missing history for mn`
pub(super) fn everything_said(verdict: &Verdict, case: &Case) -> Vec<String> {
    let visit_on = case.plan.visit_on;
    let missing = |row: &care::verdict::Missing| format!("missing {} for {}", row.path, joined(&row.components, " "));
    let of_items = verdict.items.iter().enumerate().flat_map(|(index, item)| {
        item.findings.iter().map(move |row| format!("item {} {}", index + 1, finding(row, visit_on)))
    });
    let of_parts = verdict.components.iter().flat_map(|part| &part.findings).chain(&verdict.combinations);
    let of_parts = of_parts.map(|row| format!("{} {}", joined(&row.components, "+"), finding(row, visit_on)));
    of_parts
        .chain(of_items)
        .chain(verdict.red_flags.iter().map(flag))
        .chain(verdict.missing.iter().map(missing))
        .collect()
}

fn finding(row: &Finding, visit_on: NaiveDate) -> String {
    let mut line = format!("{} {}", row.rule, row.class);
    match (row.until, row.class) {
        (Some(until), _) => line += &format!(" {}", day(until, visit_on)),
        (None, care::Class::Defer) => line += " open",
        (None, care::Class::Inform | care::Class::Modify | care::Class::Signoff | care::Class::Block) => {}
    }
    if let Some(wait) = &row.wait {
        line += &format!(" by {wait}");
    }
    if row.is_overridable {
        line += " liftable";
    }
    if !row.zones.is_empty() {
        line += &format!(" on {}", joined(&row.zones, " "));
    }
    line
}

fn flag(row: &RedFlag) -> String {
    let reports = row.is_reportable.then(|| "reports".to_owned());
    let stops = row.stops_series.then(|| "stops".to_owned());
    let mut words = vec![format!("flag {} {} by {}", row.rule, row.action, joined(&row.symptoms, " "))];
    words.extend(row.adverse_events.iter().map(ToString::to_string).chain(reports).chain(stops));
    words.join(", ")
}

/// What a verdict holds besides what it says: decisions and days, depths, series, risks, holds, numbers.
pub(super) fn what_else(verdict: &Verdict, case: &Case) -> Vec<String> {
    let visit_on = case.plan.visit_on;
    let mut lines = vec![format!("plan {} {}", verdict.decision, first_day(verdict.earliest_on, visit_on))];
    for part in &verdict.components {
        lines.extend(part_lines(part, visit_on));
    }
    if !verdict.sequential.is_empty() {
        let steps = verdict.sequential.iter().map(|step| format!("{} {}", step.component, day(step.on, visit_on)));
        lines.push(format!("one after the other: {}", steps.collect::<Vec<_>>().join(", ")));
    }
    lines.extend(verdict.consent_risks.iter().map(|risk| format!("risk {risk}")));
    lines.extend(verdict.aftercare.iter().map(hold));
    lines.extend(verdict.conflicts.iter().map(|rule| format!("conflict {rule}")));
    lines.extend(verdict.items.iter().enumerate().flat_map(|(index, row)| item(index + 1, row)));
    lines.extend(computed(verdict));
    lines
}

fn part_lines(part: &ComponentVerdict, visit_on: NaiveDate) -> Vec<String> {
    let id = &part.id;
    let mut lines = vec![format!("{id} {} {}", part.decision, first_day(part.earliest_on, visit_on))];
    for zone in &part.zones {
        lines.push(format!("{id} {} {} {}", zone.zone, zone.decision, first_day(zone.earliest_on, visit_on)));
        lines.extend(cap(zone).map(|cap| format!("{id} {} {cap}", zone.zone)));
    }
    lines.extend(part.series.as_ref().map(|row| format!("{id} {}", series(row, visit_on))));
    lines
}

/// `cap 1.5 by cap.wrinkle z.forehead`
fn cap(zone: &ZoneVerdict) -> Option<String> {
    zone.depth.as_ref().map(|depth| {
        let limit = short(millimetres(depth.cap_um));
        format!("cap {limit} by {}", joined(&depth.binding, " "))
    })
}

/// `every 28 days: 0 28 56, reviews 84 146`, or `every 28 days: no visit, stopped`
fn series(row: &Series, visit_on: NaiveDate) -> String {
    let days = |list: &[NaiveDate]| {
        let days: Vec<i64> = list.iter().map(|on| (*on - visit_on).num_days()).collect();
        if days.is_empty() { "no visit".to_owned() } else { joined(&days, " ") }
    };
    let reviews =
        if row.reviews.is_empty() { String::new() } else { format!(", reviews {}", days(row.reviews.as_slice())) };
    let stopped = if row.is_stopped { ", stopped" } else { "" };
    format!("every {} days: {}{reviews}{stopped}", row.interval_days, days(&row.sessions))
}

/// `hold ac.makeup until 24 h by mn`, with its exact end once the visit has one
fn hold(row: &HoldRow) -> String {
    let hours = row.hours.map(|hours| format!(" {hours} h")).unwrap_or_default();
    let at = row.at.map(|at| format!(" at {}", at.format("%Y-%m-%d %H:%M"))).unwrap_or_default();
    format!("hold {} {}{hours} by {}{at}", row.item, row.kind, row.binds)
}

fn item(number: usize, row: &ItemVerdict) -> Vec<String> {
    let fields = [
        ("gtin", row.gtin.clone()),
        ("lot", row.lot.clone()),
        ("serial", row.serial.clone()),
        ("produced", row.produced_on.map(|on| on.to_string())),
        ("expires", row.expires_on.map(|on| on.to_string())),
    ];
    let field = |(name, value): (&str, Option<String>)| format!("item {number} {name} {}", value.unwrap_or("-".into()));
    let mut lines: Vec<String> = fields.into_iter().map(field).collect();
    lines.push(format!("item {number} {}", row.decision));
    lines
}

fn computed(verdict: &Verdict) -> Vec<String> {
    let numbers = &verdict.computed;
    let mut lines: Vec<String> =
        numbers.peels.iter().map(|row| format!("{} counts as {}", row.component, row.class)).collect();
    lines.extend(numbers.serums.iter().map(|row| format!("{} fails {}", row.component, joined(&row.failed, " "))));
    for row in &numbers.ta {
        lines.push(format!("{} {} g/cm2", row.component, known(row.g_per_cm2)));
        let doses = row.agents.iter();
        lines.extend(doses.map(|dose| {
            format!("{} {} {} mg, {} mg/kg", row.component, dose.agent, known(dose.mg), known(dose.mg_per_kg))
        }));
    }
    for row in &numbers.prp {
        let id = &row.component;
        let forces: Vec<String> = row.rcf_g.iter().map(|force| known(*force)).collect();
        lines.push(format!("{id} spins {} g", forces.join(" ")));
        lines.push(format!(
            "{id} fold {}, recovery {}, platelets {}",
            known(row.fold),
            known(row.recovery),
            known(row.platelets_e9)
        ));
    }
    lines.push(format!(
        "channels {}",
        numbers.open_channel_hours.map_or("-".to_owned(), |hours| format!("open {hours} h"))
    ));
    lines
}

fn known(number: Option<Rounded>) -> String {
    number.map_or_else(|| "-".to_owned(), short)
}

/// Without zeros that say nothing.
fn short(number: Rounded) -> String {
    let text = number.to_string();
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

fn day(on: NaiveDate, visit_on: NaiveDate) -> String {
    match (on - visit_on).num_days() {
        0 => "today".to_owned(),
        1 => "in 1 day".to_owned(),
        days => format!("in {days} days"),
    }
}

fn first_day(on: Option<NaiveDate>, visit_on: NaiveDate) -> String {
    on.map_or_else(|| "never known".to_owned(), |on| day(on, visit_on))
}

fn joined<T: std::fmt::Display>(list: &[T], between: &str) -> String {
    list.iter().map(ToString::to_string).collect::<Vec<_>>().join(between)
}
