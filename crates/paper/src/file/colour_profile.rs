//! The sRGB colour space as an ICC profile, which an archival file must carry.
//!
//! Written from the numbers of IEC 61966-2-1 (primaries and white adapted to D50 by Bradford, the transfer curve as
//! parameters), in the layout of ICC.1:2010, so that no profile of somebody else's licence is needed.

/// Size of the header, in bytes.
const HEADER_SIZE: u32 = 128;
/// Size of one line in the list of tags, in bytes.
const TAG_LINE_SIZE: u32 = 12;

/// The white of the profile connection space, D50.
const WHITE: [f64; 3] = [0.9642, 1.0, 0.8249];
const RED: [f64; 3] = [0.436_07, 0.222_49, 0.013_92];
const GREEN: [f64; 3] = [0.385_15, 0.716_87, 0.097_08];
const BLUE: [f64; 3] = [0.143_07, 0.060_61, 0.714_10];
/// From D65, which screens are white in, to D50.
const ADAPTATION: [f64; 9] =
    [1.047_88, 0.022_92, -0.050_20, 0.029_59, 0.990_48, -0.017_07, -0.009_23, 0.015_08, 0.751_68];
/// The curve: exponent, scale and offset of the power, slope of the line, where one passes into the other.
const CURVE: [f64; 5] = [2.4, 1.0 / 1.055, 0.055 / 1.055, 1.0 / 12.92, 0.040_45];

/// The profile.
pub(super) fn srgb() -> Vec<u8> {
    let parts: [(&[u8; 4], Vec<u8>); 7] = [
        (b"desc", localized("sRGB IEC61966-2.1")),
        (b"cprt", localized("No copyright, use freely")),
        (b"wtpt", numbers(b"XYZ ", &[], &WHITE)),
        (b"chad", numbers(b"sf32", &[], &ADAPTATION)),
        (b"rXYZ", numbers(b"XYZ ", &[], &RED)),
        (b"gXYZ", numbers(b"XYZ ", &[], &GREEN)),
        (b"bXYZ", numbers(b"XYZ ", &[], &BLUE)),
    ];
    // Type 3 of a parametric curve; the three colours share one.
    let curve = numbers(b"para", &[0, 3, 0, 0], &CURVE);
    let n_tags = size(parts.len()) + 3;
    let mut lines = Vec::new();
    let mut bodies = Vec::new();
    let mut add = |names: &[&[u8; 4]], body: &[u8]| {
        let at = HEADER_SIZE + 4 + n_tags * TAG_LINE_SIZE + size(bodies.len());
        for name in names {
            lines.extend(*name);
            lines.extend(at.to_be_bytes());
            lines.extend(size(body.len()).to_be_bytes());
        }
        bodies.extend(body);
        bodies.resize(bodies.len().next_multiple_of(4), 0);
    };
    for (name, body) in &parts {
        add(&[name], body);
    }
    add(&[b"rTRC", b"gTRC", b"bTRC"], &curve);
    let total = HEADER_SIZE + 4 + size(lines.len()) + size(bodies.len());
    [header(total), n_tags.to_be_bytes().to_vec(), lines, bodies].concat()
}

fn header(total: u32) -> Vec<u8> {
    let mut header = Vec::new();
    header.extend(total.to_be_bytes());
    header.extend([0; 4]);
    header.extend(0x0430_0000_u32.to_be_bytes());
    header.extend(b"mntrRGB XYZ ");
    // The day the numbers were fixed is of no use to anybody, but the format wants one.
    header.extend([2000_u16, 1, 1, 0, 0, 0].iter().flat_map(|part| part.to_be_bytes()));
    header.extend(b"acsp");
    header.extend([0; 28]);
    header.extend(WHITE.iter().flat_map(|value| fixed(*value)));
    header.resize(HEADER_SIZE as usize, 0);
    header
}

/// A text in one language.
fn localized(text: &str) -> Vec<u8> {
    let text: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let mut body = b"mluc\0\0\0\0".to_vec();
    for number in [1, TAG_LINE_SIZE] {
        body.extend(number.to_be_bytes());
    }
    body.extend(b"enUS");
    for number in [size(text.len()), 28] {
        body.extend(number.to_be_bytes());
    }
    body.extend(text);
    body
}

fn numbers(kind: &[u8; 4], before: &[u8], values: &[f64]) -> Vec<u8> {
    let mut body = kind.to_vec();
    body.extend([0; 4]);
    body.extend(before);
    body.extend(values.iter().flat_map(|value| fixed(*value)));
    body
}

/// A number with sixteen bits after the point.
#[expect(clippy::cast_possible_truncation, reason = "the constants of this file lie between -1 and 3")]
fn fixed(value: f64) -> [u8; 4] {
    ((value * 65_536.0).round() as i32).to_be_bytes()
}

#[expect(clippy::cast_possible_truncation, reason = "a profile of a few hundred bytes")]
fn size(length: usize) -> u32 {
    length as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_profile_states_its_own_size() {
        let profile = srgb();
        let stated = u32::from_be_bytes([profile[0], profile[1], profile[2], profile[3]]);
        assert_eq!(stated, size(profile.len()), "readers refuse a profile whose size is wrong");
        assert_eq!(&profile[36..40], b"acsp", "the mark of every profile");
    }

    #[test]
    fn white_is_the_sum_of_the_three_colours() {
        for (index, white) in WHITE.iter().enumerate() {
            let sum = RED[index] + GREEN[index] + BLUE[index];
            assert!((sum - white).abs() < 0.0005, "full red, green and blue are the white of the paper");
        }
    }

    #[test]
    fn every_part_lies_inside_the_profile() {
        let profile = srgb();
        let word = |at: usize| u32::from_be_bytes([profile[at], profile[at + 1], profile[at + 2], profile[at + 3]]);
        let n_tags = word(128) as usize;
        assert_eq!(n_tags, 10, "all parts a display profile must have");
        for line in 0..n_tags {
            let at = 132 + line * 12;
            let (start, length) = (word(at + 4) as usize, word(at + 8) as usize);
            assert!(start >= 132 + n_tags * 12 && start + length <= profile.len(), "no part points outside");
        }
    }
}
