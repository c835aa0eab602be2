//! What the rules say about one case.
//!
//! A verdict speaks no language: a finding carries a word key with arguments, and the host puts the words in.

mod finding;
mod json;

use chrono::{NaiveDate, NaiveDateTime};

pub use finding::{Arg, Class, Decision, Finding, Message};

use crate::decimal::Rounded;
use crate::ids::{ComponentId, HoldId, RiskId, RuleId, SymptomName};
use crate::vocabulary::{ComponentKind, NumbingAgent, PeelClass, words};
use crate::zones::ZoneId;

/// Everything the rules say about one case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// Version of the rules it was made with.
    pub protocol_version: String,
    /// The strongest of all decisions; it judges the plan as written.
    pub decision: Decision,
    /// The first day everything planned may start; `None` if nobody can know it.
    pub earliest_on: Option<NaiveDate>,
    /// Mandatory facts nobody gave, sorted by path.
    pub missing: Vec<Missing>,
    /// One per planned component, in plan order.
    pub components: Vec<ComponentVerdict>,
    /// What the components do to each other.
    pub combinations: Vec<Finding>,
    /// The same parts one after the other, where they may not share a visit.
    pub sequential: Vec<SequentialStep>,
    /// Risks the consent has to name, sorted.
    pub consent_risks: Vec<RiskId>,
    /// Merged aftercare holds, sorted by item.
    pub aftercare: Vec<HoldRow>,
    /// Holds that pull in two directions, sorted.
    pub conflicts: Vec<RuleId>,
    /// Warning signs among the reported symptoms, sorted by rule.
    pub red_flags: Vec<RedFlag>,
    /// What the scanned items are, in their order.
    pub items: Vec<ItemVerdict>,
    /// Numbers worked out on the way.
    pub computed: Computed,
}

/// A mandatory fact nobody gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// Where it belongs in the case: `answers.ci.immunosup`.
    pub path: String,
    /// The components that cannot be judged without it, in plan order.
    pub components: Vec<ComponentId>,
}

/// The verdict on one component, as if it were alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComponentVerdict {
    /// Which component.
    pub id: ComponentId,
    /// Its kind.
    pub kind: ComponentKind,
    /// The strongest of its findings.
    pub decision: Decision,
    /// The first day it may start; `None` if nobody can know it.
    pub earliest_on: Option<NaiveDate>,
    /// One per planned zone, in plan order.
    pub zones: Vec<ZoneVerdict>,
    /// Strongest first, then by rule.
    pub findings: Vec<Finding>,
    /// The visits that follow; only for needling.
    pub series: Option<Series>,
}

/// The verdict on one zone of a component.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ZoneVerdict {
    /// Which zone.
    pub zone: ZoneId,
    /// The strongest finding that covers it.
    pub decision: Decision,
    /// The first day it may be treated; `None` if nobody can know it.
    pub earliest_on: Option<NaiveDate>,
    /// The depth and its cap; only where needles go.
    pub depth: Option<ZoneDepth>,
}

/// How deep a zone may be needled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ZoneDepth {
    /// Planned, in micrometres.
    pub planned_um: u32,
    /// At most, in micrometres.
    pub cap_um: u32,
    /// Every limit that gives this cap, sorted.
    pub binding: Vec<RuleId>,
}

/// The visits of a series.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    /// Days between two visits.
    pub interval_days: u32,
    /// The visits; none without a day to start from.
    pub sessions: Vec<NaiveDate>,
    /// The reviews after the last visit.
    pub reviews: Vec<NaiveDate>,
    /// A warning sign stopped the series.
    pub is_stopped: bool,
}

/// One step of parts taken one after the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SequentialStep {
    /// Which component.
    pub component: ComponentId,
    /// Its day.
    pub on: NaiveDate,
}

