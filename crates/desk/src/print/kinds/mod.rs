//! Letters, notes and forms as pure composition: plain values in, a document out. Nothing here reads the vault.
//!
//! Each kind has a file of its own. What all of them share (the running lines, whom to call) is here.

mod adverse_event;
mod chart;
mod checking;
mod consent_end;
mod consent_form;
mod lot_letter;
mod not_today;
mod plan;
mod recall;
mod recovery_key;
mod referral;
mod treatment_record;
mod tube_label;

#[cfg(test)]
mod tests;

use care::record::PaperSize;
use care::{LetterWords, TextMissing, isolated};
use chrono::{DateTime, NaiveDate, Utc};
use paper::{Block, Document, Footer, HeadingLevel, Masthead, PageWords, RichText, Span, Tone};

pub use adverse_event::{
    AdverseEvent, AffectedPerson, AuthorityForm, EventFacts, Reporter, SuspectDevice, SuspectProduct,
    adverse_event_document,
};
pub use chart::{Addendum, AttachedDocument, Chart, ChartVisit, Disclosure, addenda_blocks, chart_document};
pub use checking::{Content, HowToCheck, how_to_check};
pub use consent_end::{
    ConsentRefused, ConsentWithdrawn, Explained, Recorder, consent_refused_document, consent_withdrawn_document,
};
pub use consent_form::{ConsentForm, FormSigner, consent_form_document};
pub use lot_letter::{LotLetter, lot_letter_document};
pub use not_today::{NotToday, Obstacle, not_today_document};
pub use plan::{PlannedVisit, TreatmentPlan, plan_document};
pub use recall::{Recall, recall_document};
pub use recovery_key::{RecoveryKeySheet, recovery_key_document};
pub use referral::{Referral, referral_document};
pub use treatment_record::{Layer, TreatedZone, TreatmentRecord, treatment_record_document};
pub use tube_label::{TubeLabel, tube_label_document};

/// Why a letter could not be put together. Nothing is printed then.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LetterError {
    /// A text is missing in the language asked for.
    #[error(transparent)]
    Text(#[from] TextMissing),
    /// There is no number to call, and a client never leaves without one.
    #[error("there is no number to call")]
    NoNumberToCall,
    /// A part that must not be empty is empty.
    #[error("{what} is empty")]
    Empty {
        /// Which part, for the program's own log.
        what: &'static str,
    },
}

/// What every letter carries.
#[derive(Debug, Clone, Copy)]
pub struct Frame<'a> {
    /// Language of the words, as a BCP 47 tag.
    pub language: &'a str,
    /// Paper of the printer.
    pub paper: PaperSize,
    /// Who hands it out.
    pub clinic: Sender<'a>,
    /// Whom it is about; none for papers of the clinic itself.
    pub client: Option<About<'a>>,
    /// `A-000012`; empty for a paper that is not filed.
    pub number: &'a str,
    /// SHA-256 over the canonical content, in hexadecimal digits.
    pub content_sha256: &'a str,
    /// Journal head before this document, for example `217-0123456789abcdef`; empty if there is none.
    pub journal_head: &'a str,
    /// When it was made.
    pub made_at: DateTime<Utc>,
}

/// Who hands a letter out.
#[derive(Debug, Clone, Copy)]
pub struct Sender<'a> {
    /// The trading name.
    pub name: &'a str,
    /// Postal address, one or several lines.
    pub address: &'a str,
    /// Number to call in opening hours.
    pub phone: &'a str,
    /// Number to call when the clinic is closed; may be empty.
    pub out_of_hours_phone: &'a str,
}

/// Whom a letter is about.
#[derive(Debug, Clone, Copy)]
pub struct About<'a> {
    /// Given and family name.
    pub name: &'a str,
    /// Day of birth.
    pub born_on: NaiveDate,
    /// `A-000217`.
    pub number: &'a str,
}

impl Frame<'_> {
    fn words(&self) -> Result<LetterWords, LetterError> {
        Ok(LetterWords::in_language(self.language)?)
    }

    /// The document around the blocks, with its running lines.
    fn document(&self, title: &str, kind: &str, blocks: Vec<Block>) -> Result<Document, LetterError> {
        let words = self.words()?;
        let lines = self.clinic.address.lines().map(str::trim).filter(|line| !line.is_empty());
        let clinic: Vec<String> = std::iter::once(self.clinic.name).chain(lines).map(isolated).collect();
        let document = match self.number {
            "" => words.say(kind)?.to_owned(),
            number => words.fill("document_number", &[("kind", words.say(kind)?), ("number", number)])?,
        };
        Ok(Document {
            title: title.to_owned(),
            language: words.language().to_owned(),
            paper: super::paper_size(self.paper),
            masthead: Masthead { clinic: clinic.join(", "), client: self.client_line(words)? },
            footer: Footer {
                document,
                page_words: PageWords {
                    before: format!("{} ", words.say("page")?),
                    between: format!(" {} ", words.say("page_of")?),
                    after: String::new(),
                },
                hash: self.fingerprint(words)?,
                code: None,
            },
            blocks,
            created_at: self.made_at.timestamp(),
        })
    }

    fn client_line(&self, words: LetterWords) -> Result<String, LetterError> {
        let Some(client) = &self.client else { return Ok(String::new()) };
        let born = words.short_day(client.born_on)?;
        let parts = [
            isolated(client.name),
            words.fill("born", &[("day", &born)])?,
            words.fill("client_number", &[("number", client.number)])?,
        ];
        Ok(parts.join(", "))
    }

    fn fingerprint(&self, words: LetterWords) -> Result<String, LetterError> {
        let hash = self.content_sha256.get(..16).unwrap_or(self.content_sha256);
        Ok(match (hash, self.journal_head) {
            ("", _) => String::new(),
            (hash, "") => words.fill("fingerprint", &[("hash", hash)])?,
            (hash, head) => words.fill("fingerprint_head", &[("hash", hash), ("head", head)])?,
        })
    }

    /// Whom to call, in a box of its own.
    fn whom_to_call(&self, words: LetterWords, body: Vec<RichText>) -> Result<Block, LetterError> {
        let lines = [("call_us", self.clinic.phone), ("call_night", self.clinic.out_of_hours_phone)]
            .into_iter()
            .filter(|(_, phone)| !phone.trim().is_empty())
            .map(|(id, phone)| words.fill(id, &[("phone", phone.trim())]))
            .collect::<Result<Vec<_>, _>>()?;
        if lines.is_empty() {
            return Err(LetterError::NoNumberToCall);
        }
        Ok(Block::Note { tone: Tone::Information, heading: lines.join(" · "), body })
    }
}

/// What stands where somebody writes by hand.
const TO_FILL_IN: &str = "______________________________";

fn section(text: &str) -> Block {
    Block::Heading { level: HeadingLevel::Section, text: text.to_owned() }
}

fn paragraph(text: impl Into<String>) -> Block {
    Block::Paragraph(RichText::from(text.into()))
}

/// What somebody wrote, one paragraph a line.
fn written(text: &str) -> Vec<Block> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| Block::Paragraph(RichText(vec![Span::value(line)]))).collect()
}

/// A heading with what somebody wrote under it; nothing when nothing was written.
fn written_section(heading: &str, text: &str) -> Vec<Block> {
    let body = written(text);
    if body.is_empty() { body } else { std::iter::once(section(heading)).chain(body).collect() }
}

fn cell(text: &str) -> RichText {
    RichText(vec![Span::value(text)])
}

fn head_cell(text: &str) -> RichText {
    RichText(vec![Span::value(text).bold()])
}
