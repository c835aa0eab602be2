//! Pages that came back: photographed, scanned, turned, dark, small, and packed the way scanners pack them.

#![expect(clippy::float_arithmetic, reason = "a picture made for a test; no dose and no depth")]

use exchange::picture::{FileKind, PictureProblem, PictureRefusal, Purpose};
use fast_qr::{ECL, QRBuilder};
use image::codecs::jpeg::JpegEncoder;
use image::{GrayImage, ImageFormat, Luma};

use crate::made::{pixels, reader, saved};
use crate::scanned::{pdf_of, tiff_of};

/// What a code of ours says.
pub(crate) const MARK: &str = "NP1:0198F2C47A117F3E9B2B5D0C6A41E877:3/6:9F86D081884C7D65";

/// The width and height of A4 in millimetres, and where the code stands on it.
const PAGE_MM: (f64, f64) = (210.0, 297.0);
const CODE_MM: f64 = 18.0;
const CODE_AT_MM: (f64, f64) = (177.0, 255.0);

/// A page of lines of writing with a code at its foot, as it lies on the table: how dark each place is, 0 to 1.
struct Page {
    code: fast_qr::QRCode,
}

impl Page {
    fn saying(mark: &str) -> Self {
        Self { code: QRBuilder::new(mark).ecl(ECL::M).build().unwrap() }
    }

    fn ink_at(&self, x: f64, y: f64) -> f64 {
        let (code_x, code_y) = (x - CODE_AT_MM.0, y - CODE_AT_MM.1);
        if (0.0..CODE_MM).contains(&code_x) && (0.0..CODE_MM).contains(&code_y) {
            let square = CODE_MM / self.code.size as f64;
            let dark = self.code[(code_y / square) as usize][(code_x / square) as usize].value();
            return if dark { 0.95 } else { 0.02 };
        }
        // Lines of words: strokes of 0.4 mm in lines of 5 mm, with gaps between words.
        let is_in_text = (20.0..190.0).contains(&x) && (25.0..245.0).contains(&y);
        let (line, in_line) = ((y / 5.0).floor(), y % 5.0);
        let is_word = ((x * 7.0 + line * 31.0) / 40.0).sin() > -0.8;
        let is_stroke = (x * 2.3 + line).fract() < 0.35 && in_line < 2.4;
        if is_in_text && is_word && is_stroke { 0.9 } else { 0.02 }
    }
}

/// How a page is taken.
#[derive(Clone, Copy)]
struct Taking {
    dots_an_inch: f64,
    /// Turned by this many degrees, clockwise.
    turned: f64,
    /// How much narrower the far edge is than the near one: a telephone held at an angle.
    narrowing: f64,
    /// Blurred by this many pixels.
    blurred: f32,
    /// Noise of this many shades of 255.
    noise: f64,
    /// How much darker the darkest corner is, 0 to 1.
    shadow: f64,
}

const SCAN: Taking = Taking { dots_an_inch: 200.0, turned: 0.0, narrowing: 0.0, blurred: 0.0, noise: 3.0, shadow: 0.0 };

fn taken(page: &Page, how: &Taking) -> GrayImage {
    let margin = 1.08;
    let per_mm = how.dots_an_inch / 25.4;
    let (width, height) = (PAGE_MM.0 * per_mm * margin, PAGE_MM.1 * per_mm * margin);
    let is_on_side = (how.turned.to_radians().sin().abs()) > 0.7;
    let (width, height) = if is_on_side { (height, width) } else { (width, height) };
    let (sin, cos) = how.turned.to_radians().sin_cos();
    let mut seed = 0x2545_f491_4f6c_dd1d_u64;
    let mut random = move || {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        (seed >> 11) as f64 / (1_u64 << 53) as f64
    };
    let picture = GrayImage::from_fn(width as u32, height as u32, |px, py| {
        // Four looks into a pixel are its shade.
        let looks = [(0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75)];
        let ink: f64 = looks
            .iter()
            .map(|(dx, dy)| {
                let (x, y) = (f64::from(px) + dx - width / 2.0, f64::from(py) + dy - height / 2.0);
                let (x, y) = ((x * cos + y * sin) / per_mm, (y * cos - x * sin) / per_mm);
                let spread = 1.0 + how.narrowing * (0.5 - (y / PAGE_MM.1));
                let (x, y) = (x * spread + PAGE_MM.0 / 2.0, y + PAGE_MM.1 / 2.0);
                if (0.0..PAGE_MM.0).contains(&x) && (0.0..PAGE_MM.1).contains(&y) { page.ink_at(x, y) } else { 0.6 }
            })
            .sum::<f64>()
            / 4.0;
        let light = 1.0 - how.shadow * (f64::from(px) / width + f64::from(py) / height) / 2.0;
        let shade = 250.0 * (1.0 - ink) * light + (random() - 0.5) * 2.0 * how.noise;
        Luma([shade.clamp(0.0, 255.0) as u8])
    });
    if how.blurred > 0.0 { image::imageops::blur(&picture, how.blurred) } else { picture }
}

