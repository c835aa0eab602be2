//! How long the rules, the readers and the composed papers take, each beside its bar.
//!
//! The bar is part of the name and is read by people: a busy machine never fails a build. What a bar is for: a
//! verdict is asked for at every edit of a plan and must not be felt; the content is loaded once, at the start.

use std::collections::BTreeSet;

use care::aftercare::{Contact, Done, DonePart, DoneVisit};
use care::barcode::{Label, Reading, read_label};
use care::consent::{Agreed, ConsentPart, ConsentPlan};
use care::ids::{ComponentId, RiskId};
use care::vocabulary::{NumbingProduct, PeelAgent, PeelClass};
use care::zones::{Side, SidedZone, ZoneId};
use care::{Case, Protocol, aftercare, assess, consent, read_case};
use chrono::NaiveDate;
use divan::{Bencher, black_box};
use serde_json::{Value, json};

/// Five parts, full history, many answers, medicines and measures.
const FULL_VISIT: &str = include_str!("../tests/cases/full_visit.json");

fn main() {
    divan::main();
}

#[expect(clippy::expect_used, reason = "a case of this file that is refused is a mistake in the bench itself")]
fn case_of(json: &str) -> Case {
    read_case(json.as_bytes()).expect("the case of this bench is accepted")
}

#[divan::bench(name = "verdict on a full visit (bar 200 µs)")]
fn verdict(bencher: Bencher<'_, '_>) {
    let (case, protocol) = (case_of(FULL_VISIT), Protocol::shipped());
    bencher.bench(|| assess(black_box(&case), protocol));
}

#[divan::bench(name = "verdict on a full visit, as JSON (bar 500 µs)")]
fn verdict_as_json(bencher: Bencher<'_, '_>) {
    let verdict = assess(&case_of(FULL_VISIT), Protocol::shipped());
    bencher.bench(|| black_box(&verdict).to_json(&|message| message.key.clone()).to_string());
}

#[divan::bench(name = "verdict on the largest case (bar 250 ms)", sample_count = 10)]
fn largest_verdict(bencher: Bencher<'_, '_>) {
    let (case, protocol) = (case_of(&largest_case().to_string()), Protocol::shipped());
    bencher.bench(|| assess(black_box(&case), protocol));
}

#[divan::bench(name = "reading a full visit (bar 500 µs)")]
fn reading(bencher: Bencher<'_, '_>) {
    bencher.bench(|| read_case(black_box(FULL_VISIT.as_bytes())));
}

#[divan::bench(name = "reading the largest case (bar 100 ms)", sample_count = 10)]
fn reading_the_largest(bencher: Bencher<'_, '_>) {
    let text = largest_case().to_string();
    bencher.bench(|| read_case(black_box(text.as_bytes())));
}

#[divan::bench(name = "loading the content (bar 10 ms)")]
fn content() -> bool {
    Protocol::check_shipped().is_ok()
}

#[divan::bench(name = "composing a sheet (bar 1 ms)")]
fn sheet(bencher: Bencher<'_, '_>) {
    let (done, earlier) = (done_visit("A-2", 20), [done_visit("A-1", 13)]);
    let compose = || aftercare::compose(Protocol::shipped(), black_box(&done), &earlier, "en-GB");
    assert!(compose().is_ok(), "a refusal would be timed as a sheet");
    bencher.bench(compose);
}

#[divan::bench(name = "composing a consent (bar 1 ms)")]
fn agreement(bencher: Bencher<'_, '_>) {
    let plan = consent_plan();
    let compose = || consent::compose(Protocol::shipped(), black_box(&plan), "en-GB");
    assert!(compose().is_ok(), "a refusal would be timed as a consent");
    bencher.bench(compose);
}

#[divan::bench(name = "reading a barcode (bar 20 µs)")]
fn scan(bencher: Bencher<'_, '_>) {
    let text = "]d20109506008115865172705311121010110LOT-1\u{1d}21S7";
    bencher.bench(|| label(black_box(text)));
}

