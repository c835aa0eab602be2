//! Lines of glyphs as operations, such that what is copied out of the file is what was put in.
//!
//! A PDF maps each glyph to one text. The first use of a glyph decides its text; wherever the glyphs of a cluster would
//! then not spell what they draw, the cluster says it itself (`ActualText`).

use std::collections::BTreeMap;

use printpdf::{Codepoint, DictItem, FontId, Op, PdfFontHandle, Pt, TextItem, TextMatrix};
use skrifa::MetadataProvider as _;
use skrifa::instance::{LocationRef, Size};

use super::canvas::{fill_colour, utf16};
use super::ligatures::{mean_the_same, presentation_form};
use crate::PaperError;
use crate::typesetting::{Cluster, FaceId, GlyphRun, PlacedGlyph, TextLine};

/// Which glyphs of which face are used, and what each says.
#[derive(Default)]
pub(crate) struct UnicodeTables {
    said: BTreeMap<FaceId, BTreeMap<u16, String>>,
    advances: BTreeMap<(FaceId, u16), i32>,
}

/// Said by a glyph that only completes its neighbour. Never empty: readers take an empty text for a missing one.
const SAYS_NOTHING: &str = "\u{200b}";

impl UnicodeTables {
    /// The faces that are used, each with its glyphs and what they say.
    pub(crate) fn faces(&self) -> impl Iterator<Item = (FaceId, &BTreeMap<u16, String>)> {
        self.said.iter().map(|(face, glyphs)| (*face, glyphs))
    }

    /// Appends the operations that draw a line whose baseline begins at (`x`, `baseline`), measured from the lower left
    /// corner of the sheet.
    pub(crate) fn draw_line(
        &mut self,
        operations: &mut Vec<Op>,
        line: &TextLine,
        x: f32,
        baseline: f32,
    ) -> Result<(), PaperError> {
        if line.runs.is_empty() {
            return Ok(());
        }
        operations.push(Op::StartTextSection);
        for run in &line.runs {
            self.draw_run(operations, run, x, baseline)?;
        }
        operations.push(Op::EndTextSection);
        Ok(())
    }

    fn draw_run(&mut self, operations: &mut Vec<Op>, run: &GlyphRun, x: f32, baseline: f32) -> Result<(), PaperError> {
        operations.push(fill_colour(run.colour));
        let font = PdfFontHandle::External(font_id(run.face));
        operations.push(Op::SetFont { font, size: Pt(run.size) });
        let mut pen = Pen { operations, size: run.size, showing: None };
        for cluster in &run.clusters {
            let spells_itself = self.learn(run, cluster)?;
            if !spells_itself {
                pen.flush();
                pen.operations.push(actual_text(&cluster.text));
            }
            for glyph in &cluster.glyphs {
                let said = self.said.get(&run.face).and_then(|glyphs| glyphs.get(&glyph.id)).cloned();
                let advance = self.advance(run.face, glyph.id)?;
                pen.show(glyph, said, advance, x, baseline);
            }
            if !spells_itself {
                pen.flush();
                pen.operations.push(Op::EndMarkedContent);
            }
        }
        pen.flush();
        Ok(())
    }

    /// Takes note of what the glyphs of a cluster say. Returns whether they spell its text.
    fn learn(&mut self, run: &GlyphRun, cluster: &Cluster) -> Result<bool, PaperError> {
        let wanted = wanted_texts(run, cluster)?;
        let said = self.said.entry(run.face).or_default();
        let mut parts: Vec<&str> = Vec::with_capacity(wanted.len());
        for (glyph, text) in cluster.glyphs.iter().zip(wanted) {
            said.entry(glyph.id).or_insert(text);
        }
        for glyph in &cluster.glyphs {
            parts.push(said.get(&glyph.id).map_or(SAYS_NOTHING, String::as_str));
        }
        if run.is_rtl {
            parts.reverse();
        }
        let said = parts.concat();
        // Several letters in one presentation form are said right; said one by one they would be turned about.
        Ok(said == cluster.text || (run.is_rtl && parts.len() == 1 && mean_the_same(&said, &cluster.text)))
    }