fn as_jpeg(picture: &GrayImage, quality: u8) -> Vec<u8> {
    let mut bytes = Vec::new();
    picture.write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, quality)).unwrap();
    bytes
}

/// What is read of each page of a file.
fn codes(bytes: &[u8]) -> Vec<Vec<String>> {
    reader().read(bytes, Purpose::SignedPages).unwrap().codes
}

fn is_found(picture: &GrayImage, quality: u8) -> bool {
    codes(&as_jpeg(picture, quality)) == [[MARK]]
}

#[test]
fn the_code_of_a_page_is_read_from_a_scan_at_every_usual_resolution() {
    let page = Page::saying(MARK);
    for dots_an_inch in [100.0, 150.0, 200.0, 300.0, 600.0] {
        let scan = taken(&page, &Taking { dots_an_inch, ..SCAN });
        assert!(is_found(&scan, 85), "{dots_an_inch} dots an inch");
    }
}

#[test]
fn the_code_of_a_page_is_read_whichever_way_it_lay() {
    let page = Page::saying(MARK);
    for turned in [90.0, 180.0, 270.0, 1.5, -3.0, 7.0, 20.0, 30.0] {
        let scan = taken(&page, &Taking { turned, ..SCAN });
        assert!(is_found(&scan, 85), "turned by {turned} degrees");
    }
}

#[test]
fn the_code_of_a_page_is_read_from_the_photo_of_a_telephone() {
    let page = Page::saying(MARK);
    let telephone =
        Taking { dots_an_inch: 250.0, turned: 4.0, narrowing: 0.12, blurred: 1.6, noise: 12.0, shadow: 0.55 };
    assert!(is_found(&taken(&page, &telephone), 60), "held at an angle, in the shadow of the hand, not quite sharp");
}

#[test]
fn the_code_of_a_page_is_read_from_a_poor_copy() {
    let page = Page::saying(MARK);
    for dots_an_inch in [150.0, 200.0] {
        let poor = Taking { dots_an_inch, blurred: 0.8, noise: 10.0, turned: 2.0, ..SCAN };
        assert!(is_found(&taken(&page, &poor), 40), "JPEG of quality 40 at {dots_an_inch} dots an inch");
    }
}

#[test]
fn a_code_that_a_pen_went_over_is_still_read() {
    let mut scan = taken(&Page::saying(MARK), &SCAN);
    let per_mm = SCAN.dots_an_inch / 25.4;
    let (left, top) = ((CODE_AT_MM.0 + 8.4) * per_mm, (CODE_AT_MM.1 + 11.9) * per_mm);
    for step in 0..90_u32 {
        let (x, y) = (left as u32 + step, top as u32 + 75 + step / 9);
        for across in 0..3 {
            scan.put_pixel(x + 20, y + across, Luma([20]));
        }
    }
    assert!(is_found(&scan, 85), "the end of a signature across its squares");
}

