//! One visit, whole: its record, its draft and what earlier records say about it.

mod agreed;
mod case_of;
mod chart_view;
mod composing;
mod draft;
mod judged;
mod naming;
mod open_visit;
mod own_visits;
mod standing;
mod verdict_view;
mod view;

pub(crate) use agreed::{Gap, GapReason};
pub(crate) use case_of::{is_known_medicine, is_readable_measure, partial_day};
pub(crate) use chart_view::{item_kind, planned_lot};
pub(crate) use composing::{consent_plan, done_visit, running_visits, sheet_languages, targets, text_languages};
pub(crate) use draft::{Background, ChartNote, ConsentNotes, Draft, Field, Informed, PutInitials};
pub(crate) use judged::{Judged, needs_lift};
pub(crate) use naming::{age, limit_words, summary as components_summary, zone_words};
pub(crate) use open_visit::{EarlierVisit, OpenVisit, planned_components};
pub(crate) use own_visits::{foreign_visits, own_photos, own_scans, own_visits, owner_of};
pub(crate) use standing::{may_begin, still_as_read};
pub(crate) use verdict_view::question_key;
pub(crate) use view::{banner, copy_fate, document_row, open_points, uncharted_point, visit_row, visit_view};
