//! A whole chart: twenty visits with their zones, their notes and sixty photos as a telephone takes them.

use paper::{Block, Document, Photo};

use super::{cells, document, paragraph, section};

const FACE: &[u8] = include_bytes!("photos/face.jpg");
/// Bytes of a photo as it is kept.
const PHOTO_BYTES: usize = 300 * 1024;

/// The chart.
pub(crate) fn chart() -> Document {
    let mut blocks = vec![
        Block::Title("Whole record".to_owned()),
        Block::Contents,
        Block::Table {
            head: vec!["Visit".to_owned(), "Day".to_owned(), "What was done".to_owned()],
            rows: (1..=20).map(|visit| cells(&[&format!("A-{visit:06}"), "20 November 2026", TREATED])).collect(),
            widths: vec![200, 300, 500],
        },
    ];
    for visit in 1..=20_u32 {
        blocks.push(section(&format!("Visit A-{visit:06}, 20 November 2026")));
        blocks.push(paragraph(NOTE));
        blocks.push(Block::Table {
            head: ["Zone", "Depth", "Passes", "End point"].map(str::to_owned).to_vec(),
            rows: ZONES.iter().map(|zone| cells(zone)).collect(),
            widths: vec![360, 180, 160, 300],
        });
        blocks.push(Block::List(vec!["Hyaluronic acid serum 2 %, lot HA-2291".into(), "Sunscreen, lot SU-77".into()]));
        blocks.push(Block::Photos((0..3).map(|view| photo(visit * 3 + view)).collect()));
    }
    document("Whole record", blocks)
}

const TREATED: &str = "Microneedling of the whole face with platelet-rich plasma";
const NOTE: &str = "The client came well rested. No redness before. Numbing cream for forty minutes, taken off with saline. \
                    Even redness after three passes, pinpoint bleeding on the cheeks. The client asks for less depth next time.";
const ZONES: [[&str; 4]; 6] = [
    ["Forehead", "0.5 mm", "3", "Even redness"],
    ["Inner cheek on both sides", "1.5 mm", "4", "Pinpoint bleeding"],
    ["Outer cheek on both sides", "1.25 mm", "4", "Pinpoint bleeding"],
    ["Area under the eye on both sides", "0.25 mm", "2", "Even redness"],
    ["Upper lip", "0.5 mm", "2", "Even redness"],
    ["Chin", "1.0 mm", "3", "Even redness"],
];

/// A photo as large as one that is kept, each with other bytes.
fn photo(number: u32) -> Photo {
    let (start, rest) = FACE.split_at(2);
    let mut jpeg = start.to_vec();
    let mut seed = number.wrapping_mul(2_654_435_761).max(1);
    while jpeg.len() < PHOTO_BYTES {
        let length = 60_000_u16;
        jpeg.extend([0xff, 0xe9]);
        jpeg.extend(length.to_be_bytes());
        for _ in 0..length - 2 {
            seed ^= seed << 13;
            seed ^= seed >> 17;
            seed ^= seed << 5;
            jpeg.push(seed.to_le_bytes()[0]);
        }
    }
    jpeg.extend_from_slice(rest);
    Photo { jpeg, alt: "The face from the front".to_owned(), caption: format!("Photo {number}, front") }
}
