//! Reads how large a JPEG is, without decoding it, and leaves out what it says about its place and camera.

use crate::PaperError;

/// A JPEG that can be put into a file as it is.
#[derive(Debug, Clone)]
pub(crate) struct Jpeg {
    pub(crate) bytes: Vec<u8>,
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
}

impl Jpeg {
    /// # Errors
    /// [`PaperError::Photo`] when it is no JPEG, is cut off, or holds colours no screen shows (CMYK).
    pub(crate) fn read(file: &[u8]) -> Result<Self, PaperError> {
        Self::walk(file).ok_or(PaperError::Photo)
    }

    fn walk(file: &[u8]) -> Option<Self> {
        let mut rest = file.strip_prefix(&[0xff, marker::START])?;
        let mut bytes = vec![0xff, marker::START];
        let mut frame = None;
        loop {
            let code = *rest.strip_prefix(&[0xff])?.first()?;
            if code == 0xff {
                // Markers may be padded.
                rest = &rest[1..];
                continue;
            }
            let length = usize::from(u16::from_be_bytes([*rest.get(2)?, *rest.get(3)?]));
            let segment = rest.get(..length.checked_add(2)?).filter(|_| length >= 2)?;
            match code {
                marker::APP1 | marker::APP13 | marker::COMMENT => {}
                marker::SCAN => break,
                _ => {
                    if marker::FRAMES.contains(&code) {
                        frame = Some(segment.to_vec());
                    }
                    bytes.extend_from_slice(segment);
                }
            }
            rest = &rest[segment.len()..];
        }
        // Behind the last scan there may be padding, but a file without its end was cut off.
        let end = rest.windows(2).rposition(|pair| pair == [0xff, marker::END])?;
        bytes.extend_from_slice(&rest[..end + 2]);
        let [_, _, _, _, 8, high, low, wide, narrow, n_components, ..] = frame?[..] else { return None };
        let (height_px, width_px) = (u16::from_be_bytes([high, low]), u16::from_be_bytes([wide, narrow]));
        let is_shown = height_px > 0 && width_px > 0 && matches!(n_components, 1 | 3);
        is_shown.then_some(Self { bytes, width_px, height_px, has_colour: n_components == 3 })
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
        assert!(!has(&Jpeg::read(FACE).expect("a photo").bytes), "the document does not");
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
}
