//! A signed consent on paper: numbered clauses with initials, then the signatures in order.

use care::consent::{Block as FormBlock, Clause, ConsentText, Initials as Needed, Paragraph};
use care::record::{Initials, Signature, Stroke};
use chrono::NaiveDateTime;
use paper::{Block, Document, HeadingLevel, RichText, SignatureBox, SignatureMark, Span};

use super::{PageFacts, footer, long_day, masthead, paper_size, say};
use crate::words::Words;

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
    /// Key of the role's word.
    pub(crate) role: &'static str,
    /// Key of what the signature means.
    pub(crate) meaning: &'static str,
    /// Local time.
    pub(crate) at: NaiveDateTime,
    /// Drawn or typed; `None` for a signature given by PIN.
    pub(crate) mark: Option<&'a Signature>,
}

/// Lays out which block stands where.
pub(crate) fn consent_document(consent: &ConsentPaper<'_>, words: &Words) -> Document {
    let mut blocks = vec![Block::Title(consent.text.title.clone())];
    let mut heading = None;
    for clause in &consent.text.clauses {
        if heading != Some(clause.block) {
            heading = Some(clause.block);
            blocks.push(section(words.say(block_key(clause.block), None)));
        }
        blocks.push(clause_block(clause, consent.initials, words));
    }
    if !consent.questions.trim().is_empty() {
        blocks.push(section(words.say("paper-questions", None)));
        blocks.extend(paragraphs(consent.questions));
    }
    blocks.push(section(words.say("paper-signatures", None)));
    blocks.push(Block::Paragraph(RichText(vec![Span::words(consent.text.intent.clone()).bold()])));
    blocks.push(Block::Paragraph(named("paper-identity", consent.identity_check, words)));
    if let Some(reason) = consent.same_day_reason {
        blocks.push(Block::Paragraph(named("paper-same-day", reason, words)));
    }
    blocks.push(Block::Signatures(consent.signatures.iter().map(|signed| signature(signed, words)).collect()));
    Document {
        title: consent.text.title.clone(),
        language: consent.text.language.clone(),
        paper: paper_size(consent.page.paper),
        masthead: masthead(&consent.page, words),
        footer: footer(&consent.page, words),
        blocks,
        created_at: consent.page.made_at.timestamp(),
    }
}

/// Key of the heading over a block of the form.
pub(crate) fn block_key(block: FormBlock) -> &'static str {
    match block {
        FormBlock::Wish => "consent-block-wish",
        FormBlock::Procedure => "consent-block-procedure",
        FormBlock::Expected => "consent-block-expected",
        FormBlock::Risks => "consent-block-risks",
        FormBlock::Alternatives => "consent-block-alternatives",
        FormBlock::Result => "consent-block-result",
        FormBlock::Aftercare => "consent-block-aftercare",
        FormBlock::Freedom => "consent-block-freedom",
        FormBlock::Photos => "consent-block-photos",
    }
}

fn section(text: String) -> Block {
    Block::Heading { level: HeadingLevel::Section, text }
}

fn clause_block(clause: &Clause, initials: &[Initials], words: &Words) -> Block {
    let mut body = vec![RichText(vec![Span::words(clause.heading.clone()).bold()])];
    body.extend(clause.paragraphs.iter().map(|paragraph| match paragraph {
        Paragraph::Words(text) => RichText::from(text.clone()),
        Paragraph::Point(text) => RichText::from(format!("•\u{2002}{text}")),
    }));
    let initials = match clause.initials {
        Needed::NotRequired => None,
        Needed::Required => Some(paper::Initials {
            label: say(words, "paper-initials", "number", &clause.number),
            mark: initials.iter().find(|put| put.clause == clause.id).map(|put| put.letters.clone()).unwrap_or_default(),
        }),
    };
    Block::Clause { number: clause.number.clone(), body, initials }
}

fn paragraphs(text: &str) -> Vec<Block> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| Block::Paragraph(RichText(vec![Span::value(line)]))).collect()
}

fn named(key: &str, value: &str, words: &Words) -> RichText {
    RichText(vec![Span::words(words.say(key, None)), Span::words(" "), Span::value(value)])
}

fn signature(signed: &SignedBy<'_>, words: &Words) -> SignatureBox {
    SignatureBox {
        name: signed.name.to_owned(),
        role: words.say(signed.role, None),
        meaning: words.say(signed.meaning, None),
        time: format!("{}, {}", long_day(signed.at.date()), signed.at.format("%H:%M")),
        mark: match signed.mark {
            Some(Signature::Drawn { strokes, .. }) => SignatureMark::Drawn(strokes.iter().map(line).collect()),
            Some(Signature::Typed { name }) => SignatureMark::Typed(name.clone()),
            None => SignatureMark::Typed(words.say("paper-signed-by-pin", None)),
        },
    }
}

fn line(stroke: &Stroke) -> paper::Stroke {
    // Places on paper are real numbers; the record keeps whole hundredths of a pixel.
    stroke.0.iter().map(|point| paper::Point { x: pixels(point.x_cpx), y: pixels(point.y_cpx) }).collect()
}

#[expect(clippy::cast_precision_loss, clippy::float_arithmetic, reason = "a place on paper, no dose and no depth")]
fn pixels(hundredths: i32) -> f32 {
    hundredths as f32 / 100.0
}
