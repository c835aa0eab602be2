//! One page's operations, each inside the mark of the tag it belongs to.
//!
//! Everything outside a tag is marked as decoration: PDF/UA knows nothing in between. Places here are from the upper
//! left corner of the sheet; the page itself counts from the lower left.

use std::collections::BTreeMap;

use kurbo::{BezPath, PathEl};
use printpdf::{Color, DictItem, Op, Rgb};

use super::code::{CODE_SIZE, Code};
use super::glyphs::UnicodeTables;
use crate::PaperError;
use crate::composing::{Mark, PhotoId, Picture, points};
use crate::document::{Colour, Line};
use crate::tags::{Child, TagId, TagTree};
use crate::typesetting::TextLine;

/// A circle of four curves: how far their handles reach, as a share of the radius.
const CIRCLE_HANDLE: f32 = 0.552_284_8;

/// What a stretch of operations is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// Content of a tag.
    Tagged(TagId),
    /// Decoration: rules, grounds, repeated heads.
    Decoration,
    /// The masthead of a page.
    Header,
    /// The footer of a page.
    Footer,
}

/// A page being drawn.
pub(crate) struct Canvas<'a> {
    operations: Vec<Op>,
    tags: &'a mut TagTree,
    texts: &'a mut UnicodeTables,
    page: usize,
    sheet_height: f32,
    next_mark: i64,
    open: Option<Meaning>,
}

impl<'a> Canvas<'a> {
    pub(crate) fn new(tags: &'a mut TagTree, texts: &'a mut UnicodeTables, page: usize, sheet_height: f32) -> Self {
        Self { operations: Vec::new(), tags, texts, page, sheet_height, next_mark: 0, open: None }
    }

    /// The finished page.
    pub(crate) fn finish(mut self) -> Vec<Op> {
        self.close();
        self.operations
    }

    pub(crate) fn text(&mut self, meaning: Meaning, line: &TextLine, x: f32, top: f32) -> Result<(), PaperError> {
        self.open(meaning);
        let baseline = self.sheet_height - top - line.baseline;
        self.texts.draw_line(&mut self.operations, line, x, baseline)
    }

    pub(crate) fn rule(&mut self, meaning: Meaning, from: (f32, f32), to: (f32, f32), line: Line) {
        self.open(meaning);
        self.stroke_style(line);
        self.write("m", &[from.0, self.sheet_height - from.1]);
        self.write("l", &[to.0, self.sheet_height - to.1]);
        self.write("S", &[]);
    }

    pub(crate) fn ground(&mut self, x: f32, top: f32, width: f32, height: f32, colour: Colour) {
        self.open(Meaning::Decoration);
        self.operations.push(fill_colour(colour));
        self.write("re", &[x, self.sheet_height - top - height, width, height]);
        self.write("f", &[]);
    }

    pub(crate) fn frame(&mut self, x: f32, top: f32, width: f32, height: f32, line: Line) {
        self.open(Meaning::Decoration);
        self.stroke_style(line);
        self.write("re", &[x, self.sheet_height - top - height, width, height]);
        self.write("S", &[]);
    }

    pub(crate) fn dot(&mut self, x: f32, middle: f32, radius: f32, colour: Colour) {
        self.open(Meaning::Decoration);
        self.operations.push(fill_colour(colour));
        let (y, handle) = (self.sheet_height - middle, radius * CIRCLE_HANDLE);
        self.write("m", &[x + radius, y]);
        for (from, to) in
            [((1.0, 0.0), (0.0, 1.0)), ((0.0, 1.0), (-1.0, 0.0)), ((-1.0, 0.0), (0.0, -1.0)), ((0.0, -1.0), (1.0, 0.0))]
        {
            self.write(
                "c",
                &[
                    x + from.0 * radius + to.0 * handle,
                    y + from.1 * radius + to.1 * handle,
                    x + to.0 * radius + from.0 * handle,
                    y + to.1 * radius + from.1 * handle,
                    x + to.0 * radius,
                    y + to.1 * radius,
                ],
            );
        }
        self.write("f", &[]);
    }

