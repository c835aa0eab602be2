//! Cases that are broken, hostile or not cases at all: each is refused in one line that names the place.

use care::read_case;

const CASE: &str = r#"{"today":"2026-11-20","jurisdiction":"GB","practitioner":{"may_sign_off":true,"max_depth_mm":2.5},
    "client":{"born_on":"1992-03-14","sex":"female","fitzpatrick":2},"other_answers":"no","history":[],
    "plan":{"components":[{"id":"a","kind":"prp","zones":[{"zone":"z.forehead"}]}]}}"#;

const NEEDLING: &str = r#"{"id":"b","kind":"mn","indication":"ind.texture","device":{"label_max_mm":2.5},
    "zones":[{"zone":"z.chin","depth_mm":1.0}]}"#;

/// The case with `more` as further fields.
fn with(more: &str) -> String {
    CASE.replacen("\"history\":[]", &format!("\"history\":[],{more}"), 1)
}

/// The case with one part changed for another.
fn changed(from: &str, to: &str) -> String {
    assert!(CASE.contains(from), "{from} stands in the case");
    CASE.replacen(from, to, 1)
}

/// A needling with one part changed for another.
fn needled(from: &str, to: &str) -> String {
    assert!(NEEDLING.contains(from), "{from} stands in the needling");
    changed(r#"{"id":"a","kind":"prp","zones":[{"zone":"z.forehead"}]}"#, &NEEDLING.replacen(from, to, 1))
}

/// The refusal, checked to be one short line that could be printed on any terminal.
fn refusal(bytes: &[u8]) -> String {
    let line = read_case(bytes).map(|_| "accepted".to_owned()).unwrap_or_else(|refusal| refusal.to_string());
    assert!(!line.chars().any(char::is_control), "a refusal never moves the cursor: {line:?}");
    assert!(line.chars().count() < 4_000, "a refusal is as long as the longest list of ids at most: {}", line.len());
    line
}

#[track_caller]
fn check(bytes: &[u8], path: &str, allowed: &str) {
    let line = refusal(bytes);
    let (at, what) = line.split_once(": ").unwrap_or((&line, ""));
    assert_eq!(at, path, "the first wrong value is named: {line}");
    assert!(what.contains(allowed), "and what is allowed there: {line}");
}

#[test]
fn the_case_and_its_needling_are_accepted_as_they_stand() {
    assert_eq!(refusal(CASE.as_bytes()), "accepted", "only what is changed may be refused");
    assert_eq!(refusal(needled("1.0", "1.0").as_bytes()), "accepted", "and the needling is whole");
}

#[test]
fn what_is_no_json_is_refused_as_a_whole() {
    let deep = "[".repeat(200_000);
    let cut = CASE.get(..CASE.len() - 1).unwrap_or_default();
    let comma = CASE.replacen("\"history\":[]", "\"history\":[],", 1);
    let numbers = ["NaN", "Infinity", "-Infinity", "+1", "01", ".5", "1.", "0x10", "1_000"];
    for text in ["", " ", "plan", "'{}'", "{} {}", "{\"today\":}", &deep, cut, &comma] {
        check(text.as_bytes(), "case", "one JSON object");
    }
    for number in numbers {
        check(changed("2.5", number).as_bytes(), "case", "one JSON object");
    }
    for text in ["[]", "null", "7", "\"{}\"", "[[[[[[]]]]]]"] {
        check(text.as_bytes(), "case", "an object");
    }
}

#[test]
fn another_encoding_is_refused_as_a_whole() {
    let utf16: Vec<u8> = CASE.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let latin: Vec<u8> =
        CASE.replacen("\"a\"", "\"?\"", 1).bytes().map(|byte| if byte == b'?' { 0xe9 } else { byte }).collect();
    let marked = format!("\u{feff}{CASE}").into_bytes();
    check(&utf16, "case", "one JSON object");
    check(&latin, "case", "UTF-8");
    check(&marked, "case", "byte order mark");
    check(b"{\"today\":\"\xed\xa0\x80\"}", "case", "UTF-8");
}

#[test]
fn a_number_that_is_none_is_refused_where_it_stands() {
    for number in ["1e999", "-1e999", "1e-400", "-0", "-0.0", "-2.5", "4.001", "4.0000001", "1.50000001", "1e400000000"]
    {
        check(changed("2.5", number).as_bytes(), "practitioner.max_depth_mm", "millimetres from 0 to 4");
    }
    check(needled("1.0", "0").as_bytes(), "plan.components[0].zones[0].depth_mm", "millimetres above 0 to 4");
    check(needled("1.0", "0.0001").as_bytes(), "plan.components[0].zones[0].depth_mm", "three decimal places");
    check(changed("\"fitzpatrick\":2", "\"fitzpatrick\":2.0000001").as_bytes(), "client.fitzpatrick", "1 to 6");
    check(changed("\"fitzpatrick\":2", "\"fitzpatrick\":7").as_bytes(), "client.fitzpatrick", "1 to 6");
    check(with(r#""policy":{"days":{"w.peel_s":13}}"#).as_bytes(), "policy.days.w.peel_s", "from 14 to 28");
    check(with(r#""policy":{"min_age":15}"#).as_bytes(), "policy.min_age", "from 16 to 18");
    let digits = "9".repeat(1_000_000);
    check(changed("2.5", &digits).as_bytes(), "practitioner.max_depth_mm", "millimetres");
    check(changed("2.5", &format!("0.{digits}")).as_bytes(), "practitioner.max_depth_mm", "millimetres");
}

#[test]
fn a_day_that_does_not_exist_is_refused_where_it_stands() {
    let days = [
        "2026-02-29",
        "2026-13-01",
        "2026-00-10",
        "2026-04-31",
        "0000-01-01",
        "1899-12-31",
        "2200-01-01",
        "9999-12-31",
        "+2026-11-20",
        "2026-1-1",
        "20261120",
        "2026-11-20T00:00",
        " 2026-11-20",
        "2026-11-20 ",
        "２０２６-11-20",
        "today",
    ];
    for day in days {
        check(changed("2026-11-20", day).as_bytes(), "today", "a date YYYY-MM-DD that exists");
        check(changed("1992-03-14", day).as_bytes(), "client.born_on", "a date YYYY-MM-DD that exists");
    }
    check(changed("1992-03-14", "2026-11-21").as_bytes(), "client.born_on", "not after today");
    for at in ["2026-11-20", "2026-11-20T24:00", "2026-11-20T9:00", "2026-11-20T09:00:00", "2026-11-20T09:00Z"] {
        let planned = changed("\"plan\":{", &format!("\"plan\":{{\"session_ends_at\":\"{at}\","));
        check(planned.as_bytes(), "plan.session_ends_at", "YYYY-MM-DDTHH:MM");
    }
    let visit = changed("\"plan\":{", "\"plan\":{\"visit_on\":\"2026-11-19\",");
    check(visit.as_bytes(), "plan.visit_on", "from today on");
}

#[test]
fn an_id_nobody_knows_is_refused_where_it_stands() {
    check(changed("z.forehead", "z.nose").as_bytes(), "plan.components[0].zones[0].zone", "z.nose_tip");
    check(with(r#""answers":{"ci.nope":{"state":"no"}}"#).as_bytes(), "answers.ci.nope", "ci.nsaid");
    check(with(r#""policy":{"days":{"w.nope":3}}"#).as_bytes(), "policy.days.w.nope", "w.peel_s");
    check(with(r#""medicines":[{"name":"Ibuprofen"}]"#).as_bytes(), "medicines[0].name", "ibuprofen");
    check(with(r#""symptoms":[{"symptom":"ache","hours_after":1}]"#).as_bytes(), "symptoms[0].symptom", "swelling");
    check(needled("ind.texture", "ind.nope").as_bytes(), "plan.components[0].indication", "ind.texture");
    let measured =
        |unit: &str| with(&format!(r#""measures":[{{"kind":"hb","value":9,"unit":"{unit}","on":"2026-11-01"}}]"#));
    for unit in ["mmol/L", "G/DL", "g/dl", " g/dL", "%"] {
        check(measured(unit).as_bytes(), "measures[0].unit", "g/dL, g/L");
    }
    check(
        with(r#""answers":{"ci.allergy_ingredient":{"state":"yes","ingredients":["nut"]}}"#).as_bytes(),
        "answers.ci.allergy_ingredient.ingredients[0]",
        "hyaluronic_acid",
    );
}

#[test]
fn two_parts_of_one_name_are_refused() {
    let part = r#"{"id":"a","kind":"prp","zones":[{"zone":"z.forehead"}]}"#;
    check(changed(part, &format!("{part},{part}")).as_bytes(), "plan.components[1].id", "no other component");
    check(changed("\"id\":\"a\"", "\"id\":\" \"").as_bytes(), "plan.components[0].id", "not blank");
    check(changed("[{\"zone\":\"z.forehead\"}]", "[]").as_bytes(), "plan.components[0].zones", "at least one zone");
}

#[test]
fn a_needling_without_a_reason_is_refused_at_its_zone() {
    let at = "plan.components[0].zones[0].indication";
    check(needled("\"indication\":\"ind.texture\",", "").as_bytes(), at, "ind.texture");
}

#[test]
fn a_name_that_could_break_the_line_is_escaped_and_a_long_one_breaks_off() {
    let unknown = |name: &str| with(&format!("\"{name}\":1"));
    check(unknown(r"a\nb").as_bytes(), r"a\nb", "no such field");
    check(unknown(r"\u001b[2J").as_bytes(), r"\u{1b}[2J", "no such field");
    check(unknown(r"\u202eab").as_bytes(), r"\u{202e}ab", "no such field");
    check(unknown(r"\u0000").as_bytes(), r"\0", "no such field");
    check(unknown("").as_bytes(), "\"\"", "no such field");
    let long = "x".repeat(3_000_000);
    check(unknown(&long).as_bytes(), &format!("{}…", "x".repeat(60)), "no such field");
    check(unknown(r"\ud800").as_bytes(), "case", "an object");
}

#[test]
fn a_list_that_is_too_long_is_refused_as_a_list() {
    let many = |row: &str, n: usize| vec![row; n].join(",");
    let rows = [
        ("medicines", r#"{"name":"warfarin"}"#, 100),
        ("measures", r#"{"kind":"inr","value":2,"unit":"ratio","on":"2026-11-01"}"#, 500),
        ("symptoms", r#"{"symptom":"pus","hours_after":1}"#, 100),
        ("items", r#"{"text":"+A"}"#, 100),
    ];
    for (name, row, most) in rows {
        let list = |n| with(&format!("\"{name}\":[{}]", many(row, n)));
        assert_eq!(refusal(list(most).as_bytes()), "accepted", "{most} {name} are still read");
        check(list(most + 1).as_bytes(), name, &format!("at most {most}"));
        check(list(100_000).as_bytes(), name, &format!("at most {most}"));
    }
    let past = |n| changed("\"history\":[]", &format!("\"history\":[{}]", many(r#"{"kind":"toxin"}"#, n)));
    assert_eq!(refusal(past(500).as_bytes()), "accepted", "a life of treatments is read");
    check(past(501).as_bytes(), "history", "at most 500");
    let zones = changed("{\"zone\":\"z.forehead\"}", &many("{\"zone\":\"z.forehead\"}", 27));
    check(zones.as_bytes(), "plan.components[0].zones", "at most 26");
    let parts: Vec<String> =
        (0..21).map(|n| format!(r#"{{"id":"p{n}","kind":"toxin","zones":[{{"zone":"z.chin"}}]}}"#)).collect();
    let part = r#"{"id":"a","kind":"prp","zones":[{"zone":"z.forehead"}]}"#;
    check(changed(part, &parts.join(",")).as_bytes(), "plan.components", "at most 20");
}

#[test]
fn a_text_of_megabytes_is_refused_and_not_repeated() {
    let long = "A".repeat(3_000_000);
    check(changed("\"id\":\"a\"", &format!("\"id\":\"{long}\"")).as_bytes(), "plan.components[0].id", "at most 200");
    check(changed("female", &long).as_bytes(), "client.sex", "female");
    check(with(&format!(r#""items":[{{"text":"{long}"}}]"#)).as_bytes(), "items[0].text", "at most 4296");
    check(changed("z.forehead", &long).as_bytes(), "plan.components[0].zones[0].zone", "z.chin");
    check(changed("2026-11-20", &long).as_bytes(), "today", "a date");
}

#[test]
fn a_text_that_nests_without_end_is_refused_where_it_stands() {
    let deep = format!("{}{}", "[".repeat(1_000_000), "]".repeat(1_000_000));
    check(changed("\"female\"", &deep).as_bytes(), "client.sex", "female");
    check(changed("[]", &deep).as_bytes(), "history[0]", "an object");
    let objects = format!("{}1{}", "{\"plan\":".repeat(300_000), "}".repeat(300_000));
    check(objects.as_bytes(), "today", "a date");
}

#[test]
fn a_refusal_repeats_no_fact_of_the_client() {
    let secret = "Ada Lovelace";
    let bad = [changed("1992-03-14", secret), changed("female", secret), changed("\"no\"", &format!("\"{secret}\""))];
    for text in bad {
        assert!(!refusal(text.as_bytes()).contains(secret), "a wrong value is never written to a log");
    }
}
