//! Files as scanners write them: PDFs whose pages are pictures, and TIFFs of several pages.

use std::io::Write as _;

use image::GrayImage;
use image::codecs::jpeg::JpegEncoder;
use lopdf::{Document, Object, Stream, dictionary};

/// How the picture of a page is packed.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Packing {
    Jpeg,
    /// Grey, one byte a dot.
    Grey,
    /// Colour, three bytes a dot.
    Colour,
    /// Black and white, one bit a dot.
    Bits,
    /// Black and white, as fax machines pack it.
    Fax,
}

impl Packing {
    pub(crate) const ALL: &'static [Self] = &[Self::Jpeg, Self::Grey, Self::Colour, Self::Bits, Self::Fax];
}

/// A PDF with one picture on each page.
pub(crate) fn pdf_of(pages: &[GrayImage], packing: Packing) -> Vec<u8> {
    let mut file = Document::with_version("1.5");
    let parent = file.new_object_id();
    let mut kids = Vec::new();
    for page in pages {
        let picture = file.add_object(packed(page, packing));
        let content = file.add_object(Stream::new(dictionary! {}, b"q 595 0 0 842 0 0 cm /Im0 Do Q".to_vec()));
        let page = dictionary! {
            "Type" => "Page",
            "Parent" => parent,
            "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
            "Resources" => dictionary! { "XObject" => dictionary! { "Im0" => picture } },
            "Contents" => content,
        };
        kids.push(Object::from(file.add_object(page)));
    }
    let count = i64::try_from(kids.len()).unwrap();
    file.objects.insert(parent, dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count }.into());
    let catalogue = file.add_object(dictionary! { "Type" => "Catalog", "Pages" => parent });
    file.trailer.set("Root", catalogue);
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).unwrap();
    bytes
}

fn packed(page: &GrayImage, packing: Packing) -> Stream {
    let (width, height) = (i64::from(page.width()), i64::from(page.height()));
    let mut says = dictionary! { "Type" => "XObject", "Subtype" => "Image", "Width" => width, "Height" => height };
    let (colours, n_bits, filter, bytes) = match packing {
        Packing::Jpeg => {
            let mut bytes = Vec::new();
            page.write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, 75)).unwrap();
            ("DeviceGray", 8, "DCTDecode", bytes)
        }
        Packing::Grey => ("DeviceGray", 8, "FlateDecode", deflated(page.as_raw())),
        Packing::Colour => {
            let bytes: Vec<u8> = page.as_raw().iter().flat_map(|shade| [*shade; 3]).collect();
            ("DeviceRGB", 8, "FlateDecode", deflated(&bytes))
        }
        Packing::Bits => ("DeviceGray", 1, "FlateDecode", deflated(&bits(page))),
        Packing::Fax => {
            says.set("DecodeParms", dictionary! { "K" => -1, "Columns" => width, "Rows" => height });
            ("DeviceGray", 1, "CCITTFaxDecode", faxed(page))
        }
    };
    says.set("ColorSpace", colours);
    says.set("BitsPerComponent", n_bits);
    says.set("Filter", filter);
    Stream::new(says, bytes).with_compression(false)
}

fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(bytes).unwrap();
    packed.finish().unwrap()
}

fn bits(page: &GrayImage) -> Vec<u8> {
    let rows = page.rows().map(|row| {
        let shades: Vec<u8> = row.map(|pixel| pixel.0[0]).collect();
        let byte = |eight: &[u8]| {
            let bit = |(place, shade): (usize, &u8)| u8::from(*shade > 128) << (7 - place);
            eight.iter().enumerate().map(bit).sum::<u8>()
        };
        shades.chunks(8).map(byte).collect::<Vec<u8>>()
    });
    rows.flatten().collect()
}

fn faxed(page: &GrayImage) -> Vec<u8> {
    let mut encoder = fax::encoder::Encoder::new(fax::VecWriter::new());
    for row in page.rows() {
        let colours = row.map(|pixel| if pixel.0[0] > 128 { fax::Color::White } else { fax::Color::Black });
        let width = u16::try_from(page.width()).unwrap();
        encoder.encode_line(colours, width).unwrap();
    }
    encoder.finish().unwrap().finish()
}

/// A TIFF of several grey pages.
pub(crate) fn tiff_of(pages: &[GrayImage]) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let mut encoder = tiff::encoder::TiffEncoder::new(&mut bytes).unwrap();
    for page in pages {
        encoder.write_image::<tiff::encoder::colortype::Gray8>(page.width(), page.height(), page.as_raw()).unwrap();
    }
    bytes.into_inner()
}
