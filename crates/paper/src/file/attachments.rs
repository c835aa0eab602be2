//! Files that travel inside the document: the record it was made from, in a form a computer reads.

use lopdf::{Object, Stream, dictionary};

use super::{date, text};
use crate::PaperError;
use crate::document::Attachment;

/// Hangs the files into the catalogue, where PDF/A-3 and every reader look for them.
///
/// # Errors
/// [`PaperError::AttachmentName`] when two share a name, or a name is empty or no plain ASCII.
pub(super) fn write(file: &mut lopdf::Document, attachments: &[Attachment], created_at: i64) -> Result<(), PaperError> {
    if attachments.is_empty() {
        return Ok(());
    }
    let mut sorted: Vec<&Attachment> = attachments.iter().collect();
    sorted.sort_by_key(|attachment| attachment.file_name.as_str());
    let is_plain = |name: &str| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'/');
    let has_twins = sorted.windows(2).any(|pair| pair[0].file_name == pair[1].file_name);
    if has_twins || !sorted.iter().all(|attachment| is_plain(&attachment.file_name)) {
        return Err(PaperError::AttachmentName);
    }
    let (mut associated, mut names) = (Vec::new(), Vec::new());
    for attachment in sorted {
        let specification = Object::from(write_one(file, attachment, created_at)?);
        associated.push(specification.clone());
        names.extend([Object::string_literal(attachment.file_name.as_str()), specification]);
    }
    let catalogue = file.catalog_mut().map_err(|_| PaperError::Assembly { stage: "the catalogue" })?;
    catalogue.set("AF", associated);
    catalogue.set("Names", dictionary! { "EmbeddedFiles" => dictionary! { "Names" => names } });
    Ok(())
}

fn write_one(
    file: &mut lopdf::Document,
    attachment: &Attachment,
    created_at: i64,
) -> Result<lopdf::ObjectId, PaperError> {
    let size = i64::try_from(attachment.bytes.len()).map_err(|_| PaperError::Assembly { stage: "an attachment" })?;
    let day = date(created_at).ok_or(PaperError::CreatedAt { created_at })?;
    let embedded = dictionary! {
        "Type" => "EmbeddedFile",
        "Subtype" => Object::Name(attachment.media_type.clone().into_bytes()),
        "Params" => dictionary! { "Size" => size, "ModDate" => day },
    };
    let embedded = file.add_object(Stream::new(embedded, attachment.bytes.clone()));
    Ok(file.add_object(dictionary! {
        "Type" => "Filespec",
        "F" => Object::string_literal(attachment.file_name.as_str()),
        "UF" => Object::string_literal(attachment.file_name.as_str()),
        "Desc" => text(&attachment.description),
        "AFRelationship" => "Data",
        "EF" => dictionary! { "F" => embedded, "UF" => embedded },
    }))
}
