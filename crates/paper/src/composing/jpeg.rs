//! Reads how large a JPEG is, without decoding it, and leaves out what it says about its place and camera.

use crate::PaperError;

/// A JPEG that can be put into a file as it is.
#[derive(Debug, Clone)]
pub(crate) struct Jpeg<'a> {
    /// What is kept of the file, in order. A whole record has many photographs, and none is in memory twice for this.
    pieces: Vec<&'a [u8]>,
    pub(crate) width_px: u16,
    pub(crate) height_px: u16,
    pub(crate) has_colour: bool,
}

/// The marker codes that are looked at.
mod marker {
    pub(super) const START: u8 = 0xd8;
    pub(super) const END: u8 = 0xd9;
    pub(super) const SCAN: u8 = 0xda;
    pub(super) const COMMENT: u8 = 0xfe;
    /// EXIF and XMP.
    pub(super) const APP1: u8 = 0xe1;
    /// Photoshop's own notes.
    pub(super) const APP13: u8 = 0xed;
    /// The frames a PDF reader knows: baseline, extended, progressive.
    pub(super) const FRAMES: std::ops::RangeInclusive<u8> = 0xc0..=0xc2;
    pub(super) const OTHER_FRAMES: [u8; 10] = [0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf];
    /// Tables of codes (Huffman).
    pub(super) const CODES: u8 = 0xc4;
    pub(super) const QUANTISATION: u8 = 0xdb;
    pub(super) const RESTARTS: std::ops::RangeInclusive<u8> = 0xd0..=0xd7;
    /// After 0xff inside a scan: the 0xff is data.
    pub(super) const STUFFING: u8 = 0x00;
}

/// How a file begins and ends.
const BEGINNING: &[u8] = &[0xff, marker::START];
const ENDING: &[u8] = &[0xff, marker::END];

impl<'a> Jpeg<'a> {
    /// # Errors
    /// [`PaperError::Photo`] when it is no JPEG, is cut off, or holds colours no screen shows (CMYK).
    pub(crate) fn read(file: &'a [u8]) -> Result<Self, PaperError> {
        Self::walk(file).ok_or(PaperError::Photo)
    }

    /// The photograph as it is written down.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        self.pieces.concat()
    }

    /// From segment to segment to the end, through the data of every scan. What comes behind the end (a preview, a film)
    /// is left out.
    fn walk(file: &'a [u8]) -> Option<Self> {
        let mut rest = file.strip_prefix(BEGINNING)?;
        let mut pieces = vec![BEGINNING];
        let mut frame = None;
        let (mut has_quantisation, mut has_codes, mut n_scans) = (false, false, 0_usize);
        loop {
            let code = *rest.strip_prefix(&[0xff])?.first()?;
            if code == 0xff {
                // Markers may be padded.
                rest = &rest[1..];
                continue;
            }
            if code == marker::END {
                pieces.push(ENDING);
                break;
            }
            let length = usize::from(u16::from_be_bytes([*rest.get(2)?, *rest.get(3)?]));
            let segment = rest.get(..length.checked_add(2)?).filter(|_| length >= 2)?;
            rest = &rest[segment.len()..];
            match code {
                marker::APP1 | marker::APP13 | marker::COMMENT => continue,
                marker::SCAN => {
                    // Without its tables and its size a scan is noise.
                    if frame.is_none() || !has_quantisation || !has_codes {
                        return None;
                    }
                    n_scans += 1;
                    let scan = scan_data(rest)?;
                    pieces.extend([segment, scan]);
                    rest = &rest[scan.len()..];
                    continue;
                }
                marker::QUANTISATION => has_quantisation = true,
                marker::CODES => has_codes = true,
                code if marker::FRAMES.contains(&code) => match frame {
                    None => frame = Some(segment),
                    // Two sizes for one picture.
                    Some(_) => return None,
                },
                // Arithmetic, lossless and hierarchical frames: no reader of PDF shows them.
                code if marker::OTHER_FRAMES.contains(&code) => return None,
                _ => {}
            }
            pieces.push(segment);
        }
        let [_, _, _, _, 8, high, low, wide, narrow, n_components, ..] = frame?[..] else { return None };
        let (height_px, width_px) = (u16::from_be_bytes([high, low]), u16::from_be_bytes([wide, narrow]));
        let is_shown = n_scans > 0 && height_px > 0 && width_px > 0 && matches!(n_components, 1 | 3);
        is_shown.then_some(Self { pieces, width_px, height_px, has_colour: n_components == 3 })
    }
}

