//! A copy as a safe: a shelf of sheets for each set, a door with a wheel. A safe that is stopped is broken.

use session::scene::{Cell, CopyView, Standing, TAPE_CELLS, TapeView};
use web_sys::CanvasRenderingContext2d;

use super::brush;
use super::layout::{CopyPlace, Point, Rect};
use super::palette::Palette;
use super::surface::Surface;
use super::tapes::grid;

/// A door needs so much room beside the shelves to be drawn with its wheel.
const DOOR_MIN: f64 = 20.0;

/// Draws a copy's safe.
#[inline(never)]
pub(super) fn paint(surface: &Surface, palette: &Palette, at: &CopyPlace, copy: &CopyView) {
    let pen = &surface.pen;
    let outer = at.shelves;
    let broken = copy.standing == Standing::Stopped;
    let closed = matches!(copy.standing, Standing::Cut | Standing::ZoneCut);
    let door = at
        .tapes
        .first()
        .map_or(0.0, |tape| outer.right() - tape.right() - 4.0);
    let body = Rect {
        width: outer.width - door + 2.0,
        ..outer
    };

    // The body of steel, and the dark inside.
    let steel = if broken {
        &palette.record_faint
    } else {
        &palette.steel
    };
    brush::fill_round(pen, body, 7.0, steel);
    let inside = body.inset(4.0);
    brush::fill_round(pen, inside, 4.0, &palette.steel_dark);

    for (tape, rect) in copy.tapes.iter().zip(&at.tapes) {
        shelf(pen, palette, *rect, inside, tape, !broken && tape.up);
    }
    let hinge = Point {
        x: body.right() - 1.0,
        y: body.y,
    };
    if broken {
        fallen_door(pen, palette, hinge, body.height, door);
        crack(pen, palette, body);
    } else {
        open_door(pen, palette, hinge, body.height, door);
    }
    if closed {
        barrier(pen, palette, outer);
    }
}

/// One shelf with its sheets.
fn shelf(
    pen: &CanvasRenderingContext2d,
    palette: &Palette,
    rect: Rect,
    inside: Rect,
    tape: &TapeView,
    lively: bool,
) {
    let (left, pitch) = grid(rect);
    let width = (pitch - 1.4).max(1.2);
    let floor = rect.bottom() + 1.0;
    pen.set_fill_style_str(&palette.steel);
    pen.fill_rect(inside.x, floor, inside.width, 2.0);
    for (place, cell) in tape.cells.iter().enumerate() {
        let x = left + pitch * place as f64 + 0.7;
        let height = rect.height - 2.0;
        let sheet = |lift: f64, colour: &str| {
            pen.set_fill_style_str(colour);
            pen.fill_rect(x, floor - height - lift, width, height);
        };
        match cell.state {
            Cell::Held => {
                let colour = match (lively, cell.durable) {
                    (false, _) => &palette.line_strong,
                    (true, true) => &palette.paper,
                    (true, false) => &palette.accent,
                };
                sheet(0.0, colour);
                // Lines of writing.
                pen.set_fill_style_str(&palette.steel_dark);
                if width > 3.0 {
                    pen.fill_rect(x + 1.0, floor - height + 4.0, width - 2.0, 1.0);
                    pen.fill_rect(x + 1.0, floor - height + 7.0, width - 2.0, 1.0);
                }
            }
            Cell::HeldBeyondHole => sheet(
                -4.0,
                if lively {
                    &palette.accent
                } else {
                    &palette.line_strong
                },
            ),
            Cell::InMemory => {
                // Half on the shelf.
                pen.set_stroke_style_str(&palette.amber);
                pen.set_line_width(1.2);
                pen.stroke_rect(x + 0.6, floor - height - 3.0, width - 1.2, height - 2.0);
            }
            Cell::Hole => {
                pen.set_stroke_style_str(&palette.amber);
                pen.set_line_width(1.0);
                brush::dash(pen, &[2.0, 2.0]);
                pen.stroke_rect(x + 0.5, floor - height + 0.5, width - 1.0, height - 1.0);
                brush::dash(pen, &[]);
            }
            Cell::Empty => {}
        }
    }
    // A divider behind the last sheet without a gap before it.
    let x = left + pitch * f64::from(tape.scl_cells);
    pen.set_fill_style_str(if tape.cells.len() < TAPE_CELLS as usize || lively {
        &palette.accent
    } else {
        &palette.muted
    });
    pen.fill_rect(x - 1.0, rect.y - 4.0, 2.0, rect.height + 5.0);
    pen.fill_rect(x - 1.0, rect.y - 4.0, 6.0, 4.0);
}

