//! The components of a visit and what the rules say about them.

use care::record::{Component, VisitId};
use care::zones::ZoneId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Sets the components of a visit, all of them.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PlanRequest {
    /// Which visit.
    pub visit: VisitId,
    /// The parts, in the order of work.
    pub components: Vec<Component>,
}

/// Components and verdict.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PlanView {
    /// The parts, in the order of work.
    pub components: Vec<Component>,
    /// What the rules say about the plan as it stands.
    pub verdict: VerdictView,
    /// What a plan can be made of.
    pub library: PlanLibrary,
}

/// What a plan can be made of, with the words for it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PlanLibrary {
    /// `ind.*` ids.
    pub indications: Vec<super::Choice>,
    /// `z.*` ids with the sides the front map knows.
    pub zones: Vec<ZoneChoice>,
    /// Components of this client's last visit, to repeat.
    pub last_components: Vec<Component>,
    /// A microneedling device to start from: the one used last in this clinic.
    pub last_device: Option<care::record::Device>,
}

/// One zone with its name.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ZoneChoice {
    /// Which zone.
    pub zone: ZoneId,
    /// Its name without a side.
    pub words: String,
    /// Least of the usual depths, in micrometres; `None` where nothing is needled.
    pub usual_from_um: Option<u16>,
    /// Greatest of the usual depths, in micrometres.
    pub usual_to_um: Option<u16>,
}

/// What the rules say.
#[derive(Debug, Clone, Serialize, TS)]
pub struct VerdictView {
    /// `CLEAR` to `BLOCK`.
    pub decision: Decision,
    /// Stop, caution, note or pass: what the screen shows.
    pub tier: Tier,
    /// First day everything planned may be done; `None` if nobody can know it.
    pub earliest_on: Option<String>,
    /// Whether the visit may go on today: nothing stops it, or what did was lifted.
    pub may_go_on: bool,
    /// What is not known yet, in words.
    pub missing: Vec<MissingRow>,
    /// Per component.
    pub components: Vec<ComponentVerdict>,
    /// All findings, one message a cause, strongest first.
    pub findings: Vec<FindingRow>,
    /// Offered when a peel and needling cannot be done together: one after the other.
    pub sequential: Vec<SequentialRow>,
    /// Protocol version it was made with.
    pub protocol_version: String,
}

/// The classes of the rule engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Decision {
    /// No finding and every mandatory question answered.
    Clear,
    /// Extra risk, line or note.
    Inform,
    /// The plan is changed.
    Modify,
    /// Needs a prescriber.
    Signoff,
    /// Not before a day.
    Defer,
    /// A mandatory fact is missing.
    Incomplete,
    /// Cannot be done; nothing lifts it.
    Block,
}

/// What the screen shows of a class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Tier {
    /// CLEAR.
    Pass,
    /// INFORM.
    Note,
    /// SIGNOFF, MODIFY.
    Caution,
    /// BLOCK, DEFER, INCOMPLETE.
    Stop,
}

/// A fact that is missing.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MissingRow {
    /// Path in the case, `answers.ci.nsaid`.
    pub path: String,
    /// What to ask or write down.
    pub words: String,
    /// Components that wait for it.
    pub components: Vec<String>,
}

/// What the rules say about one component.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ComponentVerdict {
    /// Which.
    pub id: String,
    /// Its name: "Microneedling".
    pub title: String,
    /// Its class.
    pub decision: Decision,
    /// Its tier.
    pub tier: Tier,
    /// Its first day; `None` if nobody can know it.
    pub earliest_on: Option<String>,
    /// Depth per zone.
    pub zones: Vec<ZoneVerdict>,
    /// Days of the series, for needling.
    pub sessions: Vec<String>,
    /// Days between the sessions.
    pub interval_days: Option<u16>,
}

/// Depth of one zone.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ZoneVerdict {
    /// Which zone; sides share it.
    pub zone: ZoneId,
    /// Its class.
    pub decision: Decision,
    /// Planned, in micrometres.
    pub planned_um: Option<u16>,
    /// The most that is allowed, in micrometres.
    pub cap_um: Option<u16>,
    /// Names of the limits that give that value.
    pub binding: Vec<String>,
}

/// One finding.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FindingRow {
    /// Id of the rule, `ci.nsaid`.
    pub rule: String,
    /// Its class.
    pub decision: Decision,
    /// Its tier.
    pub tier: Tier,
    /// What, why and what to do.
    pub words: String,
    /// Where the rule comes from.
    pub source: String,
    /// Status code of the fact, and what it means.
    pub status: String,
    /// Components it speaks about.
    pub components: Vec<String>,
    /// Zones it is limited to.
    pub zones: Vec<ZoneId>,
    /// The day a wait ends.
    pub until: Option<String>,
    /// A prescriber may lift it.
    pub can_be_lifted: bool,
    /// Who lifted it, and why.
    pub lifted: Option<LiftView>,
    /// A change the screen can make with one press.
    pub fix: Option<PlanFix>,
}

/// Who lifted a finding.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LiftView {
    /// Name.
    pub name: String,
    /// Why.
    pub reason: String,
    /// When, in UTC.
    pub at: String,
}

/// A change the screen can make with one press.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PlanFix {
    /// Take the cap in every zone that is planned above it.
    TakeCap,
    /// Take the component out.
    Remove {
        /// Which component.
        component: String,
    },
}

/// One step of a plan one after the other.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SequentialRow {
    /// Which component.
    pub component: String,
    /// Its name.
    pub title: String,
    /// Its day.
    pub on: String,
}

/// Makes the one-press change of a finding.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PlanFixRequest {
    /// Which visit.
    pub visit: VisitId,
    /// Which change.
    pub fix: PlanFix,
}

/// Lifts what may be lifted, by a prescriber.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LiftRequest {
    /// Which visit.
    pub visit: VisitId,
    /// Which rule.
    pub rule: String,
    /// Why treatment may go on.
    pub reason: String,
    /// PIN or password.
    pub secret: String,
}
