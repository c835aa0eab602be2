//! Every sentence a verdict by this protocol may ask for.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::Protocol;
use crate::assess::word_key;
use crate::ids::RuleId;
use crate::verdict::Class;
use crate::zones::ZoneId;

impl Protocol {
    /// The word keys of every finding and every question of this protocol. A locale that lacks one of them would
    /// show a key where a sentence belongs.
    pub fn word_keys(&self) -> BTreeSet<String> {
        let mut keys: BTreeSet<String> = self.questions().map(|question| question.word_key()).collect();
        let mut add = |rule: &RuleId, class: Class, has_end: bool| {
            keys.insert(word_key(rule, class, Some(NaiveDate::MIN).filter(|_| has_end)));
        };
        for row in self.questions.values() {
            let own = RuleId::from(row.id.as_str());
            for effect in &row.effects {
                let has_end = effect.wait.is_some() || effect.days.is_some();
                add(effect.rule.as_ref().unwrap_or(&own), effect.class, has_end);
            }
        }
        self.needed.iter().for_each(|row| add(&RuleId::from(row.question.as_str()), row.class, false));
        self.thresholds.iter().for_each(|row| add(&row.rule, row.class, false));
        self.standing.iter().for_each(|row| add(&row.rule, row.class, false));
        self.past.iter().for_each(|row| add(&row.rule, row.class, true));
        self.pairs.iter().for_each(|row| add(&row.rule, row.class, false));
        self.triples.iter().for_each(|row| add(&row.rule, row.class, false));
        for row in self.indications.values().filter(|row| row.informs) {
            add(&RuleId::from(row.id.as_str()), Class::Inform, false);
        }
        for flag in self.flags.iter().filter(|flag| flag.stops_series) {
            add(&flag.id, Class::Defer, false);
        }
        self.depth_rules().into_iter().for_each(|(rule, class)| add(&rule, class, false));
        self.single_rules().into_iter().for_each(|(rule, class)| add(rule, class, false));
        keys
    }

    /// What may be said about a depth: every limit may bind, and a limit of zero blocks.
    fn depth_rules(&self) -> Vec<(RuleId, Class)> {
        let zone = RuleId::from(ZoneId::Forehead.as_str());
        let mut rules = vec![
            (RuleId::from("cap.device"), Class::Modify),
            (RuleId::from("cap.scope"), Class::Modify),
            (RuleId::from("cap.scope"), Class::Block),
            (zone.clone(), Class::Modify),
            (zone.clone(), Class::Signoff),
            (zone, Class::Block),
        ];
        let never = self.zones.values().filter(|row| row.never);
        rules.extend(never.filter_map(|row| row.rule.clone()).map(|rule| (rule, Class::Block)));
        let caps = self.indications.values().filter_map(|row| row.cap.as_ref());
        rules.extend(caps.map(|cap| (cap.rule.clone(), Class::Modify)));
        for cap in &self.caps {
            rules.push((cap.rule.clone(), Class::Modify));
            rules.extend(cap.less_um.map(|_| (cap.rule.clone(), Class::Block)));
            rules.extend(Some((cap.rule.clone(), Class::Signoff)).filter(|_| cap.scar_lift));
        }
        rules.extend(self.pairs.iter().filter(|row| row.cap_um.is_some()).map(|row| (row.rule.clone(), Class::Modify)));
        rules
    }

    fn single_rules(&self) -> Vec<(&RuleId, Class)> {
        let (plasma, items) = (&self.plasma, &self.items);
        let spoken = [&plasma.identity, &plasma.tube_expired, &items.check_digit, &items.unreadable, &items.normalised];
        let spoken = spoken.into_iter().chain([&items.other_system, &items.expired, &items.no_lot]);
        let mut rules: Vec<(&RuleId, Class)> = spoken.map(|row| (&row.rule, row.class)).collect();
        rules.extend([
            (&plasma.spin.rule, plasma.spin.class),
            (&self.unprescribed.rule, self.unprescribed.class),
            (&self.occluded.rule, self.occluded.class),
            (&self.gate.rule, self.gate.class),
            (&self.gate.rule, self.gate.class_unauthorised_only),
        ]);
        rules.extend(self.products.values().flat_map(|row| [(&row.rule, Class::Block), (&row.rule, Class::Modify)]));
        rules
    }
}
