//! From composed texts to paper: which block stands where on a consent and on an aftercare sheet.
//!
//! The words come finished from `care`, in the document's language; `paper` decides where they stand. What is printed
//! on every page (clinic, client, number, hash of the content, journal head) is put together here.

mod consent;
mod face_map;
pub mod kinds;
mod sheet;
mod words;

use care::record::{Client, Clinic, DocumentId, PaperSize};
use care::{PaperWord, PaperWords, TextMissing, isolated};
use chrono::{DateTime, Utc};
use paper::{Block, Footer, HeadingLevel, Masthead, PageCode, PageWords};
use serde::Serialize;
use sha2::{Digest, Sha256};
use store::Head;

use crate::failure::Failure;
use crate::wire::LetterSize;

pub(crate) use consent::{ConsentPaper, consent_document};
pub(crate) use face_map::face_map;
pub(crate) use sheet::{SheetPaper, sheet_document, sheet_text};
pub(crate) use words::document_words;

/// What every page of a document says.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PageFacts<'a> {
    /// The clinic.
    pub(crate) clinic: &'a Clinic,
    /// Whose document.
    pub(crate) client: &'a Client,
    /// What it is called, with room for its number.
    pub(crate) called: PaperWord,
    /// `A-000012`.
    pub(crate) number: &'a str,
    /// Paper.
    pub(crate) paper: PaperSize,
    /// SHA-256 over the canonical content.
    pub(crate) content_sha256: &'a str,
    /// Head of the journal before this document.
    pub(crate) head: &'a Head,
    /// When it was made.
    pub(crate) made_at: DateTime<Utc>,
    /// Id of the document, where its pages may come back signed: each then carries it as a square code.
    pub(crate) comes_back: Option<DocumentId>,
}

/// SHA-256 over the canonical JSON of `content`, as 64 hexadecimal digits.
///
/// # Errors
/// [`Failure::Panicked`] if the content is not canonical, which whole numbers and texts always are.
pub(crate) fn content_hash<T: Serialize>(content: &T) -> Result<String, Failure> {
    let canonical = serde_json_canonicalizer::to_vec(content).map_err(|_| Failure::Panicked)?;
    Ok(data_encoding::HEXLOWER.encode(&Sha256::digest(canonical)))
}

/// SHA-256 of `bytes`, as 64 hexadecimal digits.
pub(crate) fn sha256_hex(bytes: &[u8]) -> String {
    data_encoding::HEXLOWER.encode(&Sha256::digest(bytes))
}

fn masthead(facts: &PageFacts<'_>, words: PaperWords) -> Result<Masthead, Failure> {
    let address = facts.clinic.address.lines().map(str::trim).filter(|line| !line.is_empty());
    let clinic: Vec<_> = std::iter::once(facts.clinic.name.as_str()).chain(address).map(isolated).collect();
    let born = words.day(facts.client.born_on).map_err(no_text)?;
    let client = [
        isolated(&full_name(facts.client)),
        words.fill(PaperWord::Born, &[("day", &born)]),
        words.fill(PaperWord::Client, &[("number", &facts.client.number)]),
    ];
    Ok(Masthead { clinic: clinic.join(", "), client: client.join(", ") })
}

fn footer(facts: &PageFacts<'_>, words: PaperWords) -> Footer {
    let head = format!("{}-{}", facts.head.seq, facts.head.short_hash());
    let hash = facts.content_sha256.get(..16).unwrap_or_default();
    Footer {
        document: words.fill(facts.called, &[("number", facts.number)]),
        page_words: PageWords {
            before: format!("{} ", words.say(PaperWord::Page)),
            between: format!(" {} ", words.say(PaperWord::PageOf)),
            after: String::new(),
        },
        hash: words.fill(PaperWord::Fingerprint, &[("hash", hash), ("head", &head)]),
        code: facts.comes_back.and_then(|document| page_code(document, facts.content_sha256)),
    }
}

/// What the codes of a document's pages say: its id and the first digits of the hash over its content.
///
/// `None` only where the hash is none.
pub(crate) fn page_code(document: DocumentId, content_sha256: &str) -> Option<PageCode> {
    let digits = content_sha256.get(..16)?;
    let fingerprint = data_encoding::HEXLOWER.decode(digits.as_bytes()).ok()?.try_into().ok()?;
    Some(PageCode { document: document.0.into_bytes(), fingerprint })
}

fn paper_size(size: PaperSize) -> paper::PaperSize {
    match size {
        PaperSize::A4 => paper::PaperSize::A4,
        PaperSize::Letter => paper::PaperSize::Letter,
    }
}

/// The same paper as records name it.
pub(crate) fn size_of_record(size: paper::PaperSize) -> PaperSize {
    match size {
        paper::PaperSize::A4 => PaperSize::A4,
        paper::PaperSize::Letter => PaperSize::Letter,
    }
}

/// The size of print for the letters somebody asked for.
pub(crate) fn print_of(letters: LetterSize) -> paper::Print {
    match letters {
        LetterSize::Normal => paper::Print::Normal,
        LetterSize::Large => paper::Print::Large,
    }
}

fn section(words: PaperWords, heading: PaperWord) -> Block {
    Block::Heading { level: HeadingLevel::Section, text: words.say(heading).to_owned() }
}

/// Given and family name, as a client's own papers say it.
pub(crate) fn full_name(client: &Client) -> String {
    format!("{} {}", client.given.trim(), client.family.trim()).trim().to_owned()
}

/// A text that is missing in the language asked for.
pub(crate) fn no_text(missing: TextMissing) -> Failure {
    Failure::NoText { language: missing.language }
}