#[test]
fn a_page_whose_code_nobody_can_read_says_nothing_rather_than_something() {
    let page = Page::saying(MARK);
    let cut = taken(&page, &SCAN);
    let half = image::imageops::crop_imm(&cut, 0, 0, cut.width(), cut.height() - 300).to_image();
    assert_eq!(codes(&as_jpeg(&half, 85)), [Vec::<String>::new()], "half of a code is none");
    let too_small = taken(&page, &Taking { dots_an_inch: 50.0, ..SCAN });
    assert_eq!(codes(&as_jpeg(&too_small, 85)), [Vec::<String>::new()], "a square of one dot is none");
    let photo = saved(&pixels(900, 1200), ImageFormat::Jpeg);
    assert_eq!(codes(&photo), [Vec::<String>::new()], "a photo of anything else");
}

#[test]
fn a_scan_that_is_only_filed_is_not_searched() {
    let scan = as_jpeg(&taken(&Page::saying(MARK), &SCAN), 85);
    assert!(reader().read(&scan, Purpose::Scan).unwrap().codes.is_empty(), "nobody asked");
}

/// Three pages at 150 dots an inch, the second without a code.
fn three_pages() -> Vec<GrayImage> {
    let how = Taking { dots_an_inch: 150.0, ..SCAN };
    let mut pages: Vec<GrayImage> =
        ["1/3", "2/3", "3/3"].iter().map(|page| taken(&Page::saying(&MARK.replace("3/6", page)), &how)).collect();
    pages[1] = GrayImage::from_pixel(1200, 1700, Luma([250]));
    pages
}

fn expected() -> Vec<Vec<String>> {
    vec![vec![MARK.replace("3/6", "1/3")], vec![], vec![MARK.replace("3/6", "3/3")]]
}

#[test]
fn every_page_of_a_scanned_pdf_is_read_however_it_is_packed() {
    let pages = three_pages();
    for how in crate::scanned::Packing::ALL {
        let file = pdf_of(&pages, *how);
        let read = reader().read(&file, Purpose::SignedPages).unwrap();
        assert_eq!((read.kind, read.picture), (FileKind::Pdf, None), "the file itself is never drawn");
        assert_eq!(read.codes, expected(), "packed as {how:?}");
    }
}

#[test]
fn every_page_of_a_scanned_tiff_is_read() {
    let read = reader().read(&tiff_of(&three_pages()), Purpose::SignedPages).unwrap();
    assert_eq!(read.codes, expected(), "the first page and those behind it");
    assert!(read.picture.is_some(), "the first is there to look at");
}

#[test]
fn a_pdf_of_more_pages_than_any_paper_has_is_refused() {
    let page = GrayImage::from_pixel(60, 80, Luma([250]));
    let file = pdf_of(&vec![page; 41], crate::scanned::Packing::Jpeg);
    let refused = reader().read(&file, Purpose::SignedPages);
    assert_eq!(refused, Err(PictureProblem::Refused(PictureRefusal::TooManyPages)), "and with a sentence of its own");
}

#[test]
fn forty_pages_of_a_good_scan_are_read_within_the_limits() {
    let page = taken(&Page::saying(MARK), &Taking { dots_an_inch: 200.0, ..SCAN });
    let read = reader().read(&pdf_of(&vec![page; 40], crate::scanned::Packing::Jpeg), Purpose::SignedPages).unwrap();
    assert!(read.codes.iter().all(|codes| codes == &[MARK]), "{} pages", read.codes.len());
}

#[test]
fn a_pdf_that_is_no_scan_or_no_pdf_harms_nobody() {
    let plain = crate::made::pdf("");
    let read = reader().read(&plain, Purpose::SignedPages);
    assert!(matches!(&read, Ok(_) | Err(PictureProblem::Refused(_))), "nothing to find in it: {read:?}");
    let whole = pdf_of(&three_pages()[..1], crate::scanned::Packing::Fax);
    for cut in (0..whole.len()).step_by(whole.len() / 23) {
        let mut broken = whole[..cut].to_vec();
        broken.extend(b"\nstartxref\n9\n%%EOF\n");
        let read = reader().read(&broken, Purpose::SignedPages);
        assert!(
            matches!(&read, Ok(_) | Err(PictureProblem::Refused(_))),
            "cut after {cut} bytes it is read or refused: {read:?}"
        );
    }
}
