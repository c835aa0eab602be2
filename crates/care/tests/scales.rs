//! Scores by the vectors of the fact base and at the edges, through the door the product uses.

use std::collections::BTreeMap;
use std::path::Path;

use care::ids::ScaleItemId;
use care::scales::{Scale, ScaleError, ScaleForm, ScaleItem, Scales, Score};

#[expect(clippy::panic, reason = "a scale of this file that is not there is a mistake in the test itself")]
fn scale(id: &str) -> &'static Scale {
    Scales::shipped().find(&id.into()).unwrap_or_else(|refusal| panic!("{refusal}"))
}

fn try_score(id: &str, answers: &[(&str, i64)]) -> Result<Score, ScaleError> {
    let answers: BTreeMap<ScaleItemId, i64> = answers.iter().map(|(item, value)| ((*item).into(), *value)).collect();
    scale(id).score(&answers)
}

/// The score, or the refusal.
fn said(result: Result<Score, ScaleError>) -> String {
    result.map_or_else(|refusal| refusal.to_string(), |score| score.value.to_string())
}

/// The score of these answers, every other item at nought.
fn score(id: &str, answers: &[(&str, i64)]) -> String {
    let items = scale(id).items();
    let mut all: Vec<(&str, i64)> = items.iter().map(|item| (item.id.as_str(), 0)).collect();
    all.extend(answers);
    said(try_score(id, &all))
}

/// Every item of the scale at one end of its range.
fn all_at(id: &str, end: impl Fn(&ScaleItem) -> u32) -> String {
    let items = scale(id).items();
    let answers: Vec<(&str, i64)> = items.iter().map(|item| (item.id.as_str(), i64::from(end(item)))).collect();
    said(try_score(id, &answers))
}

/// What a score is called; "-" where it has no name.
fn class(result: Result<Score, ScaleError>) -> String {
    let name = |score: Score| score.class.map_or_else(|| "-".to_owned(), |class| class.to_string());
    result.map_or_else(|refusal| refusal.to_string(), name)
}

/// The class of a scale that is one number.
fn class_of(id: &str, value: i64) -> String {
    class(try_score(id, &[("score", value)]))
}

#[test]
fn melasma_of_the_fact_base_scores_five_point_eight() {
    let answers = [
        ("forehead_area", 2),
        ("forehead_darkness", 2),
        ("left_malar_area", 3),
        ("left_malar_darkness", 3),
        ("right_malar_area", 2),
        ("right_malar_darkness", 3),
        ("chin_area", 1),
        ("chin_darkness", 1),
    ];
    assert_eq!(score("sc.mmasi", &answers), "5.8", "1.2 + 2.7 + 1.8 + 0.1, exactly");
}

#[test]
fn the_worst_melasma_is_forty_eight_and_twenty_four() {
    assert_eq!(all_at("sc.masi", |item| item.range.to), "48", "MASI at its most");
    assert_eq!(all_at("sc.mmasi", |item| item.range.to), "24", "mMASI at its most");
}

#[test]
fn darkness_and_homogeneity_are_added_before_the_area_counts() {
    let answers = [("forehead_area", 2), ("forehead_darkness", 1), ("forehead_homogeneity", 3)];
    assert_eq!(score("sc.masi", &answers), "2.4", "0.3 x 2 x (1 + 3)");
    assert_eq!(score("sc.masi", &[("chin_darkness", 4)]), "0", "no area, no melasma");
}

#[test]
fn acne_scars_of_the_fact_base_score_a_hundred_and_twenty_five() {
    assert_eq!(score("sc.ecca", &[("v", 2), ("u", 1), ("m", 3)]), "125", "2 x 15 + 20 + 3 x 25");
    assert_eq!(all_at("sc.ecca", |item| item.range.to), "540", "ECCA at its most");
}

#[test]
fn lesions_are_counted_in_bands() {
    assert_eq!(score("sc.gb_quant", &[("mild_dish", 12), ("deep_broad", 6)]), "5", "1 x 2 + 3 x 1");
    for (n_lesions, points) in [(0, "0"), (1, "2"), (10, "2"), (11, "4"), (20, "4"), (21, "6"), (999, "6")] {
        assert_eq!(score("sc.gb_quant", &[("papular", n_lesions)]), points, "{n_lesions} papular scars");
    }
    assert_eq!(all_at("sc.gb_quant", |item| item.range.to), "84", "the published most");
}

#[test]
fn keloid_is_counted_by_its_area() {
    for (mm2, points) in [(0, "0"), (1, "6"), (499, "6"), (500, "12"), (2000, "12"), (2001, "18")] {
        assert_eq!(score("sc.gb_quant", &[("keloid_mm2", mm2)]), points, "{mm2} mm2 against limits of 5 and 20 cm2");
    }
}

#[test]
fn twenty_five_is_still_phototype_three() {
    let by_total = |total: i64| {
        let items = scale("sc.fitz").items();
        let befores = (0..).step_by(4);
        let answers: Vec<(&str, i64)> =
            items.iter().zip(befores).map(|(item, before)| (item.id.as_str(), (total - before).clamp(0, 4))).collect();
        assert_eq!(said(try_score("sc.fitz", &answers)), total.to_string(), "the ten answers add up");
        class(try_score("sc.fitz", &answers))
    };
    let edges = [(0, "I"), (7, "I"), (8, "II"), (16, "II"), (17, "III"), (25, "III"), (26, "IV"), (30, "IV")];
    for (total, phototype) in edges.into_iter().chain([(31, "V-VI"), (40, "V-VI")]) {
        assert_eq!(by_total(total), phototype, "a total of {total}");
    }
}

