//! One visit on screen: its rail, its steps, its signature.

use care::record::{AddendumId, ClientId, DocumentId, VisitId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{BannerView, ChartView, ConsentState, DocumentRow, PlanView, ScreeningView};

/// One line of a list of visits.
#[derive(Debug, Clone, Serialize, TS)]
pub struct VisitRow {
    /// Which.
    pub id: VisitId,
    /// `A-000031`.
    pub number: String,
    /// Whose.
    pub client: ClientId,
    /// "HALVORSEN, Ines (Ms)".
    pub client_name: String,
    /// Day.
    pub visit_on: String,
    /// What was planned or done, in a few words.
    pub summary: String,
    /// How it stands.
    pub status: VisitStatus,
}

/// How a visit stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum VisitStatus {
    /// Being worked on.
    Open,
    /// Signed and locked.
    Signed,
    /// Closed without treatment.
    NotToday,
}

/// Names one visit.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct VisitRequest {
    /// Which.
    pub visit: VisitId,
}

/// The whole of one visit. Every command that changes a visit answers with it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct VisitView {
    /// Which.
    pub id: VisitId,
    /// `A-000031`.
    pub number: String,
    /// The strip.
    pub banner: BannerView,
    /// Day.
    pub visit_on: String,
    /// How it stands.
    pub status: VisitStatus,
    /// Arrive, Screen, Consent, Numb, Treat, Sign, Print: lights that follow from the data.
    pub rail: Vec<RailLight>,
    /// Questions and answers.
    pub screening: ScreeningView,
    /// Components and verdict.
    pub plan: PlanView,
    /// Where the consent stands.
    pub consent: ConsentState,
    /// Zones, items, clock.
    pub chart: ChartView,
    /// What the signature still waits for, in words; empty when it may be signed.
    pub open_points: Vec<OpenPoint>,
    /// Local date-time the treatment ended, `YYYY-MM-DDTHH:MM`.
    pub finished_at: Option<String>,
    /// Who signed and when.
    pub signature: Option<SignatureView>,
    /// What is known of a wrong client, newest last; empty where the visit was recorded under the right one.
    pub wrong_client: Vec<super::WrongClientRow>,
    /// Additions after the signature.
    pub addenda: Vec<AddendumRow>,
    /// Documents of this visit.
    pub documents: Vec<DocumentRow>,
    /// The aftercare sheet that was filed last.
    pub sheet: Option<DocumentId>,
    /// Whether there is a step to undo, and what it was.
    pub can_undo: bool,
    /// Whether there is an undone step to do again.
    pub can_redo: bool,
    /// When the newest field became durable, in UTC.
    pub saved_at: Option<String>,
}

/// One light of the rail.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RailLight {
    /// Which step.
    pub step: VisitStep,
    /// How it stands.
    pub light: Light,
}

/// A step of the visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum VisitStep {
    /// The client is here and identified.
    Arrive,
    /// Questions are answered and closed.
    Screen,
    /// Components are agreed and signed for.
    Consent,
    /// The numbing clock has run; off when no anaesthetic is planned.
    Numb,
    /// Every planned zone is charted and the visit is finished.
    Treat,
    /// Signed.
    Sign,
    /// The sheet is printed or saved.
    Print,
}

/// How a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Light {
    /// Not part of this visit.
    Off,
    /// Still to come.
    Open,
    /// Something stands in the way.
    Stopped,
    /// Done.
    Done,
}

/// Something the signature waits for.
#[derive(Debug, Clone, Serialize, TS)]
pub struct OpenPoint {
    /// Which step it belongs to.
    pub step: VisitStep,
    /// What to do, in one sentence.
    pub words: String,
}

/// A signature under the visit.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SignatureView {
    /// Name, as it was then.
    pub name: String,
    /// When, in UTC.
    pub signed_at: String,
}

/// One addition after the signature.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AddendumRow {
    /// Which.
    pub id: AddendumId,
    /// What was added.
    pub text: String,
    /// Who.
    pub by_name: String,
    /// When, in UTC.
    pub written_at: String,
}

/// Ends the treatment; hour zero of the aftercare.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct VisitFinishRequest {
    /// Which.
    pub visit: VisitId,
    /// Local date-time `YYYY-MM-DDTHH:MM`; `None` is now.
    pub finished_at: Option<String>,
}

/// Confirms something with the person's PIN, or with the password where no PIN is set.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct VisitConfirmRequest {
    /// Which.
    pub visit: VisitId,
    /// PIN or password.
    pub secret: String,
}

/// Adds to a signed visit.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddendumRequest {
    /// Which.
    pub visit: VisitId,
    /// What is added or corrected, and why.
    pub text: String,
    /// PIN or password.
    pub secret: String,
}

/// Closes a visit without treatment.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NotTodayRequest {
    /// Which.
    pub visit: VisitId,
    /// Why.
    pub reason: String,
}
