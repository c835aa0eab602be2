//! The verdict of a visit as the screen shows it: one message a cause, strongest first.

use care::record::Component;
use care::verdict::{Class, Decision as Ruled, Finding};
use fluent_bundle::FluentArgs;

use crate::seat::Seat;
use crate::visit::Judged;
use crate::visit::judged::needs_lift;
use crate::visit::naming::{measure_words, part_title};
use crate::wire::{
    ComponentVerdict, Decision, FindingRow, LiftView, MissingRow, PlanFix, SequentialRow, Tier, VerdictView,
    ZoneVerdict,
};
use crate::words::Words;

impl Judged {
    /// The verdict as the screen shows it.
    pub(crate) fn view(&self, seat: &Seat<'_>, components: &[Component]) -> VerdictView {
        let words = seat.words();
        let decided = decision_of(self.verdict.decision);
        let decision = if self.unfinished.is_empty() { decided } else { decided.max(Decision::Incomplete) };
        VerdictView {
            decision,
            tier: tier_of(decision),
            earliest_on: self.verdict.earliest_on.map(|day| day.to_string()),
            may_go_on: self.may_go_on(),
            missing: self.missing(words),
            components: self.component_verdicts(words, components),
            findings: self.finding_rows(words),
            sequential: self.sequential(words, components),
            protocol_version: self.verdict.protocol_version.clone(),
        }
    }

    fn missing(&self, words: &Words) -> Vec<MissingRow> {
        let rows = self.verdict.missing.iter().map(|missing| MissingRow {
            path: missing.path.clone(),
            words: missing_words(words, &missing.path),
            components: missing.components.iter().map(ToString::to_string).collect(),
        });
        let unfinished = self.unfinished.iter().map(|id| MissingRow {
            path: format!("plan.{id}"),
            words: words.say("missing-zones", None),
            components: vec![id.clone()],
        });
        rows.chain(unfinished).collect()
    }

    fn component_verdicts(&self, words: &Words, components: &[Component]) -> Vec<ComponentVerdict> {
        let rows = self.verdict.components.iter().map(|part| {
            let decision = decision_of(part.decision);
            ComponentVerdict {
                id: part.id.to_string(),
                title: title_of(words, components, part.id.as_str()),
                decision,
                tier: tier_of(decision),
                earliest_on: part.earliest_on.map(|day| day.to_string()),
                zones: part.zones.iter().map(zone_verdict).collect(),
                sessions: part
                    .series
                    .iter()
                    .flat_map(|series| series.sessions.iter().map(ToString::to_string))
                    .collect(),
                interval_days: part.series.as_ref().and_then(|series| u16::try_from(series.interval_days).ok()),
            }
        });
        rows.collect()
    }

    /// One row a cause: the same rule in the same class about several components is one message.
    fn finding_rows(&self, words: &Words) -> Vec<FindingRow> {
        let mut rows: Vec<FindingRow> = Vec::new();
        for finding in self.findings() {
            let decision = decision_of_class(finding.class);
            let same = rows.iter_mut().find(|row| row.rule == finding.rule.as_str() && row.decision == decision);
            if let Some(row) = same {
                merge(row, finding);
            } else {
                rows.push(self.finding_row(words, finding, decision));
            }
        }
        rows.extend(self.unknown_medicines.iter().map(|name| unknown_medicine(words, name)));
        rows.sort_by(|one, other| other.decision.cmp(&one.decision).then_with(|| one.rule.cmp(&other.rule)));
        rows
    }

    fn finding_row(&self, words: &Words, finding: &Finding, decision: Decision) -> FindingRow {
        let lifted = self.lift_of(finding).map(|lift| LiftView {
            name: lift.name.clone(),
            reason: lift.reason.clone(),
            at: lift.at.to_rfc3339(),
        });
        FindingRow {
            rule: finding.rule.to_string(),
            decision,
            tier: tier_of(decision),
            words: words.finding(&finding.message),
            source: finding.source.clone(),
            status: status_words(words, &finding.status),
            components: finding.components.iter().map(ToString::to_string).collect(),
            zones: finding.zones.clone(),
            until: finding.until.map(|day| day.to_string()),
            can_be_lifted: needs_lift(finding),
            lifted,
            fix: self.fix(finding),
        }
    }

    fn fix(&self, finding: &Finding) -> Option<PlanFix> {
        match finding.class {
            Class::Modify => {
                let exceeded = self.verdict.components.iter().flat_map(|part| &part.zones).any(|zone| {
                    zone.depth.as_ref().is_some_and(|depth| {
                        depth.planned_um > depth.cap_um
                            && depth.binding.contains(&finding.rule)
                            && finding.covers(zone.zone)
                    })
                });
                exceeded.then_some(PlanFix::TakeCap)
            }
            // Of two parts that do not go together the needling, named first, stays.
            Class::Block | Class::Defer => {
                finding.components.last().map(|component| PlanFix::Remove { component: component.to_string() })
            }
            Class::Inform | Class::Signoff => None,
        }
    }

