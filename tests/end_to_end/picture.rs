//! Pictures of the screen nobody sees: what Xvfb keeps in its frame buffer, written as PNG.
//!
//! The driver's own screenshot waits for a repaint that may never come; the frame buffer is what a person would see,
//! the PDF viewer included.

use std::fs::File;
use std::io::BufWriter;
use std::path::Path;

use anyhow::{Context, ensure};

/// Numbers at the head of an X window dump, by their place.
const HEADER_SIZE: usize = 0;
const WIDTH: usize = 4;
const HEIGHT: usize = 5;
const BITS_PER_PIXEL: usize = 11;
const BYTES_PER_LINE: usize = 12;
const N_COLOURS: usize = 19;
/// Bytes of one entry of the colour map.
const COLOUR_BYTES: usize = 12;

/// Writes the screen whose frame buffer is `dump` as a picture.
pub(crate) fn write(dump: &Path, picture: &Path) -> anyhow::Result<()> {
    let bytes = std::fs::read(dump).context("the screen keeps no frame buffer")?;
    let number = |place: usize| -> anyhow::Result<usize> {
        let four = bytes.get(place * 4..place * 4 + 4).context("the frame buffer is cut short")?;
        Ok(u32::from_be_bytes(four.try_into()?) as usize)
    };
    ensure!(number(BITS_PER_PIXEL)? == 32, "the screen has 24 bits of colour in 32");
    let (width, height, line) = (number(WIDTH)?, number(HEIGHT)?, number(BYTES_PER_LINE)?);
    let start = number(HEADER_SIZE)? + number(N_COLOURS)? * COLOUR_BYTES;
    let pixels = bytes.get(start..start + line * height).context("the frame buffer is cut short")?;
    let lines = pixels.chunks_exact(line).flat_map(|line| line.chunks_exact(4).take(width));
    let colours: Vec<u8> = lines.flat_map(|pixel| [pixel[2], pixel[1], pixel[0]]).collect();
    let out = BufWriter::new(File::create(picture)?);
    let mut png = png::Encoder::new(out, u32::try_from(width)?, u32::try_from(height)?);
    png.set_color(png::ColorType::Rgb);
    png.write_header()?.write_image_data(&colours)?;
    Ok(())
}
