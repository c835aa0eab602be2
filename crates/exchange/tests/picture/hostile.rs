//! What somebody might send in place of a photo: refused soon, with one reason, and nothing is left behind.

use std::path::Path;
use std::time::{Duration, Instant};

use exchange::picture::{PictureProblem, PictureReader, PictureRefusal, Purpose};
use image::ImageFormat;
use proptest::prelude::*;

use crate::made::{gigantic_jpeg, inflating_png, of_a_telephone, pdf, pixels, png_with, reader, saved};

/// An answer later than this feels like a fault.
const SOON: Duration = Duration::from_secs(2);

fn refused(what: &str, bytes: &[u8], purpose: Purpose, expected: PictureRefusal) {
    let began = Instant::now();
    let read = reader().read(bytes, purpose);
    let took = began.elapsed();
    assert_eq!(read.err(), Some(PictureProblem::Refused(expected)), "{what}");
    assert!(took < SOON, "{what} was refused after {took:?}");
}

#[test]
fn a_header_of_sixty_five_thousand_squared_is_refused_before_a_pixel_is_decoded() {
    refused("a gigantic JPEG", &gigantic_jpeg(), Purpose::Photo, PictureRefusal::TooManyPixels);
    let png = inflating_png(65_535, 65_535, 1 << 20);
    refused("a gigantic PNG", &png, Purpose::Photo, PictureRefusal::TooManyPixels);
}

#[test]
fn a_png_that_inflates_to_a_gigabyte_is_refused() {
    let honest = inflating_png(20_000, 20_000, 1 << 30);
    assert!(honest.len() < 12 << 20, "it is small on the disk: {} bytes", honest.len());
    refused("one that says so", &honest, Purpose::Photo, PictureRefusal::TooManyPixels);
    let lying = inflating_png(16, 16, 1 << 30);
    let began = Instant::now();
    // The pixels of a small picture may be complete long before the rest; the rest is never inflated.
    let read = reader().read(&lying, Purpose::Photo);
    assert!(began.elapsed() < SOON, "one that hides it costs no more: {:?}", began.elapsed());
    assert!(read.is_err() || read.unwrap().picture.unwrap().width_px == 16, "whatever it is taken for");
}

#[test]
fn a_file_that_is_cut_off_is_refused() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        let whole = saved(&pixels(120, 90), format);
        for n in [12, whole.len() / 4, whole.len() / 2, whole.len() - 1] {
            let what = format!("{format:?} after {n} bytes");
            refused(&what, &whole[..n], Purpose::Photo, PictureRefusal::Damaged);
        }
    }
    refused("a PDF", &pdf("")[..40], Purpose::Scan, PictureRefusal::Damaged);
}

#[test]
fn a_file_is_what_its_first_bytes_say_and_not_its_name() {
    refused("a text", b"This is a letter.", Purpose::Photo, PictureRefusal::UnknownKind);
    refused("a program", b"\x7fELF\x02\x01\x01", Purpose::Scan, PictureRefusal::UnknownKind);
    refused("a PDF as a photo", &pdf(""), Purpose::Photo, PictureRefusal::OtherPurpose);
    refused("nothing", b"", Purpose::Photo, PictureRefusal::Empty);
}

#[test]
fn two_files_in_one_are_refused() {
    let photo = of_a_telephone(1);
    let archive = [photo.as_slice(), b"PK\x03\x04 an archive"].concat();
    refused("a photo that is an archive", &archive, Purpose::Photo, PictureRefusal::Mixed);
    let page = [saved(&pixels(16, 16), ImageFormat::Png), b"<SCRIPT>".to_vec()].concat();
    refused("a picture that is a page", &page, Purpose::Scan, PictureRefusal::Mixed);
    let film = [photo.as_slice(), b"\0\0\0\x18ftypmp42"].concat();
    assert!(reader().read(&film, Purpose::Photo).is_ok(), "a telephone's moving photo is a photo");
}

