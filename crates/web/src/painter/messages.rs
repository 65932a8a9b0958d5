//! Messages on their way: a shape and a colour for each kind.
//!
//! Messages keep to the right of their way, so that those that meet pass each other. A message that will not
//! arrive comes as far as the middle and is crossed out. While very many are on their way they become plain
//! blocks, still of different shape and colour.

use session::scene::{ClientsView, FlightKind, FlightView, Lens, ReaderFlight};
use web_sys::CanvasRenderingContext2d;

use super::brush;
use super::layout::Point;
use super::palette::Palette;
use super::routes::{Route, Routes};

/// How far beside its way a message travels.
const ASIDE: f64 = 4.5;
/// The share of its way that a lost message is seen on.
const LOST_AT: f64 = 0.6;
/// From so many on, shapes are plain blocks.
const MANY: usize = 150;

/// What messages are drawn on.
pub(super) struct Stage<'a> {
    pub pen: &'a CanvasRenderingContext2d,
    /// What messages among copies are drawn with, which may be the same.
    pub among: &'a CanvasRenderingContext2d,
    pub palette: &'a Palette,
    pub routes: &'a Routes,
    pub clients: &'a ClientsView,
    pub lens: Lens,
    /// Messages stand at their ends instead of travelling.
    pub still: bool,
}

/// Draws every message.
pub(super) fn paint(stage: &Stage<'_>, flights: &[FlightView], of_readers: &[ReaderFlight]) {
    let (pen, palette) = (stage.pen, stage.palette);
    let many = flights.len() > MANY;
    if !many {
        paint_talk(stage.among, stage, flights);
    }
    // One kind after the other, so that colours change seldom.
    for (kind, among) in KINDS
        .into_iter()
        .flat_map(|kind| [(kind, false), (kind, true)])
    {
        let pen = if among { stage.among } else { stage.pen };
        let mut inked = false;
        let of_kind =
            |flight: &&FlightView| flight.kind == kind && is_among_copies(flight) == among;
        for flight in flights.iter().filter(of_kind) {
            let Some((at, along)) = place(stage, flight) else {
                continue;
            };
            if !std::mem::replace(&mut inked, true) {
                ink(pen, colour(palette, kind));
            }
            if many {
                block(pen, kind, at);
            } else {
                draw(pen, stage, flight, at, along);
            }
        }
    }
    // The ways on which readers ask and are asked are only seen meanwhile; that of the redo stream always is.
    if !many {
        pen.set_stroke_style_str(&palette.wire);
        pen.set_line_width(1.25);
        let talks = of_readers
            .iter()
            .filter(|flight| flight.other != session::Site::Writer);
        for flight in talks {
            if let Some((route, _)) = way_of_reader(stage, flight) {
                brush::line(pen, &route.points);
            }
        }
    }
    for flight in of_readers {
        paint_of_reader(pen, stage, flight, many);
    }
    for flight in flights.iter().filter(|flight| flight.lost) {
        if share(flight, stage.still) >= LOST_AT
            && let Some((at, _)) = place(stage, flight)
        {
            let among = is_among_copies(flight);
            let pen = if among { stage.among } else { stage.pen };
            brush::cross(pen, at, 5.0, 2.2, &palette.red);
        }
    }
}

/// Whether a message goes from one copy to another.
pub(super) fn is_among_copies(flight: &FlightView) -> bool {
    flight.from.as_copy().is_some() && flight.to.as_copy().is_some()
}

/// What is filled and stroked next has this colour.
fn ink(pen: &CanvasRenderingContext2d, colour: &str) {
    pen.set_fill_style_str(colour);
    pen.set_stroke_style_str(colour);
    pen.set_line_width(1.8);
}

/// The way of a message to or from a reader, and whether it leads to the reader.
fn way_of_reader<'a>(stage: &Stage<'a>, flight: &ReaderFlight) -> Option<(&'a Route, bool)> {
    let mut lanes = stage.clients.lanes.iter();
    // Only the person at the page asks readers.
    let lane = lanes.position(|lane| lane.is_visitor);
    let lane = lane.unwrap_or(usize::MAX);
    stage.routes.of_reader(flight.reader, flight.other, lane)
}