/// The data of a scan, to the marker behind it. Restarts inside it count from 0 to 7 and around again: one that is missing
/// or doubled means that a piece of the picture is.
fn scan_data(rest: &[u8]) -> Option<&[u8]> {
    let (mut at, mut next_restart) = (0, 0);
    loop {
        at += rest.get(at..)?.iter().position(|byte| *byte == 0xff)?;
        match *rest.get(at + 1)? {
            marker::STUFFING => at += 2,
            0xff => at += 1,
            code if marker::RESTARTS.contains(&code) => {
                if code - marker::RESTARTS.start() != next_restart {
                    return None;
                }
                next_restart = (next_restart + 1) % 8;
                at += 2;
            }
            _ if at == 0 => return None,
            _ => return rest.get(..at),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FACE: &[u8] = include_bytes!("../../tests/paper/documents/photos/face.jpg");
    const GREY: &[u8] = include_bytes!("../../tests/paper/documents/photos/grey.jpg");

    #[test]
    fn a_photo_says_how_large_it_is() {
        let face = Jpeg::read(FACE).expect("a photo");
        assert_eq!((face.width_px, face.height_px, face.has_colour), (240, 180, true), "a baseline photo in colour");
        let grey = Jpeg::read(GREY).expect("a photo");
        assert_eq!((grey.width_px, grey.height_px, grey.has_colour), (120, 160, false), "a progressive one in grey");
    }

    #[test]
    fn where_a_photo_was_taken_does_not_travel_with_it() {
        let has = |bytes: &[u8]| bytes.windows(12).any(|window| window == b"SECRET PLACE");
        assert!(has(FACE), "the file of the camera says it");
        assert!(!has(&Jpeg::read(FACE).expect("a photo").bytes()), "the document does not");
    }

    #[test]
    fn what_is_no_whole_photo_is_refused() {
        let refused = |bytes: &[u8]| Jpeg::read(bytes).map(|_| ()) == Err(PaperError::Photo);
        for bytes in [&b""[..], b"GIF89a", b"\xff\xd8", b"\xff\xd8\xff\xe0\x00\x00", &FACE[..FACE.len() / 2]] {
            assert!(refused(bytes), "{} bytes that are none", bytes.len());
        }
        for cut in 0..FACE.len() - 1 {
            assert!(refused(&FACE[..cut]), "cut off after {cut} bytes");
        }
    }

    /// Where the first scan's data begins.
    fn scan_at(file: &[u8]) -> usize {
        let at = file.windows(2).rposition(|pair| pair == [0xff, marker::SCAN]).expect("a scan");
        at + 2 + usize::from(u16::from_be_bytes([file[at + 2], file[at + 3]]))
    }

    #[test]
    fn damage_that_shows_inside_the_picture_is_refused() {
        let refused = |bytes: &[u8]| Jpeg::read(bytes).map(|_| ()) == Err(PaperError::Photo);
        let at = scan_at(FACE) + 40;
        for (what, marker) in [("a restart out of order", 0xd5), ("a frame of another kind", 0xc9)] {
            let mut damaged = FACE.to_vec();
            damaged.splice(at..at + 2, [0xff, marker]);
            assert!(refused(&damaged), "{what} in the middle of the scan");
        }
        let without = |code: u8| {
            let mut damaged = FACE.to_vec();
            while let Some(at) = damaged.windows(2).position(|pair| pair == [0xff, code]) {
                let length = usize::from(u16::from_be_bytes([damaged[at + 2], damaged[at + 3]]));
                damaged.drain(at..at + 2 + length);
            }
            damaged
        };
        assert!(refused(&without(marker::CODES)), "no codes to read it by");
        assert!(refused(&without(marker::QUANTISATION)), "no tables to weigh it by");
        let empty: Vec<u8> = [&FACE[..scan_at(FACE)], &[0xff, marker::END]].concat();
        assert!(refused(&empty), "a scan of nothing");
    }

    #[test]
    fn what_stands_behind_the_end_of_a_photo_does_not_travel_with_it() {
        let followed = [FACE, b"PK\x03\x04 a film \xff\xd9"].concat();
        let read = Jpeg::read(&followed).expect("a photo");
        assert_eq!(read.bytes(), Jpeg::read(FACE).expect("a photo").bytes(), "the picture and nothing else");
    }
}
