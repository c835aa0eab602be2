//! What the client has agreed to in this visit, and what of the plan is not covered by it.
//!
//! Source: `lg.consent_void` of the fact base (status P): a new component, a deeper needle, a new zone, a new risk, or
//! more than `p.consent_days`, needs a new signature. Where the signature before still stands, only the excess is asked
//! for; where it does not, everything is.

use care::record::{Component, Consent, ConsentId, ConsentOutcome, excess};
use chrono::{DateTime, Duration, Utc};

use crate::visit::{Judged, OpenVisit};

/// What the plan holds and nobody has signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Gap {
    /// Why the consents there are do not do.
    pub(crate) why: GapReason,
    /// The parts to ask for, with the zones that go beyond.
    pub(crate) parts: Vec<Component>,
    /// The consent that still stands and is only added to, and when it was signed.
    pub(crate) adds_to: Option<(ConsentId, DateTime<Utc>)>,
}

/// Why the consents there are do not do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum GapReason {
    /// None was signed.
    NotSigned,
    /// The client said no.
    Refused,
    /// The client took it back.
    Withdrawn,
    /// It was signed too long ago.
    Expired,
    /// The text means something else by now.
    TextChanged,
    /// The plan holds more.
    Excess,
    /// An answer that changed, or a risk that was not named.
    NewRisk,
}

/// What a consent has to meet today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Terms {
    /// Now.
    pub(crate) now: DateTime<Utc>,
    /// Days a signed consent covers treatment that has not begun.
    pub(crate) valid_days: u32,
}

impl Terms {
    /// Whether a consent of that time still covers: to the very second of its last day.
    fn holds(self, signed_at: DateTime<Utc>) -> bool {
        self.now <= signed_at + Duration::days(i64::from(self.valid_days))
    }
}

impl OpenVisit {
    /// The signed consents of this visit that stand, oldest first: the newest whole one and what was added to it, none of
    /// them taken back, and no refusal of the whole since. Who takes a whole one back does not fall back on an older one.
    pub(crate) fn standing_consents(&self) -> Vec<&Consent> {
        let of_client: Vec<&Consent> =
            self.consents.iter().filter(|consent| consent.client == self.visit.client).collect();
        let is_withdrawn = |id: ConsentId| {
            of_client.iter().any(|other| matches!(&other.outcome, ConsentOutcome::Withdrawn { of, .. } if *of == id))
        };
        let ends = |consent: &&Consent| {
            let is_refusal = matches!(consent.outcome, ConsentOutcome::Refused { .. });
            consent.supplements.is_none() && (is_refusal || is_withdrawn(consent.id))
        };
        let after = of_client.iter().rposition(ends).map_or(0, |place| place + 1);
        let is_signed =
            |consent: &&Consent| matches!(consent.outcome, ConsentOutcome::Signed) && !is_withdrawn(consent.id);
        let signed: Vec<&Consent> = of_client.iter().copied().skip(after).filter(is_signed).collect();
        let newest_whole = signed.iter().rposition(|consent| consent.supplements.is_none());
        newest_whole.map(|place| signed.into_iter().skip(place).collect()).unwrap_or_default()
    }

    /// When the client last said no in this visit: refused what was shown, or took a consent back.
    pub(crate) fn said_no_at(&self) -> Option<DateTime<Utc>> {
        let of_client = self.consents.iter().filter(|consent| consent.client == self.visit.client);
        let is_no = |consent: &&Consent| !matches!(consent.outcome, ConsentOutcome::Signed);
        of_client.filter(is_no).map(|consent| consent.signed_at).max()
    }

    /// The newest signed consent of this visit that stands.
    pub(crate) fn signed_consent(&self) -> Option<&Consent> {
        self.standing_consents().pop()
    }

    /// What of the plan no consent that stands covers; `None` where everything is covered.
    pub(crate) fn gap(&self, judged: &Judged) -> Option<Gap> {
        let standing = self.standing_consents();
        let whole = |why| Some(Gap { why, parts: self.components().to_vec(), adds_to: None });
        let Some(first) = standing.first() else { return whole(self.why_none()) };
        // What has begun rests on the signature it began with.
        if !self.has_begun() {
            if !standing.iter().all(|consent| judged.terms.holds(consent.signed_at)) {
                return whole(GapReason::Expired);
            }
            if standing.iter().any(|consent| is_of_other_meaning(consent)) {
                return whole(GapReason::TextChanged);
            }
            let signed: Vec<&[Component]> = standing.iter().map(|consent| consent.components.as_slice()).collect();
            if brings_new_risk(judged, &standing, !excess(&signed, self.components()).is_empty()) {
                return whole(GapReason::NewRisk);
            }
        }
        let signed: Vec<&[Component]> = standing.iter().map(|consent| consent.components.as_slice()).collect();
        let parts = excess(&signed, self.components());
        if parts.is_empty() {
            return None;
        }
        let main = standing.iter().find(|consent| consent.supplements.is_none()).unwrap_or(first);
        Some(Gap { why: GapReason::Excess, parts, adds_to: Some((main.id, main.signed_at)) })
    }

    /// Whether a signed consent covers everything that is planned.
    pub(crate) fn is_consented(&self, judged: &Judged) -> bool {
        !self.components().is_empty() && self.gap(judged).is_none()
    }

    fn why_none(&self) -> GapReason {
        let last = self.consents.iter().rfind(|consent| consent.client == self.visit.client);
        match last.map(|consent| &consent.outcome) {
            Some(ConsentOutcome::Refused { .. }) => GapReason::Refused,
            Some(ConsentOutcome::Withdrawn { .. }) => GapReason::Withdrawn,
            Some(ConsentOutcome::Signed) | None => GapReason::NotSigned,
        }
    }
}

/// Whether the text means something else by now. A consent from before meanings had versions says nothing about it.
fn is_of_other_meaning(consent: &Consent) -> bool {
    let today = care::consent::material_version(&consent.language);
    !consent.material_version.is_empty() && today.is_ok_and(|today| today != consent.material_version)
}

/// Whether the client's answers say yes to more than at the signature, or the parts that were agreed to have a risk that
/// was not named. A consent from before either was kept says nothing about it.
fn brings_new_risk(judged: &Judged, standing: &[&Consent], is_excess: bool) -> bool {
    let said = |question: &str| {
        let known = standing.iter().filter_map(|consent| consent.risk_answers.as_ref()).flatten();
        known.into_iter().any(|answer| answer == question)
    };
    let named =
        |risk: &str| standing.iter().filter_map(|consent| consent.risks.as_ref()).flatten().any(|one| one == risk);
    let knows_answers = standing.iter().all(|consent| consent.risk_answers.is_some());
    let knows_risks = standing.iter().all(|consent| consent.risks.is_some());
    let answered = judged.answered_yes.iter().any(|question| !said(question.as_str()));
    // The risks of what is added are named by the form that asks for it.
    let unnamed = !is_excess && judged.risks().iter().any(|risk| !named(risk.as_str()));
    (knows_answers && answered) || (knows_risks && unnamed)
}
