//! A visit as it stands: closed steps from the records, everything else from the draft over them.

use std::collections::{BTreeMap, BTreeSet};

use care::protocol::Protocol;
use care::record::{
    Addendum, Answer, Chart, ChartedZone, Client, ClientId, Component, Consent, Document, ItemUse, Lift, PastProcedure,
    Screening, SignOff, Treatment, Visit, VisitId,
};
use chrono::{DateTime, NaiveDate, Utc};
use store::{DraftField, Read, StoreError};

use crate::failure::{Failure, Refusal};
use crate::seat::Seat;
use crate::visit::{Background, Draft, Field, own_visits, owner_of, standing};

/// A visit as it stands.
#[derive(Debug, Clone)]
pub(crate) struct OpenVisit {
    /// The record.
    pub(crate) visit: Visit,
    /// Version of the record.
    pub(crate) version: u32,
    /// Who is treated.
    pub(crate) client: Client,
    /// What is not closed yet.
    pub(crate) draft: Draft,
    /// Questions of the same day whose answers are not of today: they count as unanswered.
    pub(crate) stale: BTreeSet<String>,
    /// The answers this visit rests on, once they are closed.
    pub(crate) screening: Option<Screening>,
    /// The newest screening of an earlier visit.
    pub(crate) earlier_screening: Option<Screening>,
    /// Consents of this visit, oldest first.
    pub(crate) consents: Vec<Consent>,
    /// Consents of earlier visits.
    pub(crate) earlier_consents: Vec<Consent>,
    /// Zones, once signed.
    pub(crate) chart: Option<Chart>,
    /// Items, once signed.
    pub(crate) items: Vec<ItemUse>,
    /// The signature.
    pub(crate) sign_off: Option<SignOff>,
    /// Additions after the signature.
    pub(crate) addenda: Vec<Addendum>,
    /// Filed documents of this visit.
    pub(crate) documents: Vec<Document>,
    /// Signed visits before this one, newest first, with their zones.
    pub(crate) earlier: Vec<EarlierVisit>,
    /// Whether there is a step to undo.
    pub(crate) can_undo: bool,
    /// Whether there is a step to do again.
    pub(crate) can_redo: bool,
    /// When the newest field became durable.
    pub(crate) saved_at: Option<DateTime<Utc>>,
}

/// A signed visit before this one.
#[derive(Debug, Clone)]
pub(crate) struct EarlierVisit {
    /// The record.
    pub(crate) visit: Visit,
    /// Its zones.
    pub(crate) zones: Vec<ChartedZone>,
}

impl OpenVisit {
    /// Reads a visit.
    ///
    /// # Errors
    /// [`Failure::Store`] if it is not there or cannot be read.
    pub(crate) fn read(seat: &Seat<'_>, id: VisitId) -> Result<Self, Failure> {
        let open = Self::gathered(seat, id)?;
        seat.may_see(open.client.id)?;
        Ok(open)
    }

    fn gathered(seat: &Seat<'_>, id: VisitId) -> Result<Self, Failure> {
        let (fields, mut open) = seat.read(|read| gather(read, id))?;
        // What is over is read from its records alone.
        if !open.is_over() {
            open.draft = Draft::read(fields.iter().map(|field| (field.path.as_str(), &field.value)))?;
            open.stale = standing::stale_questions(seat, &open);
        }
        Ok(open)
    }

    /// Reads a visit for what leaves on paper: it names whom the visit belongs to, also where a signed visit stands in
    /// somebody else's file. Then what was done is here, and nothing of what was said, signed or filed there.
    ///
    /// # Errors
    /// As [`Self::read`], for the client it belongs to.
    pub(crate) fn read_for_paper(seat: &Seat<'_>, id: VisitId) -> Result<Self, Failure> {
        let open = Self::gathered(seat, id)?;
        let owner = seat.read(|read| owner_of(read, &open.visit))?;
        seat.may_see(owner)?;
        if owner == open.client.id {
            return Ok(open);
        }
        seat.read(|read| {
            let documents = read.documents_of(owner)?.into_iter();
            Ok(Self {
                client: read.client(owner)?.record,
                earlier: earlier_visits(read, owner, id)?,
                documents: documents.filter(|document| document.visit == Some(id)).collect(),
                visit: Visit { client: owner, screening: None, lifts: Vec::new(), ..open.visit },
                screening: None,
                earlier_screening: None,
                consents: Vec::new(),
                earlier_consents: Vec::new(),
                ..open
            })
        })
    }

