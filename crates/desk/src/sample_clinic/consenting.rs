//! The consent of a made-up visit: explained, initialled, signed with a pen, or refused. Whatever a signature needs is
//! checked as at the desk.

use care::consent::{ConsentText, Initials as Needed};
use care::record::{
    Consent, ConsentId, ConsentOutcome, CopyFate, DocumentId, Initials, PointerKind, Signature, Stroke, StrokePoint,
};

use super::deed::{Deed, Step, Unprinted};
use super::dice::Dice;
use super::visit::{Life, Occasion, put_off, step};
use crate::cases::consent_checks::{check_complete, clause_hash, cooling_off_until, kinds};
use crate::cases::consents::{compose, consent_of, suggested_initials, text_hash};
use crate::failure::Failure;
use crate::seat::Seat;
use crate::visit::{ConsentNotes, Draft, Informed, OpenVisit, PutInitials};
use crate::wire::ConsentSignRequest;

impl Life {
    /// The client reads the text and says no.
    pub(super) fn refuse(
        &mut self,
        seat: &mut Seat<'_>,
        open: &mut OpenVisit,
        steps: &mut Vec<Step>,
    ) -> Result<(), Failure> {
        self.pass(seat, 10, 20);
        let text = compose(seat, open, None)?;
        let text_sha256 = text_hash(&text)?;
        open.draft.informed = Some(Informed { at: seat.now(), kinds: kinds(open.components()) });
        let request = self.signature_request(open, text_sha256.clone());
        let reason = "Wants to think about it at home.".to_owned();
        let refused = Consent {
            id: ConsentId(self.dice.id(seat.now())),
            outcome: ConsentOutcome::Refused { reason },
            signature: None,
            copy: CopyFate::Declined,
            ..consent_of(seat, open, &text, text_sha256, &request)?
        };
        steps.push(step(seat, vec![Deed::Consent(Box::new(refused), store::Act::Refuse)]));
        put_off(seat, open, Some("The client decided against it today."), steps);
        Ok(())
    }

    /// Explains, collects initials and signature; everything a signature needs is checked as at the desk.
    pub(super) fn consent(
        &mut self,
        seat: &mut Seat<'_>,
        open: &mut OpenVisit,
        occasion: &Occasion,
        steps: &mut Vec<Step>,
    ) -> Result<(), Failure> {
        open.draft.informed = Some(Informed { at: seat.now(), kinds: kinds(open.components()) });
        self.pass(seat, 9, 16);
        let text = compose(seat, open, None)?;
        self.initial(seat, open, &text)?;
        open.draft.consent_notes = self.notes(seat, open);
        let text_sha256 = text_hash(&text)?;
        let request = self.signature_request(open, text_sha256.clone());
        check_complete(seat, open, &text, &request.signature)?;
        let consent = consent_of(seat, open, &text, text_sha256, &request)?;
        let consent = Consent { id: ConsentId(self.dice.id(seat.now())), ..consent };
        open.visit.components = open.components().to_vec();
        open.visit.lifts = open.lifts().cloned().collect();
        let document = occasion.has_paper.then(|| DocumentId(self.dice.id(seat.now())));
        let paper = document.map(|document| {
            let (open, text, consent) = (open.clone(), text.clone(), consent.clone());
            Box::new(Unprinted { open, text, consent, document })
        });
        let consent = Consent { document, ..consent };
        open.draft = Draft::default();
        open.consents.push(consent.clone());
        self.consents.push(Consent { clauses: Vec::new(), signature: None, ..consent.clone() });
        let visit = Box::new(open.visit.clone());
        let deeds = vec![Deed::Consent(Box::new(consent), store::Act::Sign), Deed::Visit(visit, store::Act::Close)];
        steps.push(Step { paper, ..step(seat, deeds) });
        Ok(())
    }

    fn initial(&mut self, seat: &Seat<'_>, open: &mut OpenVisit, text: &ConsentText) -> Result<(), Failure> {
        let letters = suggested_initials(open);
        for clause in text.clauses.iter().filter(|clause| clause.initials == Needed::Required) {
            let initials = Initials { clause: clause.id.clone(), letters: letters.clone(), at: seat.now() };
            open.draft.initials.push(PutInitials { initials, clause_sha256: clause_hash(clause)? });
        }
        Ok(())
    }

    fn notes(&mut self, seat: &Seat<'_>, open: &OpenVisit) -> ConsentNotes {
        let questions = self.dice.pick(&["", "", "Asked how long the redness lasts: one to three days.", "None."]);
        let identity = self.dice.pick(&["Passport", "Driving licence", "Known to the clinic"]);
        let is_same_day = cooling_off_until(seat, open) > seat.now();
        let reason = "Had the information sheet for a week and asks to be treated today.";
        ConsentNotes {
            questions: questions.copied().unwrap_or_default().to_owned(),
            same_day_reason: if is_same_day { reason.to_owned() } else { String::new() },
            identity_check: identity.copied().unwrap_or("Passport").to_owned(),
        }
    }

    fn signature_request(&mut self, open: &OpenVisit, text_sha256: String) -> ConsentSignRequest {
        let copy = self.dice.weighted(&[
            (70, CopyFate::Printed),
            (10, CopyFate::Saved),
            (18, CopyFate::Declined),
            (2, CopyFate::Owed),
        ]);
        ConsentSignRequest {
            visit: open.visit.id,
            language: String::new(),
            text_sha256,
            signature: drawn(&mut self.dice),
            copy: copy.copied().unwrap_or(CopyFate::Printed),
            agrees_electronically: true,
            others: Vec::new(),
            secret: String::new(),
        }
    }
}

/// A name drawn with a pen: two strokes across the field.
fn drawn(dice: &mut Dice) -> Signature {
    let mut t_ms = 0;
    let mut stroke = |start_cpx: i32| {
        let point = |place: i32| {
            t_ms += 16;
            StrokePoint {
                x_cpx: start_cpx + place * 900,
                y_cpx: i32::try_from(dice.between(4_000, 9_000)).unwrap_or(6_000),
                t_ms,
                pressure_milli: u16::try_from(dice.between(300, 800)).unwrap_or(500),
            }
        };
        Stroke((0..8).map(point).collect())
    };
    let strokes = vec![stroke(2_000), stroke(12_000)];
    Signature::Drawn { pointer: PointerKind::Pen, width_cpx: 40_000, height_cpx: 14_000, strokes }
}
