//! Fingerprints of the pieces of a file, so that a changed file can be told where it was changed.

use std::ops::Range;

use data_encoding::HEXLOWER;
use sha2::{Digest as _, Sha256};

/// The smallest piece: one page's text is about as long.
const SMALLEST: usize = 4096;
/// More pieces than this would make the seal heavier than it is worth.
const MOST: usize = 512;
/// How much of each SHA-256 is kept: these only point; the seal's own digest is whole.
const KEPT_BYTES: usize = 8;

/// How long the pieces of a file are.
pub(super) fn piece_length(n_bytes: usize) -> usize {
    SMALLEST.max(n_bytes.div_ceil(MOST))
}

/// The fingerprints of all pieces, one after another, in hexadecimal digits.
pub(super) fn fingerprints(bytes: &[u8], piece_length: usize) -> String {
    bytes.chunks(piece_length).map(|piece| HEXLOWER.encode(&Sha256::digest(piece)[..KEPT_BYTES])).collect()
}

/// The pieces whose fingerprints are others than those that were kept, neighbours joined.
pub(super) fn changed(bytes: &[u8], piece_length: usize, kept: &str) -> Vec<Range<usize>> {
    let mut changed: Vec<Range<usize>> = Vec::new();
    let kept = kept.as_bytes().chunks(KEPT_BYTES * 2);
    for ((index, piece), kept) in bytes.chunks(piece_length.max(1)).enumerate().zip(kept) {
        if HEXLOWER.encode(&Sha256::digest(piece)[..KEPT_BYTES]).as_bytes() == kept {
            continue;
        }
        let begin = index * piece_length;
        let end = begin + piece.len();
        match changed.last_mut() {
            Some(last) if last.end == begin => last.end = end,
            Some(_) | None => changed.push(begin..end),
        }
    }
    changed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_byte_is_found_in_its_piece_only() {
        let mut bytes = vec![7_u8; 3 * SMALLEST + 10];
        let kept = fingerprints(&bytes, SMALLEST);
        assert_eq!(changed(&bytes, SMALLEST, &kept), [], "nothing was changed");
        bytes[SMALLEST + 1] = 8;
        assert_eq!(
            changed(&bytes, SMALLEST, &kept),
            [Range { start: SMALLEST, end: 2 * SMALLEST }],
            "the second piece"
        );
        bytes[2 * SMALLEST] = 8;
        assert_eq!(
            changed(&bytes, SMALLEST, &kept),
            [Range { start: SMALLEST, end: 3 * SMALLEST }],
            "neighbours are one place"
        );
    }

    #[test]
    fn a_large_file_has_larger_pieces() {
        assert_eq!(piece_length(1000), SMALLEST, "a small file has small ones");
        assert_eq!(piece_length(SMALLEST * MOST * 3), SMALLEST * 3, "a chart with photos has larger ones");
    }
}
