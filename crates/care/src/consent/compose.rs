//! Composing the clauses of one plan.

use std::collections::BTreeSet;

use super::{Agreed, Block, Clause, ConsentPart, ConsentPlan, ConsentText, Initials, Paragraph};
use crate::protocol::{Frequency, Protocol};
use crate::texts::{TextMissing, Texts, capitalised, fill, texts};
use crate::vocabulary::{ComponentKind, Target};

/// One consent for exactly this plan, in the client's language.
///
/// Risks that several parts share stand there once; a clause is there only when its part is in the plan.
///
/// # Errors
/// [`TextMissing`] when any text the plan needs is not there in that language.
pub fn compose(protocol: &Protocol, plan: &ConsentPlan, language: &str) -> Result<ConsentText, TextMissing> {
    let texts = texts(language)?;
    let mut clauses = vec![first(texts, plan)?];
    for part in &plan.parts {
        clauses.push(procedure(texts, part)?);
    }
    clauses.extend(series(texts, plan)?);
    clauses.extend(expected(texts, plan)?);
    clauses.extend(risks(texts, protocol, plan)?);
    clauses.push(plain(texts, Block::Alternatives, "alternatives.core")?);
    clauses.push(plain(texts, Block::Result, "result.core")?);
    if plan.n_sessions.is_some_and(|n_sessions| n_sessions > 1) {
        clauses.push(plain(texts, Block::Result, "result.series")?);
    }
    clauses.push(plain(texts, Block::Aftercare, "aftercare.core")?);
    clauses.push(plain(texts, Block::Freedom, "freedom.core")?);
    number(&mut clauses);
    let mut photo = Vec::new();
    for id in ["photo.record", "photo.teaching", "photo.publication"] {
        photo.push(plain(texts, Block::Photos, id)?);
    }
    number(&mut photo);
    Ok(ConsentText {
        version: texts.consent()?.version.clone(),
        language: texts.language.to_owned(),
        material_version: texts.consent()?.material.clone(),
        risks: plan.risks.iter().cloned().collect::<BTreeSet<_>>().into_iter().collect(),
        title: if plan.adds_to.is_some() { &texts.consent()?.supplement_title } else { &texts.consent()?.title }
            .clone(),
        clauses,
        photo,
        intent: texts.consent()?.intent.clone(),
        electronic: texts.consent()?.electronic.clone(),
    })
}

/// Version of the meaning of the texts of a language today.
///
/// # Errors
/// [`TextMissing`] when the language has no texts.
pub fn material_version(language: &str) -> Result<&'static str, TextMissing> {
    Ok(&texts(language)?.consent()?.material)
}

/// Why the client wants it; or, where something is added to an earlier consent, that this is about the addition only.
fn first(texts: &Texts, plan: &ConsentPlan) -> Result<Clause, TextMissing> {
    match plan.adds_to {
        Some(day) => clause(texts, Block::Wish, "supplement.core", &[("day", &texts.short_date(day)?)]),
        None => wish(texts, plan),
    }
}

/// A clause with its names filled in.
fn clause(texts: &Texts, block: Block, id: &str, values: &[(&str, &str)]) -> Result<Clause, TextMissing> {
    let text = texts.clause(id)?;
    let words = text.words.iter().map(|words| Paragraph::Words(fill(words, values)));
    let points = text.points.iter().map(|point| Paragraph::Point(fill(point, values)));
    Ok(Clause {
        id: id.to_owned(),
        block,
        number: String::new(),
        heading: text.heading.clone(),
        paragraphs: words.chain(points).collect(),
        initials: if text.initials { Initials::Required } else { Initials::NotRequired },
    })
}

fn plain(texts: &Texts, block: Block, id: &str) -> Result<Clause, TextMissing> {
    clause(texts, block, id, &[])
}

