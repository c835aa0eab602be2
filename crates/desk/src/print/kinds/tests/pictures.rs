//! Every kind compared with an approved picture of its first page, by a tolerance: a text that moved, a rule that is gone
//! or a box that grew is noticed, another version of the tool that draws is not.
//!
//! `make approve-papers` draws the pictures anew, here and in docs/papers. Look at them before they are committed.

#![expect(clippy::float_arithmetic, reason = "shades of a picture; no dose and no depth")]

use std::path::{Path, PathBuf};
use std::process::Command;

use super::own_papers::every_paper;

/// Dots an inch of the pictures that are compared: letters are lines of grey, places are sharp to half a millimetre.
const COMPARED_DPI: &str = "34";
/// Dots an inch of the pictures in docs/papers.
const SHOWN_DPI: &str = "50";
/// Bytes of an approved picture at most.
const MOST_BYTES: usize = 15 * 1024;
/// How far the pages may differ on average, in shades of 255.
const MOST_AVERAGE: f64 = 2.0;
/// How far a square of [`SQUARE`] pixels may differ on average.
const MOST_IN_A_SQUARE: f64 = 22.0;
const SQUARE: usize = 12;

#[derive(Clone)]
struct Picture {
    width: usize,
    height: usize,
    shades: Vec<u8>,
}

/// The first page of a PDF, drawn; nothing where the tool is not installed.
fn drawn(pdf: &[u8], arguments: &[&str]) -> Option<Vec<u8>> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("document.pdf");
    std::fs::write(&path, pdf).unwrap();
    let output = Command::new("pdftoppm").args(arguments).args(["-f", "1", "-l", "1"]).arg(&path).output().ok()?;
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(output.stdout)
}

/// Reads the plain grey picture (PGM) that the tool draws.
fn read_pgm(bytes: &[u8]) -> Picture {
    let mut rest = bytes;
    let mut field = || {
        let end = rest.iter().position(u8::is_ascii_whitespace).unwrap();
        let field = String::from_utf8(rest[..end].to_vec()).unwrap();
        rest = &rest[end + 1..];
        field
    };
    assert_eq!(field(), "P5", "a grey picture");
    let (width, height) = (field().parse().unwrap(), field().parse().unwrap());
    assert_eq!(field(), "255", "one byte a pixel");
    Picture { width, height, shades: rest.to_vec() }
}

fn read_png(path: &Path) -> Option<Picture> {
    let decoder = png::Decoder::new(std::io::BufReader::new(std::fs::File::open(path).ok()?));
    let mut reader = decoder.read_info().unwrap();
    let mut shades = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut shades).unwrap();
    shades.truncate(info.buffer_size());
    Some(Picture { width: info.width as usize, height: info.height as usize, shades })
}

fn write_png(path: &Path, picture: &Picture) {
    let (width, height) = (u32::try_from(picture.width).unwrap(), u32::try_from(picture.height).unwrap());
    let mut encoder = png::Encoder::new(std::fs::File::create(path).unwrap(), width, height);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::High);
    encoder.write_header().unwrap().write_image_data(&picture.shades).unwrap();
}

/// What is different, in words; nothing where it is within the tolerance.
fn difference(approved: &Picture, now: &Picture) -> Option<String> {
    if (approved.width, approved.height) != (now.width, now.height) {
        return Some(format!("{}×{} instead of {}×{}", now.width, now.height, approved.width, approved.height));
    }
    let apart = |at: usize| f64::from(approved.shades[at].abs_diff(now.shades[at]));
    let average = (0..now.shades.len()).map(apart).sum::<f64>() / now.shades.len() as f64;
    if average > MOST_AVERAGE {
        return Some(format!("{average:.1} shades apart on average"));
    }
    for top in (0..now.height).step_by(SQUARE) {
        for left in (0..now.width).step_by(SQUARE) {
            let (bottom, right) = ((top + SQUARE).min(now.height), (left + SQUARE).min(now.width));
            let places = (top..bottom).flat_map(|y| (left..right).map(move |x| y * now.width + x));
            let (sum, n) = places.fold((0.0, 0.0), |(sum, n), at| (sum + apart(at), n + 1.0));
            if sum / n > MOST_IN_A_SQUARE {
                return Some(format!("{:.0} shades apart in the square at {left}, {top}", sum / n));
            }
        }
    }
    None
}

fn folder_of_pictures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/print/kinds/pictures")
}

#[test]
fn every_kind_looks_as_it_was_approved() {
    let mut different = Vec::new();
    for (name, document) in every_paper("en-GB") {
        let path = folder_of_pictures().join(format!("{name}.png"));
        let pdf = paper::render(&document).unwrap();
        let Some(now) = drawn(&pdf.bytes, &["-gray", "-r", COMPARED_DPI]) else { return };
        match read_png(&path).map(|approved| difference(&approved, &read_pgm(&now))) {
            Some(None) => {}
            Some(Some(how)) => different.push(format!("{name}: {how}")),
            None => different.push(format!("{name}: nobody has approved it")),
        }
    }
    assert!(different.is_empty(), "look at them, then `make approve-papers`: {different:#?}");
}

#[test]
fn a_line_that_moves_or_goes_is_noticed() {
    let (name, document) = every_paper("en-GB").into_iter().find(|(name, _)| *name == "plan").unwrap();
    let Some(approved) = read_png(&folder_of_pictures().join(format!("{name}.png"))) else { panic!("{name}") };
    let looks = |document: &paper::Document| {
        let pdf = paper::render(document).unwrap();
        drawn(&pdf.bytes, &["-gray", "-r", COMPARED_DPI]).map(|bytes| read_pgm(&bytes))
    };
    for (what, place) in [("the title", 0), ("the last block", document.blocks.len() - 1)] {
        let mut without = document.clone();
        without.blocks.remove(place);
        let Some(now) = looks(&without) else { return };
        assert!(difference(&approved, &now).is_some(), "{what} is gone");
    }
    let moved = Picture {
        shades: [&[255; 600][..], &approved.shades[..approved.shades.len() - 600]].concat(),
        ..approved.clone()
    };
    assert!(difference(&approved, &moved).is_some(), "everything stands two pixels lower");
    let empty = Picture { shades: vec![255; approved.shades.len()], ..approved.clone() };
    assert!(difference(&approved, &empty).is_some(), "a page without ink");
}

#[test]
fn an_approved_picture_is_small() {
    for (name, _) in every_paper("en-GB") {
        let path = folder_of_pictures().join(format!("{name}.png"));
        let n_bytes = std::fs::metadata(&path).unwrap().len();
        assert!(n_bytes <= MOST_BYTES as u64, "{name}: {n_bytes} bytes would weigh on the project for ever");
    }
}

/// `make approve-papers`.
#[test]
#[ignore = "draws the approved pictures anew"]
fn approve_the_pictures() {
    let shown = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/papers");
    for folder in [&folder_of_pictures(), &shown] {
        std::fs::create_dir_all(folder).unwrap();
    }
    for (name, document) in every_paper("en-GB") {
        let pdf = paper::render(&document).unwrap();
        let compared = drawn(&pdf.bytes, &["-gray", "-r", COMPARED_DPI]).expect("pdftoppm");
        write_png(&folder_of_pictures().join(format!("{name}.png")), &read_pgm(&compared));
        let large = drawn(&pdf.bytes, &["-png", "-r", SHOWN_DPI]).expect("pdftoppm");
        std::fs::write(shown.join(format!("{name}.png")), large).unwrap();
    }
}
