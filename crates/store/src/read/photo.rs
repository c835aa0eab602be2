//! Photos and scans of a client, what is allowed with them, and which were withdrawn.

use care::record::{ClientId, MediaWithdrawal, Photo, PhotoId, PhotoPermission, PhotoScope, Scan, ScanId};

use super::{Read, Stored};
use crate::StoreError;
use crate::sql::Id;

/// A photo as it stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptPhoto {
    /// The photo.
    pub photo: Photo,
    /// What the client allows now.
    pub scope: PhotoScope,
    /// That it was withdrawn, if it was.
    pub withdrawal: Option<MediaWithdrawal>,
}

/// A scan as it stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptScan {
    /// The scan.
    pub scan: Scan,
    /// That it was withdrawn, if it was.
    pub withdrawal: Option<MediaWithdrawal>,
}

impl Read<'_> {
    /// One photo, withdrawn or not.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub fn photo(&self, id: PhotoId) -> Result<KeptPhoto, StoreError> {
        let photo: Stored<Photo> = self.one("SELECT version, body FROM photo WHERE id = ?1", [Id(id.0)])?;
        self.kept_photo(photo.record)
    }

    /// The photos of a client, the newest first.
    ///
    /// # Errors
    /// What the database says.
    pub fn photos_of(&self, client: ClientId) -> Result<Vec<KeptPhoto>, StoreError> {
        let sql = "SELECT version, body FROM photo WHERE client_id = ?1 ORDER BY taken_on DESC, added_at_ms DESC, id";
        let photos: Vec<Stored<Photo>> = self.all(sql, [Id(client.0)])?;
        photos.into_iter().map(|stored| self.kept_photo(stored.record)).collect()
    }

    /// One scan, withdrawn or not.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub fn scan(&self, id: ScanId) -> Result<KeptScan, StoreError> {
        let scan: Stored<Scan> = self.one("SELECT version, body FROM scan WHERE id = ?1", [Id(id.0)])?;
        self.kept_scan(scan.record)
    }

    /// The scans of a client, the newest first.
    ///
    /// # Errors
    /// What the database says.
    pub fn scans_of(&self, client: ClientId) -> Result<Vec<KeptScan>, StoreError> {
        let sql = "SELECT version, body FROM scan WHERE client_id = ?1 ORDER BY added_at_ms DESC, id";
        let scans: Vec<Stored<Scan>> = self.all(sql, [Id(client.0)])?;
        scans.into_iter().map(|stored| self.kept_scan(stored.record)).collect()
    }

    fn kept_photo(&self, photo: Photo) -> Result<KeptPhoto, StoreError> {
        let sql = "SELECT version, body FROM photo_permission WHERE id = ?1";
        let later: Option<Stored<PhotoPermission>> = self.maybe(sql, [Id(photo.id.0)])?;
        let scope = later.map_or(photo.scope, |permission| permission.record.scope);
        let withdrawal = self.withdrawal(Id(photo.id.0))?;
        Ok(KeptPhoto { photo, scope, withdrawal })
    }

    fn kept_scan(&self, scan: Scan) -> Result<KeptScan, StoreError> {
        let withdrawal = self.withdrawal(Id(scan.id.0))?;
        Ok(KeptScan { scan, withdrawal })
    }

    fn withdrawal(&self, id: Id) -> Result<Option<MediaWithdrawal>, StoreError> {
        let sql = "SELECT version, body FROM media_withdrawal WHERE id = ?1";
        Ok(self.maybe(sql, [id])?.map(|stored| stored.record))
    }
}
