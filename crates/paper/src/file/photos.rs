//! Puts the photographs into the file, their bytes as they are.

use std::collections::BTreeMap;

use printpdf::{DictItem, ExternalStream, ExternalXObject, PdfDocument, XObject, XObjectId};

use crate::composing::{Jpeg, PhotoId};
use crate::paging::photo_name;

pub(super) fn embed(document: &mut PdfDocument, photos: Vec<Jpeg>) {
    for (index, photo) in photos.into_iter().enumerate() {
        let name = |name: &str| DictItem::Name(name.as_bytes().to_vec());
        let entries = [
            ("Type", name("XObject")),
            ("Subtype", name("Image")),
            ("Width", DictItem::Int(photo.width_px.into())),
            ("Height", DictItem::Int(photo.height_px.into())),
            ("BitsPerComponent", DictItem::Int(8)),
            ("ColorSpace", name(if photo.has_colour { "DeviceRGB" } else { "DeviceGray" })),
            ("Filter", name("DCTDecode")),
        ];
        let dict: BTreeMap<String, DictItem> = entries.map(|(key, value)| (key.to_owned(), value)).into();
        let stream = ExternalStream { dict, content: photo.bytes, compress: false };
        let photo = ExternalXObject { stream, width: None, height: None, dpi: None };
        document.resources.xobjects.map.insert(XObjectId(photo_name(PhotoId(index))), XObject::External(photo));
    }
}
