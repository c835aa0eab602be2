//! libFuzzer over what the reading process does with a file: whatever it is, the answer is a sound picture or a reason.
#![no_main]

use exchange::picture::{MOST_EDGE_PX, MOST_PIXELS, MOST_THUMBNAIL_BYTES, Picture, Purpose, Readable, try_unconfined};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    for purpose in [Purpose::Photo, Purpose::Scan] {
        if let Ok(Readable { picture: Some(picture), .. }) = try_unconfined(bytes, purpose) {
            check(&picture);
        }
    }
});

fn check(picture: &Picture) {
    assert!(picture.width_px.max(picture.height_px) <= MOST_EDGE_PX, "no edge is longer than allowed");
    let n_pixels = u64::from(picture.width_px) * u64::from(picture.height_px);
    assert!((1..=MOST_PIXELS).contains(&n_pixels), "there are pixels, and not too many");
    assert!(picture.thumbnail.len() <= MOST_THUMBNAIL_BYTES, "a thumbnail is small");
    for jpeg in [&picture.jpeg, &picture.thumbnail] {
        assert!(jpeg.starts_with(b"\xff\xd8\xff") && jpeg.ends_with(b"\xff\xd9"), "a whole JPEG");
        assert!(!jpeg.windows(4).any(|it| it == b"Exif"), "without metadata");
    }
}