words! {
    /// How an aftercare hold is meant.
    pub enum HoldKind {
        /// Keep to it until then.
        Until = "until",
        /// Begin then.
        Start = "start",
        /// Happens then.
        At = "at",
        /// Allowed.
        May = "may",
        /// Holds whatever else is said.
        Always = "always",
        /// As the plan spaces it.
        Plan = "plan",
        /// As prescribed.
        Rx = "rx",
    }
}

/// One merged aftercare hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HoldRow {
    /// Which line of the sheet.
    pub item: HoldId,
    /// How it is meant.
    pub kind: HoldKind,
    /// Hours after the end of the visit.
    pub hours: Option<u32>,
    /// The component that sets it.
    pub binds: ComponentId,
    /// The exact local time, once the end of the visit is known.
    pub at: Option<NaiveDateTime>,
}

words! {
    /// What a warning sign asks for.
    pub enum FlagAction {
        /// Emergency services now.
        Emergency = "EMERGENCY",
        /// Seen today.
        SameDay = "SAME_DAY",
        /// Seen in the clinic.
        Clinic = "CLINIC",
    }
}

/// A warning sign among the reported symptoms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RedFlag {
    /// Which sign.
    pub rule: RuleId,
    /// What it asks for.
    pub action: FlagAction,
    /// The symptoms behind it, sorted.
    pub symptoms: Vec<SymptomName>,
    /// Adverse events it may turn out to be, sorted.
    pub adverse_events: Vec<RuleId>,
    /// Whether it has to be considered for a report.
    pub is_reportable: bool,
    /// Whether needling stops until it is reviewed.
    pub stops_series: bool,
}

/// What one scanned text is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemVerdict {
    /// The text, as the scanner read it.
    pub text: String,
    /// Trade item number, 14 digits.
    pub gtin: Option<String>,
    /// Lot.
    pub lot: Option<String>,
    /// Serial number.
    pub serial: Option<String>,
    /// Day of production.
    pub produced_on: Option<NaiveDate>,
    /// Last day of use.
    pub expires_on: Option<NaiveDate>,
    /// The strongest of its findings.
    pub decision: Decision,
    /// What the rules say about it.
    pub findings: Vec<Finding>,
}

/// Numbers worked out on the way.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Computed {
    /// One per plasma component with a preparation.
    pub prp: Vec<PlasmaNumbers>,
    /// One per anaesthetic.
    pub ta: Vec<AnaestheticNumbers>,
    /// One per peel.
    pub peels: Vec<PeelStrength>,
    /// One per serum.
    pub serums: Vec<SerumChecks>,
    /// How long the channels stay open; only with needling.
    pub open_channel_hours: Option<u32>,
}

/// Numbers of one plasma preparation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlasmaNumbers {
    /// Which component.
    pub component: ComponentId,
    /// Force of each spin, in multiples of gravity, to one place.
    pub rcf_g: Vec<Option<Rounded>>,
    /// Platelets in the plasma over platelets in the blood.
    pub fold: Option<Rounded>,
    /// Share of the platelets that was gained.
    pub recovery: Option<Rounded>,
    /// Platelets in the yield, in 10^9.
    pub platelets_e9: Option<Rounded>,
}

/// Numbers of one anaesthetic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnaestheticNumbers {
    /// Which component.
    pub component: ComponentId,
    /// Cream per skin, in g/cm2, to three places.
    pub g_per_cm2: Option<Rounded>,
    /// One per agent, by name.
    pub agents: Vec<AgentDose>,
}

/// What of one agent is on the skin. Applied, not absorbed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgentDose {
    /// Which agent.
    pub agent: NumbingAgent,
    /// Milligrams, to one place.
    pub mg: Option<Rounded>,
    /// Milligrams per kilogram, to two places; information only.
    pub mg_per_kg: Option<Rounded>,
}

/// How strong a peel counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeelStrength {
    /// Which component.
    pub component: ComponentId,
    /// Its class.
    pub class: PeelClass,
}

/// Which checks of the serum gate failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SerumChecks {
    /// Which component.
    pub component: ComponentId,
    /// Numbers of the failed checks, 1 to 5.
    pub failed: Vec<u8>,
}
