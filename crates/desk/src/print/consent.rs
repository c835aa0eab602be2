//! A signed consent on paper: numbered clauses with initials, then the signatures in order.

use care::consent::{Clause, ConsentText, Initials as Needed, Paragraph};
use care::record::{Consent, Signature, Signer, SignerRole, Stroke};
use care::{LetterWords, PaperWord, PaperWords};
use chrono::{DateTime, NaiveDateTime, Utc};
use paper::{Block, ClausePart, Document, RichText, SignatureBox, SignatureMark, Span};

use super::kinds::{HowToCheck, how_to_check};
use super::{PageFacts, footer, masthead, no_text, paper_size, section};
use crate::failure::Failure;

/// What a consent's paper is made of.
#[derive(Clone, Copy)]
pub(crate) struct ConsentPaper<'a> {
    /// What every page says.
    pub(crate) page: PageFacts<'a>,
    /// The text that was shown.
    pub(crate) text: &'a ConsentText,
    /// The consent: initials, questions, how the client was identified, what was agreed to beside the treatment.
    pub(crate) consent: &'a Consent,
    /// Who signed, in order.
    pub(crate) signers: &'a [Signer],
    /// The wall clock in the clinic.
    pub(crate) local: &'a dyn Fn(DateTime<Utc>) -> NaiveDateTime,
    /// How it is checked without this program.
    pub(crate) check: &'a HowToCheck<'a>,
}

/// Lays out which block stands where.
///
/// # Errors
/// [`Failure::NoText`] if a word is missing in the language of the text.
pub(crate) fn consent_document(paper: &ConsentPaper<'_>) -> Result<Document, Failure> {
    let words = PaperWords::in_language(&paper.text.language).map_err(no_text)?;
    let (text, consent) = (paper.text, paper.consent);
    let mut blocks = vec![Block::Title(text.title.clone())];
    let mut heading = None;
    for clause in &text.clauses {
        if heading != Some(clause.block) {
            heading = Some(clause.block);
            blocks.push(section(words, PaperWord::of_block(clause.block)));
        }
        blocks.push(clause_block(clause, consent, words));
    }
    if !consent.questions.trim().is_empty() {
        blocks.push(section(words, PaperWord::Questions));
        blocks.extend(paragraphs(&consent.questions));
    }
    blocks.push(section(words, PaperWord::Signatures));
    blocks.push(Block::Paragraph(RichText(vec![Span::words(text.intent.clone()).bold()])));
    if let Some(electronic) = &consent.electronic {
        let day = words.day((paper.local)(electronic.agreed_at).date()).map_err(no_text)?;
        let agreed = words.fill(PaperWord::Electronic, &[("day", &day)]);
        blocks.push(Block::Paragraph(named(&agreed, &electronic.sentence)));
    }
    blocks.push(Block::Paragraph(named(words.say(PaperWord::Identity), &consent.identity_check)));
    if let Some(reason) = &consent.same_day_reason {
        blocks.push(Block::Paragraph(named(words.say(PaperWord::SameDay), reason)));
    }
    let signatures: Result<_, _> = paper.signers.iter().map(|signer| signature(paper, signer, words)).collect();
    blocks.push(Block::Signatures(signatures?));
    blocks.push(how_to_check(LetterWords::in_language(&text.language).map_err(no_text)?, paper.check)?);
    Ok(Document {
        title: text.title.clone(),
        language: text.language.clone(),
        paper: paper_size(paper.page.paper),
        masthead: masthead(&paper.page, words)?,
        footer: footer(&paper.page, words),
        blocks,
        created_at: paper.page.made_at.timestamp(),
    })
}

fn clause_block(clause: &Clause, consent: &Consent, words: PaperWords) -> Block {
    let mut body = vec![ClausePart::Paragraph(RichText(vec![Span::words(clause.heading.clone()).bold()]))];
    body.extend(clause.paragraphs.iter().map(|paragraph| match paragraph {
        Paragraph::Words(text) => ClausePart::Paragraph(text.clone().into()),
        Paragraph::Point(text) => ClausePart::Point(text.clone().into()),
    }));
    let initials = match clause.initials {
        Needed::NotRequired => None,
        Needed::Required => Some(paper::Initials {
            label: words.fill(PaperWord::InitialsFor, &[("number", &clause.number)]),
            mark: initials_under(clause, consent, words),
        }),
    };
    Block::Clause { number: clause.number.clone(), body, initials }
}

/// The letters under a clause, or where they stand.
fn initials_under(clause: &Clause, consent: &Consent, words: PaperWords) -> String {
    if matches!(consent.signature, Some(Signature::OnPaper { .. })) {
        return words.say(PaperWord::InitialsOnPaper).to_owned();
    }
    let put = consent.initials.iter().find(|put| put.clause == clause.id);
    put.map(|put| put.letters.clone()).unwrap_or_default()
}

fn paragraphs(text: &str) -> Vec<Block> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| Block::Paragraph(RichText(vec![Span::value(line)]))).collect()
}

fn named(words: &str, value: &str) -> RichText {
    RichText(vec![Span::words(words), Span::words(" "), Span::value(value)])
}

fn signature(paper: &ConsentPaper<'_>, signer: &Signer, words: PaperWords) -> Result<SignatureBox, Failure> {
    let at = (paper.local)(signer.at);
    let day = words.day(at.date()).map_err(no_text)?;
    Ok(SignatureBox {
        name: signer.name.clone(),
        role: role(signer, words),
        meaning: signer.meaning.clone(),
        time: format!("{day}, {}", at.format("%H:%M")),
        mark: match &signer.mark {
            Some(Signature::Drawn { strokes, .. } | Signature::Mark { strokes, .. }) => {
                SignatureMark::Drawn(strokes.iter().map(line).collect())
            }
            Some(Signature::Typed { name }) => SignatureMark::Typed(name.clone()),
            Some(Signature::OnPaper { .. }) => SignatureMark::Typed(words.say(PaperWord::SignedOnPaper).to_owned()),
            None => SignatureMark::Typed(words.say(PaperWord::SignedByCode).to_owned()),
        },
    })
}

/// As whom somebody signs, and what that person is to the client.
fn role(signer: &Signer, words: PaperWords) -> String {
    let role = match signer.role {
        SignerRole::Client => words.say(PaperWord::RoleClient).to_owned(),
        SignerRole::Guardian => words.say(PaperWord::RoleGuardian).to_owned(),
        SignerRole::Practitioner => words.say(PaperWord::RolePractitioner).to_owned(),
        SignerRole::Witness => words.say(PaperWord::RoleWitness).to_owned(),
        SignerRole::Interpreter => words.fill(PaperWord::RoleInterpreter, &[("language", &signer.spoken)]),
    };
    if signer.relation.is_empty() { role } else { format!("{role} ({})", signer.relation) }
}

fn line(stroke: &Stroke) -> paper::Stroke {
    // Places on paper are real numbers; the record keeps whole hundredths of a pixel.
    stroke.0.iter().map(|point| paper::Point { x: pixels(point.x_cpx), y: pixels(point.y_cpx) }).collect()
}

#[expect(clippy::cast_precision_loss, clippy::float_arithmetic, reason = "a place on paper, no dose and no depth")]
fn pixels(hundredths: i32) -> f32 {
    hundredths as f32 / 100.0
}
