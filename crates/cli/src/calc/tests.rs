use clap::Parser as _;
use serde_json::{Value, json};

use crate::arguments::Arguments;
use crate::failure::{CliFailure, Exit};

/// What `needlepoint-cli calc …` answers.
fn answer(line: &str) -> Result<Value, CliFailure> {
    let words = ["needlepoint-cli", "calc"].into_iter().chain(line.split_whitespace());
    let arguments = Arguments::try_parse_from(words).unwrap();
    let crate::Answer::Text(text) = crate::answer(arguments)? else { panic!("calc prints a document") };
    Ok(serde_json::from_str(&text).unwrap())
}

#[track_caller]
fn check(line: &str, key: &str, expected: &Value) {
    let said = answer(line).unwrap();
    assert_eq!(said.pointer(key), Some(expected), "calc {line}: {said}");
}

#[track_caller]
fn refuses(line: &str, words: &str) {
    let failure = CliFailure::new(Exit::WrongInput, words);
    assert_eq!(answer(line), Err(failure), "calc {line} says what is allowed");
}

/// Whether the arguments are already refused by their shape.
fn is_refused(line: &str) -> bool {
    let words = ["needlepoint-cli", "calc"].into_iter().chain(line.split_whitespace());
    Arguments::try_parse_from(words).is_err()
}

#[test]
fn a_spin_has_its_force_and_a_force_its_turns() {
    check("rcf --radius-cm 16 --rpm 1500", "/rcf_g", &json!(402.5));
    check("rpm --radius-cm 16 --rcf-g 400", "/rpm", &json!(1495));
}

#[test]
fn a_result_names_its_formula_with_unit_source_and_status() {
    let formula = json!({ "gives": "rcf_g", "id": "f.rcf", "unit": "x g", "source": "GK", "status": "G" });
    check("rcf --radius-cm 16 --rpm 1500", "/formulas/0", &formula);
}

#[test]
fn a_plasma_has_its_three_numbers() {
    let all = "prp --prp-platelets 960 --prp-ml 4 --blood-platelets 240 --blood-ml 20";
    check(all, "/fold", &json!(4.0));
    check(all, "/recovery", &json!(0.8));
    check(all, "/platelets_e9", &json!(3.84));
}

#[test]
fn a_number_that_lacks_a_part_is_null() {
    let counts = "prp --prp-platelets 960 --blood-platelets 240";
    check(counts, "/fold", &json!(4.0));
    check(counts, "/recovery", &Value::Null);
    check(counts, "/platelets_e9", &Value::Null);
    assert!(is_refused("prp"), "with nothing given there is nothing to work out");
}

#[test]
fn a_cream_is_known_by_its_product_or_by_its_agents() {
    let by_agents = "anaesthetic --grams 30 --cm2 400 --weight-kg 70 --agent lidocaine=2.5 --agent prilocaine=2.5";
    for line in ["anaesthetic --grams 30 --cm2 400 --weight-kg 70 --product lidoprilo", by_agents] {
        let dose = |agent: &str| json!({ "agent": agent, "percent": 2.5, "mg": 750.0, "mg_per_kg": 10.71 });
        check(line, "/agents", &json!([dose("lidocaine"), dose("prilocaine")]));
        check(line, "/g_per_cm2", &json!(0.075));
    }
    check("anaesthetic --grams 30 --cm2 400 --product lidoprilo", "/product/source", &json!("EMLAUK"));
    check("anaesthetic --grams 30 --cm2 400 --product lidoprilo", "/agents/0/mg_per_kg", &Value::Null);
    assert!(is_refused("anaesthetic --grams 30 --cm2 400"), "without a strength there are no milligrams");
    let both = "anaesthetic --grams 30 --cm2 400 --product lmx --agent lidocaine=4";
    assert!(is_refused(both), "a cream has one strength");
}

#[test]
fn a_score_comes_with_range_class_and_source() {
    let ecca = "scale ecca v=2 u=1 m=3 elastolysis=0 hypertrophic=0 keloid=0";
    check(ecca, "/score", &json!(125));
    check(ecca, "/range", &json!([0, 540]));
    check(ecca, "/source", &json!("ECCA06, GK"));
    check("scale sc.fws score=4", "/class", &json!("II"));
    let melasma = "scale mmasi forehead_area=2 forehead_darkness=2 left_malar_area=3 left_malar_darkness=3 \
                   right_malar_area=2 right_malar_darkness=3 chin_area=1 chin_darkness=1";
    check(melasma, "/score", &json!(5.8));
}

#[test]
fn a_scale_without_answers_says_what_it_asks_for() {
    for name in ["ecca", "sc.ecca"] {
        check(&format!("scale {name}"), "/items/0", &json!({ "id": "v", "range": [0, 3] }));
        check(&format!("scale {name}"), "/takes", &json!("every item"));
    }
    check("scale vas", "/takes", &json!("one item"));
    check("scale dlqi", "/form", &json!("external"));
    check("scale mds", "/items", &json!([]));
}

#[test]
fn a_wrong_number_is_answered_with_what_is_allowed() {
    for typed in ["0", "-16", "16cm", "1e3", "1000.1", ""] {
        let line = format!("rcf --rpm 1500 --radius-cm={typed}");
        refuses(&line, "--radius-cm: a number above 0, at most 1000");
    }
    refuses("rpm --radius-cm 16 --rcf-g 0", "--rcf-g: a number above 0, at most 1000000000");
    refuses("prp --blood-platelets -240", "--blood-platelets: a number above 0, at most 1000000000");
    let cream = "anaesthetic --grams 30 --cm2 400";
    refuses(&format!("{cream} --agent lidocaine=101"), "--agent lidocaine: a number above 0, at most 100");
    refuses(&format!("{cream} --agent lidocaine"), "--agent lidocaine: a number above 0, at most 100");
    refuses(&format!("{cream} --agent lidocaine=4 --agent lidocaine=4"), "--agent lidocaine: once");
}

#[test]
fn an_unknown_word_is_answered_with_the_known_ones() {
    let cream = "anaesthetic --grams 30 --cm2 400";
    let products = "--product: one of lidoprilo, pliaglis, lmx, tetra4";
    refuses(&format!("{cream} --product other"), products);
    refuses(&format!("{cream} --product butter"), products);
    let agents = "--agent: AGENT=PERCENT with one of benzocaine, lidocaine, prilocaine, tetracaine";
    refuses(&format!("{cream} --agent butter=4"), agents);
    refuses("scale glogau grade=2", "sc.glogau: only score (1 to 4)");
    let unknown = answer("scale beauty").unwrap_err();
    assert_eq!(unknown.exit, Exit::WrongInput, "a mistyped name is wrong input");
    assert!(unknown.words.starts_with("scale: one of sc.gais, "), "the names there are: {}", unknown.words);
}

#[test]
fn a_wrong_answer_on_a_scale_is_answered_with_its_range() {
    for typed in ["score=0", "score=5", "score=2.5", "score=two", "score"] {
        refuses(&format!("scale glogau {typed}"), "score: a whole number from 1 to 4");
    }
    refuses("scale glogau score=2 score=3", "score: once, a whole number from 1 to 4");
    refuses("scale vss pigmentation=2", "vascularity: missing, a whole number from 0 to 3");
}
