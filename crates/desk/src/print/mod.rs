//! From composed texts to paper: which block stands where on a consent and on an aftercare sheet.
//!
//! The words come finished from `care`; `paper` decides where they stand. What is printed on every page (clinic,
//! client, number, hash of the content, journal head) is put together here.

mod consent;
mod sheet;

use care::record::{Client, Clinic, DocumentKind, PaperSize};
use chrono::{DateTime, NaiveDate, Utc};
use fluent_bundle::FluentArgs;
use paper::{Footer, Masthead, PageWords};
use serde::Serialize;
use sha2::{Digest, Sha256};
use store::Head;

use crate::failure::Failure;
use crate::words::Words;

pub(crate) use consent::{ConsentPaper, SignedBy, block_key, consent_document};
pub(crate) use sheet::{SheetPaper, sheet_document, sheet_text};

/// What every page of a document says.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PageFacts<'a> {
    /// The clinic.
    pub(crate) clinic: &'a Clinic,
    /// Whose document.
    pub(crate) client: &'a Client,
    /// What it is.
    pub(crate) kind: DocumentKind,
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

/// A day as a client reads it: "20 November 2026".
pub(crate) fn long_day(day: NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}

fn masthead(facts: &PageFacts<'_>, words: &Words) -> Masthead {
    let address = facts.clinic.address.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>();
    let clinic = std::iter::once(facts.clinic.name.as_str()).chain(address).collect::<Vec<_>>().join(", ");
    let born = say(words, "paper-born", "day", &long_day(facts.client.born_on));
    let number = say(words, "paper-client", "number", &facts.client.number);
    Masthead { clinic, client: format!("{}, {born}, {number}", full_name(facts.client)) }
}

fn footer(facts: &PageFacts<'_>, words: &Words) -> Footer {
    let mut version = FluentArgs::new();
    version.set("kind", words.say(kind_key(facts.kind), None));
    version.set("number", facts.number.to_owned());
    let mut hash = FluentArgs::new();
    hash.set("hash", facts.content_sha256.get(..16).unwrap_or_default().to_owned());
    hash.set("seq", facts.head.seq.to_string());
    hash.set("head", facts.head.short_hash());
    Footer {
        document: words.say("paper-version", Some(&version)),
        page_words: PageWords {
            before: words.say("paper-page-before", None),
            between: words.say("paper-page-between", None),
            after: String::new(),
        },
        hash: words.say("paper-hash", Some(&hash)),
    }
}

fn paper_size(size: PaperSize) -> paper::PaperSize {
    match size {
        PaperSize::A4 => paper::PaperSize::A4,
        PaperSize::Letter => paper::PaperSize::Letter,
    }
}

/// Given and family name, as a client's own papers say it.
pub(crate) fn full_name(client: &Client) -> String {
    format!("{} {}", client.given.trim(), client.family.trim()).trim().to_owned()
}

/// Key of the word for a kind of document.
pub(crate) fn kind_key(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Consent => "document-consent",
        DocumentKind::Aftercare => "document-aftercare",
    }
}

fn say(words: &Words, key: &str, name: &'static str, value: &str) -> String {
    let mut args = FluentArgs::new();
    args.set(name, value.to_owned());
    words.say(key, Some(&args))
}
