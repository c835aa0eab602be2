//! Bytes of foreign formats, in and out, as functions over readers and writers.
//!
//! This crate never opens the store and never decides what may leave: it is handed what to write. Foreign pictures are
//! read in a confined process of their own ([`picture`]).

mod archive;
mod csv;
pub mod picture;

pub use archive::{Archive, ArchiveError, Manifest, ManifestFile};
pub use csv::CsvTable;
