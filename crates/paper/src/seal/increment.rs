//! Puts a seal at the end of a finished file without touching a byte of what is there.

use std::io::Write as _;

use data_encoding::HEXLOWER;
use lopdf::{Dictionary, Document, Object, ObjectId, StringFormat, dictionary};
use sha2::{Digest as _, Sha256};

use super::key::SealKey;
use super::pieces::{fingerprints, piece_length};
use super::{SealError, signature};
use crate::file::{date, text};

/// The room for the signature, in hexadecimal digits. It takes about 2,200 of them.
pub(super) const SIGNATURE_DIGITS: usize = 4096;
/// The room for the four numbers that say what is signed.
pub(super) const RANGE_ROOM: usize = 60;
/// What stands before the four numbers.
pub(super) const RANGE_MARK: &[u8] = b"/ByteRange ";
/// What stands between the numbers and the signature.
pub(super) const CONTENTS_MARK: &[u8] = b" /Contents ";
/// What stands before the length of the file before its seal and the length of its pieces.
pub(super) const PIECES_OF_MARK: &[u8] = b"/NPPiecesOf [";
/// What stands before the fingerprints of the pieces.
pub(super) const PIECES_MARK: &[u8] = b"/NPPieces (";

/// What a seal says beside the signature.
#[derive(Debug, Clone, Copy)]
pub struct SealFacts<'a> {
    /// Why it was set, for example "Consent recorded".
    pub reason: &'a str,
    /// The clinic, as readers show it.
    pub name: &'a str,
    /// When by the computer's clock: UTC, whole seconds since 1970-01-01T00:00:00Z.
    pub at: i64,
}

/// Seals a file that was made here, or one that was sealed before: then the new seal covers the old one too.
///
/// # Errors
/// A [`SealError`] says what stands in the way.
pub fn seal(pdf: &[u8], key: &SealKey, facts: &SealFacts<'_>) -> Result<Vec<u8>, SealError> {
    let base = Base::read(pdf)?;
    let mut out = pdf.to_vec();
    if !out.ends_with(b"\n") {
        out.push(b'\n');
    }
    let mut offsets = Vec::new();
    write_object(&mut out, &mut offsets, base.root, &base.catalogue_with_field()?)?;
    write_object(&mut out, &mut offsets, base.page, &base.page_with_field()?)?;
    write_object(&mut out, &mut offsets, base.field, &base.field_dictionary())?;
    let gap = write_signature(&mut out, &mut offsets, &base, facts, pdf)?;
    write_trailer(&mut out, &mut offsets, &base)?;
    let range = format!("[0 {} {} {}]", gap.begin, gap.end, out.len() - gap.end);
    out.get_mut(gap.range..gap.range + range.len()).ok_or(SealError::Assembly)?.copy_from_slice(range.as_bytes());
    let digest = Sha256::new().chain_update(&out[..gap.begin]).chain_update(&out[gap.end..]).finalize();
    let signature = HEXLOWER.encode(&signature::sign(key, &digest)?);
    if signature.len() > SIGNATURE_DIGITS {
        return Err(SealError::Assembly);
    }
    out[gap.begin + 1..=gap.begin + signature.len()].copy_from_slice(signature.as_bytes());
    Ok(out)
}

/// What a file looks like before it is sealed.
struct Base {
    file: Document,
    root: ObjectId,
    page: ObjectId,
    /// The number of the seal's field.
    field: ObjectId,
    /// The number of the seal itself.
    seal: ObjectId,
    previous: usize,
}

impl Base {
    fn read(pdf: &[u8]) -> Result<Self, SealError> {
        let not_ours = SealError::NotOurs;
        let file = Document::load_mem(pdf).map_err(|_| not_ours)?;
        let previous = last_cross_reference(pdf).ok_or(not_ours)?;
        let root = file.trailer.get(b"Root").and_then(Object::as_reference).map_err(|_| not_ours)?;
        let page = file.get_pages().into_values().next_back().ok_or(not_ours)?;
        let size = file.trailer.get(b"Size").and_then(Object::as_i64).map_err(|_| not_ours)?;
        let next = u32::try_from(size).map_err(|_| not_ours)?.max(file.max_id.saturating_add(1));
        Ok(Self { root, page, field: (next, 0), seal: (next + 1, 0), previous, file })
    }

