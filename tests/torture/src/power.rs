//! What a disk may hold after the plug was pulled: everything that was synced, and any half of what was not, some of it
//! torn in the middle.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::Op;

/// The files of a disk.
pub type Files = BTreeMap<PathBuf, Vec<u8>>;

/// Bytes a disk writes as one.
const SECTOR: usize = 512;

/// The files as they may be where the plug was pulled after the first `n_done` of `ops`, and the last write the program
/// was told is kept. `before` is what was on the disk when the recording began.
#[must_use]
pub fn cut(before: &Files, ops: &[Op], n_done: usize, dice: &mut fastrand::Rng) -> (Files, u64) {
    let done = ops.get(..n_done).unwrap_or(ops);
    let last_sync: BTreeMap<&PathBuf, usize> =
        done.iter().enumerate().filter_map(|(place, op)| Some((synced(op)?, place))).collect();
    let is_safe = |file: &PathBuf, place: usize| last_sync.get(file).is_some_and(|sync| *sync > place);
    let mut files = before.clone();
    let mut acknowledged = 0;
    for (place, op) in done.iter().enumerate() {
        match op {
            Op::Write { file, at, bytes } => {
                let kept = if is_safe(file, place) { Some(bytes.len()) } else { by_chance(bytes.len(), dice) };
                if let Some(bytes) = kept.and_then(|kept| bytes.get(..kept)) {
                    put(files.entry(file.clone()).or_default(), *at, bytes);
                }
            }
            Op::Truncate { file, len } => {
                if is_safe(file, place) || dice.bool() {
                    files.entry(file.clone()).or_default().truncate(usize::try_from(*len).unwrap_or(usize::MAX));
                }
            }
            Op::Sync { .. } => {}
            Op::Acknowledged { n } => acknowledged = *n,
        }
    }
    (files, acknowledged)
}

fn synced(op: &Op) -> Option<&PathBuf> {
    if let Op::Sync { file } = op { Some(file) } else { None }
}

/// How much of a write that was not synced reaches the disk: all, nothing, or some sectors.
fn by_chance(len: usize, dice: &mut fastrand::Rng) -> Option<usize> {
    match dice.u8(0..4) {
        0 | 1 => Some(len),
        2 => Some(dice.usize(0..=len / SECTOR) * SECTOR),
        _ => None,
    }
}

fn put(file: &mut Vec<u8>, at: u64, bytes: &[u8]) {
    let start = usize::try_from(at).unwrap_or(usize::MAX);
    let end = start.saturating_add(bytes.len());
    if file.len() < end {
        file.resize(end, 0);
    }
    if let Some(room) = file.get_mut(start..end) {
        room.copy_from_slice(bytes);
    }
}