#[test]
fn wrinkles_have_three_classes() {
    for (value, name) in [(1, "I"), (3, "I"), (4, "II"), (6, "II"), (7, "III"), (9, "III")] {
        assert_eq!(class_of("sc.fws", value), name, "a wrinkle score of {value}");
    }
}

#[test]
fn a_grade_says_what_it_stands_for() {
    assert_eq!(class_of("sc.gais", 1), "very_much_improved", "one is the best");
    assert_eq!(class_of("sc.gais", 5), "worse", "five is the worst");
    assert_eq!(class_of("sc.gb_qual", 3), "moderate", "the third grade");
    assert_eq!(class_of("sc.glogau", 4), "IV", "only wrinkles");
    assert_eq!(class_of("sc.lemperle", 5), "-", "a depth has no name");
}

#[test]
fn scars_reach_the_ends_of_their_published_ranges() {
    assert_eq!(all_at("sc.vss", |item| item.range.to), "13", "Vancouver at its most");
    assert_eq!(all_at("sc.mss", |item| item.range.from), "5", "Manchester at its least");
    assert_eq!(all_at("sc.mss", |item| item.range.to), "28", "Manchester at its most");
}

#[test]
fn a_recommendation_is_asked_and_does_not_count() {
    assert_eq!(score("sc.sat", &[("satisfaction", 8), ("would_recommend", 1)]), "8", "eight of ten");
    assert_eq!(score("sc.sat", &[("satisfaction", 8), ("would_recommend", 0)]), "8", "eight of ten");
}

#[test]
fn of_two_readings_one_is_given_and_names_its_own_range() {
    let score = try_score("sc.vas", &[("vas_mm", 64)]).unwrap();
    assert_eq!(score.item, Some("vas_mm".into()), "read off the line");
    assert_eq!((score.value.to_string().as_str(), score.range.to), ("64", 100), "64 of 100 mm");
    let refused = "sc.vas: exactly one of nrs (0 to 10), vas_mm (0 to 100)";
    assert_eq!(said(try_score("sc.vas", &[])), refused, "none is no score");
    assert_eq!(said(try_score("sc.vas", &[("nrs", 6), ("vas_mm", 64)])), refused, "two are two scores");
}

#[test]
fn a_form_that_is_not_ours_gives_its_total_only() {
    for (id, n_items) in [("sc.posas2", 2), ("sc.dlqi", 1), ("sc.faceq", 1)] {
        assert_eq!(scale(id).form(), ScaleForm::External, "{id} may not be shown without permission");
        assert_eq!(scale(id).items().len(), n_items, "{id} gives totals, none of its questions");
    }
    let score = try_score("sc.posas2", &[("observer", 60)]).unwrap();
    assert_eq!(score.range.to_string(), "6 to 60", "six items of 1 to 10");
    let missing = said(try_score("sc.dlqi", &[]));
    assert_eq!(missing, "score: missing, a whole number from 0 to 30", "an empty field is not nought");
}

#[test]
fn a_scale_nobody_has_checked_gives_no_score() {
    assert_eq!(scale("sc.mds").form(), ScaleForm::Named, "it has no range");
    let refused = said(try_score("sc.mds", &[]));
    assert_eq!(refused, "sc.mds: known by name only, it cannot be scored", "no number is made up");
}

#[test]
fn an_unanswered_item_is_never_nought() {
    let refused = try_score("sc.ecca", &[("v", 2), ("u", 1), ("m", 3), ("elastolysis", 0), ("hypertrophic", 0)]);
    assert_eq!(said(refused), "keloid: missing, a whole number from 0 to 3", "the missing one is named");
}

#[test]
fn an_answer_outside_its_range_is_refused_with_the_range() {
    let with = |pliability| {
        said(try_score("sc.vss", &[("pigmentation", 0), ("vascularity", 0), ("pliability", pliability), ("height", 0)]))
    };
    for outside in [-1, 6, i64::MIN, i64::MAX] {
        assert_eq!(with(outside), "pliability: a whole number from 0 to 5", "what was typed is not repeated");
    }
}

#[test]
fn an_item_of_another_scale_is_refused() {
    let refused = said(try_score("sc.glogau", &[("score", 2), ("satisfaction", 8)]));
    assert_eq!(refused, "sc.glogau: only score (1 to 4)", "an answer that counts nowhere would be lost");
}

#[test]
fn an_unknown_scale_is_answered_with_those_there_are() {
    let refused = Scales::shipped().find(&"sc.beauty".into()).unwrap_err().to_string();
    assert!(refused.starts_with("scale: one of sc.gais, sc.gb_qual, "), "the choices are named: {refused}");
    assert!(!refused.contains("beauty"), "what was typed is not repeated: {refused}");
}

#[test]
fn every_score_names_its_source_and_status() {
    let score = try_score("sc.fws", &[("score", 4)]).unwrap();
    assert_eq!(score.basis.sources(), "SPNECK, GK", "where the classes come from");
    assert_eq!(score.basis.status, "G", "nobody has verified them yet");
}

#[test]
fn every_scale_of_the_fact_base_is_there() -> anyhow::Result<()> {
    let facts = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/clinical/facts.md");
    let Ok(facts) = std::fs::read_to_string(facts) else {
        eprintln!("skipped: no fact base beside the repository");
        return Ok(());
    };
    let rows = facts.lines().filter_map(|line| line.strip_prefix("| sc.")).filter_map(|row| row.split_once(" |"));
    let wanted: Vec<String> = rows.map(|(name, _)| format!("sc.{name}")).collect();
    let shipped: Vec<&str> = Scales::shipped().all().iter().map(|scale| scale.id.as_str()).collect();
    assert!(wanted.len() > 10, "the rows are found at all: {wanted:?}");
    assert_eq!(shipped, wanted, "the fact base and the product know the same scales");
    Ok(())
}
