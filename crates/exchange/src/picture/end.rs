//! Where a picture ends in its file, and what comes after it.
//!
//! A camera may put a second picture or a short film there. An archive, a document or a page with scripts behind a
//! picture is a file that means to be taken for something else. Runs in the worker only.

use super::confine::Confined;
use super::{FileKind, PictureRefusal};

/// What nobody's camera writes: archives, documents, programs, pages.
const FOREIGN: [&[u8]; 8] =
    [b"PK\x03\x04", b"PK\x05\x06", b"%PDF-", b"\x7fELF", b"MZ\x90\0", b"<html", b"<script", b"<?php"];

/// Whether the picture is complete and nothing foreign hides behind its end.
///
/// # Errors
/// [`PictureRefusal::Damaged`] where it is cut off, [`PictureRefusal::Mixed`] where it is two files in one.
pub(super) fn check_end(_: &Confined, bytes: &[u8], kind: FileKind) -> Result<(), PictureRefusal> {
    let end = match kind {
        FileKind::Jpeg => end_of_jpeg(bytes),
        FileKind::Png => end_of_png(bytes),
        FileKind::Webp => end_of_webp(bytes),
        // Its parts lie anywhere in the file; there is no end to look behind.
        FileKind::Tiff | FileKind::Pdf => return Ok(()),
    };
    let after = end.and_then(|end| bytes.get(end..)).ok_or(PictureRefusal::Damaged)?;
    let lower = after.to_ascii_lowercase();
    let holds = |what: &[u8]| contains(after, what) || contains(&lower, what);
    if FOREIGN.iter().any(|what| holds(what)) { Err(PictureRefusal::Mixed) } else { Ok(()) }
}

pub(super) fn contains(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|window| window == what)
}

/// One past the end marker. Segments say their length; what follows a scan's header goes on to the next marker that
/// is neither stuffing nor a restart.
fn end_of_jpeg(bytes: &[u8]) -> Option<usize> {
    let mut at = 2;
    loop {
        let (0xff, marker) = (*bytes.get(at)?, *bytes.get(at + 1)?) else { return None };
        match marker {
            0xd9 => return Some(at + 2),
            // Fill bytes before a marker.
            0xff => at += 1,
            // Markers without a length.
            0x01 | 0xd0..=0xd8 => at += 2,
            _ => {
                at = at + 2 + length_at(bytes, at + 2)?;
                if marker == 0xda {
                    at = after_scan(bytes, at)?;
                }
            }
        }
    }
}

fn length_at(bytes: &[u8], at: usize) -> Option<usize> {
    let length = usize::from(u16::from_be_bytes([*bytes.get(at)?, *bytes.get(at + 1)?]));
    (length >= 2).then_some(length)
}

fn after_scan(bytes: &[u8], from: usize) -> Option<usize> {
    let rest = bytes.get(from..)?;
    let is_marker = |pair: &[u8]| matches!(pair, [0xff, marker] if !matches!(marker, 0x00 | 0xd0..=0xd7 | 0xff));
    rest.windows(2).position(is_marker).map(|place| from + place)
}

/// One past the chunk IEND.
fn end_of_png(bytes: &[u8]) -> Option<usize> {
    let mut at = 8_usize;
    loop {
        let head = bytes.get(at..at.checked_add(8)?)?;
        let (length, name) = head.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        // Length, name, data, checksum.
        at = at.checked_add(length)?.checked_add(12)?;
        if at > bytes.len() {
            return None;
        }
        if name == b"IEND" {
            return Some(at);
        }
    }
}

/// The length stands in the header; an odd one is filled up.
fn end_of_webp(bytes: &[u8]) -> Option<usize> {
    let length = bytes.get(4..8).and_then(|it| it.first_chunk::<4>()).copied().map(u32::from_le_bytes)?;
    let end = usize::try_from(length).ok()?.checked_add(8)?;
    (end <= bytes.len()).then_some(end)
}
