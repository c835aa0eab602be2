//! The fonts that come with the program, and which of them a text needs.
//!
//! Latin, Greek and Cyrillic lie in the program as they are. Every other script is packed, and unpacked once when the
//! first text needs it: a sheet in English never touches the ten megabytes of Chinese.

use std::sync::OnceLock;

use skrifa::MetadataProvider as _;

use super::families::FAMILIES;
use crate::PaperError;

/// The faces of one script.
#[derive(Debug)]
pub(crate) struct Family {
    /// The characters it is there for, as ranges of code points; empty for the first family, which is always there.
    pub(super) ranges: &'static [(u32, u32)],
    pub(super) regular: Face,
    /// Bold text is set in the regular face where there is none.
    pub(super) bold: Option<Face>,
}

/// One face whose file is part of the program.
#[derive(Debug)]
pub(crate) struct Face {
    /// Its PostScript name.
    pub(crate) name: &'static str,
    /// Six letters that mark a subset of it in a file; fixed, so that equal documents are equal bytes.
    pub(crate) subset_tag: &'static str,
    file: FontFile,
}

#[derive(Debug)]
enum FontFile {
    Plain(&'static [u8]),
    /// Compressed with zstd; what it unpacks to, once it is needed.
    Packed(&'static [u8], OnceLock<Option<Box<[u8]>>>),
}

impl Face {
    pub(super) const fn plain(name: &'static str, subset_tag: &'static str, file: &'static [u8]) -> Self {
        Self { name, subset_tag, file: FontFile::Plain(file) }
    }

    pub(super) const fn packed(name: &'static str, subset_tag: &'static str, file: &'static [u8]) -> Self {
        Self { name, subset_tag, file: FontFile::Packed(file, OnceLock::new()) }
    }

    /// The font file.
    ///
    /// # Errors
    /// [`PaperError::Font`] when it cannot be unpacked: the program is damaged.
    pub(crate) fn bytes(&'static self) -> Result<&'static [u8], PaperError> {
        match &self.file {
            FontFile::Plain(bytes) => Ok(bytes),
            FontFile::Packed(packed, unpacked) => unpacked
                .get_or_init(|| zstd::stream::decode_all(*packed).ok().map(Vec::into_boxed_slice))
                .as_deref()
                .ok_or(PaperError::Font { name: self.name }),
        }
    }

    /// The font, opened.
    ///
    /// # Errors
    /// [`PaperError::Font`] when it is none: the program is damaged.
    pub(crate) fn open(&'static self) -> Result<skrifa::FontRef<'static>, PaperError> {
        skrifa::FontRef::new(self.bytes()?).map_err(|_| PaperError::Font { name: self.name })
    }

    fn has(&'static self, character: char) -> Result<bool, PaperError> {
        Ok(self.open()?.charmap().map(character).is_some())
    }
}

/// Which family.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct FamilyId(pub(super) usize);

/// Which face of which family.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct FaceId {
    pub(crate) family: FamilyId,
    pub(crate) is_bold: bool,
}

impl FamilyId {
    /// Latin, Greek, Cyrillic and Vietnamese: always there, and the first to be asked.
    pub(crate) const FIRST: Self = Self(0);

    fn family(self) -> &'static Family {
        &FAMILIES[self.0]
    }

    /// Its faces, the regular one first.
    pub(crate) fn faces(self) -> impl Iterator<Item = FaceId> {
        let bold = self.family().bold.is_some().then_some(true);
        std::iter::once(false).chain(bold).map(move |is_bold| FaceId { family: self, is_bold })
    }
}

impl FaceId {
    pub(crate) fn face(self) -> &'static Face {
        let family = self.family.family();
        family.bold.as_ref().filter(|_| self.is_bold).unwrap_or(&family.regular)
    }
}

/// The families a text needs, in the order in which its characters look for their glyphs. It depends on the text and
/// its language only, never on what was set before, so that equal documents stay equal.
///
/// # Errors
/// [`PaperError::Font`] when a font of the program is damaged.
pub(crate) fn families_of(text: &str, language: &str) -> Result<Vec<FamilyId>, PaperError> {
    let mut needed = vec![FamilyId::FIRST];
    let east_asian = EastAsian::of(text, language);
    for character in text.chars().filter(|character| !character.is_ascii()) {
        if has_any(&needed, character)? {
            continue;
        }
        for family in east_asian.order() {
            if family.family().is_for(character) && family.family().regular.has(character)? {
                needed.push(family);
                break;
            }
        }
    }
    needed[1..].sort_by_key(|family| east_asian.rank(*family));
    needed.dedup();
    Ok(needed)
}

/// Whether any font of the program has a glyph for a character.
pub(crate) fn is_drawable(character: char) -> bool {
    let all = (0..FAMILIES.len()).map(FamilyId);
    all.filter(|family| *family == FamilyId::FIRST || family.family().is_for(character))
        .any(|family| family.family().regular.has(character).unwrap_or(false))
}

fn has_any(families: &[FamilyId], character: char) -> Result<bool, PaperError> {
    for family in families {
        if family.family().regular.has(character)? {
            return Ok(true);
        }
    }
    Ok(false)
}

impl Family {
    fn is_for(&self, character: char) -> bool {
        let code = u32::from(character);
        self.ranges.iter().any(|(from, to)| (*from..=*to).contains(&code))
    }
}

/// Whose forms of the characters that China, Japan and Korea share are drawn.
///
/// A name says which by the letters beside it; a name without any is drawn in the forms of China, whose font has most
/// characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum EastAsian {
    China,
    Japan,
    Korea,
}

