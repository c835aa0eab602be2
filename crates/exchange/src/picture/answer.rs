//! What the reading process says: a length, a header as JSON, the picture, the thumbnail.
//!
//! The side that reads trusts none of it: lengths are checked before anything is taken.

use serde::{Deserialize, Serialize};

use super::{FileKind, MOST_EDGE_PX, MOST_THUMBNAIL_BYTES, Picture, PictureProblem, PictureRefusal, Readable};

/// Bytes of a header at most.
const MOST_HEADER_BYTES: usize = 64 * 1024;

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, tag = "answer", rename_all = "snake_case")]
enum Header {
    Picture {
        kind: FileKind,
        width_px: u32,
        height_px: u32,
        n_jpeg_bytes: usize,
        n_thumbnail_bytes: usize,
        camera_time: Option<String>,
        codes: Vec<Vec<String>>,
    },
    Paper {
        kind: FileKind,
        codes: Vec<Vec<String>>,
    },
    Refused {
        why: PictureRefusal,
    },
}

/// The bytes that say what was read.
///
/// # Errors
/// Where it cannot be written down at all.
pub(super) fn write_answer(read: &Result<Readable, PictureRefusal>) -> Result<Vec<u8>, serde_json::Error> {
    let header = match read {
        Err(why) => Header::Refused { why: *why },
        Ok(Readable { kind, picture: None, codes }) => Header::Paper { kind: *kind, codes: codes.clone() },
        Ok(Readable { kind, picture: Some(picture), codes }) => Header::Picture {
            kind: *kind,
            width_px: picture.width_px,
            height_px: picture.height_px,
            n_jpeg_bytes: picture.jpeg.len(),
            n_thumbnail_bytes: picture.thumbnail.len(),
            camera_time: picture.camera_time.clone(),
            codes: codes.clone(),
        },
    };
    let header = serde_json::to_vec(&header)?;
    let mut answer = u32::try_from(header.len()).unwrap_or(u32::MAX).to_le_bytes().to_vec();
    answer.extend(header);
    if let Ok(Readable { picture: Some(picture), .. }) = read {
        answer.extend_from_slice(&picture.jpeg);
        answer.extend_from_slice(&picture.thumbnail);
    }
    Ok(answer)
}

/// What an answer says.
///
/// # Errors
/// [`PictureProblem::NoReader`] where it is no answer of the worker.
pub(super) fn read_answer(answer: &[u8]) -> Result<Readable, PictureProblem> {
    let no_answer = PictureProblem::NoReader;
    let (length, rest) = answer.split_first_chunk::<4>().ok_or(no_answer)?;
    let length = usize::try_from(u32::from_le_bytes(*length)).map_err(|_| no_answer)?;
    let (header, rest) = rest.split_at_checked(length).filter(|_| length <= MOST_HEADER_BYTES).ok_or(no_answer)?;
    match serde_json::from_slice(header).map_err(|_| no_answer)? {
        Header::Refused { why } => Err(why.into()),
        Header::Paper { kind, codes } => Ok(Readable { kind, picture: None, codes }),
        Header::Picture { kind, width_px, height_px, n_jpeg_bytes, n_thumbnail_bytes, camera_time, codes } => {
            let (jpeg, thumbnail) = rest.split_at_checked(n_jpeg_bytes).ok_or(no_answer)?;
            let is_plain = |bytes: &[u8]| bytes.starts_with(b"\xff\xd8\xff");
            let edges = 1..=MOST_EDGE_PX;
            let is_sound = is_plain(jpeg)
                && is_plain(thumbnail)
                && thumbnail.len() == n_thumbnail_bytes
                && n_thumbnail_bytes <= MOST_THUMBNAIL_BYTES
                && edges.contains(&width_px)
                && edges.contains(&height_px);
            let (jpeg, thumbnail) = (jpeg.to_vec(), thumbnail.to_vec());
            let picture = Picture { width_px, height_px, jpeg, thumbnail, camera_time };
            if is_sound { Ok(Readable { kind, picture: Some(picture), codes }) } else { Err(no_answer) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn a_picture() -> Readable {
        let jpeg = b"\xff\xd8\xff large".to_vec();
        let thumbnail = b"\xff\xd8\xff small".to_vec();
        let camera_time = Some("2026-11-20T14:05".to_owned());
        Readable {
            kind: FileKind::Png,
            picture: Some(Picture { width_px: 3, height_px: 2, jpeg, thumbnail, camera_time }),
            codes: vec![vec!["NP1:3/6".to_owned()], vec![]],
        }
    }

    #[test]
    fn an_answer_is_understood_as_it_was_meant() {
        for read in [Ok(a_picture()), Ok(Readable { kind: FileKind::Pdf, picture: None, codes: vec![] })] {
            let answer = write_answer(&read).unwrap();
            assert_eq!(read_answer(&answer), read.map_err(Into::into), "there and back");
        }
        let refused = write_answer(&Err(PictureRefusal::Damaged)).unwrap();
        assert_eq!(read_answer(&refused), Err(PictureRefusal::Damaged.into()), "a refusal, too");
    }

    #[test]
    fn an_answer_that_is_cut_off_or_longer_than_it_says_is_none() {
        let whole = write_answer(&Ok(a_picture())).unwrap();
        for n in 0..whole.len() {
            assert_eq!(read_answer(&whole[..n]), Err(PictureProblem::NoReader), "after {n} bytes");
        }
        let longer = [whole.as_slice(), b"more"].concat();
        assert_eq!(read_answer(&longer), Err(PictureProblem::NoReader), "nothing comes after the thumbnail");
    }
}
