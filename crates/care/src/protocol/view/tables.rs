//! Every table of the protocol as a list of rows with their file and id.

use serde::Serialize;
use serde_json::{Value, json};

use crate::protocol::{OrderRow, Protocol};
use crate::scales::Scales;

/// One line of a content file, on its way into a view.
pub(super) struct Listed {
    pub(super) file: &'static str,
    pub(super) id: String,
    pub(super) row: Value,
}

/// The lines gathered so far.
#[derive(Default)]
struct Lines(Vec<Listed>);

impl Lines {
    fn add(&mut self, file: &'static str, id: impl std::fmt::Display, row: &impl Serialize) {
        // A row that came from text always goes back into it.
        let row = serde_json::to_value(row).unwrap_or_default();
        self.0.push(Listed { file, id: id.to_string(), row });
    }

    fn all<'r, T: Serialize + 'r, I: std::fmt::Display>(
        &mut self,
        file: &'static str,
        rows: impl IntoIterator<Item = &'r T>,
        id: impl Fn(&'r T) -> I,
    ) {
        rows.into_iter().for_each(|row| self.add(file, id(row), row));
    }
}

impl Protocol {
    /// Every line of every table, in the order a clinician reads them.
    pub(super) fn listed(&self) -> Vec<Listed> {
        let mut lines = Lines::default();
        self.list_planned(&mut lines);
        self.list_asked(&mut lines);
        self.list_products(&mut lines);
        self.list_after(&mut lines);
        self.list_reference(&mut lines);
        self.list_arithmetic(&mut lines);
        lines.0
    }

    fn list_planned(&self, lines: &mut Lines) {
        lines.all("indications.toml", self.indications.values(), |row| row.id.clone());
        lines.all("waits.toml", self.waits.values(), |row| row.id.clone());
        let parameters = [&self.min_age, &self.screening_days, &self.cooling_off, &self.consent_days];
        lines.all("standing.toml", parameters, |row| row.id.clone());
        lines.all("standing.toml", &self.standing, |row| row.rule.clone());
        lines.all("zones.toml", self.zones.values(), |row| row.id);
        for zone in self.zones.values() {
            if let Some(rule) = &zone.rule {
                lines.add("zones.toml", rule, &json!({ "zone": zone.id, "max_um": zone.max_um }));
            }
        }
        lines.all("caps.toml", &self.caps, |row| row.rule.clone());
        for row in self.indications.values() {
            if let Some(cap) = &row.cap {
                lines.add("indications.toml", &cap.rule, &json!({ "indication": row.id, "max_um": cap.max_um }));
            }
        }
        lines.all("history.toml", &self.past, |row| row.rule.clone());
        lines.all("combinations.toml", &self.pairs, |row| row.rule.clone());
        lines.all("combinations.toml", &self.triples, |row| row.rule.clone());
        lines.add("series.toml", "series", &self.series);
        lines.add("series.toml", &self.series.open_channel.rule, &self.series.open_channel);
    }

    fn list_asked(&self, lines: &mut Lines) {
        let in_order = self.question_order.iter().filter_map(|id| self.questions.get(id));
        lines.all("questions.toml", in_order, |row| row.id.clone());
        for row in self.questions.values() {
            for effect in &row.effects {
                if let Some(rule) = &effect.rule {
                    lines.add("questions.toml", rule, &json!({ "question": row.id, "effect": effect }));
                }
            }
        }
        lines.all("measures.toml", self.measures.values(), |row| format!("measure.{}", row.kind));
        lines.all("measures.toml", &self.thresholds, |row| row.rule.clone());
        lines.all("measures.toml", &self.needed, |row| row.question.clone());
        lines.all("medicines.toml", self.medicines.values(), |row| format!("medicine.{}", row.name));
    }

    fn list_products(&self, lines: &mut Lines) {
        lines.all("peels.toml", &self.reference.peel_classes, |row| row.id);
        let frosting = json!({ "from_frosting": self.frosting_makes_medium_from });
        lines.add("peels.toml", crate::vocabulary::PeelClass::Medium, &frosting);
        lines.all("peels.toml", self.peels.values(), |row| format!("agent.{}", row.agent));
        lines.all("anaesthetics.toml", self.products.values(), |row| row.rule.clone());
        lines.all("anaesthetics.toml", &self.families, |_| "ci.allergy_ta");
        lines.add("anaesthetics.toml", &self.unprescribed.rule, &self.unprescribed);
        lines.add("anaesthetics.toml", &self.occluded.rule, &self.occluded);
        lines.add("serums.toml", &self.gate.rule, &self.gate);
        let (plasma, items) = (&self.plasma, &self.items);
        let checks = json!({ "class": plasma.identity.class, "n_identity_checks": plasma.n_identity_checks });
        lines.add("plasma.toml", &plasma.identity.rule, &checks);
        lines.add("plasma.toml", &plasma.spin.rule, &plasma.spin);
        for (file, said, on) in [
            ("plasma.toml", &plasma.tube_expired, "tube_expired"),
            ("items.toml", &items.check_digit, "check_digit"),
            ("items.toml", &items.unreadable, "unreadable"),
            ("items.toml", &items.normalised, "normalised"),
            ("items.toml", &items.other_system, "other_system"),
            ("items.toml", &items.expired, "expired"),
            ("items.toml", &items.no_lot, "no_lot"),
        ] {
            lines.add(file, &said.rule, &json!({ "on": on, "class": said.class }));
        }
    }

    fn list_arithmetic(&self, lines: &mut Lines) {
        lines.all("formulas.toml", self.formulas.all(), |row| row.id.clone());
        lines.all("scales.toml", Scales::shipped().all(), |row| row.id.clone());
    }

    fn list_after(&self, lines: &mut Lines) {
        let sheet = &self.aftercare;
        lines.all("aftercare.toml", &sheet.holds, |row| row.id.clone());
        lines.all("aftercare.toml", &sheet.conflicts, |row| row.id.clone());
        lines.all("aftercare.toml", &sheet.phases, |row| row.id.clone());
        lines.add("aftercare.toml", "aftercare.columns", &sheet.columns);
        lines.add("aftercare.toml", "aftercare.darker", &sheet.darker);
        lines.add("aftercare.toml", "aftercare.night", &sheet.night);
        lines.all("flags.toml", &self.flags, |row| row.id.clone());
        lines.all("risks.toml", &self.risks, |row| row.id.clone());
    }

    fn list_reference(&self, lines: &mut Lines) {
        let reference = &self.reference;
        for file in &reference.facts {
            lines.all(file.file, &file.rows, |row| row.id.clone());
        }
        lines.all("depth_classes.toml", &reference.depth_classes, |row| row.id.clone());
        lines.all("compatibility.toml", &reference.pairs, |row| row.id.clone());
        for row in &reference.orders {
            lines.add("step_orders.toml", &row.id, &self.spoken_order(row));
        }
        lines.all("records.toml", &reference.records, |row| row.id.clone());
        lines.all("adverse_events.toml", &reference.adverse_events, |row| row.id.clone());
        lines.all("contradictions.toml", &reference.contradictions, |row| row.id.clone());
    }

    /// An order of work with the words of its steps.
    fn spoken_order(&self, row: &OrderRow) -> Value {
        let steps = &self.reference.steps;
        let spoken = row.steps.iter().filter_map(|id| steps.iter().find(|step| step.id == *id));
        let says: serde_json::Map<String, Value> =
            spoken.map(|step| (step.id.clone(), Value::from(step.says.clone()))).collect();
        json!({ "steps": row.steps, "week_of_step": row.week_of_step, "says": says })
    }
}
