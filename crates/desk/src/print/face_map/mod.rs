//! The map of a visit on paper: the screen's face with the treated places filled, hatched and their depths written in, so
//! that it reads in black and white too.

mod places;

use care::record::ChartedZone;
use paper::{Anchor, Colour, Drawing, Line, Outline, PaperError, Shape, ViewBox};

use self::places::{BROWS, EARS, FACE, LIDS, LIPS, MapZone, NECK, NOSTRILS, ORBITS, ZONES};

/// One step of the depth scale: its colour on the screen, and the lines by which it is told on a black and white print.
/// Deeper is darker in both.
struct Step {
    depth_um: u16,
    colour: Colour,
    hatch: Option<Hatch>,
}

/// Lines across a place.
#[derive(Clone, Copy)]
struct Hatch {
    colour: Colour,
    every_pt: f32,
    is_crossed: bool,
}

const fn step(depth_um: u16, colour: Colour, hatch: Option<Hatch>) -> Step {
    Step { depth_um, colour, hatch }
}

const fn dark(every_pt: f32, is_crossed: bool) -> Option<Hatch> {
    Some(Hatch { colour: INK, every_pt, is_crossed })
}

const fn light(every_pt: f32, is_crossed: bool) -> Option<Hatch> {
    Some(Hatch { colour: PLATE, every_pt, is_crossed })
}

const SCALE: [Step; 7] = [
    step(250, Colour::new(0xf2, 0xed, 0xab), None),
    step(500, Colour::new(0xb7, 0xd6, 0x8f), dark(7.0, false)),
    step(750, Colour::new(0x6d, 0xbf, 0x91), dark(4.0, false)),
    step(1000, Colour::new(0x2a, 0x9f, 0x9a), dark(5.5, true)),
    step(1500, Colour::new(0x06, 0x7b, 0x98), light(7.0, false)),
    step(2000, Colour::new(0x04, 0x55, 0x94), light(4.0, false)),
    step(2500, Colour::new(0x24, 0x2d, 0x7e), light(5.5, true)),
];
const INK: Colour = Colour::new(0x12, 0x18, 0x1b);
const HATCH_PT: f32 = 0.4;
const SKIN: Colour = Colour::new(0xf8, 0xf3, 0xec);
const LINE: Colour = Colour::new(0x86, 0x75, 0x6a);
const FAINT: Line = Line { colour: LINE, width_pt: 0.35 };
const EDGE: Line = Line { colour: LINE, width_pt: 1.0 };
/// A treated place has a dark edge: without colour it is still told from the others.
const TREATED: Line = Line { colour: INK, width_pt: 0.9 };
const NUMBER_PT: f32 = 6.5;
const WIDTH_MM: f32 = 80.0;
/// Behind a number, so that it is read on every colour.
const PLATE: Colour = Colour::new(0xff, 0xff, 0xff);

/// The map of what was charted; `None` where the front view shows none of it.
///
/// # Errors
/// [`PaperError::Outline`] never, because every outline stands in this program.
pub(crate) fn face_map(charted: &[ChartedZone], depth: impl Fn(u32) -> String) -> Result<Option<Drawing>, PaperError> {
    let treated = |place: &MapZone| charted.iter().find(|zone| zone.zone == place.zone && zone.side == place.side);
    if !ZONES.iter().any(|place| treated(place).is_some()) {
        return Ok(None);
    }
    let mut neck = vec![area(NECK, Some(SKIN), None)?];
    let mut face = vec![area(FACE, Some(SKIN), None)?];
    for place in &ZONES {
        let shapes = if place.is_on_neck { &mut neck } else { &mut face };
        match treated(place) {
            Some(zone) => shapes.extend(filled(place, step_of(zone.depth_um))?),
            None => shapes.push(area(place.path, None, Some(FAINT))?),
        }
    }
    for orbit in ORBITS {
        face.push(area(orbit, Some(SKIN), Some(FAINT))?);
    }
    let mut shapes = vec![Shape::Clipped { to: Outline::from_svg(NECK)?, shapes: neck }, area(NECK, None, Some(EDGE))?];
    for ear in EARS {
        shapes.push(area(ear, Some(SKIN), Some(EDGE))?);
    }
    shapes.push(Shape::Clipped { to: Outline::from_svg(FACE)?, shapes: face });
    shapes.push(area(FACE, None, Some(EDGE))?);
    for line in BROWS.into_iter().chain(LIDS).chain(NOSTRILS).chain(LIPS) {
        shapes.push(area(line, None, Some(FAINT))?);
    }
    for place in &ZONES {
        if let Some(zone) = treated(place) {
            shapes.extend(number(place, &depth(u32::from(zone.depth_um)))?);
        }
    }
    let view = ViewBox { min_x: 20.0, min_y: 40.0, width: 400.0, height: 526.0 };
    Ok(Some(Drawing { view, width_mm: WIDTH_MM, shapes }))
}

