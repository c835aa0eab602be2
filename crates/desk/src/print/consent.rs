//! A signed consent on paper: numbered clauses with initials, then the signatures in order.

use care::consent::{Clause, ConsentText, Initials as Needed, Paragraph};
use care::record::{Initials, Signature, Stroke};
use care::{PaperWord, PaperWords};
use chrono::NaiveDateTime;
use paper::{Block, Document, RichText, SignatureBox, SignatureMark, Span};

use super::{PageFacts, footer, masthead, no_text, paper_size, section};
use crate::failure::Failure;

/// What a consent's paper is made of.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ConsentPaper<'a> {
    /// What every page says.
    pub(crate) page: PageFacts<'a>,
    /// The text that was shown.
    pub(crate) text: &'a ConsentText,
    /// Initials put.
    pub(crate) initials: &'a [Initials],
    /// Questions and answers; may be empty.
    pub(crate) questions: &'a str,
    /// Why treatment may follow before the cooling-off time is over.
    pub(crate) same_day_reason: Option<&'a str>,
    /// How the client was identified.
    pub(crate) identity_check: &'a str,
    /// Who signed, in order.
    pub(crate) signatures: &'a [SignedBy<'a>],
}

/// One signature.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SignedBy<'a> {
    /// Full name.
    pub(crate) name: &'a str,
    /// In which role.
    pub(crate) role: PaperWord,
    /// What the signature means.
    pub(crate) meaning: PaperWord,
    /// Local time.
    pub(crate) at: NaiveDateTime,
    /// Drawn or typed; `None` for a signature given by PIN.
    pub(crate) mark: Option<&'a Signature>,
}

/// Lays out which block stands where.
///
/// # Errors
/// [`Failure::NoText`] if a word is missing in the language of the text.
pub(crate) fn consent_document(consent: &ConsentPaper<'_>) -> Result<Document, Failure> {
    let words = PaperWords::in_language(&consent.text.language).map_err(no_text)?;
    let mut blocks = vec![Block::Title(consent.text.title.clone())];
    let mut heading = None;
    for clause in &consent.text.clauses {
        if heading != Some(clause.block) {
            heading = Some(clause.block);
            blocks.push(section(words, PaperWord::of_block(clause.block)));
        }
        blocks.push(clause_block(clause, consent.initials, words));
    }
    if !consent.questions.trim().is_empty() {
        blocks.push(section(words, PaperWord::Questions));
        blocks.extend(paragraphs(consent.questions));
    }
    blocks.push(section(words, PaperWord::Signatures));
    blocks.push(Block::Paragraph(RichText(vec![Span::words(consent.text.intent.clone()).bold()])));
    blocks.push(Block::Paragraph(named(words.say(PaperWord::Identity), consent.identity_check)));
    if let Some(reason) = consent.same_day_reason {
        blocks.push(Block::Paragraph(named(words.say(PaperWord::SameDay), reason)));
    }
    let signatures: Result<_, _> = consent.signatures.iter().map(|signed| signature(signed, words)).collect();
    blocks.push(Block::Signatures(signatures?));
    Ok(Document {
        title: consent.text.title.clone(),
        language: consent.text.language.clone(),
        paper: paper_size(consent.page.paper),
        masthead: masthead(&consent.page, words)?,
        footer: footer(&consent.page, words),
        blocks,
        created_at: consent.page.made_at.timestamp(),
    })
}

fn clause_block(clause: &Clause, initials: &[Initials], words: PaperWords) -> Block {
    let mut body = vec![RichText(vec![Span::words(clause.heading.clone()).bold()])];
    body.extend(clause.paragraphs.iter().map(|paragraph| match paragraph {
        Paragraph::Words(text) => RichText::from(text.clone()),
        Paragraph::Point(text) => RichText::from(format!("•\u{2002}{text}")),
    }));
    let initials = match clause.initials {
        Needed::NotRequired => None,
        Needed::Required => Some(paper::Initials {
            label: words.fill(PaperWord::InitialsFor, &[("number", &clause.number)]),
            mark: initials
                .iter()
                .find(|put| put.clause == clause.id)
                .map(|put| put.letters.clone())
                .unwrap_or_default(),
        }),
    };
    Block::Clause { number: clause.number.clone(), body, initials }
}

fn paragraphs(text: &str) -> Vec<Block> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| Block::Paragraph(RichText(vec![Span::value(line)]))).collect()
}

fn named(words: &str, value: &str) -> RichText {
    RichText(vec![Span::words(words), Span::words(" "), Span::value(value)])
}

fn signature(signed: &SignedBy<'_>, words: PaperWords) -> Result<SignatureBox, Failure> {
    let day = words.day(signed.at.date()).map_err(no_text)?;
    Ok(SignatureBox {
        name: signed.name.to_owned(),
        role: words.say(signed.role).to_owned(),
        meaning: words.say(signed.meaning).to_owned(),
        time: format!("{day}, {}", signed.at.format("%H:%M")),
        mark: match signed.mark {
            Some(Signature::Drawn { strokes, .. }) => SignatureMark::Drawn(strokes.iter().map(line).collect()),
            Some(Signature::Typed { name }) => SignatureMark::Typed(name.clone()),
            None => SignatureMark::Typed(words.say(PaperWord::SignedByCode).to_owned()),
        },
    })
}

fn line(stroke: &Stroke) -> paper::Stroke {
    // Places on paper are real numbers; the record keeps whole hundredths of a pixel.
    stroke.0.iter().map(|point| paper::Point { x: pixels(point.x_cpx), y: pixels(point.y_cpx) }).collect()
}

#[expect(clippy::cast_precision_loss, clippy::float_arithmetic, reason = "a place on paper, no dose and no depth")]
fn pixels(hundredths: i32) -> f32 {
    hundredths as f32 / 100.0
}
