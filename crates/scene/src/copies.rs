//! The six copies as they are drawn.

use base::{CopyId, GroupId, Phrase, SegmentId, ZoneId};
use world::{Site, WakeReason, World};

use crate::ring::{Arc, RingView};
use crate::tape::{TapeView, tape};
use crate::traffic::{Traffic, contains};
use crate::{Tone, say};

/// Whether a copy takes part, seen from the writer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is up and the writer can reach it.
    Up,
    /// It is stopped in some groups only.
    PartlyStopped,
    /// It is stopped in all groups.
    Stopped,
    /// Its storage node is cut off from everything.
    Cut,
    /// The way between it and the writer crosses the border of a zone that is cut off.
    ZoneCut,
}

/// One copy: a storage node with its segment of every group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopyView {
    /// Which.
    pub copy: CopyId,
    /// Where it lives.
    pub zone: ZoneId,
    /// Whether it takes part.
    pub standing: Standing,
    /// How many times slower than usual its disk is.
    pub slow: u32,
    /// The share of its messages that get lost, in percent.
    pub loss: u32,
    /// Its tapes, one for each group that is drawn.
    pub tapes: Vec<TapeView>,
    /// What it is doing, in a word or two.
    pub status: Phrase,
    /// How that is meant.
    pub status_tone: Tone,
    /// What it does next by itself: "gossips in 40 ms".
    pub next: Option<Phrase>,
}

/// In how many groups each copy is stopped.
pub(crate) fn stopped_groups(world: &World, copy: CopyId) -> u32 {
    world
        .stopped()
        .filter(|segment| segment.copy() == copy)
        .count() as u32
}

pub(crate) fn standing(world: &World, copy: CopyId) -> Standing {
    let stopped = stopped_groups(world, copy);
    if stopped == world.groups().len() as u32 {
        Standing::Stopped
    } else if world.is_copy_cut(copy) {
        Standing::Cut
    } else if !world.is_link_open(Site::Writer, Site::copy(copy)) {
        Standing::ZoneCut
    } else if stopped > 0 {
        Standing::PartlyStopped
    } else {
        Standing::Up
    }
}

pub(crate) fn copy_view(
    world: &World,
    copy: CopyId,
    groups: impl Iterator<Item = GroupId> + Clone,
    ring: Option<&RingView>,
    traffic: &Traffic,
) -> CopyView {
    let standing = standing(world, copy);
    let segments = groups.map(|group| SegmentId::new(group, copy));
    let (status, status_tone) = status(world, copy, standing, segments.clone(), ring, traffic);
    CopyView {
        copy,
        zone: world.topology().zone_of(copy),
        standing,
        slow: world.copy_slowness(copy),
        loss: world.loss_percent(Some(copy)),
        tapes: segments.clone().map(|id| tape(world, id)).collect(),
        status,
        status_tone,
        next: next(world, segments),
    }
}

/// What a copy is doing. Faults come first, then the commit the ring shows, then its own business.
fn status(
    world: &World,
    copy: CopyId,
    standing: Standing,
    segments: impl Iterator<Item = SegmentId> + Clone,
    ring: Option<&RingView>,
    traffic: &Traffic,
) -> (Phrase, Tone) {
    let say = |id, tone| (Phrase::new(id), tone);
    match standing {
        Standing::Stopped => return say("status-stopped", Tone::Fault),
        Standing::Cut => return say("status-cut-off", Tone::Fault),
        Standing::ZoneCut => return say("status-zone-cut", Tone::Fault),
        Standing::PartlyStopped => {
            let phrase =
                Phrase::new("status-partly-stopped").with("groups", stopped_groups(world, copy));
            return (phrase, Tone::Fault);
        }
        Standing::Up => {}
    }
    if let Some(ring) = ring.filter(|ring| !ring.done) {
        let arc = ring.arcs.iter().find(|arc| arc.copy == copy);
        match arc.map(|arc| arc.state) {
            Some(Arc::Confirmed) => return say("status-acked", Tone::Good),
            Some(Arc::AckOnWay | Arc::Stored) => return say("status-answering", Tone::Good),
            Some(Arc::Persisting) => return say("status-writing", Tone::Waiting),
            Some(Arc::OnWay) => return say("status-receiving", Tone::Waiting),
            Some(Arc::BeyondHole | Arc::Waiting | Arc::Unreachable) | None => {}
        }
    }
    let mut reading = false;
    let mut storing = false;
    for id in segments {
        reading |= traffic.reads.contains(&id);
        match need(world, traffic, id) {
            Need::Nothing => {}
            Need::Coming => storing = true,
            Need::NotYet => storing = true,
            Need::CatchUp { records } => {
                let phrase = Phrase::new("status-catching-up").with("records", records);
                return (phrase, Tone::Waiting);
            }
        }
    }
    if storing {
        say("status-writing", Tone::Waiting)
    } else if reading {
        say("status-reading", Tone::Read)
    } else {
        say("status-complete", Tone::Quiet)
    }
}