    fn sequential(&self, words: &Words, components: &[Component]) -> Vec<SequentialRow> {
        let rows = self.verdict.sequential.iter().map(|step| SequentialRow {
            component: step.component.to_string(),
            title: title_of(words, components, step.component.as_str()),
            on: step.on.to_string(),
        });
        rows.collect()
    }
}

fn merge(row: &mut FindingRow, finding: &Finding) {
    row.components.extend(finding.components.iter().map(ToString::to_string));
    row.components.sort();
    row.components.dedup();
    if row.zones.is_empty() || finding.zones.is_empty() {
        row.zones.clear();
    } else {
        row.zones.extend(&finding.zones);
        row.zones.sort();
        row.zones.dedup();
    }
    // Two waits of one cause: the later day counts, and an unknown day counts most.
    row.until = match (row.until.take(), finding.until.map(|day| day.to_string())) {
        (Some(one), Some(other)) => Some(one.max(other)),
        (None, _) | (_, None) => None,
    };
}

fn unknown_medicine(words: &Words, name: &str) -> FindingRow {
    let mut args = FluentArgs::new();
    args.set("name", name.to_owned());
    FindingRow {
        rule: "medicine".to_owned(),
        decision: Decision::Inform,
        tier: Tier::Note,
        words: words.say("medicine-unknown", Some(&args)),
        source: String::new(),
        status: String::new(),
        components: Vec::new(),
        zones: Vec::new(),
        until: None,
        can_be_lifted: false,
        lifted: None,
        fix: None,
    }
}

fn zone_verdict(zone: &care::verdict::ZoneVerdict) -> ZoneVerdict {
    let depth = zone.depth.as_ref();
    let um = |depth_um: u32| u16::try_from(depth_um).ok();
    ZoneVerdict {
        zone: zone.zone,
        decision: decision_of(zone.decision),
        planned_um: depth.and_then(|depth| um(depth.planned_um)),
        cap_um: depth.and_then(|depth| um(depth.cap_um)),
        binding: depth.map(|depth| depth.binding.iter().map(ToString::to_string).collect()).unwrap_or_default(),
    }
}

fn title_of(words: &Words, components: &[Component], id: &str) -> String {
    components.iter().find(|part| part.id == id).map(|part| part_title(words, part)).unwrap_or_default()
}

fn status_words(words: &Words, status: &str) -> String {
    let first = status.split('/').next().unwrap_or(status);
    format!("{status}: {}", words.say(&format!("status-{first}"), None))
}

/// What to do about a fact that is missing.
fn missing_words(words: &Words, path: &str) -> String {
    let mut args = FluentArgs::new();
    let key = match path.split_once('.').unwrap_or((path, "")) {
        ("answers", question) => {
            let id = question_of(words, question);
            args.set("question", words.say(&question_key(&id), None));
            if id == question { "missing-answer" } else { "missing-answer-field" }
        }
        ("measures", kind) => {
            args.set("measure", measure_words(words, kind));
            "missing-measure"
        }
        ("history", _) => "missing-history",
        ("screened_on", _) => "missing-screening",
        ("plan", rest) if rest.ends_with("needle") => "missing-needle",
        ("plan", rest) if rest.contains("preparation") => "missing-preparation",
        _ if path.starts_with("history[") => "missing-history-day",
        _ => {
            args.set("path", path.to_owned());
            "missing-other"
        }
    };
    words.say(key, Some(&args))
}

/// `ci.nsaid.ended_on` belongs to the question `ci.nsaid`.
fn question_of(words: &Words, path: &str) -> String {
    if words.has(&question_key(path)) {
        return path.to_owned();
    }
    path.rsplit_once('.').map_or_else(|| path.to_owned(), |(question, _)| question.to_owned())
}

/// Key of a question's words: `ci.pregnant` is `q-ci-pregnant`.
pub(crate) fn question_key(question: &str) -> String {
    format!("q-{}", question.replace('.', "-"))
}

fn decision_of(ruled: Ruled) -> Decision {
    match ruled {
        Ruled::Clear => Decision::Clear,
        Ruled::Inform => Decision::Inform,
        Ruled::Modify => Decision::Modify,
        Ruled::Signoff => Decision::Signoff,
        Ruled::Defer => Decision::Defer,
        Ruled::Incomplete => Decision::Incomplete,
        Ruled::Block => Decision::Block,
    }
}

fn decision_of_class(class: Class) -> Decision {
    match class {
        Class::Inform => Decision::Inform,
        Class::Modify => Decision::Modify,
        Class::Signoff => Decision::Signoff,
        Class::Defer => Decision::Defer,
        Class::Block => Decision::Block,
    }
}

fn tier_of(decision: Decision) -> Tier {
    match decision {
        Decision::Clear => Tier::Pass,
        Decision::Inform => Tier::Note,
        Decision::Modify | Decision::Signoff => Tier::Caution,
        Decision::Defer | Decision::Incomplete | Decision::Block => Tier::Stop,
    }
}
