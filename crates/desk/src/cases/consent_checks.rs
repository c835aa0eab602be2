//! What a consent needs before it can be signed: initials under these very words, time to think, an identity and a
//! signature of human size.

use std::collections::BTreeSet;

use care::consent::{Clause, ConsentText, Initials as Needed, Paragraph};
use care::record::{Component, Consent, ConsentOutcome, Initials, Signature, Treatment};
use chrono::{DateTime, Duration, Utc};
use serde_json::json;

use crate::cases::fields::{Checker, LINE};
use crate::failure::{Failure, FieldProblem, Refusal, WrongField};
use crate::print::content_hash;
use crate::seat::Seat;
use crate::visit::{OpenVisit, age};
use crate::words::screen_day;

/// Under this age a guardian signs.
pub(crate) const OF_AGE_YEARS: u16 = 18;
/// Points of a drawn signature at most: a minute at three hundred a second.
const MOST_POINTS: usize = 20_000;

/// Whether nothing is missing that a signature needs.
///
/// # Errors
/// The first refusal of what is missing.
pub(crate) fn check_complete(
    seat: &Seat<'_>,
    open: &OpenVisit,
    text: &ConsentText,
    signature: &Signature,
) -> Result<(), Failure> {
    let put = standing_initials(open, text)?;
    let wanted = text.clauses.iter().filter(|clause| clause.initials == Needed::Required);
    let missing = wanted.filter(|clause| !put.iter().any(|put| put.clause == clause.id)).count();
    if missing > 0 {
        return Err(Refusal::InitialsMissing.naming("count", missing));
    }
    if is_empty(signature) {
        return Err(Refusal::SignatureMissing.failure());
    }
    if open.draft.consent_notes.identity_check.is_empty() {
        return Err(Refusal::IdentityMissing.failure());
    }
    let until = cooling_off_until(seat, open);
    if until > seat.now() && open.draft.consent_notes.same_day_reason.is_empty() {
        return Err(Refusal::SameDayReason.naming("until", local_moment(seat, until)));
    }
    Ok(())
}

/// Whether there is nothing of a signature on it.
pub(crate) fn is_empty(signature: &Signature) -> bool {
    match signature {
        Signature::Drawn { strokes, .. } | Signature::Mark { strokes, .. } => {
            strokes.iter().map(|stroke| stroke.0.len()).sum::<usize>() < 2
        }
        Signature::Typed { name } => name.trim().is_empty(),
        Signature::OnPaper { files, .. } => files.is_empty(),
    }
}

/// When the client has had the information long enough: counted from the day these kinds of treatment were explained,
/// or from an earlier consent to them that still stands.
pub(crate) fn cooling_off_until(seat: &Seat<'_>, open: &OpenVisit) -> DateTime<Utc> {
    let planned = kinds(open.components());
    let all = || open.earlier_consents.iter().chain(open.consents.iter().filter(|one| one.client == open.client.id));
    let withdrawn = |consent: &Consent| {
        all().any(|other| matches!(&other.outcome, ConsentOutcome::Withdrawn { of, .. } if *of == consent.id))
    };
    let earlier = all().filter(|consent| {
        matches!(consent.outcome, ConsentOutcome::Signed)
            && planned.is_subset(&kinds(&consent.components))
            && !withdrawn(consent)
    });
    let explained_at = earlier.map(|consent| consent.informed_at).chain(informed_at(open)).min();
    explained_at.unwrap_or_else(|| seat.now()) + Duration::hours(i64::from(seat.rules().cooling_off_hours))
}

/// When everything that is planned had been explained; `None` while a part of it was not.
pub(crate) fn informed_at(open: &OpenVisit) -> Option<DateTime<Utc>> {
    let informed = open.draft.informed.as_ref()?;
    kinds(open.components()).is_subset(&informed.kinds).then_some(informed.at)
}

