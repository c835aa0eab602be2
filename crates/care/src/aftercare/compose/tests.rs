//! What a sheet says after a visit.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::*;
use crate::aftercare::Contact;
use crate::ids::{ComponentId, HoldId};
use crate::zones::{Side, SidedZone, ZoneId};

fn at(day: u32, hour: u32, minute: u32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, day).unwrap().and_hms_opt(hour, minute, 0).unwrap()
}

fn part(id: &str, what: Done) -> DonePart {
    let zones = vec![SidedZone { zone: ZoneId::CheekMedial, side: Side::Left }];
    DonePart { id: ComponentId::from(id), zones, what }
}

fn visit(number: &str, finished_at: NaiveDateTime, parts: Vec<DonePart>) -> DoneVisit {
    DoneVisit {
        number: number.to_owned(),
        finished_at,
        parts,
        fitzpatrick: Some(2),
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

fn needled() -> Vec<DonePart> {
    vec![part("mn", Done::Mn { deepest_um: 1000 })]
}

fn hold<'s>(sheet: &'s Sheet, item: &str) -> &'s SheetHold {
    sheet.holds.iter().find(|hold| hold.item == HoldId::from(item)).unwrap()
}

#[test]
fn a_hold_ends_at_a_local_time_counted_from_the_end_of_the_visit() {
    let sheet = compose(Protocol::shipped(), &visit("A-000031", at(20, 15, 30), needled()), &[], "en-GB").unwrap();
    let makeup = hold(&sheet, "ac.makeup");
    assert_eq!(makeup.ends_at, at(21, 15, 30), "24 hours after the visit ended");
    assert_eq!(makeup.when, "Saturday 21 November 2026, 15:30", "the client reads day and time");
}

#[test]
fn a_hold_that_ends_in_the_night_is_printed_as_the_next_morning() {
    let sheet = compose(Protocol::shipped(), &visit("A-000031", at(20, 16, 0), needled()), &[], "en-GB").unwrap();
    let wash = hold(&sheet, "ac.wash_first");
    assert_eq!(wash.ends_at, at(20, 22, 0), "the record keeps the exact time");
    assert_eq!(wash.printed_at, at(21, 7, 0), "nobody gets up at night to wash");
}

#[test]
fn an_early_morning_end_is_printed_as_seven_and_seven_itself_stays() {
    let protocol = Protocol::shipped();
    assert_eq!(printed_at(protocol, at(21, 4, 0)), at(21, 7, 0), "four in the morning is night");
    assert_eq!(printed_at(protocol, at(21, 7, 0)), at(21, 7, 0), "seven is morning");
    assert_eq!(printed_at(protocol, at(21, 21, 59)), at(21, 21, 59), "before ten in the evening is day");
}

#[test]
fn the_longest_hold_wins_and_names_the_part_that_set_it() {
    let parts = vec![part("mn", Done::Mn { deepest_um: 1000 }), part("prp", Done::Prp)];
    let sheet = compose(Protocol::shipped(), &visit("A-000031", at(20, 16, 0), parts), &[], "en-GB").unwrap();
    let nsaid = hold(&sheet, "ac.nsaid");
    assert_eq!(nsaid.ends_at, at(27, 16, 0), "plasma asks for seven days, needling for three");
    assert_eq!(nsaid.binds.component, ComponentId::from("prp"), "the plasma binds");
    assert_eq!(nsaid.binds.words, "because of the \u{2068}plasma\u{2069}", "and the sheet says so");
}

#[test]
fn a_hold_of_an_earlier_visit_that_still_runs_outlasts_a_shorter_one() {
    let peel = vec![part("peel", Done::Peel { class: PeelClass::Medium })];
    let earlier = visit("A-000017", at(13, 10, 0), peel);
    let sheet =
        compose(Protocol::shipped(), &visit("A-000031", at(20, 15, 30), needled()), &[earlier], "en-GB").unwrap();
    let actives = hold(&sheet, "ac.actives");
    let expected = NaiveDate::from_ymd_opt(2026, 12, 4).unwrap().and_hms_opt(10, 0, 0).unwrap();
    assert_eq!(actives.ends_at, expected, "21 days after the peel are later than 7 days after the needling");
    assert_eq!(actives.binds.earlier_visit.as_deref(), Some("A-000017"), "the earlier visit binds");
    assert_eq!(
        actives.binds.words, "because of the \u{2068}peel\u{2069} of \u{2068}Friday 13 November 2026\u{2069}",
        "and the sheet says so"
    );
}

