//! Composing the sheet of one visit.

use chrono::{NaiveDateTime, TimeDelta};

use super::holds::{Running, merged, printed_at};
use super::{Advice, Binding, Conflict, Done, DonePart, DoneVisit, Phase, Sheet, SheetDate, SheetHold, Warning};
use crate::assess::{column_of, met_conflicts};
use crate::ids::QuestionId;
use crate::protocol::{Column, PhaseRow, Phototype, Protocol};
use crate::texts::{TextMissing, Texts, capitalised, fill, texts};
use crate::verdict::HoldKind;
use crate::vocabulary::{ComponentKind, PeelClass};

/// Texts that differ for darker skin carry this after their id.
const DARKER: &str = ".darker";

/// One sheet from what was done and from what `earlier` visits of the same client still ask for.
///
/// The longest hold wins and names who set it. Times are local; a hold that would end in the night is printed as
/// the morning after, its exact end stands beside it.
///
/// # Errors
/// [`TextMissing`] when any text the sheet needs is not there in that language.
pub fn compose(
    protocol: &Protocol,
    done: &DoneVisit,
    earlier: &[DoneVisit],
    language: &str,
) -> Result<Sheet, TextMissing> {
    let texts = texts(language)?;
    let running = merged(protocol, done, earlier);
    let mut sheet = Sheet {
        version: texts.aftercare.version.clone(),
        language: texts.language.to_owned(),
        title: texts.aftercare.title.clone(),
        done: done_lines(texts, done)?,
        holds: Vec::new(),
        advice: Vec::new(),
        phases: phases(texts, protocol, done)?,
        warnings: warnings(texts, protocol, done)?,
        contact: contact(texts, done)?,
        dates: Vec::new(),
        conflicts: conflicts(texts, protocol, done)?,
    };
    for hold in &running {
        match (hold.kind, hold.ends_at) {
            (HoldKind::At, Some(at)) => sheet.dates.push(appointment(texts, hold, at)?),
            (HoldKind::Until | HoldKind::Start, Some(ends_at)) => {
                sheet.holds.push(sheet_hold(texts, protocol, done, hold, ends_at)?);
            }
            (HoldKind::May | HoldKind::Always | HoldKind::Plan | HoldKind::Rx, _) | (_, None) => {
                sheet.advice.push(advice(texts, hold)?);
            }
        }
    }
    if let Some(on) = done.next_visit_on {
        sheet.dates.push(SheetDate { heading: texts.line("next_visit")?.to_owned(), on, when: texts.date(on)? });
    }
    sheet.holds.sort_by(|a, b| (a.printed_at, &a.item).cmp(&(b.printed_at, &b.item)));
    sheet.advice.sort_by_key(|advice| advice.item.as_str() != "ac.rx_continue");
    sheet.dates.sort_by_key(|date| date.on);
    Ok(sheet)
}

fn done_lines(texts: &Texts, done: &DoneVisit) -> Result<Vec<String>, TextMissing> {
    let when = texts.date_time(done.finished_at)?;
    let mut lines = vec![fill(texts.line("finished")?, &[("number", &done.number), ("when", &when)])];
    // Parts that were done in the same zones are named together.
    let mut places: Vec<(String, Vec<String>)> = Vec::new();
    for part in &done.parts {
        let zones = texts.zones(&part.zones)?;
        let name = texts.part(part.what.kind())?.to_owned();
        match places.iter_mut().find(|(known, _)| *known == zones) {
            Some((_, names)) => names.push(name),
            None => places.push((zones, vec![name])),
        }
    }
    for (zones, names) in places {
        let parts = capitalised(&texts.list(&names));
        lines.push(fill(texts.line("part")?, &[("part", &parts), ("zones", &zones)]));
    }
    Ok(lines)
}

fn sheet_hold(
    texts: &Texts,
    protocol: &Protocol,
    done: &DoneVisit,
    hold: &Running,
    ends_at: NaiveDateTime,
) -> Result<SheetHold, TextMissing> {
    let printed_at = printed_at(protocol, ends_at);
    let when = texts.date_time(printed_at)?;
    let item = hold.item.as_str();
    let text = texts.hold(&text_id(protocol, done, item))?;
    Ok(SheetHold {
        item: hold.item.clone(),
        kind: hold.kind,
        heading: text.heading.clone(),
        words: text.words.clone(),
        ends_at,
        printed_at,
        when,
        binds: binding(texts, hold)?,
    })
}

fn binding(texts: &Texts, hold: &Running) -> Result<Binding, TextMissing> {
    let part = texts.part(hold.part)?;
    let words = match &hold.earlier {
        Some(visit) => {
            fill(texts.line("binds_earlier")?, &[("part", part), ("date", &texts.date(visit.finished_at.date())?)])
        }
        None => fill(texts.line("binds_now")?, &[("part", part)]),
    };
    let earlier_visit = hold.earlier.as_ref().map(|visit| visit.number.clone());
    Ok(Binding { component: hold.binds.clone(), earlier_visit, words })
}

fn advice(texts: &Texts, hold: &Running) -> Result<Advice, TextMissing> {
    let text = texts.advice(hold.item.as_str())?;
    Ok(Advice { item: hold.item.clone(), heading: text.heading.clone(), words: text.words.clone() })
}

/// A check-in or a review, as a day.
fn appointment(texts: &Texts, hold: &Running, at: NaiveDateTime) -> Result<SheetDate, TextMissing> {
    let heading = texts.line(hold.item.as_str().trim_start_matches("ac."))?.to_owned();
    Ok(SheetDate { heading, on: at.date(), when: texts.date(at.date())? })
}

