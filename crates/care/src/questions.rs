//! The screening questions, as the questionnaire is built from them.
//!
//! Which questions a plan needs is worked out by the same rows that judge the answers. The words are in the
//! locale files; this module carries their keys.

use crate::assess::asked_rows;
use crate::case::Component;
use crate::ids::{QuestionId, RuleId};
use crate::protocol::{Protocol, QuestionRow};
pub use crate::protocol::{Field, Section};
use crate::vocabulary::{Sex, Target};

/// One question of the questionnaire.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question<'p> {
    /// Its id: `ci.pregnant`.
    pub id: &'p QuestionId,
    /// Key of its words: `q-ci-pregnant`.
    pub word_key: String,
    /// The part of the questionnaire it stands in.
    pub section: Section,
    /// What a plan has to hold for it to be asked.
    pub asked_for: &'p [Target],
    /// What may be noted beside a yes.
    pub fields: &'p [Field],
    /// What has to be noted beside a yes, else the verdict stays incomplete.
    pub needs: &'p [Field],
    /// Put again on the day of every visit.
    pub is_rechecked: bool,
    /// Source keys, in one line.
    pub source: String,
    /// Status code.
    pub status: &'p str,
}

/// Every question of the protocol, in the order of the questionnaire.
pub fn all(protocol: &Protocol) -> Vec<Question<'_>> {
    protocol.question_order.iter().filter_map(|id| protocol.questions.get(id)).map(question).collect()
}

/// The questions this plan makes mandatory for this client, in the order of the questionnaire.
pub fn for_plan<'p>(components: &[Component], sex: Sex, protocol: &'p Protocol) -> Vec<Question<'p>> {
    asked_rows(components, sex, protocol).into_iter().map(question).collect()
}

/// The question a medicine of the protocol answers with yes; `None` for a name the rules do not know.
pub fn answered_by_medicine<'p>(name: &str, protocol: &'p Protocol) -> Option<&'p QuestionId> {
    protocol.medicines.get(name).map(|row| &row.question)
}

fn question(row: &QuestionRow) -> Question<'_> {
    Question {
        id: &row.id,
        word_key: format!("q-{}", RuleId::from(row.id.as_str()).as_str().replace('.', "-")),
        section: row.section,
        asked_for: &row.asked_for,
        fields: &row.fields,
        needs: &row.needs,
        is_rechecked: row.recheck,
        source: row.source.join(", "),
        status: &row.status,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::{Component, Plasma, Work};
    use crate::ids::ComponentId;
    use crate::zones::ZoneId;

    fn plasma() -> Vec<Component> {
        let work = Work::Prp(Plasma { zones: vec![ZoneId::Forehead], preparation: None });
        vec![Component { id: ComponentId::from("prp"), work }]
    }

    fn ids(sex: Sex) -> Vec<String> {
        for_plan(&plasma(), sex, Protocol::shipped()).iter().map(|question| question.id.to_string()).collect()
    }

    #[test]
    fn a_plan_asks_only_what_its_parts_need() {
        let asked = ids(Sex::Female);
        assert!(asked.contains(&"ci.prp_sepsis".to_owned()), "plasma asks about sepsis");
        assert!(!asked.contains(&"ci.peel_salicylate".to_owned()), "salicylates matter to peels only");
    }

    #[test]
    fn men_are_not_asked_about_pregnancy() {
        assert!(ids(Sex::Female).contains(&"ci.pregnant".to_owned()), "women are asked");
        assert!(ids(Sex::Unknown).contains(&"ci.pregnant".to_owned()), "where sex is unknown the question is put");
        assert!(!ids(Sex::Male).contains(&"ci.pregnant".to_owned()), "men are not");
    }

    #[test]
    fn the_same_day_questions_are_the_short_list() {
        let short: Vec<String> = all(Protocol::shipped())
            .iter()
            .filter(|question| question.is_rechecked)
            .map(|question| question.id.to_string())
            .collect();
        let expected =
            ["ci.infection_active", "ci.hsv_active", "ci.pregnant", "ci.nsaid", "ci.sunburn", "ci.tan"].map(str::to_owned);
        assert_eq!(short, expected, "infection, cold sore, pregnancy, painkiller, sunburn, sun");
    }
}
