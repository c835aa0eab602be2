//! What a client reads, whole.

use std::collections::BTreeSet;

use care::aftercare::{Contact, Done, DonePart, DoneVisit, Sheet};
use care::consent::{Agreed, Clause, ConsentPart, ConsentPlan, Initials, Paragraph};
use care::ids::{ComponentId, RiskId};
use care::vocabulary::{NumbingProduct, PeelAgent, PeelClass};
use care::zones::{Side, SidedZone, ZoneId};
use care::{Protocol, aftercare, consent};
use chrono::{NaiveDate, NaiveDateTime};

fn at(month: u32, day: u32, hour: u32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, month, day).and_then(|on| on.and_hms_opt(hour, 30, 0)).unwrap_or_default()
}

fn cheeks() -> Vec<SidedZone> {
    [Side::Left, Side::Right].map(|side| SidedZone { zone: ZoneId::CheekMedial, side }).to_vec()
}

fn visit(number: &str, finished_at: NaiveDateTime, parts: &[(&str, Done)]) -> DoneVisit {
    let part = |(id, what): &(&str, Done)| DonePart { id: ComponentId::from(*id), zones: cheeks(), what: *what };
    DoneVisit {
        number: number.to_owned(),
        finished_at,
        parts: parts.iter().map(part).collect(),
        fitzpatrick: Some(3),
        answered_yes: BTreeSet::new(),
        policy: Protocol::shipped().default_policy(),
        contact: Contact {
            clinic: "Sample clinic".to_owned(),
            phone: "01632 960001".to_owned(),
            out_of_hours_phone: "01632 960002".to_owned(),
            emergency_phone: "999".to_owned(),
        },
        next_visit_on: NaiveDate::from_ymd_opt(2026, 12, 18),
    }
}

fn sheet_text(sheet: &Sheet) -> String {
    let mut lines = vec![sheet.title.clone()];
    lines.extend(sheet.done.iter().cloned());
    lines.extend(sheet.phases.iter().map(|phase| format!("{}: {} {}", phase.when, phase.course, phase.care)));
    lines.extend(sheet.advice.iter().map(|advice| format!("{}: {}", advice.heading, advice.words)));
    lines.extend(sheet.holds.iter().map(|hold| format!("{}: {} [{}]", hold.heading, hold.words, hold.binds.words)));
    lines.extend(sheet.warnings.iter().map(|warning| warning.words.clone()));
    lines.extend(sheet.contact.iter().cloned());
    lines.extend(sheet.dates.iter().map(|date| format!("{}: {}", date.heading, date.when)));
    lines.extend(sheet.conflicts.iter().map(|conflict| format!("{}: {}", conflict.rule, conflict.words)));
    plain(&lines.join("\n"))
}

/// The text without the marks that keep the direction of its values.
fn plain(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}

fn clause_text(clause: &Clause) -> String {
    let initials = match clause.initials {
        Initials::Required => " (initials)",
        Initials::NotRequired => "",
    };
    let mut lines = vec![format!("{} {}{initials}", clause.number, clause.heading)];
    lines.extend(clause.paragraphs.iter().map(|paragraph| match paragraph {
        Paragraph::Words(words) => words.clone(),
        Paragraph::Point(point) => format!("- {point}"),
    }));
    lines.join("\n")
}

#[test]
fn the_sheet_after_needling_with_plasma_a_week_after_a_peel() -> anyhow::Result<()> {
    let earlier = visit("A-000017", at(11, 13, 10), &[("peel", Done::Peel { class: PeelClass::Superficial })]);
    let done = visit("A-000031", at(11, 20, 15), &[("mn", Done::Mn { deepest_um: 1000 }), ("prp", Done::Prp)]);
    let sheet = aftercare::compose(Protocol::shipped(), &done, &[earlier], "en-GB")?;
    insta::assert_snapshot!(sheet_text(&sheet));
    Ok(())
}

#[test]
fn the_consent_to_needling_with_cream_and_a_peel() -> anyhow::Result<()> {
    let part = |what| ConsentPart { zones: cheeks(), what };
    let peel = Agreed::Peel {
        agent: PeelAgent::Glycolic,
        strength_milli_percent: Some(30_000),
        class: PeelClass::Superficial,
    };
    let risks = [
        "rk.erythema",
        "rk.pain",
        "rk.pih",
        "rk.infection",
        "rk.allergy",
        "rk.noeffect",
        "rk.peel_burn",
        "rk.ta_toxic",
    ];
    let plan = ConsentPlan {
        parts: vec![
            part(Agreed::Ta { product: NumbingProduct::Lidoprilo }),
            part(peel),
            part(Agreed::Mn { device: "Sample pen".to_owned(), deepest_um: 500 }),
        ],
        risks: risks.map(RiskId::from).to_vec(),
        hoped_for: "Softer scars on both cheeks.".to_owned(),
        n_sessions: Some(4),
        interval_days: Some(28),
        adds_to: None,
    };
    let text = consent::compose(Protocol::shipped(), &plan, "en-GB")?;
    let clauses: Vec<String> = text.clauses.iter().chain(&text.photo).map(clause_text).collect();
    insta::assert_snapshot!(plain(&format!("{}\n\n{}\n\n{}", text.title, clauses.join("\n\n"), text.intent)));
    Ok(())
}

#[test]
fn every_value_on_a_sheet_keeps_its_own_direction() -> anyhow::Result<()> {
    let done = visit("A-000031", at(11, 20, 15), &[("mn", Done::Mn { deepest_um: 1000 })]);
    let sheet = aftercare::compose(Protocol::shipped(), &done, &[], "en-GB")?;
    let all =
        [sheet.done.join("\n"), sheet.contact.join("\n"), sheet.warnings.iter().map(|it| it.call.clone()).collect()];
    for value in ["A-000031", "Friday 20 November 2026, 15:30", "01632 960001", "01632 960002", "999"] {
        let isolated = format!("\u{2068}{value}\u{2069}");
        assert!(
            all.join("\n").contains(&isolated),
            "{value} would be turned about in a sheet that reads from the right"
        );
    }
    Ok(())
}
