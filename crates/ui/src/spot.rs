//! The things on the stage that the keyboard can reach, and the ways between them.

use std::fmt;

use base::{COPIES, CopyId, GroupId, ReaderId, ZONES, ZoneId};
use scene::{Focus, Site};

/// A thing on the stage that can hold the keyboard's focus. Exactly one of them is in the tab order; arrows
/// move among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// The clients.
    Clients,
    /// A zone, by its heading.
    Zone(ZoneId),
    /// The writer.
    Writer,
    /// A reader.
    Reader(ReaderId),
    /// The way between the writer and a copy.
    Link(CopyId),
    /// A copy.
    Copy(CopyId),
    /// A protection group, beside the ruler.
    Group(GroupId),
}

/// An arrow key, or a key that goes to an end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrow {
    /// To the left in the same row.
    Left,
    /// To the right in the same row.
    Right,
    /// To the row above.
    Up,
    /// To the row below.
    Down,
    /// To the first thing of the row.
    Home,
    /// To the last thing of the row.
    End,
}

impl Arrow {
    /// The arrow that a key of this name stands for.
    pub fn from_key(key: &str) -> Option<Arrow> {
        Some(match key {
            "ArrowLeft" => Arrow::Left,
            "ArrowRight" => Arrow::Right,
            "ArrowUp" => Arrow::Up,
            "ArrowDown" => Arrow::Down,
            "Home" => Arrow::Home,
            "End" => Arrow::End,
            _ => return None,
        })
    }
}

/// What decides where things stand on the stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The zone the writer is in.
    pub writer_zone: ZoneId,
    /// The readers that are drawn, and their zones.
    pub readers: Vec<(ReaderId, ZoneId)>,
    /// The first protection group that is drawn.
    pub first_group: GroupId,
    /// How many are drawn.
    pub groups: u32,
}

impl Spot {
    /// What is looked at when this is chosen.
    pub fn focus(self) -> Focus {
        match self {
            Spot::Clients => Focus::Clients,
            Spot::Zone(zone) => Focus::Zone(zone),
            Spot::Writer => Focus::Writer,
            Spot::Reader(reader) => Focus::Reader(reader),
            Spot::Link(copy) => Focus::Link(Site::Writer, Site::copy(copy)),
            Spot::Copy(copy) => Focus::Copy(copy),
            Spot::Group(group) => Focus::Group(group),
        }
    }

    /// The thing on the stage that is looked at, if it is one.
    pub fn of(focus: Focus) -> Option<Spot> {
        Some(match focus {
            Focus::Clients => Spot::Clients,
            Focus::Zone(zone) => Spot::Zone(zone),
            Focus::Writer => Spot::Writer,
            Focus::Reader(reader) => Spot::Reader(reader),
            Focus::Copy(copy) => Spot::Copy(copy),
            Focus::Group(group) => Spot::Group(group),
            Focus::Link(from, to) => Spot::Link(from.as_copy().or(to.as_copy())?),
            Focus::Event(_) => return None,
        })
    }

    /// The thing whose element has this `id`.
    pub fn from_id(id: &str) -> Option<Spot> {
        let (kind, name) = id
            .strip_prefix("spot-")?
            .split_once('-')
            .unwrap_or((id.strip_prefix("spot-")?, ""));
        let copy = || CopyId::all().find(|copy| copy.to_string() == name);
        Some(match kind {
            "clients" => Spot::Clients,
            "writer" => Spot::Writer,
            "reader" => Spot::Reader(ReaderId(name.parse::<u8>().ok()?.checked_sub(1)?.into())),
            "zone" => Spot::Zone(ZoneId::all().find(|zone| zone.to_string() == name)?),
            "link" => Spot::Link(copy()?),
            "copy" => Spot::Copy(copy()?),
            "group" => Spot::Group(GroupId(name.parse::<u32>().ok()?.checked_sub(1)?)),
            _ => return None,
        })
    }

    /// The thing an arrow leads to; the same one at the edge of the stage.
    #[must_use]
    pub fn after(self, arrow: Arrow, plan: &Plan) -> Spot {
        let (row, column) = self.place(plan);
        let here = Spot::row(row, plan);
        let at = here.iter().position(|spot| *spot == self).unwrap_or(0);
        match arrow {
            Arrow::Left => here[at.saturating_sub(1)],
            Arrow::Right => here[(at + 1).min(here.len() - 1)],
            Arrow::Home => here[0],
            Arrow::End => here[here.len() - 1],
            Arrow::Up => Spot::nearest(row.saturating_sub(1), column, plan).unwrap_or(self),
            Arrow::Down => Spot::nearest((row + 1).min(ROWS - 1), column, plan).unwrap_or(self),
        }
    }

    fn nearest(row: u8, column: u32, plan: &Plan) -> Option<Spot> {
        let spots = Spot::row(row, plan);
        spots
            .into_iter()
            .min_by_key(|spot| spot.place(plan).1.abs_diff(column))
    }

    fn row(row: u8, plan: &Plan) -> Vec<Spot> {
        match row {
            0 => vec![Spot::Clients],
            1 => ZoneId::all().map(Spot::Zone).collect(),
            2 => Spot::instances(plan),
            3 => CopyId::all().map(Spot::Link).collect(),
            4 => CopyId::all().map(Spot::Copy).collect(),
            _ => (0..plan.groups)
                .map(|n| Spot::Group(GroupId(plan.first_group.0 + n)))
                .collect(),
        }
    }

