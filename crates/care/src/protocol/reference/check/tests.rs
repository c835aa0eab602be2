//! One thing in the shipped rows is spoilt, and the load has to refuse it.

use super::*;
use crate::protocol::reference::list;

/// What the check says after one thing in the shipped content was spoilt.
fn refusal(spoil: impl FnOnce(&mut Protocol)) -> Option<ProtocolError> {
    let mut protocol = Protocol::check_shipped().unwrap();
    spoil(&mut protocol);
    check_reference(&protocol, &protocol.sources).err()
}

fn fact<'p>(protocol: &'p mut Protocol, id: &str) -> &'p mut FactRow {
    protocol.reference.facts.iter_mut().flat_map(|file| &mut file.rows).find(|row| row.id.as_str() == id).unwrap()
}

fn unknown(at: &str, id: &str) -> Option<ProtocolError> {
    Some(ProtocolError::UnknownId { at: at.to_owned(), id: id.to_owned() })
}

#[test]
fn a_row_of_another_subject_is_refused() {
    let refused = refusal(|protocol| fact(protocol, "ta.eye").id = RuleId::from("rp.eye"));
    assert_eq!(refused, unknown("numbing_facts.toml", "rp.eye"), "nobody would look for it there");
}

#[test]
fn a_number_without_a_unit_is_refused() {
    let refused = refusal(|protocol| {
        fact(protocol, "ta.eye").values.insert("distance".to_owned(), Amount::One("1".parse().unwrap()));
    });
    let no_unit = ProtocolError::NoUnit { id: "ta.eye".to_owned(), name: "distance".to_owned() };
    assert_eq!(refused, Some(no_unit), "one what?");
}

#[test]
fn a_range_that_ends_before_it_starts_is_refused() {
    let refused = refusal(|protocol| {
        let range = Amount::Range(["2".parse().unwrap(), "1".parse().unwrap()]);
        fact(protocol, "ta.eye").values.insert("lasts_hours".to_owned(), range);
    });
    assert_eq!(refused, Some(ProtocolError::Reversed { id: "ta.eye".to_owned() }), "no value lies in it");
    let refused = refusal(|protocol| {
        protocol.indications.get_mut("ind.striae").unwrap().interval_days = Some([30, 28]);
    });
    assert_eq!(refused, Some(ProtocolError::Reversed { id: "ind.striae".to_owned() }), "nor here");
}

#[test]
fn a_row_that_points_at_nothing_is_refused() {
    let refused = refusal(|protocol| fact(protocol, "ta.eye").see.push(RuleId::from("z.ear")));
    assert_eq!(refused, unknown("ta.eye", "z.ear"), "there is no such zone");
    let refused = refusal(|protocol| protocol.reference.steps.retain(|step| step.id != "sharps"));
    assert_eq!(refused, unknown("pr.mn", "sharps"), "a step without words would be skipped");
    let refused = refusal(|protocol| protocol.reference.adverse_events.retain(|row| row.id.as_str() != "ae.burn"));
    assert_eq!(refused, unknown("flags.toml", "ae.burn"), "a warning sign names it");
    let refused = refusal(|protocol| {
        let pair = protocol.reference.pairs.iter_mut().find(|row| row.id.as_str() == "cb.mn_toxin").unwrap();
        pair.after_first.as_mut().unwrap().wait = Some(crate::ids::WaitId::from("w.made_up"));
    });
    assert_eq!(refused, unknown("cb.mn_toxin", "w.made_up"), "the clinic has no such parameter");
}

#[test]
fn a_claim_a_seed_article_does_not_make_is_refused() {
    let refused = refusal(|protocol| protocol.reference.contradictions[0].claims.push("S1-99".to_owned()));
    assert_eq!(refused, unknown("C01", "S1-99"), "the article has 19 claims");
}

#[test]
fn a_grade_beyond_death_is_refused() {
    let refused = refusal(|protocol| protocol.reference.adverse_events[0].grades = Some([1, 6]));
    assert!(matches!(refused, Some(ProtocolError::OutOfRange { value: 6, .. })), "grades end at 5: {refused:?}");
    let refused = refusal(|protocol| protocol.series.stop_from_grade = 0);
    assert!(matches!(refused, Some(ProtocolError::OutOfRange { value: 0, .. })), "nor is there a grade 0: {refused:?}");
}

#[test]
fn a_depth_no_zone_allows_is_refused() {
    let refused = refusal(|protocol| protocol.reference.depth_classes[0].um = 4000);
    assert!(matches!(refused, Some(ProtocolError::OutOfRange { value: 4000, .. })), "2.5 mm is the most: {refused:?}");
    let refused = refusal(|protocol| {
        protocol.zones.values_mut().for_each(|row| row.suggested_um = Some([0, row.max_um + 1]));
    });
    assert!(
        matches!(refused, Some(ProtocolError::OutOfRange { .. })),
        "never suggest what is not allowed: {refused:?}"
    );
}

#[test]
fn a_series_planned_with_more_visits_than_its_range_is_refused() {
    let refused = refusal(|protocol| protocol.indications.get_mut("ind.texture").unwrap().n_sessions = 4);
    let out = ProtocolError::OutOfRange { id: "ind.texture".to_owned(), value: 4, from: 3, to: 3 };
    assert_eq!(refused, Some(out), "the fact base knows three");
}

#[test]
fn a_row_with_a_word_nobody_knows_is_refused() {
    let row = "[[step]]\nid = \"recheck\"\nsays = \"check\"\n";
    let good = list::<crate::protocol::StepRow>("steps", &row.replace("step", "record"));
    assert!(good.is_ok(), "the row itself is fine: {good:?}");
    let spoilt =
        list::<crate::protocol::StepRow>("steps", &format!("{}says_too = \"\"\n", row.replace("step", "record")));
    assert!(matches!(spoilt, Err(ProtocolError::Unreadable { .. })), "a slip of the pen must not pass: {spoilt:?}");
}

#[test]
fn every_step_that_is_described_is_used() {
    let reference = &Protocol::shipped().reference;
    let used: BTreeSet<&String> = reference.orders.iter().flat_map(|order| &order.steps).collect();
    let idle: Vec<&str> =
        reference.steps.iter().filter(|step| !used.contains(&step.id)).map(|step| step.id.as_str()).collect();
    assert!(idle.is_empty(), "nobody would do these: {idle:?}");
}
