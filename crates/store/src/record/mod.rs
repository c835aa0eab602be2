//! The records of a practice, and the table each one stands in.
//!
//! `upsert` is what a write and a rebuild have in common: given the same bodies it leaves the same tables.

mod backup;
mod consent;
mod drill;
mod final_record;
mod fold;
mod keeping;
mod people;
mod photo;
mod protocol;
mod restriction;
mod visit;
mod wrong_client;

use care::record::{
    AccessRequest, Addendum, Appointment, Chart, Client, ClientId, Clinic, ClinicProtocol, Consent, ConsentAddendum,
    Document, Erasure, ItemUse, MediaWithdrawal, Photo, PhotoPermission, ProtocolApproval, Restriction, RetentionHold,
    Scan, Screening, SealedConsent, SignOff, User, Visit, WrongClient,
};
use rusqlite::Connection;
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

pub use backup::{BackupOutcome, BackupRun};
pub use drill::{DrillOutcome, RestoreDrill};
pub use final_record::CopyGiven;
pub(crate) use fold::{digits, fold, words, written_words};

use crate::sql::Id;
use crate::{Part, StoreError};

/// Something the vault keeps versions of.
pub trait Record: Serialize + DeserializeOwned {
    /// Which kind it is.
    const ENTITY: Entity;

    /// Its id.
    fn id(&self) -> Uuid;

    /// Whose it is, if it is anybody's.
    fn client(&self) -> Option<ClientId>;

    /// Writes the record's row. The only way a row comes to be: a write and a rebuild both go through here.
    ///
    /// # Errors
    /// [`StoreError::SignedIsFinal`] where the row may not change any more.
    fn upsert(&self, place: &Place<'_>) -> Result<(), StoreError>;
}

/// Where a row goes: the connection inside its transaction, the version, and the canonical body.
#[derive(Debug)]
pub struct Place<'a> {
    pub(crate) connection: &'a Connection,
    pub(crate) version: u32,
    pub(crate) body: &'a str,
}

impl Place<'_> {
    /// Runs one statement with bound values.
    pub(crate) fn run(&self, sql: &str, values: &[&dyn rusqlite::ToSql]) -> Result<(), StoreError> {
        self.connection.prepare_cached(sql)?.execute(values)?;
        Ok(())
    }
}

macro_rules! entities {
    ($($(#[$doc:meta])* $name:ident = $word:literal),+ $(,)?) => {
        /// A kind of record. Its word is also the name of its table.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Entity { $($(#[$doc])* $name),+ }

        impl Entity {
            /// Every kind.
            pub const ALL: &'static [Entity] = &[$(Entity::$name),+];

            /// The word in the journal, and the table.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $(Entity::$name => $word),+ }
            }

            /// Puts a body of the journal back into its table.
            pub(crate) fn replay(self, place: &Place<'_>) -> Result<(), StoreError> {
                match self { $(Entity::$name => replay::<$name>(place)),+ }
            }
        }
    };
}

entities! {
    /// The clinic of the vault.
    Clinic = "clinic",
    /// Somebody who signs in.
    User = "user",
    /// A person in the clinic's care.
    Client = "client",
    /// A client's place in the day.
    Appointment = "appointment",
    /// One treatment appointment.
    Visit = "visit",
    /// A closed set of screening answers.
    Screening = "screening",
    /// The zones of a visit as they were treated.
    Chart = "chart",
    /// An item with its lot, used in a visit.
    ItemUse = "item_use",
    /// A signed, refused or withdrawn consent.
    Consent = "consent",
    /// A copy of a consent that was owed and has been given.
    CopyGiven = "copy_given",
    /// What was signed, whole, with its hash and signatures.
    SealedConsent = "sealed_consent",
    /// A correction beside a signed consent.
    ConsentAddendum = "consent_addendum",
    /// One side of a visit that was recorded under the wrong client.
    WrongClient = "wrong_client",
    /// A signature under a visit.
    SignOff = "sign_off",
    /// A dated addition to something signed.
    Addendum = "addendum",
    /// A filed PDF.
    Document = "document",
    /// One version of the clinic's protocol.
    ClinicProtocol = "protocol",
    /// A prescriber's approval of one version.
    ProtocolApproval = "protocol_approval",
    /// Whether a client's record is restricted.
    Restriction = "restriction",
    /// A try to make a backup.
    BackupRun = "backup_run",
    /// A photo of a client.
    Photo = "photo",
    /// What a client allows a photo to be used for.
    PhotoPermission = "photo_permission",
    /// A scan of paper.
    Scan = "scan",
    /// A photo or scan that was withdrawn.
    MediaWithdrawal = "media_withdrawal",
    /// A proof that the newest backup can be restored from.
    RestoreDrill = "restore_drill",
    /// A request for a copy of a client's record.
    AccessRequest = "access_request",
    /// Whether a client's record is held beyond its retention.
    RetentionHold = "retention_hold",
    /// A client's record was erased.
    Erasure = "erasure",
}

impl Entity {
    /// The kind with this word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|entity| entity.word() == word)
    }

    /// Whether its records have one version only.
    #[must_use]
    pub fn is_final(self) -> bool {
        match self {
            Self::Consent
            | Self::CopyGiven
            | Self::SealedConsent
            | Self::ConsentAddendum
            | Self::WrongClient
            | Self::SignOff
            | Self::Addendum
            | Self::Document
            | Self::ClinicProtocol
            | Self::ProtocolApproval
            | Self::BackupRun
            | Self::Photo
            | Self::Scan
            | Self::MediaWithdrawal
            | Self::RestoreDrill
            | Self::Erasure => true,
            Self::Clinic
            | Self::User
            | Self::Client
            | Self::Appointment
            | Self::Visit
            | Self::Screening
            | Self::Chart
            | Self::ItemUse
            | Self::Restriction
            | Self::PhotoPermission
            | Self::AccessRequest
            | Self::RetentionHold => false,
        }
    }

    /// The newest version of a record of this kind; 0 where there is none.
    pub(crate) fn version_of(self, connection: &Connection, id: Uuid) -> Result<u32, StoreError> {
        let newest = "SELECT coalesce(max(version), 0) FROM journal WHERE entity = ?1 AND entity_id = ?2";
        Ok(connection.prepare_cached(newest)?.query_row((self.word(), Id(id)), |row| row.get(0))?)
    }
}

fn replay<R: Record>(place: &Place<'_>) -> Result<(), StoreError> {
    read_body::<R>(place.body)?.upsert(place)
}

/// Reads a record from its stored body.
pub(crate) fn read_body<R: DeserializeOwned>(body: &str) -> Result<R, StoreError> {
    serde_json::from_str(body).map_err(|_| StoreError::Damaged(Part::Record))
}

/// The word serde gives a value that is a plain word.
fn word_of<T: Serialize>(value: &T) -> Result<String, StoreError> {
    let value = serde_json::to_value(value).map_err(|_| StoreError::NotCanonical)?;
    value.as_str().map(str::to_owned).ok_or(StoreError::NotCanonical)
}