    /// A glyph's width in 1/1000 of the size, cut to a whole number exactly as the file's table of widths has it, so that
    /// the kerning is right for the reader's arithmetic.
    fn advance(&mut self, face: FaceId, glyph: u16) -> Result<i32, PaperError> {
        if let Some(advance) = self.advances.get(&(face, glyph)) {
            return Ok(*advance);
        }
        let font = face.face().open()?;
        let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
        let units_per_em = f32::from(font.metrics(Size::unscaled(), LocationRef::default()).units_per_em);
        let units = metrics.advance_width(skrifa::GlyphId::from(glyph)).unwrap_or_default();
        let advance = thousandths((units * 1000.0 / units_per_em).trunc());
        self.advances.insert((face, glyph), advance);
        Ok(advance)
    }
}

/// The name a face has in the files made here.
pub(crate) fn font_id(face: FaceId) -> FontId {
    FontId(face.face().subset_tag.to_owned())
}

/// What each glyph of a cluster should say so that together they say its text.
fn wanted_texts(run: &GlyphRun, cluster: &Cluster) -> Result<Vec<String>, PaperError> {
    if cluster.glyphs.len() == 1 {
        let form = if run.is_rtl { presentation_form(&cluster.text) } else { None };
        return Ok(vec![form.map_or_else(|| cluster.text.clone(), String::from)]);
    }
    let font = run.face.face().open()?;
    let charmap = font.charmap();
    let mut left: Vec<char> = cluster.text.chars().collect();
    let mut wanted: Vec<Option<String>> = Vec::with_capacity(cluster.glyphs.len());
    for glyph in &cluster.glyphs {
        let draws = |character: &char| charmap.map(*character).is_some_and(|id| id.to_u32() == u32::from(glyph.id));
        wanted.push(left.iter().position(draws).map(|index| left.remove(index).to_string()));
    }
    Ok(wanted
        .into_iter()
        .map(|text| match text {
            Some(text) => text,
            None if left.is_empty() => SAYS_NOTHING.to_owned(),
            None => left.drain(..).collect(),
        })
        .collect())
}

fn actual_text(text: &str) -> Op {
    let said = DictItem::String { data: utf16(text), literal: false };
    let properties = DictItem::Dict { map: BTreeMap::from([("ActualText".to_owned(), said)]) };
    Op::BeginMarkedContentWithProperties { tag: "Span".to_owned(), properties }
}

/// Collects glyphs on one baseline into one operation.
struct Pen<'a> {
    operations: &'a mut Vec<Op>,
    size: f32,
    showing: Option<Showing>,
}

/// Glyphs that follow each other, and where the reader's pen stands after them.
struct Showing {
    x: f32,
    y: f32,
    /// From `x`, in 1/1000 of the size.
    pen: i32,
    glyphs: Vec<Codepoint>,
}

impl Pen<'_> {
    fn show(&mut self, glyph: &PlacedGlyph, said: Option<String>, advance: i32, x: f32, baseline: f32) {
        let (x, y) = (x + glyph.x, baseline - glyph.drop);
        if self.showing.as_ref().is_some_and(|showing| (showing.y - y).abs() > 0.01) {
            self.flush();
        }
        let code = Codepoint { gid: glyph.id, offset: 0.0, cid: said };
        let Some(showing) = &mut self.showing else {
            self.showing = Some(Showing { x, y, pen: advance, glyphs: vec![code] });
            return;
        };
        let wanted = thousandths(((x - showing.x) * 1000.0 / self.size).round());
        let kern = showing.pen - wanted;
        // A thousandth more or less is rounding, and writing it down would double the file.
        if let Some(last) = showing.glyphs.last_mut().filter(|_| kern.abs() > 1) {
            last.offset = thousandths_as_offset(kern);
            showing.pen = wanted;
        }
        showing.glyphs.push(code);
        showing.pen += advance;
    }

    fn flush(&mut self) {
        if let Some(showing) = self.showing.take() {
            let matrix = TextMatrix::Raw([1.0, 0.0, 0.0, 1.0, rounded(showing.x), rounded(showing.y)]);
            self.operations.push(Op::SetTextMatrix { matrix });
            self.operations.push(Op::ShowText { items: vec![TextItem::GlyphIds(showing.glyphs)] });
        }
    }
}

/// To a thousandth of a point, which no printer resolves.
fn rounded(value: f32) -> f32 {
    (value * 1000.0).round() / 1000.0
}

#[expect(clippy::cast_possible_truncation, reason = "a width on a page; the cast saturates")]
fn thousandths(value: f32) -> i32 {
    value as i32
}

#[expect(clippy::cast_precision_loss, reason = "a kern is far below what single precision holds exactly")]
fn thousandths_as_offset(value: i32) -> f32 {
    value as f32
}