/// One message to or from a reader.
fn paint_of_reader(
    pen: &CanvasRenderingContext2d,
    stage: &Stage<'_>,
    flight: &ReaderFlight,
    many: bool,
) {
    let Some((route, to_reader)) = way_of_reader(stage, flight) else {
        return;
    };
    let plain = FlightView {
        sent: flight.sent,
        from: flight.other,
        to: flight.other,
        client: None,
        group: None,
        kind: flight.kind,
        progress_permille: flight.progress_permille,
        lost: flight.lost,
    };
    let (at, along) = along_route(route, to_reader != flight.to_reader, &plain, stage.still);
    ink(pen, colour(stage.palette, flight.kind));
    if many {
        block(pen, flight.kind, at);
    } else {
        draw(pen, stage, &plain, at, along);
    }
    if flight.lost && share(&plain, stage.still) >= LOST_AT {
        brush::cross(pen, at, 5.0, 2.2, &stage.palette.red);
    }
}

fn draw(
    pen: &CanvasRenderingContext2d,
    stage: &Stage<'_>,
    flight: &FlightView,
    at: Point,
    along: Point,
) {
    match stage.lens {
        Lens::Engineer => shape(pen, stage.palette, flight, at, along),
        Lens::Everyday => thing(pen, stage.palette, flight, at, along),
    }
}

const KINDS: [FlightKind; 10] = [
    FlightKind::Gossip,
    FlightKind::ReadPage,
    FlightKind::Page,
    FlightKind::Fill,
    FlightKind::Write,
    FlightKind::Ack,
    FlightKind::Ask,
    FlightKind::Answer,
    FlightKind::Refusal,
    FlightKind::Order,
];

fn colour(palette: &Palette, kind: FlightKind) -> &str {
    match kind {
        FlightKind::Ask | FlightKind::Order => &palette.text,
        FlightKind::Answer | FlightKind::Write | FlightKind::Ack | FlightKind::Redo => {
            &palette.accent
        }
        FlightKind::Gossip => &palette.muted,
        FlightKind::Fill => &palette.amber,
        FlightKind::ReadPage | FlightKind::Page => &palette.violet,
        FlightKind::Refusal => &palette.red,
    }
}

/// The share of its way at which a message is drawn.
fn share(flight: &FlightView, still: bool) -> f64 {
    let share = f64::from(flight.progress_permille) / 1_000.0;
    if !still {
        share
    } else if share < 0.5 {
        0.06
    } else {
        0.94
    }
}

fn place(stage: &Stage<'_>, flight: &FlightView) -> Option<(Point, Point)> {
    let mut lanes = stage.clients.lanes.iter();
    // Clients that have no lane of their own come from the last one.
    let lane = flight.client.map_or(0, |client| {
        lanes
            .position(|lane| lane.client == client)
            .unwrap_or(usize::MAX)
    });
    let (route, backwards) = stage.routes.between(flight.from, flight.to, lane)?;
    Some(along_route(route, backwards, flight, stage.still))
}

/// Where on its way a message is, and in which direction it goes.
fn along_route(route: &Route, backwards: bool, flight: &FlightView, still: bool) -> (Point, Point) {
    let share = share(flight, still);
    let share = if flight.lost {
        share.min(LOST_AT)
    } else {
        share
    };
    let (at, direction) = route.at(if backwards { 1.0 - share } else { share });
    let along = if backwards {
        Point {
            x: -direction.x,
            y: -direction.y,
        }
    } else {
        direction
    };
    let at = Point {
        x: at.x - along.y * ASIDE,
        y: at.y + along.x * ASIDE,
    };
    (at, along)
}

/// Copies that compare: the way between them is only seen while they talk.
fn paint_talk(pen: &CanvasRenderingContext2d, stage: &Stage<'_>, flights: &[FlightView]) {
    pen.set_stroke_style_str(&stage.palette.wire);
    pen.set_line_width(1.25);
    let mut drawn: Vec<(session::Site, session::Site)> = Vec::new();
    for flight in flights
        .iter()
        .filter(|flight| matches!(flight.kind, FlightKind::Gossip | FlightKind::Fill))
    {
        let ends = (flight.from.min(flight.to), flight.from.max(flight.to));
        if !drawn.contains(&ends)
            && let Some((route, _)) = stage.routes.between(ends.0, ends.1, 0)
        {
            brush::line(pen, &route.points);
            drawn.push(ends);
        }
    }
}

