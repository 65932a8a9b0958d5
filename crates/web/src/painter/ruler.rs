//! The bar of the log ruler: records fill up with their acknowledgements; what is durable is solid.

use session::scene::{Lsn, RulerView};

use super::brush;
use super::layout::Rect;
use super::palette::Palette;
use super::surface::Surface;

/// Acknowledgements after which a record's cell is full.
const FULL: f64 = 4.0;

/// The place of an LSN: the right edge of its cell.
pub(super) fn x_of(ruler: &RulerView, track: Rect, lsn: Lsn) -> f64 {
    let whole = ruler.to.0.saturating_sub(ruler.from.0).max(1) as f64;
    let gone = lsn.0.clamp(ruler.from.0, ruler.to.0) - ruler.from.0;
    track.x + track.width * gone as f64 / whole
}

/// Draws the bar with its marks.
pub(super) fn paint(surface: &Surface, palette: &Palette, track: Rect, ruler: &RulerView) {
    let pen = &surface.pen;
    let x = |lsn: Lsn| x_of(ruler, track, lsn);
    brush::fill_round(pen, track, 5.0, &palette.raised);
    pen.save();
    pen.begin_path();
    pen.round_rect_with_f64(track.x, track.y, track.width, track.height, 5.0)
        .ok();
    pen.clip();
    let bar = |from: f64, to: f64, colour: &str| {
        pen.set_fill_style_str(colour);
        pen.fill_rect(from, track.y, (to - from).max(0.0), track.height);
    };
    // What nobody knows any more has no colour.
    let durable = if ruler.known {
        &palette.accent
    } else {
        &palette.record
    };
    bar(track.x, x(ruler.vdl), durable);
    if ruler.known {
        bar(x(ruler.vdl), x(ruler.vcl), &palette.accent_quiet);
    }
    if ruler.records.is_empty() {
        bar(x(ruler.vcl), x(ruler.allocated), &palette.line_strong);
    }
    for (above, until) in &ruler.voids {
        void(surface, palette, track, (x(*above), x(*until)));
    }
    for record in &ruler.records {
        let (left, right) = (x(record.lsn.previous()), x(record.lsn));
        if record.lsn > ruler.vcl && ruler.known {
            let height = track.height * (f64::from(record.confirmed) / FULL).min(1.0);
            pen.set_fill_style_str(&palette.accent_quiet);
            pen.fill_rect(left, track.bottom() - height, right - left, height);
            pen.set_fill_style_str(&palette.amber);
            pen.fill_rect(left + 1.0, track.bottom() - 2.0, right - left - 2.0, 2.0);
        }
        pen.set_fill_style_str(&palette.surface);
        pen.fill_rect(right - 0.75, track.y, 1.5, track.height);
    }
    pen.restore();
    groups(surface, palette, track, ruler);
    if !ruler.known {
        return;
    }
    pgcls(surface, palette, track, ruler);
    mark(surface, x(ruler.vcl), track, -4.0, &palette.violet);
    mark(surface, x(ruler.vdl), track, -4.0, &palette.accent);
    pen.set_stroke_style_str(&palette.amber);
    pen.set_line_width(1.5);
    brush::dash(pen, &[3.0, 3.0]);
    for waiting in &ruler.waiting {
        let x = x(waiting.scn);
        let top = if waiting.is_visitor { 22.0 } else { 6.0 };
        pen.begin_path();
        pen.move_to(x, track.y - top);
        pen.line_to(x, track.bottom() + 4.0);
        pen.stroke();
    }
    brush::dash(pen, &[]);
}

/// What is void is hatched, between red ends.
fn void(surface: &Surface, palette: &Palette, track: Rect, (left, right): (f64, f64)) {
    let pen = &surface.pen;
    pen.set_fill_style_str(&palette.surface);
    pen.fill_rect(left, track.y, right - left, track.height);
    pen.set_stroke_style_str(&palette.red);
    pen.set_line_width(1.0);
    pen.begin_path();
    let mut foot = left - track.height;
    while foot < right {
        // A slanted line, as much of it as lies between the ends.
        let (from, to) = (foot.max(left), (foot + track.height).min(right));
        pen.move_to(from, track.bottom() - (from - foot));
        pen.line_to(to, track.bottom() - (to - foot));
        foot += 7.0;
    }
    pen.stroke();
    pen.set_fill_style_str(&palette.red);
    for end in [left, right - 2.0] {
        pen.fill_rect(end, track.y, 2.0, track.height);
    }
}

/// Below each record as many dots as its group's number among those drawn, and a line down to each PGCL's name.
fn groups(surface: &Surface, palette: &Palette, track: Rect, ruler: &RulerView) {
    let pen = &surface.pen;
    pen.set_fill_style_str(&palette.muted);
    for record in &ruler.records {
        let Some(place) = ruler
            .pgcls
            .iter()
            .position(|(group, _)| *group == record.group)
        else {
            continue;
        };
        let middle =
            (x_of(ruler, track, record.lsn.previous()) + x_of(ruler, track, record.lsn)) / 2.0;
        for dot in 0..=place {
            let x = middle + 4.0 * (dot as f64 - place as f64 / 2.0);
            pen.fill_rect(x - 1.0, track.bottom() + 3.0, 2.0, 2.0);
        }
    }
}

/// A PGCL may lie left of the ruler, whose end it is put at then.
fn pgcls(surface: &Surface, palette: &Palette, track: Rect, ruler: &RulerView) {
    surface.pen.set_fill_style_str(&palette.muted);
    for (_, lsn) in &ruler.pgcls {
        surface
            .pen
            .fill_rect(x_of(ruler, track, *lsn) - 0.75, track.bottom(), 1.5, 20.0);
    }
}

fn mark(surface: &Surface, x: f64, track: Rect, above: f64, colour: &str) {
    surface.pen.set_fill_style_str(colour);
    surface
        .pen
        .fill_rect(x - 1.0, track.y + above, 2.0, track.height - above + 4.0);
}