#[divan::bench(name = "reading a barcode a keyboard changed (bar 20 µs)")]
fn scan_forgivingly(bencher: Bencher<'_, '_>) {
    let text = "\u{feff}]d20109506008115865172705311121010110LOT-1|21S7\r\n";
    bencher.bench(|| label(black_box(text)));
}

#[divan::bench(name = "reading a barcode without separators (bar 100 µs)")]
fn scan_without_separators(bencher: Bencher<'_, '_>) {
    let text = "]d2010950600811586510ABCDEFGHIJKLMNOPQRST21XYZ";
    bencher.bench(|| label(black_box(text)));
}

fn label(text: &str) -> Label {
    let on = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap_or_default();
    #[expect(clippy::expect_used, reason = "a code of this file that is refused is a mistake in the bench itself")]
    read_label(text, Reading::Forgiving, on, Protocol::shipped()).expect("the code of this bench is read")
}

/// The full visit, with every list as long as the reader allows.
#[expect(clippy::expect_used, reason = "the file is read by tests too")]
fn largest_case() -> Value {
    let mut case: Value = serde_json::from_str(FULL_VISIT).expect("the case of this bench is JSON");
    let zones: Vec<Value> = ZoneId::ALL.iter().map(|zone| json!(zone.as_str())).collect();
    let kinds = ["mn", "rf", "toxin", "laser_ab", "surgery", "tca_cross"];
    let past = |n: usize| json!({ "kind": kinds[n % kinds.len()], "zones": zones });
    let measure =
        |n: usize| json!({ "kind": "hba1c", "value": 50, "unit": "mmol/mol", "on": format!("20{:02}-01-01", n % 26) });
    case["other_answers"] = json!("unknown");
    case["history"] = (0..500).map(past).collect();
    case["measures"] = (0..500).map(measure).collect();
    case["medicines"] = vec![json!({ "name": "warfarin" }); 100].into();
    case["symptoms"] = vec![json!({ "symptom": "pus", "hours_after": 1 }); 100].into();
    case["items"] = vec![json!({ "text": "|".repeat(4_296) }); 100].into();
    let planned = case["plan"]["components"].as_array().cloned().unwrap_or_default();
    let needling = planned.iter().find(|part| part["kind"] == "mn").cloned().unwrap_or_default();
    let part = |n: usize| {
        let mut part =
            if n < 10 { needling.clone() } else { planned.get(n % planned.len()).cloned().unwrap_or_default() };
        part["id"] = json!(format!("part-{n}"));
        let needled = part["kind"] == "mn";
        let zone = |id: &Value| if needled { json!({ "zone": id, "depth_mm": 4 }) } else { json!({ "zone": id }) };
        part["zones"] = zones.iter().map(zone).collect();
        part
    };
    case["plan"]["components"] = (0..20).map(part).collect();
    case
}

fn cheeks() -> Vec<SidedZone> {
    [Side::Left, Side::Right].map(|side| SidedZone { zone: ZoneId::CheekMedial, side }).to_vec()
}

fn done_visit(number: &str, day: u32) -> DoneVisit {
    let part = |(id, what)| DonePart { id: ComponentId::from(id), zones: cheeks(), what };
    let on = NaiveDate::from_ymd_opt(2026, 11, day).unwrap_or_default();
    DoneVisit {
        number: number.to_owned(),
        finished_at: on.and_hms_opt(15, 40, 0).unwrap_or_default(),
        parts: [
            ("cream", Done::Ta),
            ("needling", Done::Mn { deepest_um: 1_500 }),
            ("plasma", Done::Prp),
            ("peel", Done::Peel { class: PeelClass::Superficial }),
        ]
        .map(part)
        .to_vec(),
        fitzpatrick: Some(4),
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

fn consent_plan() -> ConsentPlan {
    let part = |what| ConsentPart { zones: cheeks(), what };
    let peel = Agreed::Peel {
        agent: PeelAgent::Glycolic,
        strength_milli_percent: Some(30_000),
        class: PeelClass::Superficial,
    };
    let risks = ["rk.erythema", "rk.pain", "rk.pih", "rk.infection", "rk.allergy", "rk.noeffect", "rk.peel_burn"];
    ConsentPlan {
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
    }
}
