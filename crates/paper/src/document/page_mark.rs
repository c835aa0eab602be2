//! The square code of a page: which document it belongs to and which page it is, so that a signed page that comes back as
//! a photo or scan finds its way by itself. It carries a number and no word of the document.

use std::fmt;
use std::str::FromStr;

use data_encoding::HEXUPPER;

/// How a mark of this version begins. Another version begins differently and is not read as this one.
const BEGINS: &str = "NP1";

/// What the codes of all pages of a document say alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageCode {
    /// Id of the document.
    pub document: [u8; 16],
    /// First bytes of the SHA-256 over its content: the 16 digits in the footer.
    pub fingerprint: [u8; 8],
}

impl PageCode {
    /// The mark of one page.
    #[must_use]
    pub fn on_page(self, page: u16, n_pages: u16) -> PageMark {
        PageMark { code: self, page, n_pages }
    }
}

/// What the code of one page says: `NP1:<id>:<page>/<pages>:<fingerprint>`, digits and capitals only, so that it fits
/// into the smallest code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageMark {
    /// The document.
    pub code: PageCode,
    /// Which page, counted from 1.
    pub page: u16,
    /// How many pages the document has.
    pub n_pages: u16,
}

impl fmt::Display for PageMark {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (document, fingerprint) = (HEXUPPER.encode(&self.code.document), HEXUPPER.encode(&self.code.fingerprint));
        write!(out, "{BEGINS}:{document}:{}/{}:{fingerprint}", self.page, self.n_pages)
    }
}

/// A text that is no mark of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not the mark of a page")]
pub struct NoPageMark;

impl FromStr for PageMark {
    type Err = NoPageMark;

    fn from_str(text: &str) -> Result<Self, NoPageMark> {
        let mark = parse(text).ok_or(NoPageMark)?;
        // One mark, one spelling: what says the same in other letters was not printed here.
        if mark.to_string() == text { Ok(mark) } else { Err(NoPageMark) }
    }
}

fn parse(text: &str) -> Option<PageMark> {
    let [BEGINS, document, pages, fingerprint] = text.split(':').collect::<Vec<_>>()[..] else { return None };
    let (page, n_pages) = pages.split_once('/')?;
    let (page, n_pages) = (page.parse().ok()?, n_pages.parse().ok()?);
    let document = HEXUPPER.decode(document.as_bytes()).ok()?.try_into().ok()?;
    let fingerprint = HEXUPPER.decode(fingerprint.as_bytes()).ok()?.try_into().ok()?;
    (1..=n_pages).contains(&page).then_some(PageMark { code: PageCode { document, fingerprint }, page, n_pages })
}

#[cfg(test)]
mod tests {
    use super::*;

    const CODE: PageCode =
        PageCode { document: [0xab; 16], fingerprint: [0x9f, 0x86, 0xd0, 0x81, 0x88, 0x4c, 0x7d, 0x65] };

    #[test]
    fn a_mark_is_read_as_it_was_written() {
        for (page, n_pages) in [(1, 1), (3, 6), (6, 6), (999, 999), (u16::MAX, u16::MAX)] {
            let mark = CODE.on_page(page, n_pages);
            assert_eq!(mark.to_string().parse(), Ok(mark), "page {page} of {n_pages}");
        }
        let text = CODE.on_page(3, 6).to_string();
        assert_eq!(text, "NP1:ABABABABABABABABABABABABABABABAB:3/6:9F86D081884C7D65", "nobody's name is in it");
    }

    #[test]
    fn what_is_no_mark_is_not_guessed_at() {
        let whole = CODE.on_page(3, 6).to_string();
        for (what, text) in [
            ("nothing", String::new()),
            ("a web address", "https://example.com/NP1:3/6".to_owned()),
            ("another version", whole.replace("NP1", "NP2")),
            ("page 0", whole.replace("3/6", "0/6")),
            ("a page behind the last", whole.replace("3/6", "7/6")),
            ("no count", whole.replace("3/6", "3")),
            ("a page in other digits", whole.replace("3/6", "03/6")),
            ("a sign", whole.replace("3/6", "+3/6")),
            ("an id that is cut", whole.replacen("ABAB", "AB", 1)),
            ("a fingerprint that is cut", whole.replace("7D65", "7D")),
            ("small letters", whole.to_lowercase()),
            ("more behind it", format!("{whole}:1")),
            ("a letter that is no digit", whole.replace("9F86", "9G86")),
        ] {
            assert_eq!(text.parse::<PageMark>(), Err(NoPageMark), "{what}");
        }
    }
}
