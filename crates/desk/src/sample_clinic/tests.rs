//! The made-up clinic, as a clinician who tries the program finds it.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value;
use store::{StoreError, tables_match_journal, verify};

use super::{SampleMade, SampleOrder};
use crate::clock::Clock;
use crate::desk::{Desk, Place};
use crate::host::Bare;
use crate::wire::Empty;

struct Sample {
    desk: Desk,
    made: SampleMade,
    _folder: tempfile::TempDir,
}

fn order(n_clients: u32, seed: u64) -> SampleOrder {
    let password = "seven green umbrellas".to_owned();
    SampleOrder { n_clients, visits_per_client: 4, n_documents: 2, n_photos: 0, seed, password }
}

fn sample(order: &SampleOrder) -> Sample {
    let folder = tempfile::tempdir().unwrap();
    let now = "2026-11-20T07:30:00Z".parse().unwrap();
    let desk = Desk::new(folder.path().join("vault"), Place::Terminal, Clock::fixed(now), Arc::new(Bare));
    crate::cases::session::make_recovery_key(&desk, Empty {}).unwrap();
    let made = desk.make_sample(order, &mut |_| ()).unwrap();
    Sample { desk, made, _folder: folder }
}

/// Every body of the journal, in its order, with the facts of its entry that the seed decides.
fn bodies(sample: &Sample) -> Vec<(String, Value)> {
    let open = sample.desk.open().unwrap();
    let mut bodies = Vec::new();
    open.vault
        .read(|read| {
            read.each_entry(|entry, body| {
                let body: Value = serde_json::from_slice(&body.unwrap_or_default()).unwrap_or_default();
                let facts = format!(
                    "{} {} {:?} {:?} {}",
                    entry.at_ms, entry.act, entry.entity_id, entry.role, entry.clock_went_back
                );
                bodies.push((facts, body));
                Ok::<_, StoreError>(())
            })
        })
        .unwrap();
    bodies
}

/// What a printed paper and its seal add: the journal's head, which salts make different each time, and keys.
fn without_paper(bodies: Vec<(String, Value)>) -> Vec<(String, Value)> {
    bodies
        .into_iter()
        .map(|(facts, mut body)| {
            if let Some(fields) = body.as_object_mut().filter(|fields| fields.contains_key("pdf_sha256")) {
                fields.remove("pdf_sha256");
                fields.remove("n_bytes");
                fields.remove("content_sha256");
            }
            if let Some(fields) = body.as_object_mut().filter(|fields| fields.contains_key("doc_sha256")) {
                fields.retain(|name, _| name == "consent" || name == "client");
            }
            // The clinic's seal has a key of its own each time.
            if body.as_str().is_some_and(|text| text.starts_with("clinic seal made")) {
                body = Value::Null;
            }
            (facts, body)
        })
        .collect()
}

#[test]
fn the_same_seed_makes_the_same_clinic() {
    let (one, other) = (sample(&order(12, 7)), sample(&order(12, 7)));
    let (one, other) = (without_paper(bodies(&one)), without_paper(bodies(&other)));
    assert!(one.len() > 300, "a dozen clients with four visits leave hundreds of entries: {}", one.len());
    assert!(one == other, "every record is the same, byte for byte");
}

#[test]
fn another_seed_makes_another_clinic() {
    let (one, other) = (bodies(&sample(&order(3, 7))), bodies(&sample(&order(3, 8))));
    assert!(one != other, "the seed decides");
}

#[test]
fn the_journal_of_a_made_up_clinic_is_whole_and_never_goes_back_in_time() {
    let sample = sample(&order(25, 1));
    let open = sample.desk.open().unwrap();
    let report = open.vault.read(verify).unwrap();
    assert_eq!((report.damage, report.n_entries), (None, sample.made.n_entries), "every entry is whole");
    let differ = open.vault.read(tables_match_journal).unwrap();
    assert_eq!(differ, [], "the tables say what the journal says");
    let went_back = bodies(&sample).into_iter().filter(|(facts, _)| facts.ends_with("true")).count();
    assert_eq!(went_back, 0, "rooms overlap, the journal does not");
}

