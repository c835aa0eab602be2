//! Pictures made by code: what a made-up clinic has in place of photos. Drawing needs no confinement; reading does.

use std::io::Cursor;

use image::{ImageFormat, Rgb, RgbImage};

/// A PNG of this size, each pixel the colour (red, green, blue) that `colour` gives for its place from the top left;
/// empty where one edge is 0.
#[must_use]
pub fn drawn(width_px: u32, height_px: u32, colour: impl Fn(u32, u32) -> [u8; 3]) -> Vec<u8> {
    let pixels = RgbImage::from_fn(width_px, height_px, |x, y| Rgb(colour(x, y)));
    let mut bytes = Cursor::new(Vec::new());
    match pixels.write_to(&mut bytes, ImageFormat::Png) {
        Ok(()) => bytes.into_inner(),
        Err(_) => Vec::new(),
    }
}
