//! A copy's log as a tape: a cell for each record, gaps where one is missing, and the mark of the SCL.

use session::scene::{Cell, CopyView, Standing, TAPE_CELLS, TapeView};
use web_sys::CanvasRenderingContext2d;

use super::brush;
use super::layout::{CopyPlace, Point, Rect};
use super::palette::Palette;
use super::surface::Surface;

/// Draws the tapes of a copy.
pub(super) fn paint(surface: &Surface, palette: &Palette, at: &CopyPlace, copy: &CopyView) {
    let reachable = matches!(copy.standing, Standing::Up | Standing::PartlyStopped);
    for (tape, rect) in copy.tapes.iter().zip(&at.tapes) {
        paint_tape(surface, palette, *rect, tape, tape.up && reachable);
    }
}

/// Where the cells of a tape stand: left edge of the first, and the distance of two.
pub(super) fn grid(rect: Rect) -> (f64, f64) {
    (rect.x, rect.width / f64::from(TAPE_CELLS))
}

fn paint_tape(surface: &Surface, palette: &Palette, rect: Rect, tape: &TapeView, lively: bool) {
    let pen = &surface.pen;
    let (left, pitch) = grid(rect);
    let gap = if pitch > 5.0 { 1.6 } else { 1.0 };
    let width = (pitch - gap).max(1.0);
    let (top, height) = (rect.y + 1.0, rect.height - 2.0);
    let radius = (width / 3.0).min(2.0);
    let mut run = Run { pen, colour: None };
    for (place, cell) in tape.cells.iter().enumerate() {
        let x = left + pitch * place as f64 + gap / 2.0;
        let whole = Rect {
            x,
            y: top,
            width,
            height,
        };
        match cell.state {
            Cell::Held => {
                let colour = match (lively, cell.durable) {
                    (false, _) => &palette.record_faint,
                    (true, true) => &palette.record,
                    (true, false) => &palette.accent,
                };
                run.add(whole, radius, colour);
            }
            Cell::HeldBeyondHole => {
                let colour = if lively {
                    &palette.accent
                } else {
                    &palette.record_faint
                };
                let lower = Rect {
                    y: top + 3.0,
                    height: height - 6.0,
                    ..whole
                };
                run.add(lower, radius, colour);
            }
            Cell::InMemory => {
                run.end();
                brush::edge_round(pen, whole, radius, 1.0, &palette.amber);
                pen.set_fill_style_str(&palette.amber);
                pen.fill_rect(x + 1.0, top + height / 2.0, width - 2.0, height / 2.0 - 1.0);
            }
            Cell::Hole => {
                run.end();
                brush::dash(pen, &[2.0, 2.0]);
                let colour = if lively {
                    &palette.amber
                } else {
                    &palette.line_strong
                };
                brush::edge_round(pen, whole, radius, 1.0, colour);
                brush::dash(pen, &[]);
            }
            Cell::Empty => {
                run.end();
                pen.set_fill_style_str(&palette.line);
                pen.fill_rect(x, top + height / 2.0 - 1.0, width, 2.0);
            }
        }
    }
    run.end();
    pen.set_fill_style_str(&palette.line);
    for place in tape.cells.len()..TAPE_CELLS as usize {
        pen.fill_rect(
            left + pitch * place as f64 + gap / 2.0,
            top + height / 2.0 - 1.0,
            width,
            2.0,
        );
    }
    // The SCL: everything to the left of it is here.
    let x = left + pitch * f64::from(tape.scl_cells);
    pen.set_fill_style_str(if lively {
        &palette.text
    } else {
        &palette.muted
    });
    pen.fill_rect(x - 1.0, top - 3.0, 2.0, height + 6.0);
    flag(surface, Point { x, y: top - 3.0 });
}

/// Cells of one colour, filled together: nearly all of a tape.
struct Run<'a> {
    pen: &'a CanvasRenderingContext2d,
    colour: Option<&'a str>,
}

impl<'a> Run<'a> {
    fn add(&mut self, cell: Rect, radius: f64, colour: &'a str) {
        if self.colour != Some(colour) {
            self.end();
            self.pen.set_fill_style_str(colour);
            self.pen.begin_path();
            self.colour = Some(colour);
        }
        brush::add_round(self.pen, cell, radius);
    }

    fn end(&mut self) {
        if self.colour.take().is_some() {
            self.pen.fill();
        }
    }
}

/// A small head on the mark, so that it is not taken for a cell.
fn flag(surface: &Surface, at: Point) {
    surface.pen.fill_rect(at.x - 3.0, at.y - 1.0, 6.0, 2.0);
}
