//! Puts the photographs into the file, their bytes as they are.
//!
//! printpdf copies what it writes, and a whole record has many photographs: each goes through it as its number, which
//! the photograph itself takes the place of afterwards.

use std::collections::BTreeMap;

use lopdf::Object;
use printpdf::{DictItem, ExternalStream, ExternalXObject, PdfDocument, XObject, XObjectId};

use crate::PaperError;
use crate::composing::{Jpeg, PhotoId};
use crate::paging::photo_name;

/// How a photograph is packed; nothing else in a file made here is.
const FILTER: &str = "DCTDecode";

/// Names the photographs, each with its number for its bytes.
pub(super) fn announce(document: &mut PdfDocument, photos: &[Jpeg<'_>]) {
    for (index, photo) in photos.iter().enumerate() {
        let name = |name: &str| DictItem::Name(name.as_bytes().to_vec());
        let entries = [
            ("Type", name("XObject")),
            ("Subtype", name("Image")),
            ("Width", DictItem::Int(photo.width_px.into())),
            ("Height", DictItem::Int(photo.height_px.into())),
            ("BitsPerComponent", DictItem::Int(8)),
            ("ColorSpace", name(if photo.has_colour { "DeviceRGB" } else { "DeviceGray" })),
            ("Filter", name(FILTER)),
        ];
        let dict: BTreeMap<String, DictItem> = entries.map(|(key, value)| (key.to_owned(), value)).into();
        let stream = ExternalStream { dict, content: index.to_be_bytes().to_vec(), compress: false };
        let photo = ExternalXObject { stream, width: None, height: None, dpi: None };
        document.resources.xobjects.map.insert(XObjectId(photo_name(PhotoId(index))), XObject::External(photo));
    }
}

/// Puts every photograph where its number stands.
pub(super) fn embed(file: &mut lopdf::Document, photos: &[Jpeg<'_>]) -> Result<(), PaperError> {
    for object in file.objects.values_mut() {
        let Object::Stream(stream) = object else { continue };
        if stream.dict.get(b"Filter").and_then(Object::as_name).ok() != Some(FILTER.as_bytes()) {
            continue;
        }
        let number = stream.content.as_slice().try_into().ok().map(usize::from_be_bytes);
        let photo = number.and_then(|number| photos.get(number));
        stream.set_content(photo.ok_or(PaperError::Assembly { stage: "a photograph" })?.bytes());
    }
    Ok(())
}
