//! Drawings and signatures, turned into paths of a known size.

use kurbo::{Affine, BezPath};

use super::hatch::hatch;
use crate::PaperError;
use crate::document::{Anchor, Colour, Drawing, Line, Shape, Stroke};
use crate::typesetting::TextLine;

/// A drawing in points, its upper left corner at 0, y growing downwards.
#[derive(Debug, Clone)]
pub(crate) struct Picture {
    pub(crate) width: f32,
    pub(crate) height: f32,
    pub(crate) marks: Vec<Mark>,
}

/// One thing in a picture.
#[derive(Debug, Clone)]
pub(crate) enum Mark {
    Area { path: BezPath, fill: Option<Colour>, line: Option<Line> },
    Label { x: f32, baseline: f32, line: TextLine },
    Clipped { to: BezPath, marks: Vec<Mark> },
}

/// A label that still has to be set: its words, size and colour are the typesetter's business.
pub(crate) type SetLabel<'a> = dyn FnMut(&str, f32) -> Result<Option<TextLine>, PaperError> + 'a;

/// Scales a drawing to the paper.
///
/// # Errors
/// [`PaperError::Extent`] when its sizes cannot be drawn, and whatever setting its labels gives.
pub(crate) fn picture_of(
    drawing: &Drawing,
    widest: f32,
    tallest: f32,
    set_label: &mut SetLabel<'_>,
) -> Result<Picture, PaperError> {
    let view = drawing.view;
    let sizes = [view.width, view.height, drawing.width_mm];
    let places = [view.min_x, view.min_y];
    if sizes.iter().any(|size| !size.is_finite() || *size <= 0.0) || places.iter().any(|place| !place.is_finite()) {
        return Err(PaperError::Extent);
    }
    let wanted = drawing.width_mm * crate::theme::POINTS_PER_MM;
    let scale = (wanted.min(widest) / view.width).min(tallest / view.height);
    let (width, height) = (view.width * scale, view.height * scale);
    if !(width.is_finite() && height.is_finite() && width > 0.0 && height > 0.0) {
        return Err(PaperError::Extent);
    }
    let to_paper =
        Affine::scale(f64::from(scale)) * Affine::translate((-f64::from(view.min_x), -f64::from(view.min_y)));
    let mut label_inside = |label: &Label<'_>| inside(label, width, height, set_label);
    Ok(Picture { width, height, marks: marks_of(&drawing.shapes, to_paper, &mut label_inside)? })
}

/// A label and where its drawing wants it, in points.
struct Label<'a> {
    text: &'a str,
    size: f32,
    x: f32,
    baseline: f32,
    anchor: Anchor,
}

/// Sets a label such that it stays inside its picture: smaller when it is too long, shifted when it would stand out.
fn inside(
    label: &Label<'_>,
    width: f32,
    height: f32,
    set_label: &mut SetLabel<'_>,
) -> Result<Option<Mark>, PaperError> {
    let Some(mut line) = set_label(label.text, label.size)? else { return Ok(None) };
    let fits = (width / line.width).min(height / line.height);
    if fits < 1.0 {
        let Some(smaller) = set_label(label.text, label.size * fits)? else { return Ok(None) };
        line = smaller;
    }
    let shift = match label.anchor {
        Anchor::Left => 0.0,
        Anchor::Middle => line.width / 2.0,
        Anchor::Right => line.width,
    };
    let x = (label.x - shift).min(width - line.width).max(0.0);
    let baseline = label.baseline.min(height - (line.height - line.baseline)).max(line.baseline);
    Ok(Some(Mark::Label { x, baseline, line }))
}

/// Sets a label inside its picture.
type SetInside<'a> = dyn FnMut(&Label<'_>) -> Result<Option<Mark>, PaperError> + 'a;

fn marks_of(shapes: &[Shape], to_paper: Affine, set_label: &mut SetInside<'_>) -> Result<Vec<Mark>, PaperError> {
    let mut marks = Vec::with_capacity(shapes.len());
    for shape in shapes {
        match shape {
            Shape::Area { outline, fill, line } => {
                if line.as_ref().is_some_and(|line| !is_drawable(line)) {
                    return Err(PaperError::Extent);
                }
                marks.push(Mark::Area { path: on_paper(outline.path(), to_paper)?, fill: *fill, line: *line });
            }
            Shape::Label { x, y, anchor, text, size_pt } => {
                let at = to_paper * kurbo::Point::new(f64::from(*x), f64::from(*y));
                if !at.is_finite() || !size_pt.is_finite() || *size_pt <= 0.0 {
                    return Err(PaperError::Extent);
                }
                let (x, baseline) = (points(at.x), points(at.y));
                marks.extend(set_label(&Label { text, size: *size_pt, x, baseline, anchor: *anchor })?);
            }
            Shape::Hatched { outline, every_pt, is_crossed, line } => {
                let to = on_paper(outline.path(), to_paper)?;
                let lines = hatch(&to, f64::from(*every_pt), *is_crossed).filter(|_| is_drawable(line));
                let path = lines.ok_or(PaperError::Extent)?;
                marks.push(Mark::Clipped { to, marks: vec![Mark::Area { path, fill: None, line: Some(*line) }] });
            }
            Shape::Clipped { to, shapes } => {
                let to = on_paper(to.path(), to_paper)?;
                marks.push(Mark::Clipped { to, marks: marks_of(shapes, to_paper, set_label)? });
            }
        }
    }
    Ok(marks)
}