/// Lacking records are counted one by one up to this many.
const COUNTED_ONE_BY_ONE: usize = 64;

/// What a running segment still needs to be complete.
pub(crate) enum Need {
    Nothing,
    /// The next record it needs is on its way to it, or in its memory.
    Coming,
    /// The next record has just been made and has not left the writer.
    NotYet,
    /// It has missed records the group has made durable.
    CatchUp {
        /// How many of them; of records nobody has made durable yet only the next one.
        records: u32,
    },
}

pub(crate) fn need(world: &World, traffic: &Traffic, id: SegmentId) -> Need {
    let (log, segment, group) = (world.log(), world.segment(id), id.group());
    let Some(next) = log.next_in_group(group, segment.scl()) else {
        return Need::Nothing;
    };
    let in_memory = segment.runs_in_memory().any(|run| contains(log, run, next));
    if in_memory || traffic.batch_with(log, id, next).is_some() {
        return Need::Coming;
    }
    let pgcl = world.writer().points().group(group).pgcl();
    let missed = log.count_up_to(group, pgcl);
    let complete = log.count_up_to(group, segment.scl());
    if complete < missed {
        let records = lacking(world, id, complete..missed);
        Need::CatchUp { records }
    } else if segment.beyond_hole() > 0 {
        Need::CatchUp { records: 1 }
    } else {
        Need::NotYet
    }
}

/// How many of these places of its group's chain a segment lacks; if they are many, those it holds beyond a
/// hole are not looked for one by one.
fn lacking(world: &World, id: SegmentId, places: std::ops::Range<u32>) -> u32 {
    let (log, segment) = (world.log(), world.segment(id));
    if places.len() > COUNTED_ONE_BY_ONE {
        return (places.len() as u32).saturating_sub(segment.beyond_hole());
    }
    places
        .filter(|place| !world.holds(id, log.at_place(id.group(), *place)))
        .count() as u32
}

/// The first thing a copy does by itself in the groups that are drawn.
fn next(world: &World, segments: impl Iterator<Item = SegmentId>) -> Option<Phrase> {
    let (due, reason) = segments.filter_map(|id| world.next_wakeup(id)).min()?;
    let id = match reason {
        WakeReason::DiskDone => "next-disk-done",
        WakeReason::Gossip => "next-gossip",
        WakeReason::Hydrate => "next-hydrate",
        WakeReason::Background => "next-background",
        // The other reasons are the writer's.
        WakeReason::OrdersDone => "next-orders-done",
        _ => return None,
    };
    Some(Phrase::new(id).with("in", due.since(world.now())))
}

/// A copy's name and standing, for a description in words.
pub(crate) fn describe(copy: &CopyView) -> Phrase {
    let tape = copy.tapes.first();
    Phrase::new("describe-copy")
        .with("copy", say::letter(copy.copy))
        .with("status", copy.status.clone())
        .with("scl", tape.map_or(base::Lsn::ZERO, |tape| tape.scl))
        .with("behind", tape.map_or(0, |tape| tape.behind))
}