    fn dictionary(&self, id: ObjectId) -> Result<&Dictionary, SealError> {
        self.file.get_object(id).and_then(Object::as_dict).map_err(|_| SealError::NotOurs)
    }

    fn fields(&self) -> Result<Vec<Object>, SealError> {
        let Ok(form) = self.dictionary(self.root)?.get(b"AcroForm") else { return Ok(Vec::new()) };
        let (_, form) = self.file.dereference(form).map_err(|_| SealError::NotOurs)?;
        let fields = form.as_dict().and_then(|form| form.get(b"Fields")).and_then(Object::as_array);
        fields.cloned().map_err(|_| SealError::NotOurs)
    }

    /// The catalogue, whose form has one field more.
    fn catalogue_with_field(&self) -> Result<Dictionary, SealError> {
        let mut catalogue = self.dictionary(self.root)?.clone();
        let mut fields = self.fields()?;
        fields.push(self.field.into());
        // 3: there are signatures, and a reader must only append.
        catalogue.set("AcroForm", dictionary! { "Fields" => fields, "SigFlags" => 3 });
        Ok(catalogue)
    }

    fn page_with_field(&self) -> Result<Dictionary, SealError> {
        let mut page = self.dictionary(self.page)?.clone();
        let mut annotations = match page.get(b"Annots") {
            Ok(annotations) => annotations.as_array().cloned().map_err(|_| SealError::NotOurs)?,
            Err(_) => Vec::new(),
        };
        annotations.push(self.field.into());
        page.set("Annots", annotations);
        page.set("Tabs", "S");
        Ok(page)
    }

    /// A field without a place on the page. The second seal's name differs from the first's.
    fn field_dictionary(&self) -> Dictionary {
        let number = self.fields().map_or(0, |fields| fields.len()) + 1;
        dictionary! {
            "Type" => "Annot",
            "Subtype" => "Widget",
            "FT" => "Sig",
            "T" => Object::string_literal(format!("Seal{number}")),
            "TU" => Object::string_literal("Seal"),
            "Rect" => vec![0.into(), 0.into(), 0.into(), 0.into()],
            // 132: printed and locked.
            "F" => 132,
            "P" => self.page,
            "V" => self.seal,
        }
    }
}

/// Where the last cross reference table stands. Only tables, never streams: that is what is written here.
fn last_cross_reference(pdf: &[u8]) -> Option<usize> {
    let tail = pdf.get(pdf.len().saturating_sub(64)..)?;
    let tail = std::str::from_utf8(tail).ok()?;
    let offset: usize = tail.rsplit_once("startxref")?.1.split_whitespace().next()?.parse().ok()?;
    pdf.get(offset..)?.starts_with(b"xref").then_some(offset)
}

/// Where the signature goes.
struct Gap {
    /// Where the four numbers go.
    range: usize,
    /// The first byte that is not signed.
    begin: usize,
    /// The first byte after it that is signed again.
    end: usize,
}