#[test]
fn a_made_up_clinic_holds_what_a_clinic_holds() {
    let sample = sample(&SampleOrder { visits_per_client: 5, ..order(120, 3) });
    let mut n_found: BTreeMap<&str, u32> = BTreeMap::new();
    let mut lots: BTreeMap<String, u32> = BTreeMap::new();
    for (facts, body) in bodies(&sample) {
        let mut count = |what| *n_found.entry(what).or_default() += 1;
        let text = body.to_string();
        for (what, sign) in [
            ("put off", "\"not_today\":\""),
            ("refused", "\"is\":\"refused\""),
            ("deviation", "\"deviation_reason\":\""),
            ("adverse reaction", "Adverse reaction"),
            ("re-check", "\"copied_from\""),
            ("medicine", "\"is_prescribed\""),
            ("plasma", "\"kind\":\"plasma_kit\""),
            ("peel", "\"kind\":\"peel\""),
            ("cream", "\"cream_off_at\":\"2"),
            ("serum", "\"kind\":\"serum\""),
            ("appointment", "\"starts\""),
        ] {
            if text.contains(sign) {
                count(what);
            }
        }
        if facts.contains(" sign ") {
            count("signed");
        }
        if let Some(lot) = body["item"]["lot"].as_str() {
            *lots.entry(lot.to_owned()).or_default() += 1;
        }
    }
    let missing: Vec<&str> = [
        "put off",
        "refused",
        "deviation",
        "adverse reaction",
        "re-check",
        "medicine",
        "plasma",
        "peel",
        "cream",
        "serum",
        "appointment",
        "signed",
    ]
    .into_iter()
    .filter(|what| !n_found.contains_key(what))
    .collect();
    assert_eq!(missing, Vec::<&str>::new(), "everything a clinic meets is met: {n_found:?}");
    let n_visits = sample.made.n_visits;
    assert!(sample.made.n_signed * 10 >= n_visits * 8, "most visits are signed: {:?}", sample.made);
    assert!(lots.values().any(|n_uses| *n_uses >= 10), "a recall finds many clients under one lot: {lots:?}");
}

#[test]
fn the_newest_visits_have_their_papers() {
    let sample = sample(&SampleOrder { n_documents: 5, ..order(10, 2) });
    assert!(
        (2..=5).contains(&sample.made.n_documents),
        "those that were signed and whose names can be set: {:?}",
        sample.made
    );
    let bodies = bodies(&sample);
    let sealed: Vec<_> = bodies.into_iter().filter(|(_, body)| body["doc_sha256"].is_string()).collect();
    for (_, body) in &sealed {
        let file = store::bundle_file(&serde_json::from_value(body.clone()).unwrap()).unwrap();
        assert!(store::verify_bundle(&file).is_ok(), "each bundle is whole");
    }
    assert_eq!(sealed.len(), usize::try_from(sample.made.n_documents).unwrap(), "each paper has its bundle");
}

#[test]
fn today_begins_with_appointments_and_a_search_finds_people() {
    let sample = sample(&order(30, 5));
    let today = sample.desk.call("today_view", &serde_json::json!({ "on": null })).unwrap();
    assert_eq!(today["appointments"].as_array().map(Vec::len), Some(12), "a full day waits: {today}");
    let family = today["appointments"][0]["client"]["family"].as_str().unwrap_or_default();
    let found = sample.desk.call("client_search", &serde_json::json!({ "words": family })).unwrap();
    assert!(found.as_array().is_some_and(|rows| !rows.is_empty()), "{family} is found in its own script");
}

#[test]
fn made_up_people_never_come_among_real_ones() {
    let sample = sample(&order(2, 1));
    let refused = sample.desk.make_sample(&order(2, 1), &mut |_| ());
    assert!(refused.is_err(), "a vault that is there is never filled");
}
