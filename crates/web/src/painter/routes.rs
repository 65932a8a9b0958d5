//! The ways messages take: from clients to the writer, from the writer to copies, among copies.
//!
//! Ways run like the lines of a transit map, straight with round bends, each on a lane of its own. The copies
//! below the writer are reached straight down. The others are reached from the writer's side: the farthest
//! copy has the uppermost lane, so that no two ways cross. Where readers stand beside the writer, those ways leave it
//! below and run between instances and copies; the redo stream to the readers has the uppermost lanes there. Ways among
//! copies run below the cards.

use base::{COPIES, CopyId, ReaderId};
use session::Site;

use super::layout::{Layout, Point, Rect};

/// Radius of a bend.
const BEND: f64 = 14.0;
/// Pieces a bend is made of.
const BEND_PIECES: u32 = 6;
/// How far from a card a way runs that comes from its side.
const GUTTER: f64 = 8.0;
/// How far from a way a click still means it.
const NEAR: f64 = 9.0;

/// A line through points, with the distance of each from the beginning.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Route {
    pub points: Vec<Point>,
    distances: Vec<f64>,
}

impl Route {
    /// A way through corners, with the corners made round.
    fn through(corners: &[Point]) -> Route {
        let mut points: Vec<Point> = Vec::new();
        for (place, corner) in corners.iter().enumerate() {
            match (
                place.checked_sub(1).and_then(|before| corners.get(before)),
                corners.get(place + 1),
            ) {
                (Some(before), Some(after)) => bend(&mut points, *before, *corner, *after),
                _ => points.push(*corner),
            }
        }
        let mut distances = Vec::with_capacity(points.len());
        let mut so_far = 0.0;
        for (place, point) in points.iter().enumerate() {
            if place > 0 {
                so_far += distance(points[place - 1], *point);
            }
            distances.push(so_far);
        }
        Route { points, distances }
    }

    /// The place and direction (of length 1) at a share of the way, from 0 to 1.
    pub fn at(&self, share: f64) -> (Point, Point) {
        let Some(whole) = self.distances.last() else {
            return Default::default();
        };
        let gone = share.clamp(0.0, 1.0) * whole;
        let next = self
            .distances
            .partition_point(|distance| *distance < gone)
            .clamp(1, self.points.len() - 1);
        let (from, to) = (self.points[next - 1], self.points[next]);
        let length = (self.distances[next] - self.distances[next - 1]).max(1e-9);
        let part = (gone - self.distances[next - 1]) / length;
        let direction = Point {
            x: (to.x - from.x) / length,
            y: (to.y - from.y) / length,
        };
        (
            Point {
                x: from.x + (to.x - from.x) * part,
                y: from.y + (to.y - from.y) * part,
            },
            direction,
        )
    }

    fn distance_to(&self, point: Point) -> f64 {
        let pieces = self.points.windows(2);
        pieces
            .map(|piece| distance_to_piece(point, piece[0], piece[1]))
            .fold(f64::INFINITY, f64::min)
    }
}

fn distance(from: Point, to: Point) -> f64 {
    let (x, y) = (to.x - from.x, to.y - from.y);
    (x * x + y * y).sqrt()
}

fn distance_to_piece(point: Point, from: Point, to: Point) -> f64 {
    let (x, y) = (to.x - from.x, to.y - from.y);
    let square = (x * x + y * y).max(1e-9);
    let share = (((point.x - from.x) * x + (point.y - from.y) * y) / square).clamp(0.0, 1.0);
    distance(
        point,
        Point {
            x: from.x + share * x,
            y: from.y + share * y,
        },
    )
}

/// Adds a round bend at a corner.
fn bend(points: &mut Vec<Point>, before: Point, corner: Point, after: Point) {
    let (arriving, leaving) = (distance(before, corner), distance(corner, after));
    let radius = BEND.min(arriving / 2.0).min(leaving / 2.0);
    if radius < 0.5 {
        points.push(corner);
        return;
    }
    let towards = |to: Point, length: f64| Point {
        x: corner.x + (to.x - corner.x) / length * radius,
        y: corner.y + (to.y - corner.y) / length * radius,
    };
    let (from, to) = (towards(before, arriving), towards(after, leaving));
    for piece in 0..=BEND_PIECES {
        let t = f64::from(piece) / f64::from(BEND_PIECES);
        let blend = |a: f64, b: f64, c: f64| {
            (1.0 - t) * (1.0 - t) * a + 2.0 * t * (1.0 - t) * b + t * t * c
        };
        points.push(Point {
            x: blend(from.x, corner.x, to.x),
            y: blend(from.y, corner.y, to.y),
        });
    }
}

