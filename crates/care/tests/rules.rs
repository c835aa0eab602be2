//! One fact per kind of rule, through the door the product uses.

use care::{Protocol, Verdict, assess, read_case};
use serde_json::{Value, json};

/// A woman of 34, phototype II, nothing in the way, with `parts` planned for the day.
fn case(parts: Value) -> Value {
    json!({
        "today": "2026-11-20",
        "jurisdiction": "GB",
        "client": { "born_on": "1992-03-14", "sex": "female", "fitzpatrick": 2 },
        "practitioner": { "may_sign_off": true, "max_depth_mm": 2.5 },
        "other_answers": "no",
        "history": [],
        "plan": { "components": parts },
    })
}

fn needling(zone: &str, indication: &str, depth_mm: f64) -> Value {
    json!({
        "id": "mn", "kind": "mn", "indication": indication,
        "device": { "label_max_mm": 2.5, "needle": "steel" },
        "zones": [{ "zone": zone, "depth_mm": depth_mm }],
    })
}

fn peel(agent: &str, percent: f64) -> Value {
    json!({ "id": "peel", "kind": "peel", "agent": agent, "percent": percent, "zones": [{ "zone": "z.forehead" }] })
}

fn cheek() -> Value {
    case(json!([needling("z.cheek_medial", "ind.texture", 1.0)]))
}

fn judge(case: &Value) -> Value {
    verdict(case).to_json(&|message| message.key.clone())
}

#[expect(clippy::panic, reason = "a case of this file that is refused is a mistake in the test itself")]
fn verdict(case: &Value) -> Verdict {
    assess(&read_case(case.to_string().as_bytes()).unwrap_or_else(|refusal| panic!("{refusal}")), Protocol::shipped())
}

/// What a rule says about a component, as `CLASS until`.
fn said(case: &Value, component: usize, rule: &str) -> Vec<String> {
    let verdict = judge(case);
    let findings = verdict["components"][component]["findings"].as_array().cloned().unwrap_or_default();
    let of_rule = findings.into_iter().filter(|finding| finding["rule"] == rule);
    let text = |finding: Value| {
        let until = finding["until"].as_str().unwrap_or("-").to_owned();
        format!("{} {until}", finding["class"].as_str().unwrap_or_default())
    };
    of_rule.map(text).collect()
}

fn missing(case: &Value) -> Vec<String> {
    verdict(case).missing.into_iter().map(|row| row.path).collect()
}

fn combinations(case: &Value) -> Vec<String> {
    verdict(case).combinations.iter().map(|finding| format!("{} {}", finding.rule, finding.class)).collect()
}

#[test]
fn a_wait_ends_on_its_last_day_and_treatment_may_start_then() {
    let mut on = cheek();
    on["answers"]["ci.tan"] = json!({ "state": "yes", "ended_on": "2026-11-07" });
    assert_eq!(said(&on, 0, "ci.tan"), ["DEFER 2026-11-21"], "14 days after the last sun");
    on["answers"]["ci.tan"]["ended_on"] = json!("2026-11-06");
    assert!(said(&on, 0, "ci.tan").is_empty(), "on the last day treatment may start");
}

#[test]
fn a_clinic_may_choose_its_own_days_inside_the_range() {
    let mut on = cheek();
    on["answers"]["ci.selftan"] = json!({ "state": "yes", "ended_on": "2026-11-15" });
    assert!(said(&on, 0, "ci.selftan").is_empty(), "the shipped two days are over");
    on["policy"] = json!({ "days": { "w.selftan": 14 } });
    assert_eq!(said(&on, 0, "ci.selftan"), ["DEFER 2026-11-29"], "the clinic's fourteen are not");
}

#[test]
fn a_wait_without_its_day_is_a_missing_fact() {
    let mut on = cheek();
    on["answers"]["ci.tan"] = json!({ "state": "yes" });
    assert_eq!(missing(&on), ["answers.ci.tan.ended_on"], "the date decides, so it is asked for");
}

#[test]
fn an_answer_about_another_zone_says_nothing_here() {
    let mut on = cheek();
    on["answers"]["ci.open_wound"] = json!({ "state": "yes", "zones": ["z.back"] });
    assert_eq!(judge(&on)["decision"], "CLEAR", "a sore back does not stop the cheek");
    on["answers"]["ci.open_wound"]["zones"] = json!(["z.cheek_medial"]);
    assert_eq!(said(&on, 0, "ci.open_wound"), ["BLOCK -"], "a sore cheek does");
}