/// The depth in its place, or beside it with a line where the place is too narrow.
fn number(place: &MapZone, words: &str) -> Result<Vec<Shape>, PaperError> {
    let (x, y) = place.callout.unwrap_or(place.at);
    let mut shapes = Vec::new();
    if place.callout.is_some() {
        let (from_x, from_y) = place.at;
        shapes.push(area(&format!("M{from_x},{from_y} L{x},{}", y - 4), None, Some(TREATED))?);
    }
    let half = 26;
    let plate = format!("M{},{} h{} v17 h-{} Z", x - half, y - 13, half * 2, half * 2);
    shapes.push(area(&plate, Some(PLATE), Some(FAINT))?);
    shapes.push(Shape::Label {
        x: f32::from(x),
        y: f32::from(y),
        anchor: Anchor::Middle,
        text: words.to_owned(),
        size_pt: NUMBER_PT,
    });
    Ok(shapes)
}

fn area(path: &str, fill: Option<Colour>, line: Option<Line>) -> Result<Shape, PaperError> {
    Ok(Shape::Area { outline: Outline::from_svg(path)?, fill, line })
}

/// A treated place in the colour and with the lines of its step.
fn filled(place: &MapZone, step: &Step) -> Result<Vec<Shape>, PaperError> {
    let outline = Outline::from_svg(place.path)?;
    let mut shapes = vec![Shape::Area { outline: outline.clone(), fill: Some(step.colour), line: None }];
    if let Some(Hatch { colour, every_pt, is_crossed }) = step.hatch {
        let line = Line { colour, width_pt: HATCH_PT };
        shapes.push(Shape::Hatched { outline: outline.clone(), every_pt, is_crossed, line });
    }
    shapes.push(Shape::Area { outline, fill: None, line: Some(TREATED) });
    Ok(shapes)
}

/// The nearest step; half-way it is the deeper one.
fn step_of(depth_um: u16) -> &'static Step {
    let nearest = SCALE.iter().rev().min_by_key(|step| step.depth_um.abs_diff(depth_um));
    nearest.unwrap_or(&SCALE[SCALE.len() - 1])
}

#[cfg(test)]
mod tests {
    use care::zones::{Side, ZoneId};

    use super::*;

    #[test]
    fn every_outline_of_the_map_can_be_drawn() {
        for place in &ZONES {
            let charted = ChartedZone {
                zone: place.zone,
                side: place.side,
                depth_um: 1000,
                n_passes: 2,
                endpoint: None,
                deviation_reason: None,
            };
            let drawn = face_map(&[charted], |_| "1 mm".to_owned()).unwrap();
            assert!(drawn.is_some(), "{:?} {:?} is on the map", place.zone, place.side);
        }
    }

    #[test]
    fn half_way_between_two_steps_the_deeper_colour_counts() {
        assert_eq!(step_of(1250).depth_um, 1500, "as on the screen");
        assert_eq!(step_of(300).depth_um, 250, "else the nearest");
    }

    /// The grey of a colour on a printer without colour, 0 to 1000.
    fn grey(colour: Colour) -> u32 {
        let [red, green, blue] = [colour.red, colour.green, colour.blue].map(u32::from);
        (red * 299 + green * 587 + blue * 114) / 255
    }

    #[test]
    fn every_step_of_the_depth_is_told_from_the_next_without_colour() {
        for (less, more) in SCALE.iter().zip(&SCALE[1..]) {
            assert!(grey(less.colour) > grey(more.colour), "{} µm is darker", more.depth_um);
            let lines =
                |step: &Step| step.hatch.map(|hatch| (hatch.colour == INK, hatch.every_pt.to_bits(), hatch.is_crossed));
            assert_ne!(lines(less), lines(more), "{} µm has other lines", more.depth_um);
        }
        for step in SCALE.iter().filter(|step| step.hatch.is_some()) {
            let contrast = step.hatch.map(|hatch| grey(hatch.colour).abs_diff(grey(step.colour)));
            assert!(contrast > Some(300), "the lines of {} µm are seen: {contrast:?}", step.depth_um);
        }
    }

    #[test]
    fn a_visit_of_the_scalp_alone_has_no_map_of_the_face() {
        let scalp = ChartedZone {
            zone: ZoneId::Scalp,
            side: Side::Middle,
            depth_um: 500,
            n_passes: 2,
            endpoint: None,
            deviation_reason: None,
        };
        assert_eq!(
            face_map(&[scalp], |_| String::new()).unwrap(),
            None,
            "an empty face would say that nothing was done"
        );
    }
}
