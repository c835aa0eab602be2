//! From a file to clean pixels: decoded within limits, turned upright, in sRGB, without a word of metadata.
//!
//! The picture that is kept is written anew from pixels, so nothing of the file but its pixels can be in it.

use std::io::Cursor;

use exif::{In, Tag, Value};
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits, RgbImage, Rgba};
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

use super::confine::Confined;
use super::limits::{MOST_DECODED_BYTES, MOST_PROFILE_BYTES, PICTURE_QUALITY, THUMBNAIL_QUALITIES};
use super::{FileKind, MOST_EDGE_PX, MOST_PIXELS, MOST_THUMBNAIL_BYTES, Picture, PictureRefusal, THUMBNAIL_EDGE_PX};

/// Bytes of a pixel: red, green, blue.
const RGB: usize = 3;
/// Pixels whose colours are converted at once.
const STRETCH: usize = 4096;

/// Pixels the right way up, in sRGB.
#[derive(Debug)]
pub(super) struct Decoded {
    pub(super) pixels: RgbImage,
    camera_time: Option<String>,
}

/// The pixels of a file of this kind.
///
/// # Errors
/// Why there are none.
pub(super) fn decode(_: &Confined, bytes: &[u8], kind: FileKind) -> Result<Decoded, PictureRefusal> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format_of(kind)?);
    reader.limits(limits());
    let mut decoder = reader.into_decoder().map_err(refusal)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_PIXELS || width.max(height) > MOST_EDGE_PX {
        return Err(PictureRefusal::TooManyPixels);
    }
    let orientation = decoder.orientation().map_err(refusal)?;
    let camera_time = decoder.exif_metadata().ok().flatten().and_then(camera_time);
    let profile = decoder.icc_profile().ok().flatten();
    let mut decoded = DynamicImage::from_decoder(decoder).map_err(refusal)?;
    decoded.apply_orientation(orientation);
    let mut pixels = on_white(decoded);
    if let Some(profile) = profile {
        to_srgb(&mut pixels, &profile);
    }
    Ok(Decoded { pixels, camera_time })
}

/// The pixels of a JPEG that is a part of another file.
///
/// # Errors
/// Why there are none.
pub(super) fn decode_jpeg(confined: &Confined, bytes: &[u8]) -> Result<RgbImage, PictureRefusal> {
    decode(confined, bytes, FileKind::Jpeg).map(|decoded| decoded.pixels)
}

/// The clean picture: written anew, with its thumbnail.
///
/// # Errors
/// Where it cannot be written within the limits.
pub(super) fn clean(decoded: &Decoded) -> Result<Picture, PictureRefusal> {
    let pixels = &decoded.pixels;
    let thumbnail = thumbnail(pixels)?;
    let (width_px, height_px) = pixels.dimensions();
    let camera_time = decoded.camera_time.clone();
    Ok(Picture { width_px, height_px, jpeg: jpeg(pixels, PICTURE_QUALITY)?, thumbnail, camera_time })
}

fn format_of(kind: FileKind) -> Result<ImageFormat, PictureRefusal> {
    match kind {
        FileKind::Jpeg => Ok(ImageFormat::Jpeg),
        FileKind::Png => Ok(ImageFormat::Png),
        FileKind::Webp => Ok(ImageFormat::WebP),
        FileKind::Tiff => Ok(ImageFormat::Tiff),
        FileKind::Pdf => Err(PictureRefusal::OtherPurpose),
    }
}

fn limits() -> Limits {
    let mut limits = Limits::no_limits();
    limits.max_image_width = Some(MOST_EDGE_PX);
    limits.max_image_height = Some(MOST_EDGE_PX);
    limits.max_alloc = Some(MOST_DECODED_BYTES);
    limits
}

fn refusal(error: ImageError) -> PictureRefusal {
    match error {
        ImageError::Limits(_) => PictureRefusal::TooManyPixels,
        ImageError::Decoding(_)
        | ImageError::Encoding(_)
        | ImageError::Parameter(_)
        | ImageError::Unsupported(_)
        | ImageError::IoError(_) => PictureRefusal::Damaged,
    }
}

/// What was see-through stands on white: what lay hidden under it must not come to light.
fn on_white(decoded: DynamicImage) -> RgbImage {
    if !decoded.color().has_alpha() {
        return decoded.into_rgb8();
    }
    let see_through = decoded.into_rgba8();
    RgbImage::from_fn(see_through.width(), see_through.height(), |x, y| {
        let Rgba([red, green, blue, alpha]) = *see_through.get_pixel(x, y);
        image::Rgb([red, green, blue].map(|colour| over_white(colour, alpha)))
    })
}

fn over_white(colour: u8, alpha: u8) -> u8 {
    let (colour, alpha) = (u32::from(colour), u32::from(alpha));
    u8::try_from((colour * alpha + 255 * (255 - alpha) + 127) / 255).unwrap_or(u8::MAX)
}

/// Converts the colours by the camera's own profile. One that cannot be used leaves them as they are.
fn to_srgb(pixels: &mut RgbImage, profile: &[u8]) {
    if profile.len() > MOST_PROFILE_BYTES {
        return;
    }
    let Ok(profile) = ColorProfile::new_from_slice(profile) else { return };
    if profile.color_space != DataColorSpace::Rgb {
        return;
    }
    let (srgb, options) = (ColorProfile::new_srgb(), TransformOptions::default());
    let Ok(transform) = profile.create_transform_8bit(Layout::Rgb, &srgb, Layout::Rgb, options) else { return };
    let mut converted = [0_u8; STRETCH * RGB];
    for stretch in pixels.chunks_mut(STRETCH * RGB) {
        let Some(into) = converted.get_mut(..stretch.len()) else { return };
        if transform.transform(stretch, into).is_ok() {
            stretch.copy_from_slice(into);
        }
    }
}

fn thumbnail(pixels: &RgbImage) -> Result<Vec<u8>, PictureRefusal> {
    let (width, height) = pixels.dimensions();
    let longer = width.max(height).max(1);
    let small = if longer <= THUMBNAIL_EDGE_PX {
        pixels.clone()
    } else {
        let scaled = |edge: u32| (edge * THUMBNAIL_EDGE_PX / longer).max(1);
        image::imageops::thumbnail(pixels, scaled(width), scaled(height))
    };
    for quality in THUMBNAIL_QUALITIES {
        let jpeg = jpeg(&small, quality)?;
        if jpeg.len() <= MOST_THUMBNAIL_BYTES {
            return Ok(jpeg);
        }
    }
    Err(PictureRefusal::TooMuchWork)
}

fn jpeg(pixels: &RgbImage, quality: u8) -> Result<Vec<u8>, PictureRefusal> {
    let mut bytes = Vec::new();
    pixels.write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, quality)).map_err(refusal)?;
    Ok(bytes)
}

/// When the camera says it was taken, to the minute, by its own clock. Nothing else of its metadata is read.
fn camera_time(raw: Vec<u8>) -> Option<String> {
    let fields = exif::Reader::new().read_raw(raw).ok()?;
    let taken = [Tag::DateTimeOriginal, Tag::DateTimeDigitized, Tag::DateTime];
    let field = taken.into_iter().find_map(|tag| fields.get_field(tag, In::PRIMARY))?;
    let Value::Ascii(texts) = &field.value else { return None };
    let time = exif::DateTime::from_ascii(texts.first()?).ok()?;
    let exif::DateTime { year, month, day, hour, minute, .. } = time;
    let is_real = (1990..2200).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    (is_real && hour < 24 && minute < 60).then(|| format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}"))
}