    /// Reads a visit that may still be changed.
    ///
    /// # Errors
    /// [`Refusal::VisitSigned`] or [`Refusal::VisitClosed`] if it may not.
    pub(crate) fn read_to_change(seat: &Seat<'_>, id: VisitId) -> Result<Self, Failure> {
        let open = Self::read(seat, id)?;
        if open.visit.is_signed {
            return Err(Refusal::VisitSigned.failure());
        }
        if open.visit.not_today.is_some() {
            return Err(Refusal::VisitClosed.failure());
        }
        Ok(open)
    }

    /// The parts as they are planned now.
    pub(crate) fn components(&self) -> &[Component] {
        self.draft.components.as_deref().unwrap_or(&self.visit.components)
    }

    /// Findings lifted so far.
    pub(crate) fn lifts(&self) -> impl Iterator<Item = &Lift> {
        self.visit.lifts.iter().chain(&self.draft.lifts)
    }

    /// Whether the questions of today are closed, today, and nothing was answered since.
    pub(crate) fn is_screened(&self) -> bool {
        self.screening.is_some()
            && self.draft.answers.is_empty()
            && self.draft.background.is_none()
            && self.stale.is_empty()
    }

    /// The answers that stand: those of today over those that are closed in this visit.
    pub(crate) fn answers(&self) -> BTreeMap<String, Answer> {
        let mut answers = self.screening.as_ref().map(|closed| closed.answers.clone()).unwrap_or_default();
        answers.extend(self.draft.answers.clone());
        answers.retain(|question, _| !self.stale.contains(question));
        answers
    }

    /// Medicines, blood values and procedures as they stand.
    pub(crate) fn background(&self) -> Background {
        self.draft.background.clone().unwrap_or_else(|| match &self.screening {
            Some(closed) => Background {
                medicines: closed.medicines.clone(),
                measures: closed.measures.clone(),
                history: closed.history.clone(),
            },
            None => Background::default(),
        })
    }

    /// Day of the newest whole questionnaire these answers rest on.
    pub(crate) fn screened_on(&self) -> NaiveDate {
        if let Some(closed) = &self.screening {
            return closed.screened_on;
        }
        match (&self.draft.copied_from, &self.earlier_screening) {
            (Some(id), Some(earlier)) if earlier.id == *id => earlier.screened_on,
            (Some(_) | None, _) => self.visit.visit_on,
        }
    }

    /// Zones as they are charted: from the record once signed, else from the draft.
    pub(crate) fn zones(&self) -> &[ChartedZone] {
        self.chart.as_ref().map_or(self.draft.zones.as_slice(), |chart| &chart.zones)
    }

    /// Items used: from the records once signed, else from the draft.
    pub(crate) fn used_items(&self) -> &[ItemUse] {
        if self.visit.is_signed { &self.items } else { &self.draft.items }
    }

    /// End of the treatment.
    pub(crate) fn finished_at(&self) -> Option<DateTime<Utc>> {
        self.draft.finished_at.or(self.visit.finished_at)
    }

    /// Signed visits in this clinic, as the rules ask for past procedures.
    pub(crate) fn earlier_here(&self, protocol: &Protocol) -> Vec<PastProcedure> {
        self.earlier.iter().flat_map(|earlier| past_procedures(earlier, protocol)).collect()
    }
}

/// The parts of a visit as they are planned now, without reading the rest of it.
///
/// # Errors
/// What the vault says.
pub(crate) fn planned_components(read: &Read<'_>, visit: &Visit) -> Result<Vec<Component>, StoreError> {
    let path = Field::Components.path();
    let drafted = read.draft(visit.id)?.into_iter().find(|field| field.path == path);
    match drafted {
        Some(field) => serde_json::from_value(field.value).map_err(|_| StoreError::Damaged(store::Part::Record)),
        None => Ok(visit.components.clone()),
    }
}

