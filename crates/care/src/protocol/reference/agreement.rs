//! What the compatibility table tells a clinician is what verdicts do.
//!
//! The table informs, the engine's own tables judge. Every difference between them was decided by the contract of
//! the verdict and is named here; any other is an error.

use crate::ids::{QuestionId, WaitId};
use crate::protocol::{CompatibilityRow, Gap, Meeting, OnlyIf, PairRow, PastRow, Protocol, SameDay};
use crate::verdict::Class;
use crate::vocabulary::{FillerMaterial, PastKind, PeelAgent, PeelClass, Target};

/// Where a verdict waits other days than the table: the pair, the direction, days of the verdict.
const DECIDED: [(&str, Way, u32); 4] = [
    // The waits of superficial peels hold for very superficial ones too, the longer.
    ("cb.mn_peel_vs", Way::AfterFirst, 21),
    ("cb.mn_peel_vs", Way::AfterSecond, 21),
    // A past peel is known by its class, and this one is superficial.
    ("cb.mn_tca_prx", Way::AfterSecond, 21),
    // Every filler after needling takes the clinic's wait for fillers.
    ("cb.mn_biostim", Way::AfterFirst, 14),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    AfterFirst,
    AfterSecond,
}

fn pairs() -> impl Iterator<Item = &'static CompatibilityRow> {
    Protocol::shipped().reference.pairs.iter()
}

/// The part of a pair as a past procedure.
fn past_of(word: &str) -> Option<(PastKind, Option<PeelClass>, Option<FillerMaterial>)> {
    Some(match word {
        "mn" => (PastKind::Mn, None, None),
        "rf" => (PastKind::Rf, None, None),
        "prp" => (PastKind::Prp, None, None),
        "peel.vs" => (PastKind::Peel, Some(PeelClass::VerySuperficial), None),
        "peel.s" | "tca_prx" => (PastKind::Peel, Some(PeelClass::Superficial), None),
        "peel.m" => (PastKind::Peel, Some(PeelClass::Medium), None),
        "toxin" => (PastKind::Toxin, None, None),
        "filler.ha" => (PastKind::Filler, None, Some(FillerMaterial::Ha)),
        "filler.biostim" => (PastKind::Filler, None, Some(FillerMaterial::Biostim)),
        "laser.na" => (PastKind::LaserNa, None, None),
        "laser.ab" => (PastKind::LaserAb, None, None),
        _ => return None,
    })
}

/// Whether a row of history is about the part of a pair as it is planned.
fn is_planned(row: &PastRow, word: &str) -> bool {
    let peel = |target, class, agent: Option<PeelAgent>| {
        let is_class = row.peel_classes.is_empty() || row.peel_classes.contains(&class);
        let is_agent = row.peel_agents.is_empty() || agent.is_some_and(|agent| row.peel_agents.contains(&agent));
        let is_left_out = agent.is_some_and(|agent| row.except_agents.contains(&agent));
        row.planned.contains(&target) && is_class && is_agent && !is_left_out
    };
    match word {
        "mn" => row.planned.contains(&Target::Mn) && row.indications.is_empty(),
        "rf" => row.planned.contains(&Target::Rf),
        "prp" => row.planned.contains(&Target::Prp),
        "peel.vs" => peel(Target::Ps, PeelClass::VerySuperficial, None),
        "peel.s" => peel(Target::Ps, PeelClass::Superficial, None),
        "peel.m" => peel(Target::Pm, PeelClass::Medium, None),
        "tca_prx" => peel(Target::Ps, PeelClass::Superficial, Some(PeelAgent::TcaPrx)),
        "toxin" => row.planned.contains(&Target::Toxin),
        "filler.ha" | "filler.biostim" => row.planned.contains(&Target::Filler),
        "laser.na" => row.planned.contains(&Target::Laser) && row.ablative != Some(true),
        "laser.ab" => row.planned.contains(&Target::Laser) && row.ablative != Some(false),
        _ => false,
    }
}

