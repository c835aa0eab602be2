//! How the contradictions of the sources were resolved, held to where a machine can see it.

use crate::protocol::Protocol;
use crate::verdict::Class;
use crate::vocabulary::Substance;
use crate::zones::ZoneId;

/// Every text a client can be given, by file.
const CLIENT_TEXTS: [(&str, &str); 3] = [
    ("consent.toml", include_str!("../../../content/texts/en-GB/consent.toml")),
    ("aftercare.toml", include_str!("../../../content/texts/en-GB/aftercare.toml")),
    ("names.toml", include_str!("../../../content/texts/en-GB/names.toml")),
];

/// Words of advertising that no resolution has to forbid by itself.
const NEVER_PROMISED: [&str; 2] = ["permanent", "guarantee"];

fn binds(id: &str) -> Vec<&'static str> {
    let rows = &Protocol::shipped().reference.contradictions;
    let row = rows.iter().find(|row| row.id.as_str() == id).unwrap();
    row.binds.iter().map(|id| id.as_str()).collect()
}

/// The classes a question speaks with, and whether it can end.
fn classes(question: &str) -> Vec<Class> {
    Protocol::shipped().questions[question].effects.iter().map(|effect| effect.class).collect()
}

#[test]
fn no_text_for_clients_promises_what_the_sources_do_not_carry() {
    let rows = &Protocol::shipped().reference.contradictions;
    let forbidden: Vec<&str> =
        rows.iter().flat_map(|row| &row.forbids).map(String::as_str).chain(NEVER_PROMISED).collect();
    assert!(forbidden.contains(&"eliminate") && forbidden.contains(&"painless"), "C02 and C03 forbid words");
    for (file, text) in CLIENT_TEXTS {
        let text = text.to_lowercase();
        for word in &forbidden {
            assert!(!text.contains(word), "{file} promises “{word}”");
        }
    }
}

#[test]
fn every_contradiction_is_listed_once_in_order() {
    let ids: Vec<&str> = Protocol::shipped().reference.contradictions.iter().map(|row| row.id.as_str()).collect();
    let expected: Vec<String> = (1..=15).map(|number| format!("C{number:02}")).collect();
    assert_eq!(ids, expected, "the fact base has fifteen");
}

#[test]
fn what_stands_on_a_seed_article_alone_is_told_with_its_resolution() {
    let protocol = Protocol::shipped();
    let is_seed = |key: &String| key.split_once('-').is_some_and(|(seed, _)| seed.starts_with('S'));
    let bound: Vec<&str> =
        protocol.reference.contradictions.iter().flat_map(|row| row.binds.iter().map(|id| id.as_str())).collect();
    // What is printed for a client: risks and holds, and the phases of the sheet.
    let risks = protocol.risks.iter().map(|row| (row.id.as_str(), &row.source));
    let holds = protocol.aftercare.holds.iter().map(|row| (row.id.as_str(), &row.source));
    let phases = protocol.aftercare.phases.iter().map(|row| (row.id.as_str(), &row.source));
    for (id, source) in risks.chain(holds).chain(phases) {
        assert!(!source.iter().all(is_seed) || bound.contains(&id), "{id} is told on a seed article's word");
    }
}

#[test]
fn a_keloid_is_never_needled_and_one_elsewhere_asks_for_a_signature() {
    assert_eq!(binds("C15"), ["ci.keloid_target", "ci.keloid_history"], "the rows that carry it");
    assert_eq!(classes("ci.keloid_target"), [Class::Block], "the lesion itself");
    assert!(classes("ci.keloid_history").contains(&Class::Signoff), "a keloid elsewhere");
    let blocked = &Protocol::shipped().questions["ci.keloid_history"].effects[0].only_zones;
    for zone in [ZoneId::Back, ZoneId::Decollete, ZoneId::Jawline] {
        assert!(blocked.contains(&zone), "{zone} scars into keloids and is blocked");
    }
}

#[test]
fn a_wrinkle_is_needled_at_one_and_a_half_millimetres_at_most() {
    let wrinkles = ["ind.fine_lines", "ind.wrinkles_crowsfeet", "ind.wrinkles_forehead", "ind.wrinkles_neck"];
    for id in wrinkles {
        let cap = Protocol::shipped().indications[id].cap.as_ref().map(|cap| (cap.rule.as_str(), cap.max_um));
        assert_eq!(cap, Some(("cap.wrinkle", 1500)), "{id}: seed, study and device label agree");
    }
}

#[test]
fn acne_scars_are_graded_by_their_shape() {
    let evidence = |id: &str| Protocol::shipped().indications[id].evidence.as_str();
    assert_eq!(binds("C01"), ["ind.acne_rolling", "ind.acne_boxcar", "ind.acne_icepick"], "three shapes, three rows");
    assert_eq!((evidence("ind.acne_rolling"), evidence("ind.acne_icepick")), ("B", "D"), "good, and poor");
    assert!(Protocol::shipped().indications["ind.acne_icepick"].informs, "whoever plans it is told");
}

#[test]
fn melasma_and_dark_marks_are_kept_shallow_and_named_as_a_risk() {
    for id in ["ind.melasma", "ind.hyperpig"] {
        let cap = Protocol::shipped().indications[id].cap.as_ref().map(|cap| cap.max_um);
        assert_eq!(cap, Some(1000), "{id}: deeper needling makes marks");
    }
    assert!(Protocol::shipped().risks.iter().any(|risk| risk.id.as_str() == "rk.pih"), "marks are a risk too");
}

#[test]
fn open_channels_take_no_vitamin_c() {
    let gate = &Protocol::shipped().gate;
    assert_eq!((gate.rule.as_str(), gate.class), ("ser.gate", Class::Block), "the gate blocks");
    assert!(gate.never_on_channels.contains(&Substance::VitaminC), "granulomas came from it");
}

#[test]
fn a_superficial_peel_and_needling_lie_three_weeks_apart() {
    assert_eq!(Protocol::shipped().waits["w.peel_s"].days, 21, "the pattern of the trial");
    let order = Protocol::shipped().reference.orders.iter().find(|row| row.id.as_str() == "pr.mn_peel_seq").unwrap();
    assert_eq!(order.week_of_step, [0, 3, 6, 9, 12, 15], "in turn, three weeks apart");
}

#[test]
fn visible_capillaries_are_told_to_have_no_trial_behind_them() {
    let row = &Protocol::shipped().indications["ind.telangiectasia"];
    assert!(row.informs && row.evidence == "D", "said before it is planned");
}

#[test]
fn a_young_surgical_scar_waits_and_an_early_one_is_signed_for() {
    let protocol = Protocol::shipped();
    let rows = protocol.past.iter().filter(|row| row.indications.iter().any(|id| id.as_str() == "ind.scar_surgical"));
    let steps: Vec<(u32, Option<u32>, Class)> = rows.map(|row| (row.from_day, row.days, row.class)).collect();
    assert_eq!(steps, [(0, Some(42), Class::Defer), (42, Some(180), Class::Signoff)], "six weeks, then a signature");
}
