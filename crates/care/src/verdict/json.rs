//! A verdict as the one JSON object of the contract.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::{
    AgentDose, AnaestheticNumbers, ComponentVerdict, Computed, Finding, HoldRow, ItemVerdict, Message, PlasmaNumbers,
    RedFlag, Series, Verdict, ZoneVerdict,
};
use crate::decimal::{Rounded, millimetres};

type Words<'a> = &'a dyn Fn(&Message) -> String;

impl Verdict {
    /// The verdict as JSON, every key always there; `words` puts the sentences in.
    pub fn to_json(&self, words: &dyn Fn(&Message) -> String) -> Value {
        json!({
            "decision": self.decision,
            "earliest_on": day(self.earliest_on),
            "missing": list(&self.missing, |row| json!({ "path": row.path, "components": row.components })),
            "components": list(&self.components, |row| component(row, words)),
            "combinations": list(&self.combinations, |row| finding(row, words)),
            "sequential": list(&self.sequential, |step| json!({ "component": step.component, "on": day(Some(step.on)) })),
            "consent_risks": self.consent_risks,
            "aftercare": list(&self.aftercare, hold),
            "conflicts": self.conflicts,
            "red_flags": list(&self.red_flags, red_flag),
            "items": list(&self.items, |row| item(row, words)),
            "computed": computed(&self.computed),
            "protocol": self.protocol_version,
        })
    }
}

fn list<T>(rows: &[T], each: impl Fn(&T) -> Value) -> Value {
    Value::Array(rows.iter().map(each).collect())
}

fn day(on: Option<NaiveDate>) -> Value {
    on.map_or(Value::Null, |on| Value::String(on.format("%Y-%m-%d").to_string()))
}

fn number(rounded: Option<Rounded>) -> Value {
    rounded.map_or(Value::Null, Rounded::to_json)
}

fn component(row: &ComponentVerdict, words: Words<'_>) -> Value {
    json!({
        "id": row.id,
        "kind": row.kind,
        "decision": row.decision,
        "earliest_on": day(row.earliest_on),
        "zones": list(&row.zones, zone),
        "findings": list(&row.findings, |row| finding(row, words)),
        "series": row.series.as_ref().map_or(Value::Null, series),
    })
}

fn zone(row: &ZoneVerdict) -> Value {
    let depth = row.depth.as_ref();
    json!({
        "zone": row.zone,
        "decision": row.decision,
        "earliest_on": day(row.earliest_on),
        "planned_mm": number(depth.map(|depth| millimetres(depth.planned_um))),
        "cap_mm": number(depth.map(|depth| millimetres(depth.cap_um))),
        "binding": depth.map(|depth| depth.binding.as_slice()).unwrap_or_default(),
    })
}

fn finding(row: &Finding, words: Words<'_>) -> Value {
    json!({
        "rule": row.rule,
        "class": row.class,
        "message": words(&row.message),
        "source": row.source,
        "status": row.status,
        "components": row.components,
        "zones": row.zones,
        "until": day(row.until),
        "wait": row.wait,
        "overridable": row.is_overridable,
    })
}

fn series(row: &Series) -> Value {
    json!({
        "interval_days": row.interval_days,
        "sessions": list(&row.sessions, |on| day(Some(*on))),
        "reviews": list(&row.reviews, |on| day(Some(*on))),
        "stopped": row.is_stopped,
    })
}

fn hold(row: &HoldRow) -> Value {
    json!({
        "item": row.item,
        "kind": row.kind,
        "hours": row.hours,
        "binds": row.binds,
        "at": row.at.map(|at| at.format("%Y-%m-%dT%H:%M").to_string()),
    })
}

fn red_flag(row: &RedFlag) -> Value {
    json!({
        "rule": row.rule,
        "action": row.action,
        "symptoms": row.symptoms,
        "adverse_events": row.adverse_events,
        "report": row.is_reportable,
        "stop_series": row.stops_series,
    })
}

fn item(row: &ItemVerdict, words: Words<'_>) -> Value {
    json!({
        "text": row.text,
        "gtin": row.gtin,
        "lot": row.lot,
        "serial": row.serial,
        "produced_on": day(row.produced_on),
        "expires_on": day(row.expires_on),
        "decision": row.decision,
        "findings": list(&row.findings, |row| finding(row, words)),
    })
}

fn computed(row: &Computed) -> Value {
    json!({
        "prp": list(&row.prp, plasma),
        "ta": list(&row.ta, anaesthetic),
        "peels": list(&row.peels, |peel| json!({ "component": peel.component, "class": peel.class })),
        "serums": list(&row.serums, |serum| json!({ "component": serum.component, "failed_checks": serum.failed })),
        "open_channel_hours": row.open_channel_hours,
    })
}

fn plasma(row: &PlasmaNumbers) -> Value {
    json!({
        "component": row.component,
        "rcf_g": list(&row.rcf_g, |force| number(*force)),
        "fold": number(row.fold),
        "recovery": number(row.recovery),
        "platelets_e9": number(row.platelets_e9),
    })
}

fn anaesthetic(row: &AnaestheticNumbers) -> Value {
    json!({
        "component": row.component,
        "g_per_cm2": number(row.g_per_cm2),
        "agents": list(&row.agents, dose),
    })
}

fn dose(row: &AgentDose) -> Value {
    json!({ "agent": row.agent, "mg": number(row.mg), "mg_per_kg": number(row.mg_per_kg) })
}
