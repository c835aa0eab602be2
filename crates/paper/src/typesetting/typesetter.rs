//! Lays words out in lines with parley.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use parley::fontique::{Blob, Collection, CollectionOptions, SourceCache};
use parley::{
    AlignmentOptions, BaseDirection, FontContext, FontFamily, FontFamilyName, FontWeight, Language, Layout,
    LayoutContext, LineHeight, OverflowWrap, StyleProperty,
};

use super::faces::{families_of, is_drawable};
use super::legible::{LegibleSpan, draws_nothing, legible_spans};
use super::{Cluster, FaceId, FamilyId, GlyphRun, PlacedGlyph, TextLine};
use crate::PaperError;
use crate::document::{Colour, Print, RichText, Weight};

/// A heading is balanced and a paragraph's last word not left alone by trying narrower boxes in steps of this share.
const NARROWING_STEP: f32 = 0.02;
/// The narrowest box that is tried.
const NARROWEST: f32 = 0.78;

/// How a text looks.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TextStyle {
    pub(crate) size: f32,
    /// From baseline to baseline, in points.
    pub(crate) line_height: f32,
    pub(crate) colour: Colour,
    pub(crate) weight: Weight,
    pub(crate) alignment: Alignment,
    /// A last line shorter than this share of the width is made longer where narrower lines allow it.
    pub(crate) shortest_last_line: f32,
}

/// Where lines stand in their box. Text is never justified: ragged lines are easier to read and never tear open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Alignment {
    Start,
    Centre,
    End,
}

/// The direction in which the document's language is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Direction {
    LeftToRight,
    RightToLeft,
}

impl Direction {
    /// The direction of a language, by its tag.
    fn of(language: &Language) -> Self {
        let is_latin = language.script().is_some_and(|script| script == "Latn");
        match language.language() {
            "ar" | "ckb" | "dv" | "fa" | "he" | "ps" | "sd" | "ug" | "ur" | "yi" if !is_latin => Self::RightToLeft,
            _ => Self::LeftToRight,
        }
    }
}

/// Turns words into lines, with the fonts of the program and nothing else.
pub(crate) struct Typesetter {
    fonts: FontContext,
    layouts: LayoutContext<Colour>,
    /// The families that were needed so far, with the name each is asked for by.
    names: BTreeMap<FamilyId, String>,
    /// The blob each of their faces was registered under, to find the face of a run.
    blobs: BTreeMap<u64, FaceId>,
    language: Language,
    direction: Direction,
    print: Print,
}

impl Typesetter {
    /// A typesetter for one language and size of print.
    pub(crate) fn new(language: &str, print: Print) -> Result<Self, PaperError> {
        let language = Language::parse(language).map_err(|_| PaperError::Language)?;
        let collection = Collection::new(CollectionOptions { shared: false, system_fonts: false });
        Ok(Self {
            fonts: FontContext { collection, source_cache: SourceCache::default() },
            layouts: LayoutContext::new(),
            names: BTreeMap::new(),
            blobs: BTreeMap::new(),
            direction: Direction::of(&language),
            language,
            print,
        })
    }

