//! Looking whether a claim holds.

use base::{CopyId, GroupId, Phrase, SegmentId};
use world::checkers::Referee;
use world::oracle::Oracle;
use world::{Event, World};

use super::found::{Found, compared, what};
use super::watch::{Judged, Mismatch};
use crate::scenario::{
    Ability, Claim, Commits, Compare, CopyState, EventClaim, Level, Point, ZoneState,
};

/// What is looked at: the run, and those who look on.
#[derive(Clone, Copy, Debug)]
pub struct Looked<'a> {
    pub world: &'a World,
    pub oracle: &'a Oracle,
    pub referee: &'a Referee,
}

impl Judged for Claim {
    type Run<'a> = Looked<'a>;
    type Event = Event;

    fn is_count(&self) -> bool {
        matches!(self, Claim::Event(_))
    }

    fn counts(&self, event: &Event) -> bool {
        matches!(self, Claim::Event(claim) if super::matches(claim, event))
    }

    fn mismatch(&self, count: u64, run: Looked<'_>) -> Option<Mismatch> {
        let world = run.world;
        match self {
            Claim::Commits(commits) => commits_mismatch(commits, run),
            Claim::Pgcl { group, is } => level_mismatch(Point::Pgcl { group: *group }, is, world),
            Claim::Vcl(is) => level_mismatch(Point::Vcl, is, world),
            Claim::Vdl(is) => level_mismatch(Point::Vdl, is, world),
            Claim::Allocated(is) => level_mismatch(Point::Allocated, is, world),
            Claim::Scl { copy, group, is } => level_mismatch(
                Point::Scl {
                    copy: *copy,
                    group: *group,
                },
                is,
                world,
            ),
            Claim::Ability { group, is } => {
                let found = match group.0 < world.groups().len() as u32 {
                    true => world.ability(*group).into(),
                    // It has not been added yet.
                    false => Ability::Unavailable,
                };
                let wanted = Found::Ability(*is).phrase();
                (found != *is).then(|| Mismatch {
                    what: Phrase::new("what-ability").with("group", group.number()),
                    wanted,
                    found: Found::Ability(found).phrase(),
                })
            }
            Claim::Copy { copy, group, is } => copy_mismatch(*copy, *group, *is, world),
            Claim::Zone { zone, is } => {
                let found = if world.is_zone_cut(*zone) {
                    ZoneState::Cut
                } else {
                    ZoneState::Open
                };
                (found != *is).then(|| Mismatch {
                    what: Phrase::new("what-zone").with("zone", zone.to_string()),
                    wanted: Found::Zone(*is).phrase(),
                    found: Found::Zone(found).phrase(),
                })
            }
            Claim::Row { key, value } => row_mismatch(key, value.as_deref(), world),
            Claim::Violation { invariant, count } => {
                let verdicts = run.referee.verdict().iter().chain(run.oracle.verdict());
                let found = verdicts.filter(|violation| violation.invariant == invariant.0);
                let (found, count) = (found.count() as u64, count.unwrap_or(Compare::AtLeast(1)));
                (!count.holds(found, *count.with())).then(|| Mismatch {
                    what: Phrase::new("what-violations").with("name", invariant.0),
                    wanted: compared(&count, (*count.with()).into()),
                    found: Found::Number(found).phrase(),
                })
            }
            Claim::Event(claim) => {
                let is = claim.count.unwrap_or(Compare::AtLeast(1));
                (!is.holds(count, *is.with())).then(|| Mismatch {
                    what: what_events(claim),
                    wanted: compared(&is, (*is.with()).into()),
                    found: Found::Number(count).phrase(),
                })
            }
        }
    }
}

fn commits_mismatch(commits: &Commits, run: Looked) -> Option<Mismatch> {
    let compare = |what: &'static str, wanted: Option<Compare<u64>>, count: &dyn Fn() -> u64| {
        let wanted = wanted?;
        let found = count();
        (!wanted.holds(found, *wanted.with())).then(|| Mismatch {
            what: Phrase::new(what),
            wanted: compared(&wanted, (*wanted.with()).into()),
            found: Found::Number(found).phrase(),
        })
    };
    let Commits {
        acknowledged,
        waiting,
        held,
        lost,
    } = *commits;
    let world = run.world;
    let writer = world.writer();
    compare("what-commits-acknowledged", acknowledged, &|| {
        world.counters().commits
    })
    .or_else(|| {
        compare("what-commits-waiting", waiting, &|| {
            writer.commits().len().into()
        })
    })
    .or_else(|| compare("what-commits-held", held, &|| writer.requests_held().into()))
    .or_else(|| compare("what-commits-lost", lost, &|| run.oracle.lost(world)))
}

