//! The day: appointments by hand, visits in progress, what is owed.

use care::record::{AppointmentId, ClientId, VisitId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{AccessDueRow, ClientRow, OwedCopyRow, VisitRow};

/// Asks for one day.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TodayRequest {
    /// Which day; `None` is today.
    pub on: Option<String>,
}

/// One day.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TodayView {
    /// Which day.
    pub on: String,
    /// Appointments, by time.
    pub appointments: Vec<AppointmentRow>,
    /// Visits begun and not signed, whatever their day.
    pub open_visits: Vec<VisitRow>,
    /// Visits signed on this day.
    pub signed_visits: Vec<VisitRow>,
    /// Consent copies clients have not been given, the oldest of them, oldest first.
    pub owed_copies: Vec<OwedCopyRow>,
    /// How many there are in all.
    pub n_owed_copies: u32,
    /// Requests for a copy of a record that are due within a week, or over.
    pub access_requests: Vec<AccessDueRow>,
}

/// One appointment.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AppointmentRow {
    /// Which.
    pub id: AppointmentId,
    /// Who.
    pub client: ClientRow,
    /// Clock time, `14:00`.
    pub starts: String,
    /// What for.
    pub purpose: String,
    /// The client's visit of that day, if it was begun.
    pub visit: Option<VisitId>,
    /// How it stands.
    pub status: AppointmentStatus,
}

/// How an appointment stands. Follows from the visit; nobody ticks it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AppointmentStatus {
    /// Not begun.
    Planned,
    /// Being worked on.
    InProgress,
    /// Signed, or closed without treatment.
    Done,
}

/// Writes an appointment down.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AppointmentSaveRequest {
    /// Who comes.
    pub client: ClientId,
    /// Day.
    pub on: String,
    /// Clock time, `14:00`.
    pub starts: String,
    /// What for; may be empty.
    pub purpose: String,
}

/// Takes an appointment out of the day.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AppointmentRequest {
    /// Which.
    pub appointment: AppointmentId,
}
