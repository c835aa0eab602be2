//! From the record to a paper: what every page carries, the hash of its content, the seal, the file.

use care::LetterWords;
use care::record::{Client, Document, DocumentId, DocumentKind, PaperSize, VisitId};
use paper::{Attachment, Making as Rendering};
use serde_json::{Value, json};
use store::Head;

use crate::cases::documents::{Filing, next_document_number};
use crate::clinic_seal::{ClinicSeal, in_groups};
use crate::failure::Failure;
use crate::print::kinds::{About, Content, Frame, HowToCheck, LetterError, Sender, how_to_check};
use crate::print::{content_hash, document_words, full_name, no_text, print_of, sha256_hex};
use crate::seat::Seat;
use crate::wire::LetterSize;

/// What a paper is made with.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Making<'a> {
    /// Made before it is rendered, so that it can name itself.
    pub(crate) id: DocumentId,
    /// `A-000012`.
    pub(crate) number: &'a str,
    /// Head of the journal before it.
    pub(crate) head: &'a Head,
    /// Language, as a BCP 47 tag.
    pub(crate) language: &'a str,
    /// Paper of the printer.
    pub(crate) size: PaperSize,
    /// How large its letters are.
    pub(crate) letters: LetterSize,
    /// SHA-256 over its content; empty while that is not known.
    pub(crate) content_sha256: &'a str,
}

impl<'a> Making<'a> {
    /// To put a paper together once more, for what it would say now: the letters' size says nothing.
    pub(crate) fn again(document: &'a Document, head: &'a Head, size: PaperSize) -> Self {
        Self {
            id: document.id,
            number: &document.number,
            head,
            language: &document.language,
            size,
            letters: LetterSize::default(),
            content_sha256: "",
        }
    }
}

/// A paper that is put together.
pub(crate) struct Composed {
    /// What it is.
    pub(crate) kind: DocumentKind,
    /// Whose.
    pub(crate) client: Client,
    /// The visit it belongs to.
    pub(crate) visit: Option<VisitId>,
    /// Its pages.
    pub(crate) document: paper::Document,
    /// The same, readable by a computer: it travels inside, and its hash is the content's. Without one the words are the
    /// content.
    pub(crate) record: Option<Record>,
    /// Files that travel inside untouched, beside the record.
    pub(crate) enclosed: Vec<Attachment>,
    /// Whether it carries the clinic's seal.
    pub(crate) sealing: Sealing,
}

/// Whether a paper carries the clinic's seal. What is sealed has a record, and says at its end how both are checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sealing {
    /// It says what was signed or done.
    Sealed,
    /// A letter, a label, a form to fill in.
    Plain,
}

/// What travels inside a paper.
pub(crate) struct Record {
    /// Its name inside: plain ASCII.
    pub(crate) file_name: &'static str,
    /// What it says.
    pub(crate) value: Value,
}

/// A paper that is made: its file, what it will be filed as, and its words.
pub(crate) struct Made {
    /// What it will be filed as.
    pub(crate) document: Document,
    /// The file.
    pub(crate) bytes: Vec<u8>,
    /// The pages as words.
    pub(crate) words: Vec<String>,
    /// SHA-256 over everything on it that can be read, but its number and the day it was made on.
    pub(crate) says: String,
    /// Whose it is.
    pub(crate) client: Client,
}

impl Made {
    /// On its way into the vault, filed by who is at the desk.
    pub(crate) fn into_filing(self) -> Filing {
        Filing { document: self.document, bytes: self.bytes }
    }
}

impl Composed {
    /// SHA-256 over everything on it that can be read, whose it is and who hands it out among it, but its number and the
    /// day it was made on.
    pub(crate) fn says(&self) -> Result<String, Failure> {
        let head = &self.document.masthead;
        content_hash(&json!([head.clinic, head.client, document_words(&self.document)]))
    }

    /// SHA-256 over what the paper says, without the number and the day it was made on.
    pub(crate) fn content_sha256(&self) -> Result<String, Failure> {
        match &self.record {
            Some(record) => content_hash(&record.value),
            None => content_hash(&json!([self.kind, self.client.id, self.visit, document_words(&self.document)])),
        }
    }
}

