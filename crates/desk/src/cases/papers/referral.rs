//! A referral: what the practitioner asks, with what the record knows of what was done here.

use care::LetterWords;
use care::record::DocumentKind;

use super::making::{Composed, Making, Sealing, with_frame};
use super::naming::parts_line;
use crate::cases::fields::{Checker, TEXT};
use crate::failure::Failure;
use crate::print::kinds::{LetterError, Referral, referral_document};
use crate::seat::Seat;
use crate::visit::own_visits;
use crate::wire::ReferralPaper;

/// Visits named in a letter at most: a colleague reads the newest.
const MOST_VISITS: usize = 6;

/// Puts the letter together.
///
/// # Errors
/// A wrong field, or no number to call.
pub(super) fn compose(seat: &Seat<'_>, letter: &ReferralPaper, making: &Making<'_>) -> Result<Composed, Failure> {
    let mut fields = Checker::default();
    let to = fields.needed("paper.to", &letter.to, TEXT);
    let reason = fields.needed("paper.reason", &letter.reason, TEXT);
    let question = fields.line("paper.question", &letter.question, TEXT);
    let findings = fields.line("paper.findings", &letter.findings, TEXT);
    let medicines = fields.line("paper.medicines", &letter.medicines, TEXT);
    fields.finish()?;
    let client = seat.read(|read| read.client(letter.client))?.record;
    let done = done_here(seat, letter, making)?;
    let document = with_frame(seat, &client, making, |frame| {
        let role = super::record_facts::role_of(making.language, &seat.user().registration)?;
        referral_document(
            frame,
            &Referral {
                to: &to,
                on: seat.today(),
                is_urgent: letter.is_urgent,
                client_agrees: letter.client_agrees,
                question: &question,
                reason: &reason,
                findings: &findings,
                done: &done,
                medicines: &medicines,
                allergies: &super::record_facts::allergies(making.language, &client.allergies)?,
                practitioner: (&seat.user().name, &role),
            },
        )
    })?;
    Ok(Composed {
        kind: DocumentKind::Referral,
        client,
        visit: None,
        document,
        record: None,
        enclosed: Vec::new(),
        sealing: Sealing::Plain,
    })
}

/// The newest visits with their days.
fn done_here(seat: &Seat<'_>, letter: &ReferralPaper, making: &Making<'_>) -> Result<String, Failure> {
    let words = LetterWords::in_language(making.language).map_err(LetterError::from)?;
    let visits = seat.read(|read| own_visits(read, letter.client))?;
    let lines = visits.iter().filter(|visit| visit.is_signed).take(MOST_VISITS).map(|visit| {
        let day = words.short_day(visit.visit_on)?;
        let parts = parts_line(words, &visit.components)?;
        words.fill("rf_done_line", &[("day", &day), ("parts", &parts)])
    });
    let lines: Vec<String> = lines.collect::<Result<_, _>>().map_err(LetterError::from)?;
    Ok(lines.join("\n"))
}
