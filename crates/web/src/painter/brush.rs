//! Strokes that several pictures share.

use web_sys::CanvasRenderingContext2d;

use super::layout::{Point, Rect};

/// Fills a rectangle with rounded corners.
pub(super) fn fill_round(pen: &CanvasRenderingContext2d, rect: Rect, radius: f64, colour: &str) {
    pen.set_fill_style_str(colour);
    round(pen, rect, radius);
    pen.fill();
}

/// Draws the edge of a rectangle with rounded corners, inside of it.
pub(super) fn edge_round(
    pen: &CanvasRenderingContext2d,
    rect: Rect,
    radius: f64,
    width: f64,
    colour: &str,
) {
    pen.set_stroke_style_str(colour);
    pen.set_line_width(width);
    round(pen, rect.inset(width / 2.0), radius);
    pen.stroke();
}

fn round(pen: &CanvasRenderingContext2d, rect: Rect, radius: f64) {
    pen.begin_path();
    add_round(pen, rect, radius);
}

/// Adds a rectangle with rounded corners to what is filled or stroked next.
pub(super) fn add_round(pen: &CanvasRenderingContext2d, rect: Rect, radius: f64) {
    pen.round_rect_with_f64(
        rect.x,
        rect.y,
        rect.width.max(0.0),
        rect.height.max(0.0),
        radius,
    )
    .ok();
}

/// Draws a line through points.
pub(super) fn line(pen: &CanvasRenderingContext2d, points: &[Point]) {
    pen.begin_path();
    for (place, point) in points.iter().enumerate() {
        if place == 0 {
            pen.move_to(point.x, point.y);
        } else {
            pen.line_to(point.x, point.y);
        }
    }
    pen.stroke();
}

/// Makes lines dashed, or whole again with an empty pattern.
pub(super) fn dash(pen: &CanvasRenderingContext2d, pattern: &[f64]) {
    let lengths: js_sys::Array = pattern
        .iter()
        .copied()
        .map(wasm_bindgen::JsValue::from_f64)
        .collect();
    pen.set_line_dash(&lengths).ok();
}

/// Draws a cross.
pub(super) fn cross(pen: &CanvasRenderingContext2d, at: Point, arm: f64, width: f64, colour: &str) {
    pen.set_stroke_style_str(colour);
    pen.set_line_width(width);
    pen.begin_path();
    pen.move_to(at.x - arm, at.y - arm);
    pen.line_to(at.x + arm, at.y + arm);
    pen.move_to(at.x + arm, at.y - arm);
    pen.line_to(at.x - arm, at.y + arm);
    pen.stroke();
}

/// Draws the outline of a diamond.
pub(super) fn diamond(pen: &CanvasRenderingContext2d, at: Point, arm: f64) {
    pen.begin_path();
    pen.move_to(at.x, at.y - arm);
    pen.line_to(at.x + arm, at.y);
    pen.line_to(at.x, at.y + arm);
    pen.line_to(at.x - arm, at.y);
    pen.close_path();
}