#[test]
fn a_listed_medicine_answers_its_question_with_yes() {
    let mut on = cheek();
    on["medicines"] = json!([{ "name": "warfarin" }]);
    assert_eq!(said(&on, 0, "ci.anticoagulant"), ["SIGNOFF -"], "whatever the answer says");
    assert_eq!(missing(&on), ["measures.inr"], "and warfarin needs a fresh INR");
    on["measures"] = json!([{ "kind": "inr", "value": 3.2, "unit": "ratio", "on": "2026-11-18" }]);
    assert_eq!(said(&on, 0, "ci.anticoagulant"), ["DEFER -", "SIGNOFF -"], "above 3.0 nobody can name a day");
}

#[test]
fn aspirin_counts_by_who_chose_it() {
    let mut on = cheek();
    on["medicines"] = json!([{ "name": "aspirin", "prescribed": true }]);
    assert_eq!(said(&on, 0, "ci.antiplatelet"), ["MODIFY -"], "prescribed aspirin guards the heart");
    on["medicines"] = json!([{ "name": "aspirin", "ended_on": "2026-11-18" }]);
    assert_eq!(said(&on, 0, "ci.nsaid"), ["INFORM -"], "bought aspirin is a painkiller");
}

#[test]
fn an_anticoagulant_caps_the_depth_at_one_millimetre() {
    let mut on = case(json!([needling("z.cheek_medial", "ind.texture", 1.5)]));
    on["medicines"] = json!([{ "name": "apixaban" }]);
    let zone = judge(&on)["components"][0]["zones"][0].clone();
    assert_eq!(zone["cap_mm"], 1.0, "blood under thinners");
    assert_eq!(zone["binding"], json!(["ci.anticoagulant"]), "and the reason is named");
}

#[test]
fn the_first_threshold_that_fits_speaks() {
    let mut on = case(json!([{ "id": "prp", "kind": "prp", "zones": [{ "zone": "z.forehead" }] }]));
    on["measures"] = json!([{ "kind": "platelets", "value": 49000, "unit": "/uL", "on": "2026-11-18" }]);
    assert_eq!(said(&on, 0, "ci.prp_thrombocyt_crit"), ["BLOCK -"], "49 is critical, in whatever unit");
    assert!(said(&on, 0, "ci.prp_thrombocyt").is_empty(), "and is said once");
    on["measures"][0]["value"] = json!(100_000);
    assert_eq!(said(&on, 0, "ci.prp_platelet_low_norm"), ["INFORM -"], "100 is only on the low side");
}

#[test]
fn the_newest_blood_value_counts() {
    let mut on = cheek();
    on["answers"]["ci.diabetes_ctrl"] = json!({ "state": "yes" });
    on["measures"] = json!([
        { "kind": "hba1c", "value": 75, "unit": "mmol/mol", "on": "2026-09-01" },
        { "kind": "hba1c", "value": 52, "unit": "mmol/mol", "on": "2026-11-01" },
    ]);
    assert_eq!(said(&on, 0, "ci.diabetes_ctrl"), ["MODIFY -"], "52 is under control");
    assert!(said(&on, 0, "ci.diabetes_unctrl").is_empty(), "the older 75 no longer counts");
}

#[test]
fn men_are_not_asked_about_pregnancy_but_women_are() {
    let mut on = cheek();
    on["answers"]["ci.pregnant"] = json!({ "state": "unknown" });
    assert_eq!(missing(&on), ["answers.ci.pregnant"], "nobody may guess");
    on["client"]["sex"] = json!("male");
    assert!(missing(&on).is_empty(), "it is not asked");
}

#[test]
fn a_screening_older_than_180_days_is_incomplete() {
    let mut on = cheek();
    on["screened_on"] = json!("2026-05-24");
    assert!(missing(&on).is_empty(), "180 days are still valid");
    on["screened_on"] = json!("2026-05-23");
    assert_eq!(missing(&on), ["screened_on"], "181 are not");
}

#[test]
fn a_past_procedure_waits_only_where_zones_overlap() {
    let mut on = cheek();
    on["history"] = json!([{ "kind": "filler", "on": "2026-11-10", "zones": ["z.chin"] }]);
    assert_eq!(judge(&on)["decision"], "CLEAR", "filler in the chin does not stop the cheek");
    on["history"][0]["zones"] = json!([]);
    assert_eq!(said(&on, 0, "ci.filler_recent"), ["DEFER 2026-12-08"], "no zones named means everywhere");
}