impl EastAsian {
    fn of(text: &str, language: &str) -> Self {
        let has = |ranges: &[(u32, u32)]| {
            text.chars().any(|letter| ranges.iter().any(|(from, to)| (*from..=*to).contains(&u32::from(letter))))
        };
        if has(super::families::KANA) || language.starts_with("ja") {
            Self::Japan
        } else if has(super::families::HANGUL) || language.starts_with("ko") {
            Self::Korea
        } else {
            Self::China
        }
    }

    /// The families in order, the preferred one before its neighbours.
    fn order(self) -> impl Iterator<Item = FamilyId> {
        let mut all: Vec<FamilyId> = (1..FAMILIES.len()).map(FamilyId).collect();
        all.sort_by_key(|family| self.rank(*family));
        all.into_iter()
    }

    fn rank(self, family: FamilyId) -> (bool, usize) {
        let preferred = match self {
            Self::China => "NotoSansSC-Regular",
            Self::Japan => "NotoSansJP-Regular",
            Self::Korea => "NotoSansKR-Regular",
        };
        (family.family().regular.name != preferred, family.0)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn names(text: &str) -> Vec<&'static str> {
        families_of(text, "en-GB").unwrap().into_iter().skip(1).map(|family| family.family().regular.name).collect()
    }

    #[test]
    fn every_font_of_the_program_opens_and_is_for_what_it_has() {
        for family in &FAMILIES {
            for face in std::iter::once(&family.regular).chain(&family.bold) {
                let font = face.open().expect("a font that opens");
                let first = family.ranges.iter().find_map(|(from, to)| {
                    (*from..=*to).filter_map(char::from_u32).find(|letter| font.charmap().map(*letter).is_some())
                });
                assert!(family.ranges.is_empty() || first.is_some(), "{} has a letter of its ranges", face.name);
            }
        }
    }

    #[test]
    fn no_two_fonts_share_a_mark() {
        let faces = FAMILIES.iter().flat_map(|family| std::iter::once(&family.regular).chain(&family.bold));
        let tags: Vec<&str> = faces.map(|face| face.subset_tag).collect();
        let different: BTreeSet<&str> = tags.iter().copied().collect();
        assert_eq!(different.len(), tags.len(), "a subset is found by its mark");
        assert!(tags.iter().all(|tag| tag.len() == 6 && tag.bytes().all(|byte| byte.is_ascii_uppercase())), "{tags:?}");
    }

    #[test]
    fn a_text_asks_only_for_the_fonts_it_needs() {
        assert_eq!(names("Zoë Ørsted, Щербакова, Παπαδόπουλος"), [""; 0], "nothing is unpacked for these");
        assert_eq!(names("سارة"), ["NotoSansArabic-Regular"], "one script, one font");
        assert_eq!(names("陈晓燕"), ["NotoSansSC-Regular"], "one font has them all");
    }

    #[test]
    fn characters_that_are_shared_are_drawn_as_the_letters_beside_them_ask() {
        assert_eq!(names("直子 さくら"), ["NotoSansJP-Regular"], "kana make it Japanese");
        assert_eq!(names("金 민준"), ["NotoSansKR-Regular"], "hangul makes it Korean");
        assert_eq!(names("𠮷田"), ["NotoSansJP-Regular"], "a rare one that only Japan writes makes it Japanese");
        assert_eq!(names("𠮷晓"), ["NotoSansSC-Regular", "NotoSansJP-Regular"], "what one font lacks the next has");
    }
}
