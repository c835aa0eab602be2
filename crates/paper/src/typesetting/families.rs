//! The table of the fonts that come with the program. `fonts/README.md` says where they are from and how they were made.

use super::faces::{Face, Family};

/// A face packed with zstd, by the name of its file and the six letters that mark it.
macro_rules! packed {
    ($name:literal, $tag:literal) => {
        Face::packed($name, $tag, include_bytes!(concat!("../../fonts/", $name, ".ttf.zst")))
    };
}

/// A family of two packed faces.
macro_rules! two {
    ($regular:literal $regular_tag:literal, $bold:literal $bold_tag:literal, $ranges:expr) => {
        Family { ranges: $ranges, regular: packed!($regular, $regular_tag), bold: Some(packed!($bold, $bold_tag)) }
    };
}

/// A family of one packed face.
macro_rules! one {
    ($regular:literal $tag:literal, $ranges:expr) => {
        Family { ranges: $ranges, regular: packed!($regular, $tag), bold: None }
    };
}

/// Hiragana and katakana, with their half-width and phonetic forms.
pub(super) const KANA: &[(u32, u32)] = &[(0x3040, 0x30ff), (0x31f0, 0x31ff), (0xff66, 0xff9f), (0x1b000, 0x1b16f)];
/// Korean letters and syllables.
pub(super) const HANGUL: &[(u32, u32)] =
    &[(0x1100, 0x11ff), (0x3130, 0x318f), (0xa960, 0xa97f), (0xac00, 0xd7ff), (0xffa0, 0xffdc)];
/// Everything China, Japan and Korea write with.
const EAST_ASIAN: &[(u32, u32)] = &[
    (0x1100, 0x11ff),
    (0x2e80, 0x2fdf),
    (0x3000, 0x9fff),
    (0xa960, 0xa97f),
    (0xac00, 0xd7ff),
    (0xf900, 0xfaff),
    (0xfe30, 0xfe4f),
    (0xff00, 0xffef),
    (0x1b000, 0x1b16f),
    (0x20000, 0x3ffff),
];