/// The kinds of treatment among `parts`.
pub(crate) fn kinds(parts: &[Component]) -> BTreeSet<String> {
    let kind = |part: &Component| match &part.treatment {
        Treatment::Mn(_) => "mn",
        Treatment::Rf(_) => "rf",
        Treatment::Prp(_) => "prp",
        Treatment::Peel(_) => "peel",
        Treatment::Serum(_) => "serum",
        Treatment::Ta(_) => "ta",
        Treatment::Led(_) => "led",
    };
    parts.iter().map(|part| kind(part).to_owned()).collect()
}

/// The initials that were put under the clauses of `text` as they read now.
pub(super) fn standing_initials(open: &OpenVisit, text: &ConsentText) -> Result<Vec<Initials>, Failure> {
    let mut standing = Vec::new();
    for clause in &text.clauses {
        let clause_sha256 = clause_hash(clause)?;
        let put = open.draft.initials.iter().find(|put| put.initials.clause == clause.id);
        standing.extend(put.filter(|put| put.clause_sha256 == clause_sha256).map(|put| put.initials.clone()));
    }
    Ok(standing)
}

/// SHA-256 over the words of one clause. Its number is left out: a clause that moves reads the same.
pub(crate) fn clause_hash(clause: &Clause) -> Result<String, Failure> {
    content_hash(&json!([clause.id, clause.heading, clause_lines(clause)]))
}

/// Whether a signature is one a hand can give.
///
/// # Errors
/// [`Failure::Fields`] for more strokes, points or letters than that.
pub(super) fn check_signature(signature: &Signature) -> Result<(), Failure> {
    let mut fields = Checker::default();
    match signature {
        Signature::Drawn { strokes, .. } | Signature::Mark { strokes, .. } => {
            let n_points = strokes.iter().map(|stroke| stroke.0.len()).sum::<usize>();
            fields.between("signature.strokes", strokes.len().max(n_points), 0, MOST_POINTS);
        }
        Signature::Typed { name } => {
            fields.line("signature.name", name, LINE);
        }
        // Pages that came back are filed with the files that show them, never claimed at the screen.
        Signature::OnPaper { .. } => fields.wrong(WrongField::new("signature.kind", FieldProblem::NotOneOf)),
    }
    fields.finish()
}

/// A clause's words, line by line.
pub(super) fn clause_lines(clause: &Clause) -> Vec<String> {
    let lines = clause.paragraphs.iter().map(|paragraph| match paragraph {
        Paragraph::Words(text) | Paragraph::Point(text) => text.clone(),
    });
    lines.collect()
}

/// Who signs for a client who is not of age.
pub(crate) fn guardian_name(seat: &Seat<'_>, open: &OpenVisit) -> Option<String> {
    let is_minor = age(open.client.born_on, seat.today()) < OF_AGE_YEARS;
    open.client.guardian.as_ref().filter(|_| is_minor).map(|guardian| guardian.name.clone())
}

/// A time as the screen shows it.
pub(crate) fn local_moment(seat: &Seat<'_>, at: DateTime<Utc>) -> String {
    let local = seat.local(at);
    format!("{} {}", screen_day(local.date()), local.format("%H:%M"))
}

#[cfg(test)]
mod tests {
    use care::consent::Block;

    use super::*;

    fn clause(words: &str) -> Clause {
        Clause {
            id: "risk.infection".to_owned(),
            number: "2.1".to_owned(),
            block: Block::Risks,
            heading: "Infection".to_owned(),
            paragraphs: vec![Paragraph::Words(words.to_owned())],
            initials: Needed::Required,
        }
    }

    #[test]
    fn initials_stand_under_the_same_words_only() {
        let (read, changed) = (clause("It is rare."), clause("It is common."));
        assert_ne!(clause_hash(&read), clause_hash(&changed), "the client initialled other words");
        let moved = Clause { number: "3.4".to_owned(), ..read.clone() };
        assert_eq!(clause_hash(&read), clause_hash(&moved), "a clause that only moved reads the same");
    }
}
