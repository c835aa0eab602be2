//! What a host may ask and offer: the questionnaire, the parameters and the lists a plan is made from.
//!
//! The rows themselves stay inside; what comes out is what a screen needs to build its page.

use crate::case::{Component, Peel};
use crate::decimal::Decimal;
use crate::ids::{IndicationId, MedicineName};
use crate::protocol::{Field, Protocol, QuestionRow};
use crate::vocabulary::{MeasureKind, PeelAgent, PeelClass, Sex, Target};
use crate::zones::ZoneId;

/// One question of the questionnaire.
#[derive(Debug, Clone, Copy)]
pub struct Question<'a>(&'a QuestionRow);

/// What may be noted beside a yes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FurtherField {
    /// Which field of an answer.
    pub field: Field,
    /// Whether the verdict stays incomplete without it.
    pub need: Need,
}

/// Whether a field must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// The verdict stays incomplete without it.
    Needed,
    /// It says more, and may be left out.
    Optional,
}

impl<'a> Question<'a> {
    /// Id of the rule: `ci.pregnant`.
    pub fn id(self) -> &'a str {
        self.0.id.as_str()
    }

    /// Key of its words in the locale files: `q-ci-pregnant`.
    pub fn word_key(self) -> String {
        format!("q-{}", self.0.id.as_str().replace('.', "-"))
    }

    /// Part of the questionnaire it stands in.
    pub fn section(self) -> &'a str {
        self.0.section.as_str()
    }

    /// Put again on the day of every visit. Source: facts 0.2 (status P).
    pub fn is_same_day(self) -> bool {
        self.0.recheck
    }

    /// Whether it is asked of a client of this sex.
    pub fn is_asked_of(self, sex: Sex) -> bool {
        !self.0.not_asked_of.contains(&sex)
    }

    /// Whether a part of this kind makes it mandatory. What a combination asks is said by the verdict.
    pub fn is_asked_for(self, target: Target) -> bool {
        self.0.asked_for.contains(&target) && self.0.substance.is_none() && !self.0.with_needling
    }

    /// What may be noted beside a yes.
    pub fn further_fields(self) -> Vec<FurtherField> {
        let all = self.0.fields.iter().chain(self.0.needs.iter().filter(|field| !self.0.fields.contains(field)));
        let field = |field: &Field| FurtherField {
            field: *field,
            need: if self.0.needs.contains(field) { Need::Needed } else { Need::Optional },
        };
        all.map(field).collect()
    }
}

impl Protocol {
    /// The questionnaire, in the order it is asked.
    pub fn questions(&self) -> impl Iterator<Item = Question<'_>> {
        self.question_order.iter().filter_map(|id| self.questions.get(id)).map(Question)
    }

    /// The questions a plan makes mandatory for this client, what its combinations ask included, in their order.
    pub fn questions_for(&self, components: &[Component], sex: Sex) -> Vec<Question<'_>> {
        crate::assess::asked_rows(components, sex, self).into_iter().map(Question).collect()
    }

    /// Why a zone can be treated.
    pub fn indications(&self) -> impl Iterator<Item = &IndicationId> {
        self.indications.keys()
    }

    /// Least and greatest of the usual depths of a zone, in micrometres; `None` where nothing is needled.
    pub fn usual_depth_um(&self, zone: ZoneId) -> Option<(u32, u32)> {
        self.zones.get(&zone).and_then(|row| row.suggested_um).map(|[from, to]| (from, to))
    }

    /// Whether the rules know a medicine by this name.
    pub fn knows_medicine(&self, name: &MedicineName) -> bool {
        self.medicines.contains_key(name)
    }

    /// A blood value in the protocol's own unit; `None` for a unit it does not know.
    pub fn measure_in_own_unit(&self, kind: MeasureKind, value: Decimal, unit: &str) -> Option<Decimal> {
        let row = self.measures.get(&kind)?;
        let unit = row.units.iter().find(|known| known.name == unit)?;
        Some(crate::case::in_first_unit(value, unit))
    }

    /// How deep a peel reaches, by its strength or its coats.
    pub fn class_of_peel(&self, agent: PeelAgent, percent: Option<Decimal>, n_layers: u32) -> PeelClass {
        let peel = Peel {
            zones: Vec::new(),
            agent,
            percent,
            ph: None,
            n_layers,
            minutes: None,
            frosting: None,
            lot: None,
            expires_on: None,
        };
        crate::assess::peel_class(self, &peel)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::{Plasma, Work};
    use crate::ids::ComponentId;

    #[test]
    fn pregnancy_is_asked_at_every_visit_and_not_of_men() {
        let protocol = Protocol::shipped();
        let question = protocol.questions().find(|question| question.id() == "ci.pregnant").unwrap();
        assert!(question.is_same_day(), "what changes in a day is asked on the day");
        assert!(!question.is_asked_of(Sex::Male), "it cannot be yes");
        assert!(question.is_asked_for(Target::Mn), "needling makes it mandatory");
    }

    #[test]
    fn an_nsaid_needs_its_last_day() {
        let protocol = Protocol::shipped();
        let question = protocol.questions().find(|question| question.id() == "ci.nsaid").unwrap();
        let needed = FurtherField { field: Field::EndedOn, need: Need::Needed };
        assert!(question.further_fields().contains(&needed), "without the day no wait can be counted");
    }

    #[test]
    fn a_plan_asks_only_what_its_parts_need() {
        let work = Work::Prp(Plasma { zones: vec![ZoneId::Forehead], preparation: None });
        let plan = [Component { id: ComponentId::from("prp"), work }];
        let asked = Protocol::shipped().questions_for(&plan, Sex::Female);
        let asks = |id: &str| asked.iter().any(|question| question.id() == id);
        assert!(asks("ci.prp_sepsis"), "plasma asks about sepsis");
        assert!(!asks("ci.peel_salicylate"), "salicylates matter to peels only");
    }

    #[test]
    fn the_same_day_questions_are_the_short_list() {
        let short: Vec<&str> =
            Protocol::shipped().questions().filter(|question| question.is_same_day()).map(Question::id).collect();
        let expected = ["ci.infection_active", "ci.hsv_active", "ci.pregnant", "ci.nsaid", "ci.sunburn", "ci.tan"];
        assert_eq!(short, expected, "infection, cold sore, pregnancy, painkiller, sunburn, sun");
    }
}
