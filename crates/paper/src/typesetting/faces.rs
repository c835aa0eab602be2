//! The fonts that come with the program.

/// One face whose file is part of the program.
#[derive(Debug)]
pub(crate) struct BundledFace {
    /// Its PostScript name.
    pub(crate) name: &'static str,
    /// Six letters that mark a subset of it in a file; fixed, so that equal documents are equal bytes.
    pub(crate) subset_tag: &'static str,
    /// The font file.
    pub(crate) bytes: &'static [u8],
}

/// Which of the [`BUNDLED`] faces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct FaceId(pub(crate) usize);

impl FaceId {
    pub(crate) fn face(self) -> &'static BundledFace {
        &BUNDLED[self.0]
    }
}

/// The faces, in the order in which a character looks for its glyph. Latin, Greek, Cyrillic and Vietnamese for now;
/// another script is another pair of lines here.
pub(crate) const BUNDLED: [BundledFace; 2] = [
    BundledFace {
        name: "NotoSans-Regular",
        subset_tag: "NPSANR",
        bytes: include_bytes!("../../fonts/NotoSans-Regular.ttf"),
    },
    BundledFace { name: "NotoSans-Bold", subset_tag: "NPSANB", bytes: include_bytes!("../../fonts/NotoSans-Bold.ttf") },
];