/// Where a point stands now.
pub fn stands(point: Point, world: &World) -> u64 {
    let points = world.writer().points();
    // A group that has not been added yet is nowhere.
    if point
        .group()
        .is_some_and(|group| group.0 >= world.groups().len() as u32)
    {
        return 0;
    }
    match point {
        Point::Vcl => points.vcl().0,
        Point::Vdl => points.vdl().0,
        Point::Allocated => world.writer().allocated().0,
        Point::Pgcl { group } => points.group(group).pgcl().0,
        Point::Scl { copy, group } => world.segment(SegmentId::new(group, copy)).scl().0,
        Point::Newest { group } => world.log().newest_of(group).0,
    }
}

fn level_mismatch(point: Point, is: &Compare<Level>, world: &World) -> Option<Mismatch> {
    let found = stands(point, world);
    let with = match is.with() {
        Level::Lsn(lsn) => *lsn,
        Level::Point(point) => stands(*point, world),
    };
    (!is.holds(found, with)).then(|| {
        let with = match is.with() {
            Level::Lsn(lsn) => lsn.to_string().into(),
            Level::Point(point) => {
                let phrase = Phrase::new("level-of-point").with("what", what(*point));
                phrase.with("lsn", with.to_string()).into()
            }
        };
        Mismatch {
            what: what(point),
            wanted: compared(is, with),
            found: Found::Lsn(found).phrase(),
        }
    })
}

fn copy_mismatch(
    copy: CopyId,
    group: Option<GroupId>,
    is: CopyState,
    world: &World,
) -> Option<Mismatch> {
    let groups = world
        .groups()
        .filter(|other| group.is_none_or(|group| group == *other));
    let up = groups.map(|group| world.is_up(SegmentId::new(group, copy)));
    let cut = world.is_copy_cut(copy) || world.is_zone_cut(world.topology().zone_of(copy));
    let (all_up, none_up) = up.fold((true, true), |(all, none), up| (all && up, none && !up));
    let holds = match is {
        CopyState::Up => all_up && !cut,
        CopyState::Stopped => none_up,
        CopyState::Cut => cut,
    };
    let found = match (cut, all_up, none_up) {
        (true, ..) => Found::Copy(CopyState::Cut),
        (false, true, _) => Found::Copy(CopyState::Up),
        (false, false, true) => Found::Copy(CopyState::Stopped),
        (false, false, false) => Found::PartlyStopped,
    };
    (!holds).then(|| Mismatch {
        what: match group {
            Some(group) => Phrase::new("what-copy-of-group")
                .with("copy", copy.to_string())
                .with("group", group.number()),
            None => Phrase::new("what-copy").with("copy", copy.to_string()),
        },
        wanted: Found::Copy(is).phrase(),
        found: found.phrase(),
    })
}

fn row_mismatch(key: &str, value: Option<&str>, world: &World) -> Option<Mismatch> {
    let what = Phrase::new("what-row").with("key", key.to_owned());
    differing_row(what, value, world.row(key))
}

/// How a row differs from what it should hold; `None` if it does not. No row was found if nobody could say.
pub fn differing_row(
    what: Phrase,
    wanted: Option<&str>,
    found: Option<Option<world::Bytes>>,
) -> Option<Mismatch> {
    let wanted = wanted.map(str::as_bytes);
    let of = |value: Option<&[u8]>| match value {
        Some(bytes) => Found::Value(String::from_utf8_lossy(bytes).into_owned()).phrase(),
        None => Found::NoRow.phrase(),
    };
    let holds = found
        .as_ref()
        .is_some_and(|found| found.as_deref() == wanted);
    (!holds).then(|| Mismatch {
        what,
        wanted: of(wanted),
        found: found.map_or_else(|| Found::Unreadable.phrase(), |found| of(found.as_deref())),
    })
}

/// The kind of event and what it must be about, in the words of the file.
fn what_events(claim: &EventClaim) -> Phrase {
    let mut about = Vec::new();
    about.extend(claim.message.map(|message| message.name().to_owned()));
    about.extend(claim.zone.map(|zone| format!("zone {zone}")));
    about.extend(claim.copy.map(|copy| format!("copy {copy}")));
    about.extend(claim.group.map(|group| format!("group {}", group.number())));
    let name = claim.name.name();
    let name = if about.is_empty() {
        name.to_owned()
    } else {
        format!("{name} ({})", about.join(", "))
    };
    Phrase::new("what-events").with("name", name)
}
