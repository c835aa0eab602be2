//! Every paper in every language on either size of paper, looked at by the tools of others: is the file sound, are the
//! fonts inside, can the text be copied word for word and in order, does a seal hold.

use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

use paper::{Block, Document, Making, PaperSize, Pdf, Print, RichText, SealFacts, SealKey};

use super::own_papers::{LANGUAGES, SHEET_LANGUAGES, every_paper, sheet};

/// What a tool says of a file, or nothing where it is not installed.
pub(super) fn tool(name: &str, arguments: &[&str], pdf: &[u8]) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("document.pdf");
    std::fs::write(&path, pdf).unwrap();
    let filled = arguments.iter().map(|argument| if *argument == "FILE" { path.to_str().unwrap() } else { argument });
    let output = Command::new(name).args(filled).output().ok()?;
    assert!(output.status.success(), "{name} finds fault: {}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// A paper as somebody may ask for it.
pub(super) struct Asked {
    /// What to call it.
    pub(super) name: String,
    pub(super) document: Document,
    pub(super) print: Print,
}

impl Asked {
    pub(super) fn made(&self) -> Pdf {
        paper::render_as(&self.document, &Making { print: self.print, ..Making::default() }).unwrap()
    }
}

/// Every paper there is: in every language, on either size of paper, and in large letters where it may have them.
pub(super) fn all() -> Vec<Asked> {
    let papers = LANGUAGES.iter().flat_map(|language| every_paper(language).into_iter().map(move |it| (*language, it)));
    let papers = papers.map(|(language, (name, document))| (format!("{name} in {language}"), document));
    // The two languages that have letters have a sheet among them already.
    let sheets = SHEET_LANGUAGES.iter().skip(LANGUAGES.len());
    let sheets = sheets.map(|language| (format!("aftercare in {language}"), sheet(language)));
    let forms = [(PaperSize::A4, Print::Normal), (PaperSize::Letter, Print::Normal), (PaperSize::A4, Print::Large)];
    papers
        .chain(sheets)
        .flat_map(|(name, document)| {
            forms.map(|(paper, print)| Asked {
                name: format!("{name} on {paper:?}, {print:?}"),
                document: Document { paper, ..document.clone() },
                print,
            })
        })
        .filter(|asked| asked.print == Print::Normal || !asked.name.starts_with("tube_label"))
        .collect()
}

/// Does the same with each, on as many threads as there are cores.
fn with_each(papers: &[Asked], check: impl Fn(&Asked) + Sync) {
    let next = AtomicUsize::new(0);
    let n_threads = std::thread::available_parallelism().map_or(2, usize::from);
    std::thread::scope(|scope| {
        let work = || {
            while let Some(asked) = papers.get(next.fetch_add(1, Ordering::Relaxed)) {
                check(asked);
            }
        };
        for _ in 0..n_threads {
            scope.spawn(work);
        }
    });
}

#[test]
fn every_paper_in_every_language_and_size_is_sound_and_carries_its_fonts() {
    let papers = all();
    assert!(papers.len() > 60, "there are papers: {}", papers.len());
    with_each(&papers, |asked| {
        let (name, pdf) = (&asked.name, asked.made());
        if let Some(said) = tool("qpdf", &["--check", "FILE"], &pdf.bytes) {
            assert!(said.contains("No syntax or stream encoding errors"), "{name}: {said}");
        }
        let Some(fonts) = tool("pdffonts", &["FILE"], &pdf.bytes) else { return };
        assert!(fonts.lines().count() > 2, "{name} has letters: {fonts}");
        for line in fonts.lines().skip(2) {
            let words: Vec<&str> = line.split_whitespace().collect();
            let [.., embedded, subset, unicode, _, _] = words.as_slice() else { panic!("{fonts}") };
            assert_eq!([*embedded, *subset, *unicode], ["yes"; 3], "{name}: every font is inside: {fonts}");
        }
    });
}

#[test]
fn every_paper_is_copied_out_word_for_word_and_in_order() {
    let papers = all();
    let read_from_the_left: Vec<_> = papers.into_iter().filter(|asked| asked.document.language != "ar").collect();
    with_each(&read_from_the_left, |asked| {
        let (Asked { name, document, .. }, pdf) = (asked, asked.made());
        let Some(copied) = tool("pdftotext", &["-enc", "UTF-8", "-raw", "FILE", "-"], &pdf.bytes) else { return };
        let copied = without_running_lines(&copied, document);
        let mut from = 0;
        for block in &document.blocks {
            let mut furthest = from;
            for text in texts_of(block) {
                let text = squeezed(&text);
                let Some(at) = copied[from..].find(&text) else {
                    panic!("{name}: {text} does not follow {} in {copied}", &copied[..from]);
                };
                furthest = furthest.max(from + at + text.len());
            }
            from = furthest;
        }
    });
}

#[test]
fn every_sealed_consent_is_valid_to_a_reader_of_others() {
    let key = SealKey::new(&[7; 32], "Clinic Lumen", 1_795_176_000).unwrap();
    let facts = SealFacts { reason: "Consent recorded", name: "Clinic Lumen", at: 1_795_176_000 };
    let consents: Vec<_> = all().into_iter().filter(|asked| asked.name.starts_with("consent")).collect();
    assert!(!consents.is_empty(), "there are consents");
    with_each(&consents, |asked| {
        let (name, sealed) = (&asked.name, paper::seal(&asked.made().bytes, &key, &facts).unwrap());
        let Some(said) = tool("pdfsig", &["FILE"], &sealed) else { return };
        for part in ["Signature is Valid.", "Total document signed", "Signature #1"] {
            assert!(said.contains(part), "{name}: {said}");
        }
        let mut damaged = sealed.clone();
        damaged[sealed.len() / 3] ^= 1;
        let damaged = tool("pdfsig", &["FILE"], &damaged).unwrap_or_default();
        assert!(!damaged.contains("Signature is Valid."), "{name}: one flipped bit is seen: {damaged}");
    });
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace() && !matches!(letter, '\u{2068}' | '\u{2069}')).collect()
}