    /// The names of the families a text needs, in the order in which its characters look for their glyphs.
    fn families(&mut self, text: &str) -> Result<Vec<FontFamilyName<'static>>, PaperError> {
        let needed = families_of(text, self.language.as_str())?;
        let mut names = Vec::with_capacity(needed.len());
        for family in needed {
            let name = match self.names.get(&family) {
                Some(name) => name.clone(),
                None => self.register(family)?,
            };
            names.push(FontFamilyName::Named(Cow::Owned(name)));
        }
        Ok(names)
    }

    fn register(&mut self, family: FamilyId) -> Result<String, PaperError> {
        let mut name = String::new();
        for id in family.faces() {
            let unusable = PaperError::Font { name: id.face().name };
            let blob = Blob::new(Arc::new(id.face().bytes()?));
            let registered = self.fonts.collection.register_fonts(blob.clone(), None);
            let (known, _) = registered.first().ok_or_else(|| unusable.clone())?;
            self.fonts.collection.family_name(*known).ok_or(unusable)?.clone_into(&mut name);
            self.blobs.insert(blob.id(), id);
        }
        self.names.insert(family, name.clone());
        Ok(name)
    }

    /// The language as its canonical tag.
    pub(crate) fn language(&self) -> &str {
        self.language.as_str()
    }

    /// How large the letters are.
    pub(crate) fn print(&self) -> Print {
        self.print
    }

    /// The direction of the page.
    pub(crate) fn direction(&self) -> Direction {
        self.direction
    }

    /// The lines of a text in a box of a given width, in the size of print that was asked for. No text gives no lines.
    ///
    /// # Errors
    /// [`PaperError::MissingGlyph`] for the first character no font has.
    pub(crate) fn lines(
        &mut self,
        text: &RichText,
        width: f32,
        style: &TextStyle,
    ) -> Result<Vec<TextLine>, PaperError> {
        let style = style.in_print(self.print);
        self.lines_as_styled(text, width, &style)
    }

    /// The lines of a text in the very size of its style, for labels that belong to a drawing.
    pub(crate) fn lines_as_styled(
        &mut self,
        text: &RichText,
        width: f32,
        style: &TextStyle,
    ) -> Result<Vec<TextLine>, PaperError> {
        if text.is_blank() {
            return Ok(Vec::new());
        }
        let spans = legible_spans(&text.0);
        let whole: String = spans.iter().map(|span| span.text.as_str()).collect();
        let families = self.families(&whole)?;
        let mut layout = self.layout(&spans, &whole, &families, style);
        let broken_at = break_lines(&mut layout, width, style);
        layout.align(
            match style.alignment {
                Alignment::Start => parley::Alignment::Start,
                Alignment::Centre => parley::Alignment::Center,
                Alignment::End => parley::Alignment::End,
            },
            AlignmentOptions::default(),
        );
        // Lines broken at a narrower width still start at the far edge of their box when they run right to left.
        let shift = if layout.is_rtl() { width - broken_at } else { 0.0 };
        layout.lines().map(|line| self.line(&line, &whole, shift)).collect()
    }

    /// How wide a text is on one line.
    pub(crate) fn width(&mut self, text: &RichText, style: &TextStyle) -> Result<f32, PaperError> {
        let lines = self.lines(text, f32::MAX, style)?;
        Ok(lines.iter().map(|line| line.width).fold(0.0, f32::max))
    }

    fn layout(
        &mut self,
        spans: &[LegibleSpan],
        whole: &str,
        families: &[FontFamilyName<'static>],
        style: &TextStyle,
    ) -> Layout<Colour> {
        let mut builder = self.layouts.ranged_builder(&mut self.fonts, whole, 1.0, false);
        builder.set_base_direction(match self.direction {
            // A note typed in Arabic reads from the right even on an English sheet.
            Direction::LeftToRight => BaseDirection::Auto,
            Direction::RightToLeft => BaseDirection::Rtl,
        });
        builder.push_default(StyleProperty::FontFamily(FontFamily::List(Cow::Borrowed(families))));
        builder.push_default(StyleProperty::FontSize(style.size));
        builder.push_default(StyleProperty::LineHeight(LineHeight::Absolute(style.line_height)));
        builder.push_default(StyleProperty::Brush(style.colour));
        builder.push_default(StyleProperty::Locale(Some(self.language)));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        builder.push_default(StyleProperty::FontWeight(font_weight(style.weight)));
        let mut start = 0;
        for span in spans {
            let end = start + span.text.len();
            match span.weight {
                Weight::Regular => {}
                Weight::Bold => builder.push(StyleProperty::FontWeight(FontWeight::BOLD), start..end),
            }
            start = end;
        }
        builder.build(whole)
    }

    fn line(&self, line: &parley::layout::Line<'_, Colour>, whole: &str, shift: f32) -> Result<TextLine, PaperError> {
        let metrics = line.metrics();
        let mut pen = metrics.offset + metrics.inline_min_coord + shift;
        let mut runs: Vec<GlyphRun> = Vec::new();
        for run in line.runs() {
            let face = self.face_of(run.font().data.id())?;
            for (cluster, colour) in clusters(&run, whole, &mut pen)? {
                let continues = runs.last().is_some_and(|last| {
                    last.face == face
                        && last.size == run.font_size()
                        && last.colour == colour
                        && last.is_rtl == run.is_rtl()
                });
                if !continues {
                    let (size, is_rtl) = (run.font_size(), run.is_rtl());
                    runs.push(GlyphRun { face, size, colour, is_rtl, clusters: Vec::new() });
                }
                if let Some(last) = runs.last_mut() {
                    last.clusters.push(cluster);
                }
            }
        }
        // An empty text makes parley give a line whose range lies outside it.
        let text = whole.get(line.text_range()).unwrap_or_default();
        Ok(TextLine {
            runs,
            height: metrics.line_height,
            baseline: metrics.baseline - metrics.block_min_coord,
            width: metrics.advance - metrics.hanging_advance,
            text: spoken(text),
        })
    }

    fn face_of(&self, blob: u64) -> Result<FaceId, PaperError> {
        self.blobs.get(&blob).copied().ok_or(PaperError::Assembly { stage: "a font that is not ours" })
    }
}