fn past_procedures(earlier: &EarlierVisit, protocol: &Protocol) -> Vec<PastProcedure> {
    let on = earlier.visit.visit_on.to_string();
    let done = earlier.visit.components.iter().filter_map(|part| {
        let kind = match &part.treatment {
            Treatment::Mn(_) => "mn",
            Treatment::Rf(_) => "rf",
            Treatment::Prp(_) => "prp",
            Treatment::Peel(_) => "peel",
            Treatment::Serum(_) | Treatment::Ta(_) | Treatment::Led(_) => return None,
        };
        let is_needling = matches!(part.treatment, Treatment::Mn(_) | Treatment::Rf(_));
        let mut zones: Vec<_> = if is_needling {
            earlier.zones.iter().map(|charted| charted.zone).collect()
        } else {
            part.zones.iter().map(|planned| planned.zone).collect()
        };
        zones.sort();
        zones.dedup();
        Some(PastProcedure {
            kind: kind.to_owned(),
            done_on: Some(on.clone()),
            zones,
            peel_class: peel_class(&part.treatment, protocol),
            material: None,
            depth_um: if is_needling { earlier.zones.iter().map(|charted| charted.depth_um).max() } else { None },
        })
    });
    let unplanned = is_needled_unplanned(&earlier.visit.components, &earlier.zones).then(|| PastProcedure {
        kind: "mn".to_owned(),
        done_on: Some(on.clone()),
        zones: earlier.zones.iter().map(|charted| charted.zone).collect(),
        peel_class: None,
        material: None,
        depth_um: earlier.zones.iter().map(|charted| charted.depth_um).max(),
    });
    done.chain(unplanned).collect()
}

/// Whether zones are charted though no part of the plan needles any: a plan may change after the deed.
pub(super) fn is_needled_unplanned(components: &[Component], zones: &[ChartedZone]) -> bool {
    let needles = |part: &Component| matches!(part.treatment, Treatment::Mn(_) | Treatment::Rf(_));
    !zones.is_empty() && !components.iter().any(needles)
}

fn peel_class(treatment: &Treatment, protocol: &Protocol) -> Option<String> {
    match treatment {
        Treatment::Peel(peel) => Some(crate::visit::case_of::class_of_peel(peel, protocol).as_str().to_owned()),
        Treatment::Mn(_)
        | Treatment::Rf(_)
        | Treatment::Prp(_)
        | Treatment::Serum(_)
        | Treatment::Ta(_)
        | Treatment::Led(_) => None,
    }
}

fn gather(read: &Read<'_>, id: VisitId) -> Result<(Vec<DraftField>, OpenVisit), StoreError> {
    let papers = read.visit_papers(id)?;
    let visit = papers.visit.record;
    let fields = read.draft(id)?;
    let (can_undo, can_redo) = read.draft_steps(id)?;
    let consents = read.consents_of(visit.client)?;
    let wrong = read.wrong_clients_of(visit.client)?;
    let is_of_somebody_else = |consent: &Consent| wrong.iter().any(|side| side.consents.contains(&consent.id));
    let earlier_consents =
        consents.into_iter().filter(|consent| consent.visit != id && !is_of_somebody_else(consent)).collect();
    // What was signed, or set on paper, while the visit stood in another client's file stays there.
    let consents = papers.consents.into_iter().filter(|consent| consent.client == visit.client).collect();
    let documents = papers.documents.into_iter().filter(|document| document.client == visit.client).collect();
    // What was closed in this visit and taken up again is not what the visit rests on.
    let screening = papers.screening.map(|stored| stored.record).filter(|closed| visit.screening == Some(closed.id));
    let open = OpenVisit {
        client: read.client(visit.client)?.record,
        draft: Draft::default(),
        stale: BTreeSet::new(),
        screening,
        earlier_screening: earlier_screening(read, visit.client, id)?,
        consents,
        earlier_consents,
        chart: papers.chart.map(|stored| stored.record),
        items: papers.items.into_iter().map(|stored| stored.record).collect(),
        sign_off: papers.sign_off,
        addenda: papers.addenda,
        documents,
        earlier: earlier_visits(read, visit.client, id)?,
        can_undo,
        can_redo,
        saved_at: fields.iter().map(|field| field.at).max(),
        version: papers.visit.version,
        visit,
    };
    Ok((fields, open))
}

/// The answers of the newest visit before this one that closed any.
fn earlier_screening(read: &Read<'_>, client: ClientId, visit: VisitId) -> Result<Option<Screening>, StoreError> {
    let earlier = own_visits(read, client)?.into_iter().filter(|other| other.id != visit);
    for other in earlier {
        // Answers of a visit that was recorded under another client are that client's words, or nobody knows whose.
        if let Some(closed) = read.screening_of_visit(other.id)?.filter(|closed| closed.record.client == client) {
            return Ok(Some(closed.record));
        }
    }
    Ok(None)
}

fn earlier_visits(read: &Read<'_>, client: ClientId, visit: VisitId) -> Result<Vec<EarlierVisit>, StoreError> {
    own_visits(read, client)?
        .into_iter()
        .filter(|other| other.is_signed && other.id != visit)
        .map(|other| {
            let zones = read.chart_of_visit(other.id)?.map(|chart| chart.record.zones).unwrap_or_default();
            Ok(EarlierVisit { visit: other, zones })
        })
        .collect()
}