/// The text without what stands on every page.
fn without_running_lines(copied: &str, document: &Document) -> String {
    let words = &document.footer.page_words;
    let pages: Vec<&str> = copied.split('\u{c}').filter(|page| !page.trim().is_empty()).collect();
    let n_pages = pages.len();
    let mut whole = String::new();
    for (number, page) in (1..).zip(pages) {
        let mut page = squeezed(page);
        let number = format!("{}{number}{}{n_pages}{}", words.before, words.between, words.after);
        // A title may read like the kind in the foot: the head is taken from the beginning, the foot from the end.
        let in_the_head = [&document.masthead.clinic, &document.masthead.client];
        let in_the_foot = [&document.footer.document, &document.footer.hash, &number];
        for line in in_the_head.into_iter().map(|line| squeezed(line)) {
            let at = page.find(&line).unwrap_or_else(|| panic!("{line} stands on every page: {page}"));
            page.replace_range(at..at + line.len(), "");
        }
        for line in in_the_foot.into_iter().map(|line| squeezed(line)) {
            let at = page.rfind(&line).unwrap_or_else(|| panic!("{line} stands on every page: {page}"));
            page.replace_range(at..at + line.len(), "");
        }
        whole.push_str(&page);
    }
    whole
}

/// Everything a block says, in reading order.
fn texts_of(block: &Block) -> Vec<String> {
    let rich = |text: &RichText| text.0.iter().map(|span| span.text.as_str()).collect::<String>();
    let each = |texts: &[RichText]| texts.iter().map(rich).collect::<Vec<_>>();
    match block {
        Block::Title(text) | Block::Heading { text, .. } => vec![text.clone()],
        Block::Paragraph(text) => vec![rich(text)],
        Block::Note { heading, body, .. } => std::iter::once(heading.clone()).chain(each(body)).collect(),
        Block::List(items) => each(items),
        Block::Clause { number, body, initials } => {
            let initials = initials.iter().flat_map(|it| [it.label.clone(), it.mark.clone()]);
            let body = body.iter().map(|part| rich(part.text()));
            std::iter::once(number.clone()).chain(body).chain(initials).collect()
        }
        // Cells stand side by side: their lines are copied in turn, and only short ones whole.
        Block::Table { head, rows, .. } => {
            head.iter().cloned().chain(rows.iter().flatten().map(rich)).filter(|text| text.len() < 24).collect()
        }
        Block::Timeline(moments) => {
            moments.iter().map(|moment| rich(&moment.when)).filter(|it| it.len() < 24).collect()
        }
        Block::Figure { caption, .. } => vec![caption.clone()],
        Block::Photos(photos) => photos.iter().map(|photo| photo.caption.clone()).collect(),
        Block::Contents => Vec::new(),
        Block::Signatures(boxes) => boxes.iter().map(|it| it.name.clone()).collect(),
    }
}
