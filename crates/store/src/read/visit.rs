//! Visits, and everything that was recorded in them.

use care::record::{
    Addendum, Chart, ClientId, Consent, ConsentId, Document, DocumentId, ItemUse, Screening, ScreeningId, SignOff,
    Visit, VisitId,
};

use super::{Read, Stored};
use crate::StoreError;
use crate::record::CopyGiven;
use crate::sql::Id;

/// Everything recorded in one visit. Consents, documents and addenda stand oldest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitPapers {
    /// The visit.
    pub visit: Stored<Visit>,
    /// The answers closed in it, if they are.
    pub screening: Option<Stored<Screening>>,
    /// Signed, refused and withdrawn consents.
    pub consents: Vec<Consent>,
    /// The treated zones, if they are charted.
    pub chart: Option<Stored<Chart>>,
    /// Items with their lots.
    pub items: Vec<Stored<ItemUse>>,
    /// The signature, if it is signed.
    pub sign_off: Option<SignOff>,
    /// What was added after the signature.
    pub addenda: Vec<Addendum>,
    /// Filed PDFs.
    pub documents: Vec<Document>,
}

impl Read<'_> {
    /// One visit.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub fn visit(&self, id: VisitId) -> Result<Stored<Visit>, StoreError> {
        self.one("SELECT version, body FROM visit WHERE id = ?1", [Id(id.0)])
    }

    /// The visits of a client, newest first.
    ///
    /// # Errors
    /// What the database says.
    pub fn visits_of(&self, client: ClientId) -> Result<Vec<Stored<Visit>>, StoreError> {
        let sql =
            "SELECT version, body FROM visit WHERE client_id = ?1 ORDER BY visit_on DESC, started_at_ms DESC, id DESC";
        self.all(sql, [Id(client.0)])
    }

    /// The client's visit that is neither signed nor closed without treatment, the newest if there are several.
    ///
    /// # Errors
    /// What the database says.
    pub fn open_visit_of(&self, client: ClientId) -> Result<Option<Stored<Visit>>, StoreError> {
        let sql = "SELECT version, body FROM visit WHERE client_id = ?1 AND is_open = 1
                   ORDER BY visit_on DESC, started_at_ms DESC, id DESC LIMIT 1";
        self.maybe(sql, [Id(client.0)])
    }

    /// Everything recorded in a visit, from one snapshot.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub fn visit_papers(&self, id: VisitId) -> Result<VisitPapers, StoreError> {
        let of = [Id(id.0)];
        let newest_signature =
            "SELECT version, body FROM sign_off WHERE visit_id = ?1 ORDER BY signed_at_ms DESC, id DESC LIMIT 1";
        let sign_off: Option<Stored<SignOff>> = self.maybe(newest_signature, of)?;
        Ok(VisitPapers {
            visit: self.visit(id)?,
            screening: self.screening_of_visit(id)?,
            consents: self.consents_of_visit(id)?,
            chart: self.chart_of_visit(id)?,
            items: self.all("SELECT version, body FROM item_use WHERE visit_id = ?1 ORDER BY id", of)?,
            sign_off: sign_off.map(|stored| stored.record),
            addenda: records(
                self.all("SELECT version, body FROM addendum WHERE visit_id = ?1 ORDER BY written_at_ms, id", of)?,
            ),
            documents: records(
                self.all("SELECT version, body FROM document WHERE visit_id = ?1 ORDER BY filed_at_ms, id", of)?,
            ),
        })
    }

    /// The newest answers closed in a visit.
    ///
    /// # Errors
    /// What the database says.
    pub fn screening_of_visit(&self, id: VisitId) -> Result<Option<Stored<Screening>>, StoreError> {
        let sql = "SELECT version, body FROM screening WHERE visit_id = ?1 ORDER BY closed_at_ms DESC, id DESC LIMIT 1";
        self.maybe(sql, [Id(id.0)])
    }

    /// Every set of answers closed in a visit, oldest first: a visit may be asked anew.
    ///
    /// # Errors
    /// What the database says.
    pub fn screenings_of_visit(&self, id: VisitId) -> Result<Vec<Stored<Screening>>, StoreError> {
        self.all("SELECT version, body FROM screening WHERE visit_id = ?1 ORDER BY closed_at_ms, id", [Id(id.0)])
    }

    /// One set of answers.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub fn screening(&self, id: ScreeningId) -> Result<Stored<Screening>, StoreError> {
        self.one("SELECT version, body FROM screening WHERE id = ?1", [Id(id.0)])
    }

    /// The newest answers of a client.
    ///
    /// # Errors
    /// What the database says.
    pub fn newest_screening_of(&self, client: ClientId) -> Result<Option<Stored<Screening>>, StoreError> {
        let sql =
            "SELECT version, body FROM screening WHERE client_id = ?1 ORDER BY closed_at_ms DESC, id DESC LIMIT 1";
        self.maybe(sql, [Id(client.0)])
    }

    /// The zones treated in a visit.
    ///
    /// # Errors
    /// What the database says.
    pub fn chart_of_visit(&self, id: VisitId) -> Result<Option<Stored<Chart>>, StoreError> {
        self.maybe("SELECT version, body FROM chart WHERE visit_id = ?1 ORDER BY id DESC LIMIT 1", [Id(id.0)])
    }

    /// Every use of a lot, by the text on its label; capitals count.
    ///
    /// # Errors
    /// What the database says.
    pub fn uses_of_lot(&self, lot: &str) -> Result<Vec<ItemUse>, StoreError> {
        Ok(records(self.all("SELECT version, body FROM item_use WHERE lot = ?1 ORDER BY id", [lot])?))
    }

    /// The consents of a visit, oldest first.
    ///
    /// # Errors
    /// What the database says.
    pub fn consents_of_visit(&self, id: VisitId) -> Result<Vec<Consent>, StoreError> {
        let sql = "SELECT version, body FROM consent WHERE visit_id = ?1 ORDER BY signed_at_ms, id";
        Ok(records(self.all(sql, [Id(id.0)])?))
    }

    /// The consents of a client, newest first.
    ///
    /// # Errors
    /// What the database says.
    pub fn consents_of(&self, client: ClientId) -> Result<Vec<Consent>, StoreError> {
        let sql = "SELECT version, body FROM consent WHERE client_id = ?1 ORDER BY signed_at_ms DESC, id DESC";
        Ok(records(self.all(sql, [Id(client.0)])?))
    }

    /// One consent.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub fn consent(&self, id: ConsentId) -> Result<Consent, StoreError> {
        Ok(self.one("SELECT version, body FROM consent WHERE id = ?1", [Id(id.0)])?.record)
    }

    /// How and when an owed copy of a consent was given, if it was.
    ///
    /// # Errors
    /// What the database says.
    pub fn copy_given(&self, id: ConsentId) -> Result<Option<CopyGiven>, StoreError> {
        let given = self.maybe("SELECT version, body FROM copy_given WHERE id = ?1", [Id(id.0)])?;
        Ok(given.map(|stored: Stored<CopyGiven>| stored.record))
    }

    /// The documents of a client, newest first.
    ///
    /// # Errors
    /// What the database says.
    pub fn documents_of(&self, client: ClientId) -> Result<Vec<Document>, StoreError> {
        let sql = "SELECT version, body FROM document WHERE client_id = ?1 ORDER BY filed_at_ms DESC, id DESC";
        Ok(records(self.all(sql, [Id(client.0)])?))
    }

    /// One document.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub fn document(&self, id: DocumentId) -> Result<Document, StoreError> {
        Ok(self.one("SELECT version, body FROM document WHERE id = ?1", [Id(id.0)])?.record)
    }
}

fn records<T>(stored: Vec<Stored<T>>) -> Vec<T> {
    stored.into_iter().map(|stored| stored.record).collect()
}