/// The id of the text for this skin: some holds and phases have one of their own for darker skin.
fn text_id(protocol: &Protocol, done: &DoneVisit, id: &str) -> String {
    let darker = &protocol.aftercare.darker;
    let is_darker = darker.phototype.contains(&Phototype::of(done.fitzpatrick));
    let has_own = darker.texts.iter().any(|text| text.as_str() == id);
    if is_darker && has_own { format!("{id}{DARKER}") } else { id.to_owned() }
}

fn phases(texts: &Texts, protocol: &Protocol, done: &DoneVisit) -> Result<Vec<Phase>, TextMissing> {
    let columns: Vec<Column> = done.parts.iter().filter_map(|part| part.column(protocol)).collect();
    let fits =
        |row: &&PhaseRow| row.only_with.is_empty() || row.only_with.iter().any(|column| columns.contains(column));
    protocol.aftercare.phases.iter().filter(fits).map(|row| phase(texts, protocol, done, row)).collect()
}

fn phase(texts: &Texts, protocol: &Protocol, done: &DoneVisit, row: &PhaseRow) -> Result<Phase, TextMissing> {
    let id = row.id.as_str();
    let text = texts.phase(&text_id(protocol, done, id))?;
    let after = |hours: u32| done.finished_at + TimeDelta::hours(i64::from(hours));
    let to = after(row.to_hour);
    let until = if to.date() == done.finished_at.date() { texts.time(to) } else { texts.short_date(to.date())? };
    Ok(Phase {
        id: id.to_owned(),
        from: after(row.from_hour),
        to,
        when: fill(texts.line("phase_until")?, &[("when", &until)]),
        course: text.course.clone(),
        care: text.care.clone(),
    })
}

/// The signs that matter after what was done, most urgent first.
fn warnings(texts: &Texts, protocol: &Protocol, done: &DoneVisit) -> Result<Vec<Warning>, TextMissing> {
    let kinds: Vec<ComponentKind> = done.parts.iter().map(|part| part.what.kind()).collect();
    let contact = &done.contact;
    let values = [("emergency", contact.emergency_phone.as_str()), ("phone", contact.phone.as_str())];
    let mut warnings = Vec::new();
    for row in protocol.flags.iter().filter(|row| row.on_sheet_for.iter().any(|kind| kinds.contains(kind))) {
        let call = fill(texts.action(row.action)?, &values);
        let words = texts.warning(row.id.as_str())?.to_owned();
        warnings.push(Warning { rule: row.id.clone(), action: row.action, call, words });
    }
    warnings.sort_by_key(|warning| warning.action);
    Ok(warnings)
}

fn contact(texts: &Texts, done: &DoneVisit) -> Result<Vec<String>, TextMissing> {
    let contact = &done.contact;
    let of =
        |id: &str, phone: &str| texts.line(id).map(|line| fill(line, &[("clinic", &contact.clinic), ("phone", phone)]));
    let mut lines = vec![of("contact", &contact.phone)?];
    if !contact.out_of_hours_phone.is_empty() {
        lines.push(of("contact_night", &contact.out_of_hours_phone)?);
    }
    lines.push(of("contact_emergency", &contact.emergency_phone)?);
    Ok(lines)
}

fn conflicts(texts: &Texts, protocol: &Protocol, done: &DoneVisit) -> Result<Vec<Conflict>, TextMissing> {
    let kinds: Vec<ComponentKind> = done.parts.iter().map(|part| part.what.kind()).collect();
    let met = met_conflicts(protocol, &kinds, &|question| done.answers_yes(question));
    met.into_iter().map(|rule| Ok(Conflict { words: texts.conflict(rule.as_str())?.to_owned(), rule })).collect()
}

impl DoneVisit {
    /// Whether a question the holds read was answered yes.
    pub(super) fn answers_yes(&self, question: &QuestionId) -> bool {
        self.answered_yes.contains(question)
    }
}

impl DonePart {
    /// The column of the aftercare table this part stands in.
    pub(super) fn column(&self, protocol: &Protocol) -> Option<Column> {
        let zones: Vec<_> = self.zones.iter().map(|place| place.zone).collect();
        column_of(protocol, self.what.kind(), self.what.peel_class(), self.what.deepest_um(), &zones)
    }
}

impl Done {
    /// The kind of component it was.
    pub const fn kind(self) -> ComponentKind {
        match self {
            Self::Mn { .. } => ComponentKind::Mn,
            Self::Rf { .. } => ComponentKind::Rf,
            Self::Prp => ComponentKind::Prp,
            Self::Peel { .. } => ComponentKind::Peel,
            Self::Serum => ComponentKind::Serum,
            Self::Ta => ComponentKind::Ta,
            Self::Led => ComponentKind::Led,
        }
    }

    const fn peel_class(self) -> Option<PeelClass> {
        match self {
            Self::Peel { class } => Some(class),
            Self::Mn { .. } | Self::Rf { .. } | Self::Prp | Self::Serum | Self::Ta | Self::Led => None,
        }
    }

    const fn deepest_um(self) -> u32 {
        match self {
            Self::Mn { deepest_um } | Self::Rf { deepest_um } => deepest_um,
            Self::Prp | Self::Peel { .. } | Self::Serum | Self::Ta | Self::Led => 0,
        }
    }
}

#[cfg(test)]
mod tests;