#[test]
fn a_past_procedure_without_its_day_is_a_missing_fact() {
    let mut on = cheek();
    on["history"] = json!([{ "kind": "peel", "class": "peel.s" }]);
    assert_eq!(missing(&on), ["history[0].on"], "no date is made up");
}

#[test]
fn a_deep_or_dark_needling_waits_longer_for_the_next_one() {
    let mut on = cheek();
    on["history"] = json!([{ "kind": "mn", "on": "2026-11-01", "depth_mm": 2.0 }]);
    assert_eq!(said(&on, 0, "ci.mn_recent"), ["DEFER 2026-12-13"], "42 days after 2.0 mm");
    on["history"][0]["depth_mm"] = json!(0.5);
    assert_eq!(said(&on, 0, "ci.mn_recent"), ["DEFER 2026-11-29"], "28 days for the 1.0 mm that is planned");
}

#[test]
fn a_young_surgical_scar_waits_six_weeks_and_then_for_a_signature() {
    let scar = |days_ago: &str| {
        let mut on = case(json!([needling("z.abdomen", "ind.scar_surgical", 1.5)]));
        on["history"] = json!([{ "kind": "surgery", "on": days_ago, "zones": ["z.abdomen"] }]);
        said(&on, 0, "ci.surgery_recent")
    };
    assert_eq!(scar("2026-10-10"), ["DEFER 2026-11-21"], "day 41");
    assert_eq!(scar("2026-10-09"), ["SIGNOFF -"], "day 42");
    assert!(scar("2026-05-24").is_empty(), "day 180");
}

#[test]
fn permanent_filler_needs_a_signature_at_any_time() {
    let mut on = cheek();
    on["history"] = json!([{ "kind": "filler", "material": "permanent", "on": "2010-01-01" }]);
    assert_eq!(said(&on, 0, "ci.filler_recent"), ["SIGNOFF -"], "it never goes away");
    assert_eq!(judge(&on)["components"][0]["zones"][0]["cap_mm"], 1.0, "and caps the depth over it");
}

#[test]
fn the_eyelid_is_never_needled() {
    let on = case(json!([needling("z.eyelid", "ind.texture", 0.1)]));
    let zone = judge(&on)["components"][0]["zones"][0].clone();
    assert_eq!((&zone["cap_mm"], &zone["binding"]), (&json!(0.0), &json!(["cap.orbit"])), "inside the orbital rim");
    assert_eq!(zone["decision"], "BLOCK", "nothing lifts it");
}

#[test]
fn a_depth_at_the_limit_is_accepted_and_one_micrometre_more_is_not() {
    let zone = |depth_mm: f64| judge(&case(json!([needling("z.temple", "ind.texture", depth_mm)])));
    assert_eq!(zone(1.0)["decision"], "CLEAR", "the temple bears 1.0 mm");
    assert_eq!(zone(1.001)["decision"], "MODIFY", "and not a micrometre more");
}

#[test]
fn above_the_usual_limit_a_zone_needs_a_signature() {
    let mut on = case(json!([needling("z.decollete", "ind.texture", 1.25)]));
    assert_eq!(said(&on, 0, "z.decollete"), ["SIGNOFF -"], "1.25 mm is between 1.0 and 1.5");
    on["practitioner"]["may_sign_off"] = json!(false);
    assert_eq!(said(&on, 0, "z.decollete"), ["MODIFY -"], "without the right to sign the plan takes 1.0 mm");
}

#[test]
fn the_cheek_goes_deeper_for_scars_only() {
    let class =
        |indication: &str| said(&case(json!([needling("z.cheek_medial", indication, 2.0)])), 0, "z.cheek_medial");
    assert_eq!(class("ind.acne_rolling"), ["SIGNOFF -"], "2.0 mm for a rolling scar");
    assert_eq!(class("ind.texture"), ["MODIFY -"], "not for texture");
}

#[test]
fn a_very_light_peel_goes_first() {
    let needled = needling("z.forehead", "ind.texture", 0.5);
    let light = peel("lactic", 20.0);
    assert_eq!(combinations(&case(json!([light, needled]))), ["cb.mn_peel_vs SIGNOFF"], "peel, then needles");
    assert_eq!(combinations(&case(json!([needled, light]))), ["cb.mn_peel_vs BLOCK"], "needles, then peel");
}

