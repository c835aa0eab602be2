//! What stands beside a consent: its bundle, its corrections; and visits recorded under the wrong client.

use care::record::{ClientId, ConsentAddendum, ConsentId, SealedConsent, VisitId, WrongClient};

use super::{Read, Stored};
use crate::StoreError;
use crate::sql::Id;

impl Read<'_> {
    /// What was signed, whole; `None` for a consent from before there were bundles.
    ///
    /// # Errors
    /// What the database says.
    pub fn sealed_consent(&self, consent: ConsentId) -> Result<Option<SealedConsent>, StoreError> {
        let sealed = self.maybe_journaled("SELECT version, id FROM sealed_consent WHERE id = ?1", [Id(consent.0)])?;
        Ok(sealed.map(|stored: Stored<SealedConsent>| stored.record))
    }

    /// Every bundle of a client, in the order of their ids.
    ///
    /// # Errors
    /// What the database says.
    pub fn sealed_consents_of(&self, client: ClientId) -> Result<Vec<SealedConsent>, StoreError> {
        let sql = "SELECT version, id FROM sealed_consent WHERE client_id = ?1 ORDER BY id";
        Ok(self.all_journaled(sql, [Id(client.0)])?.into_iter().map(|stored| stored.record).collect())
    }

    /// The corrections beside a client's consents, oldest first.
    ///
    /// # Errors
    /// What the database says.
    pub fn consent_addenda_of(&self, client: ClientId) -> Result<Vec<ConsentAddendum>, StoreError> {
        let sql = "SELECT version, body FROM consent_addendum WHERE client_id = ?1 ORDER BY written_at_ms, id";
        Ok(self.all(sql, [Id(client.0)])?.into_iter().map(|stored| stored.record).collect())
    }

    /// What a client's file says of visits recorded under the wrong client, oldest first.
    ///
    /// # Errors
    /// What the database says.
    pub fn wrong_clients_of(&self, client: ClientId) -> Result<Vec<WrongClient>, StoreError> {
        let sql = "SELECT version, body FROM wrong_client WHERE client_id = ?1 ORDER BY at_ms, id";
        Ok(self.all(sql, [Id(client.0)])?.into_iter().map(|stored| stored.record).collect())
    }

    /// Both sides of a visit that was recorded under the wrong client, oldest first; none where it was not.
    ///
    /// # Errors
    /// What the database says.
    pub fn wrong_clients_of_visit(&self, visit: VisitId) -> Result<Vec<WrongClient>, StoreError> {
        let sql = "SELECT version, body FROM wrong_client WHERE visit_id = ?1 ORDER BY at_ms, id";
        Ok(self.all(sql, [Id(visit.0)])?.into_iter().map(|stored| stored.record).collect())
    }
}
