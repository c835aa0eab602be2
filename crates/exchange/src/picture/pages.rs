//! The pages of a file that came back, one after the other, in grey: a picture is one page, a TIFF one or several, and of
//! a PDF its pages' pictures. Runs in the worker only.
//!
//! A PDF is not drawn here either: what a scanner puts on each page is one picture, and that picture is decoded.

use std::io::Cursor;

use image::{DynamicImage, GrayImage, RgbImage};
use lopdf::{Dictionary, Document, LoadOptions, Object, ObjectId, Stream};
use tiff::ColorType;
use tiff::decoder::{Decoder, DecodingResult, Limits};

use super::clean::decode_jpeg;
use super::codes::{Effort, codes_on, scaled};
use super::confine::Confined;
use super::limits::{MOST_DECODED_BYTES, MOST_PAGE_EDGE_PX, MOST_PICTURES_OF_A_PAGE, MOST_SIGNED_PAGES};
use super::{FileKind, MOST_EDGE_PX, MOST_PIXELS, PictureRefusal};

/// What the codes on each page of a file say; a page without a readable code has none.
///
/// # Errors
/// [`PictureRefusal::TooManyPages`], and [`PictureRefusal::Damaged`] of a PDF that cannot be taken apart.
pub(super) fn codes_of_pages(
    confined: &Confined,
    bytes: &[u8],
    kind: FileKind,
    picture: Option<&RgbImage>,
) -> Result<Vec<Vec<String>>, PictureRefusal> {
    let mut effort = Effort::for_one_file();
    match (kind, picture) {
        (FileKind::Pdf, _) => of_pdf(confined, bytes, &mut effort),
        (_, None) => Ok(Vec::new()),
        (kind, Some(picture)) => {
            let mut pages = vec![codes_on(confined, &grey(picture), &mut effort)];
            if kind == FileKind::Tiff {
                pages.extend(of_further_tiff_pages(confined, bytes, &mut effort)?);
            }
            Ok(pages)
        }
    }
}

/// A page in grey, no larger than codes are looked for in.
fn grey(picture: &RgbImage) -> GrayImage {
    let longer = picture.width().max(picture.height());
    let grey = image::imageops::grayscale(picture);
    if longer > MOST_PAGE_EDGE_PX { scaled(&grey, MOST_PAGE_EDGE_PX) } else { grey }
}

fn of_pdf(confined: &Confined, bytes: &[u8], effort: &mut Effort) -> Result<Vec<Vec<String>>, PictureRefusal> {
    let most = usize::try_from(MOST_DECODED_BYTES / 4).ok();
    let options = LoadOptions { max_decompressed_size: most, ..LoadOptions::default() };
    let file = Document::load_mem_with_options(bytes, options).map_err(|_| PictureRefusal::Damaged)?;
    let pages = file.get_pages();
    if pages.len() > MOST_SIGNED_PAGES {
        return Err(PictureRefusal::TooManyPages);
    }
    let mut codes = Vec::new();
    for page in pages.into_values() {
        let mut on_page: Vec<String> = Vec::new();
        for picture in pictures_of(&file, page).into_iter().take(MOST_PICTURES_OF_A_PAGE) {
            let Some(picture) = decoded(confined, &file, picture) else { continue };
            for code in codes_on(confined, &picture, effort) {
                if !on_page.contains(&code) {
                    on_page.push(code);
                }
            }
        }
        codes.push(on_page);
    }
    Ok(codes)
}

/// The pictures a page may draw.
fn pictures_of(file: &Document, page: ObjectId) -> Vec<&Stream> {
    let Ok((own, shared)) = file.get_page_resources(page) else { return Vec::new() };
    let shared = shared.iter().filter_map(|id| file.get_dictionary(*id).ok());
    let mut pictures = Vec::new();
    for resources in own.into_iter().chain(shared) {
        let Some(objects) = entry(file, resources, b"XObject").and_then(|it| it.as_dict().ok()) else { continue };
        for (_, object) in objects {
            let stream = file.dereference(object).ok().and_then(|(_, object)| object.as_stream().ok());
            let is_picture =
                |stream: &&Stream| stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|it| it == b"Image");
            pictures.extend(stream.filter(is_picture));
        }
    }
    pictures
}

/// What an entry holds, wherever it stands.
fn entry<'a>(file: &'a Document, owner: &'a Dictionary, key: &[u8]) -> Option<&'a Object> {
    file.dereference(owner.get(key).ok()?).ok().map(|(_, object)| object)
}

/// A picture of a PDF in grey; `None` where it is packed in a way that is not read here (JBIG2, JPEG 2000).
fn decoded(confined: &Confined, file: &Document, picture: &Stream) -> Option<GrayImage> {
    let number = |key: &[u8]| entry(file, &picture.dict, key).and_then(|it| it.as_i64().ok());
    let (width, height) = (u32::try_from(number(b"Width")?).ok()?, u32::try_from(number(b"Height")?).ok()?);
    if u64::from(width) * u64::from(height) > MOST_PIXELS || width.max(height) > MOST_EDGE_PX {
        return None;
    }
    let packed = match entry(file, &picture.dict, b"Filter") {
        None => Vec::new(),
        Some(Object::Name(name)) => vec![name.as_slice()],
        Some(Object::Array(names)) => names.iter().filter_map(|name| name.as_name().ok()).collect(),
        Some(_) => return None,
    };
    match packed.as_slice() {
        [b"DCTDecode"] => Some(grey(&decode_jpeg(confined, &picture.content).ok()?)),
        [b"CCITTFaxDecode"] => of_fax(file, picture, width, height),
        _ => {
            let n_bits = number(b"BitsPerComponent").unwrap_or(1);
            let most = usize::try_from(MOST_DECODED_BYTES).ok()?;
            let bytes = picture.decompressed_content_with_limit(most).ok()?;
            of_samples(&bytes, width, height, n_bits)
        }
    }
}

