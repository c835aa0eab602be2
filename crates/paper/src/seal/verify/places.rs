//! What the changed bytes of a file were there for.

use std::collections::BTreeMap;
use std::ops::Range;

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::Damage;

/// What a part of a file is there for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// What is drawn on a page, counted from 1.
    Page(u16),
    /// A font.
    Font,
    /// The record that is attached to the document.
    Attachment,
    /// What screen readers are told.
    Tags,
    /// What the file says about itself.
    Metadata,
    /// A seal.
    Seal,
    /// Something was added after the last seal.
    Added,
    /// The end of the file is missing.
    Missing,
    /// Something else; the bytes say where.
    Other,
}

/// The places of changed bytes. A file too damaged to be opened leaves only the bytes to say.
pub(super) fn of(pdf: &[u8], changed: Vec<Range<usize>>) -> Vec<Damage> {
    if changed.is_empty() {
        return Vec::new();
    }
    let roles = Document::load_mem(pdf).map(|file| roles(&file)).unwrap_or_default();
    let objects = objects(pdf);
    let mut damages = Vec::new();
    for bytes in changed {
        let mut found: Vec<Place> = Vec::new();
        for (index, (begins, id)) in objects.iter().enumerate() {
            let ends = objects.get(index + 1).map_or(pdf.len(), |(next, _)| *next);
            if *begins < bytes.end && ends > bytes.start {
                found.push(roles.get(id).copied().unwrap_or(Place::Other));
            }
        }
        found.sort_unstable();
        found.dedup();
        if found.len() > 1 {
            found.retain(|place| *place != Place::Other);
        }
        if found.is_empty() {
            found.push(Place::Other);
        }
        damages.extend(found.into_iter().map(|place| Damage { place, bytes: bytes.clone() }));
    }
    damages
}

/// Where each object begins, in the order of the file.
fn objects(pdf: &[u8]) -> Vec<(usize, ObjectId)> {
    let mark = b" 0 obj";
    let mut objects = Vec::new();
    for at in pdf.windows(mark.len()).enumerate().filter(|(_, window)| window == mark).map(|(at, _)| at) {
        let n_digits = pdf[..at].iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
        let digits = std::str::from_utf8(&pdf[at - n_digits..at]).unwrap_or_default();
        if let Ok(number) = digits.parse() {
            objects.push((at - n_digits, (number, 0)));
        }
    }
    objects
}

/// What each object of a file is there for.
fn roles(file: &Document) -> BTreeMap<ObjectId, Place> {
    let mut roles = BTreeMap::new();
    for (id, object) in &file.objects {
        if let Some(place) = role(object) {
            roles.insert(*id, place);
        }
        if let Ok(font) = object.as_dict() {
            for key in [&b"FontFile2"[..], b"FontFile3", b"ToUnicode", b"CIDToGIDMap", b"FontDescriptor"] {
                roles.extend(font.get(key).and_then(Object::as_reference).ok().map(|id| (id, Place::Font)));
            }
        }
    }
    for (number, page) in file.get_pages() {
        let Ok(number) = u16::try_from(number) else { continue };
        roles.insert(page, Place::Page(number));
        roles.extend(file.get_page_contents(page).into_iter().map(|id| (id, Place::Page(number))));
    }
    roles.extend(file.trailer.get(b"Info").and_then(Object::as_reference).ok().map(|id| (id, Place::Metadata)));
    roles
}

fn role(object: &Object) -> Option<Place> {
    let dictionary: &Dictionary =
        if let Object::Stream(stream) = object { &stream.dict } else { object.as_dict().ok()? };
    match dictionary.get_type().ok()? {
        b"StructElem" | b"StructTreeRoot" => Some(Place::Tags),
        b"EmbeddedFile" | b"Filespec" => Some(Place::Attachment),
        b"Metadata" => Some(Place::Metadata),
        b"Font" | b"FontDescriptor" => Some(Place::Font),
        b"Sig" => Some(Place::Seal),
        b"Annot" if dictionary.get(b"FT").and_then(Object::as_name).is_ok_and(|kind| kind == b"Sig") => {
            Some(Place::Seal)
        }
        _ => None,
    }
}