fn font_weight(weight: Weight) -> FontWeight {
    match weight {
        Weight::Regular => FontWeight::NORMAL,
        Weight::Bold => FontWeight::BOLD,
    }
}

/// Breaks lines at the width, or a little before it when that saves the last line from standing nearly empty. Returns
/// the width that was used.
fn break_lines(layout: &mut Layout<Colour>, width: f32, style: &TextStyle) -> f32 {
    layout.break_all_lines(Some(width));
    let n_lines = layout.len();
    let may_narrow = n_lines > 1 && style.alignment == Alignment::Start && style.shortest_last_line > 0.0;
    if !may_narrow {
        return width;
    }
    let last_line = |layout: &Layout<Colour>| {
        layout.get(n_lines - 1).map_or(width, |line| line.metrics().advance - line.metrics().hanging_advance)
    };
    let mut share = 1.0;
    while last_line(layout) < width * style.shortest_last_line && share - NARROWING_STEP > NARROWEST {
        layout.break_all_lines(Some(width * (share - NARROWING_STEP)));
        if layout.len() != n_lines {
            layout.break_all_lines(Some(width * share));
            break;
        }
        share -= NARROWING_STEP;
    }
    width * share
}

/// The clusters of a run from left to right, with their glyphs placed. The pen moves past them.
fn clusters(
    run: &parley::layout::Run<'_, Colour>,
    whole: &str,
    pen: &mut f32,
) -> Result<Vec<(Cluster, Colour)>, PaperError> {
    struct Shaped {
        range: std::ops::Range<usize>,
        glyphs: Vec<parley::layout::Glyph>,
        colour: Colour,
    }
    let mut shaped: Vec<Shaped> = Vec::new();
    for cluster in run.clusters() {
        let range = cluster.text_range();
        match shaped.last_mut() {
            Some(ligature) if cluster.is_ligature_continuation() => ligature.range.end = range.end,
            Some(_) | None => {
                let colour = cluster.style().brush;
                shaped.push(Shaped { range, glyphs: cluster.glyphs().collect(), colour });
            }
        }
    }
    if run.is_rtl() {
        shaped.reverse();
    }
    let mut placed = Vec::with_capacity(shaped.len());
    for Shaped { range, glyphs, colour } in shaped {
        let text = whole.get(range).unwrap_or_default();
        refuse_missing_glyphs(text, &glyphs, whole)?;
        let mut cluster = Cluster { text: copied(text, run.is_rtl()), glyphs: Vec::with_capacity(glyphs.len()) };
        for glyph in glyphs {
            let id = u16::try_from(glyph.id).map_err(|_| PaperError::Assembly { stage: "a glyph number" })?;
            cluster.glyphs.push(PlacedGlyph { id, x: *pen + glyph.x, drop: glyph.y });
            *pen += glyph.advance;
        }
        if !cluster.glyphs.is_empty() && !cluster.text.chars().all(draws_nothing) {
            placed.push((cluster, colour));
        }
    }
    Ok(placed)
}

/// Glyph 0 is the empty box: a document with one is never written. The character that is named is the first of the whole
/// text that no face has, in reading order.
fn refuse_missing_glyphs(text: &str, glyphs: &[parley::layout::Glyph], whole: &str) -> Result<(), PaperError> {
    let has_ink = |character: &char| !draws_nothing(*character);
    if glyphs.iter().all(|glyph| glyph.id != 0) || !text.chars().any(|character| has_ink(&character)) {
        return Ok(());
    }
    let unknown = whole.chars().filter(has_ink).find(|character| !is_drawable(*character));
    match unknown.or_else(|| text.chars().find(has_ink)) {
        Some(character) => Err(PaperError::MissingGlyph { character }),
        None => Ok(()),
    }
}

/// What the glyphs of a cluster say. A reader that turns a right-to-left run about would put a joiner on the wrong side
/// of its letter, so there the tag of the paragraph alone has it.
fn copied(text: &str, is_rtl: bool) -> String {
    let text = spoken(text);
    if is_rtl { text.replace(['\u{200c}', '\u{200d}'], "") } else { text }
}

/// What a reader gets when they copy a text out: no marks that draw nothing, no no-break spaces.
fn spoken(text: &str) -> String {
    text.chars()
        .filter(|character| !draws_nothing(*character) || matches!(character, '\u{200c}' | '\u{200d}'))
        .map(|character| if character == '\u{a0}' { ' ' } else { character })
        .collect()
}