/// Every way there is.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Routes {
    /// From the writer to each copy.
    pub copies: Vec<Route>,
    /// From each client's chip to the writer.
    pub clients: Vec<Route>,
    /// Between two copies, by [`pair`].
    gossip: Vec<Route>,
    /// From the writer to each reader: the redo stream.
    pub streams: Vec<Route>,
    /// The readers that are drawn.
    readers: Vec<ReaderId>,
    /// From each reader to each copy.
    reader_copies: Vec<Vec<Route>>,
    /// From each reader to each client's chip.
    reader_clients: Vec<Vec<Route>>,
}

impl Routes {
    /// The ways on a page of this shape.
    pub fn new(layout: &Layout) -> Routes {
        Routes {
            copies: writer_to_copies(layout),
            clients: clients_to_writer(layout),
            gossip: among_copies(layout),
            streams: (0..layout.readers.len())
                .map(|reader| stream_to(layout, reader))
                .collect(),
            readers: layout.readers.iter().map(|(id, _)| *id).collect(),
            reader_copies: layout
                .readers
                .iter()
                .map(|(_, card)| reader_to_copies(layout, *card))
                .collect(),
            reader_clients: layout
                .readers
                .iter()
                .map(|(_, card)| clients_to(layout, *card))
                .collect(),
        }
    }

    /// The way between a reader and a site, as it leads away from the reader or, for the redo stream, to it; and whether
    /// it leads to the reader.
    pub fn of_reader(&self, reader: ReaderId, other: Site, lane: usize) -> Option<(&Route, bool)> {
        let place = self.readers.iter().position(|id| *id == reader)?;
        match other.as_copy() {
            Some(copy) => {
                let ways = self.reader_copies.get(place)?;
                Some((ways.get(usize::from(copy.0))?, false))
            }
            None if other == Site::Writer => Some((self.streams.get(place)?, true)),
            None => {
                let ways = self.reader_clients.get(place)?;
                Some((ways.get(lane.min(ways.len().checked_sub(1)?))?, true))
            }
        }
    }

    /// The way between two sites and whether it leads backwards; the lane is the client's, if one is an end.
    pub fn between(&self, from: Site, to: Site, lane: usize) -> Option<(&Route, bool)> {
        match (from.as_copy(), to.as_copy()) {
            (Some(from), Some(to)) => {
                let route = self.gossip.get(pair(from.min(to), from.max(to)))?;
                Some((route, from > to))
            }
            (None, Some(to)) => Some((self.copies.get(usize::from(to.0))?, false)),
            (Some(from), None) => Some((self.copies.get(usize::from(from.0))?, true)),
            (None, None) => {
                let route = self
                    .clients
                    .get(lane.min(self.clients.len().checked_sub(1)?))?;
                Some((route, from == Site::Writer))
            }
        }
    }

    /// The copy whose way to the writer passes near a point.
    pub fn way_near(&self, point: Point) -> Option<CopyId> {
        let distances = self.copies.iter().map(|route| route.distance_to(point));
        let (place, distance) = distances.enumerate().min_by(|a, b| a.1.total_cmp(&b.1))?;
        (distance <= NEAR).then_some(CopyId(place as u8))
    }
}

/// The place of a pair of copies, the lower one first.
fn pair(low: CopyId, high: CopyId) -> usize {
    usize::from(low.0) * usize::from(COPIES) + usize::from(high.0)
}

fn point(x: f64, y: f64) -> Point {
    Point { x, y }
}

/// Where a way comes to a card from above: the corners at its end.
fn arrival(layout: &Layout, copy: usize) -> (f64, Vec<Point>) {
    let place = &layout.copies[copy];
    let card = place.card;
    if place.stacked {
        let (x, y) = (card.x - GUTTER, card.y + 18.0);
        (x, vec![point(x, y), point(card.x, y)])
    } else {
        let x = card.middle().x;
        (x, vec![point(x, card.y)])
    }
}