fn is_drawable(line: &Line) -> bool {
    line.width_pt.is_finite() && line.width_pt >= 0.0
}

fn on_paper(path: &BezPath, to_paper: Affine) -> Result<BezPath, PaperError> {
    let path = to_paper * path.clone();
    if path.is_finite() { Ok(path) } else { Err(PaperError::Extent) }
}

/// The lines of a pen fitted into a box, standing on its lower edge, without distortion.
///
/// # Errors
/// [`PaperError::Extent`] when a place is not a finite number.
pub(crate) fn signature_picture(
    strokes: &[Stroke],
    width: f32,
    height: f32,
    pen: Line,
) -> Result<Option<Picture>, PaperError> {
    let drawn: Vec<BezPath> = strokes.iter().filter(|stroke| !stroke.is_empty()).map(smooth).collect();
    if drawn.iter().any(|path| !path.is_finite()) {
        return Err(PaperError::Extent);
    }
    let Some(bounds) = drawn.iter().map(kurbo::Shape::bounding_box).reduce(|a, b| a.union(b)) else {
        return Ok(None);
    };
    let inset = f64::from(pen.width_pt);
    let (room_x, room_y) = (f64::from(width) - 2.0 * inset, f64::from(height) - 2.0 * inset);
    // A dot has no extent: it keeps its own scale rather than filling the box.
    let fit = |room: f64, extent: f64| if extent > 0.0 { room / extent } else { f64::INFINITY };
    let scale = fit(room_x, bounds.width()).min(fit(room_y, bounds.height()));
    let scale = if scale.is_finite() { scale } else { 1.0 };
    let to_box = Affine::translate((inset, f64::from(height) - inset))
        * Affine::scale(scale)
        * Affine::translate((-bounds.x0, -bounds.y1));
    let marks = drawn
        .iter()
        .map(|path| Ok(Mark::Area { path: on_paper(path, to_box)?, fill: None, line: Some(pen) }))
        .collect::<Result<Vec<_>, PaperError>>()?;
    Ok(Some(Picture { width, height, marks }))
}

/// A curve through the middles between the places of the pen, which is how a pen moves.
fn smooth(stroke: &Stroke) -> BezPath {
    let at = |index: usize| {
        let point = stroke[index.min(stroke.len() - 1)];
        kurbo::Point::new(f64::from(point.x), f64::from(point.y))
    };
    let mut path = BezPath::new();
    path.move_to(at(0));
    for index in 1..stroke.len().saturating_sub(1) {
        path.quad_to(at(index), at(index).midpoint(at(index + 1)));
    }
    path.line_to(at(stroke.len() - 1));
    path
}

/// Points on paper need no more than single precision.
#[expect(clippy::cast_possible_truncation, reason = "a place on a page, checked to be finite before")]
pub(crate) fn points(value: f64) -> f32 {
    value as f32
}

#[cfg(test)]
mod tests {
    use kurbo::Shape as _;

    use super::*;
    use crate::document::Point;

    const PEN: Line = Line { colour: Colour::new(0, 0, 0), width_pt: 1.0 };

    fn stroke(places: &[(f32, f32)]) -> Stroke {
        places.iter().map(|(x, y)| Point { x: *x, y: *y }).collect()
    }

    fn bounds(picture: &Picture) -> kurbo::Rect {
        let mut bounds: Option<kurbo::Rect> = None;
        for mark in &picture.marks {
            if let Mark::Area { path, .. } = mark {
                let own = path.bounding_box();
                bounds = Some(bounds.map_or(own, |all| all.union(own)));
            }
        }
        bounds.expect("a picture with a path")
    }

    #[test]
    fn a_signature_fills_its_box_without_distortion() {
        let picture = signature_picture(&[stroke(&[(0.0, 0.0), (400.0, 100.0)])], 100.0, 50.0, PEN)
            .expect("a signature")
            .expect("a picture");
        let bounds = bounds(&picture);
        assert!((bounds.width() - 98.0).abs() < 0.01, "the width decides and leaves the pen's own width free");
        assert!((bounds.width() / bounds.height() - 4.0).abs() < 0.01, "the proportions are those of the pen");
        assert!(bounds.y1 <= 49.001, "it stands on the line and not under it");
    }

    #[test]
    fn a_single_dot_is_a_signature_too() {
        let picture = signature_picture(&[stroke(&[(3.0, 4.0)])], 100.0, 50.0, PEN).expect("a signature");
        assert!(
            picture.is_some_and(|picture| picture.marks.len() == 1),
            "a cross or a dot may be all somebody can draw"
        );
    }

    #[test]
    fn a_place_that_is_no_number_is_refused() {
        let strokes = [stroke(&[(f32::NAN, 0.0), (1.0, 1.0)])];
        assert_eq!(
            signature_picture(&strokes, 100.0, 50.0, PEN).map(|_| ()),
            Err(PaperError::Extent),
            "NaN must not reach the file"
        );
    }
}
