//! Which document the pages are of, and what is missing, doubled, foreign or unread. Looks at the codes and at what a
//! person said, and asks for documents by id; it shows and writes nothing.

use std::collections::BTreeMap;

use care::record::{Document, DocumentId};
use paper::PageMark;
use uuid::Uuid;

use crate::pictures::{SaidPage, SignedPage};
use crate::print::page_code;

/// What the pages are.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Matched {
    /// The document; `None` where nothing says it.
    pub(super) document: Option<Document>,
    /// One for each page of each file, in order.
    pub(super) pages: Vec<Vec<PageIs>>,
    /// Pages of the document that have not come back.
    pub(super) missing: Vec<u16>,
    /// Pages that came back more than once.
    pub(super) doubled: Vec<u16>,
}

/// What a page of a file is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum PageIs {
    /// Pages of the document: one, or several on one picture.
    Found(Vec<u16>),
    /// No code can be read, and nobody has said what it is.
    Open,
    /// Somebody said that it is none of the document's.
    Aside,
    /// A page of another document of the same client.
    OtherDocument,
    /// A page of somebody else's document. Whose is never said.
    OtherClient,
    /// No document of this clinic.
    Unknown,
    /// It names a document of this clinic, but is not a page of what is filed.
    Changed,
}

impl Matched {
    /// Whether nothing stands in the way.
    pub(super) fn is_whole(&self) -> bool {
        let is_settled = |page: &PageIs| matches!(page, PageIs::Found(_) | PageIs::Aside);
        self.document.is_some()
            && self.missing.is_empty()
            && self.doubled.is_empty()
            && self.pages.iter().flatten().all(is_settled)
    }
}

/// Matches the pages of files with documents; `said` is the document a person named. `known` finds a document by its id:
/// it fails where the vault cannot be read, and gives `None` for a document that is not here.
pub(super) fn matched<E>(
    files: &[&[SignedPage]],
    said: Option<DocumentId>,
    mut known: impl FnMut(DocumentId) -> Result<Option<Document>, E>,
) -> Result<Matched, E> {
    let mut documents: BTreeMap<DocumentId, Option<Document>> = BTreeMap::new();
    let marks = || files.iter().copied().flatten().flat_map(|page| &page.marks);
    for id in marks().map(document_of).chain(said) {
        if let std::collections::btree_map::Entry::Vacant(entry) = documents.entry(id) {
            entry.insert(known(id)?);
        }
    }
    let real = |id: &DocumentId| documents.get(id).is_some_and(Option::is_some);
    let document = said.filter(real).or_else(|| most_named(marks().map(document_of).filter(real)));
    let document = document.and_then(|id| documents.get(&id).cloned().flatten());
    let is = |page: &SignedPage| what_is(page, document.as_ref(), &documents);
    let pages: Vec<Vec<PageIs>> = files.iter().map(|pages| pages.iter().map(is).collect()).collect();
    let mut times: BTreeMap<u16, usize> = BTreeMap::new();
    for page in pages.iter().flatten() {
        if let PageIs::Found(numbers) = page {
            numbers.iter().for_each(|number| *times.entry(*number).or_default() += 1);
        }
    }
    let n_pages = document.as_ref().map_or(0, |document| document.n_pages);
    let missing = (1..=n_pages).filter(|page| !times.contains_key(page)).collect();
    let doubled = times.iter().filter(|(_, times)| **times > 1).map(|(page, _)| *page).collect();
    Ok(Matched { document, pages, missing, doubled })
}

fn document_of(mark: &PageMark) -> DocumentId {
    DocumentId(Uuid::from_bytes(mark.code.document))
}

/// The document most pages name; of two with as many, the one that was named first.
fn most_named(ids: impl Iterator<Item = DocumentId>) -> Option<DocumentId> {
    let mut times: Vec<(DocumentId, usize)> = Vec::new();
    for id in ids {
        match times.iter_mut().find(|(known, _)| *known == id) {
            Some((_, times)) => *times += 1,
            None => times.push((id, 1)),
        }
    }
    times.into_iter().rev().max_by_key(|(_, times)| *times).map(|(id, _)| id)
}

fn what_is(page: &SignedPage, document: Option<&Document>, all: &BTreeMap<DocumentId, Option<Document>>) -> PageIs {
    match (&page.said, page.marks.as_slice()) {
        (Some(SaidPage::Aside), []) => PageIs::Aside,
        (Some(SaidPage::Page(number)), []) => {
            let has = document.is_some_and(|document| (1..=document.n_pages).contains(number));
            if has { PageIs::Found(vec![*number]) } else { PageIs::Open }
        }
        (None, []) => PageIs::Open,
        (_, marks) => {
            let each: Vec<Result<u16, PageIs>> = marks.iter().map(|mark| number_of(mark, document, all)).collect();
            let wrong = each.iter().find_map(|one| one.clone().err());
            wrong.unwrap_or_else(|| PageIs::Found(each.into_iter().flatten().collect()))
        }
    }
}

/// The page of the document a mark names, or what it is instead.
fn number_of(
    mark: &PageMark,
    document: Option<&Document>,
    all: &BTreeMap<DocumentId, Option<Document>>,
) -> Result<u16, PageIs> {
    let Some(named) = all.get(&document_of(mark)).and_then(Option::as_ref) else { return Err(PageIs::Unknown) };
    if page_code(named.id, &named.content_sha256) != Some(mark.code) || named.n_pages != mark.n_pages {
        return Err(PageIs::Changed);
    }
    match document {
        Some(document) if document.id == named.id => Ok(mark.page),
        Some(document) if document.client == named.client => Err(PageIs::OtherDocument),
        Some(_) | None => Err(PageIs::OtherClient),
    }
}

#[cfg(test)]
mod tests;
