//! What the file says about itself: its title, language, day, and that it is PDF/A-2a (3a when files are attached) and
//! PDF/UA-1.

use chrono::{DateTime, Datelike, Utc};
use lopdf::{Object, Stream, dictionary};

use super::{colour_profile, text};
use crate::PaperError;
use crate::document::Document;
use crate::typesetting::{Direction, Typesetter, legible};

/// The facts the file states about itself.
#[derive(Debug)]
pub(crate) struct Metadata {
    title: String,
    language: String,
    direction: Direction,
    created_at: DateTime<Utc>,
}

impl Metadata {
    /// # Errors
    /// [`PaperError::NoTitle`] and [`PaperError::CreatedAt`].
    pub(crate) fn of(document: &Document, typesetter: &Typesetter) -> Result<Self, PaperError> {
        let title = legible(&document.title);
        if title.is_empty() {
            return Err(PaperError::NoTitle);
        }
        let created_at =
            instant(document.created_at).ok_or(PaperError::CreatedAt { created_at: document.created_at })?;
        Ok(Self { title, language: typesetter.language().to_owned(), direction: typesetter.direction(), created_at })
    }

    /// When the document was made, in seconds since 1970.
    pub(super) fn created_at(&self) -> i64 {
        self.created_at.timestamp()
    }
}

/// An instant of a year that can be written with four digits.
fn instant(seconds: i64) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp(seconds, 0).filter(|instant| (0..=9999).contains(&instant.year()))
}

/// An instant as PDF writes it down, or nothing for a year it cannot.
pub(crate) fn date(seconds: i64) -> Option<Object> {
    instant(seconds).map(pdf_date)
}

fn pdf_date(instant: DateTime<Utc>) -> Object {
    Object::string_literal(instant.format("D:%Y%m%d%H%M%SZ").to_string())
}

/// Writes the facts where readers, archives and checkers look for them.
pub(super) fn write(file: &mut lopdf::Document, metadata: &Metadata, has_attachments: bool) -> Result<(), PaperError> {
    let profile = Stream::new(dictionary! { "N" => 3 }, colour_profile::srgb());
    let profile = file.add_object(profile);
    let xmp = Stream::new(
        dictionary! { "Type" => "Metadata", "Subtype" => "XML" },
        xmp(metadata, has_attachments).into_bytes(),
    );
    let xmp = file.add_object(xmp.with_compression(false));
    let day = pdf_date(metadata.created_at);
    let info = file.add_object(dictionary! {
        "Title" => text(&metadata.title),
        "CreationDate" => day.clone(),
        "ModDate" => day,
    });
    file.trailer.set("Info", info);
    let mut preferences = dictionary! { "DisplayDocTitle" => true };
    match metadata.direction {
        Direction::LeftToRight => {}
        Direction::RightToLeft => preferences.set("Direction", "R2L"),
    }
    let catalogue = file.catalog_mut().map_err(|_| PaperError::Assembly { stage: "the catalogue" })?;
    catalogue.set("Lang", text(&metadata.language));
    catalogue.set("ViewerPreferences", preferences);
    catalogue.set("Metadata", xmp);
    let intent = dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => Object::string_literal("sRGB IEC61966-2.1"),
        "Info" => Object::string_literal("sRGB IEC61966-2.1"),
        "DestOutputProfile" => profile,
    };
    catalogue.set("OutputIntents", vec![Object::from(intent)]);
    Ok(())
}

/// The packet of metadata, with the description of the PDF/UA property that PDF/A asks for.
fn xmp(metadata: &Metadata, has_attachments: bool) -> String {
    include_str!("metadata.xmp")
        .replace("{part}", if has_attachments { "3" } else { "2" })
        .replace("{date}", &metadata.created_at.format("%Y-%m-%dT%H:%M:%SZ").to_string())
        .replace("{language}", &escaped(&metadata.language))
        .replace("{title}", &escaped(&metadata.title))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