fn wish(texts: &Texts, plan: &ConsentPlan) -> Result<Clause, TextMissing> {
    match plan.hoped_for.trim() {
        "" => plain(texts, Block::Wish, "wish.blank"),
        hoped_for => clause(texts, Block::Wish, "wish.told", &[("hoped_for", hoped_for)]),
    }
}

/// What is done in one part, where and with what.
fn procedure(texts: &Texts, part: &ConsentPart) -> Result<Clause, TextMissing> {
    let zones = texts.zones(&part.zones)?;
    let of = |id: &str, values: &[(&str, &str)]| {
        let all: Vec<(&str, &str)> = values.iter().copied().chain([("zones", zones.as_str())]).collect();
        clause(texts, Block::Procedure, id, &all)
    };
    match &part.what {
        Agreed::Mn { device, deepest_um } => {
            of("procedure.mn", &[("device", device), ("depth", &texts.depth(*deepest_um))])
        }
        Agreed::Rf { device, deepest_um } => {
            of("procedure.rf", &[("device", device), ("depth", &texts.depth(*deepest_um))])
        }
        Agreed::Prp => of("procedure.prp", &[]),
        Agreed::Peel { agent, strength_milli_percent: Some(strength), .. } => {
            of("procedure.peel", &[("agent", texts.agent(*agent)?), ("strength", &texts.strength(*strength))])
        }
        Agreed::Peel { agent, strength_milli_percent: None, .. } => {
            of("procedure.peel_plain", &[("agent", texts.agent(*agent)?)])
        }
        Agreed::Serum { substance } => {
            of("procedure.serum", &[("substance", &capitalised(texts.substance(*substance)?))])
        }
        Agreed::Ta { product } => of("procedure.ta", &[("product", texts.product(*product)?)]),
        Agreed::Led => of("procedure.led", &[]),
    }
}

fn series(texts: &Texts, plan: &ConsentPlan) -> Result<Option<Clause>, TextMissing> {
    let agreed = plan.n_sessions.filter(|n_sessions| *n_sessions > 1).zip(plan.interval_days);
    let Some((n_sessions, interval_days)) = agreed else { return Ok(None) };
    let (n_sessions, interval_days) = (n_sessions.to_string(), interval_days.to_string());
    let values = [("n_sessions", n_sessions.as_str()), ("interval_days", interval_days.as_str())];
    clause(texts, Block::Procedure, "procedure.series", &values).map(Some)
}

/// What follows each kind of part, each once.
fn expected(texts: &Texts, plan: &ConsentPlan) -> Result<Vec<Clause>, TextMissing> {
    let mut seen = BTreeSet::new();
    let ids = plan.parts.iter().map(|part| expected_id(&part.what)).filter(|id| seen.insert(*id));
    ids.map(|id| plain(texts, Block::Expected, id)).collect()
}

fn expected_id(what: &Agreed) -> &'static str {
    match what {
        Agreed::Mn { .. } => "expected.mn",
        Agreed::Rf { .. } => "expected.rf",
        Agreed::Prp => "expected.prp",
        Agreed::Peel { class, .. } if class.target() == Target::Ps => "expected.peel_light",
        Agreed::Peel { .. } => "expected.peel_medium",
        Agreed::Serum { .. } => "expected.serum",
        Agreed::Ta { .. } => "expected.ta",
        Agreed::Led => "expected.led",
    }
}

/// The groups of risks in the order they are read, each with its clause.
const GROUPS: [(Frequency, &str); 6] = [
    (Frequency::VeryCommon, "risks.very_common"),
    (Frequency::Common, "risks.common"),
    (Frequency::Uncommon, "risks.uncommon"),
    (Frequency::Rare, "risks.rare"),
    (Frequency::Unknown, "risks.unknown"),
    (Frequency::Note, "risks.note"),
];

