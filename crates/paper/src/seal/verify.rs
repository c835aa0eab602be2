//! Reads the seals of a file and says whether it is whole.

use std::ops::Range;

use data_encoding::HEXLOWER;
use sha2::{Digest as _, Sha256};

use super::increment::{CONTENTS_MARK, PIECES_MARK, PIECES_OF_MARK, RANGE_MARK, RANGE_ROOM, SIGNATURE_DIGITS};
use super::pieces::changed;
use super::signature;

mod places;

pub use places::Place;

/// What the seals of a file say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verification {
    /// Whether the file is as it was when it was sealed last.
    pub verdict: Verdict,
    /// The seals that hold by themselves, in the order they were set.
    pub seals: Vec<SealSeen>,
}

/// Whether a file is as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Not one byte was changed since the last seal.
    Whole,
    /// There is no seal in the file, so nothing can be said.
    Unsealed,
    /// Something was changed.
    Damaged(Vec<Damage>),
}

/// Where a file was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damage {
    /// What it was there for.
    pub place: Place,
    /// The bytes that cannot be trusted; the changed one is among them.
    pub bytes: Range<usize>,
}

/// A seal whose signature holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealSeen {
    /// The clinic named in the certificate. Nobody but the clinic itself vouches for it.
    pub clinic: String,
    /// SHA-256 of the certificate as 64 hexadecimal digits, to compare with what the clinic gives out.
    pub certificate_sha256: String,
    /// The length of the file when it was set, in bytes.
    pub n_bytes: usize,
}

/// Checks a file against its seals, byte for byte. Only seals set by this program are known here.
#[must_use]
pub fn verify(pdf: &[u8]) -> Verification {
    let found = SealBytes::all(pdf);
    let Some(last) = found.last() else {
        let is_broken = is_there(pdf, b"/ETSI.CAdES") || is_there(pdf, b"/NPPieces") || is_there(pdf, RANGE_MARK);
        let everything = Damage { place: Place::Seal, bytes: 0..pdf.len() };
        let verdict = if is_broken { Verdict::Damaged(vec![everything]) } else { Verdict::Unsealed };
        return Verification { verdict, seals: Vec::new() };
    };
    let mut seals = Vec::new();
    let mut damaged: Vec<Range<usize>> = Vec::new();
    let mut broken_seals: Vec<Range<usize>> = Vec::new();
    for seal in &found {
        match seal.read(pdf) {
            Read::Holds(seen) => seals.push(seen),
            Read::Changed(ranges) => damaged.extend(ranges),
            Read::Broken => broken_seals.push(seal.begin..seal.end),
        }
    }
    let mut damages = places::of(pdf, damaged);
    damages.extend(broken_seals.into_iter().map(|bytes| Damage { place: Place::Seal, bytes }));
    if last.file_end > pdf.len() {
        damages.push(Damage { place: Place::Missing, bytes: pdf.len()..last.file_end });
    } else if last.file_end < pdf.len() {
        damages.push(Damage { place: Place::Added, bytes: last.file_end..pdf.len() });
    }
    damages.dedup();
    let verdict = if damages.is_empty() { Verdict::Whole } else { Verdict::Damaged(damages) };
    Verification { verdict, seals }
}

/// One seal as its bytes lie in the file.
struct SealBytes<'a> {
    /// Where the signature begins and ends.
    begin: usize,
    end: usize,
    signature: &'a [u8],
    /// Where the signed file ends.
    file_end: usize,
    /// How long the file was before this seal, and how long its pieces are.
    pieces_of: Option<(usize, usize)>,
    pieces: Option<&'a str>,
}

enum Read {
    Holds(SealSeen),
    /// The seal is whole, the file is not.
    Changed(Vec<Range<usize>>),
    /// The seal itself was changed.
    Broken,
}

impl<'a> SealBytes<'a> {
    /// The seals of a file in order. What only looks like one is left out; then what it would have sealed is not.
    fn all(pdf: &'a [u8]) -> Vec<Self> {
        let mut found = Vec::new();
        let mut from = 0;
        while let Some(at) = find(pdf, RANGE_MARK, from) {
            from = at + RANGE_MARK.len();
            found.extend(Self::at(pdf, from));
        }
        found
    }