/// The families, in the order in which a character looks for its glyph.
#[rustfmt::skip]
pub(super) static FAMILIES: [Family; 33] = [
    Family {
        ranges: &[],
        regular: Face::plain("NotoSans-Regular", "NPSANR", include_bytes!("../../fonts/NotoSans-Regular.ttf")),
        bold: Some(Face::plain("NotoSans-Bold", "NPSANB", include_bytes!("../../fonts/NotoSans-Bold.ttf"))),
    },
    two!("NotoSansArmenian-Regular" "NPARMR", "NotoSansArmenian-Bold" "NPARMB", &[(0x530, 0x58f), (0xfb13, 0xfb17)]),
    two!("NotoSansHebrew-Regular" "NPHEBR", "NotoSansHebrew-Bold" "NPHEBB", &[(0x590, 0x5ff), (0xfb1d, 0xfb4f)]),
    two!("NotoSansArabic-Regular" "NPARAR", "NotoSansArabic-Bold" "NPARAB",
        &[(0x600, 0x6ff), (0x750, 0x77f), (0x8a0, 0x8ff), (0xfb50, 0xfdff), (0xfe70, 0xfefc)]),
    one!("NotoSansSyriac-Regular" "NPSYRR", &[(0x700, 0x74f), (0x860, 0x86f)]),
    two!("NotoSansThaana-Regular" "NPTHNR", "NotoSansThaana-Bold" "NPTHNB", &[(0x780, 0x7bf)]),
    one!("NotoSansNKo-Regular" "NPNKOR", &[(0x7c0, 0x7ff)]),
    two!("NotoSansDevanagari-Regular" "NPDEVR", "NotoSansDevanagari-Bold" "NPDEVB",
        &[(0x900, 0x97f), (0x1cd0, 0x1cff), (0xa830, 0xa839), (0xa8e0, 0xa8ff)]),
    two!("NotoSansBengali-Regular" "NPBENR", "NotoSansBengali-Bold" "NPBENB", &[(0x980, 0x9ff)]),
    two!("NotoSansGurmukhi-Regular" "NPGURR", "NotoSansGurmukhi-Bold" "NPGURB", &[(0xa00, 0xa7f)]),
    two!("NotoSansGujarati-Regular" "NPGUJR", "NotoSansGujarati-Bold" "NPGUJB", &[(0xa80, 0xaff)]),
    two!("NotoSansOriya-Regular" "NPORYR", "NotoSansOriya-Bold" "NPORYB", &[(0xb00, 0xb7f)]),
    two!("NotoSansTamil-Regular" "NPTAMR", "NotoSansTamil-Bold" "NPTAMB", &[(0xb80, 0xbff)]),
    two!("NotoSansTelugu-Regular" "NPTELR", "NotoSansTelugu-Bold" "NPTELB", &[(0xc00, 0xc7f)]),
    two!("NotoSansKannada-Regular" "NPKANR", "NotoSansKannada-Bold" "NPKANB", &[(0xc80, 0xcff)]),
    two!("NotoSansMalayalam-Regular" "NPMALR", "NotoSansMalayalam-Bold" "NPMALB", &[(0xd00, 0xd7f)]),
    two!("NotoSansSinhala-Regular" "NPSINR", "NotoSansSinhala-Bold" "NPSINB", &[(0xd80, 0xdff)]),
    two!("NotoSansThai-Regular" "NPTHAR", "NotoSansThai-Bold" "NPTHAB", &[(0xe00, 0xe7f)]),
    two!("NotoSansLao-Regular" "NPLAOR", "NotoSansLao-Bold" "NPLAOB", &[(0xe80, 0xeff)]),
    two!("NotoSerifTibetan-Regular" "NPTIBR", "NotoSerifTibetan-Bold" "NPTIBB", &[(0xf00, 0xfff)]),
    two!("NotoSansMyanmar-Regular" "NPMYAR", "NotoSansMyanmar-Bold" "NPMYAB",
        &[(0x1000, 0x109f), (0xa9e0, 0xa9ff), (0xaa60, 0xaa7f)]),
    two!("NotoSansGeorgian-Regular" "NPGEOR", "NotoSansGeorgian-Bold" "NPGEOB",
        &[(0x10a0, 0x10ff), (0x1c90, 0x1cbf), (0x2d00, 0x2d2f)]),
    two!("NotoSansEthiopic-Regular" "NPETHR", "NotoSansEthiopic-Bold" "NPETHB",
        &[(0x1200, 0x139f), (0x2d80, 0x2ddf), (0xab00, 0xab2f)]),
    two!("NotoSansCherokee-Regular" "NPCHRR", "NotoSansCherokee-Bold" "NPCHRB", &[(0x13a0, 0x13ff), (0xab70, 0xabbf)]),
    two!("NotoSansCanadianAboriginal-Regular" "NPCANR", "NotoSansCanadianAboriginal-Bold" "NPCANB",
        &[(0x1400, 0x167f), (0x18b0, 0x18ff)]),
    two!("NotoSansKhmer-Regular" "NPKHMR", "NotoSansKhmer-Bold" "NPKHMB", &[(0x1780, 0x17ff), (0x19e0, 0x19ff)]),
    two!("NotoSansOlChiki-Regular" "NPOLCR", "NotoSansOlChiki-Bold" "NPOLCB", &[(0x1c50, 0x1c7f)]),
    one!("NotoSansTifinagh-Regular" "NPTIFR", &[(0x2d30, 0x2d7f)]),
    two!("NotoSansAdlam-Regular" "NPADLR", "NotoSansAdlam-Bold" "NPADLB", &[(0x1e900, 0x1e95f)]),
    one!("NotoSansSC-Regular" "NPHASC", EAST_ASIAN),
    one!("NotoSansJP-Regular" "NPHAJP", EAST_ASIAN),
    one!("NotoSansKR-Regular" "NPHAKR", EAST_ASIAN),
    one!("NotoSansTC-Regular" "NPHATC", EAST_ASIAN),
];