    /// Draws the code of a page, its upper left corner at `x` and `top`. One area: nothing shines through between rows.
    pub(crate) fn code(&mut self, meaning: Meaning, code: &Code, x: f32, top: f32) {
        self.open(meaning);
        self.operations.push(Op::SaveGraphicsState);
        self.operations.push(fill_colour(Colour::default()));
        // From here on one square is one unit and y grows downwards.
        let square = CODE_SIZE / f32::from(code.n);
        self.operations.push(Op::Unknown {
            key: "cm".to_owned(),
            value: [square, 0.0, 0.0, -square, x, self.sheet_height - top].map(DictItem::Real).to_vec(),
        });
        for run in &code.runs {
            let value = [run.x, run.y, run.n, 1].map(|number| DictItem::Int(i64::from(number))).to_vec();
            self.operations.push(Op::Unknown { key: "re".to_owned(), value });
        }
        self.write("f", &[]);
        self.operations.push(Op::RestoreGraphicsState);
    }

    /// Draws a photograph into a box: left, top, width, height.
    pub(crate) fn photo(&mut self, tag: TagId, photo: PhotoId, [x, top, width, height]: [f32; 4]) {
        self.open(Meaning::Tagged(tag));
        let bottom = self.sheet_height - top - height;
        self.tags.get_mut(tag).bounds = Some([x, bottom, x + width, bottom + height]);
        self.operations.push(Op::SaveGraphicsState);
        self.write("cm", &[width, 0.0, 0.0, height, x, bottom]);
        let name = DictItem::Name(photo_name(photo).into_bytes());
        self.operations.push(Op::Unknown { key: "Do".to_owned(), value: vec![name] });
        self.operations.push(Op::RestoreGraphicsState);
    }

    pub(crate) fn picture(&mut self, tag: TagId, picture: &Picture, x: f32, top: f32) -> Result<(), PaperError> {
        self.open(Meaning::Tagged(tag));
        let bottom = self.sheet_height - top - picture.height;
        self.tags.get_mut(tag).bounds = Some([x, bottom, x + picture.width, bottom + picture.height]);
        self.operations.push(Op::SaveGraphicsState);
        // Whatever a drawing holds, it stays in its own frame.
        self.write("re", &[x, bottom, picture.width, picture.height]);
        self.write("W", &[]);
        self.write("n", &[]);
        self.write("J", &[1.0]);
        self.write("j", &[1.0]);
        self.marks(&picture.marks, x, top)?;
        self.operations.push(Op::RestoreGraphicsState);
        Ok(())
    }

    fn marks(&mut self, marks: &[Mark], x: f32, top: f32) -> Result<(), PaperError> {
        for mark in marks {
            match mark {
                Mark::Area { path, fill, line } => self.area(path, *fill, *line, x, top),
                Mark::Label { x: label_x, baseline, line } => {
                    let baseline = self.sheet_height - top - baseline;
                    self.texts.draw_line(&mut self.operations, line, x + label_x, baseline)?;
                }
                Mark::Clipped { to, marks } => {
                    self.operations.push(Op::SaveGraphicsState);
                    self.path(to, x, top);
                    self.write("W", &[]);
                    self.write("n", &[]);
                    self.marks(marks, x, top)?;
                    self.operations.push(Op::RestoreGraphicsState);
                }
            }
        }
        Ok(())
    }

    fn area(&mut self, path: &BezPath, fill: Option<Colour>, line: Option<Line>, x: f32, top: f32) {
        if let Some(colour) = fill {
            self.operations.push(fill_colour(colour));
        }
        if let Some(line) = line {
            self.stroke_style(line);
        }
        let paint = match (fill, line) {
            (Some(_), Some(_)) => "B",
            (Some(_), None) => "f",
            (None, Some(_)) => "S",
            (None, None) => return,
        };
        self.path(path, x, top);
        self.write(paint, &[]);
    }

