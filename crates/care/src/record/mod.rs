//! The records of a practice, as plain values: who, what was asked, planned, agreed, done and filed.
//!
//! These are the bodies the journal keeps. They carry whole numbers of named units, days of the clinic's
//! calendar (`…_on`) and instants in UTC (`…_at`). This module never reads the clock or the disk and judges
//! nothing but shape; the rules live beside it.

mod bundle;
mod chart;
mod client;
mod clinic;
mod component;
mod consent;
mod consent_addendum;
mod document;
mod ids;
mod keeping;
mod photo;
mod protocol;
mod restriction;
mod scope;
mod screening;
mod visit;
mod wrong_client;

pub use bundle::{
    BUNDLE_FORMAT, BundleClient, BundleClinic, BundlePlace, BundleScreening, BundleSignature, BundleText,
    ConsentBundle, JournalHead, SealedConsent, TextClause,
};
pub use chart::{Chart, ChartedZone, Endpoint, ItemKind, ItemUse, ProductLot};
pub use client::{Allergies, Appointment, Client, ContactPerson};
pub use clinic::{Clinic, OutsideScope, PaperSize, Role, User};
pub use component::{
    Component, Device, Led, Microneedling, Peel, PlannedZone, Plasma, Serum, TopicalAnaesthetic, Treatment,
};
pub use consent::{
    Capacity, Consent, ConsentClause, ConsentOutcome, CopyFate, ElectronicAgreement, Initials, PointerKind, Signature,
    Signer, SignerRole, Stroke, StrokePoint,
};
pub use consent_addendum::ConsentAddendum;
pub use document::{Document, DocumentKind};
pub use ids::{
    AccessRequestId, AddendumId, AppointmentId, ChartId, ClientId, ClinicId, ConsentAddendumId, ConsentId, DocumentId,
    ItemUseId, PhotoId, ProtocolId, ScanId, ScreeningId, SignOffId, UserId, VisitId, WrongClientId,
};
pub use keeping::{AccessAnswer, AccessRequest, AnswerHow, Erasure, Extension, RetentionHold};
pub use photo::{MediaWithdrawal, Photo, PhotoPermission, PhotoScope, PhotoView, Scan, ScanKind, WithdrawnMedia};
pub use protocol::{ClinicProtocol, ProtocolApproval, SettingValue};
pub use restriction::Restriction;
pub use scope::{consent_covers, excess};
pub use screening::{Answer, Measure, Medicine, PastProcedure, Screening, ScreeningKind};
pub use visit::{Addendum, Lift, SignOff, Visit};
pub use wrong_client::{WrongClient, WrongClientSide};
