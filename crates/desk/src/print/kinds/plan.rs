//! The plan a client takes home: what for, which visit on which day, what to do in between.
//!
//! The visits are the timeline of the aftercare sheet, so that both are read the same way.

use chrono::NaiveDate;
use paper::{Block, Document, Moment, RichText, Span};

use super::{Frame, LetterError, paragraph, section, written_section};

/// What was agreed.
#[derive(Debug, Clone, Copy)]
pub struct TreatmentPlan<'a> {
    /// What the client wants to reach, in the client's own words; may be empty.
    pub goal: &'a str,
    /// The visits in order.
    pub visits: &'a [PlannedVisit<'a>],
    /// What to do at home in between; may be empty.
    pub at_home: &'a str,
    /// What it costs, in words; may be empty.
    pub cost: &'a str,
}

/// One visit.
#[derive(Debug, Clone, Copy)]
pub struct PlannedVisit<'a> {
    /// The day.
    pub on: NaiveDate,
    /// What is done, one line each.
    pub what: &'a [&'a str],
}

/// Lays the plan out.
///
/// # Errors
/// [`LetterError`] when a text, the visits or the number to call is missing.
pub fn plan_document(frame: &Frame<'_>, plan: &TreatmentPlan<'_>) -> Result<Document, LetterError> {
    let words = frame.words()?;
    if plan.visits.is_empty() {
        return Err(LetterError::Empty { what: "the visits" });
    }
    let name = frame.client.map_or("", |client| client.name);
    let title = words.say("pl_title")?;
    let mut blocks = vec![Block::Title(title.to_owned()), paragraph(words.fill("pl_opening", &[("name", name)])?)];
    blocks.extend(written_section(words.say("pl_goal")?, plan.goal));
    blocks.push(section(words.say("pl_sessions")?));
    let moments = plan.visits.iter().enumerate().map(|(index, visit)| {
        let number = words.fill("pl_session", &[("number", &(index + 1).to_string())])?;
        let body = std::iter::once(RichText(vec![Span::words(number).bold()]))
            .chain(visit.what.iter().map(|line| RichText(vec![Span::value(*line)])));
        Ok::<_, LetterError>(Moment { when: RichText(vec![Span::value(words.day(visit.on)?)]), body: body.collect() })
    });
    blocks.push(Block::Timeline(moments.collect::<Result<_, _>>()?));
    blocks.extend(written_section(words.say("pl_homecare")?, plan.at_home));
    blocks.extend(written_section(words.say("pl_cost")?, plan.cost));
    blocks.push(frame.whom_to_call(words, vec![words.say("pl_change")?.into()])?);
    frame.document(title, "pl_kind", blocks)
}
