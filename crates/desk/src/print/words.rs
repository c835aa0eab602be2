//! A document as words, in reading order: what a screen reader is given beside the picture of the pages, and what the
//! hash of a letter is taken over.

use paper::{Block, Document, RichText};

/// The words of a document, a line for each thing that is said. Numbers and days of the running lines are not among them.
pub(crate) fn document_words(document: &Document) -> Vec<String> {
    document.blocks.iter().flat_map(block_words).filter(|line| !line.trim().is_empty()).collect()
}

fn block_words(block: &Block) -> Vec<String> {
    match block {
        Block::Title(text) | Block::Heading { text, .. } => vec![text.clone()],
        Block::Paragraph(text) => vec![plain(text)],
        Block::Note { heading, body, .. } => std::iter::once(heading.clone()).chain(body.iter().map(plain)).collect(),
        Block::List(items) => items.iter().map(plain).collect(),
        Block::Clause { number, body, initials } => {
            let clause =
                format!("{number} {}", body.iter().map(|part| plain(part.text())).collect::<Vec<_>>().join(" "));
            let initials = initials.iter().map(|initials| format!("{} {}", initials.label, initials.mark));
            std::iter::once(clause).chain(initials).collect()
        }
        Block::Table { head, rows, .. } => {
            let rows = rows.iter().map(|row| row.iter().map(plain).collect::<Vec<_>>().join(", "));
            std::iter::once(head.join(", ").trim_matches([',', ' ']).to_owned()).chain(rows).collect()
        }
        Block::Timeline(moments) => {
            let of = |moment: &paper::Moment| {
                format!("{}: {}", plain(&moment.when), moment.body.iter().map(plain).collect::<Vec<_>>().join(" "))
            };
            moments.iter().map(of).collect()
        }
        Block::Figure { alt, caption, .. } => vec![alt.clone(), caption.clone()],
        Block::Photos(photos) => photos.iter().map(|photo| format!("{} {}", photo.alt, photo.caption)).collect(),
        // What it says stands over the sections themselves.
        Block::Contents => Vec::new(),
        Block::Signatures(boxes) => {
            boxes.iter().map(|it| format!("{} {}, {}, {}", it.meaning, it.name, it.role, it.time)).collect()
        }
    }
}

fn plain(text: &RichText) -> String {
    text.0.iter().map(|span| span.text.as_str()).collect()
}