    fn path(&mut self, path: &BezPath, x: f32, top: f32) {
        let height = self.sheet_height;
        let place = move |point: kurbo::Point| [x + points(point.x), height - top - points(point.y)];
        let mut last = kurbo::Point::ORIGIN;
        for element in path.elements() {
            match *element {
                PathEl::MoveTo(to) => self.write("m", &place(to)),
                PathEl::LineTo(to) => self.write("l", &place(to)),
                // PDF knows cubic curves only.
                PathEl::QuadTo(handle, to) => {
                    let [a, b] = [last, to].map(|end| end.lerp(handle, 2.0 / 3.0));
                    self.write("c", &[place(a), place(b), place(to)].concat());
                }
                PathEl::CurveTo(a, b, to) => self.write("c", &[place(a), place(b), place(to)].concat()),
                PathEl::ClosePath => self.write("h", &[]),
            }
            last = element.end_point().unwrap_or(last);
        }
    }

    fn stroke_style(&mut self, line: Line) {
        self.operations.push(Op::SetOutlineColor { col: colour_of(line.colour) });
        self.write("w", &[line.width_pt]);
    }

    /// Begins the mark of a meaning, unless it is the one that is open.
    fn open(&mut self, meaning: Meaning) {
        if self.open == Some(meaning) {
            return;
        }
        self.close();
        self.operations.push(match meaning {
            Meaning::Tagged(tag) => {
                let mark = self.next_mark;
                self.next_mark += 1;
                let tag = self.tags.get_mut(tag);
                tag.children.push(Child::Mark { page: self.page, mark });
                marked(tag.kind.name(), [("MCID", DictItem::Int(mark))])
            }
            Meaning::Decoration => Op::BeginMarkedContent { tag: "Artifact".to_owned() },
            Meaning::Header => pagination("Header"),
            Meaning::Footer => pagination("Footer"),
        });
        self.open = Some(meaning);
    }

    fn close(&mut self) {
        if self.open.take().is_some() {
            self.operations.push(Op::EndMarkedContent);
        }
    }

    /// An operator printpdf has no exact counterpart for, its numbers cut to a hundredth of a point.
    fn write(&mut self, operator: &str, numbers: &[f32]) {
        let value = numbers.iter().map(|number| DictItem::Real((number * 100.0).round() / 100.0)).collect();
        self.operations.push(Op::Unknown { key: operator.to_owned(), value });
    }
}

/// The name a photograph has in the files made here.
pub(crate) fn photo_name(photo: PhotoId) -> String {
    format!("NPPhoto{}", photo.0 + 1)
}

fn pagination(subtype: &str) -> Op {
    let name = |text: &str| DictItem::Name(text.as_bytes().to_vec());
    marked("Artifact", [("Type", name("Pagination")), ("Subtype", name(subtype))])
}

fn marked<const N: usize>(tag: &str, properties: [(&str, DictItem); N]) -> Op {
    let map: BTreeMap<String, DictItem> = properties.map(|(key, value)| (key.to_owned(), value)).into();
    Op::BeginMarkedContentWithProperties { tag: tag.to_owned(), properties: DictItem::Dict { map } }
}

/// Sets the colour of letters and grounds.
pub(super) fn fill_colour(colour: Colour) -> Op {
    Op::SetFillColor { col: colour_of(colour) }
}

fn colour_of(colour: Colour) -> Color {
    // Four digits are more than a screen tells apart, and keep the file short.
    let share = |value: u8| (f32::from(value) / 255.0 * 10_000.0).round() / 10_000.0;
    Color::Rgb(Rgb { r: share(colour.red), g: share(colour.green), b: share(colour.blue), icc_profile: None })
}

/// A text as PDF writes it outside of content: UTF-16 with its byte order mark.
pub(crate) fn utf16(text: &str) -> Vec<u8> {
    std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect()
}