    /// The seal whose four numbers begin here.
    fn at(pdf: &'a [u8], range: usize) -> Option<Self> {
        let begin = range + RANGE_ROOM + CONTENTS_MARK.len();
        let end = begin + SIGNATURE_DIGITS + 2;
        let numbers = std::str::from_utf8(pdf.get(range..range + RANGE_ROOM)?).ok()?;
        let numbers = numbers.trim_end_matches(' ').strip_prefix('[')?.strip_suffix(']')?;
        let numbers: Vec<usize> = numbers.split(' ').map(|number| number.parse().ok()).collect::<Option<_>>()?;
        let [0, up_to, on_from, n_rest] = numbers.as_slice() else { return None };
        if (*up_to, *on_from) != (begin, end) {
            return None;
        }
        let signature = pdf.get(begin..end)?.strip_prefix(b"<")?.strip_suffix(b">")?;
        let head = pdf.get(..range)?;
        let after = |mark: &[u8]| head.windows(mark.len()).rposition(|window| window == mark).map(|at| at + mark.len());
        let until = |from: usize, stop: u8| {
            let rest = head.get(from..)?;
            std::str::from_utf8(rest.split(|byte| *byte == stop).next()?).ok()
        };
        let pieces = after(PIECES_MARK).and_then(|from| until(from, b')'));
        let pieces_of = after(PIECES_OF_MARK).and_then(|from| {
            let (n_bytes, length) = until(from, b']')?.split_once(' ')?;
            Some((n_bytes.parse().ok()?, length.parse().ok()?))
        });
        Some(Self { begin, end, signature, file_end: on_from.checked_add(*n_rest)?, pieces_of, pieces })
    }

    fn read(&self, pdf: &[u8]) -> Read {
        let Some(held) = self.cms().as_deref().and_then(signature::read) else { return Read::Broken };
        let Some(rest) = pdf.get(self.end..self.file_end) else { return Read::Changed(Vec::new()) };
        let digest = Sha256::new().chain_update(&pdf[..self.begin]).chain_update(rest).finalize();
        if digest.as_slice() == held.digest {
            return Read::Holds(SealSeen {
                clinic: held.clinic,
                certificate_sha256: HEXLOWER.encode(&held.certificate_sha256),
                n_bytes: self.file_end,
            });
        }
        Read::Changed(self.changed(pdf))
    }

    /// The signature's bytes: small digits only, and nothing but zeros after its end.
    fn cms(&self) -> Option<Vec<u8>> {
        let bytes = HEXLOWER.decode(self.signature).ok()?;
        // DER says its own length: a tag, then two bytes of length after the mark for two.
        let [0x30, 0x82, high, low, ..] = bytes.as_slice() else { return None };
        let length = usize::from(u16::from_be_bytes([*high, *low])) + 4;
        let (cms, padding) = bytes.split_at_checked(length)?;
        padding.iter().all(|byte| *byte == 0).then(|| cms.to_vec())
    }

    /// Where the file under a whole seal was changed.
    fn changed(&self, pdf: &[u8]) -> Vec<Range<usize>> {
        let whole = Range { start: 0, end: self.file_end };
        let (Some((n_bytes, length)), Some(kept)) = (self.pieces_of, self.pieces) else {
            return vec![whole];
        };
        let Some(sealed) = pdf.get(..n_bytes) else { return vec![whole] };
        let found = changed(sealed, length, kept);
        // The pieces are as they were: then it is what the seal brought along that was changed.
        if found.is_empty() { vec![Range { start: n_bytes, end: self.file_end }] } else { found }
    }
}

fn find(bytes: &[u8], mark: &[u8], from: usize) -> Option<usize> {
    let rest = bytes.get(from..)?;
    rest.windows(mark.len()).position(|window| window == mark).map(|at| at + from)
}

fn is_there(bytes: &[u8], mark: &[u8]) -> bool {
    find(bytes, mark, 0).is_some()
}
