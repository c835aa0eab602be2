//! Square codes (QR) on a picture of a page: turned, skewed, blurred, unevenly lit. Runs in the worker only.
//!
//! The reader finds a code at some sizes and misses it at others, so each page is looked at several times, the likeliest
//! way first, until one of them finds something. How many pixels may be looked at in all is fixed: a file full of noise
//! costs no more than an honest one.

use std::panic::{AssertUnwindSafe, catch_unwind};

use image::GrayImage;
use image::imageops::thumbnail;
use rqrr::PreparedImage;

use super::confine::Confined;
use super::limits::{MOST_CODE_CHARACTERS, MOST_CODES, MOST_SEARCHED_PIXELS};

/// Ways to look at a page: how many pixels its longer edge has then, and how light is told from dark.
const PASSES: [(u32, Binarisation); 8] = [
    (2000, Binarisation::Surroundings),
    (1400, Binarisation::Surroundings),
    (2800, Binarisation::Surroundings),
    (2000, Binarisation::Rows),
    (1650, Binarisation::Surroundings),
    (2340, Binarisation::Surroundings),
    (1000, Binarisation::Surroundings),
    (3300, Binarisation::Rows),
];
/// A page is enlarged by this at most: beyond it nothing new is seen.
const MOST_ENLARGED: u32 = 3;

/// How light is told from dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Binarisation {
    /// By a running average along the rows, as the reader does it itself.
    Rows,
    /// By the average of the square around each pixel: for shadows, and for paper that is not flat.
    Surroundings,
}

/// How many pixels may still be looked at for one file.
#[derive(Debug)]
pub(super) struct Effort(u64);

impl Effort {
    pub(super) fn for_one_file() -> Self {
        Self(MOST_SEARCHED_PIXELS)
    }

    fn spend(&mut self, page: &GrayImage) -> bool {
        let pixels = u64::from(page.width()) * u64::from(page.height());
        let left = self.0.checked_sub(pixels);
        self.0 = left.unwrap_or(0);
        left.is_some()
    }
}

/// What the codes on a page say, each once, in no order. Empty where none can be read.
pub(super) fn codes_on(_: &Confined, page: &GrayImage, effort: &mut Effort) -> Vec<String> {
    let longer = page.width().max(page.height());
    let mut tried = Vec::new();
    for (edge, binarisation) in PASSES {
        let edge = edge.min(longer.saturating_mul(MOST_ENLARGED));
        if tried.contains(&(edge, binarisation)) {
            continue;
        }
        tried.push((edge, binarisation));
        let scaled = scaled(page, edge);
        if !effort.spend(&scaled) {
            break;
        }
        // The reader is a stranger's code on a stranger's picture: where it stumbles, there is no code.
        let found = catch_unwind(AssertUnwindSafe(|| read(&scaled, binarisation))).unwrap_or_default();
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}

/// The page with a longer edge of `edge` pixels.
pub(super) fn scaled(page: &GrayImage, edge: u32) -> GrayImage {
    let longer = page.width().max(page.height()).max(1);
    let other = |side: u32| u32::try_from(u64::from(side) * u64::from(edge) / u64::from(longer)).unwrap_or(1).max(1);
    let (width, height) = (other(page.width()), other(page.height()));
    if edge.abs_diff(longer) <= longer / AS_IT_IS_SHARE {
        page.clone()
    } else if edge < longer {
        thumbnail(page, width, height)
    } else {
        enlarged(page, width, height)
    }
}

/// A page whose size differs by less than this share is looked at as it is.
const AS_IT_IS_SHARE: u32 = 12;
/// Steps between two pixels that are told apart.
const STEPS: u64 = 256;

/// The page enlarged, each new pixel between the four around it. Quicker by far than what also sharpens, and as readable.
fn enlarged(page: &GrayImage, width: u32, height: u32) -> GrayImage {
    // The pixel before a place, the one behind it, and how far between them it lies.
    let between = |place: u32, n_old: u32, n_new: u32| {
        let at =
            u64::from(place) * u64::from(n_old.saturating_sub(1)) * STEPS / u64::from(n_new.saturating_sub(1).max(1));
        let before = (at / STEPS) as usize;
        (before, (before + 1).min(n_old.saturating_sub(1) as usize), at % STEPS)
    };
    let columns: Vec<_> = (0..width).map(|x| between(x, page.width(), width)).collect();
    let pixels = page.as_raw();
    let stride = page.width() as usize;
    let mut enlarged = Vec::with_capacity(width as usize * height as usize);
    for y in 0..height {
        let (upper, lower, down) = between(y, page.height(), height);
        let (upper, lower) = (&pixels[upper * stride..][..stride], &pixels[lower * stride..][..stride]);
        for (left, right, across) in &columns {
            let row = |row: &[u8]| u64::from(row[*left]) * (STEPS - across) + u64::from(row[*right]) * across;
            let shade = (row(upper) * (STEPS - down) + row(lower) * down) / (STEPS * STEPS);
            enlarged.push(u8::try_from(shade).unwrap_or(u8::MAX));
        }
    }
    GrayImage::from_raw(width, height, enlarged).unwrap_or_else(|| page.clone())
}

fn read(page: &GrayImage, binarisation: Binarisation) -> Vec<String> {
    let (width, height) = (page.width() as usize, page.height() as usize);
    let pixels = page.as_raw();
    let mut prepared = match binarisation {
        Binarisation::Rows => PreparedImage::prepare_from_greyscale(width, height, |x, y| pixels[y * width + x]),
        Binarisation::Surroundings => {
            let dark = darker_than_around(page);
            PreparedImage::prepare_from_bitmap(width, height, |x, y| dark[y * width + x])
        }
    };
    let mut found: Vec<String> = Vec::new();
    for grid in prepared.detect_grids().into_iter().take(MOST_CODES) {
        let Ok((_, text)) = grid.decode() else { continue };
        let is_plain = text.len() <= MOST_CODE_CHARACTERS && text.bytes().all(|byte| (b' '..=b'~').contains(&byte));
        if is_plain && !found.contains(&text) {
            found.push(text);
        }
    }
    found
}

/// Which pixels are clearly darker than the square around them.
fn darker_than_around(page: &GrayImage) -> Vec<bool> {
    let (width, height) = (page.width() as usize, page.height() as usize);
    let pixels = page.as_raw();
    // Sums over everything above and to the left, one row and column wider than the page.
    let stride = width + 1;
    let mut sums = vec![0_u64; stride * (height + 1)];
    for y in 0..height {
        let mut row = 0_u64;
        for x in 0..width {
            row += u64::from(pixels[y * width + x]);
            sums[(y + 1) * stride + x + 1] = sums[y * stride + x + 1] + row;
        }
    }
    let reach = (width.max(height) / AROUND_SHARE).max(4);
    let mut dark = vec![false; width * height];
    for y in 0..height {
        let (top, bottom) = (y.saturating_sub(reach), (y + reach + 1).min(height));
        for x in 0..width {
            let (left, right) = (x.saturating_sub(reach), (x + reach + 1).min(width));
            let sum = sums[bottom * stride + right] + sums[top * stride + left]
                - sums[top * stride + right]
                - sums[bottom * stride + left];
            let n = ((bottom - top) * (right - left)) as u64;
            dark[y * width + x] = u64::from(pixels[y * width + x]) * n * 100 < sum * DARKER_PERCENT;
        }
    }
    dark
}

/// The square around a pixel reaches this share of the page's longer edge to each side.
const AROUND_SHARE: usize = 40;
/// A dark pixel is below this share of the average around it.
const DARKER_PERCENT: u64 = 88;
