//! Parallel lines across an area: what tells it from its neighbour where there is no colour.

use kurbo::{BezPath, Rect, Shape as _};

/// More lines than this across one area are a mistake, and would be one grey.
const MOST_LINES: f64 = 400.0;

/// Lines from the lower left to the upper right over the box of an area, `every` points apart along the edges of the
/// box; with lines across them when `is_crossed`. They are counted from the corner of the picture, so that those of two
/// areas side by side meet. `None` when there would be too many to tell apart, or none.
pub(super) fn hatch(area: &BezPath, every: f64, is_crossed: bool) -> Option<BezPath> {
    let bounds = area.bounding_box();
    let n_lines = (bounds.width() + bounds.height()) / every;
    if !(every > 0.0 && n_lines.is_finite() && n_lines <= MOST_LINES) {
        return None;
    }
    let mut lines = BezPath::new();
    rising(&mut lines, bounds, every);
    if is_crossed {
        falling(&mut lines, bounds, every);
    }
    Some(lines)
}

/// Lines of equal x + y.
fn rising(lines: &mut BezPath, Rect { x0, y0, x1, y1 }: Rect, every: f64) {
    let mut sum = ((x0 + y0) / every).ceil() * every;
    while sum <= x1 + y1 {
        lines.move_to((sum - y0, y0));
        lines.line_to((sum - y1, y1));
        sum += every;
    }
}

/// Lines of equal x - y.
fn falling(lines: &mut BezPath, Rect { x0, y0, x1, y1 }: Rect, every: f64) {
    let mut difference = ((x0 - y1) / every).ceil() * every;
    while difference <= x1 - y0 {
        lines.move_to((difference + y0, y0));
        lines.line_to((difference + y1, y1));
        difference += every;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(x: f64) -> BezPath {
        Rect::new(x, 0.0, x + 10.0, 10.0).to_path(0.1)
    }

    fn n_lines(path: &BezPath) -> usize {
        path.elements().len() / 2
    }

    #[test]
    fn a_hatch_covers_its_area_and_a_crossed_one_has_twice_the_lines() {
        let plain = hatch(&square(0.0), 2.0, false).expect("lines");
        assert_eq!(n_lines(&plain), 11, "from one corner to the other, every two points");
        let crossed = hatch(&square(0.0), 2.0, true).expect("lines");
        assert_eq!(n_lines(&crossed), 22, "and as many across");
    }

    #[test]
    fn the_lines_of_two_areas_side_by_side_meet() {
        let sums = |area: &BezPath| -> Vec<f64> {
            let lines = hatch(area, 3.0, false).expect("lines");
            lines.elements().iter().filter_map(|element| element.end_point()).map(|end| end.x + end.y).collect()
        };
        let all = [sums(&square(0.0)), sums(&square(10.0))].concat();
        assert!(all.iter().all(|sum| (sum / 3.0).fract().abs() < 1e-9), "all on one grid: {all:?}");
    }

    #[test]
    fn a_hatch_that_would_be_one_grey_is_refused() {
        for every in [0.0, -1.0, f64::NAN, 1e-6] {
            assert!(hatch(&square(0.0), every, false).is_none(), "lines {every} apart");
        }
    }
}