/// Days a verdict waits from one part to the other; nothing where history knows neither as a procedure.
fn judged_days(from: &str, to: &str) -> Option<u32> {
    let protocol = Protocol::shipped();
    let (kind, class, material) = past_of(from)?;
    let rows = protocol.past.iter().filter(|row| {
        row.past.contains(&kind)
            && (row.past_classes.is_empty() || class.is_some_and(|class| row.past_classes.contains(&class)))
            && (row.past_materials.is_empty() || material.is_some_and(|it| row.past_materials.contains(&it)))
            && row.rule.as_str() != "ci.mn_recent"
            && is_planned(row, to)
    });
    let days = |row: &PastRow| {
        let wait = row.wait.as_ref().and_then(|id| protocol.waits.get(id)).map(|wait| wait.days);
        wait.or(row.days).unwrap_or_default()
    };
    rows.map(days).max()
}

#[test]
fn verdicts_wait_the_days_of_the_table() {
    let mut n_compared = 0;
    for row in pairs() {
        let first = if row.first == "mn_prp" { "prp" } else { row.first.as_str() };
        let second = row.second.as_str();
        for (way, gap, from, to) in
            [(Way::AfterFirst, &row.after_first, first, second), (Way::AfterSecond, &row.after_second, second, first)]
        {
            let (Some(gap), Some(judged)) = (gap, judged_days(from, to)) else { continue };
            let decided = DECIDED.iter().find(|(id, other, _)| *id == row.id.as_str() && *other == way);
            let expected = decided.map_or(gap.days, |(_, _, days)| *days);
            assert_eq!(judged, expected, "{} {way:?}: the table says {} days", row.id, gap.days);
            n_compared += 1;
        }
    }
    // Ten pairs of needling with a procedure, plasma with a peel, and all three: each in both directions.
    assert_eq!(n_compared, 24, "a pair that is not compared may say anything");
}

#[test]
fn every_difference_that_was_decided_is_still_one() {
    for (id, way, days) in DECIDED {
        let row = pairs().find(|row| row.id.as_str() == id).unwrap();
        let gap = match way {
            Way::AfterFirst => &row.after_first,
            Way::AfterSecond => &row.after_second,
        };
        assert_ne!(gap.as_ref().map(|gap| gap.days), Some(days), "{id} agrees again: take it off the list");
        assert!(!row.note.is_empty(), "{id}: a clinician who reads the table is told that verdicts differ");
    }
}

#[test]
fn a_wait_beside_the_days_is_the_one_with_those_days() {
    let waits = &Protocol::shipped().waits;
    let days = |id: &WaitId| waits.get(id).map(|row| row.days);
    for row in pairs() {
        let gaps = [(Way::AfterFirst, &row.after_first), (Way::AfterSecond, &row.after_second)];
        for (way, gap) in gaps {
            let Some(Gap { days: told, wait: Some(wait) }) = gap else { continue };
            let is_decided = DECIDED.iter().any(|(id, other, _)| *id == row.id.as_str() && *other == way);
            assert!(is_decided || days(wait) == Some(*told), "{}: {wait} is not {told} days", row.id);
        }
    }
}

/// The rows of combinations for a pair, without those that only an answer, a phototype or a country brings about.
fn spoken(row: &CompatibilityRow) -> Vec<&'static PairRow> {
    let plain = |pair: &&PairRow| {
        pair.rule == row.id && pair.any_yes.is_empty() && pair.phototype.is_empty() && pair.jurisdiction.is_empty()
    };
    Protocol::shipped().pairs.iter().filter(plain).collect()
}

