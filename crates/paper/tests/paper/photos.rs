//! Photographs: whole, described, as they were taken, and without what they say about their place.

use lopdf::Object;
use paper::{Block, PaperError, Photo, RichText};

use crate::documents::{self, document, paragraph};
use crate::reading::read;

const FACE: &[u8] = include_bytes!("documents/photos/face.jpg");
const GREY: &[u8] = include_bytes!("documents/photos/grey.jpg");

fn photo(jpeg: &[u8], caption: &str) -> Photo {
    Photo { jpeg: jpeg.to_vec(), alt: "The face from the front".to_owned(), caption: caption.to_owned() }
}

#[test]
fn a_photo_is_in_the_file_as_it_was_taken_but_for_its_place() {
    let photos = vec![photo(FACE, "20 November 2026, before"), photo(GREY, "18 December 2026")];
    let reading = read(&document("Photos", vec![Block::Photos(photos)]));
    let images: Vec<&lopdf::Stream> = reading
        .file
        .objects
        .values()
        .filter_map(|object| object.as_stream().ok())
        .filter(|stream| stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Image"))
        .collect();
    assert_eq!(images.len(), 2, "one image for each photo");
    for image in images {
        let filter = image.dict.get(b"Filter").and_then(Object::as_name).expect("a filter");
        assert_eq!(filter, b"DCTDecode", "the camera's own compression");
        let is_part = |scan: &[u8]| FACE.ends_with(scan) || GREY.ends_with(scan);
        assert!(is_part(&image.content[image.content.len() - 300..]), "the picture's own bytes, never made anew");
        assert!(!image.content.windows(12).any(|window| window == b"SECRET PLACE"), "nobody learns where it was taken");
    }
    if let Some(listed) = reading.tool("pdfimages", &["-list", "FILE"]) {
        assert_eq!(listed.matches("jpeg").count(), 2, "readers see two JPEGs: {listed}");
    }
    let Some(text) = reading.copied_text() else { return };
    assert!(text.contains("20 November 2026, before"), "with its line: {text}");
}

#[test]
fn a_photo_is_described_and_placed_for_screen_readers() {
    let reading = read(&document("Photos", vec![Block::Photos(vec![photo(FACE, "Before")])]));
    let figure = reading.elements().into_iter().find(|element| element.has(b"Alt")).expect("a figure");
    assert!(reading.dictionary(figure, "A").has(b"BBox"), "its place is known");
    assert_eq!(reading.outline(), ["Document", "Figure", "Caption"], "the line belongs to its photo");
}

#[test]
fn a_photo_that_cannot_be_shown_is_refused_before_anything_is_written() {
    let render = |photo| paper::render(&document("Photos", vec![Block::Photos(vec![photo])])).map(|pdf| pdf.n_pages);
    for jpeg in [&b""[..], b"no photo", &FACE[..FACE.len() - 40], b"\x89PNG\r\n\x1a\n"] {
        assert_eq!(render(photo(jpeg, "")), Err(PaperError::Photo), "{} bytes", jpeg.len());
    }
    let silent = Photo { alt: " ".to_owned(), ..photo(FACE, "") };
    assert_eq!(render(silent), Err(PaperError::FigureWithoutAlt), "who cannot see it must be told what it shows");
}

#[test]
fn a_photo_and_its_line_share_a_page() {
    for n_lines in 10..24 {
        let mut blocks: Vec<Block> = (0..n_lines).map(|_| paragraph("One line.")).collect();
        blocks.push(Block::Photos(vec![photo(FACE, "lineofthephoto")]));
        blocks.push(Block::Paragraph(RichText::from("after")));
        let reading = read(&document("Photos", blocks));
        let pages = reading.operations();
        let page_of_photo = pages.iter().position(|page| page.iter().any(|it| it.operator == "Do")).expect("the photo");
        let Some(text) = reading.tool("pdftotext", &["-enc", "UTF-8", "FILE", "-"]) else { return };
        let page_of_line = text.split('\u{c}').position(|page| page.contains("lineofthephoto")).expect("its line");
        assert_eq!(page_of_photo, page_of_line, "{n_lines} lines before it");
    }
}

#[test]
fn a_chart_of_sixty_photos_holds_each_of_them_once() {
    let chart = documents::chart();
    let n_photo_bytes: usize = photos_of(&chart).map(|photo| photo.jpeg.len()).sum();
    assert_eq!(photos_of(&chart).count(), 60, "three of every visit");
    let reading = read(&chart);
    let is_image = |stream: &&lopdf::Stream| {
        stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Image")
    };
    let streams = reading.file.objects.values().filter_map(|object| object.as_stream().ok());
    assert_eq!(streams.filter(is_image).count(), 60, "one image for each");
    let more = reading.pdf.bytes.len().saturating_sub(n_photo_bytes);
    assert!(more < 400 * 1024, "{more} bytes beside the photos");
}

fn photos_of(document: &paper::Document) -> impl Iterator<Item = &Photo> {
    document
        .blocks
        .iter()
        .filter_map(|block| if let Block::Photos(photos) = block { Some(photos) } else { None })
        .flatten()
}
