//! One visit, whole: its record, its draft and what earlier records say about it.

mod case_of;
mod composing;
mod draft;
mod judged;
mod open_visit;
mod view;

pub(crate) use case_of::{is_known_medicine, is_readable_measure, partial_day};
pub(crate) use composing::{consent_plan, done_visit, running_visits, targets, text_languages};
pub(crate) use draft::{Background, ChartNote, ConsentNotes, Draft, Field};
pub(crate) use judged::{Judged, needs_lift, question_key};
pub(crate) use open_visit::{OpenVisit, planned_components};
pub(crate) use view::{
    age, banner, document_row, item_kind, limit_words, open_points, planned_lot, visit_row, visit_view,
};