#[test]
fn one_day_is_answered_as_verdicts_answer_it() {
    for row in pairs() {
        let spoken = spoken(row);
        let says = |class| spoken.iter().any(|pair| pair.class == class);
        let agrees = match row.same {
            SameDay::Yes => spoken.is_empty(),
            SameDay::Modify => says(Class::Modify) && !says(Class::Block),
            SameDay::Signoff => says(Class::Signoff),
            SameDay::No => !says(Class::Signoff) && !says(Class::Modify),
        };
        assert!(agrees, "{}: the table says {:?}", row.id, row.same);
        let fits = match row.only {
            None => true,
            Some(OnlyIf::PeelFirst) => spoken.iter().any(|pair| pair.order.is_some() && pair.class == Class::Signoff),
            Some(OnlyIf::WrittenProtocol) => spoken.iter().all(|pair| pair.protocol == (pair.class == Class::Signoff)),
            Some(OnlyIf::LawfulOrigin) => {
                let blocked = |pair: &PairRow| pair.rule == row.id && !pair.origins.is_empty();
                Protocol::shipped().pairs.iter().any(|pair| blocked(pair) && pair.class == Class::Block)
            }
            Some(OnlyIf::Apart) => {
                spoken.iter().all(|pair| (pair.zones == Meeting::Apart) == (pair.class == Class::Signoff))
            }
        };
        assert!(fits, "{}: the condition {:?} is not the one of a verdict", row.id, row.only);
    }
}

#[test]
fn every_pair_a_verdict_speaks_about_is_in_the_table() {
    let protocol = Protocol::shipped();
    let rules = protocol.pairs.iter().map(|row| &row.rule).chain(protocol.triples.iter().map(|row| &row.rule));
    for rule in rules.filter(|rule| rule.as_str().starts_with("cb.")) {
        assert!(pairs().any(|row| row.id == *rule), "{rule} would surprise whoever read the table");
    }
}

#[test]
fn a_combination_caps_as_the_table_says() {
    let protocol = Protocol::shipped();
    for row in pairs() {
        let capped = protocol.caps.iter().filter(|cap| cap.rule == row.id).filter_map(|cap| cap.max_um);
        let in_pairs = protocol.pairs.iter().filter(|pair| pair.rule == row.id).filter_map(|pair| pair.cap_um);
        let judged: Vec<u32> = in_pairs.chain(capped).collect();
        match row.cap_um {
            // Minoxidil is never on needled skin, so its cap has nothing to bind; the scalp stops there too.
            Some(1500) if row.id.as_str() == "cb.mn_minox" => {
                assert_eq!(protocol.zones[&crate::zones::ZoneId::Scalp].max_um, 1500, "the scalp's own limit");
            }
            Some(cap_um) => {
                assert!(!judged.is_empty() && judged.iter().all(|um| *um == cap_um), "{}: {judged:?}", row.id);
            }
            None => assert!(judged.is_empty(), "{}: a cap the table does not tell: {judged:?}", row.id),
        }
    }
}

#[test]
fn the_risks_a_pair_adds_are_named_to_whoever_has_it() {
    let risks = &Protocol::shipped().risks;
    let targets = |word: &str| -> &[Target] {
        match word {
            "mn" | "rf" => &[Target::Mn, Target::Rf],
            "prp" => &[Target::Prp],
            "peel.vs" | "peel.s" | "tca_prx" => &[Target::Ps],
            "peel.m" => &[Target::Pm],
            "ta" => &[Target::Ta],
            "hyaluronic_acid" | "growth_factor" | "tranexamic_acid" | "exosomes" => &[Target::Serum],
            _ => &[],
        }
    };
    for row in pairs() {
        for id in &row.risks {
            let on = &risks.iter().find(|risk| risk.id == *id).unwrap().on;
            let parts = targets(&row.first).iter().chain(targets(&row.second));
            let is_named = parts.into_iter().any(|part| on.contains(part));
            assert!(is_named, "{}: no consent of this pair would name {id}", row.id);
        }
    }
}

#[test]
fn what_a_pair_asks_is_a_question_or_a_rule_that_speaks() {
    let protocol = Protocol::shipped();
    for (row, id) in pairs().flat_map(|row| row.asks.iter().map(move |id| (row, id))) {
        let is_question = protocol.questions.contains_key(&QuestionId::from(id.as_str()));
        assert!(is_question || protocol.basis.contains_key(id), "{}: nobody is ever asked {id}", row.id);
    }
}
