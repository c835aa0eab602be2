//! What the client has agreed to in this visit, and what of the plan is not covered by it.
//!
//! Source: `lg.consent_void` of the fact base (status P): a new component, a deeper needle, a new zone, a new risk, or
//! more than `p.consent_days`, needs a new signature. Where the signature before still stands, only the excess is asked
//! for; where it does not, everything is.

use care::ids::RiskId;
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
    /// Risks that were not named yet.
    pub(crate) risks: Vec<RiskId>,
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
    /// The plan holds the same, and a risk that was not named.
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

    /// The newest signed consent of this visit that stands.
    pub(crate) fn signed_consent(&self) -> Option<&Consent> {
        self.standing_consents().pop()
    }

    /// What of the plan no consent that stands covers; `None` where everything is covered.
    pub(crate) fn gap(&self, judged: &Judged) -> Option<Gap> {
        let standing = self.standing_consents();
        let whole = |why| Some(Gap { why, parts: self.components().to_vec(), risks: judged.risks(), adds_to: None });
        let Some(first) = standing.first() else { return whole(self.why_none()) };
        // What has begun rests on the signature it began with.
        if !self.has_begun() {
            if !standing.iter().all(|consent| judged.terms.holds(consent.signed_at)) {
                return whole(GapReason::Expired);
            }
            if standing.iter().any(|consent| is_of_other_meaning(consent)) {
                return whole(GapReason::TextChanged);
            }
        }
        let signed: Vec<&[Component]> = standing.iter().map(|consent| consent.components.as_slice()).collect();
        let parts = excess(&signed, self.components());
        let risks = if self.has_begun() { Vec::new() } else { unnamed(judged.risks(), &standing) };
        let why = match (parts.is_empty(), risks.is_empty()) {
            (false, _) => GapReason::Excess,
            (true, false) => GapReason::NewRisk,
            (true, true) => return None,
        };
        // A risk alone belongs to the parts it is a risk of: they are described again.
        let parts = if parts.is_empty() { self.components().to_vec() } else { parts };
        let main = standing.iter().find(|consent| consent.supplements.is_none()).unwrap_or(first);
        Some(Gap { why, parts, risks, adds_to: Some((main.id, main.signed_at)) })
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

/// The risks of the plan that none of the consents names; none where one of them is from before risks were kept.
fn unnamed(risks: Vec<RiskId>, standing: &[&Consent]) -> Vec<RiskId> {
    if standing.iter().any(|consent| consent.risks.is_none()) {
        return Vec::new();
    }
    let is_named = |risk: &RiskId| {
        standing.iter().filter_map(|consent| consent.risks.as_ref()).flatten().any(|named| named == risk.as_str())
    };
    risks.into_iter().filter(|risk| !is_named(risk)).collect()
}