/// The plan's risks, each once, grouped by how often they are seen; only groups that hold a risk.
fn risks(texts: &Texts, protocol: &Protocol, plan: &ConsentPlan) -> Result<Vec<Clause>, TextMissing> {
    let planned: BTreeSet<_> = plan.risks.iter().collect();
    let rows = &protocol.risks;
    if let Some(unknown) = planned.iter().find(|id| !rows.iter().any(|row| row.id == ***id)) {
        return Err(TextMissing { language: texts.language.to_owned(), id: format!("consent.risk.{unknown}") });
    }
    let mut clauses = Vec::new();
    for (frequency, id) in GROUPS {
        let mut clause = plain(texts, Block::Risks, id)?;
        for row in rows.iter().filter(|row| row.frequency == frequency && planned.contains(&row.id)) {
            clause.paragraphs.push(Paragraph::Point(texts.risk(row.id.as_str())?.to_owned()));
        }
        if !clause.paragraphs.is_empty() {
            clauses.push(clause);
        }
    }
    Ok(clauses)
}

/// Numbers the clauses within their blocks: the second clause of the first block is "1.2".
fn number(clauses: &mut [Clause]) {
    let (mut n_blocks, mut n_clauses) = (0, 0);
    let mut block = None;
    for clause in clauses {
        if block == Some(clause.block) {
            n_clauses += 1;
        } else {
            (n_blocks, n_clauses) = (n_blocks + 1, 1);
        }
        block = Some(clause.block);
        clause.number = format!("{n_blocks}.{n_clauses}");
    }
}

