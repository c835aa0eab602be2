//! What a document is made of: plain blocks, in reading order.
//!
//! The blocks say what a thing is, never where it stands on the page. They know nothing of clients, consents or
//! sheets: whoever composes them brings finished, translated words.

mod drawing;
mod making;
mod page_mark;
mod photo;
mod rich_text;
mod signature;

pub use drawing::{Anchor, Colour, Drawing, Line, Outline, Shape, ViewBox};
pub use making::{Attachment, Making, Print};
pub use page_mark::{NoPageMark, PageCode, PageMark};
pub use photo::Photo;
pub use rich_text::{RichText, Span, SpanKind, Weight};
pub use signature::{Point, SignatureBox, SignatureMark, Stroke};

/// One document, from its first heading to its last signature.
///
/// Parts that are empty leave no trace: an empty paragraph, a list without items or a table without rows draws nothing
/// and takes no room.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// The name readers and screen readers show for the file.
    pub title: String,
    /// The language of the words as a BCP 47 tag such as `en-GB`; it also decides the direction of the page.
    pub language: String,
    /// The sheet in the printer.
    pub paper: PaperSize,
    /// The two lines at the head of every page.
    pub masthead: Masthead,
    /// The line at the foot of every page.
    pub footer: Footer,
    /// The content in reading order.
    pub blocks: Vec<Block>,
    /// When the document was made: UTC, whole seconds since 1970-01-01T00:00:00Z.
    pub created_at: i64,
}

/// The two lines at the head of every page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Masthead {
    /// Who hands the document out: the clinic and its address.
    pub clinic: String,
    /// Whose document it is, so that a lost page finds its way back: name, day of birth, number, each between U+2068
    /// and U+2069 so that none turns another about. May be empty.
    pub client: String,
}

/// The line at the foot of every page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Footer {
    /// The document's number and version.
    pub document: String,
    /// The words around the page number.
    pub page_words: PageWords,
    /// The first digits of the hash over the content and of the journal's head, with their words.
    pub hash: String,
    /// What the square code on every page says; none leaves the page without one.
    pub code: Option<PageCode>,
}

/// The words around "2" and "5" in "Page 2 of 5", so that no language is built in.
///
/// Spaces belong to the words: `before` is `"Page "`, `between` is `" of "`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PageWords {
    /// Stands before the number of the page.
    pub before: String,
    /// Stands between the number of the page and the count of pages.
    pub between: String,
    /// Stands after the count of pages.
    pub after: String,
}

/// The sheets a clinic's printer may hold. The text keeps to the box both share, so lines break alike on either.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PaperSize {
    /// 210 mm by 297 mm.
    A4,
    /// 8.5 in by 11 in, as in the United States, Canada and Mexico.
    Letter,
}

/// One piece of a document.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// The name of the document, once, at its head.
    Title(String),
    /// A heading; it never stands alone at the foot of a page.
    Heading {
        /// How deep it stands.
        level: HeadingLevel,
        /// The words.
        text: String,
    },
    /// Running text. A line feed starts a new line.
    Paragraph(RichText),
    /// A call-out box with a bar, kept together when a page can hold it.
    Note {
        /// How loudly it speaks.
        tone: Tone,
        /// The bold first line; may be empty.
        heading: String,
        /// The paragraphs under it.
        body: Vec<RichText>,
    },
    /// Points of equal rank, each with a bullet.
    List(Vec<RichText>),
    /// A numbered clause, with the box for its initials kept beside its last lines.
    Clause {
        /// The number as it is cited, for example `2.1`.
        number: String,
        /// The paragraphs and points of the clause.
        body: Vec<ClausePart>,
        /// The initials it asks for, if any.
        initials: Option<Initials>,
    },
    /// Rows under a head that is repeated on every page. A row is only split when no page could hold it.
    Table {
        /// One heading for each column; all empty draws no head.
        head: Vec<String>,
        /// The rows, each with one cell for each column.
        rows: Vec<Vec<RichText>>,
        /// The share of each column, out of 1000 by convention; only the proportions count.
        widths: Vec<u16>,
    },
    /// Moments in order, each with what it asks for: the backbone of an aftercare sheet.
    Timeline(Vec<Moment>),
    /// A drawing with its description.
    Figure {
        /// What is drawn.
        drawing: Drawing,
        /// What it shows, for those who cannot see it. Required by PDF/UA, so it may not be empty.
        alt: String,
        /// The line under it; may be empty.
        caption: String,
    },
    /// Photographs side by side in pairs, each kept whole with its line.
    Photos(Vec<Photo>),
    /// The signatures that close a document, side by side in pairs and kept together with the words before them.
    Signatures(Vec<SignatureBox>),
    /// Every section that follows, with the number of the page it begins on.
    Contents,
}

/// A part of a clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ClausePart {
    /// Running text.
    Paragraph(RichText),
    /// A point with a bullet; its lines stand under its first word. Neighbouring points are one list.
    Point(RichText),
}

impl ClausePart {
    /// What it says.
    pub fn text(&self) -> &RichText {
        match self {
            Self::Paragraph(text) | Self::Point(text) => text,
        }
    }
}

impl From<RichText> for ClausePart {
    fn from(text: RichText) -> Self {
        Self::Paragraph(text)
    }
}

impl From<&str> for ClausePart {
    fn from(text: &str) -> Self {
        Self::Paragraph(text.into())
    }
}

impl From<String> for ClausePart {
    fn from(text: String) -> Self {
        Self::Paragraph(text.into())
    }
}

/// How deep a heading stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeadingLevel {
    /// A chapter of the document.
    Section,
    /// A part of a section.
    Subsection,
}

/// How loudly a note speaks. Each differs in its bar and frame, so that a black and white print keeps the difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Good to know.
    Information,
    /// Take care.
    Caution,
    /// Act at once.
    Urgent,
}

/// The initials under a clause.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Initials {
    /// The words beside the box.
    pub label: String,
    /// What stands in the box: the initials, the word for "declined", or nothing while it waits for a pen.
    pub mark: String,
}

/// One moment of a timeline.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Moment {
    /// The day or hour, drawn bold.
    pub when: RichText,
    /// What it asks for, one paragraph each.
    pub body: Vec<RichText>,
}