/// A page as a fax machine packs it (group 4), which is how scanners pack black and white.
fn of_fax(file: &Document, picture: &Stream, width: u32, height: u32) -> Option<GrayImage> {
    let how = entry(file, &picture.dict, b"DecodeParms")?;
    let how = match how.as_array() {
        Ok(each) => file.dereference(each.first()?).ok()?.1.as_dict().ok()?,
        Err(_) => how.as_dict().ok()?,
    };
    let group = entry(file, how, b"K").and_then(|it| it.as_i64().ok()).unwrap_or(0);
    if group >= 0 {
        return None;
    }
    let width_16 = u16::try_from(width).ok()?;
    let mut pixels: Vec<u8> = Vec::new();
    let most = usize::try_from(u64::from(width) * u64::from(height)).ok()?;
    let bytes = picture.content.iter().copied();
    // A file that breaks off still shows what came before.
    let _ = fax::decoder::decode_g4(bytes, width_16, u16::try_from(height).ok(), |line| {
        if pixels.len() < most {
            let shade = |colour| if colour == fax::Color::Black { 0 } else { u8::MAX };
            pixels.extend(fax::decoder::pels(line, width_16).map(shade));
        }
    });
    pixels.resize(most, u8::MAX);
    GrayImage::from_raw(width, height, pixels)
}

/// Plain samples, by how many there are to a pixel: one bit, or one, three or four bytes.
fn of_samples(bytes: &[u8], width: u32, height: u32, n_bits: i64) -> Option<GrayImage> {
    let n_pixels = usize::try_from(u64::from(width) * u64::from(height)).ok()?;
    if n_bits == 1 {
        return of_bits(bytes, width, height);
    }
    if n_bits != 8 || n_pixels == 0 {
        return None;
    }
    let pixels = match bytes.len() / n_pixels {
        1 | 2 => bytes.get(..n_pixels)?.to_vec(),
        // Four are inks: the more, the darker.
        n if n >= 4 => {
            bytes.chunks_exact(4).take(n_pixels).map(|inks| u8::MAX - inks.iter().copied().fold(0, u8::max)).collect()
        }
        3 => bytes.chunks_exact(3).take(n_pixels).map(|colours| colours.get(1).copied().unwrap_or_default()).collect(),
        _ => return None,
    };
    smaller(GrayImage::from_raw(width, height, pixels)?)
}

/// One bit a pixel, each row beginning with a byte of its own; 0 is black.
fn of_bits(bytes: &[u8], width: u32, height: u32) -> Option<GrayImage> {
    let row_bytes = usize::try_from(width.div_ceil(8)).ok()?;
    let shade = |x: u32, y: u32| {
        let at = usize::try_from(y).ok()?.checked_mul(row_bytes)? + usize::try_from(x / 8).ok()?;
        Some(if bytes.get(at)? & (0x80 >> (x % 8)) == 0 { 0 } else { u8::MAX })
    };
    let page = GrayImage::from_fn(width, height, |x, y| image::Luma([shade(x, y).unwrap_or(u8::MAX)]));
    smaller(page)
}

fn smaller(page: GrayImage) -> Option<GrayImage> {
    let longer = page.width().max(page.height());
    Some(if longer > MOST_PAGE_EDGE_PX { scaled(&page, MOST_PAGE_EDGE_PX) } else { page })
}

/// The pages of a TIFF behind its first.
fn of_further_tiff_pages(
    confined: &Confined,
    bytes: &[u8],
    effort: &mut Effort,
) -> Result<Vec<Vec<String>>, PictureRefusal> {
    let mut limits = Limits::default();
    limits.decoding_buffer_size = usize::try_from(MOST_DECODED_BYTES).unwrap_or(usize::MAX);
    let Ok(decoder) = Decoder::new(Cursor::new(bytes)) else { return Ok(Vec::new()) };
    let mut decoder = decoder.with_limits(limits);
    let mut pages = Vec::new();
    while decoder.more_images() {
        if pages.len() + 1 >= MOST_SIGNED_PAGES {
            return Err(PictureRefusal::TooManyPages);
        }
        decoder.next_image().map_err(|_| PictureRefusal::Damaged)?;
        let page = tiff_page(&mut decoder);
        pages.push(page.map(|page| codes_on(confined, &page, effort)).unwrap_or_default());
    }
    Ok(pages)
}

fn tiff_page(decoder: &mut Decoder<Cursor<&[u8]>>) -> Option<GrayImage> {
    let (width, height) = decoder.dimensions().ok()?;
    if u64::from(width) * u64::from(height) > MOST_PIXELS || width.max(height) > MOST_EDGE_PX {
        return None;
    }
    let colours = decoder.colortype().ok()?;
    let DecodingResult::U8(bytes) = decoder.read_image().ok()? else { return None };
    if colours == ColorType::Gray(1) {
        of_bits(&bytes, width, height)
    } else if colours == ColorType::Gray(8) {
        smaller(GrayImage::from_raw(width, height, bytes)?)
    } else if colours == ColorType::RGB(8) {
        Some(grey(&RgbImage::from_raw(width, height, bytes)?))
    } else if colours == ColorType::RGBA(8) {
        let page = DynamicImage::ImageRgba8(image::RgbaImage::from_raw(width, height, bytes)?);
        Some(grey(&page.into_rgb8()))
    } else {
        None
    }
}
