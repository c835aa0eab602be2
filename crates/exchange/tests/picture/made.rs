//! Files made for the tests: pictures of colours, and what somebody might send in place of one.

use std::io::{Cursor, Write as _};
use std::path::PathBuf;

use exchange::picture::PictureReader;
use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, ImageEncoder as _, ImageFormat, Rgb, RgbImage};

/// A reader that starts the example beside these tests.
pub(crate) fn reader() -> PictureReader {
    let test = std::env::current_exe().unwrap();
    let worker: PathBuf = test.ancestors().nth(2).unwrap().join("examples/decode_worker");
    assert!(worker.is_file(), "the worker is not built: run `cargo test -p exchange` without naming a target");
    PictureReader::starting(&worker)
}

/// Red at the left, blue at the right; green grows downwards.
pub(crate) fn pixels(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let green = u8::try_from(y * 255 / height).unwrap();
        if x < width / 2 { Rgb([220, green, 20]) } else { Rgb([20, green, 220]) }
    })
}

pub(crate) fn saved(pixels: &RgbImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    pixels.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A JPEG of a telephone that was held on its side, with a place and a time in its metadata.
pub(crate) fn of_a_telephone(orientation: u8) -> Vec<u8> {
    let pixels = pixels(80, 40);
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, 95);
    encoder.set_exif_metadata(exif(orientation)).unwrap();
    encoder.write_image(pixels.as_raw(), 80, 40, ExtendedColorType::Rgb8).unwrap();
    bytes
}

/// The marker words that must be nowhere in what is kept.
pub(crate) const SECRET: &[u8] = b"51.5074N HARBOUR STREET";

/// TIFF fields: orientation, a description with a place, the time.
fn exif(orientation: u8) -> Vec<u8> {
    let time = b"2026:11:19 16:42:07\0";
    let (place_at, time_at) = (8 + 2 + 3 * 12 + 4, 8 + 2 + 3 * 12 + 4 + SECRET.len() + 1);
    let number = |n: usize| u32::try_from(n).unwrap().to_be_bytes();
    let mut raw = b"MM\0*\0\0\0\x08\0\x03".to_vec();
    raw.extend([&[0x01, 0x0e, 0, 2][..], &number(SECRET.len() + 1), &number(place_at)].concat());
    raw.extend([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]);
    raw.extend([&[0x01, 0x32, 0, 2][..], &number(time.len()), &number(time_at)].concat());
    raw.extend([0; 4]);
    raw.extend(SECRET);
    raw.push(0);
    raw.extend(time);
    raw
}

/// A JPEG whose header says it is as large as one can be.
pub(crate) fn gigantic_jpeg() -> Vec<u8> {
    let mut bytes = saved(&pixels(16, 16), ImageFormat::Jpeg);
    let frame = bytes.windows(2).position(|pair| pair == b"\xff\xc0").unwrap();
    bytes[frame + 5..frame + 9].copy_from_slice(&[0xff; 4]);
    bytes
}

/// A PNG of a few kilobytes that inflates to a gigabyte; its header says so (`width`, `height`) or not.
pub(crate) fn inflating_png(width: u32, height: u32, n_bytes: usize) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
    let header = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 2, 0, 0, 0]].concat();
    chunk(&mut bytes, b"IHDR", &header);
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    let zeros = vec![0_u8; 1 << 20];
    for _ in 0..n_bytes >> 20 {
        packed.write_all(&zeros).unwrap();
    }
    packed.write_all(&zeros[..n_bytes & 0xf_ffff]).unwrap();
    chunk(&mut bytes, b"IDAT", &packed.finish().unwrap());
    chunk(&mut bytes, b"IEND", &[]);
    bytes
}

/// A small PNG with one more chunk before its pixels.
pub(crate) fn png_with(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let plain = saved(&pixels(16, 16), ImageFormat::Png);
    let (head, rest) = plain.split_at(33);
    let mut bytes = head.to_vec();
    chunk(&mut bytes, name, data);
    bytes.extend_from_slice(rest);
    bytes
}

fn chunk(bytes: &mut Vec<u8>, name: &[u8; 4], data: &[u8]) {
    bytes.extend(u32::try_from(data.len()).unwrap().to_be_bytes());
    let checked = [name.as_slice(), data].concat();
    bytes.extend_from_slice(&checked);
    bytes.extend(crc32(&checked).to_be_bytes());
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes
        .iter()
        .fold(!0, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xedb8_8320 * (crc & 1))))
}

/// A PDF of one empty page, with more in it.
pub(crate) fn pdf(more: &str) -> Vec<u8> {
    format!(
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R {more}>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n\
         trailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n"
    )
    .into_bytes()
}