fn writer_to_copies(layout: &Layout) -> Vec<Route> {
    let writer = layout.writer;
    let ends: Vec<(f64, Vec<Point>)> = (0..layout.copies.len())
        .map(|copy| arrival(layout, copy))
        .collect();
    let side_of_writer = |x: f64| side(writer, x);
    // The copies on each side, the farthest first: it takes the uppermost lane.
    let lane_of = |copy: usize| {
        let x = ends[copy].0;
        let here: Vec<f64> = ends
            .iter()
            .map(|end| end.0)
            .filter(|other| side_of_writer(*other) == side_of_writer(x))
            .collect();
        let farther = here
            .iter()
            .filter(|other| (**other - writer.middle().x).abs() > (x - writer.middle().x).abs());
        (farther.count() as f64, here.len() as f64)
    };
    (0..ends.len())
        .map(|copy| {
            let (x, last) = &ends[copy];
            let mut corners = match side_of_writer(*x) {
                0 => vec![point(*x, writer.bottom())],
                side if layout.readers.is_empty() => {
                    let (lane, lanes) = lane_of(copy);
                    let y = writer.y + writer.height * (lane + 1.0) / (lanes + 1.0);
                    let start = if side < 0 { writer.x } else { writer.right() };
                    vec![point(start, y), point(*x, y)]
                }
                side => {
                    // The farthest begins outermost, so that no way comes down through a lane.
                    let (lane, lanes) = lane_of(copy);
                    let sign = f64::from(side);
                    let straight = ends
                        .iter()
                        .map(|end| end.0)
                        .filter(|x| side_of_writer(*x) == 0);
                    let inner = straight
                        .map(|x| sign * x)
                        .fold(sign * writer.middle().x, f64::max);
                    let edge = sign * if side < 0 { writer.x } else { writer.right() };
                    let start = sign * (edge - (edge - inner) * (lane + 1.0) / (lanes + 2.0));
                    let y = lane_below(
                        layout,
                        STREAM_SHARE + (1.0 - STREAM_SHARE) * (lane + 0.5) / lanes,
                    );
                    vec![point(start, writer.bottom()), point(start, y), point(*x, y)]
                }
            };
            corners.extend(last);
            Route::through(&corners)
        })
        .collect()
}

/// On which side of a card a point lies: -1 to its left, 1 to its right, 0 above or below it.
fn side(card: Rect, x: f64) -> i8 {
    if x < card.x {
        -1
    } else if x > card.right() {
        1
    } else {
        0
    }
}

/// How much of the room between instances and copies is the redo stream's.
const STREAM_SHARE: f64 = 0.3;

/// A height in the room between the instances' cards and the copies', from 0 at the upper end to 1.
fn lane_below(layout: &Layout, share: f64) -> f64 {
    let readers = layout.readers.iter().map(|(_, card)| card);
    let cards = readers.chain([&layout.writer]);
    let top = cards.map(|card| card.bottom()).fold(0.0, f64::max);
    let copies = layout.copies.iter().map(|copy| copy.card.y);
    let bottom = copies.fold(f64::INFINITY, f64::min);
    let room = (bottom - top - 2.0 * ROOM_EDGE).max(0.0);
    top + ROOM_EDGE + room * share
}

/// Room that is left free above and below the lanes.
const ROOM_EDGE: f64 = 6.0;

/// The redo stream: out of the writer below, near the edge that looks to the reader, and up into the reader.
fn stream_to(layout: &Layout, reader: usize) -> Route {
    let (writer, card) = (layout.writer, layout.readers[reader].1);
    let x = card.x + card.width * 0.12;
    let from = match side(writer, x) {
        -1 => writer.x + 9.0,
        1 => writer.right() - 9.0,
        // It stands below the writer, in the same zone.
        _ => return Route::through(&[point(x, writer.bottom()), point(x, card.y)]),
    };
    let count = layout.readers.len() as f64;
    let y = lane_below(layout, STREAM_SHARE * (reader as f64 + 0.5) / count);
    Route::through(&[
        point(from, writer.bottom()),
        point(from, y),
        point(x, y),
        point(x, card.bottom()),
    ])
}

/// From a reader to each copy: straight down beside the writer's way, or over the lanes' middle.
fn reader_to_copies(layout: &Layout, card: Rect) -> Vec<Route> {
    let copies = (0..layout.copies.len()).map(|copy| {
        let (x, last) = arrival(layout, copy);
        let stacked = layout.copies[copy].stacked;
        // The writer's own way comes to the same copy: it is passed by on the left.
        let x = if stacked { x } else { x - 14.0 };
        let mut corners = if side(card, x) == 0 {
            vec![point(x, card.bottom())]
        } else {
            let from = card.middle().x;
            let y = lane_below(layout, 1.0);
            vec![point(from, card.bottom()), point(from, y), point(x, y)]
        };
        if stacked {
            corners.extend(last);
        } else {
            corners.push(point(x, layout.copies[copy].card.y));
        }
        Route::through(&corners)
    });
    copies.collect()
}