/// The shape of a message through the engineer's lens.
fn shape(
    pen: &CanvasRenderingContext2d,
    palette: &Palette,
    flight: &FlightView,
    at: Point,
    along: Point,
) {
    let Point { x, y } = at;
    match flight.kind {
        FlightKind::Ask | FlightKind::Answer => arrow(pen, at, along),
        FlightKind::Write | FlightKind::Fill => {
            pen.fill_rect(x - 5.5, y - 4.0, 11.0, 8.0);
            // Records of every second group carry a slot.
            if flight.group.is_some_and(|group| group.0 % 2 == 1) {
                pen.clear_rect(x - 1.0, y - 2.5, 2.0, 5.0);
            }
        }
        FlightKind::Ack => {
            brush::diamond(pen, at, 5.5);
            pen.set_fill_style_str(&palette.surface);
            pen.fill();
            pen.stroke();
        }
        FlightKind::Gossip => {
            pen.fill_rect(x - 4.0, y - 4.0, 3.0, 8.0);
            pen.fill_rect(x + 1.0, y - 4.0, 3.0, 8.0);
        }
        FlightKind::ReadPage => pen.stroke_rect(x - 4.0, y - 5.0, 8.0, 10.0),
        FlightKind::Page => pen.fill_rect(x - 4.5, y - 5.5, 9.0, 11.0),
        FlightKind::Refusal => barred(pen, palette, at),
        FlightKind::Order => {
            brush::diamond(pen, at, 6.0);
            pen.fill();
        }
        FlightKind::Redo => redo(pen, at, along),
    }
}

/// A piece of the redo stream: two chevrons, one behind the other.
fn redo(pen: &CanvasRenderingContext2d, at: Point, along: Point) {
    let side = Point {
        x: -along.y,
        y: along.x,
    };
    for ahead in [-1.5, 4.0] {
        pen.begin_path();
        for (step, (back, aside)) in [(-4.0, 4.0), (0.0, 0.0), (-4.0, -4.0)]
            .into_iter()
            .enumerate()
        {
            let x = at.x + along.x * (ahead + back) + side.x * aside;
            let y = at.y + along.y * (ahead + back) + side.y * aside;
            if step == 0 {
                pen.move_to(x, y);
            } else {
                pen.line_to(x, y);
            }
        }
        pen.stroke();
    }
}

/// The thing a message is through the everyday lens.
fn thing(
    pen: &CanvasRenderingContext2d,
    palette: &Palette,
    flight: &FlightView,
    at: Point,
    along: Point,
) {
    let Point { x, y } = at;
    match flight.kind {
        FlightKind::Ask | FlightKind::Answer => envelope(pen, palette, at),
        FlightKind::Write => sheet(pen, palette, at, &palette.accent),
        FlightKind::Fill => sheet(pen, palette, at, &palette.amber),
        FlightKind::Ack => {
            // A receipt: a narrow slip with a tick on it.
            pen.set_fill_style_str(&palette.surface);
            pen.fill_rect(x - 5.0, y - 6.0, 10.0, 12.0);
            pen.stroke_rect(x - 5.0, y - 6.0, 10.0, 12.0);
            pen.begin_path();
            pen.move_to(x - 2.5, y);
            pen.line_to(x - 0.5, y + 2.5);
            pen.line_to(x + 3.0, y - 2.5);
            pen.stroke();
        }
        FlightKind::Gossip => {
            // A keeper's word: a speech bubble.
            pen.begin_path();
            pen.round_rect_with_f64(x - 6.0, y - 5.0, 12.0, 8.0, 3.0)
                .ok();
            pen.move_to(x - 2.0, y + 3.0);
            pen.line_to(x - 3.0, y + 6.5);
            pen.line_to(x + 2.0, y + 3.0);
            pen.fill();
        }
        FlightKind::ReadPage => arrow(pen, at, along),
        FlightKind::Page => {
            // A binder with its spine.
            pen.fill_rect(x - 5.5, y - 6.5, 11.0, 13.0);
            pen.clear_rect(x - 3.0, y - 6.5, 1.2, 13.0);
        }
        FlightKind::Refusal => barred(pen, palette, at),
        FlightKind::Order => {
            brush::diamond(pen, at, 6.0);
            pen.fill();
        }
        // A carbon copy: two sheets, one behind the other.
        FlightKind::Redo => {
            let behind = Point {
                x: x + 3.0,
                y: y - 3.0,
            };
            sheet(pen, palette, behind, &palette.accent);
            sheet(pen, palette, at, &palette.accent);
        }
    }
}