#[test]
fn a_hold_of_an_earlier_visit_that_is_over_is_left_out() {
    let earlier = visit("A-000002", at(1, 10, 0), needled());
    let sheet =
        compose(Protocol::shipped(), &visit("A-000031", at(20, 15, 30), needled()), &[earlier], "en-GB").unwrap();
    let from_earlier = sheet.holds.iter().filter(|hold| hold.binds.earlier_visit.is_some());
    assert_eq!(from_earlier.count(), 0, "19 days later nothing of a needling at 1.0 mm is left");
}

#[test]
fn the_medicine_line_stands_first_whatever_was_done() {
    let sheet = compose(Protocol::shipped(), &visit("A-000031", at(20, 15, 30), needled()), &[], "en-GB").unwrap();
    assert_eq!(sheet.advice[0].item, HoldId::from("ac.rx_continue"), "no medicine is ever stopped for a sheet");
    assert!(!sheet.advice.iter().any(|advice| advice.item == HoldId::from("ac.antiviral")), "none was prescribed");
}

#[test]
fn warning_signs_say_whom_to_call_and_the_urgent_ones_come_first() {
    let sheet = compose(Protocol::shipped(), &visit("A-000031", at(20, 15, 30), needled()), &[], "en-GB").unwrap();
    assert!(sheet.warnings.is_sorted_by_key(|warning| warning.action), "emergencies stand on top");
    assert!(sheet.warnings[0].call.ends_with("Call \u{2068}999\u{2069} at once"), "with the number to call");
    let signs: Vec<&str> = sheet.warnings.iter().map(|warning| warning.rule.as_str()).collect();
    assert!(!signs.contains(&"rf.last"), "signs of numbing cream have no place without numbing cream: {signs:?}");
}

#[test]
fn darker_skin_is_told_what_it_will_see_itself() {
    let mut done = visit("A-000031", at(20, 15, 30), needled());
    done.fitzpatrick = Some(5);
    let sheet = compose(Protocol::shipped(), &done, &[], "en-GB").unwrap();
    let day = sheet.phases.iter().find(|phase| phase.id == "ph.24h").unwrap();
    assert!(day.course.contains("darker or greyish"), "redness is not what darker skin shows");
    assert!(hold(&sheet, "ac.spf_dur").words.contains("SPF 50"), "and it needs the stronger sunscreen");
}

#[test]
fn plasma_and_prescribed_aspirin_pull_in_two_directions() {
    let parts = vec![part("mn", Done::Mn { deepest_um: 1000 }), part("prp", Done::Prp)];
    let mut done = visit("A-000031", at(20, 16, 0), parts);
    done.answered_yes.insert(QuestionId::from("ci.antiplatelet"));
    let sheet = compose(Protocol::shipped(), &done, &[], "en-GB").unwrap();
    let rules: Vec<&str> = sheet.conflicts.iter().map(|conflict| conflict.rule.as_str()).collect();
    assert_eq!(rules, ["cf.ice", "cf.nsaid"], "both have to be acknowledged before printing");
}

#[test]
fn every_part_and_phase_has_its_words() {
    let parts = vec![
        part("ta", Done::Ta),
        part("peel", Done::Peel { class: PeelClass::Superficial }),
        part("rf", Done::Rf { deepest_um: 2000 }),
        part("prp", Done::Prp),
        part("serum", Done::Serum),
        part("led", Done::Led),
    ];
    let mut done = visit("A-000031", at(20, 16, 0), parts);
    done.answered_yes.insert(QuestionId::from("ci.hsv_history"));
    done.answered_yes.insert(QuestionId::from("cb.mn_txa.renal"));
    done.answered_yes.insert(QuestionId::from("ci.antiplatelet"));
    let sheet = compose(Protocol::shipped(), &done, &[], "en-GB").unwrap();
    let all = format!("{sheet:?}");
    assert!(!all.contains('{') || !all.contains("{when}") && !all.contains("{phone}"), "every name is filled in");
    assert_eq!(sheet.conflicts.len(), 6, "every conflict can be said");
    assert_eq!(sheet.dates.len(), 3, "check-in, review and next visit");
}

#[test]
fn a_sheet_in_a_language_without_texts_is_refused() {
    let refused = compose(Protocol::shipped(), &visit("A-000031", at(20, 15, 30), needled()), &[], "fr");
    assert_eq!(refused.unwrap_err().language, "fr", "never silent English");
}