fn clients_to_writer(layout: &Layout) -> Vec<Route> {
    clients_to(layout, layout.writer)
}

/// From each client's chip to an instance's card.
fn clients_to(layout: &Layout, card: Rect) -> Vec<Route> {
    let writer = card;
    let chips = &layout.chips;
    let count = chips.len() as f64;
    let bottom = chips.iter().map(|chip| chip.bottom()).fold(0.0, f64::max);
    // Between the chips and the zones; the way goes on through the zone's heading to the writer.
    let room = (layout.zones_top - bottom).max(0.0);
    chips
        .iter()
        .enumerate()
        .map(|(place, chip)| {
            let share = (place as f64 + 1.0) / (count + 1.0);
            let (from, to) = (
                chip.middle().x,
                writer.x + writer.width * (0.3 + 0.45 * share),
            );
            // A chip to the right of its port takes a lower lane than those to its left; one to the left a higher.
            let lane = if from >= to { share } else { 1.0 - share };
            let y = bottom + room * (0.15 + 0.7 * lane);
            Route::through(&[
                point(from, chip.bottom()),
                point(from, y),
                point(to, y),
                point(to, writer.y),
            ])
        })
        .collect()
}

fn among_copies(layout: &Layout) -> Vec<Route> {
    let copies = &layout.copies;
    let side_by_side = copies.iter().all(|copy| !copy.stacked);
    let mut routes = vec![Route::default(); usize::from(COPIES) * usize::from(COPIES)];
    for (low, first) in copies.iter().enumerate() {
        for (high, second) in copies.iter().enumerate().skip(low + 1) {
            let apart = (high - low) as f64;
            let depth = layout.below.y + layout.below.height * (0.12 + 0.76 * (apart - 1.0) / 4.0);
            let corners = if side_by_side {
                // Each card has a port for every distance, so that ways do not lie upon each other.
                let port =
                    |card: Rect, sign: f64| card.middle().x + sign * (6.0 + 7.0 * (apart - 1.0));
                let (from, to) = (port(first.card, 1.0), port(second.card, -1.0));
                vec![
                    point(from, first.card.bottom()),
                    point(from, depth),
                    point(to, depth),
                    point(to, second.card.bottom()),
                ]
            } else {
                stacked_way(first.card, second.card, depth)
            };
            routes[pair(CopyId(low as u8), CopyId(high as u8))] = Route::through(&corners);
        }
    }
    routes
}