/// No entry: a block with a bar across it.
fn barred(pen: &CanvasRenderingContext2d, palette: &Palette, at: Point) {
    pen.fill_rect(at.x - 6.0, at.y - 6.0, 12.0, 12.0);
    pen.set_fill_style_str(&palette.surface);
    pen.fill_rect(at.x - 4.0, at.y - 1.5, 8.0, 3.0);
}

fn arrow(pen: &CanvasRenderingContext2d, at: Point, along: Point) {
    let side = Point {
        x: -along.y,
        y: along.x,
    };
    let corner = |ahead: f64, aside: f64| {
        (
            at.x + along.x * ahead + side.x * aside,
            at.y + along.y * ahead + side.y * aside,
        )
    };
    pen.begin_path();
    let (x, y) = corner(6.0, 0.0);
    pen.move_to(x, y);
    for (ahead, aside) in [(-4.5, 5.0), (-2.0, 0.0), (-4.5, -5.0)] {
        let (x, y) = corner(ahead, aside);
        pen.line_to(x, y);
    }
    pen.close_path();
    pen.fill();
}

fn envelope(pen: &CanvasRenderingContext2d, palette: &Palette, at: Point) {
    let Point { x, y } = at;
    pen.set_fill_style_str(&palette.surface);
    pen.fill_rect(x - 6.5, y - 4.5, 13.0, 9.0);
    pen.set_line_width(1.5);
    pen.stroke_rect(x - 6.5, y - 4.5, 13.0, 9.0);
    pen.begin_path();
    pen.move_to(x - 6.0, y - 4.0);
    pen.line_to(x, y + 0.8);
    pen.line_to(x + 6.0, y - 4.0);
    pen.stroke();
}

/// A sheet of paper with a folded corner.
fn sheet(pen: &CanvasRenderingContext2d, palette: &Palette, at: Point, edge: &str) {
    let Point { x, y } = at;
    pen.set_fill_style_str(&palette.paper);
    pen.set_stroke_style_str(edge);
    pen.begin_path();
    pen.move_to(x - 5.0, y - 6.5);
    pen.line_to(x + 2.0, y - 6.5);
    pen.line_to(x + 5.0, y - 3.5);
    pen.line_to(x + 5.0, y + 6.5);
    pen.line_to(x - 5.0, y + 6.5);
    pen.close_path();
    pen.fill();
    pen.stroke();
    pen.set_fill_style_str(edge);
    pen.fill_rect(x - 2.5, y - 1.5, 5.0, 1.2);
    pen.fill_rect(x - 2.5, y + 1.8, 5.0, 1.2);
}

/// One of very many.
fn block(pen: &CanvasRenderingContext2d, kind: FlightKind, at: Point) {
    let (width, height) = match kind {
        FlightKind::Write | FlightKind::Fill => (8.0, 5.0),
        FlightKind::Ack => (4.0, 4.0),
        FlightKind::Ask | FlightKind::Answer => (3.0, 8.0),
        FlightKind::Gossip | FlightKind::ReadPage | FlightKind::Refusal | FlightKind::Order => {
            (2.0, 6.0)
        }
        FlightKind::Redo => (5.0, 2.0),
        FlightKind::Page => (6.0, 8.0),
    };
    pen.fill_rect(at.x - width / 2.0, at.y - height / 2.0, width, height);
}
