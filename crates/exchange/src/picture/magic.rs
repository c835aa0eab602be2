//! What a file is, by its first bytes alone. A name can say anything.

use super::{FileKind, MOST_BYTES, PictureRefusal, Purpose};

/// The kind of a file that is taken for this purpose. Looks at a few bytes and the size; decodes nothing.
///
/// # Errors
/// Why the file is not taken.
pub(super) fn recognise(bytes: &[u8], purpose: Purpose) -> Result<FileKind, PictureRefusal> {
    if bytes.is_empty() {
        return Err(PictureRefusal::Empty);
    }
    if bytes.len() > MOST_BYTES {
        return Err(PictureRefusal::TooManyBytes);
    }
    let kind = kind_of(bytes)?;
    if is_for(kind, purpose) { Ok(kind) } else { Err(PictureRefusal::OtherPurpose) }
}

fn kind_of(bytes: &[u8]) -> Result<FileKind, PictureRefusal> {
    let begins = |magic: &[u8]| bytes.starts_with(magic);
    let at = |from: usize, to: usize| bytes.get(from..to).unwrap_or_default();
    if begins(b"\xff\xd8\xff") {
        return Ok(FileKind::Jpeg);
    }
    if begins(b"\x89PNG\r\n\x1a\n") {
        return Ok(FileKind::Png);
    }
    if begins(b"RIFF") && at(8, 12) == b"WEBP" {
        return Ok(FileKind::Webp);
    }
    if begins(b"II*\0") || begins(b"MM\0*") {
        return Ok(FileKind::Tiff);
    }
    if begins(b"%PDF-") {
        return Ok(FileKind::Pdf);
    }
    let brand = at(8, 12);
    let is_heic = at(4, 8) == b"ftyp" && (brand.starts_with(b"hei") || brand.starts_with(b"hev") || is_avif(brand));
    Err(if is_heic { PictureRefusal::Heic } else { PictureRefusal::UnknownKind })
}

/// `mif1` and `msf1` stand for either of the two.
fn is_avif(brand: &[u8]) -> bool {
    brand.starts_with(b"avi") || brand == b"mif1" || brand == b"msf1"
}

fn is_for(kind: FileKind, purpose: Purpose) -> bool {
    match (kind, purpose) {
        (FileKind::Jpeg | FileKind::Png, _) | (FileKind::Webp, Purpose::Photo) => true,
        (FileKind::Tiff | FileKind::Pdf, Purpose::Scan | Purpose::SignedPages) => true,
        (FileKind::Webp, Purpose::Scan | Purpose::SignedPages) | (FileKind::Tiff | FileKind::Pdf, Purpose::Photo) => {
            false
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_photo_of_a_newer_telephone_is_told_from_rubbish() {
        let heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic";
        assert_eq!(recognise(heic, Purpose::Photo), Err(PictureRefusal::Heic), "the sentence says how to save it");
        assert_eq!(recognise(b"hello, here I am", Purpose::Photo), Err(PictureRefusal::UnknownKind), "a text is none");
    }

    #[test]
    fn a_kind_is_taken_for_what_it_is_good_for() {
        for (bytes, photo, scan) in [
            (&b"\xff\xd8\xff\xe0"[..], true, true),
            (b"\x89PNG\r\n\x1a\n", true, true),
            (b"RIFF\0\0\0\0WEBP", true, false),
            (b"II*\0", false, true),
            (b"MM\0*", false, true),
            (b"%PDF-1.7", false, true),
        ] {
            assert_eq!(recognise(bytes, Purpose::Photo).is_ok(), photo, "{bytes:?} as a photo");
            assert_eq!(recognise(bytes, Purpose::Scan).is_ok(), scan, "{bytes:?} as a scan");
        }
    }

    #[test]
    fn a_file_above_the_limit_is_refused_by_its_size_alone() {
        let mut bytes = b"\xff\xd8\xff\xe0".to_vec();
        bytes.resize(MOST_BYTES + 1, 0);
        assert_eq!(recognise(&bytes, Purpose::Photo), Err(PictureRefusal::TooManyBytes), "before anything is read");
        assert_eq!(recognise(&[], Purpose::Photo), Err(PictureRefusal::Empty), "and an empty one, too");
    }
}