/// Between cards that stand in columns: out of the right side, down to the way below, and up again.
fn stacked_way(first: Rect, second: Rect, depth: f64) -> Vec<Point> {
    let port = |card: Rect| point(card.right(), card.bottom() - 14.0);
    let beside = |card: Rect| card.right() + 3.0;
    let (from, to) = (port(first), port(second));
    if (first.x - second.x).abs() < 1.0 {
        return vec![
            from,
            point(beside(first), from.y),
            point(beside(second), to.y),
            to,
        ];
    }
    vec![
        from,
        point(beside(first), from.y),
        point(beside(first), depth),
        point(beside(second), depth),
        point(beside(second), to.y),
        to,
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::painter::layout::CopyPlace;

    fn rect(x: f64, y: f64, width: f64, height: f64) -> Rect {
        Rect {
            x,
            y,
            width,
            height,
        }
    }

    /// A wide stage with the writer in a zone, or a narrow one with two cards upon each other.
    fn stage(writer_zone: u8, stacked: bool) -> Layout {
        let copies = (0..6).map(|copy| {
            let (zone, second) = (f64::from(copy / 2), f64::from(copy % 2));
            let card = if stacked {
                rect(10.0 + zone * 120.0, 300.0 + second * 120.0, 100.0, 100.0)
            } else {
                rect(10.0 + zone * 340.0 + second * 160.0, 300.0, 150.0, 150.0)
            };
            CopyPlace {
                card,
                stacked: stacked && copy % 2 == 1,
                ..CopyPlace::default()
            }
        });
        let wide = if stacked { 120.0 } else { 340.0 };
        Layout {
            writer: rect(
                5.0 + wide * f64::from(writer_zone),
                120.0,
                wide - 20.0,
                100.0,
            ),
            copies: copies.collect(),
            chips: (0..5)
                .map(|chip| rect(20.0 + 190.0 * f64::from(chip), 0.0, 180.0, 34.0))
                .collect(),
            below: rect(0.0, 520.0, 1000.0, 40.0),
            zones_top: 90.0,
            ..Layout::default()
        }
    }

    fn pieces(route: &Route) -> impl Iterator<Item = (Point, Point)> + '_ {
        route.points.windows(2).map(|piece| (piece[0], piece[1]))
    }

    fn cross(a: (Point, Point), b: (Point, Point)) -> bool {
        let turn =
            |p: Point, q: Point, r: Point| (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
        turn(a.0, a.1, b.0) * turn(a.0, a.1, b.1) < 0.0
            && turn(b.0, b.1, a.0) * turn(b.0, b.1, a.1) < 0.0
    }

    #[test]
    fn no_two_ways_from_the_writer_cross() {
        for stacked in [false, true] {
            for zone in 0..3 {
                let routes = Routes::new(&stage(zone, stacked));
                for (place, first) in routes.copies.iter().enumerate() {
                    for second in &routes.copies[place + 1..] {
                        let crossing = pieces(first).any(|a| pieces(second).any(|b| cross(a, b)));
                        assert!(!crossing, "zone {zone}, stacked {stacked}, copy {place}");
                    }
                }
            }
        }
    }

    #[test]
    fn with_readers_no_two_ways_from_the_writer_cross_and_none_runs_behind_a_reader() {
        for zone in 0..3u8 {
            let mut layout = stage(zone, false);
            let others = (0..3).filter(|other| *other != zone);
            layout.readers = others
                .map(|other| {
                    let card = rect(5.0 + 340.0 * f64::from(other), 120.0, 320.0, 110.0);
                    (ReaderId(other.into()), card)
                })
                .collect();
            let routes = Routes::new(&layout);
            let all: Vec<&Route> = routes.copies.iter().chain(&routes.streams).collect();
            for (place, first) in all.iter().enumerate() {
                for second in routes.copies.iter().skip(place + 1) {
                    let crossing = pieces(first).any(|a| pieces(second).any(|b| cross(a, b)));
                    assert!(!crossing, "zone {zone}, way {place}");
                }
                for (_, card) in &layout.readers {
                    let behind = first.points.iter().any(|at| {
                        card.x < at.x
                            && at.x < card.right()
                            && card.y < at.y
                            && at.y < card.bottom()
                    });
                    assert!(!behind, "zone {zone}, way {place}");
                }
            }
            for (stream, (_, card)) in routes.streams.iter().zip(&layout.readers) {
                assert_eq!(stream.at(1.0).0.y, card.bottom());
            }
        }
    }

    #[test]
    fn a_way_begins_at_the_writer_and_ends_at_the_copy() {
        for stacked in [false, true] {
            let layout = stage(1, stacked);
            let routes = Routes::new(&layout);
            for (copy, route) in routes.copies.iter().enumerate() {
                let (start, end) = (route.at(0.0).0, route.at(1.0).0);
                let edge = layout.writer;
                let on_edge =
                    start.x == edge.x || start.x == edge.right() || start.y == edge.bottom();
                assert!(on_edge, "{start:?}");
                let card = layout.copies[copy].card;
                assert!(end.y == card.y || end.x == card.x, "{end:?} of {card:?}");
                assert_eq!(routes.way_near(route.at(0.97).0), Some(CopyId(copy as u8)));
            }
            assert_eq!(routes.way_near(point(-500.0, -500.0)), None);
        }
    }

    #[test]
    fn backwards_is_the_same_way() {
        let routes = Routes::new(&stage(0, false));
        let (there, back) = (Site::Writer, Site::copy(CopyId(4)));
        let (out, out_reversed) = routes.between(there, back, 0).expect("a way");
        let (home, home_reversed) = routes.between(back, there, 0).expect("a way");
        assert_eq!(out, home);
        assert_eq!((out_reversed, home_reversed), (false, true));
        let gossip = routes
            .between(Site::copy(CopyId(5)), Site::copy(CopyId(2)), 0)
            .expect("a way");
        assert!(gossip.1 && gossip.0.points.len() > 2);
    }
}
