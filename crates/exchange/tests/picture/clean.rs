//! What becomes of an honest photo or scan.

use exchange::picture::{FileKind, MOST_THUMBNAIL_BYTES, Picture, Purpose, THUMBNAIL_EDGE_PX};
use image::{DynamicImage, ImageFormat, RgbImage, RgbaImage};

use crate::made::{SECRET, inflating_png, of_a_telephone, pdf, pixels, reader, saved};

fn read(bytes: &[u8], purpose: Purpose) -> Picture {
    reader().read(bytes, purpose).unwrap().picture.unwrap()
}

fn pixels_of(jpeg: &[u8]) -> RgbImage {
    image::load_from_memory_with_format(jpeg, ImageFormat::Jpeg).unwrap().into_rgb8()
}

#[test]
fn a_photo_of_each_kind_comes_back_as_a_plain_jpeg_of_its_size() {
    let photo = pixels(300, 200);
    for (format, kind) in
        [(ImageFormat::Jpeg, FileKind::Jpeg), (ImageFormat::Png, FileKind::Png), (ImageFormat::WebP, FileKind::Webp)]
    {
        let read = reader().read(&saved(&photo, format), Purpose::Photo).unwrap();
        assert_eq!(read.kind, kind, "it is what its first bytes say");
        let picture = read.picture.unwrap();
        assert_eq!((picture.width_px, picture.height_px), (300, 200), "{format:?} keeps its pixels");
        assert_eq!(pixels_of(&picture.jpeg).dimensions(), (300, 200), "and says the same of itself");
    }
}

#[test]
fn the_largest_photo_that_is_taken_is_read_within_the_limits() {
    // Each row begins with the byte of its filter.
    let largest = inflating_png(8_000, 6_500, (8_000 * 3 + 1) * 6_500);
    let picture = read(&largest, Purpose::Photo);
    assert_eq!((picture.width_px, picture.height_px), (8_000, 6_500), "memory and time are enough for 52 megapixels");
}

#[test]
fn a_thumbnail_is_small_and_of_the_same_shape() {
    let picture = read(&saved(&pixels(1600, 400), ImageFormat::Jpeg), Purpose::Photo);
    assert_eq!(pixels_of(&picture.thumbnail).dimensions(), (THUMBNAIL_EDGE_PX, 64), "its longer edge is the limit");
    assert!(picture.thumbnail.len() <= MOST_THUMBNAIL_BYTES, "it stands in the database");
}

#[test]
fn a_photo_taken_with_the_telephone_on_its_side_stands_upright() {
    let upright = read(&of_a_telephone(6), Purpose::Photo);
    assert_eq!((upright.width_px, upright.height_px), (40, 80), "a quarter turn");
    // Red was at the left; after a quarter turn clockwise it is at the top.
    let image::Rgb([red, _, blue]) = *pixels_of(&upright.jpeg).get_pixel(20, 5);
    assert!(red > 150 && blue < 100, "the top is red: {red} {blue}");
}

#[test]
fn nothing_of_the_metadata_is_kept_but_the_time_is_suggested() {
    let telephone = of_a_telephone(1);
    assert!(telephone.windows(SECRET.len()).any(|it| it == SECRET), "the place stands in the file");
    let picture = read(&telephone, Purpose::Photo);
    for kept in [&picture.jpeg, &picture.thumbnail] {
        assert!(!kept.windows(SECRET.len()).any(|it| it == SECRET), "the place is gone");
        assert!(!kept.windows(4).any(|it| it == b"Exif"), "and with it all other metadata");
    }
    assert_eq!(picture.camera_time.as_deref(), Some("2026-11-19T16:42"), "the camera's clock, for a person to judge");
}

#[test]
fn what_lay_hidden_under_a_see_through_part_stays_hidden() {
    let hidden = RgbaImage::from_pixel(32, 32, image::Rgba([255, 0, 0, 0]));
    let mut bytes = std::io::Cursor::new(Vec::new());
    DynamicImage::ImageRgba8(hidden).write_to(&mut bytes, ImageFormat::Png).unwrap();
    let picture = read(&bytes.into_inner(), Purpose::Photo);
    let image::Rgb(colours) = *pixels_of(&picture.jpeg).get_pixel(16, 16);
    assert!(colours.iter().all(|colour| *colour > 250), "nothing see-through is drawn: {colours:?}");
}

#[test]
fn a_scan_of_paper_is_looked_at_as_a_picture_whatever_it_came_as() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::Tiff] {
        let picture = read(&saved(&pixels(200, 300), format), Purpose::Scan);
        assert_eq!((picture.width_px, picture.height_px), (200, 300), "{format:?} is shown whole");
    }
}

#[test]
fn a_pdf_that_only_shows_pages_is_taken_and_never_drawn() {
    let read = reader().read(&pdf(""), Purpose::Scan).unwrap();
    assert_eq!((read.kind, read.picture), (FileKind::Pdf, None), "it is kept as it is");
}
