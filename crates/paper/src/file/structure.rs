//! The tree of tags in the file, and the way back from every mark to its tag.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Object, ObjectId, dictionary};

use super::text;
use crate::PaperError;
use crate::tags::{Child, Tag, TagKind, TagTree};

/// Writes the tree and hangs it into the catalogue and the pages.
pub(super) fn write(file: &mut lopdf::Document, tags: &TagTree) -> Result<(), PaperError> {
    let pages: Vec<ObjectId> = file.get_pages().into_values().collect();
    let root = file.new_object_id();
    let ids: Vec<ObjectId> = (0..tags.len()).map(|_| file.new_object_id()).collect();
    let mut parents = vec![root; tags.len()];
    let mut marks: Vec<BTreeMap<i64, ObjectId>> = vec![BTreeMap::new(); pages.len()];
    for (id, tag) in tags.iter() {
        for child in &tag.children {
            match child {
                Child::Tag(child) => parents[child.index()] = ids[id.index()],
                Child::Mark { page, mark } => {
                    marks[*page].insert(*mark, ids[id.index()]);
                }
            }
        }
    }
    for (id, tag) in tags.iter() {
        let element = element(tag, parents[id.index()], &ids, &pages);
        file.objects.insert(ids[id.index()], element.into());
    }
    let numbers = number_pages(file, &pages, marks)?;
    let next = i64::try_from(pages.len()).map_err(|_| PaperError::TooManyPages)?;
    let tree = dictionary! {
        "Type" => "StructTreeRoot",
        "K" => ids[TagTree::ROOT.index()],
        "ParentTree" => dictionary! { "Nums" => numbers },
        "ParentTreeNextKey" => next,
    };
    file.objects.insert(root, tree.into());
    let catalogue = file.catalog_mut().map_err(|_| PaperError::Assembly { stage: "the catalogue" })?;
    catalogue.set("StructTreeRoot", root);
    catalogue.set("MarkInfo", dictionary! { "Marked" => true });
    Ok(())
}

/// Tells every page its number in the tree. Returns the numbers with the tags of their marks.
fn number_pages(
    file: &mut lopdf::Document,
    pages: &[ObjectId],
    marks: Vec<BTreeMap<i64, ObjectId>>,
) -> Result<Vec<Object>, PaperError> {
    let mut numbers: Vec<Object> = Vec::with_capacity(pages.len() * 2);
    for (number, (page, marks)) in (0_i64..).zip(pages.iter().zip(marks)) {
        numbers.push(number.into());
        numbers.push(marks.into_values().map(Object::from).collect::<Vec<_>>().into());
        let page = file.get_object_mut(*page).and_then(Object::as_dict_mut);
        let page = page.map_err(|_| PaperError::Assembly { stage: "a page" })?;
        page.set("StructParents", number);
        page.set("Tabs", "S");
        // An empty list of annotations is what a checker trips over.
        page.remove(b"Annots");
    }
    Ok(numbers)
}

fn element(tag: &Tag, parent: ObjectId, ids: &[ObjectId], pages: &[ObjectId]) -> Dictionary {
    // Marks on this page are plain numbers; marks on later pages must name theirs.
    let own_page = tag.children.iter().find_map(|child| match child {
        Child::Mark { page, .. } => Some(*page),
        Child::Tag(_) => None,
    });
    let children: Vec<Object> = tag
        .children
        .iter()
        .map(|child| match child {
            Child::Tag(child) => ids[child.index()].into(),
            Child::Mark { page, mark } if Some(*page) == own_page => (*mark).into(),
            Child::Mark { page, mark } => dictionary! { "Type" => "MCR", "Pg" => pages[*page], "MCID" => *mark }.into(),
        })
        .collect();
    let mut element = dictionary! {
        "Type" => "StructElem",
        "S" => tag.kind.name(),
        "P" => parent,
        "K" => children,
    };
    if let Some(page) = own_page {
        element.set("Pg", pages[page]);
    }
    if let Some(alt) = &tag.alt {
        element.set("Alt", text(alt));
    }
    if let Some(said) = &tag.actual_text {
        element.set("ActualText", text(said));
    }
    if let Some(attributes) = attributes(tag) {
        element.set("A", attributes);
    }
    element
}

fn attributes(tag: &Tag) -> Option<Dictionary> {
    let numbering = |style: &'static str| Some(dictionary! { "O" => "List", "ListNumbering" => style });
    let scope = |scope: &'static str| Some(dictionary! { "O" => "Table", "Scope" => scope });
    match tag.kind {
        TagKind::BulletList => numbering("Disc"),
        TagKind::NumberedList => numbering("Decimal"),
        TagKind::ColumnHead => scope("Column"),
        TagKind::RowHead => scope("Row"),
        TagKind::Figure => tag.bounds.map(|bounds| {
            let bounds = bounds.map(|edge| Object::Real((edge * 100.0).round() / 100.0)).to_vec();
            dictionary! { "O" => "Layout", "Placement" => "Block", "BBox" => bounds }
        }),
        TagKind::Document
        | TagKind::Group
        | TagKind::Heading(_)
        | TagKind::Paragraph
        | TagKind::ListItem
        | TagKind::Label
        | TagKind::ItemBody
        | TagKind::Table
        | TagKind::Row
        | TagKind::Cell
        | TagKind::Caption
        | TagKind::Contents
        | TagKind::ContentsEntry => None,
    }
}
