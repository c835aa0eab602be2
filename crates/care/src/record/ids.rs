//! Ids of records. Each is its own type, so that a visit's id can never be taken for a client's.
//!
//! An id is a UUIDv7 made where the record is made; it comes in as an argument. This module makes none.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        #[cfg_attr(feature = "contract", derive(ts_rs::TS))]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )+};
}

ids! {
    /// The clinic of a vault. A vault has exactly one.
    ClinicId,
    /// A signed-in user who treats or helps.
    UserId,
    /// A person in the clinic's care.
    ClientId,
    /// A client's place in the day.
    AppointmentId,
    /// One treatment appointment.
    VisitId,
    /// One set of screening answers.
    ScreeningId,
    /// One signed, refused or withdrawn consent.
    ConsentId,
    /// The zones of one visit as they were treated.
    ChartId,
    /// One item with its lot, used in one visit.
    ItemUseId,
    /// One signature under a visit.
    SignOffId,
    /// A dated correction or addition to something signed.
    AddendumId,
    /// A correction beside a signed consent.
    ConsentAddendumId,
    /// One side of "recorded under the wrong client".
    WrongClientId,
    /// A filed PDF.
    DocumentId,
    /// One version of the clinic's protocol.
    ProtocolId,
    /// One photo of a client.
    PhotoId,
    /// One scan of paper.
    ScanId,
    /// One request for a copy of a client's record.
    AccessRequestId,
}
