//! Facts about keeping that a clinic's lawyer could check.

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[track_caller]
fn kept(born: &str, last: &str, clinic: Jurisdiction, until: &str, rule: &str) {
    let care = LastCare { born_on: day(born), last_entry_on: day(last) };
    let kept = KeepingRules::shipped().kept(care, clinic).unwrap();
    assert_eq!((kept.until, kept.rule.id.as_str()), (day(until), rule), "born {born}, last seen {last}");
    assert!(!kept.is_over_on(kept.until), "on its last day it is kept");
    assert!(kept.is_over_on(kept.until.succ_opt().unwrap()), "the day after, it may be proposed");
}

#[track_caller]
fn due(received: &str, clinic: Jurisdiction, on: &str, rule: &str) {
    let due = KeepingRules::shipped().due(day(received), clinic).unwrap();
    assert_eq!((due.on, due.rule.id.as_str()), (day(on), rule), "received {received}");
}

#[test]
fn the_shipped_rules_hold() {
    KeepingRules::check_shipped().unwrap();
}

#[test]
fn the_longest_rule_that_applies_keeps_an_adults_record() {
    kept("1988-03-14", "2026-11-20", Jurisdiction::Gb, "2036-11-20", "lg.ret_default");
    kept("1988-03-14", "2024-02-29", Jurisdiction::Other, "2034-02-28", "lg.ret_default");
}

#[test]
fn a_minors_record_is_kept_to_the_25th_birthday_and_ten_years_at_least() {
    kept("2018-05-01", "2026-11-20", Jurisdiction::Us, "2043-05-01", "lg.ret_default");
    kept("2010-05-01", "2026-11-20", Jurisdiction::Us, "2036-11-20", "lg.ret_default");
}

#[test]
fn in_britain_who_was_17_is_kept_to_the_26th_birthday_where_that_is_longer() {
    // 17 on the day: the 26th birthday is 2035-05-01, ten years are 2036: the longest wins.
    kept("2009-05-01", "2026-11-20", Jurisdiction::Gb, "2036-11-20", "lg.ret_default");
    let rule = KeepingRules::shipped().retention(Jurisdiction::Gb).find(|rule| rule.id == "lg.ret_uk").unwrap();
    let until = |born: &str| rule.until(LastCare { born_on: day(born), last_entry_on: day("2026-11-20") });
    assert_eq!(until("2009-05-01"), Some(day("2035-05-01")), "17: the 26th birthday");
    assert_eq!(until("2010-05-01"), Some(day("2035-05-01")), "16: the 25th");
    assert_eq!(until("2008-11-20"), Some(day("2034-11-20")), "18 that very day: an adult's eight years");
}

#[test]
fn a_request_is_answered_within_one_month_in_europe() {
    due("2026-11-20", Jurisdiction::Eu, "2026-12-20", "lg.gdpr");
    due("2026-01-31", Jurisdiction::Gb, "2026-02-28", "lg.gdpr");
}

#[test]
fn a_request_is_answered_within_30_days_in_the_united_states_and_extended_by_30_once() {
    due("2026-11-20", Jurisdiction::Us, "2026-12-20", "lg.hipaa");
    due("2026-01-31", Jurisdiction::Us, "2026-03-02", "lg.hipaa");
    let rule = KeepingRules::shipped().access_rule("lg.hipaa").unwrap();
    assert_eq!(rule.longest_extension(day("2026-12-20")), Some(day("2027-01-19")), "one extension of 30 days");
    let europe = KeepingRules::shipped().access_rule("lg.gdpr").unwrap();
    assert_eq!(europe.longest_extension(day("2026-12-20")), None, "the facts name no number, so none is invented");
}

#[test]
fn every_country_has_a_day_and_a_retention() {
    for clinic in [Jurisdiction::Us, Jurisdiction::Gb, Jurisdiction::Eu, Jurisdiction::Au, Jurisdiction::Other] {
        assert!(KeepingRules::shipped().due(day("2026-03-01"), clinic).is_some(), "{clinic:?} forgets no request");
        assert!(KeepingRules::shipped().retention(clinic).count() > 0, "{clinic:?} has a rule");
    }
}