#[test]
fn a_pdf_that_acts_or_is_locked_is_refused() {
    for (more, expected) in [
        ("/Encrypt 5 0 R", PictureRefusal::EncryptedPdf),
        ("/OpenAction<</S/JavaScript/JS(app.alert(1))>>", PictureRefusal::ActivePdf),
        ("/OpenAction<</S/J#61vaScript>>", PictureRefusal::ActivePdf),
        ("/AA<</O<</S/Launch>>>>", PictureRefusal::ActivePdf),
        ("/Names<</EmbeddedFiles 4 0 R>>", PictureRefusal::ActivePdf),
    ] {
        refused(more, &pdf(more), Purpose::Scan, expected);
    }
}

#[test]
fn metadata_that_inflates_or_lies_stops_nothing() {
    let bomb = [b"icc\0\0".as_slice(), &inflating_png(1, 1, 256 << 20)].concat();
    let began = Instant::now();
    for chunk in [png_with(b"iCCP", &bomb), png_with(b"zTXt", &bomb), png_with(b"eXIf", b"MM\0*\xff\xff\xff\xff")] {
        let read = reader().read(&chunk, Purpose::Photo);
        let is_taken_or_refused = !matches!(read, Err(PictureProblem::NoReader));
        assert!(is_taken_or_refused, "the reader answers: {read:?}");
    }
    assert!(began.elapsed() < SOON * 3, "and soon: {:?}", began.elapsed());
}

#[test]
fn a_program_that_is_no_reader_gives_no_picture() {
    let photo = saved(&pixels(16, 16), ImageFormat::Png);
    for program in ["/bin/false", "/bin/true", "/bin/echo", "/nowhere/at/all"] {
        let read = PictureReader::starting(Path::new(program)).read(&photo, Purpose::Photo);
        assert_eq!(read, Err(PictureProblem::NoReader), "{program}: nothing is decoded in its place");
    }
}

#[test]
fn a_reader_that_does_not_answer_is_ended() {
    let folder = tempfile::tempdir().unwrap();
    let stuck = folder.path().join("stuck");
    std::fs::write(&stuck, "#!/bin/sh\nexec sleep 600\n").unwrap();
    std::fs::set_permissions(&stuck, std::os::unix::fs::PermissionsExt::from_mode(0o700)).unwrap();
    let began = Instant::now();
    let reader = PictureReader::starting(&stuck).waiting_at_most(Duration::from_millis(300));
    let read = reader.read(&saved(&pixels(16, 16), ImageFormat::Png), Purpose::Photo);
    assert_eq!(read, Err(PictureRefusal::TooMuchWork.into()), "the file is to blame");
    assert!(began.elapsed() < SOON, "nobody waits for it: {:?}", began.elapsed());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever the bytes are, the process that asks gets an answer and lives: it decodes nothing itself.
    #[test]
    fn any_bytes_behind_any_beginning_get_an_answer(
        magic in prop::sample::select(vec![
            &b"\xff\xd8\xff"[..], b"\x89PNG\r\n\x1a\n", b"RIFF\x40\0\0\0WEBPVP8L", b"II*\0\x08\0\0\0", b"%PDF-1.7",
        ]),
        rest in prop::collection::vec(any::<u8>(), 0..400),
    ) {
        let bytes = [magic, rest.as_slice()].concat();
        for purpose in [Purpose::Photo, Purpose::Scan] {
            let read = reader().read(&bytes, purpose);
            prop_assert!(!matches!(read, Err(PictureProblem::NoReader)), "the reader answered: {:?}", read);
        }
    }

    /// A byte changed anywhere in an honest photo: taken or refused, and never a fault of ours.
    #[test]
    fn a_photo_with_a_changed_byte_gets_an_answer(place in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = of_a_telephone(8);
        let place = place.index(bytes.len());
        bytes[place] = byte;
        let read = reader().read(&bytes, Purpose::Photo);
        prop_assert!(!matches!(read, Err(PictureProblem::NoReader)), "the reader answered: {:?}", read);
    }
}
