//! How much of everything a case may hold: far above any real client, low enough to be judged at once.
//!
//! Nothing here is a clinical limit. They keep a broken export or a hostile file from being worked on: the largest
//! case they allow is still judged in well under a second (`benches/rules.rs` times it).

use crate::zones::ZoneId;

/// Parts of one visit: two of each of the ten kinds of work.
pub(super) const COMPONENTS: usize = 20;
/// A list of zones: as many entries as there are zones.
pub(super) const ZONES: usize = ZoneId::ALL.len();
/// Listed medicines, each with the day it ended. The protocol lists fewer than forty names.
pub(super) const MEDICINES: usize = 100;
/// Blood values: one of each kind every month for ten years.
pub(super) const MEASURES: usize = 500;
/// Past procedures: one every month for forty years.
pub(super) const HISTORY: usize = 500;
/// What a client reports after one treatment. The protocol lists fewer than fifty signs.
pub(super) const SYMPTOMS: usize = 100;
/// Barcodes scanned in one visit.
pub(super) const ITEMS: usize = 100;
/// Entries of any other list: words of a closed list, spins, checks.
pub(super) const ENTRIES: usize = 100;

/// Letters of an id, a product's name or a lot. A GS1 lot has at most 20.
pub(super) const LETTERS: usize = 200;
/// Letters of a scanned code: as many as the largest QR code holds.
pub(super) const CODE_LETTERS: usize = 4_296;
/// Letters of an unknown name that a refusal repeats before it breaks off.
pub(super) const SHOWN_LETTERS: usize = 60;

/// First and last year of any day in a case. Nobody alive was born before, no visit is planned after.
pub(super) const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

/// Largest amount of anything: as much as a `Decimal` holds.
pub(super) const LARGEST: u32 = 1_000_000_000;
/// Deepest needle depth any plan or scope may name, in micrometres.
pub(super) const DEEPEST_UM: u32 = 4_000;
/// Largest depth a device label may name, in micrometres.
pub(super) const LABEL_UM: u32 = 100_000;
/// Most sessions of a series.
pub(super) const SESSIONS: u32 = 12;
/// Most coats of a peel.
pub(super) const LAYERS: u32 = 100;