#[test]
fn a_combination_caps_the_depth_it_allows() {
    let mut on = case(json!([needling("z.forehead", "ind.texture", 1.0), peel("glycolic", 50.0)]));
    on["plan"]["protocols"] = json!(["cb.mn_peel_s"]);
    let verdict = judge(&on);
    assert_eq!(verdict["components"][0]["zones"][0]["cap_mm"], 0.5, "together with a peel");
    assert_eq!(verdict["components"][0]["zones"][0]["binding"], json!(["cb.mn_peel_s"]), "and the pair is named");
}

#[test]
fn parts_in_different_zones_do_not_meet() {
    let on = case(json!([needling("z.cheek_medial", "ind.texture", 1.0), peel("glycolic", 50.0)]));
    assert!(combinations(&on).is_empty(), "the peel is on the forehead");
}

#[test]
fn plasma_between_needling_and_peel_makes_a_triple() {
    let plasma = json!({ "id": "prp", "kind": "prp", "zones": [{ "zone": "z.forehead" }, { "zone": "z.chin" }] });
    let on = case(json!([needling("z.chin", "ind.texture", 0.5), plasma, peel("glycolic", 50.0)]));
    assert_eq!(combinations(&on), ["cb.prp_peel_s BLOCK", "cb.triple BLOCK"], "each shares a zone with the plasma");
}

#[test]
fn a_question_of_a_combination_is_asked_only_with_it() {
    let serum = json!({
        "id": "serum", "kind": "serum", "substance": "tranexamic_acid", "sterile": true, "single_use": true,
        "in_device_ifu": true, "origin": "synthetic", "lot": "L", "zones": [{ "zone": "z.forehead" }],
    });
    let mut on = case(json!([needling("z.forehead", "ind.melasma", 0.5), serum]));
    on["answers"]["cb.mn_txa.renal"] = json!({ "state": "unknown" });
    assert_eq!(missing(&on), ["answers.cb.mn_txa.renal"], "kidneys matter once it goes under the needles");
    on["plan"]["components"][0]["zones"][0]["zone"] = json!("z.chin");
    assert!(missing(&on).is_empty(), "on skin that is not needled they do not");
}

#[test]
fn a_serum_that_is_not_named_by_the_device_needs_a_prescriber() {
    let serum = json!({
        "id": "serum", "kind": "serum", "substance": "hyaluronic_acid", "sterile": true, "single_use": true,
        "in_device_ifu": false, "origin": "synthetic", "lot": "L", "zones": [{ "zone": "z.forehead" }],
    });
    let mut on = case(json!([needling("z.forehead", "ind.texture", 0.5), serum]));
    assert_eq!(said(&on, 1, "ser.gate"), ["SIGNOFF -"], "only check 2 fails");
    on["plan"]["components"][1]["contains"] = json!(["fragrance"]);
    assert_eq!(said(&on, 1, "ser.gate"), ["BLOCK -"], "perfume on open channels never");
}

#[test]
fn a_spin_outside_the_saved_protocol_is_told() {
    let prepared = |rpm: u32| {
        let preparation = json!({
            "tube": { "product": "Kit", "lot": "L", "expires_on": "2027-01-01" },
            "identity_checks": ["match", "match", "match"],
            "radius_cm": 16, "spins": [{ "rpm": rpm, "minutes": 10 }], "protocol": [{ "g_min": 400, "g_max": 400 }],
            "draw_ml": 20, "yield_ml": 4, "blood_platelets": 240, "prp_platelets": 960,
        });
        case(json!([{ "id": "prp", "kind": "prp", "zones": [{ "zone": "z.forehead" }], "preparation": preparation }]))
    };
    assert!(said(&prepared(1500), 0, "f.rcf").is_empty(), "402.5 g is within a tenth of 400");
    assert_eq!(said(&prepared(1700), 0, "f.rcf"), ["INFORM -"], "517 g is not");
    let numbers = judge(&prepared(1500))["computed"]["prp"][0].clone();
    assert_eq!(numbers["rcf_g"], json!([402.5]), "radius 16 cm at 1500 per minute");
    assert_eq!((&numbers["fold"], &numbers["recovery"]), (&json!(4.0), &json!(0.8)), "fourfold, four fifths gained");
    assert_eq!(numbers["platelets_e9"], 3.84, "in the four millilitres");
}

#[test]
fn a_tube_of_somebody_else_is_never_used() {
    let preparation = json!({ "identity_checks": ["match", "mismatch"] });
    let on =
        case(json!([{ "id": "prp", "kind": "prp", "zones": [{ "zone": "z.forehead" }], "preparation": preparation }]));
    assert_eq!(said(&on, 0, "ci.prp_identity"), ["BLOCK -"], "the label names another person");
    assert!(missing(&on).contains(&"plan.components[0].preparation.tube.lot".to_owned()), "and the lot is asked for");
}