/// Makes a paper: put together once for the hash of its content, and once with it.
///
/// # Errors
/// What `compose` says, and what setting and sealing can say.
pub(crate) fn make(
    seat: &Seat<'_>,
    id: DocumentId,
    language: &str,
    (size, letters): (PaperSize, LetterSize),
    compose: impl Fn(&Making<'_>) -> Result<Composed, Failure>,
) -> Result<Made, Failure> {
    let number = next_document_number(seat)?;
    let head = seat.read(|read| read.head())?;
    let unhashed = Making { id, number: &number, head: &head, language, size, letters, content_sha256: "" };
    let content_sha256 = compose(&unhashed)?.content_sha256()?;
    let making = Making { content_sha256: &content_sha256, ..unhashed };
    set(seat, compose(&making)?, &making)
}

/// Sets a paper, and seals it where it is to be sealed.
fn set(seat: &Seat<'_>, composed: Composed, making: &Making<'_>) -> Result<Made, Failure> {
    let words = LetterWords::in_language(making.language).map_err(no_text)?;
    let says = composed.says()?;
    let Composed { kind, client, visit, mut document, record, mut enclosed, sealing } = composed;
    let seal = match sealing {
        Sealing::Sealed => Some(ClinicSeal::of(seat)?),
        Sealing::Plain => None,
    };
    if let (Some(seal), Some(record)) = (&seal, &record) {
        let check = HowToCheck {
            certificate: &in_groups(&seal.fingerprint),
            file: record.file_name,
            content: Content::File(&in_groups(making.content_sha256)),
        };
        document.blocks.push(how_to_check(words, &check)?);
    }
    if let Some(record) = record {
        enclosed.push(attached(record, words.say("se_record_is").map_err(no_text)?)?);
    }
    let rendering = Rendering { print: print_of(making.letters), attachments: &enclosed };
    let pdf = paper::render_as(&document, &rendering)?;
    let bytes = match seal {
        Some(seal) => seal.set(seat, &pdf.bytes, words.say("se_reason").map_err(no_text)?)?,
        None => pdf.bytes,
    };
    let words = document_words(&document);
    let document = Document {
        id: making.id,
        number: making.number.to_owned(),
        client: client.id,
        visit,
        kind,
        title: document.title,
        language: making.language.to_owned(),
        n_pages: pdf.n_pages,
        n_bytes: bytes.len() as u64,
        pdf_sha256: sha256_hex(&bytes),
        content_sha256: making.content_sha256.to_owned(),
        filed_by: seat.user().id,
        filed_at: seat.now(),
    };
    Ok(Made { document, bytes, words, says, client })
}

/// The record as the file that travels inside, in the one spelling of RFC 8785.
fn attached(record: Record, description: &str) -> Result<Attachment, Failure> {
    Ok(Attachment {
        file_name: record.file_name.to_owned(),
        media_type: "application/json".to_owned(),
        description: description.to_owned(),
        bytes: serde_json_canonicalizer::to_vec(&record.value).map_err(|_| Failure::Panicked)?,
    })
}

/// Hands out what every page of a letter carries.
pub(crate) fn with_frame<T>(
    seat: &Seat<'_>,
    client: &Client,
    making: &Making<'_>,
    compose: impl FnOnce(&Frame<'_>) -> Result<T, LetterError>,
) -> Result<T, Failure> {
    let clinic = seat.clinic();
    let name = full_name(client);
    let head = format!("{}-{}", making.head.seq, making.head.short_hash());
    let frame = Frame {
        language: making.language,
        paper: making.size,
        clinic: Sender {
            name: &clinic.name,
            address: &clinic.address,
            phone: &clinic.phone,
            out_of_hours_phone: &clinic.out_of_hours_phone,
        },
        client: Some(About { name: &name, born_on: client.born_on, number: &client.number }),
        number: making.number,
        content_sha256: making.content_sha256,
        journal_head: &head,
        made_at: seat.now(),
    };
    Ok(compose(&frame)?)
}