impl Agreed {
    /// The kind of component it is.
    pub const fn kind(&self) -> ComponentKind {
        match self {
            Self::Mn { .. } => ComponentKind::Mn,
            Self::Rf { .. } => ComponentKind::Rf,
            Self::Prp => ComponentKind::Prp,
            Self::Peel { .. } => ComponentKind::Peel,
            Self::Serum { .. } => ComponentKind::Serum,
            Self::Ta { .. } => ComponentKind::Ta,
            Self::Led => ComponentKind::Led,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::RiskId;
    use crate::vocabulary::{NumbingProduct, PeelAgent, PeelClass};
    use crate::zones::{Side, SidedZone, ZoneId};

    fn part(what: Agreed) -> ConsentPart {
        ConsentPart { zones: vec![SidedZone { zone: ZoneId::Forehead, side: Side::Middle }], what }
    }

    fn plan(parts: Vec<Agreed>, risks: &[&str]) -> ConsentPlan {
        ConsentPlan {
            parts: parts.into_iter().map(part).collect(),
            risks: risks.iter().map(|id| RiskId::from(*id)).collect(),
            hoped_for: "Softer lines.".to_owned(),
            n_sessions: Some(4),
            interval_days: Some(28),
            adds_to: None,
        }
    }

    fn needling() -> Agreed {
        Agreed::Mn { device: "Pen".to_owned(), deepest_um: 1500 }
    }

    #[test]
    fn a_consent_holds_only_clauses_of_the_parts_that_are_planned() {
        let text = compose(Protocol::shipped(), &plan(vec![needling()], &["rk.pih"]), "en-GB").unwrap();
        let ids: Vec<&str> = text.clauses.iter().map(|clause| clause.id.as_str()).collect();
        assert!(ids.contains(&"procedure.mn"), "the needling is described");
        assert!(!ids.iter().any(|id| id.contains("prp") || id.contains("peel")), "nothing else is: {ids:?}");
    }

    #[test]
    fn a_risk_that_several_parts_share_is_named_once() {
        let peel = Agreed::Peel {
            agent: PeelAgent::Glycolic,
            strength_milli_percent: Some(30_000),
            class: PeelClass::Superficial,
        };
        let text =
            compose(Protocol::shipped(), &plan(vec![needling(), peel], &["rk.pih", "rk.pih", "rk.hsv"]), "en-GB")
                .unwrap();
        let named = text
            .clauses
            .iter()
            .flat_map(|clause| &clause.paragraphs)
            .filter(|paragraph| matches!(paragraph, Paragraph::Point(point) if point.starts_with("Dark marks")));
        assert_eq!(named.count(), 1, "dark marks are a risk of both parts and stand there once");
    }

    #[test]
    fn every_risk_of_the_protocol_has_its_words() {
        let all: Vec<String> = Protocol::shipped().risks.iter().map(|row| row.id.to_string()).collect();
        let all: Vec<&str> = all.iter().map(String::as_str).collect();
        let parts = vec![needling(), Agreed::Prp, Agreed::Ta { product: NumbingProduct::Lmx }, Agreed::Led];
        let text = compose(Protocol::shipped(), &plan(parts, &all), "en-GB").unwrap();
        let named: usize = text
            .clauses
            .iter()
            .filter(|clause| clause.block == Block::Risks)
            .map(|clause| clause.paragraphs.len())
            .sum();
        assert_eq!(named, all.len(), "no risk is left out of the consent");
    }

    #[test]
    fn the_blocks_stand_in_the_order_of_the_form() {
        let text = compose(Protocol::shipped(), &plan(vec![needling()], &["rk.pih", "rk.infection"]), "en-GB").unwrap();
        let blocks: Vec<Block> = text.clauses.iter().map(|clause| clause.block).collect();
        assert!(blocks.is_sorted(), "wish, procedure, expected, risks, alternatives, result, aftercare, freedom");
        assert!(!text.clauses.iter().any(|clause| clause.block == Block::Photos), "photos are asked apart");
        assert_eq!(text.photo.len(), 3, "record, teaching and publication are three questions");
    }

    #[test]
    fn no_clause_is_left_with_a_name_that_was_not_filled_in() {
        let parts = vec![
            needling(),
            Agreed::Rf { device: "Head".to_owned(), deepest_um: 2000 },
            Agreed::Prp,
            Agreed::Peel { agent: PeelAgent::Jessner, strength_milli_percent: None, class: PeelClass::Medium },
            Agreed::Serum { substance: crate::vocabulary::Substance::HyaluronicAcid },
            Agreed::Ta { product: NumbingProduct::Lidoprilo },
            Agreed::Led,
        ];
        let text = compose(Protocol::shipped(), &plan(parts, &["rk.rf_burn"]), "en-GB").unwrap();
        let words = format!("{:?}", text.clauses.iter().map(|clause| &clause.paragraphs).collect::<Vec<_>>());
        assert!(
            !words.contains("{zones}") && !words.contains("{d") && !words.contains("{n_"),
            "all names are filled in"
        );
        assert!(words.contains("1.5 mm"), "a depth is said in millimetres");
    }

    #[test]
    fn what_is_added_is_said_to_be_an_addition_and_holds_its_own_part_only() {
        let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 20);
        let added = ConsentPlan { adds_to: day, ..plan(vec![Agreed::Prp], &["rk.infection", "rk.infection"]) };
        let text = compose(Protocol::shipped(), &added, "en-GB").unwrap();
        let ids: Vec<&str> = text.clauses.iter().map(|clause| clause.id.as_str()).collect();
        assert_eq!(ids.first(), Some(&"supplement.core"), "first of all it says what it is: {ids:?}");
        assert!(ids.contains(&"procedure.prp") && !ids.contains(&"procedure.mn"), "only what is new is described");
        assert!(format!("{:?}", text.clauses[0].paragraphs).contains("20 November 2026"), "and what it adds to");
        assert_ne!(
            text.title,
            texts("en-GB").unwrap().consent().unwrap().title,
            "nobody takes it for the whole consent"
        );
        assert_eq!(text.risks, [RiskId::from("rk.infection")], "the risks it names are known, each once");
    }

    #[test]
    fn a_consent_in_a_language_without_texts_is_refused() {
        let refused = compose(Protocol::shipped(), &plan(vec![needling()], &[]), "pl");
        assert_eq!(refused.map(|text| text.title).unwrap_err().language, "pl", "never silent English");
    }
}
