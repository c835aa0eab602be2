//! The record of one visit on paper: where, how deep, with what, and how the skin answered.
//!
//! The zones come first as a table, because depth by zone is what a colleague or a court looks for; what went on the
//! skin follows in its order with lots; free notes last. A part nobody recorded is not there at all.

use chrono::{NaiveDate, NaiveDateTime};
use paper::{Block, Document, Drawing, RichText, SignatureBox, Span};

use super::{Frame, LetterError, cell, head_cell, paragraph, section, written_section};

/// One visit.
#[derive(Debug, Clone)]
pub struct TreatmentRecord<'a> {
    /// `A-000131`.
    pub visit_number: &'a str,
    /// Local day of the visit.
    pub on: NaiveDate,
    /// Which session of how many; none for a single visit.
    pub session: Option<(u32, u32)>,
    /// Local times it began and finished.
    pub times: (NaiveDateTime, NaiveDateTime),
    /// Who treated, and as what.
    pub practitioner: (&'a str, &'a str),
    /// Whether there was a treatment at all; a visit may end without one.
    pub is_treated: bool,
    /// Device, tip and needles with their lot; empty when none was used.
    pub device: &'a str,
    /// The zones in the order they were treated.
    pub zones: &'a [TreatedZone<'a>],
    /// The map of the zones with the words for what it shows; none when nothing was charted.
    pub map: Option<(Drawing, &'a str)>,
    /// What went on the skin, in order.
    pub layers: &'a [Layer<'a>],
    /// How the plasma was made; empty without plasma.
    pub plasma: &'a str,
    /// How the peel went; empty without one.
    pub peel: &'a str,
    /// How the skin reacted.
    pub reactions: &'a str,
    /// What was noted.
    pub note: &'a str,
    /// The number of the aftercare sheet; empty when none was given.
    pub aftercare_number: &'a str,
    /// Who signed the record, in order; may be empty.
    pub signatures: Vec<SignatureBox>,
}

/// One zone.
#[derive(Debug, Clone, Copy)]
pub struct TreatedZone<'a> {
    /// Its name with its side.
    pub name: &'a str,
    /// The deepest setting, in micrometres; none where no needle went.
    pub depth_um: Option<u32>,
    /// How often the device went over it.
    pub passes: &'a str,
    /// What was seen when it was stopped.
    pub endpoint: &'a str,
}

/// One thing that went on the skin.
#[derive(Debug, Clone, Copy)]
pub struct Layer<'a> {
    /// What it was.
    pub product: &'a str,
    /// Its lot; may be empty.
    pub lot: &'a str,
    /// When it expires; none if it says nothing.
    pub expires_on: Option<NaiveDate>,
    /// How much, with its unit.
    pub amount: &'a str,
}

/// Lays the record out.
///
/// # Errors
/// [`LetterError`] when a text is missing.
pub fn treatment_record_document(frame: &Frame<'_>, record: &TreatmentRecord<'_>) -> Result<Document, LetterError> {
    let title = frame.words()?.say("tr_title")?;
    let mut blocks = vec![Block::Title(title.to_owned())];
    blocks.extend(record_blocks(frame, record)?);
    frame.document(title, "tr_kind", blocks)
}

/// Everything of a record but its title.
pub(super) fn record_blocks(frame: &Frame<'_>, record: &TreatmentRecord<'_>) -> Result<Vec<Block>, LetterError> {
    let words = frame.words()?;
    let mut blocks = vec![when_and_who(frame, record)?];
    if !record.zones.is_empty() {
        blocks.push(section(words.say("tr_zones")?));
        blocks.push(zones(frame, record)?);
    }
    if let Some((drawing, zones)) = &record.map {
        let alt = words.fill("tr_map_alt", &[("zones", zones)])?;
        blocks.push(section(words.say("tr_map")?));
        blocks.push(Block::Figure { drawing: drawing.clone(), alt, caption: String::new() });
    }
    if !record.layers.is_empty() {
        blocks.push(section(words.say("tr_layers")?));
        blocks.push(layers(frame, record)?);
    }
    for (heading, text) in [
        ("tr_prp", record.plasma),
        ("tr_peel", record.peel),
        ("tr_reactions", record.reactions),
        ("tr_note", record.note),
    ] {
        blocks.extend(written_section(words.say(heading)?, text));
    }
    if !record.aftercare_number.is_empty() {
        blocks.push(paragraph(words.fill("tr_aftercare", &[("number", record.aftercare_number)])?));
    }
    blocks.push(Block::Signatures(record.signatures.clone()));
    Ok(blocks)
}

fn when_and_who(frame: &Frame<'_>, record: &TreatmentRecord<'_>) -> Result<Block, LetterError> {
    let words = frame.words()?;
    let day = words.day(record.on)?;
    let visit = match record.session {
        Some((session, sessions)) => {
            let (session, sessions) = (session.to_string(), sessions.to_string());
            let values =
                [("number", record.visit_number), ("day", &day), ("session", &session), ("sessions", &sessions)];
            words.fill("tr_visit", &values)?
        }
        None => words.fill("tr_visit_single", &[("number", record.visit_number), ("day", &day)])?,
    };
    let (begun, finished) = record.times;
    let (begun, finished) = (begun.format("%H:%M").to_string(), finished.format("%H:%M").to_string());
    let (name, role) = record.practitioner;
    let by = if record.is_treated { "tr_by" } else { "tr_seen_by" };
    let mut lines = vec![
        Span::words(visit).bold(),
        Span::words(format!("\n{}", words.fill("tr_times", &[("begun", &begun), ("finished", &finished)])?)),
        Span::words(format!("\n{}", words.fill(by, &[("name", name), ("role", role)])?)),
    ];
    if !record.device.is_empty() {
        lines.push(Span::words(format!("\n{}", words.fill("tr_device", &[("device", record.device)])?)));
    }
    Ok(Block::Paragraph(RichText(lines)))
}

fn zones(frame: &Frame<'_>, record: &TreatmentRecord<'_>) -> Result<Block, LetterError> {
    let words = frame.words()?;
    let rows = record.zones.iter().map(|zone| {
        let depth = zone.depth_um.map(|depth_um| words.depth(depth_um)).unwrap_or_default();
        vec![head_cell(zone.name), cell(&depth), cell(zone.passes), cell(zone.endpoint)]
    });
    let head = ["tr_zone", "tr_depth", "tr_passes", "tr_endpoint"].map(|id| words.say(id).map(str::to_owned));
    Ok(Block::Table {
        head: head.into_iter().collect::<Result<_, _>>()?,
        rows: rows.collect(),
        widths: vec![330, 140, 130, 400],
    })
}

fn layers(frame: &Frame<'_>, record: &TreatmentRecord<'_>) -> Result<Block, LetterError> {
    let words = frame.words()?;
    let rows = record.layers.iter().map(|layer| {
        let expiry = layer.expires_on.map(|on| words.short_day(on)).transpose()?.unwrap_or_default();
        Ok::<_, LetterError>(vec![head_cell(layer.product), cell(layer.lot), cell(&expiry), cell(layer.amount)])
    });
    let head = ["tr_product", "tr_lot", "tr_expiry", "tr_amount"].map(|id| words.say(id).map(str::to_owned));
    Ok(Block::Table {
        head: head.into_iter().collect::<Result<_, _>>()?,
        rows: rows.collect::<Result<_, _>>()?,
        widths: vec![430, 190, 220, 160],
    })
}
