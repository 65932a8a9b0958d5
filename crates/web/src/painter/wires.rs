//! The ways themselves.

use session::scene::{CopyView, Scene, Standing};

use super::brush;
use super::palette::Palette;
use super::routes::Routes;
use super::surface::Surface;

/// What of a copy decides how the way to it looks.
pub(super) fn state(copy: &CopyView) -> (Standing, bool) {
    (copy.standing, copy.loss > 0)
}

/// Draws every way.
pub(super) fn paint(surface: &Surface, palette: &Palette, routes: &Routes, scene: &Scene) {
    let pen = &surface.pen;
    pen.set_line_width(1.25);
    pen.set_stroke_style_str(&palette.wire);
    brush::dash(pen, &[]);
    for route in routes.clients.iter().take(scene.clients.lanes.len()) {
        brush::line(pen, &route.points);
    }
    for (copy, route) in scene.copies.iter().zip(&routes.copies) {
        let (colour, dashes): (&str, &[f64]) = match copy.standing {
            Standing::Up if copy.loss > 0 => (&palette.amber, &[2.0, 5.0]),
            Standing::Up | Standing::PartlyStopped => (&palette.wire, &[]),
            Standing::Stopped | Standing::Cut | Standing::ZoneCut => (&palette.red, &[3.0, 4.0]),
        };
        pen.set_stroke_style_str(colour);
        brush::dash(pen, dashes);
        brush::line(pen, &route.points);
    }
    brush::dash(pen, &[]);
}