    /// The writer and the readers, from left to right.
    fn instances(plan: &Plan) -> Vec<Spot> {
        let readers = plan.readers.iter();
        let readers = readers.map(|(reader, zone)| (*zone, Spot::Reader(*reader)));
        let mut all: Vec<(ZoneId, Spot)> = vec![(plan.writer_zone, Spot::Writer)];
        all.extend(readers);
        base::sort_few(&mut all, |one, other| one.0 < other.0);
        all.into_iter().map(|(_, spot)| spot).collect()
    }

    /// Row, and column in halves of a copy's width.
    fn place(self, plan: &Plan) -> (u8, u32) {
        let of_zone = |zone: ZoneId| u32::from(zone.0) * u32::from(COPIES / ZONES) * 2 + 2;
        let of_copy = |copy: CopyId| u32::from(copy.0) * 2 + 1;
        match self {
            Spot::Clients => (0, 0),
            Spot::Zone(zone) => (1, of_zone(zone)),
            Spot::Writer => (2, of_zone(plan.writer_zone)),
            Spot::Reader(reader) => {
                let mut readers = plan.readers.iter();
                let zone = readers.find(|(known, _)| *known == reader);
                (2, of_zone(zone.map_or(plan.writer_zone, |(_, zone)| *zone)))
            }
            Spot::Link(copy) => (3, of_copy(copy)),
            Spot::Copy(copy) => (4, of_copy(copy)),
            Spot::Group(group) => (5, (group.0 - plan.first_group.0.min(group.0)) * 2 + 1),
        }
    }
}

const ROWS: u8 = 6;

impl fmt::Display for Spot {
    /// The `id` of its element.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Spot::Clients => f.write_str("spot-clients"),
            Spot::Zone(zone) => write!(f, "spot-zone-{zone}"),
            Spot::Writer => f.write_str("spot-writer"),
            Spot::Reader(reader) => write!(f, "spot-reader-{}", reader.0 + 1),
            Spot::Link(copy) => write!(f, "spot-link-{copy}"),
            Spot::Copy(copy) => write!(f, "spot-copy-{copy}"),
            Spot::Group(group) => write!(f, "spot-group-{}", group.number()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAN: Plan = Plan {
        writer_zone: ZoneId(0),
        readers: Vec::new(),
        first_group: GroupId(0),
        groups: 2,
    };

    fn walk(from: Spot, arrows: &[Arrow]) -> Spot {
        arrows
            .iter()
            .fold(from, |spot, arrow| spot.after(*arrow, &PLAN))
    }

    #[test]
    fn arrows_lead_to_neighbours_and_stop_at_the_edges() {
        assert_eq!(
            walk(Spot::Copy(CopyId(0)), &[Arrow::Right, Arrow::Right]),
            Spot::Copy(CopyId(2))
        );
        assert_eq!(
            walk(Spot::Copy(CopyId(5)), &[Arrow::Right]),
            Spot::Copy(CopyId(5))
        );
        assert_eq!(
            walk(Spot::Copy(CopyId(3)), &[Arrow::Up]),
            Spot::Link(CopyId(3))
        );
        assert_eq!(
            walk(Spot::Writer, &[Arrow::Up, Arrow::Up, Arrow::Up]),
            Spot::Clients
        );
        assert_eq!(walk(Spot::Zone(ZoneId(2)), &[Arrow::Down]), Spot::Writer);
        assert_eq!(
            walk(Spot::Writer, &[Arrow::Down, Arrow::Down, Arrow::End]),
            Spot::Copy(CopyId(5))
        );
        assert_eq!(
            walk(Spot::Copy(CopyId(5)), &[Arrow::Down]),
            Spot::Group(GroupId(1))
        );
        assert_eq!(
            walk(Spot::Group(GroupId(1)), &[Arrow::Down]),
            Spot::Group(GroupId(1))
        );
    }

    #[test]
    fn every_spot_can_be_reached_from_the_writer_and_found_by_its_id() {
        let mut reached = vec![Spot::Writer];
        let mut next = 0;
        while let Some(spot) = reached.get(next).copied() {
            assert_eq!(Spot::from_id(&spot.to_string()), Some(spot));
            assert_eq!(Spot::of(spot.focus()), Some(spot));
            for arrow in [Arrow::Left, Arrow::Right, Arrow::Up, Arrow::Down] {
                let there = spot.after(arrow, &PLAN);
                if !reached.contains(&there) {
                    reached.push(there);
                }
            }
            next += 1;
        }
        assert_eq!(reached.len(), 1 + 3 + 1 + 6 + 6 + 2);
    }

    #[test]
    fn readers_stand_in_the_writers_row_by_their_zones() {
        let plan = Plan {
            readers: [2, 1, 0]
                .map(|zone| (ReaderId(2 - u32::from(zone)), ZoneId(zone)))
                .into(),
            ..PLAN
        };
        let reader = |place| Spot::Reader(ReaderId(place));
        let row = [reader(2), reader(1), reader(0)];
        let mut spot = Spot::Writer;
        for next in row {
            spot = spot.after(Arrow::Right, &plan);
            assert_eq!(spot, next);
            assert_eq!(Spot::from_id(&spot.to_string()), Some(spot));
            assert_eq!(Spot::of(spot.focus()), Some(spot));
        }
        assert_eq!(spot.after(Arrow::Up, &plan), Spot::Zone(ZoneId(2)));
    }
}
