//! The quorum ring: how one commit stands at each of the six copies.

use session::scene::{Arc, ArcView, Lens, RingView};
use web_sys::CanvasRenderingContext2d;

use super::brush;
use super::layout::{Point, Rect};
use super::palette::Palette;
use super::surface::Surface;

/// The directions of the middles of six arcs, the first one to the right of the top.
const MIDDLES: [(f64, f64); 6] = {
    const HALF_ROOT_3: f64 = 0.866_025_403_784;
    [
        (0.5, -HALF_ROOT_3),
        (1.0, 0.0),
        (0.5, HALF_ROOT_3),
        (-0.5, HALF_ROOT_3),
        (-1.0, 0.0),
        (-0.5, -HALF_ROOT_3),
    ]
};

/// Half the gap between two arcs, as an angle.
const GAP: f64 = 0.07;

/// Draws the ring, or an empty one before the first commit.
pub(super) fn paint(
    surface: &Surface,
    palette: &Palette,
    at: Rect,
    ring: Option<&RingView>,
    lens: Lens,
) {
    let pen = &surface.pen;
    let radius = at.width / 2.0 - 6.0;
    let count = ring.map_or(6, |ring| ring.arcs.len());
    let step = std::f64::consts::TAU / count as f64;
    for place in 0..count {
        let start = -std::f64::consts::FRAC_PI_2 + step * place as f64;
        let arc = ring.map(|ring| ring.arcs[place]);
        match lens {
            Lens::Engineer => segment(
                pen,
                palette,
                at.middle(),
                radius,
                (start + GAP, start + step - GAP),
                arc,
            ),
            Lens::Everyday => safe(pen, palette, at.middle(), radius, place, arc),
        }
    }
}

fn segment(
    pen: &CanvasRenderingContext2d,
    palette: &Palette,
    middle: Point,
    radius: f64,
    (from, to): (f64, f64),
    arc: Option<ArcView>,
) {
    let stroke = |width: f64, from: f64, to: f64, colour: &str| {
        pen.set_stroke_style_str(colour);
        pen.set_line_width(width);
        pen.begin_path();
        pen.arc(middle.x, middle.y, radius, from, to).ok();
        pen.stroke();
    };
    let part = |share: f64| from + (to - from) * share;
    match arc.map(|arc| arc.state) {
        Some(Arc::Confirmed) => stroke(9.0, from, to, &palette.accent),
        Some(Arc::AckOnWay | Arc::Stored) => {
            stroke(9.0, from, to, &palette.accent_quiet);
            stroke(3.0, from, to, &palette.accent);
        }
        Some(Arc::Persisting) => {
            stroke(4.0, from, to, &palette.record_faint);
            stroke(6.0, from, part(0.66), &palette.amber);
        }
        Some(Arc::OnWay) => {
            stroke(4.0, from, to, &palette.record_faint);
            stroke(6.0, from, part(0.3), &palette.amber);
        }
        Some(Arc::BeyondHole) => {
            stroke(4.0, from, part(0.4), &palette.record_faint);
            stroke(6.0, part(0.6), to, &palette.amber);
        }
        Some(Arc::Waiting) | None => stroke(4.0, from, to, &palette.record_faint),
        Some(Arc::Unreachable) => {
            brush::dash(pen, &[3.0, 3.0]);
            stroke(5.0, from, to, &palette.red);
            brush::dash(pen, &[]);
        }
    }
}

/// A little safe with a tick in it once it has the sheet.
fn safe(
    pen: &CanvasRenderingContext2d,
    palette: &Palette,
    middle: Point,
    radius: f64,
    place: usize,
    arc: Option<ArcView>,
) {
    let (cos, sin) = MIDDLES[place % MIDDLES.len()];
    let at = Point {
        x: middle.x + cos * (radius - 3.0),
        y: middle.y + sin * (radius - 3.0),
    };
    let side = (radius * 0.46).max(11.0);
    let rect = Rect {
        x: at.x - side / 2.0,
        y: at.y - side / 2.0,
        width: side,
        height: side,
    };
    let state = arc.map(|arc| arc.state);
    match state {
        Some(Arc::Confirmed) => {
            brush::fill_round(pen, rect, 4.0, &palette.accent);
            pen.set_stroke_style_str(&palette.surface);
            pen.set_line_width(2.0);
            let tick = [(-0.24, 0.02), (-0.06, 0.2), (0.26, -0.2)];
            let points: Vec<Point> = tick
                .iter()
                .map(|(x, y)| Point {
                    x: at.x + x * side,
                    y: at.y + y * side,
                })
                .collect();
            brush::line(pen, &points);
        }
        Some(Arc::Unreachable) => {
            brush::edge_round(pen, rect, 4.0, 1.5, &palette.red);
            brush::cross(pen, at, side * 0.22, 1.8, &palette.red);
        }
        _ => {
            brush::edge_round(pen, rect, 4.0, 1.5, &palette.line_strong);
            let inner = rect.inset(side * 0.3);
            match state {
                Some(Arc::AckOnWay | Arc::Stored) => {
                    brush::fill_round(pen, inner, 1.5, &palette.accent)
                }
                Some(Arc::Persisting | Arc::BeyondHole) => {
                    brush::fill_round(pen, inner, 1.5, &palette.amber)
                }
                Some(Arc::OnWay) => brush::edge_round(pen, inner, 1.5, 1.3, &palette.amber),
                _ => {}
            }
        }
    }
}