fn write_signature(
    out: &mut Vec<u8>,
    offsets: &mut Vec<(ObjectId, usize)>,
    base: &Base,
    facts: &SealFacts<'_>,
    pdf: &[u8],
) -> Result<Gap, SealError> {
    offsets.push((base.seal, out.len()));
    out.extend(format!("{} {} obj\n<< /Type /Sig /Filter /Adobe.PPKLite ", base.seal.0, base.seal.1).bytes());
    out.extend(b"/SubFilter /ETSI.CAdES.detached /M ");
    write_value(out, &date(facts.at).ok_or(SealError::Instant)?)?;
    out.extend(b" /Reason ");
    write_value(out, &text(facts.reason))?;
    out.extend(b" /Name ");
    write_value(out, &text(facts.name))?;
    let length = piece_length(pdf.len());
    out.push(b' ');
    out.extend(PIECES_OF_MARK);
    out.extend(format!("{} {length}] ", pdf.len()).bytes());
    out.extend(PIECES_MARK);
    out.extend(fingerprints(pdf, length).bytes());
    out.extend(b") ");
    out.extend(RANGE_MARK);
    let range = out.len();
    out.extend(std::iter::repeat_n(b' ', RANGE_ROOM));
    out.extend(CONTENTS_MARK);
    let begin = out.len();
    out.push(b'<');
    out.extend(std::iter::repeat_n(b'0', SIGNATURE_DIGITS));
    out.push(b'>');
    let end = out.len();
    out.extend(b" >>\nendobj\n");
    Ok(Gap { range, begin, end })
}

fn write_object(
    out: &mut Vec<u8>,
    offsets: &mut Vec<(ObjectId, usize)>,
    id: ObjectId,
    dictionary: &Dictionary,
) -> Result<(), SealError> {
    offsets.push((id, out.len()));
    out.extend(format!("{} {} obj\n", id.0, id.1).bytes());
    write_dictionary(out, dictionary)?;
    out.extend(b"\nendobj\n");
    Ok(())
}

fn write_trailer(out: &mut Vec<u8>, offsets: &mut [(ObjectId, usize)], base: &Base) -> Result<(), SealError> {
    offsets.sort_unstable();
    let table = out.len();
    out.extend(b"xref\n");
    for ((number, generation), offset) in offsets.iter() {
        out.extend(format!("{number} 1\n{offset:010} {generation:05} n \n").bytes());
    }
    let mut trailer = Dictionary::new();
    for key in [&b"Root"[..], b"Info", b"ID"] {
        if let Ok(value) = base.file.trailer.get(key) {
            trailer.set(key, value.clone());
        }
    }
    trailer.set("Size", i64::from(base.seal.0) + 1);
    trailer.set("Prev", i64::try_from(base.previous).map_err(|_| SealError::NotOurs)?);
    out.extend(b"trailer\n");
    write_dictionary(out, &trailer)?;
    out.extend(format!("\nstartxref\n{table}\n%%EOF\n").bytes());
    Ok(())
}

fn write_dictionary(out: &mut Vec<u8>, dictionary: &Dictionary) -> Result<(), SealError> {
    out.extend(b"<<");
    for (key, value) in dictionary {
        write_name(out, key);
        out.push(b' ');
        write_value(out, value)?;
    }
    out.extend(b">>");
    Ok(())
}

fn write_name(out: &mut Vec<u8>, name: &[u8]) {
    out.push(b'/');
    for byte in name {
        if byte.is_ascii_alphanumeric() || b"-_+.".contains(byte) {
            out.push(*byte);
        } else {
            out.extend(format!("#{byte:02X}").bytes());
        }
    }
}

fn write_value(out: &mut Vec<u8>, value: &Object) -> Result<(), SealError> {
    match value {
        Object::Null => out.extend(b"null"),
        Object::Boolean(value) => out.extend(value.to_string().bytes()),
        Object::Integer(value) => out.extend(value.to_string().bytes()),
        Object::Real(value) => write!(out, "{value}").map_err(|_| SealError::Assembly)?,
        Object::Name(name) => write_name(out, name),
        Object::String(bytes, StringFormat::Literal | StringFormat::Hexadecimal) => {
            out.push(b'<');
            out.extend(HEXLOWER.encode(bytes).bytes());
            out.push(b'>');
        }
        Object::Array(values) => {
            out.push(b'[');
            for value in values {
                write_value(out, value)?;
                out.push(b' ');
            }
            out.push(b']');
        }
        Object::Dictionary(dictionary) => write_dictionary(out, dictionary)?,
        Object::Reference((number, generation)) => out.extend(format!("{number} {generation} R").bytes()),
        Object::Stream(_) => return Err(SealError::NotOurs),
    }
    Ok(())
}