fn open_door(
    pen: &CanvasRenderingContext2d,
    palette: &Palette,
    hinge: Point,
    height: f64,
    width: f64,
) {
    if width < 4.0 {
        return;
    }
    pen.set_fill_style_str(&palette.steel);
    pen.set_stroke_style_str(&palette.line_strong);
    pen.set_line_width(1.0);
    let lean = (width * 0.22).min(6.0);
    pen.begin_path();
    pen.move_to(hinge.x, hinge.y + 1.0);
    pen.line_to(hinge.x + width, hinge.y - lean);
    pen.line_to(hinge.x + width, hinge.y + height + lean * 0.6);
    pen.line_to(hinge.x, hinge.y + height - 1.0);
    pen.close_path();
    pen.fill();
    pen.stroke();
    if width >= DOOR_MIN {
        wheel(
            pen,
            palette,
            Point {
                x: hinge.x + width * 0.55,
                y: hinge.y + height / 2.0,
            },
            7.0,
        );
    }
}

fn wheel(pen: &CanvasRenderingContext2d, palette: &Palette, at: Point, radius: f64) {
    pen.set_stroke_style_str(&palette.text);
    pen.set_line_width(1.6);
    pen.begin_path();
    pen.ellipse(
        at.x,
        at.y,
        radius * 0.7,
        radius,
        0.0,
        0.0,
        std::f64::consts::TAU,
    )
    .ok();
    for (cos, sin) in [(1.0, 0.0), (0.5, 0.866), (-0.5, 0.866)] {
        pen.move_to(at.x - cos * radius * 0.7, at.y - sin * radius);
        pen.line_to(at.x + cos * radius * 0.7, at.y + sin * radius);
    }
    pen.stroke();
}

/// The door hangs from its lower hinge.
fn fallen_door(
    pen: &CanvasRenderingContext2d,
    palette: &Palette,
    hinge: Point,
    height: f64,
    width: f64,
) {
    if width < 4.0 {
        return;
    }
    pen.set_fill_style_str(&palette.record_faint);
    pen.set_stroke_style_str(&palette.red);
    pen.set_line_width(1.2);
    let foot = hinge.y + height;
    pen.begin_path();
    pen.move_to(hinge.x + 1.0, foot - 3.0);
    pen.line_to(hinge.x + width * 0.45, foot - height * 0.72);
    pen.line_to(hinge.x + width, foot - height * 0.6);
    pen.line_to(hinge.x + width * 0.7, foot + 2.0);
    pen.close_path();
    pen.fill();
    pen.stroke();
}

/// A crack from top to bottom.
fn crack(pen: &CanvasRenderingContext2d, palette: &Palette, body: Rect) {
    let middle = body.middle();
    pen.set_stroke_style_str(&palette.red);
    pen.set_line_width(2.0);
    let steps = [
        (0.12, -0.5),
        (-0.06, -0.26),
        (0.08, -0.1),
        (-0.1, 0.14),
        (0.04, 0.28),
        (-0.08, 0.5),
    ];
    let points: Vec<Point> = steps
        .iter()
        .map(|(x, y)| Point {
            x: middle.x + body.width * x,
            y: middle.y + body.height * y,
        })
        .collect();
    brush::line(pen, &points);
    for (from, (x, y)) in [(1, (-0.2, -0.16)), (3, (0.12, 0.2))] {
        let branch = Point {
            x: middle.x + body.width * x,
            y: middle.y + body.height * y,
        };
        brush::line(pen, &[points[from], branch]);
    }
}

/// Nobody gets here: a tape across.
fn barrier(pen: &CanvasRenderingContext2d, palette: &Palette, outer: Rect) {
    let middle = outer.middle().y;
    pen.set_stroke_style_str(&palette.red);
    pen.set_line_width(3.0);
    brush::dash(pen, &[8.0, 5.0]);
    for lean in [-0.28, 0.28] {
        let from = Point {
            x: outer.x,
            y: middle + outer.height * lean,
        };
        let to = Point {
            x: outer.right(),
            y: middle - outer.height * lean,
        };
        brush::line(pen, &[from, to]);
    }
    brush::dash(pen, &[]);
}
