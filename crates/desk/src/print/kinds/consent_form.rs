//! The consent to be signed on paper: the words of the consent that is signed at the screen, with room for a pen.
//!
//! The number to call stands at the top, because the form may go home to be read. What was asked and answered, how the
//! client was identified and, where it is due, why it cannot wait are lines to write on; photos stand after the
//! signatures, so that nobody signs for them by signing for the treatment.

use care::consent::{Clause, ConsentText, Paragraph};
use care::{PaperWord, PaperWords};
use paper::{Block, ClausePart, Document, RichText, SignatureBox, SignatureMark, Span, Tone};

use super::{Frame, LetterError, TO_FILL_IN, paragraph, section};

/// A form.
#[derive(Debug, Clone, Copy)]
pub struct ConsentForm<'a> {
    /// The text of the plan.
    pub text: &'a ConsentText,
    /// Who signs for the client.
    pub signer: FormSigner<'a>,
    /// Who takes the consent.
    pub practitioner: &'a str,
    /// Whether the time to think it over has not ended.
    pub is_before_its_time: bool,
}

/// Who signs for the client.
#[derive(Debug, Clone, Copy)]
pub enum FormSigner<'a> {
    /// The client, by name.
    Client(&'a str),
    /// The guardian, by name.
    Guardian(&'a str),
}

/// Lines to write questions and answers on.
const LINES: usize = 3;

/// Lays the form out.
///
/// # Errors
/// [`LetterError`] when a text or the number to call is missing.
pub fn consent_form_document(frame: &Frame<'_>, form: &ConsentForm<'_>) -> Result<Document, LetterError> {
    let (words, around) = (frame.words()?, PaperWords::in_language(frame.language)?);
    let text = form.text;
    let mut blocks = vec![
        Block::Title(text.title.clone()),
        Block::Note {
            tone: Tone::Caution,
            heading: words.say("cb_note")?.to_owned(),
            body: vec![words.say("cb_how")?.into()],
        },
        frame.whom_to_call(words, Vec::new())?,
    ];
    let mut heading = None;
    for clause in &text.clauses {
        if heading != Some(clause.block) {
            heading = Some(clause.block);
            blocks.push(section(around.say(PaperWord::of_block(clause.block))));
        }
        blocks.push(clause_block(clause, around));
    }
    blocks.push(section(around.say(PaperWord::Questions)));
    blocks.extend((0..LINES).map(|_| paragraph(TO_FILL_IN.repeat(2))));
    blocks.push(section(around.say(PaperWord::Signatures)));
    blocks.push(Block::Paragraph(RichText(vec![Span::words(text.intent.clone()).bold()])));
    blocks.push(to_fill_in(around.say(PaperWord::Identity)));
    if form.is_before_its_time {
        blocks.push(to_fill_in(around.say(PaperWord::SameDay)));
    }
    let when = words.say("cb_when")?;
    blocks.push(Block::Signatures(vec![
        client_box(form, around, when),
        SignatureBox {
            name: form.practitioner.to_owned(),
            role: around.say(PaperWord::RolePractitioner).to_owned(),
            meaning: around.say(PaperWord::MeansPractitioner).to_owned(),
            time: when.to_owned(),
            mark: SignatureMark::Blank,
        },
        SignatureBox {
            name: words.say("cb_name")?.to_owned(),
            role: words.say("cb_other")?.to_owned(),
            meaning: words.say("cb_other_means")?.to_owned(),
            time: when.to_owned(),
            mark: SignatureMark::Blank,
        },
    ]));
    if !text.photo.is_empty() {
        blocks.push(section(words.say("cb_photos")?));
        blocks.push(paragraph(words.say("cb_photos_note")?));
        // Numbers of their own: "1.1" is a clause of the treatment.
        let photos = text.photo.iter().zip(1..).map(|(clause, n)| Clause { number: format!("P{n}"), ..clause.clone() });
        blocks.extend(photos.map(|clause| clause_block(&clause, around)));
    }
    frame.document(&text.title, "cb_kind", blocks)
}

fn client_box(form: &ConsentForm<'_>, around: PaperWords, when: &str) -> SignatureBox {
    let (name, role, meaning) = match form.signer {
        FormSigner::Client(name) => (name, PaperWord::RoleClient, PaperWord::MeansClient),
        FormSigner::Guardian(name) => (name, PaperWord::RoleGuardian, PaperWord::MeansGuardian),
    };
    SignatureBox {
        name: name.to_owned(),
        role: around.say(role).to_owned(),
        meaning: around.say(meaning).to_owned(),
        time: when.to_owned(),
        mark: SignatureMark::Blank,
    }
}

fn clause_block(clause: &Clause, around: PaperWords) -> Block {
    let mut body = vec![ClausePart::Paragraph(RichText(vec![Span::words(clause.heading.clone()).bold()]))];
    body.extend(clause.paragraphs.iter().map(|paragraph| match paragraph {
        Paragraph::Words(text) => ClausePart::Paragraph(text.clone().into()),
        Paragraph::Point(text) => ClausePart::Point(text.clone().into()),
    }));
    let initials = match clause.initials {
        care::consent::Initials::NotRequired => None,
        care::consent::Initials::Required => Some(paper::Initials {
            label: around.fill(PaperWord::InitialsFor, &[("number", &clause.number)]),
            mark: String::new(),
        }),
    };
    Block::Clause { number: clause.number.clone(), body, initials }
}

fn to_fill_in(words: &str) -> Block {
    paragraph(format!("{words} {TO_FILL_IN}"))
}