#[test]
fn a_cream_left_on_too_short_changes_the_plan_and_too_long_blocks_it() {
    let cream = |minutes: u32| {
        let part = json!({
            "id": "ta", "kind": "ta", "product": "lidoprilo", "grams": 30, "cm2": 300, "minutes": minutes,
            "occluded": false, "prescription": true, "zones": [{ "zone": "z.forehead" }],
        });
        said(&case(json!([part])), 0, "ta.lidoprilo_max")
    };
    assert_eq!(cream(59), ["MODIFY -"], "it has not worked yet");
    assert!(cream(60).is_empty() && cream(300).is_empty(), "both ends of the window are fine");
    assert_eq!(cream(301), ["BLOCK -"], "it poisons");
}

#[test]
fn a_warning_sign_before_its_hour_is_the_normal_course() {
    let mut on = cheek();
    on["symptoms"] = json!([{ "symptom": "increasing_pain", "hours_after": 47 }]);
    assert_eq!(judge(&on)["red_flags"], json!([]), "pain on the first day is normal");
    on["symptoms"][0]["hours_after"] = json!(48);
    let verdict = judge(&on);
    assert_eq!(verdict["red_flags"][0]["rule"], "rf.infection", "after two days it is a sign of infection");
    assert_eq!(verdict["components"][0]["series"]["sessions"], json!([]), "and the series stops");
}

#[test]
fn a_swollen_face_makes_a_rash_urgent() {
    let mut on = cheek();
    on["symptoms"] = json!([{ "symptom": "itchy_rash", "hours_after": 30 }]);
    assert_eq!(judge(&on)["red_flags"][0]["action"], "CLINIC", "a rash alone can wait a day");
    on["symptoms"] = json!([
        { "symptom": "itchy_rash", "hours_after": 30 },
        { "symptom": "eye_closing", "hours_after": 30 },
    ]);
    let flags = judge(&on)["red_flags"].as_array().cloned().unwrap_or_default();
    let rash = flags.iter().find(|flag| flag["rule"] == "rf.rash").cloned().unwrap_or_default();
    assert_eq!(rash["action"], "SAME_DAY", "with a closing eye it cannot");
}

#[test]
fn the_longest_hold_wins_and_names_the_part_that_set_it() {
    let on = case(json!([needling("z.chin", "ind.texture", 1.0), peel("glycolic", 50.0)]));
    let holds = verdict(&on).aftercare;
    let hold =
        |item: &str| holds.iter().find(|row| row.item.as_str() == item).map(|row| (row.hours, row.binds.as_str()));
    assert_eq!(hold("ac.makeup"), Some((Some(72), "peel")), "24 hours after needles, 72 after a peel");
    assert_eq!(hold("ac.spf_start"), Some((Some(24), "mn")), "sun cream starts when the later part allows it");
    assert_eq!(hold("ac.review"), Some((Some(504), "peel")), "of two appointments the earlier one");
}

#[test]
fn needles_near_the_eye_put_the_eye_into_the_consent() {
    let risks = |zone: &str| verdict(&case(json!([needling(zone, "ind.texture", 0.5)]))).consent_risks;
    let has_eye = |zone: &str| risks(zone).iter().any(|risk| risk.as_str() == "rk.eye");
    assert!(has_eye("z.crowsfeet") && has_eye("z.periorbital"), "the eye is near");
    assert!(!has_eye("z.forehead"), "here it is not");
}

#[test]
fn an_expired_item_is_stopped_and_one_without_lot_signed_for() {
    let mut on = case(json!([]));
    on["items"] = json!([{ "text": "(01)09506008115865(17)261119(10)A" }, { "text": "(01)09506008115865(17)261120" }]);
    let items = judge(&on)["items"].clone();
    assert_eq!(items[0]["decision"], "BLOCK", "it expired yesterday");
    assert_eq!(items[1]["decision"], "SIGNOFF", "it may be used today, but nobody could be traced");
}

#[test]
fn a_plan_without_parts_has_no_day() {
    let verdict = judge(&case(json!([])));
    assert_eq!(verdict["decision"], "CLEAR", "nothing is in the way of nothing");
    assert_eq!(verdict["earliest_on"], Value::Null, "and nothing can start");
}
